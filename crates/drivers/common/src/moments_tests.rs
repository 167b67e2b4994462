//! Trees: order, removal, cycles, depth.
use super::{Moment, Moments, Selection};

#[derive(Debug)]
struct Named(&'static str, Option<String>);

impl Moment for Named {
    fn name(&self) -> &str {
        self.0
    }

    fn parent(&self) -> Option<&str> {
        self.1.as_deref()
    }

    fn set_parent(&mut self, parent: Option<String>) {
        self.1 = parent;
    }
}

fn named(name: &'static str, parent: &str) -> Named {
    Named(name, (!parent.is_empty()).then(|| parent.to_owned()))
}

/// a has b and c, b has d and e; f is alone.
fn tree() -> Moments<Named> {
    let mut tree = Moments::default();
    for (name, parent) in [("a", ""), ("b", "a"), ("c", "a"), ("d", "b"), ("e", "b"), ("f", "")] {
        tree.add(named(name, parent)).unwrap();
    }
    tree.set_current(Some("d"));
    tree
}

fn names(tree: &Moments<Named>, from: Option<&str>, descendants: bool, topological: bool) -> String {
    let selection = Selection { descendants, topological, ..Selection::default() };
    tree.list(from, selection).into_iter().map(Moment::name).collect()
}

#[test]
fn the_last_comes_first_and_parents_before_children() {
    let tree = tree();
    assert_eq!(names(&tree, None, false, false), "fa");
    assert_eq!(names(&tree, None, true, true), "facbed");
    assert_eq!(names(&tree, None, true, false), "abcdef");
    assert_eq!(names(&tree, Some("a"), false, false), "cb");
    assert_eq!(names(&tree, Some("a"), true, false), "cbed");
    assert_eq!(names(&tree, Some("x"), true, false), "");
    let leaves = Selection { descendants: true, leaves: true, ..Selection::default() };
    assert_eq!(tree.list(Some("a"), leaves).len(), 3);
    assert_eq!(tree.list(Some("a"), Selection { leaves: false, no_leaves: true, ..leaves }).len(), 1);
    assert_eq!(tree.list(Some("a"), Selection { no_leaves: true, ..leaves }).len(), 0);
}

#[test]
fn removal_moves_children_up() {
    let mut tree = tree();
    tree.remove("b");
    assert_eq!(names(&tree, Some("a"), false, false), "edc");
    assert_eq!(tree.get("d").and_then(Moment::parent), Some("a"));
    tree.remove("d");
    assert_eq!(tree.current().map(Moment::name), Some("a"));
    tree.remove("a");
    assert_eq!(names(&tree, None, false, false), "ecf");
    assert_eq!(tree.get("c").and_then(Moment::parent), None);
    assert!(tree.current().is_none());
    tree.remove("a");
    assert_eq!(tree.len(), 3);
}

#[test]
fn descendants_go_and_leave_the_current_one_behind() {
    let mut tree = tree();
    tree.remove_descendants("a");
    assert_eq!(names(&tree, None, true, true), "fa");
    assert_eq!(tree.current().map(Moment::name), Some("a"));
    tree.add(named("d", "a")).unwrap();
    assert_eq!(names(&tree, Some("a"), true, false), "d");
}

#[test]
fn replacing_keeps_children() {
    let mut tree = tree();
    tree.replace(named("b", "f"));
    assert_eq!(names(&tree, None, true, true), "fbedac");
    tree.replace(named("g", "e"));
    assert_eq!(names(&tree, Some("e"), false, false), "g");
    assert_eq!(tree.add(named("g", "")).unwrap_err().text(), "operation failed: domain moment g already exists");
}

#[test]
fn impossible_parents_are_refused() {
    let tree = tree();
    let check = |name, parent| tree.check_relations(name, Some(parent)).map_err(|error| error.text().into_owned());
    assert_eq!(check("x", "d"), Ok(()));
    assert_eq!(check("c", "d"), Ok(()));
    let refused = |text: &str| Err(format!("invalid argument: {text}"));
    assert_eq!(check("a", "a"), refused("cannot set moment a as its own parent"));
    assert_eq!(check("a", "x"), refused("parent x for moment a not found"));
    assert_eq!(check("a", "d"), refused("parent b would create cycle to a"));
}

#[test]
fn many_at_once_come_in_any_order() {
    let mut tree = Moments::default();
    assert_eq!(tree.add_all(vec![named("b", "a"), named("a", ""), named("c", "b")]), Ok(true));
    assert_eq!(names(&tree, None, true, true), "abc");
    let mut tree = Moments::default();
    assert_eq!(tree.add_all(vec![named("a", "c"), named("b", "a"), named("c", "b"), named("d", "x")]), Ok(false));
    assert_eq!(tree.list(None, Selection { descendants: true, topological: true, ..Selection::default() }).len(), 4);
}

#[test]
fn depth_costs_no_stack() {
    let mut tree = Moments::default();
    let name = |number: usize| -> &'static str { Box::leak(format!("{number}").into_boxed_str()) };
    tree.add(named(name(0), "")).unwrap();
    for number in 1..20_000 {
        tree.add(named(name(number), name(number - 1))).unwrap();
    }
    assert_eq!(names(&tree, Some("0"), true, true).len(), (1..20_000_usize).map(|number| name(number).len()).sum());
    tree.remove_descendants("0");
    assert_eq!(tree.len(), 1);
}
