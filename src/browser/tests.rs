//! The browser's edge, in a browser: what cannot be seen natively, and is smaller than a whole page.

use super::bindings::filter_symptoms;
use super::prober::{self, Told};
use super::{elements, on_session_changed, on_typed, show_own_names, show_session};
use super::{store_session, stored_session, take_early_input};
use crate::reach::{Outcome, Place, Signal};
use crate::session::{Change, Field, Ruling, Session, Shell, Values};
use crate::words::Placeholder;
use leptos::prelude::{document, window};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

/// Elements of one test, gone with it.
struct Stage(Element);

impl Stage {
    fn with(html: &str) -> Self {
        let stage = document().create_element("div").expect("a document can make elements");
        stage.set_inner_html(html);
        document().body().expect("the test page has a body").append_child(&stage).expect("it takes children");
        Self(stage)
    }

    fn find<T: JsCast>(&self, selector: &str) -> T {
        let found = self.0.query_selector(selector).expect("a selector of this test").expect("it finds something");
        found.dyn_into().expect("it is of that type")
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

#[wasm_bindgen_test]
fn the_readers_own_names_are_shown_wherever_the_page_mentions_them() {
    let stage = Stage::with("<var data-own=registry>?</var><code data-own=region>?</code>");
    let mut values = Values::default();
    values.set(Placeholder::Registry, "contosoprod");
    show_own_names(&values);
    let (registry, region) = (stage.find::<Element>("var"), stage.find::<Element>("code"));
    assert_eq!(registry.text_content().as_deref(), Some("contosoprod"));
    assert!(registry.class_list().contains("known"));
    assert_eq!(region.text_content().as_deref(), Some("<region>"));
    assert!(!region.class_list().contains("known"));
}

#[wasm_bindgen_test]
fn a_name_is_shown_as_text_and_never_as_markup() {
    let stage = Stage::with("<var data-own=registry></var>");
    let mut values = Values::default();
    values.set(Placeholder::Registry, "<img src=x onerror=alert(1)>");
    show_own_names(&values);
    assert_eq!(stage.find::<Element>("var").child_element_count(), 0);
}

#[wasm_bindgen_test]
fn the_filter_hides_symptoms_and_counts_the_rest_whatever_the_case() {
    let stage = Stage::with(
        "<ul class=symptoms><li>ÅTGÄRD</li><li data-search='i/o timeout' data-errors='dial tcp'>Annat</li></ul>",
    );
    assert_eq!(filter_symptoms(|text, _| text.contains("åtgärd")), (1, 2));
    assert!(stage.find::<Element>("li:nth-child(2)").has_attribute("hidden"));
    assert_eq!(filter_symptoms(|text, _| text.contains("timeout")), (1, 2));
    assert_eq!(filter_symptoms(|_, errors| errors == "dial tcp"), (1, 2));
    assert_eq!(filter_symptoms(|_, _| true), (2, 2));
    assert!(!stage.find::<Element>("li:nth-child(2)").has_attribute("hidden"));
}

#[wasm_bindgen_test]
fn a_session_is_shown_on_every_mark_and_every_field() {
    let stage = Stage::with(
        "<button data-change='ruling request-timeout vnet out' aria-pressed=false disabled>x</button>\
         <button class=restart data-change='start again' disabled>x</button>\
         <input type=checkbox data-change='tick set-proxy restart'><input type=text data-field=region>",
    );
    show_session(&Session::default());
    assert!(stage.find::<Element>(".restart").has_attribute("disabled"), "there is nothing to forget");
    let mut session = Session::default();
    session.shell = Shell::PowerShell;
    session.rule(&"request-timeout".into(), &"vnet".into(), Ruling::Out);
    session.tick(&"set-proxy".into(), &"restart".into(), true);
    session.typed.set_field(Field::Region, "swedencentral".into());
    show_session(&session);
    let button = stage.find::<Element>("button");
    assert_eq!(button.get_attribute("aria-pressed").as_deref(), Some("true"));
    assert!(!button.has_attribute("disabled"));
    assert!(!stage.find::<Element>(".restart").has_attribute("disabled"));
    assert!(stage.find::<HtmlInputElement>("[type=checkbox]").checked());
    assert_eq!(stage.find::<HtmlInputElement>("[type=text]").value(), "swedencentral");
    let root = document().document_element().expect("the test page has a root");
    assert_eq!(root.get_attribute("data-shell").as_deref(), Some("powershell"));
}

#[wasm_bindgen_test]
fn a_press_anywhere_on_a_mark_is_the_change_that_it_says() {
    let stage = Stage::with("<button data-change='shell powershell'><i>x</i></button>");
    let changes = Rc::new(RefCell::new(Vec::new()));
    let seen = changes.clone();
    on_session_changed(move |change| seen.borrow_mut().push(change));
    stage.find::<HtmlElement>("i").click();
    assert_eq!(changes.borrow().as_slice(), [Change::Choose(Shell::PowerShell)]);
}

#[wasm_bindgen_test]
fn what_is_typed_is_reported_field_by_field() {
    let stage = Stage::with("<input type=text data-field=client-ip>");
    let typed = Rc::new(RefCell::new(Vec::new()));
    let seen = typed.clone();
    on_typed(move |field, text| seen.borrow_mut().push((field, text)));
    let input = stage.find::<HtmlInputElement>("input");
    input.set_value("203.0.113.7");
    let event = web_sys::Event::new_with_event_init_dict("input", &{
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        init
    });
    input.dispatch_event(&event.expect("an event can be made")).expect("it can be sent");
    assert_eq!(typed.borrow().as_slice(), [(Field::ClientIp, "203.0.113.7".to_owned())]);
}

#[wasm_bindgen_test]
fn what_was_ticked_and_typed_before_the_program_was_there_is_taken_over() {
    let _stage = Stage::with(
        "<input type=checkbox checked data-change='tick set-proxy restart'><input type=text value=rg data-field=resource-group>",
    );
    let mut session = Session::default();
    take_early_input(&mut session);
    assert!(session.is_ticked(&"set-proxy".into(), &"restart".into()));
    assert_eq!(session.typed.resource_group, "rg");
}

#[wasm_bindgen_test]
fn a_stored_session_is_read_back_and_a_damaged_one_is_set_aside() {
    let mut session = Session::default();
    session.typed.registry = "contosoprod".into();
    store_session(&session);
    assert_eq!(stored_session(), Some(session));
    let storage = window().session_storage().ok().flatten().expect("the test browser stores");
    storage.set_item("registry-guide.session", "version 99").expect("there is room");
    assert_eq!(stored_session(), None);
}

/// The script that asks, loaded once as the page of the check has it.
fn load_prober() {
    if document().get_element_by_id("probe").is_none() {
        let script = document().create_element("script").expect("a document can make elements");
        script.set_id("probe");
        script.set_text_content(Some(include_str!("probe.js")));
        document().body().expect("the test page has a body").append_child(&script).expect("it takes children");
    }
}

/// What the script says of one request, which may be stopped as soon as it is sent.
async fn outcome(signal: Signal, url: &str, is_stopped: bool) -> Outcome {
    load_prober();
    let id = prober::first_fresh_id();
    let said = Rc::new(Cell::new(None));
    let heard = said.clone();
    let told = js_sys::Promise::new(&mut |resolve, _| {
        let heard = heard.clone();
        prober::on_told(move |told| match told {
            Told::Outcome { id: of, outcome, .. } if of == id => {
                heard.set(Some(outcome));
                let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
            }
            _ => {}
        });
    });
    prober::ask(Place::Page, id, signal, 5_000, url);
    if is_stopped {
        prober::stop(Place::Page, id);
    }
    wasm_bindgen_futures::JsFuture::from(told).await.expect("a promise that is never rejected");
    said.get().expect("it was told")
}

fn own_origin() -> String {
    window().location().origin().expect("the test page has an origin")
}

#[wasm_bindgen_test]
async fn an_answer_of_the_pages_own_server_is_readable() {
    assert_eq!(outcome(Signal::Cors, &(own_origin() + "/"), false).await, Outcome::Readable { status: 200 });
}

#[wasm_bindgen_test]
async fn an_answer_that_cannot_come_from_another_host_is_seen_as_the_browsers_own() {
    for signal in [Signal::Opaque, Signal::Cors] {
        assert_eq!(outcome(signal, "data:text/plain,hello", false).await, Outcome::NotOpaque);
    }
}

#[wasm_bindgen_test]
async fn a_port_where_nothing_listens_is_given_up() {
    let url = "https://127.0.0.1:9/v2/";
    assert_eq!(outcome(Signal::Opaque, url, false).await, Outcome::Rejected);
    assert_eq!(outcome(Signal::Events, url, false).await, Outcome::NoTransport);
    assert_eq!(outcome(Signal::Prefetch, url, false).await, Outcome::LoadFailed);
}

#[wasm_bindgen_test]
async fn a_stopped_request_says_so() {
    assert_eq!(outcome(Signal::Cors, &(own_origin() + "/"), true).await, Outcome::Cancelled);
}

#[wasm_bindgen_test]
fn elements_that_come_later_are_heard_too() {
    let count = Rc::new(Cell::new(0));
    let seen = count.clone();
    elements::on("click", ".comes-later", move |_, _| seen.set(seen.get() + 1));
    let stage = Stage::with("<p class=comes-later>x</p>");
    stage.find::<HtmlElement>("p").click();
    assert_eq!(count.get(), 1);
}
