/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-detail.h"

#include <glib/gi18n-lib.h>

#include "patron-chart-view.h"
#include "patron-date.h"
#include "patron-form.h"
#include "patron-kpi-badges.h"
#include "patron-kpi-figure.h"
#include "patron-kpi-findings.h"
#include "patron-kpi-formula.h"
#include "patron-kpi-table.h"
#include "patron-kpi-why.h"
#include "patron-wrap.h"

/**
 * PatronKpiDetail:
 *
 * One KPI: where it stands and its charts above; below, what it says, its
 * values, targets and annotations as tables, and its definition as a form.
 */
struct _PatronKpiDetail
{
  AdwBin           parent_instance;

  PatronDocument  *document; /* (owned) */
  PatronRecord    *kpi;      /* (owned) */
  PatronKpiBook   *book;     /* (unowned) */
  AdwBin          *strip;
  PatronChartView *chart;
  PatronKpiView    view;
  GtkWidget       *views[PATRON_N_KPI_VIEWS];
  AdwViewStack    *stack;
  GtkWidget       *findings;
  GtkWidget       *tables[3];
  AdwClamp        *definition;
  GtkWidget       *form; /* (nullable): until it is looked at */
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
  { "annotation", "user-bookmarks-symbolic",
    { "date", "kind", "text", "rebase" } },
};

G_DEFINE_FINAL_TYPE (PatronKpiDetail, patron_kpi_detail, ADW_TYPE_BIN)

/* The chart that was looked at last, for the next KPI. */
static PatronKpiView last_view = PATRON_KPI_VIEW_LINE;

/* What is noted of a day already may be the reason. */
static PatronRecord *
find_annotation (PatronKpiDetail *self,
                 gint64           date)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      self->document, "annotation", "kpi", patron_record_get_id (self->kpi));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) annotation = g_list_model_get_item (list, i);

      if (patron_record_get_integer (annotation, "date") == date)
        return g_steal_pointer (&annotation);
    }
  return NULL;
}

/* A signal said that the process is not any more what it was. The reason is
 * for the user to write, where it can be seen. */
static void
rebase_cb (PatronKpiDetail *self,
           gint64           date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) annotation = find_annotation (self, date);
  g_autofree char *kpi = g_strdup_printf (
      "%" G_GINT64_FORMAT, patron_record_get_id (self->kpi));
  g_autofree char *text = patron_date_to_text (date);

  if (annotation == NULL)
    annotation = patron_document_insert (
        self->document, "annotation", &error, "kpi", kpi, "date", text,
        "kind", "change", "rebase", "true", NULL);
  else
    patron_document_set_integer (self->document, annotation, "rebase", TRUE,
                                 &error);
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                error->message);
  else
    patron_kpi_detail_show_record (self, annotation);
}

static PatronExplanation *
explain_cb (guint    figure,
            gpointer user_data)
{
  PatronKpiDetail *self = user_data;

  return patron_kpi_explain (patron_kpi_book_get (self->book, self->kpi),
                             (PatronKpiFigure) figure);
}

static void
append_if (GtkWidget *box,
           GtkWidget *child)
{
  if (child != NULL)
    patron_wrap_insert_before (PATRON_WRAP (box), child, NULL);
}

static GtkWidget *
new_value (PatronKpiDetail          *self,
           const PatronKpiJudgement *judgement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *value;
  GtkWidget *date;
  g_autofree char *text = NULL;
  g_autofree char *when = NULL;

  if (judgement->latest < 0)
    return NULL;
  text = patron_kpi_write_value (
      judgement, judgement->series->values[judgement->latest]);
  when = patron_cadence_write_date (
      judgement->series->cadence,
      judgement->series->dates[judgement->latest]);
  value = gtk_label_new (text);
  date = gtk_label_new (when);
  gtk_widget_add_css_class (value, "title-2");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (date, "dim-label");
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), date);
  gtk_box_append (GTK_BOX (box),
                  patron_kpi_why_new (explain_cb, PATRON_KPI_FIGURE_VALUE,
                                      self));
  return box;
}

/* Where the KPI stands, in one or two lines. */
static void
write_strip (PatronKpiDetail *self)
{
  const PatronKpiJudgement *judgement
      = patron_kpi_book_get (self->book, self->kpi);
  GtkWidget *wrap = patron_wrap_new ();
  PatronKpiConflict conflict;
  GtkWidget *child;

  append_if (wrap, new_value (self, judgement));
  append_if (wrap, patron_kpi_badge_new_interval (judgement));
  append_if (wrap, patron_kpi_badge_new_signal (judgement));
  append_if (wrap, patron_kpi_badge_new_provisional (judgement));
  append_if (wrap, patron_kpi_badge_new_assurance (judgement));
  if (patron_kpi_book_find_conflict (self->book, self->kpi, &conflict))
    append_if (wrap, patron_kpi_badge_new_conflict (&conflict, self->kpi));
  append_if (wrap, patron_kpi_badge_new_stale (judgement));
  for (child = gtk_widget_get_first_child (wrap); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (wrap, "patron-kpi-strip");
  adw_bin_set_child (self->strip, wrap);
}

static void
show_chart (PatronKpiDetail *self)
{
  g_autoptr (PatronQueryResult) result = patron_kpi_view_make (
      self->view, patron_kpi_book_get (self->book, self->kpi));
  g_autofree char *title = patron_record_get_title (self->kpi);
  g_autofree char *label
      = self->view == PATRON_KPI_VIEW_LINE
            /* Translators: the name of a KPI. */
            ? g_strdup_printf (_("Chart of %s"), title)
            /* Translators: the name of a KPI, a kind of chart. */
            : g_strdup_printf (C_("chart", "%s: %s"), title,
                               patron_kpi_view_get_label (self->view));

  patron_chart_view_set_result (self->chart, result, label);
}

static void
patron_kpi_detail_dispose (GObject *object)
{
  PatronKpiDetail *self = PATRON_KPI_DETAIL (object);

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
  self->view = last_view;
}

static void
view_toggled_cb (PatronKpiDetail *self,
                 GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->view = (PatronKpiView) GPOINTER_TO_UINT (
      g_object_get_data (G_OBJECT (button), "view"));
  last_view = self->view;
  show_chart (self);
}

static GtkWidget *
new_views (PatronKpiDetail *self)
{
  GtkWidget *wrap = patron_wrap_new ();
  GtkToggleButton *first = NULL;

  for (guint i = 0; i < PATRON_N_KPI_VIEWS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (
          patron_kpi_view_get_label ((PatronKpiView) i));

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "view", GUINT_TO_POINTER (i));
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    self->view == (PatronKpiView) i);
      g_signal_connect_object (button, "toggled",
                               G_CALLBACK (view_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      patron_wrap_insert_before (PATRON_WRAP (wrap), button, NULL);
      self->views[i] = button;
    }
  gtk_widget_add_css_class (wrap, "patron-kpi-views");
  gtk_accessible_update_property (GTK_ACCESSIBLE (wrap),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Kind of Chart"), -1);
  return wrap;
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

static void
show_when (PatronForm *form,
           const char *row,
           const char *choice)
{
  patron_form_show_when (form, GTK_WIDGET (patron_form_get_row (form, row)),
                         "limits_from", choice);
}

/* Which patterns are signals is for the strategy as a whole to say. */
static GtkWidget *
new_rules_form (PatronKpiDetail *self)
{
  g_autoptr (PatronRecord) strategy
      = patron_document_get_strategy (self->document);
  GtkWidget *form;

  if (strategy == NULL)
    return NULL;
  form = patron_form_new (self->document,
                          patron_record_get_entity (strategy));
  patron_form_add_group (PATRON_FORM (form), _("For All KPIs"));
  patron_form_add (PATRON_FORM (form), "rule_set");
  patron_form_set_record (PATRON_FORM (form), strategy);
  return form;
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
  static const char *const how[]
      = { "formula", "method", "caution", "cadence", "aggregation",
          "source", "owner", NULL };
  static const char *const against[]
      = { "baseline", "benchmark", "benchmark_source", "counterpart",
          "segment", "colour", NULL };
  static const char *const limits[]
      = { "limits_from", "limits_count", "limits_starts", "limits_ends",
          "limits_follow", "limits_median", "limits_screen",
          "forecast_method", NULL };
  GtkWidget *form = patron_form_new (
      self->document,
      patron_registry_lookup (patron_document_get_registry (self->document),
                              "kpi"));

  add_group (PATRON_FORM (form), _("What It Tells"), what);
  add_group (PATRON_FORM (form), _("Unit"), unit);
  add_group (PATRON_FORM (form), _("Measuring"), how);
  patron_kpi_formula_add (PATRON_FORM (form), self->document, self->kpi);
  add_group (PATRON_FORM (form), _("Compared With"), against);
  add_group (PATRON_FORM (form), _("Limits and Forecast"), limits);
  show_when (PATRON_FORM (form), "limits_count", "first");
  show_when (PATRON_FORM (form), "limits_starts", "range");
  show_when (PATRON_FORM (form), "limits_ends", "range");
  patron_form_set_record (PATRON_FORM (form), self->kpi);
  return form;
}

static void
add_page (PatronKpiDetail *self,
          GtkWidget       *child,
          const char      *name,
          const char      *title,
          const char      *icon_name)
{
  AdwViewStackPage *page
      = adw_view_stack_add_titled (self->stack, child, name, title);

  adw_view_stack_page_set_icon_name (page, icon_name);
}

/* Its many rows are half of what opening a KPI would take, and most often
 * nobody looks at them. */
static void
make_form (PatronKpiDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *rules;

  if (self->form != NULL)
    return;
  rules = new_rules_form (self);
  self->form = new_form (self);
  gtk_box_append (GTK_BOX (box), self->form);
  if (rules != NULL)
    gtk_box_append (GTK_BOX (box), rules);
  adw_clamp_set_child (self->definition, box);
}

static void
add_form (PatronKpiDetail *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->definition = ADW_CLAMP (adw_clamp_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->definition),
                            "patron-form-clamp");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 GTK_WIDGET (self->definition));
  g_signal_connect_object (self->definition, "map", G_CALLBACK (make_form),
                           self, G_CONNECT_SWAPPED);
  add_page (self, scroller, "definition", _("Definition"),
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
      /* The short word leaves room for all of them on a narrow screen. */
      add_page (self, self->tables[i], entity->name,
                i == 0 ? _("Values") : patron_entity_get_plural (entity),
                tables[i].icon_name);
    }
}

static GtkWidget *
new_top (PatronKpiDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->strip = ADW_BIN (adw_bin_new ());
  self->chart
      = PATRON_CHART_VIEW (patron_chart_view_new (self->document));
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), 200, 160);
  gtk_widget_set_vexpand (GTK_WIDGET (self->chart), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->chart), "patron-kpi-chart");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->strip));
  gtk_box_append (GTK_BOX (box), new_views (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  return box;
}

static void
build (PatronKpiDetail *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = adw_view_switcher_new ();

  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  self->findings
      = patron_kpi_findings_new (self->document, self->kpi, self->book);
  g_signal_connect_object (self->findings, "rebase", G_CALLBACK (rebase_cb),
                           self, G_CONNECT_SWAPPED);
  add_page (self, self->findings, "findings", _("Findings"),
            "dialog-information-symbolic");
  add_tables (self);
  add_form (self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher),
                                ADW_VIEW_SWITCHER_POLICY_NARROW);
  gtk_widget_add_css_class (switcher, "patron-kpi-switcher");
  gtk_box_append (GTK_BOX (below), switcher);
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (self->stack));

  gtk_paned_set_start_child (GTK_PANED (paned), new_top (self));
  gtk_paned_set_end_child (GTK_PANED (paned), below);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), TRUE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  adw_bin_set_child (ADW_BIN (self), paned);
}

/**
 * patron_kpi_detail_new:
 * @book: the judgements, which outlive the view
 *
 * Returns: (transfer floating): a view of @kpi
 */
GtkWidget *
patron_kpi_detail_new (PatronDocument *document,
                       PatronRecord   *kpi,
                       PatronKpiBook  *book)
{
  PatronKpiDetail *self = g_object_new (PATRON_TYPE_KPI_DETAIL, NULL);

  self->document = g_object_ref (document);
  self->kpi = g_object_ref (kpi);
  self->book = book;
  build (self);
  show_chart (self);
  write_strip (self);
  g_signal_connect_object (kpi, "notify::name", G_CALLBACK (show_chart), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * patron_kpi_detail_get_kpi:
 *
 * Returns: (transfer none): the KPI that is shown
 */
PatronRecord *
patron_kpi_detail_get_kpi (PatronKpiDetail *self)
{
  return self->kpi;
}

/**
 * patron_kpi_detail_refresh:
 *
 * Shows what is so now, after the book has forgotten what was so before.
 */
void
patron_kpi_detail_refresh (PatronKpiDetail *self)
{
  if (!patron_record_get_exists (self->kpi))
    return;
  write_strip (self);
  show_chart (self);
  patron_kpi_findings_refresh (PATRON_KPI_FINDINGS (self->findings));
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
 * patron_kpi_detail_focus:
 *
 * Puts the focus where reading begins: at the kind of chart.
 */
void
patron_kpi_detail_focus (PatronKpiDetail *self)
{
  gtk_widget_grab_focus (self->views[self->view]);
}

/**
 * patron_kpi_detail_define:
 *
 * Shows the definition, with the focus in the name, as for a new KPI.
 */
void
patron_kpi_detail_define (PatronKpiDetail *self)
{
  make_form (self);
  adw_view_stack_set_visible_child_name (self->stack, "definition");
  gtk_widget_grab_focus (GTK_WIDGET (
      patron_form_get_row (PATRON_FORM (self->form), "name")));
}
