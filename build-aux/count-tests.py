#!/usr/bin/env python3
"""count-tests.py TESTLOG.json…: the cases of a `meson test` run, as “N passed, N failed” alone on the last line.

Meson counts programs; a program that speaks TAP holds many cases. A program that ended badly without naming a failed
case counts as one failure. Why a case was skipped is printed before, and the end of what a failed program said.
"""

import json
import re
import sys

N_LAST_LINES = 20

CASE = re.compile(r'^(not )?ok\b *\d* *-? *([^#]*)(?:# *(SKIP|TODO)\b *(.*))?', re.IGNORECASE)


def count(test):
    passed = failed = 0
    skipped = []
    for line in test.get('stdout', '').splitlines():
        match = CASE.match(line)
        if not match:
            continue
        wrong, name, directive, reason = match.groups()
        if (directive or '').upper() == 'SKIP':
            skipped.append(f'{name.strip() or test["name"]}: {reason.strip() or "no reason given"}')
        elif wrong and not directive:
            failed += 1
        else:
            passed += 1
    if test['result'] == 'SKIP' and not skipped:
        skipped.append(f'{test["name"]}: the program left itself out')
    elif test['result'] not in ('OK', 'EXPECTEDFAIL', 'SKIP') and failed == 0:
        failed = 1
    elif passed == failed == 0 and not skipped:
        passed = 1
    return passed, failed, skipped


def describe_failure(test):
    said = (test.get('stdout', '') + test.get('stderr', '')).splitlines()
    return '\n'.join([f'Failed: {test["name"]} ({test["result"]})'] + [f'  {line}' for line in said[-N_LAST_LINES:]])


def main():
    passed = failed = 0
    skipped = []
    for path in sys.argv[1:]:
        with open(path, encoding='utf-8') as log:
            for line in log:
                test = json.loads(line)
                more_passed, more_failed, more_skipped = count(test)
                if more_failed:
                    print(describe_failure(test))
                passed += more_passed
                failed += more_failed
                skipped += more_skipped
    for reason in skipped:
        print(f'Skipped: {reason}')
    print(f'{passed} passed, {failed} failed' + (f', {len(skipped)} skipped' if skipped else ''))
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
