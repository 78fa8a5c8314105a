#!/usr/bin/env python3
"""A plan that is linked to its file: written back by command, and never over what somebody else wrote there."""

import os
import signal
import subprocess

import tap
from program import EXAMPLE, KLEARN, Home


def make(folder, follow=None):
    home = Home(folder, plan=None)
    path = os.path.join(folder, "plan.md")
    with open(EXAMPLE, "rb") as source, open(path, "wb") as copy:
        copy.write(source.read())
    home.ok("import", path)
    if follow:
        home.ok("link", "--follow", follow)
    return home, path


def read(path):
    with open(path, "rb") as file:
        return file.read().decode()


def explain(home, words, score="77"):
    return home.call("explain", "Journaling", "--score", score, text=words)


def test_link(folder):
    home, path = make(folder)
    home.fails("save", says="klearn link")
    assert home.json("link") == {"ok": True, "plan": "Linux Storage and File Systems", "file": path, "follow": "request"}
    assert home.json("link", "--follow", "changes")["follow"] == "changes"
    assert home.json("link")["follow"] == "changes"
    assert path in home.ok("link", path)
    home.fails("link", "--follow", "sometimes", status=2, says="request, changes, no")
    home.fails("link", os.path.join(folder, "plan.json"), says=".md")
    home.fails("link", os.path.join(folder, "nowhere", "plan.md"), says="nowhere")
    assert home.json("link", "--follow", "no")["follow"] == "no"
    home.fails("save")
    home.ok("undo")
    assert home.json("link")["follow"] == "changes"


def test_save(folder):
    home, path = make(folder, "request")
    before = read(path)
    assert home.json("save") == {"ok": True, "plan": "Linux Storage and File Systems", "file": path, "written": False}
    assert explain(home, "A journal makes many writes one.").returncode == 0
    assert read(path) == before, "written without a request"
    assert home.json("save")["written"] is True
    after = read(path)
    assert "A journal makes many writes one." in after and after != before
    assert "Nothing is new" in home.ok("save")
    assert home.json("import", path)["changed"] == 0
    home.ok("undo")
    home.ok("save")
    assert read(path) == before


def test_follows(folder):
    home, path = make(folder, "changes")
    before = read(path)
    done = explain(home, "Once the commit record is down, it happened.")
    assert done.returncode == 0 and done.stderr == b"", done
    after = read(path)
    assert "Once the commit record is down" in after
    home.ok("undo")
    assert read(path) == before
    home.ok("redo")
    assert read(path) == after


def test_changed_elsewhere(folder):
    home, path = make(folder, "changes")
    theirs = read(path).replace("# Linux Storage and File Systems\n", "# Linux Storage and File Systems\n\nTheir words.\n", 1)
    with open(path, "w") as file:
        file.write(theirs)
    done = explain(home, "It was recorded all the same.")
    assert done.returncode == 0, done
    error = done.stderr.decode()
    assert error.count("\n") == 1 and "plan.md" in error and "Import it first" in error, error
    assert read(path) == theirs
    assert any(attempt["explanation"] == "It was recorded all the same." for attempt in home.json("history", "Journaling"))
    home.fails("save", says="was changed by another program")
    done = home.call("import", path)
    assert done.returncode == 0 and done.stderr == b"", done
    now = read(path)
    assert "Their words." in now and "It was recorded all the same." in now
    assert home.json("save")["written"] is False
    # A plan that has nothing new to write does not complain of a file that is not its own words any more.
    with open(path, "a") as file:
        file.write("\nMore of theirs.\n")
    done = home.call("import", EXAMPLE, "--plan", "Another")
    assert done.stderr == b"", done


def test_gone(folder):
    home, path = make(folder, "changes")
    os.remove(path)
    done = explain(home, "Where is the file?")
    assert done.returncode == 0 and b"not there any more" in done.stderr, done
    assert not os.path.exists(path)
    home.ok("link", path)
    assert "Where is the file?" in read(path)


def test_new_and_other_files(folder):
    home, path = make(folder, "request")
    other = os.path.join(folder, "other.md")
    with open(other, "w") as file:
        file.write("# Something else\n")
    home.fails("link", other, says="holds something else")
    assert read(other) == "# Something else\n"
    home.ok("link", other, "--replace")
    assert read(other) == "# Something else\n", "linking alone wrote the file"
    home.ok("save")
    assert read(other) == read(path)
    new = os.path.join(folder, "new.md")
    home.ok("link", new, "--follow", "changes")
    assert read(new) == read(path)
    # The name is relative to where the command is called.
    home.ok("link", "relative.md")
    assert read(os.path.join(folder, "relative.md")) == read(path)


def test_two_plans(folder):
    home, path = make(folder, "request")
    home.ok("import", EXAMPLE, "--plan", "Another")
    home.fails("link", path, "--plan", "Another", says="Another plan is linked")


def test_many_at_once(folder):
    """Commands that write the same file at the same time: none takes another for a stranger, and the last word is in."""
    home, path = make(folder, "changes")
    running = [subprocess.Popen([KLEARN, "explain", "Journaling", "--score", "70"], env=home.environment(), cwd=folder,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
               for _ in range(6)]
    for number, process in enumerate(running):
        process.stdin.write(f"Words of number {number}.".encode())
        process.stdin.close()
    for process in running:
        error = process.stderr.read().decode()
        assert process.wait() == 0 and error == "", error
        process.stdout.close()
        process.stderr.close()
    text = read(path)
    for number in range(6):
        assert f"Words of number {number}." in text, number
    assert home.json("save")["written"] is False


def test_killed(folder):
    """Killed at any moment: the file is whole, and the next command goes on."""
    home, path = make(folder, "changes")
    heading = "# Linux Storage and File Systems"
    for delay in range(24):
        process = subprocess.Popen([KLEARN, "explain", "Journaling", "--score", "70"], env=home.environment(), cwd=folder,
                                   stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process.stdin.write(f"Killed {delay}.".encode())
        process.stdin.close()
        try:
            process.wait(timeout=0.02 + 0.012 * delay)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        text = read(path)
        assert text.startswith(heading), text[:100]
        assert text.rstrip("\n") != "", "half a file"
    home.ok("save")
    recorded = [attempt["explanation"] for attempt in home.json("history", "Journaling")]
    text = read(path)
    for words in recorded:
        if words and words.startswith("Killed"):
            assert words in text, words
    assert home.json("import", path)["changed"] == 0


if __name__ == "__main__":
    tap.run([test for name, test in list(globals().items()) if name.startswith("test_")])
