"""Own languages take effect at a start: files from the database, and a site that knows them."""

import gettext
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import formats, translation
from pytest_django import Settings

from samen.base import clock, languages
from samen.base.templatetags.parts import short_day
from samen.languages import actions, at_start, taking_up
from samen.languages.catalogue import sentences
from samen.languages.models import Language, Sentence
from samen.languages.taking_up import take_up, take_up_if_there
from samen.messaging import kinds
from tests.support.initiative import ACTOR

ROOT = Path(__file__).resolve().parents[2]


def key(msgid: str) -> str:
    return next(one.key for one in sentences().values() if one.msgid == msgid)


def add(code: str, name: str, *, is_rtl: bool = False, **written: str) -> Language:
    """A language that is offered, with these words for `today` and `days` (both forms)."""
    made = actions.add_language(code=code, name=name, is_rtl=is_rtl, now=clock.now(), actor=ACTOR)
    by_key = {
        key({"today": "vandaag", "contents": "Naar de inhoud"}[n]): (text,) for n, text in written.items()
    }
    actions.translate(language=made, written=by_key, now=clock.now(), actor=ACTOR)
    actions.offer(language=made, is_offered=True, now=clock.now(), actor=ACTOR)
    return made


# ---------- The file that settings read ----------

OWN = at_start.OwnLanguage("ps", "پښتو", is_rtl=True, is_offered=True, changed_at="2026-11-25T10:00:00+00:00")


@pytest.mark.pure
def test_what_is_written_is_read(tmp_path: Path) -> None:
    hidden = at_start.OwnLanguage("so", "Soomaali", is_rtl=False, is_offered=False, changed_at="x")
    (tmp_path / at_start.FILE).write_text(at_start.as_text([OWN, hidden]), encoding="utf-8")
    assert at_start.read(tmp_path) == (OWN, hidden)
    assert at_start.together([("nl", "Nederlands")], [OWN, hidden]) == [("nl", "Nederlands"), ("ps", "پښتو")]


@pytest.mark.pure
@pytest.mark.parametrize("content", [None, "", "{", "[1]", '{"a": 1}', '[{"code": "ps"}]', "\ud800"])
def test_a_damaged_file_stops_no_start(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / at_start.FILE).write_bytes(content.encode("utf-8", "surrogatepass"))
    assert at_start.read(tmp_path) == ()


# ---------- Taking up ----------


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    """A folder for the files, and the languages as they were afterwards."""
    settings.OWN_LANGUAGES, settings.LANGUAGES = (), list(settings.SHIPPED_LANGUAGES)
    settings.LOCALE_PATHS = [tmp_path / "locale", *settings.LOCALE_PATHS]
    formats.reset_format_cache()
    with translation.override("nl"):
        yield tmp_path / "locale"
    formats.reset_format_cache()


pytestmark = pytest.mark.django_db


def test_without_own_languages_nothing_is_written(folder: Path) -> None:
    take_up(folder)
    assert not folder.exists()
    assert languages.codes() == [code for code, _name in django_settings.SHIPPED_LANGUAGES]


def test_the_site_knows_the_language_everywhere(folder: Path) -> None:
    add("ps", "پښتو", is_rtl=True, today="نن", contents="منځپانګې ته")
    take_up(folder)
    assert languages.codes()[-1] == "ps"
    assert languages.every()[-1] == languages.Language("ps", "پښتو", is_rtl=True)
    with translation.override("ps"):
        assert (translation.gettext("vandaag"), translation.gettext("gisteren")) == ("نن", "gisteren")
    page = Client().get("/", headers={"accept-language": "ps-AF,en;q=0.5"}).content.decode()
    assert '<html lang="ps" dir="rtl"' in page
    assert "منځپانګې ته" in page
    assert Client().get("/?lang=ps").cookies["django_language"].value == "ps"


def test_files_are_private_and_only_written_when_something_changed(folder: Path) -> None:
    made = add("sr-latn", "Srpski", today="danas")
    take_up(folder)
    file = folder / "sr_Latn" / "LC_MESSAGES" / "django.mo"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads((folder / at_start.FILE).read_text())[0]["code"] == "sr-latn"
    file.write_bytes(b"left alone")
    take_up(folder)
    assert file.read_bytes() == b"left alone"
    actions.translate(language=made, written={key("vandaag"): ("dans",)}, now=clock.now(), actor=ACTOR)
    take_up(folder)
    assert gettext.GNUTranslations(file.open("rb")).gettext("vandaag") == "dans"
    file.unlink()
    take_up(folder)
    assert file.exists()


def test_what_is_no_longer_there_goes_and_the_site_still_answers(folder: Path) -> None:
    made = add("so", "Soomaali", today="maanta")
    take_up(folder)
    actions.offer(language=made, is_offered=False, now=clock.now(), actor=ACTOR)
    take_up(folder)
    assert "so" not in languages.codes()
    assert languages.language("so").name == "Soomaali"
    actions.remove_language(language=made, actor=ACTOR)
    take_up(folder)
    assert [file.name for file in folder.iterdir()] == [at_start.FILE]
    client = Client()
    client.cookies["django_language"] = "so"
    assert '<html lang="nl"' in client.get("/").content.decode()


def test_a_language_of_which_nothing_is_known_has_its_code_for_a_name() -> None:
    assert languages.language("xx-test") == languages.Language("xx-test", "xx-test", is_rtl=False)


def test_flawed_words_in_the_database_reach_no_page(folder: Path) -> None:
    add("so", "Soomaali", today="maanta")
    Sentence.objects.update(forms=["<b>maanta</b>"])
    Language.objects.update(changed_at=clock.now())
    take_up(folder)
    with translation.override("so"):
        assert translation.gettext("vandaag") == "vandaag"


def test_counted_sentences_take_the_form_of_the_number(folder: Path) -> None:
    made = add("sr-latn", "Srpski")
    forms = ("%(n)s dan", "%(n)s dana", "%(n)s dana.")
    actions.translate(language=made, written={key("%(n)s dag"): forms}, now=clock.now(), actor=ACTOR)
    take_up(folder)
    with translation.override("sr-latn"):
        said = [translation.ngettext("%(n)s dag", "%(n)s dagen", n) for n in (1, 3, 5, 21)]
    assert said == ["%(n)s dan", "%(n)s dana", "%(n)s dana.", "%(n)s dan"]


@pytest.mark.parametrize(
    ("code", "day"),
    [
        # Neither Django nor Unicode's tables know Dari by this code: the Dutch stands in.
        ("prs", "25 november"),
        # Unicode's tables know these, Django does not.
        ("so", "25 Noofeembar"),
        ("ti", "25 ሕዳር"),
        # Django has Albanian days of its own.
        ("sq", "25 Nëntor"),
    ],
)
def test_days_in_words(folder: Path, code: str, day: str) -> None:
    add(code, "Taal")
    take_up(folder)
    with translation.override(code):
        assert short_day(clock.today().replace(year=clock.today().year, month=11, day=25)) == day


def test_a_message_falls_back_to_dutch_until_its_text_is_translated(folder: Path) -> None:
    add("so", "Soomaali")
    made = add("sq", "Shqip")
    kind = next(one for one in kinds.with_texts() if "{given_name}" in str(one.body))
    body = key(str(kind.body))
    actions.translate(
        language=made,
        written={body: (str(kind.body).replace("Dag", "Tungjatjeta"),)},
        now=clock.now(),
        actor=ACTOR,
    )
    take_up(folder)
    assert kind.standard("so") == kind.standard("nl")
    assert (kind.standard("sq").language, kind.standard("sq").body[:11]) == ("sq", "Tungjatjeta")


def test_without_tables_the_site_starts_with_what_it_wrote(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Language._meta, "db_table", "no_such_table")
    with pytest.MonkeyPatch.context():
        from django.db import transaction

        with transaction.atomic():
            sid = transaction.savepoint()
            take_up_if_there(folder)
            transaction.savepoint_rollback(sid)
    assert "are those of the last start" in caplog.text
    assert not folder.exists()


def test_the_same_words_give_the_same_file(folder: Path) -> None:
    made = add("so", "Soomaali", today="maanta")
    assert taking_up.compiled(made) == taking_up.compiled(made)


# ---------- As a program ----------

ADD = """
import django, json
django.setup()
from samen.base import audit, clock
from samen.languages import actions
from samen.languages.catalogue import sentences
one = actions.add_language(code="ps", name="پښتو", is_rtl=True, now=clock.now(), actor=audit.COMMAND)
key = next(s.key for s in sentences().values() if s.msgid == "Naar de inhoud")
actions.translate(language=one, written={key: ("منځپانګې ته",)}, now=clock.now(), actor=audit.COMMAND)
actions.offer(language=one, is_offered=True, now=clock.now(), actor=audit.COMMAND)
"""
ASK = """
import django
django.setup()
from django.test import Client
page = Client(SERVER_NAME="localhost").get("/?lang=ps", follow=True).content.decode()
assert '<html lang="ps" dir="rtl"' in page, page[:300]
assert "منځپانګې ته" in page
assert "پښتو" in Client(SERVER_NAME="localhost").get("/").content.decode()
"""
OVER_WSGI = """
from samen.site.wsgi import application
from samen.base import languages
print(",".join(languages.codes()))
"""


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., str]:
    """Runs Python on a data folder of its own; answers with what it printed."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment = {
        **kept,
        "SAMEN_DATA": str(tmp_path / "data"),
        "DJANGO_SETTINGS_MODULE": "samen.site.settings",
        "PYTHONPATH": str(ROOT / "src"),
    }

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return run


def test_a_language_works_at_the_next_start(program: Callable[..., str], tmp_path: Path) -> None:
    folder = tmp_path / "data" / "locale"
    program("-m", "samen.site", "initiative", "add", "deinze", "--name", "Samen in Deinze")
    assert program("-c", OVER_WSGI).endswith(",ro")
    program("-c", ADD)
    assert not (folder / "ps").exists()
    program("-m", "samen.site", "check")
    assert (folder / "ps" / "LC_MESSAGES" / "django.mo").exists()
    program("-m", "django", "collectstatic", "--noinput", "-v0")
    program("-c", ASK)
    # The database is the truth: another machine, or a folder that was lost, has the same.
    (folder / at_start.FILE).write_text("damaged")
    assert program("-c", OVER_WSGI).endswith(",ro,ps")
    assert program("-c", OVER_WSGI).endswith(",ro,ps")
