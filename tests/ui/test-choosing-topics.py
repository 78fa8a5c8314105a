"""Several topics of the list chosen, and changed or deleted in one step, by keyboard and by mouse."""

import subprocess

from window import EXAMPLE, Window, run

NAMES = "Inodes and Directories", "Journaling", "Copy-on-Write File Systems"


def titles(window):
    return {title for title, in window.query("SELECT title FROM subject WHERE kind = 'topic'")}


def row(window, title):
    return window.find("list", "Topics").find("list item", title + ",")


def click(window, title, key):
    subprocess.run(["xdotool", "keydown", key], check=True)
    try:
        row(window, title).click(mouse=True)
    finally:
        subprocess.run(["xdotool", "keyup", key], check=True)


def choose_by_keys(window):
    window.open_topic(NAMES[0])
    window.key("F9")
    window.until(lambda: window.focused()[1].startswith(NAMES[0]), "F9 to come to the list")
    window.key("shift+Down", "shift+Down")
    window.sees("3 chosen")


def test_delete_is_one_step(folder):
    with Window(folder, plan=EXAMPLE) as window:
        before = titles(window)
        choose_by_keys(window)
        window.key("Delete")
        window.sees("3 topics deleted")
        assert titles(window) == before - set(NAMES), before - titles(window)
        assert not window.shows("chosen")
        window.click("push button", "Undo")
        window.until(lambda: titles(window) == before, "the topics to come back")
        row(window, NAMES[0])
        window.close()


def test_parent_goes_with_its_parts(folder):
    with Window(folder, plan=EXAMPLE) as window:
        before = titles(window)
        window.open_topic("The Path of a Write")
        window.key("F9")
        window.until(lambda: window.focused()[1].startswith("The Path of a Write"), "F9 to come to the list")
        window.key("shift+Down")
        window.sees("2 chosen")
        window.key("Delete")
        window.until(lambda: titles(window) == before - {"The Path of a Write", "Upper Half of a Write",
                                                         "Lower Half of a Write"}, "the topics to go")
        window.key("ctrl+z")
        window.until(lambda: titles(window) == before, "the topics to come back")
        window.close()


def test_depth_and_escape(folder):
    with Window(folder, plan=EXAMPLE) as window:
        choose_by_keys(window)
        window.key("Escape")
        window.until(lambda: not window.shows("chosen"), "Escape to choose none")
        choose_by_keys(window)
        window.go_to("Depth", role="push button")
        window.key("Return")
        window.sees_menu()
        window.key("Down", "Return")
        window.until(lambda: window.query("SELECT count(*) FROM subject WHERE depth = 'surface' AND title IN (?, ?, ?)",
                                          *NAMES) == [(3,)], "the depth of all three")
        window.key("ctrl+z")
        window.until(lambda: window.query("SELECT count(*) FROM subject WHERE depth = 'deep' AND title IN (?, ?, ?)",
                                          *NAMES) == [(3,)], "the depth to come back in one step")
        window.close()


def test_mouse(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic(NAMES[0])
        for title, key, count in ((NAMES[2], "ctrl", 2), (NAMES[0], "ctrl", 1), (NAMES[2], "shift", 3)):
            click(window, title, key)
            window.sees(f"{count} chosen")
        window.click("push button", "Choose None")
        window.until(lambda: not window.shows("chosen"), "none to be chosen")
        assert window.title().startswith(NAMES[0]), window.title()
        window.close()


run(test_delete_is_one_step, test_parent_goes_with_its_parts, test_depth_and_escape, test_mouse)
