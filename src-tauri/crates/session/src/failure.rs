//! Errors of the layers below, as the one kind of failure that a view sees.

use crate::api::Failure;

pub(crate) fn from_store(error: store::Error) -> Failure {
    Failure {
        code: error.code().to_owned(),
        message: error.to_string(),
        hint: error.hint(),
        ids: Vec::new(),
        unread: None,
    }
}

pub(crate) fn invalid(why: &str) -> Failure {
    Failure {
        code: "fileDamaged".to_owned(),
        message: format!("This file cannot be shown: {why}."),
        hint: "Open an earlier copy of it.".to_owned(),
        ids: Vec::new(),
        unread: None,
    }
}

/// A request that makes no sense now: nothing is open.
pub(crate) fn nothing_open() -> Failure {
    Failure {
        code: "nothingOpen".to_owned(),
        message: "No file is open.".to_owned(),
        hint: "Open an engagement first.".to_owned(),
        ids: Vec::new(),
        unread: None,
    }
}

/// Something broke inside while it was reckoning; nothing was stored.
pub fn not_reckoned() -> Failure {
    Failure {
        code: "notReckoned".to_owned(),
        message: "Something went wrong inside Baton while it was reckoning.".to_owned(),
        hint: "Your file is as it was. Try again with other numbers.".to_owned(),
        ids: Vec::new(),
        unread: None,
    }
}
