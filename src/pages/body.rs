//! A whole page below `<body>`.

use super::parts::{Footer, Header, WithoutProgram};
use super::whole::Whole;
use super::{
    all::AllPage, cause::CausePage, check::CheckPage, diagnosis::DiagnosisPage, gallery::GalleryPage, map::MapPage,
    report::ReportPage, solution::SolutionPage, start::StartPage, symptom::SymptomPage,
};
use crate::address::Route;
use crate::components::Site;
use leptos::prelude::*;

/// A whole page; which one stands in the [`Site`].
#[component]
pub(super) fn Body(
    /// The address of the prober's document.
    prober: String,
) -> impl IntoView {
    let knowledge = Whole::here();
    let page = match &Site::here().route {
        Route::Start => view! { <StartPage /> }.into_any(),
        Route::Diagnosis => view! { <DiagnosisPage /> }.into_any(),
        Route::Check => view! { <CheckPage prober /> }.into_any(),
        Route::Report => view! { <ReportPage /> }.into_any(),
        Route::Gallery => view! { <GalleryPage /> }.into_any(),
        Route::All => view! { <AllPage /> }.into_any(),
        Route::Map => view! { <MapPage /> }.into_any(),
        Route::Symptom(id) => knowledge.symptom(id).map(|symptom| view! { <SymptomPage symptom /> }).into_any(),
        Route::Cause(id) => knowledge.cause(id).map(|cause| view! { <CausePage cause /> }).into_any(),
        Route::Solution(id) => knowledge.solution(id).map(|solution| view! { <SolutionPage solution /> }).into_any(),
    };
    view! {
        <Header />
        <main id="content" tabindex="-1">
            <WithoutProgram />
            {page}
        </main>
        <Footer />
    }
}
