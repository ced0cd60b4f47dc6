#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests what the tests stand on: the private home and display, and the
counting of results."""

import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
import tap

TESTS = Path(os.environ['G_TEST_SRCDIR'])
FILES = Path(os.environ['TMPDIR'])


def end_of(*command):
    environment = {name: value for name, value in os.environ.items()
                   if name != 'PATRON_TEST_HOME'}
    return subprocess.run([str(word) for word in command], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env=environment, check=False)


def count(name, tests, *broken):
    log = FILES / name / 'meson-logs' / 'testlog.json'
    log.parent.mkdir(parents=True)
    log.write_text('\n'.join(json.dumps(test) for test in tests) + '\n')
    done = end_of(TESTS / 'count-results', FILES / name, '--', *broken)
    return done.returncode, done.stdout.splitlines()[-1]


def home_is_private_and_goes():
    done = end_of(TESTS / 'in-home', 'sh', '-c',
                  'for d in "$HOME" "$XDG_CACHE_HOME" "$XDG_CONFIG_HOME" '
                  '"$XDG_DATA_HOME" "$XDG_STATE_HOME" "$XDG_RUNTIME_DIR" '
                  '"$TMPDIR"; do mkdir -p "$d"; chmod 500 "$d"; echo "$d"; '
                  'done; exit 7')
    folders = done.stdout.split()
    assert done.returncode == 7, done.stderr
    assert len(set(folders)) == 7
    for folder in folders:
        assert folder.startswith(folders[0])
        assert not os.path.exists(folder)


def display_is_private_and_goes():
    tap.need('Xvfb')
    done = end_of(TESTS / 'ui' / 'in-display', 'sh', '-c',
                  'gdbus call --session -d org.a11y.Bus -o /org/a11y/bus '
                  '-m org.a11y.Bus.GetAddress >&2; '
                  'xdotool getdisplaygeometry; echo "$DISPLAY"; exit 5')
    assert done.returncode == 5, done.stderr
    geometry, display = done.stdout.splitlines()
    assert geometry == '1280 1024'
    assert 'unix:path=' in done.stderr
    assert not os.path.exists(f'/tmp/.X{display[1:]}-lock')


def counts_cases():
    lines = 'ok 1 /a\nnot ok 2 /b\nok 3 /c # SKIP none\nok 4 - /d\n# ok 5\n'
    assert count('cases', [
        {'name': 'a', 'result': 'FAIL', 'stdout': lines},
    ]) == (1, '2 passed, 1 failed, 1 skipped')


def counts_programs():
    assert count('programs', [
        {'name': 'a', 'result': 'OK', 'stdout': 'fine\n'},
        {'name': 'b', 'result': 'SKIP', 'stdout': ''},
    ]) == (0, '1 passed, 0 failed, 1 skipped')


def counts_crashes():
    assert count('crashes', [
        {'name': 'a', 'result': 'ERROR', 'stdout': 'ok 1 /a\nok 2 /b\n'},
        {'name': 'b', 'result': 'TIMEOUT'},
    ]) == (1, '2 passed, 2 failed')


def counts_broken_builds():
    assert count('broken', [
        {'name': 'a', 'result': 'OK', 'stdout': 'ok 1 /a\n'},
    ], 'build-asan') == (1, '1 passed, 1 failed')


def nothing_is_no_success():
    assert count('nothing', [
        {'name': 'a', 'result': 'SKIP', 'stdout': ''},
    ]) == (1, '0 passed, 0 failed, 1 skipped')


tap.run('/lint/tools', [
    home_is_private_and_goes,
    display_is_private_and_goes,
    counts_cases,
    counts_programs,
    counts_crashes,
    counts_broken_builds,
    nothing_is_no_success,
])
