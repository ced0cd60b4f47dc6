#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Extracts every string as translators get it, and checks what they sent."""

import os
import re
import sys
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
import tap

SOURCE = Path(os.environ['PATRON_SOURCE_DIR'])
FILES = Path(os.environ['TMPDIR'])
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2',
            'g_dngettext:2,3', 'g_dpgettext2:2c,3', 'ngettext:1,2']


def languages():
    text = (SOURCE / 'po' / 'LINGUAS').read_text(encoding='utf-8')
    return [line for line in text.split() if not line.startswith('#')]


def extract():
    tap.need('xgettext')
    # The rules for files of our own; meson gives them to xgettext as well.
    os.environ['GETTEXTDATADIRS'] = str(SOURCE / 'po')
    output = tap.succeed(
        'xgettext', '--from-code=UTF-8', '--add-comments=Translators',
        *[f'--keyword={keyword}' for keyword in KEYWORDS],
        '--files-from=po/POTFILES.in', '--output', FILES / 'patron.pot',
        cwd=SOURCE)
    # A string that may or may not be a format is the usual trap.
    assert 'warning' not in output, output
    text = (FILES / 'patron.pot').read_text(encoding='utf-8')
    assert text.count('\nmsgid ') > 100
    assert 'msgid "Net promoter score (NPS)"' in text


def strings_read_well():
    """Typographic marks, as the house rules have them."""
    text = (FILES / 'patron.pot').read_text(encoding='utf-8')
    wrong = []
    for message in re.findall(r'\nmsgid ((?:".*"\n)+)', text):
        string = ''.join(re.findall(r'"(.*)"\n', message))
        # The mark itself may be named.
        string = string.replace('“\\"”', '')
        if '...' in string or '\\"' in string or re.search(r"\w'\w", string):
            wrong.append(string)
    assert not wrong, 'use … “ ” ’ in:\n' + '\n'.join(wrong)


def languages_are_sorted():
    assert languages() == sorted(languages())
    files = {path.stem for path in (SOURCE / 'po').glob('*.po')}
    assert files == set(languages())


def translations():
    for language in languages():
        tap.succeed('msgfmt', '--check', '--output-file=/dev/null',
                    SOURCE / 'po' / f'{language}.po')


tap.run('/data/po', [
    extract,
    strings_read_well,
    languages_are_sorted,
    translations,
])
