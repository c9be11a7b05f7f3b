//! One state as the rules see it: graph, figures, agreements and settings, worked out once.

use super::day::number;
use super::names;
use super::rules::Rule;
use super::service::{Service, services};
use super::settings::Settings;
use crate::counts;
use crate::expected::{self, Expected, NoExpectation};
use crate::figures::{Figures, PathElement, Timeline};
use crate::graph::{Graph, Way};
use crate::language::Language;
use crate::readiness::Agreements;
use model::*;
use std::collections::BTreeMap;

/// A handoff that crosses lanes forward, with what it joins.
pub(super) struct Crossing<'a> {
    /// `H-03 Sales → Onboarding`.
    pub name: String,
    pub handoff: &'a Handoff,
    pub connector: &'a Connector,
    pub from: &'a Step,
    pub to: &'a Step,
}

/// What the rules look at.
pub(super) struct Case<'a> {
    pub document: &'a Document,
    pub graph: Graph<'a>,
    pub figures: Figures,
    pub expected: Result<Expected, NoExpectation>,
    pub agreements: Agreements<'a>,
    /// By number.
    pub crossings: Vec<Crossing<'a>>,
    /// Of handoffs and stages, in their order.
    pub criteria: BTreeMap<Target, Vec<&'a Criterion>>,
    /// By id.
    pub services: Vec<Service<'a>>,
    pub settings: Settings<'a>,
    /// Days since 1970, where today is known.
    pub today: Option<i64>,
    /// What findings are said in.
    pub language: Language,
}

impl<'a> Case<'a> {
    pub(super) fn of(
        document: &'a Document,
        state: StateId,
        today: Option<&str>,
        language: Language,
    ) -> Case<'a> {
        let graph = Graph::of(document, state);
        let agreements = Agreements::of(document);
        let figures = counts::of_graph(&graph, &agreements);
        let expected = expected::of_graph(&graph);
        let crossings = crossings(&graph, language);
        let services = services(document, state, &crossings, language);
        Case {
            document,
            graph,
            figures,
            expected,
            agreements,
            crossings,
            services,
            criteria: criteria(document),
            settings: Settings::of(document),
            today: today.and_then(number),
            language,
        }
    }

    /// The criteria of a handoff or stage.
    pub(super) fn criteria_of(&self, target: Target) -> &[&'a Criterion] {
        self.criteria.get(&target).map(Vec::as_slice).unwrap_or_default()
    }

    /// From where on a rule fires here, in its unit.
    pub(super) fn limit(&self, rule: Rule) -> f64 {
        self.settings.threshold(rule)
    }

    pub(super) fn timeline(&self) -> Option<&Timeline> {
        self.figures.timeline.as_ref()
    }

    /// The steps of the state, by id.
    pub(super) fn steps(&self) -> impl Iterator<Item = &'a Step> {
        self.graph.net.node_weights().map(|node| node.step)
    }

    /// The connectors of the state, by id.
    pub(super) fn connectors(&self) -> impl Iterator<Item = &'a Connector> {
        self.graph.net.raw_edges().iter().rev().map(|edge| edge.weight.connector)
    }

    /// The connectors that an item waits on along the critical path.
    pub(super) fn waits_on_path(&self) -> impl Iterator<Item = &'a Connector> {
        let path = self.timeline().map(|it| it.path.as_slice()).unwrap_or_default();
        path.iter().filter_map(|element| match element {
            PathElement::Wait { connector, .. } => self.document.connector(*connector),
            PathElement::Step { .. } => None,
        })
    }

    /// The lane a team has in this state.
    pub(super) fn lane_of(&self, team: TeamId) -> Option<LaneId> {
        let lanes = self.document.lanes().filter(|lane| lane.state == self.graph.state);
        lanes.filter(|lane| lane.team == team).map(|lane| lane.id).next()
    }

    /// What a team is called.
    pub(super) fn team(&self, team: TeamId) -> &'a str {
        let of = self.document.team(team);
        of.map_or(names::no_team(self.language), |of| names::team(of, self.language))
    }

    /// The team of a step, by name.
    pub(super) fn team_of(&self, step: Option<&Step>) -> &'a str {
        names::team_of(self.document, step, self.language)
    }

    /// `“Draft proposal”`.
    pub(super) fn step_name(&self, step: &Step) -> String {
        names::step(self.document, step, self.language)
    }

    /// `H-03 Sales → Onboarding`, or the steps a connector joins inside a lane.
    pub(super) fn connector_name(&self, connector: &Connector) -> String {
        names::connector(self.document, connector, self.language)
    }

    /// `2 d 3 h` of the process's clock.
    pub(super) fn time(&self, minutes: i64) -> String {
        names::duration(minutes, self.figures.clock)
    }

    /// `12.5 %`.
    pub(super) fn percent(&self, percent: f64) -> String {
        names::percent(percent, self.language)
    }

    /// `0.25`, with as many decimals as are asked for.
    pub(super) fn number(&self, number: f64, decimals: usize) -> String {
        names::number(number, decimals, self.language)
    }

    /// `a, b and c`.
    pub(super) fn list(&self, names: &[String]) -> String {
        names::list(names, self.language)
    }
}

fn criteria(document: &Document) -> BTreeMap<Target, Vec<&Criterion>> {
    let mut all: BTreeMap<Target, Vec<&Criterion>> = BTreeMap::new();
    for criterion in document.criteria() {
        all.entry(criterion.about).or_default().push(criterion);
    }
    all.values_mut().for_each(|of| of.sort_by_key(|it| (it.side, it.order, it.id)));
    all
}

fn crossings<'a>(graph: &Graph<'a>, language: Language) -> Vec<Crossing<'a>> {
    let document = graph.document;
    let forward = graph.net.edge_weights().filter(|it| it.crosses && it.way != Way::Rework);
    let mut all: Vec<Crossing> = forward
        .filter_map(|edge| {
            let connector = edge.connector;
            let handoff = document.handoff_record(connector.id)?;
            Some(Crossing {
                name: names::handoff(document, handoff, language),
                handoff,
                connector,
                from: document.step(connector.from)?,
                to: document.step(connector.to)?,
            })
        })
        .collect();
    all.sort_by_key(|it| (it.handoff.number, it.handoff.id));
    all
}
