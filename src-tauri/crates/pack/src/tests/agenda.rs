//! Calendar files read back: unfolded, line by line, and the same bytes each time.

use super::desk::Desk;
use crate::{Agenda, AgendaSetting, agenda};
use analysis::Language;
use model::*;

fn made(document: &Document, language: Language) -> Agenda {
    agenda(document, &AgendaSetting { key: "k3y", day: "2026-03-02", language })
}

/// The lines as they were before they were folded.
fn lines(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\n', '\r']), "a bare line end in {line:?}");
    }
    text.replace("\r\n ", "").trim_end().split("\r\n").map(str::to_owned).collect()
}

fn desk(actions: impl IntoIterator<Item = Action>) -> Desk {
    let mut desk = Desk::new("Onboarding", "Northwind", &["Sales", "Ops"]);
    for action in actions {
        let id = ActionId(desk.fresh());
        desk.add(Action { id, ..action }.into());
    }
    desk
}

#[test]
fn an_action_is_one_day_that_is_known_again() {
    let mut desk = desk([]);
    let role = Role { id: RoleId(desk.fresh()), name: "Lead".into(), ..Default::default() };
    let owner = Some(role.id);
    desk.add(role.into());
    let id = ActionId(desk.fresh());
    let action = Action {
        id,
        text: "Write a form; send it, twice\\once\nand file it".into(),
        owner,
        person: "Ana".into(),
        due: "2026-03-31".into(),
        work: Some(Minutes(450)),
        effect: "2 d → 4 h".into(),
        ..Default::default()
    };
    desk.add(action.into());
    let expected = format!(
        "BEGIN:VCALENDAR|VERSION:2.0|PRODID:-//Baton//Plan//EN|CALSCALE:GREGORIAN|METHOD:PUBLISH|\
         BEGIN:VEVENT|UID:k3y-action-{}@baton|DTSTAMP:20260302T000000Z|\
         DTSTART;VALUE=DATE:20260331|DTEND;VALUE=DATE:20260401|\
         SUMMARY:Write a form\\; send it\\, twice\\\\once\\nand file it|\
         DESCRIPTION:Owner: Lead\\, Ana\\nExpected effect: 2 d → 4 h\\nWork: 7.5 h|\
         TRANSP:TRANSPARENT|END:VEVENT|END:VCALENDAR",
        id.0
    );
    let first = made(&desk.document, Language::English);
    assert_eq!(lines(&first.text).join("|"), expected);
    assert_eq!(first, made(&desk.document, Language::English));
    let german = lines(&made(&desk.document, Language::German).text).join("|");
    assert!(german.contains("Verantwortlich: Lead\\, Ana"), "{german}");
    assert!(german.contains("Aufwand: 7\\,5 h"), "{german}");
}

#[test]
fn columns_count_from_where_the_plan_begins_else_from_the_day_it_is_made() {
    let columns = |plan_from: &str| {
        let mut desk = desk([
            Action { text: "Soon".into(), horizon_days: 30, ..Default::default() },
            Action { text: "Some day".into(), ..Default::default() },
            Action { text: "No".into(), status: ActionStatus::Dropped, ..Default::default() },
        ]);
        let engagement = desk.document.the_engagement().unwrap().clone();
        desk.add(Engagement { plan_from: plan_from.into(), ..engagement }.into());
        let made = made(&desk.document, Language::English);
        assert_eq!((made.entries, made.undated), (1, 1));
        lines(&made.text).into_iter().find(|it| it.starts_with("DTSTART")).unwrap()
    };
    assert_eq!(columns("2026-12-31"), "DTSTART;VALUE=DATE:20270130");
    assert_eq!(columns(""), "DTSTART;VALUE=DATE:20260401");
}

#[test]
fn a_long_text_is_folded_between_characters_and_tabs_go() {
    let text = "Größe – ".repeat(24) + "\tend";
    let desk = desk([Action { text, horizon_days: 30, ..Default::default() }]);
    let made = made(&desk.document, Language::English);
    let summary = format!("SUMMARY:{} end", "Größe – ".repeat(24));
    assert!(lines(&made.text).contains(&summary));
    assert!(made.text.matches("\r\n ").count() > 3);
}
