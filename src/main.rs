//! The browser's entry. It does nothing by itself: the start script calls what [`registry_guide::browser`] exports.

#[cfg(feature = "hydrate")]
fn main() {
    // Named so that the linker keeps the library, and with it the exports of the islands.
    let _ = registry_guide::browser::ready as fn();
}

#[cfg(not(feature = "hydrate"))]
fn main() {
    eprintln!(
        "This is the browser's entry. Build the guide with `cargo xtask build`, or serve it with `cargo xtask serve`."
    );
    std::process::exit(2);
}
