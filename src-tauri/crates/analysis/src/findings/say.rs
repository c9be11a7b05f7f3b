//! One sentence in both languages, side by side. What stands in braces is the same in both.

/// A sentence in the language of a case: `say!(case, "{name} waits.", "{name} wartet.")`; what
/// stands in braces may be worked out behind it, `name = case.step_name(step)`.
macro_rules! say {
    ($case:expr, $english:literal, $german:literal $(, $name:ident = $value:expr)* $(,)?) => {
        match $case.language {
            $crate::language::Language::English => format!($english $(, $name = $value)*),
            $crate::language::Language::German => format!($german $(, $name = $value)*),
        }
    };
}

pub(super) use say;
