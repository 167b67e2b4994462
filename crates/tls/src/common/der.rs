//! Reads DER from the outside in. `None` is malformed input; nothing is copied and nothing recurses.

/// Universal tags, and those of X.509's choices.
pub(crate) const BOOLEAN: u8 = 0x01;
pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const UTC_TIME: u8 = 0x17;
pub(crate) const GENERALIZED_TIME: u8 = 0x18;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;

/// One element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element<'a> {
    pub(crate) tag: u8,
    /// Without tag and length.
    pub(crate) content: &'a [u8],
    /// With tag and length.
    pub(crate) whole: &'a [u8],
}

/// What is left of a series of elements.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Der<'a>(&'a [u8]);

impl<'a> Der<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Returns the next element, whatever it is.
    pub(crate) fn next(&mut self) -> Option<Element<'a>> {
        let start = self.0;
        let (&tag, rest) = start.split_first()?;
        // Tags of several bytes do not occur in certificates.
        if tag & 0x1f == 0x1f {
            return None;
        }
        let (&first, rest) = rest.split_first()?;
        let (length, rest) = match first {
            0..=0x7f => (usize::from(first), rest),
            0x81..=0x84 => {
                let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
                let length = bytes.iter().fold(0_u32, |length, &byte| (length << 8) | u32::from(byte));
                (usize::try_from(length).ok()?, rest)
            }
            _ => return None,
        };
        let (content, after) = rest.split_at_checked(length)?;
        let whole = start.get(..start.len().checked_sub(after.len())?)?;
        self.0 = after;
        Some(Element { tag, content, whole })
    }

    /// Returns the content of the next element, which must have this tag.
    pub(crate) fn read(&mut self, tag: u8) -> Option<&'a [u8]> {
        let element = self.next()?;
        (element.tag == tag).then_some(element.content)
    }

    /// Returns the inside of the next element, which must have this tag.
    pub(crate) fn inside(&mut self, tag: u8) -> Option<Self> {
        self.read(tag).map(Self)
    }

    /// Returns the content of the next element if it has this tag; else nothing is read.
    pub(crate) fn optional(&mut self, tag: u8) -> Option<&'a [u8]> {
        let mut ahead = *self;
        let content = ahead.read(tag)?;
        *self = ahead;
        Some(content)
    }
}

/// Seconds since 1970 of a UTCTime or GeneralizedTime in the form certificates use.
pub(crate) fn time(element: Element<'_>) -> Option<i64> {
    let text = element.content;
    let (year, rest) = match element.tag {
        UTC_TIME => {
            let (year, rest) = text.split_at_checked(2)?;
            let year = number(year)?;
            let century: i64 = if year < 50 { 2000 } else { 1900 };
            (century.checked_add(year)?, rest)
        }
        GENERALIZED_TIME => {
            let (year, rest) = text.split_at_checked(4)?;
            (number(year)?, rest)
        }
        _ => return None,
    };
    if rest.len() != 11 || rest.last() != Some(&b'Z') {
        return None;
    }
    let field = |at: usize, low: i64, high: i64| {
        let value = number(rest.get(at..at.checked_add(2)?)?)?;
        (low..=high).contains(&value).then_some(value)
    };
    let (month, day) = (field(0, 1, 12)?, field(2, 1, 31)?);
    let (hour, minute, second) = (field(4, 0, 23)?, field(6, 0, 59)?, field(8, 0, 60)?);
    Some(seconds(year, month, day, hour, minute, second))
}

#[expect(clippy::arithmetic_side_effects, reason = "years have four digits, the other fields are in their ranges")]
fn seconds(year: i64, month: i64, day: i64, hour: i64, minute: i64, second: i64) -> i64 {
    // Years that begin in March have the leap day at their end.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, month) = (year.div_euclid(400), (month + 9) % 12);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * month + 2) / 5 + day - 1;
    let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    ((days * 24 + hour) * 60 + minute) * 60 + second
}

fn number(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0_i64, |value, digit| {
        let digit = digit.is_ascii_digit().then(|| i64::from(digit & 0x0f))?;
        value.checked_mul(10)?.checked_add(digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(tag: u8, text: &str) -> Option<i64> {
        time(Element { tag, content: text.as_bytes(), whole: &[] })
    }

    #[test]
    fn times() {
        assert_eq!(at(UTC_TIME, "700101000000Z"), Some(0));
        assert_eq!(at(UTC_TIME, "261121130000Z"), Some(1_795_266_000));
        assert_eq!(at(UTC_TIME, "491231235959Z"), Some(2_524_607_999));
        assert_eq!(at(UTC_TIME, "500101000000Z"), Some(-631_152_000));
        assert_eq!(at(GENERALIZED_TIME, "20000229120000Z"), Some(951_825_600));
        assert_eq!(at(GENERALIZED_TIME, "99991231235959Z"), Some(253_402_300_799));
        for wrong in ["", "700101000000", "701301000000Z", "70010100000aZ"] {
            assert_eq!(at(UTC_TIME, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn lengths() {
        let mut der = Der::new(&[0x04, 0x81, 0x02, 1, 2, 0x05, 0x00]);
        let first = der.next().unwrap();
        assert_eq!((first.tag, first.content, first.whole.len()), (4, &[1, 2][..], 5));
        assert_eq!(der.optional(OCTET_STRING), None);
        assert_eq!(der.optional(5), Some(&[][..]));
        assert!(der.is_empty());
        for wrong in [&[0x04][..], &[0x04, 2, 1], &[0x04, 0x80, 0, 0], &[0x1f, 1, 0], &[4, 0x84, 255, 255, 255, 255, 0]]
        {
            assert!(Der::new(wrong).next().is_none(), "{wrong:?}");
        }
    }
}
