"""What was said of an attempt is amended where it stands, by keyboard, and what was said at first stays."""

from window import EXAMPLE, TOPIC, Window, run

ITEMS = "SELECT feedback.kind, feedback.text, feedback.wrong, feedback.right, feedback.done FROM feedback JOIN attempt" \
        " ON attempt.id = feedback.owner WHERE attempt.number = ? AND attempt.owner = ? ORDER BY feedback.position"


def items(window, number=2, title=TOPIC):
    return window.query(ITEMS, number, window.subject(title))


def texts(window, kind, number=2, title=TOPIC):
    return [text for its_kind, text, *_ in items(window, number, title) if its_kind == kind]


def amendments(window):
    return window.query("SELECT text, wrong, right, item IS NOT NULL, low FROM amendment ORDER BY position")


def open_attempt(window, title=TOPIC, number=2):
    window.open_topic(title)
    window.go_to(f"#{number}")
    window.key("Return")
    window.sees(f"Attempt #{number}")


def edit(window, start):
    window.go_to_row(start, but="assessed")
    window.key("F2")
    window.until(lambda: window.focused()[0] == "text", "the words to be edited")
    window.key("ctrl+a")


def exported(window):
    return window.command("export", "--format", "md")


def test_every_kind_is_amended(folder):
    with Window(folder, plan=EXAMPLE) as window:
        before = items(window)
        document = exported(window)
        open_attempt(window)
        for kind, start, words in (("nailed", "Parity as XOR", "Parity, computed"), ("bonus", "Worked out", "Odds, too"),
                                   ("defended", "“RAID 0", "The R is wrong"), ("result", "Colleague-ready", "Ready."),
                                   ("insight", "\"Redundancy", "It buys time"), ("reasoning", "✅ Chose", "✅ Chose ten")):
            edit(window, start)
            window.type(words)
            window.key("Return")
            # A quote stays one, whether the mark is written again or not.
            stored = "> " + words if kind == "insight" else words
            window.until(lambda: stored in texts(window, kind), f"the new words of {kind}: {texts(window, kind)}")
            window.until(lambda: window.focused()[0] == "list item" and window.focused()[1].startswith(words),
                         "the keyboard on the row")
        window.sees("At first: Parity as XOR")
        assert len(items(window)) == len(before)
        assert [row[3:] for row in amendments(window)] == [(1, None)] * 6, amendments(window)
        assert exported(window) != document
        for _ in range(6):
            window.key("ctrl+z")
        window.until(lambda: items(window) == before and not amendments(window), "each step to be taken back")
        assert exported(window) == document
        window.close()


def test_both_sides_of_a_correction(folder):
    with Window(folder, plan=EXAMPLE) as window:
        open_attempt(window, "Journaling")
        window.key("alt+Left")
        open_attempt(window, "Journaling", 1)
        edit(window, "Wrong: ")
        window.type("It is a history")
        window.key("Tab", "ctrl+a")
        window.type("It finishes what was begun")
        window.key("Return")
        correction = lambda: [row for row in items(window, 1, "Journaling") if row[0] == "correction"][0]
        window.until(lambda: correction()[2:4] == ("It is a history", "It finishes what was begun"), "both sides")
        assert "It is a history" in correction()[1] and "❌" in correction()[1], correction()
        assert "It is a history" in exported(window)
        # Escape takes back what is being written.
        edit(window, "Wrong: It is a history")
        window.type("Nothing")
        window.key("Escape")
        window.until(lambda: window.focused()[0] == "list item", "the keyboard on the row")
        assert correction()[2] == "It is a history"
        window.close()


def test_added_withdrawn_and_ticked(folder):
    with Window(folder, plan=EXAMPLE) as window:
        open_attempt(window, "Copy-on-Write File Systems", 1)
        state = lambda: items(window, 1, "Copy-on-Write File Systems")
        actions = lambda: [(text, done) for kind, text, _, _, done in state() if kind == "action"]
        before = state()
        # Both are ticked as one.
        window.go_to_row("Draw a tree")
        window.key("shift+Down", "Return")
        window.until(lambda: [done for _, done in actions()] == [1, 1], "both to be done")
        window.key("ctrl+z")
        window.until(lambda: state() == before, "one undo for both")
        window.key("Delete")
        window.until(lambda: not actions(), "both to be gone")
        window.sees("2 pieces of feedback withdrawn")
        window.sees("Withdrawn: Draw a tree")
        window.click("push button", "Undo")
        window.until(lambda: state() == before, "one undo for both")
        # What is said now comes after the last of its kind.
        window.go_to("Kind of feedback")
        window.key("shift+Tab")
        window.type("Names the two roots")
        window.key("Return")
        window.until(lambda: [text for kind, text, *_ in state() if kind == "nailed"][-1] == "Names the two roots",
                     "the new one")
        window.sees("Added later")
        assert exported(window).count("- A snapshot is a second root\n- Names the two roots\n") == 1
        window.close()


run(test_every_kind_is_amended, test_both_sides_of_a_correction, test_added_withdrawn_and_ticked)
