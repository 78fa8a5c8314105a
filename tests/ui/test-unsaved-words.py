"""No word is lost where the library cannot be written: the page says so, the window stays, and a later try works."""

import sqlite3

from window import EXAMPLE, EXPLANATION, Window, run


def execute(window, statement):
    connection = sqlite3.connect(window.library, timeout=20)
    connection.execute(statement)
    connection.commit()
    connection.close()


def explain(window):
    window.open_topic()
    window.key("ctrl+e")
    return window.find_editor()


def test_failing_save_keeps_the_words_and_the_window(folder):
    with Window(folder, plan=EXAMPLE) as window:
        editor = explain(window)
        execute(window, "CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT RAISE (ABORT, 'full'); END")
        window.type(EXPLANATION)
        window.sees("Not saved yet: ")
        assert editor.text == EXPLANATION and window.draft() is None

        window.key("alt+Left")
        window.key("ctrl+q")
        window.sees("The words are still in the window.")
        window.click("push button", "Cancel")
        assert editor.text == EXPLANATION and window.process.poll() is None

        execute(window, "DROP TRIGGER full")
        window.find("push button", "_Try Again Try Again").click()
        window.until(lambda: window.draft() == EXPLANATION, "the words to be saved")
        window.until(lambda: not window.shows("Not saved yet: "), "the sentence to go")
        window.close()
        assert window.draft() == EXPLANATION


def test_closing_waits_for_a_library_in_use(folder):
    with Window(folder, plan=EXAMPLE) as window:
        explain(window)
        other = sqlite3.connect(window.library, timeout=20)
        other.execute("BEGIN IMMEDIATE")
        window.type(EXPLANATION)
        window.key("ctrl+q")
        other.rollback()
        other.close()
        window.ended()
        assert window.draft() == EXPLANATION


def test_cursor_and_every_field_come_back_after_kill(folder):
    with Window(folder, plan=EXAMPLE) as window:
        editor = explain(window)
        window.type("One three")
        window.until(lambda: window.draft() == "One three", "the draft to be saved")
        window.key("ctrl+Home", "ctrl+Right")
        cursor = "SELECT cursor FROM draft"
        window.until(lambda: window.query(cursor) == [(3,)], "the cursor to be saved")
        window.kill()
        window.start()
        editor = window.find_editor()
        window.until(lambda: editor.text == "One three", "the draft in the editor")
        window.type(" two")
        window.until(lambda: window.draft() == "One two three", "the words where the cursor was")

        window.key("ctrl+Return")
        window.sees("Read Back")
        window.find("list item", "Striping, mirroring, parity").focus()
        window.key("2")
        window.find("text", "Score", states=("editable",)).set_text("75-85")
        window.find("text", "Defended").set_text("Why not RAID 0")
        window.until(lambda: window.query("SELECT score, score_high, defended FROM draft")
                     == [(75, 85, "Why not RAID 0")], "all of it to be saved")
        window.kill()
        window.start()
        window.sees("4 of these are only suggested")
        assert window.find("text", "Score", states=("editable",)).text == "75–85"
        assert window.find("text", "Defended").text == "Why not RAID 0"
        window.key("ctrl+Return")
        window.until(lambda: len(window.attempts()) == 3, "the attempt in the library")
        low, high, verdicts = window.attempts()[-1][1:]
        # What was suggested for the others stands.
        assert (low, high) == (75, 85) and verdicts[0] == "partly" and len(verdicts) == 5, window.attempts()[-1]
        window.close()


def test_what_hides_while_explaining(folder):
    row = "SELECT assisted FROM draft"
    with Window(folder, plan=EXAMPLE) as window:
        window.key("ctrl+f")
        window.type("RAID Levels")
        window.find("list", "Search Results").find("list item", "RAID Levels").focus()
        window.key("Return")
        window.goes_to("RAID Levels")
        window.key("ctrl+e")
        window.find_editor()
        results = window.find("list", "Search Results")  # GTK 4.8 tells of it also where it is not shown
        window.until(lambda: not results.find_all("list item"), "what was found to be gone")
        topics = window.find("list", "Topics")
        window.until(lambda: not topics.find_all("list item", "RAID Levels, Strong"), "the earlier score to be hidden")
        window.type("Words")
        window.until(lambda: window.query(row) == [(0,)], "the draft to be saved, not assisted")
        window.key("ctrl+f")
        window.type("striping")
        window.find("list", "Search Results").find("list item", "Striping")
        window.until(lambda: window.query(row) == [(1,)], "a found point to count as help")
        window.close()


run(test_failing_save_keeps_the_words_and_the_window, test_closing_waits_for_a_library_in_use,
    test_cursor_and_every_field_come_back_after_kill, test_what_hides_while_explaining)
