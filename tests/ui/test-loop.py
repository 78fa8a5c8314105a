"""The main job: a plan comes in, a topic is explained, read back and recorded, and the attempt is taken back again."""

from window import EXAMPLE, EXPLANATION, TOPIC, Window, run

VERDICTS = ["covered", "partly", "missed"]


def hand_in(window):
    window.click("push button", "Explain")
    window.goes_to(TOPIC)
    window.find_editor()
    window.type(EXPLANATION)
    window.until(lambda: window.draft() == EXPLANATION, "the draft to be saved")
    window.click("push button", "Hand In")
    window.sees("Read Back")


def give_verdicts(window):
    points = window.query("SELECT count(*) FROM point WHERE owner = ?", window.subject())[0][0]
    window.find("list item", "Striping, mirroring, parity").focus()
    for number in range(points):
        window.key(str(number % 3 + 1))
    window.sees(f"Mean over {points} of {points} points: 60")
    return [VERDICTS[number % 3] for number in range(points)]


def record(window):
    before = len(window.attempts())
    window.click("push button", "Record Attempt")
    window.until(lambda: len(window.attempts()) == before + 1, "the attempt in the library")


def test_example_is_explained_recorded_undone_and_redone(folder):
    with Window(folder) as window:
        window.look_at_example()
        window.open_topic()
        window.find("image", "Score history: 2 attempts")
        hand_in(window)
        verdicts = give_verdicts(window)
        assert window.find("text", "Score").text == "60", "the mean is not offered as the score"
        window.find("text", "Nailed").set_text("Parity as XOR")
        record(window)

        recorded = (EXPLANATION, 60, 60, verdicts)
        assert window.attempts()[-1] == recorded, window.attempts()
        assert window.query("SELECT kind, text FROM feedback JOIN attempt ON attempt.id = feedback.owner"
                            " WHERE explanation = ?", EXPLANATION) == [("nailed", "Parity as XOR")]
        assert window.draft() is None, "the draft is still there"
        window.sees("Attempt recorded: Fair, 60")
        window.find("image", "Score history: 3 attempts")
        window.click("push button", "Undo")
        window.until(lambda: len(window.attempts()) == 2, "the attempt to be taken back")
        window.find("image", "Score history: 2 attempts")
        window.until(lambda: window.draft() == EXPLANATION, "the draft to come back")
        window.find("list", "Topics").find("list item", "RAID Levels, Strong · 97").focus()
        window.key("ctrl+shift+z")
        window.until(lambda: len(window.attempts()) == 3, "the attempt to come back")
        window.find("image", "Score history: 3 attempts")
        window.find("image", "latest 60")
        window.find("list", "Attempts")
        window.find("list item", "Striping, mirroring, parity, Covered")
        window.find("list", "Topics").find("list item", "RAID Levels, Fair · 60")
        assert window.attempts()[-1] == recorded, window.attempts()
        assert window.draft() is None, "the draft is still there"
        window.close()
        window.command("check")  # fails where the library is damaged


def test_opened_file_is_previewed_then_imported(folder):
    with Window(folder, EXAMPLE) as window:
        dialog = window.find_dialog("Import")
        dialog.find("list item", "Key points")
        assert window.query("SELECT count(*) FROM plan") == [(0,)], "the file was imported without being asked for"
        window.accept_import()
        assert window.query("SELECT title FROM plan") == [("Linux Storage and File Systems",)]
        window.close()


run(test_example_is_explained_recorded_undone_and_redone, test_opened_file_is_previewed_then_imported)
