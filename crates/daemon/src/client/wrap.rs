//! What a client's bytes travel in: nothing, TLS, or what SASL agreed on. It does no I/O and never waits.
use crate::tls::TlsService;
use oxivirt_sys::SaslServer;
use oxivirt_tls::server::Session;
use std::sync::Arc;

/// The byte inside TLS with which a client is told that it is let in.
const ADMITTED: [u8; 1] = [1];

/// One connection's.
#[derive(Debug)]
pub(super) enum Wrap {
    Plain,
    Tls(Box<Tls>),
    /// Protected by what SASL agreed on, so many bytes at a time.
    Sasl(SaslServer, usize),
}

/// TLS, from the first byte of the handshake on.
#[derive(Debug)]
pub(super) struct Tls {
    session: Session,
    service: Arc<TlsService>,
    /// What was found when the handshake was over: the client's distinguished name, if it showed a certificate.
    found: Option<Option<String>>,
}

impl Tls {
    /// Starts a session.
    ///
    /// # Errors
    /// It cannot be started, for this reason.
    pub(super) fn new(service: &Arc<TlsService>) -> Result<Self, String> {
        Ok(Self { session: service.session()?, service: Arc::clone(service), found: None })
    }

    /// Returns whom the client's certificate is for.
    pub(super) fn name(&self) -> Option<&str> {
        self.found.as_ref()?.as_deref()
    }

    /// Returns true once the client was let in.
    pub(super) fn is_admitted(&self) -> bool {
        self.found.is_some()
    }

    /// Returns the strength of the encryption in bits.
    pub(super) fn strength(&self) -> u32 {
        self.session.key_bits().unwrap_or(0)
    }

    fn decode(&mut self, outer: &[u8], inner: &mut Vec<u8>, answer: &mut Vec<u8>) -> Result<bool, String> {
        let decoded = self.session.decode(outer, inner);
        self.session.speak(answer);
        decoded?;
        if self.found.is_none() && !self.session.is_handshaking() {
            self.found = Some(self.service.judge(&self.session)?);
            self.session.encode(&ADMITTED, answer)?;
        }
        Ok(self.session.ended())
    }
}

impl Wrap {
    /// Takes a piece of what the peer sent, cut anywhere, appends what is inside, and to `answer` what the peer must be told. Returns
    /// true if the peer said that nothing more will come.
    ///
    /// # Errors
    /// Why the connection ends; what is in `answer` is still to be sent.
    pub(super) fn decode(&mut self, outer: &[u8], inner: &mut Vec<u8>, answer: &mut Vec<u8>) -> Result<bool, String> {
        match self {
            Self::Plain => inner.extend_from_slice(outer),
            Self::Tls(tls) => return tls.decode(outer, inner, answer),
            Self::Sasl(sasl, _) => sasl.decode(outer, inner)?,
        }
        Ok(false)
    }

    /// Appends the form in which the beginning of `inner` travels, and returns how much of it that is.
    ///
    /// # Errors
    /// Why the connection ends.
    pub(super) fn encode(&mut self, inner: &[u8], outer: &mut Vec<u8>) -> Result<usize, String> {
        /// Bytes that are encoded at a time, so that no more wait than the socket soon takes.
        const PIECE: usize = 65_536;
        let most = match self {
            Self::Sasl(_, most) => PIECE.min(*most),
            Self::Plain | Self::Tls(_) => PIECE,
        };
        let piece = inner.get(..most).unwrap_or(inner);
        match self {
            Self::Plain => outer.extend_from_slice(piece),
            Self::Tls(tls) => tls.session.encode(piece, outer)?,
            Self::Sasl(sasl, _) => sasl.encode(piece, outer)?,
        }
        Ok(piece.len())
    }
}

/// Where SASL is with a client.
#[derive(Debug)]
pub(super) enum Sasl {
    Nothing,
    Begun(SaslServer),
    /// The client has proven who it is, and shall be told; what follows is protected if this is there.
    Proven(Option<(SaslServer, usize)>),
    Done,
}
