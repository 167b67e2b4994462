//! Records in both directions, changed, repeated, too short and too long.
use super::super::records::Records;
use super::super::security_layer::SecurityLayer;
use super::*;

type Choice = Option<(Kind, usize)>;

fn ends(cipher: Choice, piece: usize) -> [Records<Sealing>; 2] {
    let secret = b"0123456789abcdef";
    [true, false].map(|client| Records::new(Sealing::new(secret, cipher, client), piece))
}

const RC4: Choice = Some((Kind::Rc4, 16));
const TRIPLE_DES: Choice = Some((Kind::TripleDes, 16));
const ALL: [Choice; 4] = [None, RC4, Some((Kind::Rc4, 7)), TRIPLE_DES];

#[test]
fn records_go_both_ways_cut_anywhere() {
    let sent: Vec<u8> = (0..3000u32).map(|n| n.to_le_bytes()[0]).collect();
    for cipher in ALL {
        for piece in [1, 7, 8, 100, 65536] {
            let [mut client, mut server] = ends(cipher, piece);
            for _ in 0..2 {
                let (mut wire, mut got) = (Vec::new(), Vec::new());
                client.encode(&sent, &mut wire).unwrap();
                assert_eq!(cipher.is_none() && piece > 1000, wire[4..1000] == sent[..996]);
                for part in wire.chunks(13) {
                    server.decode(part, &mut got).unwrap();
                }
                assert_eq!(got, sent);
                std::mem::swap(&mut client, &mut server);
            }
        }
    }
}

#[test]
fn every_changed_byte_is_noticed() {
    for cipher in ALL {
        let [mut client, _] = ends(cipher, 100);
        let mut wire = Vec::new();
        client.encode(b"some bytes", &mut wire).unwrap();
        for at in 4..wire.len() {
            let [_, mut server] = ends(cipher, 100);
            let mut changed = wire.clone();
            changed[at] ^= 1;
            let mut got = Vec::new();
            let said = server.decode(&changed, &mut got).unwrap_err();
            let start = "failed to decode SASL data: -1 (generic failure): ";
            assert!(said.starts_with(start), "{said}");
            assert!(got.is_empty());
        }
    }
}

#[test]
fn repeated_records_and_wrong_lengths() {
    let [mut client, mut server] = ends(RC4, 100);
    let (mut wire, mut got) = (Vec::new(), Vec::new());
    client.encode(b"once", &mut wire).unwrap();
    server.decode(&wire, &mut got).unwrap();
    let said = server.decode(&wire, &mut got).unwrap_err();
    assert!(said.ends_with("Incorrect Sequence Number: received 0, expected 1"), "{said}");
    for (length, why) in [
        (0u32, "a record of 0 bytes, where 1 to 65536 are allowed"),
        (65537, "a record of 65537 bytes, where 1 to 65536 are allowed"),
        (u32::MAX, "a record of 4294967295 bytes, where 1 to 65536 are allowed"),
    ] {
        let [_, mut server] = ends(RC4, 100);
        let said = server.decode(&length.to_be_bytes(), &mut got).unwrap_err();
        assert!(said.ends_with(why), "{said}");
    }
    for length in [1u32, 5, 15] {
        let [_, mut server] = ends(TRIPLE_DES, 100);
        let wire = [&length.to_be_bytes()[..], &vec![0; length as usize]].concat();
        server.decode(&wire, &mut got).unwrap_err();
    }
    // 16 bytes are a record without contents; 15 are none.
    let said = |length: u32| {
        let [_, mut server] = ends(None, 100);
        let wire = [&length.to_be_bytes()[..], &vec![0; length as usize - 6], &[0, 1, 0, 0, 0, 0]].concat();
        server.decode(&wire, &mut Vec::new()).unwrap_err()
    };
    assert!(said(15).ends_with("DIGEST-MD5 SASL packets must be at least 16 bytes long"), "{}", said(15));
    assert!(said(16).ends_with("CMAC doesn't match"), "{}", said(16));
    assert_eq!(got, b"once");
}

#[test]
fn keys_of_des_are_spread() {
    assert_eq!(des_key(&[0xff; 7]), [0xfe; 8]);
    assert_eq!(des_key(&[0x80, 0x40, 0x20, 0x10, 8, 4, 2]), [0x80, 0x20, 8, 2, 0, 0x40, 0x10, 4]);
}

/// Made with OpenSSL's two-key triple DES and Python's HMAC.
#[test]
fn triple_des_as_openssl_does_it() {
    let [mut client, mut server] = ends(TRIPLE_DES, 65536);
    let (mut wire, mut got) = (Vec::new(), Vec::new());
    client.encode(b"one from the client", &mut wire).unwrap();
    client.encode(b"two", &mut wire).unwrap();
    let shown: String = wire.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        shown,
        "00000026233af0d78fac9980586c051a9ca001530d592c4b8a5c78019bddcef8c507c89a000100000000\
000000161a5122fd2367ebe7e1f3b5f7596af89c000100000001"
    );
    server.decode(&wire, &mut got).unwrap();
    assert_eq!(got, b"one from the clienttwo");
}
