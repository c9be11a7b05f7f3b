//! What is offered while a line is typed. `|` is the caret.

use super::Room;
use baton_notation::{SuggestedKind, complete};

const MAP: &str = "team Sales, #SAL\n  role Rep\nTriage, uses CRM\nteam Sales Support\nCheck, @1\n\
                   team Deal Desk & Finance\n  role Controller\nApprove terms, uses SAP\nCheck, @2\n\
                   Triage -> Approve terms, waits for approval, via e-mail\n\
                   Triage ~> Approve terms, waits for approval, via chat\n\
                   @1 -> @2, waits for batch, via chat\n";

#[test]
fn the_likeliest_comes_first() {
    use SuggestedKind::*;
    let rows: &[(&str, &str, &[&str], SuggestedKind)] = &[
        ("", "s|", &["Sales: ", "Sales Support: "], Team),
        ("", "S|ales", &["Sales: "], Team),
        ("", "fin|", &["Deal Desk & Finance: "], Team),
        ("", "dd|", &["Deal Desk & Finance: "], Team),
        ("/Triage", "> |", &["Sales Support: ", "Deal Desk & Finance: "], Team),
        ("/Triage", ">dea|", &["Deal Desk & Finance: "], Team),
        ("", "tri|", &["Triage"], Step),
        (
            "/Triage",
            "~> |",
            &["Triage", "Sales Support: Check", "Approve terms", "Deal Desk & Finance: Check"],
            Step,
        ),
        ("/Triage", "~> app|", &["Approve terms"], Step),
        ("", "check|", &["Sales Support: Check", "Deal Desk & Finance: Check"], Step),
        ("", "deal: ch|", &["Check"], Step),
        ("", "deal: terms|", &["Approve terms"], Step),
        ("/Triage", "> Call, w 3d |", &["approval", "batch", "queue"], Cause),
        ("/Triage", "> Call, w3d q|", &["queue"], Cause),
        ("/Triage", "> Call, waits 3 d for b|", &["batch"], Cause),
        ("/Triage", "> Call, waits |", &["approval", "batch"], Cause),
        ("/Triage", "> Call, waits o|", &["off shift", "other"], Cause),
        ("/Triage", "> Call, via |", &["chat", "e-mail"], Channel),
        ("", "Triage, uses s|", &["SAP"], System),
        ("", "Triage, uses |", &["CRM", "SAP"], System),
        ("/Triage", "> deal: Call, receiver |", &["Controller", "Rep"], Role),
        ("/Triage", "> deal: Call, giver |", &["Rep", "Controller"], Role),
        ("/Triage", "> Call, pas|", &["passes "], Word),
        ("/Triage", "> Call, w|", &["waits ", "why "], Word),
        ("", "Call, p|", &["pain "], Word),
        ("", "Call, gu|", &["guessed"], Word),
        ("", "pa|", &["pain "], Word),
        ("", "pain slow, a|", &["at "], Word),
        ("", "pain slow, at tri|", &["Triage"], Step),
        ("", "pain slow, cause q|", &["queue"], Cause),
    ];
    for (on, typed, wanted, kind) in rows {
        let room = Room::of(MAP, on);
        let at = typed.find('|').unwrap();
        let text = typed.replace('|', "");
        let offer = complete(&room.document, &room.context, &text, at);
        let texts: Vec<&str> = offer.items.iter().map(|it| it.text.as_str()).collect();
        assert!(texts.starts_with(wanted), "“{typed}”: {texts:?}");
        assert_eq!(offer.items[0].kind, *kind, "“{typed}”");
        assert_eq!(offer.to, at);
        assert!(offer.items.len() <= 8);
    }
}

#[test]
fn accepting_writes_where_the_caret_is() {
    let rows = [
        ("", "s|", "Sales: |"),
        ("", "Triage > fin|", "Triage > Deal Desk & Finance: |"),
        ("", "1. tri|", "1. Triage|"),
        ("/Triage", ">Call,w 3d a|, 5m", ">Call,w 3d approval|, 5m"),
        ("", "Sales: Triage\n  >  d|", "Sales: Triage\n  >  Deal Desk & Finance: |"),
        ("", "deal: \"app|", "deal: Approve terms|"),
        ("", "Zoë: zz|", "Zoë: zz|"),
    ];
    for (on, typed, after) in rows {
        let room = Room::of(MAP, on);
        let at = typed.find('|').unwrap();
        let text = typed.replace('|', "");
        let offer = complete(&room.document, &room.context, &text, at);
        let item = offer.items.first().map(|it| it.text.as_str()).unwrap_or_default();
        let accepted = format!("{}{item}|{}", &text[..offer.from], &text[offer.to..]);
        assert_eq!(accepted, after, "“{typed}”");
    }
}

#[test]
fn nothing_is_offered_where_nothing_fits() {
    for typed in [
        "Zebra crossing",
        "pain of the room",
        "Sales: Call, 15",
        "Call, note abc",
        "// tri",
        "Triage",
        "Triage > Call, w 3d queue",
    ] {
        let room = Room::of(MAP, "Sales");
        let offer = complete(&room.document, &room.context, typed, typed.len());
        assert_eq!((offer.items.len(), offer.from), (0, typed.len()), "{typed}: {offer:?}");
    }
}
