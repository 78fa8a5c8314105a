"""A plan that is linked to its file: saved, following, and never over what somebody else wrote."""

import os
import shutil

from window import EXAMPLE, TOPIC, Window, run

NEW = "Redundant Drives"


def make(folder):
    path = os.path.join(folder, "plan.md")
    shutil.copyfile(EXAMPLE, path)
    return path


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def append(path, text):
    with open(path, "a", encoding="utf-8") as file:
        file.write(text)


def rename_topic(window, title):
    window.go_to("Change the topic")
    window.key("F2")
    window.until(lambda: window.focused()[0] in ("text", "entry"), "the title to be edited")
    window.key("ctrl+a")
    window.type(title + "\n")
    window.goes_to(title)


def follow(window):
    return window.query("SELECT follow FROM document")[0][0]


def test_saved_on_request(folder):
    path = make(folder)
    before = read(path)
    with Window(folder, plan=path) as window:
        window.open_topic()
        rename_topic(window, NEW)
        window.key("ctrl+s")
        window.sees("Link the Plan to Its File?")
        window.key("Escape")
        window.until(lambda: not window.shows("Link the Plan to Its File?"), "the question to go")
        assert read(path) == before and follow(window) == "not"

        window.key("ctrl+s")
        window.click("push button", "Link and Save")
        window.sees("Saved to the file")
        expected = before.replace(TOPIC, NEW)
        assert read(path) == expected, "more than the title has changed"
        assert follow(window) == "request"
        window.key("ctrl+s")
        window.sees("as the plan is already")

        # Somebody else has the file open, too.
        append(path, "\nTheir words.\n")
        window.sees("was changed by another program")
        theirs = read(path)
        rename_topic(window, "Many Drives")
        window.key("ctrl+s")
        window.find("push button", "Import the Change")
        assert read(path) == theirs
        window.close()
        assert read(path) == theirs


def test_follows(folder):
    path = make(folder)
    before = read(path)
    with Window(folder, plan=path) as window:
        window.sees(TOPIC)
        window.key("alt+Return")
        window.find_dialog("Plan Preferences")
        window.sees(path)
        window.go_to("Written Back")
        window.key("Return")
        window.until(lambda: window.focused()[0] == "list item", "the choices")
        window.key("Down", "Down", "Return")
        window.until(lambda: follow(window) == "changes", "the plan to follow")
        window.leave("Plan Preferences")

        window.open_topic()
        rename_topic(window, NEW)
        expected = before.replace(TOPIC, NEW)
        window.until(lambda: read(path) == expected, "the file to follow")
        # A command's change too, whoever of the two writes it.
        window.command("explain", NEW, "--score", "80", text="Parity is an XOR.")
        window.until(lambda: "Parity is an XOR." in read(path), "the file to have the attempt")
        window.key("ctrl+z")
        window.until(lambda: read(path) == expected, "the file to follow the undo")

        # Changed here and there: nothing is lost, and the way out merges both.
        append(path, "\n## Their Section\n\n- Their point\n")
        theirs = read(path)
        window.sees("was changed by another program")
        window.key("ctrl+z")
        window.goes_to(TOPIC)
        window.command("topics")
        assert read(path) == theirs, "written over"
        window.click("push button", "Import the Change")
        window.find_dialog("Import").find("push button", "Import", states=("sensitive",)).click()
        window.until(lambda: "Their Section" in read(path) and TOPIC in read(path) and NEW not in read(path),
                     "both changes in the file")
        window.until(lambda: not window.shows("was changed by another program"), "the bar to go")

        # The last change is in the file when the window is gone.
        window.key("ctrl+t")
        window.goes_to("Today")
        window.open_topic()
        rename_topic(window, "At the Very End")
        window.close()
        assert "At the Very End" in read(path)


def test_gone(folder):
    path = make(folder)
    with Window(folder, plan=path, start=False) as window:
        window.command("link", "--follow", "changes")
        window.start()
        window.open_topic()
        os.remove(path)
        window.sees("is not there any more")
        rename_topic(window, NEW)
        window.find("push button", "Choose a File", states=("sensitive",))
        assert not os.path.exists(path)
        window.command("link", path)
        window.until(lambda: os.path.exists(path) and NEW in read(path), "the file to be there again")
        window.until(lambda: not window.shows("is not there any more"), "the bar to go")
        window.close()


run(test_saved_on_request, test_follows, test_gone)
