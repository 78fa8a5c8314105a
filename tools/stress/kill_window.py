"""kill_window.py ROUNDS: kills KLearn's window while somebody types into it. kill.py runs it on a display of its own.

Prints how far behind what was typed the draft was at the most, in seconds; ends with status 1 where more was lost.
"""

import os
import random
import sqlite3
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', '..', 'tests', 'ui'))

from window import EXAMPLE, Window  # noqa: E402

LATEST_DRAFT = 1.0  # seconds
WORD = 'word '


def type_until_killed(window):
    """Returns when it was killed, and when each length of the text had been typed."""
    lengths = []
    length = len(window.draft() or '')
    kill_at = time.monotonic() + random.uniform(1.2, 3.5)
    while time.monotonic() < kill_at:
        window.type(WORD)
        length += len(WORD)
        lengths.append((time.monotonic(), length))
    killed = time.monotonic()
    window.kill()
    return killed, lengths


def check(window):
    window.command('check')
    with sqlite3.connect(window.library) as database:
        verdict = database.execute('PRAGMA integrity_check').fetchall()
    database.close()
    if verdict != [('ok',)]:
        raise SystemExit(f'integrity_check: {verdict}')


def round_(window):
    window.start()
    window.open_topic()
    window.key('ctrl+e')
    window.find_editor()
    window.key('ctrl+End')
    killed, lengths = type_until_killed(window)
    check(window)
    found = len(window.draft() or '')
    due = max((length for when, length in lengths if when <= killed - LATEST_DRAFT), default=0)
    if found < due:
        raise SystemExit(f'the draft has {found} characters, {due} were typed {LATEST_DRAFT} s before the kill')
    return killed - max((when for when, length in lengths if length <= found), default=lengths[0][0])


def main():
    behind = []
    with tempfile.TemporaryDirectory(prefix='klearn-stress-') as folder:
        with Window(folder, plan=EXAMPLE, start=False) as window:
            for _ in range(int(sys.argv[1])):
                behind.append(round_(window))
    print(f'{max(behind):.2f}')


main()
