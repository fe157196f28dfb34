//! All mutants of a file woven into its text, each behind a switch, so that one build holds all.
//!
//! A mutant that changes an operator keeps what cargo-mutants' change of the text means, also
//! where the other operator binds differently: `a && b && c` becomes `a || (b && c)`.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result};
use proc_macro2::{LineColumn, Span};
use syn::{BinOp, Expr, spanned::Spanned, visit::Visit};

use crate::{
    list::{Genre, Lines, Mutant, Place},
    signs::{assigns, binds, collect, has_let, logical},
};

/// A mutant and its number.
pub type Numbered<'m> = (u32, &'m Mutant);

/// A text with its mutants.
#[derive(Default)]
pub struct Woven {
    /// The text.
    pub text: String,
    /// The numbers of the mutants in it.
    pub numbers: Vec<u32>,
    /// Which bytes of the text were added for which mutants.
    pub added: Vec<(usize, usize, Vec<u32>)>,
    /// Which bytes an operator with mutants reaches over.
    pub reach: Vec<(usize, usize, Vec<u32>)>,
}

/// Weaves the mutants of one file. Functions named in `constant` stay `const`, all others lose it,
/// because a switch is read while the program runs.
///
/// # Errors
/// When the text is not Rust.
pub fn weave(text: &str, mutants: &[Numbered], constant: &[String]) -> Result<Woven> {
    let file = syn::parse_file(text).context("not Rust")?;
    let mut weaver = Weaver {
        text,
        lines: Lines::of(text),
        at: HashMap::new(),
        edits: BTreeMap::new(),
        constant,
        woven: Woven::default(),
        spans: Vec::new(),
        labels: 0,
    };
    for (number, mutant) in mutants {
        let key = (mutant.genre, mutant.span.start);
        weaver.at.entry(key).or_default().push((*number, mutant));
    }
    weaver.visit_file(&file);
    Ok(weaver.finish())
}

/// What happens at one byte: closers of what ends here, openers of what begins here, text that
/// stands in place of what follows.
#[derive(Default)]
struct Edit {
    closers: Vec<(String, Vec<u32>)>,
    openers: Vec<(String, Vec<u32>)>,
    skip_to: Option<usize>,
}

struct Weaver<'t> {
    text: &'t str,
    lines: Lines,
    at: HashMap<(Genre, Place), Vec<Numbered<'t>>>,
    edits: BTreeMap<usize, Edit>,
    constant: &'t [String],
    woven: Woven,
    spans: Vec<(usize, usize, Vec<u32>)>,
    labels: u32,
}

const ON: &str = "crate::mutants_switch::on";

impl Weaver<'_> {
    fn range(&self, span: Span) -> (usize, usize) {
        let byte = |at: LineColumn| self.lines.byte(self.text, place(at));
        (byte(span.start()), byte(span.end()))
    }

    fn take(&mut self, genre: Genre, span: Span) -> Vec<(u32, String)> {
        let found = self.at.remove(&(genre, place(span.start())));
        let found = found.unwrap_or_default();
        self.woven.numbers.extend(found.iter().map(|(n, _)| *n));
        let with = |(number, mutant): Numbered| (number, mutant.replacement.clone());
        found.into_iter().map(with).collect()
    }

    fn open(&mut self, at: usize, text: String, numbers: &[u32]) {
        let edit = self.edits.entry(at).or_default();
        edit.openers.push((text, numbers.to_vec()));
    }

    // What is visited later lies within, so it ends first.
    fn close(&mut self, at: usize, text: String, numbers: &[u32]) {
        let edit = self.edits.entry(at).or_default();
        edit.closers.insert(0, (text, numbers.to_vec()));
    }

    fn wrap(&mut self, range: (usize, usize), before: String, after: String, numbers: &[u32]) {
        self.open(range.0, before, numbers);
        self.close(range.1, after, numbers);
        self.spans.push((range.0, range.1, numbers.to_vec()));
    }

    fn replace(&mut self, range: (usize, usize), text: String, numbers: &[u32]) {
        self.open(range.0, text, numbers);
        self.edits.entry(range.0).or_default().skip_to = Some(range.1);
    }

    fn function(&mut self, sig: &syn::Signature, block: &syn::Block) {
        let name = sig.ident.to_string();
        if let Some(word) = sig.constness.filter(|_| !self.constant.contains(&name)) {
            let range = self.range(word.span());
            self.replace(range, String::new(), &[]);
        }
        let returns_impl = matches!(&sig.output, syn::ReturnType::Type(_, ty)
            if matches!(**ty, syn::Type::ImplTrait(_)));
        let stays = sig.constness.is_some() && self.constant.contains(&name);
        if let Some(first) = block.stmts.first().filter(|_| !stays && !returns_impl) {
            let inside = self.range(block.brace_token.span.open()).1;
            for (number, value) in self.take(Genre::FnValue, first.span()) {
                let text = format!(" if {ON}({number}) {{ return {value}; }} ");
                self.open(inside, text, &[number]);
            }
        }
        // The mutants within a function that stays `const` cannot ask a switch.
        if !stays {
            syn::visit::visit_block(self, block);
        }
    }

    fn compared(&mut self, binary: &syn::ExprBinary, found: &[(u32, String)]) {
        let numbers: Vec<u32> = found.iter().map(|(number, _)| *number).collect();
        let (whole, op) = (self.range(binary.span()), self.range(binary.op.span()));
        let sign = &self.text[op.0..op.1];
        let mut choice = String::new();
        for (number, other) in found {
            choice += &format!("if {ON}({number}) {{ *l_ {other} *r_ }} else ");
        }
        let end = format!(")) {{ (l_, r_) => {choice}{{ *l_ {sign} *r_ }} }})");
        self.wrap(whole, "(match (&(".into(), end, &numbers);
        self.replace(op, "), &(".into(), &numbers);
    }

    fn calculated(&mut self, binary: &syn::ExprBinary, found: &[(u32, String)]) {
        let numbers: Vec<u32> = found.iter().map(|(number, _)| *number).collect();
        let (whole, op) = (self.range(binary.span()), self.range(binary.op.span()));
        let sign = &self.text[op.0..op.1];
        let mut choice = String::new();
        for (number, other) in found {
            choice += &format!("if {ON}({number}) {{ l_ {other} r_ }} else ");
        }
        let end = format!(")) {{ (l_, r_) => {choice}{{ l_ {sign} r_ }} }})");
        self.wrap(whole, "(match ((".into(), end, &numbers);
        self.replace(op, "), (".into(), &numbers);
    }

    fn assigned(&mut self, binary: &syn::ExprBinary, found: &[(u32, String)]) {
        let numbers: Vec<u32> = found.iter().map(|(number, _)| *number).collect();
        let (whole, left) = (self.range(binary.span()), self.range(binary.left.span()));
        let op = self.range(binary.op.span());
        let (sign, to) = (&self.text[op.0..op.1], &self.text[left.0..left.1]);
        let mut choice = String::new();
        for (number, other) in found {
            choice += &format!("if {ON}({number}) {{ {to} {other} r_ }} else ");
        }
        let end = format!(") {{ r_ => {choice}{{ {to} {sign} r_ }} }})");
        self.wrap(whole, "(match (".into(), end, &numbers);
        self.replace((left.0, op.1), String::new(), &numbers);
    }

    // In `a - b - c` the change of a minus into `/` changes what belongs together. Such mutants
    // are left to be built on their own.
    fn leave_what_binds_differently(&mut self, binary: &syn::ExprBinary) {
        if self.sign(&binary.op) == 0 {
            return;
        }
        for operand in [&binary.left, &binary.right] {
            if let Expr::Binary(inner) = &**operand {
                for op in [&binary.op, &inner.op] {
                    let sign = self.sign(op);
                    let key = (Genre::BinaryOperator, place(op.span().start()));
                    if let Some(found) = self.at.get_mut(&key) {
                        found.retain(|(_, mutant)| binds(&mutant.replacement) == sign);
                    }
                }
            }
        }
    }

    fn sign(&self, op: &BinOp) -> u8 {
        let (from, to) = self.range(op.span());
        binds(&self.text[from..to])
    }

    /// A chain of one logical operator, asked from left to right. Where `&&` is read as `||`, a
    /// yes so far is the answer and a no begins anew with what follows; where `||` is read as
    /// `&&`, only the neighbour has to agree.
    fn chained(&mut self, chain: &Expr) {
        let mut operators = Vec::new();
        collect(chain, &mut operators);
        let found: Vec<_> = operators
            .iter()
            .map(|op| self.take(Genre::BinaryOperator, op.span()).pop())
            .collect();
        let numbers: Vec<u32> = found.iter().flatten().map(|(number, _)| *number).collect();
        if numbers.is_empty() {
            return;
        }
        self.labels += 1;
        let label = format!("'chain{}", self.labels);
        let begin = format!("({label}: {{ let mut v_ = (");
        self.wrap(self.range(chain.span()), begin, "); v_ })".into(), &numbers);
        for (op, mutant) in operators.iter().zip(found) {
            let restart = format!("{{ if v_ {{ break {label} true }} true }}");
            let on = mutant.map_or_else(|| "false".into(), |(number, _)| format!("{ON}({number})"));
            let (yes, no) = match op {
                BinOp::And(_) => (restart.as_str(), "{ v_ }"),
                _ => ("{ v_ }", restart.as_str()),
            };
            let text = format!("); v_ = (if {on} {yes} else {no}) && (");
            let range = self.range(op.span());
            self.replace(range, text, &numbers);
        }
    }

    fn finish(mut self) -> Woven {
        let mut position = 0;
        let mut moved = BTreeMap::new();
        let out = &mut self.woven;
        for (at, edit) in &self.edits {
            if *at > position {
                out.text.push_str(&self.text[position..*at]);
                position = *at;
            }
            for (text, numbers) in edit.closers.iter().chain(&edit.openers) {
                let from = out.text.len();
                out.text.push_str(text);
                out.added.push((from, out.text.len(), numbers.clone()));
            }
            moved.insert(*at, out.text.len());
            position = edit.skip_to.unwrap_or(position).max(position);
        }
        out.text.push_str(&self.text[position..]);
        for (from, to, numbers) in self.spans {
            out.reach.push((moved[&from], moved[&to], numbers));
        }
        self.woven
    }
}

fn place(at: LineColumn) -> Place {
    Place {
        line: at.line,
        column: at.column + 1,
    }
}

impl<'ast> Visit<'ast> for Weaver<'_> {
    // Nothing can ask a switch before the program runs.
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
    fn visit_type(&mut self, _: &'ast syn::Type) {}

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, block);
        }
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        if logical(&binary.op) {
            // With `let` in it, a chain cannot be read any other way; cargo-mutants finds such
            // mutants unviable.
            if !has_let(&binary.left) && !has_let(&binary.right) {
                self.chained(&Expr::Binary(binary.clone()));
            }
            syn::visit::visit_expr_binary(self, binary);
            return;
        }
        self.leave_what_binds_differently(binary);
        let found = self.take(Genre::BinaryOperator, binary.op.span());
        let numbers: Vec<u32> = found.iter().map(|(number, _)| *number).collect();
        match (&binary.op, found.as_slice()) {
            (_, []) => {}
            (BinOp::Eq(_) | BinOp::Ne(_), [(number, _)]) => {
                let range = self.range(binary.span());
                let before = format!("({ON}({number}) ^ (");
                self.wrap(range, before, "))".into(), &numbers);
            }
            (BinOp::Lt(_) | BinOp::Gt(_) | BinOp::Le(_) | BinOp::Ge(_), found) => {
                self.compared(binary, found);
            }
            (op, found) if assigns(op) => {
                self.assigned(binary, found);
                self.visit_expr(&binary.right);
                return;
            }
            (_, found) => self.calculated(binary, found),
        }
        syn::visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast syn::ExprUnary) {
        for (number, _) in self.take(Genre::UnaryOperator, unary.op.span()) {
            let (op, inner) = (self.range(unary.op.span()), self.range(unary.expr.span()));
            let sign = &self.text[op.0..op.1];
            let end = format!(") {{ v_ => if {ON}({number}) {{ v_ }} else {{ {sign}v_ }} }})");
            self.replace(op, "(match (".into(), &[number]);
            self.wrap(inner, String::new(), end, &[number]);
        }
        syn::visit::visit_expr_unary(self, unary);
    }

    fn visit_expr_match(&mut self, item: &'ast syn::ExprMatch) {
        // A catch-all with a guard does not catch all: whether the match still covers everything
        // without an arm is for a build of its own to say.
        let catches = |arm: &syn::Arm| matches!(arm.pat, syn::Pat::Wild(_)) && arm.guard.is_none();
        let covered = item.arms.iter().any(catches);
        for arm in &item.arms {
            let deleted = match covered {
                true => self.take(Genre::MatchArm, arm.span()),
                false => Vec::new(),
            };
            for (number, _) in deleted {
                let end = self.range(arm.pat.span()).1;
                self.close(end, format!(" if !{ON}({number})"), &[number]);
            }
            let Some((_, guard)) = &arm.guard else {
                continue;
            };
            for (number, value) in self.take(Genre::MatchArmGuard, guard.span()) {
                let test = match value.as_str() {
                    "true" => format!("({ON}({number}) || ("),
                    _ => format!("(!{ON}({number}) && ("),
                };
                self.wrap(self.range(guard.span()), test, "))".into(), &[number]);
            }
        }
        syn::visit::visit_expr_match(self, item);
    }

    fn visit_expr_struct(&mut self, item: &'ast syn::ExprStruct) {
        let base = item.rest.as_ref().map(|rest| self.range(rest.span()));
        for field in item.fields.iter().filter(|_| base.is_some()) {
            let (from, to) = base.unwrap_or_default();
            let name = self.range(field.member.span());
            for (number, _) in self.take(Genre::StructField, field.span()) {
                let left = format!(
                    "if {ON}({number}) {{ ({}).{} }} else {{ ",
                    &self.text[from..to],
                    &self.text[name.0..name.1]
                );
                let range = self.range(field.expr.span());
                let short = if field.colon_token.is_none() {
                    ": "
                } else {
                    ""
                };
                if short.is_empty() {
                    self.wrap(range, left, " }".into(), &[number]);
                } else {
                    let named = &self.text[name.0..name.1];
                    self.close(range.1, format!(": {left}{named} }}"), &[number]);
                }
            }
        }
        syn::visit::visit_expr_struct(self, item);
    }
}
