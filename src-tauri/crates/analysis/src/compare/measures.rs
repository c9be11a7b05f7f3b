//! Figures before and after (domain.md 8.3 and 8.4, "Before and after").

use super::Side;
use super::shown::{Measure, MeasureOf, MeasureUnit};
use crate::expected::Expected;
use crate::figures::{Figures, Severity};
use crate::graph::Graph;
use crate::language::Language;
use crate::readiness::Agreements;
use crate::{Timeline, expected};

/// The figures of one state.
pub(super) struct Figured {
    pub figures: Figures,
    pub expected: Option<Expected>,
    open_checks: u32,
}

impl Figured {
    pub(super) fn of(side: &Side, graph: &Graph, today: Option<&str>) -> Figured {
        let figures = crate::counts::of_graph(graph, &Agreements::of(side.document));
        let findings =
            crate::findings::findings_on(side.document, side.state, today, Language::English);
        let open = findings.iter().filter(|it| {
            it.waived.is_none() && matches!(it.severity, Severity::Error | Severity::Warning)
        });
        let open_checks = u32::try_from(open.count()).unwrap_or(u32::MAX);
        Figured { figures, expected: expected::of_graph(graph).ok(), open_checks }
    }

    pub(super) fn timeline(&self) -> Option<&Timeline> {
        self.figures.timeline.as_ref()
    }
}

/// All measures, in the order of the specification.
pub(super) fn all((before, after): &(Figured, Figured)) -> Vec<Measure> {
    use MeasureOf::*;
    use MeasureUnit::*;
    let mut all = Vec::new();
    let mut add = |of, unit, less_is_better, value: &dyn Fn(&Figured) -> Option<f64>| {
        all.push(Measure { of, unit, before: value(before), after: value(after), less_is_better });
    };
    let timeline =
        |value: fn(&Timeline) -> Option<f64>| move |it: &Figured| it.timeline().and_then(value);
    let expected = |value: fn(&Expected) -> Option<f64>| {
        move |it: &Figured| it.expected.as_ref().and_then(value)
    };
    add(LeadTime, Minutes, true, &timeline(|it| Some(it.lead_time as f64)));
    add(ExpectedLeadTime, Minutes, true, &expected(|it| it.lead_time.minutes()));
    add(ProcessTime, Minutes, true, &timeline(|it| Some(it.process_time as f64)));
    add(ActivityRatio, Percent, false, &timeline(|it| it.activity_ratio));
    add(RolledCompleteAccurate, Percent, false, &timeline(|it| it.rolled_complete_accurate));
    add(Steps, Count, true, &timeline(|it| Some(f64::from(it.steps))));
    add(Handoffs, Count, true, &timeline(|it| Some(f64::from(it.handoffs))));
    add(ExpectedHandoffs, Count, true, &expected(|it| Some(it.handoffs)));
    add(ExpectedReturns, Count, true, &expected(|it| Some(it.returns)));
    add(BetweenTeamWait, Minutes, true, &timeline(|it| Some(it.between_team_wait as f64)));
    add(BetweenTeamShare, Percent, true, &timeline(|it| it.between_team_share));
    add(ExpectedTouches, Count, true, &expected(|it| Some(it.touches)));
    add(ExpectedEffort, PersonMinutes, true, &expected(|it| Some(it.effort)));
    add(Readiness, Percent, false, &|it| it.figures.readiness_score);
    add(OpenChecks, Count, true, &|it| Some(f64::from(it.open_checks)));
    all
}
