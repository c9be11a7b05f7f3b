//! The fields that stand in every preset (the stars of domain.md 4.2). Three of them are filled on
//! arrival, so they are not required for the release.

use super::field::Group::{
    self, Acceptance, Actions, Background, Criteria, Identity, Inputs, Request, Situation,
};
use super::field::{Field, field};
use model::FieldType::{Checklist, Choice, DateTime, LongText, Role, Text};

/// The groups in the order of the form.
pub(super) const GROUPS: [Group; 12] = [
    Identity,
    Situation,
    Background,
    Group::Assessment,
    Request,
    Actions,
    Group::Contingency,
    Inputs,
    Group::Facts,
    Criteria,
    Acceptance,
    Group::Contacts,
];

/// In every preset.
pub(super) const STARRED: &[Field] = &[
    field(
        Identity,
        "item_id",
        Text,
        ["Number", "Nummer"],
        [
            "The number under which both sides find it.",
            "Die Nummer, unter der beide Seiten es finden.",
        ],
    )
    .required(["As in the system it comes from", "Wie im führenden System"])
    .example(["CASE-2041", "VG-2041"]),
    field(
        Identity,
        "title",
        Text,
        ["Title", "Titel"],
        ["What it is about, in a few words.", "Worum es geht, in wenigen Worten."],
    )
    .required(["At most 80 characters", "Höchstens 80 Zeichen"]),
    field(
        Identity,
        "from",
        Role,
        ["From", "Von"],
        ["The role that lets go.", "Die Rolle, die abgibt."],
    )
    .required(["A role and its team", "Eine Rolle und ihr Team"]),
    field(
        Identity,
        "to",
        Role,
        ["To", "An"],
        ["The role that takes on.", "Die Rolle, die übernimmt."],
    )
    .required(["A role and its team", "Eine Rolle und ihr Team"]),
    field(
        Identity,
        "released_at",
        DateTime,
        ["Released at", "Freigegeben am"],
        [
            "When the sender let go; the clock starts.",
            "Wann der Absender freigab; die Uhr beginnt.",
        ],
    )
    .required(["Date and time", "Datum und Uhrzeit"]),
    field(
        Situation,
        "status",
        Text,
        ["Status in one line", "Stand in einer Zeile"],
        ["How it stands now.", "Wie es jetzt steht."],
    )
    .required(["One sentence", "Ein Satz"]),
    field(
        Background,
        "done",
        LongText,
        ["What has been done", "Was getan wurde"],
        ["What the receiver need not do again.", "Was der Empfänger nicht noch einmal tun muss."],
    )
    .required(["At most 150 words", "Höchstens 150 Wörter"]),
    field(
        Request,
        "request",
        LongText,
        ["What to do", "Was zu tun ist"],
        ["What the receiver is asked to do.", "Worum der Empfänger gebeten wird."],
    )
    .required(["Begins with a verb", "Nennt ein Tun"]),
    field(
        Request,
        "needed_by",
        DateTime,
        ["Needed by", "Gebraucht bis"],
        ["When it has to be done, and why then.", "Wann es fertig sein muss und warum dann."],
    )
    .required(["Date and time", "Datum und Uhrzeit"]),
    field(
        Actions,
        "open_actions",
        LongText,
        ["Open actions", "Offene Aufgaben"],
        ["What is still open: what, who, by when.", "Was noch offen ist: was, wer, bis wann."],
    )
    .required(["Each with owner and date, or “none”", "Je mit Person und Datum, oder „keine“"]),
    field(
        Inputs,
        "inputs",
        Checklist,
        ["Documents and data", "Unterlagen und Daten"],
        [
            "Tick what is attached; say where the rest is.",
            "Anhaken, was beiliegt; sagen, wo der Rest ist.",
        ],
    )
    .required(["Every line ticked or explained", "Jede Zeile angehakt oder erklärt"]),
    field(
        Criteria,
        "exit_criteria",
        Checklist,
        ["Exit criteria", "Freigabekriterien"],
        ["The sender ticks what is met.", "Der Absender hakt an, was erfüllt ist."],
    )
    .required(["All that must hold are ticked", "Alle verbindlichen sind angehakt"]),
    field(
        Criteria,
        "entry_criteria",
        Checklist,
        ["Entry criteria", "Annahmekriterien"],
        ["The receiver ticks what is met.", "Der Empfänger hakt an, was erfüllt ist."],
    ),
    field(
        Acceptance,
        "outcome",
        Choice,
        ["Outcome", "Ergebnis"],
        ["What the receiver decided.", "Was der Empfänger entschieden hat."],
    )
    .choices(
        &["Accept", "Accept with conditions", "Return", "Hold", "Cancel"],
        &[
            "Angenommen",
            "Unter Bedingungen angenommen",
            "Zurückgegeben",
            "Zurückgestellt",
            "Abgebrochen",
        ],
    ),
    field(
        Acceptance,
        "accepted_by",
        Role,
        ["By", "Durch"],
        [
            "Who decided; from here on the receiver answers.",
            "Wer entschied; ab hier verantwortet der Empfänger.",
        ],
    ),
    field(
        Acceptance,
        "accepted_at",
        DateTime,
        ["At", "Am"],
        ["When it was decided.", "Wann entschieden wurde."],
    ),
];

/// In every preset too, though no star asks for them: a return needs a reason.
pub(super) const RETURN: &[Field] = &[
    field(
        Acceptance,
        "reason",
        Choice,
        ["Reason for the return", "Grund der Rückgabe"],
        ["Why it goes back.", "Warum es zurückgeht."],
    )
    .only_if(["it is returned", "zurückgegeben wird"])
    .choices(super::REASONS[0], super::REASONS[1]),
    field(
        Acceptance,
        "conditions",
        LongText,
        ["Conditions", "Bedingungen"],
        ["What still has to be brought, by when.", "Was noch nachzureichen ist, bis wann."],
    )
    .only_if(["it is accepted with conditions", "unter Bedingungen angenommen wird"]),
];
