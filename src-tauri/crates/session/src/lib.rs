//! One open file, put together: document, store, scene, figures, listeners.

pub mod api;
