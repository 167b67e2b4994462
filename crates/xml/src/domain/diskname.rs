//! The number that the name of a disk in the guest stands for.

/// Returns the number of `vda`, `sdab`, `hdc1`, `nvme0n1`; `None` for other names.
pub(super) fn index(name: &str) -> Option<u32> {
    if let Some(rest) = name.strip_prefix("nvme") {
        let (controller, space) = rest.split_once('n')?;
        let _: u32 = crate::value::parse_decimal(controller)?;
        let space: u32 = crate::value::parse_decimal(space.split('p').next()?)?;
        return space.checked_sub(1);
    }
    let letters = ["fd", "hd", "vd", "sd", "xvd", "ubd"].iter().find_map(|prefix| name.strip_prefix(prefix))?;
    let end = letters.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(letters.len());
    let (letters, partition) = letters.split_at(end);
    let is_partition = partition.bytes().all(|byte| byte.is_ascii_digit()) && !partition.starts_with('0');
    if letters.is_empty() || !is_partition {
        return None;
    }
    let mut index: u32 = 0;
    for (at, letter) in letters.bytes().enumerate() {
        if at > 0 {
            index = index.checked_add(1)?;
        }
        index = index.checked_mul(26)?.checked_add(u32::from(letter.checked_sub(b'a')?))?;
    }
    Some(index)
}

/// Returns the controller of an NVMe name.
pub(super) fn nvme_controller(name: &str) -> Option<u32> {
    crate::value::parse_decimal(name.strip_prefix("nvme")?.split_once('n')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_for_numbers() {
        for (name, number) in [("vda", 0), ("sdz", 25), ("sdaa", 26), ("hdc1", 2), ("xvdb", 1), ("nvme0n1", 0)] {
            assert_eq!(index(name), Some(number), "{name}");
        }
        for name in ["", "vd", "vdA", "sda0", "sda1x", "cdrom", "vdaaaaaaaaaaaaaaaa"] {
            assert_eq!(index(name), None, "{name}");
        }
    }
}
