#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts of tables without a strategy."""

import os
import struct
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
sys.path.insert(0, str(Path(os.environ['G_TEST_SRCDIR']) / 'cli'))
import patron
import tap
from patron import fine, refused, run

TEXT = '{http://www.w3.org/2000/svg}text'
DATES = 'day,clients,team\n' + ''.join(
    f'2024-{month:02}-01,{month * 10},{team}\n'
    for month in range(1, 7) for team in ('north', 'south'))
STEPS = 'step,people\nvisited,400\nasked,100\nbought,25\n'


def table(text, encoding='utf-8'):
    file = patron.folder() / 'table.csv'
    file.write_bytes(text.encode(encoding))
    return file


def texts(file, *options, ending='svg'):
    """What can be read in a chart of a table."""
    out = patron.folder() / f'chart.{ending}'
    fine('plot', file, *options, '--out', out)
    return ' '.join(''.join(text.itertext())
                    for text in xml.parse(out).iter(TEXT))


def lines():
    seen = texts(table(DATES), '--x', 'day', '--y', 'clients', '--split',
                 'team', '--title', 'Two teams')
    assert 'Two teams' in seen and 'north' in seen and 'south' in seen, seen
    seen = texts(table('n,value\n1,5\n2,7\n30,9\n'), '--x', 'n', '--y',
                 '2')
    assert '30' in seen, seen


def funnels():
    seen = texts(table(STEPS), '--kind', 'funnel', '--x', 'step', '--y',
                 'people', '--title', 'finding')
    assert '400' in seen and '25' in seen, seen
    assert '6' in seen and 'visited' in seen, seen


def counted():
    """Without values, rows are counted."""
    seen = texts(table('answer\nyes\nno\nyes\nyes\n'), '--kind', 'donut',
                 '--x', 'answer')
    assert '75' in seen and '25' in seen and 'yes' in seen, seen


def foreign():
    """A table of another country: semicolons, decimal commas, quotes."""
    seen = texts(table('"Schritt";Wert\n"\xdcber; mehr";1.234,5\n'
                       '"Rest";765,5\n', 'cp1252'),
                 '--kind', 'donut', '--x', 'Schritt', '--y', 'Wert')
    assert '\xdcber; mehr' in seen and '2000' in seen, seen


def same_both_ways():
    """A quoted table is read as a plain one is."""
    plain = table('day,value\n2024-01-01,1.5\n2024-02-01,\n'
                  '2024-03-01 12:00,-3e1\n')
    quoted = table('day,value\n"2024-01-01",1.5\n2024-02-01,\n'
                   '2024-03-01 12:00,-3e1\n')
    pictures = []
    for file in (plain, quoted):
        out = patron.folder() / 'chart.svg'
        fine('plot', file, '--x', 'day', '--y', 'value', '--out', out)
        pictures.append(out.read_bytes())
    assert pictures[0] == pictures[1]


def sizes():
    out = patron.folder() / 'chart.png'
    fine('plot', table(DATES), '--x', 'day', '--y', 'clients', '--split',
         'team', '--size', '640x360', '--scale', '1.5', '--transparent',
         '--out', out)
    head = out.read_bytes()[:29]
    assert struct.unpack('>II', head[16:24]) == (960, 540), head
    assert head[25] == 6, 'there is no opacity'
    fine('plot', table(DATES), '--x', 'day', '--y', 'clients', '--split',
         'team', '--theme', 'dark', '--out', out.with_suffix('.pdf'))
    assert out.with_suffix('.pdf').read_bytes().startswith(b'%PDF')


def outlines():
    """Letters become shapes, and the words that describe the chart stay."""
    out = patron.folder() / 'chart.svg'
    fine('plot', table(STEPS), '--kind', 'funnel', '--x', 'step', '--y',
         'people', '--outlines', '--out', out)
    root = xml.parse(out)
    assert not list(root.iter(TEXT))
    assert 'visited' in root.getroot()[1].text


def told():
    """Rows that cannot be drawn are told; the others are drawn."""
    out = patron.folder() / 'chart.svg'
    done = run('plot', table('day,value\n2024-01-01,1\n2024-13-01,2\n'
                             '2024-03-01,three\n2024-04-01,4\n'),
               '--x', 'day', '--y', 'value', '--out', out)
    assert done.status == 1 and out.exists()
    assert ':3: ' in done.err and ':4: ' in done.err, done.err
    assert len(done.err.splitlines()) == 2, done.err
    why = refused(1, 'plot', table('a,b\nx,1\nx,2\n'), '--kind', 'bar',
                  '--x', 'a', '--y', 'b', '--out', out)
    assert 'value already' in why, why


def wrong():
    """What does not go together is refused in words that help."""
    out = patron.folder() / 'chart.png'
    file = table(DATES)
    why = refused(2, 'plot', file, '--x', 'day', '--y', 'clients')
    assert '--out' in why, why
    why = refused(2, 'plot', file, '--kind', 'pie', '--out', out)
    assert 'donut' in why, why
    why = refused(2, 'plot', file, '--out', out.with_suffix('.gif'))
    assert '.svg' in why, why
    why = refused(1, 'plot', file, '--y', 'clients', '--out', out)
    assert '--x' in why, why
    why = refused(1, 'plot', file, '--x', 'day', '--y', 'nobody', '--out',
                  out)
    assert 'nobody' in why, why
    why = refused(1, 'plot', file, '--x', 'day', '--out', out)
    assert '--y' in why, why
    assert not out.exists()
    refused(1, 'plot', table(''), '--x', '1', '--y', '2', '--out', out)
    refused(2, 'plot', file, '--x', 'day', '--y', 'clients', '--size', '0x9',
            '--out', out)


ALL = ('what,of,day,now,plan,low,high,n,level\n'
       'Grow,,2024-01-01,1,3,0.5,2,40,\n'
       'Keep,Grow,2024-02-01,4,3,3,5,12,\n'
       'Win,Grow,2024-03-01,2,3,1,4,55,\n'
       'Sum,Keep,2024-04-01,7,8,6,9.5,60,yes\n')
DATED = ('line', 'area', 'sparkline', 'multiples')
SPREAD = ('histogram', 'distribution')


def every_kind():
    """Each kind can be made from a table, and shows its rows."""
    out = patron.folder() / 'chart.svg'
    file = table(ALL)
    kinds = refused(2, 'plot', file, '--kind', 'pie', '--out', out)
    kinds = kinds.split('none of ')[1].strip().split(', ')
    assert len(kinds) == 22, kinds
    for kind in kinds:
        if kind in SPREAD:
            columns = ['--y', 'now', '--bubbles', 'n']
        elif kind == 'heat-map':
            columns = ['--x', 'what', '--y', 'now', '--split', 'day']
        elif kind == 'matrix':
            columns = ['--x', 'now', '--y', 'plan', '--names', 'what',
                       '--bubbles', 'n']
        elif kind in DATED:
            columns = ['--x', 'day', '--y', 'now', '--y', 'plan']
        else:
            columns = ['--x', 'what', '--y', 'now', '--y', 'plan',
                       '--expected']
        seen = texts(file, '--kind', kind, *columns, '--title', 'Shown')
        if kind != 'sparkline':
            assert 'Shown' in seen, kind
        if kind not in DATED + SPREAD + ('slope',):
            assert 'Grow' in seen and 'Win' in seen, (kind, seen)
        assert 'There are no values' not in seen, kind


def extras():
    """Intervals, sizes, names, wholes and levels, or why there are none."""
    file = table(ALL)
    tree = patron.folder() / 'tree.svg'
    fine('plot', file, '--kind', 'tree', '--x', 'what', '--part-of', 'of',
         '--out', tree)
    places = {''.join(text.itertext()): float(text.get('x'))
              for text in xml.parse(tree).iter(TEXT)}
    assert places['Grow'] < places['Keep'] < places['Sum'], places
    seen = texts(file, '--kind', 'tornado', '--x', 'what', '--y', 'now',
                 '--low', 'low', '--high', 'high', '--title', 'finding')
    assert 'Widest range: Sum' in seen, seen
    seen = texts(file, '--kind', 'bar', '--x', 'what', '--y', 'now',
                 '--samples', 'n')
    assert 'Hollow: fewer than 30 answers' in seen, seen
    seen = texts(file, '--kind', 'waterfall', '--x', 'what', '--y', 'now',
                 '--totals', 'level', '--title', 'finding')
    assert 'Keep' in seen, seen
    seen = texts(file, '--kind', 'histogram', '--y', 'now', '--averages',
                 'both')
    assert 'Mean' in seen and 'Median' in seen, seen

    out = patron.folder() / 'none.svg'

    def why(status, *options):
        return refused(status, 'plot', file, *options, '--out', out)
    assert 'matrix' in why(1, '--kind', 'bar', '--x', 'what', '--y', 'now',
                           '--names', 'of')
    assert '--high' in why(1, '--kind', 'bar', '--x', 'what', '--y', 'now',
                           '--low', 'low')
    assert 'one --y' in why(1, '--kind', 'bar', '--x', 'what', '--y', 'now',
                            '--y', 'plan', '--low', 'low', '--high', 'high')
    assert 'neither dates' in why(1, '--kind', 'area', '--x', 'what', '--y',
                                  'now')
    assert 'histogram' in why(2, '--x', 'day', '--y', 'now', '--averages',
                              'mean')
    assert not out.exists()
    done = run('plot', table('a,b\nx,\ny,z\n'), '--kind', 'tree', '--x', 'a',
               '--part-of', 'b', '--out', out)
    assert done.status == 1 and ':3: ' in done.err and '“z”' in done.err


if __name__ == '__main__':
    tap.run('/cli/plot', [lines, funnels, counted, foreign, same_both_ways,
                          sizes, outlines, told, wrong, every_kind, extras])
