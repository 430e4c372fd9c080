"""The office's look at tour operators: it vouches for them, and never sees a secret."""

import pytest

from festivals.models import Operator
from tests.festivals.operators.signing import feed_of, operator_called, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator() -> Operator:
    return operator_called("ijen@example.org", name="Ijen Jaya Tour")


def test_the_office_approves_and_withdraws(editor, operator):
    feed_of(operator)
    html = text(editor.get("/admin/operators/"))
    assert "ijen@example.org" in html
    path = f"/admin/operators/{operator.pk}/approval/"
    assert 'value="approve"' in text(editor.get(path))

    for _ in range(2):
        assert editor.post(path, {"do": "approve"}).status_code == 302
    assert Operator.objects.get().is_approved
    for _ in range(2):
        assert editor.post(path, {"do": "withdraw"}).status_code == 302
    assert not Operator.objects.get().is_approved


def test_the_office_sees_no_secret_and_makes_no_account(editor, operator):
    row = feed_of(operator)
    digest = row.keys.get().digest
    pages = [
        "/admin/operators/",
        f"/admin/operators/edit/{operator.pk}/",
        f"/admin/operators/{operator.pk}/approval/",
    ]

    for path in pages:
        response = editor.get(path)
        assert response.status_code == 200
        assert digest not in text(response)
    assert editor.get("/admin/operators/new/").status_code in (302, 403, 404)


@pytest.mark.parametrize("query", ["approved=true", "approved=false", ""])
def test_the_office_narrows_the_list(editor, operator, query):
    operator_called("a@example.org", name="Approved Tour", approved=True)
    operator_called("b@example.org")

    html = text(editor.get(f"/admin/operators/?{query}"))

    assert ("Ijen Jaya Tour" in html) == (query != "approved=true")
    assert ("Approved Tour" in html) == (query != "approved=false")


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_of_the_office_takes_the_same_queries_however_long(
    editor, django_assert_max_num_queries, count
):
    for number in range(count):
        feed_of(operator_called(f"a{number}@example.org"), token=f"{number}" * 32)
    editor.get("/admin/operators/")

    with django_assert_max_num_queries(16):
        editor.get("/admin/operators/")


def test_who_may_not_change_operators_approves_none(member, operator):

    response = member.post(f"/admin/operators/{operator.pk}/approval/", {"do": "approve"})

    assert response.status_code in (302, 403)
    assert not Operator.objects.get().is_approved


def test_the_office_deletes_an_account_with_its_user(editor, operator):

    editor.post(f"/admin/operators/delete/{operator.pk}/")

    assert not Operator.objects.exists()
    assert not type(operator.user).objects.filter(pk=operator.user_id).exists()
