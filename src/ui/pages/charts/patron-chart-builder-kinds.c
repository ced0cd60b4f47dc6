/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts-page"

/* The kinds that can show what is asked for, each as a small picture of the
 * very chart. */

#include "config.h"

#include "patron-chart-builder-private.h"

#include <glib/gi18n-lib.h>

#include "patron-chart-view.h"
#include "patron-scene-view.h"

/* A preview is laid out as if for a small card, and shown smaller. */
#define WIDTH 240
#define HEIGHT 150

typedef struct
{
  PatronDocument    *document;
  PatronQueryResult *result;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *self = data;

  g_object_unref (self->document);
  patron_query_result_unref (self->result);
  g_free (self);
}

static PatronScene *
lay_out_cb (const PatronTheme *screen,
            PatronMeasurer    *measurer,
            double             width,
            double             height,
            gpointer           data)
{
  Preview *self = data;
  PatronTheme theme;

  patron_chart_theme_init (&theme, screen, self->document);
  return patron_query_result_layout (self->result, &theme, measurer, width,
                                     height);
}

static GtkWidget *
new_preview (PatronChartBuilder *self,
             PatronChartKind     kind)
{
  g_autoptr (PatronChartQuery) query = patron_chart_query_copy (self->query);
  Preview *preview = g_new0 (Preview, 1);
  GtkWidget *view = patron_scene_view_new (NULL);

  query->kind = kind;
  preview->document = g_object_ref (self->document);
  preview->result = patron_chart_query_run (query, self->source);
  /* The words would be too small to read. */
  patron_chart_set_title (preview->result->chart, NULL);
  patron_chart_set_subtitle (preview->result->chart, NULL);
  patron_chart_set_note (preview->result->chart, NULL);
  g_array_set_size (preview->result->chart->annotations, 0);
  patron_scene_view_set_page_size (PATRON_SCENE_VIEW (view), WIDTH, HEIGHT);
  patron_scene_view_set_func (PATRON_SCENE_VIEW (view), lay_out_cb, preview,
                              preview_free);
  gtk_widget_set_can_focus (view, FALSE);
  gtk_widget_set_can_target (view, FALSE);
  return view;
}

static void
add_kind (PatronChartBuilder *self,
          PatronChartKind     kind)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (patron_chart_kind_get_label (kind));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), new_preview (self, kind));
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_tooltip_text (child, patron_chart_kind_get_label (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (child),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  patron_chart_kind_get_label (kind), -1);
  g_object_set_data (G_OBJECT (child), "kind", GINT_TO_POINTER (kind));
  gtk_flow_box_append (self->kinds, child);
  if (kind == self->result->chart->kind)
    gtk_flow_box_select_child (self->kinds, GTK_FLOW_BOX_CHILD (child));
}

static void
selected_cb (PatronChartBuilder *self)
{
  g_autoptr (GList) selected
      = gtk_flow_box_get_selected_children (self->kinds);
  PatronChartKind kind;

  if (self->filling || selected == NULL)
    return;
  kind = (PatronChartKind) GPOINTER_TO_INT (
      g_object_get_data (selected->data, "kind"));
  if (kind == self->result->chart->kind)
    return;
  self->query->kind = kind;
  patron_chart_builder_changed (self);
}

static gboolean
is_same (PatronChartBuilder *self)
{
  GtkFlowBoxChild *child;
  int i = 0;

  for (int kind = 0; kind < PATRON_N_CHART_KINDS; kind++)
    if (self->result->kinds[kind])
      {
        child = gtk_flow_box_get_child_at_index (self->kinds, i++);
        if (child == NULL
            || GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "kind"))
                   != kind)
          return FALSE;
      }
  return gtk_flow_box_get_child_at_index (self->kinds, i) == NULL;
}

/* The focus stays where it is while the same kinds can be chosen. */
static void
refresh (PatronChartBuilder *self)
{
  GtkFlowBoxChild *child;

  for (int i = 0;
       (child = gtk_flow_box_get_child_at_index (self->kinds, i)) != NULL; i++)
    {
      PatronChartKind kind = (PatronChartKind) GPOINTER_TO_INT (
          g_object_get_data (G_OBJECT (child), "kind"));
      GtkWidget *box = gtk_flow_box_child_get_child (child);

      gtk_box_remove (GTK_BOX (box), gtk_widget_get_first_child (box));
      gtk_box_prepend (GTK_BOX (box), new_preview (self, kind));
      if (kind == self->result->chart->kind)
        gtk_flow_box_select_child (self->kinds, child);
    }
}

/* patron_chart_builder_update_kinds:
 *
 * Shows the kinds that can show the answer.
 */
void
patron_chart_builder_update_kinds (PatronChartBuilder *self)
{
  GtkWidget *child;

  if (is_same (self))
    {
      refresh (self);
      return;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->kinds)))
         != NULL)
    gtk_flow_box_remove (self->kinds, child);
  for (int kind = 0; kind < PATRON_N_CHART_KINDS; kind++)
    if (self->result->kinds[kind])
      add_kind (self, (PatronChartKind) kind);
}

/* patron_chart_builder_add_kinds:
 *
 * Adds the group of the kinds.
 */
void
patron_chart_builder_add_kinds (PatronChartBuilder *self,
                                GtkWidget          *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_flow_box_new ();

  self->kinds = GTK_FLOW_BOX (box);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Kind"));
  gtk_flow_box_set_homogeneous (self->kinds, TRUE);
  gtk_flow_box_set_min_children_per_line (self->kinds, 2);
  gtk_flow_box_set_max_children_per_line (self->kinds, 2);
  gtk_flow_box_set_column_spacing (self->kinds, 6);
  gtk_flow_box_set_row_spacing (self->kinds, 6);
  gtk_flow_box_set_selection_mode (self->kinds, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (box, "patron-chart-kinds");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind"),
                                  -1);
  g_signal_connect_object (box, "selected-children-changed",
                           G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  gtk_box_append (GTK_BOX (page), group);
}
