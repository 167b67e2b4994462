//! What is in a volume: blocks that were written, and holes between them. A large volume that nobody wrote to costs nothing.
use std::collections::BTreeMap;

/// Bytes of a block.
const BLOCK: u64 = 64 << 10;

/// The bytes of a volume.
#[derive(Debug, Clone, Default)]
pub(super) struct Contents {
    blocks: BTreeMap<u64, Box<[u8]>>,
}

/// What comes next in a volume.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Data(&'a [u8]),
    /// So many bytes were never written.
    Hole(u64),
}

fn size(bytes: u64) -> usize {
    usize::try_from(bytes).unwrap_or(usize::MAX)
}

fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

impl Contents {
    /// Returns what begins at `at`, at most up to `end`. At the end it is no data.
    pub(super) fn piece(&self, at: u64, end: u64) -> Piece<'_> {
        if at >= end {
            return Piece::Data(&[]);
        }
        let left = end.saturating_sub(at);
        let (number, inside) = (at / BLOCK, at % BLOCK);
        if let Some(block) = self.blocks.get(&number) {
            let data = block.get(size(inside)..).unwrap_or_default();
            return Piece::Data(data.get(..size(left)).unwrap_or(data));
        }
        let next = self.blocks.range(number..).next().map(|(number, _)| number.saturating_mul(BLOCK));
        Piece::Hole(next.map_or(left, |next| next.saturating_sub(at).min(left)))
    }

    /// Calls `change` with the piece of each block between `at` and `at + len`; blocks that are not there are made if `make` says so.
    fn each(&mut self, mut at: u64, mut len: u64, make: bool, mut change: impl FnMut(&mut [u8])) {
        while len > 0 {
            let (number, inside) = (at / BLOCK, at % BLOCK);
            let part = len.min(BLOCK.saturating_sub(inside));
            let made = make && !self.blocks.contains_key(&number);
            if made {
                self.blocks.insert(number, vec![0; size(BLOCK)].into());
            }
            if let Some(block) = self.blocks.get_mut(&number)
                && let Some(piece) = block.get_mut(size(inside)..).and_then(|block| block.get_mut(..size(part)))
            {
                change(piece);
            }
            at = at.saturating_add(part);
            len = len.saturating_sub(part);
        }
    }

    /// Writes bytes.
    pub(super) fn write(&mut self, at: u64, data: &[u8]) {
        let mut left = data;
        self.each(at, length(data.len()), true, |piece| {
            let (now, later) = left.split_at_checked(piece.len()).unwrap_or((left, &[]));
            if let Some(place) = piece.get_mut(..now.len()) {
                place.copy_from_slice(now);
            }
            left = later;
        });
    }

    /// Makes a hole.
    pub(super) fn punch(&mut self, at: u64, len: u64) {
        let end = at.saturating_add(len);
        let len = end.saturating_sub(at);
        let whole = at.div_ceil(BLOCK)..(end / BLOCK);
        if whole.start >= whole.end {
            return self.each(at, len, false, |piece| piece.fill(0));
        }
        let inside: Vec<u64> = self.blocks.range(whole.clone()).map(|(number, _)| *number).collect();
        for number in inside {
            self.blocks.remove(&number);
        }
        let first = whole.start.saturating_mul(BLOCK);
        self.each(at, first.saturating_sub(at), false, |piece| piece.fill(0));
        let last = whole.end.saturating_mul(BLOCK);
        self.each(last, end.saturating_sub(last), false, |piece| piece.fill(0));
    }

    /// Forgets what is behind the end.
    pub(super) fn truncate(&mut self, end: u64) {
        self.punch(end, u64::MAX.saturating_sub(end));
    }

    /// Returns how many bytes have a place.
    #[cfg(test)]
    fn allocated(&self) -> u64 {
        length(self.blocks.len()).saturating_mul(BLOCK)
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Contents, Piece};

    /// All bytes up to the end.
    fn read(contents: &Contents, end: u64) -> Vec<u8> {
        let mut all = Vec::new();
        loop {
            match contents.piece(all.len() as u64, end) {
                Piece::Data([]) => return all,
                Piece::Data(data) => all.extend_from_slice(data),
                Piece::Hole(len) => all.extend(std::iter::repeat_n(0, usize::try_from(len).unwrap())),
            }
        }
    }

    #[test]
    fn what_is_written_is_read_between_holes() {
        let mut contents = Contents::default();
        let end = 5 * BLOCK + 7;
        assert_eq!(contents.piece(3, end), Piece::Hole(end - 3));
        let data: Vec<u8> = (0..=255).cycle().take(usize::try_from(BLOCK).unwrap() + 100).collect();
        contents.write(BLOCK - 50, &data);
        contents.write(5 * BLOCK + 5, b"xy");
        let mut wanted = vec![0; usize::try_from(end).unwrap()];
        let at = usize::try_from(BLOCK - 50).unwrap();
        wanted[at..at + data.len()].copy_from_slice(&data);
        let last = wanted.len() - 2;
        wanted[last..].copy_from_slice(b"xy");
        assert_eq!(read(&contents, end), wanted);
        assert_eq!(contents.piece(3 * BLOCK + 1, end), Piece::Hole(2 * BLOCK - 1));
        assert_eq!(contents.allocated(), 4 * BLOCK);
        contents.punch(BLOCK - 10, BLOCK + 20);
        wanted[usize::try_from(BLOCK - 10).unwrap()..usize::try_from(2 * BLOCK + 10).unwrap()].fill(0);
        assert_eq!(read(&contents, end), wanted);
        assert_eq!(contents.allocated(), 3 * BLOCK);
        contents.truncate(5);
        assert_eq!(read(&contents, end)[5..], vec![0; wanted.len() - 5]);
        assert_eq!(contents.allocated(), BLOCK);
    }

    #[test]
    fn the_largest_numbers_are_no_harm() {
        let mut contents = Contents::default();
        contents.write(u64::MAX - 2, b"abcdef");
        contents.punch(u64::MAX - 1, u64::MAX);
        contents.punch(0, u64::MAX);
        contents.punch(7, 0);
        assert_eq!(contents.piece(u64::MAX, u64::MAX), Piece::Data(&[]));
        assert_eq!(contents.piece(0, u64::MAX), Piece::Hole((u64::MAX / BLOCK) * BLOCK));
    }
}
