//! Addresses: stable, readable, the same for the prerenderer, the browser and every link.

use crate::knowledge::{CauseId, Knowledge, SolutionId, SymptomId};
use crate::words::LanguageCode;

/// A page that exists once per language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// What do you see?
    Start,
    /// One symptom and its likely causes.
    Symptom(SymptomId),
    /// One cause and its findings.
    Cause(CauseId),
    /// One solution, step by step.
    Solution(SolutionId),
    /// Pasted output and answers, judged.
    Diagnosis,
    /// The check from the browser.
    Check,
    /// The session as a report: to read, to share, to print.
    Report,
    /// The whole guide on one page.
    All,
    /// The whole guide as one drawing.
    Map,
    /// Every verdict of the check, for those who write the texts: on no list, in no sitemap.
    Gallery,
}

impl Route {
    /// The part of the address after the language: empty, or ending in a slash.
    pub fn path(&self) -> String {
        match self {
            Self::Start => String::new(),
            Self::Symptom(id) => format!("symptoms/{id}/"),
            Self::Cause(id) => format!("causes/{id}/"),
            Self::Solution(id) => format!("solutions/{id}/"),
            Self::Diagnosis => "diagnosis/".into(),
            Self::Check => "check/".into(),
            Self::Report => "report/".into(),
            Self::All => "all/".into(),
            Self::Map => "map/".into(),
            Self::Gallery => "authors/verdicts/".into(),
        }
    }

    /// The route of such a part of an address. Whether a symptom of that id exists is another question.
    pub fn parse(path: &str) -> Option<Self> {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let route = match (parts.next(), parts.next()) {
            (None, _) => Self::Start,
            (Some("diagnosis"), None) => Self::Diagnosis,
            (Some("check"), None) => Self::Check,
            (Some("report"), None) => Self::Report,
            (Some("all"), None) => Self::All,
            (Some("map"), None) => Self::Map,
            (Some("authors"), Some("verdicts")) => Self::Gallery,
            (Some("symptoms"), Some(id)) => Self::Symptom(id.into()),
            (Some("causes"), Some(id)) => Self::Cause(id.into()),
            (Some("solutions"), Some(id)) => Self::Solution(id.into()),
            _ => return None,
        };
        parts.next().is_none().then_some(route)
    }

    /// Every page that this knowledge makes, in the order of the sitemap.
    pub fn all(knowledge: &Knowledge) -> Vec<Self> {
        let mut routes = vec![Self::Start, Self::Diagnosis, Self::Check, Self::Report, Self::All, Self::Map];
        routes.extend(knowledge.symptoms.iter().map(|symptom| Self::Symptom(symptom.id.clone())));
        routes.extend(knowledge.causes.iter().map(|cause| Self::Cause(cause.id.clone())));
        routes.extend(knowledge.solutions.iter().map(|solution| Self::Solution(solution.id.clone())));
        routes
    }

    /// The whole address of this page in a language, below a base path that ends in a slash.
    pub fn href(&self, base: &str, language: &LanguageCode) -> String {
        format!("{base}{language}/{}", self.path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_found_again_by_its_path() {
        for route in [
            Route::Start,
            Route::Diagnosis,
            Route::Check,
            Route::Report,
            Route::All,
            Route::Map,
            Route::Gallery,
            Route::Symptom("request-timeout".into()),
            Route::Cause("vnet".into()),
            Route::Solution("set-proxy".into()),
        ] {
            assert_eq!(Route::parse(&route.path()), Some(route));
        }
    }

    #[test]
    fn an_address_with_more_parts_is_no_route() {
        assert_eq!(Route::parse("symptoms/a/b/"), None);
        assert_eq!(Route::parse("nonsense/"), None);
        assert_eq!(Route::parse("symptoms/"), None);
    }

    #[test]
    fn an_address_keeps_to_its_base_path() {
        assert_eq!(Route::Check.href("/docs/acr/", &"sv".into()), "/docs/acr/sv/check/");
    }
}
