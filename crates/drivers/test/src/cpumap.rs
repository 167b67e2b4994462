//! Sets of the host's processors as the interface has them: a bit for each, the lowest of a byte first.
use oxivirt_xml::value::Nodeset;

/// Returns the processors whose bits are set.
pub(crate) fn read(map: &[u8]) -> Nodeset {
    let bits = map.iter().flat_map(|byte| (0..8_u32).map(move |bit| byte >> bit & 1 != 0));
    (0_u32..).zip(bits).filter(|(_, set)| *set).map(|(cpu, _)| cpu).collect()
}

/// Appends a map of `length` bytes; what does not fit is left out.
pub(crate) fn write(cpus: &Nodeset, length: i32, to: &mut Vec<u8>) {
    let start = to.len();
    to.resize(start.saturating_add(usize::try_from(length).unwrap_or_default()), 0);
    let map = to.get_mut(start..).unwrap_or_default();
    for cpu in &cpus.0 {
        let byte = usize::try_from(cpu >> 3).ok().and_then(|at| map.get_mut(at));
        if let Some(byte) = byte {
            *byte |= 1 << (cpu & 7);
        }
    }
}

/// Returns the shortest map that has all of them, one byte at least.
pub(crate) fn whole(cpus: &Nodeset) -> Vec<u8> {
    let bytes = cpus.last().unwrap_or_default().checked_div(8).unwrap_or_default().saturating_add(1);
    let mut map = Vec::new();
    write(cpus, i32::try_from(bytes).unwrap_or_default(), &mut map);
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_and_sets() {
        let set = Nodeset([0, 7, 9].into());
        assert_eq!(whole(&set), [0x81, 0x02]);
        assert_eq!(read(&[0x81, 0x02, 0]), set);
        let mut map = vec![0xff];
        write(&set, 1, &mut map);
        assert_eq!(map, [0xff, 0x81]);
        write(&set, -1, &mut map);
        assert_eq!(map.len(), 2);
    }
}
