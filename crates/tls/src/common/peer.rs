//! Whether the other side of a session is to be believed: its chain, its dates, its name, its usage.
use crate::common::certificate::Certificate;
use crate::common::checks::{self, Role, Warning};
use crate::common::trust::{Distrust, Trust};
use oxivirt_model::{Error, message};
use rustls_pki_types::CertificateDer;

/// What a certificate in a session is called in messages.
pub(crate) const SESSION: &str = "[session]";

/// The peer is not who it should be.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    /// Why, for people who look for the mistake; the stock client's error does not tell.
    pub(crate) reason: String,
    /// The same in the words of the stock library, which only warns of it.
    pub(crate) stock: String,
    /// Set where stock might have accepted the certificate: what this library misses.
    pub(crate) own: Option<String>,
}

impl Refusal {
    /// One reason, and stock's words for it.
    pub(crate) fn new(reason: &str, stock: &str) -> Self {
        Self { reason: reason.to_owned(), stock: stock.to_owned(), own: None }
    }

    fn unread() -> Self {
        Self::new("It cannot be decoded.", "Unable to load certificate")
    }

    fn of(error: &Error) -> Self {
        Self::new(&error.text(), &error.text())
    }
}

/// Returns a message as the stock library's error tells it.
pub(crate) fn told(message: Vec<u8>) -> String {
    checks::unfit(message).text().into_owned()
}

/// Checks a chain, the peer's own certificate first, by the rules for its `role`. `named` decides about the names in it.
pub(crate) fn check(
    trust: &Trust,
    (leaf, others): (&CertificateDer<'_>, &[CertificateDer<'_>]),
    role: Role,
    now: i64,
    warnings: &mut Vec<Warning>,
    named: impl FnOnce(&Certificate) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    trust.verify(leaf, others, now).map_err(|distrust| {
        let parsed = Certificate::parse(leaf).filter(|_| distrust == Distrust::Invalid);
        // Dates are a rule among others there, and an authority's certificate is no matter of the chain.
        let late = parsed.as_ref().and_then(|one| checks::check_times(one, SESSION, role, now).err());
        let authority = parsed.as_ref().and_then(|one| checks::check_constraints(one, SESSION, role).err());
        let stock = match (&late, &authority) {
            (None, Some(error)) => error.text().into_owned(),
            _ => told(message!("Certificate failed validation: %1$s", distrust.shown())),
        };
        let reason = late.map_or_else(|| distrust.shown(), |error| error.text().into_owned());
        Refusal { reason, stock, own: distrust.own() }
    })?;
    let certificate = Certificate::parse(leaf).ok_or_else(Refusal::unread)?;
    checks::check_times(&certificate, SESSION, role, now).map_err(|error| Refusal::of(&error))?;
    named(&certificate)?;
    checks::check(&certificate, SESSION, role, now, warnings).map_err(|error| Refusal::of(&error))?;
    for other in others {
        let certificate = Certificate::parse(other).ok_or_else(Refusal::unread)?;
        checks::check_times(&certificate, SESSION, Role::Authority, now).map_err(|error| Refusal::of(&error))?;
    }
    Ok(())
}
