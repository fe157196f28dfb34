//! Any bytes as a workbook, and any text as its sheets. `cargo +nightly fuzz run spreadsheet` in `crates/forms`.
#![no_main]

use forms::sitting::{Around, Sitting};
use forms::xlsform::{Book, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut books: Vec<Book> = Book::from_xlsx(bytes).into_iter().collect();
    if let Ok(text) = std::str::from_utf8(bytes) {
        books.extend(Book::from_joined_csv(text));
        books.extend(Book::from_csv(&[("survey", text)]));
    }
    for book in books {
        if let Ok(form) = read(book) {
            let around = Around::at("2026-11-22T09:30:00.000+01:00", &|| 0.5);
            if let Ok(sitting) = Sitting::new(&form, &serde_json::Map::new(), &around) {
                let _ = sitting.outcome();
            }
        }
    }
});
