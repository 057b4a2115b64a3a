//! The order of the WebAssembly's functions: those that are alike stand side by side, so that compression finds what they share.
//!
//! wasm-opt sorts functions by their names. So they are given names here, which are their places; wasm-opt takes the names away again.

use crate::Failure;
use std::collections::BTreeMap;

/// How many bytes in a row are taken as one sign of likeness: an instruction or two.
const SIGN: usize = 4;
/// A sign that more functions than these share says nothing of any.
const COMMON: usize = 200;

/// The sections of a module that matter here, by their numbers in the WebAssembly specification.
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
/// The part of the section `name` that names functions.
const FUNCTION_NAMES: u8 = 1;
/// Magic number and version.
const HEAD: usize = 8;

/// The module with its functions named by their places.
///
/// # Errors
/// It is no module, or one that imports something else than functions.
pub(super) fn named(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    named_if_sound(wasm)
        .ok_or_else(|| Failure::new("wasm-opt wrote another module than xtask/src/program/order.rs expects."))
}

fn named_if_sound(wasm: &[u8]) -> Option<Vec<u8>> {
    let (mut module, mut rest) = (wasm.get(..HEAD)?.to_vec(), wasm.get(HEAD..)?);
    let (mut imports, mut bodies) = (0, Vec::new());
    while !rest.is_empty() {
        let whole = rest;
        let (id, content) = (byte(&mut rest)?, bytes(&mut rest)?);
        match id {
            IMPORTS => imports = functions_imported(content)?,
            CODE => bodies = functions(content)?,
            _ => {}
        }
        if id != CUSTOM {
            module.extend(&whole[..whole.len() - rest.len()]);
        }
    }
    let mut places = vec![0; bodies.len()];
    for (place, nth) in order(&bodies).into_iter().enumerate() {
        places[nth] = place;
    }
    let mut names = number(bodies.len());
    for (nth, place) in places.into_iter().enumerate() {
        names.extend(number(imports + nth));
        names.extend(sized(format!("{place:06}").as_bytes()));
    }
    let mut section = sized(b"name");
    section.push(FUNCTION_NAMES);
    section.extend(sized(&names));
    module.push(CUSTOM);
    module.extend(sized(&section));
    Some(module)
}

/// Each function after the one that it shares most with, the longest first.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let signs: Vec<Vec<&[u8]>> = bodies.iter().map(|body| signs(body)).collect();
    let mut owners: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (nth, signs) in signs.iter().enumerate() {
        signs.iter().for_each(|sign| owners.entry(sign).or_default().push(nth));
    }
    let mut order = Vec::new();
    let mut is_left = vec![true; bodies.len()];
    let longest = (0..bodies.len()).rev().max_by_key(|nth| bodies[*nth].len());
    let mut next = longest;
    while let Some(here) = next {
        order.push(here);
        is_left[here] = false;
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for sign in &signs[here] {
            let owners = &owners[sign];
            for other in owners.iter().filter(|other| owners.len() < COMMON && is_left[**other]) {
                *shared.entry(*other).or_default() += 1;
            }
        }
        // Of two that are as much alike, the first.
        let likeness =
            |(other, shared): &(usize, usize)| *shared as f64 / (signs[here].len() + signs[*other].len()) as f64;
        let alike = shared.into_iter().rev().max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
        next = alike.map(|(other, _)| other).or_else(|| is_left.iter().position(|is_left| *is_left));
    }
    order
}

fn signs(body: &[u8]) -> Vec<&[u8]> {
    let mut signs: Vec<&[u8]> = body.windows(SIGN).collect();
    signs.sort_unstable();
    signs.dedup();
    signs
}

fn functions(mut content: &[u8]) -> Option<Vec<&[u8]>> {
    let count = length(&mut content)?;
    let bodies = (0..count).map(|_| bytes(&mut content)).collect::<Option<Vec<_>>>()?;
    content.is_empty().then_some(bodies)
}

/// How many functions are imported; nothing else may be.
fn functions_imported(mut content: &[u8]) -> Option<usize> {
    let count = length(&mut content)?;
    for _ in 0..count {
        let (_module, _name) = (bytes(&mut content)?, bytes(&mut content)?);
        if byte(&mut content)? != 0 {
            return None;
        }
        length(&mut content)?;
    }
    content.is_empty().then_some(count)
}

fn byte(rest: &mut &[u8]) -> Option<u8> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    Some(*first)
}

/// A number as WebAssembly writes it: seven bits a byte, the lowest first (LEB128).
fn length(rest: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let byte = byte(rest)?;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// Bytes with their number before them.
fn bytes<'w>(rest: &mut &'w [u8]) -> Option<&'w [u8]> {
    let length = length(rest)?;
    let (bytes, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(bytes)
}

fn number(mut number: usize) -> Vec<u8> {
    let mut written = Vec::new();
    while number >= 0x80 {
        written.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    written.push(number as u8);
    written
}

fn sized(content: &[u8]) -> Vec<u8> {
    [&number(content.len()), content].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_that_are_alike_stand_side_by_side() {
        let bodies: [&[u8]; 4] = [b"abcdefghij", b"0123456789", b"abcdefgh", b"x123456789"];
        assert_eq!(order(&bodies), [0, 2, 1, 3]);
        assert_eq!(order(&[]), [0_usize; 0]);
        assert_eq!(order(&[b"ab", b"ab"]), [0, 1]);
    }

    #[test]
    fn functions_are_named_after_those_that_are_imported_and_old_names_go() {
        let section = |id: u8, content: &[u8]| [&[id], &sized(content)[..]].concat();
        let head = b"\0asm\x01\0\0\0".to_vec();
        let import = section(IMPORTS, b"\x01\x01m\x01f\x00\x00");
        let code = section(CODE, b"\x02\x05short\x06longer");
        let module = [head.clone(), import.clone(), code.clone(), section(CUSTOM, b"\x04nameold")].concat();
        let names = section(CUSTOM, b"\x04name\x01\x11\x02\x01\x06000001\x02\x06000000");
        assert_eq!(named(&module), Ok([head, import, code, names].concat()));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let memory = b"\0asm\x01\0\0\0\x02\x07\x01\x01m\x01f\x02\x00";
        for module in [&b""[..], b"\0asm", b"\0asm\x01\0\0\0\x0a\x05\x01", memory, &[0xff; 20]] {
            assert!(named(module).is_err(), "{module:?}");
        }
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for expected in [0, 1, 127, 128, 300, 1 << 20, u32::MAX as usize] {
            let written = number(expected);
            assert_eq!(length(&mut &written[..]), Some(expected));
        }
    }
}
