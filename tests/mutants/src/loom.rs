//! Weaving until it compiles: what the compiler does not accept is left out and told.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use anyhow::{Context, Result, ensure};

use crate::{
    list::Mutant,
    weave::{Numbered, Woven, weave},
    workshop::{Binary, Complaint, Workshop},
};

/// One build that holds many mutants.
pub struct Cloth {
    /// Its test binaries.
    pub binaries: Vec<Binary>,
    /// The numbers of the mutants in it.
    pub woven: BTreeSet<u32>,
    /// The numbers of those that do not compile, and what the compiler says.
    pub refused: BTreeMap<u32, String>,
}

/// Weaves all mutants that can be woven.
///
/// # Errors
/// When something else than a mutant does not compile.
pub fn weave_all(workshop: &Workshop, mutants: &[Mutant]) -> Result<Cloth> {
    let originals = read(workshop, mutants)?;
    let everything = sources(workshop)?;
    let (mut refused, mut constant) = (BTreeMap::new(), Vec::new());
    loop {
        let mut cloth = BTreeMap::new();
        for (file, text) in &everything {
            let here: Vec<Numbered> = (1..)
                .zip(mutants)
                .filter(|(number, mutant)| mutant.file == *file && !refused.contains_key(number))
                .collect();
            let mut woven = weave(text, &here, &constant).context(file.clone())?;
            if file.ends_with("src/lib.rs") {
                woven.text += include_str!("switch.txt");
            }
            fs::write(workshop.root.join(file), &woven.text)?;
            cloth.insert(file.clone(), woven);
        }
        match workshop.build()? {
            Ok(binaries) => {
                for (file, text) in &originals {
                    fs::write(workshop.root.join(file), text)?;
                }
                let woven = cloth.values().flat_map(|woven| woven.numbers.clone());
                return Ok(Cloth {
                    binaries,
                    woven: woven.collect(),
                    refused,
                });
            }
            Err(complaints) => {
                let before = (refused.len(), constant.len());
                for complaint in &complaints {
                    blame(complaint, &cloth, &mut refused, &mut constant);
                }
                eprintln!(
                    "{} do not compile, {} functions stay const",
                    refused.len(),
                    constant.len()
                );
                ensure!(
                    before != (refused.len(), constant.len()),
                    "does not compile, and not for a mutant: {complaints:#?}"
                );
            }
        }
    }
}

/// The texts of the files that have mutants.
///
/// # Errors
/// When a file cannot be read.
pub fn read(workshop: &Workshop, mutants: &[Mutant]) -> Result<BTreeMap<String, String>> {
    let files: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.file.as_str()).collect();
    let text = |file: &str| {
        Ok((
            file.to_owned(),
            fs::read_to_string(workshop.root.join(file))?,
        ))
    };
    files.into_iter().map(text).collect()
}

// Also files without mutants: their functions must not be `const` where they call others.
fn sources(workshop: &Workshop) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![workshop.folder().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let name = path.strip_prefix(&workshop.root)?.display().to_string();
                found.insert(name, fs::read_to_string(&path)?);
            }
        }
    }
    Ok(found)
}

fn blame(
    complaint: &Complaint,
    cloth: &BTreeMap<String, Woven>,
    refused: &mut BTreeMap<u32, String>,
    constant: &mut Vec<String>,
) {
    if let Some(name) = not_constant(&complaint.message) {
        if !constant.contains(&name) {
            constant.push(name);
        }
        return;
    }
    for (file, from, to) in &complaint.spans {
        let Some(woven) = cloth.get(file) else {
            continue;
        };
        let within = |(a, b, _): &&(usize, usize, Vec<u32>)| a <= from && to <= b;
        let added = woven.added.iter().find(within);
        let around = woven
            .reach
            .iter()
            .filter(within)
            .min_by_key(|(a, b, _)| b - a);
        let mutants = added
            .filter(|(_, _, numbers)| !numbers.is_empty())
            .or(around);
        for number in mutants.into_iter().flat_map(|(_, _, numbers)| numbers) {
            refused.insert(*number, complaint.message.clone());
        }
    }
}

/// The function that has to stay `const`, from "cannot call non-const method `Classes::of` in
/// constants".
fn not_constant(message: &str) -> Option<String> {
    let path = message
        .strip_prefix("cannot call non-const ")?
        .split('`')
        .nth(1)?;
    let path = path
        .split('<')
        .next()
        .filter(|path| !path.is_empty())
        .unwrap_or(path);
    let name = path.trim_end_matches(':').rsplit("::").next()?;
    Some(name.to_owned())
}
