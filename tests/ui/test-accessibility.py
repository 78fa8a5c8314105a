"""Who cannot see the window must be told what everything on it is: no widget that can be used is without a name.

GTK gives a widget without a name that of its class, so a class name is none.
"""

import re

from window import EXAMPLE, EXPLANATION, TOPIC, Window, flat, run

CLASS_NAME = re.compile(r"^(Gtk|Adw|Kl)[A-Z]")
# Roles of what is used, whether or not it takes the keyboard just now.
USED = {"push button", "toggle button", "check box", "radio button", "text", "entry", "password text", "combo box",
        "spin button", "slider", "menu item", "check menu item", "radio menu item", "link", "list item", "list",
        "tree table", "table", "chart", "image map"}
# The platform's own, which KLearn can give no name: role, name and a part of what they are in.
PLATFORM = [
    ("scroll pane", "", ""),  # takes the keyboard for scrolling; what it shows has the name
    ("scroll bar", "GtkScrollbar", ""),
    ("push button", "GtkImage", "AdwToastWidget"),  # closes the toast
    ("push button", "GtkImage", "Shortcuts"),  # opens the search in the shortcuts window
    ("push button", "GtkImage", "Key, if the server wants one"),  # shows what is typed, and keeps it
    ("list", "GtkListView", "Depth"),  # the choices of an AdwComboRow and of a GtkDropDown
    ("list", "", "Depth"),
    ("list item", "", "Depth"),
    ("filler", "GtkListItemWidget", "Earlier attempt"),
    ("panel", "", "Earlier attempt"),
    ("filler", "GtkListItemWidget", "Topic to compare"),
    ("panel", "", "Topic to compare"),
    ("filler", "GtkListItemWidget", "Kind of feedback"),
    ("panel", "", "Kind of feedback"),
    ("menu item", "", "Main Menu"),  # named by a label that GTK 4.18 does not show
    ("menu item", "", "Change the topic"),
]


def is_used(entry):
    return "focusable" in entry["states"] or bool(entry.get("actions")) or entry["role"] in USED


def is_shown(entry):
    extents = entry.get("extents")
    return extents is None or (extents[2] > 0 and extents[3] > 0)


def own_actions(entry):
    """Without those that GTK installs on every widget of a class, such as clipboard.copy."""
    return [action for action in entry.get("actions") or [] if "." not in action]


def nameless(window):
    found = []
    for frame in window.app.snapshot()["children"]:
        for entry in flat(frame):
            entry["actions"] = own_actions(entry)
            if entry is frame or not is_shown(entry) or not is_used(entry):
                continue
            if not entry["name"].strip() or CLASS_NAME.match(entry["name"]):
                path = " / ".join(node.name or node.role for node in reversed(entry["node"].ancestors()[:-1]))
                if any((entry["role"], entry["name"].strip()) == known[:2] and known[2] in path for known in PLATFORM):
                    continue
                found.append(f"{entry['role']} “{entry['name']}” in {path}")
    return found


class Report:
    def __init__(self, window):
        self.window = window
        self.found = {}

    def look(self, page):
        for line in nameless(self.window):
            self.found.setdefault(line, page)

    def check(self):
        assert not self.found, "\n" + "\n".join(f"on {page}: {line}" for line, page in self.found.items())


def test_first_run_and_import(folder):
    with Window(folder) as window:
        report = Report(window)
        window.sees("Look at an Example")
        report.look("the first run")
        window.click("push button", "Start Empty")
        window.sees("New Plan")
        report.look("the dialog of a new plan")
        window.key("Escape")
        window.click("push button", "Look at an Example")
        window.find_dialog("Import").find("list item", "Key points")
        report.look("the preview of an import")
        report.check()


def test_pages(folder):
    with Window(folder, plan=EXAMPLE) as window:
        report = Report(window)
        for place in ("Today", "Exercises", "Insights"):
            window.find("list", "Topics").find("list item", place).click(mouse=True)
            window.goes_to(place)
            report.look(place)
        window.key("ctrl+f")
        window.type("parity")
        window.find("list", "Search Results").find("list item")
        report.look("search")
        window.key("Escape")

        window.open_topic()
        window.find("image", "Score history: ")
        report.look("a topic")
        window.go_to("Change the topic")
        window.key("Return")
        window.sees_menu()
        report.look("the topic's menu")
        window.key("Escape")
        window.go_to("Score history")
        window.key("Return")
        window.sees("Attempt #2")
        window.sees("Beside an Earlier Attempt")
        report.look("an attempt")
        window.key("alt+Left")
        window.go_to("Table")
        window.key("Return")
        window.find("table row", "attempt 1")
        report.look("the table of scores")
        window.key("ctrl+e")
        window.find_editor()
        report.look("Explain")
        window.type(EXPLANATION)
        window.key("ctrl+Return")
        window.sees("Read Back")
        report.look("Read Back")
        window.key("ctrl+Return")
        window.sees("Attempt recorded")
        report.look("the toast")
        report.check()


def test_menus_and_dialogs(folder):
    with Window(folder, plan=EXAMPLE) as window:
        report = Report(window)
        window.open_topic()
        window.key("F10")
        window.sees_menu()
        report.look("the main menu")
        window.key("Escape")
        window.key("F1")
        window.sees("Move Between List and Page")
        report.look("the shortcuts")
        window.key("Escape")
        window.key("ctrl+n")
        window.sees("New Topic")
        report.look("the dialog of a new topic")
        window.key("Escape")
        window.find("frame", "– KLearn", states=("active",))
        window.key("ctrl+comma")
        window.sees("Remind me when something is due")
        report.look("the preferences")
        window.leave("Preferences")
        report.check()


run(test_first_run_and_import, test_pages, test_menus_and_dialogs)
