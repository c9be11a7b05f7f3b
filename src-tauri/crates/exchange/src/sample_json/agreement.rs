//! What a file says of its handoffs: readiness, roles, criteria and responsibilities.

use super::Making;
use super::format::{self, Map};
use super::sla::agreed;
use super::values::{maybe_word, no_such, out_of_range, short, word};
use crate::error::Error;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

impl Making {
    pub(super) fn handoffs(&mut self, map: Map) -> Result<(), Error> {
        for (at, it) in map.handoff_meta.0.iter().enumerate() {
            self.meta(it, &format!("{}handoff_meta[{at}]", map.prefix))?;
        }
        for (at, it) in map.slas.0.iter().enumerate() {
            self.sla(it, &format!("{}slas[{at}]", map.prefix))?;
        }
        self.criteria(map)?;
        for (code, row) in &map.raci.0 {
            self.raci(code, &row.0, map.prefix)?;
        }
        Ok(())
    }

    fn meta(&mut self, it: &format::HandoffMeta, path: &str) -> Result<(), Error> {
        let at = |key: &str| format!("{path}.{key}");
        let stated = ready(&it.ready, &at("ready"))?;
        let sending_role = self.role(&it.giver, &at("giver"))?;
        let receiving_role = self.role(&it.receiver, &at("receiver"))?;
        let accountable = self.role(&it.accountable, &at("accountable"))?;
        let follow_up = [FollowUp::Auto, FollowUp::Manual];
        let follow_up = maybe_word(&it.followup, &at("followup"), &follow_up, FollowUp::word)?;
        let acceptance =
            maybe_word(&it.acceptance, &at("acceptance"), Acceptance::ALL, Acceptance::word)?;
        let status = agreed(&it.status, &at("status"))?;
        let template = match &it.template {
            Some(code) => {
                let found = self.templates.get(code).copied();
                Some(found.ok_or_else(|| no_such(&at("template"), "template", code))?)
            }
            None => None,
        };
        let old = self.handoff(&it.id, &at("id"))?;
        *old = Handoff {
            id: old.id,
            connector: old.connector,
            number: old.number,
            passes: it.passes.clone(),
            trigger: it.trigger.clone(),
            sending_role,
            receiving_role,
            accountable,
            follow_up,
            acceptance,
            return_route: it.return_route.clone(),
            return_reasons: it.return_reasons.0.clone(),
            template,
            escalation: it.escalation.clone(),
            contingency: it.contingency.clone(),
            procedure: it.procedure.clone(),
            varies: it.varies,
            status,
            stated,
            ..Handoff::default()
        };
        if let Some(connector) = self.connectors.get_mut(&it.id) {
            connector.channel.clone_from(&it.channel);
        }
        Ok(())
    }

    fn criteria(&mut self, map: Map) -> Result<(), Error> {
        let sides = [CriterionSide::Entry, CriterionSide::Exit];
        let obligations = [Obligation::Must, Obligation::Should];
        let mut orders: BTreeMap<(HandoffId, CriterionSide), u16> = BTreeMap::new();
        for (at, it) in map.criteria.0.iter().enumerate() {
            let path = format!("{}criteria[{at}]", map.prefix);
            let handoff = self.handoff(&it.handoff, &format!("{path}.handoff"))?.id;
            let side = word(&it.side, &format!("{path}.side"), &sides, CriterionSide::word)?;
            let obligation = maybe_word(
                &it.obligation,
                &format!("{path}.obligation"),
                &obligations,
                Obligation::word,
            )?;
            let order = orders.entry((handoff, side)).or_default();
            let id = self.fresh(&path);
            self.put(Criterion {
                id,
                about: Target::Handoff(handoff),
                side,
                obligation: obligation.unwrap_or(Obligation::Must),
                text: it.text.clone(),
                verifier: it.verifier.clone(),
                evidence: it.evidence.clone(),
                order: *order,
            });
            *order = order.saturating_add(1);
        }
        Ok(())
    }

    fn raci(&mut self, code: &str, cells: &[(String, String)], prefix: &str) -> Result<(), Error> {
        let path = format!("{prefix}raci.{}", short(code));
        let row = match self.steps.get(code) {
            Some((step, _)) => Target::Step(*step),
            None => Target::Handoff(self.handoff(code, &path)?.id),
        };
        for (role, cell) in cells {
            let path = format!("{path}.{}", short(role));
            let role = self.roles.get(role).copied().ok_or_else(|| no_such(&path, "role", role))?;
            let letter = |text: &str| word(text.trim(), &path, RaciLetter::ALL, RaciLetter::word);
            let letters = cell.split('/').map(letter).collect::<Result<BTreeSet<_>, _>>()?;
            let id = self.fresh(&path);
            self.put(RaciAssignment { id, row, part: RowPart::Whole, role, letters });
        }
        Ok(())
    }
}

/// The checks that the ten flags say are met (domain.md 7.4).
fn ready(flags: &str, path: &str) -> Result<BTreeSet<Check>, Error> {
    let ten = flags.len() == Check::ALL.len() && flags.bytes().all(|b| matches!(b, b'0' | b'1'));
    if !ten && !flags.is_empty() {
        return Err(out_of_range(path, "ten flags, each 0 or 1"));
    }
    let met = Check::ALL.iter().zip(flags.bytes()).filter(|(_, flag)| *flag == b'1');
    Ok(met.map(|(check, _)| *check).collect())
}
