#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goals from the first one to the first check-in, by keys, and all of it
taken back."""

import contextlib
import json
import sqlite3

from driver import CLI, Patron, fill, key, make, wait, write
import tap


def rows(file, entity):
    listed = tap.succeed(CLI, 'list', file, entity, '--format', 'json')
    return json.loads(listed)


def type_title(app, title):
    """Types into the row that is being renamed."""
    app.find('text', 'Title of the Goal')
    write(title)
    key('Return')
    app.find('list item', title)


def check_says(app, letter, text):
    """Waits until the check of a letter says something."""
    def find():
        row = app.find_now('list item', f'{letter}: ')
        return row and text in row.get_description()
    wait(find, f'{letter}: {text}')


def measured(name):
    """A document with a KPI of two years that wavers around 20."""
    file = make(name, 'Goals')
    kpi = tap.succeed(CLI, 'add', file, 'kpi', 'name=Score').strip()
    for month in range(24):
        year, number = divmod(month, 12)
        tap.succeed(CLI, 'add', file, 'measurement', f'kpi={kpi}',
                    f'date={2024 + year}-{number + 1:02}-01',
                    f'value={19 + 2 * (month % 2)}')
    return file, kpi


def from_the_first_to_a_check_in():
    file, kpi = measured('goals.patron')
    with Patron(file) as app:
        app.window('Goals')
        app.focus()
        # All of a goal's details are in view, and can be pointed at.
        app.resize(1200, 2100)
        wait(lambda: app.size()[1] > 2000, 'the size')
        key('ctrl+4')
        app.click('push button', 'Add Business Goal')
        type_title(app, 'Grow with the clients we have')
        key('ctrl+shift+Return')
        type_title(app, 'Clients come back')
        key('ctrl+shift+Return')
        type_title(app, 'Improve the score')
        goals = rows_soon(file, 'goal', 3)
        assert [goal['kind'] for goal in goals] == [
            'business', 'objective', 'goal']
        assert goals[2]['parent'] == goals[1]['id']

        check_says(app, 'Specific', '“improve” can mean anything')
        check_says(app, 'Measurable', 'Nothing measures it.')
        check_says(app, 'Relevant', 'Grow with the clients we have')
        check_says(app, 'Time-bound', 'It has no due date.')

        # What measures it is chosen elsewhere; the page takes it up.
        tap.succeed(CLI, 'set', file, goals[2]['id'], f'kpi={kpi}',
                    'starts=2026-01-01', 'due=2027-12-31', 'owner=Sam')
        check_says(app, 'Measurable', 'It has no target.')
        fill(app, 'Baseline', '20')
        fill(app, 'Target', '27')
        key('Return')
        check_says(app, 'Measurable', '“Score” measures it: 24 values')
        check_says(app, 'Attainable', 'beyond the natural limit of 25.3')
        check_says(app, 'Specific', 'It says one thing, and Sam answers')

        key('ctrl+k')
        app.find('push button', 'Add Check-In')
        write('10')
        app.click('push button', 'At risk')
        app.click('push button', 'Add Check-In')
        made = rows_soon(file, 'check_in', 1)
        assert made[0]['progress'] == 0.1, made
        assert made[0]['confidence'] == 'at_risk', made

        # Back to where it began.
        app.click('push button', 'Undo Add Check-In')
        rows_soon(file, 'check_in', 0)
        for _ in range(20):
            if rows_now(file, 'goal') == []:
                break
            key('ctrl+z')
            key('ctrl+s')
        rows_soon(file, 'goal', 0)
        app.find('push button', 'Add Business Goal')
        app.quit()


def rows_now(file, entity):
    with contextlib.closing(sqlite3.connect(f'file:{file}?mode=ro',
                                            uri=True)) as database:
        return database.execute(f'SELECT id FROM {entity}').fetchall()


def rows_soon(file, entity, count):
    """Saves, and waits until the file holds so many."""
    key('ctrl+s')
    wait(lambda: len(rows_now(file, entity)) == count, f'{count} {entity}')
    return rows(file, entity)


tap.run('ui/outside/goals', [from_the_first_to_a_check_in])
