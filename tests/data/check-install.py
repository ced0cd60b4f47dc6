#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs Patron into a folder, and uses it from there."""

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
import tap

ID = 'io.github.patron_app.Patron'
BUILD = Path(os.environ['PATRON_BUILD_DIR'])
ROOT = Path(os.environ['TMPDIR']) / 'root'


def installed(name):
    found = list(ROOT.glob(f'**/{name}'))
    assert len(found) == 1, f'{name}: {found}'
    return found[0]


def install():
    tap.need('meson')
    tap.succeed('meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet',
                '--destdir', ROOT)


def programs():
    for name in ('bin/patron', 'libexec/patron-command',
                 'libexec/patron-plot', 'libexec/patron-window'):
        assert os.access(installed(name), os.X_OK)


def files_of_the_desktop():
    for name in (f'share/applications/{ID}.desktop',
                 f'share/metainfo/{ID}.metainfo.xml',
                 f'share/mime/packages/{ID}.xml',
                 f'share/dbus-1/services/{ID}.service',
                 f'share/glib-2.0/schemas/{ID}.gschema.xml',
                 'share/man/man1/patron.1',
                 f'share/icons/hicolor/scalable/apps/{ID}.svg',
                 f'share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg'):
        installed(name)


def nothing_of_the_tests():
    """What is installed is Patron's, and made for users."""
    for path in ROOT.rglob('*'):
        if path.is_file():
            assert ('patron' in path.name.lower()
                    or path.suffix == '.mo'), path
            assert 'test' not in path.name, path


def commands_work():
    """From where it lies, without what it was built from."""
    patron = installed('bin/patron')
    document = ROOT / 'shop.patron'
    tap.succeed(patron, 'new', document, '--template', 'shop')
    tap.succeed(patron, 'check', '--sound', document)
    pictures = tap.succeed(patron, 'export', document, '--format', 'svg',
                           '--out', ROOT).splitlines()
    for picture in pictures:
        assert Path(picture).stat().st_size > 0


tap.run('/data/install', [
    install,
    programs,
    files_of_the_desktop,
    nothing_of_the_tests,
    commands_work,
])
