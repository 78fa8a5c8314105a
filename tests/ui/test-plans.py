"""Plans: their preferences, and deleting one with its way back."""

from window import EXAMPLE, TOPIC, Window, run


def bands(window):
    return window.query("SELECT name, low, high FROM band ORDER BY low DESC")


def test_bands_leave_no_gap(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.sees(TOPIC)
        before = bands(window)
        window.key("ctrl+comma")
        dialog = window.find_dialog("Plan Preferences")
        window.find("list", "Bands")
        dialog.find("text", "Add a Band")
        window.go_to("Needs Review")
        window.key("Tab")
        window.type("Middling")
        window.key("Return")
        window.until(lambda: len(bands(window)) == len(before) + 1, "the new band")
        now = bands(window)
        for above, below in zip(now, now[1:]):
            assert above[1] == below[2] + 1, now
        assert now[0][2] == 100 and now[-1][1] == 0, now
        window.key("Escape")
        window.until(lambda: window.is_active(), "the window to be active")
        window.find("list", "Topics")
        window.key("ctrl+z")
        window.until(lambda: bands(window) == before, "one undo to take the band back")
        window.close()


def test_deleted_plan_comes_back(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.find("push button", "Plan: ").find("push button").click()
        window.choose("d")
        window.sees("Look at an Example")
        assert window.query("SELECT count(*) FROM plan") == [(0,)]
        window.click("push button", "Undo")
        window.find("list", "Topics").find("list item", TOPIC)
        window.open_topic()
        assert len(window.attempts()) == 2
        window.close()


run(test_bands_leave_no_gap, test_deleted_plan_comes_back)
