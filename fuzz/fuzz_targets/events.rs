//! Bodies of events: the number picks among the events only.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_protocol::Part;

fuzz_target!(|input: &[u8]| {
    let Some((program, number, body)) = oxivirt_fuzz::split(input) else {
        return;
    };
    let all = oxivirt_fuzz::procedures(program);
    let events: Vec<u32> = all.iter().filter(|info| info.event).map(|info| info.number).collect();
    let index = (number as usize).checked_rem(events.len()).unwrap_or_default();
    if let Some(event) = events.get(index) {
        oxivirt_fuzz::check(program, *event, Part::Args, body);
    }
});
