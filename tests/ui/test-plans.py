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
        window.key("alt+Return")
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
            # The lowest is “below 50”, as the document says.
            assert above[1] == below[2] + (below[1] > 0), now
        assert now[0][2] == 100 and now[-1][1] == 0, now
        window.leave("Plan Preferences")
        window.key("ctrl+z")
        window.until(lambda: bands(window) == before, "one undo to take the band back")
        window.close()


def test_language(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.sees(TOPIC)
        window.key("alt+Return")
        window.find_dialog("Plan Preferences")
        window.go_to("Language")
        window.key("space", "End", "Return")
        # The last of all by its name, whatever the locale sorts by: one that is written in another script.
        window.until(lambda: window.query("SELECT language FROM plan")[0][0] in ("zh", "ja", "ta", "ar", "yi"),
                     "the language")
        window.leave("Plan Preferences")
        window.close()


def test_emoji_of_a_band(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.sees(TOPIC)
        window.key("alt+Return")
        window.find_dialog("Plan Preferences")
        window.go_to("Strong")
        window.key("Return")
        window.key("Tab", "Tab", "Tab")  # name, meaning, emoji
        window.key("ctrl+a")
        window.type("no emoji")
        window.key("Return")
        window.key("ctrl+a")
        window.type("⭐")
        window.key("Return")
        window.until(lambda: window.query("SELECT emoji FROM band WHERE name = 'Strong'") == [("⭐",)], "the emoji")
        window.leave("Plan Preferences")
        assert "- ⭐ **Strong" in window.command("export")
        window.key("ctrl+z")
        window.until(lambda: window.query("SELECT emoji FROM band WHERE name = 'Strong'") == [("🟢",)], "undo")
        window.close()


def kinds(window):
    return [name for name, in window.query("SELECT name FROM study_kind ORDER BY position")]


def test_strategy_is_arranged(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.sees(TOPIC)
        before, bands_before = kinds(window), bands(window)
        window.key("alt+Return")
        window.find_dialog("Plan Preferences")
        window.go_to(before[0])
        window.key("alt+Down")
        window.until(lambda: kinds(window) == [before[1], before[0], *before[2:]], "the move")
        window.until(lambda: before[0] in window.focused()[1], "the keyboard to stay")
        window.key("Delete")
        window.until(lambda: kinds(window) == before[1:], "the deletion")
        window.sees(f"“{before[0]}” deleted")
        window.key("ctrl+z")
        window.until(lambda: len(kinds(window)) == len(before), "it to come back")
        window.key("ctrl+shift+z")
        window.until(lambda: kinds(window) == before[1:], "it to go again")
        # A band that goes leaves its scores to the one below; where one may begin stands by the field.
        window.go_to(bands_before[1][0])
        window.key("Delete")
        window.until(lambda: len(bands(window)) == len(bands_before) - 1, "the band to go")
        assert bands(window)[1][2] == bands_before[0][1] - 1, bands(window)
        window.click("push button", "Undo")
        window.until(lambda: bands(window) == bands_before, "the band to come back")
        window.go_to(bands_before[1][0])
        window.key("Return")
        window.sees(f"Between {bands_before[2][1] + 1:.0f} and {bands_before[0][1] - 1:.0f}, so that it meets")
        window.leave("Plan Preferences")
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


run(test_bands_leave_no_gap, test_language, test_emoji_of_a_band, test_strategy_is_arranged,
    test_deleted_plan_comes_back, test_duplicated, test_exported)
