//! What leaves the page and what comes in by an address: links, redaction, reports, codes, pictures.
#![cfg(feature = "author")]

mod codes;
mod comparison;
mod given;
mod links;
mod picture;
mod redaction;
mod reports;
