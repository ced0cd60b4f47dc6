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


def legendre(n):
    """Nodes and weights of Gauss's rule on -1 to 1."""
    rule = []
    for i in range(n):
        x = math.cos(math.pi * (i + 0.75) / (n + 0.5))
        for _ in range(50):
            before, here = 1.0, x
            for k in range(2, n + 1):
                before, here = here, ((2 * k - 1) * x * here
                                      - (k - 1) * before) / k
            slope = n * (x * here - before) / (x * x - 1)
            x -= here / slope
        rule.append((x, 2 / ((1 - x * x) * slope * slope)))
    return rule


RULE = legendre(20)


def integral(function, end, pieces=40):
    half = end / pieces / 2
    return math.fsum(
        half * weight * function((2 * piece + 1) * half + half * x)
        for piece in range(pieces) for x, weight in RULE)


def reach_of(freedom, known={}):
    """Where the integral of Student's density is 95 %, by halving."""
    if freedom in known:
        return known[freedom]

    def density(angle):
        return math.exp((freedom - 1) * math.log(math.cos(angle)))

    # t is the square root of the freedom times the tangent of the angle.
    end = min(math.pi / 2, 40 / math.sqrt(freedom))
    whole = integral(density, end * (1 - 1e-17))
    low, high = 0.0, end
    for _ in range(70):
        middle = (low + high) / 2
        if integral(density, middle) < 0.95 * whole:
            low = middle
        else:
            high = middle
    known[freedom] = math.sqrt(freedom) * math.tan(low)
    return known[freedom]


def reaches():
    freedoms = [*range(1, 61), 99, 100, 1000, 4999, 5000, 5001, 100000]
    for freedom, got in zip(freedoms, calculate(
            [f'reach {freedom}' for freedom in freedoms])):
        compare([got], [reach_of(freedom)])


def solve(matrix, rights):
    """Gauss's elimination without rounding."""
    n = len(matrix)
    rows = [list(row) + [right] for row, right in zip(matrix, rights)]
    for i in range(n):
        pivot = next(k for k in range(i, n) if rows[k][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [cell / rows[i][i] for cell in rows[i]]
        for k in range(n):
            if k != i and rows[k][i]:
                factor = rows[k][i]
                rows[k] = [a - factor * b
                           for a, b in zip(rows[k], rows[i])]
    return [row[n] for row in rows]


class Line:
    """A level for each season and a slope, from all normal equations."""

    def __init__(self, points, seasons, level=False):
        self.seasons, self.level = seasons, level
        rows = [self.row(x, season) for x, _, season in points]
        values = [Fraction(y) for _, y, _ in points]
        self.matrix = [[sum(row[i] * row[k] for row in rows)
                        for k in range(len(rows[0]))]
                       for i in range(len(rows[0]))]
        self.factors = solve(self.matrix, [
            sum(row[i] * y for row, y in zip(rows, values))
            for i in range(len(rows[0]))])
        self.freedom = len(points) - len(self.factors)
        self.variance = sum(
            (y - self.at(x, season)) ** 2
            for (x, _, season), y in zip(points, values)) / self.freedom
        self.error = root(self.variance)
        self.slope = 0 if level else self.factors[-1]

    def row(self, x, season):
        dummies = [Fraction(season == one) for one in range(self.seasons)]
        return dummies + ([] if self.level else [Fraction(x)])

    def at(self, x, season):
        return sum(a * b for a, b in zip(self.row(x, season), self.factors))

    def error_at(self, x, season):
        row = self.row(x, season)
        solved = solve(self.matrix, row)
        return root(self.variance
                    * (1 + sum(a * b for a, b in zip(row, solved))))


class RobustLine:
    """The median of slopes within seasons."""

    def __init__(self, points, seasons, level=False):
        of = [[(Fraction(x), Fraction(y)) for x, y, own in points
               if own == season] for season in range(seasons)]
        pairs = []
        for own in of:
            half = (len(own) + 1) // 2
            pairs += ([(a, b) for i, a in enumerate(own)
                       for b in own[i + 1:]] if len(points) <= 1000
                      else zip(own, own[half:]))
        self.slope = 0 if level else statistics.median(
            (b[1] - a[1]) / (b[0] - a[0]) for a, b in pairs if a[0] != b[0])
        self.middles = [statistics.mean(x for x, _ in own) for own in of]
        self.levels = [statistics.median(
            y - self.slope * (x - middle) for x, y in own)
            for own, middle in zip(of, self.middles)]
        self.sizes = [len(own) for own in of]
        self.freedom = len(points) - seasons - (not level)
        self.spread = sum((x - middle) ** 2
                          for own, middle in zip(of, self.middles)
                          for x, _ in own)
        # 3/4 of normal values lie below this.
        self.error = statistics.median(
            abs(Fraction(y) - self.at(x, own)) for x, y, own in points
        ) / Fraction('0.67448975019608174320')

    def at(self, x, season):
        return (self.levels[season]
                + self.slope * (Fraction(x) - self.middles[season]))

    def error_at(self, x, season):
        return self.error * root(
            1 + Fraction(1, self.sizes[season])
            + (Fraction(x) - self.middles[season]) ** 2 / self.spread)


def make_points(rng, n, seasons, whole=False):
    slope, shift = rng.gauss(0, 0.3), rng.choice((0, 0, 0, 4))
    level = rng.choice((0, 50, 1000))
    points, x = [], rng.randint(0, 20000)
    for i in range(n):
        y = level + slope * i + rng.gauss(0, 1) + 2 * (i % seasons)
        y += shift * (i > n / 2)
        points.append((x, round(y) if whole else y, i % seasons))
        x += rng.choice((28, 30, 31))
    for i in rng.sample(range(n), min(n, rng.choice((0, 0, 1, 3)))):
        points[i] = (points[i][0], math.nan, points[i][2])
    return points


def write_points(points):
    return ' '.join(f'{x!r}:{y!r}:{season}' for x, y, season in points)


def present(points):
    return [point for point in points if not math.isnan(point[1])]


def seen_twice(points, seasons):
    return all(sum(own == season for _, _, own in points) >= 2
               for season in range(seasons))


def segment_of(points, base, median, screen, trended, seasons, nhs):
    """The lines, ranges and signals of a part with limits of its own."""
    there, used = present(points), present(base)
    fitted = trended or seasons > 1
    if fitted:
        parts = max(seasons, 1)
        if (seasons > 1 and not seen_twice(used, seasons)
                or len(used) < parts + trended + 1):
            return None
        flat = [(x, y, own if seasons > 1 else 0) for x, y, own in used]
        line = (RobustLine if median else Line)(flat, parts, not trended)
    if len(used) < 6:
        return None

    def at(x, season):
        return line.at(x, season if seasons > 1 else 0) if fitted else 0

    left = [Fraction(y) - at(x, own) for x, y, own in there]
    _, lines = limits_of([Fraction(y) - at(x, own) for x, y, own in used],
                         0, median, screen)
    found, ways = signals_of(left, lines, nhs)
    return at, left, lines, found, ways


def series():
    rng = random.Random(8)
    cases, asked, met = [], [], set()
    for _ in range(700):
        n, seasons = rng.randint(0, 50), rng.choice((0, 0, 4))
        trended = rng.randrange(2)
        points = make_points(rng, n, max(seasons, 1),
                             not seasons and not trended)
        cuts = sorted(rng.sample(range(1, n), rng.choice((0, 0, 1, 2)))
                      ) if n > 3 else []
        lock = rng.choice(((0, 0), (0, 0), (3, 17), (20, 40)))
        first = rng.choice((0, 0, 10))
        how = (rng.randrange(2), rng.randrange(2), first, *lock, trended,
               seasons, rng.randrange(2), rng.randrange(3))
        cases.append((points, cuts, how))
        asked.append(' '.join(map(str, (
            'series', *how, len(cuts), *cuts, write_points(points)))))
    for got, case in zip(calculate(asked), cases):
        met |= check_series(got.split(), *case)
    assert met >= {None, 'plain', 'fitted'}, met


def base_of(points, start, end, first, lock):
    if lock[0] < end and lock[1] > start:
        return points[max(start, lock[0]):min(end, lock[1])]
    base = []
    for point in points[start:end]:
        if first and len(present(base)) == first:
            break
        base.append(point)
    return base


def check_series(got, points, cuts, how):
    median, screen, first, lock_from, lock_to, trended, seasons, nhs, \
        better = how
    met = set()
    scale = max([1, *(abs(y) for _, y, _ in present(points))])
    for start, end in zip([0, *cuts], [*cuts, len(points)]):
        base = base_of(points, start, end, first, (lock_from, lock_to))
        segment = segment_of(points[start:end], base, median, screen,
                             trended, seasons, nhs)
        at, before = 0, math.nan
        for i in range(start, end):
            *lines, signal, kind = got[i].split(':')
            x, y, own = points[i]
            if segment is None:
                assert (*lines, signal, kind) == ('nan',) * 4 + ('0', '0')
                met.add(None)
                continue
            fit, left, limits, found, ways = segment
            met.add('fitted' if trended or seasons else 'plain')
            wanted = [fit(x, own) + limits[k] for k in (0, 2, 3)]
            compare(lines[:3], wanted, scale)
            if math.isnan(y):
                assert (signal, kind) == ('0', '0')
                continue
            compare([lines[3]], [abs(left[at] - before)], scale)
            assert int(signal) == found[at], (i, got[i], found[at], how)
            assert int(kind) == type_of(found[at], left[at], limits[0],
                                        ways[at], better)
            before, at = left[at], at + 1
    return met


def forecasts():
    rng = random.Random(9)
    cases, asked = [], []
    for number in range(1000):
        n, seasons = rng.randint(1, 60), rng.choice((1, 1, 4))
        if number >= 995:
            n = rng.randint(1001, 1100)
        points = make_points(rng, n, seasons)
        method, nhs = rng.randrange(2), rng.randrange(2)
        if n > 1000:
            method = 1
        ahead = rng.choice((-10, 90, 400, 1500))
        at, own = points[-1][0] + ahead, rng.randrange(seasons)
        cases.append((points, seasons, method, nhs, at, own))
        asked.append(' '.join(map(str, (
            'forecast', method, nhs, seasons, at, own,
            write_points(points)))))
    met = set()
    for got, case in zip(calculate(asked), cases):
        met.add(check_forecast(list(map(float, got.split())), *case))
    assert met == {0, 1, 2, 3}, met


def check_forecast(got, points, seasons, robust, nhs, at, own):
    there = present(points)
    if len(there) < 12:
        assert got[0] == 1 and math.isnan(got[4]), got
        return 1
    seasonal = seasons > 1 and seen_twice(there, seasons)
    parts = seasons if seasonal else 1
    flat = [(x, y, season if seasonal else 0) for x, y, season in there]
    segment = segment_of(flat, flat, robust, False, True,
                         seasons if seasonal else 0, nhs)
    if any(signal & (OUTSIDE | RUN) for signal in segment[3][-12:]):
        assert got[0] == 2 and math.isnan(got[4]), got
        return 2
    first, last = there[0][0], there[-1][0]
    if not last < at <= 2 * last - first:
        assert got[0] == 3 and math.isnan(got[4]), got
        return 3
    line = (RobustLine if robust else Line)(flat, parts)
    own = own if seasonal else 0
    value = line.at(at, own)
    reach = Fraction(reach_of(line.freedom)) * line.error_at(at, own)
    scale = max(abs(y) for _, y, _ in there)
    assert got[:2] == [0, seasonal]
    compare([got[2] * (last - first)], [line.slope * (last - first)], scale)
    compare(got[3:], [line.error, value, value - reach, value + reach],
            scale)
    return 0


if __name__ == '__main__':
    tap.run('/stats', [scores, shares, efforts, processes, reaches, series,
                       forecasts])
