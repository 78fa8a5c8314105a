#!/usr/bin/python3
"""screenshots.py FOLDER [WIDTH HEIGHT]: pictures of the window's pages on the example plan, for the README and the software centre.

Runs inside uidrive/with-display, as `./dev screenshots` does. A width and a height may follow the folder. Where libfaketime
is there (package faketime), it is the same day in all pictures, whenever they are taken.
"""

import glob
import os
import subprocess
import sys
import tempfile

from window import EXAMPLE, TOPIC, Window

NOW = "2026-11-30 10:00:00"
GOOD = """RAID spreads blocks over several drives. Striping only makes it faster, mirroring keeps two copies, and \
RAID 5 keeps the XOR of a stripe on one of its drives, so that any one of them can be lost.

When the power fails between the two writes, stripe and parity disagree: the write hole.

A rebuild reads every other drive from end to end, so it takes longer the larger they are. And a mirror repeats a \
deletion at once, so none of this is a backup."""
HALF = "Striping only makes it faster, mirroring keeps two copies. None of this is a backup, it repeats a deletion at once."
PATH = """A write goes through the system call and the virtual file system into the page cache, where the page is dirty \
until the writeback. The block layer, the I/O scheduler and the driver bring it to the drive, whose cache a flush empties. \
So write() returning says nothing about the disk; fsync() promises that it is there."""
JOURNAL = """One operation touches several blocks, and the power may fail between them. The journal is written first, then \
the commit record, and the checkpoint later. ext4 has three modes: journal, ordered, writeback. Replay at mount is safe \
twice."""
COPY = "A live block is never overwritten; a new root commits the whole tree at once. Snapshots are shared subtrees."
INODES = """An inode holds everything about a file except its name. A directory is a table of names and inode numbers, and \
hard links are two names of one inode."""
MOUNTS = "A mount hides what is below it. A bind mount shows one tree in two places."
# Topic, day, score, expected, words
PAST = (("The Path of a Write", "2026-04-20", 58, 70, PATH[:150]), (TOPIC, "2026-05-02", 52, 75, HALF),
        (TOPIC, "2026-05-23", 78, 70, GOOD[:340]), ("Journaling", "2026-06-01", 62, 75, JOURNAL[:150]),
        ("The Path of a Write", "2026-06-14", 74, 70, PATH), (TOPIC, "2026-06-27", 64, 80, HALF),
        ("Copy-on-Write File Systems", "2026-07-07", 71, 60, COPY), ("Inodes and Directories", "2026-07-19", 88, 85, INODES),
        ("Journaling", "2026-08-02", 81, 80, JOURNAL), (TOPIC, "2026-08-09", 88, 80, GOOD),
        ("Mounts and Namespaces", "2026-08-30", 66, 75, MOUNTS), ("The Path of a Write", "2026-09-12", 90, 80, PATH),
        ("Copy-on-Write File Systems", "2026-09-26", 59, 70, COPY[:40]), (TOPIC, "2026-10-11", 93, 90, GOOD),
        ("Journaling", "2026-10-25", 92, 90, JOURNAL), ("Inodes and Directories", "2026-11-08", 95, 90, INODES),
        ("Copy-on-Write File Systems", "2026-11-20", 79, 75, COPY))


def surroundings(**more):
    """The same day, in the same zone; timers go on as they do."""
    found = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
    if not found:
        print("The dates are today's: faketime is not installed.")
        return {"TZ": "UTC"} | more
    return {"TZ": "UTC", "LD_PRELOAD": found[0], "FAKETIME": f"@{NOW}", "FAKETIME_DONT_FAKE_MONOTONIC": "1"} | more


class Camera:
    def __init__(self, folder, size):
        self.folder = folder
        self.size = size

    def shoot(self, window, name):
        """As small as it can be without a loss, and without the time at which it was taken."""
        path = os.path.join(self.folder, name + ".png")
        subprocess.run(["xdotool", "mousemove", "0", "0"], check=True)  # nothing is pointed at
        window.ui.settle(.6)
        window.ui.screenshot_content(path, window.app)
        subprocess.run(["mogrify", "-strip", "-define", "png:compression-level=9", "-define", "png:compression-filter=5",
                        "-define", "png:exclude-chunk=date,time", path], check=True)
        print(f"{os.path.relpath(path)}: {'%d × %d' % self.size}, {os.path.getsize(path) // 1000 + 1} kB")

    def open_window(self, home, **environment):
        window = Window(home, plan=EXAMPLE, start=False, environment=surroundings(**environment))
        for title, day, score, expected, words in PAST:
            window.command("explain", title, "--score", str(score), "--expect", str(expected), "--date", day, text=words)
        window.start()
        window.resize(*self.size)
        return window


def show(window, name):
    window.find("list", "Topics").find("list item", name).click(mouse=True)
    window.goes_to(name)


def take_light(camera, home):
    with camera.open_window(home) as window:
        window.click("push button", "No, Thanks")
        window.sees("There will be no reminders")
        window.until(lambda: not window.shows("There will be no reminders"), "the toast to go")
        camera.shoot(window, "today")
        window.open_topic()
        camera.shoot(window, "topic")
        show(window, "Insights")
        window.find("scroll pane", where=lambda node: node["extents"][0] > 0).scroll(7)
        camera.shoot(window, "insights")
        window.click("push button", "Plan Map")
        window.goes_to("Plan Map")
        window.find("image", "Plan map: ")
        camera.shoot(window, "map")
        window.open_topic()
        window.key("ctrl+e")
        window.go_to("What score do you expect?", key="shift+Tab")
        window.type("90")
        window.go_to("Your explanation")
        window.find_editor().set_text(GOOD)
        camera.shoot(window, "explain")
        window.key("ctrl+Return")
        window.sees("Read Back")
        window.go_to("Striping, mirroring, parity")
        window.key("1", "1", "1", "2")
        camera.shoot(window, "review")
        window.close()


def take_dark(camera, home):
    with camera.open_window(home, ADW_DEBUG_COLOR_SCHEME="prefer-dark") as window:
        window.open_topic()
        camera.shoot(window, "topic-dark")
        window.close()


def main(folder, width=1120, height=700):
    os.makedirs(folder, exist_ok=True)
    camera = Camera(folder, (width, height))
    for take in (take_light, take_dark):
        with tempfile.TemporaryDirectory() as home:
            take(camera, home)


main(os.path.abspath(sys.argv[1]), *map(int, sys.argv[2:4]))
