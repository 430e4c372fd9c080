"""What the words of a page lack, without a database."""

from types import SimpleNamespace

import pytest

from tourism.base.checking import OtherPage, Words, check_words, pictures_in

LIVE = {"id": OtherPage(7, is_live=True)}
COMPLETE = Words("A night of dancing.", 1, (2,))


def picture(pk=1, **values):
    facts = {"title": "Ijen", "credit": "Sri", "description": "A lake.", "is_wide_enough": True}
    return SimpleNamespace(pk=pk, width=1600, **facts | values)


PICTURES = {1: picture(1), 2: picture(2)}


def kinds(words=COMPLETE, pictures=PICTURES, others=LIVE):
    return [check.kind for check in check_words(5, words, pictures, others)]


def test_a_complete_page_lacks_nothing():
    assert kinds() == []


@pytest.mark.parametrize("summary", ["", "  \n"])
def test_a_page_without_summary_is_told_so(summary):
    assert kinds(Words(summary, 1, ())) == ["summary"]


def test_a_page_without_cover_is_told_that_a_drawing_stands_in():
    assert kinds(Words("Words.", None, ())) == ["cover"]


def test_each_picture_is_asked_for_credit_and_description_once():
    bare = {"credit": "", "description": " "}
    pictures = {1: picture(1, **bare), 2: picture(2, **bare)}

    found = check_words(5, Words("Words.", 1, (2, 2)), pictures, LIVE)

    assert [check.kind for check in found] == [
        "credit-cover", "description-cover", "credit-body", "description-body"
    ]  # fmt: skip
    assert found[0].url == "/admin/images/1/#id_credit"
    assert found[3].url == "/admin/images/2/#id_description"


def test_a_narrow_picture_is_named_on_the_cover_and_nowhere_else():
    narrow = {1: picture(1, is_wide_enough=False), 2: picture(2, is_wide_enough=False)}

    assert kinds(pictures=narrow) == ["narrow"]


def test_the_page_of_the_other_language_is_missing_or_a_draft():
    [missing] = check_words(5, COMPLETE, PICTURES, {"id": None})
    [draft] = check_words(5, COMPLETE, PICTURES, {"id": OtherPage(7, is_live=False)})

    assert (missing.kind, missing.url) == ("no-translation", "/admin/localize/submit/page/5/")
    assert missing.sentence == "There is no page in Indonesian."
    assert (draft.kind, draft.url) == ("draft-translation", "/admin/pages/7/edit/")


def test_a_deleted_picture_is_nobodys_fault():
    assert kinds(pictures={}) == []


def test_pictures_of_a_body_are_found_in_galleries_too():
    body = [
        {"type": "paragraph", "value": "<p>Words.</p>"},
        {"type": "image", "value": {"image": 3, "caption": ""}},
        {"type": "gallery", "value": [{"type": "item", "value": {"image": 4}}, {"image": 5}]},
        {"type": "image", "value": {"image": None}},
    ]

    assert pictures_in(body) == (3, 4, 5)
