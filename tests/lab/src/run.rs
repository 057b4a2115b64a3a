//! One scenario in one browser.
//!
//! The laboratory's process stands in the internet. A browser must stand in its reader's network, so each run is a process of
//! its own there (`drive`), which says what it saw in one line.

use crate::access::Access;
use crate::browser::{self, Tab};
use crate::command::{in_namespace, run};
use crate::internet::{FRAMED_GUIDE, GUIDE, PORTAL, PROXY_LOGIN, public_records};
use crate::page::{self, Reading};
use crate::scenario::{Browser, Proxy, Question, Reader, Scenario};
use crate::tab::Sight;
use crate::world::World;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What a run brought in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Record {
    /// The scenario.
    pub scenario: String,
    /// The browser.
    pub browser: Browser,
    /// What the page said when the check was over.
    pub reading: Reading,
    /// Whether the page said that the browser is asking.
    pub asked: bool,
    /// What the page said after a second check that might ask a public resolver as well.
    pub with_dns: Option<Reading>,
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
    let said = run(&mut command)
        .map_err(|why| why.rsplit_once("failed (").map_or(why.clone(), |(_, end)| end.lines().take(4).collect()))?;
    let line = said.lines().last().unwrap_or_default();
    let mut record: Record = serde_json::from_str(line).map_err(|error| format!("{error}: {said}"))?;
    // A tab names its own host to its own host; the guide's name is the reader's own.
    let reveals = |line: &&String| {
        let carries = |name: &str| !line.contains(&format!(" {name}=\"-\""));
        let names_guide = line.contains(&format!("referrer=\"https://{GUIDE}"))
            || line.contains(&format!("referrer=\"https://{FRAMED_GUIDE}"));
        !is_ours(line) && (carries("cookie") || carries("authorization") || names_guide)
    };
    record.revealing = World::requests_from(&access.public_addresses()).iter().filter(reveals).cloned().collect();
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
    let mut is_over = false;
    let mut question = |tab: &mut dyn Tab, is_waiting: bool| {
        match scenario.reader.question {
            Question::Dismissed if is_waiting && !is_over => {
                is_over = true;
                dismiss(tab)?;
            }
            Question::Allowed if !is_over => is_over = tab.allow_question()?,
            _ => {}
        }
        Ok(())
    };
    if !scenario.later.is_empty() {
        page::check(tab, &mut |_, _| Ok(()))?;
        let faults = [scenario.faults, scenario.later].concat();
        Access::worsen(number, &faults)?;
    }
    let first = page::check(tab, &mut question)?;
    let mut record = Record {
        scenario: scenario.name.into(),
        browser,
        reading: first.reading,
        asked: first.asked,
        with_dns: None,
        path_tab: None,
        rules_tab: None,
        after_tabs: None,
        unasked,
        revealing: Vec::new(),
    };
    // Where there is a question, a second check would meet another one; where time is measured there is no more to learn.
    if scenario.is_timed() {
        return Ok(record);
    }
    // A connection from before serves one more check, and a third would tell of a plain failure.
    if scenario.reader.question == Question::NobodyThere && scenario.later.is_empty() {
        page::allow_public_dns(tab)?;
        record.with_dns = Some(page::check(tab, &mut |_, _| Ok(()))?.reading);
    }
    decide(tab, scenario, &mut record)?;
    Ok(record)
}

/// Closes the browser's question a moment after it has come up.
fn dismiss(tab: &mut dyn Tab) -> Result<(), String> {
    std::thread::sleep(Duration::from_secs(1));
    tab.dismiss_question()
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
    give_up_sooner()?;
    let look = |tab: &mut dyn Tab, address: &str, url: &str| -> Result<Sight, String> {
        let sight = match (tab.look_at(url)?, scenario.reader) {
            // Boxes of a browser without a window are not to be seen.
            (Sight::KeepsLoading | Sight::Page(_), Reader { proxy: Some(Proxy::ForAll(PROXY_LOGIN)), .. }) => {
                Sight::LoginBox
            }
            (Sight::KeepsLoading, Reader { blocks_registries: true, .. }) => Sight::Empty,
            (sight, _) => sight,
        };
        page::choose(tab, record.browser, address, &sight)?;
        Ok(sight)
    };
    let path = look(tab, "path", &format!("https://{host}/v2/"))?;
    // Where the path shows an error the other address shows the same.
    if path == Sight::Unauthorized {
        let url = format!("https://{host}/oauth2/token?service={host}&scope=repository:none:pull");
        record.rules_tab = Some(look(tab, "rules", &url)?);
    }
    record.path_tab = Some(path);
    record.after_tabs = Some(page::read(tab)?);
    Ok(())
}

/// A reader who opens a tab waits until the browser gives up, which takes minutes where packets vanish. The machine need not: it
/// gives up after seven seconds, and the tab says the same.
fn give_up_sooner() -> Result<(), String> {
    let file = "/proc/sys/net/ipv4/tcp_syn_retries";
    std::fs::write(file, "2").map_err(|error| format!("{file}: {error}"))
}

/// What left the machine so far that the reader has not asked for: names of hosts that a check would contact, and requests.
fn unasked(number: u8) -> Vec<String> {
    let known: Vec<String> = public_records().into_iter().map(|record| record.name).collect();
    let is_of_the_check = |name: &String| {
        !OURS.contains(&name.as_str())
            && (name.contains("azurecr") || name.ends_with(".windows.net") || known.contains(name))
    };
    let names = Access::questions(number).into_iter().filter(is_of_the_check);
    let requests = World::requests_from(&Access::addresses_of(number)).into_iter();
    names.chain(requests.filter(|line| !is_ours(line))).collect()
}

/// The guide's own hosts.
const OURS: [&str; 3] = [GUIDE, FRAMED_GUIDE, PORTAL];

/// Whether a line of the servers' log is about one of them.
fn is_ours(line: &str) -> bool {
    OURS.iter().any(|host| line.contains(&format!(" {host} ")))
}
