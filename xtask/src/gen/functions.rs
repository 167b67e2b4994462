//! Finds the public function behind each procedure, and the error domain of the section that declares it.

use std::fs;

use super::schema::{Module, Proc};

type Result<T> = core::result::Result<T, String>;

/// Headers and the error domains that their functions report.
const SECTIONS: [(&str, &str); 13] = [
    ("libvirt-domain.h", "DOMAIN"),
    ("libvirt-domain-snapshot.h", "DOMAIN_SNAPSHOT"),
    ("libvirt-domain-checkpoint.h", "DOMAIN_CHECKPOINT"),
    ("libvirt-host.h", "DOMAIN"),
    ("libvirt-interface.h", "INTERFACE"),
    ("libvirt-network.h", "NETWORK"),
    ("libvirt-nodedev.h", "NODEDEV"),
    ("libvirt-nwfilter.h", "NWFILTER"),
    ("libvirt-secret.h", "SECRET"),
    ("libvirt-storage.h", "STORAGE"),
    ("libvirt-admin.h", "ADMIN"),
    ("libvirt-qemu.h", "NONE"),
    ("libvirt-lxc.h", "NONE"),
];

/// The declarations of all headers.
pub(crate) struct Functions(Vec<(&'static str, Vec<String>)>);

impl Functions {
    pub(crate) fn read() -> Result<Self> {
        let read = |(header, section): (&str, &'static str)| {
            let path = format!("include/libvirt/{header}");
            let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
            Ok((section, declared(&text)))
        };
        Ok(Self(SECTIONS.into_iter().map(read).collect::<Result<_>>()?))
    }

    /// Name and error domain; `None` for what belongs to opening a connection.
    pub(crate) fn of(&self, module: &Module, p: &Proc) -> Option<(String, &'static str)> {
        if let Some(name) = &p.notes.function {
            // Functions that only a daemon calls are in no header; they report like the others of their object.
            return Some((name.clone(), self.section(name).unwrap_or("DOMAIN")));
        }
        let wanted = wanted(&module.name, &p.method);
        self.0.iter().find_map(|(section, names)| {
            let found = names.iter().find(|name| name.to_lowercase() == wanted)?;
            Some((found.clone(), *section))
        })
    }

    fn section(&self, wanted: &str) -> Option<&'static str> {
        let mut sections = self.0.iter();
        sections.find(|(_, names)| names.iter().any(|name| name == wanted)).map(|(section, _)| *section)
    }
}

/// The function's name in small letters, as it follows from the method's.
fn wanted(module: &str, method: &str) -> String {
    let compact = method.replace('_', "");
    match module {
        "admin" => compact.replacen("admin", "viradm", 1),
        // `virDomainQemuAttach`
        "qemu" | "lxc" => {
            format!("vir{}", compact.replacen(module, "", 1).replacen("domain", &format!("domain{module}"), 1))
        }
        _ => format!("vir{compact}"),
    }
}

/// The names in front of parentheses, outside of comments.
fn declared(header: &str) -> Vec<String> {
    let code: String = header.split("*/").map(|part| part.split("/*").next().unwrap_or_default()).collect();
    let before = code.split('(').map(|part| part.trim_end().rsplit(|c: char| !c.is_ascii_alphanumeric()).next());
    before.flatten().filter(|name| name.starts_with("vir")).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_small_letters() {
        assert_eq!(wanted("remote", "domain_get_info"), "virdomaingetinfo");
        assert_eq!(wanted("admin", "admin_connect_list_servers"), "viradmconnectlistservers");
        assert_eq!(
            wanted("qemu", "qemu_connect_domain_monitor_event_register"),
            "virconnectdomainqemumonitoreventregister"
        );
    }

    #[test]
    fn declarations_outside_of_comments() {
        let header =
            "/* virNot (x) */\nint virDomainGetID (virDomainPtr d);\nchar * virX(void);\ntypedef int (*virCb)(int);";
        assert_eq!(declared(header), ["virDomainGetID", "virX"]);
    }
}
