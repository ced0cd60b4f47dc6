/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-matcher.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-date.h"
#include "patron-number.h"

/**
 * PatronKpiMatcher:
 *
 * Matches the columns of a table with what an import needs, and shows what
 * was found out by itself.
 */
struct _PatronKpiMatcher
{
  GtkBox          parent_instance;

  PatronDocument *document; /* (owned) */
  PatronImport   *table;    /* (owned) */
  GListModel     *kpis;     /* (owned) */
  char           *fallback; /* (owned): the name where none is given */
  gboolean        filling;

  AdwComboRow    *date;
  AdwEntryRow    *single_date;
  AdwComboRow    *order;
  AdwComboRow    *period;
  AdwComboRow    *merge;
  AdwComboRow    *value;
  AdwComboRow    *numerator;
  AdwComboRow    *denominator;
  AdwComboRow    *share;
  AdwComboRow    *share_operator;
  AdwEntryRow    *share_value;
  GtkSwitch      *complement;
  AdwEntryRow    *low;
  AdwEntryRow    *high;
  AdwComboRow    *mark;
  AdwComboRow    *filter;
  AdwComboRow    *filter_operator;
  AdwEntryRow    *filter_value;
  AdwComboRow    *group;
  GtkSwitch      *segments;
  AdwComboRow    *kpi;
  AdwEntryRow    *name;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char marks[] = { 0, '.', ',' };

G_DEFINE_FINAL_TYPE (PatronKpiMatcher, patron_kpi_matcher, GTK_TYPE_BOX)

/* The first entry of such a combo stands for no column. */
static int
optional_column (AdwComboRow *row)
{
  return (int) adw_combo_row_get_selected (row) - 1;
}

static int
get_column (AdwComboRow *row)
{
  return (int) adw_combo_row_get_selected (row);
}

static PatronImportMerge
get_merge (PatronKpiMatcher *self)
{
  return (PatronImportMerge) adw_combo_row_get_selected (self->merge);
}

static double
read_limit (AdwEntryRow *row)
{
  double limit;

  return patron_number_parse (gtk_editable_get_text (GTK_EDITABLE (row)),
                              &limit)
             ? limit
             : NAN;
}

static void
get_test (AdwComboRow      *column,
          AdwComboRow      *operator,
          AdwEntryRow      *value,
          PatronImportTest *test)
{
  test->column = optional_column (column);
  test->operator
      = (PatronImportOperator) adw_combo_row_get_selected (operator);
  test->value = gtk_editable_get_text (GTK_EDITABLE (value));
}

static gint64
get_kpi (PatronKpiMatcher *self)
{
  guint selected = adw_combo_row_get_selected (self->kpi);
  g_autoptr (PatronRecord) kpi
      = selected > 0 ? g_list_model_get_item (self->kpis, selected - 1) : NULL;

  return kpi != NULL ? patron_record_get_id (kpi) : 0;
}

/**
 * patron_kpi_matcher_get_mapping:
 * @mapping: (out): what is chosen; its strings are those of the entries
 */
void
patron_kpi_matcher_get_mapping (PatronKpiMatcher    *self,
                                PatronImportMapping *mapping)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));

  patron_import_mapping_init (mapping);
  mapping->date = optional_column (self->date);
  if (mapping->date < 0
      && !patron_date_parse (
          gtk_editable_get_text (GTK_EDITABLE (self->single_date)),
          &mapping->single_date))
    mapping->single_date = PATRON_IMPORT_NO_DATE;
  mapping->order
      = (PatronDateOrder) adw_combo_row_get_selected (self->order);
  mapping->period
      = (PatronImportPeriod) adw_combo_row_get_selected (self->period);
  mapping->merge = get_merge (self);
  if (patron_import_merge_needs_value (mapping->merge))
    mapping->value = get_column (self->value);
  if (mapping->merge == PATRON_IMPORT_RATIO)
    {
      mapping->numerator = get_column (self->numerator);
      mapping->denominator = get_column (self->denominator);
    }
  if (mapping->merge == PATRON_IMPORT_SHARE)
    {
      get_test (self->share, self->share_operator, self->share_value,
                &mapping->share);
      mapping->share.column++;
    }
  mapping->complement = gtk_switch_get_active (self->complement);
  mapping->low = read_limit (self->low);
  mapping->high = read_limit (self->high);
  mapping->decimal_mark
      = marks[MIN (adw_combo_row_get_selected (self->mark), 2)];
  get_test (self->filter, self->filter_operator, self->filter_value,
            &mapping->filter);
  mapping->group = optional_column (self->group);
  mapping->segments
      = mapping->group >= 0 && gtk_switch_get_active (self->segments);
  if (mapping->group < 0)
    mapping->kpi = get_kpi (self);
  mapping->name = *name != '\0' ? name : self->fallback;
}

/* Under each choice of a column stands what its first row holds. */
static void
show_example (PatronKpiMatcher *self,
              AdwComboRow      *row,
              int               column)
{
  const char *cell = NULL;
  g_autofree char *example = NULL;

  if (column >= 0
      && (guint) column < patron_import_get_n_columns (self->table)
      && patron_import_get_n_samples (self->table) > 0)
    cell = patron_import_get_cell (self->table, 0, (guint) column);
  if (cell != NULL && *cell != '\0')
    /* Translators: what the first row of a column holds. */
    example = g_strdup_printf (_("Such as “%s”"), cell);
  patron_kpi_set_subtitle (row, example != NULL ? example : "");
}

static void
show_examples (PatronKpiMatcher *self)
{
  AdwComboRow *const rows[] = { self->value, self->numerator,
                                self->denominator, self->share };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    show_example (self, rows[i], get_column (rows[i]));
  show_example (self, self->date, optional_column (self->date));
  show_example (self, self->group, optional_column (self->group));
  show_example (self, self->filter, optional_column (self->filter));
}

static void
show_row (gpointer widget,
          gboolean visible)
{
  gtk_widget_set_visible (GTK_WIDGET (widget), visible);
}

static void
show_switch (GtkSwitch *toggle,
             gboolean   visible)
{
  gtk_widget_set_visible (
      gtk_widget_get_ancestor (GTK_WIDGET (toggle), ADW_TYPE_ACTION_ROW),
      visible);
}

static void
show_relevant (PatronKpiMatcher *self)
{
  PatronImportMerge merge = get_merge (self);
  gboolean ratio = merge == PATRON_IMPORT_RATIO;
  gboolean share = merge == PATRON_IMPORT_SHARE;
  gboolean value = patron_import_merge_needs_value (merge);
  gboolean filter = optional_column (self->filter) >= 0;
  gboolean group = optional_column (self->group) >= 0;
  gboolean date = optional_column (self->date) >= 0;

  show_examples (self);
  show_row (self->single_date, !date);
  show_row (self->order, date);
  show_row (self->value, value);
  show_row (self->low, value && merge != PATRON_IMPORT_NPS);
  show_row (self->high, value && merge != PATRON_IMPORT_NPS);
  show_row (self->mark, merge != PATRON_IMPORT_COUNT);
  show_row (self->numerator, ratio);
  show_row (self->denominator, ratio);
  show_row (self->share, share);
  show_row (self->share_operator, share);
  show_row (self->share_value, share);
  show_switch (self->complement, ratio || share);
  show_row (self->filter_operator, filter);
  show_row (self->filter_value, filter);
  show_switch (self->segments, group);
  show_row (self->kpi, !group);
  show_row (self->name, group || get_kpi (self) == 0);
}

static void
changed_cb (PatronKpiMatcher *self)
{
  if (self->filling)
    return;
  show_relevant (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
select_column (AdwComboRow *row,
               int          column)
{
  adw_combo_row_set_selected (row, (guint) MAX (column, 0));
}

static void
set_text (AdwEntryRow *row,
          const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
set_limit (AdwEntryRow *row,
           double       limit)
{
  g_autofree char *text
      = isnan (limit) ? NULL : patron_number_format (limit, -1);

  set_text (row, text);
}

static void
select_kpi (PatronKpiMatcher *self,
            gint64            id)
{
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->kpis); i++)
    {
      g_autoptr (PatronRecord) kpi = g_list_model_get_item (self->kpis, i);

      if (id != 0 && patron_record_get_id (kpi) == id)
        selected = i + 1;
    }
  adw_combo_row_set_selected (self->kpi, selected);
}

/* A part of the whole tends to stand after the whole. */
static void
set_ratio (PatronKpiMatcher          *self,
           const PatronImportMapping *mapping)
{
  int last = (int) patron_import_get_n_columns (self->table) - 1;

  select_column (self->denominator, mapping->denominator >= 0
                                        ? mapping->denominator
                                        : mapping->value);
  select_column (self->numerator,
                 mapping->numerator >= 0
                     ? mapping->numerator
                     : MIN (MAX (mapping->value, 0) + 1, last));
}

/**
 * patron_kpi_matcher_set_mapping:
 *
 * Chooses what @mapping says.
 */
void
patron_kpi_matcher_set_mapping (PatronKpiMatcher          *self,
                                const PatronImportMapping *mapping)
{
  g_autofree char *date = patron_date_format (
      mapping->single_date != PATRON_IMPORT_NO_DATE ? mapping->single_date
                                                    : patron_date_today ());

  self->filling = TRUE;
  adw_combo_row_set_selected (self->date, (guint) (mapping->date + 1));
  set_text (self->single_date, date);
  adw_combo_row_set_selected (self->order, mapping->order);
  adw_combo_row_set_selected (self->period, mapping->period);
  adw_combo_row_set_selected (self->merge, mapping->merge);
  select_column (self->value, mapping->value);
  set_ratio (self, mapping);
  select_column (self->share, mapping->share.column);
  adw_combo_row_set_selected (self->share_operator, mapping->share.operator);
  set_text (self->share_value, mapping->share.value);
  gtk_switch_set_active (self->complement, mapping->complement);
  set_limit (self->low, mapping->low);
  set_limit (self->high, mapping->high);
  adw_combo_row_set_selected (self->mark, mapping->decimal_mark == '.'   ? 1
                                          : mapping->decimal_mark == ',' ? 2
                                                                         : 0);
  adw_combo_row_set_selected (self->filter,
                              (guint) (mapping->filter.column + 1));
  adw_combo_row_set_selected (self->filter_operator,
                              mapping->filter.operator);
  set_text (self->filter_value, mapping->filter.value);
  adw_combo_row_set_selected (self->group, (guint) (mapping->group + 1));
  gtk_switch_set_active (self->segments, mapping->segments);
  select_kpi (self, mapping->kpi);
  set_text (self->name,
            mapping->name != NULL ? mapping->name : self->fallback);
  self->filling = FALSE;
  show_relevant (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * patron_kpi_matcher_show_found:
 * @plan: (nullable): a plan of this mapping
 *
 * Says what was found out of the columns.
 */
void
patron_kpi_matcher_show_found (PatronKpiMatcher *self,
                               PatronImportPlan *plan)
{
  g_autofree char *order = NULL;
  g_autofree char *mark = NULL;

  if (plan != NULL && adw_combo_row_get_selected (self->order) == 0)
    /* Translators: what was found out of a table. */
    order = g_strdup_printf (
        _("Found: %s"), patron_date_order_get_label (
                            patron_import_plan_get_order (plan, NULL)));
  if (plan != NULL && adw_combo_row_get_selected (self->mark) == 0)
    mark = g_strdup_printf (
        _("Found: %s"),
        patron_import_plan_get_decimal_mark (plan, NULL) == ','
            ? C_("decimal mark", "Comma")
            : C_("decimal mark", "Point"));
  patron_kpi_set_subtitle (self->order, order != NULL ? order : "");
  patron_kpi_set_subtitle (self->mark, mark != NULL ? mark : "");
}

static void
patron_kpi_matcher_dispose (GObject *object)
{
  PatronKpiMatcher *self = PATRON_KPI_MATCHER (object);

  g_clear_object (&self->kpis);
  g_clear_object (&self->document);
  g_clear_pointer (&self->table, patron_import_unref);
  g_clear_pointer (&self->fallback, g_free);

  G_OBJECT_CLASS (patron_kpi_matcher_parent_class)->dispose (object);
}

static void
patron_kpi_matcher_class_init (PatronKpiMatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_kpi_matcher_dispose;

  /**
   * PatronKpiMatcher::changed:
   *
   * Emitted when something else is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", PATRON_TYPE_KPI_MATCHER,
                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
patron_kpi_matcher_init (PatronKpiMatcher *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

static AdwComboRow *
add_combo (PatronKpiMatcher *self,
           GtkWidget        *group,
           const char       *title,
           GtkStringList    *choices)
{
  AdwComboRow *row = patron_kpi_add_combo (group, title, choices);

  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (changed_cb),
                            self);
  return row;
}

static AdwEntryRow *
add_entry (PatronKpiMatcher *self,
           GtkWidget        *group,
           const char       *title)
{
  AdwEntryRow *row = patron_kpi_add_entry (group, title);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  return row;
}

static GtkSwitch *
add_switch (PatronKpiMatcher *self,
            GtkWidget        *group,
            const char       *title,
            const char       *subtitle)
{
  GtkSwitch *toggle = patron_kpi_add_switch (group, title, subtitle);

  g_signal_connect_swapped (toggle, "notify::active",
                            G_CALLBACK (changed_cb), self);
  return toggle;
}

static GtkStringList *
columns_of (PatronKpiMatcher *self,
            const char       *none)
{
  GtkStringList *columns = gtk_string_list_new (NULL);

  if (none != NULL)
    gtk_string_list_append (columns, none);
  for (guint i = 0; i < patron_import_get_n_columns (self->table); i++)
    gtk_string_list_append (columns,
                            patron_import_get_column (self->table, i));
  return columns;
}

typedef const char *(*LabelFunc) (int index);

static GtkStringList *
labels_of (LabelFunc get_label,
           int       n)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (int i = 0; i < n; i++)
    gtk_string_list_append (labels, get_label (i));
  return labels;
}

static const char *
order_label (int index)
{
  return patron_date_order_get_label ((PatronDateOrder) index);
}

static const char *
period_label (int index)
{
  return patron_import_period_get_label ((PatronImportPeriod) index);
}

static const char *
merge_label (int index)
{
  return patron_import_merge_get_label ((PatronImportMerge) index);
}

static const char *
operator_label (int index)
{
  return patron_import_operator_get_label ((PatronImportOperator) index);
}

static GtkStringList *
kpis_of (PatronKpiMatcher *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("The KPI of This Name"));
  for (guint i = 0; i < g_list_model_get_n_items (self->kpis); i++)
    {
      g_autoptr (PatronRecord) kpi = g_list_model_get_item (self->kpis, i);
      g_autofree char *title = patron_record_get_title (kpi);

      gtk_string_list_append (names, title);
    }
  return names;
}

static void
add_values (PatronKpiMatcher *self)
{
  const char *const mark_names[]
      = { _("Automatic"), C_("decimal mark", "Point"),
          C_("decimal mark", "Comma"), NULL };
  GtkWidget *group = patron_kpi_add_group (GTK_WIDGET (self), _("Values"));

  self->merge = add_combo (self, group, _("Value"),
                           labels_of (merge_label, PATRON_N_IMPORT_MERGES));
  self->value
      = add_combo (self, group, _("Value Column"), columns_of (self, NULL));
  self->numerator
      = add_combo (self, group, _("Divide"), columns_of (self, NULL));
  self->denominator
      = add_combo (self, group, _("By"), columns_of (self, NULL));
  self->share
      = add_combo (self, group, _("Rows Count Where"), columns_of (self, NULL));
  self->share_operator
      = add_combo (self, group, _("Comparison"),
                   labels_of (operator_label, PATRON_N_IMPORT_OPERATORS));
  self->share_value = add_entry (self, group, _("Compared With"));
  self->complement
      = add_switch (self, group, _("Take What Is Left of the Whole"),
                    _("1 − the ratio: of breaches, the share without one"));
  self->mark = add_combo (self, group, _("Decimal Mark"),
                          gtk_string_list_new (mark_names));
  self->low = add_entry (self, group, _("Refuse Values Below"));
  self->high = add_entry (self, group, _("Refuse Values Above"));
}

static void
build (PatronKpiMatcher *self)
{
  GtkWidget *group = patron_kpi_add_group (GTK_WIDGET (self), _("Dates"));

  self->date = add_combo (self, group, _("Date"),
                          columns_of (self, _("No Column: One Date")));
  self->single_date = add_entry (self, group, _("Date of All Rows"));
  self->order = add_combo (self, group, _("Order of the Date"),
                           labels_of (order_label, PATRON_N_DATE_ORDERS));
  self->period
      = add_combo (self, group, _("A Value for Each"),
                   labels_of (period_label, PATRON_N_IMPORT_PERIODS));
  add_values (self);

  group = patron_kpi_add_group (GTK_WIDGET (self), _("KPIs"));
  self->group = add_combo (self, group, _("One KPI for Each"),
                           columns_of (self, _("No Column: One KPI")));
  self->segments
      = add_switch (self, group, _("They Are Segments"),
                    _("Ties each KPI to the segment of that name"));
  self->kpi = add_combo (self, group, _("Into"), kpis_of (self));
  self->name = add_entry (self, group, _("Name"));
  self->filter = add_combo (self, group, _("Only Rows Where"),
                            columns_of (self, _("All Rows")));
  self->filter_operator
      = add_combo (self, group, _("Comparison"),
                   labels_of (operator_label, PATRON_N_IMPORT_OPERATORS));
  self->filter_value = add_entry (self, group, _("Compared With"));
}

/**
 * patron_kpi_matcher_new:
 * @name: what the KPI is called if nobody says otherwise
 *
 * Returns: (transfer floating): a matcher that has chosen what the first rows
 *   look like
 */
GtkWidget *
patron_kpi_matcher_new (PatronDocument *document,
                        PatronImport   *table,
                        const char     *name)
{
  PatronKpiMatcher *self = g_object_new (PATRON_TYPE_KPI_MATCHER, NULL);
  PatronImportMapping mapping;

  self->document = g_object_ref (document);
  self->table = patron_import_ref (table);
  self->kpis = patron_document_list (document, "kpi");
  self->fallback = g_strdup (name);
  self->filling = TRUE;
  build (self);
  patron_import_mapping_init (&mapping);
  patron_import_suggest (table, &mapping);
  patron_kpi_matcher_set_mapping (self, &mapping);
  return GTK_WIDGET (self);
}
