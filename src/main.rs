//! The browser's entry: loads the words of the page's language, then takes over the static page.

fn main() {}
