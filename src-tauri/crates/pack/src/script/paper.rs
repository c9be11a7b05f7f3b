//! The paper sizes of the pack.

use model::PaperSize;

/// A paper size in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paper {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// Which way round a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// Upright.
    #[default]
    Upright,
    /// Across.
    Across,
}

/// The sides of A0 to A4 and, as the longest, the long side of A0.
const SIDES_A: [f32; 6] = [595.276, 841.89, 1190.551, 1683.78, 2383.937, 3370.394];
/// The same of ANSI A to E.
const SIDES_ANSI: [f32; 6] = [612.0, 792.0, 1224.0, 1584.0, 2448.0, 3168.0];

/// The sheets that a client has.
pub trait Sizes: Copy {
    /// The sides of the series, the shortest first.
    fn sides(self) -> &'static [f32; 6];

    /// A page of running text.
    fn paper(self, format: Format) -> Paper {
        let [short, long, ..] = *self.sides();
        match format {
            Format::Upright => Paper { width: short, height: long },
            Format::Across => Paper { width: long, height: short },
        }
    }

    /// Sheets across, each with the narrower ones of the same length first: A4; A3 cut to the
    /// height of A4, A3; and so on to A0. The cut ones are the elongated sizes of ISO 5457.
    fn across(self) -> impl Iterator<Item = Paper> {
        let sides = self.sides();
        let longer = sides.iter().enumerate().skip(1);
        longer.flat_map(move |(at, width)| {
            let heights = sides.iter().take(at);
            heights.map(|height| Paper { width: *width, height: *height })
        })
    }
}

impl Sizes for PaperSize {
    fn sides(self) -> &'static [f32; 6] {
        match self {
            PaperSize::A4 => &SIDES_A,
            PaperSize::Letter => &SIDES_ANSI,
        }
    }
}
