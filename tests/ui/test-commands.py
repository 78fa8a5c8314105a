"""The window and the command line on the same library, at the same time."""

from window import EXAMPLE, TOPIC, Window, run


def test_attempt_recorded_by_command_shows(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.find("image", "Score history: 2 attempts")
        window.command("explain", TOPIC, "--score", "41", text="Parity is the XOR of the blocks of a stripe.")
        window.find("image", "Score history: 3 attempts")
        window.find("image", "latest 41")
        window.find("list", "Topics").find("list item", "RAID Levels, Needs Review · 41")

        window.command("undo")
        window.find("image", "Score history: 2 attempts")
        window.find("list", "Topics").find("list item", "RAID Levels, Strong · 97")
        window.close()


def test_first_plan_imported_by_command_shows(folder):
    with Window(folder) as window:
        window.sees("Look at an Example")
        window.command("import", EXAMPLE)
        window.find("list", "Topics").find("list item", TOPIC)
        window.open_topic()
        window.close()


def test_change_made_in_window_is_undone_by_command(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.find("list item", "RAID is not a backup")
        window.key("ctrl+n")
        window.type("Tapes\n")
        window.goes_to("Tapes")
        assert "Tapes" in window.command("undo")
        window.until(lambda: "Tapes" not in window.title(), "the topic to go")
        assert window.query("SELECT count(*) FROM subject WHERE title = 'Tapes'") == [(0,)]
        window.close()


run(test_attempt_recorded_by_command_shows, test_first_plan_imported_by_command_shows,
    test_change_made_in_window_is_undone_by_command)
