# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the cases of a test script and tells their results as TAP."""

import shutil
import subprocess
import sys
import traceback


class Skip(Exception):
    """Raised by a case that cannot be had here, with the reason."""


def need(program):
    """Skips the case where a program is not installed."""
    if not shutil.which(program):
        raise Skip(f'{program} is not installed')


def succeed(*command, **options):
    """Runs a command that has to succeed, and returns what it printed."""
    done = subprocess.run([str(word) for word in command], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          check=False, **options)
    assert done.returncode == 0, (
        f'{" ".join(done.args)} ended with {done.returncode}\n{done.stdout}')
    return done.stdout


def run(suite, cases):
    """Runs the functions of a list; each is one case and named after it."""
    failed = 0
    print(f'1..{len(cases)}')
    for number, case in enumerate(cases, 1):
        name = f'{number} {suite}/{case.__name__.replace("_", "-")}'
        try:
            case()
            print('ok', name)
        except Skip as reason:
            print('ok', name, '# SKIP', reason)
        except Exception as error:
            failed += 1
            print('not ok', name)
            text = (str(error) if isinstance(error, AssertionError) and
                    str(error) else traceback.format_exc())
            print(f'{suite}/{case.__name__}: {text}', file=sys.stderr)
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
