# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A line as somebody would draw it with Matplotlib: TABLE.csv OUT."""

import sys

import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plot
import numpy

data = numpy.loadtxt(sys.argv[1], delimiter=',', skiprows=1)
figure, axes = plot.subplots(figsize=(16, 9), dpi=100)
axes.plot(data[:, 0], data[:, 1], linewidth=1.5)
figure.savefig(sys.argv[2])
