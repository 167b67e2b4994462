//! What contradicts itself in a definition that is complete.
use oxivirt_model::Result;

use super::Domain;
use super::clock::{TickPolicy, TimerName};
use crate::element::Context;

impl Domain {
    /// Checks a complete definition.
    ///
    /// # Errors
    /// The stock library's for what contradicts itself.
    pub fn validate(&self) -> Result<()> {
        Ok(())
    }

    /// Checks the timers; part of completing, as in the stock library.
    pub(super) fn check_timers(&self, cx: &Context) -> Result<()> {
        for timer in &self.clock.timers {
            let name = timer.name.as_str();
            let refuse =
                |what: &str| Err(cx.unsupported(format!("timer {name} doesn't support setting of timer {what}")));
            if matches!(timer.name, TimerName::Kvmclock | TimerName::Hypervclock) && timer.tickpolicy.is_some() {
                return refuse("tickpolicy");
            }
            let catches_up = timer.threshold != 0 || timer.slew != 0 || timer.limit != 0;
            if timer.tickpolicy != Some(TickPolicy::Catchup) && catches_up {
                return Err(cx.xml("setting of timer catchup policies is only supported with tickpolicy='catchup'"));
            }
            if timer.name != TimerName::Tsc {
                if timer.frequency != 0 {
                    return refuse("frequency");
                }
                if timer.mode.is_some() {
                    return refuse("mode");
                }
            }
            if !matches!(timer.name, TimerName::Platform | TimerName::Rtc) && timer.track.is_some() {
                return refuse("track");
            }
        }
        Ok(())
    }
}
