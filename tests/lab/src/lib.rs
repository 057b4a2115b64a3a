//! The network laboratory: what the check says, where the truth is known.
//!
//! A small internet is built out of network namespaces (`world`), and for each run a network of its own between a browser and
//! that internet (`access`), with one thing wrong in it. A real browser (`browser`) opens the built guide there and checks a
//! registry (`page`). What it was told is held against the truth (`scenario`, `judge`) and written down (`report`).
//!
//! Law: nothing is faked that can be had. Names come from dnsmasq, refusals from nftables, answers from a registry behind nginx,
//! proxies are squid. Nothing leaves the namespaces, and they vanish with the process, however it ends (`sandbox`).

pub mod access;
pub mod browser;
pub mod command;
pub mod internet;
pub mod judge;
pub mod page;
pub mod report;
pub mod run;
pub mod sandbox;
pub mod scenario;
pub mod tab;
pub mod world;
