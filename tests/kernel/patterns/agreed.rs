//! The patterns that write down what two teams agree, and who stands in.

use super::{applied, found, is_nowhere};
use analysis::Language;
use analysis::patterns::{Assumed, pattern};
use model::*;

fn map(text: &str) -> (Document, StateId) {
    let map = notation::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let state = map.states().next().unwrap().id;
    (map, state)
}

const SENT_BACK: &str = "clock business, 8 h a day
team Sales
  start Begin
  Sign, 10 min, 60 %
  Fill form, 10 min, 80 %
team Onboarding
  Kick off, 1 h
Begin -> Sign -> Fill form -> Kick off, waits 1 d in queue
Kick off ~> Sign, 40 %
";

#[test]
fn the_check_moves_to_where_the_work_is_handed_over() {
    let (before, state) = map(SENT_BACK);
    let all = found(&before, Pattern::CheckAtSource);
    assert_eq!(all.len(), 1);
    let after = applied(&before, state, &all[0]);
    let handoff = after.handoffs().find(|it| it.number == 1).unwrap();
    for side in [CriterionSide::Entry, CriterionSide::Exit] {
        assert_eq!(after.criteria_of(Target::Handoff(handoff.id), side).len(), 1);
    }
    assert!(handoff.template.is_some());
    // The step behind which the handoff is; 0.6 · 0.8 were right, 0.6 · 0.95 will be.
    let quality = |name: &str| {
        let step = after.steps().find(|it| it.name == name).unwrap();
        step.complete_accurate.clone().unwrap()
    };
    assert_eq!((quality("Sign").usual, quality("Fill form").usual), (Share(6_000), Share(9_500)));
    assert_eq!(quality("Fill form").confidence, Confidence::Guessed);
    let back = after.connectors().find(|it| it.flow == ConnectorKind::Rework).unwrap();
    let left: f64 = 4_000.0 * (1.0 - 0.6 * 0.95) / (1.0 - 0.6 * 0.8);
    assert_eq!(back.probability, Some(Share(left.round() as u16)));
}

#[test]
fn what_comes_back_follows_the_quality_that_is_said_until_it_is_said_itself() {
    let (before, state) = map(SENT_BACK);
    let at = found(&before, Pattern::CheckAtSource)[0].at;
    let back = |values: &[Option<Assumed>]| {
        let found = pattern(&before, state, Language::English, at, values).unwrap();
        match found.assumptions[1].then {
            Assumed::Returned { share } => share.0,
            _ => panic!("{found:?}"),
        }
    };
    let quality = Some(Assumed::CompleteAccurate { share: Share::ALL });
    let all: f64 = 4_000.0 * (1.0 - 0.6) / (1.0 - 0.6 * 0.8);
    assert_eq!(back(std::slice::from_ref(&quality)), all.round() as u16);
    let said = Some(Assumed::Returned { share: Share(100) });
    assert_eq!(back(&[quality, said]), 100);
}

#[test]
fn nothing_comes_back_for_the_sake_of_work_that_is_good() {
    is_nowhere(
        "team Sales\n  Sign, 95 %\nteam Onboarding\n  Kick off\n
Sign -> Kick off\nKick off ~> Sign, 4 %\n",
        Pattern::CheckAtSource,
    );
    // Inside one team there is no handoff to check at.
    is_nowhere(
        "team Sales\n  Sign, 60 %\n  Kick off\nSign -> Kick off\nKick off ~> Sign, 4 %\n",
        Pattern::CheckAtSource,
    );
}

#[test]
fn a_handoff_is_accepted_or_returned_within_a_time() {
    let text = "clock business, 8 h a day\nteam Sales\n  Sign, 97 %\nteam Onboarding\n  Kick off\n
Sign -> Kick off, waits 3 h in queue\n";
    let (before, state) = map(text);
    let after = applied(&before, state, &found(&before, Pattern::AcceptAndReturn)[0]);
    let handoff = after.handoffs().find(|it| it.number == 1).unwrap();
    assert_eq!(handoff.acceptance, Some(Acceptance::Explicit));
    assert!(!handoff.return_route.is_empty() && handoff.return_reasons.len() == 8);
    let sla = after.sla(handoff.sla.unwrap()).unwrap();
    let target = TimeTarget { minutes: Minutes(180), clock: ClockKind::Business };
    assert_eq!((sla.response, sla.status), (Some(target), AgreementStatus::Draft));
    let back = after.connectors().find(|it| it.flow == ConnectorKind::Rework).unwrap();
    assert_eq!(back.probability, Some(Share(300)), "no more than what is not right");
    assert!(after.handoff_at(back).is_some());
    assert!(found(&after, Pattern::AcceptAndReturn).is_empty(), "it is done");
}

#[test]
fn a_service_level_that_others_share_is_left_to_them() {
    let text = "team Sales\n  Sign\n  Bill\nteam Onboarding\n  Kick off\n
Sign -> Kick off -> Bill\n";
    let (before, state) = map(text);
    let handoffs: Vec<HandoffId> = before.handoffs().map(|it| it.id).collect();
    let completion = Some(TimeTarget { minutes: Minutes(480), clock: ClockKind::Business });
    let sla = Sla { name: "Both".into(), completion, ..Sla::default() };
    let add = Command::AddSla { sla: Box::new(sla), handoffs: handoffs.clone() };
    let before = plan(&before, &add).unwrap().document;
    let one = found(&before, Pattern::AcceptAndReturn);
    let one = one.iter().find(|it| it.at.place == Target::Handoff(handoffs[0])).unwrap();
    let after = applied(&before, state, one);
    let response = |id| {
        let sla = after.handoff(id).and_then(|it| after.sla(it.sla?)).unwrap();
        assert_eq!(sla.completion, completion);
        sla.response.is_some()
    };
    assert_eq!((response(handoffs[0]), response(handoffs[1])), (true, false));
}

#[test]
fn a_form_comes_along_and_the_same_one_for_the_same_sort() {
    let text = "team Sales\n  Sign\n  Bill\nteam Onboarding\n  Kick off\n
Sign -> Kick off, waits 1 h for information\nKick off -> Bill\n";
    let (before, state) = map(text);
    let all = found(&before, Pattern::StandardForm);
    assert_eq!(all.len(), 2);
    let lead = [Some(Assumed::Form { preset: "lead".into() })];
    let said = pattern(&before, state, Language::English, all[0].at, &lead).unwrap();
    let mut after = applied(&before, state, &said);
    assert_eq!(after.templates().map(|it| it.preset.as_str()).collect::<Vec<_>>(), ["lead"]);
    let waits = after.connectors().find_map(|it| it.wait.clone()).unwrap();
    assert_eq!((waits.usual, waits.confidence), (Minutes(30), Confidence::Guessed));
    for handoff in before.handoffs() {
        let edit = HandoffEdit::HandoffType("deal".into());
        let command = Command::EditHandoff { handoff: handoff.id, edit };
        after = plan(&after, &command).unwrap().document;
    }
    let other = &found(&after, Pattern::StandardForm)[0];
    assert!(other.assumptions.is_empty(), "there is a form for this sort");
    let after = applied(&after, state, other);
    assert_eq!(after.templates().count(), 1);
    assert!(found(&after, Pattern::StandardForm).is_empty());
}

#[test]
fn somebody_stands_in_where_one_person_works_alone() {
    let text = "team Sales\n  start Begin\n  Sign, 10 min\n  Bill, 10 min\n
Begin -> Sign -> Bill\n";
    let (mut before, state) = map(text);
    let of = |name: &str, before: &Document| before.steps().find(|it| it.name == name).unwrap().id;
    for (name, who) in [("Sign", "Ana"), ("Bill", "Ben")] {
        let edit = StepEdit::Performers(vec![who.into()]);
        let command = Command::EditStep { step: of(name, &before), edit };
        before = plan(&before, &command).unwrap().document;
    }
    let all = found(&before, Pattern::Backup);
    assert_eq!(all.len(), 2);
    let sign = all.iter().find(|it| it.at.place == Target::Step(of("Sign", &before))).unwrap();
    let after = applied(&before, state, sign);
    assert_eq!(after.step(of("Sign", &after)).unwrap().backup, "Ben");
    let said = analysis::patterns::tried(&before, state, sign.clone(), None).unwrap();
    assert_eq!((said.before.one_person, said.after.one_person), (Some(100.0), Some(50.0)));
    let empty = [Some(Assumed::StandIn { name: "  ".into() })];
    let kept = pattern(&before, state, Language::English, sign.at, &empty).unwrap();
    assert_eq!(applied(&before, state, &kept), after, "nobody is nobody who stands in");
}
