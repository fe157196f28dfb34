//! In which order a form is worked out; and that there is one.

use std::collections::{HashMap, VecDeque};

use super::finding::{Finding, Findings};
use super::model::{FirstAnswer, Form, Formula, Question, Task};
use super::reach;

/// Tasks so that each comes after what it needs; a circle is a finding.
pub(super) fn order(form: &Form, findings: &mut Findings) -> Vec<Task> {
    let (with_defaults, _) = sorted(&needs(form, true));
    let count = form.questions.len() * 3;
    if with_defaults.len() == count {
        return with_defaults.into_iter().map(task).collect();
    }
    // A default is worked out once, when the form is opened: a circle through it is none.
    let needs = needs(form, false);
    let (tasks, left) = sorted(&needs);
    if let Some(circle) = circle(&needs, &left) {
        tell(form, &circle, findings);
    }
    tasks.into_iter().map(task).collect()
}

fn task(number: usize) -> Task {
    match number % 3 {
        0 => Task::Instances(number / 3),
        1 => Task::Relevance(number / 3),
        _ => Task::Value(number / 3),
    }
}

fn instances(id: usize) -> usize {
    id * 3
}

fn relevance(id: usize) -> usize {
    id * 3 + 1
}

fn value(id: usize) -> usize {
    id * 3 + 2
}

/// For each task those that must be done before it.
fn needs(form: &Form, defaults: bool) -> Vec<Vec<usize>> {
    let mut needs = vec![Vec::new(); form.questions.len() * 3];
    for (id, question) in form.questions.iter().enumerate() {
        let add =
            |needs: &mut Vec<Vec<usize>>, task: usize, formula: Option<&Formula>, own: bool| {
                let mut list: Vec<usize> = Vec::new();
                if id > 0 {
                    list.push(relevance(question.parent));
                    list.extend(
                        question
                            .repeats
                            .iter()
                            .filter(|r| **r != id)
                            .map(|r| instances(*r)),
                    );
                }
                if let Some(formula) = formula {
                    for found in reach::reached(form, id, &formula.expr, own) {
                        list.extend(needed(form, found));
                    }
                }
                if let Some(slot) = needs.get_mut(task) {
                    slot.extend(list);
                }
            };
        add(
            &mut needs,
            instances(id),
            question.repeat_count.as_ref(),
            true,
        );
        add(&mut needs, relevance(id), question.relevant.as_ref(), true);
        add(&mut needs, value(id), question.calculation.as_ref(), false);
        if let Some(slot) = needs.get_mut(value(id)) {
            slot.push(relevance(id));
        }
        if let (FirstAnswer::Dynamic(formula), true) = (&question.default, defaults) {
            add(&mut needs, value(id), Some(formula), false);
        }
        if question.kind == super::Kind::Repeat
            && let Some(slot) = needs.get_mut(relevance(id))
        {
            slot.push(instances(id));
        }
    }
    needs
}

/// To use a question one needs its value, and whether it counts.
fn needed(form: &Form, id: usize) -> Vec<usize> {
    let question = form.question(id);
    let mut list = vec![relevance(id)];
    if !question.kind.holds() {
        list.push(value(id));
    }
    list.extend(question.repeats.iter().map(|repeat| instances(*repeat)));
    list
}

/// Tasks in order, and how many needs each had left.
fn sorted(needs: &[Vec<usize>]) -> (Vec<usize>, Vec<usize>) {
    let mut open: Vec<usize> = needs.iter().map(Vec::len).collect();
    let mut waiting: HashMap<usize, Vec<usize>> = HashMap::new();
    for (task, list) in needs.iter().enumerate() {
        for need in list {
            waiting.entry(*need).or_default().push(task);
        }
    }
    let mut ready: VecDeque<usize> = (0..needs.len())
        .filter(|task| open.get(*task) == Some(&0))
        .collect();
    let mut done = Vec::with_capacity(needs.len());
    while let Some(task) = ready.pop_front() {
        done.push(task);
        for next in waiting.remove(&task).unwrap_or_default() {
            if let Some(count) = open.get_mut(next) {
                *count -= 1;
                if *count == 0 {
                    ready.push_back(next);
                }
            }
        }
    }
    (done, open)
}

/// One circle among the tasks that could not be done.
fn circle(needs: &[Vec<usize>], left: &[usize]) -> Option<Vec<usize>> {
    let stuck = |task: &usize| left.get(*task).is_some_and(|count| *count > 0);
    let mut at = (0..left.len()).find(|task| stuck(task))?;
    let mut seen: Vec<usize> = Vec::new();
    let mut place: HashMap<usize, usize> = HashMap::new();
    loop {
        if let Some(from) = place.get(&at) {
            return seen.get(*from..).map(<[usize]>::to_vec);
        }
        place.insert(at, seen.len());
        seen.push(at);
        at = needs.get(at)?.iter().copied().find(|task| stuck(task))?;
    }
}

fn tell(form: &Form, circle: &[usize], findings: &mut Findings) {
    let mut ids: Vec<usize> = circle.iter().map(|task| task / 3).collect();
    ids.dedup();
    if ids.len() > 1 && ids.first() == ids.last() {
        ids.pop();
    }
    let names: Vec<&str> = ids
        .iter()
        .take(10)
        .map(|id| form.question(*id).name.as_str())
        .collect();
    let Some((at, question)) = circle
        .iter()
        .map(|task| (*task, form.question(task / 3)))
        .min_by_key(|(task, question)| (formula_of(*task, question).is_none(), question.row))
    else {
        return;
    };
    let why = match names.as_slice() {
        [only] => format!("{only} depends on itself"),
        many => format!(
            "these depend on each other in a circle: {} -> {}",
            many.join(" -> "),
            many.first().unwrap_or(&"")
        ),
    };
    let finding = Finding::problem(why).in_sheet("survey").row(question.row);
    findings.push(match formula_of(at, question) {
        Some(formula) => finding
            .cell(question.row, formula.column)
            .under(formula.header),
        None => finding,
    });
}

fn formula_of(task: usize, question: &Question) -> Option<&Formula> {
    match task % 3 {
        0 => question.repeat_count.as_ref(),
        1 => question.relevant.as_ref(),
        _ => question.calculation.as_ref(),
    }
}
