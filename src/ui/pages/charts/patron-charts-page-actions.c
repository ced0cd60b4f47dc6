/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts-page"

/* What can be done on the page: with the chart that is open, or with the
 * saved chart that has the focus in the gallery. */

#include "config.h"

#include "patron-charts-page-private.h"

#include <glib/gi18n-lib.h>

#include "patron-reorder.h"

static PatronDocument *
get_document (PatronChartsPage *self)
{
  return patron_page_get_document (PATRON_PAGE (self));
}

/* The saved chart that an action is about. */
static PatronRecord *
get_current (PatronChartsPage *self)
{
  PatronChartCard *card
      = patron_charts_gallery_get_current (self->gallery);

  if (self->query != NULL)
    return self->saved;
  return card != NULL ? patron_chart_card_get_saved (card) : NULL;
}

static void
open_record (PatronChartsPage *self,
             PatronRecord     *record)
{
  patron_page_show_record (PATRON_PAGE (self), record);
}

static void
new_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (widget);
  g_autoptr (GArray) entities = patron_chart_query_offer_entities (
      patron_charts_page_get_source (self));
  g_autoptr (PatronChartQuery) query = NULL;

  if (entities->len == 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  query = patron_chart_query_new ("measurement", "value", "date",
                                  PATRON_CHART_LINE);
  if (g_strcmp0 (g_array_index (entities, PatronQueryOffer, 0).id,
                 "measurement")
      != 0)
    {
      g_free (query->entity);
      query->entity
          = g_strdup (g_array_index (entities, PatronQueryOffer, 0).id);
      patron_chart_query_set_measure (query, 0, "count");
      patron_chart_query_set_over (query, NULL);
    }
  else
    patron_chart_query_set_split (query, "kpi");
  patron_charts_page_open (self, query, NULL, _("New Chart"));
  if (!patron_side_pane_get_shown (self->side))
    patron_side_pane_set_shown (self->side, TRUE);
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (widget);

  if (self->query != NULL)
    patron_charts_page_close (self);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  patron_charts_page_show_pane (PATRON_CHARTS_PAGE (widget));
}

/* A saved chart is called by what it shows until it is called otherwise. */
static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (widget);
  g_autoptr (PatronRecord) chart = NULL;
  g_autoptr (GError) error = NULL;

  if (self->query == NULL || self->saved != NULL)
    return;
  chart = patron_chart_query_keep (self->query, get_document (self),
                                   self->name, &error);
  if (chart == NULL)
    {
      patron_page_report (PATRON_PAGE (self), error);
      return;
    }
  open_record (self, chart);
  gtk_widget_activate_action (widget, "win.toast", "s", _("Chart saved"));
}

static void
rename_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (widget);
  PatronRecord *record = get_current (self);

  if (record == NULL)
    return;
  open_record (self, record);
  if (!patron_side_pane_get_shown (self->side))
    patron_side_pane_set_shown (self->side, TRUE);
  patron_chart_builder_focus_name (self->builder);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (widget);
  PatronRecord *record = get_current (self);
  g_autoptr (PatronRecord) copy = NULL;
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  copy = patron_document_duplicate (get_document (self), record, &error);
  if (copy == NULL)
    patron_page_report (PATRON_PAGE (self), error);
  else if (self->query != NULL)
    open_record (self, copy);
  else
    patron_charts_gallery_focus (self->gallery, copy);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (widget);
  PatronRecord *record = get_current (self);
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  title = patron_record_get_title (record);
  if (!patron_document_remove (get_document (self), record, &error))
    {
      patron_page_report (PATRON_PAGE (self), error);
      return;
    }
  /* Translators: the name of what was removed. */
  message = g_strdup_printf (_("“%s” removed"), title);
  patron_page_removed (PATRON_PAGE (self), message);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (widget);
  PatronRecord *current = get_current (self);
  g_autoptr (PatronRecord) record = NULL;
  g_autoptr (PatronRecord) before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean possible = FALSE;

  if (current == NULL || self->query != NULL)
    return;
  record = g_object_ref (current);
  before = patron_reorder_before (
      patron_charts_gallery_get_saved (self->gallery), record,
      g_str_has_suffix (action, "down") ? 1 : -1, &possible);
  if (!possible)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (!patron_document_move (get_document (self), record, before, &error))
    patron_page_report (PATRON_PAGE (self), error);
  patron_charts_gallery_focus (self->gallery, record);
}

/* What the chart itself can do. */
static void
act_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  PatronChartsPage *self = PATRON_CHARTS_PAGE (widget);

  if (self->query != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->view),
                                g_variant_get_string (parameter, NULL), NULL);
}

/* patron_charts_page_new_menu:
 *
 * Returns: (transfer full): what can be done with a chart
 */
GMenuModel *
patron_charts_page_new_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) out = g_menu_new ();
  g_autoptr (GMenu) saved = g_menu_new ();

  g_menu_append (out, _("_Copy"), "charts.act::chart.copy");
  g_menu_append (out, _("Show as _Table"), "charts.act::chart.show-table");
  g_menu_append (out, _("_Export…"), "charts.act::chart.export");
  g_menu_append (out, _("_Print…"), "charts.act::chart.print");
  g_menu_append (saved, _("_Rename"), "charts.rename");
  g_menu_append (saved, _("_Duplicate"), "charts.duplicate");
  g_menu_append (saved, _("Re_move"), "charts.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (out));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (saved));
  return G_MENU_MODEL (menu);
}

/* patron_charts_page_update_actions:
 *
 * Enables what can be done.
 */
void
patron_charts_page_update_actions (PatronChartsPage *self)
{
  static const char *const of_saved[]
      = { "charts.rename", "charts.duplicate", "charts.remove" };
  PatronDocument *document = get_document (self);
  gboolean writable
      = document != NULL && !patron_document_get_read_only (document);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "charts.new",
                                 document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "charts.save",
                                 writable && self->query != NULL
                                     && self->saved == NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (of_saved); i++)
    gtk_widget_action_set_enabled (
        GTK_WIDGET (self), of_saved[i],
        writable && (self->query == NULL || self->saved != NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "charts.back",
                                 self->query != NULL);
}

/* patron_charts_page_install_actions:
 * @klass: the page's
 *
 * Adds the actions and their keys.
 */
void
patron_charts_page_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char                  *name;
    GtkWidgetActionActivateFunc  func;
    guint                        key;
    GdkModifierType              modifiers;
  } actions[] = {
    { "charts.new", new_cb, GDK_KEY_Insert, 0 },
    { "charts.back", back_cb, GDK_KEY_Left, GDK_ALT_MASK },
    { "charts.edit", edit_cb, GDK_KEY_Return, GDK_ALT_MASK },
    { "charts.save", save_cb, GDK_KEY_d, GDK_CONTROL_MASK },
    { "charts.rename", rename_cb, GDK_KEY_F2, 0 },
    { "charts.duplicate", duplicate_cb, GDK_KEY_u, GDK_CONTROL_MASK },
    { "charts.remove", remove_cb, GDK_KEY_Delete, 0 },
    { "charts.move-up", move_cb, GDK_KEY_Up, GDK_ALT_MASK },
    { "charts.move-down", move_cb, GDK_KEY_Down, GDK_ALT_MASK },
  };

  gtk_widget_class_install_action (klass, "charts.act", "s", act_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (klass, actions[i].name, NULL,
                                       actions[i].func);
      gtk_widget_class_add_binding_action (klass, actions[i].key,
                                           actions[i].modifiers,
                                           actions[i].name, NULL);
    }
}
