"""Reading an explanation back: what is suggested, why, where it says so, and what the person makes of it."""

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
- Current becomes heat in the element
- Limescale insulates
%s
## Retention Scores 📊

### Kettles
**Score: 🟢 Strong (90%%)**

**Critical errors corrected:**
- ❌ Initially: "Water boils at ninety degrees everywhere" → ✅ It needs a hundred degrees at sea level
- ❌ Initially: "Plastic melts quickly" → ✅ Handles stay cool outside
- ❌ Initially: "The lid measures pressure" → ✅ A thermostat opens the circuit

**What you nailed:**
- Parts

## Learning Strategy

**Scoring System:**
- 🟢 **Strong (90-100%%)**: Confident
- 🟡 **Good (70-89%%)**: Solid
- 🔴 **Needs Review (<70%%)**: Gaps
"""
TITLE = "Kettles"
POINTS = ["The heating element turns current into heat", "A thermostat opens the circuit",
          "Current becomes heat in the element", "Limescale insulates"]
SENTENCES = ["Größe is no matter.", "The heating element turns current into heat.", "A thermostat opens the circuit.",
             "Water boils at ninety degrees everywhere."]
EXPLANATION = "\n".join(SENTENCES)
SUGGESTED = re.compile("Suggested: (covered|partly|missed)$")


def write_plan(folder, more=""):
    path = os.path.join(folder, "kitchen.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PLAN % more)
    return path


def explain(window, text=EXPLANATION, guess=None, points=POINTS):
    window.open_topic(TITLE)
    window.key("ctrl+e")
    window.find_editor().set_text(text)
    window.until(lambda: window.draft(TITLE) == text, "the draft to be saved")
    if guess:
        window.go_to("What score do you expect?", "shift+Tab")
        window.type(guess)
    window.key("ctrl+Return")
    window.sees("Read Back")
    for point in points:
        window.find("list item", re.compile(re.escape(point) + ": Suggested"))


def row(window, point):
    return window.find("list item", re.compile("^" + re.escape(point) + ":"))


def says(window, point, words):
    window.until(lambda: row(window, point).name == f"{point}: {words}", f"“{words}”, not “{row(window, point).name}”")


def suggested(window, point):
    return SUGGESTED.search(row(window, point).name).group(1)


def highlighted(window, underline="double"):
    """The words that are marked so, as they stand in the text."""
    view = window.find("text", "Explanation")
    text, found, offset = view.text, [], 0
    while offset < len(text):
        attributes, start, end = view.call("Text", "GetAttributeRun", "(ib)", offset, False)
        if attributes.get("underline") == underline:
            found.append(text[max(start, offset):end])
        offset = max(end, offset + 1)
    return found


def verdicts(window):
    return window.query("SELECT verdict.value, verdict.suggested FROM verdict JOIN attempt ON attempt.id = verdict.owner"
                        " WHERE attempt.explanation = ? ORDER BY verdict.position", EXPLANATION)


def draft_verdicts(window):
    return window.query("SELECT verdicts FROM draft")[0][0]


def test_keys_change_what_is_suggested(folder):
    with Window(folder, plan=write_plan(folder)) as window:
        explain(window, guess="90")
        before = {point: suggested(window, point) for point in POINTS}
        assert before[POINTS[0]] == before[POINTS[1]] == "covered" and before[POINTS[3]] == "missed", before
        counts = {verdict: list(before.values()).count(verdict) for verdict in ("covered", "partly", "missed")}
        mean = (100 * counts["covered"] + 50 * counts["partly"]) / len(POINTS) + 1e-9
        reason = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)
        window.sees(re.compile(f"^Suggested: {mean:.0f}\\s%: {reason}$"))
        assert window.find("text", "Score", states=("editable",)).text == f"{mean:.0f}"
        difference = 90 - round(mean)
        window.sees(re.compile(f"^You expected 90\\s%; this is {difference} points? less"))
        assert not draft_verdicts(window), "a suggestion is in the draft before the person recorded"

        window.until(lambda: window.focused()[1].startswith(POINTS[0]), "the first point to have the keyboard")
        window.key("3")
        says(window, POINTS[0], "Missed")
        window.sees("3 of these are only suggested")
        window.until(lambda: window.focused()[1].startswith(POINTS[1]), "the next point to have the keyboard")
        window.key("Return")
        says(window, POINTS[1], "Covered")
        window.sees("2 of these are only suggested")
        window.key("Up", "Up", "0")
        says(window, POINTS[0], "Suggested: covered")
        window.until(lambda: len((draft_verdicts(window) or "").splitlines()) == 1, "only one verdict in the draft")
        window.click("push button", "Accept All")
        says(window, POINTS[3], "Missed")
        window.sees(f"Mean over {len(POINTS)} of {len(POINTS)} points")
        window.until(lambda: len(draft_verdicts(window).splitlines()) == len(POINTS), "all of them in the draft")
        window.close()


def test_words_and_points_lead_to_each_other(folder):
    with Window(folder, plan=write_plan(folder)) as window:
        explain(window)
        view = window.find("text", "Explanation")
        assert view.text == EXPLANATION, view.text
        window.go_to(POINTS[1])
        window.until(lambda: "".join(highlighted(window)) in SENTENCES[2] and "thermostat" in highlighted(window)[0],
                     "the words for the second point")
        assert "thermostat" in row(window, POINTS[1]).description, row(window, POINTS[1]).description
        assert "heating element" in " ".join(highlighted(window, "single")), "what speaks for other points is not marked"
        assert EXPLANATION[view.caret:].startswith(highlighted(window)[0]), "the cursor is not there"
        assert "next to nothing of it was found" in row(window, POINTS[3]).description

        # From a point to its words, and from words to their points, one after the other.
        window.key("space")
        window.until(lambda: window.focused() == ("text", "Explanation"), "the text to have the keyboard")
        window.key("Up", "Home", "ctrl+Right", "ctrl+Right")
        assert EXPLANATION[view.caret - 1:].split()[0] != "The", view.caret
        window.key("Return")
        window.until(lambda: window.focused()[1].startswith(POINTS[2]), "the next point that these words speak for")
        window.until(lambda: "heating" in " ".join(highlighted(window)) or "element" in " ".join(highlighted(window)),
                     "its words")
        window.key("space")
        window.key("Return")
        window.until(lambda: window.focused()[1].startswith(POINTS[0]), "the first one again")
        # Words that speak for nothing lead nowhere.
        window.key("space", "ctrl+Home", "Return")
        assert window.focused() == ("text", "Explanation"), window.focused()

        # The same with the mouse: the middle of the third line.
        x, y, width, height = view.call("Text", "GetCharacterExtents", "(iu)",
                                        EXPLANATION.index("thermostat") + 4, 1)
        if (width, height) != (0, 0):  # GTK 4.8 does not tell
            left, top, _, _ = window.find("frame").rect()
            window.ui.click_at(left + x + width / 2, top + y + height / 2)
            window.until(lambda: window.focused()[1].startswith(POINTS[1]), "the point of the words that were clicked")
        window.close()


def test_what_is_left_as_suggested_is_recorded(folder):
    with Window(folder, plan=write_plan(folder)) as window:
        explain(window)
        before = [suggested(window, point) for point in POINTS]
        window.go_to(POINTS[3])
        window.key("1")
        score = int(window.find("text", "Score", states=("editable",)).text)
        window.key("ctrl+Return")
        window.until(lambda: len(window.attempts(TITLE)) == 2, "the attempt in the library")
        assert verdicts(window) == list(zip(before[:3] + ["covered"], before)), (verdicts(window), before)
        values = {"covered": 100, "partly": 50, "missed": 0}
        rows = window.query("SELECT low, suggested FROM attempt WHERE explanation = ?", EXPLANATION)
        assert rows == [(score, int(sum(values[verdict] for verdict in before) / len(POINTS) + 0.5))], rows
        window.close()


def test_suggested_scores_follow_the_person(folder):
    with Window(folder, plan=write_plan(folder)) as window:
        explain(window)
        mean = sum({"covered": 100, "partly": 50, "missed": 0}[suggested(window, point)] for point in POINTS) / len(POINTS)
        assert not window.shows("as you usually give")
        window.find("text", "Score", states=("editable",)).set_text("0")
        window.key("ctrl+Return")
        window.until(lambda: len(window.attempts(TITLE)) == 2, "the attempt in the library")

        # One attempt says a little: as if there were five more without a difference.
        lower = int(mean / 6 + 0.5)
        explain(window)
        window.sees(f"; and {lower} points less, as you usually give")
        score = window.find("text", "Score", states=("editable",))
        assert score.text == str(int(mean + 0.5) - lower), (score.text, mean, lower)
        # What the person says themselves is not lowered.
        window.click("push button", "Accept All")
        window.until(lambda: score.text == str(int(mean + 0.5)), "the mean itself")
        window.close()


def test_own_verdicts_come_back(folder):
    with Window(folder, plan=write_plan(folder)) as window:
        explain(window)
        window.go_to(POINTS[0])
        window.key("3")
        window.until(lambda: draft_verdicts(window), "the verdict in the draft")
        window.kill()
        window.start()
        window.sees("Read Back")
        says(window, POINTS[1], "Suggested: covered")
        says(window, POINTS[0], "Missed")
        window.sees("3 of these are only suggested")
        # The score still follows the verdicts.
        before = window.find("text", "Score", states=("editable",)).text
        window.go_to(POINTS[0])
        window.key("1")
        window.until(lambda: window.find("text", "Score", states=("editable",)).text != before, "the score to follow")
        # One that was written does not.
        window.find("text", "Score", states=("editable",)).set_text("33")
        window.go_to(POINTS[0], "shift+Tab")
        window.key("2")
        says(window, POINTS[0], "Partly")
        assert window.find("text", "Score", states=("editable",)).text == "33"
        window.click("push button", "Use the Suggestion")
        window.until(lambda: window.find("text", "Score", states=("editable",)).text != "33", "the one that is offered")
        window.close()


def test_earlier_corrections(folder):
    with Window(folder, plan=write_plan(folder)) as window:
        explain(window)
        window.find("list", "Earlier Corrections").find("list item", "wrong side again")
        names = window.rows("Earlier Corrections")
        assert "wrong side again: Water boils at ninety degrees" in names[0], names
        assert "Now right: A thermostat opens the circuit" in names[1], names
        assert "Not mentioned: Handles stay cool" in names[2], names
        window.go_to("wrong side again", role="list item")
        window.until(lambda: "ninety degrees" in " ".join(highlighted(window)), "the wrong words")
        field = window.find("text", "Corrections", states=("editable",))
        assert field.text == "", "a correction was noted by itself"
        window.key("Return")
        line = "Water boils at ninety degrees everywhere → It needs a hundred degrees at sea level"
        window.until(lambda: field.text == line, f"the correction, not “{field.text}”")
        window.until(lambda: window.query("SELECT corrections FROM draft") == [(line,)], "it in the draft")
        window.key("ctrl+Return")
        window.until(lambda: len(window.attempts(TITLE)) == 2, "the attempt in the library")
        window.close()


def test_point_added_elsewhere(folder):
    with Window(folder, plan=write_plan(folder)) as window:
        explain(window)
        window.go_to(POINTS[0])
        window.key("2")
        window.command("import", write_plan(folder, "- Water boils at ninety degrees\n"))
        says(window, "Water boils at ninety degrees", "Suggested: covered")
        says(window, POINTS[0], "Partly")
        window.sees("Mean over 5 of 5 points")
        window.close()


def test_topic_without_points(folder):
    plan = write_plan(folder)
    with open(plan, encoding="utf-8") as file:
        text = file.read()
    with open(plan, "w", encoding="utf-8") as file:
        file.write(text[:text.index("**Topics covered:**")] + text[text.index("\n## Retention"):])
    with Window(folder, plan=plan) as window:
        explain(window, points=[])
        window.sees("There are no points to judge by")
        window.find("list", "Earlier Corrections")  # the reading is there
        assert window.find("text", "Score", states=("editable",)).text == ""
        window.key("ctrl+Return")
        window.until(lambda: len(window.attempts(TITLE)) == 2, "the attempt in the library")
        rows = window.query("SELECT low, suggested FROM attempt WHERE explanation = ?", EXPLANATION)
        assert rows == [(None, None)] and not verdicts(window), rows
        window.close()


def test_nothing_is_hinted_while_writing(folder):
    with Window(folder, plan=write_plan(folder)) as window:
        window.open_topic(TITLE)
        window.key("ctrl+e")
        window.find_editor().set_text(EXPLANATION)
        window.until(lambda: window.draft(TITLE) == EXPLANATION, "the draft to be saved")
        shown = window.tree()
        for words in [*POINTS, "uggested", "not found", "expected", "Earlier"]:
            assert words not in shown.replace(f'text="{EXPLANATION}"', "").replace(
                EXPLANATION.replace("\n", "\\n"), ""), words
        # Looking at the topic meanwhile is told when it is read back.
        window.key("alt+Left")
        window.find("image", "Score history: ")
        window.key("ctrl+e")
        window.find_editor()
        window.key("ctrl+Return")
        window.sees("assisted: the topic was opened meanwhile")
        window.close()


def test_window_goes_on_while_a_long_text_is_read(folder):
    more = "".join(f"- Valve {number} opens before pump {number + 1} starts\n" for number in range(60))
    text = "\n".join(f"Paragraph {number} says that valve {number % 90} opens, and then some pump starts to turn slowly."
                     for number in range(6000))
    with Window(folder, plan=write_plan(folder, more)) as window:
        window.open_topic(TITLE)
        window.key("ctrl+e")
        window.find_editor().set_text(text)
        window.until(lambda: window.draft(TITLE) == text, "the draft to be saved")
        window.key("ctrl+Return")
        window.until(lambda: window.focused()[1].startswith(POINTS[0]), "the first point to have the keyboard")
        window.key("3")
        window.until(lambda: draft_verdicts(window), "the verdict in the draft")
        # It may be read already, but not where the window stood still meanwhile.
        says(window, POINTS[0], "Missed")
        # Away while it is read, and back: it is read again.
        window.open_topic(TITLE)
        window.find("image", "Score history: ")
        window.key("ctrl+e")
        window.sees("Read Back")
        window.find("list item", re.compile("Valve 7 opens before pump 8 starts: Suggested"))
        says(window, POINTS[0], "Missed")
        window.close()


run(test_keys_change_what_is_suggested, test_words_and_points_lead_to_each_other,
    test_what_is_left_as_suggested_is_recorded, test_suggested_scores_follow_the_person, test_own_verdicts_come_back,
    test_earlier_corrections,
    test_point_added_elsewhere, test_topic_without_points, test_nothing_is_hinted_while_writing,
    test_window_goes_on_while_a_long_text_is_read)
