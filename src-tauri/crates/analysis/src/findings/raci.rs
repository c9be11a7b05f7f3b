//! Rows of the responsibility matrix under the rules of the engagement's scheme: RAC-001 to 007,
//! 010 to 012 (domain.md 5). Only letters that people set count here: what follows from a handoff by
//! itself is no row yet.

use super::case::Case;
use super::names;
use super::report::Report;
use super::rules::*;
use super::say::say;
use crate::language::Language;
use crate::responsibility::{Amount, Scheme, scheme};
use model::{RaciAssignment, RaciLetter, RecordId, RoleId, RowPart, StepId, Target, TeamId};
use std::collections::{BTreeMap, BTreeSet};

pub(super) type Rows<'a> = BTreeMap<Target, Vec<&'a RaciAssignment>>;

pub(super) fn check(case: &Case, report: &mut Report) {
    let chosen = case.document.the_engagement().map(|it| it.scheme).unwrap_or_default();
    let scheme = scheme(chosen);
    let mut rows: Rows = BTreeMap::new();
    for assignment in case.document.raci_assignments() {
        rows.entry(assignment.row).or_default().push(assignment);
    }
    rows.retain(|target, _| row(case, *target).is_some());
    for (target, cells) in &rows {
        if let Some((id, name)) = row(case, *target) {
            Line { case, scheme, id, name, cells }.check(report);
        }
    }
    sides(case, scheme, &rows, report);
    super::columns::check(case, scheme, &rows, report);
}

/// The record a row is about, if it is part of this state, and its name.
fn row(case: &Case, target: Target) -> Option<(RecordId, String)> {
    match target {
        Target::Handoff(id) => {
            let handoff = case.document.handoff(id)?;
            let connector = case.document.connector(handoff.connector)?;
            let here = connector.state == case.graph.state && case.document.crosses(connector);
            here.then(|| (id.into(), names::handoff(case.document, handoff, case.language)))
        }
        Target::Step(id) => {
            let step = case.document.step(id)?;
            let here = step.state == case.graph.state;
            here.then(|| (id.into(), case.step_name(step)))
        }
        _ => None,
    }
}

/// One row with all its parts.
struct Line<'a> {
    case: &'a Case<'a>,
    scheme: &'static Scheme,
    id: RecordId,
    name: String,
    cells: &'a [&'a RaciAssignment],
}

/// What a letter stands for, in a sentence about who holds it.
fn word(letter: RaciLetter, language: Language) -> &'static str {
    let (english, german) = match letter {
        RaciLetter::Responsible => ("responsible", "durchführend"),
        RaciLetter::Accountable => ("accountable", "verantwortlich"),
        RaciLetter::Consulted => ("consulted", "befragt"),
        RaciLetter::Informed => ("informed", "informiert"),
        RaciLetter::Support => ("signing", "unterzeichnend"),
        RaciLetter::Verify => ("verifying", "prüfend"),
        RaciLetter::Omitted => ("left out", "ausgenommen"),
        RaciLetter::Driver => ("driving", "treibend"),
        RaciLetter::Recommend => ("recommending", "empfehlend"),
        RaciLetter::Perform => ("performing", "ausführend"),
        RaciLetter::Manager => ("managing", "leitend"),
        RaciLetter::Owner => ("owning", "Eigner"),
        RaciLetter::Helper => ("helping", "helfend"),
    };
    language.pick(english, german)
}

impl Line<'_> {
    fn check(&self, report: &mut Report) {
        let case = self.case;
        self.amounts(report);
        let many = |letter| self.most(letter);
        let does = self.scheme.does;
        if self.amount(does) == Some(Amount::Some) && many(does) as f64 > self.case.limit(RAC_004) {
            let message = say!(
                case,
                "{count} roles are {held} for {name}.",
                "{count} Rollen sind {held} für {name}.",
                count = many(does),
                held = held(does, case.language),
                name = self.name
            );
            let hint = case.language.pick(
                "Keep the R with those who do the work.",
                "Lassen Sie das R bei denen, die die Arbeit tun.",
            );
            report.add(RAC_004, [self.id], message, hint);
        }
        if let Some(asked) = self.scheme.asked
            && many(asked) as f64 > self.case.limit(RAC_007)
        {
            let message = say!(
                case,
                "{count} roles are {held} about {name}.",
                "{count} Rollen sind {held} zu {name}.",
                count = many(asked),
                held = held(asked, case.language),
                name = self.name
            );
            report.add(
                RAC_007,
                [self.id],
                message,
                case.language.pick(
                    "Inform those whose answer does not change anything.",
                    "Informieren Sie die, deren Antwort nichts ändert.",
                ),
            );
        }
        self.no_blanks(report);
        self.strangers(report);
    }

    fn amount(&self, letter: RaciLetter) -> Option<Amount> {
        self.scheme.amounts.iter().find(|(of, _)| *of == letter).map(|(_, amount)| *amount)
    }

    /// The parts that the row is split into.
    fn parts(&self) -> BTreeSet<RowPart> {
        self.cells.iter().map(|cell| cell.part).collect()
    }

    fn count(&self, letter: RaciLetter, part: RowPart) -> usize {
        let of_part = self.cells.iter().filter(|cell| cell.part == part);
        of_part.filter(|cell| cell.letters.contains(&letter)).count()
    }

    fn most(&self, letter: RaciLetter) -> usize {
        self.parts().into_iter().map(|part| self.count(letter, part)).max().unwrap_or(0)
    }

    /// RAC-001 to 003: how many hold the letters that a row cannot do without. Each part of a split
    /// row counts by itself; what is wrong in several of them is one finding.
    fn amounts(&self, report: &mut Report) {
        let (case, name) = (self.case, &self.name);
        for (letter, amount) in self.scheme.amounts {
            let counts: Vec<usize> =
                self.parts().into_iter().map(|part| self.count(*letter, part)).collect();
            let none = counts.contains(&0) && *amount != Amount::AtMostOne;
            let several = counts.iter().copied().max().filter(|most| *most > 1);
            let answers = *letter == self.scheme.answers;
            let (word, held) = (letter.word(), held(*letter, case.language));
            if none {
                let (rule, hint) = if answers {
                    let hint = say!(
                        case,
                        "Give one role the {word}.",
                        "Geben Sie einer Rolle das {word}."
                    );
                    (RAC_001, hint)
                } else {
                    let hint = match case.language {
                        Language::English => {
                            format!("Give {} {word} to the role that does it.", article(word))
                        }
                        Language::German => {
                            format!("Geben Sie ein {word} der Rolle, die es tut.")
                        }
                    };
                    (RAC_003, hint)
                };
                let message =
                    say!(case, "Nobody is {held} for {name}.", "Niemand ist {held} für {name}.");
                report.add(rule, [self.id], message, &hint);
            }
            if let Some(several) = several
                && *amount != Amount::Some
            {
                report.add(
                    RAC_002,
                    [self.id],
                    say!(
                        case,
                        "{several} roles are {held} for {name}.",
                        "{several} Rollen sind {held} für {name}."
                    ),
                    &say!(
                        case,
                        "Leave the {word} with one; if the two differ, split the row into release \
                         and accept.",
                        "Lassen Sie das {word} bei einer; sind es wirklich zwei, teilen Sie die \
                         Zeile in Freigabe und Annahme."
                    ),
                );
            }
        }
    }

    /// RAC-005: a role that is left out has no part.
    fn no_blanks(&self, report: &mut Report) {
        let case = self.case;
        let roles = case.document.roles().count();
        let takes =
            |cell: &&&RaciAssignment| cell.letters.iter().any(|it| *it != RaciLetter::Omitted);
        let filled: BTreeSet<RoleId> =
            self.cells.iter().filter(takes).map(|cell| cell.role).collect();
        if roles > 1 && filled.len() == roles {
            report.add(
                RAC_005,
                [self.id],
                say!(
                    case,
                    "Every role has a part in {name}.",
                    "Jede Rolle hat einen Anteil an {name}.",
                    name = self.name
                ),
                case.language.pick(
                    "Leave out those who need not be involved.",
                    "Lassen Sie weg, wer nicht beteiligt sein muss.",
                ),
            );
        }
    }

    /// RAC-010. A letter on a role that is gone cannot be: it goes with the role.
    fn strangers(&self, report: &mut Report) {
        let case = self.case;
        let strange: BTreeSet<&str> = self
            .cells
            .iter()
            .flat_map(|cell| cell.letters.iter())
            .filter(|letter| !self.scheme.letters.contains(letter))
            .map(|letter| letter.word())
            .collect();
        if !strange.is_empty() {
            let named: Vec<String> = strange.into_iter().map(str::to_owned).collect();
            report.add(
                RAC_010,
                [self.id],
                say!(
                    case,
                    "{name} has letters of another scheme: {letters}.",
                    "{name} hat Buchstaben eines anderen Schemas: {letters}.",
                    name = self.name,
                    letters = case.list(&named)
                ),
                case.language.pick(
                    "Give these roles a letter of the scheme that is chosen, or choose the other \
                 one.",
                    "Geben Sie diesen Rollen einen Buchstaben des gewählten Schemas, oder wählen \
                 Sie das andere.",
                ),
            );
        }
    }
}

/// `accountable (A)`.
fn held(letter: RaciLetter, language: Language) -> String {
    format!("{} ({})", word(letter, language), letter.word())
}

/// `an R`, `a D`.
fn article(word: &str) -> &'static str {
    if word.starts_with(['A', 'E', 'F', 'H', 'I', 'M', 'O', 'R', 'S']) { "an" } else { "a" }
}

/// RAC-006, 011 and 012: both sides of a handoff take part in its row, and its A is the handoff's.
fn sides(case: &Case, scheme: &Scheme, rows: &Rows, report: &mut Report) {
    for crossing in &case.crossings {
        let handoff = crossing.handoff;
        let name = &crossing.name;
        let Some(cells) = rows.get(&Target::Handoff(handoff.id)) else {
            report.add(
                RAC_011,
                [handoff.id],
                say!(
                    case,
                    "{name} has no row in the responsibility matrix.",
                    "{name} hat keine Zeile in der Verantwortungsmatrix."
                ),
                case.language.pick(
                    "Say who is responsible, accountable, consulted and informed.",
                    "Sagen Sie, wer durchführt, verantwortet, befragt und informiert wird.",
                ),
            );
            continue;
        };
        for step in [crossing.from.id, crossing.to.id] {
            let Some(team) = own_team(case, step) else { continue };
            if !takes_part(case, scheme, cells, team) {
                let about = case.lane_of(team).map(RecordId::from);
                report.add(
                    RAC_006,
                    [RecordId::from(handoff.id)].into_iter().chain(about),
                    say!(
                        case,
                        "{team} has no R or A in {name}.",
                        "{team} hat weder R noch A in {name}.",
                        team = case.team(team)
                    ),
                    case.language.pick(
                        "The sender holds an R, the receiver an R or the A.",
                        "Der Absender hat ein R, der Empfänger ein R oder das A.",
                    ),
                );
            }
        }
        let answers = |cell: &&&RaciAssignment| cell.letters.contains(&scheme.answers);
        let holders: Vec<RoleId> = cells.iter().filter(answers).map(|cell| cell.role).collect();
        if let Some(role) = handoff.accountable
            && !holders.is_empty()
            && !holders.contains(&role)
        {
            let said = case.document.role(role).map(|it| it.name.as_str()).unwrap_or_default();
            report.add(
                RAC_012,
                [handoff.id],
                say!(
                    case,
                    "{said} answers for {name}, but the {letter} of its row is another role’s.",
                    "{said} verantwortet {name}, aber das {letter} der Zeile hat eine andere \
                 Rolle.",
                    letter = scheme.answers.word()
                ),
                case.language.pick(
                    "Make the two the same, or split the row into release and accept.",
                    "Machen Sie beide gleich, oder teilen Sie die Zeile in Freigabe und Annahme.",
                ),
            );
        }
    }
}

/// The team of a step, unless it is external.
fn own_team(case: &Case, step: StepId) -> Option<TeamId> {
    let team = case.document.team_of(case.document.step(step)?)?;
    (!team.external).then_some(team.id)
}

fn takes_part(case: &Case, scheme: &Scheme, cells: &[&RaciAssignment], team: TeamId) -> bool {
    let letters = [scheme.does, scheme.answers, scheme.sends, scheme.receives];
    cells.iter().any(|cell| {
        let here = case.document.role(cell.role).is_some_and(|role| role.team == Some(team));
        here && letters.iter().any(|letter| cell.letters.contains(letter))
    })
}
