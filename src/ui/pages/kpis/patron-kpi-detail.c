/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-detail.h"

#include <glib/gi18n-lib.h>

#include "patron-figure.h"
#include "patron-form.h"
#include "patron-kpi-table.h"
#include "patron-scene-view.h"

/**
 * PatronKpiDetail:
 *
 * One KPI: its line with the target above; below, its values, targets and
 * annotations as tables, and its definition as a form.
 */
struct _PatronKpiDetail
{
  AdwBin           parent_instance;

  PatronDocument  *document; /* (owned) */
  PatronRecord    *kpi;      /* (owned) */
  PatronSceneView *chart;
  AdwViewStack    *stack;
  GtkWidget       *tables[3];
  GtkWidget       *form;
};

static const struct
{
  const char *entity;
  const char *icon_name;
  const char *fields[6];
} tables[] = {
  { "measurement", "view-list-symbolic",
    { "date", "value", "note", "excluded", "reason" } },
  { "target", "find-location-symbolic",
    { "starts", "kind", "value", "note" } },
  { "annotation", "user-bookmarks-symbolic", { "date", "kind", "text" } },
};

G_DEFINE_FINAL_TYPE (PatronKpiDetail, patron_kpi_detail, ADW_TYPE_BIN)

static PatronScene *
layout_chart_cb (const PatronTheme *theme,
                 PatronMeasurer    *measurer,
                 double             width,
                 double             height,
                 gpointer           user_data)
{
  PatronKpiDetail *self = user_data;

  return patron_figure_layout (self->document, PATRON_FIGURE_CHART, self->kpi,
                               theme, measurer, width, height);
}

static void
document_changed_cb (PatronKpiDetail *self,
                     guint64          entities)
{
  PatronRegistry *registry = patron_document_get_registry (self->document);
  static const char *const drawn[] = { "kpi", "measurement", "target",
                                       "annotation", "strategy" };

  for (gsize i = 0; i < G_N_ELEMENTS (drawn); i++)
    {
      int index = patron_registry_find (
          registry, patron_registry_lookup (registry, drawn[i]));

      if (index >= 0 && (entities & (G_GUINT64_CONSTANT (1) << index)))
        {
          patron_scene_view_refresh (self->chart);
          return;
        }
    }
}

static void
name_chart (PatronKpiDetail *self)
{
  g_autofree char *title = patron_record_get_title (self->kpi);
  g_autofree char *label
      /* Translators: the name of a KPI. */
      = g_strdup_printf (_("Chart of %s"), title);

  patron_scene_view_set_label (self->chart, label);
}

static void
patron_kpi_detail_dispose (GObject *object)
{
  PatronKpiDetail *self = PATRON_KPI_DETAIL (object);

  if (self->chart != NULL)
    patron_scene_view_set_func (self->chart, NULL, NULL, NULL);
  self->chart = NULL;
  g_clear_object (&self->document);
  g_clear_object (&self->kpi);

  G_OBJECT_CLASS (patron_kpi_detail_parent_class)->dispose (object);
}

static void
patron_kpi_detail_class_init (PatronKpiDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_kpi_detail_dispose;
}

static void
patron_kpi_detail_init (PatronKpiDetail *self)
{
}

static void
add_group (PatronForm        *form,
           const char        *title,
           const char *const *fields)
{
  patron_form_add_group (form, title);
  for (gsize i = 0; fields[i] != NULL; i++)
    patron_form_add (form, fields[i]);
}

/* The order in which a good KPI is thought out: what it is, what it decides,
 * how it is measured, what it is compared with. */
static GtkWidget *
new_form (PatronKpiDetail *self)
{
  static const char *const what[]
      = { "name", "definition", "category", "measures", "direction",
          "decision", "leading", NULL };
  static const char *const unit[]
      = { "unit_kind", "unit", "decimals", "smallest", "largest", NULL };
  static const char *const how[] = { "formula", "method", "caution",
                                     "cadence", "aggregation", "source",
                                     "owner", NULL };
  static const char *const against[]
      = { "baseline", "benchmark", "benchmark_source", "counterpart",
          "segment", "colour", NULL };
  GtkWidget *form = patron_form_new (
      self->document,
      patron_registry_lookup (patron_document_get_registry (self->document),
                              "kpi"));

  add_group (PATRON_FORM (form), _("What It Tells"), what);
  add_group (PATRON_FORM (form), _("Unit"), unit);
  add_group (PATRON_FORM (form), _("Measuring"), how);
  add_group (PATRON_FORM (form), _("Compared With"), against);
  patron_form_set_record (PATRON_FORM (form), self->kpi);
  return form;
}

static void
add_form (PatronKpiDetail *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->form = new_form (self);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->form);
  gtk_widget_add_css_class (clamp, "patron-form-clamp");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_view_stack_add_titled (self->stack, scroller, "definition",
                             _("Definition"));
  adw_view_stack_page_set_icon_name (
      adw_view_stack_get_page (self->stack, scroller),
      "text-x-generic-symbolic");
}

static void
add_tables (PatronKpiDetail *self)
{
  PatronRegistry *registry = patron_document_get_registry (self->document);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const PatronEntity *entity
          = patron_registry_lookup (registry, tables[i].entity);

      self->tables[i] = patron_kpi_table_new (
          self->document, self->kpi, tables[i].entity, tables[i].fields);
      adw_view_stack_add_titled (self->stack, self->tables[i], entity->name,
                                 patron_entity_get_plural (entity));
      adw_view_stack_page_set_icon_name (
          adw_view_stack_get_page (self->stack, self->tables[i]),
          tables[i].icon_name);
    }
}

static void
build (PatronKpiDetail *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = adw_view_switcher_new ();

  self->chart = PATRON_SCENE_VIEW (patron_scene_view_new (NULL));
  patron_scene_view_set_func (self->chart, layout_chart_cb, self, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), 200, 160);
  gtk_widget_add_css_class (GTK_WIDGET (self->chart), "patron-kpi-chart");

  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  add_tables (self);
  add_form (self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher),
                                ADW_VIEW_SWITCHER_POLICY_NARROW);
  gtk_widget_add_css_class (switcher, "patron-kpi-switcher");
  gtk_box_append (GTK_BOX (below), switcher);
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (self->stack));

  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->chart));
  gtk_paned_set_end_child (GTK_PANED (paned), below);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), TRUE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  adw_bin_set_child (ADW_BIN (self), paned);
}

/**
 * patron_kpi_detail_new:
 *
 * Returns: (transfer floating): a view of @kpi
 */
GtkWidget *
patron_kpi_detail_new (PatronDocument *document,
                       PatronRecord   *kpi)
{
  PatronKpiDetail *self = g_object_new (PATRON_TYPE_KPI_DETAIL, NULL);

  self->document = g_object_ref (document);
  self->kpi = g_object_ref (kpi);
  build (self);
  name_chart (self);
  g_signal_connect_object (document, "changed",
                           G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kpi, "notify::name", G_CALLBACK (name_chart), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * patron_kpi_detail_show_record:
 * @record: the KPI itself, or a record that refers to it
 *
 * Brings the record into view.
 *
 * Returns: whether it is shown here
 */
gboolean
patron_kpi_detail_show_record (PatronKpiDetail *self,
                               PatronRecord    *record)
{
  if (record == self->kpi)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (patron_record_is (record, tables[i].entity)
        && patron_kpi_table_show_record (
            PATRON_KPI_TABLE (self->tables[i]), record))
      {
        adw_view_stack_set_visible_child (self->stack, self->tables[i]);
        return TRUE;
      }
  return FALSE;
}

/**
 * patron_kpi_detail_define:
 *
 * Shows the definition, with the focus in the name, as for a new KPI.
 */
void
patron_kpi_detail_define (PatronKpiDetail *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "definition");
  gtk_widget_grab_focus (GTK_WIDGET (
      patron_form_get_row (PATRON_FORM (self->form), "name")));
}
