/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

/* Finding the command that is asked for, and its options and help. */

#include "config.h"

#include "patron-command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/**
 * patron_command_fail:
 * @error: (transfer full): why a command cannot do what it should
 *
 * Says so.
 *
 * Returns: the status to end with
 */
PatronStatus
patron_command_fail (GError *error)
{
  g_printerr ("patron: %s\n", error->message);
  g_error_free (error);
  return PATRON_STATUS_PROBLEMS;
}

/**
 * patron_command_refuse:
 * @format: why a command does not do what it should
 *
 * Says so.
 *
 * Returns: the status to end with
 */
PatronStatus
patron_command_refuse (const char *format,
                       ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("patron: %s\n", why);
  return PATRON_STATUS_PROBLEMS;
}

/**
 * patron_command_misuse:
 * @format: what is asked for that there is not
 *
 * Says so.
 *
 * Returns: the status to end with
 */
PatronStatus
patron_command_misuse (const char *format,
                       ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("patron: %s\n", why);
  return PATRON_STATUS_USAGE;
}

static void
print_help (void)
{
  gsize width = 0;

  for (const PatronCommand *c = patron_commands; c->name != NULL; c++)
    width = MAX (width, strlen (c->name));
  g_print ("%s\n", _("Usage:"));
  g_print ("  patron [%s…]\n", _("FILE"));
  g_print ("  patron %s\n\n", _("COMMAND [ARGUMENT…]"));
  g_print ("%s\n\n", _("Without a command, Patron opens the files in "
                       "windows. Commands need no display:"));
  for (const PatronCommand *c = patron_commands; c->name != NULL; c++)
    g_print ("  %-*s  %s\n", (int) width, c->name, _(c->summary));
  g_print ("\n%s\n", _("“patron COMMAND --help” says more of each."));
}

static gboolean
is_kpi_command (const char *word)
{
  g_autofree char *name = g_strconcat ("kpi ", word, NULL);

  for (const PatronCommand *c = patron_commands; c->name != NULL; c++)
    if (strcmp (c->name, name) == 0)
      return TRUE;
  return strcmp (word, "import") == 0;
}

/* “patron kpi FILE list” is as good as “patron kpi list FILE”, and to import
 * into KPIs is to import. */
static char **
order_words (char **args)
{
  g_auto (GStrv) ordered = g_strdupv (args);
  guint n = g_strv_length (args);

  if (n < 2 || strcmp (args[0], "kpi") != 0)
    return g_steal_pointer (&ordered);
  if (n > 2 && !is_kpi_command (args[1]) && is_kpi_command (args[2]))
    {
      char *file = ordered[1];

      ordered[1] = ordered[2];
      ordered[2] = file;
    }
  return strcmp (ordered[1], "import") == 0 ? g_strdupv (ordered + 1)
                                            : g_steal_pointer (&ordered);
}

/* The longest name that the arguments begin with. */
static const PatronCommand *
find_command (char  **args,
              guint  *n_words)
{
  for (*n_words = MIN (2, g_strv_length (args)); *n_words > 0; *n_words -= 1)
    {
      g_autofree char *name = *n_words == 2
                                  ? g_strjoin (" ", args[0], args[1], NULL)
                                  : g_strdup (args[0]);

      for (const PatronCommand *c = patron_commands; c->name != NULL; c++)
        if (strcmp (c->name, name) == 0)
          return c;
    }
  return NULL;
}

static PatronStatus
refuse_command (const char *word)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *start = g_strconcat (word, " ", NULL);

  for (const PatronCommand *c = patron_commands; c->name != NULL; c++)
    if (g_str_has_prefix (c->name, start))
      g_string_append_printf (names, "%s“patron %s”",
                              names->len > 0 ? ", " : "", c->name);
  if (names->len > 0)
    /* Translators: names of commands. */
    return patron_command_misuse (_("there is %s"), names->str);
  return patron_command_misuse (
      _("there is no command “%s”. “patron --help” lists them; a file of "
        "that name is opened by “patron ./%s”"),
      word, word);
}

static GOptionContext *
make_context (const PatronCommand *command)
{
  g_autofree char *summary = NULL;
  GOptionContext *context = g_option_context_new (command->arguments);

  summary = command->description != NULL
                ? g_strconcat (_(command->summary), "\n\n",
                               _(command->description), NULL)
                : g_strdup (_(command->summary));
  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options,
                                       GETTEXT_PACKAGE);
  return context;
}

/* The arguments of the command, after what GOption takes for its program. */
static char **
take_args (char **args,
           guint  n_words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, "patron");
  for (guint i = n_words; args[i] != NULL; i++)
    g_strv_builder_add (builder, args[i]);
  return g_strv_builder_end (builder);
}

static PatronStatus
run_command (const PatronCommand *command,
             char               **args,
             guint                n_words)
{
  g_autoptr (GOptionContext) context = make_context (command);
  g_auto (GStrv) taken = take_args (args, n_words);
  g_autofree char *program = g_strconcat ("patron ", command->name, NULL);
  g_autoptr (GError) error = NULL;
  int n;

  g_set_prgname (program);
  if (!g_option_context_parse_strv (context, &taken, &error))
    return patron_command_misuse (
        _("%s. “patron %s --help” says more"), error->message,
        command->name);
  n = (int) g_strv_length (taken) - 1;
  /* What stands after “--” is an argument, but that is none itself. */
  for (int i = 1; i <= n; i++)
    if (strcmp (taken[i], "--") == 0)
      {
        g_free (taken[i]);
        memmove (taken + i, taken + i + 1, (gsize) (n - i + 1)
                                               * sizeof *taken);
        n--;
        break;
      }
  if (n < command->min_args
      || (command->max_args >= 0 && n > command->max_args))
    return patron_command_misuse (
        _("this is used as: patron %s %s"), command->name,
        command->arguments);
  return command->run (taken + 1);
}

/**
 * patron_command_main:
 * @args: what follows the name of the program
 *
 * Runs a command.
 *
 * Returns: what the program ends with
 */
PatronStatus
patron_command_main (char **args)
{
  g_auto (GStrv) ordered = NULL;
  const PatronCommand *command;
  guint n_words;
  PatronStatus status;

  if (args[0] == NULL || strcmp (args[0], "--help") == 0
      || strcmp (args[0], "-h") == 0)
    {
      print_help ();
      return PATRON_STATUS_FINE;
    }
  if (strcmp (args[0], "--version") == 0)
    {
      g_print ("Patron %s\n", PATRON_VERSION);
      return PATRON_STATUS_FINE;
    }
  ordered = order_words (args);
  command = find_command (ordered, &n_words);
  if (command == NULL)
    return refuse_command (args[0]);
  status = run_command (command, ordered, n_words);

  /* What could not be printed was not done. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      g_printerr ("patron: %s\n", _("The output cannot be written"));
      return PATRON_STATUS_PROBLEMS;
    }
  return status;
}
