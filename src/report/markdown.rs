//! A report as Markdown, for a ticket.

use super::made::{CauseTold, CheckTold, CommandTold, Report};
use super::time::moment;
use super::{State, Teller};
use crate::words::{Say, Ui};

impl Report {
    /// The report as Markdown. The texts are ours and the names are names, so nothing in it needs to be escaped.
    pub fn markdown(&self, teller: &Teller<'_>) -> String {
        let mut page = Page { text: String::new(), teller };
        page.add(&["# ", &self.title, "\n\n"]);
        page.pair(Say::Made, &moment(self.minute));
        page.pair(Say::Code, &self.code.to_string());
        page.pair(Say::Version, &self.version);
        page.pair(Say::Names, &teller.say(if self.is_redacted { Say::NamesReplaced } else { Say::NamesShown }));
        page.heading(Say::Verdict);
        page.add(&["**", &self.headline, "**"]);
        if let Some(first) = self.causes.first() {
            page.add(&[" (", &teller.certainty(first.certainty), ")"]);
        }
        page.add(&[". ", &self.side, "\n"]);
        if let Some(first) = self.causes.first() {
            page.cause(first);
        }
        for contradiction in &self.contradictions {
            page.add(&["\n", &teller.ui(Ui::ResultContradiction), " ", contradiction, "\n"]);
        }
        page.actions(self);
        page.picture(self);
        page.heading(Say::Seen);
        for seen in &self.seen {
            page.add(&["- ", &seen.seen.title, " (", &teller.say(seen.source.say()), ")\n"]);
        }
        if self.seen.is_empty() {
            page.add(&[&teller.say(Say::NothingSeen), "\n"]);
        }
        if let Some(check) = &self.check {
            page.heading(Say::Tested);
            page.check(check);
        }
        page.heading(Say::Untested);
        for untested in &self.untested {
            let colon = if untested.what.is_empty() { "" } else { ": " };
            page.add(&["- ", &untested.what, colon, &untested.why, "\n"]);
        }
        if self.causes.len() > 1 {
            page.heading(Say::Others);
            for cause in &self.causes[1..] {
                page.add(&["\n**", &cause.cause.title, "** (", &teller.certainty(cause.certainty), ")\n"]);
                page.cause(cause);
            }
        }
        if !self.limits.is_empty() {
            page.heading(Say::Browser);
            for limit in &self.limits {
                page.add(&["- ", &limit.title, "\n"]);
            }
        }
        page.text
    }
}

/// The page as it is written.
struct Page<'a> {
    text: String,
    teller: &'a Teller<'a>,
}

impl Page<'_> {
    #[inline(never)]
    fn add(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.text.push_str(part));
    }

    #[inline(never)]
    fn heading(&mut self, say: Say) {
        let text = self.teller.say(say);
        self.add(&["\n## ", &text, "\n\n"]);
    }

    #[inline(never)]
    fn pair(&mut self, say: Say, value: &str) {
        let name = self.teller.say(say);
        self.add(&["- ", &name, ": ", value, "\n"]);
    }

    fn cause(&mut self, cause: &CauseTold) {
        self.add(&["\n"]);
        if let Some(finding) = &cause.finding {
            self.pair(Say::Fault, &finding.title);
        }
        for reason in &cause.reasons {
            let label = self.teller.ui(if reason.speaks_for { Ui::ResultFor } else { Ui::ResultAgainst });
            self.add(&["- ", &label, " ", &reason.reason.title, "\n"]);
        }
    }

    fn actions(&mut self, report: &Report) {
        if report.actions.is_empty() && report.next.is_none() {
            return;
        }
        self.heading(Say::Actions);
        for action in &report.actions {
            self.add(&["### ", &action.owner.title, "\n\n"]);
            match action.address.as_str() {
                "" => self.add(&[&action.solution.title, "\n\n"]),
                address => self.add(&["[", &action.solution.title, "](", address, ")\n\n"]),
            }
            for step in &action.steps {
                self.add(&["- [", if step.is_done { "x" } else { " " }, "] ", &step.step.title, "\n"]);
                step.commands.iter().for_each(|command| self.command(command));
            }
            self.add(&["\n"]);
        }
        if let Some(command) = &report.next {
            let title = self.teller.ui(Ui::NextTitle);
            self.add(&["### ", &title, "\n\n"]);
            self.command(command);
        }
    }

    /// A command, fenced by more backticks than it has in a row.
    fn command(&mut self, command: &CommandTold) {
        let fence = if command.text.contains("```") { "````" } else { "```" };
        self.add(&["\n", &command.command.title, " (", &command.place.title, "):\n\n"]);
        self.add(&[fence, "\n", command.text.trim_end(), "\n", fence, "\n\n"]);
    }

    /// The path as text: a line for each stop.
    fn picture(&mut self, report: &Report) {
        self.heading(Say::Path);
        for (nth, node) in report.picture.nodes.iter().enumerate() {
            let (name, told) = (self.teller.stop(node.stop), node.told(self.teller));
            let sign = match node.state {
                State::Answered => "✓",
                State::Failed => "✗",
                State::Unclear => "?",
                State::NotTested => "·",
            };
            let mark = if node.is_fault { "**" } else { "" };
            self.add(&[&(nth + 1).to_string(), ". ", sign, " ", mark, &name, ": ", &told, mark]);
            for host in &node.hosts {
                self.add(&[" `", host, "`"]);
            }
            self.add(&["\n"]);
        }
    }

    fn check(&mut self, check: &CheckTold) {
        let at = self.teller.text(Say::CheckedAt.key(), &[("name", &moment(check.minute))]);
        let certainty = self.teller.certainty(check.certainty);
        self.add(&[&at, " (", &seconds(check.took_ms), "). **", &check.path.title, "** (", &certainty, "). "]);
        self.add(&[&check.means, "\n\n"]);
        let head = [Say::Host, Say::Outcome, Say::Certainty, Say::Time].map(|say| self.teller.say(say));
        self.add(&["| ", &head.join(" | "), " |\n|---|---|---|---|\n"]);
        for host in &check.hosts {
            let name = match host.host.as_str() {
                "" => host.role.title.clone(),
                host_name => ["`", host_name, "` (", &host.role.title, ")"].concat(),
            };
            let certainty = self.teller.certainty(host.certainty);
            let row = [name, host.verdict.title.clone(), certainty, seconds(host.elapsed_ms)];
            self.add(&["| ", &row.join(" | "), " |\n"]);
        }
    }
}

/// Seconds with one decimal, as programs write them.
fn seconds(elapsed_ms: u32) -> String {
    let tenths = (elapsed_ms + 50) / 100;
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), " s"].concat()
}
