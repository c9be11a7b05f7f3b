//! The records: every thing with an id that an engagement holds (domain.md 1.2). One table names
//! each kind once; the document, the file and the contract are made from it.

mod agreement;
mod bounds;
mod connector;
mod frame;
mod map;
mod pack;
mod picture;
mod sla;
mod template;
mod volume;
mod workshop;

pub use agreement::*;
pub use connector::*;
pub use frame::*;
pub use map::*;
pub use pack::*;
pub use picture::*;
pub use sla::*;
pub use template::*;
pub use volume::*;
pub use workshop::*;

use crate::id::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a record does when something it refers to goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// It never referred to it.
    Untouched,
    /// It dropped the reference and stays.
    Loosened,
    /// It cannot be without it and goes too.
    Goes,
}

/// What every record can say about itself.
pub trait Entity {
    /// Calls `visit` with each record it refers to.
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId));
    /// Lets go of `gone`.
    fn release(&mut self, gone: RecordId) -> Release;
    /// The field that holds something out of bounds, if any.
    fn out_of_bounds(&self) -> Option<&'static str>;
}

/// Calls `$macro` with every kind: variant, table, id type, singular accessor, word in the file.
#[macro_export]
#[doc(hidden)]
macro_rules! for_each_kind {
    ($macro:ident) => {
        $macro! {
            Engagement engagements EngagementId engagement "engagement",
            Process processes ProcessId process "process",
            State states StateId state "state",
            Team teams TeamId team "team",
            Lane lanes LaneId lane "lane",
            Role roles RoleId role "role",
            Stage stages StageId stage "stage",
            Step steps StepId step "step",
            Connector connectors ConnectorId connector "connector",
            Handoff handoffs HandoffId handoff "handoff",
            Criterion criteria CriterionId criterion "criterion",
            Template templates TemplateId template "template",
            Sla slas SlaId sla "sla",
            Calendar calendars CalendarId calendar "calendar",
            RaciAssignment raci_assignments RaciAssignmentId raci_assignment "raciAssignment",
            PainPoint pain_points PainPointId pain_point "painPoint",
            Idea ideas IdeaId idea "idea",
            Action actions ActionId action "action",
            Note notes NoteId note "note",
            MeasurementRun measurement_runs MeasurementRunId measurement_run "measurementRun",
            Waiver waivers WaiverId waiver "waiver",
            Picture pictures PictureId picture "picture",
        }
    };
}

macro_rules! record_enum {
    ($($variant:ident $table:ident $id:ident $one:ident $word:literal),* $(,)?) => {
        /// One thing with an id.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(tag = "kind")]
        #[ts(export_to = "contract.ts")]
        #[allow(clippy::large_enum_variant, missing_docs)]
        pub enum Record {
            $(#[serde(rename = $word)] $variant($variant)),*
        }

        /// The kinds of record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(export_to = "contract.ts")]
        #[allow(missing_docs)]
        pub enum Kind {
            $(#[serde(rename = $word)] $variant),*
        }

        impl Kind {
            /// The word used in the file.
            pub fn word(self) -> &'static str {
                match self { $(Kind::$variant => $word),* }
            }

            /// The kind for a word, if there is one.
            pub fn from_word(word: &str) -> Option<Kind> {
                match word { $($word => Some(Kind::$variant),)* _ => None }
            }
        }

        impl Record {
            /// Its id.
            pub fn id(&self) -> RecordId {
                match self { $(Record::$variant(it) => it.id.into()),* }
            }

            /// Its kind.
            pub fn kind(&self) -> Kind {
                match self { $(Record::$variant(_) => Kind::$variant),* }
            }
        }

        impl Entity for Record {
            fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
                match self { $(Record::$variant(it) => it.references(visit)),* }
            }

            fn release(&mut self, gone: RecordId) -> Release {
                match self { $(Record::$variant(it) => it.release(gone)),* }
            }

            fn out_of_bounds(&self) -> Option<&'static str> {
                match self { $(Record::$variant(it) => it.out_of_bounds()),* }
            }
        }

        $(impl From<$variant> for Record {
            fn from(it: $variant) -> Record { Record::$variant(it) }
        })*
    };
}
for_each_kind!(record_enum);

/// Releases references: `owner` fields take the record along, `loose` ones are emptied, `lists`
/// lose the entry.
macro_rules! refers {
    ($self:ident, $visit:ident, $gone:ident;
     owned { $($of:ident: $ok:ident),* }
     loose { $($lf:ident: $lk:ident),* }
     lists { $($vf:ident: $vk:ident),* }) => {
        fn references(&$self, $visit: &mut dyn FnMut($crate::Kind, $crate::RecordId)) {
            $($visit($crate::Kind::$ok, $self.$of.into());)*
            $(if let Some(id) = $self.$lf { $visit($crate::Kind::$lk, id.into()); })*
            $(for id in &$self.$vf { $visit($crate::Kind::$vk, (*id).into()); })*
            let _ = $visit;
        }

        fn release(&mut $self, $gone: $crate::RecordId) -> $crate::Release {
            let mut answer = $crate::Release::Untouched;
            $(if $crate::RecordId::from($self.$of) == $gone { return $crate::Release::Goes; })*
            $(if $self.$lf.map($crate::RecordId::from) == Some($gone) {
                $self.$lf = None;
                answer = $crate::Release::Loosened;
            })*
            $(if $self.$vf.iter().any(|id| $crate::RecordId::from(*id) == $gone) {
                $self.$vf.retain(|id| $crate::RecordId::from(*id) != $gone);
                answer = $crate::Release::Loosened;
            })*
            let _ = $gone;
            let _ = &mut answer;
            answer
        }
    };
}
pub(crate) use refers;

/// The first named field whose test fails.
pub(crate) fn first_bad(tests: &[(&'static str, bool)]) -> Option<&'static str> {
    tests.iter().find(|(_, ok)| !ok).map(|(field, _)| *field)
}
