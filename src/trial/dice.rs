//! Dice that fall alike in every run.

/// A small generator (xorshift).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice that fall as this seed says; it must not be 0.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A whole number from 0 up to, but without, `below`; 0 where that is 0.
    #[expect(clippy::cast_possible_truncation, reason = "the remainder is smaller than a usize")]
    pub fn below(&mut self, below: usize) -> usize {
        (self.roll() % below.max(1) as u64) as usize
    }

    /// A number from 0 up to, but without, 1.
    #[expect(clippy::cast_precision_loss, reason = "fifty-three bits are what a float holds")]
    pub fn unit(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// An index drawn by its weight.
    pub fn draw(&mut self, weights: impl Iterator<Item = f64> + Clone) -> usize {
        let mut left = self.unit() * weights.clone().sum::<f64>();
        let mut last = 0;
        for (nth, weight) in weights.enumerate() {
            last = nth;
            left -= weight;
            if left <= 0.0 {
                break;
            }
        }
        last
    }
}
