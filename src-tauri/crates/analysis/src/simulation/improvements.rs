//! What a room could change: each change as the commands that make it, so that what is tried out is
//! what would be put into a map.

use super::played::Played;
use super::shown::{Figure, figure};
use crate::graph::{Graph, Way};
use crate::segment::Segments;
use model::*;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The %C&A that agreed information and better work are taken to reach.
const GOOD: Share = Share(9_500);

/// Something that the room could change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Improvement {
    /// What.
    pub what: ImprovementKind,
    /// How it is made.
    pub commands: Vec<Command>,
}

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[serde(deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub enum ImprovementKind {
    /// The two teams agree which information passes: %C&A of what is handed over rises to 95, what
    /// comes back falls accordingly, and a wait for information halves.
    AgreeInformation {
        /// At which handoff.
        handoff: HandoffId,
    },
    /// A wait takes half as long, or a batch runs twice as often.
    HalveWait {
        /// Where.
        connector: ConnectorId,
        /// Minutes now.
        from: Minutes,
        /// Minutes then.
        to: Minutes,
    },
    /// %C&A of a step rises to 95, and what comes back for its sake falls accordingly.
    RaiseQuality {
        /// Of which step.
        step: StepId,
        /// Now.
        from: Share,
        /// Then.
        to: Share,
    },
    /// One person more.
    AddPerson {
        /// In which team.
        team: TeamId,
        /// Then.
        people: u16,
    },
    /// A rule decides instead of a person: nobody waits for an approval.
    RemoveApproval {
        /// The connector that waits for it.
        connector: ConnectorId,
    },
}

/// What a change would give, held against the same cases without it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Effect {
    /// Minutes that the mean lead time falls.
    pub lead_time: Figure,
    /// Points that the share of late cases falls: of the end-to-end promise, else over all
    /// promises; absent where nothing is promised.
    pub late: Option<Figure>,
    /// Runs that were compared.
    pub runs: u32,
}

/// The changes that make sense for a state, by what they are about.
pub fn improvements(document: &Document, state: StateId) -> Vec<Improvement> {
    let graph = Graph::of(document, state);
    let mut all = Vec::new();
    let mut edges: Vec<EdgeIndex> = graph.net.edge_indices().collect();
    edges.sort_by_key(|edge| graph.connector(*edge).id);
    for edge in edges {
        let way = graph.net[edge].way;
        if graph.net[edge].crosses && way != Way::Rework {
            all.extend(agree_information(&graph, edge));
        }
        all.extend(halve_wait(graph.connector(edge)));
        all.extend(remove_approval(&graph, edge));
    }
    let segments = Segments::of(&graph);
    let steps = graph.net.node_indices();
    all.extend(steps.filter_map(|node| raise_quality(&graph, &segments, node)));
    all.extend(add_people(&graph));
    // Where better work is all that agreed information would bring, it is said once.
    let mut told: Vec<Vec<Command>> = Vec::new();
    all.retain(|change| {
        let new = !told.contains(&change.commands);
        told.push(change.commands.clone());
        new
    });
    all
}

/// What a change gives, run by run: both drew the same.
pub fn effect(before: &Played, after: &Played) -> Effect {
    let differences = |before: &[f64], after: &[f64]| -> Vec<f64> {
        before.iter().zip(after).map(|(before, after)| before - after).collect()
    };
    let lead_time = differences(before.means(), after.means());
    let late = before.late().iter().zip(after.late());
    let late: Vec<f64> = late.filter_map(|(before, after)| Some((*before)? - (*after)?)).collect();
    Effect {
        lead_time: figure(&lead_time),
        late: (!late.is_empty()).then(|| figure(&late)),
        runs: u32::try_from(lead_time.len()).unwrap_or(u32::MAX),
    }
}

impl Effect {
    /// Whether the range of what it saves leaves no doubt that it saves something.
    pub fn helps(&self) -> bool {
        let certain = |it: &Figure| it.value > it.plus_minus.unwrap_or(f64::INFINITY);
        certain(&self.lead_time) || self.late.as_ref().is_some_and(certain)
    }
}

/// What helps for certain comes first; of that, what saves most time, then most late cases.
pub fn rank(all: &mut [(Improvement, Effect)]) {
    let key = |effect: &Effect| {
        (effect.helps(), effect.lead_time.value, effect.late.map_or(0.0, |it| it.value))
    };
    all.sort_by(|(_, a), (_, b)| {
        let (a, b) = (key(a), key(b));
        b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then(b.2.total_cmp(&a.2))
    });
}

fn agree_information(graph: &Graph, edge: EdgeIndex) -> Option<Improvement> {
    let document = graph.document;
    let connector = graph.connector(edge);
    let handoff = document.handoff_record(connector.id)?;
    let (from, to) = graph.net.edge_endpoints(edge)?;
    let giver = graph.step(from);
    let receiver = graph.step(to);
    let mut commands = Vec::new();
    // What the receiving team sends back to the giving team.
    let back = graph.net.edge_references().filter(|link| {
        let lanes = (graph.step(link.source()).lane, graph.step(link.target()).lane);
        link.weight().way == Way::Rework && lanes == (receiver.lane, giver.lane)
    });
    let quality = giver.complete_accurate.as_ref().map(|it| it.usual);
    let factor = match quality {
        Some(quality) if quality >= GOOD => return None,
        Some(quality) => left_over(quality.fraction()),
        None => 0.5,
    };
    for link in back {
        commands.extend(less_rework(link.weight().connector, factor).into_iter().flatten());
    }
    if connector.cause == Some(DelayCause::Information) {
        commands.extend(connector.wait.as_ref().map(|wait| wait_of(connector, times(wait, 0.5))));
    }
    if commands.is_empty() {
        return None;
    }
    commands.extend(quality.map(|_| quality_of(giver)));
    Some(Improvement { what: ImprovementKind::AgreeInformation { handoff: handoff.id }, commands })
}

fn halve_wait(connector: &Connector) -> Option<Improvement> {
    let batch = connector.batch_interval.filter(|_| connector.cause == Some(DelayCause::Batch));
    if let Some(interval) = batch.filter(|it| it.0 > 1) {
        let to = Minutes(interval.0 / 2);
        let wait = connector.wait.as_ref().map(|wait| wait_of(connector, times(wait, 0.5)));
        let edits = [
            ConnectorEdit::BatchInterval(Some(to)),
            ConnectorEdit::BatchIntervalKnown(Knowledge::default()),
        ];
        let of = |edit| Command::EditConnector { connector: connector.id, edit };
        return Some(Improvement {
            what: ImprovementKind::HalveWait { connector: connector.id, from: interval, to },
            commands: wait.into_iter().chain(edits.map(of)).collect(),
        });
    }
    // What the law prescribes is not the room's to shorten.
    let wait = connector.wait.as_ref().filter(|_| connector.cause != Some(DelayCause::Policy))?;
    let half = times(wait, 0.5);
    if wait.usual.0 < 2 {
        return None;
    }
    Some(Improvement {
        what: ImprovementKind::HalveWait {
            connector: connector.id,
            from: wait.usual,
            to: half.usual,
        },
        commands: vec![wait_of(connector, half)],
    })
}

/// Where an approval is waited for, the wait goes, and the step behind it if that is all it is for.
fn remove_approval(graph: &Graph, edge: EdgeIndex) -> Option<Improvement> {
    let connector = graph.connector(edge);
    let wait = connector.wait.as_ref()?;
    if connector.cause != Some(DelayCause::Approval) || wait.usual.0 == 0 {
        return None;
    }
    let mut commands = vec![wait_of(connector, times(wait, 0.0))];
    let (_, to) = graph.net.edge_endpoints(edge)?;
    if graph.entering(to).count() == 1 && graph.leaving(to).next().is_some() {
        let step = graph.step(to);
        let nothing = |it: &Estimate<Minutes>| Some(times(it, 0.0));
        let edits = [
            step.process_time.as_ref().map(|it| StepEdit::ProcessTime(nothing(it))),
            step.span.as_ref().map(|it| StepEdit::Span(nothing(it))),
        ];
        let edits = edits.into_iter().flatten();
        commands.extend(edits.map(|edit| Command::EditStep { step: step.id, edit }));
    }
    Some(Improvement {
        what: ImprovementKind::RemoveApproval { connector: connector.id },
        commands,
    })
}

fn raise_quality(graph: &Graph, segments: &Segments, node: NodeIndex) -> Option<Improvement> {
    let step = graph.step(node);
    let quality = step.complete_accurate.as_ref()?.usual;
    if quality >= GOOD {
        return None;
    }
    let rework = graph.net.edge_references().filter(|link| link.weight().way == Way::Rework);
    let mut commands: Vec<Command> = rework
        .filter_map(|link| {
            // What is found between the target and its detector is why things come back.
            let between = segments.between(link.target(), link.source());
            let judged = |node: &NodeIndex| {
                graph.step(*node).complete_accurate.as_ref().map(|it| it.usual.fraction())
            };
            let others: f64 = between.iter().filter(|it| **it != node).filter_map(judged).product();
            let (before, after) = (others * quality.fraction(), others * GOOD.fraction());
            let factor = (1.0 - after) / (1.0 - before);
            between.contains(&node).then(|| less_rework(link.weight().connector, factor))?
        })
        .flatten()
        .collect();
    if commands.is_empty() {
        return None;
    }
    commands.push(quality_of(step));
    Some(Improvement {
        what: ImprovementKind::RaiseQuality { step: step.id, from: quality, to: GOOD },
        commands,
    })
}

fn add_people(graph: &Graph) -> Vec<Improvement> {
    let document = graph.document;
    let lanes = document.lanes_of(graph.state).into_iter();
    lanes
        .filter_map(|lane| {
            let team = document.team(lane.team).filter(|team| !team.external)?;
            let people = team.headcount.filter(|it| *it > 0)?.checked_add(1)?;
            let edits =
                [TeamEdit::Headcount(Some(people)), TeamEdit::HeadcountKnown(Knowledge::default())];
            Some(Improvement {
                what: ImprovementKind::AddPerson { team: team.id, people },
                commands: edits.map(|edit| Command::EditTeam { team: team.id, edit }).into(),
            })
        })
        .collect()
}

/// What is left of the errors when %C&A rises to what is good.
fn left_over(quality: f64) -> f64 {
    (1.0 - GOOD.fraction()) / (1.0 - quality)
}

/// With it goes what was known about the share as it is.
fn less_rework(connector: &Connector, factor: f64) -> Option<[Command; 2]> {
    let share = connector.probability.filter(|it| it.0 > 0)?;
    let less = Share((f64::from(share.0) * factor).round() as u16);
    let edits = [
        ConnectorEdit::Probability(Some(less)),
        ConnectorEdit::ProbabilityKnown(Knowledge::default()),
    ];
    (less < share)
        .then(|| edits.map(|edit| Command::EditConnector { connector: connector.id, edit }))
}

fn quality_of(step: &Step) -> Command {
    let good = Estimate { best: None, worst: None, ..Estimate::of(GOOD) };
    Command::EditStep { step: step.id, edit: StepEdit::CompleteAccurate(Some(good)) }
}

fn wait_of(connector: &Connector, wait: Estimate<Minutes>) -> Command {
    Command::EditConnector { connector: connector.id, edit: ConnectorEdit::Wait(Some(wait)) }
}

/// A time that much longer or shorter; nobody has measured it.
fn times(it: &Estimate<Minutes>, factor: f64) -> Estimate<Minutes> {
    let minutes = |it: Minutes| Minutes((f64::from(it.0) * factor).round() as i32);
    Estimate {
        best: it.best.map(minutes),
        worst: it.worst.map(minutes),
        ..Estimate::of(minutes(it.usual))
    }
}
