"""KLearn's window on the private display: started, used and ended as a person would, each time in a home of its own.

The scripts of this folder run inside uidrive/with-display. Each test gets a folder, in which `Window` puts a home; when
a test fails, what the window showed is printed, and a picture of it is in meson-logs.
"""

import ctypes
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "uidrive"), os.path.join(HERE, "..", "cli")]

import tap  # noqa: E402
from uidrive import UI, UIError  # noqa: E402

KLEARN = os.environ["KLEARN"]
BUILD = os.environ["G_TEST_BUILDDIR"]  # what the tests were built in
EXAMPLE = os.path.join(os.environ["KLEARN_SOURCE"], "data", "example-plan.md")
# What a machine that does much else, or the sanitizers, may need for anything.
PATIENCE = float(os.environ.get("KLEARN_UI_PATIENCE", "20"))

TOPIC = "RAID Levels"
EXPLANATION = "A stripe spreads blocks over drives, and parity is their XOR.\nA mirror keeps two copies, which is no backup."

PR_CAPBSET_DROP = 24


def obey_permissions():
    """Root reads and writes what it likes, unless the right to do so is gone from all that is started from here."""
    if os.geteuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


class Window:
    """A home with a library, and KLearn's window on it while the `with` lasts."""

    def __init__(self, folder, *files, plan=None, start=True, environment=None):
        self.ui = UI(call_timeout=PATIENCE)
        self.home = folder
        self.library = os.path.join(folder, ".local", "share", "klearn", "library.db")
        self.environment = os.environ | {
            "HOME": folder, "XDG_DATA_HOME": os.path.join(folder, ".local", "share"),
            "XDG_CONFIG_HOME": os.path.join(folder, ".config"), "XDG_CACHE_HOME": os.path.join(folder, ".cache"),
            "XDG_STATE_HOME": os.path.join(folder, ".local", "state"), "GSETTINGS_BACKEND": "keyfile",
            "XDG_DATA_DIRS": os.path.join(os.environ["KLEARN_SOURCE"], "data") + ":"  # for its icon
                             + os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share"),
        } | (environment or {})
        self.process = self.app = None
        self.errors = os.path.join(folder, "stderr")
        settings = os.path.join(folder, ".config", "gtk-4.0")
        if not os.path.exists(settings):
            shutil.copytree(os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0"), settings)
        if plan:
            self.command("import", plan)
        if start:
            self.start(*files)

    # --- the program

    def start(self, *files, program=KLEARN):
        with open(self.errors, "ab") as errors:
            self.process = subprocess.Popen([program, *files], env=self.environment, cwd=self.home, stdout=errors,
                                            stderr=errors, stdin=subprocess.DEVNULL)
        try:
            self.app = self.ui.app(pid=self.process.pid, timeout=3 * PATIENCE)
        except UIError as error:
            raise AssertionError(f"no window ({error}); status {self.process.poll()}; {self.said()}") from None
        self.ui.wait(self.is_active, PATIENCE, "the window to have the keyboard")

    def is_active(self):
        active = subprocess.run(["xdotool", "getactivewindow", "getwindowpid"], capture_output=True, text=True).stdout
        return active.strip() == str(self.process.pid)

    def said(self):
        with open(self.errors, errors="replace") as errors:
            return errors.read().strip()

    def close(self):
        """As Ctrl+Q does; the program must end well and have said nothing."""
        self.key("ctrl+q")
        self.ended()

    def ended(self):
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise AssertionError("the window was closed, and the program goes on") from None
        self.process = self.app = None
        assert status == 0 and not self.said(), (status, self.said())

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process = self.app = None

    def command(self, *arguments, text=""):
        """The command line on the same library, without the display."""
        hidden = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS")
        environment = {name: value for name, value in self.environment.items() if name not in hidden}
        done = subprocess.run([KLEARN, *arguments], env=environment, input=text, capture_output=True, text=True,
                              timeout=3 * PATIENCE, cwd=self.home)
        assert done.returncode == 0, (arguments, done.stderr)
        return done.stdout

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if self.process is not None:
            if kind:
                self.show_failure()
            self.process.send_signal(signal.SIGTERM if kind else signal.SIGKILL)
            self.process.wait()
        if kind:
            print("# standard error of the program: " + self.said().replace("\n", "\n#   "))

    def show_failure(self):
        logs = os.path.join(BUILD, "meson-logs")
        os.makedirs(logs, exist_ok=True)
        picture = os.path.join(logs, f"ui-{os.path.basename(sys.argv[0])}-{os.getpid()}-{int(time.time())}.png")
        status = self.process.poll()
        if status is not None:
            print(f"# the program has ended with status {status}")
            return
        try:
            self.ui.screenshot(picture)
            print("# what was to be seen: " + picture)
            for line in self.tree().splitlines():
                print("# " + line)
        except Exception as error:  # what went wrong before matters more
            print("# the window cannot be shown: " + str(error).replace("\n", "\n#   "))

    def tree(self):
        return self.app.dump_text()

    # --- what is in the library

    def query(self, statement, *values):
        connection = sqlite3.connect(f"file:{self.library}?mode=ro", uri=True, timeout=PATIENCE)
        try:
            return connection.execute(statement, values).fetchall()
        finally:
            connection.close()

    def subject(self, title=TOPIC):
        return self.query("SELECT id FROM subject WHERE title = ?", title)[0][0]

    def attempts(self, title=TOPIC):
        """Explanation, low, high and verdicts of each, oldest first."""
        rows = self.query("SELECT id, explanation, low, high FROM attempt WHERE owner = ? ORDER BY number",
                          self.subject(title))
        return [(explanation, low, high, [value for value, in self.query(
            "SELECT value FROM verdict WHERE owner = ? ORDER BY position", attempt)])
            for attempt, explanation, low, high in rows]

    def draft(self, title=TOPIC):
        """Its text, or None."""
        rows = self.query("SELECT text FROM draft WHERE owner = ?", self.subject(title))
        return rows[0][0] if rows else None

    # --- what is to be seen and done

    def until(self, condition, what):
        return self.ui.wait(condition, PATIENCE, what)

    def key(self, *keys):
        self.ui.key(*keys)

    def type(self, text):
        self.ui.type(text)

    def find(self, role, name=None, **more):
        return self.app.find(role, name, timeout=PATIENCE, **more)

    def click(self, role, name, **more):
        """Waits until there is such a widget that can be used."""
        self.find(role, name, states=("sensitive",), **more).click()

    def sees(self, text):
        """Waits until something on the window says TEXT, a part of it or a compiled expression."""
        return self.find(None, text)

    def shows(self, text):
        return bool(self.app.find_all(None, text))

    def focused(self):
        """What has the keyboard: role and name."""
        told = self.ui.focused(self.app)
        return told[1:] if told else ("", "")

    def go_to(self, name, key="Tab", role=None):
        """Presses the key until what has the keyboard is called so."""
        seen = []
        for _ in range(80):
            seen.append(self.focused())
            if name in seen[-1][1] and role in (None, seen[-1][0]):
                return
            self.ui.key_for_focus(self.app, key)
        raise AssertionError(f"{key} does not come to “{name}”: {seen}")

    def go_to_row(self, start, key="Tab", but=None):
        """Presses the key until a row of a list has the keyboard whose name begins so, and has nothing of BUT in it."""
        for _ in range(80):
            role, name = self.focused()
            if role == "list item" and name.startswith(start) and (but is None or but not in name):
                return
            self.ui.key_for_focus(self.app, key)
        raise AssertionError(f"{key} does not come to the row “{start}”")

    def rows(self, title):
        """The names of the rows of a list, as they stand on the page."""
        rows = [(row.extents()[1], row.name) for row in self.find("list", title).find_all("list item")]
        return [name for _, name in sorted(rows)]

    def sees_menu(self):
        """Waits until an item of the open menu has the keyboard."""
        self.until(lambda: "menu item" in self.focused()[0], "the menu")

    def choose(self, letter):
        """The item of the open menu with that letter underlined: GTK 4.18 does not tell the names of items."""
        self.sees_menu()
        self.key(letter)

    def resize(self, width, height):
        frame = self.find("frame")
        x_window = self.ui.xwindow(self.app, frame)
        _, _, now_width, now_height = frame.extents()
        self.ui.resize(x_window, x_window["w"] + width - now_width, x_window["h"] + height - now_height)
        self.until(lambda: frame.extents()[2:] == (width, height), f"{width} × {height}, not {frame.extents()}")

    def title(self):
        return next((window.name for window in self.app.children() if window.role in ("frame", "window")), "")

    def goes_to(self, title):
        """Waits until the window's title says so, which it does once the page is there."""
        self.until(lambda: title in self.title(), f"the page “{title}”, not “{self.title()}”")

    def find_dialog(self, title):
        """A window of its own before the main one."""
        return self.find("frame", title, exact=True)

    def leave(self, title):
        """Presses Escape until the dialog is gone and the main window has the keyboard: a toast takes an Escape first."""
        def is_gone():
            if self.app.find_all("frame", title):
                self.key("Escape")
                return False
            return True

        self.ui.wait(is_gone, PATIENCE, f"“{title}” to close", every=0.5)
        self.find("frame", "– KLearn", states=("active",))

    def accept_import(self):
        """What the preview offers, once it has read the plan."""
        self.find_dialog("Import").find("push button", "Import", timeout=PATIENCE, states=("sensitive",)).click()
        self.find("list", "Topics").find("list item", TOPIC, timeout=PATIENCE)

    def look_at_example(self):
        self.click("push button", "Look at an Example")
        self.accept_import()

    def open_topic(self, title=TOPIC):
        row = self.find("list", "Topics").find("list item", re.compile("^" + re.escape(title) + ","), timeout=PATIENCE)
        places = [None]

        def rests():
            places.append(row.extents())
            return places[-1] == places[-2]

        self.until(rests, "the list to be where it stays")
        row.click(mouse=True)
        self.goes_to(title)

    def find_editor(self, name="Your explanation"):
        """Waits until it has the keyboard, which it is given when its page is there."""
        return self.find("text", name, states=("editable", "sensitive", "focused"))


def in_locale(folder, locale):
    """What makes a program of the build tree speak a language, with a locale made for it: in C.UTF-8 newer C libraries
    translate nothing."""
    name = locale + ".UTF-8"
    subprocess.run(["localedef", "-i", locale, "-f", "UTF-8", os.path.join(folder, name)], check=True)
    return {"LC_ALL": name, "LOCPATH": folder, "KLEARN_LOCALE_DIR": os.path.join(BUILD, "..", "po")}


def in_german(folder):
    return in_locale(folder, "de_DE")


def flat(entry):
    yield entry
    for child in entry["children"]:
        yield from flat(child)


def run(*tests):
    tap.run(tests)
