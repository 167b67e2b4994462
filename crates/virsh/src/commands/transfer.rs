//! Moving the content of volumes to and from files.
use super::files::{self, Target, system_error};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::shell::{Body, Shell};
use oxivirt::stream::{Section, SparseSink, SparseSource};
use oxivirt::{Error, Stream};
use oxivirt_model::constants as c;
use oxivirt_sys::{next_data, next_hole};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[("vol-download", vol_download), ("vol-upload", vol_upload)];

/// A file that is sent, with its holes.
struct Source(File);

impl Source {
    fn next(&mut self) -> std::io::Result<Section> {
        let at = self.0.stream_position()?;
        let end = self.0.metadata()?.len();
        let until = |end: u64| i64::try_from(end.saturating_sub(at)).unwrap_or(i64::MAX);
        // Finding out moves the file, and reading goes on where it was.
        let data = next_data(&self.0, at);
        let hole = next_hole(&self.0, at);
        self.0.seek(SeekFrom::Start(at))?;
        Ok(match (data, hole) {
            (Ok(Some(data)), _) if data > at => Section::Hole(until(data)),
            // Nothing but a hole is left.
            (Ok(None), _) => Section::Hole(until(end)),
            (Ok(Some(_)), Ok(Some(hole))) => Section::Data(until(hole)),
            // A file that knows no holes is data.
            _ => Section::Data(until(end)),
        })
    }
}

impl SparseSource<Error> for Source {
    fn section(&mut self) -> Result<Section, Error> {
        self.next().map_err(|error| system_error(&error))
    }

    fn read(&mut self, room: &mut [u8]) -> Result<usize, Error> {
        self.0.read(room).map_err(|error| system_error(&error))
    }

    fn skip(&mut self, length: i64) -> Result<(), Error> {
        self.0.seek(SeekFrom::Current(length)).map(drop).map_err(|error| system_error(&error))
    }
}

/// A file that takes data and holes.
struct Sink<'a>(&'a mut Target);

impl SparseSink<Error> for Sink<'_> {
    fn write(&mut self, data: &[u8]) -> Result<usize, Error> {
        self.0.write_all(data).map(|()| data.len()).map_err(|error| system_error(&error))
    }

    fn hole(&mut self, length: i64) -> Result<(), Error> {
        let file = self.0.file();
        let end = file.seek(SeekFrom::Current(length)).map_err(|error| system_error(&error))?;
        file.set_len(end).map_err(|error| system_error(&error))
    }
}

fn part(args: &Args) -> Done<(u64, u64)> {
    let offset = args.u64("offset")?.unwrap_or_default();
    Ok((offset, args.wrapping_u64("length")?.unwrap_or_default()))
}

fn vol_upload(sh: &mut Shell, args: &Args) -> Done {
    let (offset, length) = part(args)?;
    let (volume, name) = sh.volume(args, Some("pool"))?;
    let file = args.needed("file")?;
    let mut source = File::open(files::path(file)).map_err(|_| Failure::say(format!("cannot read {file}")))?;
    let flags = args.flags(&[("sparse", c::VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM)]);
    let stream = Stream::new(&sh.conn()?, 0);
    let started = volume.upload(&stream, offset, length, flags);
    started.or_say(|| format!("cannot upload to volume {name}"))?;
    let sent = if flags == 0 {
        stream.send_all(|room: &mut [u8]| source.read(room).map_err(|error| system_error(&error)))
    } else {
        stream.sparse_send_all(&mut Source(source))
    };
    sent.or_say(|| format!("cannot send data to volume {name}"))?;
    stream.finish().or_say(|| format!("cannot close volume {name}"))
}

fn vol_download(sh: &mut Shell, args: &Args) -> Done {
    let (offset, length) = part(args)?;
    let (volume, name) = sh.volume(args, Some("pool"))?;
    let file = args.needed("file")?;
    let flags = args.flags(&[("sparse", c::VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM)]);
    let mut target = Target::create(file).map_err(|_| Failure::say(format!("cannot create {file}")))?;
    let stream = Stream::new(&sh.conn()?, 0);
    let started = volume.download(&stream, offset, length, flags);
    started.or_say(|| format!("cannot download from volume {name}"))?;
    let received = stream.sparse_recv_all(&mut Sink(&mut target));
    received.or_say(|| format!("cannot receive data from volume {name}"))?;
    stream.finish().or_say(|| format!("cannot close volume {name}"))?;
    target.keep();
    Ok(())
}
