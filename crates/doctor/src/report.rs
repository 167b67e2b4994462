//! A finding for people and for programs.
use crate::arguments::Arguments;
use crate::diagnosis::{Daemon, Finding, Outcome};
use crate::facts;
use crate::hints::{self, Advice};
use oxivirt_model::{Error, json};
use oxivirt_open::{Peer, Step};

/// One step and what the system adds to it.
#[derive(Debug)]
struct Entry {
    kind: &'static str,
    text: String,
    facts: Vec<String>,
}

/// Everything to be shown.
#[derive(Debug)]
pub(crate) struct Report<'a> {
    name: Option<String>,
    entries: Vec<Entry>,
    outcome: &'a Outcome,
    advice: Advice,
}

impl<'a> Report<'a> {
    pub(crate) fn of(arguments: &Arguments, finding: &'a Finding) -> Self {
        let name = arguments.uri.as_deref();
        Self {
            name: name.map(|name| String::from_utf8_lossy(name).into_owned()),
            entries: finding.steps.iter().map(entry).collect(),
            outcome: &finding.outcome,
            advice: hints::judge(finding),
        }
    }

    fn daemon(&self) -> Option<&Daemon> {
        match self.outcome {
            Outcome::Works(daemon) => Some(daemon),
            _ => None,
        }
    }

    fn error(&self) -> Option<&Error> {
        match self.outcome {
            Outcome::Fails(error) => Some(error),
            _ => None,
        }
    }

    /// Lines for people; control characters of a peer or a file do not reach the terminal.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        let mut line = |indent: &str, text: &str| {
            out.push_str(indent);
            out.extend(text.chars().map(|c| if c.is_control() { '?' } else { c }));
            out.push('\n');
        };
        for entry in &self.entries {
            line("- ", &entry.text);
            for fact in &entry.facts {
                line("    ", fact);
            }
        }
        for (what, value) in self.daemon().map(described).unwrap_or_default() {
            line("- ", &format!("{what}: {value}"));
        }
        if let Some(error) = self.error() {
            line("- ", &format!("error {}: {}", error.code.0, error.text()));
        }
        line("verdict: ", &self.advice.verdict);
        if let Some(hint) = &self.advice.hint {
            line("hint: ", hint);
        }
        out
    }

    /// One JSON object and a line's end.
    pub(crate) fn json(&self) -> String {
        let entries: Vec<_> = self.entries.iter().map(Entry::json).collect();
        let error = self.error().map_or_else(
            || "null".to_owned(),
            |error| {
                json::object(&[
                    ("code", error.code.0.to_string()),
                    ("domain", error.domain.0.to_string()),
                    ("message", json::string(&error.text())),
                ])
            },
        );
        let daemon = self.daemon().map_or_else(|| "null".to_owned(), daemon_json);
        let mut text = json::object(&[
            ("name", json::optional(self.name.as_deref())),
            ("works", self.daemon().is_some().to_string()),
            ("verdict", json::string(&self.advice.verdict)),
            ("hint", json::optional(self.advice.hint.as_deref())),
            ("error", error),
            ("daemon", daemon),
            ("steps", json::array(&entries)),
        ]);
        text.push('\n');
        text
    }
}

impl Entry {
    fn json(&self) -> String {
        let facts: Vec<_> = self.facts.iter().map(|fact| json::string(fact)).collect();
        json::object(&[
            ("step", json::string(self.kind)),
            ("text", json::string(&self.text)),
            ("facts", json::array(&facts)),
        ])
    }
}

fn entry(step: &Step) -> Entry {
    let facts = match step {
        Step::Target { transport: "unix", socket: Some(socket), .. } => facts::socket(socket),
        Step::Connected { peer: Some(peer), .. } => listener(peer),
        _ => Vec::new(),
    };
    Entry { kind: step.kind(), text: step.to_string(), facts }
}

fn listener(peer: &Peer) -> Vec<String> {
    let user = facts::user(peer.uid);
    match facts::program(peer.pid) {
        Some(program) => vec![format!("{program} listens there, as user {user}")],
        None => vec![format!("a process that cannot be seen listens there, as user {user}")],
    }
}

/// `major * 1,000,000 + minor * 1,000 + release`, as the library counts versions.
fn version(number: u64) -> String {
    let part = |unit: u64| number.checked_div(unit).unwrap_or_default() % 1000;
    format!("{}.{}.{}", number / 1_000_000, part(1000), part(1))
}

fn described(daemon: &Daemon) -> Vec<(&'static str, String)> {
    let yes = |value| if value { "yes" } else { "no" }.to_owned();
    let mut out = vec![("URI that it reports", daemon.uri.clone())];
    out.extend(daemon.hostname.clone().map(|host| ("host", host)));
    out.extend(daemon.driver.clone().map(|driver| ("driver", driver)));
    out.extend(daemon.driver_version.map(|v| ("driver's version", version(v))));
    out.extend(daemon.library_version.map(|v| ("daemon's version", version(v))));
    out.push(("encrypted", yes(daemon.encrypted)));
    out.push(("safe from listeners", yes(daemon.secure)));
    out
}

fn daemon_json(daemon: &Daemon) -> String {
    let version = |number: Option<u64>| json::optional(number.map(version).as_deref());
    json::object(&[
        ("uri", json::string(&daemon.uri)),
        ("hostname", json::optional(daemon.hostname.as_deref())),
        ("driver", json::optional(daemon.driver.as_deref())),
        ("driver_version", version(daemon.driver_version)),
        ("library_version", version(daemon.library_version)),
        ("encrypted", daemon.encrypted.to_string()),
        ("secure", daemon.secure.to_string()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions() {
        assert_eq!(version(12_008_000), "12.8.0");
        assert_eq!(version(9_000_001), "9.0.1");
    }

    #[test]
    fn control_characters_stay_away_from_terminals() {
        let finding = Finding {
            steps: vec![Step::Connecting { to: "\u{1b}[2Jx".to_owned() }],
            outcome: Outcome::Works(Daemon::default()),
        };
        let arguments = Arguments { uri: None, json: false, read_only: false, no_aliases: false, timeout: None };
        let text = Report::of(&arguments, &finding).text();
        assert!(text.starts_with("- connecting to ?[2Jx\n"));
    }
}
