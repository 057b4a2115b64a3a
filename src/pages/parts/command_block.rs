//! A command, in every shell's form, with placeholders for the reader's own names.

use crate::components::{Icon, Symbol, ui, ui_text};
use crate::knowledge::{Command, CommandId};
use crate::pages::whole::{Whole, text};
use crate::session::{Change, Shell, Values};
use crate::words::{Placeholder, Segment, Ui, segments};
use leptos::prelude::*;

/// A command: what it shows, where to run it, its text.
///
/// Both shells' forms are there; which one is shown is a matter of style (`data-shell` on the root), so that a page without
/// the program, and a printed one, has both. Copying and switching are attached by `browser`.
#[component]
pub fn CommandBlock(
    /// Which command.
    id: &'static CommandId,
) -> impl IntoView {
    let Some(command) = Whole::here().command(id) else { return ().into_any() };
    let Command { place, bash, powershell, .. } = command;
    let forms = match powershell {
        None => form(None, bash),
        Some(powershell) => {
            [form(Some(Shell::Bash), bash), form(Some(Shell::PowerShell), powershell)].collect_view().into_any()
        }
    };
    view! {
        <figure class="command">
            <figcaption>
                <span class="command-title">{text(&format!("command.{id}.title"))}</span>
                <span class="command-place">{text(&format!("place.{}.title", place.as_str()))}</span>
            </figcaption>
            <div class="command-bar">
                {powershell.is_some().then(shell_switch)}
                <CopyButton />
            </div>
            {forms}
        </figure>
    }
    .into_any()
}

/// Copies the text of the figure around it.
#[component]
pub(super) fn CopyButton() -> impl IntoView {
    view! {
        <button type="button" class="copy" data-copy="" disabled=true>
            <Icon symbol=Symbol::Copy /> <span aria-live="polite">{ui(Ui::CommandCopy)}</span>
        </button>
    }
}

/// Several commands.
#[component]
pub fn Commands(
    /// Which, in order.
    ids: &'static [CommandId],
) -> impl IntoView {
    ids.iter().map(|id| view! { <CommandBlock id=id /> }).collect_view()
}

fn form(shell: Option<Shell>, source: &'static str) -> AnyView {
    view! {
        <pre dir="ltr" translate="no" tabindex="0" data-for=shell.map(Shell::as_str)><code>{filled(source)}</code></pre>
    }
    .into_any()
}

/// A text with a place for each of the reader's own names.
pub(super) fn filled(source: &'static str) -> AnyView {
    segments(source).into_iter().map(part).collect_view().into_any()
}

fn part(segment: Segment<'static>) -> AnyView {
    match segment {
        Segment::Plain(plain) => plain.into_any(),
        Segment::Named(name) => match Placeholder::named(name) {
            None => format!("{{{name}}}").into_any(),
            Some(placeholder) => {
                let text = placeholder.default_text();
                match Values::default().is_usable(placeholder) {
                    true => view! { <var data-own=name class="known">{text}</var> }.into_any(),
                    false => view! { <var data-own=name>{text}</var> }.into_any(),
                }
            }
        },
    }
}

/// Chooses between the shells, for every command at once.
fn shell_switch() -> AnyView {
    let button = |shell: Shell| {
        let pressed = (shell == Shell::default()).to_string();
        view! {
            <button type="button" disabled=true data-change=Change::Choose(shell).to_string() aria-pressed=pressed>
                {shell.name()}
            </button>
        }
    };
    view! {
        <span class="segments" role="group" aria-label=ui_text(Ui::CommandShell, &[])>
            {button(Shell::Bash)} {button(Shell::PowerShell)}
        </span>
    }
    .into_any()
}
