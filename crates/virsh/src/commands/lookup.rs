//! Finding the object that a command is about.
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::{Args, to_i32};
use crate::shell::{Level, Shell};
use oxivirt::{
    Domain, Error, ErrorCode, ErrorDomain, Interface, Network, NetworkPort, NodeDevice, NwFilter, NwFilterBinding,
    Result, Secret, StoragePool, StorageVol, Uuid,
};

/// A text that is as long as a UUID may be one.
fn as_uuid(text: &str) -> Option<Uuid> {
    if text.len() == 36 { text.parse().ok() } else { None }
}

/// How an object is looked up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct By {
    id: bool,
    uuid: bool,
    name: bool,
}

impl By {
    pub(crate) const ANY: Self = Self { id: true, uuid: true, name: true };
    pub(crate) const NAME_OR_UUID: Self = Self { id: false, uuid: true, name: true };
    pub(crate) const ID_OR_UUID: Self = Self { id: true, uuid: true, name: false };
    pub(crate) const ID_OR_NAME: Self = Self { id: true, uuid: false, name: true };
    pub(crate) const UUID: Self = Self { id: false, uuid: true, name: false };
    pub(crate) const NAME: Self = Self { id: false, uuid: false, name: true };
}

/// Looks an object up by its UUID if the text is one, else by its name. `None` if neither was tried.
fn by_uuid_or_name<T>(
    by: By,
    function: &str,
    text: &str,
    uuid: impl FnOnce(Uuid) -> Result<T>,
    name: impl FnOnce(&[u8]) -> Result<T>,
) -> Option<Result<T>> {
    let mut found = None;
    if by.uuid && text.len() == 36 {
        found = Some(as_uuid(text).map_or_else(|| Err(bad_uuid(function)), uuid));
    }
    match found {
        None | Some(Err(_)) if by.name => Some(name(&bytes(text))),
        found => found,
    }
}

fn bad_uuid(function: &str) -> Error {
    let detail = format!("uuidstr in {function} must be a valid UUID");
    Error::raw(ErrorDomain::NONE, ErrorCode::INVALID_ARG, detail)
}

/// Returns the object, or says that there is none.
fn found<T>(found: Option<Result<T>>, what: &str, name: &str) -> Done<T> {
    let said = || format!("failed to get {what} '{name}'");
    match found {
        Some(found) => found.or_say(said),
        // Nothing was asked, so the library has nothing to say.
        None => Err(Failure::say(said())),
    }
}

impl Shell {
    fn said_option(&self, level: Level, args: &Args, option: &str) -> Done<String> {
        let name = args.needed(option)?.to_owned();
        self.debug(level, &format!("{}: found option <{option}>: {name}", args.command().name));
        Ok(name)
    }

    fn trying(&self, args: &Args, option: &str, what: &str) {
        self.debug(Level::Debug, &format!("{}: <{option}> trying as {what}", args.command().name));
    }

    /// Returns the domain that `--domain` names.
    pub(crate) fn domain(&self, args: &Args) -> Done<Domain> {
        self.domain_by(args, By::ANY)
    }

    /// [`Shell::domain`] for a domain that is named in one of some ways.
    pub(crate) fn domain_by(&self, args: &Args, by: By) -> Done<Domain> {
        let name = self.said_option(Level::Info, args, "domain")?;
        self.find_domain(args.command().name, &name, by)
    }

    /// Returns the domain of this name, UUID or id.
    pub(crate) fn find_domain(&self, command: &str, name: &str, by: By) -> Done<Domain> {
        let conn = self.conn()?;
        let mut found = None;
        if by.id
            && let Some(id) = to_i32(name).filter(|id| *id >= 0)
        {
            self.debug(Level::Debug, &format!("{command}: <domain> looks like ID"));
            found = Domain::lookup_by_id(&conn, id).ok();
        }
        if found.is_none() && by.uuid && name.len() == 36 {
            self.debug(Level::Debug, &format!("{command}: <domain> trying as domain UUID"));
            found = as_uuid(name).and_then(|uuid| Domain::lookup_by_uuid(&conn, uuid).ok());
        }
        if found.is_none() && by.name {
            self.debug(Level::Debug, &format!("{command}: <domain> trying as domain NAME"));
            found = Domain::lookup_by_name(&conn, &*bytes(name)).ok();
        }
        found.ok_or_else(|| Failure::say(format!("failed to get domain '{name}'")))
    }

    /// Returns the network that `--network` names, and the name that the user gave.
    pub(crate) fn network(&self, args: &Args, by: By) -> Done<(Network, String)> {
        let conn = self.conn()?;
        let name = self.said_option(Level::Info, args, "network")?;
        let network = by_uuid_or_name(
            by,
            "virNetworkLookupByUUIDString",
            &name,
            |uuid| Network::lookup_by_uuid(&conn, uuid),
            |name| Network::lookup_by_name(&conn, name),
        );
        Ok((found(network, "network", &name)?, name))
    }

    /// Returns the port that `--port` names.
    pub(crate) fn network_port(&self, args: &Args, network: &Network) -> Done<NetworkPort> {
        let name = self.said_option(Level::Info, args, "port")?;
        self.trying(args, "port", "network UUID");
        let uuid = name.parse::<Uuid>().map_err(|_| {
            let detail = "uuidstr in virNetworkPortLookupByUUIDString must be a valid UUID";
            Error::raw(ErrorDomain::NETWORK, ErrorCode::INVALID_ARG, detail)
        });
        let port = uuid.and_then(|uuid| NetworkPort::lookup_by_uuid(network, uuid));
        found(Some(port), "network port", &name)
    }

    /// Returns the pool that an option names, and the name that the user gave.
    pub(crate) fn pool(&self, args: &Args, option: &str, by: By) -> Done<(StoragePool, String)> {
        let conn = self.conn()?;
        let name = self.said_option(Level::Info, args, option)?;
        let pool = by_uuid_or_name(
            by,
            "virStoragePoolLookupByUUIDString",
            &name,
            |uuid| StoragePool::lookup_by_uuid(&conn, uuid),
            |name| StoragePool::lookup_by_name(&conn, name),
        );
        Ok((found(pool, "pool", &name)?, name))
    }

    /// Returns the volume that `--vol` names, by name in the pool of the option `pool`, key or path; and the name that the
    /// user gave.
    pub(crate) fn volume(&self, args: &Args, pool_option: Option<&str>) -> Done<(StorageVol, String)> {
        let conn = self.conn()?;
        let name = args.needed("vol")?.to_owned();
        let pool = match pool_option {
            Some(option) if args.text(option)?.is_some() => Some(self.active_pool(args, option)?),
            _ => None,
        };
        self.debug(Level::Debug, &format!("{}: found option <vol>: {name}", args.command().name));
        let raw = bytes(&name);
        let by_name = pool.as_ref().map(|pool| StorageVol::lookup_by_name(pool, &*raw));
        let vol = match by_name {
            Some(Ok(vol)) => Ok(vol),
            _ => {
                let by_key = StorageVol::lookup_by_key(&conn, &*raw);
                by_key.or_else(|_| StorageVol::lookup_by_path(&conn, &*raw))
            }
        };
        let help = match pool_option {
            Some(option) if pool.is_none() => format!(", specifying --{option} might help"),
            _ => String::new(),
        };
        let vol = vol.or_say(|| format!("failed to get vol '{name}'{help}"))?;
        if let Some(pool) = &pool
            && let Ok(own) = StoragePool::lookup_by_volume(&vol)
            && own.name() != pool.name()
        {
            let text = format!("Requested volume '{name}' is not in pool '{}'", pool.name().shown());
            return Err(Failure::say(text));
        }
        Ok((vol, name))
    }

    fn active_pool(&self, args: &Args, option: &str) -> Done<StoragePool> {
        let (pool, name) = self.pool(args, option, By::NAME_OR_UUID)?;
        match pool.is_active() {
            Ok(true) => Ok(pool),
            Ok(false) => Err(Failure::say(format!("pool '{name}' is not active"))),
            Err(error) => Err(Failure::from(error).after(format!("pool '{name}' is not active"))),
        }
    }

    /// Returns the secret that `--secret` names, and its UUID as the user wrote it.
    pub(crate) fn secret(&self, args: &Args) -> Done<(Secret, String)> {
        let conn = self.conn()?;
        let name = self.said_option(Level::Debug, args, "secret")?;
        let uuid = name.parse::<Uuid>().map_err(|_| {
            let detail = "uuidstr in virSecretLookupByUUIDString must be a valid UUID";
            Error::raw(ErrorDomain::SECRET, ErrorCode::INVALID_ARG, detail)
        });
        let secret = uuid.and_then(|uuid| Secret::lookup_by_uuid(&conn, uuid));
        Ok((found(Some(secret), "secret", &name)?, name))
    }

    /// Returns the filter that `--nwfilter` names, and the name that the user gave.
    pub(crate) fn nwfilter(&self, args: &Args) -> Done<(NwFilter, String)> {
        let conn = self.conn()?;
        let name = self.said_option(Level::Info, args, "nwfilter")?;
        let filter = by_uuid_or_name(
            By::NAME_OR_UUID,
            "virNWFilterLookupByUUIDString",
            &name,
            |uuid| NwFilter::lookup_by_uuid(&conn, uuid),
            |name| NwFilter::lookup_by_name(&conn, name),
        );
        Ok((found(filter, "nwfilter", &name)?, name))
    }

    /// Returns the binding that `--binding` names, and the name that the user gave.
    pub(crate) fn nwfilter_binding(&self, args: &Args) -> Done<(NwFilterBinding, String)> {
        let conn = self.conn()?;
        let name = self.said_option(Level::Info, args, "binding")?;
        self.trying(args, "binding", "nwfilter binding port dev");
        let binding = NwFilterBinding::lookup_by_port_dev(&conn, &*bytes(&name));
        Ok((found(Some(binding), "nwfilter binding", &name)?, name))
    }

    /// Returns the interface that an option names by its name or its MAC address; and what the user wrote.
    pub(crate) fn interface(&self, args: &Args, option: &str, name: bool, mac: bool) -> Done<(Interface, String)> {
        let conn = self.conn()?;
        let text = self.said_option(Level::Info, args, option)?;
        let is_mac = crate::xml::mac(&text).is_some();
        let raw = bytes(&text);
        let interface = if is_mac {
            mac.then(|| Interface::lookup_by_mac_string(&conn, &*raw))
        } else {
            name.then(|| Interface::lookup_by_name(&conn, &*raw))
        };
        Ok((found(interface, "interface", &text)?, text))
    }

    /// Returns the device that `--device` names, by name or by two world wide names with a comma between.
    pub(crate) fn device(&self, args: &Args) -> Done<(NodeDevice, String)> {
        let conn = self.conn()?;
        let name = args.needed("device")?.to_owned();
        if !name.contains(',') {
            let device = NodeDevice::lookup_by_name(&conn, &*bytes(&name));
            return Ok((device.or_say(|| format!("Could not find matching device '{name}'"))?, name));
        }
        let parts = crate::quote::split_list(&name);
        let [node, port] = parts.as_slice() else {
            return Err(Failure::say(format!("Malformed device value '{name}'")));
        };
        check_wwn(node)?;
        check_wwn(port)?;
        let device = NodeDevice::lookup_scsi_host_by_wwn(&conn, &**node, &**port, 0);
        Ok((device.or_say(|| format!("Could not find matching device '{name}'"))?, name))
    }

    /// Returns the device that `--device` names.
    pub(crate) fn device_by_name(&self, args: &Args) -> Done<(NodeDevice, String)> {
        let name = args.needed("device")?.to_owned();
        let device = NodeDevice::lookup_by_name(&self.conn()?, &*bytes(&name));
        Ok((device.or_say(|| format!("Could not find matching device '{name}'"))?, name))
    }
}

/// Refuses what is no world wide name.
pub(crate) fn check_wwn(text: &str) -> Done {
    let hexadecimal = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if text.len() == 16 && hexadecimal {
        return Ok(());
    }
    let text = format!("Malformed wwn: {text}");
    Err(Failure::from(Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text)))
}
