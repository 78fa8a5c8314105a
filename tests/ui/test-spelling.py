"""Words that no dictionary has are marked where an explanation is written, if libspelling and a dictionary are there."""

import os

from window import Window, in_locale, run, tap

TITLE = "Kettles"
PLAN = """# Kitchen

## Deep Dives Completed ✅

### Kettles
**Topics covered:**
- A thermostat opens the circuit
"""
TEXT = "A thermostatt opens the circuitt, see `strcmpp` for more."
MARKED = ["thermostatt", "circuitt"]
FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell/dicts")


def marked(window):
    view = window.find_editor()
    text, found, offset = view.text, [], 0
    while offset < len(text):
        attributes, start, end = view.call("Text", "GetAttributeRun", "(ib)", offset, False)
        if attributes.get("underline") == "error":
            found.append(text[max(start, offset):end])
        offset = max(end, offset + 1)
    return found


def settings(folder):
    path = os.path.join(folder, ".config", "glib-2.0", "settings", "keyfile")
    with open(path, encoding="utf-8") as file:
        return file.read()


def write_settings(folder, line):
    path = os.path.join(folder, ".config", "glib-2.0", "settings")
    os.makedirs(path)
    with open(os.path.join(path, "keyfile"), "w", encoding="utf-8") as file:
        file.write(f"[com/example/KLearn]\n{line}\n")


def open_window(folder):
    """On the empty sheet."""
    if os.environ.get("KLEARN_SPELLING") != "1":
        raise tap.Skip("libspelling was not there when KLearn was built")
    if not any(os.path.exists(os.path.join(path, "en_US.dic")) for path in FOLDERS):
        raise tap.Skip("there is no English dictionary (hunspell-en-us)")
    path = os.path.join(folder, "kitchen.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PLAN)
    window = Window(folder, plan=path, environment=in_locale(folder, "en_US"))
    window.open_topic(TITLE)
    window.key("ctrl+e")
    return window


def test_misspelt_words_are_marked(folder):
    with open_window(folder) as window:
        window.find_editor()
        window.type(TEXT)
        window.until(lambda: window.draft(TITLE) == TEXT, "the draft to be saved")
        window.until(lambda: marked(window) == MARKED, f"the misspelt words, and not code: {marked(window)}")
        # What was written before is looked at as well.
        window.key("alt+Left")
        window.find("list", "Key Points")
        window.key("ctrl+e")
        window.find_editor()
        window.until(lambda: marked(window) == MARKED, "the misspelt word again")
        # Leaving while there is much to look at ends well.
        window.find_editor().set_text("Thermostatt opens thee circuit. " * 3000)
        window.key("alt+Left")
        window.find("list", "Key Points")
        window.close()


def test_switched_off_it_stays_so(folder):
    write_settings(folder, "check-spelling=false")
    with open_window(folder) as window:
        window.find_editor()
        window.type(TEXT)
        window.until(lambda: window.draft(TITLE) == TEXT, "the draft to be saved")
        window.sees("9 words")
        assert not marked(window), marked(window)
        # The menu of the text has the switch.
        window.key("shift+F10")
        window.sees_menu()
        window.key("Up", "Up", "Return")
        window.until(lambda: marked(window) == MARKED, "the misspelt word")
        window.until(lambda: "check-spelling" not in settings(folder) or "check-spelling=true" in settings(folder),
                     "the switch to be remembered")
        window.close()


run(test_misspelt_words_are_marked, test_switched_off_it_stays_so)
