"""Plans: their preferences, and deleting one with its way back."""

import json
import os
import re

from window import EXAMPLE, TOPIC, Window, run


def bands(window):
    return window.query("SELECT name, low, high FROM band ORDER BY low DESC")


def test_bands_leave_no_gap(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.sees(TOPIC)
        before = bands(window)
        window.key("ctrl+comma")
        dialog = window.find_dialog("Plan Preferences")
        window.find("list", "Bands")
        dialog.find("text", "Add a Band")
        window.go_to("Needs Review")
        window.key("Tab")
        window.type("Middling")
        window.key("Return")
        window.until(lambda: len(bands(window)) == len(before) + 1, "the new band")
        now = bands(window)
        for above, below in zip(now, now[1:]):
            assert above[1] == below[2] + 1, now
        assert now[0][2] == 100 and now[-1][1] == 0, now
        window.key("Escape")
        window.until(lambda: window.is_active(), "the window to be active")
        window.find("list", "Topics")
        window.key("ctrl+z")
        window.until(lambda: bands(window) == before, "one undo to take the band back")
        window.close()


def test_deleted_plan_comes_back(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.find("push button", "Plan: ").find("push button").click()
        window.choose("d")
        window.sees("Look at an Example")
        assert window.query("SELECT count(*) FROM plan") == [(0,)]
        window.click("push button", "Undo")
        window.find("list", "Topics").find("list item", TOPIC)
        window.open_topic()
        assert len(window.attempts()) == 2
        window.close()


def open_plan_menu(window):
    window.find("push button", "Plan: ").find("push button").click()


def counts(window):
    return [window.query(f"SELECT count(*) FROM {table}")[0][0]
            for table in ("plan", "subject", "point", "attempt", "feedback", "verdict", "queue_entry", "band", "document")]


def test_duplicated(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.sees(TOPIC)
        before = counts(window)
        original = window.command("export")
        open_plan_menu(window)
        window.choose("u")
        window.until(lambda: counts(window) == [2 * count for count in before], "twice of everything")
        window.find("push button", re.compile("Plan: .* \\(copy\\)"))
        title, = window.query("SELECT title FROM plan ORDER BY position DESC LIMIT 1")[0]
        copy = window.command("export", "--plan", title)
        assert copy.splitlines()[1:] == original.splitlines()[1:], "the copy says what the plan says"
        # One step back, and the window shows the plan that is left.
        window.key("ctrl+z")
        window.until(lambda: counts(window) == before, "one undo for all of it")
        window.open_topic()
        window.close()


def save_as(window, path):
    window.go_to("Plan: ")
    window.key("space")
    window.choose("e")
    window.find("text", "Name:", states=("focused",))
    window.key("ctrl+a")
    window.type(path)
    window.key("Return")
    window.until(lambda: not window.app.find_all("text", "Name:"), "the dialog to close")
    window.find("frame", "– KLearn", states=("active",))


def test_exported(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.sees(TOPIC)
        for name in ("plan.md", "plan.csv", "plan.json"):
            path = os.path.join(folder, name)
            save_as(window, path)
            window.sees(f" is in {path}.")
        with open(os.path.join(folder, "plan.md"), "rb") as file, open(EXAMPLE, "rb") as example:
            assert file.read() == example.read(), "the document comes back as it was"
        with open(os.path.join(folder, "plan.csv"), encoding="utf-8") as file:
            assert file.read().startswith("subject,kind,"), "a table"
        with open(os.path.join(folder, "plan.json"), encoding="utf-8") as file:
            assert json.load(file)
        # An ending that says nothing, and a folder that nobody may write to: which file, and why.
        save_as(window, os.path.join(folder, "plan.xyz"))
        window.sees("“plan.xyz” does not say in which form")
        save_as(window, "/proc/plan.md")
        window.sees("/proc/plan.md")
        window.close()


run(test_bands_leave_no_gap, test_deleted_plan_comes_back, test_duplicated, test_exported)
