//! The whole guide as one file, opened from disk.

use guide_e2e::{Guide, dist};

#[test]
fn the_file_is_offered_with_the_whole_guide() {
    for language in ["sv", "en"] {
        let guide = Guide::open(&format!("{language}/all/"));
        let name = format!("guide-{language}.html");
        guide.expect_text(".file a", &guide.words().ui("file.link"));
        guide.expect_value("return document.querySelector('.file a').download", name.as_str());
        guide.expect_value("return document.querySelector('.file a').pathname", format!("/{name}"));
    }
}

#[test]
fn from_disk_the_file_has_everything_and_asks_for_nothing() {
    for language in ["sv", "en"] {
        let guide = Guide::open(&format!("{language}/all/"));
        let words = guide.words();
        let parts = "return [...document.querySelectorAll('.whole section[id]')].map((one) => one.id).join()";
        let on_the_site = guide.run(parts);
        let before = guide.requests().len();
        let file = dist().join(format!("guide-{language}.html"));
        guide.leave_for(&format!("file://{}", file.display()));
        guide.expect_text("h1", &words.ui("product.name"));
        guide.expect_text_with(".made", &words.ui("file.made"), &[]).expect_text(".limits", &words.ui("file.limits"));
        assert_eq!(guide.run(parts), on_the_site, "not the same parts as on the page with the whole guide");
        // Styled: the width of text is limited, which no browser does by itself.
        guide.expect_value("return getComputedStyle(document.querySelector('main')).maxInlineSize !== 'none'", true);
        let dead = "return [...document.querySelectorAll('a[href^=\"#\"]')].filter((one) => \
            !document.getElementById(one.hash.slice(1))).length";
        assert_eq!(guide.run(dead), 0, "links to parts that are not in the file");
        let leaving = "return [...document.links].filter((one) => one.protocol === 'file:' && !one.hash).length";
        assert_eq!(guide.run(leaving), 0, "links to other files");
        let asked: Vec<String> = guide.requests().split_off(before).into_iter().map(|request| request.url).collect();
        let beyond: Vec<&String> = asked
            .iter()
            .filter(|url| !url.ends_with(&format!("guide-{language}.html")) && !url.starts_with("data:"))
            .collect();
        assert!(beyond.is_empty(), "the file asks for {beyond:?}");
        assert!(guide.barriers().is_empty(), "{}", guide.barriers().join("\n"));
    }
}
