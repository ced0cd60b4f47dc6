#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules that a machine can hold.

lint.py TREE prints what breaks them, as "path:line: rule: what", and ends
with 1 where anything does. Each rule is one function below that yields what
it finds; test-lint.py shows each of them a tree that breaks it.
"""

import os
import re
import sys
from pathlib import Path

# What each folder may include beside itself: the architecture. What a name
# here may use, the folders that list it may use too. The folders of single
# pages stand below ui/pages and may use what that may, and its own headers.
LAYERS = {
    'base': [],
    'model': ['base'],
    'store': ['model'],
    'stats': ['base'],
    'insight': ['model', 'store', 'stats'],
    'charts': ['stats'],
    'scenes': ['charts', 'model'],
    'figures': ['store', 'insight', 'charts', 'scenes'],
    'exchange': ['figures'],
    'cli': ['exchange'],
    'ui/compat': ['base'],
    'ui/widgets': ['ui/compat', 'charts'],
    'ui/forms': ['model', 'store', 'ui/widgets'],
    'ui/figures': ['ui/widgets', 'exchange'],
    'ui/pages': ['ui/forms', 'ui/figures'],
    'app': ['ui/pages'],
}

# Headers of libraries that only some folders may see.
RESTRICTED = [
    (re.compile(r'sqlite3'), ('store',)),
    (re.compile(r'(gtk|gdk|gsk)/'), ('ui', 'app')),
    (re.compile(r'adwaita|adw'), ('ui', 'app')),
]

MAX_FILE_LINES = 1000
MAX_FUNCTION_LINES = 120
MAX_COLUMNS = 100

# Tests mirror src/; these stand for no folder there.
EXTRA_TESTS = ('data', 'lint')
# The window is tested together with what it shows.
TESTED_ELSEWHERE = {'app': 'ui'}

SOURCE_SUFFIXES = ('.c', '.h', '.py', '.sh', '.ui', '.css', '.xml', '.svg')
INCLUDE = re.compile(r'\s*#\s*include\s+(["<])([^">]+)[">]')
COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|("(?:\\.|[^"\\\n])*")',
                               re.DOTALL)
MARKED = re.compile(r'\b(?:(?:_|N_|Q_|C_|NC_|n?gettext)\s*\(\s*"'
                    r'|g_d[a-z]*gettext2?\s*\([^"();]*,\s*")')


class File:
    """A text file of the tree."""

    def __init__(self, root, path):
        self.path = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding='utf-8')
        self.lines = self.text.split('\n')

    @property
    def layer(self):
        """The folder of LAYERS that the file stands in, and its page."""
        if not self.path.startswith('src/'):
            return None, None
        folder = self.path[len('src/'):].rpartition('/')[0]
        if folder.startswith('ui/pages/'):
            return 'ui/pages', folder
        return folder, folder

    def is_c(self):
        return self.path.endswith(('.c', '.h'))

    def is_source(self):
        return (self.path.endswith(SOURCE_SUFFIXES)
                or self.path.endswith('meson.build')
                or self.text.startswith('#!'))

    def code(self):
        """The text without comments, line for line."""
        return COMMENT_OR_STRING.sub(
            lambda match: match.group(1) or '\n' * match.group(0).count('\n'),
            self.text)


def read_tree(root):
    files = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders
                            if not name.startswith(('build', '.', '__')))
        for name in sorted(names):
            path = Path(folder) / name
            if path.is_symlink():
                continue
            try:
                files.append(File(root, path))
            except UnicodeDecodeError:
                pass
    return files


def closure(layer):
    """The folders that a folder may include from."""
    seen = set()
    rest = [layer]
    while rest:
        name = rest.pop()
        if name not in seen:
            seen.add(name)
            rest += LAYERS[name]
    return seen


def headers_of(files):
    headers = {}
    for file in files:
        if file.path.startswith('src/') and file.path.endswith('.h'):
            headers.setdefault(file.path.rpartition('/')[2], []).append(file)
    return headers


def includes_of(file):
    for number, line in enumerate(file.lines, 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1), match.group(2)


def rule_include_path(files):
    """A header of ours is included by its plain name."""
    for file in files:
        if not file.is_c():
            continue
        for number, quote, name in includes_of(file):
            if quote == '"' and '/' in name:
                yield file, number, f'include "{name}" by its plain name'


def rule_include_order(files):
    """Includes point up the list of folders, never down or aside."""
    headers = headers_of(files)
    for name, places in headers.items():
        for other in places[1:]:
            yield other, 1, f'{name} is also in {places[0].path}'
    for file in files:
        layer, folder = file.layer
        if layer is None or not file.is_c():
            continue
        if layer not in LAYERS:
            yield file, 1, f'the folder {layer} stands in no layer'
            continue
        for number, quote, name in includes_of(file):
            if quote != '"' or name not in headers:
                continue
            other, other_folder = headers[name][0].layer
            if other not in closure(layer):
                yield file, number, f'{layer} may not use {other} ({name})'
            elif (other_folder.startswith('ui/pages/')
                  and layer == 'ui/pages' and other_folder != folder):
                yield file, number, f'a page includes another page ({name})'


def rule_include_known(files):
    """What stands in quotes is ours."""
    headers = headers_of(files)
    for file in files:
        if file.layer[0] is None or not file.is_c():
            continue
        for number, quote, name in includes_of(file):
            if (quote == '"' and '/' not in name and name != 'config.h'
                    and not name.endswith('-resources.h')
                    and name not in headers):
                yield file, number, f'there is no {name} in src/'


def rule_include_library(files):
    """SQLite is seen in store only, the toolkit in ui and app only."""
    for file in files:
        layer, _ = file.layer
        if layer is None or not file.is_c():
            continue
        for number, quote, name in includes_of(file):
            for pattern, allowed in RESTRICTED:
                if (quote == '<' and pattern.match(name)
                        and layer.split('/')[0] not in allowed):
                    yield file, number, f'{layer} may not include <{name}>'


def rule_build_order(files):
    """src/meson.build enters the folders from the top down."""
    for file in files:
        if file.path != 'src/meson.build':
            continue
        entered = re.findall(r"^subdir\('([^']+)'\)", file.text, re.MULTILINE)
        if entered != list(LAYERS):
            yield file, 1, 'the order is not ' + ', '.join(LAYERS)


def rule_licence(files):
    """Each source file says whose it is and under which licence."""
    for file in files:
        head = '\n'.join(file.lines[:6])
        if file.is_source() and not (
                'SPDX-FileCopyrightText:' in head
                and 'SPDX-License-Identifier:' in head):
            yield file, 1, 'the SPDX lines are missing'


def rule_header_guard(files):
    for file in files:
        if file.path.endswith('.h') and '#pragma once' not in file.lines:
            yield file, 1, '#pragma once is missing'


def rule_log_domain(files):
    """Messages say which folder they come from."""
    for file in files:
        layer, _ = file.layer
        if layer is None or not file.path.endswith('.c'):
            continue
        if not re.search(r'\bg_\w+ \(|<glib', file.text):
            continue
        for line in file.lines:
            if line.startswith('#define G_LOG_DOMAIN "patron'):
                break
            if line.startswith('#include'):
                yield file, 1, 'G_LOG_DOMAIN is not the first thing defined'
                break


def rule_file_length(files):
    for file in files:
        if file.is_source() and len(file.lines) - 1 > MAX_FILE_LINES:
            yield file, 1, f'{len(file.lines) - 1} lines: split it by verb'


def rule_function_length(files):
    """A body opens and closes in the first column; so do tables, which may
    be long and open after a "="."""
    for file in files:
        if not file.path.endswith('.c'):
            continue
        start = None
        for number, line in enumerate(file.lines, 1):
            if line == '{' and file.lines[number - 2].rstrip().endswith(')'):
                start = number
            elif line.startswith('}') and start is not None:
                if number - start > MAX_FUNCTION_LINES:
                    yield file, start, f'a function of {number - start} lines'
                start = None


def rule_line(files):
    """No long lines, no tabs, nothing after the end of a line."""
    for file in files:
        if not file.is_source() and not file.path.endswith(
                ('.md', '.in', '.json', '.supp')):
            continue
        for number, line in enumerate(file.lines, 1):
            if file.is_source() and len(line) > MAX_COLUMNS:
                if (not file.path.endswith(('.svg', '.ui'))
                        and '://' not in line):
                    yield file, number, f'{len(line)} columns'
            if line != line.rstrip():
                yield file, number, 'blanks at the end'
            if '\t' in line and file.is_source():
                yield file, number, 'a tab'
        if file.text and not file.text.endswith('\n'):
            yield file, len(file.lines), 'no newline at the end'
        if file.text.endswith('\n\n'):
            yield file, len(file.lines), 'empty lines at the end'


def rule_unfinished(files):
    """What is not done is left out, not left behind."""
    for file in files:
        if not file.is_source() or file.path.startswith('tests/lint/'):
            continue
        for number, line in enumerate(file.lines, 1):
            match = re.search(r'\b(TODO|FIXME|XXX|HACK)\b', line)
            if match:
                yield file, number, match.group(1)


def rule_translations(files):
    """po/POTFILES.in lists, in order, the files with strings for people."""
    listed, wanted, potfiles = [], [], None
    for file in files:
        if file.path == 'po/POTFILES.in':
            potfiles = file
            listed = [line for line in file.lines
                      if line and not line.startswith('#')]
        elif file.path.startswith('src/') and (
                file.is_c() and MARKED.search(file.code())
                or file.path.endswith('.ui')
                and re.search(r'translatable="(yes|true|1)"', file.text)):
            wanted.append(file.path)
        elif file.path.startswith('data/') and file.path.endswith(
                ('.desktop.in', '.gschema.xml', '.xml.in', 'kpis/library.xml')):
            wanted.append(file.path)
    if potfiles is None:
        return
    for path in sorted(set(wanted) - set(listed)):
        yield potfiles, 1, f'{path} is missing'
    for path in sorted(set(listed) - set(wanted)):
        yield potfiles, 1, f'{path} holds no marked string'
    if listed != sorted(set(listed)):
        yield potfiles, 1, 'the lines are not in order'


def rule_tests(files):
    """tests/ mirrors src/, and every test program is run."""
    paths = {file.path for file in files}
    build = ''.join(file.text for file in files
                    if file.path.startswith('tests/')
                    and file.path.endswith('meson.build'))
    tops = {path.split('/')[1] for path in paths
            if path.startswith('src/') and path.endswith('.c')}
    for top in sorted(tops):
        folder = TESTED_ELSEWHERE.get(top, top)
        if not any(re.match(rf'tests/{folder}/(.*/)?(test|check)-[^/]*$', path)
                   for path in paths):
            yield None, 0, f'src/{top} has no test in tests/{folder}'
    for file in files:
        parts = file.path.split('/')
        if parts[0] != 'tests' or not re.match(r'test-.*\.c$', parts[-1]):
            continue
        if parts[1] not in tops | set(EXTRA_TESTS) | set(
                TESTED_ELSEWHERE.values()):
            yield file, 1, f'there is no src/{parts[1]}'
        name = '/'.join(parts[1:-1] + [parts[-1][len('test-'):-len('.c')]])
        if f"'{name}'" not in build:
            yield file, 1, f"no meson.build runs '{name}'"


RULES = [value for name, value in list(globals().items())
         if name.startswith('rule_')]


def lint(root, rules=None):
    """Returns what is wrong in a tree, as lines of text."""
    files = read_tree(Path(root))
    found = []
    for rule in rules or RULES:
        name = rule.__name__[len('rule_'):].replace('_', '-')
        for file, number, what in rule(files):
            place = f'{file.path}:{number}' if file else '.'
            found.append(f'{place}: {name}: {what}')
    return found


if __name__ == '__main__':
    FOUND = lint(sys.argv[1] if len(sys.argv) > 1 else '.')
    print('\n'.join(FOUND))
    sys.exit(1 if FOUND else 0)
