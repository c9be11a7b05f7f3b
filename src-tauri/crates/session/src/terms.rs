//! Questions about what two teams agree, answered from the document as it is now, in the language
//! of the room.

use crate::Failure;
use crate::session::Session;
use crate::today::today;
use analysis::network::Load;
use analysis::plan::Plan;
use analysis::{AgreementShown, EndToEndShown, Matrix};
use model::{HandoffId, Refusal, TeamId};
use std::collections::BTreeMap;

impl Session {
    /// The agreement of a handoff.
    ///
    /// # Errors
    /// There is no such handoff.
    pub fn agreement(&self, handoff: HandoffId) -> Result<AgreementShown, Failure> {
        analysis::agreement(&self.document(), handoff, self.language())
            .ok_or_else(|| Refusal::no_such("handoff", handoff).into())
    }

    /// The responsibility matrix of the state on the canvas.
    pub fn responsibility(&self) -> Matrix {
        analysis::matrix(&self.document(), self.state(), self.language())
    }

    /// How busy the teams of the state on the canvas are.
    pub fn loads(&self) -> BTreeMap<TeamId, Load> {
        analysis::network::loads(&self.document(), self.state())
    }

    /// The plan as it stands today.
    pub fn plan(&self) -> Plan {
        analysis::plan::plan(&self.document(), Some(&today()))
    }

    /// The end-to-end promises of the state on the canvas.
    pub fn promises(&self) -> Vec<EndToEndShown> {
        analysis::promises(&self.document(), self.state(), self.language())
    }
}
