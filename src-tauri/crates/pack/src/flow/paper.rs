//! The paper sizes of the pack.

/// A paper size in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paper {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// The sides of A0 to A4 and, as the longest, the long side of A0.
const SIDES: [f32; 6] = [595.276, 841.89, 1190.551, 1683.78, 2383.937, 3370.394];

impl Paper {
    /// A4, upright.
    pub const A4: Paper = Paper { width: SIDES[0], height: SIDES[1] };
    /// A4, across.
    pub const A4_ACROSS: Paper = Paper { width: SIDES[1], height: SIDES[0] };

    /// Sheets across, each with the narrower ones of the same length first: A4; A3 cut to the
    /// height of A4, A3; and so on to A0. The cut ones are the elongated sizes of ISO 5457.
    pub fn across() -> impl Iterator<Item = Paper> {
        let longer = SIDES.iter().enumerate().skip(1);
        longer.flat_map(|(at, width)| {
            let heights = SIDES.iter().take(at);
            heights.map(|height| Paper { width: *width, height: *height })
        })
    }
}
