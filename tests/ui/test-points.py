"""The points and gaps of a topic, arranged by keyboard: moved, put into each other, several changed in one step."""

import os

from window import Window, run

PLAN = """# Boats

## Surface-Level Knowledge

### Ropes
- Bowline: Covered basics
- Splices: Mentioned, as an end that does not fray
- Whipping: Not covered

**Gaps identified:**
- How a splice fails
- Rope of steel
- Winches

## Not Yet Covered

### Sails
- Reefing
"""


def boats(folder):
    path = os.path.join(folder, "boats.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PLAN)
    window = Window(folder, plan=path)
    window.open_topic("Ropes")
    return window


def points(window):
    """Each as its text, or as what it is inside of and its text."""
    return window.query("SELECT coalesce(above.text || ' > ', '') || point.text FROM point LEFT JOIN point AS above"
                        " ON above.id = point.parent WHERE point.owner = ? ORDER BY point.position",
                        window.subject("Ropes"))


def texts(window):
    return [text for text, in points(window)]


def depths(window):
    return window.query("SELECT depth, note FROM point WHERE owner = ? ORDER BY position", window.subject("Ropes"))


def gaps(window):
    return window.query("SELECT text, open FROM gap WHERE owner = ? ORDER BY position", window.subject("Ropes"))


def on_row(window, start):
    window.until(lambda: window.focused()[0] == "list item" and window.focused()[1].startswith(start),
                 f"the keyboard on the row “{start}”")


def open_menu(window):
    """Of the row that has the keyboard."""
    window.go_to("Change the ", role="push button")
    window.key("Return")
    window.sees_menu()


def test_moved_and_put_into_each_other(folder):
    with boats(folder) as window:
        window.go_to_row("Whipping")
        window.key("alt+Up")
        window.until(lambda: texts(window) == ["Bowline", "Whipping", "Splices"], "the point to move up")
        on_row(window, "Whipping")
        window.key("ctrl+shift+Right")
        window.until(lambda: texts(window) == ["Bowline", "Bowline > Whipping", "Splices"], "it to go into the one above")
        on_row(window, "Whipping")
        window.key("Down", "alt+Up")
        window.until(lambda: texts(window) == ["Splices", "Bowline", "Bowline > Whipping"], "the next one to move")
        window.go_to_row("Whipping")
        window.key("ctrl+shift+Left")
        window.until(lambda: texts(window) == ["Splices", "Bowline", "Whipping"], "it to come out again")
        on_row(window, "Whipping")
        for _ in range(4):
            window.key("ctrl+z")
        window.until(lambda: texts(window) == ["Bowline", "Splices", "Whipping"], "each step to be taken back")
        window.key("ctrl+shift+z")
        window.until(lambda: texts(window) == ["Bowline", "Whipping", "Splices"], "and made again")
        window.close()


def test_several_in_one_step(folder):
    with boats(folder) as window:
        before = depths(window)
        window.go_to_row("Splices")
        window.key("shift+Down")
        open_menu(window)
        window.key("Down", "Down", "Return")
        window.until(lambda: depths(window) == [before[0], ("deep", None), ("deep", None)], "both to be a deep dive")
        on_row(window, "Whipping")
        window.key("ctrl+z")
        window.until(lambda: depths(window) == before, "one undo for both, with what was written")
        window.key("Delete")
        window.until(lambda: texts(window) == ["Bowline"], "both to be gone")
        window.sees("2 points deleted")
        on_row(window, "Bowline")
        window.click("push button", "Undo")
        window.until(lambda: len(texts(window)) == 3, "both to come back")
        window.close()


def test_note_of_a_point(folder):
    with boats(folder) as window:
        window.go_to_row("Bowline")
        open_menu(window)
        window.choose("t")
        window.until(lambda: window.focused()[0] == "text", "the note to be edited")
        window.key("ctrl+a")
        window.type("Mentioned ashore")
        window.key("Return")
        window.until(lambda: depths(window)[0] == ("surface", "Mentioned ashore"), "the note")
        on_row(window, "Bowline")
        # What is let go by Escape is not kept; nothing written is no note.
        open_menu(window)
        window.choose("t")
        window.type("Nothing")
        window.key("Escape")
        on_row(window, "Bowline")
        assert depths(window)[0] == ("surface", "Mentioned ashore")
        open_menu(window)
        window.choose("t")
        window.key("ctrl+a", "Delete", "Return")
        window.until(lambda: depths(window)[0] == ("surface", None), "the note to be gone")
        window.close()


def test_gaps(folder):
    with boats(folder) as window:
        window.go_to_row("How a splice")
        window.key("shift+Down", "Return")
        window.until(lambda: gaps(window) == [("How a splice fails", 0), ("Rope of steel", 0), ("Winches", 1)],
                     "both to be ticked")
        window.key("ctrl+z")
        window.until(lambda: [is_open for _, is_open in gaps(window)] == [1, 1, 1], "one undo for both")
        window.go_to_row("Winches")
        window.key("alt+Up")
        window.until(lambda: [text for text, _ in gaps(window)][1] == "Winches", "the gap to move up")
        on_row(window, "Winches")
        open_menu(window)
        window.choose("t")
        window.until(lambda: len(gaps(window)) == 2, "the gap to be gone")
        window.sees("1 gap is a topic now")
        window.find("list", "Topics").find("list item", "Winches")
        assert window.query("SELECT depth, parent FROM subject WHERE title = 'Winches'") == [("none", None)]
        on_row(window, "Rope of steel")
        window.key("ctrl+z")
        window.until(lambda: len(gaps(window)) == 3, "the gap to come back")
        assert not window.query("SELECT 1 FROM subject WHERE title = 'Winches'")
        window.close()


run(test_moved_and_put_into_each_other, test_several_in_one_step, test_note_of_a_point, test_gaps)
