//! Things that come and go, by number. Numbers are used again, so that a run of a million cases
//! holds no more than are on their way at once.

/// A pool of `T`.
#[derive(Clone, Debug, Default)]
pub(super) struct Pool<T> {
    all: Vec<T>,
    free: Vec<u32>,
    beyond: T,
}

impl<T: Default + Clone> Pool<T> {
    /// A number for something new. What it was before is still there, so that its lists need not be
    /// made again.
    pub(super) fn take(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.all.push(T::default());
            u32::try_from(self.all.len() - 1).unwrap_or(u32::MAX)
        })
    }

    pub(super) fn give_back(&mut self, number: u32) {
        self.free.push(number);
    }

    /// How many there were at once.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn get(&self, number: u32) -> &T {
        self.all.get(number as usize).unwrap_or(&self.beyond)
    }

    pub(super) fn get_mut(&mut self, number: u32) -> &mut T {
        self.all.get_mut(number as usize).unwrap_or(&mut self.beyond)
    }
}
