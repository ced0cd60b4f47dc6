/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-header.h"

#include <glib/gi18n-lib.h>

#include "patron-journey-look.h"

#define STRIP 4  /* in the colour of the lane */
#define START 14 /* from the edge to the text, the strip included */

/**
 * PatronJourneyHeader:
 *
 * The header of a column, which is a stage, or of a row, which is a lane and
 * carries its colour.
 */
struct _PatronJourneyHeader
{
  GtkWidget      parent_instance;

  GtkOrientation orientation; /* in which headers of its sort follow */
  PatronRecord  *record;      /* (owned) (nullable) */
  PatronColour   colour;
  GtkWidget     *box;
  GtkWidget     *name;
  GtkWidget     *detail;
};

G_DEFINE_FINAL_TYPE (PatronJourneyHeader, patron_journey_header,
                     GTK_TYPE_WIDGET)

static void
patron_journey_header_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  PatronJourneyHeader *self = PATRON_JOURNEY_HEADER (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->orientation == GTK_ORIENTATION_VERTICAL)
    patron_journey_look_fill (snapshot, self->colour,
                              rtl ? gtk_widget_get_width (widget) - STRIP : 0,
                              0, STRIP, gtk_widget_get_height (widget));
  GTK_WIDGET_CLASS (patron_journey_header_parent_class)
      ->snapshot (widget, snapshot);
}

static gboolean
is_cut (GtkWidget *label)
{
  return gtk_widget_get_visible (label)
         && pango_layout_is_ellipsized (
             gtk_label_get_layout (GTK_LABEL (label)));
}

/* The tooltip says what is cut off. */
static gboolean
query_tooltip_cb (PatronJourneyHeader *self,
                  int                  x,
                  int                  y,
                  gboolean             keyboard,
                  GtkTooltip          *tooltip)
{
  const char *detail = gtk_label_get_text (GTK_LABEL (self->detail));
  g_autofree char *text = NULL;

  if (!is_cut (self->name) && !is_cut (self->detail))
    return FALSE;
  text = g_strjoin (*detail != '\0' ? "\n" : "",
                    gtk_label_get_text (GTK_LABEL (self->name)), detail,
                    NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
patron_journey_header_dispose (GObject *object)
{
  PatronJourneyHeader *self = PATRON_JOURNEY_HEADER (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (patron_journey_header_parent_class)->dispose (object);
}

static void
patron_journey_header_class_init (PatronJourneyHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_journey_header_dispose;
  widget_class->snapshot = patron_journey_header_snapshot;

  gtk_widget_class_set_css_name (widget_class, "journeyheader");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_label (GtkWidget  *box,
            int         lines,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
patron_journey_header_init (PatronJourneyHeader *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_margin_top (self->box, 8);
  gtk_widget_set_margin_bottom (self->box, 8);
  gtk_widget_set_margin_start (self->box, START);
  gtk_widget_set_margin_end (self->box, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb),
                    NULL);
  self->name = make_label (self->box, 3, "heading");
  self->detail = make_label (self->box, 2, "caption");
  gtk_widget_add_css_class (self->detail, "dim-label");
}

/**
 * patron_journey_header_new:
 * @orientation: horizontal for a stage, vertical for a lane
 */
GtkWidget *
patron_journey_header_new (GtkOrientation orientation)
{
  gboolean stage = orientation == GTK_ORIENTATION_HORIZONTAL;
  PatronJourneyHeader *self
      = g_object_new (PATRON_TYPE_JOURNEY_HEADER, "accessible-role",
                      stage ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                            : GTK_ACCESSIBLE_ROLE_ROW_HEADER,
                      NULL);

  self->orientation = orientation;
  gtk_widget_add_css_class (GTK_WIDGET (self), stage ? "stage" : "lane");
  return GTK_WIDGET (self);
}

static const char *
get_choice (PatronRecord *record,
            const char   *field)
{
  return patron_field_get_choice_label (
      patron_entity_get_field (patron_record_get_entity (record), field),
      patron_record_get_text (record, field));
}

/* What stands below the name: of a stage what the customer wants there, of a
 * lane what sort it is where its name does not say so. */
static char *
make_detail (PatronRecord *record,
             const char   *name)
{
  const char *kind;

  if (patron_record_is (record, "stage"))
    return g_strdup (patron_record_get_text (record, "goal"));
  if (patron_record_get_integer (record, "hidden") == 1)
    return g_strdup (C_("lane", "Hidden"));
  kind = get_choice (record, "kind");
  if (kind == NULL || g_utf8_collate (kind, name) == 0)
    return NULL;
  return g_strdup (kind);
}

/**
 * patron_journey_header_show:
 * @index: which of its sort it is
 *
 * Shows a stage or a lane, or the same again after something has changed.
 */
void
patron_journey_header_show (PatronJourneyHeader *self,
                            PatronRecord        *record,
                            guint                index)
{
  g_autofree char *name = patron_record_get_title (record);
  g_autofree char *detail = make_detail (record, name);
  PatronTheme theme;

  g_set_object (&self->record, record);
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->detail), detail);
  gtk_widget_set_visible (self->detail, detail != NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail != NULL ? detail : "", -1);
  if (self->orientation == GTK_ORIENTATION_VERTICAL)
    {
      patron_journey_look_init (&theme, GTK_WIDGET (self));
      self->colour = patron_journey_look_lane (&theme, record, index);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

PatronRecord *
patron_journey_header_get_record (PatronJourneyHeader *self)
{
  return self->record;
}

void
patron_journey_header_set_selected (PatronJourneyHeader *self,
                                    gboolean             selected)
{
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
