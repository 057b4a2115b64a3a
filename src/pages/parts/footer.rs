//! The foot of every page: whose words these are, and start again.

use super::{LinkList, NotKept};
use crate::components::{Icon, Symbol, ui};
use crate::knowledge::LinkId;
use crate::pages::whole::Whole;
use crate::session::Change;
use crate::words::Ui;
use leptos::prelude::*;

/// The link to the article that the guide began with.
const ARTICLE: &str = "article";

/// The foot of every page.
#[component]
pub fn Footer() -> impl IntoView {
    let article = Whole::here().link(&LinkId::new(ARTICLE)).map(|link| std::slice::from_ref(&link.id));
    view! {
        <footer class="site-footer">
            <p>{ui(Ui::Attribution)}</p>
            {article.map(|ids| view! { <LinkList ids=ids /> })}
            <p class="fine">{ui(Ui::License)}</p>
            <button type="button" class="quiet restart" disabled=true data-change=Change::StartAgain.to_string()>
                <Icon symbol=Symbol::Restart /> {ui(Ui::Restart)}
            </button>
            <NotKept />
        </footer>
    }
}
