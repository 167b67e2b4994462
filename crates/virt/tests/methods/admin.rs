//! Methods of admin connections, servers and their clients.
use crate::{Method, check, methods};
use oxivirt::TypedParam;

const NO: Option<&str> = None;

fn params() -> [TypedParam<'static>; 2] {
    [TypedParam::new("number", 5_u64), TypedParam::new("text", "x")]
}

pub(crate) const METHODS: &[Method] = methods! { o;
    Ok((o.admin.uri(), o.admin.is_alive(), o.admin.session().uri(), o.admin.shared_session().uri()));
    o.admin.close();
    o.admin.daemon_shutdown(1);
    o.admin.lib_version();
    o.admin.list_servers(1);
    o.admin.servers(false, 1);
    o.admin.lookup_server("server", 1);
    o.admin.set_daemon_timeout(5, 1);
    o.admin.on_close(Box::new(|_| ())).and_then(|()| o.admin.on_close(Box::new(|_| ())));
    o.admin.on_close(Box::new(|_| ())).and_then(|()| o.admin.forget_on_close());
    o.admin.on_close(Box::new(|_| ())).and_then(|()| o.admin.unregister_close_callback(1));
    o.admin.forget_on_close();
    o.admin.logging_filters(1);
    o.admin.set_logging_filters(Some("1:qemu"), 1);
    o.admin.set_logging_filters(NO, 1);
    o.admin.logging_outputs(1);
    o.admin.set_logging_outputs(Some("1:stderr"), 1);
    o.admin.set_logging_outputs(NO, 1);
    Ok((o.server.name(), o.server.connection().uri()));
    o.server.client_limits(1);
    o.server.set_client_limits(&params(), 1);
    o.server.set_client_limits(&[], 1);
    o.server.thread_pool_parameters(1);
    o.server.set_thread_pool_parameters(&params(), 1);
    o.server.set_thread_pool_parameters(&[], 1);
    o.server.list_clients(1);
    o.server.clients(false, 1);
    o.server.lookup_client(7, 1);
    o.server.update_tls_files(1);
    Ok((o.client.server().name(), o.client.id(), o.client.timestamp(), o.client.transport()));
    o.client.close(1);
    o.client.info(1);
};

#[test]
fn methods_of_admin_objects() {
    check("admin.txt", METHODS);
}
