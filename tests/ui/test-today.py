"""What is due, on the page of today, in the list and on the topic's page, and a day that is set by hand."""

import datetime

from window import EXAMPLE, TOPIC, Window, run


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
                       (datetime.date.today() - datetime.timedelta(days=1)).isoformat(), text="words")
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
            (datetime.date.today().isoformat(), 2)]
        change_topic(window, "u")
        window.click("push button", "As Scheduled")
        window.sees("recall fell to 90")
        window.key("ctrl+z")
        window.sees("You chose")
        window.command("explain", TOPIC, "--score", "100", text="words")
        window.sees("recall falls to 90")
        window.find("list", "Topics").find("list item", f"{TOPIC}, Strong · 100\u00a0%")
        window.close()


run(test_today_follows_what_is_recorded, test_a_day_is_set_by_hand)
