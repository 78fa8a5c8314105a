"""What the person notes about how it goes: added, edited in place, moved and deleted, by keyboard."""

import os

from window import Window, run

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


def boats(folder):
    path = os.path.join(folder, "boats.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PLAN)
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
        window.until(lambda: len(window.rows("Strengths")) == 3, "its row")
        window.go_to_row("Patience")
        window.key("alt+Up")
        window.until(lambda: notes(window, "strength") == ["Knots", "Patience", "Weather"], "the move")
        window.until(lambda: window.rows("Strengths")[1] == "Patience", "the page to show it")
        window.key("shift+Up", "Delete")
        window.until(lambda: notes(window, "strength") == ["Weather"], "both to be gone")
        window.sees("2 notes deleted")
        assert notes(window, "improvement") == ["Tides"]
        window.click("push button", "Undo")
        window.until(lambda: notes(window, "strength") == ["Knots", "Patience", "Weather"], "one undo for both")
        window.close()


run(test_edited_in_place, test_arranged)
