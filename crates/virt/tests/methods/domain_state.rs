//! Finding, defining, starting, stopping, saving and describing domains; snapshots and checkpoints.
use crate::{Method, UUID, check, methods};
use oxivirt::domain::State;
use oxivirt::{Checkpoint, Domain, Error, Snapshot, TypedParam};
use std::fs::File;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;

const NO: Option<&str> = None;

fn params() -> [TypedParam<'static>; 2] {
    [TypedParam::new("number", 5_u64), TypedParam::new("text", "x")]
}

fn files() -> Vec<OwnedFd> {
    vec![File::open("/dev/null").unwrap().into()]
}

pub(crate) const METHODS: &[Method] = methods! { o;
    Ok((o.domain.name(), o.domain.uuid(), o.domain.id(), o.domain.connection().is_same(&o.conn)));
    Ok((o.domain.set_id(9), o.domain.id(), o.domain.set_name("new".into()), o.domain.name()));
    o.conn.list_all_domains(1);
    o.conn.all_domains(false, 1);
    o.conn.list_defined_domains(9);
    o.conn.list_defined_domains(0);
    o.conn.list_defined_domains(-1);
    o.conn.list_domains(9);
    o.conn.list_domains(-1);
    o.conn.num_of_defined_domains();
    o.conn.num_of_domains();
    Domain::lookup_by_id(&o.conn, 5);
    Domain::lookup_by_id(&o.conn, 0);
    Domain::lookup_by_id(&o.conn, -1);
    Domain::lookup_by_name(&o.conn, "name");
    Domain::lookup_by_uuid(&o.conn, UUID);
    o.domain.is_active();
    o.domain.is_persistent();
    o.domain.is_updated();

    o.domain.create().map(|()| o.domain.id());
    o.domain.create_with_flags(1).map(|()| o.domain.id());
    o.domain.create_with_files(files(), 1).map(|()| o.domain.id());
    o.domain.create_with_files(Vec::new(), 1).map(|()| o.domain.id());
    Domain::create_xml(&o.conn, "<domain/>", 1);
    Domain::create_xml_with_files(&o.conn, "<domain/>", files(), 1);
    Domain::create_xml_with_files(&o.conn, "<domain/>", Vec::new(), 1);
    Domain::define_xml(&o.conn, "<domain/>");
    Domain::define_xml_flags(&o.conn, "<domain/>", 1);
    o.domain.destroy().map(|()| o.domain.id());
    o.domain.destroy_flags(1).map(|()| o.domain.id());
    o.domain.reboot(1);
    o.domain.reset(1);
    o.domain.resume();
    o.domain.shutdown();
    o.domain.shutdown_flags(1);
    o.domain.suspend();
    o.domain.undefine();
    o.domain.undefine_flags(1);
    o.domain.rename("new", 1).map(|code| (code, o.domain.name()));
    o.domain.rename("", 1);
    o.domain.autostart();
    o.domain.set_autostart(7);
    o.domain.autostart_once();
    o.domain.set_autostart_once(7);
    o.domain.info();
    o.domain.state(1);
    o.domain.control_info(1);
    Ok((-1..9).map(|state| State(state).to_string()).collect::<Vec<_>>());

    o.domain.xml_desc(4);
    o.domain.xml_desc(1);
    o.domain.xml_desc(8);
    o.domain.os_type();
    o.domain.metadata(2, Some("uri"), 1);
    o.domain.metadata(1, NO, 3);
    o.domain.metadata(1, NO, 6);
    o.domain.set_metadata(2, Some("<a/>"), Some("key"), Some("uri"), 1);
    o.domain.set_metadata(1, Some("title\n"), NO, NO, 3);
    o.domain.messages(1);
    o.domain.inject_nmi(1);
    o.domain.set_lifecycle_action(2, 3, 1);
    o.domain.set_lifecycle_action(2, 5, 1);
    o.domain.set_lifecycle_action(2, 6, 1);
    o.domain.set_lifecycle_action(3, 3, 1);
    o.domain.start_dirty_rate_calc(5, 1);
    o.domain.start_dirty_rate_calc(5, 2);
    o.domain.start_dirty_rate_calc(5, 6);
    o.domain.announce_interface(Some("vnet0"), &params(), 1);
    o.domain.announce_interface(NO, &[], 1);
    o.domain.security_label();
    o.domain.security_label_list();
    o.domain.launch_security_info(1);
    o.domain.launch_security_info(3);
    o.domain.set_launch_security_state(&params(), 1);
    o.domain.set_launch_security_state(&[], 1);

    o.domain.save("/file").map(|()| o.domain.id());
    o.domain.save_flags("/file", Some("<domain/>"), 2).map(|()| o.domain.id());
    o.domain.save_flags("/file", NO, 4);
    o.domain.save_flags("/file", NO, 6);
    o.domain.save_params(&params(), 2);
    o.domain.save_params(&params(), 6);
    Domain::restore(&o.conn, "/file");
    Domain::restore_flags(&o.conn, "/file", Some("<domain/>"), 2);
    Domain::restore_flags(&o.conn, "/file", NO, 6);
    Domain::restore_params(&o.conn, &params(), 2);
    Domain::restore_params(&o.conn, &params(), 6);
    Domain::save_image_define_xml(&o.conn, "/file", "<domain/>", 2);
    Domain::save_image_define_xml(&o.conn, "/file", "<domain/>", 6);
    Domain::save_image_xml_desc(&o.conn, "/file", 1);
    o.domain.core_dump("/file", 1);
    o.domain.core_dump("/file", 2);
    o.domain.core_dump("/file", 3);
    o.domain.core_dump("/file", 5);
    o.domain.core_dump("/file", 6);
    o.domain.core_dump_with_format("/file", 2, 1);
    o.domain.core_dump_with_format("/file", 4, 1);
    o.domain.core_dump_with_format("/file", 5, 1);
    o.domain.core_dump_with_format("/file", 6, 1);
    o.domain.core_dump_with_format("/file", 2, 3);
    o.domain.managed_save(2).map(|()| o.domain.id());
    o.domain.managed_save(6).map(|()| o.domain.id());
    o.domain.has_managed_save_image(1);
    o.domain.managed_save_remove(1);
    o.domain.managed_save_define_xml(Some("<domain/>"), 2);
    o.domain.managed_save_define_xml(NO, 6);
    o.domain.managed_save_xml_desc(1);
    o.domain.managed_save_xml_desc(2);

    o.domain.has_current_snapshot(1);
    o.domain.list_all_snapshots(1);
    o.domain.all_snapshots(false, 1);
    Snapshot::create_xml(&o.domain, "<domainsnapshot/>", 8);
    Snapshot::create_xml(&o.domain, "<domainsnapshot/>", 1);
    Snapshot::create_xml(&o.domain, "<domainsnapshot/>", 2);
    Snapshot::create_xml(&o.domain, "<domainsnapshot/>", 3);
    Snapshot::create_xml(&o.domain, "<domainsnapshot/>", 5);
    Snapshot::create_xml(&o.domain, "<domainsnapshot/>", 9);
    Snapshot::current(&o.domain, 1);
    Snapshot::lookup_by_name(&o.domain, "snap", 1);
    Snapshot::num(&o.domain, 1);
    Snapshot::list_names(&o.domain, 9, 1);
    Snapshot::list_names(&o.domain, -1, 1);
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.revert_to(1));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.revert_to(2));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.revert_to(3));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.delete(1));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.delete(2));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.delete(5));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.parent(1));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.xml_desc(1));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.xml_desc(2));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.has_metadata(1));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.is_current(1));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.list_all_children(1));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.all_children(false, 1));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.num_children(1));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.list_children_names(9, 1));
    Snapshot::current(&o.domain, 1).and_then(|snap| snap.list_children_names(-1, 1));
    Snapshot::current(&o.domain, 1).map(|s| (s.name().clone(), s.domain().id(), s.connection().is_same(&o.conn)));

    o.domain.list_all_checkpoints(1);
    o.domain.all_checkpoints(false, 1);
    Checkpoint::create_xml(&o.domain, "<domaincheckpoint/>", 1);
    Checkpoint::create_xml(&o.domain, "<domaincheckpoint/>", 2);
    Checkpoint::create_xml(&o.domain, "<domaincheckpoint/>", 3);
    Checkpoint::create_xml(&o.domain, "<domaincheckpoint/>", 4);
    Checkpoint::create_xml(&o.domain, "<domaincheckpoint/>", 5);
    Checkpoint::lookup_by_name(&o.domain, "check", 1);
    Checkpoint::lookup_by_name(&o.domain, "check", 1).and_then(|check| check.delete(1));
    Checkpoint::lookup_by_name(&o.domain, "check", 1).and_then(|check| check.delete(4));
    Checkpoint::lookup_by_name(&o.domain, "check", 1).and_then(|check| check.delete(5));
    Checkpoint::lookup_by_name(&o.domain, "check", 1).and_then(|check| check.parent(1));
    Checkpoint::lookup_by_name(&o.domain, "check", 1).and_then(|check| check.xml_desc(1));
    Checkpoint::lookup_by_name(&o.domain, "check", 1).and_then(|check| check.xml_desc(2));
    Checkpoint::lookup_by_name(&o.domain, "check", 1).and_then(|check| check.list_all_children(1));
    Checkpoint::lookup_by_name(&o.domain, "check", 1).and_then(|check| check.all_children(false, 1));
    Checkpoint::lookup_by_name(&o.domain, "check", 1)
        .map(|c| (c.name().clone(), c.domain().id(), c.connection().is_same(&o.conn)));

    o.domain.fd_associate("name", files(), 1);
    o.domain.fd_associate("name", Vec::new(), 1);
    o.domain.open_graphics(2, UnixStream::pair().unwrap().0, 1);
    o.domain.open_graphics(2, File::open("/dev/null").unwrap(), 1).map_err(|error| Error::bare(error.domain, error.code));
    o.domain.open_graphics_raw(2, -1, 1);
    o.domain.open_graphics_fd(2, 1).map(drop);
    Ok((o.domain.set_id(i32::MAX), o.domain.lxc_enter_cgroup()));
    o.domain.lxc_open_namespace(1).map(|files| files.len());
};

#[test]
fn methods_of_domains_that_change_their_state() {
    check("domain_state.txt", METHODS);
}
