//! What leaves the page and what comes in by an address: links, redaction, reports, codes, pictures.
#![cfg(feature = "author")]

mod given;
mod links;
mod redaction;
