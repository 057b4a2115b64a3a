//! Signals and memos that are of one type each to the framework.
//!
//! The framework's own bring two kilobytes of code along for every type that they hold. When a value changes is its concern, what
//! the value is need not be: a value stands aside here, and the framework knows a bare trigger, or a count of changes.
//!
//! Law: a value lives as long as the page does, as islands do.

use leptos::prelude::{Get, GetUntracked, Memo as Count, Notify, Track, Trigger};
use std::sync::{PoisonError, RwLock};

/// A value that effects, memos and views follow.
pub struct Signal<T: 'static> {
    value: &'static RwLock<T>,
    changed: Trigger,
}

/// A value that follows from others, and is found anew when they change.
pub struct Memo<T: 'static> {
    value: &'static RwLock<Option<T>>,
    changes: Count<u32>,
}

impl<T> Signal<T> {
    /// Begins with a value.
    pub fn new(value: T) -> Self {
        Self { value: Box::leak(Box::new(RwLock::new(value))), changed: Trigger::new() }
    }

    /// Looks at the value, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.changed.track();
        self.with_untracked(look)
    }

    /// Looks at the value as it is now.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.value.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the value, and tells those who follow it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.write().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify();
    }

    /// Puts another value in its place, and tells those who follow it.
    pub fn set(self, value: T) {
        self.update(|held| *held = value);
    }
}

impl<T: Clone> Signal<T> {
    /// The value; follows it.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: PartialEq + Send + Sync> Memo<T> {
    /// Will find the value when it is first asked for.
    pub fn new(find: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let value: &'static RwLock<Option<T>> = Box::leak(Box::default());
        let renew = move || {
            let found = Some(find());
            let is_new = found != *value.read().unwrap_or_else(PoisonError::into_inner);
            if is_new {
                *value.write().unwrap_or_else(PoisonError::into_inner) = found;
            }
            is_new
        };
        Self { value, changes: count(Box::new(renew)) }
    }

    /// Looks at the value, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.changes.get();
        self.look(look)
    }

    /// Looks at the value as it is now.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.changes.get_untracked();
        self.look(look)
    }

    fn look<R>(self, look: impl FnOnce(&T) -> R) -> R {
        let value = self.value.read().unwrap_or_else(PoisonError::into_inner);
        look(value.as_ref().expect("the count of changes is made by finding a value"))
    }
}

impl<T: Clone + PartialEq + Send + Sync> Memo<T> {
    /// The value; follows it.
    pub fn get(self) -> T {
        self.with(T::clone)
    }
}

/// How often a value has changed.
#[inline(never)]
fn count(renew: Box<dyn Fn() -> bool + Send + Sync>) -> Count<u32> {
    Count::new(move |count: Option<&u32>| count.copied().unwrap_or_default().wrapping_add(renew().into()))
}

// Copied whatever they hold: deriving would ask that of the value.
impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use leptos::prelude::Owner;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn a_memo_is_found_anew_only_when_what_it_follows_has_changed() {
        Owner::new().with(|| {
            let (one, other) = (Signal::new(1), Signal::new("a"));
            let finds = Arc::new(AtomicU32::new(0));
            let found = finds.clone();
            let doubled = Memo::new(move || {
                found.fetch_add(1, Ordering::Relaxed);
                one.get() * 2
            });
            assert_eq!(finds.load(Ordering::Relaxed), 0);
            assert_eq!((doubled.get(), doubled.with_untracked(|two| *two)), (2, 2));
            one.set(2);
            other.set("b");
            assert_eq!((doubled.get(), other.get_untracked()), (4, "b"));
            assert_eq!(finds.load(Ordering::Relaxed), 2);
        });
    }

    #[test]
    fn a_memo_of_a_memo_follows_values_not_changes() {
        Owner::new().with(|| {
            let number = Signal::new(1);
            let is_even = Memo::new(move || number.get() % 2 == 0);
            let finds = Arc::new(AtomicU32::new(0));
            let found = finds.clone();
            let word = Memo::new(move || {
                found.fetch_add(1, Ordering::Relaxed);
                is_even.with(|is_even| if *is_even { "even" } else { "odd" })
            });
            assert_eq!(word.get(), "odd");
            number.update(|number| *number += 2);
            assert_eq!(word.get(), "odd");
            assert_eq!(finds.load(Ordering::Relaxed), 1);
            number.set(4);
            assert_eq!(word.get(), "even");
        });
    }
}
