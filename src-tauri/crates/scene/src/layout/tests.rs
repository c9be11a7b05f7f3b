//! Placing on small maps.
