//! A value for each step or connector of a graph, by its index. An index from elsewhere reads the
//! value everything began with: nothing here can panic.

use petgraph::graph::{EdgeIndex, NodeIndex};
use std::ops::{Index, IndexMut};

/// Something with a place in a dense table.
pub(crate) trait Slot {
    fn slot(self) -> usize;
}

impl Slot for usize {
    fn slot(self) -> usize {
        self
    }
}

impl Slot for NodeIndex {
    fn slot(self) -> usize {
        self.index()
    }
}

impl Slot for EdgeIndex {
    fn slot(self) -> usize {
        self.index()
    }
}

/// A dense table of `T`.
#[derive(Clone, Debug)]
pub(crate) struct Per<T> {
    all: Vec<T>,
    beyond: T,
}

impl<T: Clone> Per<T> {
    /// As many as there are things, all the same.
    pub(crate) fn all(count: usize, value: T) -> Per<T> {
        Per { all: vec![value.clone(); count], beyond: value }
    }

    /// At least as many; the new ones are like what lies beyond.
    pub(crate) fn grow(&mut self, count: usize) {
        if self.all.len() < count {
            self.all.resize(count, self.beyond.clone());
        }
    }

    /// Sets so many from one on.
    pub(crate) fn fill(&mut self, from: usize, count: usize, value: T) {
        if let Some(some) = self.all.get_mut(from..from + count) {
            some.fill(value);
        }
    }
}

impl<T, K: Slot> Index<K> for Per<T> {
    type Output = T;

    fn index(&self, key: K) -> &T {
        self.all.get(key.slot()).unwrap_or(&self.beyond)
    }
}

impl<T, K: Slot> IndexMut<K> for Per<T> {
    fn index_mut(&mut self, key: K) -> &mut T {
        self.all.get_mut(key.slot()).unwrap_or(&mut self.beyond)
    }
}
