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
    /// Refers to what `to` says in place of each id; its own stays.
    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId);
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

            /// The same with other ids: its own and all that it refers to.
            #[must_use]
            pub fn renumbered(mut self, to: &dyn Fn(RecordId) -> RecordId) -> Record {
                match &mut self {
                    $(Record::$variant(it) => it.id = to(it.id.into()).into()),*
                }
                self.renumber(to);
                self
            }
        }

        impl Entity for Record {
            fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
                match self { $(Record::$variant(it) => it.references(visit)),* }
            }

            fn release(&mut self, gone: RecordId) -> Release {
                match self { $(Record::$variant(it) => it.release(gone)),* }
            }

            fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
                match self { $(Record::$variant(it) => it.renumber(to)),* }
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
/// lose the entry. And gives them other ids.
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

        fn renumber(&mut $self, to: &dyn Fn($crate::RecordId) -> $crate::RecordId) {
            $($self.$of = to($self.$of.into()).into();)*
            $(if let Some(id) = &mut $self.$lf { *id = to((*id).into()).into(); })*
            $(for id in &mut $self.$vf { *id = to((*id).into()).into(); })*
            let _ = to;
        }
    };
}
pub(crate) use refers;

/// The first named field whose test fails.
pub(crate) fn first_bad(tests: &[(&'static str, bool)]) -> Option<&'static str> {
    tests.iter().find(|(_, ok)| !ok).map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::*;
    use crate::value::*;

    fn references(record: &Record) -> Vec<RecordId> {
        let mut all = Vec::new();
        record.references(&mut |_, id| all.push(id));
        all
    }

    #[test]
    fn other_ids_are_given_to_everything_a_record_refers_to() {
        let target = Target::Step(StepId(11));
        let escalation = EscalationLevel { notify: Some(RoleId(3)), ..EscalationLevel::default() };
        let field = TemplateField {
            provided_by: Some(RoleId(4)),
            used_by: Some(StepId(5)),
            ..TemplateField::default()
        };
        let records: Vec<Record> = vec![
            Process { id: ProcessId(90), calendar: Some(CalendarId(1)), ..Process::default() }
                .into(),
            State { process: ProcessId(1), origin: Some(StateId(2)), ..State::default() }.into(),
            Step { origin: vec![StepId(7)], stage: Some(StageId(8)), ..Step::default() }.into(),
            Connector {
                origin: vec![ConnectorId(7)],
                bends: vec![Bend { lane: LaneId(8), place: Place::default() }],
                ..Connector::default()
            }
            .into(),
            Handoff { accountable: Some(RoleId(9)), sla: Some(SlaId(1)), ..Handoff::default() }
                .into(),
            Criterion {
                id: CriterionId(1),
                about: target,
                side: CriterionSide::Entry,
                obligation: Obligation::Must,
                text: String::new(),
                verifier: String::new(),
                evidence: String::new(),
                order: 0,
            }
            .into(),
            RaciAssignment {
                id: RaciAssignmentId(1),
                row: target,
                part: RowPart::Whole,
                role: RoleId(2),
                letters: Default::default(),
            }
            .into(),
            Sla {
                calendar: Some(CalendarId(1)),
                owner: Some(RoleId(2)),
                escalations: vec![escalation],
                end_to_end: Some(EndToEnd { from: StepId(1), to: StepId(2) }),
                ..Sla::default()
            }
            .into(),
            Template { owner: Some(RoleId(1)), fields: vec![field], ..Template::default() }.into(),
            PainPoint { about: vec![target], ..PainPoint::default() }.into(),
            Idea { about: vec![target], ..Idea::default() }.into(),
            Action {
                about: vec![target],
                answers: vec![PainPointId(2)],
                owner: Some(RoleId(3)),
                after: Some(ActionId(4)),
                ..Action::default()
            }
            .into(),
            Note { about: vec![target], state: Some(StateId(1)), ..Note::default() }.into(),
        ];
        for record in records {
            let before = references(&record);
            assert!(!before.is_empty());
            let other = record.clone().renumbered(&|id| RecordId(id.0 + 1000));
            assert_eq!(other.id().0, record.id().0 + 1000);
            let after: Vec<RecordId> = before.iter().map(|id| RecordId(id.0 + 1000)).collect();
            assert_eq!(references(&other), after, "{record:?}");
        }
        let waiver = Waiver { finding: "TIM-003:17+4".to_owned(), ..Waiver::default() };
        let Record::Waiver(waiver) = Record::from(waiver).renumbered(&|id| RecordId(id.0 + 1000))
        else {
            panic!()
        };
        assert_eq!(waiver.finding, "TIM-003:1017+1004");
    }
}
