//! Speed of the window in its real webview, on synthetic maps of 100, 500 and 2,000 steps: opening,
//! previews, frames while panning and dragging; of a comparison, opening and panning. Nothing is judged; it fails only if it cannot run.
//! `xvfb-run -a -s "-screen 0 1440x900x24" cargo bench -p baton-tests --bench window -- [APP]`,
//! where APP is a built `baton-desktop`: the release build if there is one, else the debug build.

// A bench that cannot reach its window has nothing to measure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code, reason = "the smoke test needs more of it")]
#[path = "../smoke/app.rs"]
mod app;

use app::App;
use baton_tests::agreed::agreed;
use baton_tests::synthetic::synthetic;
use baton_tests::two_states::two_states;
use serde_json::{Value, json};
use session::Session;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{SystemTime, UNIX_EPOCH};

const SIZES: &[usize] = &[100, 500, 2_000];
/// Sizes of the states that are compared.
const COMPARED: &[usize] = &[100, 500];
/// How often a comparison is opened, the app staying.
const COMPARISONS: usize = 5;
/// How often each map is opened, the app started anew.
const STARTS: usize = 5;
const PREVIEWS: usize = 200;
const FRAMES: usize = 180;
/// So much is asked of the page at once, well within the driver's patience with a slow build.
const AT_ONCE: usize = 60;
/// A frame that takes longer is felt as a stall.
const STALL_MS: f64 = 50.0;
/// The zoom at which a map is looked at from afar.
const AFAR: f64 = 0.3;
/// What `/proc` counts a process's start in, on every Linux that WebKitGTK runs on.
const TICKS_PER_SECOND: f64 = 100.0;

/// Runs in the page. Events carry what a mouse's would; one is sent in each frame, faster than a
/// driver can.
const PAGE: &str = r"
const stage = document.querySelector('.stage');
const canvas = stage.querySelector(':scope > canvas');
const corner = stage.getBoundingClientRect();
const middle = { x: corner.x + corner.width / 2, y: corner.y + corner.height / 2 };
const camera = () => window.batonTest.camera();
const frame = () => new Promise(requestAnimationFrame);

const wheel = (deltaX, deltaY, ctrlKey = false) =>
  canvas.dispatchEvent(new WheelEvent('wheel', {
    bubbles: true, cancelable: true, clientX: middle.x, clientY: middle.y, deltaX, deltaY, ctrlKey,
  }));
const pointer = (name, { x, y }) =>
  canvas.dispatchEvent(new PointerEvent(name, {
    bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', isPrimary: true,
    clientX: x, clientY: y, button: name === 'pointermove' ? -1 : 0,
    buttons: name === 'pointerup' ? 0 : 1,
  }));

// The time from each frame to the next, something being done in each.
const frames = async (count, act) => {
  const times = [];
  await frame();
  let before = performance.now();
  while (times.length < count) {
    act();
    await frame();
    const now = performance.now();
    times.push(now - before);
    before = now;
  }
  return times;
};

let [right, down, swung, grip] = [40, 12, 0, null];
window.bench = {
  stage: { x: corner.x, y: corner.y, width: corner.width, height: corner.height },
  still: (count) => frames(count, () => {}),
  // To and fro between the edges of the map.
  pan: (count) => frames(count, () => {
    const { x, y } = camera();
    wheel(right, down);
    if (camera().x === x) right = -right;
    if (camera().y === y) down = -down;
  }),
  zoom: (k) => wheel(0, Math.log(camera().k / k) / 0.002, true),
  press: (at) => {
    grip = at;
    swung = 0;
    pointer('pointerdown', grip);
  },
  // Round about where it was pressed, into the lanes above and below.
  drag: (count) => frames(count, () => {
    swung += 1;
    const at = { x: grip.x + 160 * Math.sin(swung / 15), y: grip.y + 120 * Math.sin(swung / 11) };
    pointer('pointermove', at);
    window.bench.at = at;
  }),
  release: () => pointer('pointerup', window.bench.at),
  // One after the other, each once the last is answered: its time, and of all together.
  previews: async (moves) => {
    const [times, since] = [[], performance.now()];
    for (const [sequence, move] of moves.entries()) {
      const command = { do: 'moveSteps', moves: [move] };
      const request = { ask: 'preview', sequence, command };
      const before = performance.now();
      const reply = await window.__TAURI_INTERNALS__.invoke('ask', { request });
      times.push(performance.now() - before);
      if (reply.reply !== 'previewed' || reply.with.sequence !== sequence) throw Error('no preview');
      if (reply.with.refusal) throw Error(reply.with.refusal.message);
    }
    return { times, total: performance.now() - since };
  },
};
";

/// Runs in the page. The comparison is opened by its key; a wheel goes to the picture, to and fro.
const COMPARISON: &str = r"
const frame = () => new Promise(requestAnimationFrame);
const press = () => document.querySelector('.stage').dispatchEvent(new KeyboardEvent('keydown', {
  bubbles: true, cancelable: true, key: 'x', code: 'KeyX', altKey: true,
}));
window.comparison = {
  // Until figures, changes and picture are there; and until all that comes after has come: late
  // cases, which are played, and what the change is worth.
  open: async () => {
    const since = performance.now();
    press();
    while (!document.querySelector('.compare-stage canvas') || !document.querySelector('.changes li'))
      await frame();
    await frame();
    await frame();
    const seen = performance.now() - since;
    await window.batonTest.idle();
    await frame();
    return [seen, performance.now() - since];
  },
  close: async () => {
    press();
    while (document.querySelector('.compare-stage')) await frame();
    await window.batonTest.idle();
  },
  // `at` is which of the layouts.
  lay: async (at) => {
    document.querySelectorAll('.compare-stage .layouts button')[at].click();
    await frame();
    await window.batonTest.idle();
    await frame();
  },
  pan: async (count) => {
    const stage = document.querySelector('.compare-stage');
    const pane = stage.querySelector('canvas');
    const box = pane.getBoundingClientRect();
    const times = [];
    await frame();
    let before = performance.now();
    while (times.length < count) {
      pane.dispatchEvent(new WheelEvent('wheel', {
        bubbles: true, cancelable: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2,
        deltaX: times.length < count / 2 ? 40 : -40, deltaY: times.length < count / 2 ? 12 : -12,
      }));
      await frame();
      const now = performance.now();
      times.push(now - before);
      before = now;
    }
    return times;
  },
};
";

/// Notes when the map is painted, in milliseconds since 1970: a canvas is there, nothing is under
/// way, and the frame is over.
const WATCH: &str = "
const frame = () => new Promise(requestAnimationFrame);
const watch = async () => {
  while (!document.querySelector('.stage > canvas')) await frame();
  await window.batonTest.idle();
  await frame();
  window.painted = Date.now();
};
watch();";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if !arguments.iter().any(|it| it == "--bench") {
        println!("nothing to test: this measures, with `cargo bench`");
        return ExitCode::SUCCESS;
    }
    let given = arguments.iter().find(|it| !it.starts_with("--")).map(PathBuf::from);
    let app = given.unwrap_or_else(built).canonicalize().expect("the app is built");
    if beside_this().canonicalize().is_ok_and(|it| it == app) {
        measure(&app);
        return ExitCode::SUCCESS;
    }
    run_beside(&app)
}

/// The release build, or else the debug build.
fn built() -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let target = here.ancestors().nth(3).unwrap();
    let release = target.join("release/baton-desktop");
    if release.is_file() { release } else { target.join("debug/baton-desktop") }
}

/// The app that the harness starts: the one beside the folder that this bench is in.
fn beside_this() -> PathBuf {
    std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("baton-desktop")
}

/// Runs a copy of this bench that has that app beside its folder.
fn run_beside(app: &Path) -> ExitCode {
    let folder = tempfile::tempdir().unwrap();
    let bench = folder.path().join("deps/window");
    std::fs::create_dir(folder.path().join("deps")).unwrap();
    std::fs::copy(std::env::current_exe().unwrap(), &bench).unwrap();
    std::os::unix::fs::symlink(app, folder.path().join("baton-desktop")).unwrap();
    let status = Command::new(bench).arg("--bench").arg(app).status().unwrap();
    if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn measure(app: &Path) {
    println!("{}, in milliseconds\n", app.display());
    println!(
        "{:>6} {:<22} {:>6} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "steps", "what", "times", "mean", "median", "p95", "worst", ">50 ms"
    );
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for &steps in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bench.baton");
        Session::create(&file, synthetic(steps, 1), None).unwrap().close().unwrap();
        runtime.block_on(async {
            open(steps, folder.path(), &file).await;
            work(steps, folder.path(), &file).await;
        });
        if COMPARED.contains(&steps) {
            runtime.block_on(compare(steps));
        }
    }
}

/// A comparison opened again and again, then panned beside the map of one of its states.
async fn compare(steps: usize) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("compared.baton");
    let (document, _, _) = two_states(&agreed(steps, 1)).unwrap();
    Session::create(&file, document, None).unwrap().close().unwrap();
    let app = App::start_as_it_is(folder.path(), Some(&file)).await;
    app.run(WATCH).await;
    app.wait_for("return window.painted ?? false").await;
    app.run(PAGE).await;
    app.run(COMPARISON).await;
    frames(&app, steps, "agreed, panning", "bench.pan").await;
    let mut times: Vec<Vec<f64>> = Vec::new();
    for again in 0..COMPARISONS {
        if again > 0 {
            app.run("return window.comparison.close()").await;
        }
        times.push(numbers(&app.run("return window.comparison.open()").await));
    }
    for (at, what) in ["compare, open", "compare, all of it"].iter().enumerate() {
        let these: Vec<f64> = times.iter().filter_map(|it| it.get(at)).copied().collect();
        let total = these.iter().sum();
        line(steps, what, these, total);
    }
    for (at, what) in
        ["overlay, panning", "side by side, panning", "stacked, panning"].iter().enumerate()
    {
        app.run(&format!("return window.comparison.lay({at})")).await;
        app.settled().await;
        frames(&app, steps, what, "comparison.pan").await;
    }
    app.quit().await;
}

/// One line of the table.
fn line(steps: usize, what: &str, mut times: Vec<f64>, total: f64) {
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times[((times.len() - 1) as f64 * part).round() as usize];
    let stalls = times.iter().filter(|&&it| it > STALL_MS).count() as f64;
    let count = times.len();
    println!(
        "{steps:>6} {what:<22} {count:>6} {:>8.1} {:>8.1} {:>8.1} {:>8.1} {:>7.1}%",
        total / count as f64,
        at(0.5),
        at(0.95),
        at(1.0),
        100.0 * stalls / count as f64
    );
}

/// From the start of the process to the first painted map, the app started anew each time.
async fn open(steps: usize, folder: &Path, file: &Path) {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let app = App::start_as_it_is(folder, Some(file)).await;
        app.run(WATCH).await;
        let painted = app.wait_for("return window.painted ?? false").await.as_f64().unwrap();
        times.push(painted - started(file));
        app.quit().await;
    }
    let total = times.iter().sum();
    line(steps, "open", times, total);
}

/// When the app that has this file on its command line was started, in milliseconds since 1970.
fn started(file: &Path) -> f64 {
    let file = file.to_str().unwrap();
    let process = std::fs::read_dir("/proc")
        .unwrap()
        .filter_map(|it| Some(it.ok()?.path()))
        .find(|it| {
            let words = std::fs::read_to_string(it.join("cmdline")).unwrap_or_default();
            words.split('\0').skip(1).any(|word| word == file)
        })
        .expect("the app runs");
    let stat = std::fs::read_to_string(process.join("stat")).unwrap();
    let (_, fields) = stat.rsplit_once(')').unwrap();
    // Field 22 of proc(5), the third being the first after the name.
    let ticks: f64 = fields.split_whitespace().nth(19).unwrap().parse().unwrap();
    let uptime = std::fs::read_to_string("/proc/uptime").unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs_f64();
    let up: f64 = uptime.split_whitespace().next().unwrap().parse().unwrap();
    1000.0 * (now - up + ticks / TICKS_PER_SECOND)
}

/// Previews and frames, in one run of the app.
async fn work(steps: usize, folder: &Path, file: &Path) {
    let app = App::start_as_it_is(folder, Some(file)).await;
    app.run(WATCH).await;
    app.wait_for("return window.painted ?? false").await;
    app.run(PAGE).await;
    previews(&app, steps).await;
    frames(&app, steps, "frames, nothing done", "bench.still").await;
    drag(&app, steps).await;
    frames(&app, steps, "frames, panning", "bench.pan").await;
    app.run(&format!("window.bench.zoom({AFAR})")).await;
    app.settled().await;
    frames(&app, steps, "frames, panning afar", "bench.pan").await;
    app.quit().await;
}

/// A step to ever other places, every fifth time in another lane.
async fn previews(app: &App, steps: usize) {
    let opened = app.opened().await;
    let step = record(&opened, "step", &in_the_middle(app, &opened).await.0);
    let lanes = opened["scene"]["lanes"].as_array().unwrap();
    let (x, y) = (step["place"]["x"].as_i64().unwrap(), step["place"]["y"].as_i64().unwrap());
    let moves: Vec<Value> = (0..PREVIEWS)
        .map(|it| {
            let other = &lanes[it % lanes.len()]["lane"];
            let lane = if it % 5 == 4 { other } else { &step["lane"] };
            let shift = 7 * (it as i64 + 1);
            json!({ "step": step["id"], "lane": lane, "place": { "x": x + shift, "y": y } })
        })
        .collect();
    let (mut times, mut total) = (Vec::new(), 0.0);
    for some in moves.chunks(AT_ONCE) {
        let answer = app.run(&format!("return window.bench.previews({})", json!(some))).await;
        times.extend(numbers(&answer["times"]));
        total += answer["total"].as_f64().unwrap();
    }
    line(steps, "preview, round trip", times, total);
}

/// Frames while the page does something.
async fn frames(app: &App, steps: usize, what: &str, does: &str) {
    let mut times = Vec::new();
    for _ in 0..FRAMES / AT_ONCE {
        let script = format!("return window.{does}({AT_ONCE})");
        times.extend(numbers(&app.run(&script).await));
    }
    let total = times.iter().sum();
    line(steps, what, times, total);
}

/// Frames while the step in the middle is dragged. It is let go at the end, so that the kernel can
/// tell whether it was dragged at all.
async fn drag(app: &App, steps: usize) {
    let before = app.opened().await;
    let (id, at) = in_the_middle(app, &before).await;
    app.run(&format!("window.bench.press({at})")).await;
    frames(app, steps, "frames, dragging", "bench.drag").await;
    app.run("window.bench.release()").await;
    app.settled().await;
    let after = app.opened().await;
    assert_ne!(
        record(&before, "step", &id)["place"],
        record(&after, "step", &id)["place"],
        "the step was dragged"
    );
}

/// The step nearest to the middle of the stage: its id, and where its own middle is on the page.
async fn in_the_middle(app: &App, opened: &Value) -> (Value, Value) {
    let page = app.run("return { camera: window.batonTest.camera(), stage: window.bench.stage }");
    let page = page.await;
    let of = |value: &Value, name: &str| value[name].as_f64().unwrap();
    let (camera, stage) = (&page["camera"], &page["stage"]);
    let on_page = |group: &Value| {
        let (bounds, k) = (&group["bounds"], of(camera, "k"));
        let x = (of(bounds, "x") + of(bounds, "w") / 2.0) * k;
        let y = (of(bounds, "y") + of(bounds, "h") / 2.0) * k;
        (x + of(camera, "x") + of(camera, "left"), y + of(camera, "y") + of(camera, "top"))
    };
    let middle =
        (of(stage, "x") + of(stage, "width") / 2.0, of(stage, "y") + of(stage, "height") / 2.0);
    let groups = opened["scene"]["groups"].as_array().unwrap();
    let nearest = groups
        .iter()
        .filter(|it| it["key"]["part"] == "step")
        .map(|it| (it["key"]["id"].clone(), on_page(it)))
        .min_by(|(_, a), (_, b)| {
            let far = |it: &(f64, f64)| (it.0 - middle.0).hypot(it.1 - middle.1);
            far(a).total_cmp(&far(b))
        });
    let (id, (x, y)) = nearest.expect("the map has steps");
    (id, json!({ "x": x, "y": y }))
}

/// A record of the open file.
fn record<'a>(opened: &'a Value, kind: &str, id: &Value) -> &'a Value {
    let mut records = opened["records"].as_array().unwrap().iter();
    records.find(|it| it["kind"] == kind && &it["id"] == id).expect("the record is there")
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().filter_map(Value::as_f64).collect()
}
