//! The answer for people: the guide's own words, short enough for the end of a pipeline's log.

use registry_guide::diagnosis::{Certainty, Diagnosis, Next, RankedCause, Reason};
use registry_guide::guide::Guide;
use registry_guide::knowledge::{CommandId, FindingId};
use registry_guide::observation::Seen;
use registry_guide::paste::Pasted;
use registry_guide::session::Values;
use registry_guide::words::{Segment, Ui, segments};
use std::fmt::Write as _;

/// What is run where nothing was recognised.
const HEALTH: &str = "check-health";
/// The finding that is about another registry, which is then named.
const OTHER: &str = "other-registry";

/// A guide, a text that was read, and where the guide is hosted.
pub struct People<'a> {
    guide: &'a Guide,
    pasted: &'a Pasted,
    url: Option<&'a str>,
    values: Values,
}

impl<'a> People<'a> {
    /// Names in the text are filled into commands.
    pub fn new(guide: &'a Guide, pasted: &'a Pasted, url: Option<&'a str>) -> Self {
        let (mut values, names, clouds) = (Values::default(), &pasted.names, &guide.knowledge.clouds);
        values.take(names, names.login_server(), clouds);
        Self { guide, pasted, url, values }
    }

    /// The whole answer.
    pub fn told(&self, diagnosis: &Diagnosis) -> String {
        let mut out = String::new();
        if !self.pasted.is_recognised() {
            self.line(&mut out, 0, &self.ui(Ui::PasteNothing));
            self.line(&mut out, 0, &self.ui(Ui::PasteNothingHelp));
            self.command(&mut out, 4, &HEALTH.into());
            self.link(&mut out, 4, "");
            return out;
        }
        // Said no surer than the first cause.
        let is_certain = diagnosis.causes.first().is_some_and(|cause| cause.certainty == Certainty::Certain);
        let [head, help] = match (diagnosis.causes.is_empty(), diagnosis.network) {
            (true, Some(false)) => [Some(Ui::ResultHealthy), Some(Ui::ResultHealthyHelp)],
            (true, _) => [Some(Ui::ResultUndecided), Some(Ui::ResultUndecidedHelp)],
            (_, Some(true)) if is_certain => [Some(Ui::ResultNetwork), None],
            (_, Some(true)) => [Some(Ui::ResultNetworkLikely), None],
            (_, Some(false)) if is_certain => [Some(Ui::ResultNotNetwork), None],
            (_, Some(false)) => [Some(Ui::ResultNotNetworkLikely), None],
            (_, None) => [Some(Ui::ResultNetworkOpen), None],
        };
        [head, help].into_iter().flatten().for_each(|text| self.line(&mut out, 0, &self.ui(text)));
        for (nth, cause) in diagnosis.causes.iter().enumerate() {
            if nth == 1 {
                self.line(&mut out, 0, &format!("\n{}", self.ui(Ui::ResultOthers)));
            }
            self.cause(&mut out, cause);
        }
        for contradiction in &diagnosis.contradictions {
            let text = self.title("reason", contradiction);
            self.line(&mut out, 0, &format!("\n{} {text}", self.ui(Ui::ResultContradiction)));
        }
        if let Some(next) = &diagnosis.next {
            self.line(&mut out, 0, &format!("\n{}", self.ui(Ui::NextTitle)));
            self.next(&mut out, next);
        }
        out
    }

    fn cause(&self, out: &mut String, cause: &RankedCause) {
        let certainty = self.ui(match cause.certainty {
            Certainty::Certain => Ui::CertaintyCertain,
            Certainty::Likely => Ui::CertaintyLikely,
            Certainty::Possible => Ui::CertaintyPossible,
            Certainty::NotTested => Ui::CertaintyNotTested,
        });
        let mut head = format!("{certainty}: {}", self.title("cause", cause.id.as_str()));
        let mut page = format!("causes/{}/", cause.id);
        if let Some(finding) = &cause.finding {
            let _ = write!(head, " – {}", self.title("finding", finding.as_str()));
            if let Some(host) = self.pasted.names.other_registry().filter(|_| finding.as_str() == OTHER) {
                let _ = write!(head, " ({host})");
            }
            let _ = write!(page, "#{finding}");
        }
        self.line(out, 0, &format!("\n{head}"));
        self.link(out, 4, &page);
        for (sign, label) in [(1, Ui::ResultFor), (-1, Ui::ResultAgainst)] {
            let reasons: Vec<&Reason> = cause.reasons.iter().filter(|reason| reason.points.signum() == sign).collect();
            if !reasons.is_empty() {
                self.line(out, 4, &self.ui(label));
            }
            for reason in reasons {
                self.line(out, 6, &format!("{}{}", self.reason(&reason.id), self.lines_of(&reason.seen)));
            }
        }
        if let Some(finding) = cause.finding.as_ref().and_then(|id| self.guide.knowledge.finding(id)) {
            let solution = self.title("solution", finding.solution.as_str());
            self.line(out, 4, &format!("{}: {solution}", self.ui(Ui::KindSolution)));
            self.link(out, 6, &format!("solutions/{}/", finding.solution));
        }
    }

    fn next(&self, out: &mut String, next: &Next) {
        if let Some(question) = next.question.as_ref().and_then(|id| self.guide.knowledge.question(id)) {
            self.line(out, 4, &self.title("question", question.id.as_str()));
            for answer in &question.answers {
                let key = format!("question.{}.answer.{}", question.id, answer.id);
                self.line(out, 6, &format!("– {}", self.text(&key)));
            }
            self.link(out, 4, "diagnosis/");
            if let Some(command) = &question.command {
                self.line(out, 4, &self.ui(Ui::NextFindOut));
                self.command(out, 6, command);
            }
        }
        if let Some(command) = &next.command {
            self.command(out, 4, command);
        }
        if let Some(finding) = &next.finding {
            self.test(out, finding);
        }
    }

    fn test(&self, out: &mut String, finding: &FindingId) {
        let title = self.title("finding", finding.as_str());
        self.line(out, 4, &format!("{} {title}", self.ui(Ui::NextTest)));
        let Some(finding) = self.guide.knowledge.finding(finding) else { return };
        if let Some(command) = &finding.test {
            self.command(out, 6, command);
        }
        for block in self.guide.words.paragraphs(&format!("finding.{}.test", finding.id)) {
            self.line(out, 6, &self.filled(block.text));
        }
        self.link(out, 6, &format!("causes/{}/#{}", finding.cause, finding.id));
    }

    /// What a command shows, where to run it, and the command itself, ready to be copied.
    fn command(&self, out: &mut String, indent: usize, id: &CommandId) {
        let Some(command) = self.guide.knowledge.command(id) else { return };
        let place = self.title("place", command.place.as_str());
        self.line(out, indent, &format!("{} ({place})", self.title("command", id.as_str())));
        self.line(out, indent + 2, &self.values.fill(&command.bash));
    }

    fn link(&self, out: &mut String, indent: usize, page: &str) {
        if let Some(url) = self.url {
            self.line(out, indent, &format!("{}/{page}", url.trim_end_matches('/')));
        }
    }

    /// A text with each of its lines indented.
    fn line(&self, out: &mut String, indent: usize, text: &str) {
        for line in text.trim_end().split('\n') {
            let indent = if line.is_empty() { 0 } else { indent };
            let _ = writeln!(out, "{:indent$}{line}", "");
        }
    }

    /// A reason that the reader gave is in the reader's words, any other in the guide's.
    fn reason(&self, id: &str) -> String {
        match Seen::parse(id) {
            Some(Seen::Answer(question, answer)) => {
                let answer = self.text(&format!("question.{question}.answer.{answer}"));
                format!("{} {answer}", self.title("question", question.as_str()))
            }
            Some(Seen::Symptom(symptom)) => self.title("symptom", symptom.as_str()),
            _ => self.title("reason", id),
        }
    }

    /// Where in the text it was seen: ` (line 3, line 8)`.
    fn lines_of(&self, seen: &[Seen]) -> String {
        let observations = self.pasted.observations.iter().filter(|observation| seen.contains(&observation.seen));
        let numbers = observations.flat_map(|observation| observation.lines.iter().take(3));
        let mut numbers: Vec<u32> = numbers.map(|line| line + 1).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let line = self.guide.words.ui(Ui::ResultLine).text;
        let lines: Vec<String> = numbers.iter().map(|number| line.replace("{number}", &number.to_string())).collect();
        if lines.is_empty() { String::new() } else { format!(" ({})", lines.join(", ")) }
    }

    fn title(&self, kind: &str, id: &str) -> String {
        self.text(&format!("{kind}.{id}.title"))
    }

    fn ui(&self, key: Ui) -> String {
        self.text(&key.number())
    }

    fn text(&self, key: &str) -> String {
        self.filled(self.guide.words.block(key).text)
    }

    /// A text with names and literals spelled out.
    fn filled(&self, text: &str) -> String {
        let literals = &self.guide.knowledge.literals;
        let filled = self.values.fill(text);
        let part = |segment| match segment {
            Segment::Plain(plain) => plain,
            Segment::Named(name) => literals.get(name).map_or(name, String::as_str),
        };
        segments(&filled).into_iter().map(part).collect()
    }
}
