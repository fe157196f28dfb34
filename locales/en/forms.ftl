# Words that every form uses.
forms-required = required
forms-save = Save
forms-cancel = Cancel
forms-only-if = Only if “{ $field }” is: { $values }
forms-only-if-ticked = Only if “{ $field }” is ticked
forms-or = {" "}or{" "}
forms-and = {", "}

answer-yes = Yes
answer-no = No
answer-unknown = Not known
answer-not_asked = Not asked
answer-declined = Did not want to say
answer-blank = Leave empty
answer-choose = Choose…

problems-title = Please look at this again
problem-missing = This needs an answer.
problem-too_long = This is too long: at most { $max } characters.
problem-not_a_code = Choose one of the options.
problem-contradiction = These answers exclude each other.
problem-not_a_date = This is not a date. Write it as year-month-day: 2026-11-21.
problem-in_future = This lies in the future.
problem-before_sense = This lies before the year 1900.
problem-after_sense = This lies too far in the future.
problem-not_a_number = Write this as a number.
problem-out_of_range = This must lie between { $min } and { $max }.
problem-not_a_phone = Write this as a telephone number: digits, with + and the country’s number if you know it.
problem-control_characters = This contains invisible characters that can change how a text reads. Type it again instead of pasting it.
problem-repeated = This was sent more than once. Load the page again.
problem-unknown_field = Something was sent that this form does not ask for. Load the page again.
problem-too_many_fields = More was sent than this form asks for.
