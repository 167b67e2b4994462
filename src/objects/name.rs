//! A name that may change while C still holds the pointer to the old one.
use oxivirt_sys::OnceBox;
use std::ffi::{CStr, CString};

/// The newest of an object's names. The older ones stay in memory as long as the object: C was lent them.
#[derive(Debug)]
pub(crate) struct Name {
    text: CString,
    next: OnceBox<Name>,
}

impl Name {
    pub(crate) fn new(text: CString) -> Self {
        Self { text, next: OnceBox::new() }
    }

    /// The name now.
    pub(crate) fn get(&self) -> &CStr {
        &self.last().text
    }

    /// Gives the object another name.
    pub(crate) fn change(&self, text: CString) {
        let mut new = Self::new(text);
        // Another thread may be faster: then its name is the older one.
        while let Err(refused) = self.last().next.set(new) {
            new = refused;
        }
    }

    fn last(&self) -> &Self {
        let mut last = self;
        while let Some(next) = last.next.get() {
            last = next;
        }
        last
    }
}

impl Drop for Name {
    fn drop(&mut self) {
        // One after the other: a long chain must not become a deep recursion.
        let mut next = self.next.take();
        while let Some(mut name) = next {
            next = name.next.take();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_names_stay_readable() {
        let name = Name::new(c"one".into());
        let one = name.get();
        name.change(c"two".into());
        let two = name.get();
        name.change(c"three".into());
        assert_eq!((one, two, name.get()), (c"one", c"two", c"three"));
    }

    #[test]
    fn a_long_chain_is_dropped_without_recursion() {
        let mut name = Name::new(c"last".into());
        for _ in 0..200_000 {
            let next = name;
            name = Name::new(c"earlier".into());
            assert!(name.next.set(next).is_ok());
        }
        assert_eq!(name.get(), c"last");
    }
}
