//! Sizes for people.

const UNITS: [&str; 7] = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

/// Returns the size in the largest unit of which it is at least one, and the unit.
#[expect(clippy::cast_precision_loss, reason = "as precise as it is shown")]
pub(crate) fn pretty_capacity(bytes: u64) -> (f64, &'static str) {
    let mut size = bytes as f64;
    let mut units = UNITS.iter();
    let mut unit = units.next().copied().unwrap_or_default();
    for larger in units {
        if size < 1024.0 {
            break;
        }
        size /= 1024.0;
        unit = larger;
    }
    (size, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_grows_with_the_size() {
        let shown = |bytes| {
            let (size, unit) = pretty_capacity(bytes);
            format!("{size:.2} {unit}")
        };
        assert_eq!(shown(0), "0.00 B");
        assert_eq!(shown(1023), "1023.00 B");
        assert_eq!(shown(1024), "1.00 KiB");
        assert_eq!(shown(107_374_182_400), "100.00 GiB");
        assert_eq!(shown(u64::MAX), "16.00 EiB");
    }
}
