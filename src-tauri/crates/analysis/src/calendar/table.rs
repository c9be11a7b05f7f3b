//! Working time of some years, ready to be searched: where each stretch opens, and how much was
//! worked before it. Two searches answer any question inside, however long the span.

/// Stretches of working time between two instants; such as touch are one.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// It knows all from here …
    pub(super) from: i64,
    /// … up to here.
    pub(super) until: i64,
    opens: Vec<i64>,
    /// Minutes worked before each stretch, and after the last.
    before: Vec<i64>,
}

impl Table {
    /// Of stretches in order; those are cut where the table ends.
    pub(super) fn of(from: i64, until: i64, spans: impl Iterator<Item = (i64, i64)>) -> Table {
        let mut table = Table { from, until, opens: Vec::new(), before: vec![0] };
        let (mut worked, mut end) = (0, i64::MIN);
        for (open, close) in spans.take_while(|(open, _)| *open < until) {
            let (open, close) = (open.max(from), close.min(until));
            if open == end {
                table.before.pop();
            } else {
                table.opens.push(open);
            }
            worked += close - open;
            end = close;
            table.before.push(worked);
        }
        table
    }

    /// Whether an instant lies in it.
    pub(super) fn covers(&self, at: i64) -> bool {
        (self.from..self.until).contains(&at)
    }

    /// Minutes worked up to an instant, and how many stretches have opened by then.
    fn worked(&self, at: i64) -> (i64, usize) {
        let opened = self.opens.partition_point(|open| *open <= at);
        let worked = || {
            let last = opened.checked_sub(1)?;
            let (before, after) = (self.before.get(last)?, self.before.get(opened)?);
            Some((before + at - self.opens.get(last)?).min(*after))
        };
        (worked().unwrap_or_default(), opened)
    }

    /// Minutes worked between two instants.
    pub(super) fn elapsed(&self, from: i64, until: i64) -> i64 {
        self.worked(until).0 - self.worked(from).0
    }

    /// Where so many minutes after an instant are worked; none is where work goes on.
    ///
    /// # Errors
    /// What is left to be worked where the table ends.
    pub(super) fn add(&self, start: i64, minutes: i64) -> Result<i64, i64> {
        let (worked, opened) = self.worked(start);
        let reached = worked + minutes;
        // The stretch of the last of these minutes; of none, that of the next minute.
        let wanted = worked + minutes.max(1);
        let first = opened.saturating_sub(1);
        let behind = self.before.get(first..).unwrap_or_default();
        let at = first + behind.partition_point(|it| *it < wanted).saturating_sub(1);
        match (self.opens.get(at), self.before.get(at)) {
            (Some(open), Some(before)) => Ok(open + reached - before),
            _ => Err(reached - self.before.last().copied().unwrap_or_default()),
        }
    }
}
