"""What is due, on the page of today, in the list and on the topic's page, and a day that is set by hand."""

from window import EXAMPLE, TOPIC, Window, run
from learning import day  # beside the tests by command; window.py tells where


def due_rows(window):
    due = window.app.find_all("list", "Due")
    return [row.name for row in due[0].find_all("list item")] if due else []


def change_topic(window, letter):
    window.go_to("Change the topic")
    window.key("Return")
    window.choose(letter)


def test_today_follows_what_is_recorded(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.until(lambda: len(due_rows(window)) == 5, "as many as a day has room for")
        window.sees("Today, 5")
        window.sees("2 more are due")
        window.sees("Deep-dived and never explained")
        first = due_rows(window)[0]
        assert first == "Mounts and Namespaces", due_rows(window)
        window.command("explain", first, "--score", "100", text="words")
        window.until(lambda: first not in due_rows(window), "the topic to be done")
        window.sees("1 more is due")
        window.command("undo")
        window.until(lambda: first not in due_rows(window) and window.shows("Go On"), "the draft to be listed")
        window.command("explain", "Journaling", "--score", "60", "--date",
                       day(1), text="words")
        window.find("list", "Restudy").find("list item", "Journaling")
        window.close()


def test_a_day_is_set_by_hand(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.find("list", "Topics").find("list item", f"{TOPIC}, Strong · 97\u00a0%, Due")
        window.open_topic()
        window.sees("expected now")
        window.sees("recall fell to 90")
        change_topic(window, "u")
        window.sees("holds until the next attempt")
        window.click("push button", "Set Date")
        window.sees("due today")
        window.sees("You chose")
        assert window.query("SELECT due, due_attempts FROM subject WHERE title = ?", TOPIC) == [
            (day(), 2)]
        change_topic(window, "u")
        window.click("push button", "As Scheduled")
        window.sees("recall fell to 90")
        window.key("ctrl+z")
        window.sees("You chose")
        window.command("explain", TOPIC, "--score", "100", text="words")
        window.sees("recall falls to 90")
        window.find("list", "Topics").find("list item", f"{TOPIC}, Strong · 100\u00a0%")
        window.close()


def topics(window):
    """The list's rows below the pages of the plan, from above."""
    return [name for name in window.rows("Topics") if "," in name and not name.startswith(("Today", "Exercises"))]


def test_the_list_by_due(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.find("list", "Topics").find("list item", f"{TOPIC}, Strong · 97\u00a0%, Due")
        window.command("explain", "Journaling", "--score", "100", text="words")
        window.until(lambda: "Journaling, Strong · 100\u00a0%" in topics(window), "Journaling to be done")
        window.key("F10")
        window.choose("s")
        window.choose("d")
        window.until(lambda: topics(window).index("Journaling, Strong · 100\u00a0%") == 7, f"it to be last: {topics(window)}")
        window.find("list", "Topics").find("list item", "Today").focus()
        window.key("F10")
        window.choose("h")
        window.choose("e")
        window.until(lambda: not any("Journaling" in topic for topic in topics(window)), "what is due")
        assert any(TOPIC in topic for topic in topics(window)), topics(window)
        window.find("list", "Topics").find("list item", "Today").focus()
        window.close()


def wishes(window):
    return window.query("SELECT daily, retention, fuzzes, event_title, event_date IS NOT NULL FROM plan")[0]


def set_number(window, name, number):
    window.go_to(name, role="spin button")
    window.key("ctrl+a")
    window.type(str(number))
    window.key("Return")


def test_wishes_of_the_plan(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.until(lambda: len(due_rows(window)) == 5, "the usual number")
        window.key("alt+Return")
        dialog = window.find_dialog("Plan Preferences")
        assert dialog.find("spin button", "Retention").value == 90
        set_number(window, "Daily Number", 2)
        window.until(lambda: wishes(window)[0] == 2, "the number")
        set_number(window, "Retention", 500)
        window.until(lambda: wishes(window)[1] == 0.97, "the highest that is possible")
        dialog.find("text", "Exam, talk or other event")
        window.go_to("Vary Intervals")
        window.key("Tab")
        window.type("Exam")
        window.key("Return")
        window.until(lambda: wishes(window)[3] == "Exam", "the title")
        window.go_to("Choose the Day")
        window.key("Return", "ctrl+Right", *8 * ["Right"], "space")
        window.until(lambda: wishes(window)[4] == 1, "the day")
        window.leave("Plan Preferences")
        window.sees("Exam on")
        window.sees("Without another attempt")
        window.key("ctrl+z")
        window.until(lambda: wishes(window)[4] == 0, "undo of the day")
        window.until(lambda: len(due_rows(window)) == 2, "less for a day")
        window.sees("more are due and spread over the days until")
        window.key("ctrl+z")
        window.until(lambda: wishes(window)[3] is None, "undo of the title")
        window.key("ctrl+z")
        window.key("ctrl+z")
        window.until(lambda: wishes(window) == (None, None, 0, None, 0), "undo of the numbers")
        window.until(lambda: len(due_rows(window)) == 5, "the usual number again")
        window.close()


run(test_today_follows_what_is_recorded, test_a_day_is_set_by_hand, test_the_list_by_due, test_wishes_of_the_plan)
