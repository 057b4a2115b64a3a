//! Every page in every language, as the prerenderer writes it: valid, well ordered, without a dead link.

use registry_guide::address::Route;
use registry_guide::authoring::{self, Content};
use registry_guide::guide::Guide;
use registry_guide::pages::{Assets, ChooserKind, DataFiles, Shell, name_of_file};
use registry_guide::prerender::{chooser, document};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use std::path::Path;

const BASE: &str = "/docs/acr/";

fn content() -> Content {
    let mut content = authoring::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("content/ loads");
    content.add_pseudo();
    content
}

fn guides(content: &Content) -> Vec<&'static Guide> {
    let guides = content.languages().iter().filter_map(|language| content.guide(&language.code));
    guides.map(|guide| &*Box::leak(Box::new(guide))).collect()
}

fn shell() -> Shell {
    let asset = |name: &str| format!("{BASE}{name}");
    Shell {
        origin: "https://guide.example.com".into(),
        base: BASE.into(),
        assets: Assets {
            style: asset("style.css"),
            boot: asset("boot.js"),
            worker: Some(asset("worker.js")),
            choose: asset("choose.js"),
            icon: asset("icon.svg"),
            probe: asset("probe.js"),
            prober: asset("prober.html"),
        },
    }
}

/// Every page: its address, its text, its tree.
struct Page {
    address: String,
    html: String,
    tree: Html,
}

fn pages() -> Vec<Page> {
    let content = content();
    let file = |name: &str| format!("{BASE}{name}.json");
    let data = DataFiles { words: file("guide"), casebook: file("casebook"), rules: file("rules") };
    let mut pages = Vec::new();
    for guide in guides(&content) {
        for route in Route::all(&guide.knowledge).into_iter().chain([Route::Gallery]) {
            let html = document(&shell(), guide, &data, &route);
            let tree = Html::parse_document(&html);
            pages.push(Page { address: route.href(BASE, &guide.words.language.code), html, tree });
        }
    }
    for (kind, name) in
        [(ChooserKind::Choose, ""), (ChooserKind::NotFound, "404.html"), (ChooserKind::Offline, "offline")]
    {
        let html = chooser(&shell(), &guides(&content), kind);
        pages.push(Page { address: format!("{BASE}{name}"), tree: Html::parse_document(&html), html });
    }
    pages
}

fn all<'a>(tree: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    tree.select(&Selector::parse(selector).expect("a selector of this test")).collect()
}

/// Collects what is wrong over all pages, so that one run shows everything.
fn complain(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} complaints, the first:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

#[test]
fn every_page_is_valid_html() {
    let wrong = pages()
        .into_iter()
        .flat_map(|page| page.tree.errors.iter().map(|error| format!("{}: {error}", page.address)).collect::<Vec<_>>());
    complain(wrong.collect());
}

#[test]
fn every_page_has_one_main_heading_and_skips_no_level() {
    let mut wrong = Vec::new();
    for page in pages() {
        let levels: Vec<u8> = all(&page.tree, "h1, h2, h3, h4, h5, h6")
            .iter()
            .map(|heading| heading.value().name().as_bytes()[1] - b'0')
            .collect();
        if levels.first() != Some(&1) || levels.iter().filter(|level| **level == 1).count() != 1 {
            wrong.push(format!("{}: headings {levels:?}", page.address));
        }
        for pair in levels.windows(2).filter(|pair| pair[1] > pair[0] + 1) {
            wrong.push(format!("{}: h{} follows h{}", page.address, pair[1], pair[0]));
        }
        for heading in all(&page.tree, "h1, h2, h3, h4") {
            if heading.text().collect::<String>().trim().is_empty() {
                wrong.push(format!("{}: an empty heading", page.address));
            }
        }
    }
    complain(wrong);
}

#[test]
fn no_internal_link_is_dead() {
    let pages = pages();
    let files = ["style.css", "boot.js", "choose.js", "icon.svg"].map(|name| format!("{BASE}{name}"));
    let downloads: Vec<String> =
        guides(&content()).iter().map(|guide| format!("{BASE}{}", name_of_file(&guide.words.language.code))).collect();
    let known: BTreeSet<&str> = pages
        .iter()
        .map(|page| page.address.as_str())
        .chain(files.iter().chain(&downloads).map(String::as_str))
        .collect();
    let ids = |page: &Page| -> BTreeSet<String> {
        all(&page.tree, "[id]").iter().filter_map(|element| element.attr("id").map(str::to_owned)).collect()
    };
    let mut wrong = Vec::new();
    for page in &pages {
        for link in all(&page.tree, "a[href], link[href]") {
            let href = link.attr("href").unwrap_or_default();
            let local = href.strip_prefix("https://guide.example.com").unwrap_or(href);
            if local.starts_with("https://") {
                continue;
            }
            let (address, fragment) = local.split_once('#').unwrap_or((local, ""));
            let address = if address.is_empty() { page.address.as_str() } else { address };
            if !known.contains(address) {
                wrong.push(format!("{}: {href} leads nowhere", page.address));
            } else if !fragment.is_empty() {
                let target = pages.iter().find(|other| other.address == address);
                if !target.is_some_and(|target| ids(target).contains(fragment)) {
                    wrong.push(format!("{}: {href} has no such place", page.address));
                }
            }
        }
    }
    complain(wrong);
}

#[test]
fn no_id_stands_twice_on_a_page() {
    let mut wrong = Vec::new();
    for page in pages() {
        let mut seen = BTreeSet::new();
        for element in all(&page.tree, "[id]") {
            let id = element.attr("id").unwrap_or_default().to_owned();
            if !seen.insert(id.clone()) {
                wrong.push(format!("{}: id {id} twice", page.address));
            }
        }
    }
    complain(wrong);
}

#[test]
fn no_page_has_inline_script_or_style() {
    let mut wrong = Vec::new();
    for page in pages() {
        for script in all(&page.tree, "script:not([src]), style, [style], [onclick], [onload]") {
            wrong.push(format!("{}: {}", page.address, script.html()));
        }
    }
    complain(wrong);
}

#[test]
fn every_page_says_what_it_is_called_and_where_its_other_languages_are() {
    let languages = content().languages().len();
    let mut wrong = Vec::new();
    for page in pages() {
        let title = all(&page.tree, "title").first().map(|title| title.text().collect::<String>()).unwrap_or_default();
        let description = all(&page.tree, "meta[name=description]");
        let description = description.first().and_then(|meta| meta.attr("content")).unwrap_or_default();
        if title.trim().is_empty() || description.trim().is_empty() || title.contains('{') || description.contains('{')
        {
            wrong.push(format!("{}: title {title:?}, description {description:?}", page.address));
        }
        let alternates = all(&page.tree, "link[rel=alternate][hreflang]").len();
        let is_found = !["404.html", "/offline"].iter().any(|end| page.address.ends_with(end));
        if is_found && (alternates < languages || all(&page.tree, "link[rel=canonical]").len() != 1) {
            wrong.push(format!("{}: {alternates} alternates, or no canonical address", page.address));
        }
    }
    complain(wrong);
}

#[test]
fn no_page_shows_a_key_or_an_unfilled_name() {
    let mut wrong = Vec::new();
    for page in pages() {
        for element in all(&page.tree, "h1, h2, h3, h4, p, li, dt, dd, button, label, summary, a, span") {
            for text in element.children().filter_map(|child| child.value().as_text()) {
                let is_key = ["ui.", "symptom.", "cause.", "finding.", "solution.", "verdict."]
                    .iter()
                    .any(|kind| text.starts_with(kind));
                if is_key || text.contains("{") {
                    wrong.push(format!("{}: {:?}", page.address, &**text));
                }
            }
        }
    }
    complain(wrong);
}

#[test]
fn texts_borrowed_from_another_language_are_marked_with_it() {
    let pages = pages();
    let arabic: Vec<_> = pages.iter().filter(|page| page.address.contains("/ar-XB/")).collect();
    assert!(arabic.iter().all(|page| page.html.contains("dir=\"rtl\"")));
    let marked = arabic.iter().flat_map(|page| all(&page.tree, ".borrowed")).collect::<Vec<_>>();
    assert!(!marked.is_empty(), "the pseudo language leaves texts out so that this can be seen");
    for borrowed in marked {
        assert_eq!((borrowed.attr("lang"), borrowed.attr("dir")), (Some("en"), Some("ltr")));
    }
    let swedish = pages.iter().filter(|page| page.address.contains("/sv/"));
    assert!(swedish.flat_map(|page| all(&page.tree, ".borrowed")).next().is_none(), "Swedish is the source");
}

#[test]
fn the_map_leads_to_everything_that_the_guide_knows() {
    let pages = pages();
    let content = content();
    let knowledge = content.knowledge();
    let mut wrong = Vec::new();
    for language in content.languages() {
        let href = |route: Route| route.href(BASE, &language.code);
        let map = pages.iter().find(|page| page.address == href(Route::Map)).expect("a map in every language");
        let drawn: BTreeSet<&str> = all(&map.tree, ".map svg a").iter().filter_map(|link| link.attr("href")).collect();
        let listed: BTreeSet<&str> =
            all(&map.tree, ".map-list a").iter().filter_map(|link| link.attr("href")).collect();
        let findings =
            knowledge.findings.iter().map(|it| format!("{}#{}", href(Route::Cause(it.cause.clone())), it.id));
        let symptoms = knowledge.symptoms.iter().map(|symptom| href(Route::Symptom(symptom.id.clone())));
        let causes = knowledge.causes.iter().map(|cause| href(Route::Cause(cause.id.clone())));
        let solutions = knowledge.solutions.iter().map(|solution| href(Route::Solution(solution.id.clone())));
        let wanted: BTreeSet<String> = findings.chain(symptoms).chain(causes).chain(solutions).collect();
        for (form, found) in [("drawing", drawn), ("list", listed)] {
            let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
            wrong.extend(wanted.symmetric_difference(&found).map(|link| format!("{} {form}: {link}", language.code)));
        }
    }
    complain(wrong);
}

#[test]
fn every_line_that_is_drawn_again_is_there_once() {
    let mut wrong = Vec::new();
    for page in pages() {
        let lines: BTreeSet<&str> =
            all(&page.tree, ".map path[id]").iter().filter_map(|line| line.attr("id")).collect();
        let again: Vec<&str> = all(&page.tree, ".map use").iter().filter_map(|copy| copy.attr("href")).collect();
        if again.len() != lines.len() || again.iter().any(|copy| !lines.contains(copy.trim_start_matches('#'))) {
            wrong.push(format!("{}: {} lines, {} copies", page.address, lines.len(), again.len()));
        }
        if all(&page.tree, "article .causes").len() != all(&page.tree, ".map-of-symptom .map svg title").len() {
            wrong.push(format!("{}: a symptom without its map", page.address));
        }
    }
    complain(wrong);
}

#[test]
fn the_filter_looks_at_texts_as_readers_see_them() {
    let mut wrong = Vec::new();
    let mut searched = 0;
    for page in pages() {
        for item in all(&page.tree, "[data-search]") {
            let text = item.attr("data-search").unwrap_or_default();
            searched += 1;
            if text.is_empty() || text.contains(['{', '}']) {
                wrong.push(format!("{}: {text:?}", page.address));
            }
        }
    }
    assert!(searched > 0, "the start page has a filter");
    complain(wrong);
}

#[test]
fn only_the_page_of_authors_is_kept_from_search_engines() {
    for page in pages() {
        let is_hidden = !all(&page.tree, "meta[name=robots][content=noindex]").is_empty();
        let is_for_no_one =
            ["/authors/verdicts/", "404.html", "/offline"].iter().any(|end| page.address.ends_with(end));
        assert_eq!(is_hidden, is_for_no_one, "{}", page.address);
    }
}
