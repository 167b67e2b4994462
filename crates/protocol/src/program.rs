//! Program numbers: which protocol a frame belongs to.

/// A program number; the known ones are constants, others survive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Program(pub u32);
