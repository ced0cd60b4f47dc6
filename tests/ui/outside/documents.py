#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of a document: made, edited, undone, saved, closed, killed,
opened again, and changed by somebody else."""

import contextlib
import shutil
import sqlite3

from driver import CLI, HOME, Patron, fill, key, make, save_as, wait
import tap


def ask(file, sql):
    """What a file holds, without Patron."""
    with contextlib.closing(sqlite3.connect(f'file:{file}?mode=ro',
                                            uri=True)) as database:
        return database.execute(sql).fetchone()[0]


def title_of(file):
    """The title of the strategy, as the file holds it."""
    return ask(file, 'SELECT title FROM strategy')


def new_edit_undo_save_reopen():
    file = HOME / 'shop.patron'
    with Patron() as app:
        app.click('push button', 'Consumer Shop')
        fill(app, 'Title', 'Corner Bakery')
        key('Return')
        app.window('Corner Bakery')
        app.find('push button', 'Undo Change Title')
        key('ctrl+z')
        app.window('Untitled strategy')
        app.find('push button', 'Redo Change Title')
        key('ctrl+shift+z')
        app.window('Corner Bakery')

        key('ctrl+s')
        save_as(app, file)
        assert title_of(file) == 'Corner Bakery'
        app.quit()

    with Patron(file) as app:
        app.window('Corner Bakery')
        app.click('push button', 'Undo Change Title')
        app.window('Untitled strategy')
        app.click('push button', 'Redo Change Title')
        app.window('Corner Bakery')
        app.quit()


def change_outside(file, sql):
    """Changes a document as another program would: in one move."""
    copy = file.with_suffix('.tmp')
    shutil.copy(file, copy)
    with contextlib.closing(sqlite3.connect(copy)) as database:
        database.execute(sql)
        database.commit()
    copy.replace(file)


def killed_while_typing():
    file = make('killed.patron', 'Before')
    with Patron(file) as app:
        app.window('Before')
        fill(app, 'Title', 'Kept')
        key('Return')
        app.window('Kept')
        fill(app, 'Organisation', 'Half a wo')
        app.kill()

    with Patron(file) as app:
        app.window('Kept')
        assert len(app.windows()) == 1, 'it asks something'
        wait(lambda: title_of(file) == 'Kept', 'what was recovered')
        app.click('push button', 'Undo Change')
        app.window('Before')
        app.quit()


def killed_as_draft():
    with Patron() as app:
        app.click('push button', 'Blank')
        fill(app, 'Title', 'Nowhere yet')
        key('Return')
        app.window('Nowhere yet')
        app.kill()

    with Patron() as app:
        app.click_on(app.find('list item', 'Nowhere yet'))
        app.window('Nowhere yet')
        app.find('push button', 'Undo Change Title')
        app.quit()
    with Patron() as app:
        app.click('push button', 'Discard “Nowhere yet”')
        app.click('push button', 'Discard', app.find('dialog'))
        app.find_gone('list item', 'Nowhere yet')
        app.quit()


def saves_by_itself():
    file = make('pause.patron', 'One')
    with Patron(file) as app:
        app.window('One')
        fill(app, 'Title', 'Two')
        wait(lambda: title_of(file) == 'Two', 'the pause')
        fill(app, 'Title', 'Three')
        key('ctrl+s')
        wait(lambda: title_of(file) == 'Three', 'the save')
        fill(app, 'Title', 'Four')
        app.quit()
    assert title_of(file) == 'Four'


def open_twice_raises():
    file = make('twice.patron', 'Once only')
    other = make('other.patron', 'Another')
    link = HOME / 'link.patron'
    link.symlink_to(file)
    with Patron(file) as app:
        app.window('Once only')
        for name in (file, link):
            with Patron(name) as second:
                second.wait_end()
        with Patron(other) as second:
            second.wait_end()
        app.window('Another')
        assert len(app.windows()) == 2
        app.quit()


def takes_up_outside_edits():
    file = make('outside.patron', 'Mine')
    with Patron(file) as app:
        app.window('Mine')
        change_outside(file, "UPDATE strategy SET title = 'Theirs'")
        app.window('Theirs')
        app.click('push button', 'Undo')
        app.window('Mine')
        wait(lambda: title_of(file) == 'Mine', 'the file')
        app.quit()


def takes_up_the_command_line():
    file = make('command.patron', 'Before')
    with Patron(file) as app:
        app.window('Before')
        key_of = ask(file, 'SELECT id FROM strategy')
        tap.succeed(CLI, 'set', file, key_of, 'title=After')
        app.window('After')
        app.quit()
    assert title_of(file) == 'After'


def asks_when_both_changed():
    file = make('both.patron', 'Start')
    with Patron(file) as app:
        app.window('Start')
        fill(app, 'Title', 'Mine')
        key('Return')
        app.window('Mine')
        change_outside(file, "UPDATE strategy SET title = 'Theirs'")
        app.click('push button', 'Decide…')
        app.click('push button', 'Take Theirs')
        app.window('Theirs')
        app.find_gone('push button', 'Decide…')
        app.quit()
    assert title_of(file) == 'Theirs'


def refuses_with_reason():
    text = HOME / 'text.patron'
    text.write_text('not a strategy', encoding='utf-8')
    newer = make('newer.patron', 'Newer')
    with contextlib.closing(sqlite3.connect(newer)) as database:
        database.execute('PRAGMA user_version = 9999')
    for file in (text, newer, HOME / 'missing.patron'):
        with Patron(file) as app:
            dialog = app.find('dialog')
            app.find('label', f'Cannot Open “{file.name}”')
            app.click('push button', 'Close', dialog)
            app.find_gone('dialog')
            app.find('push button', 'Blank')
            app.quit()


def salvages_what_is_damaged():
    file = make('damaged.patron', 'Damaged')
    size = file.stat().st_size
    shutil.rmtree(HOME / 'state')
    with open(file, 'r+b') as raw:
        raw.seek(size // 2)
        raw.write(b'\xff' * 4096)
    with Patron(file) as app:
        app.click('push button', 'Salvage')
        app.find('push button', 'Save As…')
        app.quit()


tap.run('ui/outside/documents', [
    new_edit_undo_save_reopen,
    killed_while_typing,
    killed_as_draft,
    saves_by_itself,
    open_twice_raises,
    takes_up_outside_edits,
    takes_up_the_command_line,
    asks_when_both_changed,
    refuses_with_reason,
    salvages_what_is_damaged,
])
