//! The nine templates: what domain.md 4.2 asks of every one of them, in both languages.

use analysis::{Language, presets, return_reasons};
use model::{FieldType, Template};
use std::collections::BTreeSet;

const STARRED: [&str; 16] = [
    "item_id",
    "title",
    "from",
    "to",
    "released_at",
    "status",
    "done",
    "request",
    "needed_by",
    "open_actions",
    "inputs",
    "exit_criteria",
    "entry_criteria",
    "outcome",
    "accepted_by",
    "accepted_at",
];

fn all() -> impl Iterator<Item = Template> {
    [Language::English, Language::German].into_iter().flat_map(presets)
}

#[test]
fn the_nine_are_there_in_both_languages() {
    let words = |language| presets(language).into_iter().map(|it| it.preset).collect::<Vec<_>>();
    let nine = [
        "generic",
        "sbar",
        "i-pass",
        "lead",
        "sales-onboarding",
        "support-engineering",
        "incident",
        "release",
        "case",
    ];
    assert_eq!(words(Language::English), nine);
    assert_eq!(words(Language::German), nine);
    let names: BTreeSet<String> = all().map(|it| it.name).collect();
    assert_eq!(names.len(), 18, "no two are called alike");
}

#[test]
fn every_form_can_be_filled_in() {
    for template in all() {
        let name = &template.name;
        let keys: BTreeSet<&str> = template.fields.iter().map(|it| it.key.as_str()).collect();
        assert_eq!(keys.len(), template.fields.len(), "{name}: keys are used once");
        assert!(STARRED.iter().all(|it| keys.contains(it)), "{name}");
        let required = template.fields.iter().filter(|it| it.required);
        assert!((12..=15).contains(&required.clone().count()), "{name}: {}", required.count());
        for field in &template.fields {
            let text = [&field.label, &field.help, &field.group];
            assert!(text.iter().all(|it| !it.trim().is_empty()), "{name}: {}", field.key);
            assert!(!field.required || !field.validation.is_empty(), "{name}: {}", field.key);
            if matches!(field.field_type, FieldType::Choice | FieldType::MultiChoice)
                && field.key != "specialty"
            {
                assert!(field.choices.len() > 1, "{name}: {}", field.key);
            }
        }
        let inputs = template.fields.iter().find(|it| it.key == "inputs").unwrap();
        assert!(inputs.choices.len() > 1, "{name}");
    }
}

#[test]
fn the_languages_have_the_same_form() {
    let shape = |language| -> Vec<_> {
        let fields = presets(language).into_iter().flat_map(|it| it.fields);
        fields
            .map(|it| (it.key, it.field_type, it.required, it.sensitive, it.choices.len()))
            .collect()
    };
    assert_eq!(shape(Language::English), shape(Language::German));
}

#[test]
fn groups_follow_the_catalogue() {
    for template in all() {
        let mut groups: Vec<&str> = template.fields.iter().map(|it| it.group.as_str()).collect();
        groups.dedup();
        let once: BTreeSet<&str> = groups.iter().copied().collect();
        assert_eq!(once.len(), groups.len(), "{}: {groups:?}", template.name);
    }
}

#[test]
fn eight_reasons_to_return() {
    let english = return_reasons(Language::English);
    assert_eq!(english.len(), 8);
    assert_eq!(english[0], "Missing information");
    assert_eq!(return_reasons(Language::German).len(), 8);
}
