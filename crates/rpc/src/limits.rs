//! Bounds of what a peer can make this side keep.
use std::time::Duration;

/// How much may wait for somebody who takes it away: the packets of one stream, or the events of a connection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct QueueLimits {
    /// Bytes from which on input is taken in slowly.
    pub soft: usize,
    /// Bytes from which on no input is taken in at all.
    pub hard: usize,
    /// How long a queue may be at `hard` without anything taken from it before it is given up, so that replies and pings
    /// behind it get through.
    pub grace: Duration,
}

impl QueueLimits {
    /// 8 MiB, 64 MiB and 15 seconds: well below the 25 seconds after which a stock daemon gives a silent client up.
    pub const DEFAULT: Self = Self { soft: 8 * 1024 * 1024, hard: 64 * 1024 * 1024, grace: Duration::from_secs(15) };
}

/// How much a peer can make this side keep.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// How many calls may be without their reply, those included whose caller gave up. No more are sent then.
    pub calls: usize,
    /// How many calls of a client a server takes in without having answered them. Then it takes in nothing more.
    pub requests: usize,
    /// How many bytes may wait to be sent. Above it pings and their answers are dropped, and a server takes in nothing more.
    pub output: usize,
    /// Of each stream's packets.
    pub stream: QueueLimits,
    /// Of events that were not delivered.
    pub events: QueueLimits,
}

impl Limits {
    /// 65,536 calls, 64 requests, 1 MiB of output, [`QueueLimits::DEFAULT`] for the rest.
    pub const DEFAULT: Self = Self {
        calls: 65_536,
        requests: 64,
        output: 1024 * 1024,
        stream: QueueLimits::DEFAULT,
        events: QueueLimits::DEFAULT,
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_documented() {
        let queue = QueueLimits { soft: 8_388_608, hard: 67_108_864, grace: Duration::from_secs(15) };
        assert_eq!(QueueLimits::DEFAULT, queue);
        let limits = Limits { calls: 65_536, requests: 64, output: 1_048_576, stream: queue, events: queue };
        assert_eq!(Limits::DEFAULT, limits);
    }
}
