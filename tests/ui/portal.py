"""portal.py HOW FOLDER: a stand-in for the desktop's portal on the session bus, with the interface for the background.

HOW it answers is a word of ANSWERS. It writes `questions` in FOLDER, each question as a line of JSON, and does with the
autostart folder what the desktop's own do. Where it has to wait, it does so until there is the file `go` in FOLDER.
"""

import json
import os
import shlex
import sys

import gi
gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
INTERFACE = """<node>
  <interface name="org.freedesktop.portal.Background">
    <method name="RequestBackground">
      <arg type="s" name="parent_window" direction="in"/>
      <arg type="a{sv}" name="options" direction="in"/>
      <arg type="o" name="handle" direction="out"/>
    </method>
  </interface>
</node>"""
REQUEST_INTERFACE = f"""<node>
  <interface name="{REQUEST}">
    <method name="Close"/>
    <signal name="Response">
      <arg type="u" name="response"/>
      <arg type="a{{sv}}" name="results"/>
    </signal>
  </interface>
</node>"""

ANSWERS = (
    "grants",     # and says so before it has said where it will
    "slow",       # grants, once the test says “go”
    "old",        # grants, under another path than it was asked to
    "elsewhere",  # grants, and takes KLearn for another program
    "denies",     # as the person did
    "forbids",    # as the system does
    "other",      # ends the question without an answer
    "malformed",  # answers in another form
    "fails",
    "bare",       # has no such interface
    "hung",       # does not even say that it was asked
    "silent",     # never answers
    "vanishes",   # ends instead of answering
)


class Portal:
    def __init__(self, how, folder):
        self.how = how
        self.folder = folder
        self.loop = GLib.MainLoop()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        if how != "bare":
            self.export(PATH, INTERFACE, self.asked)
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE, self.named, None)

    def named(self, bus, name):
        print("ready", flush=True)

    def export(self, path, interface, called):
        self.bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(interface).interfaces[0], called, None, None)

    def note(self, **what):
        with open(os.path.join(self.folder, "questions"), "a") as notes:
            print(json.dumps(what), file=notes)

    def asked(self, bus, sender, path, interface, method, parameters, invocation):
        options = parameters.unpack()[1]
        self.note(**options)
        handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        if self.how == "old":
            handle = f"{PATH}/request/123456"
        if self.how == "hung":
            return
        if self.how == "fails":
            invocation.return_dbus_error("org.freedesktop.portal.Error.Failed", "It did not work")
            return
        self.export(handle, REQUEST_INTERFACE, self.closed)
        if self.how in ("grants", "elsewhere"):
            self.answer(handle, options)
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        if self.how == "vanishes":
            bus.flush_sync()
            self.loop.quit()
        elif self.how not in ("grants", "elsewhere", "silent"):
            GLib.timeout_add(50, self.answer_later, handle, options)

    def closed(self, bus, sender, path, interface, method, parameters, invocation):
        self.note(closed=path)
        invocation.return_value(None)

    def answer_later(self, handle, options):
        if self.how == "slow" and options["autostart"] and not os.path.exists(os.path.join(self.folder, "go")):
            return GLib.SOURCE_CONTINUE
        self.answer(handle, options)
        return GLib.SOURCE_REMOVE

    def answer(self, handle, options):
        starts = options["autostart"] and self.how not in ("denies", "forbids", "other")
        if self.how == "malformed":
            answer = GLib.Variant("(s)", ("yes",))
        else:
            self.set_autostart(options if starts else None)
            results = {name: GLib.Variant("b", starts) for name in ("background", "autostart")}
            answer = GLib.Variant("(ua{sv})", ({"denies": 1, "other": 2}.get(self.how, 0), results))
        self.bus.emit_signal(None, handle, REQUEST, "Response", answer)

    def set_autostart(self, options):
        name = "org.example.Terminal" if self.how == "elsewhere" else "com.example.KLearn"
        path = os.path.join(os.environ["XDG_CONFIG_HOME"], "autostart", name + ".desktop")
        if options is None:
            if os.path.exists(path):
                os.unlink(path)
            return
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(f"[Desktop Entry]\nType=Application\nName={name}\nExec={shlex.join(options['commandline'])}\n"
                       f"X-XDP-Autostart={name}\n")


if __name__ == "__main__":
    assert sys.argv[1] in ANSWERS, sys.argv[1]
    Portal(*sys.argv[1:]).loop.run()
