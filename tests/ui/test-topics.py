"""The list of topics by keyboard: moved, deleted and found."""

from window import EXAMPLE, TOPIC, Window, run


def order(window):
    """The plan's topics as the library has them: (title, title of what it stands under)."""
    return window.query("SELECT subject.title, above.title FROM subject LEFT JOIN subject AS above"
                        " ON above.id = subject.parent WHERE subject.kind != 'exercise' ORDER BY subject.position")


def focus_topic(window, title=TOPIC):
    window.open_topic(title)
    window.key("F9")
    window.until(lambda: window.focused()[1].startswith(title), "the row to have the keyboard")


def test_topic_is_moved_by_keys_and_back(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.sees(TOPIC)
        before = order(window)
        focus_topic(window)
        window.key("alt+Up")
        window.until(lambda: order(window) != before, "the topic to move up")
        up = order(window)
        assert sorted(up) == sorted(before) and up.index((TOPIC, None)) < before.index((TOPIC, None)), up
        # The row keeps the keyboard, so that it can go on.
        window.until(lambda: window.focused()[1].startswith(TOPIC), "the row to keep the keyboard")
        window.key("alt+Down")
        window.until(lambda: order(window) == before, "the topic to move down again")
        window.until(lambda: window.focused()[1].startswith(TOPIC), "the row to keep the keyboard")
        window.key("ctrl+shift+Right")
        window.until(lambda: (TOPIC, None) not in order(window), "the topic to move under the one above")
        window.until(lambda: window.focused()[1].startswith(TOPIC), "the row to keep the keyboard")
        window.key("ctrl+z")
        window.until(lambda: order(window) == before, "one undo to take it back")
        window.close()


def test_menu_of_a_topic(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.sees(TOPIC)
        before = order(window)
        focus_topic(window)
        window.key("shift+F10")
        window.choose("u")
        window.until(lambda: order(window) != before, "the topic to move up")
        window.until(lambda: window.focused()[1].startswith(TOPIC), "the row to have the keyboard")
        window.key("Menu")
        window.choose("l")
        window.sees("Topic deleted")
        assert (TOPIC, None) not in order(window)
        window.click("push button", "Undo")
        window.until(lambda: (TOPIC, None) in order(window), "the topic to come back")
        assert len(window.attempts()) == 2
        window.close()


def test_shown_topic_is_deleted_and_comes_back(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        before = window.attempts()
        records = [window.query(f"SELECT * FROM {table} WHERE owner = ? ORDER BY id", window.subject())
                   for table in ("point", "gap", "link", "attempt")]
        window.find("push button", "Change the topic").click()
        window.find("menu item", "Delete", states=("sensitive",)).click()
        window.sees("Deleted “" + TOPIC)
        window.until(lambda: TOPIC not in window.title(), "the page to be left")
        assert (TOPIC, None) not in order(window)
        window.key("ctrl+z")
        window.until(lambda: (TOPIC, None) in order(window), "the topic to come back")
        assert window.attempts() == before and len(before) == 2, window.attempts()
        assert records == [window.query(f"SELECT * FROM {table} WHERE owner = ? ORDER BY id", window.subject())
                           for table in ("point", "gap", "link", "attempt")]
        window.open_topic()
        window.find("image", "Score history: 2 attempts")
        window.close()


def test_typed_letters_search(folder):
    with Window(folder, plan=EXAMPLE) as window:
        focus_topic(window)
        window.type("parity")
        results = window.find("list", "Search Results")
        results.find("list item", TOPIC)
        window.key("Return")
        window.goes_to(TOPIC)
        window.key("ctrl+f", "ctrl+a")
        window.type("zzzz")
        window.sees("Nothing Found")
        window.key("Escape")
        window.find("list", "Topics").find("list item", TOPIC)
        window.until(lambda: "showing" not in window.find("label", "Nothing Found").states, "the search to end")
        window.close()


run(test_topic_is_moved_by_keys_and_back, test_menu_of_a_topic,
    test_shown_topic_is_deleted_and_comes_back, test_typed_letters_search)
