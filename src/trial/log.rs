//! A log as long as wanted.

use super::Dice;

/// What a build prints all day.
const NOISE: &str = "2024-10-22T18:32:07.1234567Z #12 4.512 Get:7 http://deb.debian.org/debian bookworm/main amd64 libssl3 amd64 3.0.15\n";

/// At least so many bytes of a build's log, with one of the outputs after every fiftieth line or so.
pub fn log(outputs: &[String], bytes: usize) -> String {
    let mut dice = Dice::new(3);
    let mut log = String::with_capacity(bytes + NOISE.len());
    while log.len() < bytes {
        log.push_str(NOISE);
        if dice.below(50) == 0 {
            log.push_str(outputs.get(dice.below(outputs.len())).map_or("", String::as_str));
            log.push('\n');
        }
    }
    log
}
