//! An end-to-end promise and the budget behind it, stage by stage (domain.md 3.6). Percentiles are
//! never added: what the stages keep together is said as two bounds.

use super::edition::{Edition, named};
use super::service;
use crate::script::{Cell, Column, Row, Script, Table};
use analysis::{BudgetLine, BudgetPart, EndToEndShown};
use model::{ClockKind, Minutes, Share};
use scene::Token;

/// Writes one promise.
pub fn write(script: &mut Script, edition: &Edition, way: &EndToEndShown) {
    let name = named(&way.name, edition.pick("End-to-end promise", "Zusage von Anfang bis Ende"));
    script.table_under(name, budget(edition, way).compact());
    script.space(7.0);
    for sentence in way.sentences.iter().chain(&bounds(edition, way)) {
        script.sentence(sentence);
    }
}

fn budget(edition: &Edition, way: &EndToEndShown) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("On the way", "Auf dem Weg")),
        Column::new(edition.pick("What counts", "Was zählt")),
        Column::numbers(edition.pick("Time", "Zeit")),
        Column::numbers(edition.pick("Objective", "Zielwert")),
        Column::new(edition.pick("Today", "Heute")),
    ]);
    table.rows = way.stages.iter().map(|line| row(edition, way, line)).collect();
    let total = |name: &str, minutes: i64, token: Token| {
        let time = Cell::strong(time(edition, way, minutes), token);
        let blank = Cell::default;
        Row::from(vec![Cell::strong(name, Token::Ink), blank(), time, blank(), blank()])
    };
    let share = way.objective.map_or_else(Cell::dash, |it| Cell::new(edition.say.share(it)));
    let mut promised = total(
        edition.pick("Promised end to end", "Von Anfang bis Ende zugesagt"),
        i64::from(way.target.0),
        Token::Ink,
    );
    if let Some(cell) = promised.cells.get_mut(3) {
        *cell = share;
    }
    let together = edition.pick("Together", "Zusammen");
    table.rows.push(total(together, i64::from(way.sum.0), Token::Ink));
    table.rows.push(promised);
    let (name, token) = if way.headroom < 0 {
        (edition.pick("Too much", "Zu viel"), Token::Trouble)
    } else {
        (edition.pick("Left over", "Übrig"), Token::Good)
    };
    table.rows.push(total(name, i64::from(way.headroom).abs(), token));
    table
}

fn row(edition: &Edition, way: &EndToEndShown, line: &BudgetLine) -> Row {
    let what = match line.what {
        BudgetPart::Response => {
            edition.pick("Target to accept or return", "Ziel: annehmen oder zurückgeben")
        }
        BudgetPart::Completion => edition.pick("Target to complete", "Ziel: erledigen"),
        BudgetPart::Wait => edition.pick("Wait, not promised", "Warten, nicht zugesagt"),
        BudgetPart::Work => edition.pick("Work, not promised", "Arbeit, nicht zugesagt"),
    };
    let promised = matches!(line.what, BudgetPart::Response | BudgetPart::Completion);
    let objective = match line.objective {
        Some(share) => Cell::new(edition.say.share(share)),
        None if promised => edition.not_agreed(),
        None => Cell::dash(),
    };
    Row::from(vec![
        Cell::new(line.name.clone()),
        Cell::label(what),
        Cell::new(time(edition, way, i64::from(line.minutes.0))),
        objective,
        service::seen(edition, [line.best, line.usual, line.worst], line.standing),
    ])
}

/// In the clock of the promise: working days of the process, or days round the clock.
fn time(edition: &Edition, way: &EndToEndShown, minutes: i64) -> String {
    match way.clock {
        ClockKind::Business => edition.duration(minutes),
        ClockKind::Elapsed => edition.say.duration(minutes, 1440),
    }
}

fn bounds(edition: &Edition, way: &EndToEndShown) -> Vec<String> {
    let promised = |line: &&BudgetLine| line.objective.is_some();
    let count = way.stages.iter().filter(promised).count();
    let mut said = Vec::new();
    if count > 0 {
        let union = edition.say.percent_tenth(way.union * 100.0);
        let product = edition.say.percent_tenth(way.product * 100.0);
        let each = match count {
            1 => edition.pick("If the target is".to_owned(), "Wird das Ziel".to_owned()),
            _ => edition.pick(
                format!("If each of the {} is", edition.say.of(count, "target", "targets")),
                format!("Wird jedes der {}", edition.say.of(count, "Ziel", "Ziele")),
            ),
        };
        said.push(edition.pick(
            format!(
                "{each} met as often as agreed, all of them are met for at least {union} of the \
                 items, whatever depends on what (union bound), and for {product} if no stage \
                 depends on another."
            ),
            format!(
                "{each} so oft erreicht wie vereinbart, werden alle für mindestens {union} der \
                 Vorgänge erreicht, wie auch immer sie zusammenhängen (Bonferroni), und für \
                 {product}, wenn kein Abschnitt vom anderen abhängt."
            ),
        ));
    }
    if let (Some(union), Some(product), Some(objective)) =
        (way.needed_union, way.needed_product, way.objective)
    {
        let objective = edition.say.share(objective);
        let union = edition.say.percent_tenth(union * 100.0);
        let product = edition.say.percent_tenth(product * 100.0);
        said.push(edition.pick(
            format!(
                "For {objective} of the items end to end every stage would have to keep its \
                 target for {union}, or for {product} if no stage depends on another."
            ),
            format!(
                "Für {objective} der Vorgänge von Anfang bis Ende müsste jeder Abschnitt sein \
                 Ziel für {union} halten, oder für {product}, wenn keiner vom anderen abhängt."
            ),
        ));
    }
    said.extend(observed(edition, way));
    let other: Vec<String> = way
        .other_clock
        .iter()
        .filter_map(|id| edition.document().handoff(*id).map(model::Handoff::name))
        .collect();
    if !other.is_empty() {
        let one = other.len() == 1;
        let other = edition.say.listed(&other);
        let (english, german) = if one {
            (
                "counts another clock and is not in the sum.",
                "zählt eine andere Uhr und ist nicht in der Summe.",
            )
        } else {
            (
                "count another clock and are not in the sum.",
                "zählen eine andere Uhr und sind nicht in der Summe.",
            )
        };
        said.push(format!("{other} {}", edition.pick(english, german)));
    }
    said
}

fn observed(edition: &Edition, way: &EndToEndShown) -> Option<String> {
    let usual = |it: Minutes| time(edition, way, i64::from(it.0));
    let drawn = way.nominal.map(usual).map(|it| {
        edition.pick(
            format!("As this map draws it the way usually takes {it}"),
            format!("Wie die Karte ihn zeichnet, dauert der Weg üblicherweise {it}"),
        )
    });
    let today = way.usual_today.filter(|it| Some(*it) != way.nominal);
    let today = today.map(usual).map(|it| {
        edition.pick(
            format!("today it usually takes {it}"),
            format!("heute dauert er üblicherweise {it}"),
        )
    });
    let chance = |it: f64| Share((it * 10_000.0).round() as u16);
    let likely = way.likely.map(|it| edition.say.share(chance(it))).map(|it| {
        edition.pick(
            format!("{it} of the items would make the promise"),
            format!("{it} der Vorgänge würden die Zusage einhalten"),
        )
    });
    let parts: Vec<String> = [drawn, today, likely].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{}.", capital(&parts.join("; "))))
}

/// The first of several parts begins the sentence, whichever it is.
fn capital(said: &str) -> String {
    let mut letters = said.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
