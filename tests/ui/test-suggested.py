"""What had been suggested stays with an attempt, and what the person made of it is told."""

import configparser
import json
import os
import re

from window import TOPIC, Window, run

SWITCH = "Suggest the scores that I usually give"


def plan(folder, verdicts, **more):
    """A plan whose topic has an attempt with VERDICTS, by their points: the person's, and the suggested one."""
    attempt = {"id": "00000000-0000-4000-8000-000000000005", "number": 1, "date": "2026-11-02", "low": 80, "high": 80,
               "explanation": "A ring.", "verdicts": [
                   {"id": f"00000000-0000-4000-8000-00000000001{i}", "text": text, "verdict": verdict} |
                   ({"suggested": suggested} if suggested else {})
                   for i, (text, (verdict, suggested)) in enumerate(verdicts.items())]} | more
    subject = {"id": "00000000-0000-4000-8000-000000000002", "title": TOPIC, "attempts": [attempt]}
    file = os.path.join(folder, "plan.json")
    with open(file, "w") as written:
        json.dump({"klearn": 1, "plan": {"id": "00000000-0000-4000-8000-000000000001", "title": "P",
                                         "subjects": [subject]}}, written)
    return file


def some(folder):
    return plan(folder, {"Kept": ("covered", "covered"), "Raised": ("covered", "partly"), "Left": ("unset", "missed"),
                         "Alone": ("missed", None)}, suggested=55)


def test_an_attempt_says_what_was_suggested(folder):
    with Window(folder, plan=some(folder)) as window:
        window.open_topic()
        window.go_to("#1")
        window.key("Return")
        window.sees(re.compile("2 November 2026 · suggested: 55.%"))
        points = window.find("list", "Points")
        for text, words in (("Kept", "✓ Covered"), ("Raised", "✓ Covered · suggested: ~ Partly"),
                            ("Left", "suggested: ✗ Missed"), ("Alone", "✗ Missed")):
            points.find("label", text)
            points.find("label", words)
        window.close()


def test_a_topic_says_how_often_it_was_right(folder):
    with Window(folder, plan=some(folder)) as window:
        window.open_topic()
        window.sees("You kept 1 of 2 suggested verdicts; your scores are 25 points higher")
        # An amendment counts, and what is deleted does not.
        window.go_to("#1")
        window.key("Return")
        window.sees("Attempt #1")
        window.go_to("Change the attempt")
        window.key("space")
        window.choose("a")
        window.find("dialog", "Amend Score").find("text", "Score").set_text("54")
        window.key("Return")
        window.until(lambda: window.query("SELECT count(*) FROM amendment") == [(1,)], "the amendment in the library")
        window.key("alt+Left")
        window.sees("You kept 1 of 2 suggested verdicts; your scores are 1 point lower")
        window.command("undo")
        window.sees("your scores are 25 points higher")
        window.close()


def test_nothing_is_said_where_nothing_was_suggested(folder):
    with Window(folder, plan=plan(folder, {"Alone": ("missed", None)})) as window:
        window.open_topic()
        window.find("list", "Attempts")
        assert not window.shows("You kept"), "agreement with nothing"
        window.close()


def setting(folder):
    parser = configparser.ConfigParser()
    parser.read(os.path.join(folder, ".config", "glib-2.0", "settings", "keyfile"))
    return parser["com/example/KLearn"].get("reading-offset") if "com/example/KLearn" in parser else None


def test_preferences_say_the_offset(folder):
    with Window(folder, plan=some(folder)) as window:
        window.find("list", "Topics")
        window.key("ctrl+comma")
        window.find_dialog("Preferences")
        window.sees("Suggested scores are raised by 5 points, as you usually give")
        window.go_to(SWITCH)
        window.key("space")
        window.sees("They would be raised by 5 points")
        window.until(lambda: setting(folder) == "false", "the setting")
        window.key("space")
        window.sees("Suggested scores are raised by 5 points, as you usually give")
        window.leave("Preferences")
        window.close()


run(test_an_attempt_says_what_was_suggested, test_a_topic_says_how_often_it_was_right,
    test_nothing_is_said_where_nothing_was_suggested, test_preferences_say_the_offset)
