"""The study queue on Today: added to, edited in place, moved and deleted, by keyboard."""

import os

from window import Window, run

PLAN = """# Boats

## Deep Dives Completed ✅

### Ropes
**Status:** Deep dive complete
**Topics covered:**
- How a bowline holds

## Not Yet Covered ⏳

### Sails
- Reefing

### Tides
- Springs and neaps

## Next Deep Dive 🎯

**Target:** Sails (20 min)

**Why:** The wind comes first.

**Prerequisites:** Ropes ✅, Tides

**After that:** Tides (15 min)
**Why:** They come twice a day
"""


def queue(window):
    return window.query("SELECT title, minutes, why, subject IS NOT NULL FROM queue_entry ORDER BY position")


def titles(window):
    return [entry[0] for entry in queue(window)]


def boats(folder):
    path = os.path.join(folder, "boats.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PLAN)
    return Window(folder, plan=path)


def go_to_adding(window):
    """The entry that adds one has no name of its own to the keyboard's eye."""
    window.go_to("Choose a topic")
    window.key("shift+Tab")


def shown(window):
    return [name.split(",")[0] for name in window.rows("Next Deep Dives")]


def go_to_entry(window, title):
    window.find("list item", title)
    window.go_to_row(title, but="assessed")


def add(window, title):
    before = len(queue(window))
    go_to_adding(window)
    window.type(title)
    window.key("Return")
    window.until(lambda: len(queue(window)) == before + 1, "the new entry")


def test_edited_in_place(folder):
    with boats(folder) as window:
        window.sees("Prerequisites: Ropes ✓, Tides (not met)")
        go_to_entry(window, "Sails")
        window.key("F2")
        window.go_to("Minutes")
        window.key("ctrl+a")
        window.type("45")
        window.go_to("Why")
        window.key("ctrl+a")
        window.type("It rains.")
        window.key("Return")
        window.until(lambda: queue(window)[0] == ("Sails", 45, "It rains.", 1), "what was written")
        window.sees("45 minutes")
        # Both fields are one step; Escape takes back what is being written.
        window.key("ctrl+z")
        window.until(lambda: queue(window)[0] == ("Sails", 20, "The wind comes first.", 1), "what was there")
        go_to_entry(window, "Sails")
        window.key("F2")
        window.type("Nothing")
        window.key("Escape")
        window.close()
        assert titles(window) == ["Sails", "Tides"]


def test_added_and_moved(folder):
    with boats(folder) as window:
        add(window, "Cooking aboard")
        # A title of the plan, in whatever case, is the topic.
        add(window, "ropes")
        assert [entry[3] for entry in queue(window)] == [1, 1, 0, 1], queue(window)
        go_to_entry(window, "ropes")
        window.key("alt+Up")
        window.until(lambda: titles(window) == ["Sails", "Tides", "ropes", "Cooking aboard"], "the move")
        window.until(lambda: shown(window) == titles(window), "the page to show it")
        window.key("alt+Up")
        window.until(lambda: titles(window) == ["Sails", "ropes", "Tides", "Cooking aboard"], "the next move")
        window.until(lambda: "ropes" in window.focused()[1], "the keyboard to stay with the entry")
        window.close()


def test_chosen_from_the_topics(folder):
    with boats(folder) as window:
        window.click("push button", "Choose a topic")
        window.find("entry", "Search topics", states=("focused",))
        window.type("rop")
        window.until(lambda: not window.app.find_all("check box", "Tides"), "the search")
        window.key("Return")
        window.until(lambda: titles(window) == ["Sails", "Tides", "Ropes"], "the chosen topic")
        window.close()


def test_several_deleted_as_one(folder):
    with boats(folder) as window:
        add(window, "Cooking aboard")
        go_to_entry(window, "Tides")
        window.key("Delete")
        window.until(lambda: titles(window) == ["Sails", "Cooking aboard"], "the deletion")
        window.sees("1 entry deleted")
        window.click("push button", "Undo")
        window.until(lambda: len(queue(window)) == 3, "the entry to come back")
        go_to_entry(window, "Tides")
        window.key("shift+Down", "Delete")
        window.until(lambda: titles(window) == ["Sails"], "both to be gone")
        window.sees("2 entries deleted")
        window.key("ctrl+z")
        window.until(lambda: titles(window) == ["Sails", "Tides", "Cooking aboard"], "one undo for both")
        window.close()


run(test_edited_in_place, test_added_and_moved, test_chosen_from_the_topics, test_several_deleted_as_one)
