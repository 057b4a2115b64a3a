//! The map as inline SVG: real links in reading order, lines that are told apart by weight and dashes, not by colour.

use crate::address::Route;
use crate::components::{Site, ui, ui_text};
use crate::knowledge::Subject;
use crate::map::{Column, Drawing, Graph, Link, Node, Relation, Size};
use crate::pages::head::plain;
use crate::pages::whole::Whole;
use crate::words::Ui;
use leptos::prelude::*;

/// A drawing with its legend, in a frame of its own: it scrolls sideways where the window is narrow, the page does not.
#[component]
pub fn MapDrawing(
    /// What to draw.
    graph: Graph,
) -> impl IntoView {
    let site = Site::here();
    let (words, literals) = (site.words, site.literals);
    let title = |subject: &Subject| plain(literals, words.block(&title_key(subject)).text);
    let drawing = Drawing::new(&graph, &title, words.language.dir);
    let headings = [
        (Column::Symptoms, Ui::AllSymptoms),
        (Column::Causes, Ui::AllCauses),
        (Column::Findings, Ui::CauseFindings),
        (Column::Solutions, Ui::AllSolutions),
    ]
    .map(
        |(column, text)| view! { <text x=drawing.start(column, 0) y="16" class="map-head">{ui_text(text, &[])}</text> },
    )
    .collect_view();
    let nodes = (0..drawing.nodes.len()).map(|nth| node(&drawing, nth)).collect_view();
    view! {
        <figure class="map-figure">
            <figcaption>{legend(&graph)}</figcaption>
            <div class="map" tabindex="0" role="region" aria-label=ui_text(Ui::MapLabel, &[])>
                <svg viewBox=format!("-1 0 {} {}", Size::WIDTH + 2, drawing.height) aria-labelledby="map-title" aria-describedby="map-text">
                    <title id="map-title">{ui_text(Ui::MapTitle, &[])}</title>
                    <desc id="map-text">{ui_text(Ui::MapDescription, &[])}</desc>
                    {headings}
                    {nodes}
                </svg>
            </div>
        </figure>
    }
}

/// A thing, the lines that leave it, and those that reach it once more: they show when it is pointed at.
fn node(drawing: &Drawing, nth: usize) -> AnyView {
    let Node { subject, area, is_exit, .. } = &drawing.nodes[nth];
    let class = match (subject, is_exit) {
        (Subject::Symptom(_), _) => "map-symptom",
        (Subject::Cause(_), false) => "map-cause",
        (Subject::Cause(_), true) => "map-cause map-exit",
        (Subject::Finding(_), _) => "map-finding",
        (Subject::Solution(_), _) => "map-solution",
    };
    let links = || drawing.links.iter().enumerate();
    let leaving = links()
        .filter(|(_, link)| link.edge.from == nth)
        .map(|(line, link)| view! { <path id=format!("l{line}") class=weight(link) d=link.path.clone()></path> })
        .collect_view();
    let reaching = links()
        .filter(|(_, link)| link.edge.to == nth)
        .map(|(line, _)| view! { <use href=format!("#l{line}")></use> })
        .collect_view();
    view! {
        <g class=class>
            {leaving} {reaching}
            <a href=address(subject)>
                <rect x=area.x y=area.y width=area.width height=area.height rx="5"></rect>
                {label(drawing, nth)}
            </a>
        </g>
    }
    .into_any()
}

fn weight(link: &Link) -> Option<&'static str> {
    match link.edge.relation {
        Relation::Likeliest => Some("map-first"),
        Relation::Helps => Some("map-helps"),
        Relation::Possible | Relation::Holds | Relation::Mends => None,
    }
}

/// The title, line by line. One in a language of the other direction begins at its box's other side.
fn label(drawing: &Drawing, nth: usize) -> AnyView {
    let Node { subject, lines, .. } = &drawing.nodes[nth];
    let words = Site::here().words;
    let borrowed = words.get(&title_key(subject)).and_then(|block| block.borrowed);
    let turned = borrowed.filter(|language| language.dir != words.language.dir).map(|language| language.dir.as_str());
    let x = drawing.start(Column::of(subject), Size::INSET);
    let lines = lines
        .iter()
        .enumerate()
        .map(|(nth, line)| {
            // The space keeps words apart where the lines are read out as one; it stands where nothing is aligned.
            let line = match turned {
                Some(_) => format!(" {line}"),
                None => format!("{line} "),
            };
            view! { <tspan x=x dy=(nth > 0).then_some(Size::LINE)>{line}</tspan> }
        })
        .collect_view();
    view! {
        <text
            y=drawing.nodes[nth].baseline()
            lang=borrowed.map(|language| language.code.as_str())
            direction=turned
            text-anchor=turned.map(|_| "end")
        >
            {lines}
        </text>
    }
    .into_any()
}

/// What kinds of lines and boxes mean, as far as the drawing has them.
fn legend(graph: &Graph) -> AnyView {
    let line = |class: &'static str, text: Ui| {
        view! {
            <li>
                <svg class="map-key" viewBox="0 0 32 12" aria-hidden="true"><path class=class d="M0 6H32"></path></svg>
                {ui(text)}
            </li>
        }
        .into_any()
    };
    let has = |relation: Relation| graph.edges.iter().any(|edge| edge.relation == relation);
    let lines = [
        (Relation::Likeliest, "map-first", Ui::MapLikeliest),
        (Relation::Possible, "", Ui::MapPossible),
        (Relation::Helps, "map-helps", Ui::MapHelps),
    ];
    let lines = lines.into_iter().filter(|(relation, ..)| has(*relation)).map(|(_, class, text)| line(class, text));
    let exit = (!graph.exits.is_empty()).then(|| {
        view! {
            <li>
                <svg class="map-key map-exit" viewBox="0 0 32 12" aria-hidden="true">
                    <rect x="1" y="1" width="30" height="10" rx="3"></rect>
                </svg>
                {ui(Ui::MapExit)}
            </li>
        }
    });
    view! { <ul class="map-legend">{lines.collect_view()} {exit}</ul> }.into_any()
}

fn title_key(subject: &Subject) -> String {
    match subject {
        Subject::Symptom(id) => format!("symptom.{id}.title"),
        Subject::Cause(id) => format!("cause.{id}.title"),
        Subject::Finding(id) => format!("finding.{id}.title"),
        Subject::Solution(id) => format!("solution.{id}.title"),
    }
}

/// Where a thing is described; a finding on the page of its cause.
fn address(subject: &Subject) -> String {
    let site = Site::here();
    match subject {
        Subject::Symptom(id) => site.href(&Route::Symptom(id.clone())),
        Subject::Cause(id) => site.href(&Route::Cause(id.clone())),
        Subject::Solution(id) => site.href(&Route::Solution(id.clone())),
        Subject::Finding(id) => {
            let cause = Whole::here().finding(id).map(|finding| Route::Cause(finding.cause.clone()));
            format!("{}#{id}", site.href(&cause.unwrap_or(Route::Map)))
        }
    }
}
