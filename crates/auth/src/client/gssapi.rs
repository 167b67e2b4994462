//! GSSAPI (RFC 4752): Kerberos tickets instead of passwords, and Kerberos' encryption.
use super::mechanism::{Mechanism, Prompter, SecurityProperties, Step};
use crate::common::code::{FAIL, TOOWEAK};
use crate::common::names::SERVICE;
use crate::common::records::{Cipher, MAX_RECORD, Records};
use crate::common::{SaslError, SecurityLayer};
use oxivirt_sys::{GSS_ENCRYPTION, GSS_INTEGRITY, GSS_MUTUAL, GSS_SEQUENCE, Gss, GssContext};

/// What the weakest Kerberos gives, where its library cannot tell.
const UNKNOWN_STRENGTH: u32 = 56;

/// Bits of the security layers that both sides name.
const NO_LAYER: u8 = 1;
const INTEGRITY: u8 = 2;
const ENCRYPTION: u8 = 4;

#[derive(Debug, PartialEq, Eq)]
enum State {
    Fresh,
    /// Tokens go to and fro.
    Establishing,
    /// The server says which layers it has.
    Layers,
    Ended,
}

/// One exchange.
#[derive(Debug)]
pub(super) struct Gssapi<C = GssContext> {
    service: Vec<u8>,
    need: SecurityProperties,
    state: State,
    context: Option<C>,
    user: Vec<u8>,
    /// Layers that the context can give.
    able: u8,
    strength: u32,
    /// The most that the server takes in one record.
    piece: usize,
}

fn failed(text: impl Into<String>) -> SaslError {
    SaslError::Sasl(FAIL, text.into())
}

impl Gssapi {
    /// `hostname` is in small letters. `None` where Kerberos is not installed.
    pub(super) fn new(hostname: &[u8], need: SecurityProperties) -> Option<Self> {
        GssContext::available().then(|| Self::with(hostname, need))
    }
}

impl<C: Gss> Gssapi<C> {
    fn with(hostname: &[u8], need: SecurityProperties) -> Self {
        Self {
            service: [SERVICE.as_bytes(), b"@", hostname].concat(),
            need,
            state: State::Fresh,
            context: None,
            user: Vec::new(),
            able: 0,
            strength: 0,
            piece: 0,
        }
    }

    fn context(&mut self) -> std::result::Result<&mut C, SaslError> {
        self.context.as_mut().ok_or_else(|| failed(""))
    }

    fn exchange_tokens(&mut self, token: Option<&[u8]>) -> std::result::Result<Step, SaslError> {
        let mut flags = GSS_MUTUAL | GSS_SEQUENCE;
        if self.need.max_strength() > 1 {
            flags |= GSS_INTEGRITY | GSS_ENCRYPTION;
        }
        let step = self.context()?.step(token, flags).map_err(failed)?;
        self.able = match step.flags & (GSS_INTEGRITY | GSS_ENCRYPTION) {
            bits if bits & GSS_INTEGRITY == 0 => NO_LAYER,
            GSS_INTEGRITY => NO_LAYER | INTEGRITY,
            _ => NO_LAYER | INTEGRITY | ENCRYPTION,
        };
        self.state = if step.complete { State::Layers } else { State::Establishing };
        Ok(Step::more(Some(step.token).filter(|token| !token.is_empty())))
    }

    /// Answers the server's list of layers with the choice.
    fn choose_layer(&mut self, input: &[u8]) -> std::result::Result<Step, SaslError> {
        let (list, _) = self.context()?.unwrap_message(input).map_err(failed)?;
        let [server, room @ ..] = *<&[u8; 4]>::try_from(&*list)
            .map_err(|_| failed(if list.len() < 4 { "token too short" } else { "token too long" }))?;
        let strength = self.context()?.strength().map_err(failed)?;
        let strength = strength.unwrap_or(UNKNOWN_STRENGTH);
        let wanted = |bits: u32| (self.need.min_strength()..=self.need.max_strength()).contains(&bits);
        let both = server & self.able;
        let choice = if both & ENCRYPTION != 0 && wanted(strength) {
            self.strength = strength;
            ENCRYPTION
        } else if both & NO_LAYER != 0 && wanted(0) {
            NO_LAYER
        } else {
            return Err(SaslError::sasl(TOOWEAK, ""));
        };
        let mut answer = vec![choice, 0, 0, 0];
        if choice == ENCRYPTION {
            let [high, middle, low] = room;
            let room = u32::from_be_bytes([0, high, middle, low]);
            let piece = self.context()?.room(room).map_err(failed)?;
            if piece == 0 {
                let text = format!("the server takes records of {room} bytes, which is too small");
                return Err(failed(text));
            }
            self.piece = usize::try_from(piece).unwrap_or(MAX_RECORD);
            let own = u32::try_from(MAX_RECORD).unwrap_or_default().to_be_bytes();
            answer = [&[choice], own.get(1..).unwrap_or_default()].concat();
        }
        answer.extend_from_slice(&self.user);
        let answer = self.context()?.wrap_message(false, &answer).map_err(failed)?;
        Ok(Step::done(answer))
    }
}

impl<C: Gss> Mechanism for Gssapi<C> {
    fn step(&mut self, input: Option<&[u8]>, prompter: &mut dyn Prompter) -> std::result::Result<Step, SaslError> {
        match std::mem::replace(&mut self.state, State::Ended) {
            State::Fresh => {
                self.user = prompter.authorization_name()?;
                self.context = Some(C::new(&self.service).map_err(failed)?);
                self.exchange_tokens(None)
            }
            State::Establishing => match input.filter(|input| !input.is_empty()) {
                Some(token) => self.exchange_tokens(Some(token)),
                None => Err(failed("the server sent no token")),
            },
            State::Layers => self.choose_layer(input.unwrap_or_default()),
            State::Ended => Err(failed("")),
        }
    }

    fn strength(&self) -> u32 {
        self.strength
    }

    fn layer(self: Box<Self>) -> Option<Box<dyn SecurityLayer>> {
        if self.strength == 0 {
            return None;
        }
        let cipher = Kerberos(self.context?);
        Some(Box::new(Records::new(cipher, self.piece)))
    }
}

/// The encryption; what the server did not encrypt is refused.
#[derive(Debug)]
struct Kerberos<C>(C);

impl<C: Gss> Cipher for Kerberos<C> {
    fn seal(&mut self, plain: &[u8], sealed: &mut Vec<u8>) -> Result<(), String> {
        sealed.append(&mut self.0.wrap_message(true, plain)?);
        Ok(())
    }

    fn open(&mut self, sealed: &[u8], plain: &mut Vec<u8>) -> Result<(), String> {
        match self.0.unwrap_message(sealed)? {
            (mut bytes, true) => {
                plain.append(&mut bytes);
                Ok(())
            }
            (_, false) => Err("a record that is not encrypted".to_owned()),
        }
    }
}

#[cfg(test)]
#[path = "gssapi_tests.rs"]
mod tests;
