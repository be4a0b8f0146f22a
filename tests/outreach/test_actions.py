"""Verbs about intermediaries, each with its refusals."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.errors import Conflict, RuleBroken
from samen.base.models import AuditLine
from samen.base.scoping import scope
from samen.outreach import actions, queries, rules
from samen.outreach.actions import Card
from samen.outreach.choices import ContactKind, SourceKind
from samen.outreach.models import (
    ContactMoment,
    HandOut,
    Intermediary,
    IntermediaryKind,
    Material,
    Source,
    StartingKinds,
)
from samen.outreach.queries import RegisterFilter
from tests.support.initiative import ACTOR, Office, make_office
from tests.support.recruiting import a_channel, a_kind, a_link, a_material, an_intermediary, came

pytestmark = pytest.mark.postgres

TODAY = clock.today()


def refusal(code: str) -> "pytest.RaisesExc[RuleBroken | Conflict]":
    return pytest.raises((RuleBroken, Conflict), check=lambda error: error.code == code)


def note(intermediary: Intermediary, **known: object) -> ContactMoment:
    asked = {
        "on": TODAY,
        "kind": ContactKind.PHONE,
        "note": "",
        "call_again_on": None,
        "today": TODAY,
        "actor": ACTOR,
        **known,
    }
    return actions.note_contact(intermediary=intermediary, **asked)  # type: ignore[arg-type]


def give(intermediary: Intermediary, material: Material, number: int = 10, **known: object) -> HandOut:
    asked = {"on": TODAY, "today": TODAY, "actor": ACTOR, **known}
    return actions.hand_out(
        intermediary=intermediary,
        material=material,
        number=number,
        **asked,  # type: ignore[arg-type]
    )


def fresh(row: Intermediary) -> Intermediary:
    return queries.intermediaries().get(pk=row.pk)


def names(**asked: str) -> list[str]:
    return [one.name for one in queries.find_intermediaries(RegisterFilter.read(asked), TODAY)]


# ---------- Kinds ----------


def test_kinds_are_seeded_once(office: Office) -> None:
    actions.seed_kinds(actor=ACTOR)
    assert [(kind.name, [part.name for part in kind.parts.all()]) for kind in queries.main_kinds()][4:6] == [
        (
            "docenten en onthaalmedewerkers",
            [
                "Nederlands voor anderstaligen",
                "volwassenonderwijs",
                "hoger onderwijs",
                "academie (kunst, muziek, woord)",
            ],
        ),
        ("medewerkers van VDAB kantoren en werkwinkels", []),
    ]
    kind = IntermediaryKind.objects.get(name="OCMW-medewerkers")
    actions.rename_kind(kind=kind, name="sociale dienst", actor=ACTOR)
    actions.seed_kinds(actor=ACTOR)
    assert IntermediaryKind.objects.count() == 14
    assert not IntermediaryKind.objects.filter(name="OCMW-medewerkers").exists()


def test_a_list_that_was_emptied_stays_empty(office: Office) -> None:
    actions.seed_kinds(actor=ACTOR)
    assert queries.were_kinds_given()
    for kind in IntermediaryKind.objects.order_by("parent"):
        if not kind.parts.exists():
            actions.remove_kind(kind=kind, actor=ACTOR)
    IntermediaryKind.objects.all().delete()
    actions.seed_kinds(actor=ACTOR)
    assert not IntermediaryKind.objects.exists()


def test_who_had_kinds_before_is_remembered(office: Office) -> None:
    """The migration: without a mark, an initiative that has kinds counts as one that was given them."""
    a_kind("bakkers")
    migration = import_module("samen.outreach.migrations.0002_given_once")
    migration.remember_who_has_kinds(apps, None)
    assert [given.initiative_id for given in StartingKinds.objects.all()] == [office.initiative.pk]


def test_a_kind_comes_last_in_its_row(office: Office) -> None:
    actions.seed_kinds(actor=ACTOR)
    teachers = IntermediaryKind.objects.get(name="docenten en onthaalmedewerkers")
    a_kind("leerkrachten", teachers)
    a_kind("bakkers")
    kinds = list(queries.main_kinds())
    assert kinds[-1].name == "bakkers"
    assert [part.name for part in kinds[4].parts.all()][-1] == "leerkrachten"
    assert ("docenten en onthaalmedewerkers: leerkrachten") in dict(queries.kind_choices()).values()


def test_kinds_are_no_deeper_than_two(office: Office) -> None:
    part = a_kind("hoger onderwijs", a_kind("docenten"))
    with refusal("too_deep"):
        a_kind("professoren", part)


@pytest.mark.parametrize("name", ["bakkers", "Bakkers", "BÀKKERS"])
def test_a_kind_has_one_name(office: Office, name: str) -> None:
    a_kind("bakkers")
    slagers = a_kind("slagers")
    with refusal("kind_exists"):
        a_kind(name)
    with refusal("kind_exists"):
        actions.rename_kind(kind=slagers, name=name, actor=ACTOR)
    actions.rename_kind(kind=slagers, name="Slagers", actor=ACTOR)
    assert a_kind(name, slagers).parent == slagers


def test_the_database_knows_no_two_kinds_of_one_name(office: Office) -> None:
    a_kind("bakkers")
    with pytest.raises(IntegrityError), transaction.atomic():
        IntermediaryKind.objects.create(initiative=office.initiative, name="bakkers")


def test_a_kind_in_use_stays(office: Office) -> None:
    kind = a_kind("bakkers")
    part = a_kind("banketbakkers", kind)
    an_intermediary(kind=part)
    for used in (kind, part):
        with refusal("kind_in_use"):
            actions.remove_kind(kind=used, actor=ACTOR)
    assert names(kind=str(kind.pk)) == names(kind=str(part.pk)) == ["Hilde Maes"]


def test_a_kind_that_nobody_has_goes(office: Office) -> None:
    actions.remove_kind(kind=a_kind(), actor=ACTOR)
    assert not IntermediaryKind.objects.exists()


# ---------- The register ----------


def test_somebody_new_is_to_be_called_today(office: Office) -> None:
    hilde = an_intermediary(phone="+32470123456")
    assert (hilde.call_again_on, hilde.agreed, hilde.ended_on) == (TODAY, [], None)
    assert [one.pk for one in queries.due_calls(TODAY)] == [hilde.pk]


@pytest.mark.parametrize(
    "words", ["hilde", "MAES", "bib maes", "0470 12", "balie", "ouders", "hilde@example.org", ""]
)
def test_search_finds_by_every_word(office: Office, words: str) -> None:
    an_intermediary(
        phone="+32470123456", email="hilde@example.org", function="balie", audience="ouders van de school"
    )
    an_intermediary("Zoë", organisation="")
    assert "Hilde Maes" in names(q=words)
    assert names(q=words) == (["Hilde Maes"] if words else ["Hilde Maes", "Zoë"])


def test_search_crosses_accents_and_scripts(office: Office) -> None:
    an_intermediary("Zoë Čapek", organisation="Café Олена")
    assert names(q="zoe capek") == names(q="olena") == ["Zoë Čapek"]


def test_the_register_is_filtered_by_language_due_call_and_end(office: Office) -> None:
    an_intermediary("Arabisch", languages_reached=["nl", "ar"])
    somali = an_intermediary("Somalisch", languages_reached=["Somali", "nl"])
    later = an_intermediary("Later")
    note(later)
    gone = an_intermediary("Weg")
    actions.end(intermediary=gone, today=TODAY, actor=ACTOR)
    assert names(language="ar") == ["Arabisch"]
    assert names(language="Somali") == [somali.name]
    assert names(language="nl") == ["Arabisch", "Somalisch"]
    assert names(show="due") == ["Arabisch", "Somalisch"]
    assert names(show="former") == ["Weg"]
    assert queries.register_counts(TODAY) == {"now": 3, "due": 2, "former": 1}
    assert queries.languages_in_use() == [("ar", "العربية"), ("nl", "Nederlands"), ("Somali", "Somali")]


@pytest.mark.parametrize(
    "asked",
    [{"kind": "x"}, {"kind": "９"}, {"kind": "9" * 30}, {"show": "all"}, {"q": "\x00"}, {"page": "-1"}],
)
def test_nonsense_in_the_address_counts_as_not_asked(office: Office, asked: dict[str, str]) -> None:
    an_intermediary()
    assert names(**asked) == ["Hilde Maes"]


def test_correcting_names_the_fields_and_not_their_content(office: Office) -> None:
    hilde = an_intermediary()
    card = Card(name="Hilde De Vos", organisation="bib van Deinze", remark="geheim")
    actions.correct_intermediary(intermediary=hilde, card=card, actor=ACTOR)
    line = AuditLine.objects.get(verb="correct_intermediary")
    assert line.facts == {"fields": ["name", "remark"]}
    assert names(q="de vos") == ["Hilde De Vos"]
    assert names(q="maes") == []


def test_who_ended_is_kept_and_comes_back(office: Office) -> None:
    hilde = an_intermediary()
    actions.end(intermediary=hilde, today=TODAY, actor=ACTOR)
    with refusal("already_ended"):
        actions.end(intermediary=hilde, today=TODAY, actor=ACTOR)
    assert queries.due_calls(TODAY) == []
    actions.reopen(intermediary=hilde, actor=ACTOR)
    with refusal("not_ended"):
        actions.reopen(intermediary=hilde, actor=ACTOR)
    assert names() == ["Hilde Maes"]


def test_nothing_is_done_with_who_ended(office: Office) -> None:
    hilde = an_intermediary()
    material = a_material()
    actions.end(intermediary=hilde, today=TODAY, actor=ACTOR)
    for attempt in (
        lambda: note(hilde),
        lambda: give(hilde, material),
        lambda: a_link(hilde),
        lambda: actions.agree(intermediary=hilde, points=["how"], today=TODAY, actor=ACTOR),
        lambda: actions.call_again(intermediary=hilde, on=TODAY, actor=ACTOR),
        lambda: actions.open_page(intermediary=hilde, instead_of="", actor=ACTOR),
    ):
        with refusal("ended"):
            attempt()


def test_agreement_is_dated_by_its_last_change(office: Office) -> None:
    hilde = an_intermediary()

    def agree(*points: str, days: int = 0) -> tuple[list[str], object]:
        actions.agree(intermediary=hilde, points=points, today=TODAY + timedelta(days=days), actor=ACTOR)
        row = fresh(hilde)
        return row.agreed, row.agreed_on

    assert agree("how") == (["how"], TODAY)
    assert agree("how", days=5) == (["how"], TODAY)
    assert agree("whom", "how", days=6) == (["how", "whom"], TODAY + timedelta(days=6))
    assert agree(days=7) == ([], None)
    assert AuditLine.objects.filter(verb="agree").count() == 3


# ---------- Contact ----------


def test_a_contact_moves_the_call_three_months(office: Office) -> None:
    hilde = an_intermediary()
    note(hilde, on=TODAY - timedelta(days=10))
    assert fresh(hilde).call_again_on == rules.call_again_on(TODAY - timedelta(days=10))
    assert fresh(hilde).last_contact_on == TODAY - timedelta(days=10)  # type: ignore[attr-defined]
    note(hilde, call_again_on=TODAY + timedelta(days=7))
    assert fresh(hilde).call_again_on == TODAY + timedelta(days=7)


def test_a_contact_is_not_in_the_future(office: Office) -> None:
    with refusal("day_to_come"):
        note(an_intermediary(), on=TODAY + timedelta(days=1))


def test_pressing_twice_notes_one_contact(office: Office) -> None:
    hilde = an_intermediary()
    assert note(hilde, note="Alles goed.") == note(hilde, note="Alles goed.")
    note(hilde, note="Nog iets.")
    assert ContactMoment.objects.count() == 2
    assert AuditLine.objects.filter(verb="note_contact").count() == 2


def test_taking_a_contact_back_gives_the_day_of_before(office: Office) -> None:
    hilde = an_intermediary()
    moment = note(hilde)
    actions.take_back_contact(moment=moment, call_again_on=TODAY, actor=ACTOR)
    assert not ContactMoment.objects.exists()
    assert fresh(hilde).call_again_on == TODAY


def test_the_day_to_call_is_chosen_or_none(office: Office) -> None:
    hilde = an_intermediary()
    later = TODAY + timedelta(days=40)
    actions.call_again(intermediary=hilde, on=later, actor=ACTOR)
    assert queries.due_calls(TODAY) == []
    assert [one.pk for one in queries.due_calls(later)] == [hilde.pk]
    actions.call_again(intermediary=hilde, on=None, actor=ACTOR)
    assert queries.due_calls(later) == []


# ---------- Material ----------


@pytest.mark.parametrize(("stock", "number", "left"), [(100, 30, 70), (30, 30, 0), (10, 30, 0), (0, 1, 0)])
def test_the_stock_goes_down_and_never_under_zero(office: Office, stock: int, number: int, left: int) -> None:
    material = a_material(stock=stock)
    given = give(an_intermediary(), material, number)
    material.refresh_from_db()
    assert (given.number, material.stock) == (number, left)
    actions.take_back_handout(given=given, actor=ACTOR)
    material.refresh_from_db()
    assert material.stock == stock
    assert not HandOut.objects.exists()


@pytest.mark.parametrize("number", [0, -5])
def test_nothing_is_not_handed_out(office: Office, number: int) -> None:
    with refusal("nothing_given"):
        give(an_intermediary(), a_material(), number)


def test_what_is_no_longer_used_or_still_to_come_is_not_handed_out(office: Office) -> None:
    material = a_material()
    with refusal("day_to_come"):
        give(an_intermediary(), material, on=TODAY + timedelta(days=1))
    material.ended_on = TODAY
    material.save()
    with refusal("material_ended"):
        give(an_intermediary(), material)


def test_the_database_keeps_the_stock_honest(office: Office) -> None:
    given = give(an_intermediary(), a_material())
    for change in ({"number": 0}, {"from_stock": 11}):
        with pytest.raises(IntegrityError), transaction.atomic():
            HandOut.objects.filter(pk=given.pk).update(**change)


# ---------- Links ----------


def test_a_link_is_made_once(office: Office) -> None:
    hilde = an_intermediary()
    link = a_link(hilde)
    assert a_link(hilde) == link
    assert (link.kind, link.label, link.made_on) == (
        SourceKind.INTERMEDIARY,
        "Hilde Maes, bib van Deinze",
        TODAY,
    )
    assert len(link.code) == rules.CODE_LENGTH
    assert set(link.code) <= set(rules.CODE_SIGNS)
    assert queries.source_by_code(link.code.lower()) == link


def test_an_ended_link_opens_nothing_and_comes_back_unless_there_is_another(office: Office) -> None:
    hilde = an_intermediary()
    first = a_link(hilde)
    actions.end_source(source=first, today=TODAY, actor=ACTOR)
    with refusal("already_ended"):
        actions.end_source(source=first, today=TODAY, actor=ACTOR)
    assert queries.source_by_code(first.code) is None
    actions.reopen_source(source=first, actor=ACTOR)
    with refusal("not_ended"):
        actions.reopen_source(source=first, actor=ACTOR)
    assert queries.source_by_code(first.code) == first
    actions.end_source(source=first, today=TODAY, actor=ACTOR)
    second = a_link(hilde)
    assert second.code != first.code
    with refusal("has_another_link"):
        actions.reopen_source(source=first, actor=ACTOR)


def test_what_came_with_an_ended_link_stays_counted(office: Office) -> None:
    channel = a_channel()
    came(office, source=channel)
    actions.end_source(source=channel, today=TODAY, actor=ACTOR)
    assert [(source.label, source.came) for source in queries.channels()] == [("Facebook", 1)]  # type: ignore[attr-defined]


def test_a_channel_has_one_name_while_it_runs(office: Office) -> None:
    facebook = a_channel("Facebook")
    with refusal("channel_exists"):
        a_channel("FACEBOOK")
    actions.end_source(source=facebook, today=TODAY, actor=ACTOR)
    again = a_channel("Facebook")
    assert [source.pk for source in queries.channels()] == [again.pk, facebook.pk]


def test_a_code_that_is_taken_is_not_given_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    signs = iter("BBBBBBBBBBBBCCCCCC")
    monkeypatch.setattr(actions.secrets, "choice", lambda _signs: next(signs))
    assert [a_channel("een").code, a_channel("twee").code] == ["BBBBBB", "CCCCCC"]


def test_the_longest_name_fits_on_a_link(office: Office) -> None:
    link = a_link(an_intermediary("N" * 120, organisation="O" * 120))
    assert link.label == "N" * 120


@pytest.mark.parametrize("code", ["", "ZZZZZZ", "x" * 5000, "' OR 1=1 --", "\x00", "０"])
def test_an_unknown_code_opens_nothing(office: Office, code: str) -> None:
    a_channel()
    if "\x00" not in code or connection.vendor == "sqlite":
        assert queries.source_by_code(code) is None


# ---------- Their own page ----------


def test_the_secret_is_told_once_and_kept_as_a_hash(office: Office) -> None:
    hilde = an_intermediary()
    secret = actions.open_page(intermediary=hilde, instead_of="", actor=ACTOR)
    row = fresh(hilde)
    assert len(secret) == 22
    assert row.page_hash == queries.hash_of(secret) != secret
    assert row.page_opened_at
    assert queries.by_secret(secret) == hilde
    assert secret not in str([vars(line) for line in AuditLine.objects.all()])


def test_renewing_shuts_the_link_of_before(office: Office) -> None:
    hilde = an_intermediary()
    first = actions.open_page(intermediary=hilde, instead_of="", actor=ACTOR)
    with refusal("page_renewed"):
        actions.open_page(intermediary=hilde, instead_of="", actor=ACTOR)
    mark = actions.page_mark(fresh(hilde))
    second = actions.open_page(intermediary=hilde, instead_of=mark, actor=ACTOR)
    assert queries.by_secret(first) is None
    assert queries.by_secret(second) == hilde


def test_a_revoked_page_opens_nothing(office: Office) -> None:
    hilde = an_intermediary()
    secret = actions.open_page(intermediary=hilde, instead_of="", actor=ACTOR)
    actions.revoke_page(intermediary=hilde, actor=ACTOR)
    assert queries.by_secret(secret) is None
    assert queries.by_secret("") is None
    with refusal("no_page"):
        actions.revoke_page(intermediary=hilde, actor=ACTOR)


def test_the_page_of_who_ended_opens_again_with_the_cooperation(office: Office) -> None:
    hilde = an_intermediary()
    secret = actions.open_page(intermediary=hilde, instead_of="", actor=ACTOR)
    actions.end(intermediary=hilde, today=TODAY, actor=ACTOR)
    assert queries.by_secret(secret) is None
    actions.reopen(intermediary=hilde, actor=ACTOR)
    assert queries.by_secret(secret) == hilde


# ---------- Walls ----------


def test_nothing_crosses_to_another_initiative(office: Office) -> None:
    hilde, channel = an_intermediary(), a_channel()
    secret = actions.open_page(intermediary=hilde, instead_of="", actor=ACTOR)
    with scope(make_office("gent", "Samen in Gent").initiative.pk):
        assert queries.by_secret(secret) is None
        assert queries.source_by_code(channel.code) is None
        assert queries.due_calls(TODAY) == []
        assert list(queries.intermediaries()) == list(queries.channels()) == []
        assert a_channel("Facebook").label == "Facebook"
        assert Source.objects.count() == 1
        actions.seed_kinds(actor=ACTOR)
        assert IntermediaryKind.objects.count() == 14
    assert not IntermediaryKind.objects.exists()


def test_due_calls_are_read_at_once(office: Office) -> None:
    for number in range(3):
        an_intermediary(f"Mens {number}")
    with CaptureQueriesContext(connection) as seen:
        assert len(queries.due_calls(TODAY)) == 3
    assert len(seen) == 1


# ---------- Pressed twice ----------


def test_a_form_notes_one_hand_out_however_often_it_is_pressed(office: Office) -> None:
    hilde, material = an_intermediary(), a_material(stock=100)
    first = give(hilde, material, 10, token="abc")
    assert give(hilde, material, 10, token="abc") == first
    assert Material.objects.get(pk=material.pk).stock == 90
    # Another form, or the same form of somebody else, is another hand-out.
    give(hilde, material, 10, token="def")
    give(an_intermediary("Bert"), material, 10, token="abc")
    give(hilde, material, 10)
    give(hilde, material, 10)
    assert HandOut.objects.count() == 5
    # What was taken back can be noted again.
    actions.take_back_handout(given=first, actor=ACTOR)
    assert give(hilde, material, 10, token="abc") != first
