//! Sizes with units.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

use super::Value;
use crate::element::{Context, Element};
use crate::tree::Node;
use crate::write::Writer;

/// Why a size cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScaleError {
    /// The unit is unknown.
    Unit,
    /// It does not fit the limit.
    Overflow,
}

/// Returns how many bytes the unit stands for: `k`, `KiB` are 1024, `KB` is 1000; case does not matter.
#[must_use]
pub fn unit_factor(unit: &str) -> Option<u64> {
    let lower = unit.to_ascii_lowercase();
    if matches!(lower.as_str(), "b" | "byte" | "bytes") {
        return Some(1);
    }
    let (letter, base) = match (lower.get(..1), lower.get(1..)) {
        (Some(letter), Some("" | "ib")) => (letter, 1024_u64),
        (Some(letter), Some("b")) => (letter, 1000_u64),
        _ => return None,
    };
    let power = "kmgtpe".find(letter).and_then(|at| u32::try_from(at).ok())?;
    base.checked_pow(power.checked_add(1)?)
}

/// Returns `value` units in bytes, at most `limit`; without a unit, `scale` bytes each.
///
/// # Errors
/// What [`ScaleError`] says.
pub fn scale(value: u64, unit: &str, default: u64, limit: u64) -> Result<u64, ScaleError> {
    let factor = if unit.is_empty() { default } else { unit_factor(unit).ok_or(ScaleError::Unit)? };
    value.checked_mul(factor).filter(|bytes| *bytes <= limit).ok_or(ScaleError::Overflow)
}

/// Reads `<name unit='…'>number</name>` as the stock library's virParseScaledValue.
fn read(node: Node<'_>, default: u64) -> Result<u64> {
    let text = node.text();
    let unit = node.attr("unit").unwrap_or_default();
    if text.is_empty() {
        // As if the element were not there.
        return Ok(0);
    }
    let Some(value) = super::parse_unsigned(&text, 10) else {
        return Err(crate::element::bad_text(&place(node.name(), default), &text));
    };
    scale(value, unit, default, u64::MAX >> 1).map_err(|error| scale_error(error, value, unit))
}

/// Reads a number of KiB, or of the unit, rounded up; `path` is what errors call it.
///
/// # Errors
/// The stock library's for no number, an unknown unit and one too large.
pub(crate) fn read_kib(path: &str, text: &str, unit: &str) -> Result<u64> {
    let value = super::parse_unsigned(text, 10).ok_or_else(|| crate::element::bad_text(path, text))?;
    let bytes = scale(value, unit, 1024, u64::MAX >> 1).map_err(|error| scale_error(error, value, unit))?;
    Ok(bytes.div_ceil(1024))
}

/// Returns the path that an error names: sizes of a memory device and of a controller are not looked up by position.
fn place(name: &str, default: u64) -> String {
    let of_device = matches!(name, "size" | "alignsize" | "pagesize" | "block" | "requested" | "current");
    if name == "pcihole64" || (of_device && default == 1024) { name.to_owned() } else { format!("{name}[1]") }
}

/// Returns the stock library's error.
pub(crate) fn scale_error(error: ScaleError, value: u64, unit: &str) -> Error {
    match error {
        ScaleError::Unit => Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, format!("unknown suffix '{unit}'")),
        ScaleError::Overflow => {
            Error::new(ErrorDomain::NONE, ErrorCode::OVERFLOW, format!("value too large: {value}{unit}"))
        }
    }
}

/// An element with a size, read in KiB unless it names a unit, kept and printed in KiB, rounded up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct ScaledKiB(pub u64);

crate::blank::blank!(ScaledKiB);

impl Element for ScaledKiB {
    fn parse(node: Node<'_>, _: &Context) -> Result<Self> {
        read(node, 1024).map(|bytes| Self(bytes.div_ceil(1024)))
    }

    fn missing(_: Node<'_>, name: &str, _: &Context) -> Error {
        crate::element::missing_scaled(name)
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("unit", "KiB");
    }

    fn children(&self, out: &mut Writer) {
        out.text_value(&self.0);
    }
}

/// An element with a size, read in bytes unless it names a unit, kept and printed in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct ScaledBytes(pub u64);

crate::blank::blank!(ScaledBytes);

impl Element for ScaledBytes {
    fn parse(node: Node<'_>, _: &Context) -> Result<Self> {
        read(node, 1).map(Self)
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("unit", "bytes");
    }

    fn children(&self, out: &mut Writer) {
        out.text_value(&self.0);
    }
}

/// A number of KiB.
pub type KiB = u64;
/// A number of bytes.
pub type Bytes = u64;

impl ScaledBytes {
    /// Returns the size in the largest unit that divides it.
    #[must_use]
    pub fn pretty(self) -> (u64, &'static str) {
        let mut size = self.0;
        let mut unit = "B";
        for larger in ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] {
            if size == 0 || !size.is_multiple_of(1024) {
                break;
            }
            (size, unit) = (size >> 10, larger);
        }
        (size, unit)
    }
}

/// Reads an attribute with a size whose unit is in `unit`, in bytes; without a unit `default` bytes each.
///
/// # Errors
/// The stock library's for a text that is no number, an unknown unit, or a size that is too large.
pub(crate) fn scaled_attribute(node: Node<'_>, _: &Context, name: &str, default: u64) -> Result<Option<u64>> {
    let Some(text) = node.attr(name).filter(|text| !text.is_empty()) else { return Ok(None) };
    let Some(value) = super::parse_unsigned(text, 10) else {
        return Err(crate::element::bad_text(&format!("@{name}"), text));
    };
    let unit = node.attr("unit").unwrap_or_default();
    scale(value, unit, default, u64::MAX >> 1).map(Some).map_err(|error| scale_error(error, value, unit))
}

/// Reads an attribute with a set of numbers.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG` for a text that is none.
pub(crate) fn nodeset_attribute(node: Node<'_>, _: &Context, name: &str) -> Result<Option<super::Nodeset>> {
    let Some(text) = node.attr(name) else { return Ok(None) };
    match super::Nodeset::parse(text) {
        Some(set) => Ok(Some(set)),
        None => Err(Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, format!("Failed to parse bitmap '{text}'"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_both_kinds() {
        assert_eq!(unit_factor("KiB"), Some(1024));
        assert_eq!(unit_factor("kib"), Some(1024));
        assert_eq!(unit_factor("M"), Some(1 << 20));
        assert_eq!(unit_factor("MB"), Some(1_000_000));
        assert_eq!(unit_factor("E"), Some(1 << 60));
        assert_eq!(unit_factor("bytes"), Some(1));
        for unit in ["nope", " KiB", "Z", "KiBx", "é"] {
            assert_eq!(unit_factor(unit), None, "{unit}");
        }
        assert_eq!(scale(15, "E", 1024, u64::MAX >> 1), Err(ScaleError::Overflow));
        assert_eq!(scale(2, "", 1024, u64::MAX), Ok(2048));
    }
}
