//! Which bytes of a file were written since its last sync: ranges kept apart and in order.
use std::collections::BTreeMap;

/// Half-open byte ranges, start to end; no two touch.
#[derive(Debug, Default)]
pub(crate) struct Ranges(BTreeMap<u64, u64>);

impl Ranges {
    /// Adds `start..end`, merged with every range it meets.
    pub(crate) fn add(&mut self, start: u64, end: u64) {
        if start >= end {
            return;
        }
        let (mut low, mut high) = (start, end);
        let met: Vec<(u64, u64)> = self
            .0
            .range(..=end)
            .rev()
            .take_while(|(_, stop)| **stop >= start)
            .map(|(from, stop)| (*from, *stop))
            .collect();
        for (from, stop) in met {
            self.0.remove(&from);
            low = low.min(from);
            high = high.max(stop);
        }
        self.0.insert(low, high);
    }

    /// Forgets everything at or after `len`.
    pub(crate) fn clip(&mut self, len: u64) {
        self.0.split_off(&len);
        if let Some((_, stop)) = self.0.iter_mut().next_back() {
            *stop = (*stop).min(len);
        }
    }

    /// Number of bytes in all ranges.
    pub(crate) fn total(&self) -> u64 {
        self.0.iter().map(|(from, stop)| stop - from).sum()
    }

    /// Takes the ranges out, in order.
    pub(crate) fn take(&mut self) -> BTreeMap<u64, u64> {
        std::mem::take(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Ranges;

    fn ranges(pairs: &[(u64, u64)]) -> Ranges {
        let mut all = Ranges::default();
        for (start, end) in pairs {
            all.add(*start, *end);
        }
        all
    }

    #[test]
    fn ranges_that_touch_or_overlap_become_one() {
        let mut all = ranges(&[(0, 5), (10, 15), (20, 25), (5, 12)]);
        assert_eq!(all.total(), 20);
        assert_eq!(
            all.take().into_iter().collect::<Vec<_>>(),
            [(0, 15), (20, 25)]
        );
    }

    #[test]
    fn a_range_inside_another_adds_nothing() {
        assert_eq!(ranges(&[(0, 100), (10, 20)]).total(), 100);
        assert_eq!(ranges(&[(10, 20), (0, 100)]).total(), 100);
    }

    #[test]
    fn clipping_drops_what_lies_beyond() {
        let mut all = ranges(&[(0, 5), (10, 15), (20, 25)]);
        all.clip(12);
        assert_eq!(
            all.take().into_iter().collect::<Vec<_>>(),
            [(0, 5), (10, 12)]
        );
    }
}
