//! One scenario in one browser.
//!
//! The laboratory's process stands in the internet. A browser must stand in its reader's network, so each run is a process of
//! its own there (`drive`), which says what it saw in one line.

use crate::access::Access;
use crate::browser::{self, Tab};
use crate::command::{in_namespace, run};
use crate::internet::{FRAMED_GUIDE, GUIDE, PORTAL, public_records};
use crate::page::{self, Reading};
use crate::scenario::{Browser, Question, Scenario};
use crate::tab::Sight;
use crate::world::World;
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};

/// What a run brought in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Record {
    /// The scenario.
    pub scenario: String,
    /// The browser.
    pub browser: Browser,
    /// What the page said when the check was over.
    pub reading: Reading,
    /// How long the check took, in milliseconds.
    pub took_ms: u64,
    /// What `/v2/` showed in a tab.
    pub path_tab: Option<Sight>,
    /// What the token service showed in a tab.
    pub rules_tab: Option<Sight>,
    /// What the page said when it had been told of the tabs.
    pub after_tabs: Option<Reading>,
    /// Hosts and names that were asked before the reader pressed.
    pub unasked: Vec<String>,
    /// Requests that carried what they must not.
    pub revealing: Vec<String>,
}

/// The longest that a run may take.
const PATIENCE: &str = "150";

/// Runs a scenario: its network, and the process in it.
///
/// # Errors
/// What did not work; never what the page said.
pub fn scenario(scenario: &Scenario, browser: Browser) -> Result<Record, String> {
    let access = Access::build(scenario.faults)?;
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    // Names are looked up in files of its own, and displays are kept where no other process looks.
    let mut script = String::from("set -e\n");
    for (file, place) in access.name_files()? {
        script.push_str(&format!("mount --bind {} {place}\n", file.display()));
    }
    // Unless this very program is kept there.
    script.push_str("case \"$1\" in /tmp/*) ;; *) mount -t tmpfs -o mode=1777 lab /tmp ;; esac\nmkdir -p /tmp/.X11-unix\nexec \"$@\"\n");
    let mut command = in_namespace(&access.machine(), "unshare");
    command.args([
        "--mount",
        "--propagation",
        "private",
        "timeout",
        "--kill-after=5",
        PATIENCE,
        "sh",
        "-c",
        &script,
        "sh",
    ]);
    command.arg(own).args(["drive", scenario.name, browser.as_str(), &access.number().to_string()]);
    // What failed said so itself; the long command that started it says nothing more.
    let said =
        run(&mut command).map_err(|why| why.rsplit_once("failed (").map_or(why.clone(), |(_, end)| end.into()))?;
    let line = said.lines().last().unwrap_or_default();
    let mut record: Record = serde_json::from_str(line).map_err(|error| format!("{error}: {said}"))?;
    // A tab names its own host to its own host; the guide's name is the reader's own.
    let reveals = |line: &&String| {
        let carries = |name: &str| !line.contains(&format!(" {name}=\"-\""));
        let names_guide = line.contains(&format!("referrer=\"https://{GUIDE}")) || line.contains(FRAMED_GUIDE);
        !is_ours(line) && (carries("cookie") || carries("authorization") || names_guide)
    };
    record.revealing = World::requests_from(&access.public_address()).iter().filter(reveals).cloned().collect();
    Ok(record)
}

/// The part that runs in the reader's network.
///
/// # Errors
/// What did not work.
pub fn drive(scenario: &Scenario, browser: Browser, number: u8) -> Result<Record, String> {
    let mut tab = browser::start(browser, scenario, number)?;
    let tab = tab.as_mut();
    open(tab, scenario)?;
    page::fill(tab, scenario)?;
    let unasked = unasked(number);
    let began = Instant::now();
    page::check(tab)?;
    if scenario.reader.question == Question::Dismissed {
        std::thread::sleep(Duration::from_secs(3));
        tab.dismiss_question()?;
    }
    let reading = page::outcome(tab, scenario)?;
    let took_ms = began.elapsed().as_millis() as u64;
    let mut record = Record {
        scenario: scenario.name.into(),
        browser,
        reading,
        took_ms,
        path_tab: None,
        rules_tab: None,
        after_tabs: None,
        unasked,
        revealing: Vec::new(),
    };
    decide(tab, scenario, &mut record)?;
    Ok(record)
}

fn open(tab: &mut dyn Tab, scenario: &Scenario) -> Result<(), String> {
    let host = if scenario.reader.in_frame { PORTAL } else { GUIDE };
    tab.open(&format!("https://{host}/{}", page::PATH))?;
    if scenario.reader.in_frame {
        tab.enter_frame("#guide")?;
    }
    page::ready(tab)
}

/// Opens the two addresses that decide, and tells the page what they show.
fn decide(tab: &mut dyn Tab, scenario: &Scenario, record: &mut Record) -> Result<(), String> {
    // A tab that opens beside a page in a frame is the portal's own matter.
    if scenario.reader.in_frame || scenario.reader.question != Question::NobodyThere {
        return Ok(());
    }
    let host = scenario.registry;
    let path = tab.look_at(&format!("https://{host}/v2/"))?;
    let mut was_told = page::choose(tab, "path", &path)?;
    // Where the path shows an error the other address shows the same.
    if path == Sight::Unauthorized {
        let rules = tab.look_at(&format!("https://{host}/oauth2/token?service={host}&scope=repository:none:pull"))?;
        was_told |= page::choose(tab, "rules", &rules)?;
        record.rules_tab = Some(rules);
    }
    record.path_tab = Some(path);
    if was_told {
        record.after_tabs = Some(page::read(tab)?);
    }
    Ok(())
}

/// What left the machine so far that the reader has not asked for: names of hosts that a check would contact, and requests.
fn unasked(number: u8) -> Vec<String> {
    let known: Vec<String> = public_records().into_iter().map(|record| record.name).collect();
    let is_of_the_check = |name: &String| {
        !OURS.contains(&name.as_str())
            && (name.contains("azurecr") || name.ends_with(".windows.net") || known.contains(name))
    };
    let names = Access::questions(number).into_iter().filter(is_of_the_check);
    let requests = World::requests_from(&Access::address_of(number)).into_iter();
    names.chain(requests.filter(|line| !is_ours(line))).collect()
}

/// The guide's own hosts.
const OURS: [&str; 3] = [GUIDE, FRAMED_GUIDE, PORTAL];

/// Whether a line of the servers' log is about one of them.
fn is_ours(line: &str) -> bool {
    OURS.iter().any(|host| line.contains(&format!(" {host} ")))
}
