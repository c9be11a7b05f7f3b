//! What "ready" and "complete" mean: CRT-004, 005, 007 to 010. CRT-001, 002 and 006 are checks of
//! the handoff itself.

use super::case::Case;
use super::information::quality;
use super::report::Report;
use super::rules::*;
use super::say::say;
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
            say!(
                case,
                "{name} brings work that is often unusable, and nothing says what is \
                 acceptable.",
                "{name} bringt Arbeit, die oft unbrauchbar ist, und nirgends steht, was \
                 annehmbar ist."
            ),
            case.language.pick(
                "Agree entry criteria for what is most often missing.",
                "Vereinbaren Sie Eingangskriterien für das, was am häufigsten fehlt.",
            ),
        );
    }
}

/// CRT-010: asked for once a stage of the map has a criterion.
fn stages(case: &Case, report: &mut Report) {
    let here: Vec<&Stage> =
        case.document.stages().filter(|it| it.state == case.graph.state).collect();
    let begun = here.iter().any(|stage| case.criteria.contains_key(&Target::Stage(stage.id)));
    for stage in here {
        let name =
            say!(case, "The stage “{stage}”", "Die Phase „{stage}“", stage = stage.name.trim());
        let target = Target::Stage(stage.id);
        sides(case, target, stage.id.into(), &name, report);
        let of = case.criteria_of(target);
        let missing = match [CriterionSide::Entry, CriterionSide::Exit]
            .map(|side| of.iter().any(|it| it.side == side))
        {
            [true, true] => continue,
            [false, true] => case.language.pick("no entry criteria", "keine Eingangskriterien"),
            [true, false] => case.language.pick("no exit criteria", "keine Ausgangskriterien"),
            [false, false] => case
                .language
                .pick("no entry or exit criteria", "weder Eingangs- noch Ausgangskriterien"),
        };
        if begun {
            report.add(
                CRT_010,
                [stage.id],
                say!(case, "{name} has {missing}.", "{name} hat {missing}."),
                case.language.pick(
                    "Agree what has to be true before an item enters it, and before it leaves.",
                    "Vereinbaren Sie, was wahr sein muss, bevor ein Vorgang hineingeht und bevor \
                 er hinausgeht.",
                ),
            );
        }
    }
}

/// The criteria of one handoff or stage, one by one and side by side.
fn sides(case: &Case, target: Target, id: RecordId, name: &str, report: &mut Report) {
    let all = case.criteria_of(target);
    for criterion in all {
        wording(case, criterion, id, name, report);
        checkable(case, criterion, id, name, report);
    }
    for side in [CriterionSide::Entry, CriterionSide::Exit] {
        let of: Vec<&Criterion> = all.iter().copied().filter(|it| it.side == side).collect();
        if of.len() as f64 > case.limit(CRT_007) {
            // The first of the side tells it apart from the other.
            let first = of.first().map(|it| RecordId::from(it.id));
            report.add(
                CRT_007,
                [id].into_iter().chain(first),
                say!(
                    case,
                    "{name} has {count} {side}.",
                    "{name} hat {count} {side}.",
                    count = of.len(),
                    side = match side {
                        CriterionSide::Entry => {
                            case.language.pick("entry criteria", "Eingangskriterien")
                        }
                        CriterionSide::Exit => {
                            case.language.pick("exit criteria", "Ausgangskriterien")
                        }
                    }
                ),
                case.language.pick(
                    "Keep those that have stopped an item; the others nobody reads.",
                    "Behalten Sie die, die schon einen Vorgang aufgehalten haben; die anderen \
                 liest niemand.",
                ),
            );
        }
        duplicates(case, &of, id, name, report);
    }
}

fn said(case: &Case, criterion: &Criterion) -> String {
    let text = criterion.text.trim();
    match criterion.side {
        CriterionSide::Entry => {
            say!(case, "the entry criterion “{text}”", "das Eingangskriterium „{text}“")
        }
        CriterionSide::Exit => {
            say!(case, "the exit criterion “{text}”", "das Ausgangskriterium „{text}“")
        }
    }
}

fn wording(case: &Case, criterion: &Criterion, id: RecordId, name: &str, report: &mut Report) {
    if let Some(vague) = words::vague(&criterion.text) {
        report.add(
            CRT_004,
            [id, criterion.id.into()],
            say!(
                case,
                "{name}: {it} says “{vague}”, and not what that is.",
                "{name}: {it} sagt „{vague}“, und nicht, was das ist.",
                it = said(case, criterion)
            ),
            case.language.pick(
                "Say what can be counted or seen: how many, which, by when.",
                "Sagen Sie, was man zählen oder sehen kann: wie viele, welche, bis wann.",
            ),
        );
    }
}

fn checkable(case: &Case, criterion: &Criterion, id: RecordId, name: &str, report: &mut Report) {
    let has = |text: &str| !text.trim().is_empty();
    let missing = match (has(&criterion.verifier), has(&criterion.evidence)) {
        (true, true) => return,
        (false, true) => case.language.pick("nobody who checks it", "niemanden, der es prüft"),
        (true, false) => case.language.pick("nothing that shows it", "nichts, was es zeigt"),
        (false, false) => case.language.pick(
            "nobody who checks it and nothing that shows it",
            "niemanden, der es prüft, und nichts, was es zeigt",
        ),
    };
    report.add(
        CRT_005,
        [id, criterion.id.into()],
        say!(
            case,
            "{name}: {it} has {missing}.",
            "{name}: {it} hat {missing}.",
            it = said(case, criterion)
        ),
        case.language.pick(
            "Say who checks it, and where it can be seen.",
            "Sagen Sie, wer es prüft und wo man es sieht.",
        ),
    );
}

/// CRT-008: what is said before is said once.
fn duplicates(case: &Case, of: &[&Criterion], id: RecordId, name: &str, report: &mut Report) {
    let mut seen: BTreeMap<String, CriterionId> = BTreeMap::new();
    for criterion in of {
        let text = words::plain(&criterion.text);
        if text.is_empty() || seen.insert(text, criterion.id).is_none() {
            continue;
        }
        report.add_fixable(
            CRT_008,
            [id, criterion.id.into()],
            say!(
                case,
                "{name}: {it} is there twice.",
                "{name}: {it} steht zweimal da.",
                it = said(case, criterion)
            ),
            case.language.pick("Delete one of the two.", "Löschen Sie eines der beiden."),
            Some(Command::Delete { ids: vec![criterion.id.into()] }),
        );
    }
}
