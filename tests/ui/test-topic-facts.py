"""How long a topic takes, what it builds on and what stands under it, said on its page by keyboard."""

import os

from window import Window, run

PLAN = """# Boats

## Deep Dives Completed ✅

### Ropes
- How a bowline holds

## Not Yet Covered ⏳

### Sails
- Reefing

### Tides
- Springs and neaps
"""


def boats(folder, title="Sails"):
    path = os.path.join(folder, "boats.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PLAN)
    window = Window(folder, plan=path)
    window.open_topic(title)
    return window


def prerequisites(window, title):
    return [topic for topic, in window.query(
        "SELECT topic.title FROM link JOIN subject AS topic ON topic.id = link.target"
        " WHERE link.owner = ? AND link.kind = 'prerequisite' ORDER BY link.position", window.subject(title))]


def minutes(window, title="Sails"):
    return window.query("SELECT minutes FROM subject WHERE title = ?", title)[0][0]


def exported(window):
    return window.command("export", "--format", "md")


def change_topic(window, letter):
    window.go_to("Change the topic")
    window.key("Return")
    window.choose(letter)


def add_prerequisite(window, title):
    """In the entry beside the button that chooses from all topics."""
    window.go_to("Choose topics")
    window.key("shift+Tab")
    window.key("ctrl+a")
    window.type(title)
    window.key("Return")


def test_minutes(folder):
    with boats(folder) as window:
        change_topic(window, "m")
        window.until(lambda: "Minutes" in window.focused()[1], "the minutes to be written")
        window.key("ctrl+a")
        window.type("40")
        window.key("Return")
        window.until(lambda: minutes(window) == 40, "the minutes")
        window.sees("40 minutes")
        assert exported(window) == PLAN.replace("### Sails\n", "### Sails\n**Time:** 40 min\n")
        change_topic(window, "m")
        window.type("9")
        window.key("Escape")
        window.key("ctrl+z")
        window.until(lambda: minutes(window) == 0, "one undo, of what was kept")
        assert exported(window) == PLAN
        window.close()


def test_prerequisites(folder):
    with boats(folder) as window:
        add_prerequisite(window, "ropes")
        window.until(lambda: prerequisites(window, "Sails") == ["Ropes"], "the prerequisite")
        window.find("list", "Prerequisites").find("list item", "Ropes")
        window.sees("Met: deep-dived")
        add_prerequisite(window, "Anchors")
        window.sees("No topic of this plan is called “Anchors”.")
        window.key("ctrl+a")  # what was not taken is there again
        window.type("Sails")
        window.key("Return")
        window.sees("Then a topic would build on itself: “Sails” → “Sails”.")
        assert prerequisites(window, "Sails") == ["Ropes"]
        window.key("ctrl+a", "Delete")
        # From the list of all topics, which says what is chosen.
        window.go_to("Choose topics")
        window.key("Return")
        window.find("entry", "Search topics", states=("focused",))
        window.type("tid")
        window.until(lambda: not window.app.find_all("check box", "Ropes"), "the search")
        window.key("Return")
        window.until(lambda: prerequisites(window, "Sails") == ["Ropes", "Tides"], "the chosen topic")
        window.key("Escape")
        assert exported(window) == PLAN.replace("### Sails\n", "### Sails\n**Prerequisites:** Ropes, Tides\n")
        # A circle is named, and nothing is changed.
        window.open_topic("Tides")
        add_prerequisite(window, "Sails")
        window.sees("“Tides” → “Sails” → “Tides”.")
        assert not prerequisites(window, "Tides")
        window.key("ctrl+a", "Delete")
        window.open_topic("Sails")
        window.go_to_row("Tides", but="assessed")
        window.key("alt+Up")
        window.until(lambda: prerequisites(window, "Sails") == ["Tides", "Ropes"], "the move")
        window.key("shift+Down", "Delete")
        window.until(lambda: not prerequisites(window, "Sails"), "both to be gone")
        window.sees("2 topics taken from the list")
        window.click("push button", "Undo")
        window.until(lambda: prerequisites(window, "Sails") == ["Tides", "Ropes"], "one undo for both")
        window.close()


def test_subtopics(folder):
    with boats(folder, "Ropes") as window:
        for title in ("Knots", "Splices"):
            window.open_topic("Ropes")
            change_topic(window, "s")
            window.find("label", "New Subtopic", exact=True)
            window.type(title)
            window.key("Return")
            window.goes_to(title)
        under = "SELECT title, depth FROM subject WHERE parent = ? ORDER BY position"
        ropes = window.subject("Ropes")
        assert window.query(under, ropes) == [("Knots", "deep"), ("Splices", "deep")], window.query(under, ropes)
        window.open_topic("Ropes")
        assert [row.split(",")[0] for row in window.rows("Subtopics")] == ["Knots", "Splices"]
        assert exported(window) == PLAN.replace("holds\n", "holds\n\n#### Knots\n\n#### Splices\n")
        window.go_to_row("Splices", but="assessed")
        window.key("alt+Up")
        window.until(lambda: window.query(under, ropes)[0][0] == "Splices", "the move")
        window.key("Delete")
        window.until(lambda: len(window.query(under, ropes)) == 1, "the subtopic to be gone")
        window.until(lambda: window.focused()[1].startswith("Knots"), "the keyboard on the next one")
        window.key("ctrl+z", "ctrl+z")
        window.until(lambda: [title for title, _ in window.query(under, ropes)] == ["Knots", "Splices"], "both undone")
        window.close()


run(test_minutes, test_prerequisites, test_subtopics)
