"""KLearn as the service that reminds, for the tests of it: its settings, its hour, and the program without a window.

The program's zone is one in which it is noon, so that no test meets a midnight, and there is always a later hour.
"""

import datetime
import json
import os
import signal
import subprocess

from window import KLEARN, PATIENCE, Window

NAME = "com.example.KLearn"


def noon():
    """The TZ of a zone in which it is noon, in whose form what is east of Greenwich is negative."""
    return f"KLT{datetime.datetime.now(datetime.timezone.utc).hour - 12:+d}"


def bus_call(name, path, method, *arguments):
    return subprocess.run(["gdbus", "call", "--session", "--dest", name, "--object-path", path, "--method", method,
                           *arguments], capture_output=True, text=True, timeout=3 * PATIENCE)


class Service(Window):
    """A home with a library, in which the bus starts KLearn as an installed one is started."""

    def __init__(self, folder, plan=None, hour=0, reminders=True, environment=None):
        super().__init__(folder, plan=plan, start=False, environment={"TZ": noon()} | (environment or {}))
        self.set("reminder-hour", hour)
        self.set("reminders", reminders)
        self.write_service_file()

    def write_service_file(self):
        """The bus looks in the data folder of the display's own home, where its environment is from, too."""
        program = os.path.join(self.home, "start-klearn")
        names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_DIRS",
                 "GSETTINGS_BACKEND", "GSETTINGS_SCHEMA_DIR", "TZ", "DISPLAY", "G_DEBUG")
        with open(program, "w") as file:
            file.write("#!/bin/sh\ncd '%s'\n" % self.home)
            for name in names:
                if name in self.environment:
                    file.write("export %s='%s'\n" % (name, self.environment[name]))
            file.write("exec '%s' \"$@\" >> '%s' 2>&1\n" % (KLEARN, self.errors))
        os.chmod(program, 0o755)
        services = os.path.join(os.environ["XDG_DATA_HOME"], "dbus-1", "services")
        os.makedirs(services, exist_ok=True)
        with open(os.path.join(services, NAME + ".service"), "w") as file:
            file.write(f"[D-BUS Service]\nName={NAME}\nExec={program} --gapplication-service\n")
        assert bus_call("org.freedesktop.DBus", "/org/freedesktop/DBus",
                        "org.freedesktop.DBus.ReloadConfig").returncode == 0

    # --- settings

    def gsettings(self, *arguments):
        done = subprocess.run(["gsettings", *arguments], env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def set(self, key, value):
        self.gsettings("set", NAME, key, json.dumps(value).replace('"', "'"))

    def days(self):
        """Those that need no reminder any more."""
        return json.loads(self.gsettings("get", NAME, "reminded-days").removeprefix("@as ").replace("'", '"'))

    def today(self, before=0):
        hours = -int(self.environment["TZ"].removeprefix("KLT"))
        now = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=hours)))
        return (now.date() - datetime.timedelta(days=before)).isoformat()

    # --- the program

    def serve(self):
        """As the session does at its start."""
        with open(self.errors, "ab") as errors:
            self.process = subprocess.Popen([KLEARN, "--gapplication-service"], env=self.environment, cwd=self.home,
                                            stdout=errors, stderr=errors, stdin=subprocess.DEVNULL)
        self.until(lambda: self.owner() == self.process.pid, "the service on the bus")

    def owner(self):
        """The process that is KLearn, as the bus has it; None without one."""
        done = bus_call("org.freedesktop.DBus", "/org/freedesktop/DBus",
                        "org.freedesktop.DBus.GetConnectionUnixProcessID", NAME)
        return int(done.stdout.split()[1].rstrip(",)")) if done.returncode == 0 else None

    def activate(self, action):
        """As GNOME Shell does when a notification or the menu of the application is used."""
        done = bus_call(NAME, "/com/example/KLearn", "org.freedesktop.Application.ActivateAction", action, "[]", "{}")
        assert done.returncode == 0, done.stderr

    def window_of(self, process):
        shown = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process)], capture_output=True,
                               text=True).stdout
        return shown.split()

    def comes(self, title):
        """Waits for the window of whatever process is KLearn, and for the page in it."""
        process = self.until(self.owner, "KLearn on the bus")
        self.until(lambda: self.window_of(process), "a window")
        self.app = self.ui.app(pid=process, timeout=3 * PATIENCE)
        self.goes_to(title)

    def window_closes(self):
        """By Ctrl+Q, after which the program goes on."""
        process = self.owner()
        self.until(lambda: any(window in self.window_of(process) for window in [self.active_window()]), "the keyboard")
        self.key("ctrl+q")
        self.until(lambda: not self.window_of(process), "the window to close")
        self.app = None

    def active_window(self):
        return subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()

    def do_all(self, *plan):
        """All that is due, by the command line."""
        while titles := [entry["title"] for entry in json.loads(self.command("due", "--json", *plan))
                         if entry["kind"] != "restudy" and entry["due"]]:
            for title in titles:
                self.command("explain", title, "--score", "100", *plan, text="words")

    def holds_library(self):
        folder = f"/proc/{self.owner()}/fd"
        held = []
        for name in os.listdir(folder):
            try:
                held.append(os.readlink(os.path.join(folder, name)))
            except OSError:  # closed meanwhile
                pass
        return self.library in held

    def kill_it(self):
        """Whatever process is KLearn, so that it can do nothing any more."""
        os.kill(self.owner(), signal.SIGKILL)
        if self.process is not None:
            self.process.wait()
            self.process = None
        self.until(lambda: self.owner() is None, "the program to be gone")

    def end_window(self):
        self.window_closes()
        self.end()

    def end(self):
        """Ends whatever is KLearn, which must have said nothing."""
        self.set("reminders", False)
        process, self.process = self.process, None
        if process is not None:
            process.wait(3 * PATIENCE)
        self.until(lambda: self.owner() is None, "the program to end")
        assert not self.said(), self.said()

    def __exit__(self, kind, error, trace):
        super().__exit__(kind, error, trace)
        left = self.owner()
        if left is not None:
            os.kill(left, signal.SIGKILL)
            self.until(lambda: self.owner() is None, "the program to be gone")
