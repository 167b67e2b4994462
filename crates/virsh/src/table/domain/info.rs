//! Commands of the group `domain`: what a domain is.
use crate::table::command::Command;
use crate::table::common::{INACTIVE_XML, SECURITY_INFO, SELECT};
use crate::table::option::{Completer, Domains, domain, flag, needed, options};

pub(super) const DOMID: Command = Command::new(
    "domid",
    "convert a domain name or UUID to domain id",
    "",
    &[needed("domain", "domain name or uuid").completes(Completer::Domain(Domains::ACTIVE))],
);

pub(super) const DOMNAME: Command = Command::new(
    "domname",
    "convert a domain id or UUID to domain name",
    "",
    &[needed("domain", "domain id or uuid").completes(Completer::DomainUuid)],
);

pub(super) const DOMUUID: Command = Command::new(
    "domuuid",
    "convert a domain name or id to domain UUID",
    "",
    &[needed("domain", "domain id or name").completes(Completer::Domain(Domains::ALL))],
);

pub(super) const DUMPXML: Command = Command::new(
    "dumpxml",
    "domain information in XML",
    "Output the domain information as an XML dump to stdout.",
    options![
        &[
            domain(Domains::ALL),
            INACTIVE_XML,
            SECURITY_INFO,
            flag("update-cpu", "update guest CPU according to host CPU"),
            flag("migratable", "provide XML suitable for migrations")
        ],
        SELECT
    ],
);
