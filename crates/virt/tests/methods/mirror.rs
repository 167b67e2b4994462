//! A driver in this process that knows every procedure: it notes what it is asked, and answers with bodies that it makes up.
use crate::body::Body;
use oxivirt::domain::State;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_protocol::driver::Connect;
use oxivirt_protocol::remote::{ConnectSupportsFeatureArgs, Procedure};
use oxivirt_protocol::{
    Call, Listener, Part, ProcedureInfo, Program, Session, StreamId, Streams, Transact, admin, lxc, qemu, remote,
};
use oxivirt_xdr::{Decode, Reader, Writer};
use std::cell::Cell;
use std::fs::File;
use std::sync::{Arc, Mutex, Weak};

/// What the driver answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answers {
    /// Numbers that are all different.
    Different,
    /// The number of elements in each array wherever a number stands, so that all counts are right.
    Counts,
    /// The emptiest bodies, of zeros.
    Nothing,
    /// What `Counts` says, but the number at this place is another.
    Lie(usize, i32),
    /// No procedure is there.
    Missing,
}

/// What the ends of a migration have in common, and do wrong.
#[derive(Debug, Default, Clone)]
pub(crate) struct Behaviour {
    /// The features that are there; `None`: as the answers are.
    pub(crate) features: Option<Vec<remote::DriverFeature>>,
    /// The procedure that fails.
    pub(crate) fails: Option<Procedure>,
    /// The domain is paused.
    pub(crate) paused: bool,
}

/// The driver.
#[derive(Debug)]
pub(crate) struct Mirror {
    name: &'static str,
    answers: Answers,
    read_only: bool,
    asked: Arc<Mutex<Vec<String>>>,
    pub(crate) behaviour: Arc<Mutex<Behaviour>>,
}

impl Mirror {
    pub(crate) fn new(name: &'static str, answers: Answers, read_only: bool, asked: &Arc<Mutex<Vec<String>>>) -> Self {
        Self { name, answers, read_only, asked: Arc::clone(asked), behaviour: Arc::default() }
    }

    /// Another end, which notes what it is asked in the same place and behaves like this one.
    pub(crate) fn other(&self, name: &'static str) -> Self {
        let behaviour = Arc::clone(&self.behaviour);
        Self { name, behaviour, asked: Arc::clone(&self.asked), ..*self }
    }

    fn reply(&self, body: Body) -> Vec<u8> {
        let next = Cell::new(0_i32);
        let count = || next.replace(next.get() + 1);
        match self.answers {
            // Small enough for a byte, and a letter where numbers are those of characters.
            Answers::Different => body.full(|| 97 + count() % 26),
            Answers::Counts => body.full(|| 2),
            Answers::Lie(place, lie) => body.full(|| if usize::try_from(count()) == Ok(place) { lie } else { 2 }),
            Answers::Nothing | Answers::Missing => body.empty(),
        }
    }
}

/// Returns the facts of a procedure.
pub(crate) fn info(program: Program, procedure: u32) -> ProcedureInfo {
    match program {
        Program::QEMU => qemu::Procedure(procedure).info(),
        Program::LXC => lxc::Procedure(procedure).info(),
        Program::ADMIN => admin::Procedure(procedure).info(),
        _ => Procedure(procedure).info(),
    }
    .unwrap()
}

impl Transact for Mirror {
    fn transact(
        &self,
        call: &mut Call,
        program: Program,
        procedure: u32,
        encode: &dyn Fn(&mut Writer<'_>) -> oxivirt_xdr::Result<()>,
    ) -> Result<()> {
        let mut args = Vec::new();
        encode(&mut Writer::new(&mut args, 1 << 20)).unwrap();
        let shown = Body { program, procedure, part: Part::Args }.show(&args);
        let name = info(program, procedure).name;
        let files = ", with a descriptor".repeat(call.fds_in.len());
        let stream = call.opens.map_or_else(String::new, |opens| format!(", {opens:?}"));
        let limit = if call.deadline.is_some() { ", until a deadline" } else { "" };
        self.asked.lock().unwrap().push(format!("{}{name}({shown}){files}{stream}{limit}", self.name));
        if self.answers == Answers::Missing {
            return Err(Error::missing_method(name));
        }
        let behaviour = self.behaviour.lock().unwrap().clone();
        if program == Program::REMOTE && behaviour.fails == Some(Procedure(procedure)) {
            return Err(Error::new(ErrorDomain::QEMU, ErrorCode::OPERATION_FAILED, format!("{name} failed")));
        }
        call.reply = match behaviour.features {
            Some(features) if (program, procedure) == (Program::REMOTE, Procedure::CONNECT_SUPPORTS_FEATURE.0) => {
                let asked = ConnectSupportsFeatureArgs::decode(&mut Reader::new(&args)).unwrap().feature;
                i32::from(features.iter().any(|feature| feature.0 == asked)).to_be_bytes().into()
            }
            _ => self.reply(Body { program, procedure, part: Part::Ret }),
        };
        let tells_state = [Procedure::DOMAIN_GET_INFO, Procedure::DOMAIN_GET_STATE].contains(&Procedure(procedure));
        if program == Program::REMOTE && tells_state && behaviour.paused {
            call.reply[..4].copy_from_slice(&State::PAUSED.0.to_be_bytes());
        }
        call.stream = call.opens.map(|_| StreamId(procedure));
        call.fds_out = vec![File::open("/dev/null").unwrap().into()];
        Ok(())
    }
}

impl Streams for Mirror {}

impl Session for Mirror {
    fn uri(&self) -> &[u8] {
        b"mirror://host/system"
    }
    fn kind(&self) -> Result<&[u8]> {
        Ok(b"MIRROR")
    }
    fn is_local(&self) -> bool {
        // It stands for a daemon: every procedure is to be asked.
        false
    }
    fn is_alive(&self) -> bool {
        true
    }
    fn is_read_only(&self) -> bool {
        self.read_only
    }
    fn takes_strings(&self, call: &mut Call) -> Result<bool> {
        let args = ConnectSupportsFeatureArgs { feature: remote::DriverFeature::TYPED_PARAM_STRING.0 };
        Ok(self.connect_supports_feature(call, &args)?.supported != 0)
    }
    fn listen(&self, _: Weak<dyn Listener>) {}
    fn filters_events(&self) -> bool {
        self.name.is_empty()
    }
    fn has_close_callback(&self) -> bool {
        true
    }
    fn close(&self) -> Result<()> {
        self.asked.lock().unwrap().push(format!("{}close", self.name));
        Ok(())
    }
}
