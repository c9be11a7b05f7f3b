//! Standard template, no re-entry (domain.md 6.3, rule 8): a form says what comes along.

use super::making::Making;
use super::shown::{Assumed, FoundPattern, PatternAt};
use super::site::Site;
use model::*;

/// The form for whatever is handed over.
const GENERIC: &str = "generic";

pub(super) fn places(site: &Site) -> Vec<PatternAt> {
    let open = site.handoffs().filter(|(_, it)| it.template.is_none());
    let place = |it: &Handoff| Target::Handoff(it.id);
    open.map(|(_, it)| PatternAt { pattern: Pattern::StandardForm, place: place(it), lane: None })
        .collect()
}

/// The form that handoffs of the same sort have already (INF-009), else one to begin with, of which a
/// document needs each only once. A wait for information halves, as where two teams agree what
/// passes between them (Baton's decision).
pub(super) fn make(site: &Site, mut making: Making) -> Option<FoundPattern> {
    let Target::Handoff(id) = making.place() else { return None };
    let (edge, handoff) = site.at_handoff(id)?;
    if handoff.template.is_some() {
        return None;
    }
    let like = same_sort(site, handoff);
    let form = match like {
        Some(_) => None,
        None => {
            let proposed = Assumed::Form { preset: GENERIC.to_owned() };
            match making.assume(id, None, proposed) {
                Assumed::Form { preset } => Some(preset),
                _ => None,
            }
        }
    };
    attach_form(site, &mut making, handoff, form.as_deref());
    let connector = site.graph.connector(edge);
    let asked = connector.cause == Some(DelayCause::Information);
    let wait = connector.wait.as_ref().map(|it| it.usual).filter(|it| asked && it.0 > 1);
    if let Some(wait) = wait {
        let left = making.wait(connector.id, Some(wait), Minutes(wait.0 / 2));
        making.wait_of(connector, left, connector.cause);
    }
    let minutes = wait.map_or(0, |it| i64::from(it.0));
    making.done(vec![Target::Handoff(id)], minutes, handoff.name())
}

/// A form for a handoff that has none.
pub(super) fn attach_form(
    site: &Site,
    making: &mut Making,
    handoff: &Handoff,
    preset: Option<&str>,
) {
    if handoff.template.is_some() {
        return;
    }
    let preset = preset.unwrap_or(GENERIC);
    let mut there = site.document().templates();
    let known =
        same_sort(site, handoff).or_else(|| there.find(|it| it.preset == preset).map(|it| it.id));
    if let Some(known) = known {
        making.edit_handoff(handoff.id, HandoffEdit::Template(Some(known)));
        return;
    }
    let form = site.forms.iter().find(|it| it.preset == preset).or(site.forms.first());
    if let Some(form) = form {
        let template = Box::new(form.clone());
        let add = Command::AddTemplate { template, handoffs: vec![handoff.id] };
        let _: TemplateId = making.makes(add);
    }
}

/// The form of another handoff of the same sort.
fn same_sort(site: &Site, handoff: &Handoff) -> Option<TemplateId> {
    let sort = handoff.handoff_type.trim();
    let mut all = site.document().handoffs().filter(|it| it.handoff_type.trim() == sort);
    all.find_map(|it| it.template).filter(|_| !sort.is_empty())
}
