//! Figures and findings against domain.md 8: micro vectors, the sample processes, properties.

extern crate baton_analysis as analysis;

#[cfg(test)]
mod agreed;
#[cfg(test)]
mod expected;
#[cfg(test)]
mod findings;
#[cfg(test)]
mod fixes;
#[cfg(test)]
mod planned;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod timeline;
#[cfg(test)]
mod unfinished;
