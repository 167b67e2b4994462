//! Methods of a connection that are about the driver and its host.
use crate::{Method, check, methods};
use oxivirt::{HypervisorCpu, TypedParam, timeout};
use std::time::Duration;

const NO: Option<&str> = None;

fn params() -> [TypedParam<'static>; 2] {
    [TypedParam::new("number", 5_u64), TypedParam::new("text", "x")]
}

fn hypervisor() -> HypervisorCpu<'static> {
    let [emulator, arch, machine, virt_type] = ["emulator", "arch", "machine", "kvm"].map(|text| Some(text.into()));
    HypervisorCpu { emulator, arch, machine, virt_type }
}

pub(crate) const METHODS: &[Method] = methods! { o;
    o.conn.version();
    timeout(Duration::from_secs(600), || o.conn.version());
    o.conn.lib_version();
    o.conn.hostname();
    o.conn.sysinfo(1);
    o.conn.max_vcpus(Some("kvm"));
    o.conn.max_vcpus(NO);
    o.conn.capabilities();
    o.conn.is_secure();
    o.conn.is_encrypted();
    o.conn.kind();
    o.conn.supports_feature(3);
    o.conn.takes_descriptors();
    o.conn.takes_strings();
    o.conn.with_strings(1);
    o.conn.set_keepalive(5, 3);
    o.conn.set_identity(&params(), 1);
    o.conn.close();
    Ok((o.conn.uri(), o.conn.is_alive()));
    Ok((o.conn.is_same(&o.conn.clone()), o.conn.is_same(&o.target)));
    Ok((o.conn.session().uri(), o.conn.shared_session().uri()));
    o.conn.on_close(Box::new(|_| ())).and_then(|()| o.conn.on_close(Box::new(|_| ())));
    o.conn.on_close(Box::new(|_| ())).and_then(|()| o.conn.forget_on_close());
    o.conn.on_close(Box::new(|_| ())).and_then(|()| o.conn.unregister_close_callback(1));
    o.conn.forget_on_close();
    o.conn.node_alloc_pages(vec![4, 2048], vec![1, 2], -1, 1, 2);
    o.conn.node_alloc_pages(vec![], vec![], -1, 1, 2);
    o.conn.node_alloc_pages(vec![4], vec![1], -1, 0, 2);
    o.conn.node_cpu_map(0);
    o.conn.node_cpu_map_of(false, true, 1);
    o.conn.node_cpu_map_of(true, false, 1);
    o.conn.node_cells_free_memory(1, 4);
    o.conn.node_cells_free_memory(1, 0);
    o.conn.node_cells_free_memory(-1, 4);
    o.conn.node_free_memory();
    o.conn.node_free_pages(vec![4, 2048], 1, 2, 3);
    o.conn.node_free_pages(vec![], 1, 2, 3);
    o.conn.node_free_pages(vec![4], 1, 0, 3);
    o.conn.node_info();
    o.conn.node_memory_parameters(1);
    o.conn.node_memory_parameters_of(9, 1);
    o.conn.set_node_memory_parameters(&params(), 1);
    o.conn.node_sev_info(1);
    o.conn.node_security_model();
    o.conn.node_suspend_for_duration(1, 2, 3);
    o.conn.node_cpu_stats(-1, 1);
    o.conn.node_cpu_stats(-2, 1);
    o.conn.node_cpu_stats_of(3, 0, 1);
    o.conn.node_cpu_stats_of(3, 5, 1);
    o.conn.node_memory_stats(-1, 1);
    o.conn.node_memory_stats(-2, 1);
    o.conn.node_memory_stats_of(3, 0, 1);
    o.conn.node_memory_stats_of(3, 5, 1);
    o.conn.compare_cpu("<cpu/>", 1);
    o.conn.compare_hypervisor_cpu(hypervisor(), "<cpu/>", 1);
    o.conn.baseline_cpu(vec!["<a/>".into(), "<b/>".into()], 1);
    o.conn.baseline_hypervisor_cpu(hypervisor(), vec!["<a/>".into()], 1);
    o.conn.cpu_model_names("x86_64", 1);
    o.conn.cpu_model_names_if(false, "x86_64", 1);
    o.conn.domain_xml_from_native("format", "config", 1);
    o.conn.domain_xml_to_native("format", "<domain/>", 1);
    o.conn.domain_capabilities(Some("emulator"), Some("arch"), Some("machine"), Some("kvm"), 1);
    o.conn.domain_capabilities(NO, NO, NO, NO, 1);
    o.conn.all_domain_stats(3, 1);
};

#[test]
fn methods_of_connections() {
    check("connection.txt", METHODS);
}
