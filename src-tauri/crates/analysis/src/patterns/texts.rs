//! What patterns write into a map, in the language of the view: the only words of theirs that become
//! part of the document.

use crate::language::Language;
use model::Share;

pub(super) fn filled(language: Language) -> String {
    let form = [
        "Every required field of the form is filled",
        "Jedes Pflichtfeld des Formulars ist ausgefüllt",
    ];
    language.pick(form[0], form[1]).to_owned()
}

pub(super) fn checked(language: Language) -> String {
    let said = [
        "The sender has checked the form against the criteria of the receiver",
        "Der Abgebende hat das Formular gegen die Kriterien des Annehmenden geprüft",
    ];
    language.pick(said[0], said[1]).to_owned()
}

pub(super) fn each_item(language: Language) -> String {
    language.pick("Release of each item", "Freigabe jedes einzelnen Vorgangs").to_owned()
}

pub(super) fn back_to_sender(language: Language) -> String {
    let said = ["To the sender, with a reason", "An den Abgebenden, mit Grund"];
    language.pick(said[0], said[1]).to_owned()
}

pub(super) fn not_accepted(language: Language) -> String {
    language.pick("not accepted", "nicht angenommen").to_owned()
}

pub(super) fn response(language: Language, handoff: &str) -> String {
    match language {
        Language::English => format!("{handoff}: accept or return"),
        Language::German => format!("{handoff}: annehmen oder zurückgeben"),
    }
}

pub(super) fn within_rule(language: Language) -> String {
    language.pick("Within the rule?", "Im Rahmen der Regel?").to_owned()
}

pub(super) fn by_rule(language: Language) -> String {
    language.pick("within the rule", "im Rahmen der Regel").to_owned()
}

pub(super) fn exception(language: Language) -> String {
    language.pick("exception", "Ausnahme").to_owned()
}

pub(super) fn second_person(language: Language, team: &str) -> String {
    match language {
        Language::English => format!("Second person in {team}"),
        Language::German => format!("Zweite Person in {team}"),
    }
}

/// "Guessed: 4 % come back instead of 15 %."
pub(super) fn comes_back(language: Language, now: Option<Share>, then: Share) -> String {
    let share = |it| percent(language, it);
    match (language, now) {
        (Language::English, Some(now)) => {
            format!("Guessed: {} come back instead of {}.", share(then), share(now))
        }
        (Language::English, None) => format!("Guessed: {} come back.", share(then)),
        (Language::German, Some(now)) => {
            format!("Vermutet: {} kommen zurück statt {}.", share(then), share(now))
        }
        (Language::German, None) => format!("Vermutet: {} kommen zurück.", share(then)),
    }
}

/// "Guessed: 25 % are exceptions that somebody has to approve."
pub(super) fn exceptions(language: Language, then: Share) -> String {
    let share = percent(language, then);
    match language {
        Language::English => {
            format!("Guessed: {share} are exceptions that somebody has to approve.")
        }
        Language::German => {
            format!("Vermutet: {share} sind Ausnahmen, die jemand genehmigen muss.")
        }
    }
}

fn percent(language: Language, share: Share) -> String {
    let (whole, rest) = (share.0 / 100, share.0 % 100);
    let point = language.pick('.', ',');
    match rest {
        0 => format!("{whole} %"),
        rest if rest % 10 == 0 => format!("{whole}{point}{} %", rest / 10),
        rest => format!("{whole}{point}{rest:02} %"),
    }
}
