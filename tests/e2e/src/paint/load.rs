//! One load on a slow line, and what the browser's own clock says of it.

use crate::driver::{Guide, Setup};
use serde_json::json;
use std::time::Duration;

/// 1.6 Mbit/s, in bytes per second.
const BYTES_PER_SECOND: u32 = 1_600_000 / 8;
/// Round trip, in milliseconds.
const ROUND_TRIP: u32 = 150;
/// How many times slower than this machine's the reader's processor is.
const SLOWER: u32 = 4;

/// How long a page is left alone before anything is asked of it: longer than the slowest takes to be ready.
const LEFT_ALONE: Duration = Duration::from_millis(2500);

/// What one load took, in milliseconds since the navigation began.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Load {
    /// First contentful paint.
    pub first: f64,
    /// Largest contentful paint, after the program has taken over where there is one.
    pub largest: f64,
    /// Sum of the layout shifts; no unit.
    pub shift: f64,
    /// When the page was ready for use; only the guide says so.
    pub ready: Option<f64>,
    /// What the HTML weighed on the line, in bytes.
    pub bytes: f64,
    /// Elements in the document.
    pub elements: f64,
    /// When the HTML had come.
    pub html: f64,
    /// When the stylesheet had come: nothing is painted before; only pages that have one.
    pub style: Option<f64>,
}

/// A browser on a slow line.
#[derive(Debug)]
pub struct Loader {
    guide: Guide,
}

impl Default for Loader {
    fn default() -> Self {
        Self::new()
    }
}

const TIMES: &str = r#"
const done = arguments[arguments.length - 1];
const frames = (count, then) => count ? requestAnimationFrame(() => frames(count - 1, then)) : setTimeout(then);
const read = () => {
  const largest = [], shifts = [];
  const kinds = { "largest-contentful-paint": largest, "layout-shift": shifts };
  const observers = Object.entries(kinds).map(([type, list]) => {
    const observer = new PerformanceObserver((seen) => list.push(...seen.getEntries()));
    observer.observe({ type, buffered: true });
    return [observer, list];
  });
  frames(2, () => {
    observers.forEach(([observer, list]) => list.push(...observer.takeRecords()));
    done([
      performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
      largest.at(-1)?.startTime ?? null,
      shifts.reduce((sum, one) => sum + one.value, 0),
      performance.getEntriesByName("guide-ready")[0]?.startTime ?? null,
      performance.getEntriesByType("navigation")[0].encodedBodySize,
      document.getElementsByTagName("*").length,
      performance.getEntriesByType("navigation")[0].responseEnd,
      performance.getEntriesByType("resource").find((one) => one.name.endsWith(".css"))?.responseEnd ?? null,
    ]);
  });
};
// A paint is reported a little after it was made.
frames(3, read);
"#;

impl Loader {
    /// A browser on a slow line.
    pub fn new() -> Self {
        let guide = Setup::new().may_contact("127.0.0.1").open("sv/");
        guide.command("Network.enable", json!({}));
        guide.command("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
        let conditions = json!({
            "offline": false,
            "latency": ROUND_TRIP,
            "downloadThroughput": BYTES_PER_SECOND,
            "uploadThroughput": BYTES_PER_SECOND,
        });
        guide.command("Network.emulateNetworkConditions", conditions);
        guide.command("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
        Self { guide }
    }

    /// Loads a page of the guide, by its address below the base path.
    pub fn guide(&self, path: &str) -> Load {
        let load = self.load(&self.guide.site.url(path));
        assert!(load.ready.is_some(), "{path} does not mark when it is ready for use");
        load
    }

    /// Loads any other page.
    pub fn other(&self, url: &str) -> Load {
        self.load(url)
    }

    fn load(&self, url: &str) -> Load {
        self.guide.leave_for("about:blank");
        self.guide.leave_for(url);
        // Whatever the driver runs in the page takes the page's own time: nothing, until it has long been painted.
        std::thread::sleep(LEFT_ALONE);
        Self::read(url, &self.guide.run_async(TIMES))
    }

    fn read(what: &str, times: &serde_json::Value) -> Load {
        let number = |nth: usize| times[nth].as_f64();
        match (number(0), number(1), number(2)) {
            (Some(first), Some(largest), Some(shift)) => {
                let [bytes, elements, html] = [4, 5, 6].map(|nth| number(nth).unwrap_or_default());
                Load { first, largest, shift, ready: number(3), bytes, elements, html, style: number(7) }
            }
            _ => panic!("{what}: the browser reports no paint: {times}"),
        }
    }
}
