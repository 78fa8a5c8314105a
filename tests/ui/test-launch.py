"""How the window comes up: which library, which instance, which language."""

import os
import subprocess

from window import EXAMPLE, KLEARN, PATIENCE, TOPIC, Window, in_german, in_locale, run


def launch(window, *arguments):
    """Another launch, which hands over to the window that is there."""
    done = subprocess.run([KLEARN, *arguments], env=window.environment, cwd=window.home, capture_output=True, text=True,
                          timeout=3 * PATIENCE)
    assert done.returncode == 0 and not done.stderr, (done.returncode, done.stderr)


def test_second_launch_imports_here(folder):
    with Window(folder) as window:
        window.sees("Look at an Example")
        launch(window, EXAMPLE, EXAMPLE)
        window.accept_import()
        # The second file waits until the first is done with.
        window.sees("The library has all of this already.")
        window.key("Escape")
        window.until(lambda: not window.shows("The library has all of this already."), "the preview to close")
        launch(window)
        window.until(window.is_active, "the window to be raised")
        assert window.query("SELECT count(*) FROM plan") == [(1,)]
        window.close()


def test_another_library_is_another_window(folder):
    other = os.path.join(folder, "elsewhere", "other.db")
    with Window(folder) as window:
        window.sees("Look at an Example")
        with open(os.path.join(folder, "other-errors"), "wb") as errors:
            process = subprocess.Popen([KLEARN, "--library", other, EXAMPLE], env=window.environment, cwd=folder,
                                       stdout=errors, stderr=errors)
        first = window.app
        try:
            window.app = window.ui.app(pid=process.pid, timeout=3 * PATIENCE)
            window.accept_import()
            window.until(lambda: os.path.exists(other), "the other library")
            assert window.query("SELECT count(*) FROM plan") == [(0,)], "the plan went into the person's own library"
            # From another folder, by another name of the same file.
            launch(window, "--library", os.path.join("elsewhere", "..", "elsewhere", "other.db"))
            assert process.poll() is None
        finally:
            window.app = first
            process.terminate()
            process.wait()
        window.sees("Look at an Example")


def test_each_library_keeps_its_page(folder):
    other = os.path.join(folder, "other.db")
    with Window(folder, plan=EXAMPLE, start=False) as window:
        window.command("import", EXAMPLE, "--library", other)
        window.start()
        window.open_topic()
        window.close()
        window.start("--library", other)
        window.goes_to("Today")
        window.open_topic("Journaling")
        window.close()
        window.start()
        window.goes_to(TOPIC)
        window.close()
        window.start("--library", other)
        window.goes_to("Journaling")
        window.close()


def test_german_in_the_build_tree(folder):
    with Window(folder, environment=in_german(folder)) as window:
        window.sees("Beispiel ansehen")
        window.close()


def test_arabic_is_read_from_the_right(folder):
    """KLearn's own words are not translated into it; the person's may be in it."""
    with Window(folder, plan=EXAMPLE, environment=in_locale(folder, "ar_EG")) as window:
        window.open_topic()
        assert window.find("push button", "Explain").extents()[0] < window.find("list", "Topics").extents()[0]
        window.close()


run(test_second_launch_imports_here, test_another_library_is_another_window,
    test_each_library_keeps_its_page, test_german_in_the_build_tree, test_arabic_is_read_from_the_right)
