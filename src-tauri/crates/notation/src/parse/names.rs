//! What names, codes and references stand for.

use crate::error::{Error, Problem};
use crate::lex::Part;
use crate::named::Named;
use model::*;
use std::collections::BTreeMap;

type Called<T> = BTreeMap<String, Vec<T>>;

/// Everything that a line may refer to.
#[derive(Default)]
pub(super) struct Names {
    steps: Called<StepId>,
    roles: Called<RoleId>,
    teams: Called<TeamId>,
    codes: Called<Target>,
    pairs: BTreeMap<(StepId, StepId), Vec<ConnectorId>>,
    handoffs: BTreeMap<u32, HandoffId>,
    tags: BTreeMap<u64, Tagged>,
}

/// What a reference `@17` may be given to.
#[derive(Clone, Copy)]
pub(super) enum Tagged {
    Role(RoleId),
    Map(Target),
}

impl Names {
    pub fn add_step(&mut self, name: &str, id: StepId) {
        self.steps.entry(name.to_owned()).or_default().push(id);
    }

    pub fn add_role(&mut self, name: &str, id: RoleId) {
        self.roles.entry(name.to_owned()).or_default().push(id);
    }

    pub fn add_team(&mut self, name: &str, id: TeamId) {
        self.teams.entry(name.to_owned()).or_default().push(id);
    }

    pub fn add_code(&mut self, code: &str, about: Target) {
        self.codes.entry(code.to_owned()).or_default().push(about);
    }

    pub fn add_pair(&mut self, from: StepId, to: StepId, id: ConnectorId) {
        self.pairs.entry((from, to)).or_default().push(id);
    }

    pub fn add_handoff(&mut self, number: u32, id: HandoffId) {
        self.handoffs.insert(number, id);
    }

    /// Gives a reference `@17` to a thing.
    pub fn add_tag(&mut self, part: &Part<'_>, to: Tagged) -> Result<(), Error> {
        let number = tag(part)?.ok_or_else(|| super::unknown(part, Named::AReference))?;
        match self.tags.insert(number, to) {
            None => Ok(()),
            Some(_) => Err(part.error(Problem::TagTwice(number))),
        }
    }

    /// The team that is already called so.
    pub fn team_named(&self, name: &str) -> Option<TeamId> {
        self.teams.get(name)?.first().copied()
    }

    pub fn team(&self, part: &Part<'_>) -> Result<TeamId, Error> {
        if let Some(number) = tag(part)? {
            return match self.tags.get(&number) {
                Some(Tagged::Map(Target::Team(id))) => Ok(*id),
                _ => Err(none(Named::Team, part.text, None, part)),
            };
        }
        let name = part.name()?;
        one(&self.teams, Named::Team, &name, part)?
            .ok_or_else(|| none(Named::Team, &name, near(&self.teams, &name), part))
    }

    /// The role, unless no line has named it.
    pub fn role(&self, part: &Part<'_>) -> Result<Option<RoleId>, Error> {
        if let Some(number) = tag(part)? {
            return match self.tags.get(&number) {
                Some(Tagged::Role(id)) => Ok(Some(*id)),
                _ => Err(none(Named::Role, part.text, None, part)),
            };
        }
        one(&self.roles, Named::Role, &part.name()?, part)
    }

    pub fn step(&self, part: &Part<'_>) -> Result<StepId, Error> {
        if part.text.starts_with(['#', '@']) {
            return match self.by_reference(part)? {
                Target::Step(id) => Ok(id),
                _ => Err(none(Named::Step, part.text, None, part)),
            };
        }
        let name = part.name()?;
        one(&self.steps, Named::Step, &name, part)?
            .ok_or_else(|| none(Named::Step, &name, near(&self.steps, &name), part))
    }

    pub fn connector(&self, from: &Part<'_>, to: &Part<'_>) -> Result<ConnectorId, Error> {
        let pair = (self.step(from)?, self.step(to)?);
        let name = || format!("{} -> {}", from.text, to.text);
        match self.pairs.get(&pair).map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            Some([_, ..]) => {
                Err(from.error(Problem::Ambiguous { what: Named::Connector, name: name() }))
            }
            _ => Err(none(Named::Connector, &name(), None, from)),
        }
    }

    pub fn handoff(&self, number: u32, part: &Part<'_>) -> Result<HandoffId, Error> {
        let found = self.handoffs.get(&number).copied();
        found.ok_or_else(|| none(Named::Handoff, part.text, None, part))
    }

    /// What `#code` or `@17` stands for.
    pub fn by_reference(&self, part: &Part<'_>) -> Result<Target, Error> {
        if let Some(number) = tag(part)? {
            return match self.tags.get(&number) {
                Some(Tagged::Map(target)) => Ok(*target),
                _ => Err(none(Named::Thing, part.text, None, part)),
            };
        }
        let code = code(part)?;
        one(&self.codes, Named::Thing, &code, part)?
            .ok_or_else(|| none(Named::Thing, part.text, near(&self.codes, &code), part))
    }
}

/// The code in `#A01`.
pub(crate) fn code(part: &Part<'_>) -> Result<String, Error> {
    part.from(part.text.strip_prefix('#').unwrap_or(part.text)).name()
}

/// The number in `@17`, if the part begins as a reference.
fn tag(part: &Part<'_>) -> Result<Option<u64>, Error> {
    let Some(digits) = part.text.strip_prefix('@') else { return Ok(None) };
    super::whole(&part.from(digits)).map(Some)
}

fn one<T: Copy>(
    all: &Called<T>,
    what: Named,
    name: &str,
    part: &Part<'_>,
) -> Result<Option<T>, Error> {
    match all.get(name).map(Vec::as_slice) {
        Some([one]) => Ok(Some(*one)),
        Some([_, ..]) => {
            Err(part.error(Problem::Ambiguous { what, name: crate::duration::short(name) }))
        }
        _ => Ok(None),
    }
}

fn none(what: Named, name: &str, near: Option<String>, part: &Part<'_>) -> Error {
    part.error(Problem::NoSuch { what, name: crate::duration::short(name), near })
}

/// A name that was probably meant: the same but for case, or one that begins so.
fn near<T>(all: &Called<T>, name: &str) -> Option<String> {
    let wanted = name.to_lowercase();
    let likely = |name: &&String| {
        let name = name.to_lowercase();
        name == wanted || (wanted.len() > 2 && name.starts_with(&wanted))
    };
    all.keys().find(likely).map(|name| crate::duration::short(name))
}
