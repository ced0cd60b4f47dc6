# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of the program; see ../screenshots."""

import os
import pathlib
import shutil
import subprocess
import sys

from driver import CLI, HOME, Patron, children, key, wait

OUT = pathlib.Path(sys.argv[1])

WIDE = (1100, 760)
NARROW = (360, 720)

# What software centres show of it; data/ names them in the metainfo.
PUBLISHED = {
    'light-portraits': 'portraits',
    'light-journeys': 'journeys',
    'light-kpis': 'kpis',
    'light-goals': 'goals',
    'dark-overview': 'overview-dark',
}

LOOKS = {
    'light': (WIDE, {}),
    'dark': (WIDE, {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}),
    'contrast': (WIDE, {'ADW_DEBUG_HIGH_CONTRAST': '1'}),
    'narrow': (NARROW, {}),
    'rtl': (WIDE, {'GTK_DEBUG': 'invert-text-dir'}),
}


def take(app, name):
    """A picture of the window, once it does not change any more."""
    file = OUT / f'{name}.png'
    window = app.x_window()
    seen = []

    def settled():
        data = subprocess.run(['import', '-window', window, 'png:-'],
                              check=True, stdout=subprocess.PIPE).stdout
        seen.append(data)
        return seen[-3:].count(data) == 3 and data

    file.write_bytes(wait(settled, 'a picture that stands still'))
    print(file)


def set_still():
    """Nothing moves, and no caret blinks."""
    folder = pathlib.Path(os.environ['XDG_CONFIG_HOME']) / 'gtk-4.0'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'settings.ini').write_text(
        '[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n',
        encoding='utf-8')


def publish():
    """Puts the chosen ones where the metainfo refers to them, in few
    colours, as what is drawn has few."""
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(exist_ok=True)
    for name, published in PUBLISHED.items():
        subprocess.run(['convert', OUT / f'{name}.png', '-strip', '+dither',
                        '-colors', '255',
                        '-define', 'png:compression-level=9',
                        f'PNG8:{folder / published}.png'], check=True)
        print(folder / f'{published}.png')


def shoot(look, size, environment):
    with Patron(environment=environment) as app:
        app.find('push button', 'Blank')
        app.resize(*size)
        take(app, f'{look}-welcome')
        app.quit()

    sample = HOME / 'consulting.patron'
    subprocess.run([CLI, 'new', '--template', 'sample', '--force', sample],
                   check=True)
    with Patron(sample, environment=environment) as app:
        app.find('push button', 'Sidebar')
        app.resize(*size)
        pages = [row.get_name()
                 for row in children(app.find('list', 'Pages'))]
        for number, title in enumerate(pages, 1):
            key(f'ctrl+{number}')
            app.find('panel', title)
            take(app, f'{look}-{title.lower()}')
        app.quit()


def main():
    set_still()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    for look, (size, environment) in LOOKS.items():
        shoot(look, size, environment)
    if len(sys.argv) > 2:
        publish()


main()
