"""What may be done to find people through the year: a list to begin with, that each makes its own.

Finding people never ends (FAQ question 13: recruiting is a permanent task); the months follow the courses of
Dutch, which begin in September and February, and what a municipality does through the year.
"""

SUGGESTIONS: tuple[tuple[int, str], ...] = (
    (1, "Bel de tussenpersonen: hoe gaat het, is er materiaal nodig?"),
    (2, "Vertel over het project in de nieuwe lessen Nederlands."),
    (3, "Zoek coaches rond de Week van de Vrijwilliger."),
    (4, "Bel de tussenpersonen: hoe gaat het, is er materiaal nodig?"),
    (5, "Sta op een markt of een buurtfeest."),
    (6, "Plan de infomomenten van september en oktober."),
    (8, "Leg flyers waar mensen zich inschrijven voor een cursus."),
    (9, "Vertel over het project in de nieuwe lessen Nederlands."),
    (10, "Vraag wie al een duo had om iemand mee te brengen."),
    (11, "Schrijf een stukje voor het gemeenteblad."),
    (12, "Kijk wie mensen aanbracht en bedank hen."),
)
