"""What the pages of exercises and insights say of the plan."""

import os
import subprocess

from window import Window, run

PLAN = """# Boats

## Deep Dives Completed ✅

### Ropes
**Status:** Deep dive complete
**Topics covered:**
- How a bowline holds
- Whipping

### Sails
**Status:** Deep dive complete
**Topics covered:**
- Reefing

## Retention Scores 📊

### Sails
**Date:** 2026-03-01
**Score:** 🟢 Strong (85%)

### Overall Assessment

**Next retention exercises to try:**
- Show how a bowline holds under load
- Whipping in the rain

## Learning Strategy

**Scoring System:**
- 🟢 **Strong (90-100%)**: Confident
- 🟡 **Good (70-89%)**: Solid
- 🔴 **Needs Review (<70%)**: Gaps
"""


def boats(folder):
    path = os.path.join(folder, "boats.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PLAN)
    return Window(folder, plan=path)


def exercises(window):
    return [title for title, in window.query("SELECT title FROM subject WHERE kind = 'exercise' ORDER BY position")]


def spanned(window, title):
    return [topic for topic, in window.query(
        "SELECT topic.title FROM link JOIN subject AS exercise ON exercise.id = link.owner"
        " JOIN subject AS topic ON topic.id = link.target WHERE exercise.title = ? ORDER BY topic.title", title)]


def open_exercises(window):
    window.find("list", "Topics").find("list item", "Exercises", timeout=20).click(mouse=True)
    window.goes_to("Exercises")


def test_words(folder):
    with boats(folder) as window:
        # A point of three words or more tells its topic; a single word does not.
        spans = window.query("SELECT exercise.title, topic.title FROM link JOIN subject AS exercise"
                             " ON exercise.id = link.owner JOIN subject AS topic ON topic.id = link.target"
                             " WHERE link.kind = 'spans'")
        assert spans == [("Show how a bowline holds under load", "Ropes")], spans
        window.find("list", "Topics").find("list item", "Exercises", timeout=20).click(mouse=True)
        window.goes_to("Exercises")
        window.find("label", "Ropes")
        window.find("list", "Topics").find("list item", "Insights").click(mouse=True)
        window.goes_to("Insights")
        window.sees("Needs Review (under 70")
        window.open_topic("Sails")
        window.sees("written: 🟢 Strong")
        window.close()


def test_edited_in_place(folder):
    with boats(folder) as window:
        open_exercises(window)
        window.go_to_row("Whipping")
        window.key("F2", "End")
        window.type(" at night")
        window.key("Return")
        window.until(lambda: "Whipping in the rain at night" in exercises(window), "the new prompt")
        window.key("ctrl+z")
        window.until(lambda: "Whipping in the rain" in exercises(window), "the old prompt")
        # Its topics are chosen by name, and let go in the same way.
        window.go_to_row("Whipping")
        window.key("Tab", "Tab", "Return")
        window.choose("t")
        window.find("entry", "Search topics", states=("focused",))
        window.type("sai")
        window.until(lambda: not window.app.find_all("check box", "Ropes"), "the search")
        window.key("Return")
        window.until(lambda: spanned(window, "Whipping in the rain") == ["Sails"], "the topic")
        window.find("check box", "Sails", states=("checked",))
        window.key("Return")
        window.until(lambda: not spanned(window, "Whipping in the rain"), "the topic to be let go")
        window.key("Escape")
        window.close()


def test_arranged(folder):
    with boats(folder) as window:
        before = exercises(window)
        open_exercises(window)
        window.go_to_row("Whipping")
        window.key("Tab", "Tab", "Tab")
        window.type("Splicing")
        window.key("Return")
        window.until(lambda: exercises(window) == before + ["Splicing"], "the new exercise")
        window.until(lambda: len(window.rows("Exercises")) == 3, "its row")
        window.go_to_row("Splicing")
        window.key("alt+Up")
        window.until(lambda: exercises(window) == [before[0], "Splicing", before[1]], "the move")
        window.until(lambda: window.focused()[1].startswith("Splicing"), "the keyboard to stay")
        window.key("shift+Down", "Delete")
        window.until(lambda: exercises(window) == before[:1], "both to be gone")
        window.sees("2 exercises deleted")
        window.click("push button", "Undo")
        window.until(lambda: exercises(window) == [before[0], "Splicing", before[1]], "one undo for both")
        # With the mouse: a click with Ctrl chooses one more, and the menu of one is about both.
        rows = window.find("list", "Exercises")
        window.until(lambda: len(window.rows("Exercises")) == 3, "the rows")
        subprocess.run(["xdotool", "keydown", "ctrl"], check=True)
        rows.find("list item", "Show how").click(mouse=True, at=(.2, .5))
        rows.find("list item", "Splicing").click(mouse=True, at=(.2, .5))
        subprocess.run(["xdotool", "keyup", "ctrl"], check=True)
        assert exercises(window) == [before[0], "Splicing", before[1]], "a click that chooses opens nothing"
        rows.find("list item", "Splicing").find("push button", "Change the Exercise").find("push button").click()
        window.choose("d")
        window.until(lambda: exercises(window) == before[1:], "both to be gone")
        window.close()


run(test_words, test_edited_in_place, test_arranged)
