//! How well a mean of runs is known.

/// A value with the range in which the truth lies in 95 of 100 such simulations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The mean of the runs.
    pub value: f64,
    /// Half the width of the range; absent with fewer than two runs.
    pub plus_minus: Option<f64>,
}

/// The normal quantile of 97.5 %.
const Z: f64 = 1.959_963_984_540_054;

/// Of the means of runs, which are independent of each other, as cases of one run are not.
pub fn interval(of_runs: &[f64]) -> Interval {
    let n = of_runs.len() as f64;
    let value = of_runs.iter().sum::<f64>() / n.max(1.0);
    if of_runs.len() < 2 {
        return Interval { value, plus_minus: None };
    }
    let squares: f64 = of_runs.iter().map(|it| (it - value) * (it - value)).sum();
    let error = (squares / (n - 1.0) / n).sqrt();
    Interval { value, plus_minus: Some(student(n - 1.0) * error) }
}

/// The 97.5 % quantile of Student's distribution, by the expansion of Abramowitz and Stegun 26.7.5:
/// to 1 % from 4 degrees of freedom on, to 0.01 % from 20 on.
fn student(freedom: f64) -> f64 {
    let z2 = Z * Z;
    let terms = [
        (z2 + 1.0) / 4.0,
        ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0,
        (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0,
        ((((79.0 * z2 + 776.0) * z2 + 1482.0) * z2 - 1920.0) * z2 - 945.0) / 92_160.0,
    ];
    terms.iter().rev().fold(0.0, |sum, term| (sum + Z * term) / freedom) + Z
}

#[cfg(test)]
mod tests {
    use super::{interval, student};

    #[test]
    fn the_quantile_is_that_of_the_tables() {
        for (freedom, printed, within) in
            [(4.0, 2.776, 0.03), (9.0, 2.262, 0.002), (29.0, 2.045, 0.001), (1e6, 1.960, 0.001)]
        {
            assert!((student(freedom) - printed).abs() < within, "{freedom}: {}", student(freedom));
        }
    }

    #[test]
    fn an_interval_needs_two_runs() {
        assert_eq!(interval(&[5.0]).plus_minus, None);
        let known = interval(&[4.0, 6.0, 5.0, 5.0, 4.0, 6.0, 5.0, 5.0, 4.5, 5.5]);
        assert!((known.value - 5.0).abs() < 1e-12);
        // Deviation 0.707107, ten runs, 2.262157.
        assert!((known.plus_minus.unwrap() - 0.505_83).abs() < 1e-3, "{known:?}");
    }
}
