#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores and limits from tables, as a script asks for them."""

import csv
import io
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
sys.path.insert(0, str(Path(os.environ['G_TEST_SRCDIR']) / 'cli'))
import patron
import tap
from patron import fine, refused, run

SERIES = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


def table(text):
    file = patron.folder() / 'table.csv'
    file.write_text(text, encoding='utf-8')
    return file


def answers(*pairs):
    return table('score\n' + ''.join(f'{answer}\n' * n
                                     for answer, n in pairs))


def series(values=SERIES):
    return table('month,value\n' + ''.join(
        f'{2020 + i // 12}-{i % 12 + 1:02}-01,{value}\n'
        for i, value in enumerate(values)))


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def near(text, number):
    assert abs(float(text) - number) < 0.00051, (text, number)


def published():
    [row] = rows(fine('stats', 'nps', answers((10, 60), (8, 25), (6, 15)),
                      '--value', 'score', '--format', 'csv'))
    assert list(row) == ['period', 'group', 'n', 'nps', 'lower', 'upper',
                         'promoters', 'passives', 'detractors']
    assert list(row.values())[6:] == ['60', '25', '15'], row
    near(row['nps'], 45)
    near(row['lower'], 29.343)
    near(row['upper'], 58.036)
    [row] = rows(fine('stats', 'csat', answers((5, 70), (4, 4), (3, 33)),
                      '--value', '1', '--format', 'csv'))
    near(row['csat'], 69.159)
    near(row['lower'], 59.871)
    near(row['upper'], 77.118)
    [row] = json.loads(fine('stats', 'rate', answers(('yes', 74), (0, 33)),
                            '--value', 'Score', '--format', 'json'))
    near(row['rate'], 69.159)
    assert (row['n'], row['yes'], row['no']) == (107, 74, 33)


def efforts():
    file = answers((1, 2), (3, 1), (4, 1), (5, 4))
    scores = {}
    for convention in ('agree', 'top', 'mean', 'index'):
        [row] = rows(fine('stats', 'ces', file, '--value', 'score',
                          '--convention', convention, '--format', 'csv'))
        scores[convention] = float(row['ces'])
    assert scores == {'agree': 62.5, 'top': 50, 'mean': 3.625,
                      'index': -37.5}, scores
    refused(2, 'stats', 'ces', file, '--value', 'score', '--convention', 'x')


def periods():
    file = table('when;team;score\n2024-12-30;=B;10\n2024-12-31;A;0\n'
                 '2025-01-01;A;9\n2025-04-01;A;7\n')
    for period, wanted in {
            'day': ['2024-12-30', '2024-12-31', '2025-01-01', '2025-04-01'],
            'week': ['2025-W01', '2025-W14'],
            'month': ['2024-12', '2025-01', '2025-04'],
            'quarter': ['2024-Q4', '2025-Q1', '2025-Q2'],
            'year': ['2024', '2025']}.items():
        args = ('stats', 'nps', file, '--value', 'score', '--date', 'when',
                '--by', period, '--format')
        assert [row['period'] for row in rows(fine(*args, 'csv'))] == wanted
        assert wanted[0] in fine(*args, 'text')
    grouped = json.loads(fine(
        'stats', 'nps', file, '--value', 'score', '--date', 'when', '--by',
        'year', '--group', 'team', '--format', 'json'))
    assert [(one['period'], one['group'], one['n'], one['nps'])
            for one in grouped] == [
        ('2024', '=B', 1, 100), ('2024', 'A', 1, -100), ('2025', 'A', 2, 50)]
    refused(2, 'stats', 'nps', file, '--value', 'score', '--by', 'year')
    refused(2, 'stats', 'nps', file, '--value', 'score', '--date', 'when',
            '--by', 'decade')


def differences():
    """How scores differ, with the interval of that: Newcombe's for shares."""
    lines = ['when,who,good']
    for when, who, hits, n in (('2024-01-01', 'a', 70, 100),
                               ('2024-01-01', 'b', 90, 100),
                               ('2024-02-01', 'a', 90, 100),
                               ('2024-04-01', 'a', 90, 100)):
        lines += [f'{when},{who},{int(i < hits)}' for i in range(n)]
    file = table('\n'.join(lines) + '\n')
    args = ('stats', 'rate', file, '--value', 'good', '--date', 'when',
            '--group', 'who', '--format', 'csv', '--compare')
    first, other, second, late = rows(fine(*args, 'period'))
    assert first['change'] == other['change'] == late['change'] == ''
    near(second['change'], 20)
    near(second['change_lower'], 9.00000116)
    near(second['change_upper'], 30.57912079)
    first, other, *_ = rows(fine(*args, 'group'))
    assert first['change'] == ''
    near(other['change_lower'], 9.00000116)
    refused(2, *args, 'year')
    refused(2, 'stats', 'rate', file, '--value', 'good', '--compare', 'group')
    refused(2, 'stats', 'ces', file, '--value', 'good', '--group', 'who',
            '--compare', 'group')


def refusals():
    """What is no answer is listed; what is not answered is left out."""
    file = answers((10, 3), (11, 1), (-1, 1), (7.5, 1), ('often', 1))
    args = ('stats', 'nps', file, '--value', 'score', '--format', 'csv')
    result = run(*args)
    assert result.status == 1
    assert [line.split(': ')[0] for line in result.err.splitlines()] == [
        f'{file}:{row}' for row in (5, 6, 7, 8)], result.err
    assert rows(result.out)[0]['n'] == '3'
    strict = run(*args, '--strict')
    assert strict.status == 1 and not strict.out
    file = table('who,score\na,9\nb,\nc,0\n')
    assert rows(fine('stats', 'nps', file, '--value', 'score', '--format',
                     'csv'))[0]['n'] == '2'
    refused(1, 'stats', 'nps', file, '--value', 'nothing')
    refused(1, 'stats', 'nps', patron.folder() / 'none.csv', '--value', 'a')
    refused(2, 'stats', 'nps', file)
    refused(2, 'stats', 'nps', file, '--value', 'score', '--format', 'xml')
    refused(2, 'stats')


def limits():
    args = ('stats', 'xmr', series(), '--date', 'month', '--value', 'value')
    found = rows(fine(*args, '--format', 'csv', '--direction', 'down'))
    assert list(found[0]) == ['date', 'value', 'mean', 'lower', 'upper',
                              'moving_range', 'rule', 'type']
    assert len(found) == 18 and found[0]['moving_range'] == ''
    near(found[0]['mean'], 1.9444)
    near(found[0]['lower'], -3.0626)
    near(found[0]['upper'], 6.9515)
    assert [row['type'] for row in found if row['rule']] == ['concern']
    assert (found[4]['rule'], found[4]['moving_range']) == ('outside', '8')
    screened = json.loads(fine(*args, '--format', 'json',
                               '--screen-outliers'))
    near(screened['lower'], -0.7156)
    near(screened['upper'], 4.6044)
    assert screened['n_screened'] == 2 and screened['assurance'] == 'none'
    assert json.loads(fine(*args, '--format', 'json', '--median')
                      )['upper'] == 4.645
    assert json.loads(fine(*args, '--format', 'json', '--first', '6')
                      )['provisional']


def assurance():
    args = ('stats', 'xmr', series(), '--date', 'month', '--value', 'value')
    for direction, target, wanted, missed in (
            ('up', '7', 'fail', 17), ('up', '1.5', 'hit-and-miss', 9),
            ('down', '7', 'pass', 1), ('none', '7', 'none', None)):
        said = json.loads(fine(*args, '--format', 'json', '--direction',
                               direction, '--target', target))
        assert (said['assurance'], said['missed']) == (wanted, missed), said
    assert 'Missed so far: 17 of 18' in fine(
        *args, '--direction', 'up', '--target', '7')


def gaps():
    """Rows in any order; a month without a value is a gap, not a zero."""
    lines = series().read_text('utf-8').splitlines()
    mixed = table('\n'.join([lines[0], '2020-06-15,', *lines[:0:-1]]) + '\n')
    args = ('--date', 'month', '--value', 'value', '--format', 'csv',
            '--rules', 'nhs')
    whole = rows(fine('stats', 'xmr', series(), *args))
    gap = rows(fine('stats', 'xmr', mixed, *args))
    missing = gap.pop(6)
    assert gap == whole
    assert (missing['date'], missing['value'], missing['type']) == (
        '2020-06-15', '', '')
    assert '6' in refused(1, 'stats', 'xmr', series(SERIES[:5]), *args)
    refused(2, 'stats', 'xmr', mixed, *args, '--median', '--screen-outliers')
    refused(2, 'stats', 'xmr', mixed, *args, '--first', '5')
    refused(2, 'stats', 'xmr', mixed, *args, '--direction', 'left')
    refused(2, 'stats', 'xmr', mixed, '--value', 'value')
    assert fine('stats', 'xmr', mixed, *args,
                env={'LC_ALL': 'de_DE.UTF-8'}) == fine(
        'stats', 'xmr', mixed, *args)


def forecasts():
    """A line through a year tells what comes, and refuses what it cannot."""
    values = [10 + i + (-1) ** i for i in range(12)]
    args = ('--date', 'month', '--value', 'value', '--format', 'csv', '--to')
    [row] = rows(fine('stats', 'forecast', series(values), *args,
                      '2021-03-01'))
    assert list(row) == ['date', 'value', 'lower', 'upper', 'method',
                         'seasons', 'n']
    assert (row['date'], row['method'], row['seasons'], row['n']) == (
        '2021-03-01', 'least-squares', 'none', '12')
    assert 22.5 < float(row['value']) < 24.5
    assert 1 < float(row['value']) - float(row['lower']) < 4
    [robust] = rows(fine('stats', 'forecast', series(values), *args,
                         '2021-03-01', '--method', 'theil-sen'))
    assert 22.5 < float(robust['value']) < 24.5
    yearly = [20 + i % 12 + (i % 5) / 10 for i in range(24)]
    [seasonal] = rows(fine('stats', 'forecast', series(yearly), *args,
                           '2022-12-01', '--seasons', 'month'))
    assert seasonal['seasons'] == 'month'
    assert abs(float(seasonal['value']) - 31.3) < 0.5, seasonal
    file = series(values)
    assert '12' in refused(1, 'stats', 'forecast', series(values[:11]), *args,
                           '2021-03-01')
    file = series(values)
    assert 'no further' in refused(1, 'stats', 'forecast', file, *args,
                                   '2025-01-01')
    file = series(values[:6] + [90] + values[7:])
    assert 'outside the limits' in refused(1, 'stats', 'forecast', file,
                                           *args, '2021-03-01')
    refused(2, 'stats', 'forecast', file, *args, 'soon')
    refused(2, 'stats', 'forecast', file, *args, '2021-03-01', '--method',
            'guess')


if __name__ == '__main__':
    tap.run('/cli/stats', [published, efforts, periods, differences,
                           refusals, limits, assurance, gaps, forecasts])
