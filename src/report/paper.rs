//! Paper to write on: headings, paragraphs, lists, commands and a table, as Markdown or as HTML.

use super::Svg;
use crate::small::escape;

/// The form that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// CommonMark with GitHub's tables and task lists, which ticket systems read.
    Markdown,
    /// HTML; its headings are one rank below.
    Html,
}

/// A part of a line.
#[derive(Debug, Clone, Copy)]
pub(super) enum Span<'a> {
    Plain(&'a str),
    Strong(&'a str),
    Code(&'a str),
    /// A text and where it leads; plain where that is empty.
    Link(&'a str, &'a str),
    /// A box, ticked or not.
    Tick(bool),
}

/// What was written last: lists and their ends differ by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Block,
    Item,
}

/// The paper.
pub(super) struct Paper {
    text: String,
    form: Form,
    last: Last,
}

impl Paper {
    pub fn new(form: Form) -> Self {
        Self { text: String::new(), form, last: Last::Nothing }
    }

    pub fn form(&self) -> Form {
        self.form
    }

    pub fn finish(mut self) -> String {
        self.turn(Last::Nothing);
        self.text
    }

    /// Ends what stood before, so that something else can follow.
    #[inline(never)]
    fn turn(&mut self, next: Last) {
        let is_html = self.form == Form::Html;
        let between = match (self.last, next) {
            (Last::Item, Last::Item) | (Last::Nothing, Last::Nothing | Last::Block) => "",
            (Last::Item, _) if is_html => "</ul>",
            (_, Last::Item) if is_html => "<ul>",
            (_, Last::Nothing) => "",
            _ if is_html => "",
            _ => "\n",
        };
        self.text.push_str(between);
        self.last = next;
    }

    #[inline(never)]
    fn add(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.text.push_str(part));
    }

    /// A text, escaped where the form needs it.
    #[inline(never)]
    fn plain(&mut self, text: &str) {
        match self.form {
            Form::Markdown => self.text.push_str(text),
            Form::Html => escape(text, &mut self.text),
        }
    }

    #[inline(never)]
    fn between(&mut self, markdown: [&'static str; 2], html: [&'static str; 2], text: &str) {
        let [before, after] = if self.form == Form::Html { html } else { markdown };
        self.text.push_str(before);
        self.plain(text);
        self.text.push_str(after);
    }

    fn spans(&mut self, spans: &[Span<'_>]) {
        for span in spans {
            match *span {
                Span::Plain(text) | Span::Link(text, "") => self.plain(text),
                Span::Strong(text) => self.between(["**", "**"], ["<strong>", "</strong>"], text),
                Span::Code(text) => {
                    self.between(["`", "`"], ["<code dir=\"ltr\" translate=\"no\">", "</code>"], text);
                }
                Span::Link(text, address) if self.form == Form::Html => {
                    self.between(["", ""], ["<a href=\"", "\">"], address);
                    self.between(["", ""], ["", "</a>"], text);
                }
                Span::Link(text, address) => self.add(&["[", text, "](", address, ")"]),
                Span::Tick(is_done) if self.form == Form::Html => self.add(&[if is_done { "☑ " } else { "☐ " }]),
                Span::Tick(is_done) => self.add(&[if is_done { "[x] " } else { "[ ] " }]),
            }
        }
    }

    /// A heading; `rank` 1 is the report's own.
    pub fn heading(&mut self, rank: usize, text: &str) {
        self.turn(Last::Block);
        match self.form {
            Form::Markdown => self.add(&[&"###"[..rank], " ", text, "\n"]),
            Form::Html => {
                let rank = (rank + 1).to_string();
                self.add(&["<h", &rank, ">"]);
                self.plain(text);
                self.add(&["</h", &rank, ">"]);
            }
        }
    }

    pub fn paragraph(&mut self, spans: &[Span<'_>]) {
        self.turn(Last::Block);
        self.line("", "<p>", spans, "</p>");
    }

    pub fn item(&mut self, spans: &[Span<'_>]) {
        self.turn(Last::Item);
        // A box is mark enough.
        let html = if matches!(spans, [Span::Tick(_), ..]) { "<li class=\"tick\">" } else { "<li>" };
        self.line("- ", html, spans, "</li>");
    }

    /// An item with its number; only for Markdown.
    pub fn numbered(&mut self, number: usize, spans: &[Span<'_>]) {
        self.turn(Last::Item);
        self.add(&[&number.to_string(), ". "]);
        self.line("", "<li>", spans, "</li>");
    }

    #[inline(never)]
    fn line(&mut self, markdown: &'static str, html: &'static str, spans: &[Span<'_>], end: &'static str) {
        let is_html = self.form == Form::Html;
        self.add(&[if is_html { html } else { markdown }]);
        self.spans(spans);
        self.add(&[if is_html { end } else { "\n" }]);
    }

    /// A command, fenced by more backticks than it has in a row.
    pub fn command(&mut self, text: &str) {
        self.turn(Last::Block);
        let text = text.trim_end();
        match self.form {
            Form::Markdown => {
                let fence = if text.contains("```") { "````" } else { "```" };
                self.add(&[fence, "\n", text, "\n", fence, "\n"]);
            }
            Form::Html => {
                self.between(
                    ["", ""],
                    ["<pre tabindex=\"0\" dir=\"ltr\" translate=\"no\"><code>", "</code></pre>"],
                    text,
                );
            }
        }
    }

    /// A drawing; only for HTML.
    pub fn drawing(&mut self, drawing: &Svg) {
        self.turn(Last::Block);
        self.add(&[drawing.as_str()]);
    }

    /// A table's head.
    pub fn begin_table(&mut self, head: &[String; 4]) {
        self.turn(Last::Block);
        match self.form {
            Form::Markdown => self.add(&["| ", &head.join(" | "), " |\n|---|---|---|---|\n"]),
            Form::Html => {
                self.add(&["<table><thead><tr>"]);
                for name in head {
                    self.between(["", ""], ["<th scope=\"col\">", "</th>"], name);
                }
                self.add(&["</tr></thead><tbody>"]);
            }
        }
    }

    /// A row of a table.
    pub fn row(&mut self, cells: &[&[Span<'_>]; 4]) {
        let is_html = self.form == Form::Html;
        self.add(&[if is_html { "<tr>" } else { "|" }]);
        for cell in cells {
            self.add(&[if is_html { "<td>" } else { " " }]);
            self.spans(cell);
            self.add(&[if is_html { "</td>" } else { " |" }]);
        }
        self.add(&[if is_html { "</tr>" } else { "\n" }]);
    }

    pub fn end_table(&mut self) {
        if self.form == Form::Html {
            self.add(&["</tbody></table>"]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(form: Form) -> String {
        let mut paper = Paper::new(form);
        paper.heading(1, "A & B");
        paper.item(&[Span::Tick(true), Span::Plain("<one>")]);
        paper.item(&[Span::Link("two", "https://example.org/?a=1&b=2")]);
        paper.command("docker pull <image>\n");
        paper.paragraph(&[Span::Strong("three"), Span::Code("four")]);
        paper.finish()
    }

    #[test]
    fn markdown_keeps_texts_as_they_are_and_blocks_apart() {
        assert_eq!(
            written(Form::Markdown),
            "# A & B\n\n- [x] <one>\n- [two](https://example.org/?a=1&b=2)\n\n```\ndocker pull <image>\n```\n\n**three**`four`\n"
        );
    }

    #[test]
    fn html_escapes_texts_and_closes_its_lists() {
        let html = written(Form::Html);
        assert!(html.starts_with("<h2>A &amp; B</h2><ul><li class=\"tick\">☑ &lt;one&gt;</li>"), "{html}");
        assert!(html.contains("</li></ul><pre"), "{html}");
        assert!(html.contains("<code>docker pull &lt;image&gt;</code>"), "{html}");
        assert!(
            html.ends_with("<p><strong>three</strong><code dir=\"ltr\" translate=\"no\">four</code></p>"),
            "{html}"
        );
    }
}
