//! Shows who is connected to a daemon: `admin [URI]`, such as `admin virtqemud:///system`.
use oxivirt::admin::AdminConnection;

fn main() -> oxivirt::Result<()> {
    let uri = std::env::args().nth(1);
    let conn = AdminConnection::open(uri.as_deref(), 0)?;
    for server in conn.list_servers(0)? {
        let limits = server.client_limits(0)?;
        println!("{}: {:?} of {:?} clients", server.name(), limits.get("nclients"), limits.get("nclients_max"));
        for client in server.list_clients(0)? {
            println!("  {:>4}  since {}", client.id(), client.timestamp());
            for param in client.info(0)?.iter() {
                println!("        {} = {:?}", param.name, param.value);
            }
        }
    }
    Ok(())
}
