/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-journey-scene-private.h"

static char *
stage_title (const PatronMap *self,
             guint            stage)
{
  return patron_scene_record_title (
    g_ptr_array_index (self->content->stages, stage));
}

static void
add_sentence (GString    *words,
              const char *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, sentence);
  if (strchr (".!?", sentence[strlen (sentence) - 1]) == NULL)
    g_string_append_c (words, '.');
}

/**
 * patron_map_describe_card:
 *
 * Returns: (transfer full): a card and where it lies in words
 */
char *
patron_map_describe_card (const PatronMap *self,
                          PatronRecord    *card,
                          guint            lane,
                          guint            stage)
{
  GString *words = g_string_new (NULL);
  g_autofree char *title = patron_scene_record_title (card);
  g_autofree char *lane_title
    = patron_scene_record_title (g_ptr_array_index (self->lanes, lane));
  g_autofree char *stage_name = stage_title (self, stage);
  g_autofree char *moment = patron_scene_source_format (self->source, card,
                                                        "moment");
  g_autofree char *channel = patron_scene_source_name (self->source, card,
                                                       "channel");
  g_autofree char *note
    = patron_text_clean (patron_record_get_text (card, "note"));
  g_autofree char *place = NULL;

  /* Translators: where a card lies on a journey map: lane, stage, and then
   * the title of the card. */
  place = g_strdup_printf (C_("journey card", "%s, %s: %s"), lane_title,
                           stage_name, title);
  add_sentence (words, place);
  add_sentence (words, moment);
  add_sentence (words, channel);
  add_sentence (words, note);
  return g_string_free (words, FALSE);
}

/**
 * patron_map_describe_gap:
 *
 * Returns: (transfer full) (nullable): the experience of a stage in words
 */
char *
patron_map_describe_gap (const PatronMap *self,
                         guint            stage)
{
  const PatronStageMood *mood = &self->moods[stage];
  g_autofree char *name = stage_title (self, stage);
  g_autofree char *felt = patron_map_signed_text (mood->felt);
  g_autofree char *expected = patron_map_signed_text (mood->expected);

  if (isnan (mood->felt) && isnan (mood->expected))
    return NULL;
  if (isnan (mood->felt))
    /* Translators: stage of a journey, experience on a scale from -2 to +2. */
    return g_strdup_printf (_("%s: %s expected"), name, expected);
  if (isnan (mood->expected))
    return g_strdup_printf (_("%s: %s felt"), name, felt);
  return g_strdup_printf (_("%s: %s felt, %s expected"), name, felt, expected);
}

static void
add_moments (const PatronMap *self,
             GString         *words)
{
  guint n = 0;

  for (guint lane = 0; lane < self->lanes->len; lane++)
    for (guint stage = 0; stage < self->n_stages; stage++)
      {
        const GPtrArray *cards = patron_map_get_cell (self, lane, stage);

        for (guint i = 0; cards != NULL && i < cards->len && n < 20; i++)
          {
            PatronRecord *card = g_ptr_array_index (cards, i);
            g_autofree char *moment = NULL;
            g_autofree char *title = NULL;
            g_autofree char *name = NULL;
            g_autofree char *sentence = NULL;

            if (patron_record_get_text (card, "moment") == NULL)
              continue;
            moment = patron_scene_source_format (self->source, card,
                                                 "moment");
            title = patron_scene_record_title (card);
            name = stage_title (self, stage);
            /* Translators: kind of moment, stage of a journey, card. */
            sentence = g_strdup_printf (C_("journey moment", "%s at %s: %s"),
                                        moment, name, title);
            add_sentence (words, sentence);
            n++;
          }
      }
}

/**
 * patron_map_write_alt_text:
 *
 * Returns: (transfer full): what the map says, for those who do not see it
 */
char *
patron_map_write_alt_text (const PatronMap *self)
{
  GString *words = g_string_new (NULL);
  g_autofree char *title = patron_scene_record_title (self->content->journey);
  g_autofree char *head = g_strdup_printf (_("Journey map: %s"), title);
  g_autoptr (GString) stages = g_string_new (NULL);

  add_sentence (words, head);
  for (guint i = 0; i < self->n_stages; i++)
    {
      g_autofree char *name = stage_title (self, i);

      g_string_append_printf (stages, "%s%s", i > 0 ? ", " : "", name);
    }
  if (self->n_stages > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
        ngettext ("It has one stage: %s.", "Its stages are: %s.",
                  self->n_stages), stages->str);

      add_sentence (words, sentence);
    }
  if (self->widest_gap >= 0)
    {
      g_autofree char *gap
        = patron_map_describe_gap (self, (guint) self->widest_gap);
      g_autofree char *sentence
        = g_strdup_printf (_("The largest gap is at %s."), gap);

      add_sentence (words, sentence);
    }
  add_moments (self, words);
  return g_string_free (words, FALSE);
}
