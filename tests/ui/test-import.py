"""A document comes into the window: what its headings become, what both sides changed, and the ways in."""

import os
import subprocess

from gi.repository import Gio, GLib

from window import EXAMPLE, PATIENCE, UIError, Window, run

DOCUMENT = """# Geology

## Rocks
- hard

### Granite
- grey

### Sources
A book: [one](x).

## Waters
- wet, as water is
- cold and deep
"""
APPLICATION = "com.example.KLearn"


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def topics(window):
    return [title for title, in window.query("SELECT title FROM subject ORDER BY position")]


def open_headings(window):
    """The second page of the preview; its list takes the keyboard."""
    window.find("page tab", "Headings").click()
    window.find("list", "Headings").find("list item", "Geology")
    window.go_to_row("Geology")


def choose_kind(window, heading, letter, becomes):
    window.go_to_row(heading, key="Down")
    window.key("Return")
    window.choose(letter)
    window.find("list", "Headings").find("list item", f"{heading}, level")
    window.until(lambda: any(row.startswith(heading) and row.endswith(becomes) for row in window.rows("Headings")),
                 f"{heading} to become {becomes}, not {window.rows('Headings')}")


def test_headings_become_what_the_person_wants(folder):
    path = write(folder, "geology.md", DOCUMENT)
    with Window(folder, path) as window:
        window.find_dialog("Import").find("push button", "Import", timeout=PATIENCE, states=("sensitive",))
        window.sees("A new plan, with")
        open_headings(window)
        assert [row.split(": ")[1] for row in window.rows("Headings")] == ["Title", "Topic", "Subtopic", "Subtopic",
                                                                          "Topic"], window.rows("Headings")
        choose_kind(window, "Granite", "p", "Points")
    assert window.query("SELECT count(*) FROM plan") == [(0,)]
    with Window(folder, path) as window:
        window.find_dialog("Import").find("push button", "Import", timeout=PATIENCE, states=("sensitive",))
        open_headings(window)
        choose_kind(window, "Granite", "p", "Points")
        choose_kind(window, "Sources", "l", "Left Out")
        window.find_dialog("Import").find("push button", "Import", timeout=PATIENCE, states=("sensitive",)).click()
        window.find("list", "Topics").find("list item", "Waters", timeout=PATIENCE)
        assert topics(window) == ["Rocks", "Waters"], topics(window)
        assert ("Granite",) in window.query("SELECT text FROM point")
        # The document stays as it is, and is read in the same way when it comes again.
        assert window.command("export") == DOCUMENT
        write(folder, "geology.md", DOCUMENT + "- deep\n")
        window.command("import", path)
        assert topics(window) == ["Rocks", "Waters"], topics(window)
        window.close()


def test_both_sides_are_shown(folder):
    path = write(folder, "geology.md", DOCUMENT)
    with Window(folder, plan=path, start=False) as window:
        plan = window.command("export", "--format", "json")
        mine = write(folder, "mine.json", plan.replace('"hard"', '"very hard"').replace('wet, as', 'soaking wet, as'))
        window.command("import", mine, "--prefer", "file")
        write(folder, "geology.md", DOCUMENT.replace("- hard", "- extremely hard").replace("- wet, as", "- dripping wet, as"))
        window.start(path)
        for words in "To Decide", "very hard", "extremely hard", "soaking wet, as", "dripping wet, as":
            window.sees(words)
        dialog = window.find_dialog("Import")
        # One by one, then all, then one by one again.
        takes = window.app.find_all("check box", "Take What the Document Has")
        assert len(takes) == 2, takes
        window.find("list item", "Take All of the Document's").click()
        window.until(lambda: all("checked" in take.states for take in takes), "all to be taken")
        keeps = window.app.find_all("check box", "Keep What KLearn Has")
        keeps[0].click()
        window.until(lambda: "checked" not in takes[0].states, "the first to be kept")
        dialog.find("push button", "Import", timeout=PATIENCE, states=("sensitive",)).click()
        window.until(lambda: not window.shows("To Decide"), "the preview to close")
        texts = {text for text, in window.query("SELECT text FROM point")}
        assert len(texts & {"very hard", "extremely hard"}) == 1 and len([text for text in texts if "wet" in text]) == 1, texts
        assert len(texts & {"very hard", "soaking wet, as water is"}) == 1, texts
        window.close()


def test_a_renamed_topic_is_asked_about(folder):
    path = write(folder, "geology.md", DOCUMENT)
    for answer, titles in (("The Same Topic", 1), ("Another Topic", 2)):
        home = os.path.join(folder, answer)
        os.mkdir(home)
        write(folder, "geology.md", DOCUMENT)
        with Window(home, plan=path, start=False) as window:
            window.command("explain", "Waters", "--score", "80", text="It is wet.")
            write(folder, "geology.md", DOCUMENT.replace("## Waters", "## Oceans") + "- salty\n")
            window.start(path)
            window.sees("May be “Waters” with a new title")
            window.find("check box", answer).click()
            window.until(lambda: "checked" in window.find("check box", answer).states, "the answer")
            window.find_dialog("Import").find("push button", "Import", timeout=PATIENCE, states=("sensitive",)).click()
            window.find("list", "Topics").find("list item", "Oceans", timeout=PATIENCE)
            window.until(lambda: not window.shows("To Decide"), "the preview to close")
            found = [title for title in topics(window) if title in ("Waters", "Oceans")]
            assert len(found) == titles, found
            owner, = window.query("SELECT title FROM subject WHERE id = (SELECT owner FROM attempt)")[0]
            assert owner == ("Oceans" if titles == 1 else "Waters"), owner
            window.close()


def copy(text, target="UTF8_STRING"):
    subprocess.run(["xclip", "-selection", "clipboard", "-target", target], input=text, text=True, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def paste(window, shown):
    """Until SHOWN, a part of a name, is there: what was copied elsewhere is heard of a moment later."""
    for _ in range(8):
        window.key("ctrl+v")
        try:
            return window.ui.wait(lambda: window.shows(shown), PATIENCE / 4, f"“{shown}” after a paste")
        except UIError:
            pass
    raise AssertionError(f"“{shown}” was not seen after eight pastes")


def test_a_plan_is_pasted(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        copy(DOCUMENT)
        # In a text field, Ctrl+V is the text's own.
        window.key("ctrl+f")
        copy("parity")
        window.key("ctrl+v")
        window.find("list", "Search Results")
        window.key("Escape")
        window.open_topic("Journaling")
        copy(DOCUMENT)
        paste(window, "Summary")
        window.find_dialog("Import").find("push button", "Import", timeout=PATIENCE, states=("sensitive",)).click()
        window.find("list", "Topics").find("list item", "Waters", timeout=PATIENCE)
        assert [title for title, in window.query("SELECT title FROM plan ORDER BY position")][-1] == "Geology"
        # A file that was copied comes in too, and so does a plan without a title.
        copy("- a\n- b\n")
        paste(window, "Pasted Plan ")
        window.key("Escape")
        window.until(lambda: window.is_active(), "the window to be active")
        copy(GLib.filename_to_uri(EXAMPLE) + "\r\n", "text/uri-list")
        paste(window, "The library has all of this already.")
        window.key("Escape")
        window.close()


def test_files_opened_over_the_bus(folder):
    """As a desktop does it that starts what is DBusActivatable: several files, one of them JSON, one not there."""
    markdown = write(folder, "geology.md", DOCUMENT)
    with Window(folder, plan=EXAMPLE, start=False) as window:
        data = write(folder, "linux.klearn.json", window.command("export", "--format", "json"))
        window.start()
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        uris = [GLib.filename_to_uri(path) for path in (markdown, data, os.path.join(folder, "none.md"))]
        bus.call_sync(APPLICATION, "/com/example/KLearn", "org.freedesktop.Application", "Open",
                      GLib.Variant("(asa{sv})", (uris, {})), None, Gio.DBusCallFlags.NONE, int(PATIENCE * 1000), None)
        window.find_dialog("Import").find("push button", "Import", timeout=PATIENCE, states=("sensitive",)).click()
        window.sees("The library has all of this already.")
        assert not window.shows("Headings"), "JSON has no headings"
        window.key("Escape")
        window.sees("none.md")
        window.sees("Nothing Was Imported")
        window.key("Escape")
        assert window.query("SELECT count(*) FROM plan") == [(2,)]
        window.close()


run(test_headings_become_what_the_person_wants, test_both_sides_are_shown, test_a_renamed_topic_is_asked_about,
    test_a_plan_is_pasted, test_files_opened_over_the_bus)
