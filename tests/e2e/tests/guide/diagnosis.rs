//! Pasted output: the cause with its reasons, the next question, the solution. Nothing of the text leaves the page or is kept.

use guide_e2e::driver::Key;
use guide_e2e::{Guide, Words};
use serde_json::json;

const DENIED: &str = "docker pull contosoprod.azurecr.io/team/app:1.4\nError response from daemon: denied: client with IP \
    '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.";
const TIMEOUT: &str = "Error response from daemon: Get \"https://contosoprod.azurecr.io/v2/\": net/http: request canceled \
    while waiting for connection (Client.Timeout exceeded while awaiting headers)";
const NEXT: &str = "#next .choices button";
const SOLUTION: &str = "#verdict .way-out a.button";

fn title(words: &Words, file: &str, id: &str) -> String {
    words.text(file, &format!("{id}.title"))
}

#[test]
fn an_error_leads_to_its_cause_and_to_the_solution_with_the_readers_own_names() {
    for language in ["sv", "en"] {
        let guide = Guide::open(&format!("{language}/"));
        let words = guide.words();
        guide
            .fill("#paste", DENIED)
            .expect_text("#verdict h2", &title(&words, "causes", "public-access"))
            .expect_text("#verdict .certainty", &words.ui("certainty.likely"))
            .expect_text("#verdict", &words.ui("result.network-likely"))
            .expect_text("#verdict .reasons", &title(&words, "reasons", "client-ip-denied"))
            .expect_value(
                "return document.querySelector('#paste-summary').textContent",
                format!("{}. {}", title(&words, "causes", "public-access"), words.ui("certainty.likely")),
            )
            .click(".offers button[data-change='use registry contosoprod.azurecr.io']")
            .click(".offers button[data-change='use client-ip 203.0.113.7']")
            .expect_none(".offers")
            // The same words are said whether the address is missing from the rules or public access is off: a question decides.
            .click("#next button[data-change='say answer.registry-public-access.selected']")
            .expect_text("#verdict .fault", &title(&words, "findings", "client-address-not-in-rules"))
            .click(SOLUTION)
            .expect_at(&format!("{language}/solutions/allow-client-address/"))
            .expect_text(".step pre var.known[data-own=client-ip]", "203.0.113.7");
    }
}

#[test]
fn from_paste_to_solution_by_keyboard_alone() {
    for language in ["sv", "en"] {
        let guide = Guide::open(&format!("{language}/diagnosis/"));
        guide.tab_to("#paste").write(TIMEOUT).expect("#verdict");
        let mut asked = 0;
        while guide.count(SOLUTION) == 0 {
            asked += 1;
            assert!(asked <= 6, "six questions, and no solution: {}", guide.run("return document.body.innerText"));
            let question = guide.run("return document.querySelector('#next h2').innerText");
            guide.tab_to(NEXT).press(Key::Enter).expect_value(
                "return document.querySelector('#next h2')?.innerText !== arguments[0]"
                    .replace("arguments[0]", &question.to_string())
                    .as_str(),
                true,
            );
            // The reader is where they go on, not thrown back to the top.
            guide.expect_value("return !!document.activeElement.closest('#next, #verdict')", true);
        }
        guide.tab_to(SOLUTION).press(Key::Enter).expect("main .steps");
        assert!(guide.path().unwrap_or_default().starts_with(&format!("{language}/solutions/")));
    }
}

#[test]
fn the_very_lines_are_marked_and_reasons_lead_to_them() {
    let guide = Guide::open("sv/diagnosis/");
    let log = format!("{}{DENIED}\n{}", "2026-11-24T01:02:03Z waiting for a runner\n".repeat(40), "done\n".repeat(9));
    guide
        .fill("#paste", &log)
        .expect_text(".recognised-count", &guide.words().ui("paste.recognised"))
        .expect_text("#line-42 mark", "Error response from daemon: denied:")
        .expect_none("#line-5")
        .click("#verdict .reasons a[href='#line-42']")
        .expect_value("return location.hash", "#line-42");
}

#[test]
fn what_is_not_recognised_gets_help_and_no_guess() {
    let guide = Guide::open("sv/diagnosis/");
    guide
        .fill("#paste", "The quick brown fox jumps over the lazy dog.")
        .expect_text(".verdict[data-is=nothing] h2", &guide.words().ui("paste.nothing"))
        .expect_text(".verdict[data-is=nothing] pre", "az acr check-health")
        .expect_none("#verdict")
        .fill("#paste", TIMEOUT)
        .expect("#verdict")
        .expect_none(".verdict[data-is=nothing]");
}

#[test]
fn a_working_path_is_an_answer_too() {
    let guide = Guide::open("en/diagnosis/");
    guide
        .fill("#paste", "docker login contosoprod.azurecr.io\nLogin Succeeded\n1.4: Pulling from team/app\nStatus: Downloaded newer image for contosoprod.azurecr.io/team/app:1.4")
        .expect_text("#verdict h2", &guide.words().ui("result.healthy"));
}

#[test]
fn a_text_is_neither_sent_nor_kept_and_what_was_recognised_survives_a_reload() {
    let guide = Guide::open("sv/diagnosis/");
    guide.fill("#paste", &format!("{DENIED} password=hunter2-secret")).expect("#verdict");
    guide.expect_value("return JSON.stringify({ ...sessionStorage, ...localStorage }).includes('hunter2')", false);
    assert!(guide.requests().iter().all(|request| !request.url.contains("hunter2")));
    guide
        .reload()
        .expect_field("#paste", "")
        .expect_text("#verdict h2", &title(&guide.words(), "causes", "public-access"))
        .expect_text(".known", &guide.words().ui("known.earlier"))
        .click(".known button[data-change='forget read']")
        .expect_none("#verdict");
}

#[test]
fn starting_again_forgets_text_and_answers() {
    let guide = Guide::open("sv/diagnosis/");
    guide
        .fill("#paste", TIMEOUT)
        .click(NEXT)
        .expect(".known button")
        .click("button.restart")
        .expect_field("#paste", "")
        .expect_none("#verdict")
        .expect_none(".known");
}

#[test]
fn an_answer_can_be_taken_back() {
    let guide = Guide::open("sv/diagnosis/");
    guide.fill("#paste", TIMEOUT).expect(NEXT);
    let question = guide.run("return document.querySelector('#next h2').innerText");
    guide.click(NEXT).click(".known button").expect_none(".known");
    guide.expect_value("return document.querySelector('#next h2').innerText", question);
}

#[test]
fn a_text_that_gives_nothing_any_more_stays_in_the_field() {
    let guide = Guide::open("sv/diagnosis/");
    guide.fill("#paste", DENIED).expect("#verdict").fill("#paste", "nothing of it").expect(".verdict[data-is=nothing]");
    guide.expect_field("#paste", "nothing of it").expect_none("#verdict");
}

#[test]
fn a_symptom_is_where_questions_can_begin() {
    let guide = Guide::open("sv/symptoms/request-timeout/");
    guide
        .click("a[data-change='say symptom.request-timeout']")
        .expect_at("sv/diagnosis/")
        .expect(NEXT)
        .expect_text(".known", &title(&guide.words(), "symptoms", "request-timeout"));
}

#[test]
fn answers_and_what_was_read_go_along_into_another_language() {
    let guide = Guide::open("sv/diagnosis/");
    guide
        .fill("#paste", DENIED)
        .expect("#verdict")
        .click(".language-menu summary")
        .click(".language-menu a[hreflang=en]")
        .expect_at("en/diagnosis/")
        .expect_text("#verdict h2", &title(&Words::of("en"), "causes", "public-access"));
}

#[test]
fn rules_that_cannot_be_loaded_are_asked_for_again() {
    let guide = guide_e2e::Setup::new().may_complain("ERR_BLOCKED_BY_CLIENT").open("sv/diagnosis/");
    guide.command("Network.enable", json!({}));
    guide.command("Network.setBlockedURLs", json!({ "urls": ["*/rules-*"] }));
    guide
        .fill("#paste", DENIED)
        .expect_text(".notice", &guide.words().ui("paste.failed"))
        .expect_field("#paste", DENIED.replace("\r", "").as_str());
    guide.command("Network.setBlockedURLs", json!({ "urls": [] }));
    guide.click("#paste-retry").expect("#verdict").expect_none("#paste-retry");
}

/// Gives the page a file as if it had been chosen, and answers how long its longest pause was, in milliseconds.
const GIVE_FILE: &str = "
    const done = arguments[arguments.length - 1];
    const line = 'Nov 24 01:02:03 node kubelet[1]: I1124 pulling layer sha256:0123456789abcdef of team/app, attempt 1\\n';
    const log = line.repeat(Math.ceil(MEGABYTES * 1e6 / line.length)) + DENIED;
    const files = new DataTransfer();
    files.items.add(new File([log], 'agent.log'));
    const field = document.getElementById('paste-file');
    field.files = files.files;
    let last = performance.now(), pause = 0, shown = false;
    const began = last;
    const watch = () => {
        const now = performance.now();
        pause = Math.max(pause, now - last);
        last = now;
        shown ||= !!document.querySelector('.reading progress');
        if (document.querySelector('#verdict')) {
            const at = (name) => performance.getEntriesByName(name).at(-1).startTime;
            return done([pause, shown, now - began, at('guide-read-end') - at('guide-read-begin')]);
        }
        if (now - began > 20000) return done([pause, shown, -1]);
        setTimeout(watch);
    };
    field.dispatchEvent(new Event('change', { bubbles: true }));
    watch();";

#[test]
fn five_megabytes_are_read_with_progress_and_without_freezing() {
    let guide = Guide::open("sv/diagnosis/");
    // The rules are there: what is measured is reading.
    guide.fill("#paste", TIMEOUT).expect("#verdict").click("button.restart").expect_none("#verdict");
    let script = GIVE_FILE.replace("MEGABYTES", "5").replace("DENIED", &json!(DENIED).to_string());
    let came = guide.run_async(&script);
    let (pause, took) = (came[0].as_f64().unwrap_or_default(), came[2].as_f64().unwrap_or_default());
    println!("5 MB: {took:.0} ms in all, longest pause {pause:.0} ms");
    assert!(came[1] == true, "no progress was shown");
    assert!(took > 0.0, "no verdict came");
    assert!(pause < 1000.0, "the page stood still for {pause:.0} ms");
    guide
        .expect_text(".document", "agent.log")
        .expect_text("#verdict h2", &title(&guide.words(), "causes", "public-access"))
        .expect_field("#paste", "");
}

#[test]
fn a_megabyte_is_read_at_once_for_the_eye() {
    let guide = Guide::open("sv/diagnosis/");
    guide.fill("#paste", TIMEOUT).expect("#verdict").click("button.restart").expect_none("#verdict");
    let script = GIVE_FILE.replace("MEGABYTES", "1").replace("DENIED", &json!(DENIED).to_string());
    let came = guide.run_async(&script);
    let (whole, read) = (came[2].as_f64().unwrap_or(-1.0), came[3].as_f64().unwrap_or(-1.0));
    println!("1 MB: read in {read:.0} ms, from file to verdict {whole:.0} ms");
    // Alone it takes 70 ms here, below the 100 that readers are promised; machines that run tests are shared.
    assert!((0.0..1000.0).contains(&read), "1 MB took {read:.0} ms");
}
