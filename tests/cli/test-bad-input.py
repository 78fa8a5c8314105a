#!/usr/bin/env python3
"""Documents and libraries that are not what they should be: one sentence, and nothing lost or half-written."""

import ctypes
import os
import socket
import sqlite3
import stat
import tempfile

import tap
from program import EXAMPLE, Home

LIBC = ctypes.CDLL(None, use_errno=True)
PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2


def assert_refused(home, path, **more):
    before = home.json("plans")
    home.fails("import", path, **more)
    assert home.json("plans") == before


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def without_privileges():
    """What root may do to files that are closed to their owner, the program may not."""
    for capability in CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH:
        if LIBC.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")


UNPRIVILEGED = {"preexec_fn": without_privileges} if os.geteuid() == 0 else {}


def test_no_such_document(folder):
    assert_refused(Home(folder), "missing.md", says="missing.md")


def test_a_folder(folder):
    home = Home(folder)
    os.mkdir("folder.md")
    assert_refused(home, "folder.md", says="folder.md")


def test_pipes_devices_and_sockets(folder):
    home = Home(folder)
    os.mkfifo("pipe.md")
    assert_refused(home, "pipe.md", says="pipe.md")
    assert_refused(home, "/dev/null", says="/dev/null")
    assert_refused(home, "/dev/zero", says="/dev/zero")
    server = socket.socket(socket.AF_UNIX)
    server.bind("socket.md")
    assert_refused(home, "socket.md", says="socket.md")
    server.close()


def test_symbolic_links(folder):
    home = Home(folder)
    os.symlink("nowhere.md", "dangling.md")
    os.symlink("loop.md", "loop.md")
    os.symlink("/dev/zero", "zero.md")
    for name in "dangling.md", "loop.md", "zero.md":
        assert_refused(home, name, says=name)
        home.fails("restore", name, says=name)
    # One that leads to a plan is that plan.
    os.symlink(EXAMPLE, "link.md")
    assert "Nothing is new." in home.ok("import", "link.md")


def test_what_is_piped_in(folder):
    home = Home(folder)
    assert_refused(home, "/dev/stdin", text="# Plan\n", says="/dev/stdin")
    assert_refused(home, "-", text="# Plan\n", says="-")


DEEP = {
    "quotes": b">" * 100000 + b" x\n",
    "quotes with blanks": b"> " * 100000 + b"x\n",
    "brackets": b"[" * 100000 + b"\n",
    "links": b"[" * 50000 + b"a" + b"](" * 50000 + b"\n",
    "items": b"- " * 100000 + b"x\n",
    "emphasis": b"*a " * 100000 + b"\n",
}


def test_deep_nesting_comes_back(folder):
    home = Home(folder, plan=None)
    for name, text in DEEP.items():
        write("deep.md", b"# T\n\n" + text)
        library = os.path.join(folder, name + ".db")
        home.ok("import", "deep.md", "--library", library)
        assert home.ok("export", "--library", library).encode() == b"# T\n\n" + text, name


def test_nothing_is_a_command_to_the_terminal(folder):
    home = Home(folder, plan=None)
    write("odd.md", "# ../../etc/passwd\n\n## \x1b[31mred\x07\n- \x1b]0;title\x07 a\n\n## \u202efdp.exe\n- b\n".encode())
    home.ok("import", "odd.md")
    subject = home.json("topics")[0]["id"]
    for command in ["topics"], ["plans"], ["show", subject], ["search", "fdp"]:
        shown = home.ok(*command)
        assert not set(shown) & set("\x1b\x07\u202e"), (command, shown)
    assert home.ok("export").encode() == open("odd.md", "rb").read()
    assert not os.path.exists(os.path.join(folder, "..", "..", "etc", "passwd.md"))


def test_libraries_that_nobody_should_restore(folder):
    home = Home(folder)
    before = home.json("plans")
    home.ok("backup", "good.db")
    with open("good.db", "rb") as file:
        data = file.read()
    write("cut.db", data[:len(data) // 2])
    write("header.db", data[:100] + os.urandom(len(data) - 100))
    write("empty.db", b"")
    write("plan.db", b"# A plan, not a library\n")
    os.mkfifo("pipe.db")
    for name in "cut.db", "header.db", "empty.db", "plan.db", "pipe.db", "/dev/zero":
        home.fails("restore", name, says=name)
    assert home.json("plans") == before


def test_an_empty_document(folder):
    home = Home(folder)
    write("empty.md", b"")
    assert_refused(home, "empty.md", says="empty.md")


def test_no_text(folder):
    home = Home(folder)
    write("latin.md", "# Prüfung\n".encode("latin-1"))
    assert_refused(home, "latin.md", says="latin.md")
    write("nul.md", b"# Title\n\n## A\0B\n")
    assert_refused(home, "nul.md", says="nul.md")
    write("binary.md", bytes(range(256)) * 100)
    assert_refused(home, "binary.md", says="binary.md")
    write("utf16.md", "# Title\n".encode("utf-16"))
    assert_refused(home, "utf16.md", says="utf16.md")


def test_a_document_of_fifty_megabytes(folder):
    home = Home(folder)
    # No outline at all: 50 MB of one paragraph. Read or refused, but in good order.
    write("large.md", b"word " * (10 * 1024 * 1024))
    done = home.call("import", "large.md")
    assert done.returncode in (0, 1), done
    if done.returncode == 1:
        assert done.stderr.count(b"\n") == 1 and b"large.md" in done.stderr
    write("larger.md", b"word " * (20 * 1024 * 1024))
    home.fails("import", "larger.md", says="larger.md")
    assert home.json("check")["ok"] is True
    assert home.json("topics", "--plan", "linux")


def test_a_document_that_may_not_be_read(folder):
    home = Home(folder, plan=None)
    write("secret.md", b"# Secret\n")
    os.chmod("secret.md", 0)
    home.fails("import", "secret.md", says="secret.md", **UNPRIVILEGED)


def test_a_library_that_is_no_database(folder):
    home = Home(folder, plan=None)
    write("fake.db", b"This is a shopping list.\n" * 400)
    before = open("fake.db", "rb").read()
    for command in (["plans"], ["topics"], ["import", EXAMPLE], ["show", "x"], ["undo"], ["check"], ["backup", "copy.db"]):
        home.fails(*command, "--library", "fake.db", says="fake.db")
    assert open("fake.db", "rb").read() == before
    assert not os.path.exists("copy.db")


def test_a_library_of_another_program(folder):
    home = Home(folder, plan=None)
    other = sqlite3.connect("other.db")
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.execute("INSERT INTO recipe VALUES ('soup')")
    other.commit()
    other.close()
    before = open("other.db", "rb").read()
    home.fails("plans", "--library", "other.db", says="other.db")
    home.fails("import", EXAMPLE, "--library", "other.db", says="other.db")
    assert open("other.db", "rb").read() == before


def test_a_library_of_a_newer_version(folder):
    home = Home(folder)
    library = sqlite3.connect(home.library)
    library.execute("PRAGMA user_version = 9999")
    library.commit()
    library.close()
    before = open(home.library, "rb").read()
    home.fails("plans", says="newer")
    home.fails("import", EXAMPLE, says="newer")
    home.fails("explain", "mounts", "--score", "80", text="Text.", says="newer")
    assert open(home.library, "rb").read() == before


def test_a_library_that_is_a_folder(folder):
    home = Home(folder, plan=None)
    os.mkdir("folder.db")
    home.fails("plans", "--library", "folder.db", says="folder.db")
    home.fails("import", EXAMPLE, "--library", "folder.db", says="folder.db")


def test_a_word_that_is_no_command(folder):
    home = Home(folder, plan=None)
    home.fails("topic", status=2, says="topic")
    home.fails("plan.md", says="display")
    home.fails(says="display")
    os.mkdir("topic")
    home.fails("topic", says="display")
    assert not os.path.exists(home.library)


def test_a_library_that_is_not_there(folder):
    home = Home(folder, plan=None)
    home.fails("plans", "--library", "missing.db", says="missing.db")
    home.fails("topics", "--library", "missing.db", says="missing.db")
    assert os.listdir(folder) == []


def test_a_library_that_may_not_be_written(folder):
    home = Home(folder, plan=None)
    path = os.path.join(folder, "library.db")
    home.ok("import", EXAMPLE, "--library", path)
    before = open(path, "rb").read()
    os.chmod(path, stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    os.chmod(folder, 0o555)
    try:
        with tempfile.TemporaryDirectory() as elsewhere:
            more = UNPRIVILEGED | {"env": {"TMPDIR": elsewhere}}
            assert home.json("plans", "--library", path, **more)[0]["attempts"] == 8
            assert home.json("history", "journaling", "--library", path, **more)
            for command in (["import", EXAMPLE, "--plan", "Second"], ["explain", "mounts", "--score", "80"], ["undo"]):
                home.fails(*command, "--library", path, text="Text.", **more)
            rescued, = os.listdir(elsewhere)
            assert rescued.startswith("explanation-"), rescued
    finally:
        os.chmod(folder, 0o700)
    assert open(path, "rb").read() == before


def test_a_library_that_another_program_holds(folder):
    home = Home(folder)
    holder = sqlite3.connect(home.library, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    home.fails("explain", "mounts", "--score", "80", text="Text.")
    home.fails("import", EXAMPLE)
    holder.execute("ROLLBACK")
    holder.execute("BEGIN IMMEDIATE")
    error = home.fails("explain", "mounts", "--score", "80", text="Words that must not be lost.")
    holder.execute("ROLLBACK")
    holder.close()
    rescued = [name for name in os.listdir(os.path.dirname(home.library)) if name.startswith("explanation-")]
    assert len(rescued) == 1 and rescued[0] in error, (rescued, error)
    with open(os.path.join(os.path.dirname(home.library), rescued[0]), encoding="utf-8") as file:
        assert file.read() == "Words that must not be lost."
    assert home.json("history", "mounts") == []
    home.ok("explain", "mounts", "--score", "80", text="Text.")


def test_a_home_that_may_not_be_written(folder):
    os.chmod(folder, 0o500)
    Home(folder, plan=None).fails("import", EXAMPLE, **UNPRIVILEGED)
    assert os.listdir(folder) == []


def test_a_damaged_library(folder):
    home = Home(folder)
    with open(home.library, "r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\xaa" * 8192)
    # Noticed by the check, or already when it is opened; either way a sentence.
    done = home.call("check")
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1, done


if __name__ == "__main__":
    tap.run([test for name, test in list(globals().items()) if name.startswith("test_")])
