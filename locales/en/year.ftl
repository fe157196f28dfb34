# The figure of a year that is over, kept for good, and what was corrected since.

do-year-keep = Keep this figure
year-keep-again = Keep the corrected figure
field-year-keep-reason = What was corrected
hint-year-keep-reason = Needed when a figure of this year stands already; it stays beside the new one. Name nobody.
year-kept = Kept on { $moment } by { $by }. Reports give this number, whatever is recorded later.
year-not-kept = This year is over, and its figure was not kept yet
year-not-kept-text = Until it is kept, it changes when something is recorded late, merged or erased.
year-corrections = Recorded since: what differs from the figure that was kept
year-kept-before = Every figure of this year that was kept
year-head-kept = Kept
year-head-now = Counted today
year-head-tally = Anonymous tally beside the figure
year-head-kept-at = Kept on
year-head-by = By
year-head-reason = What was corrected
