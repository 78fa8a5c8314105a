"""Reminders are switched on and off, in the preferences and by the question on Today: KLearn then starts when the
person logs in, or not any more, through the desktop's portal where there is one, and by a file otherwise."""

import configparser
import contextlib
import datetime
import json
import os
import shlex
import shutil
import subprocess
import sys

import gi
gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from window import EXAMPLE, HERE, KLEARN, PATIENCE, TOPIC, Window, obey_permissions, run  # noqa: E402
from tap import Skip  # noqa: E402

SWITCH = "Remind me when something is due"
QUESTION = "KLearn can remind you once a day when something is due."
NAME = "org.freedesktop.portal.Desktop"
# As long as KLearn waits for what never comes.
LONG = 60
# It is three in the morning: no reminder is sent from here, which would need a daemon for notifications.
os.environ["TZ"] = f"KLT{datetime.datetime.now(datetime.timezone.utc).hour - 3:+d}"


@contextlib.contextmanager
def portal(folder, how):
    """A stand-in for the desktop's portal while the `with` lasts."""
    process = subprocess.Popen([sys.executable, os.path.join(HERE, "portal.py"), how, folder], stdout=subprocess.PIPE,
                               text=True, env=os.environ | {"XDG_CONFIG_HOME": os.path.join(folder, ".config")})
    try:
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def questions(folder):
    path = os.path.join(folder, "questions")
    if not os.path.exists(path):
        return []
    with open(path) as notes:
        return [json.loads(line) for line in notes]


def entry(folder, name="com.example.KLearn"):
    return os.path.join(folder, ".config", "autostart", name + ".desktop")


def command(folder, name="com.example.KLearn"):
    """The words of Exec, or None where there is no file."""
    if not os.path.exists(entry(folder, name)):
        return None
    file = GLib.KeyFile()
    file.load_from_file(entry(folder, name), GLib.KeyFileFlags.NONE)
    return shlex.split(file.get_string("Desktop Entry", "Exec"))


def put_entry(folder, text):
    os.makedirs(os.path.dirname(entry(folder)), exist_ok=True)
    with open(entry(folder), "w") as file:
        file.write("[Desktop Entry]\nType=Application\nName=KLearn\n" + text)


def settings(folder):
    """Whether there are reminders, and whether the person was asked."""
    parser = configparser.ConfigParser()
    parser.read(os.path.join(folder, ".config", "glib-2.0", "settings", "keyfile"))
    section = parser["com/example/KLearn"] if "com/example/KLearn" in parser else {}
    return section.get("reminders", "false") == "true", section.get("reminders-asked", "false") == "true"


def hour(folder):
    parser = configparser.ConfigParser()
    parser.read(os.path.join(folder, ".config", "glib-2.0", "settings", "keyfile"))
    return parser["com/example/KLearn"].get("reminder-hour")


def end(window):
    """Where there are reminders, the program stays when its window has gone."""
    window.key("ctrl+q")
    window.until(lambda: not window.app.find_all("frame"), "the window to go")
    assert window.process.poll() is None
    window.kill()


def open_preferences(window):
    window.find("list", "Topics")
    window.key("ctrl+comma")
    dialog = window.find_dialog("Preferences")
    window.go_to(SWITCH)
    return dialog


def is_switch(entry):
    """Platforms tell different roles of it."""
    return "Toggle" in entry.get("actions", []) or entry["role"] in ("toggle button", "switch")


def is_on(window):
    return bool({"checked", "pressed"} & set(window.find(None, SWITCH, where=is_switch).states))


def sees_after(window, text, seconds):
    window.ui.wait(lambda: window.shows(text), PATIENCE + seconds, f"“{text}”")


# --- the preferences and the portal


def test_portal_grants(folder):
    with portal(folder, "grants"), Window(folder, plan=EXAMPLE) as window:
        open_preferences(window)
        assert not is_on(window)
        window.key("space")
        window.sees("KLearn starts when you log in, by the file")
        window.until(lambda: is_on(window), "the switch to be on")
        assert settings(folder) == (True, True), settings(folder)
        asked, = questions(folder)
        assert asked.pop("handle_token") and asked.pop("reason"), asked
        assert asked == {"autostart": True, "commandline": [KLEARN, "--gapplication-service"],
                         "dbus-activatable": False}, asked
        with open(entry(folder)) as file:
            assert "X-XDP-Autostart" in file.read(), "the portal's own file stays"
        window.key("space")
        window.until(lambda: len(questions(folder)) == 2, "the portal to be asked again")
        window.until(lambda: not os.path.exists(entry(folder)), "the file to go")
        window.until(lambda: not is_on(window) and not window.shows("KLearn starts"), "the switch to be off")
        assert not questions(folder)[1]["autostart"]
        assert settings(folder) == (False, True), settings(folder)
        window.leave("Preferences")
        window.close()


def test_portal_answers_elsewhere(folder):
    """Under another path than it was asked to, and as for another program."""
    for how, name in (("old", "com.example.KLearn"), ("elsewhere", "org.example.Terminal")):
        home = os.path.join(folder, how)
        os.mkdir(home)
        with portal(home, how), Window(home, plan=EXAMPLE) as window:
            open_preferences(window)
            window.key("space")
            window.until(lambda: is_on(window), "the switch to be on")
            window.sees("KLearn starts when you log in, by the file")
            assert command(home, name) == [KLEARN, "--gapplication-service"], how
            assert command(home) == [KLEARN, "--gapplication-service"], how
            window.leave("Preferences")
            end(window)


def test_portal_says_no(folder):
    for how in ("denies", "forbids"):
        home = os.path.join(folder, how)
        os.mkdir(home)
        with portal(home, how), Window(home, plan=EXAMPLE) as window:
            open_preferences(window)
            window.key("space")
            window.sees("Your desktop did not allow KLearn to start when you log in, so reminders stay off.")
            window.until(lambda: not is_on(window), "the switch to go back")
            assert settings(home) == (False, True), (how, settings(home))
            assert not os.path.exists(entry(home)), how
            window.leave("Preferences")
            window.close()


def test_portal_does_not_work(folder):
    for how in ("fails", "bare", "other", "malformed", "vanishes"):
        home = os.path.join(folder, how)
        os.mkdir(home)
        with portal(home, how), Window(home, plan=EXAMPLE) as window:
            open_preferences(window)
            window.key("space")
            window.sees("KLearn starts when you log in, by the file")
            window.until(lambda: is_on(window), "the switch to be on")
            assert settings(home) == (True, True), (how, settings(home))
            assert command(home) == [KLEARN, "--gapplication-service"], how
            window.key("space")
            window.until(lambda: not os.path.exists(entry(home)), "the file to go")
            window.until(lambda: not is_on(window), "the switch to be off")
            window.leave("Preferences")
            window.close()


def test_portal_never_answers(folder):
    for how in ("hung", "silent"):
        home = os.path.join(folder, how)
        os.mkdir(home)
        with portal(home, how), Window(home, plan=EXAMPLE) as window:
            open_preferences(window)
            window.key("space")
            window.sees("Asking your desktop…")
            assert settings(home) == (False, True) and not os.path.exists(entry(home)), how
            sees_after(window, "KLearn starts when you log in, by the file", LONG)
            assert settings(home) == (True, True), (how, settings(home))
            assert command(home) == [KLEARN, "--gapplication-service"], how
            if how == "silent":
                window.until(lambda: "closed" in questions(home)[-1], "the question to be taken back")
            window.leave("Preferences")
            window.kill()


def test_without_a_portal(folder):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    names, = bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                           "ListActivatableNames", None, None, Gio.DBusCallFlags.NONE, -1, None).unpack()
    if NAME in names:
        raise Skip("this machine starts a portal of its own")
    with Window(folder, plan=EXAMPLE) as window:
        open_preferences(window)
        window.key("space")
        window.sees(entry(folder))
        assert command(folder) == [KLEARN, "--gapplication-service"]
        assert settings(folder) == (True, True), settings(folder)
        window.leave("Preferences")
        end(window)
        # Whoever takes the file away is told what that means, and what to do.
        os.unlink(entry(folder))
        window.start()
        open_preferences(window)
        window.sees("KLearn does not start when you log in")
        window.key("space")
        window.until(lambda: settings(folder) == (False, True), "reminders to be off")
        window.until(lambda: not window.shows("KLearn does not start"), "nothing to be said")
        window.key("space")
        window.sees("KLearn starts when you log in, by the file")
        window.leave("Preferences")
        end(window)


# --- the file


def test_file_of_others(folder):
    cases = (
        ("Exec=/usr/bin/other\n", "is there and starts something else", "was left as it is"),
        (f"Exec={KLEARN} --gapplication-service\nHidden=true\n", "is switched off", None),
        ("Exec=klearn %F\nHidden=true\n", "is switched off", None),
    )
    for number, (text, said, said_off) in enumerate(cases):
        home = os.path.join(folder, str(number))
        os.mkdir(home)
        with portal(home, "grants"), Window(home, plan=EXAMPLE) as window:
            put_entry(home, text)
            with open(entry(home)) as file:
                before = file.read()
            open_preferences(window)
            window.key("space")
            window.sees(said)
            window.until(lambda: not is_on(window), "the switch to go back")
            assert settings(home) == (False, True), settings(home)
            with open(entry(home)) as file:
                assert file.read() == before
            assert not questions(home), "the portal would write over it"
            window.leave("Preferences")
            window.close()


def test_changed_file_stays(folder):
    with portal(folder, "grants"), Window(folder, plan=EXAMPLE) as window:
        put_entry(folder, f"Exec=env LANG=C {KLEARN} --gapplication-service\n")
        open_preferences(window)
        window.key("space")
        window.sees("KLearn starts when you log in, by the file")
        window.until(lambda: settings(folder) == (True, True), "reminders to be on")
        window.key("space")
        window.sees("was left as it is, and still starts KLearn")
        window.until(lambda: settings(folder) == (False, True), "reminders to be off")
        assert command(folder) == ["env", "LANG=C", KLEARN, "--gapplication-service"]
        assert not questions(folder)
        window.leave("Preferences")
        window.close()


def test_home_is_read_only(folder):
    obey_permissions()
    with portal(folder, "fails"), Window(folder, plan=EXAMPLE) as window:
        os.makedirs(os.path.dirname(entry(folder)))
        os.chmod(os.path.dirname(entry(folder)), 0o500)
        try:
            open_preferences(window)
            window.key("space")
            window.sees("KLearn cannot be started when you log in: ")
            window.until(lambda: not is_on(window), "the switch to go back")
            assert settings(folder) == (False, True), settings(folder)
            window.leave("Preferences")
            window.close()
        finally:
            os.chmod(os.path.dirname(entry(folder)), 0o700)


def test_program_was_moved(folder):
    with portal(folder, "bare"), Window(folder, plan=EXAMPLE, start=False) as window:
        old = os.path.join(folder, "old place", "klearn")
        os.makedirs(os.path.dirname(old))
        shutil.copy2(KLEARN, old)
        window.start(program=old)
        open_preferences(window)
        window.key("space")
        window.sees("KLearn starts when you log in, by the file")
        assert command(folder) == [old, "--gapplication-service"]
        window.leave("Preferences")
        end(window)
        # Another KLearn beside it changes nothing; once the old one is gone, the file names the new one.
        window.start()
        open_preferences(window)
        window.sees("KLearn starts when you log in, by the file")
        assert command(folder) == [old, "--gapplication-service"]
        window.leave("Preferences")
        end(window)
        os.unlink(old)
        window.start()
        window.until(lambda: command(folder) == [KLEARN, "--gapplication-service"], "the file to be mended")
        end(window)


# --- the rest of the preferences


def test_hour(folder):
    with Window(folder, plan=EXAMPLE) as window:
        dialog = open_preferences(window)
        window.go_to("Not before", role="spin button")
        assert dialog.find("spin button", "Not before").value == 9
        window.key("Up", "Up")
        window.until(lambda: hour(folder) == "11", f"the hour, not {hour(folder)}")
        window.key("ctrl+a")
        window.type("25")
        window.key("Return")
        assert hour(folder) == "11", "what is no hour goes"
        window.key("ctrl+a")
        window.type("07:30")
        window.key("Return")
        window.until(lambda: hour(folder) == "7", f"the hour, not {hour(folder)}")
        window.leave("Preferences")
        assert settings(folder) == (False, False)
        window.close()
        window.start()
        assert open_preferences(window).find("spin button", "Not before").value == 7
        window.leave("Preferences")
        window.close()


def test_not_for_another_library(folder):
    with Window(folder, plan=EXAMPLE, start=False) as window:
        window.command("explain", TOPIC, "--score", "90", text="words")
        other = os.path.join(folder, "other.db")
        shutil.copy2(window.library, other)
        window.start("--library", other)
        window.sees("Today")
        window.find("list", "Due")
        assert not window.shows(QUESTION)
        window.key("ctrl+comma")
        dialog = window.find_dialog("Preferences")
        window.sees("this one lies elsewhere")
        assert "sensitive" not in dialog.find(None, SWITCH, where=is_switch).states
        window.leave("Preferences")
        window.close()


# --- the question on Today


def test_asked_once(folder):
    with portal(folder, "slow"), Window(folder, plan=EXAMPLE, start=False) as window:
        window.start()
        window.find("list", "Due")
        window.sees(QUESTION)
        assert settings(folder) == (False, False), settings(folder)
        window.go_to("No, Thanks", role="push button")
        window.key("Return")
        window.sees("There will be no reminders.")
        window.until(lambda: not window.shows(QUESTION), "the question to go")
        assert settings(folder) == (False, True), settings(folder)
        assert window.focused()[1], "something has the keyboard"
        window.close()
        window.start()
        window.find("list", "Due")
        assert not window.shows(QUESTION)
        window.close()
        assert not questions(folder)


def test_accepted(folder):
    with portal(folder, "slow"), Window(folder, plan=EXAMPLE) as window:
        window.go_to("Remind Me", role="push button")
        window.key("Return")
        window.until(lambda: questions(folder), "the portal to be asked")
        window.until(lambda: "sensitive" not in window.find("push button", "No, Thanks").states, "it to show that it works")
        window.key("Return")
        open(os.path.join(folder, "go"), "w").close()
        window.sees("KLearn will remind you from 09:00 on when something is due.")
        window.until(lambda: not window.shows(QUESTION), "the question to go")
        assert settings(folder) == (True, True), settings(folder)
        assert len(questions(folder)) == 1
        end(window)
        window.start()
        window.find("list", "Due")
        assert not window.shows(QUESTION)
        end(window)


def test_refused(folder):
    with portal(folder, "denies"), Window(folder, plan=EXAMPLE) as window:
        window.click("push button", "Remind Me")
        window.sees("Your desktop did not allow")
        window.until(lambda: not window.shows(QUESTION), "the question to go")
        assert settings(folder) == (False, True), settings(folder)
        window.close()


def test_no_date_no_question(folder):
    plan = os.path.join(folder, "plan.md")
    with open(plan, "w") as file:
        file.write("# A Plan\n\n## Topics\n\n### One\n\n- A point\n\n### Two\n\n- Another\n")
    with Window(folder, plan=plan) as window:
        window.goes_to("Today")
        window.command("explain", "One", "--score", "90", "--date", "2020-01-01", text="words")
        window.sees(QUESTION)
        window.command("undo")
        window.until(lambda: not window.shows(QUESTION), "the question to go with the date")
        window.command("explain", "One", "--score", "90", text="words")
        window.sees(QUESTION)
        # Who switches them in the preferences has been asked.
        with portal(folder, "denies"):
            open_preferences(window)
            window.key("space")
            window.sees("Your desktop did not allow")
        window.leave("Preferences")
        window.until(lambda: not window.shows(QUESTION), "the question to go")
        window.close()


def test_not_in_a_read_only_library(folder):
    obey_permissions()
    with Window(folder, plan=EXAMPLE, start=False) as window:
        os.chmod(window.library, 0o444)
        os.chmod(os.path.dirname(window.library), 0o555)
        try:
            window.start()
            window.sees("The library is read-only")
            window.find("list", "Due")
            assert not window.shows(QUESTION)
            window.close()
        finally:
            os.chmod(os.path.dirname(window.library), 0o755)


run(test_portal_grants, test_portal_answers_elsewhere, test_portal_says_no, test_portal_does_not_work,
    test_portal_never_answers, test_without_a_portal, test_file_of_others, test_changed_file_stays,
    test_home_is_read_only, test_program_was_moved, test_hour, test_not_for_another_library, test_asked_once,
    test_accepted, test_refused, test_no_date_no_question, test_not_in_a_read_only_library)
