//! The analysis of the state on the canvas, worked out when asked for: it is about one revision, and
//! an edit costs nothing more for it.

use crate::api::{AnalysisShown, ExpectedShown};
use crate::session::Session;
use analysis::attainment::Measured;
use model::MeasuredItem;

impl Session {
    /// The Expected view of the state on the canvas, and how its teams hang together.
    pub fn analysis(&self) -> AnalysisShown {
        let (network, expected) = analysis::network::network(&self.document(), self.state());
        let expected = match expected {
            Ok(view) => ExpectedShown::Known { view },
            Err(why) => ExpectedShown::Unknown { message: why.to_string(), why },
        };
        AnalysisShown { revision: self.revision(), expected, network }
    }

    /// Measured items held against the state on the canvas.
    pub fn measured(&self, items: &[MeasuredItem]) -> Measured {
        analysis::attainment::measured(&self.document(), self.state(), items)
    }
}
