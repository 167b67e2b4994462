//! A name that may change while somebody still reads the old one.
use crate::Text;
use oxivirt_sys::OnceBox;

/// The newest of an object's names. The older ones stay in memory as long as the object: they were lent.
#[derive(Debug)]
pub(crate) struct Name {
    text: Text,
    next: OnceBox<Name>,
}

impl Name {
    pub(crate) fn new(text: Text) -> Self {
        Self { text, next: OnceBox::new() }
    }

    /// Returns the name it has now.
    pub(crate) fn get(&self) -> &Text {
        &self.last().text
    }

    /// Gives the object another name.
    pub(crate) fn change(&self, text: Text) {
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
        let name = Name::new("one".into());
        let one = name.get();
        name.change("two".into());
        let two = name.get();
        name.change("three".into());
        assert_eq!([one, two, name.get()].map(ToString::to_string), ["one", "two", "three"]);
    }

    #[test]
    fn a_long_chain_is_dropped_without_recursion() {
        let mut name = Name::new("last".into());
        for _ in 0..200_000 {
            let next = name;
            name = Name::new("earlier".into());
            assert!(name.next.set(next).is_ok());
        }
        assert_eq!(*name.get(), "last");
    }
}
