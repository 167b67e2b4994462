//! The time as lines show it: UTC, `2026-01-31 23:59:59.999+0000`.
use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

/// A moment in UTC.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stamp {
    /// Milliseconds since 1970; before that counts as then.
    milliseconds: u64,
}

impl Stamp {
    pub(crate) fn now() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        let milliseconds = since.map_or(0, |d| u64::try_from(d.as_millis()).unwrap_or(u64::MAX));
        Self { milliseconds }
    }

    /// Year, month and day of a number of days since 1970, in the Gregorian calendar. Years begin in March here, so that
    /// the leap day is the last of its year.
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "u64 milliseconds are less than 2^38 days: every term stays far below 2^63"
    )]
    fn date(days: u64) -> (u64, u64, u64) {
        const ERA: u64 = 146_097;
        let days = days + 719_468;
        let (era, day) = (days / ERA, days % ERA);
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let of_year = day - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let of_month = of_year - (153 * month + 2) / 5 + 1;
        let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        (era * 400 + year + carry, month, of_month)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (seconds, milli) = (self.milliseconds / 1000, self.milliseconds % 1000);
        let (year, month, day) = Self::date(seconds / 86_400);
        let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
        write!(f, "{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}.{milli:03}+0000")
    }
}

#[cfg(test)]
mod tests {
    use super::Stamp;

    #[test]
    fn known_moments() {
        let shown = |milliseconds| Stamp { milliseconds }.to_string();
        assert_eq!(shown(0), "1970-01-01 00:00:00.000+0000");
        assert_eq!(shown(951_782_399_999), "2000-02-28 23:59:59.999+0000");
        assert_eq!(shown(951_782_400_000), "2000-02-29 00:00:00.000+0000");
        assert_eq!(shown(1_709_251_199_001), "2024-02-29 23:59:59.001+0000");
        assert_eq!(shown(4_107_542_399_000), "2100-02-28 23:59:59.000+0000");
        assert_eq!(shown(4_107_542_400_000), "2100-03-01 00:00:00.000+0000");
        assert_eq!(shown(1_767_225_599_500), "2025-12-31 23:59:59.500+0000");
    }
}
