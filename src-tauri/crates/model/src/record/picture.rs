//! Pictures that an engagement carries: the client's logo.

use super::{Entity, first_bad, refers};
use crate::id::PictureId;
use crate::text::is_name;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A picture, small enough to travel with every file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Picture {
    /// Its id.
    pub id: PictureId,
    /// What its file was called.
    pub name: String,
    /// A PNG file in base64 (RFC 4648, with padding).
    pub png: String,
}

/// Characters of base64 at most: 900 KB of picture.
const MOST: usize = 1_200_000;

impl Entity for Picture {
    refers!(self, visit, gone; owned {} loose {} lists {});
    fn out_of_bounds(&self) -> Option<&'static str> {
        let letter = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'+' | b'/' | b'=');
        first_bad(&[
            ("name", is_name(&self.name)),
            ("png", self.png.len() <= MOST && self.png.bytes().all(letter)),
        ])
    }
}
