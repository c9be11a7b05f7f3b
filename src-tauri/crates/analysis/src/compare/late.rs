//! Late cases of two states, held against one promise: the same minutes on the same way, so that the
//! figures are about the states and not about what was promised in each.

use super::Side;
use super::kin::Kin;
use super::shown::{MeasureOf, MeasureUnit, Waterfall, WaterfallPart};
use model::{Command, EndToEnd, Sla, SlaEdit, SlaId, StepId, TimeTarget};

/// A promise from end to end, and what has to be supposed for either state to be held against it.
#[derive(Clone, Debug, PartialEq)]
pub struct CommonPromise {
    /// As the second state has it, else the first.
    pub sla: Sla,
    /// What is promised.
    pub completion: TimeTarget,
    /// Which service level it is in the first state; the one that is supposed where none.
    pub in_first: Option<SlaId>,
    /// Which in the second.
    pub in_second: Option<SlaId>,
    /// Supposed in the first state.
    pub before: Vec<Command>,
    /// Supposed in the second.
    pub after: Vec<Command>,
}

impl CommonPromise {
    /// The first promise of the second state, else of the first, whose way both have; none where
    /// there is none.
    pub fn of(from: &Side, to: &Side) -> Option<CommonPromise> {
        let kin = Kin::of(from, to);
        let there = |sla: &Sla, back: bool| -> Option<EndToEnd> {
            let way = sla.end_to_end?;
            let of = |id, last| step(&kin, from, to, id, back, last);
            Some(EndToEnd { from: of(way.from, false)?, to: of(way.to, true)? })
        };
        let (old, new) = (from.promises(), to.promises());
        for (all, back) in [(new, true), (old, false)] {
            for sla in all {
                let (Some(completion), Some(way)) = (sla.completion, there(sla, back)) else {
                    continue;
                };
                let table = if back { &kin.before } else { &kin.after };
                let twin = table.get(&sla.id.into()).copied();
                let twin = twin.map(SlaId::from);
                let supposed = suppose(sla, completion, way, twin);
                let (before, after) =
                    if back { (supposed, Vec::new()) } else { (Vec::new(), supposed) };
                let own = Some(sla.id);
                let (in_first, in_second) = if back { (twin, own) } else { (own, twin) };
                let sla = sla.clone();
                let common = CommonPromise { sla, completion, in_first, in_second, before, after };
                return Some(common);
            }
        }
        None
    }
}

/// The other state has this promise with other minutes, or not at all.
fn suppose(sla: &Sla, completion: TimeTarget, way: EndToEnd, twin: Option<SlaId>) -> Vec<Command> {
    vec![match twin {
        Some(twin) => Command::EditSla { sla: twin, edit: SlaEdit::Completion(Some(completion)) },
        None => Command::AddSla {
            sla: Box::new(Sla { end_to_end: Some(way), ..sla.clone() }),
            handoffs: Vec::new(),
        },
    }]
}

/// The same step on the other side; of several that it was or became, the first or the last on the
/// map.
fn step(kin: &Kin, from: &Side, to: &Side, id: StepId, back: bool, last: bool) -> Option<StepId> {
    let family = kin.steps.iter().find(|it| {
        let here = if back { &it.after } else { &it.before };
        here.contains(&id.into())
    })?;
    let (others, side) = if back { (&family.before, from) } else { (&family.after, to) };
    let place = |id: StepId| side.document.step(id).map(|it| it.place);
    let mut others: Vec<StepId> = others.iter().map(|id| StepId::from(*id)).collect();
    others.sort_by_key(|it| (place(*it), *it));
    if last { others.pop() } else { others.first().copied() }
}

/// Why late cases differ: in proportion to what each change adds to the expected lead time (Baton's
/// rule: whether one case is late is no sum of its parts, how long it takes is). The parts add up to
/// the difference; none where the lead time does not differ, or not in the same direction.
pub fn late_cases(expected: &Waterfall, before: f64, after: f64) -> Option<Waterfall> {
    let difference = expected.after - expected.before;
    if difference.abs() < 1e-9 {
        return None;
    }
    let share = (after - before) / difference;
    // Later cases though the mean is shorter, or a share beyond all cases: the lead time tells nothing
    // about what is late.
    let beyond = expected.parts.iter().any(|it| (it.by * share).abs() > 100.0);
    if share < 0.0 || beyond {
        return None;
    }
    let part = |it: &WaterfallPart| WaterfallPart { by: it.by * share, ..it.clone() };
    Some(Waterfall {
        of: MeasureOf::LateCases,
        unit: MeasureUnit::Percent,
        before,
        after,
        parts: expected.parts.iter().map(part).collect(),
    })
}
