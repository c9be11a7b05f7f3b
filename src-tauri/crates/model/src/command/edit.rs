//! Changing one field of one thing. Each edit names its field, so that two edits of one field
//! within a moment can become one undo.

use super::connect::{fitting_flow, may_connect};
use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::*;
use crate::refusal::{Refusal, RefusalCode};
use crate::value::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

macro_rules! edits {
    ($($(#[$doc:meta])* $name:ident for $record:ident { $($variant:ident($type:ty) => $field:ident),* $(; $($extra:ident($extra_type:ty)),*)? $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(tag = "field", content = "value", rename_all = "camelCase")]
        #[ts(export_to = "contract.ts")]
        #[allow(missing_docs)]
        pub enum $name {
            $($variant($type),)*
            $($($extra($extra_type)),*)?
        }

        impl $name {
            /// Writes the field; `false` when the field needs more than writing.
            pub(super) fn write(&self, record: &mut $record) -> bool {
                match self {
                    $($name::$variant(value) => { record.$field.clone_from(value); true })*
                    #[allow(unreachable_patterns)]
                    _ => false,
                }
            }
        }
    )*};
}

edits! {
    /// One field of a step.
    StepEdit for Step {
        Name(String) => name,
        Code(String) => code,
        Shape(StepKind) => shape,
        ProcessTime(Option<Estimate<Minutes>>) => process_time,
        Span(Option<Estimate<Minutes>>) => span,
        People(u16) => people,
        PeopleKnown(Knowledge) => people_known,
        CompleteAccurate(Option<Estimate<Share>>) => complete_accurate,
        CompleteAccurateByGiver(Option<Estimate<Share>>) => complete_accurate_by_giver,
        Value(Option<ValueClass>) => value,
        Systems(Vec<String>) => systems,
        Performers(Vec<String>) => performers,
        Backup(String) => backup,
        Inputs(Vec<String>) => inputs,
        Outputs(Vec<String>) => outputs,
        Procedure(String) => procedure,
        Unowned(bool) => unowned,
        Accountable(Option<RoleId>) => accountable,
        DeadEnd(bool) => dead_end,
        Stage(Option<StageId>) => stage,
        Notes(String) => notes,
    }
    /// One field of a connector. `From` and `To` attach an end elsewhere; the agreement survives.
    ConnectorEdit for Connector {
        Label(String) => label,
        Flow(ConnectorKind) => flow,
        Probability(Option<Share>) => probability,
        ProbabilityKnown(Knowledge) => probability_known,
        Primary(bool) => primary,
        Wait(Option<Estimate<Minutes>>) => wait,
        WaitByGiver(Option<Estimate<Minutes>>) => wait_by_giver,
        WaitByReceiver(Option<Estimate<Minutes>>) => wait_by_receiver,
        Cause(Option<DelayCause>) => cause,
        CauseNote(String) => cause_note,
        BatchInterval(Option<Minutes>) => batch_interval,
        BatchIntervalKnown(Knowledge) => batch_interval_known,
        Channel(String) => channel,
        Bends(Vec<Bend>) => bends;
        From(StepId), To(StepId)
    }
    /// One field of a handoff.
    HandoffEdit for Handoff {
        Passes(String) => passes,
        Trigger(String) => trigger,
        SendingRole(Option<RoleId>) => sending_role,
        ReceivingRole(Option<RoleId>) => receiving_role,
        Assignment(String) => assignment,
        Accountable(Option<RoleId>) => accountable,
        FollowUp(Option<FollowUp>) => follow_up,
        Acceptance(Option<Acceptance>) => acceptance,
        ReturnRoute(String) => return_route,
        ReturnReasons(Vec<String>) => return_reasons,
        Escalation(String) => escalation,
        Contingency(String) => contingency,
        Procedure(String) => procedure,
        ProcedureOwner(Option<RoleId>) => procedure_owner,
        ProcedureVersion(String) => procedure_version,
        ProcedureReview(String) => procedure_review,
        Contacts(String) => contacts,
        Measures(String) => measures,
        HandoffType(String) => handoff_type,
        Template(Option<TemplateId>) => template,
        Sla(Option<SlaId>) => sla,
        Varies(bool) => varies,
        Status(AgreementStatus) => status,
        Stated(BTreeSet<Check>) => stated,
    }
    /// One field of a team.
    TeamEdit for Team {
        Name(String) => name,
        Code(String) => code,
        External(bool) => external,
        Headcount(Option<u16>) => headcount,
        HeadcountKnown(Knowledge) => headcount_known,
        ProductiveMinutesPerDay(Option<u16>) => productive_minutes_per_day,
        ProductiveKnown(Knowledge) => productive_known,
        Calendar(Option<CalendarId>) => calendar,
        Colour(u8) => colour,
    }
    /// One field of a process.
    ProcessEdit for Process {
        Name(String) => name,
        Scope(String) => scope,
        Trigger(String) => trigger,
        EndCondition(String) => end_condition,
        WorkItem(String) => work_item,
        Customer(String) => customer,
        VolumePerThousandDays(Option<u32>) => volume_per_thousand_days,
        CountedWip(Option<u32>) => counted_wip,
        Calendar(Option<CalendarId>) => calendar,
        CostOfDelay(Option<Estimate<Money>>) => cost_of_delay,
        DaysPerYear(Option<u16>) => days_per_year;
        Volume(Option<Estimate<u32>>)
    }
    /// One field of the engagement.
    EngagementEdit for Engagement {
        Title(String) => title,
        Client(String) => client,
        Sponsor(String) => sponsor,
        Dates(String) => dates,
        PlanFrom(String) => plan_from,
        Facilitators(Vec<String>) => facilitators,
        Participants(Vec<String>) => participants,
        Scheme(RaciScheme) => scheme,
        Currency(String) => currency,
        Packs(Vec<PackChoice>) => packs,
    }
    /// One field of a role.
    RoleEdit for Role {
        Name(String) => name,
        Team(Option<TeamId>) => team,
        Person(String) => person,
        CostPerHour(Option<Estimate<Money>>) => cost_per_hour,
    }
    /// One field of a stage.
    StageEdit for Stage {
        Name(String) => name,
        Sla(Option<SlaId>) => sla,
    }
    /// One field of a state.
    StateEdit for State {
        Name(String) => name,
        Description(String) => description,
        Signatures(Vec<Signature>) => signatures,
    }
    /// One field of a service level.
    SlaEdit for Sla {
        Name(String) => name,
        KindOf(SlaKind) => kind_of,
        WorkClass(String) => work_class,
        Conditions(String) => conditions,
        Acknowledge(Option<TimeTarget>) => acknowledge,
        Response(Option<TimeTarget>) => response,
        ResponseMeans(String) => response_means,
        ResponseStart(Option<ClockEvent>) => response_start,
        ResponseStop(Option<ClockEvent>) => response_stop,
        Completion(Option<TimeTarget>) => completion,
        CompletionFrom(CompletionFrom) => completion_from,
        CompletionMeans(String) => completion_means,
        CompletionStop(Option<ClockEvent>) => completion_stop,
        EndToEnd(Option<EndToEnd>) => end_to_end,
        QualityStandard(String) => quality_standard,
        QualityCompleteAccurate(Option<Share>) => quality_complete_accurate,
        Calendar(Option<CalendarId>) => calendar,
        Objective(Option<Share>) => objective,
        CompletionObjective(Option<Share>) => completion_objective,
        ObjectiveWindow(Option<ObjectiveWindow>) => objective_window,
        Pauses(Vec<PauseRule>) => pauses,
        Escalations(Vec<EscalationLevel>) => escalations,
        BreachConsequence(String) => breach_consequence,
        MeasurementSource(String) => measurement_source,
        Exclusions(String) => exclusions,
        Owner(Option<RoleId>) => owner,
        EffectiveFrom(String) => effective_from,
        ReviewDate(String) => review_date,
        Version(String) => version,
        Signatures(Vec<Signature>) => signatures,
        Status(AgreementStatus) => status,
    }
    /// One field of a template.
    TemplateEdit for Template {
        Name(String) => name,
        Fields(Vec<TemplateField>) => fields,
        Owner(Option<RoleId>) => owner,
        Version(String) => version,
        ReviewDate(String) => review_date,
    }
    /// One field of a calendar.
    CalendarEdit for Calendar {
        Name(String) => name,
        TimeZone(String) => time_zone,
        Always(bool) => always,
        Windows(Vec<Window>) => windows,
        SpecialDays(Vec<SpecialDay>) => special_days,
    }
    /// One field of a criterion.
    CriterionEdit for Criterion {
        Obligation(Obligation) => obligation,
        Text(String) => text,
        Verifier(String) => verifier,
        Evidence(String) => evidence,
    }
    /// One field of an action.
    ActionEdit for Action {
        Text(String) => text,
        About(Vec<Target>) => about,
        Answers(Vec<PainPointId>) => answers,
        Owner(Option<RoleId>) => owner,
        Person(String) => person,
        Due(String) => due,
        HorizonDays(u16) => horizon_days,
        Effect(String) => effect,
        Effort(String) => effort,
        Status(ActionStatus) => status,
        KindOf(Option<ActionKind>) => kind_of,
        Work(Option<Minutes>) => work,
        Start(String) => start,
        After(Option<ActionId>) => after,
        Evidence(String) => evidence,
    }
    /// One field of a pain point.
    PainPointEdit for PainPoint {
        Text(String) => text,
        Quote(String) => quote,
        About(Vec<Target>) => about,
        Cause(Option<DelayCause>) => cause,
        Wastes(Vec<Waste>) => wastes,
        Signs(Vec<Sign>) => signs,
        Votes(u16) => votes,
        Severity(u8) => severity,
    }
    /// One field of an idea.
    IdeaEdit for Idea {
        Text(String) => text,
        About(Vec<Target>) => about,
        Votes(u16) => votes,
    }
    /// One field of a note.
    NoteEdit for Note {
        AboutKind(NoteKind) => about_kind,
        Text(String) => text,
        About(Vec<Target>) => about,
        Place(Option<Place>) => place,
    }
}

fn in_order<T: PartialOrd + Copy>(e: &Option<Estimate<T>>, id: RecordId) -> Result<(), Refusal> {
    let Some(e) = e else { return Ok(()) };
    let fits =
        e.best.is_none_or(|best| best <= e.usual) && e.worst.is_none_or(|worst| worst >= e.usual);
    if fits {
        return Ok(());
    }
    Err(Refusal::new(
        RefusalCode::RangeOutOfOrder,
        "The best case must not be above the usual one, nor the worst below it. Correct one of the three.",
        [id],
    ))
}

pub(super) fn edit_step(draft: &mut Draft, id: StepId, edit: &StepEdit) -> Result<Label, Refusal> {
    let mut step = draft.seen().step(id).ok_or_else(|| Refusal::no_such("step", id))?.clone();
    match edit {
        StepEdit::ProcessTime(time) | StepEdit::Span(time) => in_order(time, id.into())?,
        StepEdit::CompleteAccurate(share) | StepEdit::CompleteAccurateByGiver(share) => {
            in_order(share, id.into())?
        }
        StepEdit::Shape(shape) => may_become(draft, &step, *shape)?,
        _ => {}
    }
    edit.write(&mut step);
    let label = match edit {
        StepEdit::Name(_) => LabelCode::Rename,
        _ => LabelCode::ChangeStep,
    };
    let label = Label::of(label, &step.name);
    draft.put(step);
    Ok(label)
}

/// A start takes nothing and an end gives nothing, also when a step becomes one.
fn may_become(draft: &Draft, step: &Step, shape: StepKind) -> Result<(), Refusal> {
    let at = || draft.seen().connectors_at(step.id);
    if shape == StepKind::Start && at().any(|c| c.to == step.id) {
        return Err(Refusal::new(
            RefusalCode::StartTakesNothing,
            "Connectors lead into this step, so it cannot be a start. Delete them first.",
            [step.id.into()],
        ));
    }
    if shape == StepKind::End && at().any(|c| c.from == step.id) {
        return Err(Refusal::new(
            RefusalCode::EndGivesNothing,
            "Connectors lead out of this step, so it cannot be an end. Delete them first.",
            [step.id.into()],
        ));
    }
    Ok(())
}

fn connector(draft: &Draft, id: ConnectorId) -> Result<Connector, Refusal> {
    draft.seen().connector(id).cloned().ok_or_else(|| Refusal::no_such("connector", id))
}

/// How a connector is called: by its handoff, else by the step it leads to.
fn connector_name(draft: &Draft, it: &Connector) -> String {
    let seen = draft.seen();
    seen.handoff_at(it)
        .map(Handoff::name)
        .or_else(|| Some(seen.step(it.to)?.name.clone()))
        .unwrap_or_default()
}

pub(super) fn edit_connector(
    draft: &mut Draft,
    id: ConnectorId,
    edit: &ConnectorEdit,
) -> Result<Label, Refusal> {
    let mut it = connector(draft, id)?;
    let mut code = LabelCode::ChangeConnector;
    match edit {
        ConnectorEdit::From(step) | ConnectorEdit::To(step) => {
            if matches!(edit, ConnectorEdit::From(_)) {
                it.from = *step;
            } else {
                it.to = *step;
            }
            may_connect(draft.seen(), it.from, it.to)?;
            let twin = draft
                .seen()
                .connectors_at(it.from)
                .any(|c| c.id != id && c.from == it.from && c.to == it.to);
            if twin {
                return Err(Refusal::new(
                    RefusalCode::AlreadyConnected,
                    "These two steps are already connected this way.",
                    [it.from.into(), it.to.into()],
                ));
            }
            it.flow = fitting_flow(draft.seen(), it.from, it.to, Some(id));
            code = LabelCode::Reconnect;
        }
        ConnectorEdit::Wait(wait)
        | ConnectorEdit::WaitByGiver(wait)
        | ConnectorEdit::WaitByReceiver(wait) => in_order(wait, id.into())?,
        ConnectorEdit::Bends(_) => code = LabelCode::Bend,
        _ => {}
    }
    edit.write(&mut it);
    if it.probability.is_none() {
        it.probability_known = Knowledge::default();
    }
    if it.batch_interval.is_none() {
        it.batch_interval_known = Knowledge::default();
    }
    let label = Label::of(code, &connector_name(draft, &it));
    if it.primary && matches!(edit, ConnectorEdit::Primary(true)) {
        only_primary(draft, &it);
    }
    draft.put(it);
    Ok(label)
}

/// One branch of a step is the one the timeline follows.
fn only_primary(draft: &mut Draft, chosen: &Connector) {
    let others: Vec<Connector> = draft
        .seen()
        .connectors_at(chosen.from)
        .filter(|c| c.from == chosen.from && c.id != chosen.id && c.primary)
        .cloned()
        .collect();
    for mut other in others {
        other.primary = false;
        draft.put(other);
    }
}

pub(super) fn annotate_delay(
    draft: &mut Draft,
    id: ConnectorId,
    wait: &Option<Estimate<Minutes>>,
    cause: Option<DelayCause>,
    note: &str,
    batch_interval: Option<Minutes>,
) -> Result<Label, Refusal> {
    in_order(wait, id.into())?;
    let mut it = connector(draft, id)?;
    it.wait.clone_from(wait);
    it.cause = cause;
    it.cause_note = note.to_owned();
    it.batch_interval = batch_interval;
    let label = Label::of(LabelCode::AnnotateDelay, &connector_name(draft, &it));
    draft.put(it);
    Ok(label)
}

/// One field of one handoff, or the same field of several.
pub(super) fn edit_handoffs(
    draft: &mut Draft,
    ids: &[HandoffId],
    edit: &HandoffEdit,
) -> Result<Label, Refusal> {
    let mut name = String::new();
    for id in ids {
        let there = draft.seen().handoff(*id).ok_or_else(|| Refusal::no_such("handoff", *id))?;
        let mut it = there.clone();
        edit.write(&mut it);
        name = it.name();
        draft.put(it);
    }
    match ids {
        [] => Err(Refusal::new(RefusalCode::NothingToDo, "No handoff was chosen.", [])),
        [_] => Ok(Label::of(LabelCode::ChangeHandoff, &name)),
        _ => Ok(Label::several(LabelCode::ChangeHandoff, ids.len())),
    }
}

pub(super) fn edit_team(draft: &mut Draft, id: TeamId, edit: &TeamEdit) -> Result<Label, Refusal> {
    let mut it = draft.seen().team(id).ok_or_else(|| Refusal::no_such("team", id))?.clone();
    edit.write(&mut it);
    if it.headcount.is_none() {
        it.headcount_known = Knowledge::default();
    }
    if it.productive_minutes_per_day.is_none() {
        it.productive_known = Knowledge::default();
    }
    let code = match edit {
        TeamEdit::Name(_) => LabelCode::Rename,
        _ => LabelCode::ChangeTeam,
    };
    let label = Label::of(code, &it.name);
    draft.put(it);
    Ok(label)
}

pub(super) fn edit_process(
    draft: &mut Draft,
    id: ProcessId,
    edit: &ProcessEdit,
) -> Result<Label, Refusal> {
    let mut it = draft.seen().process(id).ok_or_else(|| Refusal::no_such("process", id))?.clone();
    match edit {
        ProcessEdit::Volume(volume) => {
            in_order(volume, id.into())?;
            it.set_volume(volume);
        }
        // A plain number says nothing of a range; the one that was is not of it.
        ProcessEdit::VolumePerThousandDays(_) => it.set_volume(&None),
        ProcessEdit::CostOfDelay(cost) => in_order(cost, id.into())?,
        _ => {}
    }
    edit.write(&mut it);
    let label = Label::of(LabelCode::ChangeProcess, &it.name);
    draft.put(it);
    Ok(label)
}

pub(super) fn edit_engagement(draft: &mut Draft, edit: &EngagementEdit) -> Result<Label, Refusal> {
    let mut it = draft
        .seen()
        .the_engagement()
        .ok_or_else(|| Refusal::no_such("engagement", RecordId(0)))?
        .clone();
    edit.write(&mut it);
    let label = Label::of(LabelCode::ChangeEngagement, &it.title);
    draft.put(it);
    Ok(label)
}

pub(super) fn rename(draft: &mut Draft, id: RecordId, name: &str) -> Result<Label, Refusal> {
    let seen = draft.seen();
    let record = seen.record(id).ok_or_else(|| Refusal::no_such("thing", id))?;
    let name_after = name.to_owned();
    let name = name_after.clone();
    let renamed: Record = match record {
        Record::Step(it) => Step { name, ..it }.into(),
        Record::Team(it) => Team { name, ..it }.into(),
        Record::Lane(lane) => {
            let team =
                seen.team(lane.team).ok_or_else(|| Refusal::no_such("team", lane.team))?.clone();
            Team { name, ..team }.into()
        }
        Record::Role(it) => Role { name, ..it }.into(),
        Record::Stage(it) => Stage { name, ..it }.into(),
        Record::State(it) => State { name, ..it }.into(),
        Record::Process(it) => Process { name, ..it }.into(),
        Record::Engagement(it) => Engagement { title: name, ..it }.into(),
        Record::Connector(it) => Connector { label: name, ..it }.into(),
        Record::Handoff(it) => Handoff { passes: name, ..it }.into(),
        other => {
            return Err(Refusal::new(
                RefusalCode::NothingToDo,
                format!("A {} has no name to change.", other.kind().word()),
                [id],
            ));
        }
    };
    draft.put(renamed);
    Ok(Label::of(LabelCode::Rename, &name_after))
}

/// The client's logo in the place of the one before.
pub(super) fn set_logo(draft: &mut Draft, picture: Option<&Picture>) -> Result<Label, Refusal> {
    let before: Vec<RecordId> = draft.seen().pictures().map(|it| it.id.into()).collect();
    if before.is_empty() && picture.is_none() {
        let message = "There is no logo to take away.";
        return Err(Refusal::new(RefusalCode::NothingToDo, message, []));
    }
    before.into_iter().for_each(|id| draft.remove(id));
    if let Some(picture) = picture {
        let id = draft.fresh().into();
        draft.put(Picture { id, ..picture.clone() });
    }
    let name = picture.map_or("", |it| it.name.as_str());
    Ok(Label::of(LabelCode::SetLogo, name))
}
