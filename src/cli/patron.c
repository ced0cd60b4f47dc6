/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program that people type. It decides whether a window is wanted or a
 * command, becomes the one or the other, and is gone. On the way to a window
 * stands nothing but this: it links with the C library alone, so that it
 * costs less than a millisecond of the start. */

#include "config.h"

#include <errno.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PATH_SIZE 4096
#define _(text) gettext (text)

/* A word of small letters is a command; files have a dot or a slash, and
 * where one has neither, "./" before it says so. */
static int
is_command (const char *arg)
{
  size_t length = strlen (arg);

  if (strcmp (arg, "-h") == 0 || strcmp (arg, "--help") == 0
      || strcmp (arg, "--version") == 0)
    return 1;
  return length > 0
         && strspn (arg, "abcdefghijklmnopqrstuvwxyz-") == length
         && arg[0] != '-';
}

static int
try_program (const char *directory,
             const char *between,
             const char *name,
             char      **argv)
{
  char path[PATH_SIZE];

  if (snprintf (path, sizeof path, "%s%s%s", directory, between, name)
      >= (int) sizeof path)
    return ENAMETOOLONG;
  execv (path, argv);
  return errno;
}

/* Where this program lies tells whether it was built or installed: a prefix
 * may have been moved, and a build must not run what is installed. */
static int
become (const char *name,
        const char *built,
        char      **argv)
{
  char self[PATH_SIZE];
  ssize_t length = readlink ("/proc/self/exe", self, sizeof self - 1);
  char *slash = NULL;
  int why = ENOENT;

  if (length > 0)
    {
      self[length] = '\0';
      slash = strrchr (self, '/');
    }
  if (slash != NULL)
    {
      slash[1] = '\0';
      length = slash + 1 - self;
      if (length > 9 && strcmp (self + length - 9, "/src/cli/") == 0)
        return try_program (self, built, name, argv);
      why = try_program (self, "../libexec/", name, argv);
    }
  if (why == ENOENT)
    why = try_program (PATRON_LIBEXECDIR, "/", name, argv);
  return why;
}

int
main (int    argc,
      char **argv)
{
  const char *name;
  int why;

  if (argc > 1 && is_command (argv[1]))
    {
      name = strcmp (argv[1], "plot") == 0 ? "patron-plot" : "patron-command";
      why = become (name, "", argv);
    }
  else
    {
      name = "patron-window";
      why = become (name, "../app/", argv);
    }

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PATRON_LOCALEDIR);
  textdomain (GETTEXT_PACKAGE);
  /* Translators: the name of a program, and why it does not run. */
  fprintf (stderr, _("patron: “%s” cannot be started: %s\n"), name,
           strerror (why));
  return 1;
}
