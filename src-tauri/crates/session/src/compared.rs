//! Two states of the open file held against each other, as figures, words and pictures.

use crate::Failure;
use crate::api::{CaseShown, Compared, ComparedSides};
use crate::session::Session;
use crate::today::today;
use analysis::compare::case::case;
use analysis::compare::{Comparison, Side, compare};
use model::{Document, Refusal, StateId};
use scene::{Composer, compared};
use std::sync::Arc;

impl Session {
    /// What became of one state in another, and both in one picture.
    ///
    /// # Errors
    /// There is no such state.
    pub fn compare(&self, from: StateId, to: StateId) -> Result<Compared, Failure> {
        let comparison = self.comparison(from, to)?;
        let document = self.document();
        let mut composer = Composer::speaking(self.language());
        let scene = compared::overlay(&mut composer, &document, &comparison);
        Ok(Compared { revision: self.revision(), comparison, scene })
    }

    /// The two states, each marked by what becomes of it.
    ///
    /// # Errors
    /// There is no such state.
    pub fn compare_sides(&self, from: StateId, to: StateId) -> Result<ComparedSides, Failure> {
        let comparison = self.comparison(from, to)?;
        let document = self.document();
        let mut composer = Composer::speaking(self.language());
        let before = compared::side(&mut composer, &document, &comparison, from);
        let after = compared::side(&mut composer, &document, &comparison, to);
        Ok(ComparedSides { revision: self.revision(), before, after })
    }

    /// What the second state frees, and what that is worth in a year.
    ///
    /// # Errors
    /// There is no such state.
    pub fn business_case(&self, from: StateId, to: StateId) -> Result<CaseShown, Failure> {
        let document = self.both(from, to)?;
        Ok(CaseShown { revision: self.revision(), case: case(&document, from, to) })
    }

    fn both(&self, from: StateId, to: StateId) -> Result<Arc<Document>, Failure> {
        let document = self.document();
        for state in [from, to] {
            document.state(state).ok_or_else(|| Refusal::no_such("map", state))?;
        }
        Ok(document)
    }

    /// What became of one state in another.
    ///
    /// # Errors
    /// There is no such state.
    pub fn comparison(&self, from: StateId, to: StateId) -> Result<Comparison, Failure> {
        let document = self.both(from, to)?;
        let side = |state| Side { document: &document, state };
        Ok(compare(side(from), side(to), Some(&today()), self.language()))
    }
}
