//! The calls that a server has taken in and not answered. A handful at a time.
use crate::header::Header;

#[derive(Debug, Default)]
pub(crate) struct Requests(Vec<Header>);

impl Requests {
    pub(crate) fn add(&mut self, header: &Header) {
        self.0.push(*header);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    fn place(&self, header: &Header) -> Option<usize> {
        self.0.iter().position(|one| one == header)
    }

    pub(crate) fn has(&self, header: &Header) -> bool {
        self.place(header).is_some()
    }

    pub(crate) fn remove(&mut self, header: &Header) {
        if let Some(at) = self.place(header) {
            self.0.swap_remove(at);
        }
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}
