/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-overview-conflicts.h"

#include <glib/gi18n-lib.h>

#include "patron-date.h"
#include "patron-kpi-book.h"

/**
 * PatronOverviewConflicts:
 *
 * The KPIs that improve while their counter-metrics get worse, a row each;
 * nothing where there are none.
 */
struct _PatronOverviewConflicts
{
  AdwBin          parent_instance;

  PatronDocument *document; /* (owned) */
  PatronKpiBook  *book;     /* (owned) */
  GtkRevealer    *revealer;
  gboolean        asked;    /* whether it may look at all yet */
  gboolean        dirty;
};

G_DEFINE_FINAL_TYPE (PatronOverviewConflicts, patron_overview_conflicts,
                     ADW_TYPE_BIN)

static void
activated_cb (GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "kpi");

  gtk_widget_activate_action (row, "win.go", "(sx)", "kpis", *id);
}

static GtkWidget *
new_row (const PatronKpiConflict *conflict)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = patron_kpi_write_conflict (conflict);
  gint64 id = patron_record_get_id (conflict->better->kpi);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (
      ADW_ACTION_ROW (row),
      gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "kpi", g_memdup2 (&id, sizeof id),
                          g_free);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);
  return row;
}

static void
look (PatronOverviewConflicts *self)
{
  g_autoptr (GArray) conflicts = NULL;
  GtkWidget *group;

  self->dirty = FALSE;
  conflicts = patron_kpi_book_list_conflicts (self->book);
  if (conflicts->len > 0)
    {
      group = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                       _("Bought With Something Else?"));
      for (guint i = 0; i < conflicts->len; i++)
        adw_preferences_group_add (
            ADW_PREFERENCES_GROUP (group),
            new_row (&g_array_index (conflicts, PatronKpiConflict, i)));
      gtk_revealer_set_child (self->revealer, group);
    }
  gtk_revealer_set_reveal_child (self->revealer, conflicts->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), conflicts->len > 0);
}

static void
look_if_due (PatronOverviewConflicts *self)
{
  if (self->asked && self->dirty
      && gtk_widget_get_mapped (gtk_widget_get_parent (GTK_WIDGET (self))))
    look (self);
}

static void
document_changed_cb (PatronOverviewConflicts *self,
                     guint64                  entities)
{
  if (!patron_kpi_book_is_concerned (self->book, entities))
    return;
  patron_kpi_book_forget (self->book);
  self->dirty = TRUE;
  look_if_due (self);
}

static void
parent_mapped_cb (PatronOverviewConflicts *self)
{
  look_if_due (self);
}

static void
patron_overview_conflicts_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (patron_overview_conflicts_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_parent (widget), "map",
                           G_CALLBACK (parent_mapped_cb), widget,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
patron_overview_conflicts_dispose (GObject *object)
{
  PatronOverviewConflicts *self = PATRON_OVERVIEW_CONFLICTS (object);

  g_clear_pointer (&self->book, patron_kpi_book_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (patron_overview_conflicts_parent_class)->dispose (object);
}

static void
patron_overview_conflicts_class_init (PatronOverviewConflictsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_overview_conflicts_dispose;
  GTK_WIDGET_CLASS (klass)->root = patron_overview_conflicts_root;
}

static void
patron_overview_conflicts_init (PatronOverviewConflicts *self)
{
  self->dirty = TRUE;
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * patron_overview_conflicts_new:
 *
 * Returns: (transfer floating): an empty group, which is filled when it is
 *   told to look
 */
GtkWidget *
patron_overview_conflicts_new (PatronDocument *document)
{
  PatronOverviewConflicts *self
      = g_object_new (PATRON_TYPE_OVERVIEW_CONFLICTS, NULL);

  self->document = g_object_ref (document);
  self->book = patron_kpi_book_new (document, patron_date_today ());
  g_signal_connect_object (document, "changed",
                           G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * patron_overview_conflicts_look:
 *
 * Looks for conflicts from now on; not before there is time for it.
 */
void
patron_overview_conflicts_look (PatronOverviewConflicts *self)
{
  self->asked = TRUE;
  look_if_due (self);
}
