#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the sample strategy agrees with itself, and the templates are bare.

That the files are read and written byte by byte is for tests/exchange."""

import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
import tap

DATA = Path(os.environ['PATRON_SOURCE_DIR']) / 'data'
TEMPLATES = sorted((DATA / 'templates').glob('*.json'))
MONTHS = [f'{2024 + (9 + n) // 12}-{(9 + n) % 12 + 1:02}-01'
          for n in range(24)]


def load(path):
    return json.loads(path.read_text(encoding='utf-8'))


SAMPLE = load(DATA / 'samples' / 'consulting.json')


MEASURED = [kpi for kpi in SAMPLE['kpi'] if 'expression' not in kpi]


def values_of(kpi):
    return {m['date']: m for m in SAMPLE['measurement']
            if m['kpi'] == kpi['id']}


def compute(kpi):
    """The values of a KPI that is computed from others, by Python."""
    inputs = {other['name']: values_of(other) for other in MEASURED}
    formula = re.sub(r'\{([^}]*)\}',
                     lambda m: f'inputs[{m[1]!r}][date]["value"]',
                     kpi['expression'])
    return {date: eval(formula, {'inputs': inputs, 'date': date})
            for date in MONTHS}


def says_that_it_is_fictional():
    assert 'fictional' in SAMPLE['strategy'][0]['note']


def measurements():
    """Two years, a gap, and an outlier that is left out for a reason."""
    gaps, excluded = [], []
    for kpi in MEASURED:
        values = values_of(kpi)
        assert set(values) <= set(MONTHS), kpi['name']
        gaps += set(MONTHS) - set(values)
        for m in values.values():
            if 'denominator' in m:
                digits = 0 if kpi['unit_kind'] == 'money' else 3
                assert m['value'] == round(m['numerator'] / m['denominator'],
                                           digits), m
            if 'promoters' in m:
                assert m['value'] == round(
                    100 * (m['promoters'] - m['detractors'])
                    / m['sample_size'], 1), m
            if m.get('excluded'):
                excluded.append(m['reason'])
            assert (kpi.get('smallest', m['value']) <= m['value']
                    <= kpi.get('largest', m['value'])), m
    assert len(MEASURED) == 8 and len(SAMPLE['kpi']) == 9
    assert len(gaps) == len(excluded) == 1


def baselines():
    """Where each KPI stood: the mean of the first year."""
    for kpi in SAMPLE['kpi']:
        values = (compute(kpi) if 'expression' in kpi else
                  {date: m['value'] for date, m in values_of(kpi).items()})
        year = [value for date, value in values.items() if date < MONTHS[12]]
        mean = sum(year) / len(year)
        assert abs(kpi['baseline'] / mean - 1) < 0.025, (kpi['name'], mean)


def conversions():
    stages = {s['id']: s for s in SAMPLE['stage']}
    for hurdle in SAMPLE['hurdle']:
        stage = stages[hurdle['stage']]
        following = next(s for s in SAMPLE['stage']
                         if s['journey'] == stage['journey']
                         and s['position'] == stage['position'] + 1)
        assert hurdle['conversion'] == round(
            following['customers'] / stage['customers'], 2), hurdle['title']


def journeys():
    """The as-is and the to-be journey can be laid over each other."""
    as_is, to_be = SAMPLE['journey']
    assert as_is['counterpart'] == to_be['id']
    assert to_be['counterpart'] == as_is['id']
    for entity in ('stage', 'lane'):
        first, second = ([r['name'] for r in SAMPLE[entity]
                          if r['journey'] == journey['id']]
                         for journey in (as_is, to_be))
        assert first == second, entity


def budgets():
    """What the answer about money says is what the segments hold."""
    text = next(a['text'] for a in SAMPLE['answer'] if 'to acquire' in a['text'])
    for effort in ('acquire', 'retain', 'grow'):
        total = sum(s[effort + '_budget'] for s in SAMPLE['segment'])
        assert f'{total:,} to {effort}' in text, (effort, total)
    assert sum(s['profit_share'] for s in SAMPLE['segment']) == 1


def timeless():
    """The sample is moved to the day it is opened on: its sentences name no
    month and no year, and nothing has happened after its last values."""
    month = re.compile(r'\b(January|February|March|April|June|July|August'
                       r'|September|October|November|December|20[2-9]\d)\b')
    told = 0
    for entity, rows in SAMPLE.items():
        for row in rows if isinstance(rows, list) else []:
            for name, value in row.items():
                if (isinstance(value, str) and ' ' in value
                        and name != 'specification'):
                    told += 1
                    assert not month.search(value), value
    assert told > 300
    for entity in ('check_in', 'review', 'answer', 'measurement'):
        assert max(row['date'] for row in SAMPLE[entity]) <= '2026-10-01'


def templates():
    """A template asks; it does not know yet."""
    assert [path.stem for path in TEMPLATES] == ['blank', 'services', 'shop']
    for path in TEMPLATES:
        template = load(path)
        assert len(template['question']) == 7, path
        assert not {'measurement', 'target', 'goal', 'answer',
                    'version'} & set(template), path


def typography():
    for path in [*TEMPLATES, DATA / 'samples' / 'consulting.json']:
        for number, line in enumerate(path.open(encoding='utf-8'), 1):
            if '"specification": ' in line or '"expression": ' in line:
                continue  # JSON in JSON, and sums: not for people
            assert not re.search(r"""'|\\"|\.\.\.|--| - """, line), (
                f'{path}:{number}: {line}')


tap.run('/data/samples', [says_that_it_is_fictional, measurements, baselines,
                          conversions, journeys, budgets, timeless,
                          templates, typography])
