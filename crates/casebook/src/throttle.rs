//! Throttled sign-in: wrong tries slow down their own source for that account, never the account
//! for everybody, so that an attacker cannot lock others out.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

/// Wrong tries that cost nothing.
const FREE: u32 = 5;
/// The longest wait.
const LONGEST: SignedDuration = SignedDuration::from_mins(15);
/// Wrong tries are forgotten after this time.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(12);
/// A source that tries many names is slowed down as a whole from here on.
const FREE_FOR_SOURCE: u32 = 30;

/// Wrong tries, by account and source and by source alone.
#[derive(Default)]
pub struct Throttle {
    tries: Mutex<HashMap<String, (u32, Timestamp)>>,
}

impl Throttle {
    /// How long this source must wait before it may try this name, if at all.
    pub fn wait(&self, username: &str, source: &str, now: Timestamp) -> Option<SignedDuration> {
        let tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        let of = |key: &str, free: u32| {
            let (count, last) = tries.get(key)?;
            let excess = count.checked_sub(free)?;
            let pause = SignedDuration::from_secs(1 << excess.min(10)).min(LONGEST);
            let left = pause - now.duration_since(*last);
            left.is_positive().then_some(left)
        };
        of(&both(username, source), FREE).max(of(source, FREE_FOR_SOURCE))
    }

    /// A wrong try.
    pub fn wrong(&self, username: &str, source: &str, now: Timestamp) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        tries.retain(|_, (_, last)| now.duration_since(*last) < FORGOTTEN);
        for key in [both(username, source), source.to_owned()] {
            let (count, last) = tries.entry(key).or_insert((0, now));
            *count += 1;
            *last = now;
        }
    }

    /// A right one: the slate of this name from this source is clean.
    pub fn right(&self, username: &str, source: &str) {
        self.tries
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&both(username, source));
    }
}

fn both(username: &str, source: &str) -> String {
    format!("{username}\n{source}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_waits_longer_and_longer_and_others_do_not() {
        let throttle = Throttle::default();
        let now = Timestamp::UNIX_EPOCH;
        for _ in 0..5 {
            assert!(throttle.wait("amal", "10.0.0.1", now).is_none());
            throttle.wrong("amal", "10.0.0.1", now);
        }
        assert_eq!(
            throttle.wait("amal", "10.0.0.1", now),
            Some(SignedDuration::from_secs(1))
        );
        throttle.wrong("amal", "10.0.0.1", now);
        assert_eq!(
            throttle.wait("amal", "10.0.0.1", now),
            Some(SignedDuration::from_secs(2))
        );
        assert!(throttle.wait("amal", "10.0.0.2", now).is_none());
        assert!(
            throttle
                .wait("amal", "10.0.0.1", now + SignedDuration::from_secs(2))
                .is_none()
        );
    }

    #[test]
    fn a_right_try_clears_the_name_and_time_forgets() {
        let throttle = Throttle::default();
        let now = Timestamp::UNIX_EPOCH;
        (0..7).for_each(|_| throttle.wrong("amal", "s", now));
        throttle.right("amal", "s");
        assert!(throttle.wait("amal", "s", now).is_none());
        (0..40).for_each(|n| throttle.wrong(&format!("name{n}"), "s", now));
        assert!(
            throttle.wait("amal", "s", now).is_some(),
            "a source that tries many names waits"
        );
    }
}
