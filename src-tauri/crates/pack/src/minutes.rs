//! The minutes of a workshop as Markdown: what was decided, asked, taken as true, parked, what
//! hurts, what was proposed and who does what. Each says what on the map it is about.

use crate::words::Say;
use model::{ActionStatus, Document, NoteKind, Target};

/// Minutes are kept in English.
const SAY: Say = Say::ENGLISH;
/// The order of a reader: what holds, what is open, what is only noted.
const KINDS: [NoteKind; 5] = [
    NoteKind::Decision,
    NoteKind::Question,
    NoteKind::Assumption,
    NoteKind::Parked,
    NoteKind::Note,
];

/// The minutes. `date` is printed under the title.
pub fn minutes(document: &Document, date: &str) -> String {
    let mut text = head(document, date);
    for kind in KINDS {
        let notes = document.notes().filter(|note| note.about_kind == kind);
        let lines = notes.map(|note| (note.text.as_str(), about(document, &note.about)));
        section(&mut text, SAY.note(kind).1, lines.map(|(said, about)| item(said, &[about])));
    }
    section(&mut text, "Pain points, most votes first", pains(document).into_iter());
    section(&mut text, "Ideas, most votes first", ideas(document).into_iter());
    section(&mut text, "Actions", actions(document).into_iter());
    text
}

fn head(document: &Document, date: &str) -> String {
    let Some(engagement) = document.the_engagement() else { return String::new() };
    let mut text = format!("# Minutes: {}\n\n{}\n", inline(&engagement.title), inline(date));
    let people = [
        ("Client", engagement.client.clone()),
        ("Sponsor", engagement.sponsor.clone()),
        ("Facilitators", engagement.facilitators.join(", ")),
        ("Participants", engagement.participants.join(", ")),
    ];
    for (what, who) in people.iter().filter(|(_, who)| !who.is_empty()) {
        text.push_str(&format!("\n{what}: {}  ", inline(who)));
    }
    text.trim_end().to_owned() + "\n"
}

fn section(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return;
    }
    text.push_str(&format!("\n## {title}\n\n{}\n", lines.join("\n")));
}

fn pains(document: &Document) -> Vec<String> {
    let mut all: Vec<_> = document.pain_points().collect();
    all.sort_by_key(|it| (u16::MAX - it.votes, 5 - it.severity.min(5), it.id));
    let line = |it: &model::PainPoint| {
        let wastes = it.wastes.iter().map(|it| SAY.waste(*it));
        let signs = it.signs.iter().map(|it| SAY.sign(*it));
        let said: Vec<String> = [
            about(document, &it.about),
            votes(it.votes),
            severity(it.severity),
            it.cause.map(|it| SAY.cause(it)).unwrap_or_default(),
        ]
        .into_iter()
        .chain(wastes.chain(signs).map(str::to_owned))
        .collect();
        let quote = (!it.quote.is_empty()).then(|| format!(" “{}”", inline(&it.quote)));
        item(&it.text, &said) + &quote.unwrap_or_default()
    };
    all.into_iter().map(line).collect()
}

fn ideas(document: &Document) -> Vec<String> {
    let mut all: Vec<_> = document.ideas().collect();
    all.sort_by_key(|it| (u16::MAX - it.votes, it.id));
    all.into_iter()
        .map(|it| item(&it.text, &[about(document, &it.about), votes(it.votes)]))
        .collect()
}

fn actions(document: &Document) -> Vec<String> {
    let open = |it: &&model::Action| it.status != ActionStatus::Dropped;
    let line = |it: &model::Action| {
        let owner = it.owner.and_then(|id| document.role(id)).map(|role| role.name.clone());
        let due = (!it.due.is_empty()).then(|| format!("due {}", it.due));
        let done = (it.status == ActionStatus::Done).then(|| "done".to_owned());
        let parts = [owner.unwrap_or_default(), it.person.clone(), due.unwrap_or_default()];
        let parts: Vec<String> = parts.into_iter().chain(done).collect();
        item(&it.text, &parts)
    };
    document.actions().filter(open).map(line).collect()
}

fn severity(severity: u8) -> String {
    if severity == 0 { String::new() } else { format!("severity {severity} of 5") }
}

fn votes(votes: u16) -> String {
    if votes == 0 { String::new() } else { SAY.of(votes.into(), "vote", "votes") }
}

fn about(document: &Document, targets: &[Target]) -> String {
    let places: Vec<String> = targets.iter().map(|it| SAY.place(document, *it)).collect();
    places.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

/// One entry of a list: what was said, and in brackets what is known of it.
fn item(said: &str, facts: &[String]) -> String {
    let facts: Vec<String> =
        facts.iter().filter(|it| !it.is_empty()).map(|it| inline(it)).collect();
    let said = inline(said);
    if facts.is_empty() { format!("- {said}") } else { format!("- {said} ({})", facts.join("; ")) }
}

/// A text on one line, in which nothing is markup.
fn inline(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut safe = String::with_capacity(line.len());
    for c in line.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}
