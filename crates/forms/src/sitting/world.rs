//! What expressions see of a sitting.

use std::borrow::Cow;

use super::Sitting;
use crate::expression::{Node, World};
use crate::xlsform::{List, in_language};

impl Sitting<'_> {
    fn list_of(&self, list: u32) -> Option<&List> {
        self.form.lists.get(list as usize)
    }

    fn spot_of(&self, node: Node) -> Option<u32> {
        match node {
            Node::Answer(at) => Some(at),
            _ => None,
        }
    }

    /// All spots of a question below a place: every instance of the repeats between them.
    fn below(&self, base: u32, target: usize) -> Vec<u32> {
        let top = self.spot(base).of;
        let mut way = Vec::new();
        let mut at = target;
        while at != top {
            if at == 0 {
                return Vec::new();
            }
            way.push(self.form.question(at).place);
            at = self.form.question(at).parent;
        }
        let mut found = vec![base];
        for place in way.iter().rev() {
            found = found
                .iter()
                .filter_map(|at| self.spot(*at).children.get(*place))
                .flatten()
                .copied()
                .collect();
        }
        found
    }

    /// The spot around a place that belongs to a question; the top where there is none.
    fn around_of(&self, mut at: u32, question: usize) -> u32 {
        while at != 0 && self.spot(at).of != question {
            at = self.spot(at).parent;
        }
        at
    }

    /// All instances of a repeat that a place can tell of.
    pub(super) fn all_instances(&self, repeat: usize, from: u32) -> Vec<u32> {
        self.below(self.shared(from, repeat), repeat)
    }

    /// The innermost repeat that a place shares with a question. A repeat does not share itself:
    /// asked for from within, all its instances are meant.
    fn shared(&self, from: u32, target: usize) -> u32 {
        let own = &self.form.question(self.spot(from).of).repeats;
        let others = &self.form.question(target).repeats;
        let shared = own
            .iter()
            .zip(others)
            .take_while(|(a, b)| a == b && **b != target)
            .last();
        shared.map_or(0, |(repeat, _)| self.around_of(from, *repeat))
    }
}

impl World for Sitting<'_> {
    fn reference(&self, name: &str, from: Node) -> Vec<Node> {
        let (Some(target), Some(from)) = (self.form.named(name), self.spot_of(from)) else {
            return Vec::new();
        };
        let base = self.shared(from, target);
        self.below(base, target)
            .into_iter()
            .map(Node::Answer)
            .collect()
    }

    fn enclosing(&self, name: &str, from: Node) -> Option<Node> {
        let target = self.form.named(name)?;
        let at = self.around_of(self.spot_of(from)?, target);
        (at != 0).then_some(Node::Answer(at))
    }

    fn indexed(&self, name: &str, repeats: &[(&str, f64)], from: Node) -> Vec<Node> {
        let (Some(target), Some(from)) = (self.form.named(name), self.spot_of(from)) else {
            return Vec::new();
        };
        let first = repeats
            .first()
            .and_then(|(repeat, _)| self.form.named(repeat));
        let Some(first) = first else {
            return Vec::new();
        };
        let mut base = self.shared(from, first);
        for (repeat, index) in repeats {
            let Some(repeat) = self.form.named(repeat) else {
                return Vec::new();
            };
            let instances = self.below(base, repeat);
            let wanted = if *index >= 1.0 {
                *index as usize - 1
            } else {
                usize::MAX
            };
            match instances.get(wanted) {
                Some(instance) => base = *instance,
                None => return Vec::new(),
            }
        }
        self.below(base, target)
            .into_iter()
            .map(Node::Answer)
            .collect()
    }

    fn root(&self) -> Node {
        Node::Answer(0)
    }

    fn children(&self, node: Node, name: Option<&str>) -> Vec<Node> {
        match node {
            Node::Answer(at) => {
                let spot = self.spot(at);
                let names = &self.form.question(spot.of).children;
                names
                    .iter()
                    .zip(&spot.children)
                    .filter(|(id, _)| name.is_none_or(|name| self.form.question(**id).name == name))
                    .flat_map(|(_, spots)| spots.iter().map(|at| Node::Answer(*at)))
                    .collect()
            }
            Node::List(list) if name.is_none_or(|name| name == "root") => vec![Node::Root(list)],
            Node::Root(list) if name.is_none_or(|name| name == "item") => {
                let count = self.list_of(list).map_or(0, |list| list.rows.len());
                (0..u32::try_from(count).unwrap_or(0))
                    .map(|row| Node::Item(list, row))
                    .collect()
            }
            Node::Item(list, row) => self.list_of(list).map_or_else(Vec::new, |known| {
                known
                    .columns
                    .iter()
                    .enumerate()
                    .filter(|(_, column)| name.is_none_or(|name| name == *column))
                    .filter_map(|(at, _)| Some(Node::Cell(list, row, u32::try_from(at).ok()?)))
                    .collect()
            }),
            _ => Vec::new(),
        }
    }

    fn parent(&self, node: Node) -> Option<Node> {
        match node {
            Node::Answer(0) | Node::List(_) => None,
            Node::Answer(at) => Some(Node::Answer(self.spot(at).parent)),
            Node::Root(list) => Some(Node::List(list)),
            Node::Item(list, _) => Some(Node::Root(list)),
            Node::Cell(list, row, _) => Some(Node::Item(list, row)),
        }
    }

    fn text(&self, node: Node) -> Cow<'_, str> {
        match node {
            Node::Answer(at) => Cow::Borrowed(&self.spot(at).value),
            Node::Cell(list, row, column) => {
                let row = self
                    .list_of(list)
                    .and_then(|list| list.rows.get(row as usize));
                let cell = row.and_then(|row| row.cells.get(column as usize));
                Cow::Borrowed(cell.map_or("", String::as_str))
            }
            _ => Cow::Borrowed(""),
        }
    }

    fn counts(&self, node: Node) -> bool {
        self.spot_of(node).is_none_or(|at| {
            let spot = self.spot(at);
            spot.relevant && !spot.gone
        })
    }

    fn position(&self, node: Node) -> usize {
        match node {
            Node::Answer(at) => self.spot(at).position,
            Node::Item(_, row) => row as usize + 1,
            _ => 1,
        }
    }

    fn list(&self, name: &str) -> Option<Node> {
        let stem = name.strip_suffix(".csv").unwrap_or(name);
        let id = self.form.list_ids.get(stem)?;
        Some(Node::List(u32::try_from(*id).ok()?))
    }

    fn rows(&self, list: &str, column: &str, value: &str) -> Vec<Node> {
        let Some(Node::List(id)) = self.list(list) else {
            return Vec::new();
        };
        let Some(known) = self.list_of(id) else {
            return Vec::new();
        };
        let Some(at) = known.columns.iter().position(|name| name == column) else {
            return Vec::new();
        };
        let fits = known
            .rows
            .iter()
            .enumerate()
            .find(|(_, row)| row.cells.get(at).is_some_and(|cell| cell == value));
        fits.and_then(|(row, _)| Some(Node::Item(id, u32::try_from(row).ok()?)))
            .into_iter()
            .collect()
    }

    fn choice_label(&self, choice: &str, question: &str) -> Option<String> {
        let question = self.form.question(self.form.named(question)?);
        if question.answers_of.is_some() {
            return Some(choice.to_owned());
        }
        let list = self.form.lists.get(question.list?)?;
        let row = list.rows.iter().find(|row| row.name == choice)?;
        let default = &self.form.settings.default_language;
        in_language(&row.label, &self.language, default).map(str::to_owned)
    }

    fn now(&self) -> &str {
        self.around.now
    }

    /// The code of the language: as asked for, or what stands in brackets in the form's name.
    fn language(&self) -> &str {
        let named = self
            .language
            .rsplit_once('(')
            .and_then(|(_, code)| code.strip_suffix(')'));
        let asked = self.around.language;
        let code = named.unwrap_or(asked);
        code.split(['-', '_']).next().unwrap_or_default()
    }

    fn version(&self) -> &str {
        &self.form.settings.version
    }

    fn chance(&self) -> f64 {
        (self.around.chance)()
    }
}
