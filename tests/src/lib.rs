//! What the tests of Baton share: seeded chance, maps of any size, random commands, scenes as text.

pub mod agreed;
pub mod dice;
pub mod faults;
pub mod fuzz;
pub mod gestures;
pub mod hostile;
pub mod layout_graphs;
pub mod layout_score;
pub mod m12;
pub mod outline;
pub mod soak;
pub mod synthetic;
pub mod two_states;

/// The sample engagement with its agreements as drafts at the handoffs of today, and no future state.
///
/// # Panics
/// The fixture cannot be read, which a test of the reader would tell first.
#[allow(clippy::expect_used)]
pub fn agreed_today() -> model::Document {
    let json = include_bytes!("../fixtures/lead-to-customer.agreed-today.json");
    exchange::sample_json::read(json).expect("the fixture can be read")
}

/// A fresh folder in memory where the system has one, for tests that write much and ask nothing of
/// the disk.
///
/// # Errors
/// There is no room for it.
pub fn folder_in_memory() -> std::io::Result<tempfile::TempDir> {
    let memory = std::path::Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }
}
