//! Answers as JSON to answers in their places.

use serde_json::{Map, Value};

use super::{Sitting, Untaken, Wrong, Wrongness, typed};
use crate::xlsform::Kind;

impl Sitting<'_> {
    /// Takes all answers; what belongs to no question is kept as an error under its key.
    pub(super) fn take(&mut self, answers: &Map<String, Value>) -> Result<(), Untaken> {
        let mut open: Vec<(u32, &str, &Value)> = entries(0, answers);
        open.reverse();
        while let Some((base, key, value)) = open.pop() {
            let Some(place) = self.place(base, key)? else {
                self.strange(base, key);
                continue;
            };
            let mut more: Vec<(u32, &str, &Value)> = Vec::new();
            match (place, value) {
                (Place::Group(at), Value::Object(inner)) => more = entries(at, inner),
                (Place::Repeat(id, parent), Value::Array(list)) => {
                    for one in list {
                        let at = self.add_instance(id, parent)?;
                        match one {
                            Value::Object(inner) => more.extend(entries(at, inner)),
                            _ => self.strange(base, key),
                        }
                    }
                }
                (Place::Group(_) | Place::Repeat(..), Value::Null) => {}
                (Place::Leaf(at), value) => self.answer(at, value),
                _ => self.strange(base, key),
            }
            open.extend(more.into_iter().rev());
        }
        Ok(())
    }

    fn strange(&mut self, base: u32, key: &str) {
        let within = self.path(base);
        let key: String = key.chars().take(200).collect();
        let path = if within.is_empty() || key.starts_with(&within) {
            key
        } else {
            format!("{within}/{key}")
        };
        self.unknown.push(Wrong {
            path,
            what: Wrongness::Unknown,
            message: None,
        });
    }

    fn answer(&mut self, at: u32, value: &Value) {
        let question = self.form.question(self.spot(at).of);
        match typed::text(question, value) {
            Some(text) => {
                let spot = self.spot_mut(at);
                spot.answered = true;
                spot.value = text;
            }
            None => {
                let path = self.path(at);
                self.unknown.push(Wrong {
                    path,
                    what: Wrongness::Kind,
                    message: None,
                });
            }
        }
    }

    /// Where a key leads, from the place of the object that it stands in.
    fn place(&mut self, base: u32, key: &str) -> Result<Option<Place>, Untaken> {
        let form = self.form;
        let within = &form.question(self.spot(base).of).path;
        let rest = key
            .strip_prefix(within.as_str())
            .and_then(|rest| rest.strip_prefix('/'))
            .filter(|_| !within.is_empty())
            .unwrap_or(key);
        let mut at = base;
        let mut parts = rest.split('/').peekable();
        while let Some(part) = parts.next() {
            let Some((name, index)) = numbered(part) else {
                return Ok(None);
            };
            let children = &form.question(self.spot(at).of).children;
            let child = children
                .iter()
                .copied()
                .find(|id| form.question(*id).name == name);
            let child = match child {
                Some(child) => child,
                None => return Ok(self.by_name_alone(base, rest)),
            };
            let last = parts.peek().is_none();
            match (form.question(child).kind, index) {
                (Kind::Repeat, None) if last => return Ok(Some(Place::Repeat(child, at))),
                (Kind::Repeat, None) => return Ok(None),
                (Kind::Repeat, Some(index)) => {
                    while self.instances(child, at).len() < index {
                        self.add_instance(child, at)?;
                    }
                    match self.instances(child, at).get(index - 1) {
                        Some(instance) => at = *instance,
                        None => return Ok(None),
                    }
                }
                (_, Some(_)) => return Ok(None),
                (kind, None) => {
                    let place = form.question(child).place;
                    let Some(next) = self.spot(at).children.get(place).and_then(|c| c.first())
                    else {
                        return Ok(None);
                    };
                    at = *next;
                    if last && !kind.holds() {
                        return Ok(Some(Place::Leaf(at)));
                    }
                    if !last && !kind.holds() {
                        return Ok(None);
                    }
                }
            }
        }
        Ok(Some(Place::Group(at)))
    }

    /// A name without its groups, where only one question has it and no other repeat is between.
    fn by_name_alone(&self, base: u32, name: &str) -> Option<Place> {
        let id = self.form.named(name)?;
        let question = self.form.question(id);
        let own = &self.form.question(self.spot(base).of).repeats;
        if question.kind.holds() || question.repeats != *own {
            return None;
        }
        let mut way = vec![id];
        let mut up = question.parent;
        while up != self.spot(base).of && up != 0 {
            way.push(up);
            up = self.form.question(up).parent;
        }
        if up != self.spot(base).of {
            return None;
        }
        let mut at = base;
        for id in way.iter().rev() {
            at = *self
                .spot(at)
                .children
                .get(self.form.question(*id).place)?
                .first()?;
        }
        Some(Place::Leaf(at))
    }
}

enum Place {
    Group(u32),
    Repeat(usize, u32),
    Leaf(u32),
}

fn entries(base: u32, map: &Map<String, Value>) -> Vec<(u32, &str, &Value)> {
    map.iter()
        .map(|(key, value)| (base, key.as_str(), value))
        .collect()
}

/// `name` or `name[2]`.
fn numbered(part: &str) -> Option<(&str, Option<usize>)> {
    match part.split_once('[') {
        None => Some((part, None)),
        Some((name, rest)) => {
            let index: usize = rest.strip_suffix(']')?.parse().ok()?;
            (index >= 1).then_some((name, Some(index)))
        }
    }
}
