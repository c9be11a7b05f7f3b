//! What the receiver is told, and how: INF-005 to 009, 011. INF-001 is a check of the handoff itself;
//! the templates have a file of their own.

use super::case::{Case, Crossing};
use super::report::Report;
use super::rules::*;
use super::say::say;
use super::words::{has_any, plain, written};
use model::{HandoffId, Share, Step, StepKind, TemplateId};
use std::collections::{BTreeMap, BTreeSet};

/// Words for channels that carry no structure.
const UNSTRUCTURED: &[&str] = &[
    "email",
    "e-mail",
    "mail",
    "chat",
    "phone",
    "telephone",
    "call",
    "verbal",
    "verbally",
    "spoken",
    "meeting",
    "meetings",
    "emails",
    "e-mails",
    "calls",
    "telefon",
    "anruf",
    "zuruf",
    "mündlich",
    "besprechung",
];

/// Words for channels on which others can read along, or on which things lie about.
const UNPROTECTED: &[&str] = &[
    "email",
    "mail",
    "emails",
    "mails",
    "chat",
    "sms",
    "fax",
    "whatsapp",
    "messenger",
    "usb",
    "paper",
    "post",
    "letter",
    "printout",
    "papier",
    "brief",
    "ausdruck",
];

/// Words for channels that somebody has seen to.
const PROTECTED: &[&str] = &[
    "encrypted",
    "secure",
    "secured",
    "protected",
    "verschlüsselt",
    "verschlüsselte",
    "verschlüsselter",
    "sicher",
    "sichere",
    "sicherer",
    "geschützt",
    "kim",
];

pub(super) fn check(case: &Case, report: &mut Report) {
    for crossing in &case.crossings {
        sender_quality(case, crossing, report);
        channel(case, crossing, report);
        sensitive(case, crossing, report);
    }
    unclassified(case, report);
    of_one_type(case, report);
}

/// The usual %C&A of a step.
pub(super) fn quality(step: &Step) -> Option<Share> {
    step.complete_accurate.as_ref().map(|estimate| estimate.usual)
}

fn sender_quality(case: &Case, crossing: &Crossing, report: &mut Report) {
    let sender = case.step_name(crossing.from);
    let name = &crossing.name;
    match quality(crossing.from) {
        None if crossing.from.shape == StepKind::Step => report.add(
            INF_005,
            [crossing.handoff.id],
            say!(case, "Nobody has said how much of what {sender} passes on at {name} is usable.", "Niemand hat gesagt, wie viel von dem brauchbar ist, was {sender} bei {name} weitergibt."),
            case.language.pick(
"Ask the receivers for the %C&A.",
"Fragen Sie die Empfänger nach dem %C&A.",
),
        ),
        Some(share) if f64::from(share.0) < 100.0 * case.limit(INF_006) => report.add(
            INF_006,
            [crossing.handoff.id],
            say!(
                case,
                "Only {share} of what {sender} passes on at {name} is usable as it comes.",
                "Nur {share} von dem, was {sender} bei {name} weitergibt, ist brauchbar, wie \
                 es kommt.",
                share = case.percent(100.0 * share.fraction())
            ),
            case.language.pick(
                "Ask the receivers what is missing, and ask for it in the template.",
                "Fragen Sie die Empfänger, was fehlt, und fragen Sie danach in der Vorlage.",
),
        ),
        _ => {}
    }
}

fn channel(case: &Case, crossing: &Crossing, report: &mut Report) {
    let channel = crossing.connector.channel.to_lowercase();
    // “E-mail” is one word here, as “mail” is.
    let mut words = channel.split(|c: char| !c.is_alphanumeric() && c != '-');
    if words.any(|word| UNSTRUCTURED.contains(&word)) {
        report.add(
            INF_008,
            [crossing.handoff.id],
            say!(
                case,
                "{name} goes by {channel}.",
                "{name} geht über {channel}.",
                name = crossing.name,
                channel = crossing.connector.channel.trim()
            ),
            case.language.pick(
                "Use a form or a queue, where nothing is left out and nothing gets lost.",
                "Nehmen Sie ein Formular oder eine Warteschlange, wo nichts fehlt und nichts \
                 verloren geht.",
            ),
        );
    }
}

/// INF-011: what is personal or confidential goes over a channel that does not protect it.
fn sensitive(case: &Case, crossing: &Crossing, report: &mut Report) {
    let template = crossing.handoff.template.and_then(|id| case.document.template(id));
    let Some(field) = template.and_then(|it| it.fields.iter().find(|field| field.sensitive)) else {
        return;
    };
    let channel = crossing.connector.channel.to_lowercase();
    let channel = written(&channel);
    if has_any(&channel, UNPROTECTED) && !has_any(&channel, PROTECTED) {
        report.add(
            INF_011,
            [crossing.handoff.id],
            say!(
                case,
                "{name} carries sensitive data (“{field}”) by {channel}.",
                "{name} trägt vertrauliche Daten („{field}“) über {channel}.",
                name = crossing.name,
                field = field.label.trim(),
                channel = crossing.connector.channel.trim()
            ),
            case.language.pick(
                "Use a channel that only those concerned can read.",
                "Nehmen Sie einen Kanal, den nur die Beteiligten lesen können.",
            ),
        );
    }
}

/// INF-007: asked for once somebody has begun to say which steps add value.
fn unclassified(case: &Case, report: &mut Report) {
    let steps = case.figures.steps;
    let work = || case.steps().filter(|step| step.shape == StepKind::Step);
    let silent = work().filter(|step| step.value.is_none()).count();
    let begun = work().any(|step| step.value.is_some());
    if begun && 100.0 * silent as f64 > case.limit(INF_007) * f64::from(steps) {
        report.add_for_map(
            INF_007,
            say!(
                case,
                "{silent} of {steps} steps do not say whether they add value.",
                "{silent} von {steps} Schritten sagen nicht, ob sie Wert schaffen."
            ),
            case.language.pick(
                "Mark each as value-adding, necessary or unnecessary.",
                "Kennzeichnen Sie jeden als wertschöpfend, nötig oder unnötig.",
            ),
        );
    }
}

/// What the handoffs of one type use.
#[derive(Default)]
struct Used<'a> {
    name: &'a str,
    handoffs: Vec<HandoffId>,
    templates: BTreeSet<TemplateId>,
    channels: BTreeSet<String>,
}

/// INF-009: handoffs of one type go over several channels, or with several templates.
fn of_one_type(case: &Case, report: &mut Report) {
    let mut types: BTreeMap<String, Used> = BTreeMap::new();
    for crossing in &case.crossings {
        let name = crossing.handoff.handoff_type.trim();
        if name.is_empty() {
            continue;
        }
        let used = types.entry(plain(name)).or_default();
        used.name = name;
        used.handoffs.push(crossing.handoff.id);
        used.templates.extend(crossing.handoff.template);
        let channel = plain(&crossing.connector.channel);
        used.channels.extend(Some(channel).filter(|it| !it.is_empty()));
    }
    for used in types.into_values() {
        let several = |count: usize, what: &str| (count > 1).then(|| format!("{count} {what}"));
        let found = [
            several(used.templates.len(), case.language.pick("templates", "Vorlagen")),
            several(used.channels.len(), case.language.pick("channels", "Kanäle")),
        ];
        let found: Vec<String> = found.into_iter().flatten().collect();
        if !found.is_empty() {
            report.add(
                INF_009,
                used.handoffs,
                say!(
                    case,
                    "Handoffs of the type “{name}” use {found}.",
                    "Übergaben der Art „{name}“ nutzen {found}.",
                    name = used.name,
                    found = case.list(&found)
                ),
                case.language.pick(
                    "Choose one template and one channel for all of them.",
                    "Wählen Sie eine Vorlage und einen Kanal für alle.",
                ),
            );
        }
    }
}
