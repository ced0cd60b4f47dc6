/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

#include <glib/gi18n-lib.h>

#include "patron-journey-card-private.h"
#include "patron-journey-edit.h"

/* Writing titles in place. A new card is a record only once it has a title,
 * so nothing is left behind by looking and going away. */

/**
 * patron_journey_grid_measure_editor:
 *
 * Returns: how tall the editor is at the width that it has
 */
int
patron_journey_grid_measure_editor (PatronJourneyGrid *self)
{
  GtkWidget *view
      = patron_journey_editor_get_view (PATRON_JOURNEY_EDITOR (self->editor));
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  int width = self->metrics.stage_width;
  int height;

  if (self->edited.kind == PATRON_JOURNEY_AT_LANE)
    width = self->lane_width;
  else if (self->edited.kind == PATRON_JOURNEY_AT_CARD
           || self->edited.kind == PATRON_JOURNEY_AT_SLOT)
    width -= 2 * self->metrics.padding;
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text",
                &text, NULL);
  layout = gtk_widget_create_pango_layout (view, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (
      layout, MAX (width - CARD_START - CARD_END, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + 2 * CARD_PADDING;
}

gboolean
patron_journey_grid_is_editing (PatronJourneyGrid *self)
{
  return self->editor != NULL;
}

/* Ends editing without taking the text. */
void
patron_journey_grid_drop_editor (PatronJourneyGrid *self)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);

  if (editor == NULL)
    return;
  g_clear_object (&self->edited_record);
  g_signal_handlers_disconnect_by_data (editor, self);
  gtk_widget_unparent (editor);
  self->stale = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "editing");
}

static gboolean
write_new (PatronJourneyGrid        *self,
           const PatronJourneyPlace *place,
           char                    **lines,
           GError                  **error)
{
  PatronDocument *document = patron_journey_map_get_document (self->map);
  g_autoptr (PatronRecord) made = NULL;

  if (*lines == NULL)
    return TRUE;
  if (place->kind == PATRON_JOURNEY_AT_ADD_STAGE)
    {
      g_autofree char *name = g_strjoinv (" ", lines);

      made = patron_journey_add_stage (
          document, patron_journey_map_get_journey (self->map), NULL, name,
          error);
    }
  else
    made = patron_journey_add_cards (
        document, patron_journey_map_get_stage (self->map, place->stage),
        patron_journey_map_get_lane (self->map, place->lane),
        (const char *const *) lines, error);
  if (made == NULL)
    return FALSE;
  patron_journey_grid_select (self, made);
  return TRUE;
}

static gboolean
write_title (PatronJourneyGrid *self,
             PatronRecord      *record,
             const char        *text,
             GError           **error)
{
  const PatronField *title
      = patron_entity_get_title (patron_record_get_entity (record));
  const char *old = patron_record_get_text (record, title->name);

  if (g_strcmp0 (old != NULL ? old : "", text) == 0)
    return TRUE;
  return patron_journey_rename (patron_journey_map_get_document (self->map),
                                record, text, error);
}

/* Where the keyboard goes on after @place was written. */
static void
go_on (PatronJourneyGrid        *self,
       const PatronJourneyPlace *place,
       gboolean                  next)
{
  PatronJourneyPlace to = *place;

  if (next && to.kind == PATRON_JOURNEY_AT_CARD)
    to.kind = PATRON_JOURNEY_AT_SLOT;
  else if (next && to.kind == PATRON_JOURNEY_AT_STAGE)
    to.kind = PATRON_JOURNEY_AT_ADD_STAGE;
  patron_journey_grid_relayout (self);
  patron_journey_grid_settle (self);
  patron_journey_grid_scroll_to (self, &to);
  patron_journey_grid_set_cursor (self, &to, TRUE);
  if (next)
    patron_journey_grid_edit (self, &to);
}

static void
reopen (PatronJourneyGrid        *self,
        const PatronJourneyPlace *place,
        const char               *text)
{
  GtkWidget *view;

  patron_journey_grid_edit (self, place);
  if (self->editor == NULL)
    return;
  view = patron_journey_editor_get_view (PATRON_JOURNEY_EDITOR (self->editor));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            text, -1);
}

static void
finish (PatronJourneyGrid      *self,
        PatronJourneyEditorEnd  how)
{
  PatronJourneyEditor *editor = PATRON_JOURNEY_EDITOR (self->editor);
  g_autofree char *text = patron_journey_editor_get_text (editor);
  g_auto (GStrv) lines = patron_journey_editor_get_lines (editor);
  g_autoptr (PatronRecord) record = g_steal_pointer (&self->edited_record);
  PatronJourneyPlace place = self->edited;
  g_autoptr (GError) error = NULL;
  gboolean good = TRUE;

  patron_journey_grid_drop_editor (self);
  if (how != PATRON_JOURNEY_EDITOR_CANCEL)
    good = record != NULL ? write_title (self, record, text, &error)
                          : write_new (self, &place, lines, &error);
  if (!good)
    patron_journey_grid_report (self, error);
  if (!good && how != PATRON_JOURNEY_EDITOR_LEFT)
    {
      reopen (self, &place, text);
      return;
    }
  if (record != NULL)
    patron_journey_map_find (self->map, record, &place);
  if (how == PATRON_JOURNEY_EDITOR_LEFT)
    patron_journey_grid_invalidate (self);
  else
    go_on (self, &place,
           how == PATRON_JOURNEY_EDITOR_NEXT
               && (record != NULL || *lines != NULL));
}

static void
ended_cb (PatronJourneyGrid      *self,
          PatronJourneyEditorEnd  how)
{
  finish (self, how);
}

static void
text_changed_cb (PatronJourneyGrid *self)
{
  patron_journey_grid_relayout (self);
  patron_journey_grid_scroll_to (self, &self->edited);
}

/* Takes what is being written, as if the focus had gone elsewhere. */
void
patron_journey_grid_end_edit (PatronJourneyGrid *self)
{
  if (self->editor != NULL)
    finish (self, PATRON_JOURNEY_EDITOR_LEFT);
}

static const char *
get_label (PatronJourneyPlaceKind kind)
{
  switch (kind)
    {
    case PATRON_JOURNEY_AT_STAGE:
    case PATRON_JOURNEY_AT_ADD_STAGE:
      return _("Name of the stage");
    case PATRON_JOURNEY_AT_LANE:
      return _("Name of the lane");
    case PATRON_JOURNEY_AT_CARD:
    case PATRON_JOURNEY_AT_SLOT:
    case PATRON_JOURNEY_AT_ADD_LANE:
    case PATRON_JOURNEY_AT_NOWHERE:
    default:
      return _("Title of the card");
    }
}

static GtkWidget *
get_layer (PatronJourneyGrid      *self,
           PatronJourneyPlaceKind  kind)
{
  if (kind == PATRON_JOURNEY_AT_STAGE || kind == PATRON_JOURNEY_AT_ADD_STAGE)
    return self->top;
  return kind == PATRON_JOURNEY_AT_LANE ? self->side : self->body;
}

/**
 * patron_journey_grid_edit:
 *
 * Begins to write the title of what is at a place, or of a new card or
 * stage.
 */
void
patron_journey_grid_edit (PatronJourneyGrid        *self,
                          const PatronJourneyPlace *place)
{
  PatronRecord *record;
  const char *text = NULL;

  patron_journey_grid_end_edit (self);
  if (place->kind == PATRON_JOURNEY_AT_ADD_LANE)
    {
      patron_journey_grid_popup_menu (self, place);
      return;
    }
  if (patron_journey_grid_is_read_only (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  record = patron_journey_map_get_record (self->map, place);
  if (record != NULL)
    text = patron_record_get_text (
        record,
        patron_entity_get_title (patron_record_get_entity (record))->name);
  patron_journey_grid_set_cursor (self, place, FALSE);
  self->edited = self->cursor;
  g_set_object (&self->edited_record, record);
  self->editor = patron_journey_editor_new (text, get_label (place->kind));
  gtk_widget_set_parent (self->editor, get_layer (self, place->kind));
  g_signal_connect_object (self->editor, "changed",
                           G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  patron_journey_grid_relayout (self);
  patron_journey_grid_settle (self);
  patron_journey_grid_scroll_to (self, &self->edited);
  gtk_widget_grab_focus (self->editor);
  g_signal_connect_object (self->editor, "ended", G_CALLBACK (ended_cb), self,
                           G_CONNECT_SWAPPED);
  patron_journey_grid_update_actions (self);
  g_object_notify (G_OBJECT (self), "editing");
}
