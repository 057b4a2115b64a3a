//! Without network: what has been kept, what has not, and what happens when one version follows another.

use guide_e2e::lab::{CONTROL, REACHABLE, SIGN_IN, STORAGE};
use guide_e2e::{Deployed, Guide, Setup, Words, dist, dist_next};
use serde_json::json;
use std::time::Duration;

const DENIED: &str = "docker pull contosoprod.azurecr.io/team/app:1.4\nError response from daemon: denied: client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.";

/// A browser that has kept the guide in the language of this page.
fn kept(path: &str) -> Guide {
    let guide = Setup::new().kept().without_network_in_between().open(path);
    guide.expect("html[data-kept]");
    guide
}

/// A server that is replaced while the guide is open in a browser that has kept it.
fn deployed(path: &str) -> (Guide, Deployed) {
    let deployed = Deployed::new(&dist());
    let guide = Setup::new().kept().without_network_in_between().serving(deployed.path()).open(path);
    guide.expect("html[data-kept]");
    (guide, deployed)
}

/// What the program is called that the page has loaded.
const PROGRAM: &str = "return performance.getEntriesByType('resource').map((one) => one.name).find((name) => name.endsWith('_bg.wasm')).split('/').at(-1)";

#[test]
fn after_one_visit_every_page_opens_without_network_at_its_address() {
    let guide = kept("sv/");
    guide.site().stop();
    guide.reload().expect_text("h1", &guide.words().ui("start.title"));
    // A deep link, with a name in it that the program reads.
    guide.go("sv/solutions/set-proxy/").expect("main .steps");
    guide.go("sv/causes/registry-name/?from=mail").expect("main h1").fill("#registry", "contosoprod");
    guide.expect_text(".command pre", "contosoprod.azurecr.io");
    guide.go("sv/map/").expect("main svg").go("sv/all/").expect(".whole section");
    guide
        .go("sv/")
        .click(".symptoms a[href$='/symptoms/request-timeout/']")
        .expect_at("sv/symptoms/request-timeout/")
        .click(".cause a[href$='/solutions/set-proxy/']")
        .expect_at("sv/solutions/set-proxy/")
        .click(".step:nth-child(1) input")
        .expect_ticked(".step:nth-child(1) input", true);
}

#[test]
fn pasted_text_is_judged_without_network_though_no_page_has_loaded_the_rules() {
    for language in ["sv", "en"] {
        let guide = kept(&format!("{language}/causes/registry-name/"));
        guide.site().stop();
        guide.go(&format!("{language}/diagnosis/")).fill("#paste", DENIED).expect("#verdict");
        guide.expect_text("#verdict h2", &guide.words().text("causes", "public-access.title"));
    }
}

#[test]
fn a_language_that_was_not_visited_is_calmly_said_to_be_missing() {
    let guide = kept("sv/");
    guide.site().stop();
    guide.go("en/solutions/set-proxy/").expect_text("[lang=en] h2", &Words::of("en").ui("offline.title"));
    guide.expect_text("[lang=sv] p", &Words::of("sv").ui("offline.lead"));
    guide.click("a[hreflang=sv]").expect_at("sv/").expect_text("h1", &Words::of("sv").ui("start.title"));
}

#[test]
fn every_language_visited_is_kept() {
    let guide = kept("sv/");
    guide.go("en/check/").expect("html[data-kept]");
    guide.site().stop();
    guide.go("en/").expect_text("h1", &Words::of("en").ui("start.title"));
    guide.go("sv/diagnosis/").expect_text("h1", &Words::of("sv").ui("diagnosis.title"));
}

#[test]
fn the_guide_is_kept_below_a_base_path_and_nothing_beside_it() {
    let guide = Setup::new().below_base().kept().without_network_in_between().open("sv/");
    guide.expect("html[data-kept]");
    guide.expect_value("return navigator.serviceWorker.controller.scriptURL.endsWith('/docs/acr/worker.js')", true);
    let beside = "const done = arguments[arguments.length - 1];
        caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))))
          .then((all) => done(all.flat().filter((url) => !new URL(url).pathname.startsWith('/docs/acr/'))));";
    assert_eq!(guide.run_async(beside), json!([]));
    guide.site().stop();
    guide.go("sv/symptoms/request-timeout/").expect("main .cause");
}

#[test]
fn a_kept_page_has_the_hosts_content_policy() {
    let guide = kept("sv/");
    let header = "const done = arguments[arguments.length - 1];
        fetch('/sv/map/').then(() => caches.match('/sv/map/')).then((kept) => done(kept.headers.get('content-security-policy')));";
    assert_eq!(guide.run_async(header), json!(xtask::server::policy::CONTENT_POLICY));
}

#[test]
fn what_the_check_asks_its_own_server_never_comes_from_the_worker() {
    let guide = kept("sv/check/");
    guide.reload();
    let ask = "const done = arguments[arguments.length - 1];
        fetch('/here.json', { cache: 'no-store' }).then((answer) => done(answer.status), () => done('rejected'));";
    let before = asked_for_here(&guide);
    assert_eq!(guide.run_async(ask), 200);
    assert_eq!(asked_for_here(&guide), before + 1, "the server was not asked");
    guide.site().stop();
    assert_eq!(guide.run_async(ask), "rejected");
}

fn asked_for_here(guide: &Guide) -> usize {
    guide.site().asked().iter().filter(|path| *path == "/here.json").count()
}

#[test]
fn a_check_comes_to_the_same_with_a_worker_at_work() {
    let setup = Setup::new().in_lab().kept().may_contact(REACHABLE);
    let guide = setup.open("sv/check/");
    guide.expect("html[data-kept]").reload();
    guide.expect_value("return navigator.serviceWorker.controller !== null", true);
    let before = asked_for_here(&guide);
    guide.fill("#registry", "contosoprod").click("#check");
    guide.expect_within(Duration::from_secs(30), "[data-check-stage=done]");
    guide.expect("[data-target=login-server][data-verdict=answered]");
    assert!(asked_for_here(&guide) > before, "the check did not ask its own server");
}

#[test]
fn a_new_version_is_announced_and_taken_when_the_reader_wants_it() {
    let (guide, deployed) = deployed("sv/");
    let (title, program) = (guide.words().ui("start.title"), guide.run(PROGRAM));
    guide.expect_none("#new-version");
    deployed.replace(&dist_next());
    // The page that brings the news is still the old one, and so is all that it loads.
    guide.reload().expect_text("#new-version", &guide.words().ui("notice.new-version"));
    assert_eq!(guide.text("h1"), title);
    guide.fill("#paste", DENIED).expect("#verdict");
    guide.go("sv/solutions/set-proxy/").expect("#new-version").click(".step:nth-child(1) input");
    assert_eq!(guide.run(PROGRAM), program, "an old page with another program");
    guide.click("#new-version button").expect_none("#new-version");
    guide.expect_value(PROGRAM, "guide-app-0123456789abcdef_bg.wasm").is_ready();
    // What the reader has done came along.
    guide.expect_ticked(".step:nth-child(1) input", true);
    guide.go("sv/").expect_text("h1", &format!("2: {title}"));
    guide.expect_value("return caches.keys().then((names) => names.length)", 1);
    guide.site().stop();
    guide.go("sv/diagnosis/").fill("#paste", DENIED).expect("#verdict");
    guide.go("sv/").expect_text("h1", &format!("2: {title}"));
}

#[test]
fn an_old_page_goes_on_with_its_own_files_when_another_tab_has_taken_the_new_version() {
    let (guide, deployed) = deployed("sv/diagnosis/");
    deployed.replace(&dist_next());
    let before = guide.site().asked().len();
    // The other tab: a frame is a page of its own to the browser.
    guide.run("const other = document.createElement('iframe'); other.src = '/sv/'; document.body.append(other)");
    guide.expect_value("return !!frames[0].document.querySelector('#new-version:not([hidden])')", true);
    guide.run("frames[0].document.querySelector('#new-version button').click()");
    guide.expect_value("return frames[0].document.querySelector('h1')?.textContent.startsWith('2: ')", true);
    // Loaded only now, from a cache that the new version must have left alone.
    guide.fill("#paste", DENIED).expect("#verdict");
    let gone: Vec<String> = guide
        .site()
        .asked()
        .split_off(before)
        .into_iter()
        .filter(|path| !dist_next().join(&path[1..]).exists())
        .collect();
    assert!(gone.is_empty(), "the server was asked for files of the old version: {gone:?}");
    guide.expect_value("return caches.keys().then((names) => names.length)", 2);
    // Its next page is of the new version, and the old one is given up.
    guide.go("sv/").expect_value("return document.querySelector('h1').textContent.startsWith('2: ')", true);
    guide.expect_value("return caches.keys().then((names) => names.length)", 1);
}

#[test]
fn a_version_that_cannot_be_had_whole_is_not_taken() {
    let (guide, deployed) = deployed("sv/");
    let title = guide.words().ui("start.title");
    // A deploy that broke off: the new worker is there, the files that it names are not.
    let half = guide_e2e::target().join("site-half");
    let _ = std::fs::remove_dir_all(&half);
    std::fs::create_dir_all(&half).expect("target/ can be written");
    std::fs::copy(dist_next().join("worker.js"), half.join("worker.js")).expect("a file of a build");
    deployed.replace(&half);
    guide.reload();
    let until_refused = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then((all) => all.update()).catch(() => {}).then(() => setTimeout(done, 500));";
    guide.run_async(until_refused);
    guide.expect_none("#new-version").reload().expect_text("h1", &title);
    guide.fill("#paste", DENIED).expect("#verdict");
}

#[test]
fn where_nothing_can_be_kept_the_page_says_so_and_works() {
    for language in ["sv", "en"] {
        let guide = Setup::new().kept().without_storage().open(&format!("{language}/diagnosis/"));
        guide.expect_text("#not-stored", &guide.words().ui("notice.not-stored"));
        guide.expect_text("#not-kept", &guide.words().ui("notice.not-kept"));
        guide.fill("#paste", DENIED).expect("#verdict");
    }
}

#[test]
fn where_everything_is_kept_nothing_is_said_of_it() {
    kept("sv/").expect_none("#not-stored").expect_none("#not-kept").expect_none("#new-version");
}

#[test]
fn a_browser_without_network_says_so_instead_of_blaming_the_registry() {
    for language in ["sv", "en"] {
        // No laboratory: no name leads anywhere. The protocol tells the page alone that it is offline, not the prober's frame.
        let hosts = [REACHABLE, CONTROL, SIGN_IN, STORAGE];
        let setup = hosts.iter().fold(Setup::new().kept(), |setup, host| setup.may_contact(host));
        let setup = setup.may_complain("ERR_INTERNET_DISCONNECTED");
        let guide = setup.open(&format!("{language}/check/"));
        guide.expect("html[data-kept]");
        guide.command("Network.enable", json!({}));
        let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        guide.command("Network.emulateNetworkConditions", offline);
        guide.expect_value("return navigator.onLine", false);
        guide.fill("#registry", "contosoprod").click("#check");
        guide.expect_text(".offline", &guide.words().ui("check.offline"));
        guide.expect("[data-target=login-server][data-verdict=offline]").expect("[data-check-stage=done]");
        let took = guide.run("return Number(document.querySelector('[data-took]').dataset.took)");
        // Before any silent host would have been given up, on however busy a machine.
        assert!(took.as_u64().is_some_and(|ms| ms < 10_000), "it took {took} ms to say so");
    }
}
