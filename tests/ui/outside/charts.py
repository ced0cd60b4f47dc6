#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The charts of a strategy: looked at, saved, changed, taken back, copied
into other programs and exported."""

import json
import subprocess

from driver import (Atspi, CLI, HOME, Patron, key, wait, write,
                    xdotool)
import tap


def sample(name):
    file = HOME / name
    tap.succeed(CLI, 'new', file, '--template', 'sample')
    return file


def saved(file):
    """The saved charts, as the file holds them."""
    listed = json.loads(tap.succeed(CLI, 'list', file, 'chart', '--format',
                                    'json'))
    return [(chart['title'], chart['kind']) for chart in listed]


def open_page(app):
    app.find('list', 'Pages')
    app.focus()
    key('ctrl+6')
    return app.find('panel', 'Charts')


def bottom(node):
    place = node.get_extents(Atspi.CoordType.WINDOW)
    return place.y + place.height


def click_below(app, node, over):
    """Scrolls what lies over there until a node is in view; clicks it."""
    place = over.get_extents(Atspi.CoordType.WINDOW)
    xdotool('mousemove', '--window', app.x_window(), place.x + 200,
            place.y + 250)
    for _ in range(80):
        if bottom(node) < app.size()[1]:
            break
        xdotool('click', 5)
    wait(lambda: bottom(node) < app.size()[1], 'scrolling')
    app.click_on(node)


def open_chart(app, name):
    page = open_page(app)
    node = app.find('table cell', name, page)
    wait(lambda: node.get_extents(Atspi.CoordType.WINDOW).width > 0,
         'its place')
    click_below(app, node, page)
    app.find('push button', 'Back to the Gallery')


def save_change_rename_undo():
    file = sample('charts.patron')
    before = saved(file)
    assert len(before) >= 3, before
    with Patron(file) as app:
        open_page(app)
        app.click('push button', 'New Chart')
        app.find('push button', 'Save Chart')
        key('ctrl+d')
        app.find('push button', 'Undo Save Chart')
        click_below(app, app.find('table cell', 'Columns'),
                    app.find('label', 'Split By'))
        app.find('push button', 'Undo Change Chart')
        key('F2')
        key('ctrl+a')
        write('Where we stand')
        key('Return')
        app.find('push button', 'Undo Change Name')
        key('ctrl+s')
        wait(lambda: ('Where we stand', 'column') in saved(file),
             'the chart in the file')
        for label in ('Change Name', 'Change Chart', 'Save Chart'):
            app.click('push button', f'Undo {label}')
            app.find('push button', f'Redo {label}')
        key('ctrl+s')
        wait(lambda: saved(file) == before, 'the charts of before')
        app.quit()


def clipboard(target):
    return subprocess.run(
        ['xclip', '-selection', 'clipboard', '-o', '-t', target],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
        timeout=20).stdout


def copy_in_every_form():
    tap.need('xclip')
    with Patron(sample('copied.patron')) as app:
        open_chart(app, 'Where the experience falls short')
        app.focus()
        key('ctrl+c')
        targets = wait(
            lambda: b'application/pdf' in clipboard('TARGETS')
            and clipboard('TARGETS').decode().split(), 'the clipboard')
        forms = [target for target in targets if '/' in target]
        assert forms[:4] == ['application/pdf', 'image/svg+xml', 'image/png',
                             'text/html'], targets
        assert clipboard('application/pdf').startswith(b'%PDF-')
        assert b'After the hand-over' in clipboard('image/svg+xml')
        png = clipboard('image/png')
        assert png.startswith(b'\x89PNG')
        assert int.from_bytes(png[16:20], 'big') == 3000
        assert b'<td' in clipboard('text/html')
        table = clipboard('text/plain;charset=utf-8').decode().splitlines()
        assert table[0].split('\t') == ['Name', 'Experience Felt',
                                        'Experience Expected'], table
        assert table[5].split('\t') == ['After hand-over', '-2', '1'], table
        app.quit()


def show_as_table_and_export():
    made = HOME / 'funnel.png'
    with Patron(sample('exported.patron')) as app:
        open_chart(app, 'From first thought to referral')
        app.focus()
        key('ctrl+t')
        app.find('push button', 'Copy Table')
        app.find('label', '310')
        key('Escape')
        app.find_gone('push button', 'Copy Table')
        key('ctrl+e')
        app.window('Export Chart')
        app.click('push button', 'Export…')
        app.window('Save Chart As')
        app.focus()
        key('ctrl+a')
        write(str(made))
        key('Return')
        wait(lambda: made.exists()
             and made.read_bytes().startswith(b'\x89PNG'), 'the picture')
        app.kill()


def export_what_is_shown():
    """A chart that no record holds is offered by the window's dialog, too."""
    def pictures():
        return set(HOME.glob('**/*.png'))

    before = pictures()
    with Patron(sample('shown.patron')) as app:
        open_page(app)
        app.click('push button', 'New Chart')
        app.find('push button', 'Save Chart')
        key('ctrl+shift+e')
        app.click('push button', 'Export', app.window('Export'))
        wait(lambda: any(made.read_bytes().startswith(b'\x89PNG')
                         for made in pictures() - before), 'the picture')
        assert len(pictures() - before) == 1
        app.quit()


def choose_slides():
    """The choice of slides goes with the document."""
    file, made = sample('slides.patron'), HOME / 'slides.pptx'

    def listed():
        return tap.succeed(CLI, 'deck', file, '--list')

    assert 'overview' in listed()
    with Patron(file) as app:
        app.focus()
        key('ctrl+shift+p')
        app.window('Presentation')
        app.click_on(app.find('check box', 'Overview'))
        app.click('push button', 'Preview')
        app.window('Preview')
        key('Escape')
        app.window('Presentation')
        app.click('push button', 'Save…')
        app.window('Save Presentation')
        app.focus()
        key('ctrl+a')
        write(str(made))
        key('Return')
        wait(made.exists, 'the presentation')
        wait(lambda: 'overview' not in listed(), 'the choice')
        app.quit()


tap.run('/ui/outside/charts', [save_change_rename_undo, copy_in_every_form,
                               show_as_table_and_export,
                               export_what_is_shown, choose_slides])
