"""The walls of the house, read from the code itself.

    tourism.base <- destinations <- festivals <- itineraries <- tourism.home

The project's own files (settings, urls, wsgi) may see everything. import-linter holds the
same walls from `pyproject.toml`; here they fail with the line that breaks them.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = [
    "tourism.base",
    "destinations",
    "festivals",
    "itineraries",
    "tourism.home",
]  # Lowest first.
ENGINES = [
    "destinations/geography.py",
    "destinations/opening.py",
    "destinations/cartography.py",
    "destinations/travel",
    "festivals/dates",
]
FRAMEWORK = {"django", "wagtail", "modelcluster", "taggit", "django_filters"}
CLOCK = re.compile(r"\b(date\.today|datetime\.now|datetime\.utcnow|timezone\.now|localdate)\(")
CLOCK_READERS = re.compile(r"(middleware|views|feeds|tasks)\.py$|/management/commands/")
PAGE_FACTS = {
    "DateField", "DateTimeField", "TimeField", "DecimalField", "FloatField", "IntegerField",
    "PositiveIntegerField", "PositiveSmallIntegerField",
}  # fmt: skip


def modules(folder: str = "") -> list[Path]:
    """The project's own modules under a folder; tests and migrations are not rooms."""
    start = ROOT / folder
    found = [start] if start.is_file() else start.rglob("*.py")
    rooms = ("tourism/", "destinations/", "festivals/", "itineraries/")
    return sorted(
        path
        for path in found
        if str(path.relative_to(ROOT)).startswith(rooms) and "migrations" not in path.parts
    )


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def room_of(module: str) -> str | None:
    return next((room for room in ROOMS if module == room or module.startswith(f"{room}.")), None)


def imports_of(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield ("." * node.level) + (node.module or ""), node


def test_the_walls_are_looked_at():
    assert len(modules()) > 60
    assert all(modules(engine) for engine in ENGINES)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_room_looks_down_never_up(path: Path):
    room = room_of(name_of(path))

    for imported, node in imports_of(path):
        other = room_of(imported)
        if room and other:
            assert ROOMS.index(other) <= ROOMS.index(room), f"{path}:{node.lineno} sees {imported}"


@pytest.mark.parametrize("path", [p for e in ENGINES for p in modules(e)], ids=name_of)
def test_engines_know_no_framework_and_no_clock(path: Path):
    for imported, node in imports_of(path):
        assert imported.split(".")[0] not in FRAMEWORK, f"{path}:{node.lineno} sees {imported}"
    assert not CLOCK.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_stand_at_the_top_with_their_full_path(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = [
        node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert not inside
    assert not [name for name, _ in imports_of(path) if name.startswith(".")]


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_the_clock_is_read_at_the_edge_only(path: Path):
    if CLOCK_READERS.search(str(path)):
        return

    assert not CLOCK.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_module_is_a_drawer_for_everything(path: Path):
    assert path.stem not in {"utils", "helpers", "services", "common", "misc"}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_an_empty_init(room: str):
    assert not (ROOT / room.replace(".", "/") / "__init__.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [p for p in modules() if p.name == "pages.py"], ids=name_of)
def test_a_page_holds_words_and_no_facts(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in PAGE_FACTS, f"{path}:{node.lineno} keeps a fact on a page"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_module_grows_beyond_four_hundred_lines(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < 400


@pytest.mark.parametrize(
    "path", sorted((ROOT / "templates").rglob("*.html")), ids=lambda path: path.name
)
def test_a_template_is_short_and_brings_no_script_or_style_of_its_own(path: Path):
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= 80
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", text)
    assert not re.search(r"(src|href)=\"https?:", text)
    for include in re.findall(r"{% include [^%]*%}", text):
        assert " only " in include, f"{include} hands everything on"
