"""The data folder, the key that is drawn there, and no start on a weak one."""

import socket
import stat
from pathlib import Path

import pytest
from pytest_django import Settings

from samen.base.errors import Refused
from samen.site.commands_run import _listen, refuse_unsafe_start
from samen.site.data_folder import DEFAULT_KEY, SHORTEST_KEY, DataFolder


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "deep" / "data")


def test_prepare_makes_a_folder_for_its_owner_alone(data: DataFolder) -> None:
    data.prepare()
    assert mode(data.path) == 0o700
    assert [(file.name, mode(file)) for file in data.path.iterdir()] == [("secret_key", 0o600)]


def test_a_folder_that_others_could_read_is_closed(data: DataFolder) -> None:
    data.path.mkdir(parents=True, mode=0o755)
    data.prepare()
    assert mode(data.path) == 0o700


def test_the_key_is_drawn_once_and_long_enough(data: DataFolder) -> None:
    assert data.secret_key("") == DEFAULT_KEY
    data.prepare()
    key = data.secret_key("")
    data.prepare()
    assert data.secret_key("") == key
    assert len(key) >= SHORTEST_KEY


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    folders = [DataFolder(tmp_path / name) for name in "ab"]
    for folder in folders:
        folder.prepare()
    assert folders[0].secret_key("") != folders[1].secret_key("")


def test_a_key_from_the_environment_goes_first(data: DataFolder) -> None:
    data.prepare()
    assert data.secret_key("from outside") == "from outside"


def test_the_demo_is_a_file_in_the_folder(data: DataFolder) -> None:
    data.prepare()
    assert not data.is_demo
    data.demo_file.write_text('{"initiative": "demo"}')
    assert data.is_demo
    assert data.read_demo() == {"initiative": "demo"}


# ---------- No unsafe start ----------

GOOD_KEY = "k" * SHORTEST_KEY


def start(settings: Settings, *, key: str = GOOD_KEY, demo: bool = False, host: str = "127.0.0.1") -> None:
    settings.SECRET_KEY, settings.DEMO, settings.HOST = key, demo, host
    refuse_unsafe_start()


def refusal(settings: Settings, **known: object) -> str:
    """The code; the sentence names the setting to change."""
    with pytest.raises(Refused, match="SAMEN_") as raised:
        start(settings, **known)  # type: ignore[arg-type]
    return raised.value.code


@pytest.mark.parametrize("key", [DEFAULT_KEY, "k", "k" * (SHORTEST_KEY - 1)])
def test_no_start_on_a_weak_key(settings: Settings, key: str) -> None:
    assert refusal(settings, key=key) == "weak_key"
    start(settings, key=GOOD_KEY)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "samen.example", ""])  # noqa: S104
def test_the_demo_does_not_start_for_others(settings: Settings, host: str) -> None:
    assert refusal(settings, demo=True, host=host) == "demo_stays_home"
    start(settings, demo=False, host=host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "::1"])
def test_the_demo_starts_at_home(settings: Settings, host: str) -> None:
    start(settings, demo=True, host=host)


def test_a_port_that_is_taken_is_told(settings: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        settings.HOST, settings.PORT = taken.getsockname()
        with pytest.raises(Refused, match=f"poort {settings.PORT} kan Samen niet luisteren"):
            _listen()
