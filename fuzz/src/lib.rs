//! What the targets share: an input is a program (1 byte), a procedure (2 bytes, big-endian) and a body.

use oxivirt_protocol::{Part, ProcedureInfo, Program, admin, lxc, qemu, remote};

/// The programs whose procedures have bodies; the first byte of an input picks one.
pub const PROGRAMS: [Program; 4] = [Program::REMOTE, Program::QEMU, Program::LXC, Program::ADMIN];

/// Splits an input.
pub fn split(input: &[u8]) -> Option<(Program, u32, &[u8])> {
    let ([program, high, low], body) = input.split_first_chunk()?;
    let program = PROGRAMS.get(usize::from(*program))?;
    Some((*program, u32::from(u16::from_be_bytes([*high, *low])), body))
}

/// All procedures of a program.
pub fn procedures(program: Program) -> Vec<ProcedureInfo> {
    match program {
        Program::REMOTE => remote::Procedure::all(),
        Program::QEMU => qemu::Procedure::all(),
        Program::LXC => lxc::Procedure::all(),
        _ => admin::Procedure::all(),
    }
}

fn recode(program: Program, number: u32, part: Part, body: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let done = match program {
        Program::REMOTE => remote::recode(remote::Procedure(number), part, body, &mut out),
        Program::QEMU => qemu::recode(qemu::Procedure(number), part, body, &mut out),
        Program::LXC => lxc::recode(lxc::Procedure(number), part, body, &mut out),
        _ => admin::recode(admin::Procedure(number), part, body, &mut out),
    };
    done?.ok().map(|()| out)
}

/// Decodes any bytes; what can be decoded must encode to a form that decodes to itself, and never to
/// more bytes than it came from.
pub fn check(program: Program, number: u32, part: Part, body: &[u8]) {
    if let Some(first) = recode(program, number, part, body) {
        assert!(first.len() <= body.len());
        let second = recode(program, number, part, &first).expect("own wire form is refused");
        assert_eq!(first, second);
    }
}

/// An XML definition: nothing may panic, what is printed is well-formed, and what is lost is lost the first time: from then on
/// parsing and printing changes nothing.
pub fn stable<T>(input: &[u8], parse: impl Fn(&[u8]) -> oxivirt_model::Result<T>, format: impl Fn(&T) -> Vec<u8>) {
    let Ok(first) = parse(input) else { return };
    let once = format(&first);
    oxivirt_xml::tree::Document::parse(&once, oxivirt_model::ErrorDomain::NONE)
        .unwrap_or_else(|error| panic!("{}: {}", error.text(), once.escape_ascii()));
    let Ok(second) = parse(&once) else { return };
    let twice = format(&second);
    let Ok(third) = parse(&twice) else { return };
    assert_eq!(twice.escape_ascii().to_string(), format(&third).escape_ascii().to_string());
}

/// The part of a test driver that completing asks.
pub const DRIVER: oxivirt_xml::domain::Completion<'static> = oxivirt_xml::domain::Completion {
    arch: "x86_64",
    mac_prefix: [0x52, 0x54, 0x00],
    random: &|bytes| bytes.fill(7),
    interface_prefix: Some("testnet"),
};
