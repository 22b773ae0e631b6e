//! How one file is made from another that holds nearly all of it. The landmark network comes with and without the
//! silhouette's decoder, and the two share their weights: the app carries the one and a recipe for the other.
//!
//! A recipe is a sequence of steps, each a length, so many bytes to be written as they are, then the place and the
//! length of what is copied from the base. Numbers are 32 bits, little-endian. The app's `Recipe.kt` follows it.

use std::collections::HashMap;

/// A shorter match than this is not worth the step.
const BLOCK: usize = 64;

pub fn write(base: &[u8], wanted: &[u8]) -> Vec<u8> {
    let blocks: HashMap<&[u8], usize> = base
        .chunks_exact(BLOCK)
        .enumerate()
        .map(|(index, block)| (block, index * BLOCK))
        .collect();
    let mut recipe = Vec::new();
    let (mut from, mut at) = (0, 0);
    while at < wanted.len() {
        let window = wanted.get(at..at + BLOCK);
        let Some(&place) = window.and_then(|window| blocks.get(window)) else {
            at += 1;
            continue;
        };
        let before = shared(base[..place].iter().rev(), wanted[from..at].iter().rev());
        let after = shared(base[place..].iter(), wanted[at..].iter());
        step(
            &mut recipe,
            &wanted[from..at - before],
            place - before,
            before + after,
        );
        at += after;
        from = at;
    }
    step(&mut recipe, &wanted[from..], 0, 0);
    recipe
}

/// How many bytes are the same from the beginning on.
fn shared<'a>(a: impl Iterator<Item = &'a u8>, b: impl Iterator<Item = &'a u8>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

fn step(recipe: &mut Vec<u8>, written: &[u8], place: usize, copied: usize) {
    let number = |n: usize| {
        u32::try_from(n)
            .expect("networks are far smaller than 4 GB")
            .to_le_bytes()
    };
    recipe.extend(number(written.len()));
    recipe.extend(written);
    recipe.extend(number(place));
    recipe.extend(number(copied));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the app does it.
    fn follow(mut recipe: &[u8], base: &[u8]) -> Vec<u8> {
        fn take<'a>(recipe: &mut &'a [u8], length: usize) -> &'a [u8] {
            let (taken, rest) = recipe.split_at(length);
            *recipe = rest;
            taken
        }
        fn number(recipe: &mut &[u8]) -> usize {
            u32::from_le_bytes(take(recipe, 4).try_into().unwrap()) as usize
        }
        let mut made = Vec::new();
        while !recipe.is_empty() {
            let written = number(&mut recipe);
            made.extend(take(&mut recipe, written));
            let (place, copied) = (number(&mut recipe), number(&mut recipe));
            made.extend(&base[place..place + copied]);
        }
        made
    }

    /// Bytes in which nothing repeats.
    fn bytes(seed: u32, length: u32) -> Vec<u8> {
        let numbers = (0..length).map(|i| (i + seed * 1_000_003).wrapping_mul(2_654_435_761));
        numbers.flat_map(u32::to_le_bytes).collect()
    }

    #[test]
    fn what_is_shared_is_not_written_again() {
        let (head, weights, more) = (bytes(1, 50), bytes(2, 5_000), bytes(3, 3_000));
        let base = [&head[..], &weights, b"decoder", &more].concat();
        let wanted = [b"another head", &more[..], b"between", &weights].concat();
        let recipe = write(&base, &wanted);
        assert!(follow(&recipe, &base) == wanted);
        assert!(recipe.len() < 200, "{}", recipe.len());
    }

    #[test]
    fn nothing_shared_and_nothing_wanted_are_recipes_too() {
        for wanted in [&b""[..], b"short", &bytes(4, 100)] {
            for base in [&b""[..], &bytes(5, 100)] {
                assert_eq!(follow(&write(base, wanted), base), wanted);
            }
        }
    }
}
