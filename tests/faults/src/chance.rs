//! Chance that can be had again: every run prints its seed and takes one.

/// SplitMix64: small, and good enough to pick moments and deeds.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The same seed gives the same picks.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A seed from the operating system.
    #[expect(
        clippy::disallowed_methods,
        reason = "a test tool's one source of chance"
    )]
    pub fn seed() -> anyhow::Result<u64> {
        let mut bytes = [0; 8];
        getrandom::fill(&mut bytes).map_err(|no| anyhow::anyhow!("no random bytes: {no}"))?;
        Ok(u64::from_le_bytes(bytes) >> 16)
    }

    /// The next number.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` up to and without `high`.
    pub const fn within(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low)
    }

    /// True once in `n` times.
    pub const fn once_in(&mut self, n: u64) -> bool {
        self.next().is_multiple_of(n)
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let place = usize::try_from(self.next()).unwrap_or(0);
        from.get(place % from.len().max(1))
    }

    /// An id as a page would make it: 32 hexadecimal digits.
    pub fn id(&mut self) -> String {
        format!("{:016x}{:016x}", self.next(), self.next())
    }

    /// Another stream that follows from this one.
    pub const fn branch(&mut self) -> Self {
        Self(self.next())
    }
}
