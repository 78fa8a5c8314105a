#!/usr/bin/env python3
"""test-layering.py SOURCE-DIR: no folder of src includes what stands above it. Prints TAP.

Not even the linker would notice: a static library takes whatever symbols the program has in the end.
"""

import re
import sys
from pathlib import Path

# What each folder may include besides its own files. Nothing points back.
BELOW = {
    'model': set(),
    'coach': {'model'},
    'chart': {'model', 'exchange'},
    'exchange': {'model'},
    'opinion': {'model', 'exchange'},
    'storage': {'model'},
    'recall': {'model', 'coach', 'chart', 'exchange', 'storage'},
    'map': {'model', 'chart', 'storage', 'recall'},
    'transfer': {'model', 'coach', 'chart', 'exchange', 'storage', 'recall'},
    'report': {'model', 'coach', 'chart', 'exchange', 'storage', 'recall', 'transfer'},
    'cli': {'model', 'coach', 'chart', 'exchange', 'storage', 'recall', 'map', 'transfer', 'report'},
    'ui': {'model', 'coach', 'chart', 'exchange', 'opinion', 'storage', 'recall', 'map', 'transfer', 'report'},
}

# Who may include a library's headers; what no pattern names is free.
LIBRARIES = {
    r'^(gtk/|gdk/|gsk/|adwaita|gtksourceview/|libspelling)': {'ui'},
    r'^cairo': {'chart', 'map', 'report', 'ui'},
    r'^pango/': {'chart', 'coach', 'map', 'report', 'ui'},
    r'^(gvc|cgraph|graphviz)': {'map'},
    r'^libstemmer': {'coach'},
    r'^sqlite3': {'storage'},
    r'^cmark': {'exchange'},
    r'^(libsoup/|libsecret/)': {'opinion'},
}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)


def problems_of(folder, file, source):
    for kind, header in INCLUDE.findall(file.read_text(encoding='utf-8')):
        where = f'{file.relative_to(source)} includes {header}'
        if kind == '"' and '/' in header:
            target = header.split('/')[0]
            if target in ('..', '.'):
                yield f'{where}: name the folder instead'
            elif target in BELOW and target != folder and target not in BELOW[folder]:
                yield f'{where}: {folder} must not know {target}'
        for pattern, allowed in LIBRARIES.items():
            if re.search(pattern, header) and folder not in allowed:
                yield f'{where}: only {" and ".join(sorted(allowed))} may'


def is_known(source, folder):
    return folder in BELOW or not any((source / folder).rglob('*.[ch]'))


def main():
    source = Path(sys.argv[1]) / 'src'
    folders = sorted(entry.name for entry in source.iterdir() if entry.is_dir())
    failed = 0
    print(f'1..{len(folders)}')
    for number, folder in enumerate(folders, 1):
        problems = []
        if not is_known(source, folder):
            problems.append(f'src/{folder} has no place in the layers: give it one here and in docs/architecture.md')
        else:
            for file in sorted((source / folder).rglob('*.[ch]')):
                problems.extend(problems_of(folder, file, source))
        failed += bool(problems)
        print(f'{"not ok" if problems else "ok"} {number} - {folder}')
        for problem in problems:
            print(f'# {problem}')
    return 1 if failed else 0


sys.exit(main())
