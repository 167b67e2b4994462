//! Copies a file into a volume and back: `streams URI POOL VOLUME upload|download FILE`.
use oxivirt::{Connection, StoragePool, StorageVol, Stream};
use std::error::Error;
use std::fs::File;
use std::io;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [uri, pool, volume, direction, file] = &*args else {
        return Err("usage: streams URI POOL VOLUME upload|download FILE".into());
    };
    let conn = Connection::open(uri)?;
    let pool = StoragePool::lookup_by_name(&conn, pool.as_str())?;
    let volume = StorageVol::lookup_by_name(&pool, volume.as_str())?;
    // Dropped without `finish`, a stream is given up; `abort` tells the daemon so.
    let mut stream = Stream::new(&conn, 0);
    let bytes = if direction == "upload" {
        volume.upload(&stream, 0, 0, 0)?;
        io::copy(&mut File::open(file)?, &mut stream)?
    } else {
        volume.download(&stream, 0, 0, 0)?;
        io::copy(&mut stream, &mut File::create(file)?)?
    };
    stream.finish()?;
    println!("{bytes} bytes");
    Ok(())
}
