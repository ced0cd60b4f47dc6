# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A line as somebody would draw it with R: TABLE.csv OUT.

arguments <- commandArgs (trailingOnly = TRUE)
data <- read.csv (arguments[1])
out <- arguments[2]
if (endsWith (out, ".svg")) svg (out, width = 16, height = 9) else
if (endsWith (out, ".pdf")) pdf (out, width = 16, height = 9) else
png (out, width = 1600, height = 900, type = "cairo")
plot (data$x, data$y, type = "l", col = "blue", xlab = "x", ylab = "y")
invisible (dev.off ())
