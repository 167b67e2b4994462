//! The bookkeeping as a daemon would see it.
use super::*;
use oxivirt_protocol::EventClass;

const FILTERS: Sharing = Sharing::Object;

fn domain(id: i32) -> EventId {
    EventId { class: EventClass::Domain, id }
}

fn registration(event: i32, key: Option<&[u8]>, function: usize) -> Registration<usize> {
    Registration {
        interest: Interest { event: domain(event), key: key.map(Into::into) },
        sharing: FILTERS,
        function,
        legacy: false,
        subscriber: Arc::new(function),
    }
}

fn seen(event: i32, remote: i32, key: &[u8]) -> Seen<'_> {
    Seen { event: domain(event), remote, key }
}

fn hears(registry: &Registry<usize>, seen: &Seen<'_>) -> Vec<usize> {
    let places = 0..registry.len();
    places.filter_map(|at| registry.wanting(at, seen)).map(|s| *s).collect()
}

#[test]
fn subscribers_of_one_event_and_object_share() {
    let mut registry = Registry::new();
    assert_eq!(registry.add(registration(0, None, 10)), Some((0, 1)));
    registry.set_remote(0, 70);
    assert_eq!(registry.add(registration(0, None, 11)), Some((1, 2)));
    assert_eq!(registry.add(registration(0, Some(b"a"), 10)), Some((2, 1)));
    registry.set_remote(2, 71);
    assert_eq!(registry.add(registration(1, None, 10)), Some((3, 1)));
    registry.set_remote(3, 72);
    assert_eq!(hears(&registry, &seen(0, 70, b"a")), [10, 11]);
    assert_eq!(hears(&registry, &seen(0, 71, b"a")), [10]);
    assert_eq!(hears(&registry, &seen(0, 71, b"b")), [0usize; 0]);
    assert_eq!(registry.find(1), Some((0, 70)));
    assert_eq!(registry.remove(0, false).map(|r| r.left), Some(1));
    assert_eq!(registry.remove(1, false).map(|r| r.left), Some(0));
    assert_eq!(registry.remove(2, false).map(|r| r.left), Some(0));
    assert!(registry.remove(2, false).is_none());
    assert_eq!(registry.len(), 1);
}

#[test]
fn without_filters_all_of_an_event_share() {
    let event = |key, function| Registration { sharing: Sharing::Event, ..registration(4, key, function) };
    let mut registry = Registry::new();
    assert_eq!(registry.add(event(None, 1)), Some((0, 1)));
    assert_eq!(registry.add(event(Some(b"a".as_slice()), 1)), Some((1, 2)));
    assert_eq!(hears(&registry, &seen(4, -1, b"b")), [1]);
    assert_eq!(hears(&registry, &seen(4, -1, b"a")), [1, 1]);
    assert_eq!(registry.remove(0, false).map(|r| r.left), Some(1));
    assert_eq!(registry.remove(1, false).map(|r| r.left), Some(0));
}

#[test]
fn the_same_function_subscribes_once_and_old_and_new_style_are_apart() {
    let mut registry = Registry::new();
    let old = || Registration { legacy: true, ..registration(0, None, 1) };
    assert!(registry.add(registration(0, None, 1)).is_some());
    assert!(registry.add(registration(0, None, 1)).is_none());
    assert!(registry.add(old()).is_some());
    assert!(registry.add(old()).is_none());
    let interest = old().interest;
    assert_eq!(registry.find_legacy(&interest, 1), Some(1));
    assert_eq!(registry.find_legacy(&interest, 2), None);
    registry.remove(1, false);
    assert_eq!(registry.find_legacy(&interest, 1), None);
    // Refused ones take no id.
    assert_eq!(registry.add(old()).map(|(id, _)| id), Some(2));
}

#[test]
fn filtered_ones_share_nothing() {
    let monitor = || Registration { sharing: Sharing::Nothing, ..registration(0, None, 1) };
    let mut registry = Registry::new();
    assert_eq!(registry.add(monitor()), Some((0, 1)));
    assert_eq!(registry.add(monitor()), Some((1, 1)));
    assert_eq!(registry.remove(0, false).map(|r| r.left), Some(0));
}

#[test]
fn a_removal_during_delivery_is_silent_at_once_and_final_later() {
    let mut registry = Registry::new();
    registry.add(registration(0, None, 1));
    registry.set_remote(0, 5);
    registry.add(registration(0, None, 2));
    let removal = registry.remove(0, true).unwrap();
    assert!(removal.taken.is_none());
    assert_eq!(removal.left, 1);
    assert_eq!(hears(&registry, &seen(0, 5, b"")), [2]);
    assert!(registry.find(0).is_none());
    assert!(registry.remove(0, true).is_none());
    // The same function may come back at once.
    assert_eq!(registry.add(registration(0, None, 1)), Some((2, 2)));
    assert_eq!(registry.remove(1, true).map(|r| r.left), Some(1));
    let gone: Vec<_> = registry.purge().into_iter().map(|s| *s).collect();
    assert_eq!(gone, [1, 2]);
    assert_eq!(registry.len(), 1);
}

#[test]
fn an_id_the_daemon_has_not_confirmed_is_not_shared() {
    let mut registry = Registry::new();
    assert_eq!(registry.add(registration(0, None, 1)), Some((0, 1)));
    assert_eq!(registry.add(registration(0, None, 2)), Some((1, 1)));
    // Removing the first after its call failed leaves the second alone.
    assert!(registry.remove(0, false).is_some());
    assert_eq!(registry.find(1), Some((0, -1)));
}
