//! How well a target was kept (domain.md 3.7): the share that was met, what a sample of that size can
//! say about all items, and how long it took. Percentiles are nearest-rank.

use model::Share;
use serde::Serialize;
use ts_rs::TS;

/// The normal quantile of a 95 % interval.
const Z: f64 = 1.959_963_984_540_054;
/// What may still be chance.
const CHANCE: f64 = 0.05;

/// What became of one item, by the clock of the target; pauses are taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The clock stopped after so many minutes.
    Took(i64),
    /// It still runs, after so many.
    Open(i64),
    /// Cancelled, or agreed not to count.
    Excluded,
}

/// How well a target was kept.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Attainment {
    /// In time; equality is in time.
    pub met: u32,
    /// Late, those that are still open past the target included.
    pub missed: u32,
    /// Still open and not yet due: they count for nothing.
    pub open: u32,
    /// Cancelled, or their times do not fit together.
    pub excluded: u32,
    /// Met over met and missed, in percent; absent where there is neither.
    pub percent: Option<f64>,
    /// Between these percent the share of all items lies, with 95 % confidence (Wilson 1927).
    pub range: Option<(f64, f64)>,
    /// How long it took; absent while no clock stopped.
    pub times: Option<Times>,
    /// By how many minutes the late ones that are finished were late, on average.
    pub mean_overrun: Option<f64>,
    /// What the sample says about the objective.
    pub verdict: Verdict,
}

/// How long the finished ones took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Times {
    /// How many.
    pub count: u32,
    /// Half of them took no longer.
    pub p50: i64,
    /// 85 of 100.
    pub p85: i64,
    /// 95 of 100.
    pub p95: i64,
}

/// What a sample says about an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Verdict {
    /// None is agreed.
    NoObjective,
    /// It supports it: with 95 % confidence the objective is met.
    Kept,
    /// It contradicts it.
    Broken,
    /// It can say neither.
    Undecided {
        /// So many items without a miss could support the objective (59 for 95 %); absent where no
        /// number can.
        needed: Option<u32>,
    },
}

/// The attainment of a target of so many minutes.
pub fn attainment(target: i64, objective: Option<Share>, items: &[Outcome]) -> Attainment {
    let took: Vec<i64> = items
        .iter()
        .filter_map(|it| match it {
            Outcome::Took(minutes) => Some(*minutes),
            Outcome::Open(_) | Outcome::Excluded => None,
        })
        .collect();
    let count = |of: fn(&Outcome, i64) -> bool| {
        crate::timeline::count(items.iter().filter(|it| of(it, target)).count())
    };
    let met = count(|it, target| matches!(it, Outcome::Took(minutes) if *minutes <= target));
    let missed = count(|it, target| match it {
        Outcome::Took(minutes) | Outcome::Open(minutes) => *minutes > target,
        Outcome::Excluded => false,
    });
    let judged = met + missed;
    let over: Vec<i64> = took.iter().map(|it| it - target).filter(|it| *it > 0).collect();
    let range = (judged > 0).then(|| wilson(met, judged));
    Attainment {
        met,
        missed,
        open: count(|it, target| matches!(it, Outcome::Open(minutes) if *minutes <= target)),
        excluded: count(|it, _| *it == Outcome::Excluded),
        percent: (judged > 0).then(|| 100.0 * f64::from(met) / f64::from(judged)),
        range: range.map(|(low, high)| (100.0 * low, 100.0 * high)),
        mean_overrun: (!over.is_empty())
            .then(|| over.iter().sum::<i64>() as f64 / over.len() as f64),
        times: times(took),
        verdict: verdict(objective, range, met, missed),
    }
}

/// How long these took; none for none.
pub fn times(mut took: Vec<i64>) -> Option<Times> {
    took.sort_unstable();
    Some(Times {
        count: crate::timeline::count(took.len()),
        p50: nearest_rank(&took, 50)?,
        p85: nearest_rank(&took, 85)?,
        p95: nearest_rank(&took, 95)?,
    })
}

/// The smallest value that so many percent do not exceed: x₍⌈q·n⌉₎ of sorted values.
fn nearest_rank(sorted: &[i64], percent: usize) -> Option<i64> {
    sorted.get((percent * sorted.len()).div_ceil(100).checked_sub(1)?).copied()
}

/// Wilson's 95 % interval for `met` of `of`, as fractions.
fn wilson(met: u32, of: u32) -> (f64, f64) {
    let n = f64::from(of);
    let share = f64::from(met) / n;
    let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

fn verdict(objective: Option<Share>, range: Option<(f64, f64)>, met: u32, missed: u32) -> Verdict {
    let Some(objective) = objective.map(Share::fraction) else { return Verdict::NoObjective };
    let needed = needed(objective);
    match range {
        Some((_, high)) if high < objective => Verdict::Broken,
        // Without a miss the exact bound is sharper than Wilson's.
        Some(_) if missed == 0 && needed.is_some_and(|it| met >= it) => Verdict::Kept,
        Some((low, _)) if low >= objective => Verdict::Kept,
        _ => Verdict::Undecided { needed },
    }
}

/// How many items without a miss support an objective: ln 0.05 / ln p, rounded up.
pub fn needed(objective: f64) -> Option<u32> {
    let possible = objective > 0.0 && objective < 1.0;
    possible.then(|| (CHANCE.ln() / objective.ln()).ceil() as u32)
}
