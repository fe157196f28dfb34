//! Which questions an expression may use, whatever the answers.

use super::model::Form;
use crate::expression::{Expr, Function, Path, Start, Step, To, last_name};

/// The questions whose value an expression of `owner` may use. `own`: whether it is worked out
/// before the owner's value is there, so that a dot would go in a circle; a calculation's dot means
/// what was answered. The owner's value in another instance is none of its own.
pub(super) fn reached(form: &Form, owner: usize, expr: &Expr, own: bool) -> Vec<usize> {
    let mut reach = Reach {
        form,
        owner,
        own,
        found: Vec::new(),
    };
    reach.expr(expr, None);
    reach.found.sort_unstable();
    reach.found.dedup();
    reach.found
}

struct Reach<'f> {
    form: &'f Form,
    owner: usize,
    own: bool,
    found: Vec<usize>,
}

impl Reach<'_> {
    /// `at`: the questions that a condition in brackets is asked of; none outside of brackets.
    fn expr(&mut self, expr: &Expr, at: Option<&[usize]>) {
        match expr {
            Expr::Number(_) | Expr::Text(_) => {}
            Expr::Reference(name) => self.found.extend(self.form.named(name)),
            Expr::Negative(inner) => self.expr(inner, at),
            Expr::Chain(first, rest) => {
                self.expr(first, at);
                rest.iter().for_each(|(_, one)| self.expr(one, at));
            }
            Expr::Call(Function::IndexedRepeat, parts) => {
                let target = parts
                    .first()
                    .and_then(|part| self.form.named(last_name(part)));
                self.found.extend(target.filter(|id| *id != self.owner));
                parts.iter().skip(1).for_each(|part| self.expr(part, at));
            }
            Expr::Call(Function::ChoiceName, parts) => {
                parts.iter().take(1).for_each(|part| self.expr(part, at));
            }
            Expr::Call(_, parts) | Expr::Union(parts) => {
                parts.iter().for_each(|part| self.expr(part, at));
            }
            Expr::Path(path) => {
                let ends = self.path(path, at);
                let itself = matches!(path.steps.as_slice(), [only] if only.to == To::Itself);
                let elsewhere = at.is_some() || sifted(path) || (itself && !self.own);
                let owner = self.owner;
                self.found
                    .extend(ends.into_iter().filter(|id| *id != owner || !elsewhere));
            }
        }
    }

    /// Where a path may end; what its conditions use is noted on the way.
    fn path(&mut self, path: &Path, at: Option<&[usize]>) -> Vec<usize> {
        let mut nodes = match &path.start {
            Start::Here => at.map_or_else(|| vec![self.owner], <[usize]>::to_vec),
            Start::Root => vec![0],
            Start::At(base, keep) => {
                let nodes = self.base(base, at);
                keep.iter().for_each(|one| self.expr(one, Some(&nodes)));
                nodes
            }
        };
        let mut steps = path.steps.as_slice();
        if let (Start::Root, Some((first, rest))) = (&path.start, steps.split_first())
            && matches!(first.to, To::Child(_))
        {
            steps = rest;
        }
        for step in steps {
            nodes = self.step(&nodes, step);
            step.keep
                .iter()
                .for_each(|one| self.expr(one, Some(&nodes)));
        }
        nodes
    }

    fn base(&mut self, base: &Expr, at: Option<&[usize]>) -> Vec<usize> {
        match base {
            Expr::Reference(name) => self.form.named(name).into_iter().collect(),
            Expr::Call(Function::Current, _) => vec![self.owner],
            Expr::Path(inner) => self.path(inner, at),
            other => {
                self.expr(other, at);
                Vec::new()
            }
        }
    }

    fn step(&self, from: &[usize], step: &Step) -> Vec<usize> {
        let mut next: Vec<usize> = Vec::new();
        for id in from {
            let question = self.form.question(*id);
            let named = |child: &&usize, name: &str| self.form.question(**child).name == name;
            match &step.to {
                To::Itself => next.push(*id),
                To::Parent => next.push(question.parent),
                To::Children => next.extend(&question.children),
                To::Child(name) => {
                    next.extend(question.children.iter().filter(|child| named(child, name)));
                }
                To::Below(name) => next.extend(self.form.by_name.get(name).into_iter().flatten()),
            }
        }
        next.sort_unstable();
        next.dedup();
        next
    }
}

fn sifted(path: &Path) -> bool {
    let keeps = matches!(&path.start, Start::At(_, keep) if !keep.is_empty());
    keeps || path.steps.iter().any(|step| !step.keep.is_empty())
}
