/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-face.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "patron-number.h"

/* Longer titles are cut on the map, and whole in the pane beside it. */
#define MAX_TITLE 280

/* The icons of channels, by the kind of channel. */
static const struct
{
  const char *kind;
  const char *icon;
} icons[] = {
  { "online", "web-browser-symbolic" },
  { "phone", "call-start-symbolic" },
  { "in_person", "avatar-default-symbolic" },
  { "post", "mail-read-symbolic" },
  { "email", "mail-unread-symbolic" },
  { "messaging", "chat-message-new-symbolic" },
  { "social", "emoji-people-symbolic" },
  { "third_party", "system-users-symbolic" },
};

#define OTHER_ICON "send-to-symbolic"

static const char *const moments[]
    = { NULL, "truth", "pain", "delight", "wait", "drop_off" };

/* The label of a choice, or NULL. */
static const char *
get_choice (PatronRecord *record,
            const char   *field)
{
  return patron_field_get_choice_label (
      patron_entity_get_field (patron_record_get_entity (record), field),
      patron_record_get_text (record, field));
}

static int
get_scale (PatronRecord *record,
           const char   *field)
{
  const PatronValue *value = patron_record_get (record, field);

  return patron_value_is_null (value) ? PATRON_JOURNEY_UNSAID
                                      : (int) value->integer;
}

static const char *
find_icon (PatronRecord *channel)
{
  const char *kind = patron_record_get_text (channel, "kind");

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i].kind, kind) == 0)
      return icons[i].icon;
  return OTHER_ICON;
}

static PatronJourneyMoment
find_moment (PatronRecord *card)
{
  const char *id = patron_record_get_text (card, "moment");

  for (guint i = 1; id != NULL && i < G_N_ELEMENTS (moments); i++)
    if (strcmp (moments[i], id) == 0)
      return i;
  return PATRON_JOURNEY_NO_MOMENT;
}

/**
 * patron_journey_cut_title:
 *
 * Returns: (transfer full): @title, or as much of it as a card can show
 */
char *
patron_journey_cut_title (const char *title)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= MAX_TITLE)
    return g_strdup (title);
  start = g_utf8_substring (title, 0, MAX_TITLE - 1);
  return g_strconcat (start, "…", NULL);
}

/**
 * patron_journey_face_load:
 * @self: (out caller-allocates): cleared with patron_journey_face_clear()
 */
void
patron_journey_face_load (PatronJourneyFace *self,
                          PatronDocument    *document,
                          PatronRecord      *card)
{
  const PatronValue *channel = patron_record_get (card, "channel");
  const char *title = patron_record_get_text (card, "title");

  *self = (PatronJourneyFace) {
    .untitled = title == NULL,
    .moment = find_moment (card),
    .moment_label = get_choice (card, "moment"),
    .owner = g_strdup (patron_record_get_text (card, "owner")),
    .evidence = get_choice (card, "evidence"),
    .expected = get_scale (card, "expected"),
    .felt = get_scale (card, "felt"),
  };
  self->title = title != NULL ? patron_journey_cut_title (title)
                              : patron_record_get_title (card);
  if (!patron_value_is_null (channel))
    {
      g_autoptr (PatronRecord) record = patron_document_get_record (
          document, "channel", channel->integer);

      if (record != NULL)
        {
          self->channel = patron_record_get_title (record);
          self->channel_icon = find_icon (record);
        }
    }
}

void
patron_journey_face_clear (PatronJourneyFace *self)
{
  g_free (self->title);
  g_free (self->channel);
  g_free (self->owner);
  *self = (PatronJourneyFace) { 0 };
}

gboolean
patron_journey_face_equal (const PatronJourneyFace *a,
                           const PatronJourneyFace *b)
{
  return a->untitled == b->untitled && a->moment == b->moment
         && a->expected == b->expected && a->felt == b->felt
         && a->evidence == b->evidence && a->channel_icon == b->channel_icon
         && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->channel, b->channel) == 0
         && g_strcmp0 (a->owner, b->owner) == 0;
}

/**
 * patron_journey_format_scale:
 * @value: a mark from -2 to +2, or a mean of such
 *
 * Returns: (transfer full) (nullable): the mark with its sign, as users write
 *   it; %NULL for NaN
 */
char *
patron_journey_format_scale (double value)
{
  double rounded = round (value * 10) / 10;
  int decimals = rounded == floor (rounded) ? 0 : 1;
  g_autofree char *number = NULL;

  if (isnan (value))
    return NULL;
  number = patron_number_format (rounded, decimals);
  return g_strconcat (rounded > 0 ? "+" : "", number, NULL);
}

/**
 * patron_journey_draw_scale:
 *
 * Returns: (transfer full) (nullable): the mark for drawing it alone: its
 *   sign stays in front where text runs from right to left
 */
char *
patron_journey_draw_scale (double value)
{
  g_autofree char *mark = patron_journey_format_scale (value);

  return mark != NULL ? g_strconcat ("\xe2\x80\x8e", mark, NULL) : NULL;
}

/**
 * patron_journey_face_get_contact:
 *
 * Returns: (transfer full) (nullable): the channel and the owner on one line
 */
char *
patron_journey_face_get_contact (const PatronJourneyFace *self)
{
  if (self->channel != NULL && self->owner != NULL)
    /* Translators: a channel, then who owns the contact over it. */
    return g_strdup_printf (C_("card", "%s · %s"), self->channel,
                            self->owner);
  return g_strdup (self->channel != NULL ? self->channel : self->owner);
}

/**
 * patron_journey_face_describe:
 *
 * Returns: (transfer full): all that the card shows besides its title, in
 *   words
 */
char *
patron_journey_face_describe (const PatronJourneyFace *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *contact = patron_journey_face_get_contact (self);

  if (self->moment_label != NULL)
    g_strv_builder_add (parts, self->moment_label);
  if (contact != NULL)
    g_strv_builder_add (parts, contact);
  if (self->felt != PATRON_JOURNEY_UNSAID)
    {
      g_autofree char *mark = patron_journey_format_scale (self->felt);
      g_autofree char *text = g_strdup_printf (_("Felt: %s"), mark);

      g_strv_builder_add (parts, text);
    }
  if (self->expected != PATRON_JOURNEY_UNSAID)
    {
      g_autofree char *mark = patron_journey_format_scale (self->expected);
      g_autofree char *text = g_strdup_printf (_("Expected: %s"), mark);

      g_strv_builder_add (parts, text);
    }
  if (self->evidence != NULL)
    g_strv_builder_add (parts, self->evidence);
  words = g_strv_builder_end (parts);
  return g_strjoinv ("\n", words);
}

/**
 * patron_journey_count_details:
 *
 * Returns: how many lines the card has below its title, without making them
 */
guint
patron_journey_count_details (PatronRecord *card)
{
  guint n = 0;

  n += patron_record_get_text (card, "moment") != NULL;
  n += !patron_value_is_null (patron_record_get (card, "channel"))
       || patron_record_get_text (card, "owner") != NULL;
  n += !patron_value_is_null (patron_record_get (card, "expected"))
       || !patron_value_is_null (patron_record_get (card, "felt"))
       || patron_record_get_text (card, "evidence") != NULL;
  return n;
}
