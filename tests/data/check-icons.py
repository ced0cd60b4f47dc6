#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the icons to what icon themes and software centres ask for."""

import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
import tap

ID = 'io.github.patron_app.Patron'
ICONS = Path(os.environ['PATRON_SOURCE_DIR']) / 'data' / 'icons' / 'hicolor'
APP = ICONS / 'scalable' / 'apps' / f'{ID}.svg'
SYMBOLIC = ICONS / 'symbolic' / 'apps' / f'{ID}-symbolic.svg'
SVG = '{http://www.w3.org/2000/svg}'


def are_square():
    for path, size in (APP, 128), (SYMBOLIC, 16):
        root = ElementTree.parse(path).getroot()
        assert root.tag == f'{SVG}svg'
        assert root.get('width') == root.get('height') == str(size), path
        assert root.get('viewBox') == f'0 0 {size} {size}', path


def are_self_contained():
    for path in APP, SYMBOLIC:
        text = path.read_text(encoding='utf-8')
        for word in '<image', 'href', '<style', '<script', '<text', 'DOCTYPE':
            assert word not in text, f'{word} in {path}'


def symbolic_takes_colour():
    """GTK recolours fills of shapes, and nothing else."""
    root = ElementTree.parse(SYMBOLIC).getroot()
    allowed = {f'{SVG}{tag}' for tag in ('svg', 'g', 'path', 'rect', 'circle')}
    fills = set()
    for element in root.iter():
        assert element.tag in allowed, element.tag
        assert 'stroke' not in element.attrib
        assert 'opacity' not in element.attrib
        fills.add(element.get('fill'))
    assert fills <= {None, '#222222'}


def can_be_drawn():
    import gi
    gi.require_version('GdkPixbuf', '2.0')
    from gi.repository import GdkPixbuf

    for path in APP, SYMBOLIC:
        for size in 16, 32, 128, 512:
            pixbuf = GdkPixbuf.Pixbuf.new_from_file_at_size(str(path), size,
                                                            size)
            assert (pixbuf.get_width(), pixbuf.get_height()) == (size, size)
            alpha = pixbuf.get_pixels()[3::4]
            assert sum(alpha) > 255 * size * size / 5, 'it is all but empty'
            assert alpha[0] == alpha[-1] == 0 or path == SYMBOLIC


def pages_have_pixels():
    """An icon of the sidebar that is only SVG has librsvg loaded before the
    first frame."""
    app = ICONS.parents[2] / 'src' / 'app'
    pages = (app / 'patron-pages.c').read_text(encoding='utf-8')
    resources = (app / 'patron.gresource.xml').read_text(encoding='utf-8')
    icons = re.findall(r'"(patron-[a-z]+-symbolic)"', pages)
    assert icons
    for icon in icons:
        assert f'{icon}.symbolic.png' in resources, icon


tap.run('/data/icons', [
    are_square,
    are_self_contained,
    symbolic_takes_colour,
    can_be_drawn,
    pages_have_pixels,
])
