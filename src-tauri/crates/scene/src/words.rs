//! The few words a scene draws by itself, and durations in the clock of the process. The words
//! are data, so that a map can speak another language than the kernel's.

pub use analysis::Language;
use model::{Clock, Confidence, DelayCause, Estimate, Minutes, Share};

/// The words on a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// After a wait without cause: "1.5 d wait".
    pub wait: String,
    /// On a handoff without target.
    pub no_sla: String,
    /// Before a target.
    pub sla: String,
    /// After a %C&A.
    pub complete_accurate: String,
    /// Minutes, hours, days.
    pub units: [String; 3],
    /// One person, several people.
    pub people: [String; 2],
    /// Under the name of an external party.
    pub external: String,
    /// The title of the ladder's totals.
    pub lead_time: String,
    /// Under it.
    pub process_time: String,
    /// Under that.
    pub activity_ratio: String,
    /// What stands for a number nobody knows.
    pub unknown: String,
    /// Between whole numbers and tenths.
    pub point: char,
    /// On a step of a compared map that the other state does not have.
    pub new: String,
    /// On one that is otherwise there.
    pub changed: String,
    /// On one that became part of another.
    pub merged: String,
    /// On one that became several.
    pub split: String,
    /// On one that goes.
    pub removed: String,
    /// The delay causes, in the order of [`DelayCause::ALL`].
    pub causes: Vec<String>,
}

impl Default for Words {
    fn default() -> Self {
        Words::english()
    }
}

impl Words {
    /// English.
    pub fn english() -> Words {
        let causes = [
            "queue",
            "priority",
            "off shift",
            "batch",
            "approval",
            "missing information",
            "rework",
            "ping-pong",
            "no owner",
            "unnoticed",
            "appointment",
            "capacity",
            "external",
            "transport",
            "system",
            "policy",
            "other",
        ];
        Words {
            wait: "wait".into(),
            no_sla: "no SLA".into(),
            sla: "SLA".into(),
            complete_accurate: "C&A".into(),
            units: ["min".into(), "h".into(), "d".into()],
            people: ["person".into(), "people".into()],
            external: "External".into(),
            lead_time: "Lead time".into(),
            process_time: "Process time".into(),
            activity_ratio: "Activity ratio".into(),
            unknown: "—".into(),
            point: '.',
            new: "new".into(),
            changed: "changed".into(),
            merged: "merged".into(),
            split: "split".into(),
            removed: "removed".into(),
            causes: causes.map(str::to_owned).to_vec(),
        }
    }

    /// German.
    pub fn german() -> Words {
        let causes = [
            "Warteschlange",
            "Vorrang anderer",
            "außer Dienst",
            "Stapel",
            "Freigabe",
            "Angaben fehlen",
            "Nacharbeit",
            "Pingpong",
            "ohne Zuständige",
            "unbemerkt",
            "Termin",
            "Kapazität",
            "extern",
            "Transport",
            "System",
            "Vorschrift",
            "Sonstiges",
        ];
        Words {
            wait: "Wartezeit".into(),
            no_sla: "ohne SLA".into(),
            sla: "SLA".into(),
            complete_accurate: "C&A".into(),
            units: ["min".into(), "h".into(), "d".into()],
            people: ["Person".into(), "Personen".into()],
            external: "Extern".into(),
            lead_time: "Durchlaufzeit".into(),
            process_time: "Bearbeitungszeit".into(),
            activity_ratio: "Aktivitätsgrad".into(),
            unknown: "—".into(),
            point: ',',
            new: "neu".into(),
            changed: "geändert".into(),
            merged: "vereint".into(),
            split: "geteilt".into(),
            removed: "entfällt".into(),
            causes: causes.map(str::to_owned).to_vec(),
        }
    }

    /// The words of a language.
    pub fn of(language: Language) -> Words {
        match language {
            Language::English => Words::english(),
            Language::German => Words::german(),
        }
    }

    /// The name of a delay cause.
    pub fn cause(&self, cause: DelayCause) -> &str {
        let at = DelayCause::ALL.iter().position(|it| *it == cause).unwrap_or_default();
        self.causes.get(at).map_or(cause.word(), String::as_str)
    }

    /// Minutes in the largest unit that keeps them readable, to one decimal: "45 min", "1.5 h",
    /// "34.5 d".
    pub fn duration(&self, minutes: i64, clock: Clock) -> String {
        let day = i64::from(clock.minutes_per_day.max(1));
        let [min, hour, days] = &self.units;
        if minutes < 60 {
            format!("{minutes} {min}")
        } else if minutes < day {
            format!("{} {hour}", self.tenths(minutes, 60))
        } else {
            format!("{} {days}", self.tenths(minutes, day))
        }
    }

    /// An estimate of time, marked by how well it is known: "4 h", "~4 h", "4 h?".
    pub fn estimate(&self, estimate: &Estimate<Minutes>, clock: Clock) -> String {
        marked(&self.duration(i64::from(estimate.usual.0), clock), estimate.confidence)
    }

    /// A share: "85 %", or "85 %?" when it is a guess. What receivers say of their input and how
    /// often a branch is taken are estimates by nature, so those go without a mark.
    pub fn share(&self, share: Share, confidence: Confidence) -> String {
        let text = self.percent(share);
        if confidence == Confidence::Guessed { format!("{text}?") } else { text }
    }

    /// A share as percent, to one decimal when it has one.
    pub fn percent(&self, share: Share) -> String {
        format!("{} %", self.tenths(i64::from(share.0), 100))
    }

    /// `value / unit` to one decimal, without a trailing zero.
    fn tenths(&self, value: i64, unit: i64) -> String {
        let tenths = (value * 10 + unit / 2) / unit;
        if tenths % 10 == 0 {
            (tenths / 10).to_string()
        } else {
            format!("{}{}{}", tenths / 10, self.point, tenths % 10)
        }
    }
}

/// A number with its mark: measured plain, estimated with a tilde, guessed with a question mark.
fn marked(text: &str, confidence: Confidence) -> String {
    match confidence {
        Confidence::Measured => text.to_owned(),
        Confidence::Estimated => format!("~{text}"),
        Confidence::Guessed => format!("{text}?"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_short_and_true() {
        let words = Words::english();
        let office = Clock::default();
        let said = |minutes| words.duration(minutes, office);
        assert_eq!(said(0), "0 min");
        assert_eq!(said(59), "59 min");
        assert_eq!(said(60), "1 h");
        assert_eq!(said(90), "1.5 h");
        assert_eq!(said(480), "1 d");
        assert_eq!(said(720), "1.5 d");
        assert_eq!(said(16570), "34.5 d");
        assert_eq!(words.percent(Share::percent(85)), "85 %");
        assert_eq!(words.percent(Share(367)), "3.7 %");
        assert_eq!(Words::german().percent(Share(367)), "3,7 %");
        let guess = Estimate { confidence: Confidence::Guessed, ..Estimate::of(Minutes(240)) };
        assert_eq!(words.estimate(&guess, office), "4 h?");
    }

    #[test]
    fn every_cause_has_a_name() {
        for language in [Language::English, Language::German] {
            let words = Words::of(language);
            assert_eq!(words.causes.len(), DelayCause::ALL.len());
            assert!(words.causes.iter().all(|name| !name.is_empty()));
        }
    }
}
