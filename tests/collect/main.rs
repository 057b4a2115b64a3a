//! The script that is run where it fails, run: in several shells, with whatever tools there are, against faults made on loopback
//! (`lab.py`). What it prints is read and judged as the page does it.
//!
//! Needs Linux, a network namespace of its own, and some of the system's programs. Where something is missing a test says so and
//! passes, except in CI (`CI` is set): there it fails.

#![cfg(all(feature = "author", target_os = "linux"))]

mod faults;
mod forms;
mod script;
