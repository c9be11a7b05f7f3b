//! Random commands: what an impatient room could do to a map, sense and nonsense.

use crate::dice::Dice;
use model::*;

/// The next command for a document. It may well be refused.
pub fn command(dice: &mut Dice, document: &Document, state: StateId) -> Command {
    let lanes: Vec<LaneId> = document.lanes_of(state).iter().map(|lane| lane.id).collect();
    let steps: Vec<StepId> = document.steps_of(state).map(|step| step.id).collect();
    let connectors: Vec<ConnectorId> = document.connectors_of(state).map(|it| it.id).collect();
    let handoffs: Vec<HandoffId> = document.handoffs().map(|it| it.id).collect();
    let lane = dice.pick(&lanes).unwrap_or_default();
    let step = dice.pick(&steps).unwrap_or_default();
    let connector = dice.pick(&connectors).unwrap_or_default();
    let handoff = dice.pick(&handoffs).unwrap_or_default();
    match dice.below(100) {
        0..=4 => add_team(dice, state, lanes.len()),
        5..=14 => {
            Command::AddStep { lane, shape: shape(dice), name: name(dice), place: place(dice) }
        }
        15..=19 => delete(dice, document, &steps),
        20..=39 => Command::Connect { from: step, to: destination(dice, &steps, lane) },
        40..=54 => Command::MoveSteps { moves: moves(dice, &steps, &lanes) },
        55..=56 => Command::MoveLane { lane, to: dice.below(8) as u16 },
        57..=58 => Command::ResizeLane { lane, height: dice.below(400) as u16 },
        59..=64 => Command::EditStep { step, edit: step_edit(dice) },
        65..=72 => Command::AnnotateDelay {
            connector,
            wait: estimate(dice),
            cause: dice.pick(DelayCause::ALL),
            note: name(dice),
            batch_interval: None,
        },
        73..=76 => Command::EditConnector { connector, edit: connector_edit(dice, &steps) },
        77..=81 => Command::EditHandoff { handoff, edit: handoff_edit(dice, document) },
        82..=83 => Command::AddRole { name: name(dice), team: document.lane(lane).map(|l| l.team) },
        84 => Command::AddPainPoint {
            text: name(dice),
            about: vec![Target::Step(step), Target::Handoff(handoff)],
            cause: None,
        },
        85..=86 => workshop(dice, document, state),
        87 => {
            Command::Splice { connector, step: destination(dice, &steps, lane), moved: Vec::new() }
        }
        88 => Command::Lock { steps: vec![step], pinned: dice.chance(40) },
        89 => paste(dice, document, state, step, lane),
        90 => {
            let (shape, name, place) = (shape(dice), name(dice), place(dice));
            Command::Precede { step, lane, shape, name, place }
        }
        _ => delete(dice, document, &steps),
    }
}

/// A mark of the room, or a stage.
fn workshop(dice: &mut Dice, document: &Document, state: StateId) -> Command {
    let ideas: Vec<IdeaId> = document.ideas().map(|it| it.id).collect();
    let stages: Vec<StageId> = document.stages().map(|it| it.id).collect();
    let until = dice.below(2500) as i32;
    match dice.below(7) {
        0 => Command::AddIdea { text: name(dice), about: Vec::new() },
        1 => Command::AddNote {
            about_kind: dice.pick(NoteKind::ALL).unwrap_or(NoteKind::Note),
            text: name(dice),
            about: Vec::new(),
        },
        2 => Command::Vote {
            id: dice.pick(&ideas).unwrap_or_default().into(),
            by: dice.below(5) as i16 - 2,
        },
        3 | 4 => Command::AddStage { state, name: name(dice), until },
        5 => Command::SplitStage {
            stage: dice.pick(&stages).unwrap_or_default(),
            name: name(dice),
            at: until,
        },
        _ => Command::MoveStage { stage: dice.pick(&stages).unwrap_or_default(), until },
    }
}

/// A copy of a step and what is beside it.
fn paste(
    dice: &mut Dice,
    document: &Document,
    state: StateId,
    step: StepId,
    lane: LaneId,
) -> Command {
    let beside: Vec<&Connector> = document.connectors_at(step).collect();
    let copied = beside.iter().flat_map(|c| [c.from, c.to]).chain([step]);
    let copied: std::collections::BTreeSet<StepId> = copied.collect();
    let mut records: Vec<Record> =
        copied.iter().filter_map(|id| document.step(*id).cloned()).map(Record::from).collect();
    for connector in beside {
        records.push(connector.clone().into());
        records.extend(document.handoff_record(connector.id).cloned().map(Record::from));
    }
    let lane = dice.chance(30).then_some(lane);
    Command::Paste { state, records, shift: place(dice), lane }
}

fn add_team(dice: &mut Dice, state: StateId, lanes: usize) -> Command {
    Command::AddTeam {
        state,
        name: name(dice),
        external: dice.chance(20),
        at: dice.below(lanes + 2) as u16,
    }
}

fn name(dice: &mut Dice) -> String {
    const WORDS: &[&str] = &[
        "Check",
        "order",
        "Grüße",
        "<img src=x onerror=alert(1)>",
        "",
        "世界",
        "send",
        "the",
        "quote",
        "to",
        "customer",
        "a\u{301}",
        "“ready”",
    ];
    let count = dice.below(5);
    (0..count).filter_map(|_| dice.pick(WORDS)).collect::<Vec<_>>().join(" ")
}

fn place(dice: &mut Dice) -> Place {
    Place { x: dice.below(3000) as i32, y: dice.below(300) as i32 }
}

fn shape(dice: &mut Dice) -> StepKind {
    use StepKind::*;
    dice.pick(&[Step, Step, Step, Step, Decision, Start, End]).unwrap_or(Step)
}

fn destination(dice: &mut Dice, steps: &[StepId], lane: LaneId) -> Destination {
    if dice.chance(25) {
        Destination::NewStep { lane, shape: shape(dice), name: name(dice), place: place(dice) }
    } else {
        Destination::Step { step: dice.pick(steps).unwrap_or_default() }
    }
}

fn moves(dice: &mut Dice, steps: &[StepId], lanes: &[LaneId]) -> Vec<StepMove> {
    (0..1 + dice.below(3))
        .filter_map(|_| {
            Some(StepMove { step: dice.pick(steps)?, lane: dice.pick(lanes)?, place: place(dice) })
        })
        .collect()
}

fn estimate(dice: &mut Dice) -> Option<Estimate<Minutes>> {
    if dice.chance(10) {
        return None;
    }
    let usual = dice.below(5000) as i32;
    // Now and then a range that is the wrong way round: it has to be refused.
    let best = dice.chance(40).then(|| Minutes(usual - dice.below(60) as i32 + 5));
    Some(Estimate { best, ..Estimate::of(Minutes(usual)) })
}

fn step_edit(dice: &mut Dice) -> StepEdit {
    match dice.below(6) {
        0 => StepEdit::Name(name(dice)),
        1 => StepEdit::ProcessTime(estimate(dice)),
        2 => StepEdit::CompleteAccurate(Some(Estimate::of(Share(dice.below(11_000) as u16)))),
        3 => StepEdit::Shape(shape(dice)),
        4 => StepEdit::People(dice.below(5) as u16),
        _ => StepEdit::DeadEnd(dice.chance(50)),
    }
}

fn connector_edit(dice: &mut Dice, steps: &[StepId]) -> ConnectorEdit {
    let step = dice.pick(steps).unwrap_or_default();
    match dice.below(6) {
        0 => ConnectorEdit::From(step),
        1 => ConnectorEdit::To(step),
        2 => ConnectorEdit::Probability(Some(Share(dice.below(10_000) as u16))),
        3 => ConnectorEdit::Primary(dice.chance(60)),
        4 => ConnectorEdit::Label(name(dice)),
        _ => ConnectorEdit::Flow(dice.pick(ConnectorKind::ALL).unwrap_or(ConnectorKind::Seq)),
    }
}

fn handoff_edit(dice: &mut Dice, document: &Document) -> HandoffEdit {
    let roles: Vec<RoleId> = document.roles().map(|role| role.id).collect();
    match dice.below(4) {
        0 => HandoffEdit::Passes(name(dice)),
        1 => HandoffEdit::Trigger(name(dice)),
        2 => HandoffEdit::Accountable(dice.pick(&roles)),
        _ => HandoffEdit::Stated(dice.pick(Check::ALL).into_iter().collect()),
    }
}

fn delete(dice: &mut Dice, document: &Document, steps: &[StepId]) -> Command {
    match dice.below(4) {
        0 => less(dice, document),
        _ => Command::Delete { ids: vec![dice.pick(steps).unwrap_or_default().into()] },
    }
}

/// Takes one record away, of whatever kind; it may well be refused.
pub fn less(dice: &mut Dice, document: &Document) -> Command {
    let any = dice.below(document.len());
    Command::Delete { ids: document.ids().skip(any).take(1).collect() }
}
