//! The sitemap: every page with its other languages.

use crate::address::Route;
use crate::pages::Shell;
use crate::words::Language;
use std::fmt::Write as _;

/// The sitemap's text. Addresses consist of the origin, the base path and ids: nothing in them needs escaping but an
/// ampersand, which none of these may hold.
pub fn sitemap(shell: &Shell, languages: &[Language], routes: &[Route]) -> String {
    let whole =
        |route: &Route, language: &Language| format!("{}{}", shell.origin, route.href(&shell.base, &language.code));
    let mut xml = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    ));
    for route in routes {
        for language in languages {
            let _ = write!(xml, "<url><loc>{}</loc>", whole(route, language));
            for other in languages {
                let _ = write!(
                    xml,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    other.code,
                    whole(route, other)
                );
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}
