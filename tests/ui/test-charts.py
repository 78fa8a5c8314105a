"""A chart is looked at closer by keyboard, wheel and drag, and there is always a way back; its numbers are a table, too."""

import os
import subprocess

from window import EXAMPLE, TOPIC, Window, run

PAST = (("2026-05-02", 82), ("2026-06-20", 64), ("2026-08-09", 88), ("2026-10-11", 93))


def hand(*arguments):
    subprocess.run(["xdotool", *arguments], check=True)


def topic(folder):
    window = Window(folder, plan=EXAMPLE, start=False)
    for day, score in PAST:
        window.command("explain", TOPIC, "--score", str(score), "--date", day, text="Words.")
    window.start()
    window.open_topic()
    window.find("image", "Score history: ")
    return window


def is_whole(window):
    return not window.app.find_all("push button", "Show All")


def mark(window):
    """What is pointed at, in the chart's own words."""
    return window.find("image", "Score history: ").name


def test_keys(folder):
    with topic(folder) as window:
        window.go_to("Score history")
        window.key("End", "plus", "plus")
        window.find("push button", "Show All")
        latest = mark(window)
        # Steps go on beyond what is seen, which comes after them.
        window.key("Home")
        window.until(lambda: mark(window) != latest, "the first mark")
        window.key("shift+Right", "shift+Left", "minus", "minus", "minus")
        window.until(lambda: is_whole(window), "all to be seen again")
        window.key("plus")
        window.find("push button", "Show All").click()
        window.until(lambda: is_whole(window), "Show All to show all")


def test_hands(folder):
    with topic(folder) as window:
        left, top, width, height = window.find("image", "Score history: ").extents()
        hand("mousemove", str(int(left + width * .4)), str(int(top + height * .9)))
        hand("mousemove_relative", "1", "1")
        window.ui.settle(.3)
        # The wheel alone is the page's.
        hand("click", "4")
        window.ui.settle(.3)
        assert is_whole(window)
        hand("keydown", "ctrl", "click", "--repeat", "4", "--delay", "30", "4", "keyup", "ctrl")
        window.find("push button", "Show All")
        hand("mousedown", "1", "mousemove_relative", "--", "-40", "0", "mousemove_relative", "--", "-40", "0", "mouseup", "1")
        window.key("0")
        window.until(lambda: is_whole(window), "0 to show all")


def test_table(folder):
    with topic(folder) as window:
        window.go_to("Table: Score history")
        window.key("space")
        window.find("table row", "2 May 2026")


def test_saved_by_command(folder):
    with topic(folder) as window:
        path = os.path.join(folder, "scores.csv")
        window.command("chart", TOPIC, "--output", path)
        with open(path, encoding="utf-8", newline="") as file:
            lines = file.read().split("\r\n")
        assert lines[0] == "Date,Attempt,Score,Band,Expected,Assisted", lines
        assert [line.split(",")[0] for line in lines[-len(PAST) - 1:-1]] == [day for day, _ in PAST], lines


run(test_keys, test_hands, test_table, test_saved_by_command)
