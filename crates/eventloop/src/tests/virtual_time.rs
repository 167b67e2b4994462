//! Order, ids and frees, with time and descriptors under the test's control.

use super::*;

const NOTHING: [&str; 0] = [];

#[test]
fn ids_start_at_one_and_unknown_ids_are_refused() {
    let b = Bench::new();
    assert_eq!(b.events.add_handle(5, 1, b.on_handle("h"), None), 1);
    assert_eq!(b.events.add_handle(5, 0, b.on_handle("h"), None), 2);
    assert_eq!(b.events.add_timeout(-1, b.on_timeout("t"), None), 1);
    assert_eq!(b.events.add_timeout(0, b.on_timeout("t"), None), 2);
    for id in [-1, 0, 3, i32::MIN, i32::MAX] {
        assert!(!b.events.update_handle(id, 1), "{id}");
        assert!(!b.events.remove_handle(id), "{id}");
        assert!(!b.events.update_timeout(id, 1), "{id}");
        assert!(!b.events.remove_timeout(id), "{id}");
    }
    assert!(b.events.remove_handle(1));
    assert!(!b.events.remove_handle(1));
    assert!(!b.events.update_handle(1, 1));
    assert!(b.events.remove_timeout(1));
    assert!(!b.events.remove_timeout(1));
    assert_eq!(b.events.add_handle(5, 1, b.on_handle("h"), None), 3);
    assert_eq!(b.events.add_timeout(-1, b.on_timeout("t"), None), 3);
}

#[test]
fn events_map_from_poll_bits() {
    let b = Bench::new();
    b.events.add_handle(5, 1, b.on_handle("read"), None);
    b.events.add_handle(5, 2, b.on_handle("write"), None);
    b.events.add_handle(5, 3, b.on_handle("both"), None);
    b.events.add_handle(5, 8, b.on_handle("hangup"), None);
    b.events.add_handle(5, 64, b.on_handle("unknown"), None);
    b.ready(5, Interest::READ.or(Interest::WRITE));
    assert_eq!(b.run(), ["read 1 5 1", "write 2 5 2", "both 3 5 3"]);
    b.ready(5, Interest::ERROR.or(Interest::HANGUP));
    assert_eq!(b.run(), ["read 1 5 12", "write 2 5 12", "both 3 5 12", "hangup 4 5 12", "unknown 5 5 12"]);
}

#[test]
fn timeouts_repeat_and_switch_off() {
    let b = Bench::new();
    let t = b.events.add_timeout(10, b.on_timeout("t"), None);
    b.events.add_timeout(-1, b.on_timeout("off"), None);
    assert_eq!(b.run(), NOTHING); // armed from outside: returns at once
    assert_eq!((b.run(), b.now()), (vec!["t 1".into()], 10));
    assert_eq!((b.run(), b.now()), (vec!["t 1".into()], 20));
    assert!(b.events.update_timeout(t, -1));
    assert_eq!(b.events.run_once().unwrap_err().kind(), io::ErrorKind::TimedOut);
    assert!(b.events.update_timeout(2, 0));
    for _ in 0..3 {
        assert_eq!((b.run(), b.now()), (vec!["off 2".into()], 20));
    }
}

#[test]
fn a_late_timeout_counts_from_when_it_ran() {
    let b = Bench::new();
    b.events.add_timeout(10, b.on_timeout("t"), None);
    b.advance(35);
    assert_eq!(b.run(), ["t 1"]);
    assert_eq!((b.run(), b.now()), (vec!["t 1".into()], 45));
}

#[test]
fn waits_are_whole_milliseconds_rounded_up() {
    let b = Bench::new();
    b.events.add_timeout(10, b.on_timeout("t"), None);
    b.run();
    b.fake.0.lock().unwrap().now += Duration::from_micros(9_300);
    assert_eq!(b.run(), ["t 1"]);
    assert_eq!(b.fake.0.lock().unwrap().waits.pop(), Some(Some(Duration::from_millis(1))));
    b.events.add_timeout(i32::MAX, b.on_timeout("far"), None);
    assert_eq!(b.events.add_timeout(i32::MIN, b.on_timeout("never"), None), 3);
}

#[test]
fn sources_run_in_the_order_they_were_armed() {
    let b = Bench::new();
    b.events.add_timeout(0, b.on_timeout("a"), None);
    b.events.add_handle(5, 1, b.on_handle("b"), None);
    b.events.add_timeout(0, b.on_timeout("c"), None);
    b.ready(5, Interest::READ);
    assert_eq!(b.run(), ["a 1", "b 1 5 1", "c 2"]);
    b.events.update_timeout(1, 0);
    assert_eq!(b.run(), ["b 1 5 1", "c 2", "a 1"]);
    b.events.update_handle(1, 1);
    assert_eq!(b.run(), ["b 1 5 1", "c 2", "a 1"], "the same events again change nothing");
    b.events.update_handle(1, 0);
    assert_eq!(b.run(), ["c 2", "a 1"]);
    b.events.update_handle(1, 1);
    assert_eq!(b.run(), ["c 2", "a 1", "b 1 5 1"]);
}

#[test]
fn handles_are_freed_first_and_timeouts_last() {
    let b = Bench::new();
    let busy = b.events.add_timeout(0, b.on_timeout("busy"), b.on_free("busy"));
    b.events.add_timeout(5, b.on_timeout("t"), b.on_free("t"));
    b.events.add_handle(5, 1, b.on_handle("h"), b.on_free("h"));
    b.events.add_handle(6, 0, b.on_handle("g"), b.on_free("g"));
    b.events.remove_timeout(2);
    b.events.remove_handle(2);
    b.events.remove_handle(1);
    assert_eq!(b.take(), NOTHING, "never inside the removal");
    assert_eq!(b.run(), ["free g", "free h"]);
    assert_eq!(b.run(), ["busy 1"]);
    b.events.update_timeout(busy, -1);
    assert_eq!(b.run(), ["free t"]);
    assert_eq!(b.events.run_once().unwrap_err().kind(), io::ErrorKind::TimedOut);
    assert_eq!(b.take(), NOTHING);
}

#[test]
fn removal_inside_a_callback_takes_effect_at_once() {
    let b = Bench::new();
    let (events, note) = (b.events.clone(), b.note("first".into()));
    b.events.add_timeout(
        0,
        Arc::new(move |me| {
            note();
            assert!(events.remove_timeout(me) && events.remove_timeout(2) && events.remove_handle(1));
            assert!(!events.remove_timeout(me));
        }),
        b.on_free("first"),
    );
    b.events.add_timeout(0, b.on_timeout("second"), b.on_free("second"));
    b.events.add_handle(5, 1, b.on_handle("h"), b.on_free("h"));
    b.ready(5, Interest::READ);
    assert_eq!(b.run(), ["first"]);
    assert_eq!(b.run(), ["free h"]);
    assert_eq!(b.run(), ["free first", "free second"]);
}

#[test]
fn additions_and_removals_inside_free_and_callbacks_wait_for_the_next_iteration() {
    let b = Bench::new();
    let (events, added) = (b.events.clone(), b.on_timeout("added"));
    let note = b.note("free".into());
    b.events.add_handle(
        5,
        0,
        b.on_handle("h"),
        Some(Box::new(move || {
            note();
            assert!(events.remove_handle(2));
            events.add_timeout(0, added, None);
        })),
    );
    b.events.add_handle(6, 0, b.on_handle("g"), b.on_free("g"));
    b.events.remove_handle(1);
    assert_eq!(b.run(), ["free"]);
    assert_eq!(b.run(), ["free g"]);
    assert_eq!(b.run(), ["added 1"]);
}

#[test]
fn an_inner_iteration_skips_what_runs_and_takes_over_the_rest() {
    let b = Bench::new();
    let (events, enter, leave) = (b.events.clone(), b.note("enter".into()), b.note("leave".into()));
    b.events.add_timeout(
        0,
        Arc::new(move |_| {
            enter();
            events.run_once().unwrap();
            leave();
        }),
        None,
    );
    b.events.add_timeout(0, b.on_timeout("t"), None);
    b.events.add_handle(5, 1, b.on_handle("h"), None);
    b.ready(5, Interest::READ);
    assert_eq!(b.run(), ["enter", "t 2", "h 1 5 1", "leave"]);
    assert_eq!(b.run(), ["enter", "t 2", "h 1 5 1", "leave"]);
}

#[test]
fn a_handle_rearmed_inside_its_callback_may_run_again_inside_it() {
    let b = Bench::new();
    let (events, note) = (b.events.clone(), b.note("in".into()));
    let fake = b.fake.clone();
    b.events.add_handle(
        5,
        1,
        Arc::new(move |watch, _, seen| {
            note();
            if seen == 1 {
                fake.0.lock().unwrap().ready.insert(5, Interest::WRITE);
                events.update_handle(watch, 2);
                events.run_once().unwrap();
            }
        }),
        None,
    );
    b.ready(5, Interest::READ);
    assert_eq!(b.run(), ["in", "in"]);
}

#[test]
fn a_descriptor_that_is_not_open_neither_spins_nor_hides_others() {
    let b = Bench::new();
    b.events.add_handle(99, 1, b.on_handle("bad"), None);
    b.events.add_timeout(50, b.on_timeout("t"), None);
    b.ready(99, Interest::INVALID);
    b.run();
    let before = b.fake.0.lock().unwrap().polls;
    // The fake marks only numbers in the set, so the second poll waits.
    assert_eq!((b.run(), b.now()), (vec!["t 1".into()], 50));
    assert_eq!(b.fake.0.lock().unwrap().polls - before, 2);
    b.ready(99, Interest::READ);
    assert_eq!(b.run(), ["bad 1 99 1"], "looked at again in the next iteration");
}

#[test]
fn a_panic_in_a_callback_leaves_the_loop_usable() {
    let b = Bench::new();
    b.events.add_timeout(0, Arc::new(|_| panic!("on purpose")), None);
    let events = b.events.clone();
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| events.run_once()));
    assert!(outcome.is_err());
    assert!(b.events.remove_timeout(1));
    b.events.add_timeout(0, b.on_timeout("t"), None);
    assert_eq!(b.run(), ["t 2"]);
}

#[test]
fn a_failing_poll_is_an_error_and_runs_nothing() {
    let b = Bench::new();
    b.events.add_handle(5, 1, b.on_handle("h"), None);
    b.run();
    assert!(b.events.run_once().is_err());
    b.ready(5, Interest::READ);
    assert_eq!(b.run(), ["h 1 5 1"]);
}

#[test]
fn tasks_run_at_the_end_of_their_iteration_and_nowhere_else() {
    let b = Bench::new();
    let note = b.note("outside".to_owned());
    assert!(!b.events.run_soon(Box::new(note)));
    b.ready(5, Interest::READ);
    let events = Arc::clone(&b.events);
    let task = Arc::new(b.note("task".to_owned()));
    let again = Arc::new(b.note("again".to_owned()));
    b.events.add_handle(
        5,
        1,
        Arc::new(move |_, _, _| {
            let (task, again, inner) = (task.clone(), again.clone(), events.clone());
            assert!(events.run_soon(Box::new(move || {
                task();
                assert!(inner.run_soon(Box::new(move || again())));
            })));
        }),
        None,
    );
    b.events.add_handle(5, 1, b.on_handle("later"), None);
    assert_eq!(b.run(), ["later 2 5 1", "task"]);
    // What a task asks for must not wait for input.
    b.fake.0.lock().unwrap().ready.clear();
    assert_eq!(b.run(), ["again"]);
    assert_eq!(b.fake.0.lock().unwrap().waits.last(), Some(&Some(Duration::ZERO)));
}

#[test]
fn a_task_takes_the_place_of_the_iteration_that_would_follow() {
    let b = Bench::new();
    b.ready(5, Interest::READ);
    let events = Arc::clone(&b.events);
    let asks = move |_: i32, _: i32, _: i32| assert!(events.run_soon(Box::new(|| {})));
    b.events.add_handle(5, 1, Arc::new(asks), None);
    b.run();
    b.fake.0.lock().unwrap().ready.clear();
    // It would wait for ever, which the stand-in refuses.
    assert!(b.events.run_once().is_err());
    // A callback without a task is followed by an iteration that does not wait, also beside one with a task.
    b.events.add_handle(6, 1, b.on_handle("plain"), None);
    b.run();
    for fds in [&[6][..], &[5, 6]] {
        fds.iter().for_each(|fd| b.ready(*fd, Interest::READ));
        assert_eq!(b.run(), ["plain 2 6 1"]);
        b.fake.0.lock().unwrap().ready.clear();
        assert!(b.run().is_empty());
        assert!(b.events.run_once().is_err());
    }
}
