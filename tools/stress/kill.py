#!/usr/bin/env python3
"""kill.py KLEARN [ROUNDS]: kills KLearn while it works, and looks for what was lost. ./dev stress kill runs it.

A round starts a process on the one library, lets it type, record or import, and ends it with SIGKILL at a random
moment. Then the library must be whole (SQLite's integrity_check, and klearn check), every attempt and import that was
acknowledged before the kill must be in it, no import or attempt may be there in part, and of the draft no more than
what was typed in the last second may be missing. Only rounds in which the process was really killed count.
"""

import collections
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SUBJECT = 'Topic 1'
TOPICS = 40
POINTS = 5
LATEST_DRAFT = 1.0  # seconds

# What is killed in which share of the rounds.
SHARES = {'type': 60, 'record': 50, 'import': 40, 'klearn import': 20, 'klearn explain': 20, 'window': 10}


class Lost(Exception):
    pass


def document(title):
    topics = ''.join(f'### {title} {number}\n**Status:** Deep dive complete\n**Topics covered:**\n'
                     + ''.join(f'- point {point} of {number}\n' for point in range(POINTS)) + '\n'
                     for number in range(1, TOPICS + 1))
    scores = ''.join(f'### {title} {number}\n**Score: 🟢 Strong (92%)**\n\n**What you nailed:**\n- all of it\n\n'
                     for number in range(1, TOPICS + 1))
    return f'# Imported\n\n## Deep Dives Completed\n\n{topics}## Retention Scores\n\n**Date:** 2025-10-10\n\n{scores}'


class Stress:
    def __init__(self, klearn, folder):
        self.klearn = os.path.abspath(klearn)
        self.victim = os.path.join(os.path.dirname(self.klearn), '..', 'tools', 'stress', 'klearn-stress-victim')
        self.folder = folder
        self.library = os.path.join(folder, 'library.db')
        self.document = os.path.join(folder, 'plan.md')
        self.attempts = set()
        self.imports = set()
        self.counts = collections.Counter()
        self.pace = collections.defaultdict(lambda: 1.0)  # of the command line: times the longest life
        self.window_behind = 0.0
        self.draft_behind = []
        self.random = random.Random()
        with open(self.document, 'w', encoding='utf-8') as file:
            file.write(document('Topic'))
        # The first plan, which is worked on. Its shape is what every import must have.
        self.command('import', self.document, '--plan', 'Worked on')
        with sqlite3.connect(self.library) as database:
            self.shape = self.shapes(database)['Worked on']
        assert self.shape[0] >= TOPICS and self.shape[1] >= TOPICS * POINTS, self.shape

    def arguments(self, *arguments):
        return [self.klearn, *arguments, '--library', self.library]

    def command(self, *arguments):
        done = subprocess.run(self.arguments(*arguments), capture_output=True, text=True)
        if done.returncode != 0:
            raise Lost(f'klearn {" ".join(arguments)}: status {done.returncode}: {done.stderr.strip()}')
        return done.stdout

    # --- killing

    def kill_victim(self, what, argument, longest):
        """Lets it work for a while, kills it, and returns its lines with the time when each came."""
        process = subprocess.Popen([self.victim, self.library, what, argument], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        lines = []

        def read():
            for line in process.stdout:
                lines.append((time.monotonic(), line.rstrip('\n')))

        reader = threading.Thread(target=read)
        reader.start()
        time.sleep(self.random.uniform(0.02, longest))
        killed = time.monotonic()
        process.send_signal(signal.SIGKILL)
        process.wait()
        reader.join()
        if process.returncode != -signal.SIGKILL:
            raise Lost(f'{what}: ended by itself with status {process.returncode}: {process.stderr.read().strip()}')
        process.stderr.close()
        process.stdout.close()
        return killed, lines

    def kill_command(self, arguments, text, longest):
        """Returns whether it was killed, and whether it had said that it was done."""
        process = subprocess.Popen(self.arguments(*arguments), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True)
        process.stdin.write(text)
        process.stdin.close()
        try:
            process.wait(self.random.uniform(0.001, longest * self.pace[arguments[0]]))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        problem = process.stderr.read().strip()
        process.stderr.close()
        # Half of them shall be killed, however fast the machine is.
        self.pace[arguments[0]] *= 0.9 if process.returncode == 0 else 1.1
        if process.returncode not in (0, -signal.SIGKILL):
            raise Lost(f'klearn {arguments[0]}: status {process.returncode}: {problem}')
        return process.returncode != 0

    # --- looking

    def rows(self, database, sql, *parameters):
        return database.execute(sql, parameters).fetchall()

    def shapes(self, database):
        """Of each plan: how many topics, points and imported attempts it has."""
        return {title: tuple(counts) for title, *counts in self.rows(
            database,
            'SELECT title, (SELECT count (*) FROM subject WHERE owner = plan.id),'
            ' (SELECT count (*) FROM point JOIN subject ON subject.id = point.owner WHERE subject.owner = plan.id),'
            ' (SELECT count (*) FROM attempt JOIN subject ON subject.id = attempt.owner WHERE subject.owner = plan.id'
            '  AND attempt.source IS NOT NULL) FROM plan')}

    def draft(self, database):
        row = database.execute('SELECT text FROM draft JOIN subject ON subject.id = draft.owner WHERE subject.title = ?',
                               (SUBJECT,)).fetchone()
        return row[0] if row else ''

    def check(self):
        # First, so that it is KLearn that finds what the kill left behind.
        self.command('check')
        with sqlite3.connect(self.library) as database:
            verdict = self.rows(database, 'PRAGMA integrity_check')
            if verdict != [('ok',)]:
                raise Lost(f'integrity_check: {verdict}')
            if self.rows(database, 'PRAGMA foreign_key_check'):
                raise Lost('foreign_key_check found something')
            self.check_attempts(database)
            self.check_imports(database)
        database.close()

    def check_attempts(self, database):
        found = {explanation: (feedback, verdicts) for explanation, feedback, verdicts in self.rows(
            database, 'SELECT explanation, (SELECT count (*) FROM feedback WHERE owner = attempt.id),'
                      ' (SELECT count (*) FROM verdict WHERE owner = attempt.id) FROM attempt'
                      ' WHERE explanation IS NOT NULL')}
        missing = self.attempts - set(found)
        if missing:
            raise Lost(f'{len(missing)} acknowledged attempts are gone, such as {min(missing)}')
        for explanation, parts in found.items():
            if explanation.startswith('record') and parts != (3, 5):
                raise Lost(f'the attempt {explanation} is there in part: {parts}')
        numbers = self.rows(database, 'SELECT owner, count (*), max (number) FROM attempt GROUP BY owner'
                                      ' HAVING count (*) <> max (number)')
        if numbers:
            raise Lost(f'attempt numbers have gaps: {numbers}')

    def check_imports(self, database):
        shapes = self.shapes(database)
        missing = self.imports - set(shapes)
        if missing:
            raise Lost(f'{len(missing)} acknowledged imports are gone')
        for title, shape in shapes.items():
            if shape != self.shape:
                raise Lost(f'the import “{title}” is there in part: {shape} instead of {self.shape}')

    # --- the rounds; each returns whether something was killed

    def round_type(self, mark):
        killed, lines = self.kill_victim('type', mark, 3.0)
        typed = [(when, int(line.split()[1])) for when, line in lines if line.startswith('typed ')]
        due = max((length for when, length in typed if when <= killed - LATEST_DRAFT), default=0)
        with sqlite3.connect(self.library) as database:
            text = self.draft(database)
        database.close()
        length = len(text) if text.startswith(mark) else 0
        if length < due:
            raise Lost(f'the draft has {length} characters, {due} were typed {LATEST_DRAFT} s before the kill')
        if due:
            self.draft_behind.append(killed - max((when for when, n in typed if n <= length), default=typed[0][0]))
        return True

    def round_record(self, mark):
        _, lines = self.kill_victim('record', mark, 1.5)
        done = {line.split(' ', 1)[1] for _, line in lines if line.startswith('recorded ')}
        self.attempts |= done
        self.counts['attempts acknowledged'] += len(done)
        return True

    def round_import(self, mark):
        _, lines = self.kill_victim('import', self.document, 2.0)
        done = {line.split(' ', 1)[1] for _, line in lines if line.startswith('imported ')}
        self.imports |= done
        self.counts['imports acknowledged'] += len(done)
        return True

    def round_klearn_import(self, mark):
        if self.kill_command(['import', self.document, '--plan', mark], '', 0.25):
            return True
        self.imports.add(mark)
        self.counts['imports acknowledged'] += 1
        return False

    def round_klearn_explain(self, mark):
        if self.kill_command(['explain', SUBJECT, '--plan', 'Worked on', '--score', '80'], mark, 0.15):
            return True
        self.attempts.add(mark)
        self.counts['attempts acknowledged'] += 1
        return False

    def run_kind(self, kind, n_kills):
        killed = tried = 0
        while killed < n_kills:
            if tried == 20 * n_kills:
                raise Lost(f'{kind}: only {killed} of {tried} could be killed')
            tried += 1
            if getattr(self, 'round_' + kind.replace(' ', '_'))(f'{kind.replace(" ", "-")}-{tried}-'):
                killed += 1
            self.check()
            if sys.stdout.isatty():
                print(f'\r{kind}: {killed} of {n_kills} ', end='', flush=True)
            if self.counts['imports acknowledged'] > 0 and tried % 25 == 0:
                self.trim()
        self.counts[kind] += killed
        print(f'\r{kind}: {killed} kills, nothing lost', flush=True)

    def kill_windows(self, n_kills):
        """The window itself, on a display of its own, with real keys."""
        source = os.path.join(HERE, '..', '..')
        environment = os.environ | {
            'KLEARN': self.klearn, 'KLEARN_SOURCE': source, 'G_TEST_BUILDDIR': self.folder,
            'PYTHONDONTWRITEBYTECODE': '1'}
        done = subprocess.run([os.path.join(source, 'tests', 'ui', 'uidrive', 'with-display'), '/usr/bin/python3',
                               os.path.join(HERE, 'kill_window.py'), str(n_kills)],
                              env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise Lost(f'window: {(done.stderr + done.stdout).strip()}')
        self.window_behind = float(done.stdout.split()[-1])
        self.counts['window'] += n_kills
        print(f'window: {n_kills} kills, nothing lost', flush=True)

    def trim(self):
        """Old imports go, so that looking stays quick. Not while anybody is at work."""
        with sqlite3.connect(self.library) as database:
            database.execute('PRAGMA foreign_keys = ON')
            database.execute("DELETE FROM plan WHERE title <> 'Worked on'")
        database.close()
        self.imports.clear()


def main():
    klearn = sys.argv[1]
    total = int(sys.argv[2]) if len(sys.argv) > 2 else sum(SHARES.values())
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix='klearn-stress-') as folder:
        os.environ['XDG_DATA_HOME'] = folder
        stress = Stress(klearn, folder)
        try:
            for kind, share in SHARES.items():
                n_kills = max(1, round(share * total / sum(SHARES.values())))
                if kind == 'window':
                    stress.kill_windows(n_kills)
                else:
                    stress.run_kind(kind, n_kills)
        except Lost as lost:
            print(f'\nFAILED: {lost}')
            return 1
        print(f'{sum(stress.counts[kind] for kind in SHARES)} kills in {time.monotonic() - began:.0f} s. '
              f'{stress.counts["attempts acknowledged"]} attempts and {stress.counts["imports acknowledged"]} imports '
              f'were acknowledged: all there, none in part. The draft was at most '
              f'{max(stress.draft_behind + [stress.window_behind]):.2f} s behind. Every check was clean.')
    return 0


sys.exit(main())
