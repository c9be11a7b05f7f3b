//! The map as text that can be read aloud: the language of the tests, of the capture line and of
//! the plain-text export. NOTATION.md beside this crate is its one page of definition.

mod capture;
mod duration;
mod error;
mod estimate;
mod lex;
mod named;
mod parse;
mod print;
mod words;

pub use capture::{Captured, Completion, Context, Suggested, SuggestedKind, capture, complete};
pub use duration::{parse_duration, print_duration};
pub use error::{Error, Problem};
pub use named::Named;
pub use parse::parse;
pub use print::{Places, print, print_with};
