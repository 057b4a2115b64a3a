//! Things on one line that want to be somewhere, but not on top of each other.

/// Moves places apart until neighbours are at least `apart[nth]` from the one before, each as near to where it wants to be as all
/// allow (least squares), and all between `low` and `high` if they fit there. The order is kept.
pub fn spread(wanted: &[f64], apart: &[f64], low: f64, high: f64) -> Vec<f64> {
    // With the least distances taken out, keeping apart is keeping order: pools of neighbours take their mean.
    let mut offset = 0.0;
    let offsets: Vec<f64> = (0..wanted.len())
        .map(|nth| {
            offset += if nth == 0 { 0.0 } else { apart[nth] };
            offset
        })
        .collect();
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (place, offset) in wanted.iter().zip(&offsets) {
        let (mut sum, mut count) = (place - offset, 1);
        while let Some((before, of)) =
            pools.last().copied().filter(|(before, of)| mean(*before, *of) > mean(sum, count))
        {
            pools.pop();
            sum += before;
            count += of;
        }
        pools.push((sum, count));
    }
    let high = high - offset;
    pools
        .into_iter()
        .flat_map(|(sum, count)| std::iter::repeat_n(mean(sum, count), count))
        .zip(offsets)
        .map(|(place, offset)| place.min(high).max(low) + offset)
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "a drawing has far fewer than 2^52 boxes")]
fn mean(sum: f64, count: usize) -> f64 {
    sum / count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_room_stays_and_what_collides_gives_way_evenly() {
        assert_eq!(spread(&[10.0, 50.0, 50.0], &[20.0; 3], 0.0, 100.0), [10.0, 40.0, 60.0]);
    }

    #[test]
    fn bounds_are_kept() {
        assert_eq!(spread(&[0.0, 1.0], &[10.0; 2], 5.0, 100.0), [5.0, 15.0]);
        assert_eq!(spread(&[99.0, 99.0], &[10.0; 2], 0.0, 100.0), [90.0, 100.0]);
    }

    #[test]
    fn nothing_spreads_to_nothing() {
        assert!(spread(&[], &[], 0.0, 1.0).is_empty());
    }
}
