//! Options that are known only at run time: colleagues, centres, criteria, languages.

use std::collections::BTreeMap;

/// For each `Pick` or `PickMany` field, its options as (value, label).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices(BTreeMap<String, Vec<(String, String)>>);

impl Choices {
    /// No options at all.
    pub fn none() -> Self {
        Choices::default()
    }

    /// The same, with options for one more field.
    pub fn with(
        mut self,
        field: &str,
        options: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        let options = options
            .into_iter()
            .map(|(value, label)| (value.into(), label.into()))
            .collect();
        self.0.insert(field.to_owned(), options);
        self
    }

    /// The options of a field; empty when none were given.
    pub fn of(&self, field: &str) -> &[(String, String)] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }

    /// Is this one of the field's values?
    pub fn has(&self, field: &str, value: &str) -> bool {
        self.of(field).iter().any(|(known, _)| known == value)
    }
}
