//! A desk to put an engagement together on, record by record.

use super::sample::no_figures;
use analysis::{Figures, PathElement, Readiness, Timeline};
use model::*;
use std::collections::BTreeMap;

/// Records in the making.
pub struct Desk {
    pub document: Document,
    pub state: StateId,
}

impl Desk {
    pub fn new(title: &str, client: &str, teams: &[&str]) -> Desk {
        let words = Blank {
            title: title.into(),
            process: "Lead to live customer".into(),
            state: "Current state".into(),
            teams: teams.iter().map(|it| (*it).to_owned()).collect(),
            calendar: "Mon–Fri 9–17".into(),
        };
        let document = blank(&words).unwrap();
        let state = document.states().next().unwrap().id;
        let mut desk = Desk { document, state };
        let mut engagement = desk.document.the_engagement().unwrap().clone();
        engagement.client = client.into();
        engagement.dates = "Discovery workshop, 18–19 November 2026".into();
        desk.add(engagement.into());
        desk
    }

    pub fn fresh(&self) -> u64 {
        self.document.used_up().0
    }

    pub fn add(&mut self, record: Record) {
        let mut records: Vec<Record> =
            self.document.records().into_iter().filter(|it| it.id() != record.id()).collect();
        records.push(record);
        self.document = Document::from_records(records).unwrap();
    }

    pub fn lane(&self, order: usize) -> LaneId {
        self.document.lanes_of(self.state)[order].id
    }

    pub fn step(
        &mut self,
        lane: usize,
        shape: StepKind,
        name: &str,
        minutes: i32,
        right: u16,
    ) -> StepId {
        let id = StepId(self.fresh());
        let estimate = |it| Some(Estimate::of(it));
        self.add(
            Step {
                id,
                state: self.state,
                lane: self.lane(lane),
                shape,
                name: name.into(),
                process_time: (minutes > 0).then(|| Estimate::of(Minutes(minutes))),
                complete_accurate: if right > 0 { estimate(Share::percent(right)) } else { None },
                ..Step::default()
            }
            .into(),
        );
        id
    }

    pub fn connect(
        &mut self,
        from: StepId,
        to: StepId,
        edit: impl FnOnce(&mut Connector),
    ) -> ConnectorId {
        let id = ConnectorId(self.fresh());
        let mut connector = Connector { id, state: self.state, from, to, ..Connector::default() };
        edit(&mut connector);
        let crosses = self.document.crosses(&connector);
        let number = self.document.used_up().1;
        let mut records = self.document.records();
        records.push(connector.into());
        if crosses {
            let handoff =
                Handoff { id: HandoffId(id.0 + 1), connector: id, number, ..Handoff::default() };
            records.push(handoff.into());
        }
        self.document = Document::from_records(records).unwrap();
        id
    }

    pub fn role(&mut self, name: &str) -> RoleId {
        let id = RoleId(self.fresh());
        self.add(Role { id, name: name.into(), ..Role::default() }.into());
        id
    }

    pub fn agree(&mut self, connector: ConnectorId, edit: impl FnOnce(&mut Handoff)) -> HandoffId {
        let mut handoff = self.document.handoff_record(connector).unwrap().clone();
        edit(&mut handoff);
        let id = handoff.id;
        self.add(handoff.into());
        id
    }
}

/// A wait with its range, its cause and how the item travels.
pub fn wait(minutes: i32, cause: DelayCause) -> impl FnOnce(&mut Connector) {
    move |connector| {
        connector.wait = Some(Estimate {
            best: Some(Minutes(minutes / 2)),
            worst: Some(Minutes(minutes * 2)),
            ..Estimate::of(Minutes(minutes))
        });
        connector.cause = Some(cause);
        connector.channel = "CRM queue".into();
    }
}

/// Figures of a path that is known, with every handoff three checks on its way.
pub fn figures(desk: &Desk, path: &[(StepId, Option<ConnectorId>)]) -> Figures {
    let document = &desk.document;
    let Walk { elements, work, waits, between } = walk(document, path);
    let lead = work + waits;
    let share = |minutes: i64| Some(minutes as f64 / lead as f64 * 100.0);
    let forward = document
        .handoffs_of(desk.state)
        .into_iter()
        .filter(|(_, connector)| connector.flow != ConnectorKind::Rework);
    let readiness: BTreeMap<HandoffId, Readiness> = forward
        .map(|(handoff, _)| {
            let met = vec![Check::Receiver, Check::Trigger, Check::Exit];
            (handoff.id, Readiness { met, score: 30 })
        })
        .collect();
    Figures {
        steps: 8,
        decisions: 1,
        handoffs: readiness.len() as u32,
        rework_loops: 2,
        return_handoffs: 1,
        timeline: Some(Timeline {
            path: elements,
            lead_time: lead,
            process_time: work,
            activity_ratio: share(work),
            value_added_share: share(work / 2),
            total_process_time: work,
            total_effort: work,
            rolled_complete_accurate: Some(17.66),
            rolled_complete_accurate_on_path: Some(17.66),
            complete_accurate_coverage: (7, 8),
            steps: 8,
            touches: 7,
            handoffs: 5,
            handoffs_on_path: 5,
            between_team_wait: between,
            between_team_share: share(between),
            inside_team_share: share(waits - between),
            external_share: share(0),
            earliest_finish: BTreeMap::new(),
            slack: BTreeMap::new(),
            unknown: Vec::new(),
            guessed: lead.min(60),
            measured: (lead - 60).clamp(0, 480),
        }),
        readiness,
        readiness_score: Some(30.0),
        ..no_figures(desk.state)
    }
}

/// What lies on a path, added up.
struct Walk {
    elements: Vec<PathElement>,
    work: i64,
    waits: i64,
    between: i64,
}

fn walk(document: &Document, path: &[(StepId, Option<ConnectorId>)]) -> Walk {
    let mut elements = Vec::new();
    let (mut work, mut waits, mut between) = (0, 0, 0);
    for (step, connector) in path {
        let step = document.step(*step).unwrap();
        work += step.process_minutes();
        elements.push(PathElement::Step {
            step: step.id,
            span: step.span_minutes(),
            process_time: step.process_minutes(),
        });
        let Some(connector) = connector.and_then(|id| document.connector(id)) else { continue };
        let crosses = document.crosses(connector);
        waits += connector.wait_minutes();
        between += if crosses { connector.wait_minutes() } else { 0 };
        elements.push(PathElement::Wait {
            connector: connector.id,
            wait: connector.wait_minutes(),
            between_teams: crosses,
        });
    }
    Walk { elements, work, waits, between }
}
