//! Maps by token. Tokens are numbers that the reactor itself counts up, so that no hash that resists chosen keys is needed: it would be
//! a good part of what one call costs here.
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

pub(super) type TokenMap<T> = HashMap<usize, T, BuildHasherDefault<TokenHasher>>;

/// Spreads consecutive numbers over all bits.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct TokenHasher(u64);

impl Hasher for TokenHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(self.0 << 8 | u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        // An odd number near 2^64 divided by the golden ratio; its high bits are the good ones.
        self.0 = number.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(32);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(u64::try_from(number).unwrap_or(u64::MAX));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use std::hash::BuildHasher;

    #[test]
    fn tokens_in_a_row_spread() {
        let hash = |token: usize| BuildHasherDefault::<TokenHasher>::default().hash_one(token);
        // A table takes the low bits for the place and the high ones to tell entries of one place apart.
        for bits in [|hash: u64| hash & 1023, |hash: u64| hash >> 57] {
            let found: HashSet<u64> = (0..1024).map(|token| bits(hash(token))).collect();
            assert!(found.len() >= 100, "{}", found.len());
        }
    }
}
