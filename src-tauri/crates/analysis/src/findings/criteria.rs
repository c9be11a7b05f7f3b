//! What "ready" and "complete" mean: CRT-004, 005, 007 to 010. CRT-001, 002 and 006 are checks of
//! the handoff itself.

use super::case::Case;
use super::information::quality;
use super::report::Report;
use super::rules::*;
use super::words;
use model::*;
use std::collections::BTreeMap;

pub(super) fn check(case: &Case, report: &mut Report) {
    for crossing in &case.crossings {
        let (handoff, name) = (crossing.handoff, &crossing.name);
        poor_and_unguarded(case, handoff, crossing.from, name, report);
        sides(case, Target::Handoff(handoff.id), handoff.id.into(), name, report);
    }
    stages(case, report);
}

fn poor_and_unguarded(
    case: &Case,
    handoff: &Handoff,
    sender: &Step,
    name: &str,
    report: &mut Report,
) {
    let least = 100.0 * case.limit(CRT_009);
    let poor = quality(sender).is_some_and(|quality| f64::from(quality.0) < least);
    if poor && !case.agreements.meets(handoff, Check::Entry) {
        report.add(
            CRT_009,
            [handoff.id],
            format!(
                "{name} brings work that is often unusable, and nothing says what is acceptable."
            ),
            "Agree entry criteria for what is most often missing.",
        );
    }
}

/// CRT-010: asked for once a stage of the map has a criterion.
fn stages(case: &Case, report: &mut Report) {
    let here: Vec<&Stage> =
        case.document.stages().filter(|it| it.state == case.graph.state).collect();
    let begun = here.iter().any(|stage| case.criteria.contains_key(&Target::Stage(stage.id)));
    for stage in here {
        let name = format!("The stage “{}”", stage.name.trim());
        let target = Target::Stage(stage.id);
        sides(case, target, stage.id.into(), &name, report);
        let of = case.criteria_of(target);
        let missing = match [CriterionSide::Entry, CriterionSide::Exit]
            .map(|side| of.iter().any(|it| it.side == side))
        {
            [true, true] => continue,
            [false, true] => "entry criteria",
            [true, false] => "exit criteria",
            [false, false] => "entry or exit criteria",
        };
        if begun {
            report.add(
                CRT_010,
                [stage.id],
                format!("{name} has no {missing}."),
                "Agree what has to be true before an item enters it, and before it leaves.",
            );
        }
    }
}

/// The criteria of one handoff or stage, one by one and side by side.
fn sides(case: &Case, target: Target, id: RecordId, name: &str, report: &mut Report) {
    let all = case.criteria_of(target);
    for criterion in all {
        wording(criterion, id, name, report);
        checkable(criterion, id, name, report);
    }
    for side in [CriterionSide::Entry, CriterionSide::Exit] {
        let of: Vec<&Criterion> = all.iter().copied().filter(|it| it.side == side).collect();
        if of.len() as f64 > case.limit(CRT_007) {
            // The first of the side tells it apart from the other.
            let first = of.first().map(|it| RecordId::from(it.id));
            report.add(
                CRT_007,
                [id].into_iter().chain(first),
                format!("{name} has {} {} criteria.", of.len(), side.word()),
                "Keep those that have stopped an item; the others nobody reads.",
            );
        }
        duplicates(&of, id, name, report);
    }
}

fn said(criterion: &Criterion) -> String {
    format!("the {} criterion “{}”", criterion.side.word(), criterion.text.trim())
}

fn wording(criterion: &Criterion, id: RecordId, name: &str, report: &mut Report) {
    if let Some(vague) = words::vague(&criterion.text) {
        report.add(
            CRT_004,
            [id, criterion.id.into()],
            format!("{name}: {} says “{vague}”, and not what that is.", said(criterion)),
            "Say what can be counted or seen: how many, which, by when.",
        );
    }
}

fn checkable(criterion: &Criterion, id: RecordId, name: &str, report: &mut Report) {
    let has = |text: &str| !text.trim().is_empty();
    let missing = match (has(&criterion.verifier), has(&criterion.evidence)) {
        (true, true) => return,
        (false, true) => "nobody who checks it",
        (true, false) => "nothing that shows it",
        (false, false) => "nobody who checks it and nothing that shows it",
    };
    report.add(
        CRT_005,
        [id, criterion.id.into()],
        format!("{name}: {} has {missing}.", said(criterion)),
        "Say who checks it, and where it can be seen.",
    );
}

/// CRT-008: what is said before is said once.
fn duplicates(of: &[&Criterion], id: RecordId, name: &str, report: &mut Report) {
    let mut seen: BTreeMap<String, CriterionId> = BTreeMap::new();
    for criterion in of {
        let text = words::plain(&criterion.text);
        if text.is_empty() || seen.insert(text, criterion.id).is_none() {
            continue;
        }
        report.add_fixable(
            CRT_008,
            [id, criterion.id.into()],
            format!("{name}: {} is there twice.", said(criterion)),
            "Delete one of the two.",
            Some(Command::Delete { ids: vec![criterion.id.into()] }),
        );
    }
}
