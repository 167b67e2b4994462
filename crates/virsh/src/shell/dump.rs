//! Printing definitions, whole or the parts that an expression selects.
use super::state::Shell;
use crate::bytes::Shown;
use crate::fail::{Done, Failure};
use crate::parse::Args;
use oxivirt::Text;

impl Shell {
    /// Prints a definition, or what `--xpath` selects of it.
    pub(crate) fn dump_xml(&self, args: &Args, text: &Text) -> Done {
        let Some(expression) = args.any("xpath") else {
            self.print(&text.shown());
            return Ok(());
        };
        if expression.is_empty() {
            return Err(Failure::quiet());
        }
        Err(Failure::say("--xpath is not supported by this program yet"))
    }
}
