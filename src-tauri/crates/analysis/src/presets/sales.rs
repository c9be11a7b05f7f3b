//! Forms on the way of a customer: a lead to sales, and a signed customer to onboarding.

use super::Preset;
use super::field::Group::{
    Assessment, Background, Contacts, Contingency, Facts, Identity, Request,
};
use super::field::field;
use model::FieldType::{Choice, DateTime, Link, LongText, MultiChoice, Number, Text};

pub(super) const LEAD: Preset = Preset {
    word: "lead",
    name: ["Lead, MQL to SQL", "Lead, MQL zu SQL"],
    inputs: [
        &["Call summary", "Consent to contact", "Pages and forms the lead used"],
        &["Gesprächsnotiz", "Einwilligung zur Kontaktaufnahme", "Genutzte Seiten und Formulare"],
    ],
    fields: &[
        field(
            Identity,
            "account",
            Text,
            ["Account and territory", "Konto und Gebiet"],
            ["Whose territory the account lies in.", "In wessen Gebiet das Konto liegt."],
        )
        .required(["As in the CRM", "Wie im CRM"])
        .from(["CRM", "CRM"]),
        field(
            Facts,
            "need",
            LongText,
            ["Need", "Bedarf"],
            [
                "What the prospect wants to change, in their words.",
                "Was der Interessent ändern will, in seinen Worten.",
            ],
        )
        .required(["In the prospect’s words", "In den Worten des Interessenten"]),
        field(
            Facts,
            "budget",
            Choice,
            ["Budget range", "Budgetrahmen"],
            ["As said, not as hoped.", "Wie genannt, nicht wie erhofft."],
        )
        .choices(
            &["Not said", "Below 10,000", "10,000 to 50,000", "Above 50,000"],
            &["Nicht genannt", "Unter 10.000", "10.000 bis 50.000", "Über 50.000"],
        )
        .sensitive(),
        field(
            Facts,
            "decision_maker",
            Text,
            ["Decision maker", "Entscheider"],
            ["Name and role of who signs.", "Name und Rolle der Person, die unterschreibt."],
        )
        .sensitive(),
        field(
            Facts,
            "timeline",
            Text,
            ["Timeline", "Zeitplan"],
            ["When they want to have it.", "Wann sie es haben wollen."],
        ),
        field(
            Request,
            "meeting",
            DateTime,
            ["Meeting accepted for", "Termin angenommen für"],
            ["At least one business day ahead.", "Mindestens einen Arbeitstag voraus."],
        )
        .required(["One business day ahead or more", "Einen Arbeitstag voraus oder mehr"]),
        field(
            Background,
            "source",
            Choice,
            ["Where it came from", "Woher es kam"],
            ["The first touch.", "Der erste Kontakt."],
        )
        .choices(
            &["Website", "Event", "Referral", "Outbound"],
            &["Website", "Veranstaltung", "Empfehlung", "Ansprache"],
        )
        .from(["Marketing automation", "Marketingsystem"]),
        field(
            Assessment,
            "score",
            Number,
            ["Score", "Punktzahl"],
            ["By the rule both sides agreed.", "Nach der gemeinsamen Regel."],
        )
        .from(["Marketing automation", "Marketingsystem"]),
        field(
            Assessment,
            "competitor",
            Text,
            ["Competitor", "Wettbewerber"],
            ["Who else is being looked at.", "Wer sonst geprüft wird."],
        ),
        field(
            Contacts,
            "contact",
            Text,
            ["Contact", "Kontakt"],
            ["Name, e-mail, telephone.", "Name, E-Mail, Telefon."],
        )
        .from(["CRM", "CRM"])
        .sensitive(),
    ],
};

pub(super) const ONBOARDING: Preset = Preset {
    word: "sales-onboarding",
    name: ["Sales to onboarding", "Vertrieb an Einführung"],
    inputs: [
        &[
            "Signed contract",
            "Offer and scope",
            "Notes of the sales calls",
            "Security and data forms",
        ],
        &[
            "Unterschriebener Vertrag",
            "Angebot und Umfang",
            "Notizen der Verkaufsgespräche",
            "Formulare zu Sicherheit und Daten",
        ],
    ],
    fields: &[
        field(
            Facts,
            "contract",
            Link,
            ["Contract", "Vertrag"],
            ["Signed and filed; the link.", "Unterschrieben und abgelegt; der Verweis."],
        )
        .from(["CRM", "CRM"])
        .sensitive(),
        field(
            Facts,
            "outcomes",
            LongText,
            ["Promised outcomes", "Zugesagte Ergebnisse"],
            [
                "At most five, as the customer would say them.",
                "Höchstens fünf, wie der Kunde sie nennen würde.",
            ],
        )
        .required(["At most five", "Höchstens fünf"]),
        field(
            Facts,
            "go_live",
            DateTime,
            ["Go-live date", "Termin der Inbetriebnahme"],
            ["As agreed in writing.", "Wie schriftlich vereinbart."],
        )
        .required(["Agreed in writing", "Schriftlich vereinbart"]),
        field(
            Facts,
            "terms",
            LongText,
            ["Non-standard terms", "Abweichende Bedingungen"],
            [
                "What differs from the usual contract; none open.",
                "Was vom üblichen Vertrag abweicht; keine offen.",
            ],
        )
        .sensitive(),
        field(
            Facts,
            "modules",
            MultiChoice,
            ["Modules bought", "Gekaufte Module"],
            ["As in the contract.", "Wie im Vertrag."],
        )
        .choices(
            &["Core", "Reporting", "Integration", "Training"],
            &["Kern", "Auswertung", "Anbindung", "Schulung"],
        )
        .from(["CRM", "CRM"]),
        field(
            Facts,
            "systems",
            LongText,
            ["Systems to connect", "Anzubindende Systeme"],
            ["Each with its owner at the customer.", "Je mit der zuständigen Person beim Kunden."],
        ),
        field(
            Assessment,
            "risks",
            LongText,
            ["Risks seen in the sale", "Risiken aus dem Verkauf"],
            ["What could disappoint, and whom.", "Was wen enttäuschen könnte."],
        ),
        field(
            Contingency,
            "if_then",
            LongText,
            ["If … then", "Wenn …, dann"],
            [
                "What to do if the date cannot be kept.",
                "Was zu tun ist, wenn der Termin nicht hält.",
            ],
        ),
        field(
            Contacts,
            "technical_contact",
            Text,
            ["Technical contact", "Technischer Kontakt"],
            ["Confirmed, with e-mail.", "Bestätigt, mit E-Mail."],
        )
        .required(["Has answered once", "Hat einmal geantwortet"])
        .sensitive(),
        field(
            Contacts,
            "stakeholders",
            LongText,
            ["Stakeholders", "Beteiligte"],
            [
                "Name, role, e-mail, what each cares about.",
                "Name, Rolle, E-Mail, worauf es ihnen ankommt.",
            ],
        )
        .sensitive(),
    ],
};
