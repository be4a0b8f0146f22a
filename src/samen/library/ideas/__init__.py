"""Activity ideas to begin with, in our own words: most are free, each is worth an hour (R52)."""

from samen.library.ideas import (
    culture,
    customs,
    home,
    leisure,
    nature,
    people,
    school,
    services,
    shopping,
    sport,
    steps,
    travel,
    work,
)

IDEAS = (
    *nature.IDEAS,
    *sport.IDEAS,
    *culture.IDEAS,
    *leisure.IDEAS,
    *shopping.IDEAS,
    *services.IDEAS,
    *home.IDEAS,
    *school.IDEAS,
    *work.IDEAS,
    *travel.IDEAS,
    *customs.IDEAS,
    *people.IDEAS,
    *steps.IDEAS,
)
