"""What is the matter with a list, a row or a cell: whole sentences, each with what to do."""

from django.utils.translation import gettext_lazy as _

from samen.base.errors import Refused
from samen.lists import fields
from samen.lists.labels import label
from samen.lists.outcome import Problem
from samen.lists.row import LONGEST

SHOWN = 60

_PHONE = {
    "unreachable": _("Er staat geen telefoon of e-mail. Vul er één in, zodat je deze mens kunt bereiken."),
    "too_short": _("‘%(text)s’ is te kort voor een telefoonnummer. Kijk het na op papier."),
    "too_long": _("‘%(text)s’ is te lang voor een telefoonnummer. Kijk het na op papier."),
    "no_such_number": _("‘%(text)s’ is een telefoonnummer dat niet bestaat. Kijk het na op papier."),
    "not_a_number": _("‘%(text)s’ is geen telefoonnummer. Schrijf alleen het nummer, zoals 0470 12 34 56."),
    "rounded": _(
        "Excel heeft dit telefoonnummer afgerond tot ‘%(text)s’. Typ het opnieuw, met een ' ervoor."
    ),
    "rest": _("Wij namen één telefoonnummer. Dit lieten wij weg: %(text)s."),
}
_EMAIL = {
    "no_at": _("In ‘%(text)s’ staat geen @. Kijk het e-mailadres na."),
    "before_at": _("‘%(text)s’ is geen e-mailadres. Kijk het stuk voor de @ na, ook op spaties en punten."),
    "after_at": _("‘%(text)s’ is geen e-mailadres. Kijk het stuk na de @ na, zoals gmail.com."),
    "too_long": _("‘%(text)s’ is te lang voor een e-mailadres. Kijk het na."),
    "no_point": _("Na de @ in ‘%(text)s’ staat geen punt, zoals in gmail.com. Kijk het e-mailadres na."),
    "rest": _("Wij namen één e-mailadres. Dit lieten wij weg: %(text)s."),
}
_BIRTH = {
    "short_year": _(
        "‘%(text)s’ kan een jaar of een leeftijd zijn. Schrijf het jaar met vier cijfers, zoals 1985."
    ),
    "no_birth_year": _("‘%(text)s’ lezen wij niet als geboortejaar. Schrijf vier cijfers, zoals 1985."),
}
_POSTAL = {
    "no_code": _("In ‘%(text)s’ vinden wij geen postcode. Schrijf ze met vier cijfers, zoals 9800."),
    "no_such_code": _("De postcode in ‘%(text)s’ bestaat niet in België. Kijk ze na of laat de cel leeg."),
    "two_codes": _("In ‘%(text)s’ staat meer dan één postcode. Laat er één staan."),
    "abroad": _(
        "‘%(text)s’ is geen Belgische postcode. Laat de cel leeg en schrijf de plaats bij de gemeente."
    ),
}
_SENTENCES = {
    fields.PHONE: _PHONE,
    fields.EMAIL: _EMAIL,
    fields.BIRTH: _BIRTH,
    fields.AGE: {"no_birth_year": _("‘%(text)s’ lezen wij niet als leeftijd. Schrijf een getal, zoals 42.")},
    fields.POSTAL_CODE: _POSTAL,
    fields.PLACE: _POSTAL,
    fields.REGISTERED_ON: {
        "no_date": _("‘%(text)s’ is geen datum die bestaat. Schrijf dag, maand en jaar, zoals 3/9/2026."),
    },
    fields.NAME: {"missing": _("Deze rij heeft geen naam. Vul de naam in.")},
    fields.ROLE: {
        "missing": _("Zeg of deze mens nieuwkomer of coach is."),
        "unread": _("‘%(text)s’ lezen wij niet als nieuwkomer of coach. Zeg wat het betekent."),
    },
    fields.AVAILABILITY: {
        "unread": _("In de vrije momenten lazen wij ‘%(text)s’ niet. Vul ze zo nodig zelf aan.")
    },
}
_UNREAD = _("‘%(text)s’ lezen wij niet in de kolom ‘%(label)s’. Die cel blijft leeg.")
_TOO_LONG = _("‘%(text)s’ is te lang voor ‘%(label)s’. Schrijf hoogstens %(most)s tekens.")


def sentence(problem: Problem) -> str:
    """What is the matter with a cell, and what to do."""
    text = problem.text if len(problem.text) <= SHOWN else problem.text[: SHOWN - 1] + "…"
    known = _SENTENCES.get(problem.field, {}).get(problem.code)
    pattern = known or (_TOO_LONG if problem.code == "too_long" else _UNREAD)
    most = LONGEST.get(problem.field, "")
    return str(pattern) % {"text": text, "label": label(problem.field), "most": most}


def no_list() -> Refused:
    """No sheet has a column that tells who."""
    sentence_ = _(
        "Wij vinden geen kolom met namen, telefoons of e-mails. Zet boven elke kolom wat erin staat."
    )
    return Refused("no_list", str(sentence_))


def cell_beside_header(row: int) -> Refused:
    """A cell stands beside the last title."""
    sentence_ = _(
        "In rij %(row)s staat een cel naast de laatste titel. Geef die kolom een titel of maak de cel leeg."
    )
    return Refused("cell_beside_header", str(sentence_) % {"row": row})
