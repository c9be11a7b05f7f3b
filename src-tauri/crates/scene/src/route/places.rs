//! Places on a line for things in a given order: side by side, within the room that each has, and as
//! near as possible to where each is wanted.

/// One thing that needs a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Wish {
    pub wanted: f32,
    /// Between which values it may lie; one that cannot move has no room but its place.
    pub room: (f32, f32),
}

impl Wish {
    pub(super) fn fixed(at: f32) -> Wish {
        Wish { wanted: at, room: (at, at) }
    }

    fn is_fixed(&self) -> bool {
        self.room.0 == self.room.1
    }
}

/// A place for each, with at least `gap` between those that `meet`, by number; nothing where there is
/// no room for that. Two that cannot move are left as they are.
pub(super) fn places(
    wishes: &[Wish],
    meet: impl Fn(usize, usize) -> bool,
    gap: f32,
) -> Option<Vec<f32>> {
    let apart = |a: usize, b: usize| {
        let fixed = |at: usize| wishes.get(at).is_some_and(Wish::is_fixed);
        meet(a, b) && !(fixed(a) && fixed(b))
    };
    let mut most: Vec<f32> = wishes.iter().map(|it| it.room.1).collect();
    for (at, wish) in wishes.iter().enumerate().rev() {
        let after = most.iter().enumerate().skip(at + 1).filter(|(other, _)| apart(at, *other));
        let high = after.map(|(_, most)| most - gap).fold(wish.room.1, f32::min);
        if high < wish.room.0 {
            return None;
        }
        *most.get_mut(at)? = high;
    }
    let mut found: Vec<f32> = Vec::with_capacity(wishes.len());
    for (at, (wish, high)) in wishes.iter().zip(most).enumerate() {
        let before = found.iter().enumerate().filter(|(other, _)| apart(*other, at));
        let low = before.map(|(_, place)| place + gap).fold(wish.room.0, f32::max);
        if low > high {
            return None;
        }
        found.push(wish.wanted.clamp(low, high));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_keep_their_distance_and_stay_where_they_can() {
        let free = |wanted| Wish { wanted, room: (0.0, 100.0) };
        let tight = |wanted| Wish { wanted, room: (wanted - 4.0, wanted + 4.0) };
        type Row = (Vec<Wish>, Option<&'static [f32]>);
        let rows: Vec<Row> = vec![
            (vec![free(10.0), free(30.0)], Some(&[10.0, 30.0])),
            (vec![free(10.0), free(10.0), free(10.0)], Some(&[10.0, 18.0, 26.0])),
            (vec![free(50.0), Wish::fixed(50.0), free(50.0)], Some(&[42.0, 50.0, 58.0])),
            // What comes after leaves it no room where it is wanted.
            (vec![free(98.0), free(98.0)], Some(&[92.0, 100.0])),
            (vec![tight(50.0), tight(50.0)], Some(&[46.0, 54.0])),
            (vec![tight(50.0), tight(50.0), tight(50.0)], None),
            (vec![Wish::fixed(50.0), Wish::fixed(52.0)], Some(&[50.0, 52.0])),
            (vec![Wish::fixed(50.0), free(50.0), Wish::fixed(60.0)], None),
        ];
        for (wishes, expected) in rows {
            let found = places(&wishes, |_, _| true, 8.0);
            assert_eq!(found.as_deref(), expected, "{wishes:?}");
        }
        let strangers = [free(10.0), free(10.0)];
        assert_eq!(places(&strangers, |_, _| false, 8.0), Some(vec![10.0, 10.0]));
    }
}
