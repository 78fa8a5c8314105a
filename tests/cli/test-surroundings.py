#!/usr/bin/env python3
"""Files, libraries and surroundings that are not as they should be: one sentence each, and nothing lost."""

import gzip
import os
import resource
import shutil
import sqlite3
import subprocess

import tap
from program import EXAMPLE, KLEARN, Home

# What a person may pick by mistake, and the beginning of it.
NO_PLANS = {
    "picture.md": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 100,
    "paper.md": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
    "packed.md": gzip.compress(b"# Plan\n" * 100),
    "mark-only.md": b"\xef\xbb\xbf",
    "zeros.md": b"\0" * 4096,
}


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def titles(home):
    return [topic["title"] for topic in home.json("topics")]


def test_documents_that_are_no_plans(folder):
    home = Home(folder)
    before = home.json("plans")
    for name, data in NO_PLANS.items():
        write(name, data)
        home.fails("import", name, says=name)
    os.symlink("loop.md", "loop.md")
    home.fails("import", "loop.md", says="loop.md")
    os.symlink("gone.md", "dangling.md")
    home.fails("import", "dangling.md", says="dangling.md")
    assert home.json("plans") == before and home.json("check")["ok"]


def test_marks_and_line_ends_do_not_matter(folder):
    text = read(EXAMPLE)
    wanted = titles(Home(folder))
    for name, data in (("mark", b"\xef\xbb\xbf" + text), ("crlf", text.replace(b"\n", b"\r\n")),
                       ("both", b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))):
        os.mkdir(name)
        write(os.path.join(name, "plan.md"), data)
        assert titles(Home(os.path.join(folder, name), plan=os.path.join(folder, name, "plan.md"))) == wanted, name


def test_a_library_of_zero_bytes_is_a_new_one(folder):
    home = Home(folder, plan=None)
    write("new.db", b"")
    home.ok("import", EXAMPLE, "--library", "new.db")
    assert home.json("check", "--library", "new.db")["ok"]


def test_a_library_through_a_link(folder):
    home = Home(folder)
    os.symlink(home.library, "link.db")
    assert home.json("plans", "--library", "link.db") == home.json("plans")
    home.ok("explain", "mounts", "--score", "80", "--library", "link.db", text="By a link.")
    assert [attempt["explanation"] for attempt in home.json("history", "mounts")] == ["By a link."]
    assert os.path.islink("link.db")


def damaged(home, damage):
    """What the check says of a library with this damage."""
    data = bytearray(read(home.library))
    damage(data)
    write("damaged.db", bytes(data))
    return home.call("check", "--library", "damaged.db")


def explanation_bit(data):
    data[data.index(b"inode numbers are") + 3] ^= 1


def test_a_damaged_library_is_noticed_and_a_backup_helps(folder):
    home = Home(folder)
    home.ok("explain", "mounts", "--score", "80", text="inode numbers are unique in one file system only")
    home.ok("backup", "good.db")
    size = os.path.getsize(home.library)
    damages = {
        "cut short": lambda data: data.__delitem__(slice(size // 2, None)),
        "a bit of what was written": explanation_bit,
        "sectors of zeros": lambda data: data.__setitem__(slice(size // 2, size // 2 + 4096), bytes(4096)),
        "no header": lambda data: data.__setitem__(slice(0, 100), bytes(100)),
    }
    for name, damage in damages.items():
        done = damaged(home, damage)
        assert done.returncode == 1 and done.stderr.count(b"\n") == 1, (name, done)
        before = read("damaged.db")
        home.call("plans", "--library", "damaged.db")
        assert read("damaged.db") == before, name
        # A file without the header of a database may be anything: it is not replaced unasked.
        if name != "no header":
            home.ok("restore", "good.db", "--library", "damaged.db")
            assert home.json("check", "--library", "damaged.db")["ok"], name
            assert home.json("history", "mounts", "--library", "damaged.db")[0]["score"] == 80


def test_no_home(folder):
    home = Home(folder)
    bare = {"PATH": os.environ["PATH"], "XDG_DATA_HOME": os.path.join(folder, ".local", "share")}
    done = subprocess.run([KLEARN, "plans", "--json"], env=bare, capture_output=True, timeout=60)
    assert done.returncode == 0 and not done.stderr, done
    home.fails("plans", "--library", "/proc/no/library.db")
    home.fails("import", EXAMPLE, env={"XDG_DATA_HOME": "/proc/no"}, says="/proc/no")


def test_a_file_size_limit(folder):
    home = Home(folder)
    before = home.json("history", "mounts"), home.json("plans")
    limit = os.path.getsize(home.library) + 4096
    text = "Every word of this counts. " * 40000

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    home.fails("explain", "mounts", "--score", "80", text=text, preexec_fn=limited, says="no space")
    home.fails("import", EXAMPLE, "--plan", "Second", says="no space", preexec_fn=lambda: resource.setrlimit(
        resource.RLIMIT_FSIZE, (limit - 4096, limit - 4096)))
    assert (home.json("history", "mounts"), home.json("plans")) == before
    assert home.json("check")["ok"]
    home.ok("explain", "mounts", "--score", "80", text=text)


def test_a_reader_that_goes_away(folder):
    home = Home(folder)
    shell = shutil.which("bash")
    for command in ("topics", "show journaling", "plans --json", "history journaling --json"):
        script = f'"{KLEARN}" {command} 2>error | head -c 1 > /dev/null; echo "${{PIPESTATUS[0]}}"'
        done = subprocess.run([shell, "-c", script], env=home.environment(), cwd=folder, capture_output=True, text=True)
        assert int(done.stdout) in (0, 1), (command, done)
        with open("error", encoding="utf-8") as file:
            assert len(file.readlines()) <= 1, command


def test_no_network(folder):
    if subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode != 0:
        raise tap.Skip("a network of its own needs user namespaces")
    home = Home(folder)
    done = subprocess.run(["unshare", "-rn", KLEARN, "plans", "--json"], env=home.environment(), capture_output=True)
    assert done.returncode == 0 and done.stderr == b"" and b"Linux Storage" in done.stdout, done


# --- what --json gives, by name; a field may be added, never renamed

SUBJECT = {"id", "title", "parent", "depth", "status", "score", "band", "expected", "due", "points", "gaps", "minutes",
           "prerequisites"}
ATTEMPT = {"id", "number", "date", "score", "low", "high", "band", "label", "guess", "assisted", "first_score", "seconds",
           "explanation", "suggested", "feedback", "verdicts"}


def has(names, value, what):
    assert names <= set(value), (what, "misses", names - set(value))


def test_names_of_the_json(folder):
    home = Home(folder, plan=None)
    imported = home.json("import", EXAMPLE)
    has({"plan", "added", "changed", "unchanged", "notes"}, imported, "import")
    has({"topics", "points", "gaps", "attempts", "exercises"}, imported["added"], "import: added")
    for note in imported["notes"]:
        has({"line", "message"}, note, "import: notes")
    has({"id", "title", "topics", "attempts"}, home.json("plans")[0], "plans")
    topics = home.json("topics")
    for topic in topics:
        has(SUBJECT, topic, "topics")
        assert topic["depth"] in ("deep", "surface", "none"), topic["depth"]
        for point in topic["points"]:
            has({"id", "text", "depth", "children"}, point, "topics: points")
        for gap in topic["gaps"]:
            has({"id", "text", "open"}, gap, "topics: gaps")
    explained = home.json("explain", "mounts", "--score", "80", text="A mount covers what was there.")
    has({"suggested", "band", "verdicts", "recorded", "due"}, explained, "explain")
    assert explained["recorded"]
    for attempt in home.json("history", "journaling") + home.json("history", "mounts"):
        has(ATTEMPT, attempt, "history")
        for item in attempt["feedback"]:
            has({"kind", "label", "text", "wrong", "right", "done"}, item, "history: feedback")
        for verdict in attempt["verdicts"]:
            has({"point", "verdict"}, verdict, "history: verdicts")
    has(SUBJECT | {"notes", "attempts", "actions", "corrections"}, home.json("show", "journaling"), "show")
    for hit in home.json("search", "journal"):
        has({"kind", "id", "subject", "title", "snippet"}, hit, "search")
    has({"change"}, home.json("undo"), "undo")
    has({"change"}, home.json("redo"), "redo")
    has({"file", "points"}, home.json("chart", "journaling", "-o", "chart.svg"), "chart")
    has({"file", "pages"}, home.json("report", "-o", "report.pdf"), "report")
    drawn = home.json("map", "-o", "map.svg")
    has({"file", "nodes", "edges"}, drawn, "map")
    for node in drawn["nodes"]:
        has({"id", "title", "parent", "score", "band", "due", "circle"}, node, "map: nodes")
    for edge in drawn["edges"]:
        has({"from", "to"}, edge, "map: edges")
    for command in (["check"], ["backup", "copy.db"], ["restore", "copy.db"]):
        answer = home.json(*command)
        has({"ok"}, answer, command[0])
        assert answer["ok"] is True


if __name__ == "__main__":
    tap.run([test for name, test in list(globals().items()) if name.startswith("test_")])
