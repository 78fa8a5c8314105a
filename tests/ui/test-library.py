"""The library's file is no friend of everybody: what the window says when something happens to it."""

import os
import shutil
import sqlite3

from window import EXAMPLE, TOPIC, Window, run


def test_removed_while_open(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        os.rename(window.library, window.library + ".away")
        window.sees("What it held is still shown")
        window.find("push button", "Save a Copy", states=("sensitive",))
        window.find("list", "Topics").find("list item", TOPIC)
        os.rename(window.library + ".away", window.library)
        window.kill()


def test_replaced_while_open(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        copy = window.library + ".copy"
        shutil.copyfile(window.library, copy)
        window.command("import", EXAMPLE, "--plan", "Another Plan", "--library", copy)
        os.replace(copy, window.library)
        window.sees("This is what it holds now")
        window.find("list", "Topics").find("list item", TOPIC)
        window.close()


def test_directory_then_try_again(folder):
    with Window(folder, start=False) as window:
        os.makedirs(window.library)
        window.start()
        window.sees("is not a file, so it cannot be a KLearn library")
        window.click("push button", "Try Again")
        window.sees("The Library Cannot Be Opened")
        os.rmdir(window.library)
        window.click("push button", "Try Again")
        window.sees("Look at an Example")
        window.close()


def test_newer_library(folder):
    with Window(folder, plan=EXAMPLE, start=False) as window:
        connection = sqlite3.connect(window.library)
        connection.execute("PRAGMA user_version = 999")
        connection.close()
        with open(window.library, "rb") as file:
            before = file.read()
        window.start()
        window.sees("newer")
        window.kill()
        with open(window.library, "rb") as file:
            assert file.read() == before, "the file was changed"


run(test_removed_while_open, test_replaced_while_open, test_directory_then_try_again, test_newer_library)
