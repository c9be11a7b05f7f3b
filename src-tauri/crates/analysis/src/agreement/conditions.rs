//! The rest of a service level read aloud: when it applies, when the clock stops, what is good
//! enough, who is told before and after it is late, who keeps it.

use super::sentence::Reading;
use super::times::{Case, date, duration};
use model::{ClockKind, EscalationLevel, Minutes, PauseRule, RoleId, Share};

/// `Name: text.`; nothing where there is no text.
pub(super) fn named(name: &str, text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.');
    (!text.is_empty()).then(|| format!("{name}: {text}."))
}

/// What it is about.
pub(super) fn applies(reading: &Reading) -> Vec<String> {
    let (sla, language) = (reading.sla, reading.language);
    let class = named(language.pick("It is for", "Es gilt für"), &sla.work_class);
    let when = named(language.pick("It applies when", "Es gilt, wenn"), &sla.conditions);
    class.into_iter().chain(when).collect()
}

/// What follows the targets.
pub(super) fn all(reading: &Reading) -> Vec<String> {
    let (sla, language) = (reading.sla, reading.language);
    let mut said: Vec<String> = sla.pauses.iter().filter_map(|it| pause(reading, it)).collect();
    let promised = [sla.acknowledge, sla.response, sla.completion].iter().any(Option::is_some);
    if promised && sla.pauses.is_empty() {
        said.push(language.pick("Nothing stops the clock.", "Nichts hält die Uhr an.").to_owned());
    }
    said.extend(named(
        language.pick("Good enough means", "Gut genug heißt"),
        &sla.quality_standard,
    ));
    said.extend(sla.quality_complete_accurate.map(|share| usable(reading, share)));
    let (before, after): (Vec<_>, Vec<_>) = sla.escalations.iter().partition(|it| is_before(it));
    said.extend(told(reading, &before, ("Before it is late", "Bevor es zu spät ist")));
    said.extend(told(reading, &after, ("When it is late", "Wenn es zu spät ist")));
    said.extend(named(language.pick("If it is missed", "Bei Verletzung"), &sla.breach_consequence));
    said.extend(named(language.pick("Not counted", "Nicht gezählt"), &sla.exclusions));
    let source = language.pick("The times come from", "Die Zeiten stammen aus");
    said.extend(named(source, &sla.measurement_source));
    said.extend(kept(reading));
    said
}

fn pause(reading: &Reading, rule: &PauseRule) -> Option<String> {
    let language = reading.language;
    let reason = rule.reason.trim();
    if reason.is_empty() {
        return None;
    }
    let mut parts = vec![reason.to_owned()];
    parts.extend(rule.cap.map(|cap| {
        let cap = length(reading, cap);
        language.pick(format!("at most {cap} in all"), format!("höchstens {cap} insgesamt"))
    }));
    let more = [
        ("set by", "gesetzt von", &rule.set_by),
        ("shown by", "belegt durch", &rule.evidence),
        ("ends", "endet", &rule.auto_resume),
    ];
    for (english, german, text) in more {
        if !text.trim().is_empty() {
            parts.push(format!("{} {}", language.pick(english, german), text.trim()));
        }
    }
    let stops = language.pick("The clock stops for", "Die Uhr steht bei");
    Some(format!("{stops}: {}.", parts.join(", ")))
}

/// Minutes of the clock that the targets count.
fn length(reading: &Reading, minutes: Minutes) -> String {
    let sla = reading.sla;
    let target = sla.response.or(sla.completion).or(sla.acknowledge);
    let clock = target.map_or(ClockKind::Business, |it| it.clock);
    duration(minutes, clock, reading.day, Case::AtMost, reading.language)
}

fn usable(reading: &Reading, share: Share) -> String {
    let percent = if share.0.is_multiple_of(100) {
        (share.0 / 100).to_string()
    } else {
        let point = reading.language.pick('.', ',');
        format!("{}{point}{}", share.0 / 100, share.0 % 100 / 10)
    };
    reading.language.pick(
        format!("At least {percent} % of what arrives is usable as it comes."),
        format!("Mindestens {percent} % dessen, was ankommt, ist brauchbar, wie es kommt."),
    )
}

fn is_before(level: &EscalationLevel) -> bool {
    match level.offset {
        Some(offset) => offset.0 < 0,
        None => level.at_percent < 100,
    }
}

fn told(reading: &Reading, levels: &[&EscalationLevel], title: (&str, &str)) -> Option<String> {
    let said: Vec<String> = levels.iter().map(|it| level(reading, it)).collect();
    let title = reading.language.pick(title.0, title.1);
    (!said.is_empty()).then(|| format!("{title}: {}.", said.join("; ")))
}

fn level(reading: &Reading, level: &EscalationLevel) -> String {
    let language = reading.language;
    let when = match level.offset {
        Some(Minutes(0)) => language.pick("when it is due", "zur Frist").to_owned(),
        Some(Minutes(offset)) => {
            let time = length(reading, Minutes(offset.saturating_abs()));
            if offset < 0 {
                language.pick(format!("{time} before it is due"), format!("{time} vor der Frist"))
            } else {
                language.pick(format!("{time} after it is due"), format!("{time} nach der Frist"))
            }
        }
        None => {
            let percent = level.at_percent;
            language
                .pick(format!("at {percent} % of the time"), format!("nach {percent} % der Zeit"))
        }
    };
    let named = level.notify.map(|id| role(reading, id)).filter(|it| !it.is_empty());
    let contact = level.contact.trim();
    let nobody = language.pick("somebody not yet named", "eine noch nicht benannte Person");
    let who = match named {
        Some(role) if contact.is_empty() => role,
        Some(role) => format!("{role} ({contact})"),
        None if contact.is_empty() => nobody.to_owned(),
        None => contact.to_owned(),
    };
    let by = match level.channel.trim() {
        "" => String::new(),
        channel => language.pick(format!(" by {channel}"), format!(" über {channel}")),
    };
    let action = match level.action.trim().trim_end_matches('.') {
        "" => String::new(),
        action => format!(" ({action})"),
    };
    language.pick(
        format!("{who} is told{by} {when}{action}"),
        format!("{who} erfährt es{by} {when}{action}"),
    )
}

fn role(reading: &Reading, id: RoleId) -> String {
    reading.document.role(id).map(|it| it.name.trim().to_owned()).unwrap_or_default()
}

/// Who looks after it, from when, until when.
fn kept(reading: &Reading) -> Vec<String> {
    let (sla, language) = (reading.sla, reading.language);
    let on = |day: &str| (!day.trim().is_empty()).then(|| date(day, language));
    let mut said = Vec::new();
    let owner = sla.owner.map(|id| role(reading, id)).filter(|it| !it.is_empty());
    said.extend(match (owner, on(&sla.review_date)) {
        (Some(owner), Some(day)) => Some(language.pick(
            format!("{owner} looks after this agreement and reviews it on {day}."),
            format!("{owner} pflegt diese Vereinbarung und prüft sie am {day}."),
        )),
        (Some(owner), None) => Some(language.pick(
            format!("{owner} looks after this agreement."),
            format!("{owner} pflegt diese Vereinbarung."),
        )),
        (None, Some(day)) => Some(language.pick(
            format!("This agreement is reviewed on {day}."),
            format!("Diese Vereinbarung wird am {day} geprüft."),
        )),
        (None, None) => None,
    });
    said.extend(
        on(&sla.effective_from).map(|day| {
            language.pick(format!("It holds from {day}."), format!("Sie gilt ab {day}."))
        }),
    );
    said.extend(named(language.pick("Version", "Fassung"), &sla.version));
    let signed: Vec<String> = sla
        .signatures
        .iter()
        .filter(|it| !it.name.trim().is_empty())
        .map(|it| match on(&it.date) {
            Some(day) => format!("{}, {day}", it.name.trim()),
            None => it.name.trim().to_owned(),
        })
        .collect();
    said.extend(named(language.pick("Signed", "Unterschrieben"), &signed.join("; ")));
    said
}
