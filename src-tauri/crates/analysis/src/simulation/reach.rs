//! Which stations can be reached from which: what a step where parallel branches meet has to wait
//! for.

use super::net::Net;

/// For each station where ways meet: from which stations a case can come there.
#[derive(Clone, Debug, Default)]
pub(super) struct Reach {
    /// By station; empty where nothing meets.
    sources: Vec<Vec<u64>>,
}

impl Reach {
    /// Nothing meets where a case never is at two places at once.
    pub(super) fn of(net: &Net) -> Reach {
        if net.stations.iter().all(|it| it.all.len() + usize::from(!it.one_of.is_empty()) < 2) {
            return Reach::default();
        }
        let mut onward = vec![0_usize; net.stations.len()];
        let mut into: Vec<Vec<usize>> = vec![Vec::new(); net.stations.len()];
        for (number, station) in net.stations.iter().enumerate() {
            let forward = station.one_of.iter().map(|(link, _)| link).chain(&station.all);
            for to in forward.filter_map(|link| net.links.get(*link)).map(|link| link.to) {
                onward.get_mut(to).into_iter().for_each(|count| *count += 1);
                into.get_mut(to).into_iter().for_each(|it| it.push(number));
            }
            for to in station.back.iter().filter_map(|(link, _)| net.links.get(*link)) {
                into.get_mut(to.to).into_iter().for_each(|it| it.push(number));
            }
        }
        let sources = (onward.iter().enumerate())
            .map(|(station, ways)| if *ways > 1 { sources(station, &into) } else { Vec::new() })
            .collect();
        Reach { sources }
    }

    /// Whether branches may meet at a station.
    pub(super) fn meets(&self, station: usize) -> bool {
        self.sources.get(station).is_some_and(|it| !it.is_empty())
    }

    /// Whether a case at `from` can come to `station`.
    pub(super) fn leads(&self, from: usize, station: usize) -> bool {
        let word = self.sources.get(station).and_then(|it| it.get(from / 64));
        word.is_some_and(|it| it & (1 << (from % 64)) != 0)
    }
}

fn sources(station: usize, into: &[Vec<usize>]) -> Vec<u64> {
    let mut found = vec![0_u64; into.len().div_ceil(64)];
    let mut waiting = vec![station];
    while let Some(at) = waiting.pop() {
        for from in into.get(at).into_iter().flatten() {
            if let Some(word) = found.get_mut(from / 64)
                && *word & (1 << (from % 64)) == 0
            {
                *word |= 1 << (from % 64);
                waiting.push(*from);
            }
        }
    }
    found
}
