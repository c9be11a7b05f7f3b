//! The words of a form that are not the room's, in both languages.

use model::Template;
use scene::Language;

/// The words of one language.
pub struct Words {
    /// An engagement without a title.
    pub untitled: &'static str,
    /// What the file holds.
    pub forms: &'static str,
    /// What is done, at the foot of the page.
    pub design: &'static str,
    /// What the file is for, on screen.
    pub to_fill_in: &'static str,
    /// What the file is for, on paper.
    pub to_write_on: &'static str,
    /// A template without a name.
    pub unnamed: &'static str,
    /// A field without a label.
    pub unnamed_field: &'static str,
    /// A document without a template.
    pub no_templates: &'static str,
    /// A template without a field.
    pub no_fields: &'static str,
    /// Before the handoffs of a template.
    pub used_for: &'static str,
    /// Between two teams.
    pub to: &'static str,
    /// A team without a name.
    pub unnamed_team: &'static str,
    /// Before the role that keeps a template.
    pub kept_by: &'static str,
    /// Before a version.
    pub version: &'static str,
    /// What the mark means.
    pub legend: &'static str,
    /// The mark read aloud.
    pub required: &'static str,
    /// Before a condition.
    pub required_if: &'static str,
    /// Before a role.
    pub provided_by: &'static str,
    /// Before a system.
    pub from: &'static str,
    /// Personal or confidential.
    pub sensitive: &'static str,
    /// Before an example, beside the label.
    pub such_as: &'static str,
    /// Before an example, read aloud.
    pub example: &'static str,
    /// Before what makes a value valid.
    pub valid: &'static str,
    /// How a date is written.
    pub date: &'static str,
    /// How a date is written, read aloud.
    pub date_aloud: &'static str,
    /// A tick that says yes.
    pub yes: &'static str,
    /// A tick that says no.
    pub no: &'static str,
    /// What a tick means, read aloud.
    pub tick_for_yes: &'static str,
    /// The nth line of a list that is still empty, read aloud.
    pub line: &'static str,
}

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> Words {
        match language {
            Language::English => ENGLISH,
            Language::German => GERMAN,
        }
    }

    /// What a template is called.
    pub fn name<'t>(&self, template: &'t Template) -> &'t str {
        if template.name.trim().is_empty() { self.unnamed } else { template.name.trim() }
    }
}

const ENGLISH: Words = Words {
    untitled: "Untitled engagement",
    forms: "handoff forms",
    design: "Handoff and SLA design",
    to_fill_in: "What has to be there when work is passed on, to be filled in on screen",
    to_write_on: "What has to be there when work is passed on, to be filled in on paper",
    unnamed: "Unnamed template",
    unnamed_field: "Unnamed field",
    no_templates: "There is no template yet. A template says what has to be there when work is \
                   passed on; each one becomes a form here.",
    no_fields: "This template has no fields yet.",
    used_for: "Used for",
    to: "to",
    unnamed_team: "Unnamed team",
    kept_by: "Kept by",
    version: "Version",
    legend: "Required",
    required: "required",
    required_if: "Required if",
    provided_by: "Provided by",
    from: "From",
    sensitive: "Confidential",
    such_as: "e.g.",
    example: "For example",
    valid: "Valid",
    date: "YYYY-MM-DD HH:MM",
    date_aloud: "Date as YYYY-MM-DD, with the time as HH:MM where it matters",
    yes: "Yes",
    no: "No",
    tick_for_yes: "Tick for yes",
    line: "line",
};

const GERMAN: Words = Words {
    untitled: "Ohne Titel",
    forms: "Übergabeformulare",
    design: "Übergaben und Service-Level",
    to_fill_in: "Was bei einer Übergabe vorliegen muss, zum Ausfüllen am Bildschirm",
    to_write_on: "Was bei einer Übergabe vorliegen muss, zum Ausfüllen auf Papier",
    unnamed: "Vorlage ohne Namen",
    unnamed_field: "Feld ohne Namen",
    no_templates: "Es gibt noch keine Vorlage. Eine Vorlage sagt, was bei einer Übergabe vorliegen \
                   muss; aus jeder wird hier ein Formular.",
    no_fields: "Diese Vorlage hat noch keine Felder.",
    used_for: "Für",
    to: "an",
    unnamed_team: "Team ohne Namen",
    kept_by: "Gepflegt von",
    version: "Version",
    legend: "Pflichtfeld",
    required: "Pflichtfeld",
    required_if: "Pflicht, wenn",
    provided_by: "Von",
    from: "Aus",
    sensitive: "Vertraulich",
    such_as: "z. B.",
    example: "Zum Beispiel",
    valid: "Gültig",
    date: "TT.MM.JJJJ HH:MM",
    date_aloud: "Datum als TT.MM.JJJJ, wo nötig mit Uhrzeit als HH:MM",
    yes: "Ja",
    no: "Nein",
    tick_for_yes: "Anhaken für Ja",
    line: "Zeile",
};
