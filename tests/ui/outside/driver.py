# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the built program from outside, as a user with a keyboard and a
screen reader would: through AT-SPI, and through xdotool where only real keys
will do. Whatever is waited for is waited for by a predicate, and not for
ever."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time

# A warning ends the program, and not the test: AT-SPI warns of its own.
DEBUG = os.environ.pop('G_DEBUG', 'fatal-warnings')

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))
import tap

BUILD = pathlib.Path(os.environ['PATRON_BUILD_DIR'])
PROGRAM = BUILD / 'src/app/patron-window'
CLI = BUILD / 'src/cli/patron'
SAMPLE = BUILD / 'data/samples/consulting.patron'
HOME = pathlib.Path(os.environ['HOME'])

PATIENCE = 20 * (4 if 'asan' in str(BUILD) else 1)

# What everyone's console shows and is no fault of the program.
NOISE = ('dconf', 'MESA', 'libEGL', 'dbind-WARNING')


class Gone(Exception):
    """What was asked for is not there any more."""


def wait(predicate, what):
    """Returns what the predicate returns once that is true."""
    end = time.monotonic() + PATIENCE
    pause = 0.005
    while True:
        try:
            found = predicate()
        except GLib.Error:
            found = None
        if found:
            return found
        assert time.monotonic() < end, f'waited in vain for {what}'
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)


def xdotool(*words):
    """Runs xdotool and returns what it printed."""
    return subprocess.run(['xdotool', *[str(word) for word in words]],
                          check=True, stdout=subprocess.PIPE,
                          text=True).stdout.strip()


def key(*keys):
    """Presses keys, such as ctrl+z."""
    xdotool('key', '--clearmodifiers', *keys)


def write(text):
    """Types text."""
    xdotool('type', '--clearmodifiers', '--delay', '4', '--', text)


def children(node):
    """The nodes directly below a node."""
    found = []
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            found.append(child)
    return found


def walk(node):
    """A node and all below it."""
    yield node
    for child in children(node):
        yield from walk(child)


def text_of(node):
    """What an entry, a text or a label says."""
    count = Atspi.Text.get_character_count(node)
    return Atspi.Text.get_text(node, 0, count)


def act(node, names=('click', 'activate', 'toggle')):
    """Does what a click on the node does."""
    for index in range(node.get_n_actions()):
        if node.get_action_name(index) in names:
            assert node.do_action(index)
            return
    for child in children(node):
        if child.get_role_name() in ('push button', 'toggle button'):
            act(child, names)
            return
    raise AssertionError(f'{describe(node)} can do nothing')


def describe(node):
    """A node in words, for messages."""
    return f'{node.get_role_name()} “{node.get_name()}”'


def is_shown(node):
    """Whether a node could be seen."""
    states = node.get_state_set()
    return states.contains(Atspi.StateType.VISIBLE)


def has_size(node):
    """Whether a node takes up room in its window."""
    place = node.get_extents(Atspi.CoordType.WINDOW)
    return place.width > 0 and place.height > 0


def is_pressed(node):
    """Whether a toggle button is down."""
    states = node.get_state_set()
    return (states.contains(Atspi.StateType.PRESSED)
            or states.contains(Atspi.StateType.CHECKED))


class Patron:
    """One run of the program."""

    def __init__(self, *arguments, environment=None):
        self.errors = open(HOME / f'errors-{time.monotonic_ns()}', 'w+')
        self.process = subprocess.Popen(
            [str(PROGRAM), *[str(word) for word in arguments]],
            stdin=subprocess.DEVNULL, stdout=self.errors, stderr=self.errors,
            env={**os.environ, 'G_DEBUG': DEBUG, **(environment or {})})

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if kind is None:
            self.check_console()
        else:
            sys.stderr.write(self.read_console())

    def read_console(self):
        self.errors.flush()
        self.errors.seek(0)
        return self.errors.read()

    def check_console(self):
        """Whatever the program says on the console is a fault of it."""
        lines = [line for line in self.read_console().splitlines()
                 if line.strip() and not any(word in line for word in NOISE)]
        assert not lines, '\n'.join(lines)

    # The tree.

    def node(self):
        """The program, as AT-SPI sees it."""
        desktop = Atspi.get_desktop(0)
        for child in children(desktop):
            if child.get_process_id() == self.process.pid:
                return child
        return None

    def windows(self):
        program = self.node()
        return children(program) if program else []

    def window(self, title=None):
        """Waits for a window, by title where there are several."""
        def find():
            assert self.process.poll() is None, (
                f'the program ended: {self.process.returncode}\n'
                + self.read_console())
            for window in self.windows():
                if title is None or title in window.get_name():
                    return window
            return None
        return wait(find, f'window {title or ""}')

    def find_now(self, role, name=None, within=None):
        """The first node of a role, and a name that begins so, or None."""
        roots = [within] if within else self.windows()
        for root in roots:
            for node in walk(root):
                if node.get_role_name() != role or not is_shown(node):
                    continue
                if name is None or (node.get_name() or '').startswith(name):
                    return node
        return None

    def find(self, role, name=None, within=None):
        """Waits for such a node."""
        return wait(lambda: self.find_now(role, name, within),
                    f'{role} “{name or ""}”')

    def find_gone(self, role, name=None):
        """Waits until there is no such node."""
        wait(lambda: self.find_now(role, name) is None,
             f'{role} “{name or ""}” to go')

    def click(self, role, name=None, within=None):
        """Waits for a node and clicks it."""
        act(self.find(role, name, within))

    def menu(self, item):
        """Chooses from the main menu."""
        self.click('push button', 'Main Menu')
        self.click('menu item', item)

    # The screen.

    def x_window(self):
        """The X window that is active, once it is one of the program's."""
        def find():
            try:
                window = xdotool('getactivewindow')
                if int(xdotool('getwindowpid', window)) == self.process.pid:
                    return window
            except (subprocess.CalledProcessError, ValueError):
                pass
            return None
        return wait(find, 'the focus')

    def focus(self):
        """Waits until keys go to the program."""
        self.x_window()
        return self

    def resize(self, width, height):
        window = self.x_window()
        xdotool('windowsize', window, width, height)

    def size(self):
        """The size of the active window."""
        values = dict(line.split('=') for line in xdotool(
            'getwindowgeometry', '--shell', self.x_window()).splitlines())
        return int(values['WIDTH']), int(values['HEIGHT'])

    def click_on(self, node):
        """Clicks the middle of a node with the pointer."""
        window = self.x_window()
        place = node.get_extents(Atspi.CoordType.WINDOW)
        xdotool('mousemove', '--window', window, place.x + place.width // 2,
                place.y + place.height // 2, 'click', 1)

    # The end.

    def quit(self):
        """Quits by key, and waits for the program to end by itself."""
        self.focus()
        key('ctrl+q')
        self.wait_end()

    def wait_end(self):
        wait(lambda: self.process.poll() is not None, 'the end')
        assert self.process.returncode == 0, self.process.returncode

    def kill(self):
        """Ends it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def fill(app, label, text):
    """Replaces what a row holds, by keys."""
    row = app.find('text', label)
    app.click_on(row)
    key('ctrl+a')
    write(text)


def save_as(app, file):
    """Answers the question where to save."""
    app.window('Save Strategy')
    key('ctrl+a')
    write(str(file))
    key('Return')
    wait(file.exists, 'the file')
    app.find_gone('dialog', 'Save Strategy')


def make(name, title):
    """A document of that title, without a window: saving by the window's
    dialog is a case of its own."""
    file = HOME / name
    tap.succeed(CLI, 'new', file, '--template', 'blank')
    listed = tap.succeed(CLI, 'list', file, 'strategy', '--format', 'json')
    tap.succeed(CLI, 'set', file, json.loads(listed)[0]['id'],
                f'title={title}')
    return file
