#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Presentations, as those see them who open them elsewhere: their parts fit
together, every slide has its title, and none is empty."""

import os
import posixpath
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(os.environ['G_TEST_SRCDIR'])
sys.path[:0] = [str(HERE), str(HERE / 'cli')]
import patron
import pptx
import tap

SAMPLE = patron.BUILD / 'data' / 'samples' / 'consulting.patron'
KINDS = patron.BUILD / 'tests' / 'test-exchange-deck'
A, C, P = pptx.A, pptx.C, pptx.P
S = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
HREF = '{http://www.w3.org/1999/xlink}href'


def make(kind):
    """A deck of the sample, and one of every kind of chart that can be
    edited."""
    folder = patron.folder()
    out = folder / f'sample.{kind}'
    tap.succeed(patron.PATRON, 'deck', SAMPLE, '--out', out)
    tap.succeed(KINDS, env={**os.environ, 'PATRON_DECK_FOLDER': str(folder)})
    return [out, folder / f'deck.{kind}', folder / f'from-right.{kind}']


def parse_all(package):
    return {name: ElementTree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith(('.xml', '.rels'))}


def relations(package, part):
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, '_rels', f'{name}.rels')
    return {item.get('Id'): posixpath.normpath(
                posixpath.join(folder, item.get('Target')))
            for item in ElementTree.fromstring(package.read(path))}


def slides_of(package):
    names = [name for name in package.namelist()
             if re.fullmatch(r'ppt/slides/slide\d+\.xml', name)]
    return sorted(names, key=lambda name: int(re.search(r'\d+', name)[0]))


def title_of(slide):
    for shape in slide.iter(f'{P}sp'):
        kind = shape.find(f'.//{P}ph')
        if kind is not None and kind.get('type') in ('title', 'ctrTitle'):
            return ''.join(text.text for text in shape.iter(f'{A}t'))
    raise AssertionError('a slide has no title')


def convert(path):
    """What LibreOffice makes of a presentation, as PDF."""
    tap.need('soffice')
    folder = patron.folder()
    subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/home',
                    '--headless', '--convert-to', 'pdf', '--outdir', folder,
                    path], check=True, timeout=100, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / f'{path.stem}.pdf'


def words(text):
    # Where a line breaks at a hyphen, pdftotext takes it for one of its own.
    return ''.join(text.split()).replace('-', '')


def check_pages(pdf, titles):
    """Every page tells its title and shows more than that."""
    for number, title in enumerate(titles, 1):
        text = tap.succeed('pdftotext', '-f', number, '-l', number, pdf, '-')
        assert words(title) in words(text), (
            f'page {number} of {pdf.name} lacks “{title}”: {text}')
        picture = pdf.with_name(f'page-{number}')
        tap.succeed('pdftoppm', '-r', 20, '-gray', '-singlefile', '-f',
                    number, '-l', number, pdf, picture)
        pixels = picture.with_suffix('.pgm').read_bytes()[-100 * 150:]
        assert min(pixels) < 250, f'page {number} of {pdf.name} is empty'
    pages = re.search(r'Pages:\s+(\d+)', tap.succeed('pdfinfo', pdf))
    assert int(pages[1]) == len(titles), pages[0]


def titles_of(path):
    with zipfile.ZipFile(path) as package:
        return [title_of(ElementTree.fromstring(package.read(name)))
                for name in slides_of(package)]


def pptx_parts():
    for path in make('pptx'):
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None
        pptx.check(path)


def pptx_numbers():
    """A chart and the workbook inside it hold the same numbers."""
    charts = 0
    for path in make('pptx'):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if not re.fullmatch(r'ppt/charts/chart\d+\.xml', name):
                    continue
                charts += 1
                book = package.extract(
                    relations(package, name)['rId1'], patron.folder())
                check_chart(ElementTree.fromstring(package.read(name)),
                            zipfile.ZipFile(book))
    assert charts >= 8, charts


def check_chart(chart, book):
    sheet = ElementTree.fromstring(book.read('xl/worksheets/sheet1.xml'))
    cells = {cell.get('r'): cell.findtext(f'{S}v')
             for cell in sheet.iter(f'{S}c') if cell.get('t') != 's'}
    compared = 0
    for reference in chart.iter(f'{C}numRef'):
        column, first = re.match(r'Sheet1!\$([A-Z]+)\$(\d+)',
                                 reference.findtext(f'{C}f')).groups()
        for point in reference.iter(f'{C}pt'):
            cell = cells[f'{column}{int(first) + int(point.get("idx"))}']
            value = point.findtext(f'{C}v')
            assert abs(float(cell) - float(value)) <= 1e-12 * max(
                1, abs(float(value))), (cell, value)
            compared += 1
    assert compared > 0


def pptx_opens():
    for path in make('pptx'):
        check_pages(convert(path), titles_of(path))


def odp_parts():
    for path in make('odp'):
        with zipfile.ZipFile(path) as package:
            first = package.infolist()[0]
            assert first.filename == 'mimetype'
            assert first.compress_type == zipfile.ZIP_STORED
            assert not first.extra
            parts = parse_all(package)
            names = set(package.namelist())
            for entry in parts['META-INF/manifest.xml']:
                full = [value for key, value in entry.attrib.items()
                        if key.endswith('full-path')][0]
                assert full == '/' or full in names or any(
                    name.startswith(full) for name in names), full
            for element in parts['content.xml'].iter():
                target = element.get(HREF, '')
                if target:
                    target = target.removeprefix('./')
                    assert any(name.startswith(target) for name in names), (
                        target)


def odp_opens():
    for path, twin in zip(make('odp'), make('pptx')):
        check_pages(convert(path), titles_of(twin))


def told_of_bars():
    """What is told of a bar stands on the chart that can be edited."""
    for kind in ('pptx', 'odp'):
        path = make(kind)[1]
        titles = titles_of(path.with_name('deck.pptx'))
        page = titles.index('The same to the right') + 1
        text = tap.succeed('pdftotext', '-layout', '-f', page, '-l', page,
                           convert(path), '-')
        assert re.search(r'\b7\s+Asked by phone', text), (kind, text)


def pdf_opens():
    for path, twin in zip(make('pdf'), make('pptx')):
        check_pages(path, titles_of(twin))


def same_bytes():
    for kind in ('pptx', 'odp'):
        first, second = make(kind)[0], make(kind)[0]
        assert first.read_bytes() == second.read_bytes(), kind


def chosen_slides():
    out = patron.folder() / 'chosen.pptx'
    journey = patron.records(SAMPLE, 'journey')[0]
    tap.succeed(patron.PATRON, 'deck', SAMPLE, '--out', out, '--include',
                f'kpis,cover,{journey["id"]}', '--pictures')
    titles = titles_of(out)
    assert titles[0] == 'KPIs' and len(titles) > 2, titles
    assert all(journey['title'] in title for title in titles[2:]), titles
    for option in ('--include', '--exclude', '--as-charts', '--as-pictures'):
        patron.refused(2, 'deck', SAMPLE, '--out', out, option, 'nonsense')
    patron.refused(2, 'deck', SAMPLE, '--out', out, '--include', 'kpis',
                   '--exclude', 'kpis')
    patron.refused(2, 'deck', SAMPLE, '--out', out.with_suffix('.key'))
    patron.refused(2, 'deck', SAMPLE)


def charts_of(path):
    with zipfile.ZipFile(path) as package:
        return len([name for name in package.namelist()
                    if re.fullmatch(r'ppt/charts/chart\d+\.xml', name)])


def forms_of_charts():
    out = patron.folder() / 'forms.pptx'
    kpi = patron.records(SAMPLE, 'kpi')[0]['id']
    deck = (patron.PATRON, 'deck', SAMPLE, '--out', out, '--include',
            'kpi-charts', '--exclude', str(kpi))
    twice = tap.succeed(patron.PATRON, 'deck', SAMPLE, '--list', '--include',
                        'kpis,cover,kpis')
    assert len(twice.splitlines()) == 3, twice
    listed = tap.succeed(*deck, '--list').splitlines()
    assert len(listed) == len(patron.records(SAMPLE, 'kpi')) - 1, listed
    other = listed[0].split('\t')[1]
    tap.succeed(*deck)
    all_charts = charts_of(out)
    assert all_charts > 1, all_charts
    tap.succeed(*deck, '--as-pictures', other)
    assert charts_of(out) == all_charts - 1
    tap.succeed(*deck, '--pictures', '--as-charts', other)
    assert charts_of(out) == 1


def goals_by_goal():
    """Where all goals are too many for a slide, each business goal has one."""
    out = patron.folder() / 'goals.pptx'
    tap.succeed(patron.PATRON, 'deck', SAMPLE, '--include', 'goal-tree',
                '--out', out)
    titles = titles_of(out)
    assert len(titles) == 2, titles
    assert titles[0].startswith('Grow profitably with the clients'), titles
    assert titles[1].endswith('4 of 5 goals need attention'), titles


tap.run('cli/deck', [pptx_parts, pptx_numbers, pptx_opens, odp_parts,
                     odp_opens, told_of_bars, pdf_opens, same_bytes,
                     chosen_slides, forms_of_charts, goals_by_goal])
