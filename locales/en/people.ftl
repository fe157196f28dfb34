# Similar people, with what speaks for it and what against; pairs to look at.
field-mother_name = Mother’s name
hint-mother_name = Only where it is safe to ask. It tells people of one name apart.
similar-found = { $n ->
    [one] { $n } similar person
   *[other] { $n } similar people
 }
similar-elsewhere = A record may exist at { $centre }. Ask there; nothing of it is shown here.
similar-how = How alike
similar-agrees = What agrees
similar-differs = What does not
similar-likely = Likely the same person
similar-perhaps = Perhaps the same person
reason-name-part-same = another part of the name is the same
reason-name-part-same-first = the same first name
reason-name-part-same-rare = a rare part of the name is the same
reason-name-part-other-spelling = another part of the name in another spelling
reason-name-part-other-spelling-first = the first name in another spelling
reason-name-part-other-spelling-rare = a rare part of the name in another spelling
reason-name-part-alike = another part of the name is alike
reason-name-part-alike-first = the first name is alike
reason-name-part-alike-rare = a rare part of the name is alike
reason-name-part-short-form = a short form of another part of the name
reason-name-part-short-form-first = a short form of the first name
reason-name-part-short-form-rare = a short form of a rare part of the name
reason-name-part-initial = an initial of another part of the name
reason-name-part-initial-first = an initial of the first name
reason-name-part-initial-rare = an initial of a rare part of the name
reason-names-in-other-order = names in another order
reason-first-names-differ = first names differ
reason-name-parts-differ = { $n ->
    [one] one part of the name differs
   *[other] { $n } parts of the name differ
 }
reason-name-has-more-parts = { $n ->
    [one] one name has a part more
   *[other] one name has { $n } parts more
 }
reason-same-birth-date = same birth date
reason-same-stand-in-date = same stand-in birth date, such as 1 January
reason-same-birth-year = same birth year
reason-day-and-month-swapped = day and month of birth swapped
reason-birth-date-one-slip = birth date differs by one slip
reason-birth-date-other-calendar = birth date as in another calendar
reason-birth-date-two-of-three = two of day, month and year of birth agree
reason-birth-year-differs = { $n ->
    [0] birth dates differ
    [one] birth year differs by one
   *[other] birth year differs by { $n }
 }
reason-birth-year-differs-vague = { $n ->
    [0] birth dates differ, one is a guess
    [one] birth year differs by one, and one is a guess
   *[other] birth year differs by { $n }, and one is a guess
 }
reason-same-sex = same sex
reason-sex-differs = another sex
reason-same-nationality = same nationality
reason-same-nationality-rare = same nationality, rare here
reason-nationality-differs = another nationality
reason-same-birth-place = same region of origin
reason-same-birth-place-rare = same region of origin, rare here
reason-birth-place-differs = another region of origin
reason-same-mother-name = same mother’s name
reason-same-mother-name-rare = same mother’s name, rare
reason-mother-name-nearly = mother’s name partly the same
reason-mother-name-differs = another mother’s name
reason-same-phone = same telephone
reason-phone-one-slip = telephone differs by one slip
reason-phone-differs = another telephone
reason-same-document = same document
reason-document-one-slip = number of the document differs by one slip
reason-document-differs = another document
reason-household-shared = another member of both households is the same
reason-household-perhaps-shared = another member of both households may be the same
reason-household-differs = nobody else of the households is alike

nav-pairs = Same person?
pairs-title = Records that may be of one person
tab-pairs-title = Records
pairs-lead = Nothing is merged by itself. Look at both, ask where you may not look, and decide.
pairs-empty = No pair waits for a decision among what you may see.
pairs-more = More pairs wait behind these. Decide the likeliest first.
pairs-going = Everybody is being compared
pairs-far = { $done } of { $all } people. You can go on working.
pairs-look-again = Look again
pairs-never = Nobody was compared yet since the program started.
pairs-compared = Everybody was compared { $when }.
pairs-compare = Compare everybody now
pairs-one = One record
pairs-other = The other record
pairs-unsure = Somebody was not sure
pair-title = Is it the same person?
tab-pair-title = Record
pair-lead = What agrees and what does not is a hint. You decide, and every decision can be taken back by another.
pair-both = Both records
pair-not-said = not recorded
pair-household = belongs to a household
do-pair-judge = Decide about two records
event-pair-judged = Decided about two records
field-pair_verdict = What you found
hint-pair_verdict = “Not the same” is remembered until something of what was compared changes. “Unsure” keeps nobody waiting.
code-pair_verdict-same = The same person
code-pair_verdict-not_same = Not the same person
code-pair_verdict-unsure = Unsure, look again later
field-keep = The file that goes on
hint-keep = Needed when it is the same person and you may open both. The other file says so, counts no longer, and can be closed as a duplicate.
field-verdict_reason = What makes you think so
similar-compare = Compare the two
similar-decide = Decide
do-pair-judge_alone = Decide about a record elsewhere
