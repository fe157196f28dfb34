//! What the weaver has to know of operators.

use syn::{BinOp, Expr};

pub(crate) fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

/// How tightly an operator of numbers binds; 0 for all others, which bind less.
pub(crate) fn binds(sign: &str) -> u8 {
    match sign {
        "*" | "/" | "%" => 6,
        "+" | "-" => 5,
        "<<" | ">>" => 4,
        "&" => 3,
        "^" => 2,
        "|" => 1,
        _ => 0,
    }
}

pub(crate) const fn logical(op: &BinOp) -> bool {
    matches!(op, BinOp::And(_) | BinOp::Or(_))
}

pub(crate) fn same(one: &BinOp, other: &BinOp) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

/// The operators of a chain such as `a && b && c`, from left to right.
pub(crate) fn collect(expr: &Expr, operators: &mut Vec<BinOp>) {
    let Expr::Binary(binary) = expr else { return };
    if let Expr::Binary(left) = &*binary.left
        && same(&left.op, &binary.op)
    {
        collect(&binary.left, operators);
    }
    operators.push(binary.op);
}

pub(crate) const fn assigns(op: &BinOp) -> bool {
    matches!(
        op,
        BinOp::AddAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::BitXorAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_)
    )
}
