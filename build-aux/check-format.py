#!/usr/bin/env python3
"""check-format.py [--wrap] FILE…: compares C files with what clang-format makes of them; --wrap breaks long lines.

clang-format 14 can align neither parameters alone nor the columns of a header's prototypes, which GNOME C does, and it
joins what a person has put on several lines. So runs of spaces inside a line are compared as one space, the indentation
of headers not at all, and lines that clang-format would only rearrange are left alone. What is left is a finding.
"""

import concurrent.futures
import difflib
import re
import subprocess
import sys
import tempfile

LINE_LENGTH = 120
BODY = re.compile(r'\s*(if|else|for|while|do|switch|case|default)\b')


MASKS = {'_(': '~(', 'N_(': '~!(', 'C_(': '!~('}


def masked(text):
    """Hides, at the same width, what GNOME C writes without a space before the parenthesis, and a macro's hyphens."""
    text = re.sub(r'\b(g_auto[a-z]*)\((\w+)\)', r'\1_\2_', text)
    text = re.sub(r'\b[NC]?_\(', lambda match: MASKS[match[0]], text)
    return re.sub(r'^G_DEFINE_QUARK.*$', 'G_DEFINE_QUARK', text, flags=re.MULTILINE)


def wrapped(path):
    """Breaks the lines that are too long, and touches no other."""
    with open(path, encoding='utf-8') as file:
        text = file.read()
    numbers = [number for number, line in enumerate(text.splitlines(), 1) if len(line) > LINE_LENGTH]
    if not numbers:
        return
    with open('.clang-format', encoding='utf-8') as file:
        style = re.sub(r'^ColumnLimit:.*$', f'ColumnLimit: {LINE_LENGTH}', file.read(), flags=re.MULTILINE)
    with tempfile.NamedTemporaryFile('w', suffix='.clang-format', encoding='utf-8') as style_file:
        style_file.write(style.replace('ReflowComments: false', 'ReflowComments: true'))
        style_file.flush()
        result = subprocess.run(['clang-format', f'--style=file:{style_file.name}', f'--assume-filename={path}']
                                + [f'--lines={number}:{number}' for number in numbers],
                                input=masked(text), capture_output=True, text=True, check=True).stdout
    result = re.sub(r'\b(g_auto(?:ptr|list|slist|queue)?)_(\w+)_(?!\w)', r'\1(\2)', result)
    for plain, mask in sorted(MASKS.items(), key=lambda item: -len(item[1])):
        result = result.replace(mask, plain)
    quarks = iter(re.findall(r'^G_DEFINE_QUARK.*$', text, flags=re.MULTILINE))
    result = re.sub(r'^G_DEFINE_QUARK$', lambda _: next(quarks), result, flags=re.MULTILINE)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(result)


def normalised(text, path):
    text = re.sub(r'(?<=\S) +', ' ', text)
    text = text.replace(') { ', '){ ').replace('] (', '](')
    lines = text.splitlines()
    return [line.strip() for line in lines] if path.endswith('.h') else lines


def aligned_alike(ours, theirs):
    """Whether lines differ only as a nested “? :” is indented, or by the one space before a compound literal."""
    def indent(line):
        return len(line) - len(line.lstrip())
    return len(ours) == len(theirs) and all(our.lstrip()[:1] in ('?', ':') or abs(indent(our) - indent(their)) <= 1
                                            for our, their in zip(ours, theirs))


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
        if kind != 'equal' and not rearranged and not (joined and aligned_alike(ours[a:b], theirs[c:d])):
            found.append('\n'.join([f'{path}:{a + 1}: clang-format would write'] + theirs[c:d]))
    return found


def main():
    if sys.argv[1:2] == ['--wrap']:
        for path in sys.argv[2:]:
            wrapped(path)
        return 0
    with concurrent.futures.ThreadPoolExecutor() as pool:
        found = [finding for findings_of_file in pool.map(findings, sys.argv[1:]) for finding in findings_of_file]
    for finding in found:
        print(finding)
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
