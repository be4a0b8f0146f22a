"""The administrator's pages: which languages this site has, and the sentences of one."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock, languages
from samen.base.page import tell
from samen.initiatives.access import SiteRequest, administrator_page
from samen.languages import actions, catalogue, queries
from samen.languages.choices import Show, Subject
from samen.languages.forms import LTR, RTL, LanguageForm, NameForm, SentencesForm
from samen.languages.models import Language
from samen.languages.queries import Row

PAGE_SIZE = 20
DEFAULT_HELP = "en"


@require_safe
@administrator_page
def language_list(request: SiteRequest) -> HttpResponse:
    """Every language: those that ship, and those of this site with how far they are."""
    context = {
        "shipped": [languages.language(code) for code in queries.shipped_codes()],
        "own": [
            (one, share, queries.standing(one), queries.name_in_dutch(one.code))
            for one, share in queries.own_languages()
        ],
    }
    return render(request, "languages/list.html", context)


@require_http_methods(["GET", "POST"])
@administrator_page
def add(request: SiteRequest) -> HttpResponse:
    """One more language."""
    form = LanguageForm(request.POST if request.method == "POST" else None, initial={"direction": LTR})
    if form.is_valid():
        made = actions.add_language(
            code=form.cleaned_data["code"],
            name=form.cleaned_data["name"],
            is_rtl=form.is_rtl,
            now=clock.now(),
            actor=request.actor,
        )
        tell(request, _("%(name)s is toegevoegd. Nu kan je de zinnen vertalen.") % {"name": made.name})
        return redirect("language", made.code)
    return render(
        request,
        "languages/form.html",
        {"form": form, "language_shown": None},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@administrator_page
def change(request: SiteRequest, code: str) -> HttpResponse:
    """Another name or direction."""
    one = _own(code)
    initial = {"name": one.name, "direction": RTL if one.is_rtl else LTR}
    form = NameForm(request.POST if request.method == "POST" else None, known_as=one.code, initial=initial)
    if form.is_valid():
        actions.change_language(
            language=one,
            name=form.cleaned_data["name"],
            is_rtl=form.is_rtl,
            now=clock.now(),
            actor=request.actor,
        )
        tell(request, _("%(name)s is bewaard.") % {"name": one.name})
        return redirect("language", one.code)
    return render(
        request,
        "languages/form.html",
        {"form": form, "language_shown": one},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@administrator_page
def sentences(request: SiteRequest, code: str) -> HttpResponse:
    """The sentences of a language, twenty a page, to fill in."""
    one = _own(code)
    if request.method == "POST":
        return _keep(request, one)
    wanted = _wanted(request.GET)
    if wanted["show"] == Show.OUTDATED:
        gone = Paginator(queries.outdated(one, wanted["q"]), PAGE_SIZE).get_page(request.GET.get("page"))
        return _show(request, one, wanted, gone, None)
    found = queries.rows(one, wanted["show"], wanted["subject"], wanted["q"])
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    return _show(request, one, wanted, page, SentencesForm(language=one, rows=list(page.object_list)))


def _keep(request: SiteRequest, one: Language) -> HttpResponse:
    """Keep every sentence without a mistake; show those with one again."""
    rows = _posted(one, request.POST)
    form = SentencesForm(request.POST, language=one, rows=rows)
    is_whole = form.is_valid()
    actions.translate(language=one, written=form.good, now=clock.now(), actor=request.actor)
    n = len(form.good)
    kept = ngettext("%(n)s zin is bewaard.", "%(n)s zinnen zijn bewaard.", n) % {"n": n}
    wanted = _wanted(request.GET)
    if not is_whole:
        left = [row for row in rows if row.source.key not in form.good]
        again = SentencesForm(request.POST, language=one, rows=left)
        page = Paginator(left, PAGE_SIZE).get_page(1)
        return _show(request, one, wanted, page, again, kept=kept if n else "")
    tell(request, kept if n else _("Er was niets veranderd."))
    query = request.GET.copy()
    if wanted["show"] == Show.MISSING:
        # What was kept left the list, so the next sentences are on its first page.
        query.pop("page", None)
    return redirect(f"{request.path}?{query.urlencode()}" if query else request.path)


@require_POST
@administrator_page
def offer(request: SiteRequest, code: str) -> HttpResponse:
    """Visitors may choose it, or no longer."""
    one, is_offered = _own(code), request.POST.get("offered") == "1"
    actions.offer(language=one, is_offered=is_offered, now=clock.now(), actor=request.actor)
    if is_offered:
        tell(request, _("Bezoekers kunnen %(name)s kiezen vanaf de volgende start.") % {"name": one.name})
    else:
        tell(request, _("Bezoekers kiezen %(name)s niet meer vanaf de volgende start.") % {"name": one.name})
    return redirect("language", code)


@require_http_methods(["GET", "POST"])
@administrator_page
def remove(request: SiteRequest, code: str) -> HttpResponse:
    """Ask once more, then take the language and its sentences away for good."""
    one = _own(code)
    if request.method == "POST":
        actions.remove_language(language=one, actor=request.actor)
        tell(request, _("%(name)s is weg, met alle zinnen.") % {"name": one.name})
        return redirect("language_list")
    context = {"language_shown": one, "sentences": one.sentences.count()}
    return render(request, "languages/remove.html", context)


def _own(code: str) -> Language:
    one = queries.find(code)
    if one is None:
        raise Http404
    return one


def _wanted(asked: QueryDict) -> dict[str, str]:
    """What the address asks to see; whatever it does not know is left out."""
    show, subject, language = asked.get("show", ""), asked.get("subject", ""), asked.get("help", DEFAULT_HELP)
    return {
        "show": show if show in Show.values else Show.MISSING.value,
        "subject": subject if subject in Subject.values else "",
        "q": asked.get("q", "")[:100],
        "help": language if language in queries.shipped_codes() else DEFAULT_HELP,
    }


def _posted(one: Language, posted: QueryDict) -> list[Row]:
    """The sentences that the page held; one that the site no longer says is passed over."""
    known, there = queries.translations(one), catalogue.sentences()
    keys = dict.fromkeys(posted.getlist("key")[:PAGE_SIZE])
    return [Row(there[key], known.get(key, ())) for key in keys if key in there]


def _show(
    request: SiteRequest,
    one: Language,
    wanted: dict[str, str],
    page: Page[Any],
    form: SentencesForm | None,
    *,
    kept: str = "",
) -> HttpResponse:
    helped = wanted["help"] if wanted["help"] != languages.DUTCH else ""
    share = queries.share(one)
    context = {
        "language_shown": one,
        "in_dutch": queries.name_in_dutch(one.code),
        "share": share,
        "standing": queries.standing(one),
        "wanted": wanted,
        "page": page,
        "form": form,
        "kept": kept,
        "blocks": form.blocks(catalogue.existing(helped) if helped else {}) if form else [],
        "helper": languages.language(helped) if helped else None,
        "helpers": [languages.language(code) for code in queries.shipped_codes() if code != languages.DUTCH],
        "tabs": [
            (Show.MISSING, share.missing),
            (Show.ALL, share.total),
            (Show.OUTDATED, len(queries.outdated(one))),
        ],
        "subjects": Subject.choices,
    }
    return render(request, "languages/language.html", context, status=422 if form and form.errors else 200)
