//! The codes of the closed lists that have none of their own in the model.

use analysis::{CellOrigin, Severity};
use model::{ClockKind, CompletionFrom, Confidence, FieldType, ObjectiveWindow};

pub(super) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Measured => "measured",
        Confidence::Estimated => "estimated",
        Confidence::Guessed => "guessed",
    }
}

pub(super) fn clock(clock: ClockKind) -> &'static str {
    match clock {
        ClockKind::Business => "business",
        ClockKind::Elapsed => "elapsed",
    }
}

pub(super) fn completion_from(from: CompletionFrom) -> &'static str {
    match from {
        CompletionFrom::Acceptance => "acceptance",
        CompletionFrom::Release => "release",
    }
}

pub(super) fn window(window: ObjectiveWindow) -> &'static str {
    match window {
        ObjectiveWindow::Week => "week",
        ObjectiveWindow::Month => "month",
        ObjectiveWindow::Quarter => "quarter",
    }
}

pub(super) fn field_type(field: FieldType) -> &'static str {
    match field {
        FieldType::Text => "text",
        FieldType::LongText => "longText",
        FieldType::Number => "number",
        FieldType::DateTime => "dateTime",
        FieldType::Choice => "choice",
        FieldType::MultiChoice => "multiChoice",
        FieldType::Role => "role",
        FieldType::Link => "link",
        FieldType::Checklist => "checklist",
        FieldType::YesNo => "yesNo",
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

pub(super) fn origin(origin: CellOrigin) -> &'static str {
    match origin {
        CellOrigin::Set => "set",
        CellOrigin::Derived => "derived",
    }
}
