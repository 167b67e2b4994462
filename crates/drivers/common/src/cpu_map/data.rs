//! What a processor tells of itself: bits of CPUID leaves and of model-specific registers.
use std::collections::BTreeMap;

/// Where bits are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Leaf {
    /// What CPUID answers to these values of EAX and ECX.
    Cpuid(u32, u32),
    /// A model-specific register.
    Msr(u32),
}

/// EAX, EBX, ECX and EDX.
type Registers = [u32; 4];

/// Bits by where they are; leaves without bits are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct CpuData(BTreeMap<Leaf, Registers>);

impl CpuData {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds the bits of one leaf.
    pub(super) fn add_leaf(&mut self, leaf: Leaf, bits: Registers) {
        if bits != Registers::default() {
            let own = self.0.entry(leaf).or_default();
            *own = combined(*own, bits, |own, other| own | other);
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        other.0.iter().for_each(|(leaf, bits)| self.add_leaf(*leaf, *bits));
    }

    pub(super) fn subtract(&mut self, other: &Self) {
        self.each(other, |own, other| own & !other);
    }

    pub(super) fn intersect(&mut self, other: &Self) {
        self.each(other, |own, other| own & other);
    }

    /// Returns true if all bits of `part` are there.
    pub(super) fn contains(&self, part: &Self) -> bool {
        part.0.iter().all(|(leaf, bits)| {
            let own = self.0.get(leaf).copied().unwrap_or_default();
            combined(own, *bits, |own, bits| own & bits) == *bits
        })
    }

    fn each(&mut self, other: &Self, bits: impl Fn(u32, u32) -> u32) {
        self.0.retain(|leaf, own| {
            *own = combined(*own, other.0.get(leaf).copied().unwrap_or_default(), &bits);
            *own != Registers::default()
        });
    }
}

fn combined(own: Registers, other: Registers, bits: impl Fn(u32, u32) -> u32) -> Registers {
    let ([a, b, c, d], [e, f, g, h]) = (own, other);
    [bits(a, e), bits(b, f), bits(c, g), bits(d, h)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(leaves: &[(Leaf, Registers)]) -> CpuData {
        let mut data = CpuData::default();
        leaves.iter().for_each(|(leaf, bits)| data.add_leaf(*leaf, *bits));
        data
    }

    #[test]
    fn bits_are_added_taken_away_and_compared_by_leaf() {
        let (one, seven, msr) = (Leaf::Cpuid(1, 0), Leaf::Cpuid(7, 0), Leaf::Msr(1));
        let all = data(&[(one, [0, 0, 3, 1]), (seven, [0, 4, 0, 0]), (msr, [8, 0, 0, 0]), (Leaf::Msr(2), [0; 4])]);
        let some = data(&[(one, [0, 0, 1, 0]), (msr, [8, 0, 0, 0])]);
        assert!(all.contains(&some) && !some.contains(&all) && all.contains(&CpuData::default()));
        let mut rest = all.clone();
        rest.subtract(&some);
        assert_eq!(rest, data(&[(one, [0, 0, 2, 1]), (seven, [0, 4, 0, 0])]));
        rest.add(&some);
        assert_eq!(rest, all);
        rest.intersect(&some);
        assert_eq!(rest, some);
        rest.subtract(&all);
        assert!(rest.is_empty());
    }
}
