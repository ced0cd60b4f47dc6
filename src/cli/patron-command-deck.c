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
static char *exclude;
static char *as_pictures;
static char *as_charts;
static gboolean pictures;
static gboolean list;

const GOptionEntry patron_deck_options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format,
    N_("pdf, pptx or odp (what --out ends in if not given, else pptx)"),
    N_("FORMAT") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out,
    N_("The presentation to write"), N_("FILE") },
  { "include", 0, 0, G_OPTION_ARG_STRING, &include,
    N_("What goes onto slides, in order: cover, overview, portraits, "
       "journeys, goal-tree, goals, kpis, kpi-charts and charts, with commas "
       "between them, or ids of records (what was chosen in the window, or "
       "else all, if not given)"),
    N_("PARTS") },
  { "exclude", 0, 0, G_OPTION_ARG_STRING, &exclude,
    N_("What does not, named likewise"), N_("PARTS") },
  { "pictures", 0, 0, G_OPTION_ARG_NONE, &pictures,
    N_("Put charts in as pictures, rather than as charts that can be edited"),
    NULL },
  { "as-pictures", 0, 0, G_OPTION_ARG_STRING, &as_pictures,
    N_("Which charts are pictures, whatever the others are"), N_("PARTS") },
  { "as-charts", 0, 0, G_OPTION_ARG_STRING, &as_charts,
    N_("Which charts can be edited, whatever the others are"), N_("PARTS") },
  { "list", 0, 0, G_OPTION_ARG_NONE, &list,
    N_("List what would go onto slides, and write nothing"), NULL },
  { NULL },
};

/* The items that a word of --include and its like stands for, in their order;
 * %NULL where it is no such word. */
static GPtrArray *
find_items (GPtrArray  *all,
            const char *word)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  PatronDeckPart part;
  gboolean named = patron_deck_part_from_id (word, &part);
  char *end = NULL;
  gint64 id = named ? 0 : g_ascii_strtoll (word, &end, 10);

  if (!named && (end == word || *end != '\0' || id == 0))
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      PatronDeckItem *item = g_ptr_array_index (all, i);

      if (named ? item->part == part : item->record == id)
        g_ptr_array_add (found, item);
    }
  /* A strategy without charts has a presentation without them. */
  return named || found->len > 0 ? g_steal_pointer (&found) : NULL;
}

/* Returns: the items of an option, or %NULL, having told what is wrong. */
static GPtrArray *
read_items (GPtrArray    *all,
            const char   *option,
            const char   *text,
            PatronStatus *status)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) items = find_items (all, g_strstrip (words[i]));

      if (items == NULL)
        {
          /* Translators: an option, and a word that was given with it. */
          *status = patron_command_misuse (
              _("%s: “%s” is neither a part of a presentation nor the id of "
                "a record that can be shown. --list tells them"),
              option, words[i]);
          return NULL;
        }
      g_ptr_array_extend (found, items, NULL, NULL);
    }
  return g_steal_pointer (&found);
}

static gboolean
set_form (GPtrArray      *all,
          const char     *option,
          const char     *text,
          PatronDeckForm  form,
          PatronStatus   *status)
{
  g_autoptr (GPtrArray) items = read_items (all, option, text, status);

  for (guint i = 0; items != NULL && i < items->len; i++)
    ((PatronDeckItem *) g_ptr_array_index (items, i))->form = form;
  return items != NULL;
}

/* Returns: (nullable): what goes onto slides, in order. */
static GPtrArray *
choose_items (GPtrArray    *all,
              PatronStatus *status)
{
  g_autoptr (GPtrArray) chosen
      = read_items (all, "--include", include, status);
  g_autoptr (GPtrArray) left
      = chosen != NULL ? read_items (all, "--exclude", exclude, status) : NULL;

  if (left == NULL
      || !set_form (all, "--as-pictures", as_pictures, PATRON_DECK_PICTURE,
                    status)
      || !set_form (all, "--as-charts", as_charts, PATRON_DECK_EDITABLE,
                    status))
    return NULL;
  for (guint i = 0; include == NULL && i < all->len; i++)
    if (((PatronDeckItem *) g_ptr_array_index (all, i))->shown)
      g_ptr_array_add (chosen, g_ptr_array_index (all, i));
  for (guint i = 0; i < left->len; i++)
    while (g_ptr_array_remove (chosen, g_ptr_array_index (left, i)))
      continue;
  return g_steal_pointer (&chosen);
}

static PatronStatus
list_items (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const PatronDeckItem *item = g_ptr_array_index (items, i);

      if (item->record != 0)
        g_print ("%s\t%" G_GINT64_FORMAT "\t%s\n",
                 patron_deck_part_get_id (item->part), item->record,
                 item->label);
      else
        g_print ("%s\t\t%s\n", patron_deck_part_get_id (item->part),
                 item->label);
    }
  return PATRON_STATUS_FINE;
}

static PatronStatus
write_deck (PatronDocument   *document,
            PatronDeckFormat  kind)
{
  PatronStatus status = PATRON_STATUS_FINE;
  g_autoptr (GPtrArray) all = patron_deck_list_items (document);
  g_autoptr (GPtrArray) items = choose_items (all, &status);
  g_autoptr (GFile) file = NULL;
  g_autoptr (PatronDeck) deck = NULL;
  GError *error = NULL;

  if (items == NULL)
    return status;
  if (list)
    return list_items (items);
  if (items->len == 0)
    return patron_command_misuse (_("nothing is left to go onto slides"));
  file = g_file_new_for_commandline_arg (out);
  deck = patron_deck_new_of (document, items, pictures, FALSE);
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
  const char *dot = out != NULL ? strrchr (out, '.') : NULL;
  const char *name = format;
  GError *error = NULL;

  if (out == NULL && !list)
    return patron_command_misuse (_("--out is missing: which file?"));
  if (format == NULL && dot != NULL && strchr (dot, G_DIR_SEPARATOR) == NULL)
    name = dot + 1;
  if (name != NULL && !patron_deck_format_from_id (name, &kind))
    return patron_command_misuse (
        _("“%s” is none of pdf, pptx and odp; --format says what to write"),
        name);
  document = patron_open_to_read (args[0], &error);
  if (document == NULL)
    return patron_command_fail (error);
  return write_deck (document, kind);
}
