//! What the stock library's test driver does not have: data of volumes, wiping, sizes, pools by their path.
use crate::{OpenLocal, open};
use oxivirt_conf::Uri;
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, Result, Uuid};
use oxivirt_protocol::remote::{self, NonnullStorageVol};
use oxivirt_protocol::{Call, Opens, Receive, Received, Session, StreamId};
use std::sync::Arc;

const NODE: &str = "<node><pool type='dir'><name>p</name><target><path>/p/</path></target>
  <volume><name>a</name><capacity>200000</capacity><allocation>1000</allocation></volume>
  <volume><name>b</name><capacity>10</capacity></volume></pool></node>";

fn session() -> Arc<dyn Session> {
    let mut bytes = [0; 8];
    oxivirt_sys::random(&mut bytes).unwrap();
    let path = std::env::temp_dir().join(format!("oxivirt-pool-{:016x}.xml", u64::from_ne_bytes(bytes)));
    std::fs::write(&path, NODE).unwrap();
    let uri = Uri::parse(format!("test://{}", path.display()).as_bytes()).unwrap();
    let session = open(OpenLocal { uri, read_only: false, credentials: None });
    std::fs::remove_file(&path).unwrap();
    session.unwrap()
}

fn vol(name: &str) -> NonnullStorageVol<'static> {
    NonnullStorageVol { pool: "p".into(), name: name.to_owned().into(), key: "k".into() }
}

fn opening(sparse: bool) -> Call {
    Call { opens: Some(Opens { sparse }), ..Call::new() }
}

fn upload(session: &dyn Session, name: &str, offset: u64, length: u64, flags: u32) -> Result<StreamId> {
    let mut call = opening(flags != 0);
    session.storage_vol_upload(&mut call, &remote::StorageVolUploadArgs { vol: vol(name), offset, length, flags })?;
    Ok(call.stream.unwrap())
}

fn download(session: &dyn Session, name: &str, offset: u64, length: u64, flags: u32) -> StreamId {
    let mut call = opening(flags != 0);
    let args = remote::StorageVolDownloadArgs { vol: vol(name), offset, length, flags };
    session.storage_vol_download(&mut call, &args).unwrap();
    call.stream.unwrap()
}

fn receive(session: &dyn Session, stream: StreamId, want: usize, stop_at_hole: bool) -> (Received, Vec<u8>) {
    let mut got = Vec::new();
    let how = Receive { want, wait: true, stop_at_hole };
    let received = session.stream_receive(stream, how, &mut |piece| got.extend_from_slice(piece)).unwrap();
    (received, got)
}

/// All that is in a volume.
fn contents(session: &dyn Session, name: &str) -> Vec<u8> {
    let stream = download(session, name, 0, 0, 0);
    let mut all = Vec::new();
    loop {
        let (received, piece) = receive(session, stream, 77_777, true);
        assert_eq!(received, Received::Data(piece.len()));
        if piece.is_empty() {
            session.stream_close(stream, false).unwrap();
            return all;
        }
        all.extend(piece);
    }
}

fn sizes(session: &dyn Session, name: &str) -> (u64, u64, u64) {
    let info =
        session.storage_vol_get_info(&mut Call::new(), &remote::StorageVolGetInfoArgs { vol: vol(name) }).unwrap();
    let flags = VIR_STORAGE_VOL_GET_PHYSICAL;
    let args = remote::StorageVolGetInfoFlagsArgs { vol: vol(name), flags };
    let physical = session.storage_vol_get_info_flags(&mut Call::new(), &args).unwrap();
    (info.capacity, info.allocation, physical.allocation)
}

fn text<T: std::fmt::Debug>(result: Result<T>) -> String {
    result.map_err(|error: Error| error.text().into_owned()).unwrap_err()
}

#[test]
fn what_is_uploaded_is_downloaded() {
    let session = session();
    assert_eq!(contents(&*session, "a"), vec![0; 200_000]);
    let stream = upload(&*session, "a", 65_000, 0, 0).unwrap();
    session.stream_send(stream, &[7; 1000]).unwrap();
    session.stream_send(stream, b"").unwrap();
    session.stream_send(stream, &[8; 10]).unwrap();
    assert!(
        session.stream_receive(stream, Receive { want: 1, wait: false, stop_at_hole: false }, &mut |_| ()).is_err()
    );
    session.stream_close(stream, false).unwrap();
    assert_eq!(text(session.stream_send(stream, b"x")), "internal error: stream is not open");
    let mut wanted = vec![0; 200_000];
    wanted[65_000..66_000].fill(7);
    wanted[66_000..66_010].fill(8);
    assert_eq!(contents(&*session, "a"), wanted);
    let stream = download(&*session, "a", 65_998, 4, 0);
    assert_eq!(receive(&*session, stream, 100, false), (Received::Data(4), vec![7, 7, 8, 8]));
    assert_eq!(receive(&*session, stream, 100, false), (Received::Data(0), Vec::new()));
    assert!(session.stream_send(stream, b"x").is_err());
    let stream = download(&*session, "a", u64::MAX, u64::MAX, 0);
    assert_eq!(receive(&*session, stream, 100, false), (Received::Data(0), Vec::new()));
}

#[test]
fn holes_are_sent_and_received() {
    let session = session();
    let stream = upload(&*session, "a", 0, 0, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM).unwrap();
    session.stream_send(stream, &[1; 65_536 * 2]).unwrap();
    session.stream_close(stream, false).unwrap();
    let stream = upload(&*session, "a", 0, 0, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM).unwrap();
    session.stream_send_hole(stream, 65_536, 0).unwrap();
    session.stream_send(stream, &[2; 3]).unwrap();
    assert!(session.stream_send_hole(stream, i64::MAX, 0).is_err());
    session.stream_close(stream, false).unwrap();
    let stream = download(&*session, "a", 10, 0, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
    assert_eq!(receive(&*session, stream, 100, true).0, Received::Hole);
    assert_eq!(session.stream_receive_hole(stream), Ok(65_526));
    assert_eq!(receive(&*session, stream, 5, true), (Received::Data(5), vec![2, 2, 2, 1, 1]));
    assert_eq!(receive(&*session, stream, 65_531, true).0, Received::Data(65_531));
    assert_eq!(session.stream_receive_hole(stream), Ok(200_000 - 131_072));
    assert_eq!(receive(&*session, stream, 5, true).0, Received::Data(0));
    let plain = upload(&*session, "a", 0, 0, 0).unwrap();
    let refused = "Requested operation is not valid: Skipping is not supported with this stream";
    assert_eq!(text(session.stream_send_hole(plain, 1, 0)), refused);
    let plain = download(&*session, "a", 0, 0, 0);
    assert!(session.stream_receive_hole(plain).is_err());
}

#[test]
fn nothing_is_written_behind_the_end() {
    let session = session();
    let stream = upload(&*session, "b", 4, 0, 0).unwrap();
    session.stream_send(stream, b"123456").unwrap();
    assert_eq!(text(session.stream_send(stream, b"7")), "cannot write to stream: No space left on device");
    let stream = upload(&*session, "b", 0, 2, 0).unwrap();
    assert!(session.stream_send(stream, b"123").is_err());
    for (offset, length) in [(u64::MAX, 0), (u64::MAX, u64::MAX), (5, u64::MAX), (11, 5)] {
        let stream = upload(&*session, "b", offset, length, 0).unwrap();
        assert!(session.stream_send(stream, b"1234567").is_err(), "{offset} {length}");
    }
    assert_eq!(contents(&*session, "b"), b"\0\0\0\x00123456");
    assert_eq!(upload(&*session, "x", 0, 0, 0).unwrap_err().code, ErrorCode::NO_STORAGE_VOL);
    assert!(upload(&*session, "b", 0, 0, 2).is_err());
}

#[test]
fn a_stream_outlives_its_volume_and_not_its_connection() {
    let session = session();
    let stream = upload(&*session, "b", 0, 0, 0).unwrap();
    let other = upload(&*session, "a", 0, 0, 0).unwrap();
    session.storage_vol_delete(&mut Call::new(), &remote::StorageVolDeleteArgs { vol: vol("b"), flags: 0 }).unwrap();
    session.stream_send(stream, b"123").unwrap();
    assert!(session.stream_ready(stream));
    session.stream_forget(stream);
    assert!(session.stream_send(stream, b"123").is_err());
    session.close().unwrap();
    assert!(session.stream_send(other, b"123").is_err());
}

#[test]
fn copies_begin_with_the_same_data_and_wiping_leaves_none() {
    let session = session();
    let stream = upload(&*session, "a", 0, 0, 0).unwrap();
    session.stream_send(stream, b"12345").unwrap();
    let args = remote::StorageVolCreateXmlFromArgs {
        pool: remote::NonnullStoragePool { name: "p".into(), uuid: Uuid::NIL },
        xml: "<volume><name>c</name><capacity>4</capacity></volume>".into(),
        clonevol: vol("a"),
        flags: 0,
    };
    session.storage_vol_create_xml_from(&mut Call::new(), &args).unwrap();
    session.stream_send(stream, b"6").unwrap();
    assert_eq!(contents(&*session, "c"), b"1234");
    session.storage_vol_wipe(&mut Call::new(), &remote::StorageVolWipeArgs { vol: vol("c"), flags: 0 }).unwrap();
    assert_eq!(contents(&*session, "c"), [0; 4]);
    assert_eq!(contents(&*session, "a")[..6], *b"123456");
    let wipe = |algorithm| {
        let args = remote::StorageVolWipePatternArgs { vol: vol("a"), algorithm, flags: 0 };
        session.storage_vol_wipe_pattern(&mut Call::new(), &args)
    };
    assert_eq!(text(wipe(VIR_STORAGE_VOL_WIPE_ALG_LAST)), "invalid argument: wiping algorithm 10 not supported");
    wipe(VIR_STORAGE_VOL_WIPE_ALG_RANDOM).unwrap();
    assert_eq!(contents(&*session, "a"), vec![0; 200_000]);
}

#[test]
fn volumes_grow_and_shrink() {
    let session = session();
    let resize = |capacity, flags| {
        let args = remote::StorageVolResizeArgs { vol: vol("a"), capacity, flags };
        session.storage_vol_resize(&mut Call::new(), &args)
    };
    let (delta, shrink, allocate) =
        (VIR_STORAGE_VOL_RESIZE_DELTA, VIR_STORAGE_VOL_RESIZE_SHRINK, VIR_STORAGE_VOL_RESIZE_ALLOCATE);
    assert!(text(resize(1999, 0)).contains("unless shrink flag"));
    assert!(text(resize(999, shrink)).contains("below existing allocation"));
    assert!(resize(1, 8).is_err());
    let stream = upload(&*session, "a", 0, 0, 0).unwrap();
    session.stream_send(stream, &[9; 5000]).unwrap();
    resize(4000, shrink).unwrap();
    resize(1000, delta).unwrap();
    resize(500, delta | shrink).unwrap();
    assert_eq!(sizes(&*session, "a"), (4500, 1000, 4500));
    assert_eq!(contents(&*session, "a"), [vec![9; 4000], vec![0; 500]].concat());
    resize(6000, allocate).unwrap();
    assert_eq!(sizes(&*session, "a"), (6000, 6000, 6000));
    assert!(text(resize(u64::MAX, allocate)).contains("Not enough space left"));
    let pool = remote::NonnullStoragePool { name: "p".into(), uuid: Uuid::NIL };
    let info = session.storage_pool_get_info(&mut Call::new(), &remote::StoragePoolGetInfoArgs { pool }).unwrap();
    assert_eq!((info.allocation, info.available), (6010, info.capacity - 6010));
}

#[test]
fn pools_are_found_by_their_path() {
    let session = session();
    let find = |path: &'static str| {
        let args = remote::StoragePoolLookupByTargetPathArgs { path: path.into() };
        session.storage_pool_lookup_by_target_path(&mut Call::new(), &args).map(|found| found.pool.name.into_owned())
    };
    assert!(find("/p").is_ok() && find("/p/").is_ok());
    assert_eq!(text(find("/q")), "Storage pool not found: no storage pool with matching target path '/q'");
}
