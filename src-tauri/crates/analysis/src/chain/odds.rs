//! What shares and percentiles of stages say about the whole chain (domain.md 3.6). Percentiles are
//! never added: there is the bound that always holds, the product that holds when nothing depends
//! on anything, and the sum of lognormal times.

/// The share of items that meets every target at least, whatever depends on what (union bound).
pub fn union(shares: &[f64]) -> f64 {
    (1.0 - shares.iter().map(|share| 1.0 - share).sum::<f64>()).max(0.0)
}

/// The share that meets every target, if no stage depends on another.
pub fn product(shares: &[f64]) -> f64 {
    shares.iter().product()
}

/// What each of `stages` needs so that the union bound reaches `whole`; none for no stages.
pub fn needed_by_union(whole: f64, stages: usize) -> Option<f64> {
    (stages > 0).then(|| 1.0 - (1.0 - whole) / stages as f64)
}

/// What each of `stages` needs so that the product reaches `whole`; none for no stages.
pub fn needed_by_product(whole: f64, stages: usize) -> Option<f64> {
    (stages > 0).then(|| whole.powf(1.0 / stages as f64))
}

/// How many standard deviations the 95th percentile of a normal lies above its mean.
const NINETY_FIFTH: f64 = 1.645;

/// A time that is lognormal: many small, few very long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lognormal {
    /// Half of the items take at most this long.
    pub median: f64,
    /// The standard deviation of the logarithm; 0 is a time that is always the same.
    pub sigma: f64,
}

impl Lognormal {
    /// From two percentiles; none unless both are above 0 and in order.
    pub fn from_percentiles(fiftieth: f64, ninety_fifth: f64) -> Option<Lognormal> {
        let fits = fiftieth > 0.0 && ninety_fifth >= fiftieth && ninety_fifth.is_finite();
        let sigma = (ninety_fifth / fiftieth).ln() / NINETY_FIFTH;
        fits.then_some(Lognormal { median: fiftieth, sigma })
    }

    /// The mean.
    pub fn mean(self) -> f64 {
        self.median * (self.sigma.powi(2) / 2.0).exp()
    }

    /// The variance.
    pub fn variance(self) -> f64 {
        let spread = self.sigma.powi(2).exp();
        (spread - 1.0) * self.median.powi(2) * spread
    }

    /// The lognormal with the mean and variance of the sum of independent ones and of `fixed`
    /// minutes that are always the same (Fenton–Wilkinson); none where all of it takes no time.
    pub fn sum(parts: &[Lognormal], fixed: f64) -> Option<Lognormal> {
        let mean = fixed + parts.iter().map(|it| it.mean()).sum::<f64>();
        let variance: f64 = parts.iter().map(|it| it.variance()).sum();
        let squared = (1.0 + variance / mean.powi(2)).ln();
        (mean > 0.0)
            .then(|| Lognormal { median: mean * (-squared / 2.0).exp(), sigma: squared.sqrt() })
    }

    /// The 95th percentile.
    pub fn ninety_fifth(self) -> f64 {
        self.median * (NINETY_FIFTH * self.sigma).exp()
    }

    /// The chance of taking at most `time`.
    pub fn at_most(self, time: f64) -> f64 {
        if time <= 0.0 {
            return 0.0;
        }
        if self.sigma == 0.0 {
            return if self.median <= time { 1.0 } else { 0.0 };
        }
        normal((time / self.median).ln() / self.sigma)
    }
}

/// The share of a standard normal below `z`, to within 1e-7 (Abramowitz and Stegun 26.2.17).
fn normal(z: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * z.abs());
    let weights = [0.319_381_53, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
    let sum = weights.iter().rev().fold(0.0, |sum, weight| (sum + weight) * t);
    let tail = (-z * z / 2.0).exp() / std::f64::consts::TAU.sqrt() * sum;
    if z >= 0.0 { 1.0 - tail } else { tail }
}
