//! Sorting what is short, or nearly sorted already.
//!
//! The standard library's sorts are fast on millions and weigh some kilobytes for every type that is sorted: readers would
//! download a dozen of them to bring a handful of things into order.

/// Sorts by a key, keeping the order of equals. Time grows with the number of elements times how far each has to move.
pub(crate) fn sort_by_key<T, K: PartialOrd>(things: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..things.len() {
        let mut at = end;
        while at > 0 && key(&things[at]) < key(&things[at - 1]) {
            things.swap(at, at - 1);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;
    use std::cmp::Reverse;

    #[test]
    fn equals_stay_in_their_order() {
        let mut things = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (3, 'e')];
        sort_by_key(&mut things, |(number, _)| *number);
        assert_eq!(things, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c'), (3, 'e')]);
        sort_by_key(&mut things, |(number, _)| Reverse(*number));
        assert_eq!(things, [(3, 'e'), (2, 'a'), (2, 'c'), (1, 'b'), (1, 'd')]);
    }

    #[test]
    fn short_lists_are_sorted_too() {
        sort_by_key(&mut [0; 0], |number| *number);
        let mut one = [1];
        sort_by_key(&mut one, |number| *number);
        assert_eq!(one, [1]);
    }
}
