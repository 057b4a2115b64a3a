//! The parts of a text that are its own: without the `{names}`.

use crate::words::{Segment, segments};

/// The plain parts of a text.
pub(super) fn plain(text: &str) -> impl Iterator<Item = &str> {
    segments(text).into_iter().filter_map(|segment| match segment {
        Segment::Plain(plain) => Some(plain),
        Segment::Named(_) => None,
    })
}
