//! Certificates for tests.
use crate::common::{Files, Identity, Source};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose, SerialNumber};
use rustls_pki_types::CertificateDer;
use std::time::{SystemTime, UNIX_EPOCH};

pub(crate) type Authority = (Issuer<'static, KeyPair>, String);

pub(crate) fn authority(name: &str, usages: &[KeyUsagePurpose]) -> Authority {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = usages.to_vec();
    let key = KeyPair::generate().unwrap();
    let pem = params.self_signed(&key).unwrap().pem();
    (Issuer::new(params, key), pem)
}

pub(crate) fn trusted() -> Authority {
    authority("one", &[KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign])
}

/// A certificate and its key.
pub(crate) struct Leaf {
    pub(crate) der: CertificateDer<'static>,
    pub(crate) pem: String,
    pub(crate) key: KeyPair,
}

pub(crate) fn leaf(issuer: &Issuer<'static, KeyPair>, names: &[&str], change: impl Fn(&mut CertificateParams)) -> Leaf {
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    let mut params = CertificateParams::new(names).unwrap();
    params.distinguished_name.push(DnType::CommonName, "common");
    params.serial_number = Some(SerialNumber::from(77));
    change(&mut params);
    let key = KeyPair::generate().unwrap();
    let certificate = params.signed_by(&key, issuer).unwrap();
    Leaf { der: certificate.der().clone(), pem: certificate.pem(), key }
}

pub(crate) fn source(path: &str, text: Option<&str>) -> Source {
    Source { path: path.to_owned(), content: text.map(|text| Ok(text.as_bytes().to_vec())) }
}

pub(crate) fn files(authorities: &str, own: Option<&Leaf>) -> Files {
    Files {
        authorities: source("ca", Some(authorities)),
        revocations: source("crl", None),
        identities: own.map(|own| identity("", own)).into_iter().collect(),
    }
}

pub(crate) fn identity(number: &str, own: &Leaf) -> Identity {
    Identity {
        certificate: source(&format!("cert{number}"), Some(&own.pem)),
        key: source(&format!("key{number}"), Some(&own.key.serialize_pem())),
    }
}

pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(since.as_secs()).unwrap()
}
