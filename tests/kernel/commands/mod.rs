//! Commands as pictures: a map in words, a command, and the map after it or the refusal.

mod agreement;
mod connect;
mod lanes;
mod names;
mod paste;
mod plan;
mod splice;
mod stages;
mod states;
mod steps;

use model::*;
use notation::Places;

/// A map with the names of its things within reach.
pub struct Map(pub Document);

impl Map {
    pub fn of(text: &str) -> Map {
        Map(notation::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}")))
    }

    pub fn step(&self, name: &str) -> StepId {
        self.0.steps().find(|step| step.name == name).unwrap_or_else(|| panic!("no {name}")).id
    }

    pub fn lane(&self, team: &str) -> LaneId {
        let team = self.0.teams().find(|it| it.name == team).unwrap();
        self.0.lanes().find(|lane| lane.team == team.id).unwrap().id
    }

    pub fn connector(&self, from: &str, to: &str) -> ConnectorId {
        let (from, to) = (self.step(from), self.step(to));
        self.0.connectors().find(|it| it.from == from && it.to == to).unwrap().id
    }

    pub fn state(&self) -> StateId {
        self.0.states().next().unwrap().id
    }

    fn said(&self) -> String {
        notation::print_with(&self.0, self.state(), Places::LeftOut)
    }
}

/// The map after a command reads as `after`, and undoing it gives the map back.
pub fn leads_to(before: &str, command: impl Fn(&Map) -> Command, after: &str) {
    let map = Map::of(before);
    let planned = plan(&map.0, &command(&map)).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert_eq!(Map(planned.document.clone()).said(), Map::of(after).said(), "\nfrom\n{before}");
    let back = planned.document.with(&planned.edit.inverse()).unwrap();
    assert_eq!(back, map.0, "undo does not give the map back");
}

/// The command is refused with this code, in a sentence that ends.
pub fn is_refused(before: &str, command: impl Fn(&Map) -> Command, code: RefusalCode) {
    let map = Map::of(before);
    let refusal = plan(&map.0, &command(&map)).expect_err("the command was not refused");
    assert_eq!(refusal.code, code, "{refusal}");
    assert!(refusal.message.ends_with('.'), "{refusal}");
}

/// To a place that does not matter.
pub const SOMEWHERE: Place = Place { x: 300, y: 72 };
