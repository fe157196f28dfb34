//! A workbook back to files: `.xlsx`, or a CSV file for each sheet.

use rust_xlsxwriter::{Format, Workbook};

use super::book::{Book, Sheet};

impl Book {
    /// The workbook as an `.xlsx` file. Every cell is text, so nothing in it can become a formula.
    ///
    /// # Errors
    ///
    /// In one sentence why it cannot be written.
    pub fn to_xlsx(&self) -> Result<Vec<u8>, String> {
        let mut workbook = Workbook::new();
        let bold = Format::new().set_bold();
        for sheet in &self.sheets {
            let page = workbook.add_worksheet();
            let named = page.set_name(&sheet.name).map(|_| ());
            named.map_err(|problem| problem.to_string())?;
            for (row, cells) in sheet.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate().filter(|(_, c)| !c.is_empty()) {
                    let place = (
                        u32::try_from(row).map_err(|problem| problem.to_string())?,
                        u16::try_from(column).map_err(|problem| problem.to_string())?,
                    );
                    let written = if row == 0 {
                        page.write_string_with_format(place.0, place.1, cell, &bold)
                    } else {
                        page.write_string(place.0, place.1, cell)
                    };
                    written.map_err(|problem| problem.to_string())?;
                }
            }
            let frozen = page.set_freeze_panes(1, 0).map(|_| ());
            frozen.map_err(|problem| problem.to_string())?;
        }
        workbook
            .save_to_buffer()
            .map_err(|problem| problem.to_string())
    }

    /// Each sheet as the text of a CSV file, with its name. It is read back by this program and in
    /// a comparison of two versions; spreadsheet programs get the `.xlsx`.
    ///
    /// # Errors
    ///
    /// In one sentence why it cannot be written.
    pub fn to_csv(&self) -> Result<Vec<(String, String)>, String> {
        self.sheets
            .iter()
            .map(|sheet| Ok((sheet.name.clone(), csv_text(sheet)?)))
            .collect()
    }
}

fn csv_text(sheet: &Sheet) -> Result<String, String> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in &sheet.rows {
        let padded = (0..width).map(|column| row.get(column).map_or("", String::as_str));
        writer
            .write_record(padded)
            .map_err(|problem| problem.to_string())?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|problem| problem.error().to_string())?;
    String::from_utf8(bytes).map_err(|problem| problem.to_string())
}
