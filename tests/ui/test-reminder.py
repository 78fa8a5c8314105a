"""Reminders before the eyes of a real notification daemon: dunst, as it is used without GNOME Shell."""

import html
import os
import re
import shutil
import subprocess

from reminding import PATIENCE, Service
from window import EXAMPLE, in_german, run, tap

CONFIGURATION = """[global]
    monitor = 0
    dmenu = {folder}/choose
    browser = /bin/true
    idle_threshold = 0
    markup = full
[urgency_normal]
    timeout = 0
[log]
    summary = "*"
    script = {folder}/log
"""


class Dunst:
    """The daemon for as long as the `with` lasts, with what it was given."""

    def __init__(self, folder):
        self.folder = os.path.join(folder, "dunst")

    def __enter__(self):
        if not shutil.which("dunst"):
            raise tap.Skip("there is no dunst")
        os.mkdir(self.folder)
        self.write("dunstrc", CONFIGURATION.format(folder=self.folder))
        self.write("log", "#!/bin/sh\nprintf '%%s\\n%%s\\n' \"$DUNST_SUMMARY\" \"$DUNST_BODY\" >> '%s/shown'\n"
                   % self.folder)
        self.write("choose", "#!/bin/sh\ngrep -F -f '%s/choice'\n" % self.folder)
        # Its own warnings are none of KLearn's.
        environment = {name: value for name, value in os.environ.items() if name != "G_DEBUG"}
        with open(os.path.join(self.folder, "log-of-dunst"), "wb") as log:
            self.process = subprocess.Popen(["dunst", "-conf", os.path.join(self.folder, "dunstrc")],
                                            env=environment, stdout=log, stderr=log)
        return self

    def __exit__(self, kind, error, trace):
        self.process.terminate()
        self.process.wait()

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w") as file:
            file.write(text)
        os.chmod(os.path.join(self.folder, name), 0o755)

    def shown(self):
        """Title and body of all that it ever showed."""
        try:
            with open(os.path.join(self.folder, "shown"), encoding="utf-8") as file:
                lines = file.read().splitlines()
        except FileNotFoundError:
            return []
        return list(zip(lines[::2], lines[1::2]))

    def control(self, *arguments):
        return subprocess.run(["dunstctl", *arguments], capture_output=True, text=True, timeout=3 * PATIENCE).stdout

    def is_up(self):
        return self.control("count", "displayed").strip() == "1"

    def choose(self, label):
        """A button of the notification, by the daemon's menu."""
        self.write("choice", label + "\n")
        self.control("context")


MOST_NEEDED = "Mounts and Namespaces"


def test_once_a_day(folder):
    with Dunst(folder) as dunst, Service(folder, plan=EXAMPLE) as service:
        service.serve()
        service.until(dunst.shown, "the reminder")
        assert service.days() == [service.today()]
        (title, body), = dunst.shown()
        assert title == "5 topics are due"
        assert re.fullmatch(f"“.{MOST_NEEDED}.”, “.Journaling.”, “.*” and 2 more in “.Linux Storage and File Systems.”",
                            body), body
        service.kill_it()
        service.serve()
        # It has looked again when it knows what to explain.
        service.activate("explain-due")
        service.comes(MOST_NEEDED)
        assert len(dunst.shown()) == 1 and service.days() == [service.today()]
        service.end_window()


def test_not_before_the_hour(folder):
    with Dunst(folder) as dunst, Service(folder, plan=EXAMPLE, hour=15) as service:
        service.serve()
        service.activate("show-today")
        service.comes("Today")
        assert not dunst.shown() and not service.days()
        service.set("reminder-hour", 12)
        service.until(dunst.shown, "the reminder")
        service.set("reminder-hour", 11)
        service.activate("explain-due")
        service.comes(MOST_NEEDED)
        assert len(dunst.shown()) == 1 and dunst.is_up(), "that Today is looked at does not take it away"
        service.end_window()


def test_explain_without_a_window(folder):
    with Dunst(folder) as dunst, Service(folder, plan=EXAMPLE) as service:
        service.serve()
        service.until(dunst.is_up, "the reminder")
        dunst.choose("Explain")
        service.comes(MOST_NEEDED)
        service.find_editor()
        service.end_window()


def test_tomorrow_without_a_window(folder):
    with Dunst(folder) as dunst, Service(folder, plan=EXAMPLE) as service:
        service.serve()
        service.until(dunst.is_up, "the reminder")
        dunst.choose("Tomorrow")
        service.until(lambda: not dunst.is_up(), "it to go")
        service.set("reminder-hour", 2)
        service.activate("show-today")
        service.comes("Today")
        assert len(dunst.shown()) == 1 and service.days() == [service.today()]
        service.end_window()


def test_it_opens_today(folder):
    with Dunst(folder) as dunst, Service(folder, plan=EXAMPLE) as service:
        service.start()
        service.open_topic()
        service.until(dunst.is_up, "the reminder")
        service.window_closes()
        assert dunst.is_up(), "the program goes on, and the reminder with it"
        dunst.control("action", "0")
        service.comes("Today")
        service.end_window()


def test_it_goes_when_all_is_done(folder):
    with Dunst(folder) as dunst, Service(folder, plan=EXAMPLE) as service:
        service.serve()
        service.until(dunst.is_up, "the reminder")
        service.command("explain", MOST_NEEDED, "--score", "100", text="words")
        service.do_all()
        service.until(lambda: not dunst.is_up(), "it to go")
        # What is taken back is due again, and the day has had its reminder.
        service.command("undo")
        service.activate("explain-due")
        service.until(lambda: service.window_of(service.owner()), "the window")
        assert len(dunst.shown()) == 1
        service.end_window()


def test_it_goes_when_switched_off(folder):
    with Dunst(folder) as dunst, Service(folder, plan=EXAMPLE) as service:
        service.serve()
        service.until(dunst.is_up, "the reminder")
        service.end()
        assert not dunst.is_up()


def test_titles_are_no_markup(folder):
    plan = os.path.join(folder, "plan.md")
    with open(EXAMPLE, encoding="utf-8") as file:
        text = file.read()
    with open(plan, "w", encoding="utf-8") as file:
        file.write(text.replace("# Linux Storage and File Systems", "# Storage \\<u>& more\\</u>"))
    with Dunst(folder) as dunst, Service(folder, plan=plan) as service:
        title, = service.query("SELECT title FROM plan")[0]
        assert "<u>&" in title, title
        service.serve()
        service.until(dunst.shown, "the reminder")
        body = dunst.shown()[0][1]
        assert html.escape(title) in body, (title, body)
        service.end()


def test_in_german(folder):
    with Dunst(folder) as dunst, Service(folder, plan=EXAMPLE, environment=in_german(folder)) as service:
        service.serve()
        service.until(dunst.shown, "the reminder")
        assert dunst.shown()[0][0] == "5 Themen sind fällig" and "und 2 weitere in „" in dunst.shown()[0][1], dunst.shown()
        dunst.choose("Erklären")
        service.comes(MOST_NEEDED)
        service.end_window()


run(test_once_a_day, test_not_before_the_hour, test_explain_without_a_window, test_tomorrow_without_a_window, test_it_opens_today,
    test_it_goes_when_all_is_done, test_it_goes_when_switched_off, test_titles_are_no_markup, test_in_german)
