//! What the test driver says that its host can do.
use crate::driver::Host;
use oxivirt_xml::capabilities::{self, Capabilities, Guest, HostCell, HostCpu};
use oxivirt_xml::domain::VirtType;
use oxivirt_xml::value::Nodeset;

/// The architecture of host and guests.
pub(crate) const ARCH: &str = "i686";
/// The program that would run guests.
const EMULATOR: &str = "/usr/bin/test-hv";
/// Sizes of pages in KiB.
const PAGES: [u32; 4] = [4, 8, 2048, 1 << 20];
/// The security driver: model and domain of interpretation.
pub(crate) const SECURITY: (&str, &str) = ("testSecurity", "");

/// Returns the capabilities of a host.
pub(crate) fn of(host: &Host) -> Capabilities {
    let features = || vec!["pae".to_owned(), "nonpae".to_owned()];
    let guest = |os_type: &str| Guest {
        os_type: os_type.to_owned(),
        arch: ARCH.to_owned(),
        wordsize: 32,
        emulator: Some(EMULATOR.to_owned()),
        domains: vec![VirtType::Test],
        features: features(),
    };
    let host = capabilities::Host {
        uuid: None,
        arch: ARCH.to_owned(),
        features: features(),
        pages: PAGES.to_vec(),
        power_management: Vec::new(),
        iommu: has_iommu(),
        cells: Some(cells(host)),
        secmodels: vec![(SECURITY.0.to_owned(), SECURITY.1.to_owned())],
    };
    Capabilities { host, guests: vec![guest("hvm"), guest("xen")] }
}

/// Returns true if this machine, which has nothing to do with the driver's host otherwise, can give devices to guests.
fn has_iommu() -> bool {
    std::fs::read_dir("/sys/kernel/iommu_groups").is_ok_and(|mut groups| groups.next().is_some())
}

fn cells(host: &Host) -> Vec<HostCell> {
    let mut first = 0_u32;
    let mut cells = Vec::new();
    for (id, cell) in (0_u32..).zip(&host.cells) {
        // The second one has larger small pages.
        let [four, eight, larger @ ..] = PAGES;
        let small = if id == 1 { eight } else { four };
        let all = cell.memory.checked_div(small.into()).unwrap_or_default();
        let mut pages = vec![(small, all)];
        pages.extend(larger.map(|size| (size, 0)));
        let cpu = |core: u32| {
            let id_of_cpu = first.saturating_add(core);
            HostCpu { id: id_of_cpu, socket: id, core, siblings: Nodeset::from_iter([id_of_cpu]), ..HostCpu::default() }
        };
        let cpus = (0..cell.cpus).map(cpu).collect();
        cells.push(HostCell { id, memory: cell.memory, pages, cpus });
        first = first.saturating_add(cell.cpus);
    }
    cells
}
