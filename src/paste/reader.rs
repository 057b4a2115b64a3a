//! Reads a text in chunks of any size, so that a page can show how far it is and stay responsive.

use super::collected::Collected;
use super::facts::{self, Facts};
use super::flatten::flatten;
use super::lookup::{self, Lookup};
use super::names::{self, Names};
use super::pairs::Pairs;
use super::pattern::{Captures, Token};
use super::recogniser::{Budget, Recognisers, Rule};
use super::settings;
use super::site::Site;
use crate::observation::{AddressClass, Fact, HostKind, Observation};
use crate::small::sort_by_key;
use serde::Serialize;

/// A line longer than this is read in parts.
const LONG_LINE: usize = 64 * 1024;
/// Plain text is matched when this much has come together.
const BLOCK: usize = 128 * 1024;
/// What a match may need behind its beginning, and a place before it.
const AHEAD: usize = 4 * 1024;
const BEHIND: usize = 1024;
/// How much of a text is kept for reading settings as JSON.
const DOCUMENT: usize = 1024 * 1024;
/// From how many bytes a full line may have been wrapped by a terminal.
const WRAP_FROM: usize = 70;
/// Up to how many: no terminal is wider.
const WRAP_TO: usize = 400;
/// How many lines a terminal's wrap may join.
const WRAP_LINES: usize = 40;

/// Lines of the text that a rule recognised, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The first line.
    pub first: u32,
    /// The last line.
    pub last: u32,
    /// The rule.
    pub rule: String,
}

/// What a text shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pasted {
    /// What was seen, ordered by layer.
    pub observations: Vec<Observation>,
    /// The reader's own names.
    pub names: Names,
    /// The recognised lines, in the order of the text.
    pub marks: Vec<Mark>,
    /// How many lines the text has.
    pub lines: u32,
}

impl Pasted {
    /// Whether anything was recognised that is more than a hint at who speaks.
    pub fn is_recognised(&self) -> bool {
        self.observations
            .iter()
            .any(|observation| matches!(&observation.seen, crate::observation::Seen::Fact(fact) if !fact.is_context()))
    }
}

/// Reads a whole text at once.
pub fn read(recognisers: &Recognisers, text: &str) -> Pasted {
    let mut reader = Reader::new(recognisers);
    reader.push(text);
    reader.finish()
}

/// Reads bytes as a file holds them: UTF-8, or UTF-16 as PowerShell writes it; what is neither becomes replacement characters.
pub fn read_bytes(recognisers: &Recognisers, bytes: &[u8]) -> Pasted {
    let wide = |order: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| order([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, ..] => read(recognisers, &wide(u16::from_le_bytes)),
        [0xfe, 0xff, ..] => read(recognisers, &wide(u16::from_be_bytes)),
        _ => read(recognisers, &String::from_utf8_lossy(bytes)),
    }
}

/// Reads a text chunk by chunk. Memory stays bounded however long the text or a line of it is.
#[derive(Debug)]
pub struct Reader<'r> {
    recognisers: &'r Recognisers,
    /// The line that is not yet complete, as it came.
    tail: String,
    /// The plain text not yet matched, with what a place may need behind it.
    flat: Vec<u8>,
    /// Up to where `flat` has been matched.
    scanned: usize,
    /// Where in `flat` which line begins.
    starts: Vec<(usize, u32)>,
    scratch: Vec<u8>,
    line: u32,
    /// Lines that a terminal may have wrapped in the middle of a word: joined, their width, the first of them.
    wrapped: Option<Wrapped>,
    document: String,
    lookup: Lookup,
    facts: Facts,
    pairs: Pairs,
    names: Names,
    seen: Collected,
    budget: Budget,
}

#[derive(Debug)]
struct Wrapped {
    parts: Vec<(String, u32)>,
    width: usize,
}

impl<'r> Reader<'r> {
    /// Begins a text.
    pub fn new(recognisers: &'r Recognisers) -> Self {
        Self {
            recognisers,
            tail: String::new(),
            flat: Vec::new(),
            scanned: 0,
            starts: Vec::new(),
            scratch: Vec::new(),
            line: 0,
            wrapped: None,
            document: String::new(),
            lookup: Lookup::default(),
            facts: Facts::default(),
            pairs: Pairs::default(),
            names: Names::default(),
            seen: Collected::default(),
            budget: Budget::default(),
        }
    }

    /// Takes the next chunk, cut anywhere between two characters.
    pub fn push(&mut self, chunk: &str) {
        if self.document.len() < DOCUMENT {
            let mut end = chunk.len().min(DOCUMENT - self.document.len());
            while !chunk.is_char_boundary(end) {
                end -= 1;
            }
            self.document.push_str(&chunk[..end]);
        }
        let mut rest = chunk;
        while let Some(end) = rest.find('\n') {
            let (line, after) = rest.split_at(end);
            rest = &after[1..];
            if self.tail.is_empty() {
                self.complete(line);
            } else {
                self.tail.push_str(line);
                let line = std::mem::take(&mut self.tail);
                self.complete(&line);
            }
        }
        self.tail.push_str(rest);
        while self.tail.len() > LONG_LINE {
            let mut end = LONG_LINE;
            while !self.tail.is_char_boundary(end) {
                end -= 1;
            }
            let after = self.tail.split_off(end);
            let part = std::mem::replace(&mut self.tail, after);
            self.part(&part);
        }
    }

    /// Ends the text.
    pub fn finish(mut self) -> Pasted {
        let last = std::mem::take(&mut self.tail);
        let lines = self.line + u32::from(!last.is_empty());
        if !last.is_empty() {
            self.complete(&last);
        }
        self.unwrap_lines();
        self.scan(self.flat.len());
        let (lookup, seen) = (&mut self.lookup, &mut self.seen);
        lookup.finish(&mut |fact, line| seen.see(fact, line));
        self.facts.finish(&mut self.names, &mut |fact, line| seen.see(fact, line));
        let mut is_read = false;
        settings::read(&self.document, &mut self.names, &mut |fact, line| {
            is_read |= fact.is_public_access();
            self.seen.see(fact, line);
        });
        // JSON that could be read says more than its lines.
        if !is_read {
            std::mem::take(&mut self.pairs)
                .finish(&self.document, &self.names, &mut |fact, line| self.seen.see(fact, line));
        }
        let about_registry = self.names.is_named || names_the_service(&self.document);
        self.seen.settle(about_registry);
        sort_by_key(&mut self.seen.marks, |mark| (mark.first, mark.last));
        let marks = std::mem::take(&mut self.seen.marks);
        Pasted { observations: self.seen.observations(), names: self.names, marks, lines }
    }

    /// A part of a line longer than is sensible: matched, but not looked at by whoever reads whole lines.
    fn part(&mut self, part: &str) {
        for piece in part.split('\r') {
            self.add(piece, self.line, false);
        }
    }

    fn complete(&mut self, raw: &str) {
        let raw = raw.strip_suffix('\r').unwrap_or(raw);
        let mut is_others = true;
        for piece in raw.split('\r') {
            let start = self.flat.len();
            let has_text = self.add(piece, self.line, true);
            if has_text {
                let plain = &self.flat[start..self.flat.len() - 1];
                let (seen, line) = (&mut self.seen, self.line);
                match self.facts.line(plain, line) {
                    facts::Line::Other => {
                        self.names.line(plain, &mut |fact| seen.see(fact, line));
                        self.lookup.line(plain, line, &mut |fact, line| seen.see(fact, line));
                    }
                    taken => {
                        is_others = false;
                        self.take(taken, start);
                    }
                }
            }
            if is_others {
                let plain = &self.flat[start..self.flat.len() - usize::from(has_text)];
                self.pairs.line(piece, std::str::from_utf8(plain).unwrap_or_default(), self.line);
            }
        }
        if is_others {
            self.wrap(raw);
        } else {
            self.unwrap_lines();
        }
        self.line = self.line.saturating_add(1);
        if self.flat.len() > BLOCK {
            self.scan(self.flat.len().saturating_sub(AHEAD));
        }
    }

    /// A line of the guide's own script, whose plain form begins at `start`: of its text only what a tool said is matched.
    fn take(&mut self, line: facts::Line, start: usize) {
        let (seen, number) = (&mut self.seen, self.line);
        if !matches!(line, facts::Line::Script) {
            self.names.line(&self.flat[start..self.flat.len() - 1], &mut |fact| seen.see(fact, number));
            seen.mark_on(Mark { first: number, last: number, rule: facts::RULE.to_owned() });
        }
        self.flat.truncate(start);
        match line {
            facts::Line::Text(text) => {
                self.flat.extend_from_slice(text.as_bytes());
                self.flat.push(b'\n');
            }
            _ => {
                self.starts.pop();
            }
        }
    }

    /// Appends the plain form of a piece; answers whether there was any.
    fn add(&mut self, raw: &str, line: u32, ends: bool) -> bool {
        let start = self.flat.len();
        flatten(raw.as_bytes(), &mut self.scratch, &mut self.flat);
        if self.flat.len() == start {
            return false;
        }
        self.starts.push((start, line));
        if ends {
            self.flat.push(b'\n');
        } else if self.flat.len() > BLOCK {
            self.scan(self.flat.len().saturating_sub(AHEAD));
        }
        true
    }

    /// Collects lines that a terminal cut at its width; such lines are all of one width but the last.
    fn wrap(&mut self, raw: &str) {
        let width = raw.len();
        let (line, continues) = (self.line, (WRAP_FROM..=WRAP_TO).contains(&width));
        match &mut self.wrapped {
            // Lines that begin alike are lines of a log, not parts of one.
            Some(wrapped)
                if wrapped.parts.len() < WRAP_LINES && !raw.is_empty() && !begin_alike(&wrapped.parts[0].0, raw) =>
            {
                wrapped.parts.push((raw.to_owned(), line));
                if wrapped.width != width {
                    self.unwrap_lines();
                }
            }
            _ => self.unwrap_lines(),
        }
        if self.wrapped.is_none() && continues {
            self.wrapped = Some(Wrapped { parts: vec![(raw.to_owned(), line)], width });
        }
    }

    /// Appends the joined lines once more, as one: what the lines show on their own has been seen already.
    fn unwrap_lines(&mut self) {
        let Some(wrapped) = self.wrapped.take().filter(|wrapped| wrapped.parts.len() > 1) else { return };
        let start = self.flat.len();
        for (part, line) in &wrapped.parts {
            if part.starts_with(' ') {
                self.flat.push(b' ');
            }
            self.add(part, *line, false);
            if part.ends_with(' ') {
                self.flat.push(b' ');
            }
        }
        let (seen, first) = (&mut self.seen, wrapped.parts[0].1);
        self.names.line(&self.flat[start.min(self.flat.len())..], &mut |fact| seen.see(fact, first));
        self.flat.push(b'\n');
    }

    /// Matches the plain text up to `end`, then lets go of what no later match can need.
    fn scan(&mut self, end: usize) {
        let range = self.scanned..end.max(self.scanned);
        let (flat, starts, names, seen) = (&self.flat[..], &self.starts[..], &mut self.names, &mut self.seen);
        self.recognisers.scan(flat, range.clone(), &mut self.budget, |rule, place, captures| {
            note(flat, starts, names, seen, rule, place, captures);
        });
        self.scanned = range.end;
        let gone = self.scanned.saturating_sub(BEHIND);
        self.flat.drain(..gone);
        self.scanned -= gone;
        let first = self.starts.partition_point(|(start, _)| *start <= gone).saturating_sub(1);
        self.starts.drain(..first);
        for (start, _) in &mut self.starts {
            *start = start.saturating_sub(gone);
        }
    }
}

/// Whether a text speaks of the service, though it may name no registry.
fn names_the_service(text: &str) -> bool {
    ["azurecr.", "ontainer registry", "ontainer Registry", "ontainerRegistry", "ontainer_registry", " ACR"]
        .iter()
        .any(|name| text.contains(name))
        || text.starts_with("ACR")
}

/// Whether two lines share their first bytes, as lines with a time stamp do.
fn begin_alike(one: &str, other: &str) -> bool {
    one.bytes().take(4).eq(other.bytes().take(4))
}

/// Notes one match: its rule's facts, what its tokens show, and where it happened.
fn note(
    flat: &[u8],
    starts: &[(usize, u32)],
    names: &mut Names,
    seen: &mut Collected,
    rule: &Rule,
    place: std::ops::Range<usize>,
    captures: &Captures,
) {
    // What a status means is known for some; another shows nothing.
    let status = captures.iter().find(|(token, _)| *token == Token::Status);
    let status = status.and_then(|(_, digits)| lookup::status(std::str::from_utf8(&flat[digits.clone()]).ok()?));
    if rule.see.is_empty() && status.is_none() && rule.fill.is_empty() {
        return;
    }
    let line_of =
        |at: usize| starts[..starts.partition_point(|(start, _)| *start <= at)].last().map_or(0, |(_, line)| *line);
    let line = line_of(place.start);
    seen.mark(Mark { first: line, last: line_of(place.end.saturating_sub(1)).max(line), rule: rule.id.clone() });
    rule.fill.iter().for_each(|(name, value)| names.program(name, value));
    let failed = rule.see.iter().chain(&status).any(|fact| fact.has_site());
    let (mut site, mut to) = (None, None);
    for (token, range) in captures {
        let value = std::str::from_utf8(&flat[range.clone()]).unwrap_or_default();
        match token {
            Token::Host => {
                // A certificate for another name: the name that was wanted comes last.
                let is_wanted = rule.see.contains(&Fact::TlsNameMismatch);
                let of_host = Site::of_host(value.as_bytes());
                site = if is_wanted { of_host.or(site) } else { site.or(of_host) };
                if rule.see.contains(&Fact::NameUnknown) {
                    if value.contains(".privatelink.azurecr.") {
                        seen.see(Fact::PrivatelinkChain, line);
                    }
                    if names::suffix_misspelt(value) {
                        seen.see(Fact::SuffixWrong, line);
                    } else if value.contains("proxy") && HostKind::of(value) == HostKind::Unknown {
                        seen.see(Fact::ProxyNameUnknown, line);
                    }
                }
            }
            Token::Image => {
                site = site.or_else(|| Site::of_image(value.as_bytes()));
                // What else the line says is then said there; a login server has more places than one.
                seen.image = site.clone().filter(Site::is_elsewhere).map(|site| (line, site));
            }
            Token::Dns => seen.see(lookup::server(AddressClass::of(value)), line),
            // Of `read tcp <own>-><other>` the other is the target.
            Token::Ip => to = target(value),
            Token::Client => {
                let value = value.trim();
                names.client(value);
                if value.contains(':') {
                    seen.see(Fact::ClientIpIpv6, line);
                }
                match AddressClass::of(value) {
                    AddressClass::Private => seen.see(Fact::ClientIpPrivate, line),
                    AddressClass::Public => seen.see(Fact::ClientIpPublic, line),
                    _ => {}
                }
            }
            Token::Word if rule.see.contains(&Fact::RegistryNotListed) && names::has_label_hash(value) => {
                seen.see(Fact::RegistryNameInvalid, line);
            }
            Token::Number | Token::Status | Token::Word => {}
        }
    }
    let facts = rule.see.iter().chain(&status).copied();
    // A registry is at port 443 and nowhere else; the caller's own port may stand beside it. curl names a proxy's port as its own target.
    let mut ports = captures.iter().filter(|(token, _)| *token == Token::Number).map(|(_, range)| &flat[range.clone()]);
    // Go names a proxy: what it dials on another port is no registry, whatever else listens there.
    let is_gos = flat[place.clone()].starts_with(b"dial tcp");
    let is_elsewhere = ports.clone().next().is_some() && ports.all(|port| is_elsewhere(port, is_gos));
    let is_tcp = rule.see.iter().any(|fact| (Fact::TcpRefused..=Fact::TcpReset).contains(fact));
    if to.is_some() && is_tcp && is_elsewhere {
        facts.chain([Fact::AtOtherService]).for_each(|fact| seen.see_elsewhere(fact, line));
        return;
    }
    // Nothing but a proxy is there: whoever asked for the registry came no further.
    if to.is_some() && failed && is_proxys(captures, flat, rule) {
        facts.chain([Fact::ProxyUnreachable, Fact::ProxyInUse]).for_each(|fact| seen.see(fact, line));
        return;
    }
    if failed && site.is_none() {
        let named = seen.image.as_ref().filter(|(of, _)| *of == line).map(|(_, site)| site.clone());
        site = named.or_else(|| Site::near(flat, place.start, place.end));
    }
    // A pull that fails for reasons untold says at least whose image it was.
    if rule.see.contains(&Fact::PullUnexplained) && site.as_ref().is_some_and(Site::is_elsewhere) {
        seen.see(Fact::AtOtherRegistry, line);
    }
    let site = site.filter(|_| failed);
    let facts = facts.chain(to);
    let Some(site) = site else {
        facts.for_each(|fact| seen.see(fact, line));
        return;
    };
    seen.failed_here |= site.is_the_registrys();
    names.failed(&site.host);
    let is_elsewhere = site.is_elsewhere();
    for fact in facts.chain(site.facts()) {
        if is_elsewhere {
            seen.see_elsewhere(fact, line);
        } else {
            seen.see(fact, line);
        }
    }
}

/// Whether a port is neither a registry's nor one where name servers and, unless `proxies_are_named`, proxies are.
fn is_elsewhere(port: &[u8], proxies_are_named: bool) -> bool {
    let is_a_proxys = matches!(port, b"3128" | b"8080" | b"8888" | b"8118" | b"1080" | b"9090");
    !matches!(port, b"443" | b"80" | b"53") && (proxies_are_named || !is_a_proxys)
}

/// Whether a connection went to a proxy's port and nowhere else: one that only proxies have, or any usual one where a tool that speaks of
/// its own target names it, since Go says `proxyconnect`.
fn is_proxys(captures: &Captures, flat: &[u8], rule: &Rule) -> bool {
    let names_target = rule.see.contains(&Fact::ConnectFailed);
    let mut ports = captures.iter().filter(|(token, _)| *token == Token::Number).map(|(_, range)| &flat[range.clone()]);
    let first = ports.next().unwrap_or_default();
    matches!(first, b"3128" | b"8118") || (names_target && matches!(first, b"8080" | b"8888" | b"1080" | b"9090"))
}

/// What the address of a connection shows.
fn target(address: &str) -> Option<Fact> {
    if address.contains(':') && address.matches('.').count() == 0 && AddressClass::of(address) == AddressClass::Public {
        return Some(Fact::ToIpv6);
    }
    match AddressClass::of(address) {
        AddressClass::Private => Some(Fact::ToPrivate),
        AddressClass::Public => Some(Fact::ToPublic),
        AddressClass::Nowhere => Some(Fact::ToNowhere),
        AddressClass::AzureDns | AddressClass::Hidden => None,
    }
}
