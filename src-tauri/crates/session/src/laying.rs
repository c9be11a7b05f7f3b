//! The pages of a pack, laid out beside the desk: a long pack takes seconds, and edits do not wait
//! for it. One pack is laid out at a time; who asks anew takes the place of who asked before.

use crate::Failure;
use crate::api::{PackShown, PackWindow, Reply};
use crate::outside::{Asked, PackPages};
use model::{Document, PackChoice, PackForm};
use scene::Shape;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Lays out the pages of a pack, on any thread.
pub type LayOut = Arc<dyn Fn(&Asked<'_>) -> Result<PackPages, Failure> + Send + Sync>;

/// What is painted on a page, and where only a part of it is seen.
type Painted = (Vec<Shape>, Vec<PackWindow>);

/// What is painted on each page of the pack that was laid out last.
#[derive(Default)]
pub(crate) struct Shelf {
    /// How often was asked; what was asked for before is not waited for any more.
    asked: AtomicU64,
    /// Held while a pack is laid out or written: two at once would take the memory of two.
    press: Mutex<()>,
    pages: Mutex<Vec<Painted>>,
}

impl Shelf {
    /// Nothing lies on it, and nothing that is being made will.
    pub fn clear(&self) {
        self.asked.fetch_add(1, Ordering::SeqCst);
        locked(&self.pages).clear();
    }

    /// What is painted on a page.
    pub fn page(&self, at: usize) -> Option<Painted> {
        locked(&self.pages).get(at).cloned()
    }

    /// The turn of a pack; it ends when what is returned is dropped.
    pub fn press(&self) -> MutexGuard<'_, ()> {
        locked(&self.press)
    }

    fn ask(&self) -> u64 {
        self.asked.fetch_add(1, Ordering::SeqCst) + 1
    }

    fn waits_for(&self, turn: u64) -> bool {
        self.asked.load(Ordering::SeqCst) == turn
    }

    /// Puts pages there, if they are still waited for.
    fn put(&self, turn: u64, pages: Vec<Painted>) -> bool {
        let mut kept = locked(&self.pages);
        let waited_for = self.waits_for(turn);
        if waited_for {
            *kept = pages;
        }
        waited_for
    }
}

/// What a lock holds is whole even where a layout ended in a panic: it is put there in one piece.
pub(crate) fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A pack to be laid out.
pub(crate) struct Laying {
    shelf: Arc<Shelf>,
    turn: u64,
    lay_out: LayOut,
    choice: PackChoice,
    history: Vec<(String, i64)>,
    revision: u64,
}

impl Laying {
    /// From now on this pack is waited for, and no other.
    pub fn new(
        shelf: &Arc<Shelf>,
        lay_out: &LayOut,
        choice: PackChoice,
        history: Vec<(String, i64)>,
        revision: u64,
    ) -> Laying {
        let lay_out = Arc::clone(lay_out);
        Laying { shelf: Arc::clone(shelf), turn: shelf.ask(), lay_out, choice, history, revision }
    }

    /// Lays it out; cancelled where another was asked for meanwhile.
    pub fn run(self, document: &Document) -> Result<Reply, Failure> {
        let Laying { shelf, turn, lay_out, choice, history, revision } = self;
        let _press = shelf.press();
        if !shelf.waits_for(turn) {
            return Ok(Reply::Cancelled);
        }
        let asked = Asked { document, choice: &choice, form: PackForm::Pdf, history };
        let laid = lay_out(&asked);
        // Whoever does not wait for it any more is not told that it failed, either.
        if !shelf.waits_for(turn) {
            return Ok(Reply::Cancelled);
        }
        let PackPages { pages, outline, warnings } = laid?;
        let sheets = pages.iter().map(|it| it.sheet).collect();
        let put = shelf.put(turn, pages.into_iter().map(|it| (it.shapes, it.windows)).collect());
        let shown = PackShown { revision, pages: sheets, outline, warnings, choice };
        Ok(if put { Reply::PackPages(shown) } else { Reply::Cancelled })
    }
}
