//! Trees of names.

/// Returns the tree below the item `root` of a list of names and their parents' names.
pub(crate) fn tree(items: &[(String, Option<String>)], root: usize) -> String {
    let mut tree = Tree { items, indent: String::new(), text: String::new() };
    tree.add(root, root, true);
    tree.text
}

struct Tree<'a> {
    items: &'a [(String, Option<String>)],
    indent: String,
    text: String,
}

impl Tree<'_> {
    fn line(&mut self, text: &str) {
        self.text.push_str(&self.indent);
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn add(&mut self, at: usize, last: usize, root: bool) {
        let Some((name, _)) = self.items.get(at) else { return };
        self.line(&format!("{}{name}", if root { "" } else { "+- " }));
        if !root {
            self.indent.push_str(if at == last { "  " } else { "| " });
        }
        let children: Vec<usize> = self.children(name);
        let last_child = children.last().copied();
        if last_child.is_some() {
            self.line("  |");
        }
        self.indent.push_str("  ");
        // Deeper than any device hangs below another: parents that form a circle.
        let sane = self.indent.len() < 2048;
        for child in children.iter().filter(|_| sane) {
            self.add(*child, last_child.unwrap_or_default(), false);
        }
        self.indent.truncate(self.indent.len().saturating_sub(2));
        if last_child.is_none() && at == last {
            let indent = self.indent.clone();
            self.text.push_str(&indent);
            self.text.push('\n');
        }
        if !root {
            self.indent.truncate(self.indent.len().saturating_sub(2));
        }
    }

    fn children(&self, name: &str) -> Vec<usize> {
        let of = |item: &(String, Option<String>)| item.1.as_deref() == Some(name);
        self.items.iter().enumerate().filter(|(_, item)| of(item)).map(|(at, _)| at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_hang_below_their_parents() {
        let item = |name: &str, parent: Option<&str>| (name.to_owned(), parent.map(str::to_owned));
        let items = [item("a", None), item("b", Some("a")), item("c", Some("b")), item("d", Some("a"))];
        assert_eq!(tree(&items, 0), "a\n  |\n  +- b\n  |   |\n  |   +- c\n  |     \n  +- d\n    \n");
        assert_eq!(tree(&[item("a", None)], 0), "a\n\n");
        let circle = [item("a", Some("b")), item("b", Some("a"))];
        assert!(tree(&circle, 0).len() > 10);
    }
}
