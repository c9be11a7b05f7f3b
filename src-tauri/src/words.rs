//! What the shell says by itself, outside the page, in the languages of the page.

use session::{Language, Unsaved};

/// A question with three answers.
pub struct Question {
    /// What is asked.
    pub text: String,
    /// The edit is saved in another place first.
    pub elsewhere: &'static str,
    /// The window closes as things are.
    pub close: &'static str,
    /// The window stays.
    pub back: &'static str,
}

/// Whether to close the window while an edit is not saved.
pub fn closing(Unsaved { file, kept, language }: &Unsaved) -> Question {
    match language {
        Language::English => {
            let then = match kept {
                true => "This computer keeps it, and offers it when the file is opened again.",
                false => "It is lost when the window closes without it.",
            };
            let text = format!("The last edit is not saved in “{file}”.\n\n{then}");
            Question {
                text,
                elsewhere: "Save in another place",
                close: "Close without it",
                back: "Go back",
            }
        }
        Language::German => {
            let then = match kept {
                true => {
                    "Dieser Rechner behält sie und bietet sie an, wenn die Datei wieder geöffnet wird."
                }
                false => "Sie geht verloren, wenn das Fenster ohne sie schließt.",
            };
            let text =
                format!("Die letzte Bearbeitung ist nicht in „{file}“ gespeichert.\n\n{then}");
            Question {
                text,
                elsewhere: "Woanders speichern",
                close: "Ohne sie schließen",
                back: "Zurück",
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_whether_the_edit_is_lost() {
        for language in [Language::English, Language::German] {
            let asked = |kept| {
                let file = "Onboarding".to_owned();
                closing(&Unsaved { file, kept, language }).text
            };
            assert!(asked(true).contains("Onboarding") && asked(false).contains("Onboarding"));
            assert_ne!(asked(true), asked(false));
        }
    }
}
