//! From a document to text: one state, everything that its map shows.

mod lines;
mod refs;

use crate::words::{quoted, waste_phrase, written};
use model::*;
use refs::Refs;

/// Whether the places of steps are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// `at 320 60` behind every step that lies somewhere; reading gives back what is drawn.
    Written,
    /// Left out; whoever reads the text lays the map out.
    LeftOut,
}

/// One state as text, with places: `parse` gives back everything that the map shows.
pub fn print(document: &Document, state: StateId) -> String {
    print_with(document, state, Places::Written)
}

/// One state as text, with or without places.
pub fn print_with(document: &Document, state: StateId, places: Places) -> String {
    let clock = document.process_of(state).map(|process| process.clock).unwrap_or_default();
    let page = Page { document, state, places, clock, refs: Refs::of(document, state) };
    let mut blocks = vec![page.frame()];
    blocks.push(page.teams());
    blocks.push(page.connectors());
    blocks.push(page.pains());
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n")
}

/// What is being printed.
struct Page<'a> {
    document: &'a Document,
    state: StateId,
    places: Places,
    clock: Clock,
    refs: Refs,
}

impl Page<'_> {
    fn frame(&self) -> String {
        let mut out = String::new();
        if let Some(it) = self.document.the_engagement()
            && (!it.title.is_empty() || !it.client.is_empty())
        {
            let mut said = vec![format!("engagement {}", written(&it.title))];
            if !it.client.is_empty() {
                said.push(format!("client {}", written(&it.client)));
            }
            line(&mut out, 0, &said);
        }
        if let Some(it) = self.document.process_of(self.state)
            && !it.name.is_empty()
        {
            line(&mut out, 0, &[format!("process {}", written(&it.name))]);
        }
        let kind = match self.clock.kind {
            ClockKind::Business => "clock business",
            ClockKind::Elapsed => "clock elapsed",
        };
        line(&mut out, 0, &[kind.to_owned(), lines::a_day(self.clock.minutes_per_day)]);
        if let Some(it) = self.document.state(self.state)
            && (!it.name.is_empty() || it.role != StateRole::Current)
        {
            let said = [format!("state {}", written(&it.name)), it.role.word().to_owned()];
            line(&mut out, 0, &said);
        }
        out
    }

    fn teams(&self) -> String {
        let mut out = String::new();
        for role in self.refs.roles_of(None) {
            self.role(&mut out, 0, role);
        }
        for (order, lane) in (0u16..).zip(self.document.lanes_of(self.state)) {
            let Some(team) = self.document.team(lane.team) else { continue };
            line(&mut out, 0, &self.team(team, lane, order));
            for role in self.refs.roles_of(Some(team.id)) {
                self.role(&mut out, 2, role);
            }
            for step in self.refs.steps_in(lane.id) {
                if let Some(step) = self.document.step(*step) {
                    line(&mut out, 2, &self.step(step));
                }
            }
        }
        out
    }

    fn role(&self, out: &mut String, indent: usize, role: RoleId) {
        let Some(it) = self.document.role(role) else { return };
        let mut said = vec![format!("role {}", written(&it.name))];
        if !it.person.is_empty() {
            said.push(format!("held by {}", written(&it.person)));
        }
        said.extend(self.refs.tag_of_role(role));
        line(out, indent, &said);
    }

    fn connectors(&self) -> String {
        let mut out = String::new();
        for connector in self.document.connectors_of(self.state) {
            line(&mut out, 0, &self.connector(connector));
        }
        out
    }

    fn pains(&self) -> String {
        let mut out = String::new();
        for pain in self.document.pain_points() {
            let about: Vec<String> = pain
                .about
                .iter()
                .filter_map(|target| self.refs.target(self.document, self.state, *target))
                .collect();
            if about.is_empty() && !pain.about.is_empty() {
                continue;
            }
            let mut said = vec![format!("pain {}", quoted(&pain.text))];
            said.extend(about.iter().map(|about| format!("at {about}")));
            if let Some(cause) = pain.cause {
                let word = cause.word().replace('_', " ");
                said.push(format!("cause {word}"));
            }
            said.extend(pain.wastes.iter().map(|it| format!("waste {}", waste_phrase(*it))));
            said.extend(pain.signs.iter().map(|it| it.word().to_owned()));
            match pain.votes {
                0 => {}
                1 => said.push("1 vote".to_owned()),
                more => said.push(format!("{more} votes")),
            }
            if pain.severity > 0 {
                said.push(format!("severity {}", pain.severity));
            }
            line(&mut out, 0, &said);
        }
        out
    }
}

/// Writes a line, carried on below where it grows too wide to read.
fn line(out: &mut String, indent: usize, said: &[String]) {
    const WIDE: usize = 100;
    let mut width = indent;
    out.extend(std::iter::repeat_n(' ', indent));
    for (at, part) in said.iter().enumerate() {
        let long = part.chars().count();
        if at > 0 {
            out.push(',');
            if width + long + 2 > WIDE {
                out.push('\n');
                out.extend(std::iter::repeat_n(' ', indent + 4));
                width = indent + 4;
            } else {
                out.push(' ');
                width += 2;
            }
        }
        out.push_str(part);
        width += long;
    }
    out.push('\n');
}
