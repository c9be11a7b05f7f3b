//! What a connector and the step behind it cost an end-to-end promise: the targets that cover them,
//! or, where none does, what they take as drawn. A completion target covers the steps from the one
//! that receives to where the stage ends: the next handoff, or the next stage that is drawn.

use super::shown::{BudgetLine, BudgetPart};
use crate::agreement::Standing;
use crate::findings::names;
use crate::graph::Graph;
use crate::language::Language;
use model::*;
use petgraph::graph::EdgeIndex;

/// The completion target that runs at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cover {
    /// None: what follows is not promised.
    Nothing,
    /// That of the handoff by which the item came.
    Handoff(HandoffId),
    /// That of the stage.
    Stage(StageId),
}

/// The clock of an end-to-end promise, and whether the map counts the same one.
#[derive(Clone, Copy)]
pub(super) struct Counting {
    pub clock: ClockKind,
    pub as_drawn: bool,
    /// What the lines are called in.
    pub language: Language,
}

/// The lines of one connector and the step it leads to, and the target that runs after it.
pub(super) fn price(
    graph: &Graph,
    edge: EdgeIndex,
    running: Cover,
    counting: Counting,
) -> (Vec<BudgetLine>, Cover) {
    let connector = graph.connector(edge);
    let document = graph.document;
    let (Some(from), Some(to)) = (document.step(connector.from), document.step(connector.to))
    else {
        return (Vec::new(), Cover::Nothing);
    };
    let at = At { document, connector, to, counting };
    let stage = at.stage_promise();
    if let (Cover::Stage(id), Some(at)) = (running, to.stage)
        && id == at
    {
        return (Vec::new(), running);
    }
    let Some(handoff) = document.handoff_at(connector) else {
        return match (running, stage) {
            (_, Some(promised)) => promised,
            (Cover::Handoff(_), None) if from.stage == to.stage => (Vec::new(), running),
            _ => (at.as_drawn(), Cover::Nothing),
        };
    };
    let (response, completion) = at.promises(handoff);
    let from = handoff.sla.and_then(|id| document.sla(id)).map(|sla| sla.completion_from);
    match (response, completion) {
        // Whoever completes has accepted before.
        (response, Some(mut done)) if from == Some(CompletionFrom::Release) => {
            done.minutes = done.minutes.max(response.map_or(Minutes(0), |it| it.minutes));
            (vec![done], Cover::Handoff(handoff.id))
        }
        (response, Some(done)) => {
            let first = response.or_else(|| at.wait());
            (first.into_iter().chain([done]).collect(), Cover::Handoff(handoff.id))
        }
        (Some(response), None) => {
            let (rest, cover) =
                stage.unwrap_or_else(|| (at.work().into_iter().collect(), Cover::Nothing));
            ([response].into_iter().chain(rest).collect(), cover)
        }
        (None, None) => stage.unwrap_or_else(|| (at.as_drawn(), Cover::Nothing)),
    }
}

/// A connector and the step behind it.
struct At<'a> {
    document: &'a Document,
    connector: &'a Connector,
    to: &'a Step,
    counting: Counting,
}

impl At<'_> {
    fn line(&self, name: String, minutes: Minutes, what: BudgetPart) -> BudgetLine {
        let handoff = self.document.handoff_at(self.connector).map(|it| it.id);
        BudgetLine {
            name,
            handoff,
            step: Some(self.to.id),
            minutes,
            what,
            objective: None,
            best: None,
            usual: None,
            worst: None,
            standing: Standing::Unknown,
        }
    }

    fn counts(&self, target: &Option<TimeTarget>) -> Option<Minutes> {
        target.filter(|it| it.clock == self.counting.clock).map(|it| it.minutes)
    }

    /// The target of the step's stage. It is counted from where the stage before lets go, so it
    /// covers the wait as well.
    fn stage_promise(&self) -> Option<(Vec<BudgetLine>, Cover)> {
        let stage = self.document.stage(self.to.stage?)?;
        let sla = self.document.sla(stage.sla?)?;
        let minutes = self.counts(&sla.completion)?;
        let mut line = self.line(stage.name.clone(), minutes, BudgetPart::Completion);
        line.objective = sla.completion_objective.or(sla.objective);
        Some((vec![line], Cover::Stage(stage.id)))
    }

    fn promises(&self, handoff: &Handoff) -> (Option<BudgetLine>, Option<BudgetLine>) {
        let Some(sla) = handoff.sla.and_then(|id| self.document.sla(id)) else {
            return (None, None);
        };
        let name = names::handoff(self.document, handoff, self.counting.language);
        let response = self.counts(&sla.response).map(|minutes| BudgetLine {
            objective: sla.objective,
            ..self.line(name.clone(), minutes, BudgetPart::Response)
        });
        let means = sla.completion_means.trim();
        let done = if means.is_empty() { name } else { format!("{name}: {means}") };
        let completion = self.counts(&sla.completion).map(|minutes| BudgetLine {
            objective: sla.completion_objective.or(sla.objective),
            ..self.line(done, minutes, BudgetPart::Completion)
        });
        (response, completion)
    }

    fn as_drawn(&self) -> Vec<BudgetLine> {
        self.wait().into_iter().chain(self.work()).collect()
    }

    fn wait(&self) -> Option<BudgetLine> {
        let name = names::connector(self.document, self.connector, self.counting.language);
        self.taken(name, self.connector.wait_minutes(), BudgetPart::Wait)
    }

    fn work(&self) -> Option<BudgetLine> {
        let name = names::step(self.document, self.to, self.counting.language);
        self.taken(name, self.to.span_minutes(), BudgetPart::Work)
    }

    fn taken(&self, name: String, minutes: i64, what: BudgetPart) -> Option<BudgetLine> {
        let minutes = Minutes(i32::try_from(minutes).ok()?);
        let counts = self.counting.as_drawn && minutes > Minutes(0);
        counts.then(|| self.line(name, minutes, what))
    }
}
