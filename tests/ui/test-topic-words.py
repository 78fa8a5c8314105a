"""What is written on a topic's page is never lost: not by leaving it, nor by closing, nor by kill -9."""

import os
import time

from window import EXAMPLE, TOPIC, Window, run


def notes(window):
    return window.query("SELECT notes FROM subject WHERE title = ?", TOPIC)[0][0] or ""


def texts(window, table):
    return [text for text, in window.query(f"SELECT text FROM {table} WHERE owner = ? ORDER BY position", window.subject())]


def changes(window):
    return window.query("SELECT count(*) FROM change WHERE NOT undone")[0][0]


def edit_notes(window):
    window.go_to("Notes", role="text")
    window.key("F2", "ctrl+End")


def shows_notes(window, text):
    """To be read; the Markdown of it is another text."""
    return any(node.text == text for node in window.app.find_all("text", "Notes"))


def test_notes_are_read_as_what_they_mean(folder):
    markdown = "# Levels\n\n- *Striping*\n  - `RAID 0`\n"
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.go_to("Notes", role="text")
        window.type("# Levels")
        window.key("Return", "Return")
        window.type("- *Striping*")
        window.key("Escape")
        window.until(lambda: notes(window) == "# Levels\n\n- *Striping*", "what was written")
        window.until(lambda: shows_notes(window, "Levels\n• Striping"), "what it means")
        # Return shows the words themselves again, at once.
        window.key("Return", "ctrl+End", "Return")
        window.type("  - `RAID 0`")
        window.key("Return")
        window.until(lambda: notes(window) == markdown, "more of it")
        window.find("list", "Topics").find("list item", TOPIC).focus()
        window.until(lambda: shows_notes(window, "Levels\n• Striping\n• RAID 0"), "what all of it means")
        window.key("ctrl+z")
        window.until(lambda: not notes(window).endswith("0`\n"), "undo of what was written last")
        window.close()


def test_notes_survive_kill(folder):
    with Window(folder, plan=EXAMPLE) as window:
        written = ""
        for sentence in ("Parity is XOR. ", "A mirror is no backup. ", "Ten is one and nought."):
            window.open_topic()
            edit_notes(window)
            window.type(sentence)
            time.sleep(1)  # what is older than a second is saved
            window.type("…")
            window.kill()
            assert notes(window).startswith(written + sentence), notes(window)
            written = notes(window)
            window.start()
            window.goes_to(TOPIC)
        window.until(lambda: window.find("text", "Notes").text == written, "the notes on the page")
        window.close()


def test_notes_are_one_step_to_undo(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        before, was = changes(window), notes(window)
        edit_notes(window)
        for word in ("one ", "two ", "three"):
            window.type(word)
            window.until(lambda: notes(window).endswith(word), "the notes to be saved as they are typed")
        assert changes(window) == before + 1, (before, changes(window))
        window.find("list", "Topics").find("list item", TOPIC).focus()
        window.until(lambda: window.focused() != ("text", "Notes"), "the notes to be left")
        window.key("ctrl+z")
        window.until(lambda: notes(window) == was, "undo to take the whole writing back")
        window.until(lambda: window.find("text", "Notes").text == was, "the page to show it")
        window.key("ctrl+shift+z")
        window.until(lambda: notes(window) == was + "one two three", "redo to bring it again")
        window.close()


def begin_adding(window, table, text):
    """In the entry after the last point or gap, which the accessibility tree does not tell by name."""
    window.go_to(texts(window, table)[-1], role="list item")
    window.key(*["Tab"] * (3 if table == "gap" else 2))
    window.type(text)


def test_half_written_is_kept_by_leaving_and_closing(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        begin_adding(window, "point", "Half a point")
        begin_adding(window, "gap", "Half a gap")
        window.key("alt+Left")
        window.until(lambda: "Half a point" in texts(window, "point"), "the point to be added")
        window.until(lambda: "Half a gap" in texts(window, "gap"), "the gap to be added")

        window.open_topic()
        begin_adding(window, "point", "Half, then closed")
        window.close()
        assert texts(window, "point").count("Half, then closed") == 1, texts(window, "point")

        window.start()
        window.goes_to(TOPIC)
        window.go_to("Half, then closed", role="list item")
        window.key("F2")
        window.until(lambda: window.focused()[0] == "text", "the point to be edited")
        window.key("ctrl+a")
        window.type("Edited, then closed")
        window.close()
        assert "Edited, then closed" in texts(window, "point"), texts(window, "point")


def test_half_written_is_kept_by_another_topic(folder):
    with Window(folder, plan=EXAMPLE) as window:
        # The next one in the list: it is in sight where the first is.
        other = window.query("SELECT title FROM subject WHERE kind = 'topic' AND parent IS NULL AND position >"
                             " (SELECT position FROM subject WHERE title = ?) ORDER BY position", TOPIC)[0][0]
        window.open_topic()
        edit_notes(window)
        window.type("Written just before")
        begin_adding(window, "gap", "Half a gap")
        window.open_topic(other)
        window.until(lambda: "Half a gap" in texts(window, "gap"), "the gap to be added")
        window.until(lambda: notes(window).endswith("Written just before"), "the notes to be saved")
        window.close()


def test_heading_without_words(folder):
    path = os.path.join(folder, "plan.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write("# Plan\n\n## One\n- a\n\n##\n- b\n")
    with Window(folder, plan=path) as window:
        window.open_topic("Without a Title")
        window.key("F2")
        window.until(lambda: window.focused()[0] == "text", "the title to be edited")
        window.type("Two")
        window.key("Return")
        window.find("list", "Topics").find("list item", "Two,")
        assert "\n## Two\n" in window.command("export"), window.command("export")
        window.close()


run(test_notes_are_read_as_what_they_mean, test_notes_survive_kill, test_notes_are_one_step_to_undo, test_half_written_is_kept_by_leaving_and_closing,
    test_half_written_is_kept_by_another_topic, test_heading_without_words)
