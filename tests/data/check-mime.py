#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the desktop what it takes a strategy for, by name and by content."""

import os
import shutil
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
import tap

ID = 'io.github.patron_app.Patron'
MIME_TYPE = 'application/vnd.patron.strategy'
BUILT = Path(os.environ['PATRON_BUILD_DIR']) / 'data'
DATA_HOME = Path(os.environ['XDG_DATA_HOME'])
FILES = Path(os.environ['TMPDIR'])


def make_database(name, application_id):
    path = FILES / name
    database = sqlite3.connect(path)
    database.execute(f'PRAGMA application_id = {application_id}')
    database.execute('CREATE TABLE t (a)')
    database.commit()
    database.close()
    return path


def type_of(path):
    tap.need('gio')
    for line in tap.succeed('gio', 'info', '-a', 'standard::content-type',
                            path).splitlines():
        if 'standard::content-type:' in line:
            return line.split(':')[-1].strip()
    raise AssertionError(f'{path} has no type')


def description():
    tap.need('xmllint')
    tap.succeed('xmllint', '--noout', '--nonet', BUILT / f'{ID}.xml')


def database():
    """Puts the type into the private home that the cases below ask in."""
    tap.need('update-mime-database')
    packages = DATA_HOME / 'mime' / 'packages'
    packages.mkdir(parents=True)
    shutil.copy(BUILT / f'{ID}.xml', packages)
    output = tap.succeed('update-mime-database', '-V', DATA_HOME / 'mime')
    assert 'error' not in output.lower(), output
    assert (DATA_HOME / 'mime' / f'{MIME_TYPE}.xml').exists()


def by_name():
    path = FILES / 'junk.patron'
    path.write_bytes(b'not a strategy at all')
    assert type_of(path) == MIME_TYPE


def by_content():
    assert type_of(make_database('mailed.dat', 0x5054524e)) == MIME_TYPE
    assert type_of(make_database('no-suffix', 0x5054524e)) == MIME_TYPE


def other_databases():
    assert type_of(make_database('other.dat', 0x5054524f)) != MIME_TYPE
    assert type_of(make_database('plain', 0)) != MIME_TYPE


def samples():
    documents = sorted((BUILT / 'samples').glob('*.patron'))
    if not documents:
        raise tap.Skip('no sample is built')
    for document in documents:
        renamed = FILES / document.with_suffix('.dat').name
        shutil.copy(document, renamed)
        assert type_of(renamed) == MIME_TYPE, document


tap.run('/data/mime', [
    description,
    database,
    by_name,
    by_content,
    other_databases,
    samples,
])
