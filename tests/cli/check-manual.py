#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the manual page to the commands and options that there are."""

import os
import re
import sys
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
sys.path.insert(0, str(Path(os.environ['G_TEST_SRCDIR']) / 'cli'))
import patron
import tap
from patron import fine

PAGE = patron.SOURCE / 'data' / 'patron.1'


def read_sections():
    """The text about each command, by its name."""
    text = PAGE.read_text('utf-8').replace('\\-', '-')
    text = text[text.index('.SH COMMANDS'):text.index('.SH VALUES')]
    sections = {}
    for part in text.split('.SS "patron ')[1:]:
        words = re.split(r' ?\\f', part, maxsplit=1)[0]
        sections[words] = part
    return sections


def commands():
    names = {line[2:].split('  ')[0] for line in fine('--help').splitlines()
             if line.startswith('  ') and not line.startswith('  patron')}
    assert names == set(read_sections()), names ^ set(read_sections())


def options():
    for name, section in read_sections().items():
        shown = fine(*name.split(), '--help')
        there = set(re.findall(r'^ +(--[a-z-]+)', shown, re.M)) - {'--help'}
        told = set(re.findall(r'^\.BI? (--[a-z-]+)', section, re.M))
        assert there == told, (name, there ^ told)


def verbs():
    """What `patron edit` knows."""
    source = (patron.SOURCE / 'src' / 'cli' / 'patron-command-edit.c'
              ).read_text('utf-8')
    page = PAGE.read_text('utf-8')
    page = page[page.index('.SH "EDITING'):page.index('.SH "EXIT')]
    told = set(re.findall(r'[a-z]+', ' '.join(
        re.findall(r'^\.TP\n\.BR? (.+)$', page, re.M))))
    assert told == set(re.findall(r'\{ "(\w+)", run_', source)), told


def roff():
    tap.need('groff')
    said = tap.succeed('groff', '-man', '-Tutf8', '-ww', '-z', PAGE)
    assert not said, said


if __name__ == '__main__':
    tap.run('/cli/manual', [commands, options, verbs, roff])
