/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-findings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-kpi-links.h"
#include "patron-kpi-segments.h"
#include "patron-kpi-why.h"

/* The newest signals; older ones are marked in the chart. */
#define MAX_SIGNALS 12

/**
 * PatronKpiFindings:
 *
 * What the values of a KPI say, in words: each with a button that tells how it
 * was found, and with what the KPI is linked to. It is written anew when it is
 * shown after a change.
 */
struct _PatronKpiFindings
{
  AdwBin          parent_instance;

  PatronDocument *document; /* (owned) */
  PatronRecord   *kpi;      /* (owned) */
  PatronKpiBook  *book;     /* (unowned) */
  AdwBin         *content;
  gboolean        dirty;
};

enum
{
  REBASE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronKpiFindings, patron_kpi_findings, ADW_TYPE_BIN)

static PatronExplanation *
explain_cb (guint    figure,
            gpointer user_data)
{
  PatronKpiFindings *self = user_data;

  return patron_kpi_explain (patron_kpi_book_get (self->book, self->kpi),
                             (PatronKpiFigure) figure);
}

/* A finding, and how it was found. */
static GtkWidget *
add_finding (PatronKpiFindings   *self,
             AdwPreferencesGroup *group,
             const char          *title,
             char                *text,
             PatronKpiFigure      figure)
{
  GtkWidget *row;

  if (text == NULL)
    return NULL;
  row = patron_kpi_links_new_row (title, text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             patron_kpi_why_new (explain_cb, figure, self));
  adw_preferences_group_add (group, row);
  g_free (text);
  return row;
}

/* Which target holds, and whether it will be met. */
static char *
write_target (const PatronKpiJudgement *judgement)
{
  g_autofree char *target = patron_kpi_write_target (judgement);
  g_autofree char *assurance = patron_kpi_write_assurance (judgement);

  return g_strdup_printf ("%s\n%s", target,
                          assurance != NULL ? assurance
                                            : _("Nothing can be said yet"));
}

/* A change, and whether it is more than chance where that is known. */
static char *
write_change (const PatronKpiJudgement *judgement,
              const PatronKpiChange    *change)
{
  g_autofree char *text = patron_kpi_write_change (judgement, change);
  g_autofree char *chance = patron_kpi_write_chance (judgement, change);
  g_autofree char *lacks
      = patron_kpi_write_no_interval (judgement, judgement->latest);

  /* What the latest value lacks is said of it already. */
  if (chance == NULL && lacks == NULL)
    chance = patron_kpi_write_no_interval (judgement, change->place);
  if (text == NULL)
    return g_strdup (_("There is no value to compare with"));
  return chance != NULL ? g_strdup_printf ("%s\n%s", text, chance)
                        : g_steal_pointer (&text);
}

static void
add_summary (PatronKpiFindings        *self,
             GtkWidget                *box,
             const PatronKpiJudgement *judgement)
{
  AdwPreferencesGroup *group = patron_kpi_links_add_group (box, _("What It Says"));
  char *sure = patron_kpi_write_interval (judgement, judgement->latest);
  PatronKpiConflict conflict;
  GtkWidget *row;

  add_finding (self, group, _("Now"), patron_kpi_write_variation (judgement),
               PATRON_KPI_FIGURE_SIGNALS);
  add_finding (self, group, _("How Sure It Is"),
               sure != NULL ? sure
                            : patron_kpi_write_no_interval (
                                  judgement, judgement->latest),
               PATRON_KPI_FIGURE_VALUE);
  if (judgement->target != NULL)
    add_finding (self, group, _("Target"), write_target (judgement),
                 PATRON_KPI_FIGURE_ASSURANCE);
  add_finding (self, group, _("Previous Period"),
               write_change (judgement, &judgement->before),
               PATRON_KPI_FIGURE_BEFORE);
  add_finding (self, group, _("A Year Ago"),
               write_change (judgement, &judgement->year),
               PATRON_KPI_FIGURE_YEAR);
  if (patron_kpi_book_find_conflict (self->book, self->kpi, &conflict))
    {
      g_autofree char *text = patron_kpi_write_conflict (&conflict);

      row = patron_kpi_links_new_row (_("Counter-Metric"), text);
      gtk_widget_add_css_class (row, "patron-warned");
      adw_action_row_add_prefix (
          ADW_ACTION_ROW (row),
          gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      adw_preferences_group_add (group, row);
    }
}

/* The same KPI of other segments, at the latest date that both have. */
static void
add_segments (PatronKpiFindings        *self,
              GtkWidget                *box,
              const PatronKpiJudgement *judgement)
{
  g_autoptr (GPtrArray) others
      = patron_kpi_list_segments (self->document, self->kpi);
  AdwPreferencesGroup *group;

  if (others->len == 0)
    return;
  group = patron_kpi_links_add_group (box, _("Other Segments"));
  for (guint i = 0; i < others->len; i++)
    {
      PatronRecord *other = g_ptr_array_index (others, i);
      g_autoptr (PatronRecord) segment = patron_document_get_record (
          self->document, "segment",
          patron_record_get_integer (other, "segment"));
      g_autofree char *title = patron_record_get_title (segment);
      g_autofree char *text = patron_kpi_write_against (
          judgement, patron_kpi_book_get (self->book, other));

      patron_kpi_links_add_opening (group, other, title, text);
    }
}

static void
add_figure (AdwPreferencesGroup *group,
            const char          *name,
            char                *figure)
{
  g_autofree char *text = figure;
  GtkWidget *row;
  GtkWidget *label;

  if (text == NULL)
    return;
  row = patron_kpi_links_new_row (name, NULL);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static void
add_limit (AdwPreferencesGroup      *group,
           const PatronKpiJudgement *judgement,
           const char               *name,
           double                    value)
{
  add_figure (group, name, patron_kpi_write_value (judgement, value));
}

static char *
write_base (const PatronKpiJudgement   *judgement,
            const PatronProcessSegment *segment)
{
  guint n = (guint) segment->process.n_used;
  g_autofree char *from = patron_cadence_write_date (
      judgement->series->cadence, judgement->series->dates[segment->start]);

  if (segment->locked)
    /* Translators: how many values, and the date of the first one. */
    return g_strdup_printf (
        ngettext ("Locked: from %u value since %s",
                  "Locked: from %u values since %s", n), n, from);
  return g_strdup_printf (ngettext ("Live: from %u value since %s",
                                    "Live: from %u values since %s", n),
                          n, from);
}

static void
add_limits (PatronKpiFindings        *self,
            GtkWidget                *box,
            const PatronKpiJudgement *judgement)
{
  AdwPreferencesGroup *group;
  PatronProcess limits = patron_kpi_judgement_get_limits (judgement);
  const PatronProcessSegment *segment = patron_process_series_get_segment (
      judgement->process, (gsize) MAX (judgement->latest, 0));
  gboolean median = patron_record_get_integer (self->kpi, "limits_median");
  char *certainty = patron_kpi_write_certainty (judgement);

  if (judgement->latest < 0)
    {
      g_free (certainty);
      return;
    }
  group = patron_kpi_links_add_group (box, _("Natural Limits"));
  if (!segment->known)
    {
      add_finding (self, group, _("No Limits"), certainty,
                   PATRON_KPI_FIGURE_LIMITS);
      return;
    }
  add_finding (self, group, _("Computed From"),
               certainty != NULL ? certainty
                                 : write_base (judgement, segment),
               PATRON_KPI_FIGURE_LIMITS);
  add_limit (group, judgement, _("Upper Limit"), limits.upper);
  add_limit (group, judgement,
             segment->fitted ? _("Expected Now")
             : median        ? _("Median")
                             : _("Mean"),
             limits.centre);
  add_limit (group, judgement, _("Lower Limit"), limits.lower);
  add_figure (group, _("Limit of Moving Ranges"),
              patron_kpi_write_size (judgement, limits.range_limit));
}

static void
rebase_cb (GtkButton         *button,
           PatronKpiFindings *self)
{
  const gint64 *date = g_object_get_data (G_OBJECT (button), "date");

  g_signal_emit (self, signals[REBASE], 0, *date);
}

/* A row on one side in the newest limits is a new level, which may ask for
 * limits of its own. */
static void
offer_rebase (PatronKpiFindings        *self,
              GtkWidget                *row,
              const PatronKpiJudgement *judgement,
              const PatronKpiSignal    *signal)
{
  const PatronProcessSegment *segment = patron_process_series_get_segment (
      judgement->process, (gsize) judgement->latest);
  GtkWidget *button;

  if (signal->rule != PATRON_PROCESS_RUN || signal->first <= segment->start
      || (gssize) signal->last != judgement->latest
      || patron_document_get_read_only (self->document))
    return;
  button = gtk_button_new_with_label (_("New Limits"));
  gtk_widget_set_tooltip_text (
      button, _("Begin new limits where this level began, and note why"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (
      G_OBJECT (button), "date",
      g_memdup2 (&judgement->series->dates[signal->first], sizeof (gint64)),
      g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (rebase_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_signals (PatronKpiFindings        *self,
             GtkWidget                *box,
             const PatronKpiJudgement *judgement)
{
  guint n = judgement->signals->len;
  AdwPreferencesGroup *group;

  if (n == 0)
    return;
  group = patron_kpi_links_add_group (box, _("Signals"));
  for (guint i = 0; i < MIN (n, MAX_SIGNALS); i++)
    {
      const PatronKpiSignal *signal = &g_array_index (
          judgement->signals, PatronKpiSignal, n - 1 - i);

      offer_rebase (
          self,
          add_finding (self, group,
                       patron_process_type_get_label (signal->type),
                       patron_kpi_write_signal (judgement, signal),
                       PATRON_KPI_FIGURE_SIGNALS),
          judgement, signal);
    }
}

static void
add_forecast (PatronKpiFindings        *self,
              GtkWidget                *box,
              const PatronKpiJudgement *judgement)
{
  AdwPreferencesGroup *group;
  g_autoptr (GListModel) goals = patron_document_list_of (
      self->document, "goal", "kpi", patron_record_get_id (self->kpi));
  gboolean found = FALSE;

  if (judgement->latest < 0)
    return;
  group = patron_kpi_links_add_group (box, _("Forecast"));
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (PatronRecord) goal = g_list_model_get_item (goals, i);
      double due = patron_record_get_number (goal, "due");
      g_autofree char *title = patron_record_get_title (goal);

      if (isnan (due)
          || due <= (double) judgement->series->dates[judgement->latest])
        continue;
      found = TRUE;
      add_finding (self, group, title,
                   patron_kpi_write_forecast (judgement, (gint64) due),
                   PATRON_KPI_FIGURE_FORECAST);
    }
  if (!found)
    add_finding (
        self, group, _("If It Goes On Like This"),
        patron_kpi_write_forecast (
            judgement, patron_kpi_judgement_get_horizon (judgement)),
        PATRON_KPI_FIGURE_FORECAST);
}

static void
write_all (PatronKpiFindings *self)
{
  const PatronKpiJudgement *judgement
      = patron_kpi_book_get (self->book, self->kpi);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->dirty = FALSE;
  add_summary (self, box, judgement);
  add_segments (self, box, judgement);
  add_signals (self, box, judgement);
  add_forecast (self, box, judgement);
  add_limits (self, box, judgement);
  patron_kpi_links_add_check_ins (box, self->document, self->kpi);
  patron_kpi_links_add (box, self->document, self->kpi);
  adw_bin_set_child (self->content, box);
}

static void
patron_kpi_findings_map (GtkWidget *widget)
{
  if (PATRON_KPI_FINDINGS (widget)->dirty)
    write_all (PATRON_KPI_FINDINGS (widget));

  GTK_WIDGET_CLASS (patron_kpi_findings_parent_class)->map (widget);
}

static void
patron_kpi_findings_dispose (GObject *object)
{
  PatronKpiFindings *self = PATRON_KPI_FINDINGS (object);

  g_clear_object (&self->document);
  g_clear_object (&self->kpi);

  G_OBJECT_CLASS (patron_kpi_findings_parent_class)->dispose (object);
}

static void
patron_kpi_findings_class_init (PatronKpiFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_kpi_findings_dispose;
  GTK_WIDGET_CLASS (klass)->map = patron_kpi_findings_map;

  /**
   * PatronKpiFindings::rebase:
   * @date: the day from which on there shall be new limits, as days since
   *   1970-01-01
   */
  signals[REBASE] = g_signal_new ("rebase", PATRON_TYPE_KPI_FINDINGS,
                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
patron_kpi_findings_init (PatronKpiFindings *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->content = ADW_BIN (adw_bin_new ());
  self->dirty = TRUE;
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->content));
  gtk_widget_add_css_class (clamp, "patron-form-clamp");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * patron_kpi_findings_new:
 * @book: the judgements, which outlive the widget
 *
 * Returns: (transfer floating): what the values of @kpi say
 */
GtkWidget *
patron_kpi_findings_new (PatronDocument *document,
                         PatronRecord   *kpi,
                         PatronKpiBook  *book)
{
  PatronKpiFindings *self = g_object_new (PATRON_TYPE_KPI_FINDINGS, NULL);

  self->document = g_object_ref (document);
  self->kpi = g_object_ref (kpi);
  self->book = book;
  return GTK_WIDGET (self);
}

/**
 * patron_kpi_findings_refresh:
 *
 * Says what is so now, at once or when it is shown.
 */
void
patron_kpi_findings_refresh (PatronKpiFindings *self)
{
  self->dirty = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    write_all (self);
}
