//! A service level as sentences that a client reads, English and German: what is promised, in how
//! many cases, in which calendar, when the clock stops, and what happens when it is late.

use super::conditions;
use super::counted::{Counted, counted};
use super::times::{Case, target};
use crate::findings::names;
use crate::language::Language;
use model::{
    Calendar, ClockKind, CompletionFrom, Document, Handoff, ObjectiveWindow, Share, Sla, TimeTarget,
};

/// A service level read aloud, one sentence for each thing it says. Who receives is named where all
/// handoffs that use it reach one team.
pub fn sentences(document: &Document, sla: &Sla, language: Language) -> Vec<String> {
    Reading::of(document, sla, None, language).all()
}

/// The same for one of the handoffs that use it.
pub(super) fn sentences_at(
    document: &Document,
    sla: &Sla,
    handoff: &Handoff,
    language: Language,
) -> Vec<String> {
    Reading::of(document, sla, Some(handoff), language).all()
}

/// What is needed to read a service level.
pub(super) struct Reading<'a> {
    pub document: &'a Document,
    pub sla: &'a Sla,
    pub language: Language,
    /// Working minutes in a day of its calendar; 0 where its days differ.
    pub day: i64,
    receiver: Option<String>,
    calendar: Option<&'a Calendar>,
}

impl<'a> Reading<'a> {
    fn of(
        document: &'a Document,
        sla: &'a Sla,
        handoff: Option<&Handoff>,
        language: Language,
    ) -> Reading<'a> {
        let Counted { calendar, day, receiver } = counted(document, sla, handoff);
        let receiver = receiver.map(|team| names::team(team, language).to_owned());
        Reading { document, sla, language, day, receiver, calendar }
    }

    fn all(&self) -> Vec<String> {
        let mut said = conditions::applies(self);
        said.extend(self.targets());
        said.extend(conditions::all(self));
        said
    }

    fn targets(&self) -> Vec<String> {
        let sla = self.sla;
        let later = sla.completion_objective.or(sla.objective);
        let mut said = Vec::new();
        let mut add = |sentence: Option<(String, TimeTarget, Option<Share>)>| {
            if let Some((sentence, target, objective)) = sentence {
                // How the cases are counted is said once.
                let counted =
                    if said.is_empty() { self.counted(target.clock) } else { String::new() };
                said.push(format!("{sentence}{}{counted}.", self.objective(objective)));
            }
        };
        if sla.end_to_end.is_some() {
            add(sla.completion.map(|it| (self.end_to_end(it), it, later)));
        } else {
            add(sla.acknowledge.map(|it| (self.acknowledge(it), it, sla.objective)));
            add(sla.response.map(|it| (self.response(it), it, sla.objective)));
            add(sla.completion.map(|it| (self.completion(it), it, later)));
        }
        let means = [
            (sla.response.is_some(), &sla.response_means, "A response means", "Reagieren heißt"),
            (sla.completion.is_some(), &sla.completion_means, "Complete means", "Fertig heißt"),
        ];
        for (there, text, english, german) in means {
            let name = self.language.pick(english, german);
            said.extend(conditions::named(name, text).filter(|_| there));
        }
        said
    }

    fn receiver(&self) -> &str {
        let nobody = self.language.pick("The receiver", "Das empfangende Team");
        self.receiver.as_deref().unwrap_or(nobody)
    }

    /// `within` a target.
    fn within(&self, it: TimeTarget) -> String {
        let time = target(it, self.day, Case::Within, self.language);
        self.language.pick(format!("within {time}"), format!("innerhalb von {time}"))
    }

    fn acknowledge(&self, it: TimeTarget) -> String {
        let (who, within) = (self.receiver(), self.within(it));
        self.language.pick(
            format!("{who} confirms receipt {within}"),
            format!("{who} bestätigt den Eingang {within}"),
        )
    }

    fn response(&self, it: TimeTarget) -> String {
        let (who, within) = (self.receiver(), self.within(it));
        self.language.pick(
            format!("{who} accepts or returns {within}"),
            format!("{who} nimmt {within} an oder gibt zurück"),
        )
    }

    fn completion(&self, it: TimeTarget) -> String {
        let (who, within) = (self.receiver(), self.within(it));
        let from = match self.sla.completion_from {
            CompletionFrom::Acceptance => self.language.pick("of acceptance", "nach der Annahme"),
            CompletionFrom::Release => self.language.pick("of release", "nach der Freigabe"),
        };
        self.language.pick(
            format!("{who} completes the work {within} {from}"),
            format!("{who} schließt die Arbeit {within} {from} ab"),
        )
    }

    fn end_to_end(&self, it: TimeTarget) -> String {
        let name = |id| {
            let step = self.document.step(id);
            step.map_or_else(String::new, |step| names::step(self.document, step, self.language))
        };
        let ends = self.sla.end_to_end.map(|way| (name(way.from), name(way.to)));
        let (from, to) = ends.unwrap_or_default();
        let time = target(it, self.day, Case::AtMost, self.language);
        self.language.pick(
            format!("From the end of {from} to the end of {to} it takes at most {time}"),
            format!("Vom Ende von {from} bis zum Ende von {to} dauert es höchstens {time}"),
        )
    }

    /// ` in 95 of 100 cases`.
    fn objective(&self, share: Option<Share>) -> String {
        let Some(Share(share)) = share else { return String::new() };
        let (met, of) = match share {
            it if it % 100 == 0 => ((it / 100).to_string(), "100"),
            it if it % 10 == 0 => ((it / 10).to_string(), self.language.pick("1,000", "1.000")),
            it => (it.to_string(), self.language.pick("10,000", "10.000")),
        };
        self.language
            .pick(format!(" in {met} of {of} cases"), format!(", in {met} von {of} Fällen"))
    }

    /// `, counted per month in the calendar Mon to Fri 9 to 17 Berlin`.
    fn counted(&self, clock: ClockKind) -> String {
        let window = self.sla.objective_window.map(|it| match it {
            ObjectiveWindow::Week => self.language.pick("per week", "je Woche"),
            ObjectiveWindow::Month => self.language.pick("per month", "je Monat"),
            ObjectiveWindow::Quarter => self.language.pick("per quarter", "je Quartal"),
        });
        let hours = match (clock, self.calendar) {
            (ClockKind::Elapsed, _) => {
                Some(self.language.pick("day and night", "Tag und Nacht").to_owned())
            }
            (ClockKind::Business, Some(it)) if !it.name.trim().is_empty() => {
                let name = it.name.trim();
                let english = format!("in the calendar {name}");
                Some(self.language.pick(english, format!("im Kalender {name}")))
            }
            (ClockKind::Business, _) => None,
        };
        let parts: Vec<String> = window.map(str::to_owned).into_iter().chain(hours).collect();
        if parts.is_empty() {
            return String::new();
        }
        format!("{} {}", self.language.pick(", counted", ", gezählt"), parts.join(" "))
    }
}
