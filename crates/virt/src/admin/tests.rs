//! The admin program over a driver in this process.
use super::*;
use crate::testing::{Fake, encoded};
use crate::{CloseReason, ErrorCode, TypedParam};
use oxivirt_protocol::admin::Procedure;
use oxivirt_xdr::{Decode, Reader};

fn server() -> admin::NonnullServer<'static> {
    admin::NonnullServer { name: "libvirtd".into() }
}

fn open() -> (Arc<Fake>, AdminConnection) {
    let driver = Fake::new(|procedure, args| {
        Ok(match Procedure(procedure) {
            // One server, whatever the number says.
            Procedure::CONNECT_LIST_SERVERS => {
                encoded(&admin::ConnectListServersRet { servers: vec![server()], ret: 2 })
            }
            Procedure::CONNECT_LOOKUP_SERVER => encoded(&admin::ConnectLookupServerRet { srv: server() }),
            Procedure::SERVER_LIST_CLIENTS => {
                let client = admin::NonnullClient { srv: server(), id: 7, timestamp: 3, transport: 0 };
                encoded(&admin::ServerListClientsRet { clients: vec![client], ret: 1 })
            }
            Procedure::SERVER_SET_CLIENT_LIMITS => {
                let args = admin::ServerSetClientLimitsArgs::decode(&mut Reader::new(args)).unwrap();
                assert_eq!(args.params.iter().map(|param| &*param.field).collect::<Vec<_>>(), [b"nclients_max"]);
                Vec::new()
            }
            Procedure::CONNECT_GET_LOGGING_FILTERS => {
                encoded(&admin::ConnectGetLoggingFiltersRet { filters: None, nfilters: 0 })
            }
            _ => Vec::new(),
        })
    });
    let conn = AdminConnection::from_session(Arc::<Fake>::clone(&driver));
    (driver, conn)
}

#[test]
fn servers_and_clients() {
    let (driver, conn) = open();
    let refused = conn.list_servers(0).unwrap_err();
    assert_eq!(refused.text(), "the reply's 'ret' is 2, but 1 elements came with it".to_owned());
    assert_eq!(conn.servers(false, 0).unwrap().0, 2);
    let server = conn.lookup_server("libvirtd", 0).unwrap();
    assert_eq!(*server.name(), "libvirtd");
    let clients = server.list_clients(0).unwrap();
    assert_eq!(clients.iter().map(|one| (one.id(), one.timestamp())).collect::<Vec<_>>(), [(7, 3)]);
    clients[0].close(0).unwrap();
    assert_eq!(conn.logging_filters(0), Ok((0, None)));
    let last = driver.asked();
    assert_eq!(last[last.len() - 2..], [Procedure::CLIENT_CLOSE.0, Procedure::CONNECT_GET_LOGGING_FILTERS.0]);
}

#[test]
fn settings_are_numbers() {
    let (_, conn) = open();
    let server = conn.lookup_server("libvirtd", 0).unwrap();
    let params = [TypedParam::new("nclients_max", 5_u32), TypedParam::new("note", "text")];
    server.set_client_limits(&params, 0).unwrap();
}

#[test]
fn the_close_callback_is_one_and_can_be_forgotten() {
    let (_, conn) = open();
    let nothing = || -> crate::events::OnClose { Box::new(|_: CloseReason| {}) };
    conn.on_close(nothing()).unwrap();
    assert_eq!(conn.on_close(nothing()).unwrap_err().code, ErrorCode::OPERATION_INVALID);
    conn.forget_on_close().unwrap();
    assert_eq!(conn.forget_on_close().unwrap_err().code, ErrorCode::OPERATION_INVALID);
    assert_eq!(conn.on_close(nothing()), Ok(()));
}

#[test]
fn the_last_reference_says_goodbye() {
    let (driver, conn) = open();
    let server = Server::from_wire(&conn, &server());
    driver.noted();
    drop(conn);
    assert!(driver.noted().is_empty(), "a server is below its connection");
    drop(server);
    assert_eq!(driver.noted(), ["close"]);
}

#[test]
fn the_end_of_a_connection_calls_the_close_callback() {
    let driver = Fake::new(|_, _| Ok(Vec::new()));
    let conn = AdminConnection::from_session(Arc::<Fake>::clone(&driver));
    let (sender, receiver) = std::sync::mpsc::channel();
    conn.on_close(Box::new(move |reason: CloseReason| sender.send(reason).unwrap())).unwrap();
    driver.listener.get().unwrap().upgrade().unwrap().on_closed(CloseReason::KEEPALIVE);
    assert_eq!(receiver.try_iter().collect::<Vec<_>>(), [CloseReason::KEEPALIVE]);
}
