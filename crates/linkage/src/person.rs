//! What a register says of a person, as far as it tells people apart.

use crate::dates::Born;

/// What is written under sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Another answer, which is an answer.
    Other,
}

/// One registration. Empty text is *not said*.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Person {
    /// Given names, in any script.
    pub given: String,
    /// Family name, father's and grandfather's names, in any script.
    pub family: String,
    /// The whole name in its own script.
    pub native: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub born: Option<Born>,
    /// Nationality, as a code; several with spaces between them, of which two count.
    pub nationality: String,
    /// Place of birth.
    pub birth_place: String,
    /// Mother's name.
    pub mother: String,
    /// Phone, in any format.
    pub phone: String,
    /// Number of a document.
    pub document: String,
    /// The household this registration belongs to: two people of one household are two people.
    pub household: String,
}
