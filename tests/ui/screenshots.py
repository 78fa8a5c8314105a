#!/usr/bin/python3
"""screenshots.py FOLDER [WIDTH HEIGHT]: pictures of the window's pages on the example plan, for the README and the software centre.

Runs inside uidrive/with-display, as `./dev screenshots` does. A width and a height may follow the folder.
"""

import os
import sys
import tempfile

from window import EXAMPLE, TOPIC, Window

EXPLANATION = """RAID spreads blocks over several drives. Striping only makes it faster, mirroring keeps two copies, and \
RAID 5 keeps the XOR of a stripe on one of its drives, so that any one of them can be lost.

When the power fails between the two writes, stripe and parity disagree: the write hole.

A rebuild reads every other drive from end to end, so it takes longer the larger they are. And a mirror repeats a \
deletion at once, so none of this is a backup."""
PAST = (("The Path of a Write", "2026-03-20", 58), ("The Path of a Write", "2026-05-02", 74),
        (TOPIC, "2026-05-02", 82), (TOPIC, "2026-06-20", 64), (TOPIC, "2026-08-09", 88), (TOPIC, "2026-10-11", 93),
        ("Journaling", "2026-06-01", 78), ("Copy-on-Write File Systems", "2026-07-07", 81))


def main(folder, width, height):
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, Window(home, plan=EXAMPLE) as window:
        def shoot(name):
            window.ui.settle(.6)
            window.ui.screenshot_content(os.path.join(folder, name + ".png"), window.app)

        for title, day, score in PAST:
            window.command("explain", title, "--score", str(score), "--date", day, text=EXPLANATION)
        window.resize(width, height)
        shoot("today")
        window.open_topic()
        shoot("topic")
        window.key("ctrl+e")
        window.find_editor().set_text(EXPLANATION)
        shoot("explain")
        window.key("ctrl+Return")
        window.sees("Read Back")
        window.go_to("Striping, mirroring, parity")
        window.key("1", "1", "1", "2")
        shoot("review")


main(os.path.abspath(sys.argv[1]), *map(int, sys.argv[2:4] or (1100, 720)))
