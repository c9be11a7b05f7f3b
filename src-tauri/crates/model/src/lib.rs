//! What a map is and how it may change: records, the document that holds them, commands, the
//! changes they plan, and the refusals. Pure: no input or output, no clock, no randomness.

mod change;
mod command;
mod document;
mod id;
mod list;
mod measured;
mod record;
mod refusal;
mod text;
mod value;

pub use change::{Change, Edit, Label, LabelCode};
pub use command::{
    ActionEdit, Blank, CalendarEdit, Command, ConnectorEdit, CriterionEdit, Destination,
    EngagementEdit, HandoffEdit, IdeaEdit, NoteEdit, PainPointEdit, Planned, ProcessEdit, RaciCell,
    RoleEdit, SlaEdit, StageEdge, StageEdit, StateEdit, StepEdit, StepMove, TeamEdit, TemplateEdit,
    blank, plan,
};
pub use document::{Document, Invalid, Mended};
pub use id::*;
pub use measured::MeasuredItem;
pub use record::*;
pub use refusal::{Refusal, RefusalCode};
pub use text::is_day;
pub use value::*;
