"""gtk-notifications.py FOLDER: a stand-in for the server of notifications that GNOME Shell is (org.gtk.Notifications).

It writes each call as a line of JSON into `calls` in FOLDER: what was asked, the application, the id, and what the
notification has. That the file is there says that the server is.
"""

import json
import os
import sys

import gi
gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME = "org.gtk.Notifications"
INTERFACE = f"""<node>
  <interface name="{NAME}">
    <method name="AddNotification">
      <arg type="s" direction="in"/>
      <arg type="s" direction="in"/>
      <arg type="a{{sv}}" direction="in"/>
    </method>
    <method name="RemoveNotification">
      <arg type="s" direction="in"/>
      <arg type="s" direction="in"/>
    </method>
  </interface>
</node>"""


def called(connection, sender, path, interface, method, arguments, invocation):
    with open(calls, "a", encoding="utf-8") as file:
        file.write(json.dumps([method, *arguments.unpack()]) + "\n")
    invocation.return_value(None)


calls = os.path.join(sys.argv[1], "calls")
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object("/org/gtk/Notifications", Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], called)
Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: open(calls, "a").close(), None)
GLib.MainLoop().run()
