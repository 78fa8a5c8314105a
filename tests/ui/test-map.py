#!/usr/bin/python3
"""The plan map: from topic to topic by keyboard, opened, in words and as a table, closer and back; it follows the plan."""

import os
import sqlite3
from contextlib import closing

from hands import hand, picture
from window import EXAMPLE, Window, run

EMPTY = """# Nothing Yet

## Learning Strategy

- Deep dives: 30 minutes
"""


def open_map(window):
    window.key("ctrl+m")
    window.find("image", "Plan map: ")


def says(window, words):
    """Waits until the topic that is highlighted says so."""
    window.find("image", words)


def is_sensitive(window):
    """Whether there is a way back to the readable size, which is not there while it is that."""
    return "sensitive" in window.find("push button", "Readable Size").states


def test_from_topic_to_topic(folder):
    with Window(folder, plan=EXAMPLE) as window:
        open_map(window)
        says(window, "2 prerequisites")
        window.go_to("Plan map", role="image")
        window.key("Home")
        says(window, "Plan map: The Path of a Write")
        window.key("Down")
        says(window, "Plan map: Upper Half of a Write")
        says(window, "part of The Path of a Write")
        window.key("Up")
        says(window, "needed for Logical Volumes")
        window.key("Right")
        says(window, "Plan map: Logical Volumes")
        says(window, "needs The Path of a Write, RAID Levels")
        window.key("Left")
        says(window, "needed for Logical Volumes")
        window.key("End")
        window.until(lambda: not window.app.find_all("image", "needed for Logical"), "the last topic")
        window.key("Home", "Right", "Return")
        window.goes_to("Logical Volumes")
        window.key("alt+Left")
        window.goes_to("Plan Map")
        window.find("image", "Plan map: ")


def test_from_first_to_last(folder):
    """In reading order every topic is come to, and the way back is the same."""
    with Window(folder, plan=EXAMPLE) as window:
        open_map(window)
        n_topics = int(window.find("image", "Plan map: ").name.removeprefix("Plan map: ").split()[0])
        window.go_to("Plan map", role="image")
        window.key("Home")
        says(window, "Plan map: The Path of a Write")
        way = [window.find("image", "Plan map: ").name]
        while len(way) < n_topics:
            window.key("Next")
            window.until(lambda: window.find("image", "Plan map: ").name != way[-1], "the next topic")
            way.append(window.find("image", "Plan map: ").name)
        assert len(set(way)) == n_topics, way
        window.key("End")
        window.until(lambda: window.find("image", "Plan map: ").name == way[-1], "the last topic")
        window.key("Prior")
        window.until(lambda: window.find("image", "Plan map: ").name == way[-2], "the one before")


def test_closer_and_back(folder):
    with Window(folder, plan=EXAMPLE) as window:
        open_map(window)
        window.find("push button", "Readable Size")
        assert not is_sensitive(window)
        window.go_to("Plan map", role="image")
        window.key("plus", "plus", "shift+Right", "shift+Down")
        window.find("push button", "Readable Size", states=("sensitive",))
        window.key("0", "1")
        window.until(lambda: not is_sensitive(window), "the readable size")
        window.click("push button", "Larger")
        window.click("push button", "Readable Size")
        window.until(lambda: not is_sensitive(window), "the readable size by its button")


def test_hands(folder):
    """Ctrl and the wheel come closer to what the pointer is on, and a drag goes to something else."""
    with Window(folder, plan=EXAMPLE) as window:
        open_map(window)
        left, top, width, height = window.find("image", "Plan map: ").rect()
        middle = (str(int(left + width * .5)), str(int(top + height * .5)))
        hand("mousemove", *middle)
        hand("mousemove_relative", "1", "1")
        window.ui.settle(.3)
        hand("click", "4")
        window.ui.settle(.3)
        assert not is_sensitive(window)
        hand("keydown", "ctrl", "click", "--repeat", "8", "--delay", "30", "4", "keyup", "ctrl")
        window.find("push button", "Readable Size", states=("sensitive",))
        before = picture(window, "Plan map: ")
        hand("mousemove", *middle)
        hand("mousedown", "1", "mousemove_relative", "--", "-60", "0", "mousemove_relative", "--", "-60", "0", "mouseup", "1")
        window.until(lambda: picture(window, "Plan map: ") != before, "the drag to move what is seen")
        # It was no click.
        window.find("image", "Plan map: ")


def test_table(folder):
    with Window(folder, plan=EXAMPLE) as window:
        open_map(window)
        window.go_to("Table: Plan map")
        window.key("space")
        for words in ("Part of", "Needs", "Needed for", "The Path of a Write; RAID Levels"):
            window.sees(words)
        window.key("space")
        window.find("image", "Plan map: ")


def test_follows(folder):
    with Window(folder, plan=EXAMPLE) as window:
        open_map(window)
        window.go_to("Plan map", role="image")
        window.key("Home")
        says(window, "The Path of a Write · not assessed")
        window.command("explain", "The Path of a Write", "--score", "77", text="It goes down through the layers.")
        says(window, "The Path of a Write · 77")
        window.command("undo")
        says(window, "The Path of a Write · not assessed")


def test_empty(folder):
    path = os.path.join(folder, "empty.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(EMPTY)
    with Window(folder, plan=path) as window:
        window.key("ctrl+m")
        window.sees("No Topics Yet")
        assert not window.app.find_all("image", "Plan map")


def test_failure(folder):
    """What cannot be read is told, and shown when it can be."""
    with Window(folder, plan=EXAMPLE) as window:
        window.sees("The Path of a Write")
        with closing(sqlite3.connect(window.library)) as library:
            library.execute("ALTER TABLE attempt RENAME TO away")
        window.key("ctrl+m")
        window.sees("The Map Cannot Be Shown")
        window.go_to("Try Again", role="push button")
        window.key("Return")
        window.ui.settle(.5)
        assert "Try Again" in window.focused()[1], window.focused()
        assert window.shows("The Map Cannot Be Shown")
        with closing(sqlite3.connect(window.library)) as library:
            library.execute("ALTER TABLE away RENAME TO attempt")
        window.key("Return")
        window.find("image", "Plan map: ")
        window.until(lambda: window.focused()[0] == "image", "the keyboard to be at the map")
        window.close()


run(test_from_topic_to_topic, test_from_first_to_last, test_closer_and_back, test_hands, test_table, test_follows,
    test_empty, test_failure)
