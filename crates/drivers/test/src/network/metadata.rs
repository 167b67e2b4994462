//! Title, description and metadata of applications.
use super::{Definition, Network, no_network};
use crate::domain::check_flags;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::{Locked, errors};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Function, Result, message};
use oxivirt_protocol::{Event, remote};
use std::sync::Arc;

/// Which metadata.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Description,
    Title,
    Element,
    /// There is none of it.
    Nothing,
}

impl Kind {
    fn new(number: i32) -> Result<Self> {
        match u32::try_from(number) {
            Ok(VIR_NETWORK_METADATA_DESCRIPTION) => Ok(Self::Description),
            Ok(VIR_NETWORK_METADATA_TITLE) => Ok(Self::Title),
            Ok(VIR_NETWORK_METADATA_ELEMENT) => Ok(Self::Element),
            Ok(_) => {
                let text = message!("unknown metadata type '%1$d'", number);
                Err(errors::invalid_argument(ErrorDomain::NETWORK, text))
            }
            Err(_) => Ok(Self::Nothing),
        }
    }
}

const KNOWN: u32 = VIR_NETWORK_UPDATE_AFFECT_LIVE | VIR_NETWORK_UPDATE_AFFECT_CONFIG;

fn text<'a>(text: Option<&'a oxivirt_xdr::Str<'_>>) -> std::borrow::Cow<'a, str> {
    text.map(|text| text.to_str_lossy()).unwrap_or_default()
}

impl Network {
    /// Returns the definition whose metadata are asked for.
    fn one(&self, flags: u32) -> Result<&Definition> {
        if flags & KNOWN == KNOWN {
            let text = message!(
                "Flags 'VIR_NETWORK_UPDATE_AFFECT_LIVE' and 'VIR_NETWORK_UPDATE_AFFECT_CONFIG' are mutually exclusive"
            );
            return Err(Function("virNetworkObjGetOneDefState", ErrorDomain::NETWORK).invalid("flags", text));
        }
        let impact = self.impact(flags)?;
        Ok(if self.active && impact.config { self.config() } else { &self.definition })
    }
}

fn set(definition: &mut Definition, args: &remote::NetworkSetMetadataArgs<'_>) -> Result<()> {
    let given = args.metadata.as_ref();
    let line = || given.map(|text| text.to_str_lossy().into_owned()).filter(|text| !text.is_empty());
    match Kind::new(args.r#type)? {
        Kind::Description => definition.description = line(),
        Kind::Title => definition.title = line(),
        Kind::Element => {
            let (uri, key) = (text(args.uri.as_ref()), text(args.key.as_ref()));
            let element = given.map(|text| text.as_bytes());
            definition.metadata.set(&uri, &key, element, ErrorDomain::NETWORK)?;
        }
        Kind::Nothing => {}
    }
    Ok(())
}

impl TestSession {
    fn network_of_metadata<R>(
        &self,
        net: &remote::NonnullNetwork<'_>,
        then: impl FnOnce(&mut Locked<'_, Network>, &Driver) -> Result<R>,
    ) -> Result<R> {
        let missing = || {
            let uuid = net.uuid.to_string();
            no_network(message!("no network with matching uuid '%1$s' (%2$s)", uuid, net.name.as_bytes()))
        };
        self.network(|driver| driver.networks.by_uuid(&net.uuid), missing, then)
    }

    pub(super) fn metadata_of_network(&self, args: &remote::NetworkGetMetadataArgs<'_>) -> Result<String> {
        check_flags("testNetworkGetMetadata", args.flags, KNOWN)?;
        self.network_of_metadata(&args.network, |net, _| {
            let kind = Kind::new(args.r#type)?;
            let definition = net.one(args.flags)?;
            let found = match kind {
                Kind::Description => definition.description.clone(),
                Kind::Title => definition.title.clone(),
                Kind::Element => definition.metadata.without_namespace(&text(args.uri.as_ref()))?,
                Kind::Nothing => None,
            };
            found.ok_or_else(|| {
                let text = message!("Requested metadata element is not present");
                Error::new(ErrorDomain::NETWORK, ErrorCode::NO_NETWORK_METADATA, text)
            })
        })
    }

    pub(super) fn set_metadata_of_network(&self, args: &remote::NetworkSetMetadataArgs<'_>) -> Result<()> {
        check_flags("testNetworkSetMetadata", args.flags, KNOWN)?;
        self.network_of_metadata(&args.network, |net, driver| {
            let impact = net.impact(args.flags)?;
            if impact.live || !net.active {
                set(Arc::make_mut(&mut net.definition), args)?;
            }
            if impact.config && net.active {
                let mut config = Arc::clone(net.config());
                set(Arc::make_mut(&mut config), args)?;
                net.next = Some(config);
            }
            let nsuri = args.uri.as_ref().map(|uri| uri.to_str_lossy().into_owned().into());
            driver.events.report(&Event::NetworkMetadataChange { net: net.wire(), r#type: args.r#type, nsuri });
            Ok(())
        })
    }
}
