//! Packs are read back, never compared by bytes alone.

mod agenda;
pub(crate) mod desk;
mod forms;
mod german;
mod large;
mod map_paper;
mod minutes;
mod northwind;
mod odd_forms;
mod other_forms;
mod pages;
mod picture;
mod reading;
pub(crate) mod sample;
mod standards;
mod written;
