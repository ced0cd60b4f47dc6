#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows each rule of lint.py a small tree that breaks it, and one that does
not."""

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
import lint
import tap

SPDX = ('/* SPDX-FileCopyrightText: The Patron contributors\n'
        ' * SPDX-License-Identifier: GPL-3.0-or-later */\n')
SCRIPT = ('#!/bin/sh\n'
          '# SPDX-FileCopyrightText: The Patron contributors\n'
          '# SPDX-License-Identifier: GPL-3.0-or-later\n')
DOMAIN = '#define G_LOG_DOMAIN "patron-x"\n'


def header(text=''):
    return f'{SPDX}\n#pragma once\n{text}'


def source(text=''):
    return f'{SPDX}\n{DOMAIN}\n{text}'


# A tree that keeps every rule; each case below changes a file or two of it.
GOOD = {
    'meson.build': SCRIPT[len('#!/bin/sh\n'):],
    'src/meson.build': SCRIPT[len('#!/bin/sh\n'):] + ''.join(
        f"subdir('{name}')\n" for name in lint.LAYERS),
    'src/base/patron-id.h': header('#include <glib.h>\n'),
    'src/base/patron-id.c': source('#include "patron-id.h"\n'),
    'src/model/patron-need.h': header('#include "patron-id.h"\n'),
    'src/store/patron-db.h': header('#include "patron-need.h"\n'
                                    '#include <sqlite3.h>\n'),
    'src/charts/patron-axis.h': header('#include <cairo.h>\n'),
    'src/ui/compat/patron-ask.h': header('#include <gtk/gtk.h>\n'
                                         '#include <adwaita.h>\n'),
    'src/ui/pages/patron-page.h': header('#include "patron-ask.h"\n'),
    'src/ui/pages/kpis/patron-kpis.h': header('#include "patron-page.h"\n'),
    'src/ui/pages/goals/patron-goals.c': source(
        '#include "config.h"\n\n#include "patron-page.h"\n\n'
        'char *s = _("Goals");\n/* _("not this") */\n'),
    'tests/base/meson.build': SCRIPT[len('#!/bin/sh\n'):] + (
        "programs += {'base/id': {}}\n"),
    'tests/base/test-id.c': source('#include "patron-id.h"\n'),
    'tests/ui/check-window.py': SCRIPT,
    'data/x.gschema.xml': f'<?xml version="1.0"?>\n<!-- {SPDX} -->\n',
    'po/POTFILES.in': ('data/x.gschema.xml\n'
                       'src/ui/pages/goals/patron-goals.c\n'),
    'README.md': '# Patron\n',
}


def findings(rule, changes):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**GOOD, **changes}.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                path.write_text(text, encoding='utf-8')
        return lint.lint(folder, [rule])


# rule, what is said of it, and the change that has it said.
BAD = [
    (lint.rule_include_path, 'plain name',
     {'src/base/patron-a.c': source('#include "../model/patron-need.h"\n')}),
    (lint.rule_include_path, 'plain name',
     {'src/base/patron-a.c': source('#include "model/patron-need.h"\n')}),
    (lint.rule_include_order, 'base may not use model',
     {'src/base/patron-a.c': source('#include "patron-need.h"\n')}),
    (lint.rule_include_order, 'stats may not use store',
     {'src/stats/patron-a.c': source('#  include "patron-db.h"\n')}),
    (lint.rule_include_order, 'charts may not use model',
     {'src/charts/patron-a.c': source('#include "patron-need.h"\n')}),
    (lint.rule_include_order, 'cli may not use ui/pages',
     {'src/cli/patron-a.c': source('#include "patron-page.h"\n')}),
    (lint.rule_include_order, 'another page',
     {'src/ui/pages/goals/patron-a.c': source('#include "patron-kpis.h"\n')}),
    (lint.rule_include_order, 'another page',
     {'src/ui/pages/patron-a.c': source('#include "patron-kpis.h"\n')}),
    (lint.rule_include_order, 'stands in no layer',
     {'src/misc/patron-a.c': source()}),
    (lint.rule_include_order, 'is also in',
     {'src/model/patron-id.h': header()}),
    (lint.rule_include_known, 'there is no patron-gone.h',
     {'src/base/patron-a.c': source('#include "patron-gone.h"\n')}),
    (lint.rule_include_library, 'model may not include <sqlite3.h>',
     {'src/model/patron-a.c': source('#include <sqlite3.h>\n')}),
    (lint.rule_include_library, 'ui/forms may not include <sqlite3.h>',
     {'src/ui/forms/patron-a.c': source('#include <sqlite3.h>\n')}),
    (lint.rule_include_library, 'charts may not include <gtk/gtk.h>',
     {'src/charts/patron-a.c': source('#include <gtk/gtk.h>\n')}),
    (lint.rule_include_library, 'cli may not include <adwaita.h>',
     {'src/cli/patron-a.c': source('#include <adwaita.h>\n')}),
    (lint.rule_build_order, 'the order is not',
     {'src/meson.build': "subdir('model')\nsubdir('base')\n"}),
    (lint.rule_licence, 'SPDX', {'src/base/patron-a.c': DOMAIN}),
    (lint.rule_licence, 'SPDX', {'tool': '#!/bin/sh\necho\n'}),
    (lint.rule_header_guard, 'pragma', {'src/base/patron-a.h': SPDX}),
    (lint.rule_log_domain, 'G_LOG_DOMAIN',
     {'src/base/patron-a.c': SPDX + '#include <glib.h>\n' + DOMAIN}),
    (lint.rule_file_length, '1004 lines',
     {'src/base/patron-a.c': source('\n' * 999)}),
    (lint.rule_function_length, 'a function of 122 lines',
     {'src/base/patron-a.c': source('int\nf (void)\n{\n' + '  f ();\n' * 121
                                    + '}\n')}),
    (lint.rule_line, '101 columns', {'README.md': 'a\n',
                                     'tool': SCRIPT + 'x' * 101 + '\n'}),
    (lint.rule_line, 'blanks', {'README.md': 'a \n'}),
    (lint.rule_line, 'a tab', {'src/base/patron-a.c': source('\tf ();\n')}),
    (lint.rule_line, 'no newline', {'README.md': 'a'}),
    (lint.rule_line, 'empty lines', {'README.md': 'a\n\n'}),
    (lint.rule_unfinished, 'TODO',
     {'src/base/patron-a.c': source('/* TODO: all of it */\n')}),
    (lint.rule_unfinished, 'FIXME', {'tool': SCRIPT + '# FIXME\n'}),
    (lint.rule_translations, 'patron-a.c is missing',
     {'src/cli/patron-a.c': source('puts (C_("a", "b"));\n')}),
    (lint.rule_translations, 'patron-b.ui is missing',
     {'src/app/patron-b.ui': '<p translatable="yes">b</p>\n'}),
    (lint.rule_translations, 'b.desktop.in is missing',
     {'data/b.desktop.in': 'Name=b\n'}),
    (lint.rule_translations, 'holds no marked string',
     {'src/ui/pages/goals/patron-goals.c': source()}),
    (lint.rule_translations, 'not in order',
     {'po/POTFILES.in': ('src/ui/pages/goals/patron-goals.c\n'
                         'data/x.gschema.xml\n')}),
    (lint.rule_tests, 'src/model has no test',
     {'src/model/patron-need.c': source()}),
    (lint.rule_tests, "no meson.build runs 'base/date'",
     {'tests/base/test-date.c': source()}),
    (lint.rule_tests, 'there is no src/bass',
     {'tests/bass/test-date.c': source(),
      'tests/bass/meson.build': GOOD['tests/base/meson.build'].replace(
          'base/id', 'bass/date')}),
]


def case(rule):
    def check():
        assert not findings(rule, {}), 'the good tree breaks it'
        shown = [(what, changes) for other, what, changes in BAD
                 if other is rule]
        assert shown, 'no tree breaks it'
        for what, changes in shown:
            found = findings(rule, changes)
            assert len(found) == 1 and what in found[0], (
                f'expected "{what}", found {found} in {list(changes)}')

    check.__name__ = rule.__name__[len('rule_'):]
    return check


tap.run('/lint/self', [case(rule) for rule in lint.RULES])
