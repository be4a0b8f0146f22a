"""Texts that an initiative may change: messages, the public page, flyers and information sheets."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.languages import DUTCH, Language, codes, language
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.initiatives.models import Initiative
from samen.messaging import actions, kinds, queries
from samen.messaging.blocks import Block
from samen.messaging.choices import Surface
from samen.messaging.examples import example_values
from samen.messaging.forms import WordsForm
from samen.messaging.kinds import CONTACT, Kind, Words
from samen.messaging.letters import Letter
from samen.messaging.pieces import Piece, filled, values_of
from samen.messaging.placeholders import render as fill
from samen.messaging.queries import Version
from samen.messaging.shown import Shown, shown
from samen.outreach.flyer_words import ROLE_OF
from samen.outreach.materials_forms import START
from samen.outreach.neutrality import hints
from samen.outreach.page_texts import TICKS


@dataclass(frozen=True)
class Row:
    """One text in the list."""

    kind: Kind
    versions: list[Version]

    @property
    def read_in_dutch(self) -> list[Version]:
        """In these languages people read the initiative's own Dutch."""
        return [one for one in self.versions if one.is_missing and one.is_dutch_own]

    @property
    def behind(self) -> list[Version]:
        """In these languages people read our text; the initiative's own says something else."""
        return [one for one in self.versions if one.is_behind]


@require_safe
@desk_page(Permission.SEND_MESSAGES)
def texts(request: DeskRequest) -> HttpResponse:
    """Every text that may be changed, by where it is read, and how it stands in each language."""
    own = queries.own_texts()
    rows = [Row(one, queries.versions(one, own)) for one in kinds.with_texts()]
    groups = [(surface, [row for row in rows if row.kind.surface == surface]) for surface in Surface]
    return render(request, "desk/texts.html", {"section": "messages", "groups": groups})


@require_http_methods(["GET", "POST"])
@desk_page(Permission.SEND_MESSAGES)
def text(request: DeskRequest, code: str, written_in: str) -> HttpResponse:
    """One text in one language: the Dutch beside it, and how it will look."""
    one = _kind(code, written_in)
    own = queries.own_texts([code])
    versions = queries.versions(one, own)
    current = next(version for version in versions if version.language.code == written_in)
    data = request.POST if request.method == "POST" else None
    form = _form(one, current, data)
    is_valid = data is not None and form.is_valid()
    if is_valid and request.POST.get("do") != "look":
        actions.write_text(kind=one, words=form.words(), now=clock.now(), actor=request.desk.actor)
        tell(request, _("De tekst is bewaard."))
        return redirect("text", request.desk.initiative.slug, code, written_in)
    dutch = queries.words_of(one, DUTCH, own)
    words = form.words() if is_valid else current.words
    context = {
        "section": "messages",
        "kind": one,
        "form": form,
        "names": [f"{{{name}}}" for name in one.names],
        "versions": versions,
        "current": current,
        "dutch": dutch,
        "hints": _hints(one, words) if is_valid or current.is_own else [],
        "empty": _empty(one, words, request.desk.initiative),
        "is_trial": is_valid,
        **_preview(one, words, dutch, written_in, request.desk.initiative),
    }
    return render(
        request, "desk/text.html", context, status=422 if data is not None and not is_valid else 200
    )


@require_POST
@desk_page(Permission.SEND_MESSAGES)
def standard(request: DeskRequest, code: str, written_in: str) -> HttpResponse:
    """Back to the text that comes with Samen."""
    actions.back_to_standard(kind=_kind(code, written_in), language=written_in, actor=request.desk.actor)
    tell(request, _("De standaardtekst staat er weer."))
    return redirect("text", request.desk.initiative.slug, code, written_in)


def _kind(code: str, written_in: str) -> Kind:
    one = kinds.find(code)
    if one not in kinds.with_texts() or one is None or written_in not in codes():
        raise Http404
    return one


def _form(one: Kind, current: Version, data: object) -> WordsForm:
    return WordsForm(
        data,
        names=one.names,
        language=current.language.code,
        direction=current.language.direction,
        longest=one.longest,
        has_subject=one.is_message,
        initial={"subject": current.words.subject, "body": current.words.body},
    )


# ---------- How it will look ----------


@dataclass(frozen=True)
class OnPage:
    """A text as the public page or a sheet shows it, made in the language of its reader."""

    title: str
    blocks: list[Block]
    language: Language
    tick: str


def _preview(
    one: Kind, words: Words, dutch: Words, reader: str, here: Initiative
) -> dict[str, Shown | OnPage | str]:
    """What the page shows beside the form: a mail, a part of a page or a picture of a flyer."""
    if one.is_message:
        return {"preview": _mail(one, words, dutch, reader, here.name)}
    values = values_of(here)
    ready = filled(words, values)
    if one.surface == Surface.FLYER:
        return {"picture": _flyer(one, ready, reader, here)}
    piece = Piece(ready, filled(dutch, values))
    # The Dutch beside a title is there for who reads another language, as it is on the page.
    with override(reader):
        return {"on_page": OnPage(piece.title, piece.blocks, piece.language, TICKS.get(one.code, ""))}


def _mail(one: Kind, words: Words, dutch: Words, reader: str, name: str) -> Shown:
    """The text with made-up values, as the reader sees it."""
    values, is_rtl = example_values(one.names, name), language(words.language).is_rtl
    return shown(
        Letter(
            initiative=name,
            subject=fill(words.subject, values, is_rtl=is_rtl),
            body=fill(words.body, values, is_rtl=is_rtl),
            language=reader,
            words_language=words.language,
            dutch=fill(dutch.body, values) if words.language != DUTCH else "",
            stop_url="#" if one.may_be_stopped else "",
        )
    )


def _flyer(one: Kind, words: Words, reader: str, here: Initiative) -> str:
    """The address of a picture of a flyer with these words."""
    asked = {**START, "for_role": ROLE_OF[one.code], "language": reader}
    query = urlencode({**asked, "title": words.subject, "body": words.body, "size": "large"})
    return f"{reverse('material_look', args=[here.slug])}?{query}"


def _hints(one: Kind, words: Words) -> list[str]:
    """What to think about once more, for what everybody may read."""
    if one.is_message:
        return []
    return hints(f"{words.subject}\n{words.body}", has_room=one.surface != Surface.FLYER)


def _empty(one: Kind, words: Words, here: Initiative) -> list[str]:
    """Names that this text fills in with nothing: the initiative never told them."""
    values = values_of(here)
    return [
        f"{{{name}}}"
        for name in CONTACT
        if name in one.names and not values[name] and f"{{{name}}}" in words.subject + words.body
    ]
