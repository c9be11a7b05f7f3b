//! What was found out about texts, as far as there is room for it. There are two generations: what is
//! asked for moves to the young one, and when that is full the old one goes. So what is asked for again
//! and again stays, what was asked for once is let go of, and it never takes more than its room.

use std::collections::HashMap;
use std::hash::Hash;

/// Answers about texts, by how the text is set.
pub(crate) struct Remembered<How, Answer> {
    /// What one generation may weigh.
    room: usize,
    young: Generation<How, Answer>,
    old: Generation<How, Answer>,
}

struct Generation<How, Answer> {
    known: HashMap<How, HashMap<String, (Answer, usize)>>,
    weight: usize,
}

impl<How: Copy + Eq + Hash, Answer> Generation<How, Answer> {
    fn empty() -> Generation<How, Answer> {
        Generation { known: HashMap::new(), weight: 0 }
    }

    fn take(&mut self, how: How, text: &str) -> Option<(String, Answer, usize)> {
        let (text, (answer, weight)) = self.known.get_mut(&how)?.remove_entry(text)?;
        self.weight -= weight;
        Some((text, answer, weight))
    }
}

impl<How: Copy + Eq + Hash, Answer> Remembered<How, Answer> {
    /// Nothing yet; both generations together weigh at most twice `room`, and a last answer.
    pub(crate) fn with_room(room: usize) -> Remembered<How, Answer> {
        Remembered { room, young: Generation::empty(), old: Generation::empty() }
    }

    /// The answer about a text set this way.
    pub(crate) fn get(&mut self, how: How, text: &str) -> Option<&Answer> {
        if let Some((text, answer, weight)) = self.old.take(how, text) {
            self.put(how, text, answer, weight);
        }
        self.young.known.get(&how)?.get(text).map(|(answer, _)| answer)
    }

    /// The answer about a text set this way, which is not remembered any longer.
    pub(crate) fn take(&mut self, how: How, text: &str) -> Option<Answer> {
        let found = self.young.take(how, text).or_else(|| self.old.take(how, text));
        found.map(|(_, answer, _)| answer)
    }

    /// Remembers an answer that is not remembered yet, with its weight.
    pub(crate) fn put(&mut self, how: How, text: String, answer: Answer, weight: usize) {
        if self.young.weight >= self.room {
            self.old = std::mem::replace(&mut self.young, Generation::empty());
        }
        self.young.weight += weight;
        self.young.known.entry(how).or_default().insert(text, (answer, weight));
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        let all = self.young.known.values().chain(self.old.known.values());
        all.map(HashMap::len).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_the_rest_is_let_go_of() {
        let mut known = Remembered::with_room(100);
        known.put('a', "always".to_owned(), 7, 1);
        for number in 0..10_000 {
            known.put('a', number.to_string(), number, 1);
            if number % 50 == 0 {
                assert_eq!(known.get('a', "always"), Some(&7));
            }
            assert!(known.len() <= 200, "{}", known.len());
        }
        assert_eq!(known.get('a', "0"), None);
        assert_eq!(known.get('b', "always"), None, "it was set otherwise");
        assert_eq!(known.take('a', "9999"), Some(9999));
        assert_eq!(known.take('a', "9999"), None);
        assert_eq!(known.get('a', "9998"), Some(&9998));
    }

    #[test]
    fn one_that_takes_all_the_room_makes_way_for_the_next() {
        let mut known = Remembered::with_room(100);
        for number in 0..5 {
            known.put('a', number.to_string(), number, 1_000);
        }
        assert_eq!(known.len(), 2);
        assert_eq!(known.get('a', "4"), Some(&4));
    }
}
