//! What protects a guest from its host: `<launchSecurity>`, `<keywrap>`.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element, Rules, Source};
use crate::tree::Node;
use crate::value::{OnOff, YesNo, words};
use crate::write::Writer;

words! {
    /// How a guest is protected.
    LaunchSecurityType { Sev = "sev", SevSnp = "sev-snp", S390Pv = "s390-pv", Tdx = "tdx" }
    /// A key of s390 that is wrapped.
    WrapCipher { Aes = "aes", Dea = "dea" }
}

/// `<launchSecurity>`: which parts count depends on its type.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = LaunchSecurity::check)]
pub struct LaunchSecurity {
    /// How the guest is protected.
    #[xml(attr = "type")]
    pub kind: LaunchSecurityType,
    /// Whether hashes of the kernel are measured.
    #[xml(attr = "kernelHashes")]
    pub kernel_hashes: Option<YesNo>,
    /// Whether the author's key is measured.
    #[xml(attr = "authorKey")]
    pub author_key: Option<YesNo>,
    /// Whether the guest may ask for the endorsement key.
    #[xml(attr = "vcek")]
    pub vcek: Option<YesNo>,
    /// The bit that tells encrypted pages.
    #[xml(text = "cbitpos", bad(XML_ERROR, "Invalid format for launch security cbitpos"))]
    pub cbitpos: Option<u32>,
    /// Bits of an address that are lost.
    #[xml(text = "reducedPhysBits", bad(XML_ERROR, "Invalid format for launch security reduced-phys-bits"))]
    pub reduced_phys_bits: Option<u32>,
    /// Policy of the guest, as printed.
    #[xml(text = "policy")]
    pub policy: Option<String>,
    /// Certificate of the owner.
    #[xml(text = "dhCert")]
    pub dh_cert: Option<String>,
    /// Session with the owner.
    #[xml(text = "session")]
    pub session: Option<String>,
    /// Workarounds the guest sees.
    #[xml(text = "guestVisibleWorkarounds")]
    pub guest_visible_workarounds: Option<String>,
    /// What is measured.
    #[xml(text = "idBlock")]
    pub id_block: Option<String>,
    /// Who vouches for it.
    #[xml(text = "idAuth")]
    pub id_auth: Option<String>,
    /// Data of the host.
    #[xml(text = "hostData")]
    pub host_data: Option<String>,
    /// Configuration, of TDX.
    #[xml(text = "mrConfigId")]
    pub mr_config_id: Option<String>,
    /// Owner, of TDX.
    #[xml(text = "mrOwner")]
    pub mr_owner: Option<String>,
    /// Configuration of the owner, of TDX.
    #[xml(text = "mrOwnerConfig")]
    pub mr_owner_config: Option<String>,
    /// Socket of the service that makes quotes, of TDX.
    #[xml(child = "quoteGenerationService", keep)]
    pub quote_service: Option<QuoteService>,
}

/// `<quoteGenerationService>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct QuoteService {
    /// Path of its socket, when it is not the usual one.
    #[xml(attr = "path")]
    pub path: Option<String>,
}

/// Returns how many bytes base64 text stands for: letters of other alphabets do not count, nor does what is left of a group of four.
fn decoded_len(text: &str) -> usize {
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    let letters: Vec<u8> = text.bytes().filter(is_letter).collect();
    let padding = |group: &[u8]| group.iter().skip(2).filter(|byte| **byte == b'=').count();
    letters.as_chunks::<4>().0.iter().map(|group| 3_usize.saturating_sub(padding(group))).sum()
}

impl LaunchSecurity {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        use LaunchSecurityType::{S390Pv, Sev, SevSnp, Tdx};
        let number = self.policy.as_deref().and_then(|text| crate::value::parse_unsigned(text, 16));
        self.policy = match (self.kind, number) {
            (Sev, Some(policy)) if u32::try_from(policy).is_ok() => Some(format!("0x{policy:04x}")),
            (SevSnp, Some(policy)) => Some(format!("0x{policy:08x}")),
            (Tdx, Some(policy)) => Some(format!("0x{policy:x}")),
            (Tdx, None) if self.policy.is_none() => None,
            (S390Pv, _) => None,
            (Tdx, None) => return Err(cx.xml("failed to get launch security policy for launch security type TDX")),
            _ => return Err(cx.xml("failed to get launch security policy")),
        };
        if !matches!(self.kind, Sev | SevSnp) {
            (self.kernel_hashes, self.cbitpos, self.reduced_phys_bits) = (None, None, None);
        }
        if self.kind != Sev {
            (self.dh_cert, self.session) = (None, None);
        }
        if self.kind != SevSnp {
            (self.author_key, self.vcek, self.guest_visible_workarounds) = (None, None, None);
            (self.id_block, self.id_auth, self.host_data) = (None, None, None);
        }
        if self.kind != Tdx {
            (self.mr_config_id, self.mr_owner, self.mr_owner_config, self.quote_service) = (None, None, None, None);
        }
        Ok(())
    }

    /// Refuses texts that do not stand for as many bytes as the hardware takes.
    pub(super) fn validate(&self) -> Result<()> {
        for (name, text, expected) in [
            ("guestVisibleWorkarounds", &self.guest_visible_workarounds, 16),
            ("idBlock", &self.id_block, 96),
            ("idAuth", &self.id_auth, 4096),
            ("hostData", &self.host_data, 32),
            ("mrConfigId", &self.mr_config_id, 48),
            ("mrOwner", &self.mr_owner, 48),
            ("mrOwnerConfig", &self.mr_owner_config, 48),
        ] {
            let got = text.as_deref().map_or(expected, decoded_len);
            if got != expected {
                let detail = format!("Unexpected length of '{name}', expected {expected} got {got}");
                return Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::CONFIG_UNSUPPORTED, detail));
            }
        }
        Ok(())
    }
}

/// `<keywrap>`: ciphers in the order of their table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyWrap(pub Vec<(WrapCipher, OnOff)>);

impl Element for KeyWrap {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let mut ciphers: Vec<(WrapCipher, OnOff)> = Vec::new();
        for cipher in node.elements("cipher") {
            let name: WrapCipher = Source::attr(cipher, "", "name").required(cx, &Rules::NONE)?;
            let state = Source::attr(cipher, "", "state").required(cx, &Rules::NONE)?;
            if ciphers.iter().any(|(other, _)| *other == name) {
                let detail =
                    format!("A domain definition can have no more than one cipher node with name {}", name.as_str());
                return Err(cx.xml(detail));
            }
            ciphers.push((name, state));
        }
        crate::sort::by_key(&mut ciphers, |(name, _)| *name);
        Ok(Self(ciphers))
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        for (name, state) in &self.0 {
            out.open("cipher");
            out.attr("name", name.as_str());
            out.attr("state", state.as_str());
            out.close();
        }
    }
}
