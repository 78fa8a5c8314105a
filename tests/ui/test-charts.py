"""A chart is looked at closer by keyboard, wheel and drag, and there is always a way back; its numbers are a table, too."""

import os
import subprocess

from hands import hand, picture
from window import EXAMPLE, TOPIC, Window, run

HISTORY = "Score history: "
PAST = (("2026-05-02", 82), ("2026-06-20", 64), ("2026-08-09", 88), ("2026-10-11", 93))


def topic(folder):
    window = Window(folder, plan=EXAMPLE, start=False)
    for day, score in PAST:
        window.command("explain", TOPIC, "--score", str(score), "--date", day, text="Words.")
    window.start()
    window.open_topic()
    window.find("image", HISTORY)
    return window


def is_whole(window):
    return not window.app.find_all("push button", "Show All")


def mark(window):
    """What is pointed at, in the chart's own words."""
    return window.find("image", HISTORY).name


def test_keys(folder):
    with topic(folder) as window:
        window.go_to("Score history")
        window.key("End", "plus", "plus")
        window.find("push button", "Show All")
        latest = mark(window)
        # Steps go on beyond what is seen, which comes after them.
        window.key("Home")
        window.until(lambda: mark(window) != latest, "the first mark")
        first = picture(window, HISTORY)
        window.key("shift+Right")
        window.until(lambda: picture(window, HISTORY) != first, "Shift+Right to show what is further right")
        window.key("shift+Left")
        window.until(lambda: picture(window, HISTORY) == first, "Shift+Left to show what was seen before")
        window.key("minus", "minus", "minus")
        window.until(lambda: is_whole(window), "all to be seen again")
        window.key("plus")
        window.find("push button", "Show All").click()
        window.until(lambda: is_whole(window), "Show All to show all")


def save(window, letter, path):
    window.go_to("Save: Score history")
    window.key("Return")
    window.choose(letter)
    window.find("text", "Name:", states=("focused",))
    window.key("ctrl+a")
    window.type(path)
    window.key("Return")
    window.until(lambda: not window.app.find_all("text", "Name:"), "the dialog to close")


def begins(path, start):
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        return file.read(100).startswith(start)


def test_saved(folder):
    with topic(folder) as window:
        path = os.path.join(folder, "history")
        # A name that says no form gets the one that was chosen.
        save(window, "p", path)
        window.until(lambda: begins(path + ".png", b"\x89PNG\r\n"), "the picture")
        window.sees("Chart saved")
        save(window, "d", path + ".svg")
        window.until(lambda: begins(path + ".svg", b"<?xml"), "the drawing")
        save(window, "t", path + ".csv")
        window.until(lambda: begins(path + ".csv", b"Date,Attempt,Score"), "the table")
        # Nobody was asked about the picture that is there.
        with open(path + ".png", "wb") as file:
            file.write(b"mine")
        save(window, "p", path)
        window.sees("is there already")
        assert begins(path + ".png", b"mine")


def test_copied(folder):
    with topic(folder) as window:
        window.go_to("Save: Score history")
        window.key("Return")
        window.choose("c")
        window.sees("Picture copied")
        done = subprocess.run(["xclip", "-selection", "clipboard", "-target", "image/png", "-out"], check=True,
                              capture_output=True, timeout=120)
        assert done.stdout.startswith(b"\x89PNG\r\n"), done.stdout[:40]


def test_hands(folder):
    with topic(folder) as window:
        # It keeps the keyboard, so that a drag changes nothing but what is seen.
        window.go_to("Score history")
        left, top, width, height = window.find("image", HISTORY).rect()
        hand("mousemove", str(int(left + width * .4)), str(int(top + height * .9)))
        hand("mousemove_relative", "1", "1")
        window.ui.settle(.3)
        # The wheel alone is the page's.
        hand("click", "4")
        window.ui.settle(.3)
        assert is_whole(window)
        hand("keydown", "ctrl", "click", "--repeat", "4", "--delay", "30", "4", "keyup", "ctrl")
        window.find("push button", "Show All")
        before = picture(window, HISTORY)
        hand("mousemove", str(int(left + width * .4)), str(int(top + height * .9)))
        hand("mousedown", "1", "mousemove_relative", "--", "-40", "0", "mousemove_relative", "--", "-40", "0", "mouseup", "1")
        window.until(lambda: picture(window, HISTORY) != before, "the drag to move what is seen")
        window.key("0")
        window.until(lambda: is_whole(window), "0 to show all")


def test_table(folder):
    with topic(folder) as window:
        window.until(lambda: "Score expected to " in mark(window), "how it goes on")
        window.go_to("Table: Score history")
        window.key("space")
        window.find("table row", "2 May 2026")


def test_saved_by_command(folder):
    with topic(folder) as window:
        path = os.path.join(folder, "scores.csv")
        window.command("chart", TOPIC, "--output", path)
        with open(path, encoding="utf-8", newline="") as file:
            lines = file.read().split("\r\n")
        assert lines[0] == "Date,Attempt,Score,Band,Expected,Assisted,Outlook,Low,High,First score", lines
        rows = [line.split(",") for line in lines[1:-1]]
        days = [row[0] for row in rows if row[1]]
        assert days[-len(PAST):] == [day for day, _ in PAST], lines
        # Then what is expected, with its range, from now on.
        expected = [row for row in rows if not row[1]]
        assert len(expected) > 2 and expected == rows[-len(expected):] == sorted(expected), lines
        assert expected[0][0] > days[-1], lines
        assert all(float(row[7]) <= float(row[4]) <= float(row[8]) for row in expected), lines


run(test_keys, test_hands, test_table, test_saved, test_copied, test_saved_by_command)
