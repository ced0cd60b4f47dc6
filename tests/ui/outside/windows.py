#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What windows are like for somebody who sees little, has no mouse, or a
small screen."""

import re

from driver import (Atspi, Patron, children, describe, has_size, is_pressed,
                    is_shown, key, make, wait, walk)
import tap

# What GTK puts between is passed over by screen readers.
OPERATED = {'push button', 'toggle button', 'check box', 'radio button',
            'combo box', 'text', 'entry', 'spin button', 'slider',
            'list item', 'menu item', 'link', 'tool bar', 'frame', 'dialog'}


def is_focused(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def is_part(node):
    """Whether a node is the inside of one that has a name."""
    parent = node.get_parent()
    return parent is not None and parent.get_role_name() in (
        'push button', 'combo box', 'spin button')


def path(node):
    """A node and what it is in, for messages."""
    words = []
    while node is not None and node.get_role_name() != 'application':
        if node.get_name():
            words.append(describe(node))
        node = node.get_parent()
    return ' in '.join(words)


def is_said_twice(name):
    words = name.split()
    half = len(words) // 2
    return half > 0 and words[:half] == words[half:]


def check_names(app):
    """Whatever can be operated says what it is, once."""
    wrong = []
    for window in app.windows():
        for node in walk(window):
            name = node.get_name() or ''
            if (node.get_role_name() not in OPERATED or not is_shown(node)
                    or is_part(node)):
                continue
            if node.get_role_name() == 'list item' and any(
                    child.get_name() for child in walk(node)):
                continue
            if not name.strip() or re.match('Gtk|Adw|Patron[A-Z]', name) or (
                    '_' in name or is_said_twice(name)):
                # Widgets that wait to be used again have no size.
                if has_size(node):
                    wrong.append(describe(node) + ' in ' + path(node))
    assert not wrong, '\n'.join(wrong)


def pages(app):
    """The titles of the pages."""
    return [row.get_name() for row in children(app.find('list', 'Pages'))]


def everything_has_a_name():
    with Patron() as app:
        app.find('push button', 'Blank')
        check_names(app)
        app.click('push button', 'Sample')
        app.find('list', 'Pages')
        for number, title in enumerate(pages(app), 1):
            app.focus()
            key(f'ctrl+{number}')
            app.find('panel', title)
            check_names(app)
        app.quit()


def sidebar():
    """What the keys select in the sidebar is what is shown."""
    with Patron() as app:
        app.click('push button', 'Blank')
        rows = children(app.find('list', 'Pages'))
        app.click_on(rows[0])
        wait(lambda: is_focused(rows[0]), 'the focus of the sidebar')
        for row in rows[1:4]:
            key('Down')
            app.find('panel', row.get_name())
            wait(lambda: is_focused(row), 'the focus of the next row')
        key('ctrl+2')
        app.find('panel', rows[1].get_name())
        app.quit()


def keys_reach_everything():
    with Patron() as app:
        app.find('push button', 'Blank')
        app.focus()
        key('ctrl+n')
        app.find('list', 'Pages')
        key('F10')
        app.find('menu item', 'About Patron')
        key('Escape')
        app.find_gone('menu item', 'About Patron')
        key('ctrl+question')
        app.find('label', 'Show or hide the sidebar')
        key('Escape')
        app.find_gone('label', 'Show or hide the sidebar')
        key('ctrl+comma')
        app.window('Preferences')
        check_names(app)
        key('Escape')
        wait(lambda: len(app.windows()) == 1, 'the end of the preferences')
        app.focus()
        key('ctrl+shift+e')
        app.window('Export')
        check_names(app)
        button = app.find('push button', 'Export', app.window('Export'))
        wait(lambda: is_focused(button), 'the focus of the button')
        key('Escape')
        wait(lambda: len(app.windows()) == 1, 'the end of the export')
        app.focus()
        key('ctrl+w')
        app.wait_end()


def narrow():
    with Patron() as app:
        app.find('push button', 'Blank')
        app.resize(360, 600)
        app.click('push button', 'Blank')
        app.find('list', 'Pages')
        app.resize(360, 600)
        wait(lambda: app.size() == (360, 600), 'the narrow window')
        sidebar = app.find('push button', 'Sidebar')
        app.focus()
        for number in (2, 1):
            wait(lambda: not is_pressed(sidebar), 'the sidebar to fold away')
            key('F9')
            wait(lambda: is_pressed(sidebar), 'the sidebar')
            row = children(app.find('list', 'Pages'))[number - 1]
            app.click_on(row)
            app.find('panel', row.get_name())
        wait(lambda: not is_pressed(sidebar), 'the sidebar to fold away')
        app.quit()


def recent_documents():
    kept = make('kept.patron', 'Still here')
    gone = make('gone.patron', 'Gone')
    for file, title in ((kept, 'Still here'), (gone, 'Gone')):
        with Patron(file) as app:
            app.window(title)
            app.quit()
    gone.unlink()
    twin = make('twin.patron', 'Still here')
    with Patron(twin) as app:
        app.window('Still here')
        app.quit()
    with Patron() as app:
        app.find('label', 'kept.patron in Home')
        app.find('label', 'twin.patron in Home')
        app.find('label', 'No longer in')
        app.click('push button', 'Remove “Gone”')
        app.find_gone('label', 'No longer in')
        app.click_on(app.find('list item', 'Still here'))
        app.window('Still here')
        app.quit()
    assert kept.exists()


tap.run('ui/outside/windows', [
    everything_has_a_name,
    sidebar,
    keys_reach_everything,
    narrow,
    recent_documents,
])
