//! The models: two or three threads each, and what must hold when they are done.
use crate::wire::{Outcome, Wire};
use loom::sync::Arc;
use loom::thread;

/// Explores `model` with at most `preemptions` switches away from a thread that could go on; more with
/// `OXIVIRT_LOOM_DEEPER=N` in the environment (one more takes ten times as long).
fn explore(preemptions: usize, model: impl Fn() + Sync + Send + 'static) {
    let deeper = std::env::var("OXIVIRT_LOOM_DEEPER").map_or(0, |more| more.parse().unwrap());
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(preemptions + deeper);
    builder.check(model);
}

fn spawn<T: 'static>(wire: &Arc<Wire>, run: impl FnOnce(&Wire) -> T + 'static) -> thread::JoinHandle<T> {
    let wire = Arc::clone(wire);
    thread::spawn(move || run(&wire))
}

/// [`explore`] with one connection, of which the peer takes `room` requests before it answers one; nothing is left at the end.
fn explore_wire(preemptions: usize, room: usize, model: impl Fn(&Arc<Wire>) + Sync + Send + 'static) {
    explore(preemptions, move || {
        let wire = Arc::new(Wire::new(room));
        model(&wire);
        wire.assert_idle();
    });
}

type Caller = thread::JoinHandle<Option<Outcome>>;

/// A thread that makes one call without a deadline.
fn caller(wire: &Arc<Wire>) -> Caller {
    spawn(wire, |wire| wire.call(false))
}

fn all_replied(callers: impl IntoIterator<Item = Caller>) {
    for caller in callers {
        replied(caller.join().unwrap());
    }
}

fn replied(outcome: Option<Outcome>) {
    assert!(matches!(outcome, Some(Outcome::Reply(_))), "{outcome:?}");
}

#[test]
fn two_callers_answered_in_reverse_order() {
    explore_wire(3, 4, |wire| {
        let server = spawn(wire, |wire| wire.serve(2));
        let other = caller(wire);
        replied(wire.call(false));
        replied(other.join().unwrap());
        server.join().unwrap();
    });
}

fn three_answered_one_by_one(room: usize) {
    explore_wire(1, room, |wire| {
        let server = spawn(wire, |wire| (0..3).for_each(|_| wire.serve(1)));
        let others = [(); 2].map(|()| caller(wire));
        replied(wire.call(false));
        all_replied(others);
        server.join().unwrap();
    });
}

#[test]
fn the_reader_leaves_and_passes_the_baton() {
    three_answered_one_by_one(4);
}

#[test]
fn a_deadline_passes_while_another_waits() {
    explore_wire(3, 4, |wire| {
        let clock = spawn(wire, |wire| {
            wire.time_passes();
            wire.serve(2);
        });
        let patient = caller(wire);
        // It may have been answered just in time.
        wire.call(true);
        replied(patient.join().unwrap());
        clock.join().unwrap();
        // The late reply disturbs nobody.
        wire.on_readable();
    });
}

#[test]
fn an_heir_gives_up() {
    explore(1, || {
        let wire = Arc::new(Wire::new(4));
        let server = spawn(&wire, |wire| (0..3).for_each(|_| wire.serve(1)));
        let hasty = spawn(&wire, |wire| wire.call(true));
        let patient = spawn(&wire, |wire| wire.call(false));
        // Whoever leaves may hand the baton to the one whose time is up.
        wire.time_passes();
        replied(wire.call(false));
        replied(patient.join().unwrap());
        hasty.join().unwrap();
        server.join().unwrap();
        // The late reply disturbs nobody.
        wire.on_readable();
        wire.assert_idle();
    });
}

#[test]
fn close_from_another_thread() {
    explore_wire(2, 4, |wire| {
        let other = caller(wire);
        let closer = spawn(wire, Wire::close);
        assert_eq!(wire.call(false), Some(Outcome::Closed));
        assert_eq!(other.join().unwrap(), Some(Outcome::Closed));
        closer.join().unwrap();
    });
}

#[test]
fn the_peer_dies_with_one_call_answered() {
    explore_wire(2, 4, |wire| {
        let server = spawn(wire, |wire| {
            wire.serve(1);
            wire.hang_up();
        });
        let other = caller(wire);
        let outcomes = [wire.call(false), other.join().unwrap()];
        server.join().unwrap();
        let replies = outcomes.iter().filter(|one| matches!(one, Some(Outcome::Reply(_))));
        assert!(replies.count() <= 1);
        assert!(outcomes.iter().all(Option::is_some));
    });
}

#[test]
fn an_event_loop_reads_beside_callers() {
    explore_wire(3, 4, |wire| {
        let server = spawn(wire, |wire| (0..2).for_each(|_| wire.serve(1)));
        let events = spawn(wire, |wire| (0..2).for_each(|_| wire.on_readable()));
        replied(wire.call(false));
        replied(wire.call(false));
        events.join().unwrap();
        server.join().unwrap();
    });
}

#[test]
fn an_event_loop_reads_beside_two_callers() {
    explore_wire(2, 4, |wire| {
        let server = spawn(wire, |wire| wire.serve(2));
        let other = caller(wire);
        let caller = caller(wire);
        wire.on_readable();
        replied(caller.join().unwrap());
        replied(other.join().unwrap());
        server.join().unwrap();
    });
}

#[test]
fn the_peer_takes_one_request_at_a_time() {
    three_answered_one_by_one(1);
}

#[test]
fn the_writer_gives_up() {
    explore(1, || {
        let wire = Arc::new(Wire::new(1));
        let clock = spawn(&wire, |wire| {
            wire.time_passes();
            wire.serve(3);
        });
        let hasty = spawn(&wire, |wire| wire.call(true));
        let patient = caller(&wire);
        replied(wire.call(false));
        replied(patient.join().unwrap());
        hasty.join().unwrap();
        wire.on_readable();
        clock.join().unwrap();
    });
}

#[test]
fn two_requests_through_room_for_one() {
    explore_wire(2, 1, |wire| {
        let server = spawn(wire, |wire| (0..2).for_each(|_| wire.serve(1)));
        let other = caller(wire);
        replied(wire.call(false));
        replied(other.join().unwrap());
        server.join().unwrap();
    });
}

#[test]
fn close_while_the_writer_is_stuck() {
    explore_wire(2, 1, |wire| {
        let others = [(); 2].map(|()| caller(wire));
        let closer = spawn(wire, Wire::close);
        for other in others {
            assert_eq!(other.join().unwrap(), Some(Outcome::Closed));
        }
        closer.join().unwrap();
    });
}

#[test]
fn a_stuck_writer_takes_the_baton() {
    explore_wire(1, 4, |wire| {
        let others = [(); 2].map(|()| caller(wire));
        let batch = wire.take(2);
        // The peer takes nothing more before both of these callers have left.
        wire.set_room(0);
        let stuck = caller(wire);
        wire.answer(batch);
        all_replied(others);
        // A peer whose own output is full does not read, either.
        wire.insist_on_event();
        // The listener called, too.
        wire.set_room(1);
        wire.serve(1);
        wire.serve(1);
        replied(stuck.join().unwrap());
    });
}

#[test]
fn close_while_the_baton_is_on_its_way() {
    explore_wire(2, 4, |wire| {
        let others = [(); 2].map(|()| caller(wire));
        let server = spawn(wire, |wire| wire.serve(1));
        wire.close();
        for other in others {
            assert!(other.join().unwrap().is_some());
        }
        server.join().unwrap();
    });
}

#[test]
fn a_send_fails_while_another_reads() {
    explore_wire(3, 4, |wire| {
        let other = caller(wire);
        wire.take(1);
        wire.break_sending();
        assert_eq!(wire.call(false), Some(Outcome::Closed));
        assert_eq!(other.join().unwrap(), Some(Outcome::Closed));
    });
}

#[test]
fn the_reader_tells_a_listener_that_calls() {
    explore_wire(2, 4, |wire| {
        let caller = caller(wire);
        let batch = wire.take(1);
        wire.send_event();
        // The listener's call is answered before the call that was waiting when it was told.
        wire.serve(1);
        wire.answer(batch);
        replied(caller.join().unwrap());
    });
}

#[test]
fn a_listener_calls_beside_callers() {
    explore_wire(1, 4, |wire| {
        let server = spawn(wire, |wire| {
            wire.send_event();
            wire.serve(3);
        });
        let other = caller(wire);
        replied(wire.call(false));
        replied(other.join().unwrap());
        server.join().unwrap();
    });
}
