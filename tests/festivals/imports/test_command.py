"""The command that reads a file: rows as JSON, a dry run, and clear rows entered."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from festivals.models import Edition, Import, ImportRow
from tests.festivals.dates.past import SAMPLE
from tests.festivals.imports.real import HERE

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = io.StringIO()
    call_command("import_editions", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_prints_rows_and_a_dry_run_writes_nothing(sample):
    path = str(HERE / "kalender-2019.xlsx")

    rows = json.loads(run(path, "--year", "2019", "--dry-run", "--format", "json"))

    assert rows[6] == {
        "row": 10,
        "name": "Blue Fire Ijen Challenge",
        "outcome": "new",
        "slug": "blue-fire-ijen-challenge",
        "first": "2019-07-13",
        "last": "2019-07-13",
        "reason": "",
    }
    assert not Edition.objects.exists()
    assert not Import.objects.exists()


def test_the_command_enters_what_is_clear(sample):
    text = run(str(HERE / "kalender-2019.xlsx"), "--year", "2019")

    assert "unclear   Festival Kampung Baru Sukses: ?, no day. “TBA”" in text
    assert Edition.objects.count() == 23
    assert ImportRow.objects.filter(is_done=True).count() == 24


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nothing.xlsx", "--year", "2019"), "cannot be read: No such file"),
        ((str(SAMPLE), "--year", "1845"), "give a year from 2000 to 2052"),
        (("http://127.0.0.1/k.ics", "--year", "2027"), "lies in a private network"),
        ((str(SAMPLE), "--year", "2027"), "No header was found"),
    ],
)
def test_the_command_refuses_with_a_sentence(arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(*arguments)
