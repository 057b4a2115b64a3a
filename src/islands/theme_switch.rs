//! Light, dark, or as the system says.

use super::Reader;
use crate::browser;
use crate::components::{Icon, Symbol, effect, ui_text};
use crate::words::Ui;
use leptos::prelude::*;

/// How light the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The value of `data-theme`, and what is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name; the system's where there is none.
    pub fn named(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    fn label(self) -> Ui {
        match self {
            Self::System => Ui::ThemeSystem,
            Self::Light => Ui::ThemeLight,
            Self::Dark => Ui::ThemeDark,
        }
    }
}

/// A button that goes round: system, light, dark.
#[island]
pub fn ThemeSwitch() -> impl IntoView {
    let ready = Reader::here().ready;
    let theme = RwSignal::new(Theme::System);
    effect(move || theme.set(Theme::named(&browser::stored_theme())));
    let press = move |_| {
        let next = theme.get_untracked().next();
        theme.set(next);
        browser::apply_theme(next.as_str());
    };
    view! {
        <button type="button" class="quiet theme" disabled=Signal::derive(move || !ready.get()) on:click=press>
            <Icon symbol=Symbol::Contrast />
            <span>{Signal::derive(move || ui_text(theme.get().label(), &[]))}</span>
        </button>
    }
}
