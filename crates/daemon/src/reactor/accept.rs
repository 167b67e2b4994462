//! Taking in connections, as long as the limits of their server allow it. Others wait in the kernel's queue, unanswered.
use super::{Parked, Reactor, Source};
use crate::client::{Client, Input};
use crate::peer::{Peer, Transport};
use crate::server::{Admission, Auth, Serves, Service};
use mio::unix::SourceFd;
use mio::{Interest, Token};
use oxivirt_log::{log, source::RPC_SERVER};
use oxivirt_sys::errno;
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Descriptors that no client gets.
const RESERVE: u64 = 8;
/// How long accepting pauses when there are no descriptors left.
const PAUSE: Duration = Duration::from_secs(1);

/// Connections to one listener that wait here, at the most.
const PARKED: usize = 64;

impl Reactor {
    /// Serves connections that wait, and accepts from all listeners whose servers have room.
    pub(super) fn accept_all(&mut self) {
        for Parked { place, socket, peer } in std::mem::take(&mut self.parked) {
            self.decide(place, socket, peer);
        }
        for place in 0..self.services.len() {
            self.accept(place);
        }
    }

    /// Accepts until nobody waits or the server is full. Root's connections have to be told from others for a place that only root gets:
    /// others that come to such a listener wait here.
    pub(super) fn accept(&mut self, place: usize) {
        while let Some(service) = self.services.get(place) {
            let full = match service.transport {
                Transport::Unix => {
                    let parked = self.parked.iter().filter(|parked| parked.place == place).count();
                    service.server.is_full_for_root() || parked >= PARKED
                }
                Transport::Tcp | Transport::Tls => service.server.is_full(),
            };
            if self.retry.is_some() || full {
                return;
            }
            if self.few_descriptors(service) {
                log!(RPC_SERVER, Warning, "accept", "accepting pauses: hardly any descriptors are left");
                self.retry = Instant::now().checked_add(PAUSE);
                return;
            }
            match oxivirt_sys::accept(service.fd.as_fd()) {
                Ok(socket) => self.accepted(place, socket),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                Err(error) if matches!(error.raw_os_error(), Some(errno::EMFILE | errno::ENFILE)) => {
                    log!(RPC_SERVER, Warning, "accept", "accepting pauses: {error}");
                    self.retry = Instant::now().checked_add(PAUSE);
                    return;
                }
                // The client is gone already, or the like: the next may be better.
                Err(error) => log!(RPC_SERVER, Debug, "accept", "a client could not be accepted: {error}"),
            }
        }
    }

    /// Returns true if the few descriptors that are left are needed by those who are here: the first call of a client reads files.
    fn few_descriptors(&self, service: &Service) -> bool {
        // The kernel gives the lowest number that is free.
        let next = service.fd.try_clone().ok().and_then(|fd| u64::try_from(fd.as_raw_fd()).ok());
        next.is_none_or(|next| next.saturating_add(RESERVE) >= self.descriptors)
    }

    fn accepted(&mut self, place: usize, socket: OwnedFd) {
        let Some(service) = self.services.get(place) else { return };
        let Ok(peer) = peer(service.transport, &socket) else { return };
        if service.server.config.serves == Serves::Admin && !may_administrate(&peer) {
            log!(RPC_SERVER, Error, "accepted", "an administrator must have the daemon's user id: {peer:?}");
            return;
        }
        self.decide(place, socket, peer);
    }

    fn decide(&mut self, place: usize, socket: OwnedFd, peer: Peer) {
        let Some(service) = self.services.get(place) else { return };
        let waits = service.auth != Auth::None || service.tls.is_some();
        match service.server.admission(&peer, waits) {
            Admission::Now => self.serve_new(place, socket, peer),
            Admission::Later => self.parked.push(Parked { place, socket, peer }),
            Admission::Never(why) => log!(RPC_SERVER, Warning, "decide", "a client is turned away: {why}"),
        }
    }

    fn serve_new(&mut self, place: usize, socket: OwnedFd, peer: Peer) {
        let Some(service) = self.services.get(place) else { return };
        let token = self.next;
        let client = match Client::new(&self.daemon, service, socket, peer, token) {
            Ok(client) => client,
            Err(why) => {
                log!(RPC_SERVER, Error, "serve_new", "a client cannot be served: {why}");
                return;
            }
        };
        let Some(fd) = client.fd() else { return };
        if let Err(error) = self.poll.registry().register(&mut SourceFd(&fd), Token(token), Interest::READABLE) {
            log!(RPC_SERVER, Warning, "serve_new", "a client cannot be served: {error}");
            return;
        }
        client.server.add(Arc::<Client>::clone(&client));
        self.idle_since = None;
        self.add(Source::Client(Arc::clone(&client)));
        self.serve(&client, Input::Unknown);
    }
}

fn peer(transport: Transport, socket: &OwnedFd) -> io::Result<Peer> {
    if transport == Transport::Unix {
        let credentials = oxivirt_sys::peer_credentials(socket.as_fd())?;
        return Ok(Peer::Process(credentials, oxivirt_sys::peer_security_context(socket.as_fd())));
    }
    oxivirt_sys::set_no_delay(socket)?;
    let stream = std::net::TcpStream::from(socket.try_clone()?);
    Ok(Peer::Address(stream.peer_addr()?))
}

fn may_administrate(peer: &Peer) -> bool {
    matches!(peer, Peer::Process(credentials, _) if credentials.uid == oxivirt_sys::euid())
}
