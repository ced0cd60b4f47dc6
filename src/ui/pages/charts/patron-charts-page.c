/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts-page"

#include "config.h"

#include "patron-charts-page-private.h"

#include <glib/gi18n-lib.h>

#include "patron-mnemonic.h"
#include "patron-row.h"

/* px of the page that leave room beside the pane */
#define WIDE_ENOUGH 760

/**
 * PatronChartsPage:
 *
 * The charts of the strategy: a gallery, and one of them in full with what it
 * asks beside it.
 */
G_DEFINE_FINAL_TYPE (PatronChartsPage, patron_charts_page, PATRON_TYPE_PAGE)

static PatronDocument *
get_document (PatronChartsPage *self)
{
  return patron_page_get_document (PATRON_PAGE (self));
}

static gboolean
is_open (PatronChartsPage *self)
{
  return self->query != NULL;
}

/* patron_charts_page_get_source:
 *
 * Returns: (transfer none): the figures of the document as it is now
 */
PatronChartSource *
patron_charts_page_get_source (PatronChartsPage *self)
{
  if (self->source == NULL)
    self->source = patron_chart_source_new (get_document (self));
  return self->source;
}

static void
show_gallery (PatronChartsPage *self)
{
  if (get_document (self) == NULL
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->stale)
    patron_charts_gallery_fill (self->gallery,
                                patron_charts_page_get_source (self));
  self->stale = FALSE;
  gtk_stack_set_visible_child_name (
      self->stack,
      patron_charts_gallery_is_empty (self->gallery) ? "empty" : "gallery");
}

static void
update_title (PatronChartsPage *self)
{
  g_autofree char *title
      = self->saved != NULL ? patron_record_get_title (self->saved)
                            : g_strdup (self->name);

  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->save, self->saved == NULL);
  patron_chart_view_set_result (
      self->view, patron_chart_builder_get_result (self->builder), title);
  patron_page_set_exportable (
      PATRON_PAGE (self), self->saved != NULL ? "charts" : NULL,
      self->saved != NULL ? patron_record_get_id (self->saved) : 0);
}

static void
show_chart (PatronChartsPage *self)
{
  patron_chart_builder_set (self->builder, self->query, self->saved,
                            patron_charts_page_get_source (self));
  update_title (self);
  patron_charts_page_update_actions (self);
}

/* A saved chart follows what is chosen; another waits to be saved. */
static void
built_cb (PatronChartsPage *self)
{
  const PatronChartQuery *query
      = patron_chart_builder_get_query (self->builder);
  g_autoptr (PatronChartQuery) copy = patron_chart_query_copy (query);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->query, patron_chart_query_free);
  self->query = g_steal_pointer (&copy);
  if (self->saved == NULL)
    {
      g_free (self->name);
      self->name = g_strdup (
          patron_chart_builder_get_result (self->builder)->what);
      update_title (self);
      return;
    }
  if (!patron_chart_query_store (self->query, get_document (self),
                                 self->saved, &error))
    patron_page_report (PATRON_PAGE (self), error);
}

static GtkWidget *
new_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = patron_charts_page_new_menu ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Chart Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Chart Menu"), -1);
  return button;
}

static gboolean
follow_folded_cb (gpointer data)
{
  PatronChartsPage *self = data;
  gboolean folded = patron_side_pane_get_folded (self->side);

  self->fold_source = 0;
  gtk_widget_set_visible (self->buttons, !folded);
  /* A pane that lies over the chart is in the way until it is called. */
  patron_side_pane_set_shown (self->side, !folded);
  return G_SOURCE_REMOVE;
}

/* It folds while sizes are given out, when none may be asked for. */
static void
folded_cb (PatronChartsPage *self)
{
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE,
                                         follow_folded_cb, self, NULL);
}

static GtkWidget *
new_bar (PatronChartsPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = patron_row_new_button ("go-previous-symbolic",
                                           _("Back to the Gallery"));
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *pane
      = patron_row_new_button ("document-edit-symbolic", _("Edit Chart"));

  self->title = GTK_LABEL (title);
  self->save = patron_mnemonic_button_new (_("_Save Chart"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "charts.back");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pane), "charts.edit");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "charts.save");
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_valign (self->save, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (bar, "patron-bar");
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), title);
  gtk_box_append (GTK_BOX (bar), self->save);
  self->buttons = patron_chart_view_new_bar (self->view);
  gtk_box_append (GTK_BOX (bar), self->buttons);
  gtk_box_append (GTK_BOX (bar), new_menu_button ());
  gtk_box_append (GTK_BOX (bar), pane);
  return bar;
}

static void
add_detail (PatronChartsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = patron_chart_view_new (get_document (self));
  GtkWidget *builder = patron_chart_builder_new (get_document (self));
  GtkWidget *side = patron_side_pane_new (view, builder);

  self->detail = box;
  self->view = PATRON_CHART_VIEW (view);
  self->builder = PATRON_CHART_BUILDER (builder);
  self->side = PATRON_SIDE_PANE (side);
  gtk_widget_add_css_class (view, "patron-chart-large");
  gtk_widget_set_vexpand (side, TRUE);
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_box_append (GTK_BOX (box),
                  gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), side);
  gtk_stack_add_named (self->stack, box, "chart");
  g_signal_connect_object (builder, "changed", G_CALLBACK (built_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (side, "notify::folded", G_CALLBACK (folded_cb),
                           self, G_CONNECT_SWAPPED);
}

/* patron_charts_page_open:
 * @saved: (nullable): the saved chart
 * @name: what it is called
 *
 * Shows a chart in full.
 */
void
patron_charts_page_open (PatronChartsPage       *self,
                         const PatronChartQuery *query,
                         PatronRecord           *saved,
                         const char             *name)
{
  g_autoptr (PatronChartQuery) copy = patron_chart_query_copy (query);
  char *called = g_strdup (name);

  if (self->detail == NULL)
    {
      add_detail (self);
      patron_side_pane_set_shown (
          self->side,
          gtk_widget_get_width (GTK_WIDGET (self)) >= WIDE_ENOUGH);
    }
  g_clear_pointer (&self->query, patron_chart_query_free);
  self->query = g_steal_pointer (&copy);
  g_set_object (&self->saved, saved);
  g_free (self->name);
  self->name = called;
  show_chart (self);
  gtk_stack_set_visible_child (self->stack, self->detail);
  patron_chart_view_grab_focus (self->view);
}

static void
forget_chart (PatronChartsPage *self)
{
  g_clear_pointer (&self->query, patron_chart_query_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->saved);
  patron_page_set_exportable (PATRON_PAGE (self), NULL, 0);
}

/* patron_charts_page_close:
 *
 * Goes back to the gallery.
 */
void
patron_charts_page_close (PatronChartsPage *self)
{
  g_autoptr (PatronRecord) saved
      = self->saved != NULL ? g_object_ref (self->saved) : NULL;

  forget_chart (self);
  show_gallery (self);
  patron_charts_page_update_actions (self);
  patron_charts_gallery_focus (self->gallery, saved);
}

/* patron_charts_page_show_pane:
 *
 * Shows or hides what the chart asks.
 */
void
patron_charts_page_show_pane (PatronChartsPage *self)
{
  if (is_open (self))
    patron_side_pane_set_shown (self->side,
                                !patron_side_pane_get_shown (self->side));
}

static void
activated_cb (PatronChartsPage *self,
              PatronChartCard  *card)
{
  const PatronChartQuery *query = patron_chart_card_get_query (card);

  if (query != NULL)
    patron_charts_page_open (self, query, patron_chart_card_get_saved (card),
                             patron_chart_card_get_name (card));
}

/* Undo may have changed the chart, or have taken it away. */
static void
changed_cb (PatronChartsPage *self)
{
  g_clear_pointer (&self->source, patron_chart_source_unref);
  self->stale = TRUE;
  if (!is_open (self))
    {
      show_gallery (self);
      return;
    }
  if (self->saved != NULL && !patron_record_get_exists (self->saved))
    {
      forget_chart (self);
      show_gallery (self);
      patron_charts_page_update_actions (self);
      return;
    }
  if (self->saved != NULL)
    {
      PatronChartQuery *query = patron_chart_query_from_record (
          self->saved, patron_document_get_registry (get_document (self)),
          NULL);

      if (query != NULL)
        {
          patron_chart_query_free (self->query);
          self->query = query;
        }
    }
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_chart (self);
}

static void
patron_charts_page_document_set (PatronPage     *page,
                                 PatronDocument *document)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (page);

  forget_chart (self);
  g_clear_pointer (&self->source, patron_chart_source_unref);
  patron_charts_gallery_clear (self->gallery);
  g_clear_handle_id (&self->fold_source, g_source_remove);
  if (self->detail != NULL)
    gtk_stack_remove (self->stack, self->detail);
  self->detail = NULL;
  self->stale = TRUE;
  if (document == NULL)
    return;
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_gallery (self);
  patron_charts_page_update_actions (self);
}

static void
patron_charts_page_map (GtkWidget *widget)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (widget);

  GTK_WIDGET_CLASS (patron_charts_page_parent_class)->map (widget);
  if (get_document (self) == NULL)
    return;
  if (!is_open (self))
    show_gallery (self);
  else if (self->stale)
    show_chart (self);
}

static gboolean
patron_charts_page_show_record (PatronPage   *page,
                                PatronRecord *record)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (page);
  g_autoptr (PatronChartQuery) query = NULL;
  g_autofree char *title = NULL;

  if (!patron_record_is (record, "chart") || get_document (self) == NULL)
    return FALSE;
  query = patron_chart_query_from_record (
      record, patron_document_get_registry (get_document (self)), NULL);
  title = patron_record_get_title (record);
  if (query != NULL && self->saved != record)
    patron_charts_page_open (self, query, record, title);
  return query != NULL;
}

static void
patron_charts_page_dispose (GObject *object)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_pointer (&self->query, patron_chart_query_free);
  g_clear_pointer (&self->source, patron_chart_source_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->saved);

  G_OBJECT_CLASS (patron_charts_page_parent_class)->dispose (object);
}

static void
patron_charts_page_class_init (PatronChartsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_charts_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = patron_charts_page_map;
  PATRON_PAGE_CLASS (klass)->document_set = patron_charts_page_document_set;
  PATRON_PAGE_CLASS (klass)->show_record = patron_charts_page_show_record;
  patron_charts_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status),
                                 "patron-charts-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No Charts Yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (status),
      _("Charts make themselves as soon as the strategy holds something to "
        "count or compare: values of KPIs, a journey, channels, segments."));
  return status;
}

static void
patron_charts_page_init (PatronChartsPage *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *gallery = patron_charts_gallery_new ();

  g_object_set (self, "title", _("Charts"), "icon-name",
                "patron-charts-symbolic", NULL);
  self->stack = GTK_STACK (stack);
  self->gallery = PATRON_CHARTS_GALLERY (gallery);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, new_empty (), "empty");
  gtk_stack_add_named (self->stack, gallery, "gallery");
  adw_bin_set_child (ADW_BIN (self), stack);
  g_signal_connect_object (gallery, "activated", G_CALLBACK (activated_cb),
                           self, G_CONNECT_SWAPPED);
  patron_charts_page_update_actions (self);
}
