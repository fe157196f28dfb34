# The demonstration: the banner of every page, and the tour at the door.

demo-banner = This is a demonstration: every person here is invented.
demo-tour = Look around
demo-tour-lead = Come in as one of the people who work here, by one press. Good first things: as caseworker open what is due today, find Salma, record a contact; as supervisor approve a plan; as report officer read the tallies.
