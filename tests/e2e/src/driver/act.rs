//! What a reader does. Every act waits until they could do it.

use super::Guide;
use super::guide::said;
use crate::runtime::wait;
use thirtyfour::{By, Key, WebElement};

impl Guide {
    /// Clicks the first element of that selector as soon as it can be clicked.
    #[track_caller]
    pub fn click(&self, css: &str) -> &Self {
        self.until(&format!("{css} can be clicked"), || async {
            let element = self.usable(css).await?;
            // To the middle: at an edge something that stays there may cover it.
            let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
            self.driver().execute(scroll, vec![element.to_json().map_err(said)?]).await.map_err(said)?;
            element.click().await.map_err(said)
        });
        self
    }

    /// Writes into a field, instead of what is there.
    #[track_caller]
    pub fn fill(&self, css: &str, text: &str) -> &Self {
        self.until(&format!("{css} can be written in"), || async {
            let element = self.usable(css).await?;
            // As a reader would: `clear` would leave the field in between.
            element.send_keys(Key::Control + "a").await.map_err(said)?;
            element.send_keys(Key::Delete).await.map_err(said)?;
            element.send_keys(text).await.map_err(said)
        });
        self
    }

    /// Presses a key, wherever the focus is.
    #[track_caller]
    pub fn press(&self, key: Key) -> &Self {
        let name = format!("press {key:?}");
        self.done(&name, wait(self.driver().action_chain().send_keys(key).perform()));
        self
    }

    /// Presses a key while holding another.
    #[track_caller]
    pub fn chord(&self, held: Key, key: char) -> &Self {
        let chain = self.driver().action_chain().key_down(held.clone()).key_down(key).key_up(key).key_up(held);
        self.done(&format!("press {key}"), wait(chain.perform()));
        self
    }

    /// Types, wherever the focus is.
    #[track_caller]
    pub fn write(&self, text: &str) -> &Self {
        self.done(&format!("type {text}"), wait(self.driver().action_chain().send_keys(text).perform()));
        self
    }

    /// Presses Tab until the first element of that selector has the focus, and makes sure that a reader can see where
    /// they are at every stop.
    #[track_caller]
    pub fn tab_to(&self, css: &str) -> &Self {
        // Disabled until the program is ready: then Tab would pass it by.
        self.until(&format!("{css} can be used"), || async { self.usable(css).await.map(drop) });
        let script = format!(
            "const here = document.activeElement, style = getComputedStyle(here), box = here.getClientRects()[0];
             const over = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
             return [here === document.body, style.outlineStyle !== 'none' || style.boxShadow !== 'none',
               !over || here.contains(over) || over.contains(here), here.outerHTML.slice(0, 120),
               here === [...document.querySelectorAll({css:?})].find((one) => one.checkVisibility())]"
        );
        let mut seen = Vec::new();
        for _ in 0..300 {
            self.press(Key::Tab);
            let here = self.run(&script);
            let element = here[3].as_str().unwrap_or_default().to_owned();
            if here[0] != true {
                assert!(here[1] == true, "the focus cannot be seen on {element}");
                assert!(here[2] == true, "something covers what has the focus: {element}");
            }
            if here[4] == true {
                return self;
            }
            seen.push(element);
        }
        panic!(
            "{css} is not reached by Tab. The last stops were:\n{}",
            seen[seen.len().saturating_sub(8)..].join("\n")
        );
    }

    /// The first such element that can be used: to be seen, not disabled.
    async fn usable(&self, css: &str) -> Result<WebElement, String> {
        let element = self.seen(css).await?;
        if !element.is_enabled().await.map_err(said)? {
            return Err(format!("{css} is disabled"));
        }
        Ok(element)
    }

    /// The first such element that can be seen.
    pub(super) async fn seen(&self, css: &str) -> Result<WebElement, String> {
        let found = self.driver().find_all(By::Css(css)).await.map_err(said)?;
        for element in &found {
            if element.is_displayed().await.map_err(said)? {
                return Ok(element.clone());
            }
        }
        Err(if found.is_empty() { format!("there is no {css}") } else { format!("{css} cannot be seen") })
    }
}
