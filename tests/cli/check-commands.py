#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the built patron from outside: what a script can rely on."""

import csv
import datetime
import io
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
sys.path.insert(0, str(Path(os.environ['G_TEST_SRCDIR']) / 'cli'))
import patron
import tap
from patron import fine, new, records, refused

HELD = ('From One Engagement to Lasting Clients', 'Fernhollow Advisory')


def new_strategies():
    for template in ('blank', 'services', 'shop', 'sample'):
        file = new('--template', template)
        assert 'sound' in fine('check', '--sound', file)
    assert HELD[0] in fine('info', file)
    before = file.read_bytes()
    assert '--force' in refused(1, 'new', file)
    assert file.read_bytes() == before
    fine('new', file, '--force', '--title', 'Ours')
    assert json.loads(fine('info', file, '--format', 'json'))['title'] == (
        'Ours')
    assert 'nonsense' in refused(1, 'new', patron.folder() / 'x.patron',
                                 '--template', 'nonsense')
    refused(2, 'new', patron.folder() / 'x.patron', '--template', 'blank',
            '--from', '-')
    refused(1, 'new', patron.folder() / 'missing' / 'x.patron')


def text_and_back():
    """The strategy as text makes the same document, byte for byte."""
    file = new('--from', patron.SAMPLE)
    out = patron.folder() / 'out.json'
    assert fine('export', file, '--format', 'json', '--out', out).strip() == (
        str(out))
    assert out.read_text('utf-8') == patron.SAMPLE.read_text('utf-8')
    printed = fine('export', file, '--format', 'json')
    copy = patron.folder() / 'copy.patron'
    fine('new', copy, '--from', '-', stdin=printed)
    assert copy.read_bytes() == file.read_bytes()

    broken = printed.replace('"started": "2025-06-16"',
                             '"started": "2025-06-31"')
    other = patron.folder() / 'other.patron'
    said = refused(1, 'new', other, '--from', '-', stdin=broken)
    assert 'strategy 1001 started' in said and 'Line 12' in said, said
    assert not other.exists()


def sample_of_today():
    """The sample ends with the last complete month, whenever it is made."""
    file = new('--template', 'sample')
    last = datetime.date.today().replace(day=1) - datetime.timedelta(days=1)
    dates = [one['date'] for one in records(file, 'measurement')]
    assert max(dates) == last.replace(day=1).isoformat()
    assert max(one['date'] for one in records(file, 'review')) <= (
        datetime.date.today().isoformat())
    written = new('--from', patron.SAMPLE)
    assert len(set(dates)) == len({one['date']
                                   for one in records(written, 'measurement')})
    assert 'Stale' not in fine('kpi', 'list', file)


def listing():
    file = new('--from', patron.SAMPLE)
    rows = list(csv.DictReader(io.StringIO(
        fine('list', file, 'measurement', '--format', 'csv'))))
    objects = records(file, 'measurement')
    assert len(rows) == len(objects) == 191
    for row, one in zip(rows, objects):
        assert row['id'] == one['id'] and row['date'] == one['date']
        if row['value']:
            assert float(row['value']) == one['value']
    fields = list(csv.reader(io.StringIO(
        fine('list', file, 'kpi', '--format', 'csv',
             '--fields', 'name, decimals'))))
    assert fields[0] == ['id', 'name', 'decimals']
    text = fine('list', file, 'segment')
    assert 'Founder-led technology companies' in text
    assert 'There are: asset, strategy' in refused(1, 'list', file, 'nothing')
    assert '“mood”' in refused(1, 'list', file, 'kpi', '--fields', 'mood')
    refused(2, 'list', file, 'kpi', '--format', 'xml')


def formulas():
    """What a spreadsheet would run is quoted; numbers stay numbers."""
    file = new()
    fine('add', file, 'segment', 'name==1+1', 'description=@SUM(A1)\n-2')
    table = fine('list', file, 'segment', '--format', 'csv')
    row = list(csv.DictReader(io.StringIO(table)))[0]
    assert row['name'] == "'=1+1" and row['description'].startswith("'@SUM")
    assert row['position'] == '1'


def editing():
    file = new()
    segment = fine('add', file, 'segment', 'name=Ö & <b>').strip()
    portrait = fine('add', file, 'portrait', f'segment={segment}',
                    'name=Clara', 'age=41', 'technologies=CRM, Mail',
                    'evidence=observed').strip()
    one = records(file, 'portrait')[0]
    assert one['id'] == portrait and one['segment'] == segment
    assert one['technologies'] == ['CRM', 'Mail'] and one['age'] == 41
    fine('set', file, portrait, 'age=', 'name=Klara')
    one = records(file, 'portrait')[0]
    assert one['name'] == 'Klara' and 'age' not in one

    # All or nothing.
    before = file.read_bytes()
    assert 'Age' in refused(1, 'set', file, portrait, 'name=Eve', 'age=1000')
    assert 'age' in refused(1, 'set', file, portrait, 'name=Eve', 'age')
    assert '“mood”' in refused(1, 'add', file, 'segment', 'name=A', 'mood=B')
    refused(1, 'set', file, '99', 'name=Eve')
    refused(1, 'add', file, 'stage', 'name=Alone')
    refused(1, 'remove', file, segment, '99')
    assert file.read_bytes() == before

    fine('remove', file, segment)
    assert records(file, 'segment') == []
    assert 'segment' not in records(file, 'portrait')[0]


def pictures():
    file = new()
    portrait = fine('add', file, 'portrait', 'name=Ann').strip()
    figures = patron.folder()
    fine('export', file, '--what', 'portrait', '--out', figures)
    fine('set', file, portrait, f'picture=@{figures / "Ann.png"}')
    asset = records(file, 'asset')[0]
    assert asset['media_type'] == 'image/png' and asset['name'] == 'Ann.png'
    assert records(file, 'portrait')[0]['picture'] == asset['id']
    said = refused(1, 'set', file, portrait, f'picture=@{file}')
    assert said
    assert len(records(file, 'asset')) == 1


def conversation():
    file = new()
    lines = [
        {'do': 'begin', 'label': 'Two segments'},
        {'do': 'add', 'entity': 'segment', 'values': {'name': 'A'}},
        {'values': {'name': 'B'}, 'do': 'add', 'entity': 'segment'},
        {'do': 'end'},
        {'do': 'undo'},
        {'do': 'redo'},
        {'do': 'add', 'entity': 'segment',
         'values': {'name': 'C', 'position': 'x'}},
        {'do': 'set', 'id': '7', 'values': {}},
        {'do': 'dance'},
        {'entity': 'segment'},
        {'do': 'end'},
        {'do': 'begin'},
        {'do': 'add', 'entity': 'segment', 'values': {'name': 'D'}},
        {'do': 'cancel'},
        {'do': 'publish'},
    ]
    text = '\n'.join(json.dumps(line) for line in lines)
    result = patron.run('edit', file, stdin=text + '\n\nnot JSON\n')
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert [answer['ok'] for answer in answers] == (
        [True] * 6 + [False] * 5 + [True] * 4 + [False]), result.out
    assert result.status == 1
    assert 'Position' in answers[6]['error'] or 'number' in (
        answers[6]['error'])
    made = records(file, 'segment')
    assert [one['name'] for one in made] == ['A', 'B']
    assert made[0]['id'] == answers[1]['id']

    moves = [{'do': 'move', 'id': made[1]['id'], 'before': made[0]['id']},
             {'do': 'remove', 'id': made[0]['id']},
             {'do': 'set', 'id': made[1]['id'], 'values': {'name': None}},
             {'do': 'undo'}]
    fine('edit', file, stdin='\n'.join(map(json.dumps, moves)))
    assert [one['name'] for one in records(file, 'segment')] == ['B']

    # A compound edit that is not ended is given up, and it is said.
    result = patron.run('edit', file, stdin='{"do": "begin"}\n'
                        '{"do": "add", "entity": "segment"}\n')
    assert result.status == 1 and result.err
    assert len(records(file, 'segment')) == 1


def side_by_side():
    """A command edits what another holds open, and that takes it up."""
    file = new('--template', 'shop')
    first = records(file, 'segment')[0]['id']
    with subprocess.Popen([patron.PATRON, 'edit', file], text=True,
                          stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as holder:
        def ask(**line):
            print(json.dumps(line), file=holder.stdin, flush=True)
            return json.loads(holder.stdout.readline())

        assert ask(do='set', id=first, values={'name': 'Held'})['ok']
        assert ask(do='publish')['ok']
        fine('set', file, first, 'description=From aside')
        added = fine('add', file, 'segment', 'name=Aside').strip()
        assert ask(do='set', id=added, values={'name': 'Seen'})['ok']
        holder.stdin.close()
        assert holder.wait() == 0
    made = {one['id']: one for one in records(file, 'segment')}
    assert made[first]['name'] == 'Held'
    assert made[first]['description'] == 'From aside'
    assert made[added]['name'] == 'Seen'


def exporting():
    file = new('--from', patron.SAMPLE)
    expected = sum(len(records(file, kind))
                   for kind in ('portrait', 'kpi', 'chart', 'journey'))
    expected += 2  # the goals, as a tree and over time
    starts = {'png': b'\x89PNG', 'svg': b'<?xml', 'pdf': b'%PDF-'}
    for kind, start in starts.items():
        out = patron.folder() / 'made' / 'here'
        names = fine('export', file, '--what', 'all', '--format', kind,
                     '--scale', '0.25', '--out', out).splitlines()
        assert len(names) == len(set(names)) == expected
        for name in names:
            assert Path(name).parent == out
            assert Path(name).read_bytes().startswith(start)
        assert len(list(out.iterdir())) == expected
    out = patron.folder()
    names = fine('export', file, '--what', 'chart', '--record', '2001',
                 '--size', '400x300', '--scale', '1', '--out', out)
    header = Path(names.strip()).read_bytes()[16:24]
    assert header == bytes([0, 0, 1, 144, 0, 0, 1, 44])
    refused(1, 'export', file, '--what', 'journey', '--record', '2001')
    saved = records(file, 'chart')
    out = patron.folder()
    names = fine('export', file, '--what', 'charts', '--format', 'svg',
                 '--out', out).splitlines()
    assert [Path(name).stem for name in names] == [
        chart['title'] for chart in saved], names
    # By name: a saved chart, and one that the strategy makes by itself.
    for name in (saved[1]['title'].upper(), 'Net promoter score'):
        path = Path(fine('export', file, '--chart', name, '--theme', 'dark',
                         '--format', 'svg', '--out', out).strip())
        assert path.stem.upper() == name.upper(), path
        assert '<text' in path.read_text(encoding='utf-8')
    # One picture goes to the file that is named, as what its ending says.
    one = out / 'one.svg'
    assert fine('export', file, '--chart', name, '--out', one) == f'{one}\n'
    assert one.read_bytes() == path.with_name(
        fine('export', file, '--chart', name, '--format', 'svg', '--out',
             out).strip().rpartition('/')[2]).read_bytes()
    refused(1, 'export', file, '--what', 'charts', '--out', out / 'two.svg')
    refused(2, 'export', file, '--chart', name, '--format', 'pdf', '--out',
            out / 'three.svg')
    assert not (out / 'two.svg').exists() and not (out / 'three.svg').exists()
    refused(1, 'export', file, '--chart', 'nothing of that name')
    refused(2, 'export', file, '--chart', 'x', '--what', 'journey')
    refused(2, 'export', file, '--theme', 'pink')
    refused(2, 'export', file, '--what', 'kpi')
    refused(2, 'export', file, '--format', 'gif')
    refused(2, 'export', file, '--size', 'large')
    refused(2, 'export', file, '--scale', '0')
    refused(1, 'export', file, '--out', file / 'below')
    refused(1, 'export', new(), '--what', 'journey')


def importing():
    """The same figures as a computation that knows nothing of Patron."""
    file = new()
    args = ('import', file, patron.WAITS, '--date', 'period',
            '--ratio', 'breaches/attendances', '--complement',
            '--group', 'org_code', '--name', 'In time',
            '--source', 'NHS England')
    fine(*args, '--dry-run')
    assert records(file, 'kpi') == []
    fine(*args)

    sums = defaultdict(lambda: [0, 0])
    with open(patron.WAITS, newline='', encoding='utf-8') as table:
        for row in csv.DictReader(table):
            both = sums[row['org_code'], row['period']]
            both[0] += int(row['breaches'])
            both[1] += int(row['attendances'])
    kpis = {one['id']: one for one in records(file, 'kpi')}
    assert len(kpis) == 7
    for one in kpis.values():
        assert one['unit_kind'] == 'percent' and one['cadence'] == 'month'
        assert one['aggregation'] == 'ratio'
        assert one['source'] == 'NHS England'
    measured = {(kpis[one['kpi']]['name'].removeprefix('In time – '),
                 one['date']): one for one in records(file, 'measurement')}
    assert measured.keys() == sums.keys()
    for key, (breaches, attendances) in sums.items():
        one = measured[key]
        assert one['value'] == 1 - breaches / attendances
        assert one['numerator'] == attendances - breaches
        assert one['denominator'] == attendances

    before = file.read_bytes()
    assert '0 new, 0 changed, 252 as they were' in fine(*args)
    assert file.read_bytes() == before


def refusing_rows():
    file = new()
    table = patron.folder() / 'table.csv'
    table.write_text('when;how much\n01.02.2024;1,5\n30.02.2024;2\n'
                     '01.03.2024;lots\n"01.04.2024;3\n";9\n',
                     encoding='cp1252')
    args = ('import', file, table, '--date', 'When', '--value', '2')
    result = patron.run(*args)
    assert result.status == 1
    told = [line for line in result.err.splitlines()
            if line.startswith(f'{table}:')]
    assert [line.split(':')[1] for line in told if 'told apart' not in line
            ] == ['3', '4', '5'], result.err
    assert [one['value'] for one in records(file, 'measurement')] == [1.5]
    assert patron.run(*args, '--strict').status == 1
    assert len(records(file, 'measurement')) == 1
    refused(1, 'import', file, table, '--date', 'When', '--value', 'nothing')
    refused(1, 'import', file, '/dev/null', '--date', 'a', '--value', 'b')
    for wrong in (('--date', 'a'), ('--date', 'a', '--value', 'b', '--ratio',
                                    'c/d'),
                  ('--date', 'a', '--value', 'b', '--complement'),
                  ('--date', 'a', '--value', 'b', '--merge', 'most')):
        refused(2, 'import', file, table, *wrong)


def remembering():
    """A mapping that one table was imported by imports the next one."""
    file = new()
    first, second = patron.folder() / 'jan.csv', patron.folder() / 'feb.csv'
    first.write_text('Tag;Note;Art\n31.01.2024;9;neu\n31.01.2024;3;alt\n'
                     '31.01.2024;11;alt\n', encoding='utf-16')
    second.write_text('Art;Tag;Note\nneu;01.02.2024;10\n'
                      'neu;29.02.2024;9,0\nneu;05.01.2024;10\n',
                      encoding='utf-8-sig')
    result = patron.run('kpi', file, 'import', first, '--date', 'Tag',
                        '--value', 'Note', '--merge', 'nps', '--by', 'month',
                        '--name', 'Promoters', '--remember', 'Survey')
    assert result.status == 1 and f'{first}:4: ' in result.err, result.err
    assert '1 new' in fine('kpi', 'import', file, second, '--mapping',
                           'survey')
    one, = records(file, 'kpi')
    assert one['unit_kind'] == 'score' and one['cadence'] == 'month'
    assert one['unit'] == 'points' and one['decimals'] == 0
    assert [(m['date'], m['value'], m['sample_size'], m['promoters'],
             m['detractors']) for m in records(file, 'measurement')] == [
                ('2024-01-01', 100, 1, 1, 0), ('2024-02-01', 100, 2, 2, 0)]
    fine('kpi', 'import', file, second, '--mapping', 'Survey', '--share',
         'Note >= 10', '--name', 'Tens', '--date-order', 'dmy')
    fine('import', file, second, '--date', 'Tag', '--count', '--filter',
         'art != alt', '--name', 'Rows', '--by', 'year')
    measured = {one['name']: [m['value'] for m in
                              records(file, 'measurement')
                              if m['kpi'] == one['id']]
                for one in records(file, 'kpi')}
    assert measured['Tens'] == [1, 0.5] and measured['Rows'] == [3], measured
    refused(1, 'import', file, second, '--mapping', 'Other')
    refused(1, 'import', file, second, '--mapping', 'Survey', '--filter', 'x')
    for wrong in (('--by', 'hour'), ('--scale', '5'), ('--merge', 'share'),
                  ('--encoding', 'EBCDIC'), ('--count', '--merge', 'sum')):
        refused(2, 'import', file, second, '--date', 'Tag', '--value', 'Note',
                *wrong)


def reading():
    """The same table however it is written, and what is said overrides."""
    rows = [('2024-03-01', '1 234,5'), ('2024-04-01', '−7')]
    for separator, encoding in ((';', 'utf-8'), ('\t', 'utf-16-be'),
                                ('|', 'cp1252'), (';', 'utf-16')):
        for head in (True, False):
            file, table = new(), patron.folder() / 'table.csv'
            lines = [separator.join(row) for row in
                     [('when', 'how much')] * head + rows]
            text = '\r\n'.join(lines)
            if encoding == 'cp1252':
                text = text.replace('−', '-').replace(' ', '\xa0')
            table.write_bytes(text.encode(encoding))
            fine('import', file, table, '--date', '1', '--value', '2',
                 '--name', 'It', *([] if head else ['--no-head']))
            assert [m['value'] for m in records(file, 'measurement')] == [
                1234.5, -7], (separator, encoding, head)
    table.write_text("'2024-01-01','1,5'\n'2024-01-02','2,5'\n")
    file = new()
    refused(1, 'import', file, table, '--date', '1', '--value', '2',
            '--no-head', '--quote', "'", '--separator', ',', '--decimal-mark',
            ',', '--encoding', 'utf-8', '--scale', '0..2')
    assert [m['value'] for m in records(file, 'measurement')] == [1.5]


def without_dates():
    """A share of rows by group, of the customers of a telephone company."""
    file, table = new(), patron.folder() / 'churn.csv'
    rows = [('Monthly', 'Yes')] * 3 + [('Monthly', 'No')] * 4 + [
        ('Two years', 'No')] * 5 + [('Two years', 'yes')]
    table.write_text('Contract,Churn\n' + ''.join(
        f'{contract},{churn}\n' for contract, churn in rows))
    fine('import', file, table, '--on', '2024-06-30', '--share', 'Churn=Yes',
         '--group', 'Contract', '--segments', '--by', 'quarter')
    kpis = {one['id']: one['name'] for one in records(file, 'kpi')}
    assert {one['name'] for one in records(file, 'segment')} == {
        'Monthly', 'Two years'}
    assert {(kpis[m['kpi']], m['date'], m['numerator'], m['denominator'],
             m['sample_size']) for m in records(file, 'measurement')} == {
                 ('Monthly', '2024-04-01', 3, 7, 7),
                 ('Two years', '2024-04-01', 1, 6, 6)}
    refused(2, 'import', file, table, '--on', 'June', '--count')


def library():
    file = new()
    listed = fine('kpi', 'library')
    assert 'Net promoter score (NPS)' in listed and 'lifetime_value' in listed
    fine('kpi', 'add', file, '--from-library', 'Call handle time')
    fine('kpi', file, 'add', '--from-library', 'csat')
    time, csat = records(file, 'kpi')
    assert time['counterpart'] == csat['id'] and time['direction'] == 'down'
    assert csat['smallest'] == 0 and csat['unit_kind'] == 'percent'
    refused(1, 'kpi', 'add', file, '--from-library', 'Luck')
    refused(2, 'kpi', 'add', file, 'csat', '--from-library', 'csat')
    refused(2, 'kpi', 'add', file, 'csat')


def calculated():
    file = new()
    for name, unit in (('Revenue', 'money'), ('Clients', 'number')):
        fine('add', file, 'kpi', f'name={name}', f'unit_kind={unit}')
    for month, revenue, clients in ((1, 900, 3), (2, 100, 4), (4, 500, 5)):
        fine('kpi', 'add', file, 'Revenue', f'2024-0{month}-01', str(revenue))
        fine('kpi', 'add', file, 'Clients', f'2024-0{month}-15', str(clients))
    fine('add', file, 'kpi', 'name=Each', 'unit_kind=money',
         'expression={Revenue} / Clients')
    fine('add', file, 'kpi', 'name=Worse', 'unit_kind=money',
         'expression={Revenue} + {Worse}')
    shown = [line.split() for line in
             fine('kpi', 'show', file, 'each').splitlines()]
    assert [(row[0], re.sub(r'\D*(\d+).*', r'\1', row[1])) for row in shown
            ] == [('2024-01-01', '300'), ('2024-02-01', '25'),
                  ('2024-04-01', '100')], shown
    assert 'Worse → Worse' in refused(1, 'kpi', 'show', file, 'worse')
    assert re.search(r'Each +3 ', fine('kpi', 'list', file))


def kpis():
    file = new('--from', patron.SAMPLE)
    assert 'Net promoter score' in fine('kpi', 'list', file)
    assert fine('kpi', 'show', file, 'NET promoter score') == (
        fine('kpi', 'show', file, '2003'))
    n = len(records(file, 'measurement'))
    fine('kpi', 'add', file, '2003', '2026-10-01', '50')
    fine('kpi', 'add', file, '2003', '2026-10-01', '--', '-5')
    last = fine('kpi', 'show', file, '2003').splitlines()[-1]
    assert '2026-10-01' in last and '5' in last
    assert len(records(file, 'measurement')) == n + 1
    refused(1, 'kpi', 'add', file, 'Nothing', '2026-10-01', '50')
    refused(1, 'kpi', 'add', file, '2003', '2026-02-30', '50')
    refused(1, 'kpi', 'add', file, '2003', '2026-10-02', 'many')
    fine('kpi', 'add', file, '2003', '2026-11-01', '--promoters', '60',
         '--detractors', '15', '--sample-size', '100')
    score, = (m for m in records(file, 'measurement')
              if m['date'] == '2026-11-01')
    assert (score['value'], score['promoters']) == (45, 60), score
    refused(1, 'kpi', 'add', file, '2003', '2026-12-01', '--promoters', '60',
            '--detractors', '15', '--sample-size', '70')
    refused(2, 'kpi', 'add', file, '2003', '2026-12-01', '5', '--promoters',
            '60')


def unsound():
    folder = patron.folder()
    file = new('--from', patron.SAMPLE)
    data = file.read_bytes()
    broken = {
        'empty': b'', 'text': b'hello', 'short': data[:5000],
        'hole': data[:8192] + bytes(4096) + data[12288:],
        'newer': data[:60] + b'\x00\x00\x03\xe7' + data[64:],
    }
    for name, content in broken.items():
        (folder / name).write_bytes(content)
        said = refused(1, 'check', folder / name)
        assert name in said, said
        refused(1, 'info', folder / name)
        assert (folder / name).read_bytes() == content
    said = refused(1, 'check', file, folder / 'nothing')
    assert 'nothing' in said


def lacking():
    file = new('--template', 'blank')
    assert 'sound' in fine('check', file)
    fine('add', file, 'kpi', 'name=Waiting')
    fine('add', file, 'portrait', 'name=Clara')
    fine('add', file, 'kpi', 'name=Answers', 'owner=Nora')
    checked = patron.run('check', file)
    assert checked.status == 1 and not checked.err, checked.err
    said = checked.out
    assert 'Answers” has no owner' not in said
    for what in ('KPI “Waiting” has no owner.',
                 'KPI “Waiting” has no counter-metric.',
                 'Portrait “Clara” goes on no journey.'):
        assert f'{file}: {what}' in said, said
    fine('check', '--sound', file)


def asking():
    file = new('--from', patron.SAMPLE)
    before = file.read_bytes()
    asked = 'SELECT id, name, main FROM portrait ORDER BY id'
    rows = json.loads(fine('query', file, asked, '--format', 'json'))
    assert [row['name'] for row in rows] == [
        one['name'] for one in sorted(records(file, 'portrait'),
                                      key=lambda one: one['id'])], rows
    table = list(csv.reader(io.StringIO(
        fine('query', file, "SELECT 9007199254740993 AS n, NULL AS gap, "
             "'a, b' AS text", '--format', 'csv'))))
    assert table == [['n', 'gap', 'text'],
                     ['9007199254740993', '', 'a, b']], table
    assert 'Fiona' in fine('query', file, asked)
    for sql, why in (('DELETE FROM portrait', 'only read'),
                     ('PRAGMA user_version', 'only read'),
                     ("ATTACH 'other' AS other", 'only read'),
                     ('SELECT 1; DELETE FROM portrait', 'one SELECT'),
                     ('', 'one SELECT'),
                     ('SELECT nothing FROM portrait', 'nothing')):
        said = refused(1, 'query', file, sql)
        assert why in said, (sql, said)
    assert file.read_bytes() == before


def usage():
    help_text = fine('--help')
    assert fine('-h') == help_text
    assert fine('--version').startswith('Patron ')
    for line in help_text.splitlines():
        if line.startswith('  ') and not line.startswith('  patron'):
            name = line[2:].split('  ')[0].split()
            assert f'patron {" ".join(name)}' in fine(*name, '--help')
    assert '“dance”' in refused(2, 'dance')
    assert 'patron kpi list' in refused(2, 'kpi')
    refused(2, 'new')
    refused(2, 'new', 'a', 'b')
    refused(2, 'info', 'a', '--nonsense')


def opening_a_window():
    """No command: patron becomes the window's program, arguments and all."""
    root = patron.folder()
    (root / 'src' / 'cli').mkdir(parents=True)
    (root / 'src' / 'app').mkdir(parents=True)
    copy = root / 'src' / 'cli' / 'patron'
    copy.write_bytes(patron.PATRON.read_bytes())
    copy.chmod(0o755)
    window = root / 'src' / 'app' / 'patron-window'
    window.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    window.chmod(0o755)
    for args in ((), ('a.patron', 'b'), ('./new',), ('--gapplication-service',),
                 ('/tmp/info',)):
        printed = tap.succeed(copy, *args)
        assert printed == (''.join(f'{arg}|' for arg in args) or '|'), printed
    # Installed, it looks beside its prefix.
    (root / 'bin').mkdir()
    (root / 'libexec').mkdir()
    copy = copy.rename(root / 'bin' / 'patron')
    window.rename(root / 'libexec' / 'patron-window')
    assert tap.succeed(copy, 'x.patron') == 'x.patron|'


def links():
    """The way to a window is short, and commands load no toolkit."""
    tap.need('ldd')
    libraries = tap.succeed('ldd', patron.PATRON)
    if 'asan' not in libraries:
        assert 'glib' not in libraries, libraries
    libraries = tap.succeed('ldd', patron.BUILD / 'src' / 'cli' /
                            'patron-command')
    assert 'gtk' not in libraries and 'adwaita' not in libraries, libraries
    libraries = tap.succeed('ldd', patron.BUILD / 'src' / 'cli' /
                            'patron-plot')
    for name in 'sqlite', 'libzip', 'xlsxwriter', 'crypto':
        assert name not in libraries, libraries


def other_languages():
    """Files are the same in every locale; only people read otherwise."""
    file = new('--from', patron.SAMPLE)
    for locale in ('de_DE.UTF-8', 'fr_FR.UTF-8', 'ar_EG.UTF-8', 'C'):
        env = {'LC_ALL': locale}
        for args in (('list', file, 'kpi', '--format', 'csv'),
                     ('list', file, 'kpi', '--format', 'json'),
                     ('export', file, '--format', 'json')):
            assert fine(*args, env=env) == fine(*args), (locale, args)
        other = new()
        fine('kpi', 'add', file, '2005', '2026-10-01', '7.25', env=env)
        fine('import', other, patron.WAITS, '--date', 'period', '--value',
             'attendances', '--filter', 'type=1', '--group', 'org_code',
             env=env)
        assert len(records(other, 'measurement')) == 252
    assert 7.25 in [one['value'] for one in records(file, 'measurement')
                    if one['date'] == '2026-10-01']


if __name__ == '__main__':
    tap.run('/cli', [
        new_strategies, text_and_back, sample_of_today, listing, formulas,
        editing, pictures, conversation, side_by_side, exporting, importing,
        refusing_rows, remembering, reading, without_dates, library,
        calculated, kpis, unsound, lacking, asking, usage, opening_a_window,
        links, other_languages])
