//! A small dense linear system, by Gaussian elimination with partial pivoting.

/// Pivots smaller than this count as none.
const SINGULAR: f64 = 1e-12;

/// Solves a·x = b, the rows of `a` each with their right-hand side at the end. None when singular.
pub(super) fn solve(mut rows: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let size = rows.len();
    for column in 0..size {
        let below = rows.get(column..)?.iter().map(|row| at(row, column).abs());
        let (offset, largest) =
            below.enumerate().reduce(|best, other| if other.1 > best.1 { other } else { best })?;
        // Not `<`, so that a pivot that is not a number is caught too.
        if largest.partial_cmp(&SINGULAR) != Some(std::cmp::Ordering::Greater) {
            return None;
        }
        rows.swap(column, column + offset);
        let (done, rest) = rows.split_at_mut(column + 1);
        let pivot = done.last()?;
        for row in rest {
            let factor = at(row, column) / at(pivot, column);
            if factor != 0.0 {
                row.iter_mut().zip(pivot).skip(column).for_each(|(it, by)| *it -= factor * by);
            }
        }
    }
    let mut solution = vec![0.0; size];
    for (column, row) in rows.iter().enumerate().rev() {
        let known: f64 = row.iter().zip(&solution).skip(column + 1).map(|(a, x)| a * x).sum();
        *solution.get_mut(column)? = (at(row, size) - known) / at(row, column);
    }
    Some(solution)
}

fn at(row: &[f64], column: usize) -> f64 {
    row.get(column).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::solve;

    #[test]
    fn solves_what_needs_its_rows_swapped() {
        let rows =
            vec![vec![0.0, 2.0, 1.0, 7.0], vec![1.0, 1.0, 1.0, 6.0], vec![2.0, 1.0, -1.0, 1.0]];
        let found = solve(rows).unwrap();
        for (found, expected) in found.iter().zip([1.0, 2.0, 3.0]) {
            assert!((found - expected).abs() < 1e-12, "{found}");
        }
    }

    #[test]
    fn refuses_the_singular_and_what_is_not_a_number() {
        assert_eq!(solve(vec![vec![1.0, 2.0, 1.0], vec![2.0, 4.0, 2.0]]), None);
        assert_eq!(solve(vec![vec![f64::NAN, 1.0]]), None);
        assert_eq!(solve(vec![]), Some(vec![]));
    }
}
