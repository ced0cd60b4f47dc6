/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-entities.h"
#include "patron-portrait-scene-private.h"

static void
block_free (gpointer data)
{
  PatronBlock *block = data;

  g_free (block->heading);
  g_free (block->text);
  g_strfreev (block->tags);
  g_free (block);
}

static PatronBlock *
add_block (GPtrArray       *blocks,
           PatronBlockKind  kind,
           const char      *heading)
{
  PatronBlock *block = g_new0 (PatronBlock, 1);

  block->kind = kind;
  block->heading = g_strdup (heading);
  g_ptr_array_add (blocks, block);
  return block;
}

static const char *
label_of (const PatronPoster *self,
          const char         *field)
{
  const PatronEntity *entity
    = patron_record_get_entity (self->content->portrait);

  return patron_field_get_label (patron_entity_get_field (entity, field));
}

static PatronBlock *
add_text_block (const PatronPoster *self,
                GPtrArray          *blocks,
                PatronBlockKind     kind,
                const char         *field)
{
  const char *text = patron_record_get_text (self->content->portrait, field);
  PatronBlock *block;

  if (patron_text_is_empty (text))
    return NULL;
  block = add_block (blocks, kind, label_of (self, field));
  block->text = patron_text_clean (text);
  return block;
}

static void
add_list (const PatronPoster *self,
          GPtrArray          *blocks,
          const char         *field,
          PatronMarker        marker,
          PatronTone          tone)
{
  PatronBlock *block = add_text_block (self, blocks, PATRON_BLOCK_LIST, field);

  if (block == NULL)
    return;
  block->marker = marker;
  block->colour = self->theme->tones[tone];
}

static void
add_tags (const PatronPoster *self,
          GPtrArray          *blocks,
          const char         *field)
{
  const char *text = patron_record_get_text (self->content->portrait, field);
  g_autofree char *clean = patron_text_clean (text);

  if (patron_text_is_empty (clean))
    return;
  add_block (blocks, PATRON_BLOCK_TAGS, label_of (self, field))->tags
    = patron_tags_split (clean);
}

static void
add_records (GPtrArray          *blocks,
             PatronBlockKind     kind,
             const PatronEntity *entity,
             GPtrArray          *records)
{
  if (records != NULL && records->len > 0)
    add_block (blocks, kind, patron_entity_get_plural (entity))->records
      = records;
}

/**
 * patron_poster_collect_blocks:
 *
 * Returns: (transfer full) (element-type PatronBlock): what is filled in, in
 *   the order of its weight for decisions
 */
GPtrArray *
patron_poster_collect_blocks (const PatronPoster *self)
{
  static const char *const texts[] = {
    "values_held", "beliefs", "attitudes", "perceptions", "behaviour",
    "hangouts_online", "hangouts_offline", "associates", "surplus_spending",
  };
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);

  add_text_block (self, blocks, PATRON_BLOCK_TEXT, "biography");
  add_list (self, blocks, "goals", PATRON_MARKER_CIRCLE, PATRON_TONE_GOOD);
  add_list (self, blocks, "frustrations", PATRON_MARKER_TRIANGLE,
            PATRON_TONE_BAD);
  add_records (blocks, PATRON_BLOCK_NEEDS, &patron_need_entity,
               self->content->needs);
  add_text_block (self, blocks, PATRON_BLOCK_TEXT, "motivations");
  if (self->content->scales != NULL && self->content->scales->len > 0)
    add_block (blocks, PATRON_BLOCK_SCALES, C_("poster", "Character"))->records
      = self->content->scales;
  add_records (blocks, PATRON_BLOCK_TRAITS, &patron_trait_entity,
               self->content->traits);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    add_text_block (self, blocks, PATRON_BLOCK_TEXT, texts[i]);
  add_tags (self, blocks, "technologies");
  return blocks;
}

static void
add_sentence (GString    *words,
              const char *sentence)
{
  if (patron_text_is_empty (sentence))
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, sentence);
  if (strchr (".!?", sentence[strlen (sentence) - 1]) == NULL)
    g_string_append_c (words, '.');
}

/**
 * patron_poster_write_alt_text:
 *
 * Returns: (transfer full): who the poster shows, for those who do not see it
 */
char *
patron_poster_write_alt_text (const PatronPoster *self)
{
  GString *words = g_string_new (NULL);
  g_autofree char *head = NULL;

  if (*self->occupation != '\0')
    /* Translators: name and occupation of a person. */
    head = g_strdup_printf (_("Pen portrait of %s, %s"), self->name,
                            self->occupation);
  else
    head = g_strdup_printf (_("Pen portrait of %s"), self->name);
  add_sentence (words, head);
  add_sentence (words, self->quotation);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const PatronBlock *block = g_ptr_array_index (self->blocks, i);
      g_autofree char *sentence = NULL;

      if (block->kind != PATRON_BLOCK_LIST)
        continue;
      /* Translators: the heading of a part of a poster, and its text. */
      sentence = g_strdup_printf (C_("poster part", "%s: %s"), block->heading,
                                  block->text);
      g_strdelimit (sentence, "\n", ' ');
      add_sentence (words, sentence);
    }
  return g_string_free (words, FALSE);
}
