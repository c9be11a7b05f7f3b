//! The things of a document that can stand in a capture line, by how well they fit what is typed:
//! names that begin so first, then names with a word that begins so, then those of these initials.

use super::Context;
use super::complete::{Suggested, SuggestedKind};
use super::line::Capturing;
use super::word::{Of, WORDS};
use crate::words::{cause_phrase, first_word, quoted, written};
use model::*;
use std::collections::BTreeMap;

/// Most items that are offered.
pub(super) const MOST: usize = 8;

pub(super) struct Suggesting<'d> {
    document: &'d Document,
    context: Context,
    capturing: Capturing<'d>,
}

impl<'d> Suggesting<'d> {
    pub fn of(document: &'d Document, context: &Context) -> Suggesting<'d> {
        Suggesting { document, context: *context, capturing: Capturing::of(document, context) }
    }

    /// The team that is meant before a colon, else where the line goes on.
    pub fn team(&self, said: Option<&str>) -> Option<TeamId> {
        match said {
            Some(name) => self.capturing.team_called(name.trim_matches('"'), false, false),
            None => self.capturing.team,
        }
    }

    /// The team of the step before the arrow.
    pub fn before(&self) -> Option<TeamId> {
        self.context.after.and_then(|step| self.capturing.work.team_of(step))
    }

    /// What a step's place can begin with: teams and steps; after an arrow back, steps.
    pub fn heads(&self, typed: &str, back: bool) -> Vec<Suggested> {
        let mut all = Vec::new();
        if !back {
            all.extend(self.teams(typed));
        }
        if back || !bare(typed).is_empty() {
            all.extend(self.steps(typed, None));
        }
        all.truncate(MOST);
        all
    }

    fn teams(&self, typed: &str) -> Vec<Suggested> {
        let lanes = self.document.lanes_of(self.context.state);
        let teams = lanes.iter().filter_map(|lane| self.document.team(lane.team));
        // The team one is in needs no naming.
        let here = |team: &Team| bare(typed).is_empty() && Some(team.id) == self.capturing.team;
        let names = teams.filter(|team| !here(team)).filter_map(|team| {
            let by_code = !team.code.is_empty() && begins(&team.code, bare(typed));
            let fit = fit(&team.name, bare(typed)).or(by_code.then_some(2))?;
            Some((fit, format!("{}: ", headed(&team.name))))
        });
        ranked(names, SuggestedKind::Team)
    }

    /// Steps of the team before the colon.
    pub fn steps_of(&self, team: &str, typed: &str) -> Vec<Suggested> {
        match self.team(Some(team)) {
            Some(team) if !bare(typed).is_empty() => self.steps(typed, Some(team)),
            _ => Vec::new(),
        }
    }

    /// Steps; those whose name is not the only one of its kind with their team.
    fn steps(&self, typed: &str, team: Option<TeamId>) -> Vec<Suggested> {
        let work = &self.capturing.work;
        let steps = self.document.steps_of(self.context.state);
        let inside = steps.filter(|it| team.is_none() || work.team_of(it.id) == team);
        let here = self.capturing.team;
        let names = inside.filter(|it| !it.name.is_empty()).filter_map(|step| {
            let name = headed(&step.name);
            let of = work.team_of(step.id);
            let alone = team.is_some() || of == here || work.steps_called(&step.name).len() == 1;
            let prefix = match of.and_then(|id| self.document.team(id)) {
                Some(team) if !alone => format!("{}: ", headed(&team.name)),
                _ => String::new(),
            };
            Some((fit(&step.name, bare(typed))?, format!("{prefix}{name}")))
        });
        ranked(names, SuggestedKind::Step)
    }

    /// Causes: those of the file by how often they are there, then the others.
    pub fn causes(&self, typed: &str) -> Vec<Suggested> {
        let used = counted(self.document.connectors().filter_map(|it| it.cause));
        let mut all = DelayCause::ALL.to_vec();
        all.sort_by_key(|cause| std::cmp::Reverse(used.get(cause).copied().unwrap_or(0)));
        let names = all.iter().filter_map(|cause| {
            let phrase = cause_phrase(*cause);
            let (small, rest) = first_word(&phrase);
            let word = if matches!(small, "in" | "for") { rest } else { &phrase };
            Some((fit(word, bare(typed))?, word.to_owned()))
        });
        ranked(names, SuggestedKind::Cause)
    }

    pub fn systems(&self, typed: &str) -> Vec<Suggested> {
        let used = counted(self.document.steps().flat_map(|it| it.systems.iter()));
        by_count(used, typed, SuggestedKind::System)
    }

    pub fn channels(&self, typed: &str) -> Vec<Suggested> {
        let said = self.document.connectors().map(|it| &it.channel).filter(|it| !it.is_empty());
        by_count(counted(said), typed, SuggestedKind::Channel)
    }

    /// Roles: those of the team first.
    pub fn roles(&self, typed: &str, team: Option<TeamId>) -> Vec<Suggested> {
        let mut all: Vec<&Role> = self.document.roles().filter(|it| !it.name.is_empty()).collect();
        all.sort_by_key(|role| role.team != team);
        let names =
            all.iter().filter_map(|it| Some((fit(&it.name, bare(typed))?, written(&it.name))));
        ranked(names, SuggestedKind::Role)
    }

    /// Words of the notation, those that can be said here.
    pub fn words(&self, typed: &str, arrow: bool) -> Vec<Suggested> {
        let fits = WORDS.iter().filter(|it| arrow || matches!(it.of, Of::Step | Of::Either));
        let names = fits.filter_map(|it| {
            let end = if it.more { " " } else { "" };
            Some((fit(it.text, typed)?, format!("{}{end}", it.text)))
        });
        let values = ["value-adding", "necessary", "unnecessary"];
        let values = values.iter().filter_map(|it| Some((fit(it, typed)?, (*it).to_owned())));
        let known = ["measured", "estimated", "guessed"];
        let known = known.iter().filter_map(|it| Some((fit(it, typed)?, (*it).to_owned())));
        ranked(names.chain(values).chain(known), SuggestedKind::Word)
    }

    /// Words that begin lines, once two letters of one are there.
    pub fn line_words(&self, typed: &str) -> Vec<Suggested> {
        let all = ["pain ", "start ", "end ", "decision ", "team ", "role "];
        let fits = all.iter().filter(|it| typed.len() > 1 && it.starts_with(typed));
        ranked(fits.map(|it| (0, (*it).to_owned())), SuggestedKind::Word)
    }

    pub fn pain_words(&self, typed: &str) -> Vec<Suggested> {
        let all = ["at ", "cause ", "waste ", "severity "];
        let fits = all.iter().filter(|it| it.starts_with(&typed.to_lowercase()));
        ranked(fits.map(|it| (0, (*it).to_owned())), SuggestedKind::Word)
    }
}

/// How well a name fits, 0 best: it begins so, a word of it does, its words have these initials.
fn fit(name: &str, typed: &str) -> Option<u8> {
    if begins(name, typed) {
        return Some(0);
    }
    let words = || name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    if words().any(|word| begins(word, typed)) {
        return Some(1);
    }
    let initials: String = words().filter_map(|word| word.chars().next()).collect();
    (typed.chars().count() > 1 && begins(&initials, typed)).then_some(2)
}

fn begins(name: &str, typed: &str) -> bool {
    name.to_lowercase().starts_with(&typed.to_lowercase())
}

/// What is typed, without the quotation mark that opens it.
fn bare(typed: &str) -> &str {
    typed.strip_prefix('"').unwrap_or(typed)
}

/// A name as it stands at the head of a leg.
fn headed(name: &str) -> String {
    let cut = name.contains([':', '>', '→', '|']) || name.ends_with("(external)");
    let listed = super::list::bare(&crate::lex::Part {
        text: name,
        spot: crate::error::Spot { line: 1, column: 1 },
    });
    if cut || listed.text.len() < name.len() { quoted(name) } else { written(name) }
}

/// The best fits, each once.
fn ranked(names: impl Iterator<Item = (u8, String)>, kind: SuggestedKind) -> Vec<Suggested> {
    let mut all: Vec<(u8, String)> = names.collect();
    all.sort_by_key(|(fit, _)| *fit);
    let mut items: Vec<Suggested> = Vec::new();
    for (_, text) in all {
        if items.len() < MOST && !items.iter().any(|it| it.text == text) {
            items.push(Suggested { text, kind });
        }
    }
    items
}

fn counted<T: Ord>(all: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for it in all {
        *counts.entry(it).or_default() += 1;
    }
    counts
}

fn by_count(used: BTreeMap<&String, usize>, typed: &str, kind: SuggestedKind) -> Vec<Suggested> {
    let mut all: Vec<(&String, usize)> = used.into_iter().collect();
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let names = all.iter().filter_map(|(it, _)| Some((fit(it, bare(typed))?, written(it))));
    ranked(names, kind)
}
