//! Moving bytes through a connection of rustls, whichever side it is.
use rustls::{CipherSuite, ConnectionCommon, Error, SideData};
use std::io::{Read, Write};

/// Why bytes of the peer could not be taken in.
#[derive(Debug)]
pub(crate) enum DecodeError {
    /// The protocol was broken, or the peer refused.
    Tls(Error),
    /// More came than is taken in.
    Full(std::io::Error),
}

/// Takes a piece of what the peer sent, cut anywhere, and appends what it carried. Sets `ended` when the peer said that nothing more
/// will come.
pub(crate) fn decode<S: SideData>(
    connection: &mut ConnectionCommon<S>,
    ended: &mut bool,
    mut outer: &[u8],
    inner: &mut Vec<u8>,
) -> Result<(), DecodeError> {
    while !outer.is_empty() && !*ended {
        let read = connection.read_tls(&mut outer);
        let state = connection.process_new_packets().map_err(DecodeError::Tls)?;
        read.map_err(DecodeError::Full)?;
        drain(connection, state.plaintext_bytes_to_read(), inner);
        *ended |= state.peer_has_closed();
    }
    Ok(())
}

/// Appends so many decoded bytes that are ready.
fn drain<S: SideData>(connection: &mut ConnectionCommon<S>, count: usize, inner: &mut Vec<u8>) {
    let begin = inner.len();
    inner.resize(begin.saturating_add(count), 0);
    let mut end = begin;
    while let Some(room) = inner.get_mut(end..).filter(|room| !room.is_empty()) {
        match connection.reader().read(room) {
            Ok(got) if got > 0 => end = end.saturating_add(got),
            _ => break,
        }
    }
    inner.truncate(end);
}

/// Appends the records that carry `inner`.
pub(crate) fn encode<S: SideData>(
    connection: &mut ConnectionCommon<S>,
    inner: &[u8],
    outer: &mut Vec<u8>,
) -> std::io::Result<()> {
    connection.writer().write_all(inner)?;
    speak(connection, outer);
    Ok(())
}

/// Appends what the connection has to say: the handshake, key updates, alerts, and what was written.
pub(crate) fn speak<S: SideData>(connection: &mut ConnectionCommon<S>, outer: &mut Vec<u8>) {
    while connection.wants_write() {
        // Writing to memory does not fail.
        if !matches!(connection.write_tls(outer), Ok(written) if written > 0) {
            break;
        }
    }
}

/// Returns the strength of a cipher in bits.
pub(crate) fn key_bits(suite: CipherSuite) -> u32 {
    match suite {
        CipherSuite::TLS13_AES_128_GCM_SHA256
        | CipherSuite::TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
        | CipherSuite::TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 => 128,
        _ => 256,
    }
}
