//! Tidying up against limu's swimlanes on the same graphs in the same run: how clean, how wide, how
//! fast. `cargo bench -p baton-tests --bench layout`.

// A bench that cannot set up its graph has nothing to measure.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use baton_tests::layout_graphs::{Graph, STATE, drawn, graphs};
use baton_tests::layout_score::{Line, Placed, Score, score};
use model::{Command, plan};
use scene::Composer;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Instant;

/// The best of so many runs is printed.
const RUNS: usize = 7;

fn main() {
    println!(
        "graph      by     over lanes strays through slanted crossings bends    width  height       ms"
    );
    for graph in graphs() {
        print("Baton", &graph, baton(&graph));
        print("limu", &graph, limu(&graph));
    }
}

fn print(by: &str, graph: &Graph, (it, ms): (Score, f64)) {
    println!(
        "{:10} {by:6} {:4} {:5} {:6} {:7} {:7} {:9} {:5} {:8.0} {:7.0} {ms:8.2}",
        graph.name,
        it.overlaps,
        it.shared_bands,
        it.strays,
        it.through,
        it.slanted,
        it.crossings,
        it.bends,
        it.width,
        it.height,
    );
}

fn fastest<T>(mut run: impl FnMut() -> (T, f64)) -> (T, f64) {
    (0..RUNS).map(|_| run()).min_by(|a, b| a.1.total_cmp(&b.1)).unwrap()
}

/// Placing and drawing on an open map: names are set in lines already, everything else is new.
fn baton(graph: &Graph) -> (Score, f64) {
    let document = graph.document();
    let figures = analysis::figures(&document, STATE);
    let ((tidied, scene), ms) = fastest(|| {
        let mut composer = Composer::new();
        composer.compose(&document, STATE, &figures);
        let start = Instant::now();
        let moves = scene::layout::place(&document, STATE);
        let placing = start.elapsed();
        let tidied =
            plan(&document, &Command::TidyUp { moves, stages: Vec::new() }).unwrap().document;
        let start = Instant::now();
        let scene = composer.compose(&tidied, STATE, &figures);
        ((tidied, scene), (placing + start.elapsed()).as_secs_f64() * 1e3)
    });
    let (steps, lines) = drawn(&tidied, &scene);
    (score(&steps, &lines), ms)
}

/// limu reads Mermaid; what it draws is scored with the sizes it draws.
fn limu(graph: &Graph) -> (Score, f64) {
    let text = mermaid(graph);
    let parsing = limu::ParseOptions { limit: None, ..limu::ParseOptions::default() };
    let options = limu::layout::Options { keep_direction: true, ..Default::default() };
    let (laid_out, ms) = fastest(|| {
        let diagram = limu::parse(&text, &parsing).unwrap();
        let start = Instant::now();
        let laid_out = diagram.layout(&options).unwrap();
        (laid_out, start.elapsed().as_secs_f64() * 1e3)
    });
    let lanes: BTreeMap<&str, usize> = graph.lanes().into_iter().zip(0..).collect();
    let numbers = numbers(graph);
    let mut steps = vec![Placed { edges: [0.0; 4], lane: 0 }; graph.nodes.len()];
    let mut routes = Vec::new();
    for item in &laid_out.items {
        if let Some(edge) = item.kind.edge() {
            routes.push(edge.route.iter().map(|it| (it.x, it.y)).collect::<Vec<_>>());
        } else if item.role.as_str() == "swimlane.node" {
            let at: usize =
                item.id.as_deref().and_then(|it| it.strip_prefix('v')).unwrap().parse().unwrap();
            let b = item.bounds;
            let lane = lanes[graph.nodes[at].lane.as_str()];
            steps[at] = Placed { edges: [b.x, b.y, b.x + b.w, b.y + b.h], lane };
        }
    }
    assert_eq!(routes.len(), graph.edges.len(), "every connector has a route");
    let lines: Vec<Line> = graph
        .edges
        .iter()
        .zip(routes)
        .map(|((from, to), points)| Line {
            from: numbers[from.as_str()],
            to: numbers[to.as_str()],
            points,
        })
        .collect();
    (score(&steps, &lines), ms)
}

fn numbers(graph: &Graph) -> BTreeMap<&str, usize> {
    graph.nodes.iter().enumerate().map(|(at, node)| (node.id.as_str(), at)).collect()
}

/// Steps by number: a name may be a word of the language.
fn mermaid(graph: &Graph) -> String {
    let mut text = "swimlane-beta LR\n".to_owned();
    for lane in graph.lanes() {
        let _ = writeln!(text, "subgraph {lane}");
        for (at, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.lane == lane) {
            let _ = writeln!(text, "v{at}[\"{}\"]", node.id);
        }
        text.push_str("end\n");
    }
    let numbers = numbers(graph);
    for (from, to) in &graph.edges {
        let _ = writeln!(text, "v{} --> v{}", numbers[from.as_str()], numbers[to.as_str()]);
    }
    text
}
