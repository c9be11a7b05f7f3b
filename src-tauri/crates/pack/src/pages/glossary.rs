//! The words of the pack (domain.md 1.1, 2 and 3).

use super::edition::Edition;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use scene::Token;

/// Term and meaning, in English and German.
const TERMS: &[[&str; 4]] = &[
    [
        "%C&A",
        "Percent complete and accurate: how much of a step’s output is usable as received, with nothing to correct, add or clarify.",
        "%C&A",
        "Vollständig und richtig: Anteil der Ergebnisse eines Schritts, die so brauchbar sind, wie sie ankommen.",
    ],
    [
        "Acceptance",
        "The receiver takes an item on. From then on it is accountable.",
        "Annahme",
        "Der Empfänger übernimmt einen Vorgang. Ab dann ist er verantwortlich.",
    ],
    [
        "Activity ratio",
        "Process time over lead time, on the critical path.",
        "Aktivitätsgrad",
        "Bearbeitungszeit durch Durchlaufzeit, auf dem kritischen Pfad.",
    ],
    [
        "Critical path",
        "The longest way through the process. What is on it sets the lead time.",
        "Kritischer Pfad",
        "Der längste Weg durch den Prozess. Was auf ihm liegt, bestimmt die Durchlaufzeit.",
    ],
    [
        "Entry criteria",
        "What the receiver requires before it accepts.",
        "Eingangskriterien",
        "Was der Empfänger verlangt, bevor er annimmt.",
    ],
    [
        "Exit criteria",
        "What the sender must finish before it releases.",
        "Ausgangskriterien",
        "Was der Absender erledigt haben muss, bevor er übergibt.",
    ],
    [
        "Expected view",
        "Figures weighted by how often each way is taken, rework included.",
        "Erwartete Sicht",
        "Kennzahlen, gewichtet danach, wie oft jeder Weg gegangen wird, Nacharbeit eingeschlossen.",
    ],
    [
        "Handoff",
        "A transfer of an item, its information and the responsibility for it from one team to another.",
        "Übergabe",
        "Ein Vorgang, seine Information und die Verantwortung dafür gehen von einem Team an ein anderes.",
    ],
    [
        "Lead time",
        "From an item being made available to it being passed on.",
        "Durchlaufzeit",
        "Von der Bereitstellung eines Vorgangs bis zu seiner Weitergabe.",
    ],
    [
        "Objective",
        "The share of items in a window that have to meet a target.",
        "Zielwert",
        "Der Anteil der Vorgänge eines Zeitraums, die ein Ziel halten müssen.",
    ],
    [
        "Process time",
        "Time to do the work if nobody interrupts it.",
        "Bearbeitungszeit",
        "Zeit für die Arbeit, wenn niemand sie unterbricht.",
    ],
    [
        "RACI",
        "Who is responsible, accountable, consulted and informed.",
        "RACI",
        "Wer ausführt, verantwortet, gefragt und informiert wird.",
    ],
    [
        "Readiness",
        "How many of ten checks the agreement on a handoff meets.",
        "Reife",
        "Wie viele von zehn Prüfungen die Vereinbarung einer Übergabe erfüllt.",
    ],
    [
        "Return handoff",
        "An item goes back to a team that had it already.",
        "Rückgabe",
        "Ein Vorgang geht an ein Team zurück, das ihn schon hatte.",
    ],
    [
        "Rolled %C&A",
        "The share of items that pass every step right first time.",
        "Durchgängig %C&A",
        "Der Anteil der Vorgänge, die jeden Schritt auf Anhieb richtig durchlaufen.",
    ],
    [
        "SLA, OLA",
        "What one side promises the other: how fast, how complete, in which hours. Inside one organisation it is an operational level agreement.",
        "SLA, OLA",
        "Was eine Seite der anderen zusagt: wie schnell, wie vollständig, zu welchen Zeiten. Innerhalb einer Organisation ist es ein OLA.",
    ],
    [
        "Stage",
        "Steps in a row with entry and exit criteria.",
        "Phase",
        "Aufeinanderfolgende Schritte mit Eingangs- und Ausgangskriterien.",
    ],
    [
        "Timeline view",
        "Figures of the main way without rework.",
        "Zeitleiste",
        "Kennzahlen des Hauptwegs ohne Nacharbeit.",
    ],
    [
        "Wait",
        "From release by the giving team to start by the receiving team.",
        "Wartezeit",
        "Von der Übergabe durch das gebende Team bis zum Beginn beim empfangenden.",
    ],
];

/// Writes the glossary.
pub fn write(script: &mut Script, edition: &Edition) {
    let title = edition.pick("Glossary", "Glossar");
    script.sheet(PageKind::Glossary, Format::Upright, title);
    let said = edition.pick(
        "The words of this pack, as they are meant here",
        "Die Wörter dieser Mappe, wie sie hier gemeint sind",
    );
    script.title(title, said);
    let mut table = Table::new(vec![
        Column::fixed(edition.pick("Term", "Begriff"), 120.0),
        Column::new(edition.pick("Meaning", "Bedeutung")),
    ]);
    let mut terms: Vec<(&str, &str)> = TERMS
        .iter()
        .map(|[name, said, german, gesagt]| edition.pick((*name, *said), (*german, *gesagt)))
        .collect();
    // As in a dictionary: umlauts beside their vowels.
    terms.sort_by_key(|(name, _)| name.to_lowercase().replace('ü', "u"));
    table.rows = terms
        .into_iter()
        .map(|(name, said)| Row::from(vec![Cell::strong(name, Token::Ink), Cell::new(said)]))
        .collect();
    script.table(table.compact());
}
