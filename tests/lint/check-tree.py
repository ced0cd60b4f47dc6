#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds this tree to the rules of lint.py, one case a rule."""

import os
import sys

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
import lint
import tap


def case(rule):
    def check():
        found = lint.lint(os.environ['PATRON_SOURCE_DIR'], [rule])
        assert not found, '\n'.join(found)

    check.__name__ = rule.__name__[len('rule_'):]
    return check


tap.run('/lint', [case(rule) for rule in lint.RULES])
