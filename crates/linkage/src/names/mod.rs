//! Names: read from any script, cut into parts, turned into sounds, keyed for an index and compared.

pub mod compare;
pub mod fold;
pub mod keys;
pub mod nicknames;
pub mod parts;
pub mod script;
pub mod sounds;
