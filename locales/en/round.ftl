# What the supervisor's round and the worker's day say beside what others say: what is new in a plan,
# alerts that passed on, who is behind a yearly figure.
since-version = Since version { $version }, which was approved.
since-first = This is the first version of the plan.
since-nothing = Nothing differs.
since-added = Added: { $what }.
since-removed = Taken out: { $what }.
since-changed = Changed: { $what }.
since-goal = { $count ->
    [one] { $count } goal
   *[other] { $count } goals
}
since-objective = { $count ->
    [one] { $count } objective
   *[other] { $count } objectives
}
since-action = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
since-cost = { $count ->
    [one] { $count } cost
   *[other] { $count } costs
}
since-monitoring = how the plan is followed
since-review = the day of the review
since-agreement = what the person says of it
since-compare = Both versions side by side

looks-side-by-side = The plan beside its translation
looks-other = A page of another version of the program

day-alert-taken = you are on it
day-alert-passes = passes on { $when }
day-alert-before = Before you: { $name }, { $phone }

year-position = Counted from a history of { $position } entries.
year-people-title = Who is behind the year’s figure
year-people-of = { $what }, { $year }
year-people-lead = Who did not want to be counted is not on this list.
year-people-empty = Nobody is behind this number.
year-head-began = How they came into it
year-head-ended = How they stand at its end
