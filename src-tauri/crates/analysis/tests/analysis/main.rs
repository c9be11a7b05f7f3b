//! Figures and findings against domain.md 8: micro vectors, the sample processes, properties.

extern crate baton_analysis as analysis;

#[cfg(test)]
mod agreed;
#[cfg(test)]
mod aloud;
#[cfg(test)]
mod attainment;
#[cfg(test)]
mod chain;
#[cfg(test)]
mod expected;
#[cfg(test)]
mod findings;
#[cfg(test)]
mod fixes;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod network;
#[cfg(test)]
mod plan;
#[cfg(test)]
mod planned;
#[cfg(test)]
mod presets;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod responsibility;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod terms;
#[cfg(test)]
mod timeline;
#[cfg(test)]
mod unfinished;
