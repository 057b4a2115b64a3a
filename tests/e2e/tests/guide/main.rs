//! The built guide, met as a reader meets it. Run by `cargo xtask test e2e`.
//!
//! One program for all tests, so that they share browsers. One file per area, one behaviour per test.

mod addresses;
mod barriers;
mod check;
mod commands;
mod diagnosis;
mod file;
mod filter;
mod flow;
mod hydration;
mod keyboard;
mod language;
mod layout;
mod memory;
mod offline;
mod report;
mod rules;
mod screenshots;
mod slow_program;
mod theme;
mod without_program;
