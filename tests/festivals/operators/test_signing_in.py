"""In and out without a password: the letter, its link, and who asks too often."""

import time
from smtplib import SMTPServerDisconnected

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.mail.backends import locmem
from django.test import Client

from festivals.models import Operator
from festivals.operators.account import BY_CALLER
from tests.festivals.operators.signing import (
    DESK,
    START,
    ask,
    link_in_last_letter,
    operator_called,
    sign_in,
    text,
)
from tourism.base.models import User

pytestmark = pytest.mark.django_db


def test_the_first_link_makes_an_account_without_a_password_and_without_the_admin(client):
    response = sign_in(client, "New@Example.org")

    operator = Operator.objects.get()
    assert (response.status_code, response["Location"]) == (303, DESK)
    assert operator.email == "new@example.org"
    assert not operator.user.has_usable_password()
    assert not operator.user.has_perm("wagtailadmin.access_admin")
    assert client.get("/admin/", follow=True).redirect_chain[-1][0].startswith("/admin/login/")
    assert client.get(DESK).status_code == 200


def test_asking_alone_makes_no_account(client):
    ask(client)

    assert not Operator.objects.exists()


def test_the_answer_is_the_same_for_a_known_and_an_unknown_address(operator):
    known, unknown = (ask(Client(), email) for email in (operator.email, "nobody@example.org"))

    assert known.status_code == unknown.status_code == 200
    assert text(known).replace(operator.email, "") == text(unknown).replace(
        "nobody@example.org", ""
    )
    assert len(mail.outbox) == 2


def test_looking_at_the_link_does_not_use_it_up(client):
    ask(client)
    link = link_in_last_letter()

    for _ in range(3):  # A mail scanner, twice, and the reader.
        assert Client().get(link).status_code == 200
        assert Client().head(link).status_code == 200

    assert client.post(link).status_code == 303


def test_a_link_counts_once_and_offers_a_new_one(client):
    sign_in(client)
    link = link_in_last_letter()

    for response in (Client().get(link), Client().post(link)):
        assert response.status_code == 410
        assert "Ask for a new one" in text(response)
    assert "To your desk" in text(client.get(link))


def test_a_second_press_of_the_button_finds_the_way_to_the_desk(client):
    sign_in(client)

    again = client.post(link_in_last_letter())

    assert again.status_code == 410
    assert DESK in text(again)
    assert Operator.objects.count() == 1


def test_a_sign_in_uses_up_every_link_before_it(client):
    ask(client)
    first = link_in_last_letter()
    sign_in(client)

    assert Client().post(first).status_code == 410


def test_a_link_is_valid_for_half_an_hour(client, monkeypatch):
    ask(client)
    link = link_in_last_letter()
    now = time.time()

    monkeypatch.setattr(time, "time", lambda: now + 29 * 60)
    assert client.get(link).status_code == 200
    monkeypatch.setattr(time, "time", lambda: now + 31 * 60)
    assert client.get(link).status_code == 410
    assert client.post(link).status_code == 410


@pytest.mark.parametrize("link", ["x", "a:b:c", "x" * 3000, "..", "%00"])
def test_a_link_that_is_not_ours_is_a_page_that_offers_another(client, link):
    assert client.get(f"/en/operators/enter/{link}/").status_code in (404, 410)


def test_a_link_with_another_address_in_it_opens_nothing(client):
    ask(client)
    link = link_in_last_letter()
    changed = link.replace(link.split("/")[4][:4], "WyJi", 1)

    assert client.post(changed).status_code == 410


@pytest.mark.parametrize("is_by", ["superuser", "staff", "permission"])
def test_who_works_at_the_desk_of_the_office_is_not_let_in_by_a_letter(client, operator, is_by):
    user = operator.user
    if is_by == "permission":
        user.user_permissions.add(
            Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
        )
    else:
        User.objects.filter(pk=user.pk).update(**{f"is_{is_by}": True})

    response = ask(client, operator.email)

    assert response.status_code == 200
    assert mail.outbox == []


def test_a_link_that_was_sent_before_somebody_became_an_editor_opens_nothing(client, operator):
    ask(client, operator.email)
    User.objects.filter(pk=operator.user_id).update(is_superuser=True)

    assert client.post(link_in_last_letter()).status_code == 410


def test_the_address_of_an_editor_makes_an_account_of_its_own(client):
    editor = User.objects.create_superuser("editor", email="office@example.org", password="x")

    sign_in(client, "office@example.org")

    assert Operator.objects.get().user != editor
    assert not Operator.objects.get().user.is_superuser


def test_an_account_that_the_office_has_put_out_gets_no_letter(client, operator):
    User.objects.filter(pk=operator.user_id).update(is_active=False)

    assert ask(client, operator.email).status_code == 200
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [
        ("en", "Your link to sign in", "It counts once, and for 30 minutes"),
        ("id", "Tautan masuk", "hanya berlaku sekali"),
    ],
)
def test_the_letter_is_in_the_language_of_the_reader(client, language, subject, words):
    client.post(f"/{language}/operators/", {"email": "new@example.org"})

    letter = mail.outbox[0]
    html, kind = letter.alternatives[0]
    assert letter.subject.startswith(subject)
    assert words in letter.body
    assert words in html
    assert kind == "text/html"
    assert f"http://testserver/{language}/operators/enter/" in letter.body
    assert letter.to == ["new@example.org"]
    assert "&" not in letter.body


@pytest.mark.parametrize(
    "email",
    [
        "a@example.org\nBcc: all@example.org",
        "a@example.org\r\nSubject: x",
        "a@example.org, b@example.org",
        "a@example.org%0aBcc:b@example.org",
        '"a\nb"@example.org',
        "<a@example.org>",
        "",
        "a" * 250 + "@example.org",
        "a\x00@example.org",
    ],
)
def test_an_address_brings_nothing_into_the_letter(client, email):
    response = ask(client, email)

    assert response.status_code == 400
    assert mail.outbox == []
    assert "Please look at this again" in text(response)


@pytest.mark.parametrize("host", ["evil.example", "testserver:8000"])
def test_the_link_leads_to_the_site_and_not_to_the_host_that_was_asked(client, host, settings):
    settings.ALLOWED_HOSTS = ["*"]

    client.post(START, {"email": "new@example.org"}, headers={"host": host})

    assert host not in mail.outbox[0].body
    assert link_in_last_letter()


def test_who_asks_too_often_for_one_address_is_told_when_to_try_again(client):
    for number in range(3):
        assert ask(client, REMOTE_ADDR=f"192.0.2.{number}").status_code == 200

    response = ask(client)

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 15 * 60
    assert "Too many links were asked for. Try again in" in text(response)
    assert "new@example.org" in text(response)
    assert len(mail.outbox) == 3


def test_who_asks_for_many_addresses_is_stopped_and_nobody_else_is(client):
    for number in range(BY_CALLER.times):
        assert ask(client, f"a{number}@example.org").status_code == 200

    assert ask(client, "b@example.org").status_code == 429
    there = client.post(START, {"email": "b@example.org"}, REMOTE_ADDR="198.51.100.7")
    assert there.status_code == 200


def test_too_many_letters_do_not_keep_the_office_out_of_the_admin(client, homes):
    User.objects.create_superuser("editor", email="e@example.org", password="secret")
    for _ in range(BY_CALLER.times + 1):
        ask(client, "e@example.org")

    client.post("/admin/login/", {"username": "editor", "password": "secret"})

    assert client.get("/admin/").status_code == 200


def test_an_editor_is_not_signed_out_by_the_button_of_operators(client, homes):
    client.force_login(User.objects.create_superuser("editor", password="secret"))

    client.post("/en/operators/leave/")

    assert client.get("/admin/").status_code == 200


def test_the_way_that_somebody_was_on_is_kept_through_the_letter(client):
    wanted = "/en/operators/desk/new/?category=ritual"
    asked = client.get(wanted)
    assert asked.status_code == 302
    page = text(client.get(asked["Location"]))
    assert f'name="then" value="{wanted}"' in page

    assert sign_in(client, then=wanted)["Location"] == wanted


@pytest.mark.parametrize(
    "then", ["https://evil.example/", "//evil.example", "/admin/", "/en/operators/desk/\\..", "x"]
)
def test_a_letter_leads_nowhere_but_to_the_desk(client, then):
    assert sign_in(client, then=then)["Location"] == DESK


def test_signing_out_ends_the_session(desk):
    assert desk.post("/en/operators/leave/").status_code == 303
    assert desk.get(DESK).status_code == 302
    assert desk.post("/en/operators/leave/").status_code == 303
    assert desk.get("/en/operators/leave/").status_code == 405


def test_a_mail_server_that_does_not_answer_is_said_and_logged(client, monkeypatch, caplog):
    def fail(*args):
        raise SMTPServerDisconnected("gone")

    monkeypatch.setattr(locmem.EmailBackend, "send_messages", fail)

    response = ask(client)

    assert response.status_code == 503
    assert "could not be sent" in text(response)


def test_a_site_without_mail_says_so_and_loses_nothing(client, settings):
    settings.SENDS_MAIL = False

    page, sent = client.get(START), ask(client)

    assert "cannot send e-mail yet" in text(page)
    assert 'type="email"' not in text(page)
    assert sent.status_code == 503
    assert mail.outbox == []


def test_a_form_without_its_key_is_refused():
    careful = Client(enforce_csrf_checks=True)

    assert ask(careful).status_code == 403


def test_private_pages_are_kept_by_nobody_and_found_by_no_search_engine(desk, client):
    ask(client)

    for response in (desk.get(DESK), client.get(link_in_last_letter())):
        assert response["Cache-Control"] == "private, no-store"
        assert "noindex" in response["X-Robots-Tag"]
        assert '<meta name="robots" content="noindex">' in text(response)
    assert '<meta name="robots"' not in text(client.get(START))


def test_two_presses_at_once_make_one_account(client):
    operator_called("new@example.org")
    ask(client, "new@example.org")
    link = link_in_last_letter()

    answers = [Client().post(link).status_code for _ in range(2)]

    assert answers == [303, 410]
