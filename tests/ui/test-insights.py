"""What the person notes about how it goes: added, edited in place, moved and deleted, by keyboard."""

import contextlib
import datetime
import os
import re
import sqlite3

from window import PATIENCE, Window, run

PLAN = """# Boats

## Deep Dives Completed ✅

### Ropes
**Topics covered:**
- How a bowline holds

## Retention Scores 📊

### Overall Assessment

**Strengths:**
- Knots
- Weather

**Areas for improvement:**
- Tides
"""


def notes(window, kind):
    return [text for text, in window.query("SELECT text FROM assessment WHERE kind = ? ORDER BY position", kind)]


def boats(folder, plan=PLAN):
    path = os.path.join(folder, "boats.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(plan)
    window = Window(folder, plan=path)
    window.find("list", "Topics").find("list item", "Insights", timeout=20).click(mouse=True)
    window.goes_to("Insights")
    return window


def test_edited_in_place(folder):
    with boats(folder) as window:
        window.go_to_row("Knots")
        window.key("F2", "End")
        window.type(" in the dark")
        window.key("Return")
        window.until(lambda: notes(window, "strength") == ["Knots in the dark", "Weather"], "what was written")
        window.key("ctrl+z")
        window.until(lambda: notes(window, "strength") == ["Knots", "Weather"], "what was there")
        # What is half-written when the window closes is kept.
        window.go_to_row("Tides")
        window.key("F2", "End")
        window.type(" and streams")
        window.close()
        assert notes(window, "improvement") == ["Tides and streams"], notes(window, "improvement")


def test_arranged(folder):
    with boats(folder) as window:
        window.go_to_row("Weather")
        window.key("Tab", "Tab")
        window.type("Patience")
        window.key("Return")
        window.until(lambda: notes(window, "strength") == ["Knots", "Weather", "Patience"], "the new note")
        # By GTK 4.18 the row to write in is one of the list, too.
        window.until(lambda: "Patience" in window.rows("Strengths That You Noted"), "its row")
        window.go_to_row("Patience")
        window.key("alt+Up")
        window.until(lambda: notes(window, "strength") == ["Knots", "Patience", "Weather"], "the move")
        window.until(lambda: window.rows("Strengths That You Noted")[1] == "Patience", "the page to show it")
        window.key("shift+Up", "Delete")
        window.until(lambda: notes(window, "strength") == ["Weather"], "both to be gone")
        window.sees("2 notes deleted")
        assert notes(window, "improvement") == ["Tides"]
        window.click("push button", "Undo")
        window.until(lambda: notes(window, "strength") == ["Knots", "Patience", "Weather"], "one undo for both")
        window.close()


def is_above(upper, lower):
    _, y, _, height = upper.extents()
    return y + height <= lower.extents()[1]


def test_nothing_explained(folder):
    """Where nothing was explained, the page says what to do."""
    with boats(folder) as window:
        window.sees("Nothing Explained Yet")
        # Where there is less room than the page would like, too.
        window.resize(360, 400)
        window.until(lambda: is_above(window.find("push button", "Show Today"), window.find("list", "Strengths That You Noted")),
                     "all of it to be seen above the notes")
        window.go_to("Show Today", role="push button")
        window.key("Return")
        window.goes_to("Today")
        window.close()


def explain(window, *scores, begin=datetime.date(2024, 1, 10), topic="Ropes", words="Words"):
    """Every thirty days."""
    for i, (score, expected) in enumerate(scores):
        window.command("explain", topic, "--score", str(score), "--expect", str(expected), "--date",
                       str(begin + datetime.timedelta(days=30 * i)), text=f"{words} of {i + 1}.\n")


def test_statements(folder):
    """What follows from the attempts stands beside the notes, follows the library, and leads to what it is about."""
    with boats(folder) as window:
        window.sees("Nothing Explained Yet")
        explain(window, (30, 50), (70, 90))
        rise = "“Ropes” went from 30\u00a0% to 70\u00a0% over 2 attempts."
        window.until(lambda: window.rows(re.compile("^Strengths$")) == [rise], "what was explained meanwhile")
        assert not window.shows("Nothing Explained Yet")
        window.go_to_row(rise)
        window.key("Return")
        window.goes_to("Ropes")
        window.key("alt+Left")
        window.goes_to("Insights")
        explain(window, *[(20, 40)] * 3)
        window.until(lambda: "“Ropes”: 20 points too sure on average, over 5 attempts."
                     in window.rows(re.compile("^Areas for Improvement$")), "what the scores say now")
        window.close()


def test_numbers(folder):
    """Each chart says what it shows in a sentence, and has the numbers as a table."""
    with boats(folder) as window:
        explain(window, (30, 50), (50, 50), (70, 90), begin=datetime.date.today() - datetime.timedelta(days=100))
        window.sees("3 explanations and 3 days of learning")
        window.sees("3 attempts so far have a score that you expected")
        window.sees("“Ropes”: 13 points too sure on average, over 3 attempts.")
        window.sees("No point was missed yet.")
        window.find("image", "1 has a score: 1 No Band.")
        window.go_to("Table: How the Bands Are Spread over Time")
        window.key("Return")
        window.until(lambda: len(window.app.find_all("table row", re.compile(" · 1$"))) > 2, "a row a week")
        window.close()


def test_attempts_behind_marks(folder):
    """Each mark and each row of what was expected, and of what was suggested, leads to its attempt."""
    with boats(folder) as window:
        explain(window, (30, 50), (50, 50), (70, 90))
        for chart, row in (("Suggested Scores and Yours", "Ropes, 9 Feb 2024"), ("Expected and Actual Scores", "Ropes, 9 Feb 2024")):
            window.go_to("Table: " + chart)
            window.key("Return")
            window.go_to(row, key="Tab", role="table row")
            window.key("Return")
            window.sees("Attempt #2")
            window.key("alt+Left")
            window.goes_to("Insights")
        window.close()


def test_journey(folder):
    """The first explanation beside the latest, each leading to its attempt."""
    with boats(folder) as window:
        explain(window, (30, 50), (50, 50), (70, 90))
        window.sees("Words of 1.")
        window.sees("Words of 3.")
        assert not window.shows("Words of 2.")
        window.go_to("Latest · 10 March 2024", role="push button")
        window.key("Return")
        window.goes_to("Ropes")
        window.sees("Attempt #3")
        window.close()


def test_unreadable(folder):
    """A library that cannot be read is said on the page, and can be tried again."""
    with boats(folder) as window:
        window.open_topic("Ropes")
        explain(window, (30, 50), (70, 90))
        window.sees("Ropes, 70\u00a0%")
        connection = sqlite3.connect(window.library, timeout=20, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
        window.key("alt+Left")
        window.goes_to("Insights")
        # Each of the readings that come before it waits some seconds for the other program, however fast the machine is.
        window.app.find(None, "Your Attempts Could Not Be Read", timeout=3 * PATIENCE)
        window.sees(f"Another program is using {window.library}.")
        assert not window.shows("Too little to say anything yet") and not window.shows("Nothing Explained Yet")
        window.resize(360, 600)
        window.until(lambda: is_above(window.find(None, "Another program"), window.find("push button", "Try Again")),
                     "the sentences to have room")
        connection.execute("ROLLBACK")
        connection.close()
        assert is_above(window.find("push button", "Try Again"), window.find("list", "Strengths That You Noted"))
        window.go_to("Try Again", role="push button")
        window.key("Return")
        window.until(lambda: window.rows(re.compile("^Strengths$"))[:1]
                     == ["“Ropes” went from 30\u00a0% to 70\u00a0% over 2 attempts."], "what can be read again")
        assert not window.shows("Your Attempts Could Not Be Read")
        window.until(lambda: window.focused() == ("list item", window.rows(re.compile("^Strengths$"))[0]),
                     "the keyboard to be at the first of it")
        window.close()


TWO_TOPICS = PLAN.replace("\n## Retention", """
### Sails
**Topics covered:**
- How a spinnaker is set

## Retention""")


def explain_two_topics(window):
    """Ropes were explained last, and are shown."""
    explain(window, (30, 50), (70, 90))
    explain(window, (30, 50), (70, 90), topic="Sails", words="Canvas", begin=datetime.date(2023, 1, 10))
    window.sees("4 attempts so far have a score")
    window.sees("Words of 1.")
    assert not window.shows("Canvas of 1.")


def searches(window):
    return bool(window.app.find_all("entry", states=("focused",)))


def search_topic(window, title):
    """Opens the list of topics, whose search GTK 4.18 gives the keyboard at once, and GTK 4.8 what is chosen before it."""
    window.go_to("Topic to compare")
    window.key("space")
    window.until(lambda: window.focused()[0] == "list item" or searches(window), "the list")
    if not searches(window):
        window.key("shift+Tab")
        window.until(lambda: searches(window), "the search")
    window.type(title)
    window.until(lambda: window.app.find_all("entry", text=title), "what was typed")


def choose_found(window):
    """The only one that the search left over."""
    window.key("Tab")
    window.until(lambda: window.focused()[0] == "list item", "what was found")
    window.key("Return")


@contextlib.contextmanager
def unreadable_gaps(library):
    """As long as it lasts; then the library is made of the SQL that it was."""
    connection = sqlite3.connect(library, timeout=20, isolation_level=None)
    schema = connection.execute("SELECT sql, name FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    connection.execute("ALTER TABLE gap RENAME TO gone")
    try:
        yield
    finally:
        connection.execute("ALTER TABLE gone RENAME TO gap")
        connection.execute("PRAGMA writable_schema = ON")
        connection.executemany("UPDATE sqlite_schema SET sql = ? WHERE name = ?", schema)
        connection.execute("PRAGMA writable_schema = RESET")
        connection.close()


def test_unreadable_journey(folder):
    """Under the title of one topic there are never the words of another, and what is wrong is said where they were."""
    with boats(folder, TWO_TOPICS) as window:
        explain_two_topics(window)
        with unreadable_gaps(window.library):
            search_topic(window, "Sails")
            choose_found(window)
            window.until(lambda: not window.shows("Words of 1."), "the words of the other topic to be gone")
            window.sees("no such table: gap")
        explain(window, (80, 90), begin=datetime.date(2023, 6, 1), topic="Sails", words="Cloth")
        window.sees("Canvas of 1.")
        window.sees("Cloth of 1.")
        window.until(lambda: not window.shows("no such table: gap"), "the sentence to be gone")
        window.close()


def test_searched_journey(folder):
    """What is typed to search a topic stays when something else in the library changes."""
    with boats(folder, TWO_TOPICS) as window:
        explain_two_topics(window)
        search_topic(window, "Sai")
        explain(window, (90, 90), begin=datetime.date(2024, 9, 1))
        window.sees(", over 5 attempts.")
        assert window.app.find_all("entry", text="Sai")
        choose_found(window)
        window.sees("Canvas of 1.")
        window.close()


run(test_edited_in_place, test_arranged, test_nothing_explained, test_statements, test_numbers,
    test_attempts_behind_marks, test_journey, test_unreadable, test_unreadable_journey, test_searched_journey)
