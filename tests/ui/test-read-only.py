"""A library that can only be read: all of it is there to be read, and nothing offers a change that cannot be made."""

import os

from window import EXAMPLE, TOPIC, Window, obey_permissions, run


def lock(window):
    obey_permissions()
    os.chmod(window.library, 0o444)
    os.chmod(os.path.dirname(window.library), 0o555)


def test_topic_is_read(folder):
    with Window(folder, plan=EXAMPLE, start=False) as window:
        lock(window)
        try:
            window.start()
            window.sees("The library is read-only")
            window.open_topic()
            window.find("list", "Key points")
            for role, name in (("check box", "Partial parity log"), ("push button", "Explain")):
                states = window.find(role, name).states
                assert "sensitive" not in states, (role, name, states)
            assert not window.app.find_all("push button", "Change the point")
            assert not window.app.find_all("push button", "Change the gap")
            notes = window.find("text", "Notes")
            assert "editable" not in notes.states, notes.states
            assert not window.shows("Add a Point") and not window.shows("Add a Gap")
            # What leads elsewhere still does.
            window.go_to("#2", role="list item")
            window.key("Return")
            window.until(lambda: not window.app.find_all("text", "Notes"), "the attempt's own page")
            window.close()
        finally:
            os.chmod(os.path.dirname(window.library), 0o755)


def test_menus_offer_no_change(folder):
    with Window(folder, plan=EXAMPLE, start=False) as window:
        lock(window)
        try:
            window.start()
            window.sees("The library is read-only")
            before = window.query("SELECT count(*) FROM change")
            for keys in ("ctrl+n", "ctrl+z", "ctrl+shift+z"):
                window.key(keys)
            window.click("push button", "Plan: ")
            window.sees_menu()
            offered = {node.name for node in window.app.find_all("menu item") if "sensitive" in node.states}
            window.key("Escape")
            assert not offered & {"New Plan…", "Import…", "Rename Plan…", "Delete Plan"}, offered
            assert not window.app.find_all("frame", "New Topic"), "a topic cannot be made"
            assert window.query("SELECT count(*) FROM change") == before
            window.close()
        finally:
            os.chmod(os.path.dirname(window.library), 0o755)


run(test_topic_is_read, test_menus_offer_no_change)
