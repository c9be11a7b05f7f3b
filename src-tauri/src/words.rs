//! What the shell says by itself, outside the page, in the languages of the page.

use session::{Language, Unsaved};

/// A question with two answers.
pub struct Question {
    /// What is asked.
    pub text: String,
    /// The answer that changes nothing.
    pub stay: &'static str,
    /// The other one.
    pub go: &'static str,
}

/// Whether to close the window while an edit is not saved.
pub fn closing(Unsaved { file, kept, language }: &Unsaved) -> Question {
    match language {
        Language::English => {
            let then = match kept {
                true => "This computer keeps it, and offers it when the file is opened again.",
                false => "It is lost when the window closes. Save it in another place first.",
            };
            let text = format!("The last edit is not saved in “{file}”.\n\n{then}");
            Question { text, stay: "Go back", go: "Close" }
        }
        Language::German => {
            let then = match kept {
                true => {
                    "Dieser Rechner behält sie und bietet sie an, wenn die Datei wieder geöffnet wird."
                }
                false => {
                    "Sie geht verloren, wenn das Fenster schließt. Speichern Sie sie vorher an einem anderen Ort."
                }
            };
            let text =
                format!("Die letzte Bearbeitung ist nicht in „{file}“ gespeichert.\n\n{then}");
            Question { text, stay: "Zurück", go: "Schließen" }
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
