"""A deep dive: the time, what was ticked and the notes outlive everything, and the end sets the depth, once."""

import sqlite3
import time

from window import EXAMPLE, TOPIC, Window, run

NOTE = "RAID 6 has two parities."


def clock(window, title=TOPIC):
    """Its kind, seconds, notes, ticked ids and whether it runs, or None."""
    rows = window.query("SELECT kind, seconds, notes, ticked, running_since IS NOT NULL FROM study_clock"
                        " WHERE owner = ?", window.subject(title))
    assert len(rows) < 2, rows
    return rows[0] if rows else None


def sessions(window):
    """Kind and notes of each."""
    return window.query("SELECT kind, notes FROM study_session WHERE owner = ?", window.subject())


def depth(window):
    return window.query("SELECT depth FROM subject WHERE id = ?", window.subject())[0][0]


def is_open(window, gap):
    return bool(window.query("SELECT 1 FROM gap WHERE id = ? AND open", gap))


def begin(window):
    window.open_topic()
    window.click("push button", "Deep Dive")
    window.find("push button", "Pause")
    window.until(lambda: clock(window), "the clock to be saved")


def seconds_shown(window):
    shown = window.find("progress bar", "How much of the time").parent.find("label", ":").name
    minutes, seconds = shown.split(":")
    return int(minutes) * 60 + int(seconds)


def test_goes_on_behind_and_after_a_kill(folder):
    with Window(folder, plan=EXAMPLE) as window:
        begin(window)
        point, text = window.query("SELECT id, text FROM point WHERE owner = ? ORDER BY position", window.subject())[0]
        window.click("check box", text)
        window.go_to("Notes of This Session")
        window.type(NOTE)
        window.until(lambda: clock(window)[2] == NOTE, "the notes to be saved")
        assert clock(window)[3].split() == [point], clock(window)

        # Behind another page it is said below.
        window.key("alt+Left")
        window.sees(f"Deep dive: {TOPIC} · 0:")

        window.kill()
        time.sleep(2)
        window.start()
        window.sees(f"Deep dive: {TOPIC} · 0:")
        window.click("push button", "Open")
        window.find("push button", "Pause")
        window.until(lambda: window.find("text", "Notes of This Session").text == NOTE, "the notes again")
        window.find("check box", text, states=("checked",))
        assert seconds_shown(window) >= 2, "the time while the window was killed does not count"

        # Paused it stands, also over a restart.
        window.click("push button", "Pause")
        window.find("push button", "Go On")
        window.until(lambda: not clock(window)[4], "the pause to be saved")
        window.close()
        before = clock(window)[1]
        time.sleep(2)
        window.start()
        window.find("push button", "Go On")
        window.until(lambda: seconds_shown(window) == before, "the time to stand")


def test_end_logs_it_once(folder):
    with Window(folder, plan=EXAMPLE) as window:
        begin(window)
        gap, text = window.query("SELECT id, text FROM gap WHERE owner = ? AND open", window.subject())[0]
        before = depth(window)
        window.click("check box", text)
        window.go_to("Notes of This Session")
        window.type(NOTE)
        window.go_to("Depth when done")
        window.key("Return")
        window.key("Down", "Return")
        window.key("ctrl+Return")
        window.find("image", "Score history: ")
        window.sees("Deep dive of 0:")
        assert sessions(window) == [("deep-dive", NOTE)], sessions(window)
        assert depth(window) == "surface" and not is_open(window, gap) and clock(window) is None, depth(window)
        window.sees(NOTE)

        window.key("ctrl+z")
        window.until(lambda: not sessions(window), "the session to be taken back")
        assert depth(window) == before and is_open(window, gap)
        window.close()


def begin_restudy(window, title):
    window.open_topic(title)
    window.click("push button", "Change the topic")
    window.choose("t")
    window.find("push button", "Pause")


def test_restudy_is_about_what_was_missed(folder):
    title = "Copy-on-Write File Systems"
    with Window(folder, plan=EXAMPLE) as window:
        # The last attempt at it missed nothing: nothing is said to have been.
        begin_restudy(window, TOPIC)
        window.sees("Key Points")
        assert not window.shows("Missed Last Time")
        window.until(lambda: clock(window), "the clock to be saved")
        assert clock(window)[0] == "restudy", clock(window)
        window.key("ctrl+Return")
        window.find("image", "Score history: ")
        assert [kind for kind, _ in sessions(window)] == ["restudy"], sessions(window)

        begin_restudy(window, title)
        window.sees("Missed Last Time")
        missed = window.query("SELECT feedback.text FROM feedback JOIN attempt ON feedback.owner = attempt.id"
                              " WHERE attempt.owner = ? AND kind = 'needs-work'", window.subject(title))
        assert missed
        for text, in missed:
            window.find("check box", text)
        window.close()


def test_coming_back_begins_nothing(folder):
    with Window(folder, plan=EXAMPLE) as window:
        begin(window)
        window.kill()
        connection = sqlite3.connect(window.library)
        connection.execute("DELETE FROM study_clock")
        connection.commit()
        connection.close()
        window.start()
        window.find("image", "Score history: ")
        assert clock(window) is None, clock(window)

        # Nor does the way back, once a session is over.
        for title in "Journaling", TOPIC, "Journaling":
            window.open_topic(title)
            if title != TOPIC:
                window.click("push button", "Deep Dive")
                window.find("push button", "Pause")
        window.key("ctrl+Return")
        window.find("image", "Score history: ")
        window.until(lambda: clock(window, "Journaling") is None, "the session to be logged")
        window.key("alt+Left")
        window.goes_to(TOPIC)
        window.key("alt+Left")
        window.goes_to("Journaling")
        window.find("image", "Score history: ")
        assert clock(window, "Journaling") is None
        window.close()


def test_topic_that_goes_takes_it_along(folder):
    with Window(folder, plan=EXAMPLE) as window:
        begin(window)
        window.go_to("Notes of This Session")
        window.type(NOTE)
        window.key("alt+Left")
        subject = window.subject()

        def kept():
            return window.query("SELECT notes, running_since IS NULL FROM study_clock WHERE owner = ?", subject)

        window.sees(f"Deep dive: {TOPIC} · 0:")
        window.click("push button", "Change the topic")
        window.choose("d")
        window.until(lambda: kept() == [(NOTE, 1)], f"the time to stand: {kept()}")
        window.until(lambda: not window.shows(f"Deep dive: {TOPIC} ·"), "nothing to be studied")
        window.key("ctrl+z")
        window.open_topic()
        window.click("push button", "Deep Dive")
        window.find("push button", "Go On")
        window.until(lambda: window.find("text", "Notes of This Session").text == NOTE, "the notes again")
        window.close()


def test_plan_that_goes_takes_it_along(folder):
    with Window(folder, plan=EXAMPLE) as window:
        begin(window)
        subject = window.subject()
        window.key("alt+Left")
        window.sees(f"Deep dive: {TOPIC} · 0:")
        window.find("push button", "Plan: ").find("push button").click()
        window.choose("d")
        window.sees("Look at an Example")

        def stands():
            return window.query("SELECT running_since IS NULL FROM study_clock WHERE owner = ?", subject) == [(1,)]

        window.until(stands, "the time to stand")
        window.click("push button", "Undo")
        window.find("list", "Topics").find("list item", TOPIC)
        assert stands()
        window.close()


def test_giving_up_asks(folder):
    with Window(folder, plan=EXAMPLE) as window:
        begin(window)
        window.click("push button", "Give the Session Up…")
        window.sees("The time and the notes of this session are thrown away.")
        window.key("Escape")
        window.find("push button", "Pause", states=("sensitive",))
        assert clock(window) is not None
        window.click("push button", "Give the Session Up…")
        window.sees("The time and the notes of this session are thrown away.")
        window.key("Tab")
        window.go_to("Give Up")
        window.key("Return")
        window.find("image", "Score history: ")
        window.until(lambda: clock(window) is None, "the session to be given up")
        assert not sessions(window)
        window.close()


run(test_goes_on_behind_and_after_a_kill, test_end_logs_it_once, test_restudy_is_about_what_was_missed,
    test_coming_back_begins_nothing, test_topic_that_goes_takes_it_along, test_plan_that_goes_takes_it_along,
    test_giving_up_asks)
