"""Questions about what was missed: asked when an explanation is read back, answered in it, and read again."""

import os
import re

from window import Window, run

PLAN = """# Kitchen

## Deep Dives Completed ✅

### Kettles
**Status:** Deep dive complete
**Topics covered:**
- The heating element turns current into heat
- A thermostat opens the circuit
- Limescale insulates
- Units: volts, amperes, watts
"""
TITLE = "Kettles"
POINTS = ["The heating element turns current into heat", "A thermostat opens the circuit",
          "Limescale insulates", "Units: volts, amperes, watts"]
EXPLANATION = "Größe is no matter. The heating element turns current into heat."
QUESTIONS = [f"Why is that so: “{POINTS[1]}”?", f"Why is that so: “{POINTS[2]}”?",
             "What sets these apart: volts, amperes, watts?"]
ASKED = EXPLANATION + "".join(f"\n\n> {question}\n\n" for question in QUESTIONS)
ANSWER = "A thermostat opens the circuit when steam reaches it."
ANSWERED = ASKED.replace(QUESTIONS[0] + "\n\n", QUESTIONS[0] + "\n\n" + ANSWER)


def write_plan(folder):
    path = os.path.join(folder, "kitchen.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PLAN)
    return path


def explain(window, text=EXPLANATION):
    window.open_topic(TITLE)
    window.key("ctrl+e")
    window.find_editor().set_text(text)
    window.until(lambda: window.draft(TITLE) == text, "the draft to be saved")


def read_back(window):
    window.key("ctrl+Return")
    window.sees("Read Back")
    for point in POINTS:
        window.find("list item", re.compile(re.escape(point) + ": "))


def asks(window, questions):
    if questions:
        window.find("list", "Follow-up Questions")
        window.until(lambda: window.rows("Follow-up Questions") == questions,
                     f"{questions}, not {window.rows('Follow-up Questions')}")
    else:
        window.until(lambda: not window.app.find_all("list", "Follow-up Questions"), "no question")


def answer(window, asked=ASKED):
    """The editor with the questions, as it is typed in and as it is saved."""
    window.key("alt+s")
    window.find_editor()
    window.until(lambda: window.find_editor().text == asked, f"the questions, not “{window.find_editor().text}”")
    window.until(lambda: window.draft(TITLE) == asked, "them in the draft")
    return window.find_editor()


def row(window, point):
    return window.find("list item", re.compile("^" + re.escape(point) + ":"))


def says(window, point, words):
    window.until(lambda: row(window, point).name == f"{point}: {words}", f"“{words}”, not “{row(window, point).name}”")


def highlighted(window):
    view = window.find("text", "Explanation")
    text, found, offset = view.text, [], 0
    while offset < len(text):
        attributes, start, end = view.call("Text", "GetAttributeRun", "(ib)", offset, False)
        if attributes.get("underline") == "double":
            found.append((max(start, offset), text[max(start, offset):end]))
        offset = max(end, offset + 1)
    return found


def test_questions_are_answered_in_the_same_text(folder):
    with Window(folder, plan=write_plan(folder)) as window:
        explain(window)
        assert "?" not in window.tree().replace("What score do you expect?", ""), "something is asked while writing"
        window.sees("11 words")
        read_back(window)
        asks(window, QUESTIONS)
        says(window, POINTS[1], "Suggested: missed")

        editor = answer(window)
        assert editor.text[:editor.caret].endswith(QUESTIONS[0] + "\n\n"), "the cursor is not at the first answer"
        window.sees("11 words")
        window.type(ANSWER)
        window.until(lambda: window.draft(TITLE) == ANSWERED, f"the answer, not {window.draft(TITLE)}")
        window.sees("20 words")

        # What was said after the question counts in part, and its words are found where they stand.
        read_back(window)
        says(window, POINTS[0], "Suggested: covered")
        says(window, POINTS[1], "Suggested: partly")
        says(window, POINTS[2], "Suggested: missed")
        assert row(window, POINTS[1]).description.endswith("; said after a question"), row(window, POINTS[1]).description
        window.go_to(POINTS[1])
        window.until(lambda: highlighted(window), "the words for the point")
        for start, words in highlighted(window):
            assert words in ANSWER and start > ANSWERED.index(ANSWER) - 1, (start, words)
        window.sees("assisted: the topic was opened meanwhile")
        # Nothing is asked twice.
        asks(window, [])

        window.key("ctrl+Return")
        window.until(lambda: window.attempts(TITLE), "the attempt in the library")
        rows = window.query("SELECT explanation, low, suggested, assisted FROM attempt")
        assert rows == [(ANSWERED, 38, 38, 1)], rows
        assert window.query("SELECT value FROM verdict ORDER BY position") == [("covered",), ("partly",), ("missed",),
                                                                               ("missed",)]
        window.find("image", "Score history: ")
        window.go_to("#1")
        window.key("Return")
        window.sees("Attempt #1")
        window.sees(ANSWER)
        # A quote is shown as one, without its sign.
        window.until(lambda: any(QUESTIONS[0] in label.text and ">" not in label.text
                                 for label in window.app.find_all("label", QUESTIONS[0])), "the question as a quote")
        window.close()


def test_questions_are_one_change(folder):
    with Window(folder, plan=write_plan(folder)) as window:
        explain(window)
        read_back(window)
        asks(window, QUESTIONS)
        answer(window)
        window.type("Steam.")
        window.until(lambda: "Steam." in (window.draft(TITLE) or ""), "the answer")
        window.key("ctrl+z")
        window.until(lambda: window.find_editor().text == ASKED, f"the answer taken back: {window.find_editor().text}")
        window.key("ctrl+z")
        window.until(lambda: window.find_editor().text == EXPLANATION, "the questions taken back, and nothing else")
        window.until(lambda: window.draft(TITLE) == EXPLANATION, "the draft without them")
        window.key("ctrl+shift+z")
        window.until(lambda: window.find_editor().text == ASKED, "the questions again")
        # With nothing but questions there is nothing to hand in.
        window.find_editor().set_text("> Why?\n\n")
        window.sees("0 words")
        window.key("ctrl+Return")
        window.sees("There is nothing to hand in yet")
        window.close()


def test_questions_stay(folder):
    """Over another page, a crash and a restart; and so do the person's verdicts and what they expected."""
    with Window(folder, plan=write_plan(folder)) as window:
        explain(window)
        window.go_to("What score do you expect?", "shift+Tab")
        window.type("90")
        read_back(window)
        asks(window, QUESTIONS)
        # The person has the last word on what was missed.
        window.go_to(POINTS[1])
        window.key("1")
        says(window, POINTS[1], "Covered")
        asks(window, QUESTIONS[1:])
        window.go_to(POINTS[0], "shift+Tab")
        window.key("2")
        asks(window, [*QUESTIONS[1:], f"Why is that so: “{POINTS[0]}”?"])
        window.go_to(POINTS[1], "shift+Tab")
        window.key("3")
        says(window, POINTS[1], "Missed")
        asks(window, QUESTIONS)
        seconds = window.query("SELECT seconds FROM draft")[0][0]
        answer(window)
        window.type(ANSWER)
        window.until(lambda: window.draft(TITLE) == ANSWERED, "the answer in the draft")
        window.open_topic(TITLE)
        window.find("list", "Key Points")
        window.key("ctrl+e")
        window.until(lambda: window.find_editor().text == ANSWERED, "the text with the questions, once")
        window.kill()
        window.start()
        window.until(lambda: window.find_editor().text == ANSWERED, "the text with the questions, once")
        read_back(window)
        # They said so before the answer, and may say otherwise now.
        says(window, POINTS[0], "Partly")
        says(window, POINTS[1], "Missed")
        assert "said after a question" in row(window, POINTS[1]).description
        window.go_to(POINTS[1])
        window.key("0")
        says(window, POINTS[1], "Suggested: partly")
        window.sees("You expected 90")
        rows = window.query("SELECT seconds, guess, stage FROM draft")
        assert rows[0][0] >= seconds and rows[0][1:] == (90, "reviewing"), rows
        # The pencil asks nothing.
        window.click("push button", "Edit the Explanation")
        window.until(lambda: window.find_editor().text == ANSWERED, "the text as it is")
        window.close()


def test_command_reads_the_same(folder):
    with Window(folder, plan=write_plan(folder), start=False) as window:
        told = window.command("explain", TITLE, text=ANSWERED)
        assert f"~ Partly: {POINTS[1]}" in told and "said after a question" in told, told
        assert f"✓ Covered: {POINTS[0]}" in told and f"✗ Missed: {POINTS[2]}" in told, told
        assert "To go on with" not in told, told


run(test_questions_are_answered_in_the_same_text, test_questions_are_one_change, test_questions_stay,
    test_command_reads_the_same)
