"""A library that can only be read: all of it is there to be read, and nothing offers a change that cannot be made."""

import ctypes
import os

from window import EXAMPLE, TOPIC, Window, run

CAP_DAC_OVERRIDE = 1
PR_CAPBSET_DROP = 24


def lock(window):
    """Root writes what it likes, unless the right to do so is gone from all that is started here."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)
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


run(test_topic_is_read)
