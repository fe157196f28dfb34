//! A form as JSON, for the browser's interpreter and for other programs.

use serde_json::{Map, Value, json};

use super::model::{FirstAnswer, Form, Formula, List, Question, Task};

impl Form {
    /// All that `client/expression.js` needs to work the form out as the server does.
    pub fn to_json(&self) -> Value {
        let order: Vec<Value> = self
            .order
            .iter()
            .map(|task| match task {
                Task::Instances(id) => json!(["instances", id]),
                Task::Relevance(id) => json!(["relevance", id]),
                Task::Value(id) => json!(["value", id]),
            })
            .collect();
        json!({
            "title": self.settings.title,
            "id": self.settings.id,
            "version": self.settings.version,
            "default_language": self.settings.default_language,
            "languages": self.languages,
            "questions": self.questions.iter().map(question).collect::<Vec<_>>(),
            "lists": self.lists.iter().map(list).collect::<Vec<_>>(),
            "order": order,
        })
    }
}

fn question(question: &Question) -> Value {
    let mut map = Map::new();
    map.insert("name".to_owned(), json!(question.name));
    map.insert("path".to_owned(), json!(question.path));
    map.insert("kind".to_owned(), json!(question.kind.name()));
    map.insert("parent".to_owned(), json!(question.parent));
    map.insert("place".to_owned(), json!(question.place));
    let mut put = |name: &str, empty: bool, value: Value| {
        if !empty {
            map.insert(name.to_owned(), value);
        }
    };
    put(
        "children",
        question.children.is_empty(),
        json!(question.children),
    );
    put(
        "repeats",
        question.repeats.is_empty(),
        json!(question.repeats),
    );
    for (name, texts) in [
        ("label", &question.label),
        ("hint", &question.hint),
        ("guidance", &question.guidance),
        ("constraint_message", &question.constraint_message),
        ("required_message", &question.required_message),
    ] {
        put(name, texts.is_empty(), json!(texts));
    }
    put("media", question.media.is_empty(), json!(question.media));
    for (name, formula) in formulas(question) {
        put(
            name,
            formula.is_none(),
            json!(formula.map(|f| f.expr.to_json())),
        );
    }
    match &question.default {
        FirstAnswer::None => {}
        FirstAnswer::Fixed(text) => put("default", false, json!(text)),
        FirstAnswer::Dynamic(formula) => put("dynamic_default", false, formula.expr.to_json()),
    }
    put(
        "trigger",
        question.trigger.is_none(),
        json!(question.trigger),
    );
    put(
        "appearance",
        question.appearance.is_empty(),
        json!(question.appearance),
    );
    put(
        "parameters",
        question.parameters.is_empty(),
        json!(question.parameters),
    );
    put("list", question.list.is_none(), json!(question.list));
    Value::Object(map)
}

/// The conditions of a question, by name.
pub fn formulas(question: &Question) -> [(&'static str, Option<&Formula>); 7] {
    [
        ("relevant", question.relevant.as_ref()),
        ("required", question.required.as_ref()),
        ("constraint", question.constraint.as_ref()),
        ("calculation", question.calculation.as_ref()),
        ("readonly", question.readonly.as_ref()),
        ("choice_filter", question.choice_filter.as_ref()),
        ("repeat_count", question.repeat_count.as_ref()),
    ]
}

fn list(list: &List) -> Value {
    let rows: Vec<Value> = list
        .rows
        .iter()
        .map(|row| json!({"name": row.name, "label": row.label, "cells": row.cells}))
        .collect();
    json!({"name": list.name, "known": list.known, "columns": list.columns, "rows": rows})
}
