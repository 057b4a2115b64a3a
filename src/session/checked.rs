//! A check that was made, as it is kept: what came in, never what it means.
//!
//! As text it is short enough for an address. The order of every list here is part of that form, so lists only ever grow at their end.

use crate::observation::Seen;
use crate::reach::{
    Assessment, FAST_FAILURE_MS, Measurement, Observed, Outcome, Permission, PublicName, PublicView, Region,
    SLOW_ANSWER_MS, Signal, Surroundings, Target, VerdictId, assess,
};
use crate::small::{Digits, push_digits};

/// A check that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// When it ended: minutes since 1970 began, in UTC.
    pub minute: u32,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
    /// Whether the browser knows address spaces, and so finds out silently what it would ask the reader about.
    pub knows_spaces: bool,
    /// Whether hosts were waited for until most browsers give up by themselves.
    pub looked_longer: bool,
    /// What came in, without tabs: the session has those among what was said.
    pub observed: Observed,
}

const SIGNALS: [Signal; 9] = [
    Signal::Cors,
    Signal::Opaque,
    Signal::PublicSpace,
    Signal::LocalSpace,
    Signal::LoopbackSpace,
    Signal::Events,
    Signal::FrameOpaque,
    Signal::FrameEvents,
    Signal::Prefetch,
];

/// The first stands for every readable answer; its status follows.
const OUTCOMES: [Outcome; 13] = [
    Outcome::Readable { status: 0 },
    Outcome::Opaque,
    Outcome::NotOpaque,
    Outcome::Rejected,
    Outcome::Withheld,
    Outcome::NoTransport,
    Outcome::Loaded,
    Outcome::LoadFailed,
    Outcome::CutOff,
    Outcome::Cancelled,
    Outcome::PolicyBlocked,
    Outcome::Unsupported,
    Outcome::NotRun,
];

const PERMISSIONS: [Permission; 4] =
    [Permission::Unsupported, Permission::Prompt, Permission::Granted, Permission::Denied];

const VIEWS: [PublicView; 5] =
    [PublicView::NotAsked, PublicView::Missing, PublicView::Plain, PublicView::PrivateLink, PublicView::Failed];

const MAYBE: [Option<bool>; 3] = [None, Some(false), Some(true)];

/// How many rounds a measurement can be of.
const ROUNDS: u32 = 3;

/// How many lengths of time are told apart: more are not kept than one measurement has room for in three digits.
const TIMES: u32 = 240;

/// The most regions that a text can name.
const MOST_REGIONS: usize = 63;

/// The most measurements in a row that a text can hold of one target.
const MOST_IN_A_ROW: usize = 63;

impl Checked {
    /// What it comes to, with what the reader has seen in tabs.
    pub fn assessment(&self, said: &[Seen]) -> Assessment {
        assess(&self.observed_with(said))
    }

    /// What came in, with what the reader has seen in tabs.
    pub fn observed_with(&self, said: &[Seen]) -> Observed {
        let tabs = said.iter().filter_map(|seen| if let Seen::Tab(tab) = seen { Some(*tab) } else { None });
        Observed { tabs: tabs.collect(), ..self.observed.clone() }
    }

    /// The verdict on the login server, from what came in alone.
    pub fn verdict(&self) -> Option<VerdictId> {
        let targets = self.assessment(&[]).targets.into_iter();
        targets.filter(|(target, _)| *target == Target::LoginServer).map(|(_, judgement)| judgement.verdict).next()
    }

    /// As text. Times are rounded down, and of what says the same of one host only the first is kept: no verdict rests on the rest.
    pub fn to_text(&self) -> String {
        let Self { minute, took_ms, observed, .. } = self;
        let around = &observed.surroundings;
        let mut text = String::new();
        push_digits(&mut text, *minute, 5);
        push_digits(&mut text, (took_ms / 100).min(4_095), 2);
        let mut flags = 0;
        for (place, count) in [
            (place(&PERMISSIONS, &around.before), 4),
            (place(&PERMISSIONS, &around.after), 4),
            (place(&MAYBE, &around.online), 4),
            // Kept free: no browser tells whether the page itself is private.
            (0, 4),
            (u32::from(around.is_framed), 2),
            (u32::from(self.knows_spaces), 2),
            (u32::from(self.looked_longer), 2),
            (u32::from(observed.is_self_hosted), 2),
        ] {
            flags = flags * count + place;
        }
        push_digits(&mut text, flags, 2);
        let kept = observed.telling();
        let mut regions: Vec<&Region> = Vec::new();
        let of_names = observed.public_names.iter().flat_map(|(target, name)| [target.region(), name.region.as_ref()]);
        for region in of_names.chain(kept.iter().map(|one| one.target.region())).flatten() {
            if !regions.contains(&region) && regions.len() < MOST_REGIONS {
                regions.push(region);
            }
        }
        push_digits(&mut text, regions.len() as u32, 1);
        for region in &regions {
            push_digits(&mut text, region.as_str().len() as u32, 1);
            text.push_str(region.as_str());
        }
        let names: Vec<_> = observed.public_names.iter().filter(|(target, _)| knows(&regions, target)).collect();
        push_digits(&mut text, names.len().min(63) as u32, 1);
        for (target, name) in names.into_iter().take(63) {
            push_target(&mut text, target, &regions);
            push_digits(&mut text, place(&VIEWS, &name.view), 1);
            let found = name.region.as_ref().and_then(|found| regions.iter().position(|region| *region == found));
            push_digits(&mut text, found.map_or(0, |nth| nth as u32 + 1), 1);
        }
        let mut left: Vec<&Measurement> = kept.into_iter().filter(|one| knows(&regions, &one.target)).collect();
        while let Some(first) = left.first() {
            let target = &first.target;
            let row: Vec<_> = left.iter().filter(|one| one.target == *target).take(MOST_IN_A_ROW).copied().collect();
            push_target(&mut text, target, &regions);
            push_digits(&mut text, row.len() as u32, 1);
            row.iter().for_each(|one| push_measurement(&mut text, one));
            left.retain(|one| !row.iter().any(|written| std::ptr::eq(*written, *one)));
        }
        text
    }

    /// Reads the text; nothing where it is none.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut digits = Digits(text);
        let minute = digits.number(5)?;
        let took_ms = digits.number(2)? * 100;
        let mut flags = digits.place()? << 6 | digits.place()?;
        let mut next = |count: usize| {
            let place = flags % count;
            flags /= count;
            place
        };
        let is_self_hosted = next(2) == 1;
        let looked_longer = next(2) == 1;
        let knows_spaces = next(2) == 1;
        let is_framed = next(2) == 1;
        // Kept free, see `to_text`.
        MAYBE.get(next(4))?;
        let online = *MAYBE.get(next(4))?;
        let after = PERMISSIONS[next(4)];
        let before = PERMISSIONS[next(4)];
        let surroundings = Surroundings { before, after, is_framed, online };
        let mut regions = Vec::new();
        for _ in 0..digits.number(1)? {
            let length = digits.place()?;
            regions.push(Region::parse(digits.text(length)?)?);
        }
        let mut public_names = Vec::new();
        for _ in 0..digits.number(1)? {
            let target = read_target(&mut digits, &regions)?;
            let view = *VIEWS.get(digits.place()?)?;
            let region = match digits.place()? {
                0 => None,
                nth => Some(regions.get(nth - 1)?.clone()),
            };
            public_names.push((target, PublicName { view, region, ttl_s: None }));
        }
        let mut measurements = Vec::new();
        while !digits.is_empty() {
            let target = read_target(&mut digits, &regions)?;
            for _ in 0..digits.number(1)? {
                measurements.push(read_measurement(&mut digits, target.clone())?);
            }
        }
        let observed = Observed { measurements, surroundings, public_names, tabs: Vec::new(), is_self_hosted };
        Some(Self { minute, took_ms, knows_spaces, looked_longer, observed })
    }
}

impl Observed {
    /// The measurements without those that say again what an earlier one said. The order of the rest stays.
    fn telling(&self) -> Vec<&Measurement> {
        let mut kept: Vec<&Measurement> = Vec::new();
        let speed = |one: &Measurement| (one.elapsed_ms >= FAST_FAILURE_MS, one.elapsed_ms >= SLOW_ANSWER_MS);
        let says = |one: &Measurement| (one.signal, one.outcome, one.exchange, speed(one));
        for one in &self.measurements {
            if !kept.iter().any(|known| known.target == one.target && says(known) == says(one)) {
                kept.push(one);
            }
        }
        kept
    }
}

/// A value's place in its list, which holds every value.
fn place<T: PartialEq>(list: &[T], value: &T) -> u32 {
    list.iter().position(|one| one == value).unwrap_or_default() as u32
}

fn knows(regions: &[&Region], target: &Target) -> bool {
    target.region().is_none_or(|region| regions.contains(&region))
}

fn push_target(text: &mut String, target: &Target, regions: &[&Region]) {
    let of = |region: &Region| regions.iter().position(|known| *known == region).unwrap_or_default() as u32;
    let (kind, number) = match target {
        Target::OwnOrigin => (0, 0),
        Target::PublicControl(nth) => (1, u32::from(*nth)),
        Target::NegativeControl => (2, 0),
        Target::InvalidName => (3, 0),
        Target::LoginServer => (4, 0),
        Target::RegionalEndpoint(region) => (5, of(region)),
        Target::DataEndpoint(region) => (6, of(region)),
        Target::Storage => (7, 0),
    };
    push_digits(text, kind, 1);
    push_digits(text, number, 1);
}

fn read_target(digits: &mut Digits<'_>, regions: &[Region]) -> Option<Target> {
    let (kind, number) = (digits.number(1)?, digits.place()?);
    Some(match kind {
        0 => Target::OwnOrigin,
        1 => Target::PublicControl(number as u8),
        2 => Target::NegativeControl,
        3 => Target::InvalidName,
        4 => Target::LoginServer,
        5 => Target::RegionalEndpoint(regions.get(number)?.clone()),
        6 => Target::DataEndpoint(regions.get(number)?.clone()),
        7 => Target::Storage,
        _ => return None,
    })
}

fn push_measurement(text: &mut String, one: &Measurement) {
    let (outcome, status) = match one.outcome {
        Outcome::Readable { status } => (0, Some(status)),
        outcome => (place(&OUTCOMES, &outcome), None),
    };
    let mut number = place(&SIGNALS, &one.signal);
    for (place, count) in [
        (outcome, OUTCOMES.len() as u32),
        (place(&MAYBE, &one.exchange), MAYBE.len() as u32),
        (u32::from(one.round).min(ROUNDS - 1), ROUNDS),
        (step(one.elapsed_ms), TIMES),
    ] {
        number = number * count + place;
    }
    push_digits(text, number, 3);
    if let Some(status) = status {
        push_digits(text, u32::from(status.min(999)), 2);
    }
}

fn read_measurement(digits: &mut Digits<'_>, target: Target) -> Option<Measurement> {
    let mut number = digits.number(3)? as usize;
    let mut next = |count: usize| {
        let place = number % count;
        number /= count;
        place
    };
    let elapsed_ms = time(next(TIMES as usize) as u32);
    let round = next(ROUNDS as usize) as u8;
    let exchange = MAYBE[next(MAYBE.len())];
    let mut outcome = OUTCOMES[next(OUTCOMES.len())];
    let signal = *SIGNALS.get(number)?;
    if let Outcome::Readable { status } = &mut outcome {
        *status = digits.number(2)? as u16;
    }
    Some(Measurement { target, signal, round, outcome, elapsed_ms, exchange })
}

/// A length of time as one of [`TIMES`] steps: of 10 ms below a second, of 50 below five, then of a second. The limits that verdicts
/// know are borders of steps.
fn step(elapsed_ms: u32) -> u32 {
    let step = match elapsed_ms {
        0..1_000 => elapsed_ms / 10,
        1_000..5_000 => 100 + (elapsed_ms - 1_000) / 50,
        _ => 180 + (elapsed_ms - 5_000) / 1_000,
    };
    step.min(TIMES - 1)
}

/// Where a step begins, in milliseconds.
fn time(step: u32) -> u32 {
    match step {
        0..100 => step * 10,
        100..180 => 1_000 + (step - 100) * 50,
        _ => 5_000 + (step - 180) * 1_000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reach::{ASKING_MS, CUT_OFF_MS, LONGER_MS};

    #[test]
    fn the_limits_that_verdicts_know_are_borders_of_steps() {
        for limit in [FAST_FAILURE_MS, SLOW_ANSWER_MS, CUT_OFF_MS, LONGER_MS, ASKING_MS] {
            assert_eq!(time(step(limit)), limit);
            assert!(time(step(limit - 1)) < limit);
        }
        for step_of in 0..TIMES {
            assert_eq!(step(time(step_of)), step_of);
        }
    }

    #[test]
    fn one_measurement_has_room_in_three_digits() {
        let all = SIGNALS.len() as u32 * OUTCOMES.len() as u32 * MAYBE.len() as u32 * ROUNDS * TIMES;
        assert!(all <= 1 << 18, "{all}");
    }

    #[test]
    fn every_value_has_a_place_of_its_own() {
        assert!(Signal::ALL.iter().all(|signal| SIGNALS.contains(signal)));
        let mut all: Vec<u32> = OUTCOMES.iter().map(|one| place(&OUTCOMES, one)).collect();
        all.dedup();
        assert_eq!(all.len(), OUTCOMES.len());
    }
}
