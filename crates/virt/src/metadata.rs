//! Metadata of domains and networks: which texts each type of metadata needs.
use crate::op::Op;
use crate::{Result, Str};
use oxivirt_model::{constants, message};

/// `virDomainMetadataType`, and `virNetworkMetadataType` with the same numbers.
const DESCRIPTION: i32 = constants::VIR_DOMAIN_METADATA_DESCRIPTION.cast_signed();
const TITLE: i32 = constants::VIR_DOMAIN_METADATA_TITLE.cast_signed();
const ELEMENT: i32 = constants::VIR_DOMAIN_METADATA_ELEMENT.cast_signed();
const _: () = assert!(
    constants::VIR_DOMAIN_METADATA_DESCRIPTION == constants::VIR_NETWORK_METADATA_DESCRIPTION
        && constants::VIR_DOMAIN_METADATA_TITLE == constants::VIR_NETWORK_METADATA_TITLE
        && constants::VIR_DOMAIN_METADATA_ELEMENT == constants::VIR_NETWORK_METADATA_ELEMENT
);

/// Types of a future header go to the driver, which decides.
impl Op<'_> {
    /// Refuses a question for metadata of this type with a namespace that it does not have, or without one that it needs.
    pub(crate) fn metadata_of(self, kind: i32, uri: &Option<Str<'_>>) -> Result<Self> {
        match kind {
            TITLE | DESCRIPTION => self.absent("uri", uri),
            ELEMENT => self.present("uri", uri),
            _ => Ok(self),
        }
    }

    /// Refuses new metadata of this type with texts that it does not have, or without those that it needs.
    pub(crate) fn new_metadata(
        self,
        kind: i32,
        metadata: &Option<Str<'_>>,
        key: &Option<Str<'_>>,
        uri: &Option<Str<'_>>,
    ) -> Result<Self> {
        if kind == TITLE && metadata.as_ref().is_some_and(|text| text.contains(&b'\n')) {
            return Err(self.function().invalid("metadata", message!("metadata title can't contain newlines")));
        }
        match kind {
            TITLE | DESCRIPTION => self.absent("uri", uri)?.absent("key", key),
            // Without metadata the element goes away, and needs no key.
            ELEMENT if metadata.is_none() => self.present("uri", uri),
            ELEMENT => self.present("uri", uri)?.present("key", key),
            _ => Ok(self),
        }
    }
}
