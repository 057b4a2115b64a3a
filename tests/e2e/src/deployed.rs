//! A folder that shows one build after the other, as a host does: the old files are gone the moment that the new ones are there.

use crate::scratch::scratch;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

static COUNT: AtomicUsize = AtomicUsize::new(0);

/// A folder that is a link to a build.
#[derive(Debug)]
pub struct Deployed(PathBuf);

impl Deployed {
    /// A folder that shows this build.
    pub fn new(dist: &Path) -> Self {
        let deployed = Self(scratch().join(format!("deployed-{}", COUNT.fetch_add(1, Ordering::Relaxed))));
        deployed.replace(dist);
        deployed
    }

    /// Where it is.
    pub fn path(&self) -> PathBuf {
        self.0.clone()
    }

    /// Shows another build from now on.
    pub fn replace(&self, dist: &Path) {
        let next = self.0.with_extension("next");
        symlink(dist, &next).expect("the process's own folder can be written");
        std::fs::rename(&next, &self.0).expect("a link can be put in place of another");
    }
}
