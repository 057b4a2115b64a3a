//! What can be seen now, and what is measured of the page.

use super::Guide;
use crate::axe;
use crate::words::spaced;

impl Guide {
    /// The shown text of the first such element that can be seen; empty where there is none.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.texts(css).into_iter().next().unwrap_or_default()
    }

    /// The shown texts of all such elements that can be seen.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let script = format!(
            "return [...document.querySelectorAll({css:?})].filter((one) => one.checkVisibility()).map((one) => one.innerText)"
        );
        let shown = self.run(&script);
        shown.as_array().into_iter().flatten().filter_map(|text| text.as_str()).map(spaced).collect()
    }

    /// How many such elements there are, seen or not.
    #[track_caller]
    pub fn count(&self, css: &str) -> u64 {
        self.run(&format!("return document.querySelectorAll({css:?}).length")).as_u64().unwrap_or_default()
    }

    /// What axe finds, a line per fault.
    #[track_caller]
    pub fn barriers(&self) -> Vec<String> {
        self.run(axe::source());
        let found = self.run_async(axe::RUN);
        let found = found.as_array().expect("axe hands back a list");
        found.iter().filter_map(|line| line.as_str()).map(str::to_owned).collect()
    }

    /// How far the page is wider than the window, in CSS pixels, and which elements stick out.
    #[track_caller]
    pub fn overflow(&self) -> (i64, String) {
        let found = self.run(
            "const root = document.documentElement, out = [];
             for (const one of document.body.querySelectorAll('*')) {
               const right = one.getBoundingClientRect().right + scrollX;
               let scrolls = false;
               for (let up = one.parentElement; up && up !== document.body; up = up.parentElement)
                 if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) scrolls = true;
               if (right > root.clientWidth + 0.5 && !scrolls && one.checkVisibility()) out.push(one.outerHTML.slice(0, 100));
             }
             return [root.scrollWidth - root.clientWidth, out.slice(0, 5).join('\\n')]",
        );
        (found[0].as_i64().unwrap_or_default(), found[1].as_str().unwrap_or_default().to_owned())
    }

    /// The sum of all layout shifts since the page began, with what moved.
    #[track_caller]
    pub fn layout_shift(&self) -> (f64, String) {
        let found = self.run_async(
            "const done = arguments[arguments.length - 1];
             // Two frames: what the program has just changed is laid out and counted.
             requestAnimationFrame(() => requestAnimationFrame(() => {
               const all = [], seen = new PerformanceObserver((list) => all.push(...list.getEntries()));
               seen.observe({ type: 'layout-shift', buffered: true });
               setTimeout(() => {
                 const shifts = [...all, ...seen.takeRecords()].filter((one) => !one.hadRecentInput);
                 const moved = shifts.flatMap((one) => one.sources.map((source) => source.node?.outerHTML?.slice(0, 100) ?? 'text'));
                 done([shifts.reduce((sum, one) => sum + one.value, 0), moved.join('\\n')]);
               });
             }));",
        );
        (found[0].as_f64().unwrap_or(f64::NAN), found[1].as_str().unwrap_or_default().to_owned())
    }

    /// How light the page's background is, from 0 (black) to 255 (white).
    #[track_caller]
    pub fn lightness(&self) -> u64 {
        let lightness = self.run(
            "const canvas = document.createElement('canvas').getContext('2d');
             for (const layer of [document.documentElement, document.body]) {
               canvas.fillStyle = getComputedStyle(layer).backgroundColor;
               canvas.fillRect(0, 0, 1, 1);
             }
             const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
             return Math.round((r + g + b) / 3)",
        );
        lightness.as_u64().unwrap_or_default()
    }
}
