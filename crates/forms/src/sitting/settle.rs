//! Works a form out, each thing after what it needs.

use super::{MAX_INSTANCES, Sitting, Untaken};
use crate::expression::{Evaluation, Node, Stopped, Value, World};
use crate::xlsform::{FirstAnswer, Formula, Kind, Task};

impl Sitting<'_> {
    pub(super) fn settle(&mut self) -> Result<(), Untaken> {
        let form = self.form;
        for task in &form.order {
            match *task {
                Task::Instances(id) => self.count(id)?,
                Task::Relevance(id) => self.relate(id)?,
                Task::Value(id) => self.work_out(id)?,
            }
        }
        Ok(())
    }

    pub(super) fn evaluate(&self, formula: &Formula, at: u32) -> Result<Value, Stopped> {
        Evaluation::new(self, Node::Answer(at), &self.steps).value(&formula.expr)
    }

    fn living(&self, id: usize) -> Vec<u32> {
        let all = self.of.get(id).map_or(&[][..], Vec::as_slice);
        all.iter()
            .copied()
            .filter(|at| !self.spot(*at).gone)
            .collect()
    }

    /// As many instances as the count says; where none says, as many as were answered.
    fn count(&mut self, id: usize) -> Result<(), Untaken> {
        let form = self.form;
        let question = form.question(id);
        let (Kind::Repeat, Some(formula)) = (question.kind, &question.repeat_count) else {
            return Ok(());
        };
        for parent in self.living(question.parent) {
            let number = self.evaluate(formula, parent)?.number(self);
            let wanted = if number >= 1.0 {
                number.min(1e9) as usize
            } else {
                0
            };
            if wanted > MAX_INSTANCES {
                return Err(Untaken::TooMany);
            }
            while self.instances(id, parent).len() < wanted {
                self.add_instance(id, parent)?;
            }
            let surplus: Vec<u32> = self
                .instances(id, parent)
                .get(wanted..)
                .unwrap_or_default()
                .to_vec();
            if let Some(slot) = self.spot_mut(parent).children.get_mut(question.place) {
                slot.truncate(wanted);
            }
            self.leave(surplus);
        }
        Ok(())
    }

    fn leave(&mut self, mut open: Vec<u32>) {
        while let Some(at) = open.pop() {
            let spot = self.spot_mut(at);
            spot.gone = true;
            open.extend(spot.children.iter().flatten());
        }
    }

    fn relate(&mut self, id: usize) -> Result<(), Untaken> {
        let form = self.form;
        for at in self.living(id) {
            let parent = self.spot(at).parent;
            let mut relevant = at == 0 || self.spot(parent).relevant;
            if let (true, Some(formula)) = (relevant, &form.question(id).relevant) {
                relevant = self.evaluate(formula, at)?.truth(self);
            }
            self.spot_mut(at).relevant = relevant;
        }
        Ok(())
    }

    fn work_out(&mut self, id: usize) -> Result<(), Untaken> {
        let form = self.form;
        let question = form.question(id);
        if question.kind.holds() {
            return Ok(());
        }
        for at in self.living(id) {
            let spot = self.spot(at);
            if !spot.relevant {
                continue;
            }
            let mut value = if spot.answered {
                None
            } else {
                self.first(id, at)?
            };
            if let Some(formula) = &question.calculation
                && (question.trigger.is_none() || !spot.answered)
            {
                if let Some(first) = value.take() {
                    self.spot_mut(at).value = first.text(self).into_owned();
                }
                value = Some(self.evaluate(formula, at)?);
            }
            let Some(value) = value else {
                continue;
            };
            let number = matches!(value, Value::Number(_));
            let text = match value {
                Value::Number(number) if number.is_nan() => String::new(),
                other => other.text(self).into_owned(),
            };
            let spot = self.spot_mut(at);
            (spot.value, spot.number) = (text, number);
        }
        Ok(())
    }

    fn first(&self, id: usize, at: u32) -> Result<Option<Value>, Stopped> {
        let question = self.form.question(id);
        let now = self.now();
        Ok(match (question.kind, &question.default) {
            (Kind::Start | Kind::End, _) => Some(Value::Text(now.to_owned())),
            (Kind::Today, _) => Some(Value::Text(now.chars().take(10).collect())),
            (_, FirstAnswer::None) => None,
            (_, FirstAnswer::Fixed(text)) => Some(Value::Text(text.clone())),
            (_, FirstAnswer::Dynamic(formula)) => Some(self.evaluate(formula, at)?),
        })
    }
}
