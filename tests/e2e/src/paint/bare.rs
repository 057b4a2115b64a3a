//! The other side of the comparison: a static file with the same text, made from the page itself.

use crate::driver::Setup;
use crate::site::{Otherwise, Site};
use std::fs;
use std::path::PathBuf;

/// What is loaded of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// The page itself.
    Guide,
    /// Its text in bare elements, with the guide's stylesheet.
    Styled,
    /// Its text in bare elements, with no stylesheet.
    Bare,
}

impl Variant {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Guide, Self::Styled, Self::Bare];

    /// Its name in the table and in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Styled => "bare+style",
            Self::Bare => "bare",
        }
    }
}

/// What is laid out only when it comes near counts as text of the page all the same.
const LAY_OUT_ALL: &str = r#"
for (const element of document.querySelectorAll("body *")) element.style.contentVisibility = "visible";
"#;

/// The visible text of the body in headings, paragraphs, lists and preformatted blocks.
const TEXT: &str = r#"
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const inline = (node) => node.nodeType === Node.TEXT_NODE || getComputedStyle(node).display.startsWith("inline");
const skipped = (node) => node.nodeType === Node.ELEMENT_NODE
  && (["SCRIPT", "STYLE", "NOSCRIPT"].includes(node.tagName) || node instanceof SVGElement
    || (getComputedStyle(node).display !== "contents" && !node.checkVisibility()));
const tag = (element) => /^(H[1-6]|PRE|LI)$/.test(element.tagName) ? element.tagName.toLowerCase() : "p";
function parts(element) {
  const kept = [...element.childNodes].filter((node) =>
    !skipped(node) && (node.nodeType === Node.ELEMENT_NODE || node.nodeType === Node.TEXT_NODE));
  if (kept.every((node) => inline(node))) {
    const text = element.tagName === "PRE" ? element.innerText : element.innerText.replace(/\s+/g, " ").trim();
    return text ? [`<${tag(element)}>${escape(text)}</${tag(element)}>`] : [];
  }
  const inner = kept.flatMap((node) => node.nodeType === Node.ELEMENT_NODE ? parts(node)
    : node.data.trim() ? [`<p>${escape(node.data.trim())}</p>`] : []);
  if (element.tagName === "LI") return [`<li>${inner.join("")}</li>`];
  if (["UL", "OL"].includes(element.tagName)) return [`<ul>${inner.join("\n")}</ul>`];
  return inner;
}
return [document.title, document.documentElement.lang, parts(document.body).join("\n"),
  new URL(document.querySelector("link[rel=stylesheet]").href).pathname, document.body.innerText.replace(/\s+/g, " ").length]
"#;

/// Static files with the same text, being served.
#[derive(Debug)]
pub struct Bare {
    site: Site,
}

impl Bare {
    /// Makes and serves them.
    ///
    /// # Panics
    /// If the text of a file is not that of its page.
    pub fn of(pages: &[(&str, &str)]) -> Self {
        let folder = crate::scratch::folder("bare");
        // Without scripts: the text as it was rendered, which is what is painted first.
        let guide = Setup::new().without_scripts().open(pages[0].1);
        for (name, path) in pages {
            let page = guide.go(path);
            page.run(LAY_OUT_ALL);
            let found = page.run(TEXT);
            let text = |nth: usize| found[nth].as_str().unwrap_or_default();
            let (title, language, body, style) = (text(0), text(1), text(2), text(3));
            let style_file = style.rsplit('/').next().unwrap_or_default();
            let built: PathBuf = crate::project::dist().join(style_file);
            fs::copy(&built, folder.join(style_file)).unwrap_or_else(|error| panic!("{}: {error}", built.display()));
            for (variant, link) in [
                (Variant::Bare, String::new()),
                (Variant::Styled, format!("<link rel=\"stylesheet\" href=\"/{style_file}\">\n")),
            ] {
                let html = format!(
                    "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
                     <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n{link}\
                     <link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n{body}\n</body>\n</html>\n"
                );
                fs::write(folder.join(file(name, variant)), html).expect("the process's own folder can be written");
            }
        }
        let bare = Self { site: Site::serve(folder, "/", Otherwise::default()) };
        let plain = Setup::new().without_scripts().may_contact("127.0.0.1").open(pages[0].1);
        for (name, path) in pages {
            let words = |guide: &crate::Guide| guide.text("body").split_whitespace().count();
            plain.go(path).run(LAY_OUT_ALL);
            let page = words(&plain) - plain.text("noscript").split_whitespace().count();
            let file = words(plain.leave_for(&bare.url(name, Variant::Bare)));
            let apart = page.abs_diff(file);
            assert!(apart * 50 < page, "{name}: {page} words on the page, {file} in the file of the same text");
        }
        bare
    }

    /// The address of a file.
    pub fn url(&self, name: &str, variant: Variant) -> String {
        self.site.url(&file(name, variant))
    }
}

fn file(name: &str, variant: Variant) -> String {
    format!("{}-{}.html", name.replace(' ', "-"), variant.name().replace('+', "-"))
}
