//! Entering a container's control groups.
use super::FROM;
use crate::{Domain, Error, ErrorDomain, Function, OnConnection, Result};
use oxivirt_model::message;
use std::{fs, io};

/// The version 1 controllers that a process is moved in; others (systemd's own) stay as they are.
const CONTROLLERS: [&str; 9] =
    ["cpu", "cpuacct", "cpuset", "memory", "devices", "freezer", "blkio", "net_cls", "perf_event"];
/// ENXIO: there is no such thing.
const NO_CONTROLLER: i32 = 6;

impl Domain {
    /// Moves the calling process into the container's control groups: `virDomainLxcEnterCGroup`. Without a running container it
    /// stays where it is.
    ///
    /// # Errors
    /// The connection is read-only, there are no control groups, or the process may not enter.
    pub fn lxc_enter_cgroup(&self) -> Result<()> {
        self.op(&Function("virDomainLxcEnterCGroup", FROM)).write()?;
        Self::lxc_enter_cgroup_of(self.id())
    }

    /// Does what [`Domain::lxc_enter_cgroup`] does, for a process that has no connection.
    #[doc(hidden)]
    pub fn lxc_enter_cgroup_of(id: i32) -> Result<()> {
        // A running container's id is the process id of its init; without one the process's own place is meant.
        let placement = match id {
            -1 => "/proc/self/cgroup".to_owned(),
            pid => format!("/proc/{pid}/cgroup"),
        };
        let placement = read(&placement)?;
        let places = places(&placement, &read("/proc/mounts")?);
        if places.is_empty() {
            let text = message!("At least one cgroup controller is required");
            return Err(Error::system(ErrorDomain::CGROUP, NO_CONTROLLER, text));
        }
        let pid = oxivirt_sys::pid().to_string();
        places.iter().try_for_each(|place| {
            fs::write(place, &pid).map_err(|e| system(&e, message!("Unable to write to '%1$s'", place)))
        })
    }
}

fn read(path: &str) -> Result<String> {
    let bytes = fs::read(path).map_err(|e| system(&e, message!("Unable to open '%1$s'", path)))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn system(error: &io::Error, what: Vec<u8>) -> Error {
    Error::system(ErrorDomain::CGROUP, error.raw_os_error().unwrap_or_default(), what)
}

/// The `cgroup.procs` files of the groups that `placement` (/proc/PID/cgroup) names, each once.
fn places(placement: &str, mounts: &str) -> Vec<String> {
    let mut places = Vec::new();
    for line in placement.lines() {
        let mut parts = line.splitn(3, ':').skip(1);
        let (Some(controllers), Some(path)) = (parts.next(), parts.next()) else {
            continue;
        };
        let wanted = controllers.split(',').find(|c| c.is_empty() || CONTROLLERS.contains(c));
        let Some(mount) = wanted.and_then(|controller| mount_of(mounts, controller)) else {
            continue;
        };
        places.push(format!("{}{}/cgroup.procs", mount, path.trim_end_matches('/')));
    }
    places
}

/// Where a version 1 controller is mounted; the empty name stands for the one version 2 hierarchy.
fn mount_of<'a>(mounts: &'a str, controller: &str) -> Option<&'a str> {
    mounts.lines().find_map(|line| {
        let mut fields = line.split(' ').skip(1);
        let (place, kind, options) = (fields.next()?, fields.next()?, fields.next()?);
        let found = match controller {
            "" => kind == "cgroup2",
            name => kind == "cgroup" && options.split(',').any(|o| o == name),
        };
        found.then_some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "proc /proc proc rw 0 0\n\
        cgroup2 /sys/fs/cgroup/unified cgroup2 rw,nsdelegate 0 0\n\
        cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,cpu,cpuacct 0 0\n\
        cgroup /sys/fs/cgroup/systemd cgroup rw,name=systemd 0 0\n";

    #[test]
    fn groups_of_both_versions_are_found() {
        let placement = "4:cpu,cpuacct:/a/b\n3:memory:/m\n1:name=systemd:/s\n0::/v2:with:colons\n";
        let want =
            ["/sys/fs/cgroup/cpu,cpuacct/a/b/cgroup.procs", "/sys/fs/cgroup/unified/v2:with:colons/cgroup.procs"];
        assert_eq!(places(placement, MOUNTS), want);
        assert_eq!(places("0::/\n", MOUNTS), ["/sys/fs/cgroup/unified/cgroup.procs"]);
        assert!(places("0::/\n", "proc /proc proc rw 0 0\n").is_empty());
        assert!(places("garbage\n\n1:cpu", MOUNTS).is_empty());
    }
}
