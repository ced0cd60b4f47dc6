/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts-page"

#include "config.h"

#include "patron-chart-builder-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LIMIT 60

/**
 * PatronChartBuilder:
 *
 * What a chart asks, as rows to choose from. Nothing is offered that would
 * make no chart.
 */
G_DEFINE_FINAL_TYPE (PatronChartBuilder, patron_chart_builder, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
patron_chart_builder_dispose (GObject *object)
{
  PatronChartBuilder *self = PATRON_CHART_BUILDER (object);

  for (int i = 0; i < PATRON_N_BUILDER_CHOICES; i++)
    g_clear_pointer (&self->offers[i], g_array_unref);
  g_clear_pointer (&self->note_rows, g_ptr_array_unref);
  g_clear_pointer (&self->query, patron_chart_query_free);
  g_clear_pointer (&self->result, patron_query_result_unref);
  g_clear_pointer (&self->source, patron_chart_source_unref);
  g_clear_object (&self->saved);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (patron_chart_builder_parent_class)->dispose (object);
}

static void
patron_chart_builder_class_init (PatronChartBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_chart_builder_dispose;

  /**
   * PatronChartBuilder::changed:
   *
   * Something else was chosen; see patron_chart_builder_get_query().
   */
  signals[CHANGED] = g_signal_new ("changed", PATRON_TYPE_CHART_BUILDER,
                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static gboolean
is_same_model (GListModel   *model,
               const GArray *offers)
{
  if (model == NULL || g_list_model_get_n_items (model) != offers->len)
    return FALSE;
  for (guint i = 0; i < offers->len; i++)
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                g_array_index (offers, PatronQueryOffer, i).label)
        != 0)
      return FALSE;
  return TRUE;
}

static void
update_choice (PatronChartBuilder  *self,
               PatronBuilderChoice  choice)
{
  g_autofree char *current = NULL;
  GArray *offers = patron_chart_builder_offer (self, choice, &current);
  AdwComboRow *row = self->rows[choice];

  g_clear_pointer (&self->offers[choice], g_array_unref);
  self->offers[choice] = offers;
  gtk_widget_set_visible (GTK_WIDGET (row), offers->len > 1);
  if (!is_same_model (adw_combo_row_get_model (row), offers))
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

      for (guint i = 0; i < offers->len; i++)
        gtk_string_list_append (
            list, g_array_index (offers, PatronQueryOffer, i).label);
      adw_combo_row_set_model (row, G_LIST_MODEL (list));
    }
  for (guint i = 0; i < offers->len; i++)
    if (strcmp (g_array_index (offers, PatronQueryOffer, i).id, current) == 0)
      adw_combo_row_set_selected (row, i);
}

/* What has no meaning for the answer is not shown. */
static void
update_order (PatronChartBuilder *self)
{
  PatronChartShape shape
      = patron_chart_kind_get_shape (self->result->chart->kind);
  gboolean sorted = shape == PATRON_SHAPE_CATEGORIES
                    && self->result->chart->kind != PATRON_CHART_TREE
                    && self->result->chart->kind != PATRON_CHART_TORNADO
                    && (self->query->over == NULL
                        || strchr (self->query->over, '/') == NULL);
  gboolean cut = sorted && self->result->n_categories > 2;

  gtk_widget_set_visible (GTK_WIDGET (self->rows[PATRON_CHOOSE_SORT]),
                          sorted
                              && self->result->chart->kind
                                     != PATRON_CHART_PARETO);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[PATRON_CHOOSE_SIZE]),
                          self->result->chart->kind == PATRON_CHART_MATRIX);
  gtk_widget_set_visible (self->limit_row, cut);
  gtk_widget_set_visible (
      self->others_row,
      cut && self->query->limit > 0
          && (strcmp (self->query->measures[0], "count") == 0
              || g_str_has_prefix (self->query->measures[0], "sum:")));
  gtk_widget_set_visible (self->targets_row,
                          self->result->chart->targets->len > 0
                              || !self->query->targets);
  gtk_spin_button_set_value (self->limit, self->query->limit);
  gtk_switch_set_active (self->others, self->query->others);
  gtk_switch_set_active (self->targets, self->query->targets);
}

static void
update (PatronChartBuilder *self)
{
  self->filling = TRUE;
  g_clear_pointer (&self->result, patron_query_result_unref);
  self->result = patron_chart_query_run (self->query, self->source);
  for (int i = 0; i < PATRON_N_BUILDER_CHOICES; i++)
    update_choice (self, (PatronBuilderChoice) i);
  update_order (self);
  patron_chart_builder_update_kinds (self);
  patron_chart_builder_update_words (self);
  self->filling = FALSE;
}

/* patron_chart_builder_changed:
 *
 * The query was changed by the user: shows what it says now, and tells.
 */
void
patron_chart_builder_changed (PatronChartBuilder *self)
{
  update (self);
  /* A kind that was taken for want of the one before is meant from now on. */
  self->query->kind = self->result->chart->kind;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
selected_cb (PatronChartBuilder *self,
             GParamSpec         *pspec,
             AdwComboRow        *row)
{
  guint index = adw_combo_row_get_selected (row);

  if (self->filling || self->query == NULL)
    return;
  for (int i = 0; i < PATRON_N_BUILDER_CHOICES; i++)
    if (self->rows[i] == row && self->offers[i] != NULL
        && index < self->offers[i]->len)
      {
        g_autofree char *id = g_strdup (
            g_array_index (self->offers[i], PatronQueryOffer, index).id);

        patron_chart_builder_choose (self, (PatronBuilderChoice) i, id);
        patron_chart_builder_changed (self);
        return;
      }
}

static void
limit_cb (PatronChartBuilder *self)
{
  if (self->filling)
    return;
  self->query->limit = (guint) gtk_spin_button_get_value_as_int (self->limit);
  patron_chart_builder_changed (self);
}

static void
switched_cb (PatronChartBuilder *self)
{
  if (self->filling)
    return;
  self->query->others = gtk_switch_get_active (self->others);
  self->query->targets = gtk_switch_get_active (self->targets);
  patron_chart_builder_changed (self);
}

static void
add_choices (PatronChartBuilder  *self,
             GtkWidget           *group,
             PatronBuilderChoice  first,
             PatronBuilderChoice  last)
{
  for (PatronBuilderChoice i = first; i <= last; i++)
    {
      GtkWidget *row = adw_combo_row_new ();

      self->rows[i] = ADW_COMBO_ROW (row);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     patron_chart_builder_label (i));
      g_signal_connect_object (row, "notify::selected",
                               G_CALLBACK (selected_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

static GtkWidget *
add_suffix_row (GtkWidget  *group,
                const char *title,
                const char *help,
                GtkWidget  *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), help);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
add_switch (PatronChartBuilder  *self,
            GtkWidget           *group,
            const char          *title,
            GtkSwitch          **control)
{
  GtkWidget *added = gtk_switch_new ();

  *control = GTK_SWITCH (added);
  g_signal_connect_object (added, "notify::active", G_CALLBACK (switched_cb),
                           self, G_CONNECT_SWAPPED);
  return add_suffix_row (group, title, NULL, added);
}

static void
add_order (PatronChartBuilder *self,
           GtkWidget          *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *limit = gtk_spin_button_new_with_range (0, MAX_LIMIT, 1);

  self->order_group = group;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   _("Order and Numbers"));
  add_choices (self, group, PATRON_CHOOSE_SORT, PATRON_CHOOSE_DECIMALS);
  self->limit = GTK_SPIN_BUTTON (limit);
  self->limit_row = add_suffix_row (group, _("At Most"), _("0 for all"),
                                    limit);
  self->others_row
      = add_switch (self, group, _("Show the Rest as “Other”"), &self->others);
  self->targets_row
      = add_switch (self, group, _("Show Targets"), &self->targets);
  g_signal_connect_object (limit, "value-changed", G_CALLBACK (limit_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (page), group);
}

static void
patron_chart_builder_init (PatronChartBuilder *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *what = adw_preferences_group_new ();
  GtkWidget *place = adw_bin_new ();

  self->form_place = ADW_BIN (place);
  gtk_widget_add_css_class (box, "patron-chart-builder");
  add_choices (self, what, PATRON_CHOOSE_ENTITY, PATRON_CHOOSE_JOURNEY);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), what);
  patron_chart_builder_add_kinds (self, box);
  add_order (self, box);
  patron_chart_builder_add_words (self, box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * patron_chart_builder_new:
 *
 * Returns: (transfer floating): a builder that shows nothing yet
 */
GtkWidget *
patron_chart_builder_new (PatronDocument *document)
{
  PatronChartBuilder *self = g_object_new (PATRON_TYPE_CHART_BUILDER, NULL);
  GtkWidget *form = patron_form_new (
      document,
      patron_registry_lookup (patron_document_get_registry (document),
                              "chart"));

  self->document = g_object_ref (document);
  self->form = PATRON_FORM (form);
  patron_form_add_group (self->form, NULL);
  patron_form_add (self->form, "title");
  patron_form_add (self->form, "note");
  adw_bin_set_child (self->form_place, form);
  return GTK_WIDGET (self);
}

/**
 * patron_chart_builder_set:
 * @saved: (nullable): the saved chart that the query is of
 *
 * Shows what a chart asks.
 */
void
patron_chart_builder_set (PatronChartBuilder     *self,
                          const PatronChartQuery *query,
                          PatronRecord           *saved,
                          PatronChartSource      *source)
{
  PatronChartQuery *copy = patron_chart_query_copy (query);

  g_clear_pointer (&self->query, patron_chart_query_free);
  self->query = copy;
  g_set_object (&self->saved, saved);
  patron_chart_source_ref (source);
  g_clear_pointer (&self->source, patron_chart_source_unref);
  self->source = source;
  update (self);
}

/**
 * patron_chart_builder_get_query:
 *
 * Returns: (transfer none): what was chosen
 */
const PatronChartQuery *
patron_chart_builder_get_query (PatronChartBuilder *self)
{
  return self->query;
}

/**
 * patron_chart_builder_get_result:
 *
 * Returns: (transfer none): the answer to it
 */
PatronQueryResult *
patron_chart_builder_get_result (PatronChartBuilder *self)
{
  return self->result;
}

/**
 * patron_chart_builder_focus_name:
 *
 * Moves the focus to what the saved chart is called.
 */
void
patron_chart_builder_focus_name (PatronChartBuilder *self)
{
  if (self->saved != NULL)
    gtk_widget_grab_focus (
        GTK_WIDGET (patron_form_get_row (self->form, "title")));
}
