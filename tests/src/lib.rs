//! What the tests of Baton share: seeded chance, maps of any size, random commands, scenes as text.

pub mod dice;
pub mod faults;
pub mod gestures;
pub mod outline;
pub mod synthetic;
