//! Commands: what a person wants, as data. Planning is pure: document in, changes or a refusal
//! out, with all consequences; a refused command leaves no trace.

mod actions;
mod add;
mod agreement;
mod blank;
mod capture;
mod connect;
mod delete;
mod edit;
mod import;
mod lanes;
mod lock;
mod marks;
mod merge;
mod move_steps;
mod paste;
mod settle;
mod splice;
mod stages;
mod states;

pub use agreement::RaciCell;
pub use blank::{Blank, blank};
pub use connect::Destination;
pub use edit::{
    ActionEdit, CalendarEdit, ConnectorEdit, CriterionEdit, EngagementEdit, HandoffEdit, IdeaEdit,
    NoteEdit, PainPointEdit, ProcessEdit, RoleEdit, SlaEdit, StageEdit, StateEdit, StepEdit,
    TeamEdit, TemplateEdit,
};
pub use move_steps::{StageEdge, StepMove};

use crate::change::{Edit, Label, LabelCode};
use crate::document::{Document, Draft};
use crate::id::*;
use crate::record::{Action, Calendar, Picture, Record, RuleSetting, Sla, Target, Template};
use crate::refusal::{Refusal, RefusalCode};
use crate::value::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Everything that changes a document. Closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[serde(deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum Command {
    /// Makes a state of another: everything is there again, and knows what it descends from.
    MakeState {
        /// What it is made of.
        from: StateId,
        /// What it is for; not `current`.
        role: StateRole,
        /// What it is called.
        name: String,
    },
    EditState {
        state: StateId,
        edit: StateEdit,
    },
    /// A variant becomes the future state; what was the future state becomes a variant.
    PromoteState {
        state: StateId,
    },
    /// Several edits that are one improvement, and one undo.
    Improve {
        /// One after the other; none of them another `Improve`, `Import` or `Merge`.
        commands: Vec<Command>,
    },
    /// Several edits that are one pattern of a future state, and one undo with its name. What is made
    /// on the way has ids from `Document::used_up` on.
    ApplyPattern {
        pattern: Pattern,
        /// What it is done to.
        name: String,
        /// As of an `Improve`.
        commands: Vec<Command>,
    },
    /// A new team with a lane in this state, before the lane that is `at` now.
    AddTeam {
        state: StateId,
        name: String,
        external: bool,
        at: u16,
    },
    /// A step, decision, start or end in a lane.
    AddStep {
        lane: LaneId,
        shape: StepKind,
        name: String,
        place: Place,
    },
    /// A connector from a step to another one, or to one that is made with it.
    Connect {
        from: StepId,
        to: Destination,
    },
    /// A step that is made before another one, and leads to it.
    Precede {
        step: StepId,
        lane: LaneId,
        shape: StepKind,
        name: String,
        place: Place,
    },
    /// Steps to other places, maybe in other lanes.
    MoveSteps {
        moves: Vec<StepMove>,
    },
    /// Steps lined up, or spread evenly.
    Arrange {
        moves: Vec<StepMove>,
        evenly: bool,
    },
    /// Steps to where a layout put them, and the borders of stages with them. Lines that were led by
    /// hand between steps that move find their own way again.
    TidyUp {
        moves: Vec<StepMove>,
        stages: Vec<StageEdge>,
    },
    /// A lane to another place in the order.
    MoveLane {
        lane: LaneId,
        to: u16,
    },
    /// The height of a lane, in points.
    ResizeLane {
        lane: LaneId,
        height: u16,
    },
    /// The name of a step, team, role, stage, process, engagement; the label of a connector; what
    /// passes at a handoff.
    Rename {
        id: RecordId,
        name: String,
    },
    EditStep {
        step: StepId,
        edit: StepEdit,
    },
    EditConnector {
        connector: ConnectorId,
        edit: ConnectorEdit,
    },
    /// How long a connector waits and why, together.
    AnnotateDelay {
        connector: ConnectorId,
        wait: Option<Estimate<Minutes>>,
        cause: Option<DelayCause>,
        note: String,
        batch_interval: Option<Minutes>,
    },
    EditHandoff {
        handoff: HandoffId,
        edit: HandoffEdit,
    },
    /// The same field of several handoffs.
    EditHandoffs {
        handoffs: Vec<HandoffId>,
        edit: HandoffEdit,
    },
    /// A service level, under which these handoffs stand from now on. Its id is given by the document.
    AddSla {
        sla: Box<Sla>,
        handoffs: Vec<HandoffId>,
    },
    /// A service level of a whole stage. Its id is given by the document.
    AddStageSla {
        sla: Box<Sla>,
        stage: StageId,
    },
    EditSla {
        sla: SlaId,
        edit: SlaEdit,
    },
    /// A template, which these handoffs use from now on. Its id is given by the document.
    AddTemplate {
        template: Box<Template>,
        handoffs: Vec<HandoffId>,
    },
    EditTemplate {
        template: TemplateId,
        edit: TemplateEdit,
    },
    /// A calendar; its id is given by the document.
    AddCalendar {
        calendar: Box<Calendar>,
    },
    EditCalendar {
        calendar: CalendarId,
        edit: CalendarEdit,
    },
    /// An entry or exit criterion of a handoff or a stage, behind the others of its side.
    AddCriterion {
        about: Target,
        side: CriterionSide,
        obligation: Obligation,
        text: String,
    },
    EditCriterion {
        criterion: CriterionId,
        edit: CriterionEdit,
    },
    /// A criterion to another place among those of its side, from 0.
    MoveCriterion {
        criterion: CriterionId,
        to: u16,
    },
    /// One cell of the responsibility matrix; no letters empty it.
    SetRaci {
        row: Target,
        part: RowPart,
        role: RoleId,
        letters: BTreeSet<RaciLetter>,
    },
    /// Several cells of the matrix as one edit: a row is set as a whole, or split in two.
    SetRaciCells {
        cells: Vec<RaciCell>,
    },
    EditRole {
        role: RoleId,
        edit: RoleEdit,
    },
    EditStage {
        stage: StageId,
        edit: StageEdit,
    },
    /// Leaves a finding as it is, for a reason that the pack prints.
    Waive {
        finding: String,
        reason: String,
        by: String,
        date: String,
    },
    /// How much a rule matters in this engagement, and from where on it fires.
    SetRule {
        setting: RuleSetting,
    },
    /// Something to do about what the room found.
    AddAction {
        text: String,
        about: Vec<Target>,
        answers: Vec<PainPointId>,
    },
    EditAction {
        action: ActionId,
        edit: ActionEdit,
    },
    /// An action with all that is known of it. Its id is given by the document.
    PlanAction {
        action: Box<Action>,
    },
    EditTeam {
        team: TeamId,
        edit: TeamEdit,
    },
    EditProcess {
        process: ProcessId,
        edit: ProcessEdit,
    },
    EditEngagement {
        edit: EngagementEdit,
    },
    /// The client's logo; without a picture there is none from now on. Its id is given by the document.
    SetLogo {
        picture: Option<Box<Picture>>,
    },
    /// A role, in a team if one is given.
    AddRole {
        name: String,
        team: Option<TeamId>,
    },
    /// A problem that the room sees, pinned to things on the map.
    AddPainPoint {
        text: String,
        about: Vec<Target>,
        cause: Option<DelayCause>,
    },
    EditPainPoint {
        pain_point: PainPointId,
        edit: PainPointEdit,
    },
    /// A change that somebody proposes.
    AddIdea {
        text: String,
        about: Vec<Target>,
    },
    EditIdea {
        idea: IdeaId,
        edit: IdeaEdit,
    },
    /// A note, question, decision, assumption or parked topic, pinned to things or to nothing.
    AddNote {
        about_kind: NoteKind,
        text: String,
        about: Vec<Target>,
    },
    EditNote {
        note: NoteId,
        edit: NoteEdit,
    },
    /// Dots more or fewer on a pain point or an idea.
    Vote {
        id: RecordId,
        by: i16,
    },
    /// A stage whose column ends at `until`, in points from the start of the lanes.
    AddStage {
        state: StateId,
        name: String,
        until: i32,
    },
    /// What of the column of a stage lies behind `at` becomes a stage of its own.
    SplitStage {
        stage: StageId,
        /// What the new stage is called.
        name: String,
        at: i32,
    },
    /// Where the column of a stage ends; its neighbours give way.
    MoveStage {
        stage: StageId,
        until: i32,
    },
    /// A loose step, or one that is made with it, into the way of a connector. `moved` moves it
    /// there, and others aside, in the same edit.
    Splice {
        connector: ConnectorId,
        step: Destination,
        moved: Vec<StepMove>,
    },
    /// Locks steps where they are, or lets them go.
    Lock {
        steps: Vec<StepId>,
        pinned: bool,
    },
    /// Copies of steps and what joins them, each moved by `shift`. `records` holds beside them the
    /// lanes, teams and others they refer to. `lane` takes all of them, if it is given.
    Paste {
        state: StateId,
        records: Vec<Record>,
        shift: Place,
        lane: Option<LaneId>,
    },
    /// Copies of steps of a map and what joins them, each where its record says.
    Duplicate {
        state: StateId,
        records: Vec<Record>,
    },
    /// What a capture line says: new records with ids from `Document::used_up` on, and changed ones.
    Capture {
        records: Vec<Record>,
    },
    /// Records and everything that cannot be without them. Where one way leads into a step and one
    /// out, it goes on without the step.
    Delete {
        ids: Vec<RecordId>,
    },
    /// Records from elsewhere, with ids from `Document::used_up` on.
    Import {
        records: Vec<Record>,
    },
    /// What another version of the same engagement has: records as they are there, and those that are
    /// gone there.
    Merge {
        /// What the other version is called.
        name: String,
        records: Vec<Record>,
        removed: Vec<RecordId>,
    },
}

/// What a command leads to.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The line of history.
    pub edit: Edit,
    /// The document after it.
    pub document: Document,
}

/// Plans a command: what it changes, with all consequences.
///
/// # Errors
/// Why it may not happen; nothing has changed then.
pub fn plan(document: &Document, command: &Command) -> Result<Planned, Refusal> {
    let mut draft = Draft::of(document);
    let label = direct(&mut draft, command)?;
    if !matches!(command, Command::Import { .. }) {
        settle::settle(&mut draft);
    }
    let (changes, planned) = draft.finish();
    // The same rules a file has to meet on opening; nothing invalid gets into history.
    let planned = checked(document, planned, &changes)?;
    if matches!(command, Command::Merge { .. }) {
        // Records come from a file of somebody else's: no rule is taken for granted.
        Document::from_records(planned.records())?;
    }
    Ok(Planned { edit: Edit { label, changes }, document: planned })
}

/// More edits than this are no one improvement.
const MOST_TOGETHER: usize = 1_000;

fn improve(draft: &mut Draft, commands: &[Command]) -> Result<Label, Refusal> {
    let nested = |it: &Command| {
        use Command::{ApplyPattern, Import, Improve, Merge};
        matches!(it, Improve { .. } | ApplyPattern { .. } | Import { .. } | Merge { .. })
    };
    if commands.is_empty() || commands.len() > MOST_TOGETHER || commands.iter().any(nested) {
        let message = "There is nothing to improve here, or too much at once.";
        return Err(Refusal::new(RefusalCode::NothingToDo, message, []));
    }
    for command in commands {
        direct(draft, command)?;
    }
    let count = u32::try_from(commands.len()).unwrap_or(u32::MAX);
    Ok(Label { code: LabelCode::Improve, count, name: String::new() })
}

fn apply_pattern(
    draft: &mut Draft,
    pattern: Pattern,
    name: &str,
    commands: &[Command],
) -> Result<Label, Refusal> {
    improve(draft, commands)?;
    let code = match pattern {
        Pattern::Combine => LabelCode::Combine,
        Pattern::CheckAtSource => LabelCode::CheckAtSource,
        Pattern::Trigger => LabelCode::Trigger,
        Pattern::AcceptAndReturn => LabelCode::AcceptAndReturn,
        Pattern::ApproveByRule => LabelCode::ApproveByRule,
        Pattern::Parallel => LabelCode::Parallel,
        Pattern::StandardForm => LabelCode::StandardForm,
        Pattern::Backup => LabelCode::Backup,
    };
    Ok(Label::of(code, name))
}

fn checked(
    before: &Document,
    planned: Document,
    changes: &[crate::change::Change],
) -> Result<Document, Refusal> {
    let (next_id, next_number) = planned.used_up();
    let mut after = before.with(changes)?;
    after.remember_used_up(next_id, next_number);
    Ok(after)
}

fn direct(draft: &mut Draft, command: &Command) -> Result<Label, Refusal> {
    match command {
        Command::MakeState { from, role, name } => states::make_state(draft, *from, *role, name),
        Command::EditState { state, edit } => agreement::edit_state(draft, *state, edit),
        Command::PromoteState { state } => states::promote(draft, *state),
        Command::Improve { commands } => improve(draft, commands),
        Command::ApplyPattern { pattern, name, commands } => {
            apply_pattern(draft, *pattern, name, commands)
        }
        Command::AddTeam { state, name, external, at } => {
            lanes::add_team(draft, *state, name, *external, *at)
        }
        Command::AddStep { lane, shape, name, place } => {
            add::add_step(draft, *lane, *shape, name, *place)
        }
        Command::AddRole { name, team } => add::add_role(draft, name, *team),
        Command::AddPainPoint { text, about, cause } => {
            marks::add_pain_point(draft, text, about, *cause)
        }
        Command::EditPainPoint { pain_point, edit } => {
            marks::edit_pain_point(draft, *pain_point, edit)
        }
        Command::AddIdea { text, about } => marks::add_idea(draft, text, about),
        Command::EditIdea { idea, edit } => marks::edit_idea(draft, *idea, edit),
        Command::AddNote { about_kind, text, about } => {
            marks::add_note(draft, *about_kind, text, about)
        }
        Command::EditNote { note, edit } => marks::edit_note(draft, *note, edit),
        Command::Vote { id, by } => marks::vote(draft, *id, *by),
        Command::AddStage { state, name, until } => stages::add_stage(draft, *state, name, *until),
        Command::SplitStage { stage, name, at } => stages::split_stage(draft, *stage, name, *at),
        Command::MoveStage { stage, until } => stages::move_stage(draft, *stage, *until),
        Command::Splice { connector, step, moved } => {
            splice::splice(draft, *connector, step, moved)
        }
        Command::Lock { steps, pinned } => lock::lock(draft, steps, *pinned),
        Command::Paste { state, records, shift, lane } => {
            paste::paste(draft, *state, records, *shift, *lane)
        }
        Command::Duplicate { state, records } => {
            let label = paste::paste(draft, *state, records, Place::default(), None)?;
            Ok(Label { code: LabelCode::Duplicate, ..label })
        }
        Command::Capture { records } => capture::capture(draft, records),
        Command::Connect { from, to } => connect::connect(draft, *from, to),
        Command::Precede { step, lane, shape, name, place } => {
            let made = add::new_step(draft, *lane, *shape, name, *place)?;
            connect::connect(draft, made, &Destination::Step { step: *step })
        }
        Command::MoveSteps { moves } => move_steps::move_steps(draft, moves, LabelCode::MoveSteps),
        Command::Arrange { moves, evenly } => {
            let code = if *evenly { LabelCode::Distribute } else { LabelCode::Align };
            move_steps::move_steps(draft, moves, code)
        }
        Command::TidyUp { moves, stages } => move_steps::tidy_up(draft, moves, stages),
        Command::MoveLane { lane, to } => lanes::move_lane(draft, *lane, *to),
        Command::ResizeLane { lane, height } => lanes::resize_lane(draft, *lane, *height),
        Command::Rename { id, name } => edit::rename(draft, *id, name),
        Command::EditStep { step, edit } => edit::edit_step(draft, *step, edit),
        Command::EditConnector { connector, edit } => edit::edit_connector(draft, *connector, edit),
        Command::AnnotateDelay { connector, wait, cause, note, batch_interval } => {
            edit::annotate_delay(draft, *connector, wait, *cause, note, *batch_interval)
        }
        Command::EditHandoff { handoff, edit } => edit::edit_handoffs(draft, &[*handoff], edit),
        Command::EditHandoffs { handoffs, edit } => edit::edit_handoffs(draft, handoffs, edit),
        Command::AddSla { sla, handoffs } => agreement::add_sla(draft, sla, handoffs),
        Command::AddStageSla { sla, stage } => agreement::add_stage_sla(draft, sla, *stage),
        Command::EditSla { sla, edit } => agreement::edit_sla(draft, *sla, edit),
        Command::AddTemplate { template, handoffs } => {
            agreement::add_template(draft, template, handoffs)
        }
        Command::EditTemplate { template, edit } => {
            agreement::edit_template(draft, *template, edit)
        }
        Command::AddCalendar { calendar } => agreement::add_calendar(draft, calendar),
        Command::EditCalendar { calendar, edit } => {
            agreement::edit_calendar(draft, *calendar, edit)
        }
        Command::AddCriterion { about, side, obligation, text } => {
            agreement::add_criterion(draft, *about, *side, *obligation, text)
        }
        Command::EditCriterion { criterion, edit } => {
            agreement::edit_criterion(draft, *criterion, edit)
        }
        Command::MoveCriterion { criterion, to } => {
            agreement::move_criterion(draft, *criterion, *to)
        }
        Command::SetRaci { row, part, role, letters } => {
            agreement::set_raci(draft, *row, *part, *role, letters)
        }
        Command::SetRaciCells { cells } => agreement::set_raci_cells(draft, cells),
        Command::EditRole { role, edit } => agreement::edit_role(draft, *role, edit),
        Command::EditStage { stage, edit } => agreement::edit_stage(draft, *stage, edit),
        Command::SetLogo { picture } => edit::set_logo(draft, picture.as_deref()),
        Command::Waive { finding, reason, by, date } => {
            agreement::waive(draft, finding, reason, by, date)
        }
        Command::SetRule { setting } => agreement::set_rule(draft, setting),
        Command::AddAction { text, about, answers } => {
            actions::add_action(draft, text, about, answers)
        }
        Command::EditAction { action, edit } => actions::edit_action(draft, *action, edit),
        Command::PlanAction { action } => actions::plan_action(draft, action),
        Command::EditTeam { team, edit } => edit::edit_team(draft, *team, edit),
        Command::EditProcess { process, edit } => edit::edit_process(draft, *process, edit),
        Command::EditEngagement { edit } => edit::edit_engagement(draft, edit),
        Command::Delete { ids } => delete::delete(draft, ids),
        Command::Import { records } => import::import(draft, records),
        Command::Merge { name, records, removed } => merge::merge(draft, name, records, removed),
    }
}
