//! `<idmap>`: ranges of users and groups of a container.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use crate::element::Context;
use crate::tree::Node;

/// `<idmap>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = IdMap::check)]
pub struct IdMap {
    /// Ranges of users.
    #[xml(child = "uid")]
    pub users: Vec<IdRange>,
    /// Ranges of groups.
    #[xml(child = "gid")]
    pub groups: Vec<IdRange>,
}

/// `<uid>`, `<gid>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct IdRange {
    /// First in the container.
    #[xml(
        attr = "start",
        nonempty,
        missing(XML_ERROR, "invalid idmap start/target/count settings"),
        bad(XML_ERROR, "invalid idmap start/target/count settings")
    )]
    pub start: u32,
    /// First on the host.
    #[xml(
        attr = "target",
        nonempty,
        missing(XML_ERROR, "invalid idmap start/target/count settings"),
        bad(XML_ERROR, "invalid idmap start/target/count settings")
    )]
    pub target: u32,
    /// How many.
    #[xml(
        attr = "count",
        nonempty,
        missing(XML_ERROR, "invalid idmap start/target/count settings"),
        bad(XML_ERROR, "invalid idmap start/target/count settings")
    )]
    pub count: u32,
}

impl IdMap {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        for ranges in [&mut self.users, &mut self.groups] {
            crate::sort::by_key(ranges, |range| range.start);
        }
        Ok(())
    }
}
