//! Packs are read back, never compared by bytes alone.

mod agenda;
mod desk;
mod minutes;
mod northwind;
mod pages;
mod picture;
mod reading;
mod sample;
mod written;
