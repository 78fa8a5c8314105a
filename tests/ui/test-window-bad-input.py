"""What the window says when it is given nonsense: a sentence, and nothing is lost or half there."""

import os
import sqlite3

from window import EXAMPLE, EXPLANATION, TOPIC, Window, obey_permissions, run


def refuses(window, content, *words):
    path = os.path.join(window.home, words[0])
    with open(path, "wb") as file:
        file.write(content)
    window.start(path)
    sentence = window.find("label", words[0]).name
    for word in words:
        assert word in sentence, sentence
    assert window.query("SELECT count(*) FROM plan") == [(0,)]
    window.kill()


def test_files_that_are_no_plan(folder):
    with Window(folder, start=False) as window:
        refuses(window, b"", "plan.md", "empty")
        refuses(window, b"# A\n\0\0\0binary", "plan.md")
        refuses(window, b"\xff\xfe\x00 not UTF-8", "plan.md")


def test_json_that_is_no_plan(folder):
    with Window(folder, start=False) as window:
        refuses(window, b"[" * 100000, "plan.json", "deeper than 64")
        refuses(window, b'{"klearn": 1, "klearn": 1}', "plan.json", "Line 1", "comes twice")
        refuses(window, b'{"klearn": 1, "plan": {"title": NaN}}', "plan.json", "Line 1")
        refuses(window, b'{"klearn": 1, "plan": {"id": "../x", "title": "A"}}', "plan.json", "$.plan.id")


def test_paths_that_are_no_file(folder):
    with Window(folder, start=False) as window:
        os.mkdir(os.path.join(folder, "plans.md"))
        os.mkfifo(os.path.join(folder, "pipe.md"))
        os.symlink("loop.md", os.path.join(folder, "loop.md"))
        for name, words in (("plans.md", "is a folder"), ("none.md", "cannot be read"), ("loop.md", "cannot be read"),
                            ("pipe.md", "is not an ordinary file")):
            window.start(os.path.join(folder, name))
            assert words in window.find("label", name).name, window.find("label", name).name
            assert window.query("SELECT count(*) FROM plan") == [(0,)]
            window.kill()


def test_file_without_permission(folder):
    obey_permissions()
    with Window(folder, start=False) as window:
        path = os.path.join(folder, "secret.md")
        with open(path, "w") as file:
            file.write("# Secret\n")
        os.chmod(path, 0)
        window.start(path)
        assert "Permission denied" in window.find("label", "secret.md").name, window.find("label", "secret.md").name
        assert window.query("SELECT count(*) FROM plan") == [(0,)]
        window.kill()


def write_large(path, megabytes):
    topic = "## Topic\n\n" + "".join(f"- a point about something, number {number}\n" for number in range(1000))
    with open(path, "w") as file:
        file.write("# Large\n\n")
        for _ in range(megabytes * 1024 * 1024 // len(topic)):
            file.write(topic)


def test_large_file_is_cancelled(folder):
    with Window(folder, plan=EXAMPLE, start=False) as window:
        path = os.path.join(folder, "large.md")
        write_large(path, 50)
        before = window.query("SELECT count(*) FROM plan, subject"), window.query("SELECT * FROM state")
        window.start(path)
        window.find_dialog("Import").find("progress bar")
        window.key("Escape")
        window.until(lambda: not window.app.find_all("progress bar"), "the reading to be given up")
        window.open_topic()
        assert (window.query("SELECT count(*) FROM plan, subject"), window.query("SELECT * FROM state")) == before
        window.close()


def test_file_that_is_too_large(folder):
    with Window(folder, start=False) as window:
        path = os.path.join(folder, "huge.md")
        with open(path, "wb") as file:
            file.truncate(65 * 1024 * 1024)
        window.start(path)
        assert "too large for a plan" in window.find("label", "huge.md").name, window.find("label", "huge.md").name
        assert window.query("SELECT count(*) FROM plan") == [(0,)]
        window.kill()


def test_library_in_use_elsewhere(folder):
    with Window(folder, plan=EXAMPLE, start=False) as window:
        other = sqlite3.connect(window.library, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        window.start()
        window.sees("The Library Cannot Be Opened")
        other.close()
        window.click("push button", "Try Again")
        window.find("list", "Topics").find("list item", "RAID Levels")
        window.close()


def test_empty_explanation(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.key("ctrl+e")
        window.find_editor()
        window.type("  \n")
        window.key("ctrl+Return")
        window.sees("There is nothing to hand in yet")
        window.type(EXPLANATION)
        window.key("ctrl+Return")
        window.sees("Read Back")
        assert len(window.attempts()) == 2
        window.close()


def test_score_out_of_range(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        window.key("ctrl+e")
        window.find_editor()
        window.type(EXPLANATION)
        window.key("ctrl+Return")
        window.sees("Read Back")
        window.find("text", "Score", states=("editable",)).set_text("101")
        window.key("ctrl+Return")
        window.sees("The score is a number from 0 to 100")
        assert len(window.attempts()) == 2 and window.draft() == EXPLANATION
        window.close()


def test_library_that_is_no_database(folder):
    with Window(folder, start=False) as window:
        os.makedirs(os.path.dirname(window.library))
        with open(window.library, "w") as file:
            file.write("Shopping list: milk, bread and a good many other things\n" * 50)
        window.start()
        window.sees("The Library Cannot Be Opened")
        window.sees(window.library)
        os.rename(window.library, window.library + ".away")
        window.click("push button", "Try Again")
        window.sees("Look at an Example")
        with open(window.library + ".away") as file:
            assert file.read().startswith("Shopping list"), "the file was changed"


run(test_files_that_are_no_plan, test_json_that_is_no_plan, test_paths_that_are_no_file, test_file_without_permission,
    test_large_file_is_cancelled, test_file_that_is_too_large, test_library_in_use_elsewhere, test_empty_explanation,
    test_score_out_of_range, test_library_that_is_no_database)
