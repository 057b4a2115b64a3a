//! The way from the client to the layers, stop by stop: what answered, what failed, what was not tested, where the fault is placed.

mod draw;
mod observe;

pub use draw::Svg;

use super::Teller;
use crate::knowledge::Stop;
use crate::words::Ui;

/// What is known of a stop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    /// Nothing.
    #[default]
    NotTested,
    /// It answers, or what lies behind it does.
    Answered,
    /// It does not answer.
    Failed,
    /// One thing shows that it answers and another that it does not; or something else answers in its place.
    Unclear,
}

impl State {
    /// Its name in reports and in the drawing's classes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotTested => "not-tested",
            Self::Answered => "answered",
            Self::Failed => "failed",
            Self::Unclear => "unclear",
        }
    }

    /// What it is called.
    pub fn say(self) -> Ui {
        match self {
            Self::NotTested => Ui::ReportStateNotTested,
            Self::Answered => Ui::ReportStateAnswered,
            Self::Failed => Ui::ReportStateFailed,
            Self::Unclear => Ui::ReportStateUnclear,
        }
    }

    /// Both of two things that were seen.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::NotTested, one) | (one, Self::NotTested) => one,
            (one, other) if one == other => one,
            _ => Self::Unclear,
        }
    }
}

/// A stop of the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Which.
    pub stop: Stop,
    /// What is known of it.
    pub state: State,
    /// Whether the verdict places the fault here.
    pub is_fault: bool,
    /// Its hosts, as far as they are known.
    pub hosts: Vec<String>,
}

/// The path, from the client on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    /// The stops, in their order.
    pub nodes: Vec<Node>,
}

impl Picture {
    /// What is known of the way to a stop, from the one before: it is open where this or something behind it answers.
    pub fn way(&self, nth: usize) -> State {
        let is_passed = self.nodes[nth..].iter().any(|node| node.state == State::Answered);
        match self.nodes[nth].state {
            State::Answered => State::Answered,
            State::NotTested if is_passed => State::Answered,
            state => state,
        }
    }

    /// Where the fault is placed.
    pub fn fault(&self) -> Option<Stop> {
        self.nodes.iter().find(|node| node.is_fault).map(|node| node.stop)
    }

    /// The text form: a line for each stop.
    pub fn lines(&self, teller: &Teller<'_>) -> Vec<String> {
        self.nodes.iter().map(|node| node.line(teller)).collect()
    }

    /// The text form in one sentence, for those who do not see the drawing.
    pub fn sentence(&self, teller: &Teller<'_>) -> String {
        let mut text = self.lines(teller).join("; ");
        text.push_str(". ");
        text.push_str(&match self.fault() {
            Some(stop) => teller.text(&Ui::ReportPictureFault.number(), &[("name", &teller.stop(stop))]),
            None => teller.say(Ui::ReportPictureNoFault),
        });
        text
    }
}

impl Node {
    /// The stop's name, its state and its hosts.
    fn line(&self, teller: &Teller<'_>) -> String {
        let mut line = teller.stop(self.stop);
        line.push_str(": ");
        line.push_str(&self.told(teller));
        line
    }

    /// Its state, and whether the fault is placed here.
    pub fn told(&self, teller: &Teller<'_>) -> String {
        let mut told = teller.say(match (self.stop, self.state) {
            (Stop::Client, State::Answered) => Ui::ReportStateWorks,
            // It answers nobody: it lets what answers through.
            (Stop::Firewall | Stop::VirtualNetwork, State::Answered) => Ui::ReportStatePassed,
            (_, state) => state.say(),
        });
        if self.is_fault {
            told.push_str(", ");
            told.push_str(&teller.say(Ui::ReportStateFault));
        }
        told
    }
}
