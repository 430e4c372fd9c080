from datetime import date

import pytest

from tourism import env


def test_a_required_variable_that_is_missing_stops_with_what_to_do(monkeypatch):
    monkeypatch.delenv("TOURISM_X", raising=False)

    with pytest.raises(env.MissingSetting, match=r"^TOURISM_X is not set\. Give any string\.$"):
        env.required("TOURISM_X", hint="Give any string.")


def test_an_empty_variable_counts_as_missing(monkeypatch):
    monkeypatch.setenv("TOURISM_X", "")

    assert env.text("TOURISM_X", "default") == "default"
    with pytest.raises(env.MissingSetting):
        env.required("TOURISM_X", hint="Give any string.")


def test_words_are_parted_by_commas(monkeypatch):
    monkeypatch.setenv("TOURISM_X", " example.org , www.example.org,, ")

    assert env.words("TOURISM_X") == ["example.org", "www.example.org"]


@pytest.mark.parametrize(("text", "value"), [("yes", True), ("0", False), ("ON", True), ("", True)])
def test_a_flag_is_yes_or_no(monkeypatch, text, value):
    monkeypatch.setenv("TOURISM_X", text)

    assert env.flag("TOURISM_X", default=True) is value


def test_a_flag_that_is_neither_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("TOURISM_X", "maybe")

    with pytest.raises(env.WrongSetting, match=r"TOURISM_X is 'maybe'\. Write yes or no\."):
        env.flag("TOURISM_X", default=True)


def test_a_day_is_read_and_a_wrong_one_refused(monkeypatch):
    monkeypatch.setenv("TOURISM_X", "2027-07-12")
    assert env.day("TOURISM_X") == date(2027, 7, 12)

    monkeypatch.setenv("TOURISM_X", "12 July")
    with pytest.raises(env.WrongSetting, match="Write a day as 2027-07-12"):
        env.day("TOURISM_X")


def test_a_postgresql_address_becomes_djangos_dictionary(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://us%20er:p%40ss@db:5433/trips?sslmode=require")

    found = env.database("DATABASE_URL")

    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"]) == ("us er", "p@ss")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db", "5433", "trips")
    assert found["OPTIONS"] == {"sslmode": "require", "pool": True}


@pytest.mark.parametrize(
    ("address", "name"), [("sqlite:///db.sqlite3", "db.sqlite3"), ("sqlite:////srv/db", "/srv/db")]
)
def test_an_sqlite_address_is_a_file_that_several_may_write(monkeypatch, address, name):
    monkeypatch.setenv("DATABASE_URL", address)

    found = env.database("DATABASE_URL")

    assert found["NAME"] == name
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize("address", ["mysql://x/y", "postgresql://host", "trips"])
def test_another_database_is_refused_without_repeating_a_password(monkeypatch, address):
    monkeypatch.setenv("DATABASE_URL", address)

    with pytest.raises(env.WrongSetting, match="Give postgresql://user:password@host:5432/name"):
        env.database("DATABASE_URL")


@pytest.mark.parametrize("text", ["", "office@example.org"])
def test_an_address_is_taken_as_it_is_and_may_be_missing(monkeypatch, text):
    monkeypatch.setenv("TOURISM_X", text)

    assert env.email("TOURISM_X") == text


@pytest.mark.parametrize("text", ["office", "office@example", "a@b.org c@d.org", '"<@b.org'])
def test_what_is_no_address_is_refused_by_name(monkeypatch, text):
    monkeypatch.setenv("TOURISM_X", text)

    with pytest.raises(env.WrongSetting, match=r"^TOURISM_X is .+ as office@example\.org\.$"):
        env.email("TOURISM_X")


def test_tiles_come_from_nowhere_unless_they_are_set(monkeypatch):
    monkeypatch.delenv("TOURISM_X", raising=False)

    assert env.tiles("TOURISM_X", credit="TOURISM_Y") == {}


def test_tiles_name_their_host_and_their_credit(monkeypatch):
    monkeypatch.setenv("TOURISM_X", "https://tiles.example.org/{z}/{x}/{y}.png")
    monkeypatch.setenv("TOURISM_Y", "Example Survey")

    assert env.tiles("TOURISM_X", credit="TOURISM_Y") == {
        "address": "https://tiles.example.org/{z}/{x}/{y}.png",
        "host": "https://tiles.example.org",
        "credit": "Example Survey",
    }


@pytest.mark.parametrize("address", ["http://a.example/{z}/{x}/{y}.png", "https://a.example/t.png"])
def test_tiles_that_cannot_be_used_are_refused(monkeypatch, address):
    monkeypatch.setenv("TOURISM_X", address)
    monkeypatch.setenv("TOURISM_Y", "Example Survey")

    with pytest.raises(env.WrongSetting, match="Give an https address"):
        env.tiles("TOURISM_X", credit="TOURISM_Y")


def test_tiles_without_a_credit_are_refused(monkeypatch):
    monkeypatch.setenv("TOURISM_X", "https://tiles.example.org/{z}/{x}/{y}.png")
    monkeypatch.delenv("TOURISM_Y", raising=False)

    with pytest.raises(env.MissingSetting, match="whose map"):
        env.tiles("TOURISM_X", credit="TOURISM_Y")


def test_a_mail_server_is_read_with_its_name_and_password(monkeypatch):
    monkeypatch.setenv("TOURISM_X", "smtp://us%40er:p%3Ass@mail.example.org:2525?tls=1")

    assert env.mail("TOURISM_X", "console:") == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "mail.example.org",
        "EMAIL_PORT": 2525,
        "EMAIL_HOST_USER": "us@er",
        "EMAIL_HOST_PASSWORD": "p:ss",
        "EMAIL_USE_TLS": True,
        "EMAIL_USE_SSL": False,
    }


@pytest.mark.parametrize(
    ("address", "port"),
    [("smtp://h", 25), ("smtp://h?tls=1", 587), ("smtps://h", 465), ("smtps://h:466", 466)],
)
def test_a_mail_server_has_the_usual_port(monkeypatch, address, port):
    monkeypatch.setenv("TOURISM_X", address)

    assert env.mail("TOURISM_X", "console:")["EMAIL_PORT"] == port


def test_letters_are_printed_or_written_to_a_folder(monkeypatch):
    monkeypatch.setenv("TOURISM_X", "file:///var/letters")
    assert env.mail("TOURISM_X", "console:")["EMAIL_FILE_PATH"] == "/var/letters"

    monkeypatch.setenv("TOURISM_X", "")
    assert "console" in env.mail("TOURISM_X", "console:")["EMAIL_BACKEND"]


@pytest.mark.parametrize(
    "address",
    ["mail.example.org", "http://x", "smtp://", "file://", "smtp://u:secret@h:x", "smtp://h?tsl=1"],
)
def test_a_wrong_mail_server_is_refused_without_its_password(monkeypatch, address):
    monkeypatch.setenv("TOURISM_X", address)

    with pytest.raises(
        env.WrongSetting, match=r"TOURISM_X is not the address of a mail server"
    ) as e:
        env.mail("TOURISM_X", "console:")
    assert "secret" not in str(e.value)
