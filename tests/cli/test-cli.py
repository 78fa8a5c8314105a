#!/usr/bin/env python3
"""The main job by command: a plan in, its topics out, an explanation recorded, its history and chart."""

import csv
import datetime
import io
import json
import os
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import uuid

import pdf
import tap
from learning import day
from program import EXAMPLE, KLEARN, SOURCE, Home

REAL_PLAN = os.environ.get("KLEARN_REAL_PLAN") or os.path.join(SOURCE, "..", "shared", "plans",
                                                               "eks-kubernetes-learning-plan.md")


def top_level(topics, depth):
    return [topic["title"] for topic in topics if topic["depth"] == depth and topic["parent"] is None]


def test_help_names_each_command(folder):
    home = Home(folder, plan=None)
    text = home.ok("--help")
    for command in "import export link save plans topics due insights show history explain search chart report undo redo check backup restore".split():
        assert re.search(rf"^  {command}\b", text, re.M), command
        assert f"klearn {command}" in home.ok(command, "--help")
        assert "--library" in home.ok(command, "--help")
    assert os.listdir(folder) == [], os.listdir(folder)


def test_version(folder):
    assert re.fullmatch(r"klearn \d+\.\d+\.\d+\n", Home(folder, plan=None).ok("--version"))


def test_nothing_yet(folder):
    home = Home(folder, plan=None)
    assert home.json("plans") == []
    home.fails("topics", says="klearn import")
    home.fails("history", "anything", says="no plan yet")
    home.fails("undo")


def test_example_plan(folder):
    home = Home(folder, plan=None)
    imported = home.json("import", EXAMPLE)
    assert imported["plan"] == "Linux Storage and File Systems"
    assert imported["added"]["attempts"] == 8 and imported["added"]["exercises"] == 6, imported
    topics = home.json("topics")
    assert top_level(topics, "deep") == ["The Path of a Write", "Inodes and Directories", "Journaling",
                                         "Copy-on-Write File Systems", "RAID Levels", "Mounts and Namespaces"]
    assert top_level(topics, "surface") == ["Kinds of Drives", "Encryption at Rest"]
    assert len(top_level(topics, "none")) == 5
    assert imported["added"]["topics"] == len([topic for topic in topics if topic["kind"] == "topic"])
    assert [plan["attempts"] for plan in home.json("plans")] == [8]
    assert len(home.json("topics", "--exercises")) == 6


def test_topics_by_value(folder):
    home = Home(folder)
    path = home.subject("The Path of a Write")
    assert path["score"] is None and path["band"] is None
    assert path["expected"] is None and path["due"] is None and path["why"] is None
    assert path["status"] == "Deep dive complete"
    assert [gap["open"] for gap in path["gaps"]] == [True] * len(path["gaps"])
    upper = home.subject("Upper Half of a Write")
    assert upper["parent"] == path["id"]
    assert upper["score"] == 80 and upper["band"] == "Good", upper
    cow = home.subject("Copy-on-Write File Systems")
    assert cow["score"] == 62 and cow["band"] == "Fair"
    snapshots = next(point for point in cow["points"] if point["text"] == "Snapshots as shared subtrees")
    assert [child["text"] for child in snapshots["children"]] == [
        "Reading an old root costs nothing", "Space comes back only when the last snapshot lets go"]
    drives = home.subject("Kinds of Drives")
    assert [point["depth"] for point in drives["points"]] == ["surface", "surface", "surface", "none"], drives["points"]
    volumes = home.subject("Logical Volumes")
    assert volumes["score"] is None


def test_history_by_value(folder):
    home = Home(folder)
    first, second = home.json("history", "journaling")
    assert (first["number"], first["score"], first["band"]) == (1, 35, "Needs Review")
    assert (second["number"], second["score"], second["band"]) == (2, 91, "Strong")
    assert first["date"] == second["date"] == "2026-03-14"
    assert first["low"] is None and first["high"] is None and first["first_score"] is None
    corrections = [item for item in first["feedback"] if item["kind"] == "correction"]
    assert len(corrections) == 2 and all(item["wrong"] and item["right"] for item in corrections), corrections
    ranged = home.json("history", "RAID levels")[0]
    assert (ranged["score"], ranged["low"], ranged["high"]) == (70, 65, 75)
    upper = home.json("history", "upper half of a write")[0]
    actions = [item for item in upper["feedback"] if item["kind"] == "action"]
    assert [item["done"] for item in actions] == [False, False]
    assert upper["label"] and "Good" in upper["label"]
    text = home.ok("history", "journaling")
    assert "35" in text and "91" in text and "Strong" in text
    assert "\033" not in text


def test_show(folder):
    home = Home(folder)
    shown = home.json("show", "Journaling")
    assert shown["title"] == "Journaling"
    assert [attempt["score"] for attempt in shown["attempts"]] == [35, 91]
    assert len(shown["corrections"]) == 2 and shown["actions"] == []
    text = home.ok("show", "Journaling")
    for words in ("Key points", "Gaps", "Fast commits", "Attempt 1", "The journal lets me go back to yesterday"):
        assert words in text, words
    assert len(home.json("show", "upper half")["actions"]) == 2


def test_show_points_in_points(folder):
    path = os.path.join(folder, "deep.md")
    with open(path, "w") as file:
        file.write("# P\n\n## T\n\n- one\n  - two\n    - three\n  - four\n- five\n")
    shown = Home(folder, plan=path).ok("show", "T")
    assert "\n  • one\n    • two\n      • three\n    • four\n  • five\n" in shown, shown


def test_subject_by_prefix_case_and_id(folder):
    home = Home(folder)
    wanted = home.subject("RAID Levels")["id"]
    for words in (["raid"], ["RAID LEVELS"], ["raid", "levels"], [wanted], [wanted.upper()], ["  Raid Levels "]):
        assert home.json("show", *words)["id"] == wanted, words
    error = home.fails("show", "lo", says="can be any of these")
    assert "Logical Volumes" in error and "Lower Half" in error
    home.fails("show", "no such thing", says="no such thing")
    home.fails("history", "", status=2)
    home.fails("show", status=2)


def test_import_twice_adds_nothing(folder):
    home = Home(folder)
    before = home.json("topics")
    again = home.json("import", EXAMPLE)
    assert set(again["added"].values()) == {0} and again["changed"] == 0, again
    assert again["unchanged"] > 0
    assert home.json("topics") == before
    # It is no step of the history either.
    assert "Import" in home.json("undo")["change"]
    assert home.json("plans") == []


def test_import_brings_in_just_the_change(folder):
    home = Home(folder)
    before = {topic["title"]: topic["id"] for topic in home.json("topics")}
    with open(EXAMPLE, encoding="utf-8") as file:
        text = file.read()
    with open("changed.md", "w", encoding="utf-8") as file:
        file.write(text.replace("- Fast commits\n", "- Fast commits\n- Journal on another device\n"))
    again = home.json("import", "changed.md")
    assert again["added"]["gaps"] == 1 and again["added"]["topics"] == 0 and again["added"]["attempts"] == 0, again
    assert {topic["title"]: topic["id"] for topic in home.json("topics")} == before
    assert "Journal on another device" in [gap["text"] for gap in home.subject("Journaling")["gaps"]]


def test_import_into_a_named_plan(folder):
    home = Home(folder)
    assert home.json("import", EXAMPLE, "--plan", "Mine")["plan"] == "Mine"
    assert sorted(plan["title"] for plan in home.json("plans")) == ["Linux Storage and File Systems", "Mine"]
    assert set(home.json("import", EXAMPLE, "--plan", "mine")["added"].values()) == {0}
    assert home.fails("topics", says="--plan")
    assert len(home.json("topics", "--plan", "Mine")) == len(home.json("topics", "--plan", "linux"))
    home.fails("topics", "--plan", "Other", says="Other")
    # Where it has no meaning it does no harm: scripts need not tell the commands apart.
    assert home.json("plans", "--plan", "Mine") == home.json("plans")
    home.fails("show", "journaling", says="can be any of these")
    assert home.json("show", "journaling", "--plan", "Mine")["title"] == "Journaling"


def test_due(folder):
    """A plan of its own: what it has is due by scores that are given here."""
    with open(os.path.join(folder, "plan.md"), "w", encoding="utf-8") as file:
        file.write("# P\n\n## Deep Dives Completed\n\n### Never\n\n- a\n\n### Weak\n\n- a\n\n### Strong\n\n- a\n\n"
                   "### Fresh\n\n- a\n\n## Not Yet Covered\n\n### Later\n\n- a\n")
    home = Home(folder, plan="plan.md")
    due = home.json("due")
    assert [(entry["title"], entry["kind"]) for entry in due] == [
        (title, "first") for title in ("Never", "Weak", "Strong", "Fresh")], due
    assert all(entry["expected"] is None and entry["due"] == day(0) and entry["why"] for entry in due), due

    for title, ago, score in (("Weak", 40, 50), ("Strong", 40, 95), ("Fresh", 1, 70)):
        home.ok("explain", title, "--score", str(score), "--date", day(ago), text="words")
    due = home.json("due")
    assert [(entry["title"], entry["kind"]) for entry in due] == [
        ("Never", "first"), ("Weak", "topic"), ("Strong", "topic"), ("Fresh", "restudy"), ("Weak", "restudy")], due
    assert due[1]["expected"] < due[2]["expected"] < 100 and due[1]["due"] < day(0), due
    assert due[3]["due"] == day(0) and "90\u00a0%" in due[3]["why"], due
    assert set(due[0]) == {"id", "title", "kind", "due", "expected", "expected_low", "expected_high", "why"}

    topics = {topic["title"]: topic for topic in home.json("topics")}
    assert all(due[1][name] == topics["Weak"][name] for name in ("expected", "expected_low", "expected_high")), due
    assert topics["Weak"]["due"] == due[1]["due"]
    assert topics["Weak"]["expected_low"] < topics["Weak"]["expected"] < topics["Weak"]["expected_high"]
    assert topics["Weak"]["why"] == due[1]["why"] and topics["Fresh"]["restudy"] == day(0)
    assert topics["Later"]["due"] is None and topics["Later"]["expected"] is None
    assert home.json("show", "weak")["due"] == due[1]["due"]
    text = home.ok("due")
    expected = f"{due[1]['expected_low']:.0f}–{due[1]['expected_high']:.0f}"
    assert re.search(rf"Weak +Topic +{due[1]['due']} +{expected} ", text), (expected, text)
    assert "Next is “Fresh”" in text and "Next deep dive: “Later”" in text, text
    assert re.search(rf"Expected now *:? +{expected}\b", home.ok("show", "weak")), home.ok("show", "weak")

    done = home.json("explain", "weak", "--score", "100", text="words")
    assert done["due"] > day(0) and "Weak" not in [entry["title"] for entry in home.json("due")]
    told = home.ok("explain", "strong", "--score", "99", text="words")
    assert re.search(r"Next recall on \w+, .*: 99\s% on .*; recall falls to 90\s% on", told), told
    home.ok("undo")
    home.ok("undo")
    assert [entry["title"] for entry in home.json("due") if entry["kind"] == "topic"] == ["Weak", "Strong"]


def test_insights(folder):
    """A plan of its own: what is said follows from scores that are given here."""
    with open(os.path.join(folder, "plan.md"), "w", encoding="utf-8") as file:
        file.write("# P\n\n## Deep Dives Completed\n\n### Low\n\n- a\n\n### High\n\n- a\n\n"
                   "## Retention Scores\n\n### Overall Assessment\n\n**Strengths:**\n- Knots\n")
    home = Home(folder, plan="plan.md")
    nothing = home.json("insights")
    assert nothing["today"] == day(0) and nothing["attempts"] == 0 and nothing["strengths"] == [], nothing
    assert nothing["bands"] == [] and nothing["calibration"]["bias"] is None, nothing
    assert nothing["suggestions"] == {"verdicts": 0, "kept": 0, "scores": 0, "difference": None, "distance": None,
                                      "subjects": [], "latest": []}, nothing
    assert "Your note: Knots" in home.ok("insights") and "Nothing to say yet." in home.ok("insights")

    for title, ago, score, expected in (("Low", 60, 80, 90), ("Low", 40, 70, 90), ("Low", 20, 40, 64), ("High", 30, 50, 50),
                                        ("High", 8, 95, 90)):
        home.ok("explain", title, "--score", str(score), "--expect", str(expected), "--date", day(ago), text="words")
    insights = home.json("insights")
    assert insights["attempts"] == 5 and [entry["day"] for entry in insights["days"]] == [
        day(ago) for ago in (60, 40, 30, 20, 8)], insights
    assert insights["calibration"]["attempts"] == 5 and insights["calibration"]["bias"] == 9.8, insights
    assert [(entry["title"], entry["attempts"], entry["bias"]) for entry in insights["calibration"]["subjects"]] == [
        ("Low", 3, 18)], insights
    assert sum(band["count"] for band in insights["bands"][-1]["subjects"]) == 2, insights
    for name, points in (("bands", None), ("due", None), ("days", None), ("expected", 5), ("suggested", 5), ("missed", 0),
                         ("time", None)):
        written = home.json("insights", name, "-o", name + ".svg")
        assert written["file"] == name + ".svg" and (points is None or written["points"] == points), written
        with open(name + ".svg", encoding="utf-8") as file:
            assert "<svg" in file.read(200), name
    said = home.ok("insights", "bands", "-o", "bands.csv")
    assert said.startswith("bands.csv: 2 have a score"), said
    home.fails("insights", "mood", "-o", "mood.svg", status=2, says="suggested")
    home.fails("insights", "bands", status=2, says="--output")
    home.fails("insights", "-o", "all.svg", status=2, says="bands")
    assert not os.path.exists("mood.svg") and not os.path.exists("all.svg")
    high = home.json("show", "high")
    assert [(entry["text"], entry["subject"], entry["attempt"]) for entry in insights["strengths"]] == [
        ("“High” went from 50\u00a0% to 95\u00a0% over 2 attempts.", high["id"], None)], insights
    assert [entry["text"] for entry in insights["improvements"]] == [
        "“Low” went from 70\u00a0% to 40\u00a0% in the latest attempt.",
        "“Low”: 18 points too sure on average, over 3 attempts.",
        "All topics together: 10 points too sure on average, over 5 attempts."], insights
    text = home.ok("insights")
    assert all(entry["text"] in text for entry in insights["strengths"] + insights["improvements"]), text
    assert re.search(r"Low +3 +18 points too sure", text), text
    low = home.json("show", "low")
    assert [(entry["id"], entry["number"], entry["date"], entry["guess"], entry["score"])
            for entry in insights["calibration"]["latest"]][:2] == [
        (high["id"], 2, day(8), 90, 95), (low["id"], 3, day(20), 64, 40)], insights
    # What is suggested follows the scores that were given before.
    attempts = {title: home.json("history", title) for title in ("low", "high")}
    higher = {title: [attempt["score"] - attempt["suggested"] for attempt in found] for title, found in attempts.items()}
    everywhere = sum(higher.values(), [])
    suggestions = insights["suggestions"]
    assert suggestions["scores"] == 5 and min(everywhere) > 0, suggestions
    assert suggestions["difference"] == suggestions["distance"] == round(sum(everywhere) / 5, 1), suggestions
    assert [(entry["title"], entry["attempts"], entry["difference"]) for entry in suggestions["subjects"]] == [
        ("Low", 3, round(sum(higher["low"]) / 3, 1))], suggestions
    assert [(entry["title"], entry["number"], entry["score"] - entry["suggested"]) for entry in suggestions["latest"]][:2] == [
        ("High", 2, higher["high"][1]), ("Low", 3, higher["low"][2])], suggestions
    assert re.search(r"You score \d+ points higher than the reading suggests, \d+ points off on average, over 5 attempts", text)
    assert re.search(r"Low +3 +\d+ points higher than suggested", text), text


def test_explain_record_history(folder):
    home = Home(folder)
    text = "A mount hides what is below it.\n\nBind mounts: “one tree, two places” → ✓"
    done = home.json("explain", "mounts", "--score", "79.5", "--expect", "60", text=text + "\n")
    assert 0 <= done["suggested"] <= 100 and len(done["verdicts"]) == 4, done
    assert datetime.date.fromisoformat(done["due"]) > datetime.date.today(), done
    assert done["band"] == "Good" and done["recorded"], done
    attempt, = home.json("history", "mounts and namespaces")
    assert attempt["id"] == done["recorded"]
    assert attempt["explanation"] == text
    assert (attempt["score"], attempt["guess"], attempt["number"]) == (79.5, 60, 1)
    assert attempt["low"] is None and attempt["assisted"] is False
    when = datetime.datetime.fromisoformat(attempt["date"])
    assert abs((datetime.datetime.now(datetime.timezone.utc) - when).total_seconds()) < 3600
    assert "79.5" in home.ok("history", "mounts")
    assert home.subject("Mounts and Namespaces")["score"] == 79.5
    assert home.json("plans")[0]["attempts"] == 9


def test_explain_with_a_date(folder):
    home = Home(folder)
    home.ok("explain", "mounts", "--score", "70", "--date", "2026-03-15", text="First.")
    home.ok("explain", "mounts", "--score", "90", "--date", "2026-03-15", text="Second.")
    home.ok("explain", "mounts", "--score", "50", "--date", "2020-02-29T12:30:00+02:00", text="Before.")
    assert [(a["date"], a["score"]) for a in home.json("history", "mounts")] == [
        ("2020-02-29T12:30:00+02:00", 50), ("2026-03-15", 70), ("2026-03-15", 90)]


def test_explain_an_exercise(folder):
    home = Home(folder)
    exercise = home.json("topics", "--exercises")[0]
    home.ok("explain", exercise["id"], "--score", "100", text="From write() to the platter.")
    assert home.json("history", exercise["title"])[0]["score"] == 100


def test_explain_without_a_score_keeps_a_draft(folder):
    home = Home(folder)
    done = home.json("explain", "mounts", text="Something.")
    assert done["recorded"] is None and done["draft"] is True
    assert home.json("history", "mounts") == []
    # Words that are there already are not lost.
    assert "already" in home.ok("explain", "mounts", text="Something else.")
    assert "--accept" in home.ok("explain", "mounts", text="And more.")
    assert home.json("history", "mounts") == []
    assert draft_of(home, "Mounts and Namespaces") == "Something.\n\nSomething else.\n\nAnd more."
    # The same words again are not kept twice.
    home.ok("explain", "mounts", text="And more.\n")
    assert draft_of(home, "Mounts and Namespaces") == "Something.\n\nSomething else.\n\nAnd more."


def test_recording_keeps_a_draft_of_other_words(folder):
    home = Home(folder)
    home.ok("explain", "mounts", text="Not handed in.")
    assert "still there" in home.ok("explain", "mounts", "--score", "80", text="Handed in.")
    assert draft_of(home, "Mounts and Namespaces") == "Not handed in."
    home.ok("explain", "mounts", "--score", "80", text="Now all: Not handed in. And so on.")
    assert draft_of(home, "Mounts and Namespaces") is None


def draft_of(home, title):
    library = sqlite3.connect(home.library)
    row = library.execute("SELECT text FROM draft WHERE owner = ?", [home.subject(title)["id"]]).fetchone()
    library.close()
    return row and row[0]


def test_bad_scores(folder):
    home = Home(folder)
    for score in ("-1", "100.1", "101", "abc", "", "1e308", "1e1", "nan", "inf", "0x10", "79,5", "79.55", " 80", "80 ", ".5",
                  "1.", "٨٠", "99999999999999999999"):
        home.fails("explain", "mounts", f"--score={score}", text="Text.", status=2, says="0 to 100")
        home.fails("explain", "mounts", "--score", "80", f"--expect={score}", text="Text.", status=2, says="--expect")
    home.fails("explain", "mounts", "--score", "80", "--accept", text="Text.", status=2)
    assert home.json("history", "mounts") == []
    for score in ("0", "100", "100.0", "0.5"):
        home.ok("explain", "mounts", "--score", score, text="Text.")
    assert [attempt["score"] for attempt in home.json("history", "mounts")] == [0, 100, 100, 0.5]


def test_bad_dates(folder):
    home = Home(folder)
    tomorrow = (datetime.date.today() + datetime.timedelta(days=2)).isoformat()
    home.fails("explain", "mounts", "--score", "80", "--date", tomorrow, text="Text.", says="still to come")
    home.fails("explain", "mounts", "--score", "80", "--date", "2999-01-01T00:00:00Z", text="Text.", says="still to come")
    for date in ("yesterday", "2026-02-30", "2026-13-01", "10.10.2025", "2025-10-1", "", "2025-10-10T25:00:00Z", "2025-10-10 ",
                 "2025-10-10Tx"):
        home.fails("explain", "mounts", "--score", "80", f"--date={date}", text="Text.", status=2, says="--date")
    assert home.json("history", "mounts") == []


def test_bad_explanations(folder):
    home = Home(folder)
    for text in (b"", b"\n", b" \t\n\n", "\u00a0\n".encode()):
        home.fails("explain", "mounts", "--score", "80", text=text, says="empty")
        home.fails("explain", "mounts", text=text, says="empty")
    home.fails("explain", "mounts", "--score", "80", text=b"a\xff\xfeb", says="UTF-8")
    home.fails("explain", "mounts", "--score", "80", text=b"a\0b", says="NUL")
    home.fails("explain", "mounts", "--score", "80", text=b"a" * (5 * 1024 * 1024), says="longer")
    home.fails("explain", "no such subject", "--score", "80", text="Text.", says="no such subject")
    home.fails("explain", "mounts", "--score", "80", stdin=None, preexec_fn=lambda: os.close(0))
    assert home.json("history", "mounts") == []
    home.ok("explain", "mounts", "--score", "80", text=b"a" * (4 * 1024 * 1024 - 1))


def test_undo_and_redo(folder):
    home = Home(folder)
    before = home.json("show", "mounts")
    home.ok("explain", "mounts", "--score", "80", text="Text.")
    after = home.json("show", "mounts")
    change = home.json("undo")["change"]
    assert "Mounts and Namespaces" in change
    assert home.json("show", "mounts") == before
    assert home.json("redo")["change"] == change
    assert home.json("show", "mounts") == after
    home.fails("redo")
    home.ok("undo")
    home.ok("undo")
    assert home.json("plans") == []
    home.fails("undo")
    assert "Linux Storage" in home.ok("redo")
    assert home.json("show", "mounts") == before


def test_search(folder):
    home = Home(folder)
    home.ok("explain", "mounts", "--score", "80", text="Here is a Zeitgeber hidden.")
    hit, = home.json("search", "zeitgeber")
    assert hit["subject"] == home.subject("Mounts and Namespaces")["id"]
    assert hit["kind"] and hit["id"] and "Zeitgeber" in hit["snippet"]
    assert any(hit["title"] == "Journaling" for hit in home.json("search", "journaling"))
    assert home.json("search", "nowhere-to-be-found") == []
    assert "nowhere" in home.ok("search", "nowhere-to-be-found")
    for words in ('"', "*", "a AND", "NEAR(", "x:y", "-", "'; DROP TABLE plan", "(", "\\"):
        home.ok("search", "--", words)


def test_export(folder):
    home = Home(folder)
    with open(EXAMPLE, "rb") as file:
        document = file.read()
    assert home.call("export").stdout == document
    assert home.call("export", "--format", "md", "--plan", "linux").stdout == document
    home.ok("explain", "quotas and limits", "--score", "80", "--date", "2026-04-01", text="Blocks and inodes.")
    exported = home.json("export", "-o", "plan.md")
    assert exported == {"ok": True, "plan": "Linux Storage and File Systems", "format": "md", "file": "plan.md"}, exported
    with open("plan.md", "rb") as file:
        text = file.read().decode()
    added = ("**Date: 2026-04-01**\n\n### Quotas and Limits\n**Score: 🟡 Good (80%)**\n\n"
             "**Explanation:**\n> Blocks and inodes.\n\n---\n\n")
    assert text == document.decode().replace("### Overall Assessment", added + "### Overall Assessment"), text
    assert home.json("export")["text"] == text
    again = home.json("import", "plan.md")
    assert set(again["added"].values()) == {0} and again["changed"] == 0 and again["removed"] == 0, again
    assert home.call("export").stdout.decode() == text
    table = list(csv.DictReader(io.StringIO(home.call("export", "--format", "CSV").stdout.decode(), newline="")))
    assert len(table) == 9 and {len(row) for row in table} == {14}, table
    assert [row["score"] for row in table if row["subject"] == "RAID Levels"] == ["70", "97"], table
    row = next(row for row in table if row["subject"] == "Quotas and Limits")
    assert row["explanation"] == "Blocks and inodes." and row["band"] == "Good", row
    home.fails("export", "--format", "odt", status=2, says="odt")
    home.fails("export", "-o", "no/such/folder/plan.md", says="no/such/folder")
    home.fails("export", "-o", ".", says="not an ordinary file")
    home.fails("export", "-o", home.library, says="the library itself")
    home.fails("export", "--plan", "nothing of that name")
    assert sorted(os.listdir(folder)) == [".local", "plan.md"], os.listdir(folder)


def open_pdf(home, *options):
    home.ok("report", "-o", "paper.pdf", *options)
    with open("paper.pdf", "rb") as file:
        return pdf.unpack(file.read())


def test_chart(folder):
    home = Home(folder)
    drawn = home.json("chart", "journaling", "-o", "chart.svg")
    assert drawn == {"file": "chart.svg", "points": 2}
    with open("chart.svg", encoding="utf-8") as file:
        assert "<svg" in file.read()
    assert home.json("chart", "mounts", "--output", "none.png")["points"] == 0
    with open("none.png", "rb") as file:
        assert file.read(8) == b"\x89PNG\r\n\x1a\n"
    home.fails("chart", "journaling", status=2, says="--output")
    done = home.call("chart", "journaling", "-o", "chart.gif")
    assert done.returncode in (1, 2) and done.stderr.count(b"\n") == 1
    home.fails("chart", "journaling", "-o", "no/such/folder/chart.svg")
    assert sorted(os.listdir(folder)) == [".local", "chart.svg", "none.png"], os.listdir(folder)


def test_compared_chart(folder):
    home = Home(folder)
    titles = [topic["title"] for topic in home.json("topics")]
    drawn = home.json("chart", "journaling", "mounts", "-o", "both.svg")
    assert drawn["points"] == 2 and [subject["points"] for subject in drawn["subjects"]] == [2, 0], drawn
    with open("both.svg", encoding="utf-8") as file:
        assert "<svg" in file.read()
    # A title without quotes is one, whatever its words would be by themselves.
    alone = next(title for title in titles if " " in title)
    assert "subjects" not in home.json("chart", *alone.split(), "-o", "one.csv")
    home.ok("chart", "journaling", alone, "-o", "table.csv")
    with open("table.csv", encoding="utf-8") as file:
        rows = file.read().splitlines()
    assert rows[0].startswith("Topic,Date,Attempt,Score") and all(row.startswith("Journaling,") for row in rows[1:])
    assert len(rows) == 3, rows
    said = home.ok("chart", "journaling", "mounts", "-o", "both.svg")
    assert said.startswith("both.svg: Scores of ") and "Journaling" in said and "not assessed yet" in said, said
    home.fails("chart", "journaling", "JOURNALING", "-o", "no.svg", status=2, says="twice")
    home.fails("chart", "journaling", "nowhere at all", "-o", "no.svg", says="nowhere at all")
    # A title without quotes that has a word too many: neither all of it nor its words are taken for another topic.
    home.fails("chart", "raid", "jurnal", "-o", "no.svg", says="“raid jurnal”, and none “jurnal”")
    home.fails("chart", "journaling", "", "-o", "no.svg", status=2, says="empty")
    home.fails("chart", *titles[:9], "-o", "no.svg", status=2, says="At most 8")
    assert not os.path.exists("no.svg")


def test_report(folder):
    home = Home(folder)
    written = home.json("report", "-o", "report.pdf")
    assert written["file"] == "report.pdf" and written["pages"] >= 4, written
    with open("report.pdf", "rb") as file:
        first = file.read()
    assert first.startswith(b"%PDF-") and first.rstrip().endswith(b"%%EOF")
    pages = re.findall(rb"/Count (\d+)", pdf.unpack(first))
    assert str(written["pages"]).encode() in pages, pages
    # The same plan on the same day is the same file.
    home.ok("report", "--output", "report.pdf")
    with open("report.pdf", "rb") as file:
        assert file.read() == first
    letter = open_pdf(home, "--paper", "letter")
    assert b"/MediaBox [ 0 0 612 792 ]" in letter
    # Each page is white, before anything is on it.
    papers = re.findall(rb"q\s+1 1 1 rg[^\n]*\n0 0 61\d 79\d re f", letter)
    assert str(len(papers)).encode() in re.findall(rb"/Count (\d+)", letter), len(papers)
    assert b"/MediaBox [ 0 0 595" in open_pdf(home, "--paper", "A4")
    home.fails("report", status=2, says="--output")
    home.fails("report", "-o", "report.pdf", "--paper", "napkin", status=2, says="napkin")
    home.fails("report", "-o", "report.txt", says=".pdf")
    home.fails("report", "-o", "report.pdf", "--plan", "nothing of that name")
    home.fails("report", "-o", "no/such/folder/report.pdf", says="no/such/folder/report.pdf")
    os.mkdir("folder.pdf")
    home.fails("report", "-o", "folder.pdf", says="folder.pdf")
    os.rmdir("folder.pdf")
    with open("report.pdf", "rb") as file:
        assert file.read() == first
    assert sorted(os.listdir(folder)) == [".local", "paper.pdf", "report.pdf"], os.listdir(folder)


def test_map(folder):
    home = Home(folder)
    for name, begins in (("map.svg", b"<?xml"), ("map.png", b"\x89PNG"), ("map.pdf", b"%PDF"), ("map.csv", b"Topic,")):
        assert "2 prerequisites" in home.ok("map", "-o", name)
        with open(name, "rb") as file:
            assert file.read().startswith(begins), name
    with open("map.csv", newline="", encoding="utf-8") as file:
        rows = {row["Topic"]: row for row in csv.DictReader(file)}
    titles = {topic["title"] for topic in home.json("topics")}
    assert set(rows) == titles, titles ^ set(rows)
    needing = next(row for row in rows.values() if row["Needs"])
    assert set(needing["Needs"].split("; ")) == {"The Path of a Write", "RAID Levels"}, needing
    assert rows["RAID Levels"]["Needed for"] == needing["Topic"]
    assert rows["Upper Half of a Write"]["Part of"] == "The Path of a Write"
    assert (rows["Journaling"]["Score"], rows["Journaling"]["Band"]) == ("91", "Strong")

    printed = home.json("map")
    assert printed["file"] is None
    ids = {node["id"]: node for node in printed["nodes"]}
    assert {node["title"] for node in ids.values()} == titles
    assert sorted(ids[edge["from"]]["title"] for edge in printed["edges"]) == ["RAID Levels", "The Path of a Write"]
    assert {ids[edge["to"]]["title"] for edge in printed["edges"]} == {needing["Topic"]}
    upper = next(node for node in ids.values() if node["title"] == "Upper Half of a Write")
    assert ids[upper["parent"]]["title"] == "The Path of a Write"
    assert not any(node["circle"] for node in ids.values())
    assert home.json("map", "-o", "map.svg")["file"] == "map.svg"

    home.fails("map", status=2, says="--output")
    home.fails("map", "-o", "no/such/folder/map.svg")
    assert home.call("map", "-o", "map.gif").returncode in (1, 2)


def test_map_in_circles(folder):
    home = Home(folder)
    exported = json.loads(home.ok("export", "--format", "json"))
    subjects = [subject for subject in exported["plan"]["subjects"] if subject.get("kind", "topic") == "topic"]
    first, second = subjects[0], subjects[1]
    for subject, target in ((first, second), (second, first), (first, first)):
        subject.setdefault("links", []).append(
            {"id": str(uuid.uuid4()), "kind": "prerequisite", "target": target["id"], "text": target["title"]})
    with open("circle.json", "w", encoding="utf-8") as file:
        json.dump(exported, file)
    other = os.path.join(folder, "circle.db")
    home.ok("import", "circle.json", "--library", other)
    printed = home.json("map", "--library", other, "-o", "map.png")
    assert {node["title"] for node in printed["nodes"] if node["circle"]} == {first["title"], second["title"]}
    assert "2 topics need each other" in home.ok("map", "--library", other, "-o", "map.png")


def test_check_backup_restore(folder):
    home = Home(folder)
    assert home.json("check")["ok"] is True
    content = home.json("topics"), home.json("history", "journaling"), home.json("plans")
    assert home.json("backup", "copy.db")["ok"] is True
    home.ok("explain", "journaling", "--score", "10", text="Text.")
    assert home.json("topics") != content[0]
    assert home.json("restore", "copy.db")["ok"] is True
    assert (home.json("topics"), home.json("history", "journaling"), home.json("plans")) == content
    assert home.json("check")["ok"] is True
    other = os.path.join(folder, "other.db")
    home.ok("restore", "copy.db", "--library", other)
    assert home.json("topics", "--library", other) == content[0]


def test_no_room_to_restore(folder):
    """A library that cannot be used stays where it is, byte for byte, if its backup does not fit either."""
    home = Home(folder)
    home.ok("backup", "copy.db")
    unusable = b"not a library any more" * 100
    with open(home.library, "wb") as file:
        file.write(unusable)
    beside = sorted(os.listdir(os.path.dirname(home.library)))
    for limit in (0, 4096, 20000, 60000, 100000):
        done = home.call("restore", "copy.db", preexec_fn=lambda: limit_files(limit))
        assert done.returncode == 1, (limit, done.stderr)
        with open(home.library, "rb") as file:
            assert file.read() == unusable, limit
        assert sorted(os.listdir(os.path.dirname(home.library))) == beside, limit
    home.ok("restore", "copy.db")
    assert home.subject("Journaling")


def limit_files(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def test_bad_backups(folder):
    home = Home(folder)
    content = home.json("topics")
    with open("garbage.db", "wb") as file:
        file.write(b"not a database at all" * 500)
    home.fails("restore", "garbage.db")
    home.fails("restore", "missing.db")
    home.fails("restore", folder)
    home.fails("backup", "no/such/folder/copy.db")
    home.fails("backup", folder, says="folder")
    home.fails("backup", home.library, says="already")
    home.fails("restore", home.library, says="itself")
    home.fails("backup", "garbage.db", says="already")
    with open("garbage.db", "rb") as file:
        assert file.read().startswith(b"not a database")
    home.fails("backup", status=2)
    home.fails("restore", "a", "b", status=2)
    assert home.json("topics") == content
    assert not os.path.exists("missing.db")


def test_options_may_stand_before_the_command(folder):
    home = Home(folder, plan=None)
    home.ok("--library", "other.db", "import", EXAMPLE)
    assert not os.path.exists(home.library)
    topics = home.json("topics", "--library", "other.db")
    assert json.loads(home.ok("--json", "--library=other.db", "topics")) == topics
    assert home.ok("--plan", "Linux Storage", "--library", "other.db", "show", "RAID Levels").startswith("RAID Levels")
    home.fails("--library", "other.db", "topics", "everything", status=2, says="klearn topics")


def test_wrong_usage(folder):
    home = Home(folder, plan=None)
    for arguments in (["plans", "--nonsense"], ["plans", "word"], ["show"], ["import"], ["search"],
                      ["explain"], ["chart"], ["topics", "--library"], ["import", "a.md", "b.md"], ["undo", "twice"]):
        home.fails(*arguments, status=2, says="--help")
    assert os.listdir(folder) == []


def test_real_plan(folder):
    if not os.path.exists(REAL_PLAN):
        raise tap.Skip("the plan is not here")
    home = Home(folder, plan=None)
    imported = home.json("import", REAL_PLAN)
    topics = home.json("topics")
    assert imported["added"]["attempts"] == 8 and imported["added"]["exercises"] == 7, imported
    assert len(top_level(topics, "deep")) == 6
    assert top_level(topics, "surface") == ["Service Types", "Network Policies"]
    assert len(top_level(topics, "none")) == 5
    assert len(home.json("topics", "--exercises")) == 7
    subtopics = {topic["title"]: topic for topic in topics if topic["parent"] is not None}
    parent = home.subject("Kubernetes Architecture")
    assert sorted(subtopics) == ["Control Plane Architecture", "Data Plane Architecture"]
    assert {topic["parent"] for topic in subtopics.values()} == {parent["id"]}
    assert parent["score"] is None and home.subject("Workload Resources")["score"] is None
    assert [a["score"] for a in home.json("history", "service networking")] == [40, 92]
    ranged, last = home.json("history", "dns / service discovery")
    assert (ranged["score"], ranged["low"], ranged["high"], last["score"]) == (80, 75, 85, 98)
    data_plane, = home.json("history", "data plane architecture")
    assert "Strong" in data_plane["label"] and data_plane["band"] == "Good"
    bands = {a["band"] for topic in topics for a in home.json("history", topic["id"])}
    assert bands == {"Strong", "Good", "Needs Review"}, bands
    types = home.subject("Service Types")
    assert [point["depth"] for point in types["points"]] == ["surface", "surface", "surface", "none"]
    assert set(home.json("import", REAL_PLAN)["added"].values()) == {0}
    configuration, storage = home.subject("Configuration and Secrets"), home.subject("Storage")
    assert (configuration["minutes"], storage["minutes"]) == (15, 20)
    assert configuration["prerequisites"] == [home.subject("Workload Resources")["id"]]
    due = home.json("due")
    assert [entry["title"] for entry in due if entry["kind"] == "first"] == ["Workload Resources"], due
    assert len([entry for entry in due if entry["kind"] in ("first", "topic")]) == 5, due
    assert len([entry for entry in due if entry["kind"] == "exercise" and entry["due"] is None]) == 7, due
    plan, = home.json("plans")
    assert (plan["topics"], plan["attempts"], plan["exercises"]) == (15, 8, 7)
    assert [(entry["subject"], entry["minutes"]) for entry in plan["queue"]] == [
        (configuration["id"], 15), (storage["id"], 20)]
    assert all(entry["why"] for entry in plan["queue"])
    assert [band["name"] for band in plan["bands"]] == ["Strong", "Good", "Fair", "Needs Review"]


def test_every_locale_prints_the_same_json(folder):
    home = Home(folder)
    home.ok("explain", "mounts", "--score", "79.5", text="Text.")
    plain = home.ok("topics", "--json")
    locales = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.split()
    german = [name for name in locales if name.startswith("de_")]
    for locale in ["C", "C.UTF-8", "POSIX"] + german[:1]:
        assert home.ok("topics", "--json", env={"LC_ALL": locale}) == plain, locale
        home.ok("explain", "mounts", "--score", "79.5", text="Text.", env={"LC_ALL": locale})
        plain = home.ok("topics", "--json")


def test_columns_line_up(folder):
    with open("wide.md", "w", encoding="utf-8") as file:
        file.write("# Wide\n\n## Deep Dives Completed\n\n### 日本語\n- a\n\n### e\u0301te\n- b\n\n### plain\n- c\n")
    home = Home(folder, plan="wide.md")
    lines = home.ok("topics").splitlines()
    rows = {line.split()[0]: line for line in lines[1:]}
    # Japanese takes two cells a character, a combining accent none.
    place = rows["plain"].index("deep")
    assert rows["日本語"].index("deep") == place - 3
    assert rows["e\u0301te"].index("deep") == place + 1
    assert all(line == line.rstrip() for line in lines)


def test_control_characters_do_not_reach_the_terminal(folder):
    with open("evil.md", "w", encoding="utf-8") as file:
        file.write("# Evil\n\n## Deep Dives Completed\n\n### Red \033[31m alert\n- point \033]0;title\007\n")
    home = Home(folder, plan="evil.md")
    for text in (home.ok("topics"), home.ok("show", "red"), home.ok("import", "evil.md")):
        assert "\033" not in text and "\007" not in text
    assert "\033" not in home.ok("topics", "--json")
    assert "Red" in home.json("topics")[-1]["title"]


def test_closed_and_full_output(folder):
    home = Home(folder)
    with open("/dev/full", "wb") as full:
        home.fails("topics", stdout=full, says="could not be written")
        home.fails("--help", stdout=full, says="could not be written")
        home.fails("--version", stdout=full)
    content = open(home.library, "rb").read()
    home.fails("topics", preexec_fn=lambda: os.close(1), stdout=None, says="could not be written")
    assert open(home.library, "rb").read() == content
    reader, writer = os.pipe()
    os.close(reader)
    home.fails("topics", "--json", stdout=writer, says="could not be written")
    os.close(writer)


def test_nothing_is_left_behind(folder):
    home = Home(folder)
    home.ok("explain", "mounts", "--score", "80", text="Text.")
    found = sorted(os.path.relpath(os.path.join(root, name), folder) for root, _, names in os.walk(folder) for name in names)
    library = os.path.join(".local", "share", "klearn")
    assert os.path.join(library, "library.db") in found
    # Beside the library only its own backups and an empty journal may stay.
    assert all(name.startswith(library) for name in found), found
    assert not [name for name in found if name.endswith(("-wal", "-shm", ".tmp"))], found
    assert os.stat(home.library).st_mode & 0o777 == 0o600


if __name__ == "__main__":
    tap.run([test for name, test in list(globals().items()) if name.startswith("test_")])
