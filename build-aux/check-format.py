#!/usr/bin/env python3
"""check-format.py FILE…: compares C files with what clang-format makes of them.

clang-format 14 can align neither parameters alone nor the columns of a header's prototypes, which GNOME C does, and it
joins what a person has put on several lines. So runs of spaces inside a line are compared as one space, the indentation
of headers not at all, and lines that clang-format would only join are left alone. What is left is a finding.
"""

import concurrent.futures
import difflib
import re
import subprocess
import sys

LINE_LENGTH = 120


def normalised(text, path):
    text = re.sub(r'(?<=\S) +', ' ', text)
    text = re.sub(r'\b(g_auto\w*|[NC]?_) \(', r'\1(', text)
    text = re.sub(r'\) \{ ', '){ ', text)
    lines = text.splitlines()
    return [line.strip() for line in lines] if path.endswith('.h') else lines


def findings(path):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    formatted = subprocess.run(['clang-format', path], capture_output=True, text=True, check=True).stdout
    found = [f'{path}:{number}: longer than {LINE_LENGTH} characters'
             for number, line in enumerate(text.splitlines(), 1) if len(line) > LINE_LENGTH]
    ours, theirs = normalised(text, path), normalised(formatted, path)
    for kind, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        joined = ''.join(''.join(ours[a:b]).split()) == ''.join(''.join(theirs[c:d]).split())
        if kind != 'equal' and not (joined and b - a > d - c):
            found.append('\n'.join([f'{path}:{a + 1}: clang-format would write'] + theirs[c:d]))
    return found


def main():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        found = [finding for findings_of_file in pool.map(findings, sys.argv[1:]) for finding in findings_of_file]
    for finding in found:
        print(finding)
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
