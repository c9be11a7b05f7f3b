//! Values by number: what the layout keeps about its steps, connectors and columns. Asking for one
//! that is not there answers the default, so that no index can fail.

/// One value for each number.
#[derive(Clone, Debug, Default)]
pub(super) struct Table<T>(Vec<T>);

impl<T: Copy + Default> Table<T> {
    pub(super) fn of(length: usize, value: T) -> Table<T> {
        Table(vec![value; length])
    }

    pub(super) fn at(&self, index: usize) -> T {
        self.0.get(index).copied().unwrap_or_default()
    }

    pub(super) fn put(&mut self, index: usize, value: T) {
        if let Some(place) = self.0.get_mut(index) {
            *place = value;
        }
    }

    /// Takes a value out and puts it in elsewhere; those in between move up.
    pub(super) fn turn(&mut self, from: usize, to: usize) {
        if let Some(part) = self.0.get_mut(from.min(to)..=from.max(to)) {
            if from < to { part.rotate_left(1) } else { part.rotate_right(1) }
        }
    }

    pub(super) fn push(&mut self, value: T) {
        self.0.push(value);
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = T> + '_ {
        self.0.iter().copied()
    }
}

/// A list for each number.
#[derive(Clone, Debug)]
pub(super) struct Lists<T>(Vec<Vec<T>>);

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Lists(Vec::new())
    }
}

impl<T> Lists<T> {
    pub(super) fn of(length: usize) -> Lists<T> {
        Lists(std::iter::repeat_with(Vec::new).take(length).collect())
    }

    pub(super) fn at(&self, index: usize) -> &[T] {
        self.0.get(index).map_or(&[], Vec::as_slice)
    }

    pub(super) fn push(&mut self, index: usize, value: T) {
        if let Some(list) = self.0.get_mut(index) {
            list.push(value);
        }
    }
}
