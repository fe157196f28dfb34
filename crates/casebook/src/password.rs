//! Passwords: Argon2id with 64 MiB, at most a few at once, so that a flood of sign-ins cannot
//! take the machine's memory.

use std::sync::{Condvar, Mutex, PoisonError};

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::PasswordHash,
};

use crate::{No, chance};

/// 64 MiB, three passes, one lane (`security.md` requirement 12).
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
/// At most this many are computed at once: 128 MiB.
const AT_ONCE: usize = 2;

/// Shortest password that stands alone, longest that is accepted.
pub const LENGTH: std::ops::RangeInclusive<usize> = 15..=200;

/// The place where hashing waits for its turn.
#[derive(Default)]
pub struct Hashing {
    running: Mutex<usize>,
    free: Condvar,
}

impl Hashing {
    fn in_turn<T>(&self, work: impl FnOnce() -> T) -> T {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        while *running >= AT_ONCE {
            running = self
                .free
                .wait(running)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *running += 1;
        drop(running);
        let result = work();
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.free.notify_one();
        result
    }

    /// Hashes a password, with a fresh salt, to PHC form.
    pub fn hash(&self, password: &str) -> Result<String, No> {
        let salt: [u8; 16] = chance::random()?;
        let hashed = self.in_turn(|| {
            argon2()?
                .hash_password_with_salt(password.as_bytes(), &salt)
                .map_err(|_| No::Hashing)
        })?;
        Ok(hashed.to_string())
    }

    /// Whether a password belongs to a hash. Without a hash the same work is done for nothing, so
    /// that an unknown name takes as long as a wrong password.
    pub fn verify(&self, password: &str, hash: Option<&str>) -> bool {
        let parsed = hash.and_then(|hash| PasswordHash::new(hash).ok());
        self.in_turn(|| match (parsed, argon2()) {
            (Some(hash), Ok(argon2)) => argon2.verify_password(password.as_bytes(), &hash).is_ok(),
            (None, Ok(argon2)) => {
                let _ = argon2.hash_password_with_salt(password.as_bytes(), &[0; 16]);
                false
            }
            (_, Err(_)) => false,
        })
    }
}

fn argon2() -> Result<Argon2<'static>, No> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|_| No::Hashing)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}
