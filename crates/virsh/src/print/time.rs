//! Moments in words.
use oxivirt_sys::LocalTime;
use std::time::{SystemTime, UNIX_EPOCH};

/// Splits seconds since the beginning of 1970 into date and time in Greenwich.
fn split(seconds: i64) -> Option<(i64, i64, i64, i64)> {
    let days = seconds.div_euclid(86_400);
    let of_day = seconds.rem_euclid(86_400);
    // Days since the first of March of the year 0, in which a leap day comes last.
    let shifted = days.checked_add(719_468)?;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let leaps = (of_era / 1460).checked_sub(of_era / 36_524)?.checked_add(of_era / 146_096)?;
    let year_of_era = of_era.checked_sub(leaps)? / 365;
    let before = 365_i64.checked_mul(year_of_era)?.checked_add(year_of_era / 4)?.checked_sub(year_of_era / 100)?;
    let of_year = of_era.checked_sub(before)?;
    let from_march = 5_i64.checked_mul(of_year)?.checked_add(2)? / 153;
    let day = of_year.checked_sub(153_i64.checked_mul(from_march)?.checked_add(2)? / 5)?.checked_add(1)?;
    let month = if from_march < 10 { from_march.checked_add(3)? } else { from_march.checked_sub(9)? };
    let year = year_of_era.checked_add(era.checked_mul(400)?)?.checked_add(i64::from(month <= 2))?;
    Some((year, month, day, of_day))
}

/// Returns `2026-01-31 13:45:00` in Greenwich.
pub(crate) fn utc(seconds: i64) -> Option<String> {
    let (year, month, day, of_day) = split(seconds)?;
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    // What C calls a date ends with the year 9999.
    (1..=9999).contains(&year).then(|| format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"))
}

/// Returns `2026-01-31 13:45:00` in the user's time zone.
pub(crate) fn local(seconds: i64) -> Option<String> {
    let time = LocalTime::at(seconds)?.to_string();
    Some(time.rsplit_once(' ')?.0.to_owned())
}

/// Returns the present, as log lines have it.
pub(crate) fn timestamp() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(now.as_secs()).ok().and_then(utc).unwrap_or_default();
    format!("{seconds}.{:03}+0000", now.subsec_millis())
}

/// Returns a number as `%g` prints it.
pub(crate) fn shortest(number: f64) -> String {
    if number == 0.0 {
        return "0".into();
    }
    let exponent = number.abs().log10().floor();
    if !(-4.0..6.0).contains(&exponent) {
        let text = format!("{number:.5e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let exponent: i32 = exponent.parse().unwrap_or_default();
        let digits = if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits };
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{digits}e{sign}{:02}", exponent.unsigned_abs());
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from -4 to 5")]
    let places = (5.0 - exponent) as usize;
    let text = format!("{number:.places$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert_eq!(utc(0).unwrap(), "1970-01-01 00:00:00");
        assert_eq!(utc(951_782_399).unwrap(), "2000-02-28 23:59:59");
        assert_eq!(utc(951_782_400).unwrap(), "2000-02-29 00:00:00");
        assert_eq!(utc(-1).unwrap(), "1969-12-31 23:59:59");
        assert_eq!(utc(i64::MAX), None);
    }

    #[test]
    fn numbers() {
        let shown = [0.0, 1.0, 0.5, 1234.5, 1e10, 1e-5, -2.25, 123_456.0, 1_234_567.0].map(shortest);
        assert_eq!(shown, ["0", "1", "0.5", "1234.5", "1e+10", "1e-05", "-2.25", "123456", "1.23457e+06"]);
    }
}
