//! What the daemon answers about the states, statistics, disks and guests of its domains.
use crate::driver::{Driver, all_domains, running};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_protocol::driver::*;
use oxivirt_protocol::{Call, remote};
use oxivirt_xdr::Str;
use std::sync::atomic::{AtomicI32, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// `VIR_DOMAIN_RUNNING` and `VIR_DOMAIN_SHUTOFF`.
const RUNNING: i32 = 1;
const SHUTOFF: i32 = 5;

/// The state of the domains, for one connection.
#[derive(Debug)]
pub(crate) struct Domains {
    /// In KiB.
    pub(crate) memory: AtomicU64,
    /// Names of snapshots, each the child of the one before; the last is the current one.
    snapshots: Mutex<Vec<String>>,
    /// How often a block job will say that it runs.
    job: AtomicI32,
}

impl Default for Domains {
    fn default() -> Self {
        Self { memory: AtomicU64::new(1 << 20), snapshots: Mutex::default(), job: AtomicI32::new(0) }
    }
}

impl Domains {
    fn snapshots(&self) -> MutexGuard<'_, Vec<String>> {
        self.snapshots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns where among the snapshots one stands.
    fn position(&self, name: &Str<'_>) -> Result<usize> {
        let found = self.snapshots().iter().position(|one| **name == *one.as_bytes());
        found.ok_or_else(|| no_snapshot(&format!("no domain snapshot with matching name '{name}'")))
    }

    /// Returns the reply's form of the snapshots from `start` on, if they are wanted, and their number.
    fn list(
        &self,
        dom: &remote::NonnullDomain<'_>,
        start: usize,
        need_results: i32,
    ) -> (Vec<remote::NonnullDomainSnapshot<'static>>, i32) {
        let all = self.snapshots();
        let names = all.get(start..).unwrap_or_default();
        let number = names.len().try_into().unwrap_or_default();
        let wanted = if need_results == 0 { &[] } else { names };
        (wanted.iter().map(|name| snapshot(dom, name.clone())).collect(), number)
    }
}

fn no_snapshot(text: &str) -> Error {
    Error::new(ErrorDomain::TEST, ErrorCode::NO_DOMAIN_SNAPSHOT, text)
}

fn snapshot(dom: &remote::NonnullDomain<'_>, name: String) -> remote::NonnullDomainSnapshot<'static> {
    let dom = remote::NonnullDomain { name: dom.name.clone().into_owned(), uuid: dom.uuid, id: dom.id };
    remote::NonnullDomainSnapshot { name: name.into(), dom }
}

fn param(field: &str, value: u64) -> remote::TypedParam<'static> {
    remote::TypedParam { field: field.to_owned().into(), value: remote::TypedParamValue::Ullong(value) }
}

impl DomainSnapshot for Driver {
    fn domain_snapshot_create_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotCreateXmlArgs<'_>,
    ) -> Result<remote::DomainSnapshotCreateXmlRet<'c>> {
        let xml = args.xml_desc.to_str_lossy();
        let name = xml.split("<name>").nth(1).and_then(|rest| rest.split("</name>").next());
        let name = name.ok_or_else(|| no_snapshot("a snapshot without a name"))?.to_owned();
        self.domains.snapshots().push(name.clone());
        Ok(remote::DomainSnapshotCreateXmlRet { snap: snapshot(&args.dom, name) })
    }

    fn domain_snapshot_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotGetXmlDescArgs<'_>,
    ) -> Result<remote::DomainSnapshotGetXmlDescRet<'c>> {
        let xml = format!("<domainsnapshot><name>{}</name></domainsnapshot>", args.snap.name);
        Ok(remote::DomainSnapshotGetXmlDescRet { xml: xml.into() })
    }

    fn domain_snapshot_num(
        &self,
        _: &mut Call,
        _: &remote::DomainSnapshotNumArgs<'_>,
    ) -> Result<remote::DomainSnapshotNumRet> {
        // No daemon should; this one does.
        Ok(remote::DomainSnapshotNumRet { num: -7 })
    }

    fn domain_snapshot_list_names<'c>(
        &self,
        _: &'c mut Call,
        _: &remote::DomainSnapshotListNamesArgs<'_>,
    ) -> Result<remote::DomainSnapshotListNamesRet<'c>> {
        Ok(remote::DomainSnapshotListNamesRet {
            names: self.domains.snapshots().iter().map(|name| name.clone().into()).collect(),
        })
    }

    fn domain_snapshot_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotLookupByNameArgs<'_>,
    ) -> Result<remote::DomainSnapshotLookupByNameRet<'c>> {
        self.domains.position(&args.name)?;
        Ok(remote::DomainSnapshotLookupByNameRet { snap: snapshot(&args.dom, args.name.to_str_lossy().into_owned()) })
    }

    fn domain_has_current_snapshot(
        &self,
        _: &mut Call,
        _: &remote::DomainHasCurrentSnapshotArgs<'_>,
    ) -> Result<remote::DomainHasCurrentSnapshotRet> {
        Ok(remote::DomainHasCurrentSnapshotRet { result: (!self.domains.snapshots().is_empty()).into() })
    }

    fn domain_snapshot_current<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotCurrentArgs<'_>,
    ) -> Result<remote::DomainSnapshotCurrentRet<'c>> {
        let name = self.domains.snapshots().last().cloned();
        let name = name.ok_or_else(|| no_snapshot("the domain does not have a current snapshot"))?;
        Ok(remote::DomainSnapshotCurrentRet { snap: snapshot(&args.dom, name) })
    }

    fn domain_revert_to_snapshot(&self, _: &mut Call, args: &remote::DomainRevertToSnapshotArgs<'_>) -> Result<()> {
        let keep = self.domains.position(&args.snap.name)?.saturating_add(1);
        self.domains.snapshots().truncate(keep);
        Ok(())
    }

    fn domain_snapshot_delete(&self, _: &mut Call, args: &remote::DomainSnapshotDeleteArgs<'_>) -> Result<()> {
        let position = self.domains.position(&args.snap.name)?;
        self.domains.snapshots().remove(position);
        Ok(())
    }

    fn domain_snapshot_get_parent<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotGetParentArgs<'_>,
    ) -> Result<remote::DomainSnapshotGetParentRet<'c>> {
        let before = self.domains.position(&args.snap.name)?.checked_sub(1);
        let parent = before.and_then(|before| self.domains.snapshots().get(before).cloned());
        let parent = parent.ok_or_else(|| no_snapshot("the snapshot does not have a parent"))?;
        Ok(remote::DomainSnapshotGetParentRet { snap: snapshot(&args.snap.dom, parent) })
    }

    fn domain_snapshot_is_current(
        &self,
        _: &mut Call,
        args: &remote::DomainSnapshotIsCurrentArgs<'_>,
    ) -> Result<remote::DomainSnapshotIsCurrentRet> {
        let last = self.domains.snapshots().last().is_some_and(|name| *args.snap.name == *name.as_bytes());
        Ok(remote::DomainSnapshotIsCurrentRet { current: last.into() })
    }

    fn domain_list_all_snapshots<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainListAllSnapshotsArgs<'_>,
    ) -> Result<remote::DomainListAllSnapshotsRet<'c>> {
        let (snapshots, ret) = self.domains.list(&args.dom, 0, args.need_results);
        Ok(remote::DomainListAllSnapshotsRet { snapshots, ret })
    }

    fn domain_snapshot_list_all_children<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotListAllChildrenArgs<'_>,
    ) -> Result<remote::DomainSnapshotListAllChildrenRet<'c>> {
        let start = self.domains.position(&args.snapshot.name)?.saturating_add(1);
        let (snapshots, ret) = self.domains.list(&args.snapshot.dom, start, args.need_results);
        Ok(remote::DomainSnapshotListAllChildrenRet { snapshots, ret })
    }
}

impl DomainInfo for Driver {
    fn domain_get_info(&self, _: &mut Call, args: &remote::DomainGetInfoArgs<'_>) -> Result<remote::DomainGetInfoRet> {
        let state = if running(&args.dom) { RUNNING } else { SHUTOFF };
        let memory = self.domains.memory.load(Ordering::Relaxed);
        let state = u8::try_from(state).unwrap_or_default();
        Ok(remote::DomainGetInfoRet { state, max_mem: 1 << 21, memory, nr_virt_cpu: 2, cpu_time: 3_000_000 })
    }

    fn domain_get_state(
        &self,
        _: &mut Call,
        args: &remote::DomainGetStateArgs<'_>,
    ) -> Result<remote::DomainGetStateRet> {
        let state = if running(&args.dom) { RUNNING } else { SHUTOFF };
        Ok(remote::DomainGetStateRet { state, reason: 1 })
    }

    fn domain_get_security_label_list(
        &self,
        _: &mut Call,
        args: &remote::DomainGetSecurityLabelListArgs<'_>,
    ) -> Result<remote::DomainGetSecurityLabelListRet> {
        let label = remote::DomainGetSecurityLabelRet { label: b"system_u\0".into(), enforcing: 1 };
        Ok(if running(&args.dom) {
            remote::DomainGetSecurityLabelListRet { labels: vec![label], ret: 1 }
        } else {
            remote::DomainGetSecurityLabelListRet { labels: Vec::new(), ret: -1 }
        })
    }

    /// Two processors, of which the second is offline when they are asked for one by one.
    fn domain_get_cpu_stats<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetCpuStatsArgs<'_>,
    ) -> Result<remote::DomainGetCpuStatsRet<'c>> {
        Ok(match (args.nparams, args.ncpus) {
            (0, 0) => remote::DomainGetCpuStatsRet { params: Vec::new(), nparams: 2 },
            (0, _) => remote::DomainGetCpuStatsRet { params: Vec::new(), nparams: 1 },
            // More rows than were asked for.
            _ if args.start_cpu > 1 => remote::DomainGetCpuStatsRet {
                params: (0..5).map(|time| param("cpu_time", time)).collect(),
                nparams: 1,
            },
            _ => remote::DomainGetCpuStatsRet { params: vec![param("cpu_time", 3_000_000)], nparams: 1 },
        })
    }

    fn connect_get_all_domain_stats<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectGetAllDomainStatsArgs<'_>,
    ) -> Result<remote::ConnectGetAllDomainStatsRet<'c>> {
        let asked =
            |dom: &remote::NonnullDomain<'_>| args.doms.is_empty() || args.doms.iter().any(|one| one.uuid == dom.uuid);
        let record = |dom: remote::NonnullDomain<'static>| {
            let mut params = vec![param("state.state", if running(&dom) { 1 } else { 5 })];
            params.extend(running(&dom).then(|| param("cpu.time", 3_000_000)));
            remote::DomainStatsRecord { dom, params }
        };
        let ret_stats = all_domains().into_iter().filter(asked).map(record).collect();
        Ok(remote::ConnectGetAllDomainStatsRet { ret_stats })
    }
}

impl DomainBlock for Driver {
    fn domain_block_stats(
        &self,
        _: &mut Call,
        _: &remote::DomainBlockStatsArgs<'_>,
    ) -> Result<remote::DomainBlockStatsRet> {
        Ok(remote::DomainBlockStatsRet { rd_req: 10, rd_bytes: 4096, wr_req: 20, wr_bytes: 8192, errs: -1 })
    }

    fn domain_get_block_info(
        &self,
        _: &mut Call,
        _: &remote::DomainGetBlockInfoArgs<'_>,
    ) -> Result<remote::DomainGetBlockInfoRet> {
        Ok(remote::DomainGetBlockInfoRet { allocation: 1 << 30, capacity: 4 << 30, physical: 2 << 30 })
    }

    /// Answers a byte less than it is asked for from 4096 bytes on.
    fn domain_block_peek<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainBlockPeekArgs<'_>,
    ) -> Result<remote::DomainBlockPeekRet<'c>> {
        Ok(remote::DomainBlockPeekRet { buffer: vec![7; args.size.min(4095) as usize].into() })
    }

    fn domain_get_disk_errors<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetDiskErrorsArgs<'_>,
    ) -> Result<remote::DomainGetDiskErrorsRet<'c>> {
        let error = remote::DomainDiskError { disk: "vda".into(), error: 2 };
        Ok(if args.maxerrors == 0 {
            remote::DomainGetDiskErrorsRet { errors: Vec::new(), nerrors: 2 }
        } else {
            remote::DomainGetDiskErrorsRet { errors: vec![error], nerrors: 1 }
        })
    }
}

impl DomainBlockJob for Driver {
    fn domain_block_pull(&self, _: &mut Call, _: &remote::DomainBlockPullArgs<'_>) -> Result<()> {
        self.domains.job.store(2, Ordering::Relaxed);
        Ok(())
    }

    fn domain_get_block_job_info(
        &self,
        _: &mut Call,
        _: &remote::DomainGetBlockJobInfoArgs<'_>,
    ) -> Result<remote::DomainGetBlockJobInfoRet> {
        let left = self.domains.job.load(Ordering::Relaxed);
        if left == 0 {
            return Ok(remote::DomainGetBlockJobInfoRet::default());
        }
        self.domains.job.store(left.saturating_sub(1), Ordering::Relaxed);
        let cur = if left == 2 { 50 } else { 100 };
        Ok(remote::DomainGetBlockJobInfoRet { found: 1, r#type: 1, bandwidth: 0, cur, end: 100 })
    }
}

impl DomainGuest for Driver {
    fn domain_get_hostname<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetHostnameArgs<'_>,
    ) -> Result<remote::DomainGetHostnameRet<'c>> {
        Ok(remote::DomainGetHostnameRet { hostname: format!("{}.example.com", args.dom.name).into() })
    }

    fn domain_fsfreeze(
        &self,
        _: &mut Call,
        args: &remote::DomainFsfreezeArgs<'_>,
    ) -> Result<remote::DomainFsfreezeRet> {
        Ok(remote::DomainFsfreezeRet { filesystems: args.mountpoints.len().try_into().unwrap_or_default() })
    }

    fn domain_fsthaw(&self, _: &mut Call, _: &remote::DomainFsthawArgs<'_>) -> Result<remote::DomainFsthawRet> {
        Ok(remote::DomainFsthawRet { filesystems: 2 })
    }

    fn domain_get_fsinfo<'c>(
        &self,
        _: &'c mut Call,
        _: &remote::DomainGetFsinfoArgs<'_>,
    ) -> Result<remote::DomainGetFsinfoRet<'c>> {
        let root = remote::DomainFsinfo {
            mountpoint: "/".into(),
            name: "vda1".into(),
            fstype: "ext4".into(),
            dev_aliases: vec!["vda".into()],
        };
        Ok(remote::DomainGetFsinfoRet { info: vec![root], ret: 1 })
    }

    fn domain_interface_addresses<'c>(
        &self,
        _: &'c mut Call,
        _: &remote::DomainInterfaceAddressesArgs<'_>,
    ) -> Result<remote::DomainInterfaceAddressesRet<'c>> {
        let addr = remote::DomainIpAddr { r#type: 0, addr: "192.168.122.2".into(), prefix: 24 };
        let hwaddr = Some("52:54:00:00:00:02".into());
        let interface = remote::DomainInterface { name: "eth0".into(), hwaddr, addrs: vec![addr] };
        Ok(remote::DomainInterfaceAddressesRet { ifaces: vec![interface] })
    }
}

impl DomainVcpu for Driver {
    fn domain_get_vcpu_pin_info<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetVcpuPinInfoArgs<'_>,
    ) -> Result<remote::DomainGetVcpuPinInfoRet<'c>> {
        let mut map = vec![0; args.maplen.unsigned_abs() as usize];
        map.iter_mut().take(1).for_each(|byte| *byte = 1);
        Ok(remote::DomainGetVcpuPinInfoRet { cpumaps: map.into(), num: 1 })
    }

    /// Answers with one processor more than is asked for when that is none too few.
    fn domain_get_vcpus<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetVcpusArgs<'_>,
    ) -> Result<remote::DomainGetVcpusRet<'c>> {
        let one = |number| remote::VcpuInfo { number, state: 1, cpu_time: 1000, cpu: 0 };
        let cpumaps = vec![1; args.maplen.unsigned_abs().saturating_mul(2) as usize];
        Ok(remote::DomainGetVcpusRet { info: vec![one(0), one(1)], cpumaps: cpumaps.into() })
    }
}

impl DomainSave for Driver {
    /// Answers with the path that it got.
    fn domain_save_image_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSaveImageGetXmlDescArgs<'_>,
    ) -> Result<remote::DomainSaveImageGetXmlDescRet<'c>> {
        Ok(remote::DomainSaveImageGetXmlDescRet { xml: args.file.clone().into_owned() })
    }

    fn domain_managed_save(&self, _: &mut Call, _: &remote::DomainManagedSaveArgs<'_>) -> Result<()> {
        Ok(())
    }
}
