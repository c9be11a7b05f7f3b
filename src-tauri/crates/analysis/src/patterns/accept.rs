//! Replace push with explicit accept and return (domain.md 6.3, rule 4; 4.1: closed loop, "accept or
//! send back to sender").

use super::making::Making;
use super::shown::{Assumed, FoundPattern, PatternAt};
use super::site::Site;
use super::texts;
use crate::branch::rework_share;
use crate::presets::return_reasons;
use model::*;
use petgraph::graph::EdgeIndex;
use petgraph::visit::EdgeRef;

/// How much is returned where nothing was until now, and at most what is not right (Baton's decision;
/// the bound is NET-006).
const RETURNED: Share = Share(500);
/// Sent back together more often than this, work would hardly ever go on.
const MOST_RETURNED: f64 = 0.9;
/// The response of an office that nobody has asked yet is half a day of the clock, on the wall an hour;
/// never longer than is waited today (Baton's decision; Sample A agrees on half a day).
const HOUR: i32 = 60;

pub(super) fn places(site: &Site) -> Vec<PatternAt> {
    let open = site.handoffs().filter(|(_, it)| Missing::of(site, it).any());
    let place = |it: &Handoff| Target::Handoff(it.id);
    open.map(|(_, it)| PatternAt {
        pattern: Pattern::AcceptAndReturn,
        place: place(it),
        lane: None,
    })
    .collect()
}

/// The receiver says yes or sends back, within a response target, for one of the usual reasons. The
/// way back is drawn where there is none and it crosses no border of parallel work (FLW-010).
pub(super) fn make(site: &Site, mut making: Making) -> Option<FoundPattern> {
    let Target::Handoff(id) = making.place() else { return None };
    let (edge, handoff) = site.at_handoff(id)?;
    let missing = Missing::of(site, handoff);
    if !missing.any() {
        return None;
    }
    let mut about = vec![Target::Handoff(id)];
    if let Some(drawn) = draw_return(site, &mut making, edge) {
        about.push(drawn);
    }
    if missing.acceptance {
        making.edit_handoff(id, HandoffEdit::Acceptance(Some(Acceptance::Explicit)));
    }
    if missing.route {
        let route = HandoffEdit::ReturnRoute(texts::back_to_sender(site.language));
        making.edit_handoff(id, route);
    }
    if handoff.return_reasons.is_empty() {
        making.edit_handoff(id, HandoffEdit::ReturnReasons(return_reasons(site.language)));
    }
    if missing.response {
        respond(site, &mut making, handoff, site.graph.connector(edge));
    }
    let minutes = site.graph.connector(edge).wait_minutes();
    making.done(about, minutes, handoff.name())
}

struct Missing {
    acceptance: bool,
    route: bool,
    response: bool,
}

impl Missing {
    fn of(site: &Site, it: &Handoff) -> Missing {
        let sla = it.sla.and_then(|sla| site.document().sla(sla));
        Missing {
            acceptance: it.acceptance != Some(Acceptance::Explicit),
            route: it.return_route.trim().is_empty(),
            response: sla.is_none_or(|sla| sla.response.is_none()),
        }
    }

    fn any(&self) -> bool {
        self.acceptance || self.route || self.response
    }
}

/// A service level may be shared by other handoffs and other states: this handoff has a copy of it.
fn respond(site: &Site, making: &mut Making, handoff: &Handoff, connector: &Connector) {
    let process = site.document().process_of(site.graph.state);
    let clock = process.map(|it| it.clock).unwrap_or_default();
    let usual = match clock.kind {
        ClockKind::Business => i32::from(clock.minutes_per_day) / 2,
        ClockKind::Elapsed => HOUR,
    };
    let waited = connector.wait.as_ref().map(|it| it.usual.0).filter(|it| *it > 0);
    let minutes = Minutes(waited.map_or(usual, |it| it.min(usual)));
    let proposed = Assumed::Response { minutes };
    let Assumed::Response { minutes } = making.assume(handoff.id, None, proposed) else { return };
    let response = Some(TimeTarget { minutes, clock: clock.kind });
    let agreed = handoff.sla.and_then(|it| site.document().sla(it)).cloned();
    let sla = match agreed {
        Some(agreed) => {
            Sla { response, signatures: Vec::new(), status: AgreementStatus::Draft, ..agreed }
        }
        None => Sla {
            name: texts::response(site.language, &handoff.name()),
            response,
            calendar: process.and_then(|it| it.calendar),
            ..Sla::default()
        },
    };
    let add = Command::AddSla { sla: Box::new(sla), handoffs: vec![handoff.id] };
    let _: SlaId = making.makes(add);
}

/// The way back to the step that sends, as rework; first of all, as later commands speak of it.
fn draw_return(site: &Site, making: &mut Making, edge: EdgeIndex) -> Option<Target> {
    let (from, to) = site.graph.net.edge_endpoints(edge)?;
    let (giver, receiver) = (site.graph.step(from), site.graph.step(to));
    let may = giver.shape != StepKind::Start && receiver.shape != StepKind::End;
    let there = site.graph.leaving(to).any(|it| it.target() == from);
    let crosses = !site.inside[from].is_empty() || !site.inside[to].is_empty();
    let quality = giver.complete_accurate.as_ref().map(|it| it.usual);
    let wrong = quality.map_or(RETURNED, |it| Share(Share::ALL.0.saturating_sub(it.0)));
    let proposed = RETURNED.min(wrong);
    let often = rework_share(&site.graph, to) + proposed.fraction();
    if !may || there || crosses || proposed.0 == 0 || often > MOST_RETURNED {
        return None;
    }
    let proposed = Assumed::Returned { share: proposed };
    let Assumed::Returned { share } = making.assume(receiver.id, None, proposed) else {
        return None;
    };
    if share.0 == 0 || rework_share(&site.graph, to) + share.fraction() > MOST_RETURNED {
        return None;
    }
    let to = Destination::Step { step: giver.id };
    let back: ConnectorId = making.makes(Command::Connect { from: receiver.id, to });
    making.share_of(back, share);
    making.edit_connector(back, ConnectorEdit::Label(texts::not_accepted(site.language)));
    making.note(Target::Connector(back), texts::comes_back(site.language, None, share));
    Some(Target::Step(giver.id))
}
