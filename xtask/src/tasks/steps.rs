//! Several things to do, of which each is done whatever became of the others; at the end the failures are named.

use crate::Failure;
use std::time::Instant;

/// The steps done so far.
#[derive(Debug, Default)]
pub(super) struct Steps {
    done: usize,
    failed: Vec<String>,
}

impl Steps {
    /// Does one step, with a headline; its failure is told at once and again at the end.
    pub(super) fn step(&mut self, name: &str, work: impl FnOnce() -> Result<(), Failure>) {
        println!("\n── {name}");
        let started = Instant::now();
        let result = work();
        self.done += 1;
        let seconds = started.elapsed().as_secs_f32();
        match result {
            Ok(()) => println!("── {name}: ok, {seconds:.1} s"),
            Err(failure) => {
                println!("── {name}: FAILED, {seconds:.1} s\n{failure}");
                self.failed.push(name.to_owned());
            }
        }
    }

    /// The outcome of all.
    ///
    /// # Errors
    /// Some step failed: which.
    pub(super) fn finish(self, what: &str) -> Result<(), Failure> {
        let Self { done, failed } = self;
        if failed.is_empty() {
            println!("\n{what}: all {done} steps ok");
            return Ok(());
        }
        Err(Failure::new(format!("{what}: {} of {done} steps failed: {}", failed.len(), failed.join(", "))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_does_not_keep_the_rest_from_running_and_is_named_at_the_end() {
        let mut steps = Steps::default();
        let mut ran = 0;
        steps.step("one", || {
            ran += 1;
            Err(Failure::new("broken"))
        });
        steps.step("two", || {
            ran += 1;
            Ok(())
        });
        assert_eq!(ran, 2);
        assert_eq!(steps.finish("tests").unwrap_err().to_string(), "tests: 1 of 2 steps failed: one");
    }

    #[test]
    fn without_failures_all_is_well() {
        let mut steps = Steps::default();
        steps.step("one", || Ok(()));
        assert_eq!(steps.finish("tests"), Ok(()));
    }
}
