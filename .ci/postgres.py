"""A PostgreSQL for the tests: one that answers, else one started from the installed binaries."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg

HOST, PORT, OWN_PORT = "127.0.0.1", 5432, 54329
FOLDER = Path(tempfile.gettempdir()) / "tourism-postgres"


def answers() -> bool:
    """Whether a server on the usual port lets the user postgres in without a password."""
    address = f"postgresql://postgres@{HOST}:{PORT}/postgres"
    try:
        psycopg.connect(address, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def binaries() -> Path:
    """Where initdb is: on the path, or where Debian keeps it."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not versions:
        sys.exit(
            "No PostgreSQL is installed: install the package postgresql, or set TEST_DATABASE_URL."
        )
    return versions[-1].parent


def run(*command: str | Path) -> None:
    """Run as the user postgres where we are root: the server refuses to run as root."""
    as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run([*as_user, *map(str, command)], check=True, stdout=sys.stderr)


def start() -> None:
    """Start a server of our own and print the shell line that names it."""
    if (FOLDER / "data" / "postmaster.pid").exists():
        stop()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(FOLDER, owner.pw_uid, owner.pw_gid)
    run(binaries() / "initdb", "-D", FOLDER / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8")
    options = f"-p {OWN_PORT} -c listen_addresses={HOST} -c unix_socket_directories={FOLDER}"
    run(
        binaries() / "pg_ctl",
        "-D",
        FOLDER / "data",
        "-w",
        "-l",
        FOLDER / "log",
        "-o",
        options,
        "start",
    )
    sys.stdout.write(f"export TEST_DATABASE_URL=postgresql://postgres@{HOST}:{OWN_PORT}/postgres\n")


def stop() -> None:
    run(binaries() / "pg_ctl", "-D", FOLDER / "data", "-m", "fast", "stop")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["answers"]:
            sys.exit(not answers())
        case ["start"]:
            start()
        case ["stop"]:
            stop()
        case _:
            sys.exit("usage: postgres.py answers | start | stop")
