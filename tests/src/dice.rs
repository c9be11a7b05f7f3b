//! Seeded chance for tests: the same seed gives the same run, on every machine.

/// A stream of numbers (xorshift64*).
pub struct Dice {
    state: u64,
    /// What is rolled first, two bytes a roll, from the end.
    given: Vec<u8>,
}

impl Dice {
    /// A stream that begins at this seed.
    pub fn new(seed: u64) -> Dice {
        Dice { state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1, given: Vec::new() }
    }

    /// A stream that rolls what a fuzzer says, and chance after it.
    pub fn of_bytes(bytes: &[u8]) -> Dice {
        Dice { given: bytes.iter().rev().copied().collect(), ..Dice::new(1) }
    }

    /// The next number.
    pub fn roll(&mut self) -> u64 {
        if let (Some(high), low) = (self.given.pop(), self.given.pop().unwrap_or_default()) {
            // `below` looks at the upper half.
            return (u64::from(high) << 8 | u64::from(low)) << 33;
        }
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `limit`; 0 when that is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        if limit == 0 { 0 } else { (self.roll() >> 33) as usize % limit }
    }

    /// One of these.
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        list.get(self.below(list.len())).copied()
    }

    /// True in `percent` of 100 rolls.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}
