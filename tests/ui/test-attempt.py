"""What becomes of a recorded attempt: it is looked at, compared, amended, and deleted and brought back."""

import re

from window import EXAMPLE, EXPLANATION, TOPIC, Window, run


def open_attempt(window, number):
    window.open_topic()
    window.go_to("#2")  # the list's newest; the keyboard then goes on by arrows
    if number != 2:
        window.key("Down")
    window.until(lambda: f"#{number}" in window.focused()[1], "the row of the attempt")
    window.key("Return")
    window.sees(f"Attempt #{number}")


def choose(window, letter):
    window.until(lambda: not window.app.find_all("dialog"), "the dialog to be gone")
    window.find("frame", "– KLearn", states=("active",))
    window.go_to("Change the attempt")
    window.key("space")
    window.choose(letter)


def amendments(window):
    return window.query("SELECT low, high, note FROM amendment ORDER BY position")


def test_score_is_amended_and_the_first_one_stays(folder):
    with Window(folder, plan=EXAMPLE) as window:
        open_attempt(window, 2)
        choose(window, "a")
        window.sees(re.compile("The first one, 97.%, stays visible"))
        window.sees("A number from 0 to 100, or a range such as 75–85")
        dialog = window.find("dialog", "Amend Score")
        for text in ("", "120", "80-70", "7-", "good"):
            dialog.find("text", "Score").set_text(text)
            assert "sensitive" not in dialog.find("push button", "Amend").states, f"“{text}” can be recorded"
            window.key("Return")
            assert not amendments(window), f"“{text}” was recorded"
        dialog.find("text", "Score").set_text("80")
        dialog.find("text", "Why").set_text("Too kind")
        window.key("Return")
        window.until(lambda: amendments(window) == [(80, 80, "Too kind")], "the amendment in the library")
        window.sees(re.compile("Good · 80.%, amended; first 97.%"))
        window.find("list", "Topics").find("list item", "RAID Levels, Good · 80")

        choose(window, "a")
        dialog = window.find("dialog", "Amend Score")
        dialog.find("text", "Score").set_text("35-45")
        dialog.find("push button", "Amend", states=("sensitive",)).click()
        window.until(lambda: len(amendments(window)) == 2, "the second amendment in the library")
        window.sees(re.compile("35–\u206045.%, amended; first 97.%"))
        window.find("list", "Topics").find("list item", "RAID Levels, Needs Review")
        assert [row[1:3] for row in window.attempts()][-1] == (97, 97), "the first score is gone"
        window.click("push button", "Undo")
        window.sees(re.compile("Good · 80.%, amended; first 97.%"))
        window.close()


def test_deleted_attempt_comes_back_whole(folder):
    feedback = "SELECT kind, text FROM feedback JOIN attempt ON attempt.id = feedback.owner WHERE number = 2 " \
               "AND attempt.owner = ? ORDER BY feedback.position"
    with Window(folder, plan=EXAMPLE) as window:
        before = window.attempts(), window.query(feedback, window.subject())
        assert before[1], "the example has no feedback to lose"
        open_attempt(window, 2)
        choose(window, "d")
        window.find("image", "Score history: 1 attempt")
        assert len(window.attempts()) == 1
        window.sees("Attempt deleted")
        window.click("push button", "Undo")
        window.find("image", "Score history: 2 attempts")
        assert (window.attempts(), window.query(feedback, window.subject())) == before
        window.sees("A mirror repeats the deletion at once")

        window.key("alt+Left")
        window.goes_to("Today")
        window.close()


def test_attempts_open_by_return(folder):
    with Window(folder, plan=EXAMPLE) as window:
        for number in (2, 1):
            open_attempt(window, number)
            window.key("alt+Left")
            window.sees("Score history: 2 attempts")
        window.close()


def test_slider_and_number_are_one(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.key("ctrl+e")
        window.find_editor()
        window.type(EXPLANATION)
        window.sees(f"{len(EXPLANATION.split())} words")
        window.key("ctrl+Return")
        window.sees("Read Back")
        score = window.find("text", "Score", states=("editable",))
        slider = window.find("slider", "Score")
        for text, value, band in (("92", 92, "Strong"), ("75–85", 80, "Good"), ("12", 12, "Needs Review")):
            score.set_text(text)
            window.until(lambda: slider.value == value, f"the slider at {value}, not {slider.value}")
            window.sees(band)
        window.go_to("Score", role="slider")
        window.key("Right")
        window.until(lambda: score.text == "13", f"13, not {score.text}")
        window.key("End", "Page_Up")
        window.until(lambda: score.text in ("100", "90"), "the number to follow")
        window.until(lambda: slider.value == float(score.text), "both to say the same")
        window.sees("Strong")
        window.key("Home")
        window.until(lambda: score.text == "0", f"0, not {score.text}")
        window.until(lambda: window.query("SELECT score FROM draft") == [(0,)], "the score in the draft")
        window.close()


def test_looking_at_the_topic_or_an_attempt_is_help(folder):
    assisted = "SELECT assisted FROM draft WHERE owner = ?"
    with Window(folder, plan=EXAMPLE) as window:
        def explain(title):
            window.key("ctrl+e")
            window.find_editor()
            window.type("Words")
            window.until(lambda: window.query(assisted, window.subject(title)) == [(0,)], "the draft, not assisted")

        open_attempt(window, 2)
        explain(TOPIC)
        window.key("alt+Left")
        window.sees("Attempt #2")
        window.until(lambda: window.query(assisted, window.subject(TOPIC)) == [(1,)], "an attempt to count as help")

        window.open_topic("Journaling")
        explain("Journaling")
        window.open_topic("Inodes and Directories")
        assert window.query(assisted, window.subject("Journaling")) == [(0,)], "another topic counts as help"
        window.open_topic("Journaling")
        window.until(lambda: window.query(assisted, window.subject("Journaling")) == [(1,)], "the topic to count as help")
        window.close()


def test_attempt_beside_an_earlier_one(folder):
    points = ("Striping, mirroring, parity", "RAID 5 parity as XOR over a stripe")
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        for number, keys in ((3, "32"), (4, "11")):
            window.key("ctrl+e")
            window.find_editor()
            window.type(EXPLANATION)
            window.key("ctrl+Return")
            window.sees("Read Back")
            for point, key in zip(points, keys):
                window.go_to(point)
                window.key(key)
            window.key("ctrl+Return")
            window.until(lambda: len(window.attempts()) == number, "the attempt in the library")
            window.find("list", "Attempts")
        window.go_to("#4")
        window.key("Return")
        window.sees("Attempt #4")
        turned = window.sees("Covered now, and not then:")
        assert turned.name.splitlines()[1:] == ["✓ " + point for point in points], turned.name
        window.sees("#3 · ")
        window.close()


def test_what_was_said_about_the_earlier_one(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.go_to("#2")
        window.key("Return")
        window.sees("Attempt #2")
        window.sees("Levels by heart")
        window.close()


run(test_score_is_amended_and_the_first_one_stays, test_deleted_attempt_comes_back_whole,
    test_attempts_open_by_return, test_slider_and_number_are_one, test_looking_at_the_topic_or_an_attempt_is_help,
    test_attempt_beside_an_earlier_one, test_what_was_said_about_the_earlier_one)
