//! How densely a form is set. A form should stay on one page, where it can be taken in at a glance;
//! one with few fields has room to be written on with ease.

use scene::{TextStyle, Weight};

/// Sizes and distances of a form, in points.
#[derive(Clone, Copy, Debug)]
pub struct Density {
    /// The title.
    pub title: TextStyle,
    /// The name of a group.
    pub heading: TextStyle,
    /// What is written before a field.
    pub label: TextStyle,
    /// How to fill it.
    pub note: TextStyle,
    /// Height of a box of one line.
    pub line: f32,
    /// Height of a box of several lines.
    pub area: f32,
    /// Height of a line with a box to tick.
    pub tick: f32,
    /// Between one row and the next.
    pub gap: f32,
    /// Above the name of a group.
    pub above: f32,
    /// Below it.
    pub below: f32,
    /// Notes stand behind labels where they have room there.
    pub inline: bool,
    /// What is ticked stands one behind the other where columns do not fit.
    pub packed: bool,
    /// Columns that fields run down in.
    pub columns: usize,
}

/// Between columns.
const BETWEEN: f32 = 24.0;

impl Density {
    /// How wide a column is.
    pub fn width(&self, measure: f32) -> f32 {
        (measure + BETWEEN) / self.columns as f32 - BETWEEN
    }

    /// Where a column begins, from the first one.
    pub fn left(&self, measure: f32, column: usize) -> f32 {
        (self.width(measure) + BETWEEN) * column as f32
    }
}

/// All, with most room first.
pub const DENSITIES: [Density; 5] = [
    Density {
        title: TextStyle::new(22.0, Weight::SemiBold),
        heading: TextStyle::new(12.5, Weight::SemiBold),
        label: TextStyle::new(9.5, Weight::Medium),
        note: TextStyle::new(8.5, Weight::Regular),
        line: 22.0,
        area: 62.0,
        tick: 18.0,
        gap: 11.0,
        above: 9.0,
        below: 8.0,
        inline: false,
        packed: false,
        columns: 1,
    },
    Density {
        title: TextStyle::new(22.0, Weight::SemiBold),
        heading: TextStyle::new(11.5, Weight::SemiBold),
        label: TextStyle::new(9.0, Weight::Medium),
        note: TextStyle::new(8.0, Weight::Regular),
        line: 19.0,
        area: 48.0,
        tick: 16.0,
        gap: 8.0,
        above: 6.0,
        below: 5.0,
        inline: true,
        packed: false,
        columns: 1,
    },
    Density {
        title: TextStyle::new(20.0, Weight::SemiBold),
        heading: TextStyle::new(10.5, Weight::SemiBold),
        label: TextStyle::new(8.5, Weight::Medium),
        note: TextStyle::new(7.5, Weight::Regular),
        line: 17.0,
        area: 38.0,
        tick: 15.0,
        gap: 6.0,
        above: 4.0,
        below: 3.0,
        inline: true,
        packed: false,
        columns: 2,
    },
    Density {
        title: TextStyle::new(20.0, Weight::SemiBold),
        heading: TextStyle::new(10.0, Weight::SemiBold),
        label: TextStyle::new(8.0, Weight::Medium),
        note: TextStyle::new(7.0, Weight::Regular),
        line: 15.0,
        area: 26.0,
        tick: 12.5,
        gap: 3.5,
        above: 2.0,
        below: 1.0,
        inline: true,
        packed: false,
        columns: 2,
    },
    Density {
        title: TextStyle::new(18.0, Weight::SemiBold),
        heading: TextStyle::new(9.0, Weight::SemiBold),
        label: TextStyle::new(7.5, Weight::Medium),
        note: TextStyle::new(7.0, Weight::Regular),
        line: 14.0,
        area: 24.0,
        tick: 12.0,
        gap: 3.0,
        above: 1.0,
        below: 0.5,
        inline: true,
        packed: true,
        columns: 2,
    },
];
