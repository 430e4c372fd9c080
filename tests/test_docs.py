"""What the README promises is there, and what is there the README tells."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
VARIABLE = re.compile(
    r"env\.(?:text|required|words|flag|one_of|email|mail|day|database)\(\s*\"([A-Z_]+)\""
)


def variables() -> set[str]:
    return {
        name
        for path in (ROOT / "tourism/settings").glob("*.py")
        for name in VARIABLE.findall(path.read_text(encoding="utf-8"))
    }


def targets() -> list[str]:
    return re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)


def commands() -> list[str]:
    return sorted(
        path.stem
        for path in ROOT.glob("*/**/management/commands/*.py")
        if path.stem != "__init__" and ".venv" not in path.parts
    )


def locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", text, re.M))


def test_there_is_something_to_tell():
    assert len(variables()) >= 6
    assert {"demo", "test", "lint"} <= set(targets())
    assert {"demo", "load_sample_data"} <= set(commands())


@pytest.mark.parametrize("name", sorted(variables()))
def test_every_variable_is_in_the_readme(name: str):
    assert f"`{name}`" in README


@pytest.mark.parametrize("name", targets())
def test_every_make_target_is_in_the_readme(name: str):
    assert f"make {name}" in README


@pytest.mark.parametrize("name", commands())
def test_every_command_is_in_the_readme(name: str):
    assert f"manage.py {name}" in README


@pytest.mark.parametrize("room", ["destinations", "festivals", "itineraries"])
def test_every_room_has_a_card(room: str):
    assert (ROOT / room / "README.md").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locks_hold_what_is_wanted_with_hashes_and_no_address(name: str):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    if "dev" in name:
        wanted += project["dependency-groups"]["dev"]
    names = {re.match(r"[a-z0-9-]+", line, re.I).group().lower() for line in wanted}
    text = (ROOT / name).read_text(encoding="utf-8")

    assert names <= set(locked(name))
    assert text.count("--hash=sha256:") >= len(locked(name))
    assert "://" not in text
    assert "index-url" not in text


def test_both_locks_agree():
    run, dev = locked("requirements.txt"), locked("requirements-dev.txt")

    assert {name: dev.get(name) for name in run} == run
