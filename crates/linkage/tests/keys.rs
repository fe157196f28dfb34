//! Index keys: spellings of one name meet, names of different people mostly do not.

use linkage::{keys, near_keys};

fn meet(one: &str, other: &str) -> bool {
    let others = keys(other);
    keys(one).iter().any(|key| others.contains(key))
}

#[test]
fn spellings_of_one_name_share_a_key() {
    let pairs = [
        ("محمد", "Mohamed"),
        ("محمد", "Mouhammad"),
        ("عثمان", "Osman"),
        ("Othman", "Usmaan"),
        ("عبد الرحمن", "Abdurrahman"),
        ("Abd al-Rahman", "Abdirahman"),
        ("عبدالله", "Abdallah"),
        ("عبد الله", "Abdullahi"),
        ("خديجة", "Khadija"),
        ("Jadiya", "Khadija"),
        ("Gamal", "Djamel"),
        ("جمال", "Gamal"),
        ("قاسم", "Gasim"),
        ("Qassem", "Kacem"),
        ("شريف", "Cherif"),
        ("Sharif", "Scherif"),
        ("يوسف", "Youssouf"),
        ("نور الدين", "Noureddine"),
        ("Nur al-Din", "Nuruddin"),
        ("رمضان", "Ramazan"),
        ("Ramadhan", "Ramadan"),
        ("ገብረመስቀል", "Gebre Meskel"),
        ("Ghebremeskel", "Gabremaskal"),
        ("ተስፋይ", "Tesfai"),
        ("Tsegay", "Tzegai"),
        ("Xasan", "Hassan"),
        ("Cabdi", "Abdi"),
        ("রহমান", "Rahman"),
        ("Coulibaly", "Koulibali"),
        ("N'Diaye", "Ndiaye"),
        ("Boubacar", "Aboubakar"),
        ("Al-Hassan", "Alhassane"),
        ("Vásquez", "Basquez"),
        ("Юсуф", "Yusuf"),
        ("گل محمد", "Gul Mohammad"),
        ("Haile Mikael", "Hailemichael"),
    ];
    let apart: Vec<_> = pairs
        .iter()
        .filter(|(one, other)| !meet(one, other))
        .map(|(one, other)| (one, keys(one), other, keys(other)))
        .collect();
    assert!(apart.is_empty(), "{apart:#?}");
}

#[test]
fn other_names_do_not() {
    for (one, other) in [
        ("Mariam", "Kibrom"),
        ("Diallo", "Hernandez"),
        ("فاطمة", "Tesfay"),
        ("Rahman", "Selam"),
    ] {
        assert!(
            !meet(one, other),
            "{one} {:?} {other} {:?}",
            keys(one),
            keys(other)
        );
    }
}

#[test]
fn the_order_of_parts_and_an_empty_name_do_not_matter() {
    assert!(meet("Keita Mariam", "Mariam"));
    assert!(keys("").is_empty());
    assert!(keys("—").is_empty());
    assert!(keys("Unknown").is_empty());
}

#[test]
fn a_slip_of_the_pen_is_found_by_the_near_keys() {
    for (slip, name) in [
        ("Kbrrom", "Kibrom"),
        ("Matyam", "Maryam"),
        ("Hrenandez", "Hernandez"),
        ("Aminsta", "Aminata"),
    ] {
        let near = near_keys(name);
        assert!(
            near_keys(slip).iter().any(|key| near.contains(key)),
            "{slip} {name}"
        );
    }
}
