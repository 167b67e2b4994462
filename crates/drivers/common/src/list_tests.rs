//! Order, keys, conflicts, removal by several threads.
use super::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain};

fn uuid(number: u32) -> Uuid {
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    Uuid(bytes)
}

fn refuse(conflict: &Conflict) -> Error {
    Error::raw(ErrorDomain::NONE, ErrorCode::OPERATION_FAILED, format!("{conflict:?}"))
}

fn add(list: &ObjectList<String>, name: &str, number: u32) -> Result<bool> {
    let key = Key { name: name.as_bytes(), uuid: Some(uuid(number)) };
    list.define(key, name.to_owned(), refuse, |_, new| Ok(new))
}

fn names(list: &ObjectList<String>) -> Vec<String> {
    list.select(|_| true, String::clone)
}

#[test]
fn the_order_is_that_of_adding() {
    let list = ObjectList::new();
    for name in ["c", "a", "b"] {
        assert_eq!(add(&list, name, u32::from(name.as_bytes()[0])), Ok(true));
    }
    assert_eq!(names(&list), ["c", "a", "b"]);
    assert_eq!(add(&list, "a", u32::from(b'a')), Ok(false));
    let object = list.by_name(b"c").unwrap();
    list.with(&object, |object| object.remove()).unwrap();
    assert_eq!(list.with(&object, |_| ()), None);
    assert_eq!(add(&list, "c", 9), Ok(true));
    assert_eq!(names(&list), ["a", "b", "c"]);
    assert_eq!(list.select(|name| name != "b", String::len), [1, 1]);
}

#[test]
fn names_and_uuids_are_one_objects_only() {
    let list = ObjectList::new();
    add(&list, "a", 1).unwrap();
    add(&list, "b", 2).unwrap();
    let text = |name, number| add(&list, name, number).unwrap_err().text().into_owned();
    assert_eq!(text("a", 3), format!("{:?}", Conflict::Name { uuid: Some(uuid(1)) }));
    assert_eq!(text("c", 1), format!("{:?}", Conflict::Uuid { name: b"a".to_vec(), uuid: Some(uuid(1)) }));
    assert_eq!(text("b", 1), format!("{:?}", Conflict::Uuid { name: b"a".to_vec(), uuid: Some(uuid(1)) }));
    assert_eq!(list.len(), 2);
}

#[test]
fn without_uuids_the_name_decides() {
    let list = ObjectList::new();
    let key = Key { name: b"eth1", uuid: None };
    assert_eq!(list.define(key, 1, refuse, |_, new| Ok(new)), Ok(true));
    assert_eq!(list.define(key, 2, refuse, |value, new| Ok((**value, new))), Ok((1, false)));
}

#[test]
fn names_and_numbers_change() {
    let list = ObjectList::new();
    add(&list, "a", 1).unwrap();
    add(&list, "b", 2).unwrap();
    let object = list.by_uuid(&uuid(1)).unwrap();
    list.with(&object, |object| {
        assert!(!object.rename(b"b"));
        assert!(object.rename(b"c"));
        object.set_id(Some(7));
    })
    .unwrap();
    let shown = |list: &ObjectList<_>| list.keys(|key, id| (key.name.to_vec(), key.uuid, id));
    assert_eq!(shown(&list), [(b"c".to_vec(), Some(uuid(1)), Some(7)), (b"b".to_vec(), Some(uuid(2)), None)]);
    assert!(list.by_name(b"a").is_none());
    assert!(Arc::ptr_eq(&list.by_name(b"c").unwrap(), &object));
    assert!(Arc::ptr_eq(&list.by_id(7).unwrap(), &object));
    list.with(&object, |object| object.set_id(None)).unwrap();
    assert!(list.by_id(7).is_none());
    // The name is free again.
    assert_eq!(add(&list, "a", 3), Ok(true));
}

#[test]
fn what_fails_at_first_is_not_added() {
    let list = ObjectList::new();
    let key = Key { name: b"a", uuid: Some(uuid(1)) };
    let failed: Result<()> = list.define(key, String::new(), refuse, |_, _| {
        // It is in nobody's list before it is complete.
        assert!(list.keys(|_, _| ()).is_empty());
        Err(refuse(&Conflict::Name { uuid: None }))
    });
    assert!(failed.is_err());
    assert!(list.is_empty() && list.by_name(b"a").is_none() && list.by_uuid(&uuid(1)).is_none());
    // What exists stays.
    add(&list, "a", 1).unwrap();
    let failed: Result<()> =
        list.define(key, String::new(), refuse, |_, _| Err(refuse(&Conflict::Name { uuid: None })));
    assert!(failed.is_err());
    assert_eq!(names(&list), ["a"]);
}

#[test]
fn two_threads_remove_an_object_once() {
    let list = ObjectList::new();
    let removed = AtomicU64::new(0);
    for round in 0..200 {
        add(&list, "a", round).unwrap();
        let object = list.by_name(b"a").unwrap();
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    list.with(&object, |object| {
                        object.remove();
                        removed.fetch_add(1, Ordering::Relaxed);
                    })
                });
            }
        });
    }
    assert_eq!(removed.load(Ordering::Relaxed), 200);
    assert!(list.is_empty());
}

#[test]
fn threads_that_define_and_remove_the_same_object_agree() {
    let list = ObjectList::new();
    let (made, removed) = (AtomicU64::new(0), AtomicU64::new(0));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..500 {
                    made.fetch_add(u64::from(add(&list, "a", 1).unwrap()), Ordering::Relaxed);
                }
            });
            scope.spawn(|| {
                for _ in 0..500 {
                    if let Some(object) = list.by_name(b"a")
                        && list.with(&object, |object| object.remove()).is_some()
                    {
                        removed.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let left = list.len() as u64;
    assert_eq!(made.into_inner(), removed.into_inner().saturating_add(left));
}

#[test]
fn a_long_call_about_one_object_holds_up_no_other() {
    let list = ObjectList::new();
    add(&list, "a", 1).unwrap();
    add(&list, "b", 2).unwrap();
    let (a, b) = (list.by_name(b"a").unwrap(), list.by_name(b"b").unwrap());
    // While "a" is locked here, another thread finds, changes, lists and adds.
    list.with(&a, |_| {
        std::thread::scope(|scope| {
            scope.spawn(|| {
                list.with(&b, |b| b.push('!')).unwrap();
                add(&list, "c", 3).unwrap();
                assert_eq!(list.all().len(), 3);
            });
        });
    })
    .unwrap();
    assert_eq!(names(&list), ["a", "b!", "c"]);
}
