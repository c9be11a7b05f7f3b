//! The simulation against closed forms, and against a common model of the field whose answer is
//! known.

mod closed_forms;
mod m12;

use analysis::simulation::*;

/// A net of stations in a row, each its own team, round the clock.
struct Row {
    pub net: Net,
}

impl Row {
    /// Cases that come so many minutes apart on average, without memory.
    fn arriving(mean: f64) -> Row {
        let arrivals = Arrivals { between: Distribution::Exponential(mean), hours: 0 };
        let net = Net {
            hours: vec![Hours::always()],
            teams: Vec::new(),
            stations: Vec::new(),
            links: Vec::new(),
            start: 0,
            arrivals,
            clock: 0,
            services: Vec::new(),
        };
        Row { net }
    }

    /// A team of its own.
    fn team(&mut self, people: Option<u32>, hours: usize) -> usize {
        self.net.teams.push(Team { people, hours, load: 1.0 });
        self.net.teams.len() - 1
    }

    /// A station; nothing leads to it or from it yet.
    fn station(&mut self, team: usize, work: Distribution) -> usize {
        let key = self.net.stations.len() as u64;
        self.net.stations.push(Station {
            key,
            team,
            people: 1,
            work,
            rest: Distribution::ZERO,
            dead_end: false,
            back: Vec::new(),
            one_of: Vec::new(),
            all: Vec::new(),
        });
        self.net.stations.len() - 1
    }

    fn link(&mut self, to: usize) -> usize {
        self.net.links.push(Link {
            key: self.net.links.len() as u64,
            to,
            way: LinkWay::Wait(Distribution::ZERO),
            hours: 0,
            low_priority: false,
        });
        self.net.links.len() - 1
    }

    /// Always on.
    fn on(&mut self, from: usize, to: usize) -> usize {
        let link = self.link(to);
        self.net.stations[from].all.push(link);
        link
    }

    /// Instead of all others.
    fn back(&mut self, from: usize, to: usize, share: f64) {
        let link = self.link(to);
        self.net.stations[from].back.push((link, share));
    }
}

/// Several runs: each, and all together.
fn runs(net: &Net, runs: u32, cases: u32, warm_up: u32) -> (Vec<Tally>, Tally) {
    let plan = Plan { seed: 20_260_104, cases, warm_up };
    let each: Vec<Tally> = (0..runs).map(|number| run(net, plan, number).unwrap()).collect();
    let mut all = Tally::of(net);
    each.iter().for_each(|tally| all.add(tally));
    (each, all)
}

/// The truth lies in the 99.9 % range of these runs, and the range says something.
#[track_caller]
fn inside(each: &[Tally], figure: impl Fn(&Tally) -> f64, truth: f64) {
    let values: Vec<f64> = each.iter().map(figure).collect();
    known(&values, truth);
}

/// The same of figures that are not of one run each.
#[track_caller]
fn known(values: &[f64], truth: f64) {
    let known = interval(values);
    // Student's quantile for 99.9 % over that for 95 %, with 29 degrees of freedom or more.
    let width = known.plus_minus.unwrap() * 1.79;
    assert!((known.value - truth).abs() <= width, "{} ± {width}, not {truth}", known.value);
    assert!(width < 0.1 * truth.abs(), "{} ± {width} says nothing", known.value);
}

/// Minutes waited for a team per piece of work.
fn waited(tally: &Tally, team: usize) -> f64 {
    let team = &tally.teams[team];
    team.waited as f64 / TICKS_PER_MINUTE as f64 / team.begun as f64
}

/// Cases at a team, waiting and worked on, over time.
fn present(tally: &Tally, team: usize) -> f64 {
    (tally.teams[team].queue + tally.teams[team].busy) as f64 / tally.horizon as f64
}

/// How often a case came to a station.
fn visits(tally: &Tally, station: usize) -> f64 {
    tally.visits[station] as f64 / tally.cases as f64
}
