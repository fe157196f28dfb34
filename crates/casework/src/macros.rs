//! Two small macros that keep the code lists and the records of the work readable as tables.

/// A code list of `domain.md` section 3: an enum whose variants are the stable machine codes in
/// snake case, with the list's name and all of its codes for forms and translations.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident as $list:literal { $($(#[$vmeta:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
            strum::IntoStaticStr, strum::VariantNames, strum::EnumString, strum::VariantArray)]
        #[serde(rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        #[expect(missing_docs, reason = "the codes are the field's standard terms, explained in domain.md")]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// The list's name, as in `code-<list>-<code>` messages.
            pub const LIST: &'static str = $list;
            /// Every code of the list, in order.
            pub const CODES: &'static [&'static str] = <Self as strum::VariantNames>::VARIANTS;
            /// Every value of the list, in order.
            pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;
            /// The stable machine code.
            #[must_use]
            pub fn code(self) -> &'static str { self.into() }
        }
    };
}

/// A record of the work: what a form asks and an event keeps. Fields carry the names of
/// `domain.md`; a field that was not asked is absent, never blank.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$fmeta:meta])* pub $field:ident : $ty:ty),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs, reason = "fields carry the names of domain.md")]
        pub struct $name { $($(#[$fmeta])* pub $field: $ty),* }
    };
}

pub(crate) use {codes, record};
