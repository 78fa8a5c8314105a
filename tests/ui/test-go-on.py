"""Going on with what was begun: an explanation that is being read back, and what attempts brought up to be done."""

from window import EXAMPLE, EXPLANATION, Window, run

OPEN = "SELECT 1 FROM feedback WHERE kind = 'action' AND NOT done"


def test_reading_back_goes_on_where_it_was_left(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.key("ctrl+e")
        window.find_editor()
        window.type(EXPLANATION)
        window.until(lambda: window.draft() == EXPLANATION, "the draft to be saved")
        window.key("ctrl+Return")
        window.sees("Read Back")
        window.find("list item", "Striping, mirroring, parity").focus()
        window.key("1")
        window.find("text", "Needs work").set_text("Write holes")

        window.key("ctrl+t")
        window.goes_to("Today")
        window.click("push button", "Go On")
        window.sees("4 of these are only suggested")
        assert window.find("text", "Needs work").text == "Write holes"

        window.open_topic()
        window.key("ctrl+e")
        window.sees("4 of these are only suggested")
        window.close()


def test_action_item_is_ticked_and_taken_back_on_today(folder):
    with Window(folder, plan=EXAMPLE) as window:
        before = len(window.query(OPEN))
        check = window.find("list", "Open Action Items").find("check box")
        window.go_to(check.name, role="check box")
        window.key("space")
        window.until(lambda: len(window.query(OPEN)) == before - 1, "the tick in the library")
        window.click("push button", "Undo")
        window.until(lambda: len(window.query(OPEN)) == before, "the tick to be taken back")
        window.close()


run(test_reading_back_goes_on_where_it_was_left, test_action_item_is_ticked_and_taken_back_on_today)
