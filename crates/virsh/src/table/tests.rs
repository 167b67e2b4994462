use super::{ADMIN, Kind, VIRSH};
use std::collections::HashSet;

#[test]
fn names_are_there_once() {
    for groups in [VIRSH, ADMIN] {
        let mut names = HashSet::new();
        for command in groups.iter().flat_map(|group| group.commands()) {
            assert!(names.insert(command.name), "{}", command.name);
            let mut options = HashSet::new();
            assert!(command.options.iter().all(|option| options.insert(option.name)), "{}", command.name);
        }
    }
}

#[test]
fn only_the_last_option_takes_many_values() {
    for command in [VIRSH, ADMIN].into_iter().flatten().flat_map(|group| group.commands()) {
        let many = command.options.iter().position(|option| option.kind == Kind::Argv);
        assert!(many.is_none_or(|at| at.saturating_add(1) == command.options.len()), "{}", command.name);
    }
}
