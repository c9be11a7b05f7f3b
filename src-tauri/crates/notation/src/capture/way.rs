//! The way that an arrow draws: one that is there is used, a new one gets the kind that fits, as
//! when it is drawn by hand.

use super::line::Capturing;
use crate::error::{Error, Problem};
use crate::lex::{Arrow, Part};
use model::*;
use std::collections::BTreeSet;

/// Steps looked at in one text to see whether arrows lead back; past that, arrows lead on.
pub(super) const LOOKS: usize = 500_000;

impl Capturing<'_> {
    /// The way between two steps, made if there is none.
    pub fn way(
        &mut self,
        from: StepId,
        to: StepId,
        arrow: Arrow,
        head: &Part<'_>,
    ) -> Result<ConnectorId, Error> {
        let shape = |id| self.work.step(id).map(|it| it.shape);
        if from == to {
            return Err(head.error(Problem::Loop));
        }
        if shape(to) == Some(StepKind::Start) {
            return Err(head.error(Problem::IntoStart));
        }
        if shape(from) == Some(StepKind::End) {
            return Err(head.error(Problem::OutOfEnd));
        }
        let back = arrow == Arrow::Back;
        let there = self.work.way(from, to);
        let back = back || (there.is_none() && self.leads(to, from));
        let id = match there {
            Some(id) => id,
            None => self.work.new_way(from, to, head.spot),
        };
        self.work.touched(id, head.spot);
        if let (true, Some(it)) = (back, self.work.change_connector(id)) {
            it.flow = ConnectorKind::Rework;
        }
        if there.is_none() || back {
            self.sources.insert(from);
        }
        Ok(id)
    }

    /// Whether forward ways lead from one step to another.
    fn leads(&mut self, from: StepId, to: StepId) -> bool {
        let mut seen = BTreeSet::from([from]);
        let mut stack = vec![from];
        while let Some(step) = stack.pop() {
            if step == to {
                return true;
            }
            self.looks = self.looks.saturating_sub(1);
            if self.looks == 0 {
                return false;
            }
            for id in self.work.ways_out(step) {
                let Some(it) = self.work.connector(*id) else { continue };
                if it.flow != ConnectorKind::Rework && seen.insert(it.to) {
                    stack.push(it.to);
                }
            }
        }
        false
    }

    /// Gives ways whose kind was not said the kind that follows: alternatives beside alternatives.
    /// The rest is what the model settles after every command: together where there are several
    /// ways on, one after the other where there is one, whatever was said.
    pub fn settle_ways(&mut self) {
        for source in std::mem::take(&mut self.sources) {
            let ways: Vec<(ConnectorId, ConnectorKind)> = self
                .work
                .ways_out(source)
                .iter()
                .filter_map(|id| Some((*id, self.work.connector(*id)?.flow)))
                .filter(|(_, flow)| *flow != ConnectorKind::Rework)
                .collect();
            let apart = self.work.chooses(source);
            let together = if ways.len() > 1 { ConnectorKind::And } else { ConnectorKind::Seq };
            for (id, flow) in ways {
                let fits = match flow {
                    ConnectorKind::Seq if apart && !self.told.contains(&id) => ConnectorKind::Xor,
                    ConnectorKind::Seq | ConnectorKind::And => together,
                    _ => flow,
                };
                if fits != flow
                    && let Some(it) = self.work.change_connector(id)
                {
                    it.flow = fits;
                }
            }
        }
    }
}
