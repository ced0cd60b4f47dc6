#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what the desktop reads about Patron to the rules of its readers."""

import configparser
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
import tap

SOURCE = Path(os.environ['PATRON_SOURCE_DIR']) / 'data'
BUILT = Path(os.environ['PATRON_BUILD_DIR']) / 'data'
ID = 'io.github.patron_app.Patron'
MIME_TYPE = 'application/vnd.patron.strategy'


def read_desktop():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(BUILT / f'{ID}.desktop', encoding='utf-8')
    return parser['Desktop Entry']


def read_metainfo():
    return ElementTree.parse(BUILT / f'{ID}.metainfo.xml').getroot()


def desktop_file():
    tap.need('desktop-file-validate')
    assert not tap.succeed('desktop-file-validate', BUILT / f'{ID}.desktop')


def metainfo():
    tap.need('appstreamcli')
    tap.succeed('appstreamcli', 'validate', '--no-net', '--explain',
                BUILT / f'{ID}.metainfo.xml')


def metainfo_texts():
    """The limits of software centres, which the validator does not know."""
    root = read_metainfo()
    assert len(root.findtext('name')) <= 15
    summary = root.findtext('summary')
    assert 10 <= len(summary) <= 35, summary
    assert not summary.endswith('.')
    assert not re.match(r'(A|An|The) ', summary)
    assert len(root.findall('description/ul/li')) <= 10
    shown = [image.text for image in root.findall('screenshots/*/image')]
    for url in shown:
        picture = SOURCE / 'screenshots' / url.rpartition('/')[2]
        data = picture.read_bytes()
        assert data.startswith(b'\x89PNG'), picture
        assert len(data) <= 200_000, f'{picture}: {len(data)}'
    assert 3 <= len(shown) <= 8
    colors = {color.get('scheme_preference'): color.text
              for color in root.findall('branding/color')}
    assert set(colors) == {'light', 'dark'}
    assert colors['light'] != colors['dark']
    for release in root.findall('releases/release'):
        assert ''.join(release.find('description').itertext()).strip()


def settings_schema():
    tap.need('glib-compile-schemas')
    tap.succeed('glib-compile-schemas', '--strict', '--dry-run', SOURCE)
    schema = ElementTree.parse(SOURCE / f'{ID}.gschema.xml').find('schema')
    assert schema.get('id') == ID
    assert schema.get('path') == '/' + ID.replace('.', '/') + '/'


def settings_are_used():
    """Each key that the program reads exists, and each that exists is read."""
    schema = ElementTree.parse(SOURCE / f'{ID}.gschema.xml').find('schema')
    keys = {key.get('name') for key in schema.iter('key')}
    code = ''
    for path in (SOURCE.parent / 'src').rglob('*'):
        if path.suffix in ('.c', '.h', '.ui'):
            code += path.read_text(encoding='utf-8')
    if not re.search(r'\bg_settings_new', code):
        raise tap.Skip('no code reads settings yet')
    unused = {key for key in keys if f'"{key}"' not in code}
    assert not unused, f'nothing reads {", ".join(sorted(unused))}'


def service():
    text = (BUILT / f'{ID}.service').read_text(encoding='utf-8')
    assert f'\nName={ID}\n' in text
    assert re.search(r'\nExec=/\S+/patron-window --gapplication-service\n',
                     text)


def same_words():
    """The same thing has the same name in every file."""
    desktop = read_desktop()
    root = read_metainfo()
    mime = ElementTree.parse(BUILT / f'{ID}.xml').getroot()
    version = re.search(r"version: '([^']+)'",
                        (SOURCE.parent / 'meson.build').read_text()).group(1)

    assert desktop['Icon'] == ID
    assert desktop['Name'] == root.findtext('name')
    assert desktop['Comment'] == root.findtext('summary')
    assert desktop['MimeType'] == MIME_TYPE + ';'
    assert root.findtext('id') == ID
    assert root.findtext('launchable') == f'{ID}.desktop'
    assert root.findtext('provides/mediatype') == MIME_TYPE
    assert ([category.text for category in root.findall('categories/*')]
            == desktop['Categories'].strip(';').split(';'))
    assert root.find('releases/release').get('version') == version
    assert mime[0].get('type') == MIME_TYPE


def names_begin_with_id():
    """Flatpak exports nothing whose name begins otherwise."""
    for path in (SOURCE / 'icons').rglob('*'):
        if path.is_file():
            assert path.name.startswith(ID), path
    for path in SOURCE.glob('*.in'):
        assert path.name.startswith(ID), path


def flatpak_permissions():
    """Files come through portals, and nothing goes to the network."""
    manifest = json.loads((SOURCE.parent / 'flatpak' / f'{ID}.json')
                          .read_text(encoding='utf-8'))
    assert manifest['id'] == ID
    assert set(manifest['finish-args']) == {
        '--socket=wayland', '--socket=fallback-x11', '--share=ipc',
        '--device=dri'}
    assert manifest['modules'][-1]['sources'] == [
        {'type': 'dir', 'path': '..'}]


tap.run('/data/desktop', [
    desktop_file,
    metainfo,
    metainfo_texts,
    settings_schema,
    settings_are_used,
    service,
    same_words,
    names_begin_with_id,
    flatpak_permissions,
])
