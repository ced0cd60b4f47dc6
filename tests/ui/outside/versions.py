#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a document was, and what others made of it: versions come back, what
both changed is chosen, and what stays on the computer is erased."""

import json
import shutil
import sqlite3

from driver import (CLI, HOME, Patron, act, children, fill, key, make,
                    wait, write)
import tap


def title_of(file):
    """The title of the strategy, as the file holds it."""
    database = sqlite3.connect(f'file:{file}?mode=ro', uri=True)
    title = database.execute('SELECT title FROM strategy').fetchone()[0]
    database.close()
    return title


def retitle(app, title):
    fill(app, 'Title', title)
    key('Return')
    app.window(title)


def restores_versions():
    file = make('versions.patron', 'First')
    with Patron(file) as app:
        app.window('First')
        app.menu('Keep Version…')
        dialog = app.find('dialog')
        write('Draft one')
        app.click('push button', 'Keep', dialog)
        app.find('push button', 'Undo Add Version')
        retitle(app, 'Second')
        wait(lambda: title_of(file) == 'Second', 'the file')

        app.menu('Earlier Versions…')
        app.click('push button', 'Restore “Draft one”')
        app.window('First')
        app.find('push button', 'Undo Restore Version')
        key('ctrl+z')
        app.window('Second')
        app.quit()


def restores_what_was_saved():
    file = make('saved.patron', 'First')
    with Patron(file) as app:
        app.window('First')
        retitle(app, 'Second')
        wait(lambda: title_of(file) == 'Second', 'the file')
        app.menu('Earlier Versions…')
        rows = children(app.find('list', 'Saved Before'))
        act(app.find('push button', 'Restore', rows[0]))
        app.window('First')
        app.menu('Earlier Versions…')
        app.click('push button', 'Erase What Was Saved Before')
        app.click('push button', 'Erase', app.find('dialog'))
        app.find('label', 'No Earlier Versions')
        key('Escape')
        app.quit()


def chooses_after_merge():
    file = make('merge.patron', 'Together')
    copy = HOME / 'merge-copy.patron'
    tap.succeed(CLI, 'add', file, 'portrait', 'name=Clara', 'age=40')
    shutil.copy(file, copy)
    # What only one of them has tells that they went apart.
    tap.succeed(CLI, 'add', file, 'segment', 'name=Ours')
    tap.succeed(CLI, 'add', copy, 'segment', 'name=Others')
    for path, age in ((file, 41), (copy, 43)):
        listed = tap.succeed(CLI, 'list', path, 'portrait', '--format',
                             'json')
        tap.succeed(CLI, 'set', path, json.loads(listed)[0]['id'],
                    f'age={age}')

    with Patron(file) as app:
        app.window('Together')
        app.menu('Merge a Copy…')
        app.window('Merge a Copy')
        key('ctrl+l')
        write(str(copy))
        key('Return')
        app.click('push button', 'Review…')
        app.window('Changed by Both')
        app.find('label', 'Clara: Age')
        app.find('label', '41')
        app.click_on(app.find('radio button', '43'))
        app.find('push button', 'Undo Change Age')
        key('Escape')
        app.find_gone('push button', 'Review…')
        app.find('push button', 'Undo Change Age')
        app.quit()
    assert '43' in tap.succeed(CLI, 'list', file, 'portrait', '--format',
                               'csv')


def erases_what_is_kept():
    file = make('kept.patron', 'Kept')
    with Patron(file) as app:
        app.window('Kept')
        retitle(app, 'Kept on')
        app.quit()
    with Patron() as app:
        app.find('push button', 'Blank')
        app.click('push button', 'Main Menu')
        app.click('menu item', 'Preferences')
        for what in ('Earlier Versions', 'Undo History'):
            app.click('push button', f'Erase {what}')
            app.click('push button', 'Erase', app.find('dialog'))
            app.find_gone('dialog')
        app.find('label', 'None are kept now')
        app.find('label', 'None of strategies that are closed')
        key('Escape')
        app.quit()
    with Patron(file) as app:
        app.window('Kept on')
        app.find('push button', 'Undo')
        assert app.find_now('push button', 'Undo Change Title') is None
        app.quit()


tap.run('ui/outside/versions', [
    restores_versions,
    restores_what_was_saved,
    chooses_after_merge,
    erases_what_is_kept,
])
