//! Classes: what an event is about, and therefore who may read it (`DESIGN.md`, "Classes").

use crate::macros::codes;

codes! {
    /// A class of sensitive matter. An event without any class is `general`.
    Class as "class" { Health, Mhpss, Trafficking, Gbv, Child, Sogi }
}

/// A set of classes. A reader needs every class of an event to read it; the empty set is `general`.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Default)]
pub struct Classes(u8);

impl Classes {
    /// The empty set: general matter.
    pub const GENERAL: Self = Self(0);

    /// Every class there is.
    #[must_use]
    pub fn all() -> Self {
        Class::ALL.iter().copied().collect()
    }

    /// The set of one class.
    #[must_use]
    pub const fn of(class: Class) -> Self {
        Self(1 << class as u8)
    }

    /// This set and that class.
    #[must_use]
    pub const fn and(self, class: Class) -> Self {
        Self(self.0 | 1 << class as u8)
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether someone who holds `held` may read matter of these classes.
    #[must_use]
    pub const fn readable_with(self, held: Self) -> bool {
        self.0 & !held.0 == 0
    }

    /// Whether the class is in the set.
    #[must_use]
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// The set as a bit mask, one bit a class in the order of [`Class::ALL`], for view rows.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The set of a bit mask that [`Classes::bits`] gave.
    #[must_use]
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// The classes in the set, in order.
    pub fn iter(self) -> impl Iterator<Item = Class> {
        Class::ALL
            .iter()
            .copied()
            .filter(move |class| self.has(*class))
    }
}

impl FromIterator<Class> for Classes {
    fn from_iter<I: IntoIterator<Item = Class>>(classes: I) -> Self {
        classes.into_iter().fold(Self::GENERAL, Self::and)
    }
}

impl std::fmt::Debug for Classes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl serde::Serialize for Classes {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter())
    }
}

impl<'de> serde::Deserialize<'de> for Classes {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Vec::<Class>::deserialize(from)?.into_iter().collect())
    }
}
