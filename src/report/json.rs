//! A report as JSON, of the form of `public/report.schema.json`.
//!
//! Written by hand: what serde derives for these types would be several kilobytes that every reader downloads. Tests hold every report
//! against the schema, and the schema against what reports have.

use super::time::moment;
use super::value::{CommandTold, Named, Report};

/// The version of the form; another number when a field goes or means something else.
const FORM: &str = "1";

impl Report {
    /// The report as JSON.
    pub fn json(&self) -> String {
        let mut json = Json(String::from("{"));
        json.raw("form", FORM);
        json.text("language", &self.language);
        json.text("title", &self.title);
        json.text("made", &moment(self.minute));
        json.text("version", &self.version);
        json.flag("redacted", self.is_redacted);
        json.text("code", &self.code.to_string());
        json.text("registry", &self.registry);
        json.begin("regions", '[');
        for region in &self.regions {
            json.item(region);
        }
        json.end(']');
        json.begin("verdict", '{');
        json.text("headline", &self.headline);
        json.text("side", &self.side);
        match self.code.network {
            Some(network) => json.flag("network", network),
            None => json.raw("network", "null"),
        }
        json.begin("contradictions", '[');
        for contradiction in &self.contradictions {
            json.item(contradiction);
        }
        json.end(']');
        json.begin("causes", '[');
        for cause in &self.causes {
            json.begin("", '{');
            json.named(&cause.cause);
            json.text("certainty", cause.certainty.as_str());
            match &cause.finding {
                Some(finding) => json.thing("finding", finding),
                None => json.raw("finding", "null"),
            }
            json.begin("reasons", '[');
            for reason in &cause.reasons {
                json.begin("", '{');
                json.named(&reason.reason);
                json.flag("for", reason.speaks_for);
                json.end('}');
            }
            json.end(']');
            json.end('}');
        }
        json.end(']');
        json.end('}');
        json.begin("seen", '[');
        for seen in &self.seen {
            json.begin("", '{');
            json.named(&seen.seen);
            json.text("source", seen.source.as_str());
            json.end('}');
        }
        json.end(']');
        self.push_check(&mut json);
        json.begin("untested", '[');
        for untested in &self.untested {
            json.begin("", '{');
            json.text("what", &untested.what);
            json.text("why", &untested.why);
            json.end('}');
        }
        json.end(']');
        json.begin("limits", '[');
        for limit in &self.limits {
            json.thing("", limit);
        }
        json.end(']');
        self.push_actions(&mut json);
        json.begin("path", '[');
        for (nth, node) in self.picture.nodes.iter().enumerate() {
            json.begin("", '{');
            json.text("stop", node.stop.as_str());
            json.text("state", node.state.as_str());
            json.text("way", self.picture.way(nth).as_str());
            json.flag("fault", node.is_fault);
            json.begin("hosts", '[');
            for host in &node.hosts {
                json.item(host);
            }
            json.end(']');
            json.end('}');
        }
        json.end(']');
        json.end('}');
        json.0
    }

    fn push_check(&self, json: &mut Json) {
        let Some(check) = &self.check else { return json.raw("check", "null") };
        json.begin("check", '{');
        json.text("ended", &moment(check.minute));
        json.number("tookMs", check.took_ms);
        json.thing("path", &check.path);
        json.text("means", &check.means);
        json.text("certainty", check.certainty.as_str());
        json.begin("hosts", '[');
        for host in &check.hosts {
            json.begin("", '{');
            json.text("host", &host.host);
            json.thing("role", &host.role);
            json.thing("verdict", &host.verdict);
            json.text("certainty", host.certainty.as_str());
            json.number("elapsedMs", host.elapsed_ms);
            json.end('}');
        }
        json.end(']');
        json.end('}');
    }

    fn push_actions(&self, json: &mut Json) {
        json.begin("actions", '[');
        for action in &self.actions {
            json.begin("", '{');
            json.thing("owner", &action.owner);
            json.thing("solution", &action.solution);
            json.text("address", &action.address);
            json.begin("steps", '[');
            for step in &action.steps {
                json.begin("", '{');
                json.named(&step.step);
                json.flag("done", step.is_done);
                json.begin("commands", '[');
                step.commands.iter().for_each(|command| json.command("", command));
                json.end(']');
                json.end('}');
            }
            json.end(']');
            json.end('}');
        }
        json.end(']');
        match &self.next {
            Some(command) => json.command("next", command),
            None => json.raw("next", "null"),
        }
    }
}

/// JSON as it is written.
struct Json(String);

impl Json {
    /// A field's name, or nothing for an item of a list; and the comma before it.
    #[inline(never)]
    fn name(&mut self, name: &str) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
        if !name.is_empty() {
            self.quoted(name);
            self.0.push(':');
        }
    }

    #[inline(never)]
    fn quoted(&mut self, text: &str) {
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(character);
                }
                '\n' => self.0.push_str("\\n"),
                // Of the other control characters texts and names have none.
                '\0'..' ' => self.0.push(' '),
                other => self.0.push(other),
            }
        }
        self.0.push('"');
    }

    #[inline(never)]
    fn begin(&mut self, name: &str, bracket: char) {
        self.name(name);
        self.0.push(bracket);
    }

    fn end(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    #[inline(never)]
    fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        self.quoted(value);
    }

    fn item(&mut self, value: &str) {
        self.text("", value);
    }

    #[inline(never)]
    fn raw(&mut self, name: &str, value: &str) {
        self.name(name);
        self.0.push_str(value);
    }

    fn number(&mut self, name: &str, value: u32) {
        self.raw(name, &value.to_string());
    }

    fn flag(&mut self, name: &str, value: bool) {
        self.raw(name, if value { "true" } else { "false" });
    }

    /// The fields of an id with its words.
    fn named(&mut self, named: &Named) {
        self.text("id", &named.id);
        self.text("title", &named.title);
    }

    #[inline(never)]
    fn thing(&mut self, name: &str, named: &Named) {
        self.begin(name, '{');
        self.named(named);
        self.end('}');
    }

    fn command(&mut self, name: &str, command: &CommandTold) {
        self.begin(name, '{');
        self.named(&command.command);
        self.thing("place", &command.place);
        self.text("text", &command.text);
        self.end('}');
    }
}
