/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

/* A strategy as a presentation. */

#include "config.h"

#include "patron-command-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-deck-strategy.h"
#include "patron-open.h"

static char *format;
static char *out;
static char *include;
static gboolean pictures;

const GOptionEntry patron_deck_options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format,
    N_("pdf, pptx or odp (what --out ends in if not given, else pptx)"),
    N_("FORMAT") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out,
    N_("The presentation to write"), N_("FILE") },
  { "include", 0, 0, G_OPTION_ARG_STRING, &include,
    N_("What goes onto slides, in order: cover, overview, portraits, "
       "journeys, goal-tree, goals, kpis, kpi-charts and charts, with commas "
       "between them, or ids of records (all if not given)"),
    N_("PARTS") },
  { "pictures", 0, 0, G_OPTION_ARG_NONE, &pictures,
    N_("Put charts in as pictures, rather than as charts that can be edited"),
    NULL },
  { NULL },
};

/* Takes the items that a word of --include stands for, in their order. */
static guint
take_items (GPtrArray  *all,
            const char *word,
            GPtrArray  *wanted)
{
  PatronDeckPart part;
  gboolean named = patron_deck_part_from_id (word, &part);
  char *end = NULL;
  gint64 id = named ? 0 : g_ascii_strtoll (word, &end, 10);
  guint n = 0;

  if (!named && (end == word || *end != '\0' || id == 0))
    return 0;
  for (guint i = 0; i < all->len; i++)
    {
      PatronDeckItem *item = g_ptr_array_index (all, i);

      if (named ? item->part != part : item->record != id)
        continue;
      g_ptr_array_add (wanted, item);
      n++;
    }
  /* A strategy without charts has a presentation without them. */
  return named ? MAX (n, 1) : n;
}

static PatronStatus
write_deck (PatronDocument   *document,
            PatronDeckFormat  kind)
{
  g_autoptr (GPtrArray) all = patron_deck_list_items (document);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_auto (GStrv) words = g_strsplit (include != NULL ? include : "", ",", -1);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (out);
  g_autoptr (PatronDeck) deck = NULL;
  GError *error = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (take_items (all, g_strstrip (words[i]), wanted) == 0)
      return patron_command_misuse (
          _("“%s” is neither a part of a presentation nor the id of a record "
            "that can be shown"),
          words[i]);
  deck = patron_deck_new_of (document, include != NULL ? wanted : all,
                             pictures, FALSE);
  if (!patron_deck_write_file (deck, kind, file, NULL, &error))
    return patron_command_fail (error);
  g_print ("%s\n", out);
  return PATRON_STATUS_FINE;
}

PatronStatus
patron_run_deck (char **args)
{
  g_autoptr (PatronOpen) document = NULL;
  PatronDeckFormat kind = PATRON_DECK_PPTX;
  const char *dot;
  GError *error = NULL;

  if (out == NULL)
    return patron_command_misuse (_("--out is missing: which file?"));
  dot = strrchr (out, '.');
  if (format != NULL && !patron_deck_format_from_id (format, &kind))
    return patron_command_misuse (_("there is no format “%s”"), format);
  if (format == NULL && dot != NULL)
    patron_deck_format_from_id (dot + 1, &kind);
  document = patron_open_to_read (args[0], &error);
  if (document == NULL)
    return patron_command_fail (error);
  return write_deck (document, kind);
}
