"""Reminders as GNOME Shell has them, which keeps them when the program is gone, and starts it again for their buttons.

The server of notifications is a stand-in; that the bus starts KLearn is real.
"""

import configparser
import json
import os
import shlex
import signal
import sqlite3
import subprocess
import sys

from reminding import KLEARN, NAME, PATIENCE, Service
from window import EXAMPLE, TOPIC, run

HERE = os.path.dirname(os.path.abspath(__file__))
MOST_NEEDED = "Mounts and Namespaces"

OTHER_PLAN = """# Sailing

## Deep Dives Completed ✅

### Knots
**Status:** Deep dive complete
**Topics covered:**
- The bowline makes a loop that does not slip

---

## Retention Scores 📊

**Date: 2020-03-14**

#### Knots
**Score: 🔴 Needs Review (20%)**
"""


class Shell:
    """The stand-in for as long as the `with` lasts."""

    def __init__(self, folder):
        self.folder = os.path.join(folder, "shell")

    def __enter__(self):
        os.mkdir(self.folder)
        self.process = subprocess.Popen([sys.executable, os.path.join(HERE, "gtk-notifications.py"), self.folder])
        return self

    def __exit__(self, kind, error, trace):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def is_there(self):
        return os.path.exists(os.path.join(self.folder, "calls"))

    def calls(self, method):
        with open(os.path.join(self.folder, "calls"), encoding="utf-8") as file:
            return [entry[1:] for entry in map(json.loads, file) if entry[0] == method]

    def added(self):
        return self.calls("AddNotification")

    def removed(self):
        return self.calls("RemoveNotification")


def with_shell(test):
    """A test that is given the server, up, and what it needs to make services."""
    def run_test(folder):
        with Shell(folder) as shell:
            with Service(folder, plan=EXAMPLE, hour=15, reminders=False) as service:
                service.until(shell.is_there, "the stand-in")
                test(shell, service)

    run_test.__name__ = test.__name__
    return run_test


def turn_on(service, hour=0):
    service.set("reminder-hour", hour)
    service.set("reminders", True)


def leave_only_knots(service):
    """In another plan, which comes now."""
    other = os.path.join(service.home, "sailing.md")
    with open(other, "w", encoding="utf-8") as file:
        file.write(OTHER_PLAN)
    service.command("import", other)
    service.do_all("--plan", "Linux Storage and File Systems")


@with_shell
def test_what_it_is_given(shell, service):
    turn_on(service)
    service.serve()
    service.until(shell.added, "the reminder")
    (application, name, what), = shell.added()
    assert (application, name) == (NAME, "due")
    assert what["title"] == "5 topics are due" and MOST_NEEDED in what["body"] and what["priority"] == "normal", what
    assert what["default-action"] == "app.show-today"
    assert [(button["label"], button["action"]) for button in what["buttons"]] == [
        ("Explain", "app.explain-due"), ("Tomorrow", "app.remind-tomorrow")]
    assert not shell.removed()
    service.do_all()
    service.until(lambda: shell.removed() == [[NAME, "due"]], "it to be withdrawn")
    service.end()
    assert len(shell.added()) == 1


@with_shell
def test_explain_when_the_program_is_gone(shell, service):
    """In another plan than the one that was open last."""
    service.start()
    service.open_topic()
    service.close()
    turn_on(service)
    service.serve()
    service.until(shell.added, "the reminder")
    service.kill_it()
    leave_only_knots(service)
    service.activate("explain-due")
    service.comes("Knots")
    service.find_editor()
    assert len(shell.added()) == 1
    service.end_window()


@with_shell
def test_explain_in_an_open_window(shell, service):
    service.start()
    service.open_topic()
    service.activate("explain-due")
    service.comes(MOST_NEEDED)
    service.find_editor()
    service.type("Each process has its own.")
    leave_only_knots(service)
    service.activate("explain-due")
    service.comes("Knots")
    assert service.draft(MOST_NEEDED) == "Each process has its own."
    service.activate("show-today")
    service.comes("Today")
    service.find("list", "Due").find("list item", "Knots", timeout=PATIENCE)
    service.close()


@with_shell
def test_today_when_the_program_is_gone(shell, service):
    service.start()
    service.open_topic()
    service.close()
    menu = configparser.ConfigParser(interpolation=None)
    menu.read(os.path.join(os.environ["KLEARN_SOURCE"], NAME + ".desktop"))
    for start in (lambda: service.activate("show-today"), lambda: service.activate("today"),
                  lambda: subprocess.run(shlex.split(menu["Desktop Action today"]["Exec"]), check=True)):
        start()
        service.comes("Today")
        service.open_topic()
        service.kill_it()
    assert not shell.added()


@with_shell
def test_explain_when_all_is_done(shell, service):
    service.do_all()
    service.activate("explain-due")
    service.comes("Today")
    service.kill_it()


@with_shell
def test_tomorrow_when_the_program_is_gone(shell, service):
    turn_on(service, hour=15)
    service.activate("remind-tomorrow")
    service.until(lambda: service.days() == [service.today()], "the day to be settled")
    service.until(lambda: [NAME, "due"] in shell.removed(), "it to be withdrawn")
    service.set("reminder-hour", 0)
    service.activate("show-today")
    service.comes("Today")
    assert not shell.added()
    service.end_window()


@with_shell
def test_one_of_yesterday_goes(shell, service):
    """As after a crash: GNOME Shell still shows it."""
    service.set("reminded-days", [service.today(before=1)])
    turn_on(service, hour=15)
    service.serve()
    service.until(lambda: shell.removed() == [[NAME, "due"]], "it to be withdrawn")
    service.set("reminder-hour", 0)
    service.until(shell.added, "that of today")
    assert service.days() == [service.today(), service.today(before=1)]
    service.end()


@with_shell
def test_nothing_when_off(shell, service):
    """The service ends by itself, and leaves no library where there is none."""
    service.set("reminder-hour", 0)
    service.serve()
    service.ended()
    assert not shell.added() and not service.days()
    os.unlink(service.library)
    service.serve()
    service.ended()
    assert not os.path.exists(service.library)


@with_shell
def test_no_library(shell, service):
    os.unlink(service.library)
    turn_on(service)
    service.serve()
    service.set("reminder-hour", 1)
    service.activate("remind-tomorrow")
    service.until(service.days, "the service to answer")
    assert not os.path.exists(service.library)
    service.activate("explain-due")
    service.until(lambda: service.window_of(service.owner()), "the window")
    service.app = service.ui.app(pid=service.owner(), timeout=3 * PATIENCE)
    service.sees("Look at an Example")
    service.end_window()


@with_shell
def test_newer_library(shell, service):
    """No dialog and no end; whoever comes is told."""
    connection = sqlite3.connect(service.library)
    connection.execute("PRAGMA user_version = 9999")
    connection.commit()
    connection.close()
    turn_on(service)
    service.serve()
    service.activate("remind-tomorrow")
    service.until(service.days, "the service to answer")
    assert not service.window_of(service.owner()) and not shell.added()
    service.activate("explain-due")
    service.until(lambda: service.window_of(service.owner()), "the window")
    service.app = service.ui.app(pid=service.owner(), timeout=3 * PATIENCE)
    service.sees("newer")
    service.end_window()


@with_shell
def test_locked_library(shell, service):
    connection = sqlite3.connect(service.library, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    turn_on(service)
    service.serve()
    service.activate("explain-due")
    service.until(lambda: service.window_of(service.owner()), "the window")
    service.app = service.ui.app(pid=service.owner(), timeout=3 * PATIENCE)
    service.sees("Another program")
    service.window_closes()
    assert not shell.added() and not service.days()
    connection.execute("ROLLBACK")
    # As the next hour, it lets the service try again.
    service.set("reminder-hour", 1)
    service.until(shell.added, "the reminder")
    service.end()


@with_shell
def test_library_goes(shell, service):
    """While its reminder is out."""
    turn_on(service)
    service.serve()
    service.until(shell.added, "the reminder")
    os.unlink(service.library)
    service.set("reminder-hour", 1)
    service.activate("explain-due")
    service.comes(MOST_NEEDED)
    service.end_window()


@with_shell
def test_it_stays_without_a_window(shell, service):
    turn_on(service, hour=15)
    service.start()
    service.open_topic()
    process = service.owner()
    assert service.holds_library()
    service.window_closes()
    service.until(lambda: not service.holds_library(), "the library to be let go of")
    done = subprocess.run([KLEARN], env=service.environment, cwd=service.home, capture_output=True, text=True,
                          timeout=3 * PATIENCE)
    assert done.returncode == 0 and not done.stderr, done
    service.comes(TOPIC)
    assert service.owner() == process
    service.window_closes()
    service.set("reminder-hour", 0)
    service.until(shell.added, "the reminder")
    service.end()
    assert shell.removed() == [[NAME, "due"]]


@with_shell
def test_another_library_reminds_of_nothing(shell, service):
    other = os.path.join(service.home, "other.db")
    service.command("import", EXAMPLE, "--library", other)
    turn_on(service)
    service.start("--library", other)
    service.goes_to("Today")
    service.find("list", "Due")
    service.close()
    assert not shell.added() and not service.days()


@with_shell
def test_no_session_bus(shell, service):
    """The window is as ever, and the program ends with it: nobody could bring it back."""
    turn_on(service)
    # GTK's accessibility needs that bus too, and warns.
    environment = service.environment | {"GTK_A11Y": "none",
                                         "DBUS_SESSION_BUS_ADDRESS": "unix:path=" + os.path.join(service.home, "none")}
    process = subprocess.Popen([KLEARN], env=environment, cwd=service.home, stderr=subprocess.PIPE, text=True)
    try:
        service.until(lambda: service.active_window() in service.window_of(process.pid), "the window")
        service.key("ctrl+q")
        assert process.wait(PATIENCE) == 0 and not process.stderr.read()
    finally:
        process.kill()
        process.communicate()
    assert not shell.added() and not service.days()


@with_shell
def test_no_display(shell, service):
    turn_on(service)
    environment = {name: value for name, value in service.environment.items() if name != "DISPLAY"}
    done = subprocess.run([KLEARN, "--gapplication-service"], env=environment, capture_output=True, text=True,
                          cwd=service.home, timeout=3 * PATIENCE)
    assert done.returncode == 1 and done.stderr.startswith("klearn: There is no display for the window."), done
    assert not shell.added() and not service.days()


run(test_what_it_is_given, test_explain_when_the_program_is_gone, test_explain_in_an_open_window,
    test_today_when_the_program_is_gone, test_explain_when_all_is_done, test_tomorrow_when_the_program_is_gone,
    test_one_of_yesterday_goes, test_nothing_when_off, test_no_library, test_newer_library, test_locked_library,
    test_library_goes, test_it_stays_without_a_window, test_another_library_reminds_of_nothing, test_no_session_bus,
    test_no_display)
