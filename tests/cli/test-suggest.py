#!/usr/bin/env python3
"""Key points that a topic could have, by command: from its notes and from earlier feedback, printed and taken over."""

import json
import os

import tap
from program import Home

NOTES = """## Journals

A journal makes *many writes* one: they happened once its **commit record** is down.
It is replayed after a crash. See https://example.com for more.

- [ ] read chapter 3
- Ordered mode writes data before metadata
"""


def identify(number):
    return f"00000000-0000-4000-8000-{number:012}"


def attempt(number, date, *feedback):
    items = [{"id": identify(100 * number + i)} | item for i, item in enumerate(feedback)]
    return {"id": identify(number), "number": number, "low": 40, "high": 40, "feedback": items} | (
        {"date": date} if date else {})


def home_with(folder, notes=NOTES, attempts=(), points=(), **more):
    subject = {"id": identify(90), "title": "Journaling", "attempts": list(attempts),
               "points": [{"id": identify(91 + i), "text": text} for i, text in enumerate(points)]} | more
    subject |= {"notes": notes} if notes else {}
    with open(os.path.join(folder, "plan.json"), "w", encoding="utf-8") as file:
        json.dump({"klearn": 1, "plan": {"id": identify(80), "title": "P", "subjects": [subject]}}, file)
    home = Home(folder, plan=None)
    home.ok("import", "plan.json")
    return home


ATTEMPTS = (
    attempt(1, "2025-10-10", {"kind": "nailed", "text": "✅ A superblock has several copies"},
            {"kind": "correction", "wrong": "fsync makes it fast", "right": "A call of `fsync` makes a write durable, not fast"}),
    attempt(2, "2025-11-12", {"kind": "insight", "text": "> \"Recovery is replaying what was promised\""},
            {"kind": "needs-work", "text": "❌ Missed the checksum of a commit block entirely"},
            {"kind": "result", "text": "A solid explanation all in all."},
            {"kind": "nailed", "text": "Several copies of the superblock"}),
)
FOUND = [
    ("A call of fsync makes a write durable, not fast", "correction", identify(1), "2025-10-10"),
    ("Recovery is replaying what was promised", "insight", identify(2), "2025-11-12"),
    ("the checksum of a commit block", "missed", identify(2), "2025-11-12"),
    ("A journal makes many writes one: they happened once its commit record is down. It is replayed after a crash.",
     "notes", None, None),
    ("Ordered mode writes data before metadata", "notes", None, None),
    ("Several copies of the superblock", "nailed", identify(2), "2025-11-12"),
]


def texts(home):
    return [point["text"] for point in home.subject("Journaling")["points"]]


def test_found(folder):
    home = home_with(folder, attempts=ATTEMPTS)
    told = home.json("suggest", "journaling")
    assert told["subject"] == identify(90)
    assert [(one["text"], one["source"], one["attempt"], one["date"]) for one in told["suggestions"]] == FOUND, told
    assert [one["number"] for one in told["suggestions"]] == [1, 2, 3, 4, 5, 6]
    assert not any(one["added"] for one in told["suggestions"])
    assert home.json("suggest", "journaling") == told
    assert texts(home) == []


def test_printed(folder):
    home = home_with(folder, attempts=ATTEMPTS)
    lines = home.ok("suggest", "journaling").splitlines()
    assert lines[:4] == ["  1  " + FOUND[0][0], "     Feedback of 10 October 2025: correction",
                         "  2  " + FOUND[1][0], "     Feedback of 12 November 2025: key insight"], lines
    assert lines[7] == "     Your notes", lines
    assert lines[-1].startswith("Nothing was added."), lines
    assert texts(home) == []


def test_added(folder):
    home = home_with(folder, attempts=ATTEMPTS, points=("Wear of flash",))
    assert home.ok("suggest", "journaling", "--add", "2,4-5").splitlines()[-1] == "3 points added to “Journaling”"
    assert texts(home) == ["Wear of flash", FOUND[1][0], FOUND[3][0], FOUND[4][0]]
    left = home.json("suggest", "journaling", "--add", "all")
    assert [one["text"] for one in left["suggestions"]] == [FOUND[i][0] for i in (0, 2, 5)], left
    assert all(one["added"] for one in left["suggestions"])
    assert len(texts(home)) == 7
    assert "nothing to suggest" in home.ok("suggest", "journaling")
    # Each is one change.
    home.ok("undo")
    assert len(texts(home)) == 4
    home.ok("undo")
    assert texts(home) == ["Wear of flash"]


def test_what_is_there_already(folder):
    gaps = [{"id": identify(70), "text": "The checksum of a commit block", "open": True}]
    home = home_with(folder, attempts=ATTEMPTS, gaps=gaps, points=("Data is written before the metadata in ordered mode",))
    found = [one["text"] for one in home.json("suggest", "journaling")["suggestions"]]
    assert found == [FOUND[i][0] for i in (0, 1, 3, 5)], found


def test_nothing(folder):
    home = home_with(folder, notes=None)
    assert "nothing to suggest for “Journaling”" in home.ok("suggest", "journaling")
    assert home.json("suggest", "journaling")["suggestions"] == []
    assert "nothing to suggest" in home.ok("suggest", "journaling", "--add", "all")
    home.fails("suggest", "journaling", "--add", "1", status=2, says="there are 0")


def test_undated(folder):
    home = home_with(folder, notes="🎉", attempts=(attempt(1, None, {"kind": "quote", "text": "Journals are promises to the disk"}),))
    assert home.ok("suggest", "journaling").splitlines()[:2] == [
        "  1  Journals are promises to the disk", "     Feedback: explained well"]


def test_wrong_numbers(folder):
    home = home_with(folder)
    for wrong in ("3", "0", "-1", "2-1", "1-", "1,,2", "1;2", "x", "", "99999999999999999999", "１", "all,1", "1-2-3"):
        home.fails("suggest", "journaling", f"--add={wrong}", status=2, says=f"“{wrong}” is none of these")
    home.fails("suggest", "--add", "1", status=2, says="SUBJECT is missing")
    home.fails("suggest", "nowhere", says="nowhere")
    assert texts(home) == []


def test_many_notes(folder):
    """Ten million bytes of notes are read as far as they are worth reading."""
    home = home_with(folder, notes="Blocks are written in order of their addresses.\n\n" * 200_000)
    assert [one["text"] for one in home.json("suggest", "journaling")["suggestions"]] == [
        "Blocks are written in order of their addresses."]


def test_window_language(folder):
    """The words of the person are in their language, what was written stays as it is."""
    home = home_with(folder, notes="Ein Journal macht viele Schreibvorgänge zu einem, z. B. beim Anlegen. Es hilft.")
    assert [one["text"] for one in home.json("suggest", "journaling")["suggestions"]] == [
        "Ein Journal macht viele Schreibvorgänge zu einem, z. B. beim Anlegen. Es hilft."]


if __name__ == "__main__":
    tap.run([test for name, test in list(globals().items()) if name.startswith("test_")])
