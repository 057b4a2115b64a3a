//! What the diagnosis must reach, in one place.

use super::measure::Limit;

/// Of all outputs, those whose first cause an expert accepts.
pub const FIRST: Limit = Limit::AtLeast(0.92);
/// Of all outputs, those with an acceptable cause among the first two.
pub const FIRST_TWO: Limit = Limit::AtLeast(0.98);
/// Of the outputs that are not about the network, those that get a network cause first.
pub const NETWORK_BLAMED: Limit = Limit::AtMost(0.02);
/// Of the outputs that are about the network, those that get another cause first.
pub const NETWORK_CLEARED: Limit = Limit::AtMost(0.02);
/// Of all outputs, those in which nothing is recognised.
pub const NOTHING: Limit = Limit::AtMost(0.03);
/// Causes that were called certain and are not among the acceptable ones.
pub const CERTAIN_WRONG: Limit = Limit::AtMost(0.0);

/// Questions and commands until the right solution, with the solutions that were tried in vain, on average.
pub const STEPS: Limit = Limit::AtMost(2.5);
/// Questions and commands until the right solution, of the reader with the most.
pub const MOST_ASKED: Limit = Limit::AtMost(6.0);
/// Of all readers, those who need more than six steps, with the solutions that were tried in vain.
pub const LONG_WAYS: Limit = Limit::AtMost(0.02);

/// Milliseconds to read a megabyte of log, natively.
pub const MEGABYTE: Limit = Limit::AtMost(50.0);
