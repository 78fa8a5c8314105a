"""Key points that a topic could have, as a draft in a dialog: chosen and changed by keyboard, added as one step."""

import json
import os

from window import Window, in_german, run

NOTES = "A splice holds *longer* than a knot. It takes more rope.\n\nWhipping keeps an end from fraying."
FEEDBACK = ({"kind": "correction", "wrong": "a bowline slips", "right": "A bowline never slips under a steady load"},
            {"kind": "result", "text": "Solid."})
FOUND = ["A bowline never slips under a steady load", "A splice holds longer than a knot. It takes more rope.",
         "Whipping keeps an end from fraying."]


def identify(number):
    return f"00000000-0000-4000-8000-{number:012}"


def ropes(folder, notes=NOTES, feedback=FEEDBACK, points=(), **more):
    attempt = {"id": identify(3), "number": 1, "date": "2025-10-10", "low": 40, "high": 40,
               "feedback": [{"id": identify(30 + i)} | item for i, item in enumerate(feedback)]}
    ropes_ = {"id": identify(2), "title": "Ropes", "points": [{"id": identify(20 + i), "text": text}
                                                              for i, text in enumerate(points)]}
    ropes_ |= ({"notes": notes} if notes else {}) | ({"attempts": [attempt]} if feedback else {})
    plan = {"id": identify(1), "title": "Boats", "subjects": [ropes_, {"id": identify(4), "title": "Sails"}]}
    path = os.path.join(folder, "boats.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"klearn": 1, "plan": plan}, file)
    window = Window(folder, plan=path, **more)
    if more:  # the list has another name in another language
        window.click("list item", "Ropes")
        window.goes_to("Ropes")
    else:
        window.open_topic("Ropes")
    return window


def texts(window):
    return [text for text, in window.query("SELECT text FROM point WHERE owner = ? ORDER BY position",
                                           window.subject("Ropes"))]


def offers(window):
    return bool(window.app.find_all("push button", "Suggest Points…"))


def open_dialog(window):
    window.go_to("Suggest Points…", role="push button")
    window.key("Return")
    window.find_dialog("Suggested Points")
    window.until(lambda: window.focused() == ("check box", "Add: " + FOUND[0]), "the keyboard on the first one")


def add_button(window, words, *states):
    return window.find("push button", words, states=states)


def test_chosen_by_keyboard(folder):
    with ropes(folder) as window:
        open_dialog(window)
        for text in FOUND:
            window.sees(f"Add: {text}")
        window.sees("Feedback of 10 October 2025: correction")
        window.sees("Your notes")
        # None is chosen before the person has chosen it, and nothing is written.
        assert "sensitive" not in add_button(window, "Add Points").states
        assert texts(window) == []
        window.key("space")
        add_button(window, "Add 1 Point", "sensitive")
        # Who changes the words of one wants it.
        window.go_to("Words: " + FOUND[2], role="text")
        window.key("ctrl+End")
        window.type(" Tar helps.")
        add_button(window, "Add 2 Points", "sensitive")
        assert texts(window) == []
        window.key("alt+a")
        added = [FOUND[0], FOUND[2] + " Tar helps."]
        window.until(lambda: texts(window) == added, f"both to be added: {texts(window)}")
        window.sees("2 points added")
        window.until(lambda: not window.app.find_all("frame", "Suggested Points"), "the dialog to be gone")
        window.until(lambda: not offers(window), "nothing to be offered to a topic that has points")
        window.click("push button", "Undo")
        window.until(lambda: texts(window) == [], "one step for both")
        window.until(lambda: offers(window), "points to be offered again")
        window.close()


def test_cancelled(folder):
    with ropes(folder) as window:
        open_dialog(window)
        window.key("space")
        add_button(window, "Add 1 Point", "sensitive")
        window.leave("Suggested Points")
        assert texts(window) == []
        open_dialog(window)
        add_button(window, "Add Points")
        window.click("push button", "Select All")
        add_button(window, "Add 3 Points", "sensitive")
        window.click("push button", "Select None")
        assert "sensitive" not in add_button(window, "Add Points").states
        window.click("push button", "Cancel")
        window.find("frame", "– KLearn", states=("active",))
        assert texts(window) == []
        window.close()


def test_words_are_not_lost(folder):
    """Who has changed words is asked before the dialog closes; Escape then goes on where it was."""
    with ropes(folder) as window:
        open_dialog(window)
        window.go_to("Words: " + FOUND[1], role="text")
        window.key("ctrl+End")
        window.type(" Wet rope too.")
        window.key("Escape")
        window.sees("Discard What You Wrote?")
        window.key("Escape")
        window.until(lambda: not window.shows("Discard What You Wrote?"), "the question to be gone")
        assert window.find("text", "Words: " + FOUND[1]).text.endswith(" Wet rope too.")
        window.find("frame", "Suggested Points", states=("active",))
        window.key("Escape")
        window.sees("Discard What You Wrote?")
        window.go_to("Discard", role="push button")
        window.key("Return")
        window.until(lambda: not window.app.find_all("frame", "Suggested Points"), "the dialog to be gone")
        window.find("frame", "– KLearn", states=("active",))
        assert texts(window) == []
        window.close()


def test_only_where_there_is_something(folder):
    with ropes(folder, notes=None, feedback=()) as window:
        window.sees("No key points yet.")
        assert not offers(window)
        # Notes that are written now are something to suggest from, once they are kept.
        window.command("import", os.path.join(folder, "boats.json"))
        window.go_to("Notes", role="text")
        window.type("Whipping keeps an end from fraying.")
        window.go_to("Explain", role="push button")
        window.until(lambda: offers(window), "points to be offered")
        window.open_topic("Sails")
        assert not offers(window)
        window.close()


def test_from_the_menu(folder):
    """A topic that has points has the same in its menu, without those that it has."""
    with ropes(folder, points=["Whipping keeps ends from fraying"]) as window:
        window.sees("Whipping keeps ends from fraying")
        assert not offers(window)
        for found in (FOUND[:2], []):
            window.go_to("Change the topic")
            window.key("Return")
            window.choose("p")
            window.find_dialog("Suggested Points")
            if not found:
                window.sees("Nothing to Suggest")
                break
            window.find("check box", "Add: " + found[0], states=("focused",))
            assert len(window.app.find_all("check box", "Add: ")) == 2
            window.click("push button", "Select All")
            window.click("push button", "Add 2 Points")
            window.until(lambda: texts(window)[1:] == found, "both to be added")
            window.until(lambda: not window.app.find_all("frame", "Suggested Points"), "the dialog to be gone")
        window.leave("Suggested Points")
        window.close()


def test_in_german(folder):
    with ropes(folder, environment=in_german(folder)) as window:
        window.click("push button", "Punkte vorschlagen…")
        window.find_dialog("Vorgeschlagene Punkte")
        window.sees("Rückmeldung vom 10. Oktober 2025: Korrektur")
        window.find("check box", "Hinzufügen: " + FOUND[0], states=("focused",))
        window.key("space")
        window.click("push button", "1 hinzufügen")
        window.until(lambda: texts(window) == [FOUND[0]], "it to be added")
        window.sees("1 Punkt hinzugefügt")
        window.close()


run(test_chosen_by_keyboard, test_cancelled, test_words_are_not_lost, test_only_where_there_is_something, test_from_the_menu, test_in_german)
