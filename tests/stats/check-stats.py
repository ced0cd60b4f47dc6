#!/usr/bin/python3
# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes the statistics again, in another way, and compares.

What can be is computed with fractions, so without any rounding; the rules are
written window by window, as their descriptions are.
"""

import math
import os
import random
import statistics
import subprocess
import sys
from fractions import Fraction

sys.path.insert(0, os.environ['G_TEST_SRCDIR'])
import tap

Z = Fraction('1.96')
CLOSE = 1e-12


def calculate(lines):
    done = subprocess.run([sys.argv[1]], input='\n'.join(lines) + '\n',
                          text=True, capture_output=True, check=True)
    return done.stdout.split('\n')


def compare(got, wanted, scale=0):
    """Equal to 1e-12 of the number, or of the scale of what made it."""
    for mine, right in zip(got, wanted, strict=True):
        mine, right = float(mine), float(right)
        if math.isnan(right):
            assert math.isnan(mine), (got, wanted)
            continue
        size = max(abs(right), float(scale))
        assert abs(mine - right) <= CLOSE * size, (mine, right, got, wanted)


def root(fraction):
    """A square root to more than a double holds."""
    shift = 10 ** 60
    return Fraction(math.isqrt(int(fraction * shift)), 10 ** 30)


def net(up, middle, down):
    """The moments of answers of +1, 0 and -1."""
    n = up + middle + down
    mean = Fraction(up - down) / n
    spread = (up * (1 - mean) ** 2 + middle * mean ** 2
              + down * (1 + mean) ** 2) / n
    return mean * 100, spread / n * 10000


def nps(up, middle, down):
    score, variance = net(up, middle, down)
    error = root(variance)
    more = Fraction(3, 4)
    adjusted, adjusted_variance = net(up + more, middle + 2 * more,
                                      down + more)
    adjusted_error = root(adjusted_variance)
    return (score, variance, error,
            max(score - Z * error, -100), min(score + Z * error, 100),
            adjusted, adjusted_error,
            max(adjusted - Z * adjusted_error, -100),
            min(adjusted + Z * adjusted_error, 100))


def share(hits, n):
    """The ends of Wilson's interval solve n(p - P)² = z² P(1 - P)."""
    p = Fraction(hits, n)
    a = n + Z ** 2
    b = 2 * n * p + Z ** 2
    reach = root(b ** 2 - 4 * a * n * p ** 2)
    return p, (b - reach) / (2 * a), (b + reach) / (2 * a)


def scores():
    rng = random.Random(4)
    lines, wanted = [], []
    for _ in range(1000):
        top = 10 ** rng.randint(1, 6)
        first, second = ([rng.randint(0, top) for _ in range(3)]
                         for _ in range(2))
        first[rng.randrange(3)] += 1
        second[rng.randrange(3)] += 1
        a, b = nps(*first), nps(*second)
        reach = Z * root(a[6] ** 2 + b[6] ** 2)
        change = b[0] - a[0]
        lines.append('nps ' + ' '.join(map(str, first + second)))
        wanted.append((*a, change, max(change - reach, -200),
                       min(change + reach, 200)))
    for line, got, right in zip(lines, calculate(lines), wanted):
        compare(got.split(), right, scale=100)


def shares():
    rng = random.Random(5)
    lines, wanted = [], []
    for _ in range(1000):
        n, m = (rng.randint(1, 10 ** rng.randint(1, 6)) for _ in range(2))
        x, y = rng.randint(0, n), rng.randint(0, m)
        a, b = share(x, n), share(y, m)
        change = b[0] - a[0]
        lines.append(f'share {x} {n} {y} {m}')
        wanted.append((
            *a, change,
            change - root((b[0] - b[1]) ** 2 + (a[2] - a[0]) ** 2),
            change + root((b[2] - b[0]) ** 2 + (a[0] - a[1]) ** 2)))
    for got, right in zip(calculate(lines), wanted):
        compare(got.split(), right, scale=1)


def ces_of(kind, answers):
    said = [answer for answer in range(1, 6 if kind == 0 else 8)
            for _ in range(answers[answer - 1])]
    n = len(said)
    high = sum(answer >= (4, 5, 5, 6)[kind] for answer in said)
    low = sum(answer <= (2, 3, 3, 3)[kind] for answer in said)
    counts = (n, high, n - high - low, low)
    if n == 0:
        return (*counts, math.nan, math.nan, math.nan)
    if kind == 2:
        mean = Fraction(sum(said), n)
        if n == 1:
            return (*counts, mean, math.nan, math.nan)
        error = root(statistics.variance(map(Fraction, said)) / n)
        return (*counts, mean, max(mean - Z * error, 1),
                min(mean + Z * error, 7))
    if kind == 3:
        found = nps(*counts[1:])
        return (*counts, found[0], found[7], found[8])
    return (*counts, *(100 * one for one in share(high, n)))


def efforts():
    rng = random.Random(6)
    lines, wanted = [], []
    for kind in range(4):
        for top in [0, 1] + [1, 5, 50] * 60:
            answers = [rng.randint(0, top) for _ in range(7)]
            lines.append(f'ces {kind} ' + ' '.join(map(str, answers)))
            wanted.append(ces_of(kind, answers))
    for got, right in zip(calculate(lines), wanted):
        compare(got.split(), right, scale=100)


def limits_of(values, first, median, screen):
    used = [Fraction(value) for value in values[:first or None]]
    ranges = [abs(b - a) for a, b in zip(used, used[1:])]
    screened = 0
    if median:
        centre, middle = statistics.median(used), statistics.median(ranges)
        reach, top = Fraction('3.145') * middle, Fraction('3.865') * middle
    else:
        centre, middle = statistics.mean(used), statistics.mean(ranges)
        if screen and middle:
            kept = [r for r in ranges if r < Fraction('3.267') * middle]
            screened = len(ranges) - len(kept)
            middle = statistics.mean(kept)
        reach, top = Fraction('2.66') * middle, Fraction('3.268') * middle
    return screened, (centre, middle, centre - reach, centre + reach,
                      centre - reach / 2, centre + reach / 2, top)


OUTSIDE, RUN, TREND, NEAR = 1, 2, 4, 8


def signals_of(values, lines, nhs):
    """Each rule, on each window of the series."""
    centre, _, lower, upper, lower_quarter, upper_quarter, _ = lines
    values = [Fraction(value) for value in values]
    third = (upper - centre) * 2 / 3
    found = [0] * len(values)
    ways = [0] * len(values)

    def windows(length):
        for start in range(len(values) - length + 1):
            yield range(start, start + length)

    def near(value, sign):
        if nhs:
            return ((value - centre) * sign > third
                    and lower <= value <= upper)
        return value > upper_quarter if sign > 0 else value < lower_quarter

    for i, value in enumerate(values):
        if not lower <= value <= upper:
            found[i] |= OUTSIDE
    for sign in (-1, 1):
        for window in windows(7 if nhs else 8):
            if all((values[i] - centre) * sign > 0 for i in window):
                for i in window:
                    found[i] |= RUN
        for window in windows(3 if nhs else 4):
            close = [i for i in window if near(values[i], sign)]
            if len(close) >= (2 if nhs else 3) and (
                    not nhs or all((values[i] - centre) * sign > 0
                                   for i in window)):
                for i in close:
                    found[i] |= NEAR
    for window in windows(7 if nhs else len(values) + 1):
        for sign in (-1, 1):
            if all((values[i] - values[i - 1]) * sign > 0
                   for i in window[1:]):
                for i in window:
                    found[i] |= TREND
                    # One between two trends goes with the later.
                    ways[i] = sign
    return found, ways


def type_of(signal, value, centre, way, better):
    if not signal:
        return 0
    way = way if signal == TREND else (value > centre) - (value < centre)
    if better == 0:
        return 3 if way > 0 else 4
    return 1 if (way > 0) == (better == 1) else 2


def assurance_of(lines, better, target):
    lower, upper = lines[2], lines[3]
    if better == 0 or math.isnan(target):
        return 0
    if lower <= target <= upper:
        return 2
    return 3 if (target > upper) == (better == 1) else 1


def make_series(rng):
    n = rng.randint(0, 60)
    kind = rng.randrange(5)
    if kind == 0:
        values = [rng.gauss(100, 7) for _ in range(n)]
    elif kind == 1:
        values = [float(rng.randint(0, 8)) for _ in range(n)]
    elif kind == 2:
        values = [rng.gauss(0, 1) + i * rng.random() / 5 for i in range(n)]
    elif kind == 3:
        values = [1e6 + rng.gauss(0, 1) + 4 * (i > n / 2) for i in range(n)]
    else:
        values = [3.7] * n
    for _ in range(rng.choice((0, 0, 1, 5))):
        values.insert(rng.randint(0, len(values)), math.nan)
    return values


def processes():
    rng = random.Random(7)
    cases, asked = [], []
    for _ in range(1500):
        values = make_series(rng)
        first, median, screen, nhs = (
            rng.choice((0, 0, 6, 12, 20)), rng.randrange(2),
            rng.randrange(2), rng.randrange(2))
        better = rng.randrange(3)
        target = rng.choice((math.nan, 0.0, 90.0, 100.0, 1e7))
        cases.append((values, first, median, screen, nhs, better, target))
        asked.append(' '.join(map(repr, (
            first, median, screen, nhs, better, target, *values))))
    answers = calculate(['xmr ' + line for line in asked])
    met = set()
    for number, case in enumerate(cases):
        met |= check_process(answers[2 * number], answers[2 * number + 1],
                             *case)
    # Every rule was met, and every kind of signal.
    assert met >= {('rule', 1 << bit) for bit in range(4)} | {
        ('type', kind) for kind in range(5)} | {
        ('assurance', kind) for kind in range(4)}, met


def check_process(limits, points, values, first, median, screen, nhs, better,
                  target):
    there = [value for value in values if not math.isnan(value)]
    used = len(there[:first or None])
    if used < 6:
        assert limits == 'few'
        return set()
    screened, lines = limits_of(there, first, median, screen)
    limits = limits.split()
    assert [float(one) for one in limits[:5]] == [
        len(there), used, screened, used < 12,
        assurance_of(lines, better, target)], (limits, values)
    compare(limits[5:], lines, scale=max(map(abs, there)))

    found, ways = signals_of(there, lines, nhs)
    met = {('assurance', int(limits[4]))}
    at = 0
    before = math.nan
    for value, point in zip(values, points.split(), strict=True):
        moved, signal, kind = point.split(':')
        signal, kind = int(signal), int(kind)
        if math.isnan(value):
            assert (moved, signal, kind) == ('nan', 0, 0)
            continue
        compare([moved], [abs(value - before)])
        assert signal == found[at], (signal, found[at], at, there, lines)
        assert kind == type_of(signal, Fraction(value), lines[0], ways[at],
                               better), (kind, at, there)
        met |= {('rule', 1 << bit) for bit in range(4) if signal >> bit & 1}
        met.add(('type', kind))
        before = value
        at += 1
    return met


if __name__ == '__main__':
    tap.run('/stats', [scores, shares, efforts, processes])
