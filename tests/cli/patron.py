# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the built patron as a user would."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

BUILD = Path(os.environ['PATRON_BUILD_DIR'])
SOURCE = Path(os.environ['PATRON_SOURCE_DIR'])
PATRON = BUILD / 'src' / 'cli' / 'patron'
SAMPLE = SOURCE / 'data' / 'samples' / 'consulting.json'
WAITS = SOURCE / 'tests' / 'exchange' / 'data' / 'emergency_waits.csv'


class Result:
    """What a command printed, and how it ended."""

    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout
        self.err = done.stderr


def run(*args, stdin='', env=None):
    done = subprocess.run([PATRON, *map(str, args)], input=stdin, text=True,
                          capture_output=True, check=False,
                          env={**os.environ, **(env or {})})
    result = Result(done)
    # Nobody may crash, and nothing may be said that was not meant.
    assert result.status in (0, 1, 2), f'{args}: {result.status}\n{result.err}'
    assert 'CRITICAL' not in result.err and 'WARNING' not in result.err, (
        result.err)
    return result


def fine(*args, **options):
    """Runs a command that has to succeed in silence; returns its output."""
    result = run(*args, **options)
    assert result.status == 0 and not result.err, (
        f'{args} ended with {result.status}\n{result.out}{result.err}')
    return result.out


def refused(status, *args, **options):
    """Runs a command that has to fail so; returns what it said."""
    result = run(*args, **options)
    assert result.status == status, (
        f'{args} ended with {result.status}\n{result.out}{result.err}')
    assert result.err.strip(), f'{args} gave no reason'
    return result.err


def records(file, kind):
    return json.loads(fine('list', file, kind, '--format', 'json'))


def folder():
    return Path(tempfile.mkdtemp())


def new(*options):
    """A strategy in a folder of its own."""
    file = folder() / 'strategy.patron'
    fine('new', file, *options)
    return file
