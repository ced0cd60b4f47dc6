/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* Words in the title of a goal that say too little, or too much. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-smart.h"

/* Translators: words and phrases that make a goal vague wherever they stand,
 * in lower case with “|” between them. Give those of your language rather
 * than translations of these. */
static const char vague[]
    = NC_("smart",
           "as soon as possible|asap|soon|later|as much as possible|as many as "
           "possible|as far as possible|where possible|significantly|"
           "substantially|considerably|world-class|best-in-class|excellent|"
           "excellence|good|great|nice|appropriate|adequate|sufficient|"
           "reasonable|optimal|efficiently|effectively|etc|and so on|various|"
           "several|try to|aim to|strive|work on|focus on|look into|deal with|"
           "customer-centric|synergy|leverage");

/* Translators: words that give a direction without saying how far, in lower
 * case with “|” between them. They are vague in a goal without a target. */
static const char direction[]
    = NC_("smart",
           "improve|better|best|enhance|optimise|optimize|maximise|maximize|"
           "minimise|minimize|increase|raise|grow|boost|strengthen|reduce|cut|"
           "lower|decrease|more|less|fewer|faster|quicker|higher|happier|"
           "many|some");

/* Translators: what joins two goals in one sentence, in lower case with “|”
 * between them. */
static const char joins[] = NC_("smart", "and|as well as|while|plus|&");

/* Translators: verbs that a second goal begins with, after one of “and|as
 * well as|while|plus|&”, in lower case with “|” between them. */
static const char verbs[]
    = NC_("smart",
           "improve|enhance|increase|raise|grow|boost|strengthen|reduce|cut|"
           "lower|decrease|keep|bring|launch|build|create|introduce|start|"
           "stop|win|retain|acquire|save|double|halve|open|hire|train|develop|"
           "expand|send|answer|make|get|improving|increasing|raising|growing|"
           "reducing|cutting|lowering|keeping|winning|retaining");

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-' || c == '_';
}

/* Where a phrase stands in a text as words of its own, or NULL. Both are
 * folded. */
static const char *
find_phrase (const char *text,
             const char *phrase)
{
  gsize length = strlen (phrase);
  const char *at = text;

  if (length == 0)
    return NULL;
  while ((at = strstr (at, phrase)) != NULL)
    {
      const char *before = g_utf8_find_prev_char (text, at);

      if ((before == NULL || !is_word_char (g_utf8_get_char (before)))
          && !is_word_char (g_utf8_get_char (at + length)))
        return at;
      at = g_utf8_next_char (at);
    }
  return NULL;
}

/* The phrase of the list that stands first in the text. */
static char *
find_any (const char *text,
          const char *list)
{
  g_auto (GStrv) phrases = g_strsplit (list, "|", -1);
  const char *first = NULL;
  char *found = NULL;

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (g_strstrip (phrases[i]), -1);
      const char *at = find_phrase (text, folded);

      if (at == NULL || (first != NULL && at >= first))
        continue;
      first = at;
      g_free (found);
      found = g_strdup (phrases[i]);
    }
  return found;
}

static gboolean
has_digit (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isdigit (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/**
 * patron_smart_find_vague:
 * @title: what a goal is called
 * @has_target: whether its target is a number elsewhere
 *
 * Returns: (transfer full) (nullable): the first word or phrase that is vague
 */
char *
patron_smart_find_vague (const char *title,
                         gboolean    has_target)
{
  g_autofree char *text = g_utf8_casefold (title, -1);
  char *found
      = find_any (text, g_dpgettext2 (GETTEXT_PACKAGE, "smart", vague));

  if (found == NULL && !has_target && !has_digit (title))
    found = find_any (text,
                      g_dpgettext2 (GETTEXT_PACKAGE, "smart", direction));
  return found;
}

/* The verb that a text begins with, or NULL. */
static char *
find_verb (const char *text)
{
  g_auto (GStrv) list = g_strsplit (
      g_dpgettext2 (GETTEXT_PACKAGE, "smart", verbs), "|", -1);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (g_strstrip (list[i]), -1);

      if (find_phrase (text, folded) == text)
        return g_strdup (list[i]);
    }
  return NULL;
}

/**
 * patron_smart_find_second:
 * @title: what a goal is called
 *
 * Returns: (transfer full) (nullable): the words with which a second goal
 *   begins, such as “and reduce”
 */
char *
patron_smart_find_second (const char *title)
{
  g_autofree char *text = g_utf8_casefold (title, -1);
  g_auto (GStrv) list = g_strsplit (
      g_dpgettext2 (GETTEXT_PACKAGE, "smart", joins), "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (g_strstrip (list[i]), -1);
      const char *at = text;

      while ((at = find_phrase (at, folded)) != NULL)
        {
          g_autofree char *verb = find_verb (at + strlen (folded));

          if (verb != NULL)
            return g_strconcat (list[i], " ", verb, NULL);
          at += strlen (folded);
        }
    }
  return NULL;
}
