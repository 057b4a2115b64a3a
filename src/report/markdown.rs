//! A report as Markdown, for a ticket, and as HTML, for the page and for print: one walk, two forms.

use super::paper::{Form, Paper, Span};
use super::time::moment;
use super::value::{CauseTold, CheckTold, CommandTold, Report};
use super::{State, Svg, Teller};
use crate::words::Ui;
use Span::{Code, Link, Plain, Strong};

impl Report {
    /// The report as Markdown. The texts are ours and the names are names, so nothing in it needs to be escaped.
    pub fn markdown(&self, teller: &Teller<'_>) -> String {
        self.written(teller, Form::Markdown)
    }

    /// The report as HTML, below a heading of the first rank, with the drawing of the path.
    pub fn html(&self, teller: &Teller<'_>) -> Svg {
        Svg::from_ours(self.written(teller, Form::Html))
    }

    fn written(&self, teller: &Teller<'_>, form: Form) -> String {
        let mut page = Page { paper: Paper::new(form), teller };
        page.paper.heading(1, &self.title);
        page.pair(Ui::ReportMade, &moment(self.minute));
        page.pair(Ui::ReportCode, &self.code.to_string());
        page.pair(Ui::ReportVersion, &self.version);
        page.pair(
            Ui::ReportNames,
            &teller.say(if self.is_redacted { Ui::ReportNamesReplaced } else { Ui::ReportNamesShown }),
        );
        page.heading(Ui::ReportVerdict);
        let first = self.causes.first();
        let certainty = first.map(|first| [" (", &teller.certainty(first.certainty), ")"].concat());
        let certainty = certainty.unwrap_or_default();
        page.paper.paragraph(&[Strong(&self.headline), Plain(&certainty), Plain(". "), Plain(&self.side)]);
        if let Some(first) = first {
            page.cause(first);
        }
        for contradiction in &self.contradictions {
            page.paper.paragraph(&[Plain(&teller.say(Ui::ResultContradiction)), Plain(" "), Plain(contradiction)]);
        }
        page.actions(self);
        page.picture(self);
        page.heading(Ui::ReportSeen);
        for seen in &self.seen {
            let source = teller.say(seen.source.say());
            page.paper.item(&[Plain(&seen.seen.title), Plain(" ("), Plain(&source), Plain(")")]);
        }
        if self.seen.is_empty() {
            page.paper.paragraph(&[Plain(&teller.say(Ui::ReportNothingSeen))]);
        }
        if let Some(check) = &self.check {
            page.heading(Ui::ReportTested);
            page.check(check);
        }
        page.heading(Ui::ReportUntested);
        for untested in &self.untested {
            let colon = match untested.what.as_str() {
                "" => "",
                what if what.ends_with('?') => " ",
                _ => ": ",
            };
            page.paper.item(&[Plain(&untested.what), Plain(colon), Plain(&untested.why)]);
        }
        if self.causes.len() > 1 {
            page.heading(Ui::ReportOthers);
            for cause in &self.causes[1..] {
                let certainty = teller.certainty(cause.certainty);
                page.paper.paragraph(&[Strong(&cause.cause.title), Plain(" ("), Plain(&certainty), Plain(")")]);
                page.cause(cause);
            }
        }
        if !self.limits.is_empty() {
            page.heading(Ui::ReportBrowser);
            for limit in &self.limits {
                page.paper.item(&[Plain(&limit.title)]);
            }
        }
        page.paper.finish()
    }
}

/// The page as it is written.
struct Page<'a> {
    paper: Paper,
    teller: &'a Teller<'a>,
}

impl Page<'_> {
    #[inline(never)]
    fn heading(&mut self, say: Ui) {
        self.paper.heading(2, &self.teller.say(say));
    }

    #[inline(never)]
    fn pair(&mut self, say: Ui, value: &str) {
        self.paper.item(&[Plain(&self.teller.say(say)), Plain(": "), Plain(value)]);
    }

    fn cause(&mut self, cause: &CauseTold) {
        if let Some(finding) = &cause.finding {
            self.pair(Ui::ReportFault, &finding.title);
        }
        for reason in &cause.reasons {
            let label = self.teller.say(if reason.speaks_for { Ui::ResultFor } else { Ui::ResultAgainst });
            self.paper.item(&[Plain(&label), Plain(" "), Plain(&reason.reason.title)]);
        }
    }

    fn actions(&mut self, report: &Report) {
        if report.actions.is_empty() && report.next.is_none() {
            return;
        }
        self.heading(Ui::ReportActions);
        for action in &report.actions {
            self.paper.heading(3, &action.owner.title);
            self.paper.paragraph(&[Link(&action.solution.title, &action.address)]);
            for step in &action.steps {
                self.paper.item(&[Span::Tick(step.is_done), Plain(&step.step.title)]);
                step.commands.iter().for_each(|command| self.command(command));
            }
        }
        if let Some(command) = &report.next {
            self.paper.heading(3, &self.teller.say(Ui::NextTitle));
            self.command(command);
        }
    }

    fn command(&mut self, command: &CommandTold) {
        let CommandTold { command, place, text } = command;
        self.paper.paragraph(&[Plain(&command.title), Plain(" ("), Plain(&place.title), Plain("):")]);
        self.paper.command(text);
    }

    /// The path: drawn, or a line for each stop.
    fn picture(&mut self, report: &Report) {
        self.heading(Ui::ReportPath);
        if self.paper.form() == Form::Html {
            return self.paper.drawing(&report.picture.svg(self.teller, "path"));
        }
        for (nth, node) in report.picture.nodes.iter().enumerate() {
            let sign = match node.state {
                State::Answered => "✓ ",
                State::Failed => "✗ ",
                State::Unclear => "? ",
                State::NotTested => "· ",
            };
            let told = [&self.teller.stop(node.stop), ": ", &node.told(self.teller)].concat();
            let told = if node.is_fault { Strong(&told) } else { Plain(&told) };
            let hosts = node.hosts.iter().flat_map(|host| [Plain(" "), Code(host)]);
            let spans: Vec<Span<'_>> = [Plain(sign), told].into_iter().chain(hosts).collect();
            self.paper.numbered(nth + 1, &spans);
        }
    }

    fn check(&mut self, check: &CheckTold) {
        let at = self.teller.text(&Ui::ReportCheckedAt.number(), &[("name", &moment(check.minute))]);
        let certainty = self.teller.certainty(check.certainty);
        self.paper.paragraph(&[
            Plain(&at),
            Plain(" ("),
            Plain(&seconds(check.took_ms)),
            Plain("). "),
            Strong(&check.path.title),
            Plain(" ("),
            Plain(&certainty),
            Plain("). "),
            Plain(&check.means),
        ]);
        let head =
            [Ui::ReportHost, Ui::ReportOutcome, Ui::ReportCertainty, Ui::ReportTime].map(|say| self.teller.say(say));
        self.paper.begin_table(&head);
        for host in &check.hosts {
            let (certainty, time) = (self.teller.certainty(host.certainty), seconds(host.elapsed_ms));
            let role = ["(", &host.role.title, ")"].concat();
            let name: &[Span<'_>] = match host.host.as_str() {
                "" => &[Plain(&host.role.title)],
                host => &[Code(host), Plain(" "), Plain(&role)],
            };
            self.paper.row(&[name, &[Plain(&host.verdict.title)], &[Plain(&certainty)], &[Plain(&time)]]);
        }
        self.paper.end_table();
    }
}

/// Seconds with one decimal, as programs write them.
fn seconds(elapsed_ms: u32) -> String {
    let tenths = (elapsed_ms + 50) / 100;
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), " s"].concat()
}
