//! The user's own time.
use std::fmt;

/// A moment in the user's time zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LocalTime {
    /// Year, month (from 1), day of the month.
    pub date: (i32, i32, i32),
    /// Hour, minute, second.
    pub time: (i32, i32, i32),
    /// Seconds east of Greenwich.
    pub offset: i64,
}

impl LocalTime {
    /// Returns the moment so many seconds after the beginning of 1970, `None` if the year or the C library's type of
    /// time, which has 32 bits on some machines, has no room for it.
    #[must_use]
    pub fn at(seconds: i64) -> Option<Self> {
        let seconds = seconds.try_into().ok()?;
        // SAFETY: plain C data and a pointer, for which zero is a value.
        let mut parts: libc::tm = unsafe { std::mem::zeroed() };
        // SAFETY: both live.
        let found = unsafe { libc::localtime_r(&raw const seconds, &raw mut parts) };
        if found.is_null() {
            return None;
        }
        let year = parts.tm_year.checked_add(1900)?;
        Some(Self {
            date: (year, parts.tm_mon.saturating_add(1), parts.tm_mday),
            time: (parts.tm_hour, parts.tm_min, parts.tm_sec),
            #[cfg_attr(target_pointer_width = "64", expect(clippy::useless_conversion, reason = "it is a long"))]
            offset: parts.tm_gmtoff.into(),
        })
    }

    /// Returns the present.
    #[must_use]
    pub fn now() -> Option<Self> {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
        Self::at(i64::try_from(now.as_secs()).ok()?)
    }
}

/// `2026-01-31 13:45:00 +0100`.
impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ((year, month, day), (hour, minute, second)) = (self.date, self.time);
        let minutes = self.offset.unsigned_abs().checked_div(60).unwrap_or_default();
        let (hours, minutes) = (minutes.wrapping_div(60), minutes.wrapping_rem(60));
        let sign = if self.offset < 0 { '-' } else { '+' };
        write!(f, "{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} {sign}{hours:02}{minutes:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_with_its_zone() {
        let time = LocalTime { date: (2026, 1, 31), time: (13, 5, 9), offset: -12_600 };
        assert_eq!(time.to_string(), "2026-01-31 13:05:09 -0330");
        let begin = LocalTime::at(0).unwrap();
        assert_eq!(begin.time.0.rem_euclid(24), begin.time.0);
        assert_eq!(LocalTime::at(i64::MAX), None);
        assert!(LocalTime::now().unwrap().date.0 > 2024);
    }
}
