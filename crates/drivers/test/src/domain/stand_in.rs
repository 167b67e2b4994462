//! What a node file says of a domain beyond what the stock library's driver knows: elements of the driver's namespace, described in
//! docs/TEST-DRIVER.md. They are never printed.
use super::agent::json;
use super::definition::NAMESPACE;
use crate::FROM;
use oxivirt_model::{Error, ErrorCode, Result};
use oxivirt_xml::tree::Node;
use oxivirt_xml::value::{Nodeset, Value, parse_decimal, parse_signed};
use std::collections::{BTreeMap, BTreeSet};

/// The largest number of a processor in the guest.
const MAX_VCPU: u32 = 16_384;

/// What a node file says of a domain.
#[derive(Debug, Clone)]
pub(crate) struct StandIn {
    /// How often somebody has to ask for a job on a disk until it is at its end.
    pub(super) block_steps: u32,
    pub(super) agent: Option<Agent>,
}

/// What the guest's agent answers.
#[derive(Debug, Clone, Default)]
pub(super) struct Agent {
    /// Something answers.
    pub(super) connected: bool,
    /// The operating system: names of parameters, and their values.
    pub(super) os: Vec<(&'static str, String)>,
    /// The time zone, and its seconds east of UTC.
    pub(super) timezone: Option<(String, i32)>,
    /// Load of the last minute, five and fifteen.
    pub(super) load: Option<[f64; 3]>,
    pub(super) users: Vec<User>,
    pub(super) vcpus: Vcpus,
    /// Keys that let somebody in, by user.
    pub(super) keys: BTreeMap<String, Vec<String>>,
    /// Answers by the command's name.
    pub(super) replies: BTreeMap<String, String>,
}

/// Somebody who is logged in.
#[derive(Debug, Clone)]
pub(super) struct User {
    pub(super) name: String,
    pub(super) domain: Option<String>,
    /// Milliseconds since the epoch.
    pub(super) login_time: u64,
}

/// Processors as the guest sees them.
#[derive(Debug, Clone, Default)]
pub(super) struct Vcpus {
    pub(super) all: BTreeSet<u32>,
    pub(super) online: BTreeSet<u32>,
    pub(super) offlinable: BTreeSet<u32>,
}

/// Attributes of `<test:os>`, and the parameters that they become.
const OS: [&str; 10] = [
    "id",
    "name",
    "pretty-name",
    "version",
    "version-id",
    "machine",
    "variant",
    "variant-id",
    "kernel-release",
    "kernel-version",
];

/// An element that is being read, and the file that it is in.
#[derive(Clone, Copy)]
struct Place<'d> {
    node: Node<'d>,
    file: &'d str,
}

impl<'d> Place<'d> {
    fn refuse(self, text: impl AsRef<str>) -> Error {
        let (file, line, name) = (self.file, self.node.line(), self.node.name());
        let text = format!("{file}:{line}: <test:{name}>: {}", text.as_ref());
        Error::new(FROM, ErrorCode::XML_ERROR, text)
    }

    /// Returns the children of the driver's namespace.
    fn children(self) -> impl Iterator<Item = Self> {
        let ours = self.node.children().filter(|node| node.namespace() == NAMESPACE);
        ours.map(move |node| Self { node, ..self })
    }

    fn attr<T>(self, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>> {
        let Some(text) = self.node.attr(name) else { return Ok(None) };
        read(text).map(Some).ok_or_else(|| self.refuse(format!("'{text}' is no value of '{name}'")))
    }

    fn needed<T>(self, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T> {
        self.attr(name, read)?.ok_or_else(|| self.refuse(format!("'{name}' is missing")))
    }

    fn text(self) -> Result<String> {
        let text = self.node.text().trim().to_owned();
        if text.is_empty() { Err(self.refuse("it is empty")) } else { Ok(text) }
    }

    /// Returns the error for an element that is not known here.
    fn unknown(self) -> Error {
        self.refuse("no such element")
    }
}

fn word(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0)
}

fn processors(text: &str) -> Option<BTreeSet<u32>> {
    if text.is_empty() {
        return Some(BTreeSet::new());
    }
    Nodeset::parse(text).map(|set| set.0).filter(|set| set.last().is_none_or(|last| *last < MAX_VCPU))
}

impl StandIn {
    /// Steps of a job on a disk where nothing is said.
    pub(super) const STEPS: u32 = 4;

    /// Reads what a domain of a node file has; `None` if that is nothing.
    ///
    /// # Errors
    /// An element is not known, or says what cannot be: the error names file and line.
    pub(crate) fn read(domain: Node<'_>, file: &str) -> Result<Option<Self>> {
        let (mut made, mut said) = (Self { block_steps: Self::STEPS, agent: None }, false);
        for place in (Place { node: domain, file }).children() {
            match place.node.name() {
                "blockjob" => made.block_steps = place.needed("steps", parse_decimal::<u32>)?,
                "agent" if made.agent.is_some() => return Err(place.refuse("there is one already")),
                "agent" => made.agent = Some(Agent::read(place)?),
                // The stock library's own, and what others may put there.
                _ => continue,
            }
            said = true;
        }
        Ok(said.then_some(made))
    }
}

impl Agent {
    fn read(place: Place<'_>) -> Result<Self> {
        let connected = place.attr("state", |state| match state {
            "connected" => Some(true),
            "disconnected" => Some(false),
            _ => None,
        })?;
        let mut agent = Self { connected: connected.unwrap_or(true), ..Self::default() };
        for place in place.children() {
            agent.read_child(place)?;
        }
        Ok(agent)
    }

    fn read_child(&mut self, place: Place<'_>) -> Result<()> {
        match place.node.name() {
            "os" => {
                for (name, value) in place.node.attributes() {
                    let known = OS.iter().find(|known| **known == name);
                    let known = known.ok_or_else(|| place.refuse(format!("no such attribute: '{name}'")))?;
                    self.os.push((known, value.to_owned()));
                }
            }
            "timezone" => {
                let offset = place
                    .needed("offset", |text| parse_signed(text, 10).and_then(|offset| i32::try_from(offset).ok()))?;
                self.timezone = Some((place.needed("name", word)?, offset));
            }
            "load" => {
                let load = |name| place.needed(name, number);
                self.load = Some([load("one")?, load("five")?, load("fifteen")?]);
            }
            "user" => self.users.push(User {
                name: place.needed("name", word)?,
                domain: place.attr("domain", word)?,
                login_time: place.needed("login-time", parse_decimal::<u64>)?,
            }),
            "vcpus" => self.vcpus = Vcpus::read(place)?,
            "sshkeys" => {
                let user = place.needed("user", word)?;
                let keys = place.children().map(|key| match key.node.name() {
                    "key" => key.text(),
                    _ => Err(key.unknown()),
                });
                let keys = keys.collect::<Result<_>>()?;
                if self.keys.insert(user, keys).is_some() {
                    return Err(place.refuse("the user has one already"));
                }
            }
            "reply" => {
                let (command, text) = (place.needed("command", word)?, place.text()?);
                json::members(&text).map_err(|why| place.refuse(format!("no JSON object: {why}")))?;
                if self.replies.insert(command, text).is_some() {
                    return Err(place.refuse("the command has one already"));
                }
            }
            _ => return Err(place.unknown()),
        }
        Ok(())
    }
}

impl Vcpus {
    fn read(place: Place<'_>) -> Result<Self> {
        let all = place.needed("all", processors)?;
        let online = place.attr("online", processors)?.unwrap_or_else(|| all.clone());
        let offlinable = place.attr("offlinable", processors)?.unwrap_or_default();
        if !online.is_subset(&all) || !offlinable.is_subset(&all) {
            return Err(place.refuse("'online' and 'offlinable' must be among 'all'"));
        }
        Ok(Self { all, online, offlinable })
    }
}
