//! Documents against the schemas that the system's libvirt packages bring: /usr/share/libvirt/schemas.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::{RelaxNgError, validate_relax_ng};
use oxivirt_xml::tree::Document;
use std::ffi::CString;
use std::path::Path;

/// Where the schemas are.
const FOLDER: &str = "/usr/share/libvirt/schemas";

/// The schema of one kind of document.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// The file, without `.rng`.
    file: &'static str,
    /// The root element.
    root: &'static str,
    /// The error domain of documents that are not well-formed.
    from: ErrorDomain,
}

/// `<domain>`.
pub const DOMAIN: Schema = Schema { file: "domain", root: "domain", from: ErrorDomain::DOMAIN };
/// `<domainsnapshot>`.
pub const SNAPSHOT: Schema =
    Schema { file: "domainsnapshot", root: "domainsnapshot", from: ErrorDomain::DOMAIN_SNAPSHOT };
/// `<domaincheckpoint>`.
pub const CHECKPOINT: Schema =
    Schema { file: "domaincheckpoint", root: "domaincheckpoint", from: ErrorDomain::DOMAIN_CHECKPOINT };
/// `<network>`.
pub const NETWORK: Schema = Schema { file: "network", root: "network", from: ErrorDomain::NETWORK };
/// `<networkport>`.
pub const NETWORK_PORT: Schema = Schema { file: "networkport", root: "networkport", from: ErrorDomain::NETWORK };
/// `<pool>`.
pub const STORAGE_POOL: Schema = Schema { file: "storagepool", root: "pool", from: ErrorDomain::STORAGE };
/// `<volume>`.
pub const STORAGE_VOL: Schema = Schema { file: "storagevol", root: "volume", from: ErrorDomain::STORAGE };
/// `<interface>`.
pub const INTERFACE: Schema = Schema { file: "interface", root: "interface", from: ErrorDomain::INTERFACE };
/// `<device>`.
pub const NODE_DEVICE: Schema = Schema { file: "nodedev", root: "device", from: ErrorDomain::NODEDEV };

impl Schema {
    /// Validates a document, if that is asked for. Parsing it follows.
    ///
    /// # Errors
    /// `VIR_ERR_XML_INVALID_SCHEMA`: it is not valid; the text ends with what libxml2 says. It is not well-formed, or its root is another
    /// element. `VIR_ERR_INTERNAL_ERROR`: the schema cannot be read, or libxml2 is not installed.
    pub fn check(&self, asked: bool, document: &[u8]) -> Result<()> {
        if !asked {
            return Ok(());
        }
        self.read(document)?;
        let path = self.path();
        validate(&path, document).map_err(|why| refusal(&path, &why))
    }

    /// Validates a document, as [`Schema::check`] does, unless the schema or libxml2 is not installed.
    ///
    /// # Errors
    /// As [`Schema::check`].
    pub fn check_if_installed(&self, document: &[u8]) -> Result<()> {
        self.read(document)?;
        let path = self.path();
        if !Path::new(&path).exists() {
            return Ok(());
        }
        match validate(&path, document) {
            Err(RelaxNgError::NoLibrary) => Ok(()),
            result => result.map_err(|why| refusal(&path, &why)),
        }
    }

    fn read(&self, document: &[u8]) -> Result<()> {
        Document::parse(document, self.from)?.root_named(self.root).map(drop)
    }

    fn path(&self) -> String {
        format!("{FOLDER}/{}.rng", self.file)
    }
}

fn validate(path: &str, document: &[u8]) -> std::result::Result<(), RelaxNgError> {
    let path = CString::new(path).map_err(|_| RelaxNgError::NoParser)?;
    validate_relax_ng(&path, document)
}

fn refusal(path: &str, why: &RelaxNgError) -> Error {
    let (code, text) = match why {
        RelaxNgError::Invalid(said) => {
            (ErrorCode::XML_INVALID_SCHEMA, message!("Unable to validate doc against %1$s\n%2$s", path, said))
        }
        RelaxNgError::Document => {
            (ErrorCode::XML_INVALID_SCHEMA, message!("Unable to validate doc against %1$s\n%2$s", path, ""))
        }
        RelaxNgError::Schema(said) => {
            (ErrorCode::INTERNAL_ERROR, message!("Unable to parse RelaxNG schema '%1$s': %2$s", path, said))
        }
        RelaxNgError::NoParser => {
            (ErrorCode::INTERNAL_ERROR, message!("Unable to create RelaxNG parser for schema '%1$s'", path))
        }
        RelaxNgError::NoValidation => {
            (ErrorCode::INTERNAL_ERROR, message!("Unable to create RelaxNG validation context for schema '%1$s'", path))
        }
        RelaxNgError::NoLibrary => {
            let text = format!("Unable to create RelaxNG parser for schema '{path}': libxml2 is not installed");
            (ErrorCode::INTERNAL_ERROR, text.into_bytes())
        }
    };
    Error::new(ErrorDomain::XML, code, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syntax_and_root_come_before_the_schema() {
        assert_eq!(DOMAIN.check(false, b"<"), Ok(()));
        let refused = |document: &[u8]| DOMAIN.check(true, document).unwrap_err();
        assert_eq!(refused(b"<domain>").code, ErrorCode::XML_DETAIL);
        let error = refused(b"<network/>");
        assert_eq!((error.code, error.domain), (ErrorCode::XML_ERROR, ErrorDomain::XML));
        assert!(error.text().ends_with("expecting root element of 'domain', not 'network'"), "{error}");
    }

    #[test]
    fn refusals_name_the_schema_and_say_why() {
        let told = |why| {
            let error = refusal("FILE", &why);
            (error.code, error.text().into_owned())
        };
        let (code, text) = told(RelaxNgError::Invalid(b"no\n".to_vec()));
        assert_eq!(code, ErrorCode::XML_INVALID_SCHEMA);
        assert_eq!(text, "XML document failed to validate against schema: Unable to validate doc against FILE\nno\n");
        let (code, text) = told(RelaxNgError::NoLibrary);
        assert_eq!(code, ErrorCode::INTERNAL_ERROR);
        assert_eq!(text, "internal error: Unable to create RelaxNG parser for schema 'FILE': libxml2 is not installed");
        let (_, text) = told(RelaxNgError::Schema(b"no".to_vec()));
        assert_eq!(text, "internal error: Unable to parse RelaxNG schema 'FILE': no");
    }
}
