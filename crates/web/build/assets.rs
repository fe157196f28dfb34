//! Names every file of `client/` after its content and presses it once, at the best level.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::locales::{name, sorted};

/// Writes the pressed files and `assets.rs`, a table of them.
pub fn press(folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut waiting = BTreeMap::new();
    for path in sorted(folder)?
        .iter()
        .filter(|path| kind_of(&name(path)).is_some())
    {
        println!("cargo:rerun-if-changed={}", path.display());
        waiting.insert(name(path), fs::read_to_string(path)?);
    }
    let names: Vec<String> = waiting.keys().cloned().collect();
    let mut hashed: BTreeMap<String, String> = BTreeMap::new();
    let mut table = String::from("&[\n");
    while let Some(ready) = waiting.iter().find(|(_, text)| {
        mentions(text, &names)
            .iter()
            .all(|n| hashed.contains_key(*n))
    }) {
        let file = ready.0.clone();
        let text = hashed.iter().fold(
            waiting.remove(&file).unwrap_or_default(),
            |text, (plain, hashed)| {
                text.replace(&format!("\"./{plain}\""), &format!("\"./{hashed}\""))
            },
        );
        let hashed_name = with_hash(&file, &text);
        writeln!(table, "{}", row(&file, &hashed_name, &text, out)?)?;
        hashed.insert(file, hashed_name);
    }
    if !waiting.is_empty() {
        return Err(format!(
            "files of client/ that name each other in a circle: {:?}",
            waiting.keys()
        )
        .into());
    }
    table.push(']');
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}

/// Other files that this one names as `"./name"`: imports of modules, `url("./name")` of styles.
fn mentions<'a>(text: &str, names: &'a [String]) -> Vec<&'a String> {
    names
        .iter()
        .filter(|name| text.contains(&format!("\"./{name}\"")))
        .collect()
}

fn with_hash(file: &str, text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let short: String = digest
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    match file.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{short}.{ending}"),
        None => format!("{file}.{short}"),
    }
}

fn row(file: &str, hashed: &str, text: &str, out: &Path) -> Result<String, Box<dyn Error>> {
    let kind = kind_of(file).unwrap_or("application/octet-stream");
    fs::write(out.join(hashed), text)?;
    let mut pressed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut text.as_bytes(), &mut pressed, &params)?;
    fs::write(out.join(format!("{hashed}.br")), pressed)?;
    Ok(format!(
        "    Asset {{ name: {file:?}, path: {:?}, kind: {kind:?}, plain: include_bytes!(concat!(env!(\"OUT_DIR\"), {:?})), \
         pressed: include_bytes!(concat!(env!(\"OUT_DIR\"), {:?})) }},",
        format!("/assets/{hashed}"),
        format!("/{hashed}"),
        format!("/{hashed}.br"),
    ))
}

fn kind_of(file: &str) -> Option<&'static str> {
    match file.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "webmanifest" => Some("application/manifest+json"),
        _ => None,
    }
}
