//! What a reader expects to see. Every expectation waits until it holds.

use super::Guide;
use super::guide::said;
use crate::runtime::until;
use crate::words::{says, spaced};
use std::time::Duration;
use thirtyfour::By;

impl Guide {
    /// To be at this page, ready for use.
    #[track_caller]
    pub fn expect_at(&self, path: &str) -> &Self {
        let wanted = self.site.url(path);
        self.until(&format!("the reader is at {wanted}"), || async {
            let url = self.driver().current_url().await.map_err(said)?;
            let page = url.as_str().split(['?', '#']).next().unwrap_or_default();
            let whole = url.as_str() == wanted;
            if whole || page == wanted { Ok(()) } else { Err(format!("at {url}")) }
        });
        self.ready()
    }

    /// To see an element.
    #[track_caller]
    pub fn expect(&self, css: &str) -> &Self {
        self.until(&format!("{css} can be seen"), || async { self.seen(css).await.map(drop) });
        self
    }

    /// To see an element within that time, where it rightly takes longer than anything else.
    #[track_caller]
    pub fn expect_within(&self, patience: Duration, css: &str) -> &Self {
        let seen = until(patience, || async { self.seen(css).await.map(drop) });
        seen.unwrap_or_else(|why| panic!("waited in vain for {css}: {why}"));
        self
    }

    /// Not to see any such element.
    #[track_caller]
    pub fn expect_none(&self, css: &str) -> &Self {
        self.until(&format!("no {css} can be seen"), || async {
            for element in self.driver().find_all(By::Css(css)).await.map_err(said)? {
                if element.is_displayed().await.map_err(said)? {
                    return Err(format!("there is: {}", element.text().await.map_err(said)?));
                }
            }
            Ok(())
        });
        self
    }

    /// That the first such element shows this text, its `{names}` filled in by anything.
    #[track_caller]
    pub fn expect_text(&self, css: &str, text: &str) -> &Self {
        self.expect_text_with(css, text, &[])
    }

    /// That the first such element shows this text, with these `{names}` filled in.
    #[track_caller]
    pub fn expect_text_with(&self, css: &str, text: &str, arguments: &[(&str, &str)]) -> &Self {
        self.until(&format!("{css} says {text:?}"), || async {
            let shown = self.seen(css).await?.text().await.map_err(said)?;
            if says(&shown, text, arguments) { Ok(()) } else { Err(format!("it says {:?}", spaced(&shown))) }
        });
        self
    }

    /// That a script's value is this one.
    #[track_caller]
    pub fn expect_value(&self, script: &str, wanted: impl Into<serde_json::Value>) -> &Self {
        let wanted = wanted.into();
        self.until(&format!("{script} is {wanted}"), || async {
            let value = self.driver().execute(script, vec![]).await.map_err(said)?;
            if *value.json() == wanted { Ok(()) } else { Err(format!("it is {}", value.json())) }
        });
        self
    }

    /// That a field holds this text.
    #[track_caller]
    pub fn expect_field(&self, css: &str, wanted: &str) -> &Self {
        self.expect_value(&format!("return document.querySelector({css:?})?.value"), wanted)
    }

    /// That a button is pressed, or not.
    #[track_caller]
    pub fn expect_pressed(&self, css: &str, wanted: bool) -> &Self {
        let script = format!("return document.querySelector({css:?})?.getAttribute('aria-pressed')");
        self.expect_value(&script, wanted.to_string())
    }

    /// That a box is ticked, or not.
    #[track_caller]
    pub fn expect_ticked(&self, css: &str, wanted: bool) -> &Self {
        self.expect_value(&format!("return document.querySelector({css:?})?.checked"), wanted)
    }
}
