//! Which team passes to which, how often an item goes there, and who passes it back and forth.

use super::edition::{Edition, named};
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use analysis::network::{Network, TeamPair};
use model::TeamId;
use scene::Token;

/// With more teams the columns have numbers instead of names.
const NAMED_COLUMNS: usize = 7;

/// Writes the matrix; no page when nothing passes between teams.
pub fn write(script: &mut Script, edition: &Edition) {
    let (network, _) = analysis::network::network(edition.document(), edition.state.id);
    if network.flows.is_empty() {
        return;
    }
    let title = edition.pick("Who passes to whom", "Wer an wen übergibt");
    script.sheet(PageKind::Network, Format::Across, title);
    script.title(title, &finding(edition, &network));
    script.table(matrix(edition, &network).compact());
    script.note(edition.pick(
        "Rows give, columns take. A number is how often an item passes there, by the Expected view; \
         where that is not known, it is the number of connectors.",
        "Zeilen geben, Spalten nehmen. Eine Zahl sagt, wie oft ein Vorgang dort übergeben wird \
         (Erwartete Sicht); wo das nicht bekannt ist, die Zahl der Verbindungen.",
    ));
    script.table_under(
        edition.pick("Pairs of teams", "Paare von Teams"),
        pairs(edition, &network).compact(),
    );
    script.table_under(
        edition.pick("Single points", "Einzige Stellen"),
        points(edition, &network).compact(),
    );
}

fn team<'a>(edition: &Edition<'a>, id: TeamId) -> &'a str {
    let unnamed = edition.pick("Unnamed team", "Team ohne Namen");
    edition.document().team(id).map_or(unnamed, |it| named(&it.name, unnamed))
}

fn finding(edition: &Edition, network: &Network) -> String {
    let busy = network.flows.iter().filter(|it| it.per_item.is_some());
    let most = busy.max_by(|a, b| a.per_item.unwrap_or(0.0).total_cmp(&b.per_item.unwrap_or(0.0)));
    let pong = network.pairs.iter().filter(|it| it.ping_pong).count();
    let back = match pong {
        0 => edition.pick("No pair of teams passes", "Kein Paar von Teams gibt").to_owned(),
        some => edition.say.of(
            some,
            edition.pick("pair of teams passes", "Paar von Teams gibt"),
            edition.pick("pairs of teams pass", "Paare von Teams geben"),
        ),
    };
    match most {
        Some(flow) => {
            let (from, to) = (team(edition, flow.from), team(edition, flow.to));
            let back = back.replacen('N', "n", 1).replacen('K', "k", 1);
            edition.pick(
                format!("Most passes from {from} to {to}; {back} items back and forth"),
                format!("Am meisten geht von {from} an {to}; {back} Vorgänge hin und her"),
            )
        }
        None => edition
            .pick(format!("{back} items back and forth"), format!("{back} Vorgänge hin und her")),
    }
}

fn matrix(edition: &Edition, network: &Network) -> Table {
    let teams: Vec<TeamId> = network.teams.iter().map(|it| it.team).collect();
    let numbered = teams.len() > NAMED_COLUMNS;
    let mut columns = vec![Column::new(edition.pick("From", "Von"))];
    columns.extend(teams.iter().enumerate().map(|(at, id)| {
        let name = if numbered { (at + 1).to_string() } else { team(edition, *id).to_owned() };
        Column::numbers(&name)
    }));
    let mut table = Table::new(columns);
    table.rows = teams
        .iter()
        .enumerate()
        .map(|(at, from)| {
            let name = team(edition, *from);
            let name = if numbered { format!("{} {name}", at + 1) } else { name.to_owned() };
            let cells = teams.iter().map(|to| {
                let flow = network.flows.iter().find(|it| it.from == *from && it.to == *to);
                let Some(flow) = flow else { return Cell::label("·") };
                let often = match flow.per_item {
                    Some(often) => edition.say.decimal(often, 2),
                    None => flow.connectors.len().to_string(),
                };
                Cell::strong(often, Token::Ink)
            });
            Row::from(std::iter::once(Cell::new(name)).chain(cells).collect::<Vec<_>>())
        })
        .collect();
    table
}

fn pairs(edition: &Edition, network: &Network) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("Between", "Zwischen")),
        Column::numbers(edition.pick("Passes per item", "Übergaben je Vorgang")),
        Column::numbers(edition.pick("Of them back", "Davon zurück")),
        Column::new(edition.pick("What that says", "Was das sagt")),
    ]);
    let says = |pair: &TeamPair| match (pair.ping_pong, pair.heavy) {
        (true, _) => edition.pick("Back and forth", "Hin und her"),
        (_, true) => edition.pick("Much passes here", "Hier geht viel"),
        _ => "",
    };
    table.rows = network
        .pairs
        .iter()
        .map(|pair| {
            let known = |it: Option<f64>| {
                it.map_or_else(Cell::dash, |it| Cell::new(edition.say.decimal(it, 2)))
            };
            let (one, other) = (team(edition, pair.one), team(edition, pair.other));
            Row::from(vec![
                Cell::new(format!("{one} ↔ {other}")),
                known(pair.traffic),
                known(pair.returns),
                Cell::label(says(pair)),
            ])
        })
        .collect();
    table
}

fn points(edition: &Edition, network: &Network) -> Table {
    let mut table = Table::list(vec![Column::new(""), Column::new("")]);
    table.row_heads = vec![0];
    let single = network.teams.iter().filter(|it| it.single_point);
    table.rows = single
        .map(|it| {
            let why = edition.pick(
                "Without it the process falls apart: nobody else connects the two sides.",
                "Ohne dieses Team zerfällt der Prozess: Niemand sonst verbindet beide Seiten.",
            );
            Row::from(vec![Cell::strong(team(edition, it.team), Token::Ink), Cell::label(why)])
        })
        .collect();
    table
}
