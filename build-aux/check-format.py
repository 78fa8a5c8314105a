#!/usr/bin/env python3
"""check-format.py FILE…: compares C files with what clang-format makes of them.

clang-format 14 can align neither parameters alone nor the columns of a header's prototypes, which GNOME C does, and it
joins what a person has put on several lines. So runs of spaces inside a line are compared as one space, the indentation
of headers not at all, and lines that clang-format would only rearrange are left alone. What is left is a finding.
"""

import concurrent.futures
import difflib
import re
import subprocess
import sys

LINE_LENGTH = 120
BODY = re.compile(r'\s*(if|else|for|while|do|switch|case|default)\b')


def masked(text):
    """Hides, at the same width, what GNOME C writes without a space before the parenthesis, and a macro's hyphens."""
    text = re.sub(r'\b(g_auto\w*)\((\w+)\)', r'\1_\2_', text)
    text = re.sub(r'\b(_|N_|C_|NC_)\(', lambda match: '!' * len(match[1]) + '(', text)
    return re.sub(r'^G_DEFINE_QUARK.*$', '', text, flags=re.MULTILINE)


def normalised(text, path):
    text = re.sub(r'(?<=\S) +', ' ', text)
    text = text.replace(') { ', '){ ').replace('] (', '](')
    lines = text.splitlines()
    return [line.strip() for line in lines] if path.endswith('.h') else lines


def findings(path):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    code = masked(text)
    formatted = subprocess.run(['clang-format', f'--assume-filename={path}'], input=code, capture_output=True,
                               text=True, check=True).stdout
    found = [f'{path}:{number}: longer than {LINE_LENGTH} characters'
             for number, line in enumerate(text.splitlines(), 1) if len(line) > LINE_LENGTH]
    ours, theirs = normalised(code, path), normalised(formatted, path)
    for kind, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        joined = ''.join(''.join(ours[a:b]).split()) == ''.join(''.join(theirs[c:d]).split())
        # Two kinds of rearrangement are no findings: joining, and splitting what is not a statement with a body.
        rearranged = joined and (b - a > d - c or b - a < d - c and not any(BODY.match(line) for line in ours[a:b]))
        if kind != 'equal' and not rearranged:
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
