"""The main job by keyboard alone: nothing here uses the mouse or an accessible action, only keys."""

from window import EXAMPLE, EXPLANATION, TOPIC, Window, run


def test_whole_loop(folder):
    with Window(folder) as window:
        window.go_to("Look at an Example")
        window.key("Return")
        window.find_dialog("Import").find("list item", "Key points")
        window.go_to("Import")
        window.key("Return")
        window.goes_to("Today")

        window.until(lambda: window.focused()[1].startswith("Today, "), "the list to have the keyboard")
        window.go_to(TOPIC, "Down")
        window.key("Return")
        window.goes_to(TOPIC)
        window.find("image", "Score history: 2 attempts")

        window.key("ctrl+e")
        window.find_editor()
        window.until(lambda: window.focused()[1] == "Your explanation", "the editor to have the keyboard")
        window.type(EXPLANATION)
        window.key("Tab")
        assert window.focused()[1] != "Your explanation", "Tab does not leave the text"
        window.go_to("What score do you expect?", "shift+Tab")
        window.type("70")
        window.key("ctrl+Return")
        window.sees("Read Back")

        window.go_to("Striping, mirroring, parity")
        window.key("1", "2", "3", "1", "1")
        window.until(lambda: window.focused()[1] == "Score", "the score to have the keyboard after the last point")
        window.go_to("Key insight")
        window.type("Redundancy is no backup")
        window.key("ctrl+Return")
        window.until(lambda: len(window.attempts()) == 3, "the attempt in the library")
        assert window.attempts()[-1] == (EXPLANATION, 70, 70, ["covered", "partly", "missed", "covered", "covered"]), \
            window.attempts()
        assert window.query("SELECT guess FROM attempt WHERE explanation = ?", EXPLANATION) == [(70,)]
        assert window.query("SELECT text FROM feedback WHERE kind = 'insight' AND text LIKE 'Redundancy is%'")

        window.find("image", "Score history: 3 attempts")
        window.go_to("Score history")
        window.key("Left", "Left", "Right", "Right")
        window.until(lambda: "attempt 3" in window.focused()[1], "the chart to say which mark it is")
        window.key("plus", "plus")
        window.find("push button", "Show All")
        window.key("0")
        window.until(lambda: not window.app.find_all("push button", "Show All"), "all of the chart to be seen again")
        window.key("Return")
        window.sees("Attempt #3")
        window.sees("Redundancy is no backup")
        window.key("alt+Left")
        window.find("image", "Score history: 3 attempts")
        window.key("F9")
        window.until(lambda: window.focused()[1].startswith(TOPIC), "F9 to come to the open topic")
        window.key("Tab")
        window.until(lambda: window.focused() == ("push button", "Back"), "Tab to leave the list at once")
        window.key("shift+Tab")
        window.until(lambda: window.focused()[1].startswith(TOPIC), "Tab to come back to the open topic")

        window.key("F10")
        window.choose("u")
        window.until(lambda: len(window.attempts()) == 2, "the attempt to be taken back")
        window.key("F9")
        window.key("ctrl+shift+z")
        window.until(lambda: len(window.attempts()) == 3, "the attempt to come back")
        window.close()


def test_keys_of_the_window(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.goes_to("Today")
        window.key("F10")
        window.choose("s")
        # The menu of orders slides in; until then there is no “D”.
        window.until(lambda: window.key("d") or "menu item" not in window.focused()[0],
                     "the menu to give the keyboard back")
        window.key("ctrl+f")
        window.type("journ")
        window.find("list", "Search Results").find("list item", "Journaling")
        window.key("Return")
        window.goes_to("Journaling")
        window.key("ctrl+e")
        window.find_editor()
        window.key("alt+Left")
        window.find("image", "Score history: ")
        window.key("ctrl+t")
        window.goes_to("Today")
        window.key("alt+Left")
        window.goes_to("Journaling")
        window.until(lambda: window.focused()[0], "the page to have the keyboard")
        window.key("alt+Left")
        window.goes_to("Today")
        window.key("ctrl+n")
        window.sees("Depth")
        window.type("Tapes")
        window.key("Return")
        window.goes_to("Tapes")
        window.go_to("", "F9", role="list item")  # what was found
        window.key("ctrl+z")
        window.until(lambda: "Tapes" not in window.title(), "the new topic to go")
        window.key("F1")
        window.sees("Move Between List and Page")
        window.key("Escape")
        window.key("ctrl+w")
        window.ended()


def test_folded(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic("Journaling")
        window.key("ctrl+t")
        window.goes_to("Today")
        window.ui.resize(window.ui.xwindow(window.app), 420, 700)
        window.until(lambda: window.find("frame", "Today").rect()[2] < 500, "the window to be narrow")
        window.key("F9")
        window.until(lambda: window.focused()[1].startswith("Today, "), "F9 to come to the list")
        window.go_to(TOPIC, "Down")
        window.key("Return")
        window.goes_to(TOPIC)
        window.key("alt+Left")
        window.goes_to("Today")
        window.key("F9")
        window.until(lambda: window.focused()[1].startswith("Today, "), "F9 to come to the list again")
        window.key("F9")
        window.until(lambda: window.focused()[0] and not window.focused()[1].startswith("Today, "),
                     "F9 to come to the page")
        window.close()


run(test_whole_loop, test_keys_of_the_window, test_folded)
