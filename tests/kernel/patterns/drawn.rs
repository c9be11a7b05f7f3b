//! The patterns that draw the map otherwise.

use super::{applied, found, is_nowhere, leads_to};
use analysis::Language;
use analysis::patterns::{Assumed, pattern};
use model::*;

const RELAY: &str = "clock business, 8 h a day
team Sales
  Write offer, 1 h
  Send offer, 10 min
team Legal
  Check offer, 20 min
Write offer -> Check offer, waits 2 d in queue
Check offer -> Send offer, waits 1 d for priority
";

#[test]
fn work_moves_beside_and_its_handoffs_go_with_their_waits() {
    leads_to(
        RELAY,
        Pattern::Combine,
        "clock business, 8 h a day
team Sales
  Write offer, 1 h
  Send offer, 10 min
  Check offer, 20 min
team Legal
Write offer -> Check offer, H-01, waits 0 min, guessed
Check offer -> Send offer, H-02, waits 0 min, guessed
",
    );
}

#[test]
fn two_steps_move_together_where_one_would_only_shift_the_handoff() {
    let text = "team Sales\n  Write offer\n  Send offer\nteam Legal\n  Read offer\n  Check offer\n
Write offer -> Read offer -> Check offer -> Send offer\n";
    let map = notation::parse(text).unwrap();
    let both = found(&map, Pattern::Combine);
    let first = |it: &analysis::patterns::FoundPattern| {
        it.about.iter().filter(|it| matches!(it, Target::Step(_))).count()
    };
    assert!(both.iter().any(|it| first(it) == 2), "{both:?}");
    let state = map.states().next().unwrap().id;
    for it in &both {
        let after = applied(&map, state, it);
        assert!(analysis::figures(&after, state).handoffs < 2);
    }
}

#[test]
fn an_approval_is_waited_for_wherever_it_is_given_and_a_customer_stays_one() {
    leads_to(
        "team Sales\n  Write offer\nteam Legal\n  Check offer\n
Write offer -> Check offer, waits 2 h for approval\n",
        Pattern::Combine,
        "team Sales\nteam Legal\n  Write offer\n  Check offer\n
Write offer -> Check offer, H-01, waits 2 h for approval\n",
    );
    is_nowhere(
        "team Sales\n  Write offer\nteam Customer, external\n  Sign offer\n
Write offer -> Sign offer\n",
        Pattern::Combine,
    );
}

#[test]
fn what_waits_for_the_next_run_goes_when_it_is_ready() {
    leads_to(
        "clock business, 8 h a day\nteam Sales\n  Sign\nteam Onboarding\n  Assign\n
Sign -> Assign, waits 3 d for batch, every 5 d\n",
        Pattern::Trigger,
        "clock business, 8 h a day\nteam Sales\n  Sign\nteam Onboarding\n  Assign\n
Sign -> Assign, H-01, waits 4 h in queue, guessed, told by Release of each item\n",
    );
    leads_to(
        "clock business, 8 h a day\nteam Sales\n  Sign\n  Assign\n
Sign -> Assign, waits 1 d for batch, every 2 d\n",
        Pattern::Trigger,
        "clock business, 8 h a day\nteam Sales\n  Sign\n  Assign\n
Sign -> Assign, waits 0 min, guessed\n",
    );
    is_nowhere(
        "team Sales\n  Sign\n  Assign\nSign -> Assign, waits 1 d in queue\n",
        Pattern::Trigger,
    );
}

const APPROVED: &str = "clock business, 8 h a day
team Sales
  start Begin
  Write offer, 1 h
  Send offer, 10 min
team Finance
  Approve discount, 20 min
Begin -> Write offer -> Approve discount, waits 2 d for approval
Approve discount -> Send offer, waits 1 d in queue
";

#[test]
fn a_rule_approves_and_exceptions_go_to_a_person() {
    leads_to(
        APPROVED,
        Pattern::ApproveByRule,
        "clock business, 8 h a day
team Sales
  start Begin
  Write offer, 1 h
  Send offer, 10 min
  Within the rule?
team Finance
  Approve discount, 20 min
Begin -> Write offer
Within the rule? -> Approve discount, H-01, if exception, 25 %, guessed, waits 2 d for approval
Approve discount -> Send offer, H-02, waits 1 d in queue
Write offer -> Within the rule?
Within the rule? -> Send offer, if within the rule, 75 %, guessed, main way
",
    );
}

#[test]
fn a_way_round_that_is_there_is_taken_more_often() {
    leads_to(
        "team Sales\n  Discount?\n  Send offer\nteam Finance\n  Approve discount\n
Discount? -> Approve discount, if yes, 60 %, main way, waits 2 h for approval
Discount? -> Send offer, if no, 40 %\nApprove discount -> Send offer\n",
        Pattern::ApproveByRule,
        "team Sales\n  Discount?\n  Send offer\nteam Finance\n  Approve discount\n
Discount? -> Approve discount, H-01, if yes, 25 %, guessed, waits 2 h for approval
Discount? -> Send offer, if no, 75 %, guessed, main way\nApprove discount -> Send offer, H-02\n",
    );
    // Where few are exceptions already, and where the other way is a refusal, there is no rule to make.
    is_nowhere(
        "team Sales\n  Discount?\n  Send offer\n  Approve discount\n
Discount? -> Approve discount, if yes, 10 %, waits 2 h for approval
Discount? -> Send offer, if no, 90 %\nApprove discount -> Send offer\n",
        Pattern::ApproveByRule,
    );
    is_nowhere(
        "team Sales\n  Discount?\n  Send offer\n  Approve discount\n  Say no\n
Discount? -> Approve discount, if yes, 50 %, waits 2 h for approval
Discount? -> Say no, if no, 50 %\nApprove discount -> Send offer\n",
        Pattern::ApproveByRule,
    );
}

#[test]
fn two_steps_go_on_at_once_and_are_waited_for() {
    leads_to(
        "clock business, 8 h a day
team Sales
  Sign, 10 min
  Go live, 10 min
team IT
  Set up account, 1 h
team Billing
  Make invoice, 2 h
Sign -> Set up account -> Make invoice, waits 1 d in queue
Make invoice -> Go live, waits 4 h in queue
",
        Pattern::Parallel,
        "clock business, 8 h a day
team Sales
  Sign, 10 min
  Go live, 10 min
team IT
  Set up account, 1 h
team Billing
  Make invoice, 2 h
Sign -> Set up account, H-01, in parallel
Sign -> Make invoice, H-02, in parallel, waits 1 d in queue
Make invoice -> Go live, H-03, waits 4 h in queue
Set up account -> Go live, H-04, waits 4 h in queue, guessed
",
    );
}

#[test]
fn what_needs_the_step_before_stays_behind_it() {
    let chain = |wait: &str, team: &str| {
        format!(
            "team {team}\n  Sign, 10 min\n  Scope, 1 h\n  Quote, 1 h\n  Close, 5 min\n
Sign -> Scope\nScope -> Quote{wait}\nQuote -> Close\n"
        )
    };
    let offered =
        |text: &str| !found(&notation::parse(text).unwrap(), Pattern::Parallel).is_empty();
    assert!(offered(&chain("", "Sales")));
    is_nowhere(&chain(", waits 1 h for approval", "Sales"), Pattern::Parallel);
    is_nowhere(&chain(", waits 1 h for information", "Sales"), Pattern::Parallel);
    is_nowhere(&chain("", "Sales, 1 people"), Pattern::Parallel);
    is_nowhere(&format!("{}Quote ~> Scope, 10 %\n", chain("", "Sales")), Pattern::Parallel);
}

#[test]
fn what_is_assumed_can_be_said_otherwise() {
    let map = notation::parse(APPROVED).unwrap();
    let state = map.states().next().unwrap().id;
    let at = found(&map, Pattern::ApproveByRule)[0].at;
    let value = Assumed::Exceptions { share: Share::percent(10) };
    let said = pattern(&map, state, Language::English, at, &[Some(value.clone())]).unwrap();
    assert_eq!(said.assumptions[0].then, value);
    let after = applied(&map, state, &said);
    let shares: Vec<u16> =
        after.connectors().filter_map(|it| it.probability).map(|it| it.0).collect();
    assert_eq!(shares, [1_000, 9_000]);
    // What is out of bounds is brought within, what is of another kind is not heard.
    let much = [Some(Assumed::Exceptions { share: Share(60_000) })];
    let most = pattern(&map, state, Language::English, at, &much).unwrap();
    assert_eq!(most.assumptions[0].then, Assumed::Exceptions { share: Share::ALL });
    applied(&map, state, &most);
    let other = [Some(Assumed::Wait { minutes: Minutes(5) })];
    let kept = pattern(&map, state, Language::English, at, &other).unwrap();
    assert_eq!(kept.assumptions[0].then, Assumed::Exceptions { share: Share::percent(25) });
}

#[test]
fn every_number_that_is_made_up_is_marked_as_guessed() {
    let map = notation::parse(RELAY).unwrap();
    let state = map.states().next().unwrap().id;
    let after = applied(&map, state, &found(&map, Pattern::Combine)[0]);
    let waits = after.connectors().filter_map(|it| it.wait.clone());
    assert!(waits.into_iter().all(|it| it.confidence == Confidence::Guessed));
    // A share has no such mark: it is among the assumptions of the room.
    let map = notation::parse(APPROVED).unwrap();
    let after = applied(&map, state, &found(&map, Pattern::ApproveByRule)[0]);
    let notes: Vec<&Note> = after.notes().collect();
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0].about_kind, NoteKind::Assumption);
    assert_eq!(notes[0].text, "Guessed: 25 % are exceptions that somebody has to approve.");
}
