//! Work shared out to the cores. What comes of it comes in the order of its parts, so that it is the
//! same on any number of them.

use std::num::NonZero;
use std::sync::Mutex;

/// More cores than this would each hold pages in memory for little time saved.
const MOST: usize = 4;

/// How many cores work is shared out to.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get).min(MOST)
}

/// What a piece of work makes of each part, in the order of the parts.
pub fn in_parts<P: Send, T: Send>(
    parts: impl ExactSizeIterator<Item = P> + Send,
    work: impl Fn(P) -> T + Sync,
) -> Vec<T> {
    let workers = cores().min(parts.len());
    if workers < 2 {
        return parts.map(work).collect();
    }
    let parts = Mutex::new(parts.enumerate());
    let done = Mutex::new(Vec::new());
    // A part that panics ends the scope with its panic, so no lock is ever asked for in vain.
    let next = || parts.lock().ok().and_then(|mut parts| parts.next());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((number, part)) = next() {
                    let made = work(part);
                    if let Ok(mut done) = done.lock() {
                        done.push((number, made));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, made)| made).collect()
}
