//! Threads, wake-ups and real descriptors.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsRawFd;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::*;

#[test]
fn pipe_events_and_hang_up() {
    let events = EventLoop::new();
    let (reader, writer) = oxivirt_sys::pipe().unwrap();
    let (fd, mut writer) = (reader.as_raw_fd(), File::from(writer));
    let (tx, rx) = mpsc::channel();
    let reader = Mutex::new(File::from(reader));
    events.add_handle(
        fd,
        crate::HANDLE_READABLE,
        Arc::new(move |watch, fd, seen| {
            let mut buffer = [0; 8];
            let got = reader.lock().unwrap().read(&mut buffer).unwrap();
            tx.send((watch, fd, seen, got)).unwrap();
        }),
        None,
    );
    let next = || loop {
        events.run_once().unwrap();
        if let Ok(got) = rx.try_recv() {
            return got;
        }
    };
    writer.write_all(b"abc").unwrap();
    assert_eq!(next(), (1, fd, crate::HANDLE_READABLE, 3));
    drop(writer);
    assert_eq!(next(), (1, fd, crate::HANDLE_HANGUP, 0));
}

#[test]
fn another_threads_change_wakes_a_loop_that_waits_for_ever() {
    let events = Arc::new(EventLoop::new());
    let (tx, rx) = mpsc::channel();
    let runner = {
        let events = events.clone();
        thread::spawn(move || {
            let mut seen = 0;
            while seen < 3 {
                events.run_once().unwrap();
                seen += rx.try_iter().count();
            }
        })
    };
    // Each step must get through whether the runner sleeps or not.
    for _ in 0..3 {
        let (events_inside, tx) = (events.clone(), tx.clone());
        events.add_timeout(
            0,
            Arc::new(move |timer| {
                events_inside.remove_timeout(timer);
                tx.send(()).unwrap();
            }),
            None,
        );
    }
    runner.join().unwrap();
}

#[test]
fn only_one_thread_runs_at_a_time_and_every_free_comes_once() {
    const THREADS: usize = 4;
    const ROUNDS: usize = 200;
    let events = Arc::new(EventLoop::new());
    let inside = Arc::new(AtomicUsize::new(0));
    let freed = Arc::new(AtomicUsize::new(0));
    let runners: Vec<_> = (0..THREADS)
        .map(|_| {
            let (events, freed) = (events.clone(), freed.clone());
            thread::spawn(move || {
                while freed.load(Ordering::SeqCst) < THREADS * ROUNDS {
                    events.run_once().unwrap();
                }
                events.wake();
            })
        })
        .collect();
    let changers: Vec<_> = (0..THREADS)
        .map(|_| {
            let (events, inside, freed) = (events.clone(), inside.clone(), freed.clone());
            thread::spawn(move || {
                for _ in 0..ROUNDS {
                    let (inside, freed) = (inside.clone(), freed.clone());
                    let timer = events.add_timeout(
                        0,
                        Arc::new(move |_| {
                            assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                            inside.fetch_sub(1, Ordering::SeqCst);
                        }),
                        Some(Box::new(move || {
                            freed.fetch_add(1, Ordering::SeqCst);
                        })),
                    );
                    assert!(events.remove_timeout(timer));
                }
            })
        })
        .collect();
    for changer in changers {
        changer.join().unwrap();
    }
    for runner in runners {
        runner.join().unwrap();
    }
    assert_eq!(freed.load(Ordering::SeqCst), THREADS * ROUNDS);
}
