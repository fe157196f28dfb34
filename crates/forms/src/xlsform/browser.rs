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
    let mut put = |name: &str, value: Value| {
        if !is_empty(&value) {
            map.insert(name.to_owned(), value);
        }
    };
    put("children", json!(question.children));
    put("repeats", json!(question.repeats));
    put("label", json!(question.label));
    put("hint", json!(question.hint));
    put("guidance", json!(question.guidance));
    put("constraint_message", json!(question.constraint_message));
    put("required_message", json!(question.required_message));
    put("media", json!(question.media));
    for (name, formula) in formulas(question) {
        put(name, json!(formula.map(|one| one.expr.to_json())));
    }
    match &question.default {
        FirstAnswer::None => {}
        FirstAnswer::Fixed(text) => put("default", json!(text)),
        FirstAnswer::Dynamic(formula) => put("dynamic_default", formula.expr.to_json()),
    }
    put("trigger", json!(question.trigger));
    put("appearance", json!(question.appearance));
    put("parameters", json!(question.parameters));
    put("list", json!(question.list));
    put("answers_of", json!(question.answers_of));
    Value::Object(map)
}

/// What says nothing is left out.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(all) => all.is_empty(),
        Value::Object(all) => all.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
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
