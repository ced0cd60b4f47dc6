/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-edit.h"

#include <glib/gi18n-lib.h>

/* Edits of a journey that are more than one field. Each is one step of undo
 * with a name of its own. */

/* The five steps to loyalty, and when each of them happens. */
static const struct
{
  const char *step;
  const char *phase;
  const char *name;
} five_steps[] = {
  { "aware", "before", N_("Aware") },
  { "trial", "before", N_("Trial") },
  { "purchase", "during", N_("Purchase") },
  { "multiple_purchase", "after", N_("Multiple purchase") },
  { "loyalty", "after", N_("Loyalty") },
};

static const char *const five_lanes[]
    = { "touchpoint", "doing", "thinking", "feeling", "pain", "opportunity" };

/* An id as the document writes it. */
#define ID_LENGTH 24

static const char *
print_id (PatronRecord *record,
          char          text[ID_LENGTH])
{
  g_snprintf (text, ID_LENGTH, "%" G_GINT64_FORMAT,
              patron_record_get_id (record));
  return text;
}

/* Ends a compound edit, or gives it up if something in it has failed. */
static gboolean
finish (PatronDocument *document,
        gboolean        good,
        GError        **error)
{
  if (good)
    return patron_document_end (document, error);
  patron_document_cancel (document);
  return FALSE;
}

static const char *
get_kind_label (const char *kind)
{
  PatronRegistry *registry = patron_registry_get_default ();
  const PatronEntity *lane = patron_registry_lookup (registry, "lane");

  return patron_field_get_choice_label (patron_entity_get_field (lane, "kind"),
                                        kind);
}

static gboolean
fill_five_steps (PatronDocument *document,
                 PatronRecord   *journey,
                 GError        **error)
{
  char id[ID_LENGTH];

  print_id (journey, id);
  for (guint i = 0; i < G_N_ELEMENTS (five_steps); i++)
    {
      g_autoptr (PatronRecord) stage = patron_document_insert (
          document, "stage", error, "journey", id, "name",
          _(five_steps[i].name), "phase", five_steps[i].phase, "step",
          five_steps[i].step, NULL);

      if (stage == NULL)
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (five_lanes); i++)
    {
      g_autoptr (PatronRecord) lane = patron_document_insert (
          document, "lane", error, "journey", id, "name",
          get_kind_label (five_lanes[i]), "kind", five_lanes[i], NULL);

      if (lane == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * patron_journey_new_blank:
 *
 * Makes a journey without stages and lanes.
 *
 * Returns: (transfer full) (nullable): the journey
 */
PatronRecord *
patron_journey_new_blank (PatronDocument *document,
                          const char     *title,
                          GError        **error)
{
  return patron_document_insert (document, "journey", error, "title", title,
                                 NULL);
}

/**
 * patron_journey_new_five_steps:
 *
 * Makes a journey of the five steps: aware, trial, purchase, multiple
 * purchase, loyalty.
 *
 * Returns: (transfer full) (nullable): the journey
 */
PatronRecord *
patron_journey_new_five_steps (PatronDocument *document,
                               const char     *title,
                               GError        **error)
{
  g_autoptr (PatronRecord) journey = NULL;

  if (!patron_document_begin (document, _("New Journey"), error))
    return NULL;
  journey = patron_journey_new_blank (document, title, error);
  if (!finish (document,
               journey != NULL && fill_five_steps (document, journey, error),
               error))
    return NULL;
  return g_steal_pointer (&journey);
}

/**
 * patron_journey_fill_five_steps:
 *
 * Adds the five steps and their lanes to a journey that is there.
 */
gboolean
patron_journey_fill_five_steps (PatronDocument *document,
                                PatronRecord   *journey,
                                GError        **error)
{
  if (!patron_document_begin (document, _("Add the Five Steps"), error))
    return FALSE;
  return finish (document, fill_five_steps (document, journey, error), error);
}

static gboolean
pair (PatronDocument *document,
      PatronRecord   *as_is,
      PatronRecord   *to_be,
      GError        **error)
{
  g_autofree char *title
      = g_strdup (patron_record_get_text (as_is, "title"));

  return patron_document_set_text (document, to_be, "title", title, error)
         && patron_document_set_text (document, to_be, "state", "to_be",
                                      error)
         && patron_document_set_integer (document, to_be, "counterpart",
                                         patron_record_get_id (as_is), error)
         && patron_document_set_integer (document, as_is, "counterpart",
                                         patron_record_get_id (to_be), error);
}

/**
 * patron_journey_duplicate_to_be:
 *
 * Makes a copy of a journey to plan in, and leads from each to the other.
 *
 * Returns: (transfer full) (nullable): the copy
 */
PatronRecord *
patron_journey_duplicate_to_be (PatronDocument *document,
                                PatronRecord   *journey,
                                GError        **error)
{
  g_autoptr (PatronRecord) copy = NULL;

  if (!patron_document_begin (document, _("Duplicate as To-Be"), error))
    return NULL;
  copy = patron_document_duplicate (document, journey, error);
  if (!finish (document,
               copy != NULL && pair (document, journey, copy, error), error))
    return NULL;
  return g_steal_pointer (&copy);
}

/**
 * patron_journey_add_stage:
 * @before: (nullable): the stage that shall follow it
 * @name: (nullable): its name
 *
 * Adds a stage; one that stands before another is in the same phase.
 *
 * Returns: (transfer full) (nullable): the stage
 */
PatronRecord *
patron_journey_add_stage (PatronDocument *document,
                          PatronRecord   *journey,
                          PatronRecord   *before,
                          const char     *name,
                          GError        **error)
{
  g_autoptr (PatronRecord) stage = NULL;
  char id[ID_LENGTH];

  if (!patron_document_begin (document, _("Add Stage"), error))
    return NULL;
  stage = patron_document_insert (
      document, "stage", error, "journey", print_id (journey, id), "name",
      name, "phase",
      before != NULL ? patron_record_get_text (before, "phase") : NULL, NULL);
  if (!finish (document,
               stage != NULL
                   && (before == NULL
                       || patron_document_move (document, stage, before,
                                                error)),
               error))
    return NULL;
  return g_steal_pointer (&stage);
}

/**
 * patron_journey_add_lane:
 * @before: (nullable): the lane that shall follow it
 * @kind: the id of a kind of lane
 * @name: (nullable): its name, that of the kind if there is none
 *
 * Returns: (transfer full) (nullable): the lane
 */
PatronRecord *
patron_journey_add_lane (PatronDocument *document,
                         PatronRecord   *journey,
                         PatronRecord   *before,
                         const char     *kind,
                         const char     *name,
                         GError        **error)
{
  g_autoptr (PatronRecord) lane = NULL;
  char id[ID_LENGTH];

  if (!patron_document_begin (document, _("Add Lane"), error))
    return NULL;
  lane = patron_document_insert (
      document, "lane", error, "journey", print_id (journey, id), "name",
      name != NULL ? name : get_kind_label (kind), "kind", kind, NULL);
  if (!finish (document,
               lane != NULL
                   && (before == NULL
                       || patron_document_move (document, lane, before,
                                                error)),
               error))
    return NULL;
  return g_steal_pointer (&lane);
}

/**
 * patron_journey_add_cards:
 * @titles: (array zero-terminated=1): one title for each card
 *
 * Adds cards at the end of a cell.
 *
 * Returns: (transfer full) (nullable): the last card
 */
PatronRecord *
patron_journey_add_cards (PatronDocument    *document,
                          PatronRecord      *stage,
                          PatronRecord      *lane,
                          const char *const *titles,
                          GError           **error)
{
  g_autoptr (PatronRecord) card = NULL;
  char stage_id[ID_LENGTH], lane_id[ID_LENGTH];
  gboolean good = TRUE;
  guint n = g_strv_length ((char **) titles);

  if (!patron_document_begin (document,
                              n == 1 ? _("Add Card") : _("Add Cards"), error))
    return NULL;
  print_id (stage, stage_id);
  print_id (lane, lane_id);
  for (guint i = 0; good && i < n; i++)
    {
      g_clear_object (&card);
      card = patron_document_insert (document, "card", error, "stage",
                                     stage_id, "lane", lane_id, "title",
                                     titles[i], NULL);
      good = card != NULL;
    }
  if (!finish (document, good, error))
    return NULL;
  return g_steal_pointer (&card);
}

/**
 * patron_journey_move_card:
 * @before: (nullable): the card of that cell that shall follow it, %NULL to
 *   make it the last
 *
 * Moves a card to a cell.
 */
gboolean
patron_journey_move_card (PatronDocument *document,
                          PatronRecord   *card,
                          PatronRecord   *stage,
                          PatronRecord   *lane,
                          PatronRecord   *before,
                          GError        **error)
{
  gboolean good;

  if (!patron_document_begin (document, _("Move Card"), error))
    return FALSE;
  good = patron_document_set_integer (document, card, "stage",
                                      patron_record_get_id (stage), error)
         && patron_document_set_integer (document, card, "lane",
                                         patron_record_get_id (lane), error)
         && patron_document_move (document, card, before, error);
  return finish (document, good, error);
}

/* What undo calls an edit of a card; that of anything else names itself. */
static const char *
name_card_edit (PatronRecord *record,
                const char   *label)
{
  return patron_record_is (record, "card") ? label : NULL;
}

/**
 * patron_journey_remove:
 *
 * Removes a stage, a lane or a card, and what stands on it.
 */
gboolean
patron_journey_remove (PatronDocument *document,
                       PatronRecord   *record,
                       GError        **error)
{
  if (!patron_document_begin (
          document, name_card_edit (record, _("Remove Card")), error))
    return FALSE;
  return finish (document, patron_document_remove (document, record, error),
                 error);
}

/**
 * patron_journey_duplicate:
 *
 * Copies a stage, a lane or a card, and what stands on it.
 *
 * Returns: (transfer full) (nullable): the copy
 */
PatronRecord *
patron_journey_duplicate (PatronDocument *document,
                          PatronRecord   *record,
                          GError        **error)
{
  g_autoptr (PatronRecord) copy = NULL;

  if (!patron_document_begin (
          document, name_card_edit (record, _("Duplicate Card")), error))
    return NULL;
  copy = patron_document_duplicate (document, record, error);
  if (!finish (document, copy != NULL, error))
    return NULL;
  return g_steal_pointer (&copy);
}

/**
 * patron_journey_rename:
 * @name: the new title or name, empty for none
 *
 * Names a journey, a stage, a lane or a card; the step stands alone, however
 * soon another one follows.
 */
gboolean
patron_journey_rename (PatronDocument *document,
                       PatronRecord   *record,
                       const char     *name,
                       GError        **error)
{
  const PatronField *title
      = patron_entity_get_title (patron_record_get_entity (record));

  patron_document_end_typing (document);
  if (!patron_document_set_text (document, record, title->name, name, error))
    return FALSE;
  patron_document_end_typing (document);
  return TRUE;
}
