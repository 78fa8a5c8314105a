"""What is there again after the window was closed, and after the program was killed."""

import time

from window import EXAMPLE, EXPLANATION, TOPIC, Window, run

LAST_WORDS = " And then"


def test_last_place_and_size_come_back(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.close()
        window.start()
        window.goes_to(TOPIC)
        window.find("list", "Topics").find("list item", TOPIC, states=("selected",))
        window.close()


def test_draft_survives_kill(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.key("ctrl+e")
        window.find_editor()
        window.type(EXPLANATION)
        time.sleep(1)  # what is older than a second is saved
        window.type(LAST_WORDS)
        window.kill()
        assert window.draft().startswith(EXPLANATION), window.draft()

        window.start()
        window.goes_to(TOPIC)
        editor = window.find_editor()
        window.until(lambda: editor.text.startswith(EXPLANATION), "the draft in the editor")
        assert (EXPLANATION + LAST_WORDS).startswith(editor.text), editor.text
        window.type(" More.")
        window.close()
        assert "More." in window.draft(), window.draft()


def test_draft_is_kept_by_leaving_and_closing(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.key("ctrl+e")
        window.find_editor()
        window.type("Half a sentence")
        window.key("alt+Left")
        window.find("image", "Score history: ")
        window.until(lambda: window.draft() == "Half a sentence", "the draft to be saved")
        window.key("ctrl+e")
        editor = window.find_editor()
        window.until(lambda: editor.text == "Half a sentence", "the draft in the editor")
        window.key("ctrl+End")
        window.type(", then closed")
        window.close()
        assert window.draft() == "Half a sentence, then closed", window.draft()


run(test_last_place_and_size_come_back, test_draft_survives_kill, test_draft_is_kept_by_leaving_and_closing)
