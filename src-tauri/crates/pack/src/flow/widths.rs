//! Column widths by content: no column narrower than its longest word where there is room, the
//! rest shared out by how much each column would like.

use crate::script::{Cell, Column, Table};
use scene::{TextStyle, Typesetter, Weight};

/// White space between columns.
pub const GAP: f32 = 14.0;
/// The style of column heads.
pub const HEAD: TextStyle = TextStyle::new(10.0, Weight::SemiBold);

/// A column never asks for more than this; longer text is broken.
const MOST_WANTED: f32 = 300.0;
/// A longer word is broken inside.
const LONGEST_WORD: f32 = 110.0;
/// No letter of the alphabet is wider than so many times the size of its text.
const WIDEST: f32 = 1.2;

struct Wish {
    least: f32,
    wanted: f32,
    fixed: bool,
}

/// The width of each column of a table that is `measure` wide, gaps not counted.
pub fn column_widths(typesetter: &mut Typesetter, table: &Table, measure: f32) -> Vec<f32> {
    let gaps = GAP * table.columns.len().saturating_sub(1) as f32;
    let wishes: Vec<Wish> = table
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| wish(typesetter, table, index, column))
        .collect();
    share(&wishes, (measure - gaps).max(10.0))
}

fn wish(typesetter: &mut Typesetter, table: &Table, index: usize, column: &Column) -> Wish {
    if let Some(width) = column.width {
        return Wish { least: width, wanted: width, fixed: true };
    }
    let mut wish = Wish { least: 16.0, wanted: 16.0, fixed: false };
    ask(typesetter, &mut wish, &column.head, HEAD, 0.0);
    for cell in table.rows.iter().filter_map(|row| row.cells.get(index)) {
        let cell: &Cell = cell;
        for line in &cell.lines {
            ask(typesetter, &mut wish, &line.text, line.style, cell.indent());
        }
    }
    wish
}

fn ask(typesetter: &mut Typesetter, wish: &mut Wish, text: &str, style: TextStyle, indent: f32) {
    // A word too short to be the longest is not measured: most are.
    let short = (wish.least - indent - 0.5) / (style.size * WIDEST);
    let words = text.split([' ', '\n', '\t']);
    let words = words.filter(|word| !word.is_ascii() || word.len() as f32 > short);
    let longest = words.map(|word| typesetter.width(word, style)).fold(0.0, f32::max);
    // Half a point more, so that rounding never breaks what was measured to fit.
    wish.least = wish.least.max(longest.min(LONGEST_WORD) + indent + 0.5);
    let whole = typesetter
        .lines(text, style, f32::INFINITY)
        .iter()
        .map(|line| line.width)
        .fold(0.0, f32::max);
    wish.wanted = wish.wanted.max((whole.min(MOST_WANTED) + indent + 0.5).max(wish.least));
}

fn share(wishes: &[Wish], room: f32) -> Vec<f32> {
    let least: f32 = wishes.iter().map(|wish| wish.least).sum();
    let wanted: f32 = wishes.iter().map(|wish| wish.wanted).sum();
    if least >= room {
        return wishes.iter().map(|wish| wish.least * room / least).collect();
    }
    if wanted <= room {
        // What is left over goes where there is most text, so that short columns stay together.
        let spare = room - wanted;
        let takers: f32 = wishes.iter().filter(|it| !it.fixed).map(|it| it.wanted).sum();
        let taken = |it: &Wish| if it.fixed { 0.0 } else { spare * it.wanted / takers };
        return wishes.iter().map(|wish| wish.wanted + taken(wish)).collect();
    }
    let part = (room - least) / (wanted - least);
    wishes.iter().map(|wish| wish.least + (wish.wanted - wish.least) * part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wishes: &[(f32, f32)], room: f32, widths: &[f32]) {
        let wishes: Vec<Wish> = wishes
            .iter()
            .map(|(least, wanted)| Wish { least: *least, wanted: *wanted, fixed: false })
            .collect();
        assert_eq!(share(&wishes, room), widths);
    }

    #[test]
    fn columns_fill_the_measure_and_keep_their_words_whole() {
        check(&[(50.0, 100.0), (50.0, 100.0)], 400.0, &[200.0, 200.0]);
        check(&[(50.0, 50.0), (50.0, 250.0)], 200.0, &[50.0, 150.0]);
        check(&[(300.0, 300.0), (100.0, 100.0)], 200.0, &[150.0, 50.0]);
    }

    #[test]
    fn no_letter_is_wider_than_is_said() {
        let mut typesetter = Typesetter::new();
        for weight in [Weight::Regular, Weight::Medium, Weight::SemiBold, Weight::Bold] {
            for letter in '!'..='~' {
                let width = typesetter.width(&letter.to_string(), TextStyle::new(10.0, weight));
                assert!(width > 0.0 && width <= 10.0 * WIDEST, "{letter} is {width}");
            }
        }
    }

    #[test]
    fn a_fixed_column_takes_nothing_of_what_is_left_over() {
        let fixed = Wish { least: 60.0, wanted: 60.0, fixed: true };
        let free = Wish { least: 20.0, wanted: 40.0, fixed: false };
        assert_eq!(share(&[fixed, free], 300.0), [60.0, 240.0]);
    }
}
