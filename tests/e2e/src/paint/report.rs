//! The medians, their ratios, and whether they are good enough.

use super::{LIMIT, Load, Variant, median};
use serde_json::{Value, json};
use std::fmt;

/// One page in all its variants.
#[derive(Debug, Clone)]
pub struct Row {
    /// The page's name.
    pub page: String,
    /// The loads, by [`Variant::ALL`].
    pub loads: [Vec<Load>; 3],
}

impl Row {
    fn of(&self, variant: Variant, what: impl Fn(&Load) -> f64) -> f64 {
        let at = Variant::ALL.iter().position(|one| *one == variant).unwrap_or_default();
        median(&self.loads[at].iter().map(what).collect::<Vec<_>>())
    }

    fn ratio(&self, to: Variant, what: impl Fn(&Load) -> f64 + Copy) -> f64 {
        self.of(Variant::Guide, what) / self.of(to, what)
    }

    /// The worst layout shift of any load: one is one too many.
    fn shift(&self) -> f64 {
        self.loads[0].iter().map(|load| load.shift).fold(0.0, f64::max)
    }

    fn style(&self, variant: Variant) -> String {
        let came = self.of(variant, |load| load.style.unwrap_or(f64::NAN));
        if came.is_nan() { String::new() } else { format!("{came:.0}") }
    }

    fn ready(&self) -> f64 {
        self.of(Variant::Guide, |load| load.ready.unwrap_or(f64::NAN))
    }
}

/// All pages.
#[derive(Debug, Clone)]
pub struct Report(pub Vec<Row>);

impl Report {
    /// What is not good enough, a line each.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for row in &self.0 {
            for (name, ratio) in [
                ("first", row.ratio(Variant::Styled, |load| load.first)),
                ("largest", row.ratio(Variant::Styled, |load| load.largest)),
            ] {
                if ratio > LIMIT {
                    faults.push(format!(
                        "{}: {name} contentful paint takes {ratio:.2} times that of the bare text (limit {LIMIT})",
                        row.page
                    ));
                }
            }
            if row.shift() > 0.0 {
                faults.push(format!("{}: something moves while it loads ({:.4})", row.page, row.shift()));
            }
        }
        faults
    }

    /// For machines.
    pub fn to_json(&self) -> Value {
        let rows: Vec<Value> = self
            .0
            .iter()
            .map(|row| {
                let medians = Variant::ALL.map(|variant| {
                    json!({
                        "variant": variant.name(),
                        "first_contentful_paint_ms": row.of(variant, |load| load.first),
                        "largest_contentful_paint_ms": row.of(variant, |load| load.largest),
                        "html_came_ms": row.of(variant, |load| load.html),
                        "style_came_ms": row.of(variant, |load| load.style.unwrap_or(f64::NAN)),
                        "html_bytes": row.of(variant, |load| load.bytes),
                        "elements": row.of(variant, |load| load.elements),
                    })
                });
                json!({
                    "page": row.page, "runs": row.loads[0].len(), "medians": medians,
                    "first_ratio": row.ratio(Variant::Styled, |load| load.first),
                    "largest_ratio": row.ratio(Variant::Styled, |load| load.largest),
                    "layout_shift": row.shift(), "ready_ms": row.ready(),
                })
            })
            .collect();
        json!({ "limit": LIMIT, "pages": rows })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "Medians in milliseconds; in brackets, how many times that of the same text.")?;
        writeln!(
            out,
            "{:<12} {:<11} {:>14} {:>14} {:>9} {:>9} {:>8} {:>9} {:>6} {:>6}",
            "page",
            "variant",
            "first paint",
            "largest paint",
            "HTML came",
            "CSS came",
            "HTML KB",
            "elements",
            "shift",
            "ready"
        )?;
        for row in &self.0 {
            for variant in Variant::ALL {
                let cell = |what: fn(&Load) -> f64| {
                    let ratio = match variant {
                        Variant::Guide => String::new(),
                        other => format!(" [{:.2}]", row.ratio(other, what)),
                    };
                    format!("{:.0}{ratio:>7}", row.of(variant, what))
                };
                let (first, largest) = (cell(|load| load.first), cell(|load| load.largest));
                let (kilobytes, elements) =
                    (row.of(variant, |load| load.bytes) / 1000.0, row.of(variant, |load| load.elements));
                let (html, style) = (row.of(variant, |load| load.html), row.style(variant));
                write!(
                    out,
                    "{:<12} {:<11} {first:>14} {largest:>14} {html:>9.0} {style:>9} {kilobytes:>8.1} {elements:>9.0}",
                    row.page,
                    variant.name()
                )?;
                match variant {
                    Variant::Guide => writeln!(out, " {:>6.3} {:>6.0}", row.shift(), row.ready())?,
                    _ => writeln!(out)?,
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(guide: f64, shift: f64) -> Report {
        let load = |first: f64, shift| Load {
            first,
            largest: first,
            shift,
            ready: Some(first),
            bytes: 1.0,
            elements: 1.0,
            html: 1.0,
            style: None,
        };
        let loads = [vec![load(guide, shift)], vec![load(100.0, 0.0)], vec![load(90.0, 0.0)]];
        Report(vec![Row { page: "start".into(), loads }])
    }

    #[test]
    fn a_page_as_quick_as_its_text_is_good_enough() {
        assert_eq!(row(109.0, 0.0).faults(), Vec::<String>::new());
    }

    #[test]
    fn a_slower_page_is_a_fault_in_both_paints() {
        assert_eq!(row(112.0, 0.0).faults().len(), 2);
    }

    #[test]
    fn a_page_that_moves_is_a_fault() {
        assert_eq!(row(100.0, 0.01).faults().len(), 1);
    }
}
