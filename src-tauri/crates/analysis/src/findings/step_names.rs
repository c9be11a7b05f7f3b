//! What steps are called: FLW-014 as far as it asks for verb and noun. It speaks up only where no
//! reading of a name has both: a name of one word, a number of a step, a noun that an “of” follows,
//! or a German name that begins with a noun of doing and has no verb.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use super::say::say;
use super::words::written;
use model::StepKind;

/// Words that stand for any work.
const ANY_WORK: &[&str] =
    &["step", "task", "activity", "process", "schritt", "aufgabe", "aktivität", "tätigkeit"];

/// How English nouns of doing end.
const ENGLISH_NOUNS: &[&str] = &["tion", "sion", "ment", "val", "ance", "ence", "ing", "ysis"];

/// How German nouns of doing end.
const GERMAN_NOUNS: &[&str] = &["ung", "ungen", "tion", "nahme", "gabe"];

/// Small words that German names have and English ones have not.
const GERMAN_SMALL: &[&str] =
    &["der", "die", "das", "des", "dem", "den", "und", "für", "von", "vom", "zur", "zum", "mit"];

pub(super) fn check(case: &Case, report: &mut Report) {
    for step in case.steps().filter(|step| step.shape == StepKind::Step) {
        let words = written(&step.name);
        if !words.is_empty() && !may_have_both(&words) {
            report.add(
                FLW_014,
                [step.id],
                say!(
                    case,
                    "{it} does not say what is done to what.",
                    "{it} sagt nicht, was womit getan wird.",
                    it = case.step_name(step)
                ),
                case.language.pick(
                    "Name it with a verb and a noun, such as “Check invoice”.",
                    "Nennen Sie ihn mit Verb und Hauptwort, etwa „Rechnung prüfen“.",
                ),
            );
        }
    }
}

/// Whether a name may have a verb and a noun.
fn may_have_both(words: &[&str]) -> bool {
    let spoken: Vec<&str> =
        words.iter().copied().filter(|word| word.contains(char::is_alphabetic)).collect();
    match spoken.as_slice() {
        [] | [_] => false,
        [first, rest @ ..] => {
            let small = first.to_lowercase();
            let ends = |endings: &[&str]| endings.iter().any(|ending| small.ends_with(ending));
            let of = ends(ENGLISH_NOUNS) && rest.first().is_some_and(|word| *word == "of");
            let german = rest.iter().any(|word| GERMAN_SMALL.contains(word));
            let noun = german && ends(GERMAN_NOUNS) && !rest.iter().any(|word| is_infinitive(word));
            let any_work = ANY_WORK.contains(&small.as_str())
                && words.len() == 2
                && rest.first().is_some_and(|word| word.chars().count() == 1);
            !of && !noun && !any_work
        }
    }
}

/// German verbs stand at the end and are written small: “schreiben”, “wechseln”.
fn is_infinitive(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
        && !GERMAN_SMALL.contains(&word)
        && ["en", "ern", "eln"].iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_cannot_be_read_otherwise_are_told() {
        let fine = [
            "Draft proposal",
            "First medical assessment",
            "Review of results",
            "Auto-enrich, score and route MQL",
            "Angebot schreiben",
            "Rechnung an den Kunden senden",
            "Prüfe die Unterlagen",
            "Vergabe mit dem Kunden klären",
            "Kunden anrufen",
            "Do A",
        ];
        for name in fine {
            assert!(may_have_both(&written(name)), "{name}");
        }
        let told = [
            "Approval",
            "Angebotsprüfung",
            "Step 3",
            "Schritt A",
            "Approval of contract",
            "Preparation of the bed",
            "Prüfung der Unterlagen",
            "Bestellung und Versand",
            "12",
        ];
        for name in told {
            assert!(!may_have_both(&written(name)), "{name}");
        }
    }
}
