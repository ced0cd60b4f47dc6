/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody who draws with PLplot would write:
 *
 *   bench-plplot TABLE.csv OUT.png|svg|pdf */

#include <plplot.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
main (int    argc,
      char **argv)
{
  const char *ending = argc == 3 ? strrchr (argv[2], '.') : NULL;
  FILE *file = ending != NULL ? fopen (argv[1], "r") : NULL;
  size_t n = 0, room = 1024;
  PLFLT *x = malloc (room * sizeof *x);
  PLFLT *y = malloc (room * sizeof *y);
  PLFLT min = 0, max = 0;
  char text[128];

  if (file == NULL || fgets (text, sizeof text, file) == NULL)
    return 2;
  while (fgets (text, sizeof text, file) != NULL)
    {
      char *end;

      if (n == room)
        {
          room *= 2;
          x = realloc (x, room * sizeof *x);
          y = realloc (y, room * sizeof *y);
        }
      x[n] = strtod (text, &end);
      y[n] = strtod (end + 1, NULL);
      min = n == 0 || y[n] < min ? y[n] : min;
      max = n == 0 || y[n] > max ? y[n] : max;
      n++;
    }
  fclose (file);
  plsdev (strcmp (ending, ".svg") == 0   ? "svgcairo"
          : strcmp (ending, ".pdf") == 0 ? "pdfcairo"
                                         : "pngcairo");
  plsfnam (argv[2]);
  plspage (0, 0, 1600, 900, 0, 0);
  plscolbg (255, 255, 255);
  plscol0 (1, 0, 0, 0);
  plinit ();
  plcol0 (1);
  plenv (x[0], x[n - 1], min, max, 0, 0);
  plcol0 (9);
  plline ((PLINT) n, x, y);
  plend ();
  return 0;
}
