/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-badges.h"

#include <glib/gi18n-lib.h>

/* A word in a frame; a sign before it says what the colour says. */
static GtkWidget *
new_badge (const char *sign,
           const char *text,
           const char *style,
           char       *tooltip)
{
  g_autofree char *label
      = sign != NULL ? g_strdup_printf ("%s\xc2\xa0%s", sign, text)
                     : g_strdup (text);
  GtkWidget *badge = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (badge), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (badge, "patron-badge");
  gtk_widget_add_css_class (badge, "caption");
  if (style != NULL)
    gtk_widget_add_css_class (badge, style);
  gtk_widget_set_tooltip_text (badge, tooltip);
  if (tooltip != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (badge),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    tooltip, -1);
  g_free (tooltip);
  return badge;
}

/* patron_kpi_badge_new_interval:
 *
 * Returns: (transfer floating) (nullable): between what the latest value lies
 */
GtkWidget *
patron_kpi_badge_new_interval (const PatronKpiJudgement *judgement)
{
  g_autofree char *range
      = patron_kpi_write_range (judgement, judgement->latest);
  g_autofree char *text = NULL;

  if (range == NULL)
    return NULL;
  /* Translators: the ends of an interval, such as “28.0 to 58.0”. */
  text = g_strdup_printf (_("95 %%: %s"), range);
  return new_badge (NULL, text, NULL,
                    patron_kpi_write_interval (judgement, judgement->latest));
}

/* patron_kpi_badge_new_signal:
 *
 * Returns: (transfer floating): what the latest value says
 */
GtkWidget *
patron_kpi_badge_new_signal (const PatronKpiJudgement *judgement)
{
  const PatronKpiSignal *signal
      = patron_kpi_judgement_get_current (judgement);
  char *says = patron_kpi_write_variation (judgement);
  const char *label = patron_process_type_get_label (judgement->now);
  const char *sign = signal != NULL && signal->above ? "▲" : "▼";

  if (judgement->certainty == PATRON_KPI_UNKNOWN)
    return new_badge (NULL, _("Too few values"), "dim-label", says);
  switch (judgement->now)
    {
    case PATRON_PROCESS_IMPROVEMENT:
      return new_badge (sign, label, "success", says);
    case PATRON_PROCESS_CONCERN:
      return new_badge (sign, label, "error", says);
    case PATRON_PROCESS_HIGH:
    case PATRON_PROCESS_LOW:
      return new_badge (sign, label, "accent", says);
    case PATRON_PROCESS_COMMON:
    default:
      return new_badge ("≈", label, NULL, says);
    }
}

/* patron_kpi_badge_new_provisional:
 *
 * Returns: (transfer floating) (nullable): that the limits are not firm yet
 */
GtkWidget *
patron_kpi_badge_new_provisional (const PatronKpiJudgement *judgement)
{
  if (judgement->certainty != PATRON_KPI_PROVISIONAL)
    return NULL;
  return new_badge (NULL, _("Provisional"), "dim-label",
                    patron_kpi_write_certainty (judgement));
}

/* patron_kpi_badge_new_assurance:
 *
 * Returns: (transfer floating) (nullable): whether the target will be met
 */
GtkWidget *
patron_kpi_badge_new_assurance (const PatronKpiJudgement *judgement)
{
  char *says = patron_kpi_write_assurance (judgement);
  const char *label = patron_assurance_get_label (judgement->assurance);

  switch (judgement->assurance)
    {
    case PATRON_ASSURANCE_PASS:
      return new_badge ("✓", label, "success", says);
    case PATRON_ASSURANCE_FAIL:
      return new_badge ("✗", label, "error", says);
    case PATRON_ASSURANCE_HIT_AND_MISS:
      return new_badge ("±", label, NULL, says);
    case PATRON_ASSURANCE_NONE:
    default:
      g_free (says);
      return NULL;
    }
}

/* patron_kpi_badge_new_conflict:
 * @kpi: the one of both that it stands with
 *
 * Returns: (transfer floating): that the other one says the opposite
 */
GtkWidget *
patron_kpi_badge_new_conflict (const PatronKpiConflict *conflict,
                               PatronRecord            *kpi)
{
  gboolean improves = conflict->better->kpi == kpi;
  g_autofree char *span = patron_kpi_write_conflict_dates (conflict);
  g_autofree char *text = g_strdup_printf (
      improves ? /* Translators: from one date to another. */
          _("Counter-metric gets worse: %s")
               : _("Counter-metric improves: %s"),
      span);
  GtkWidget *badge = new_badge ("⚠", text, "warning",
                                patron_kpi_write_conflict (conflict));

  gtk_label_set_xalign (GTK_LABEL (badge), 0);
  gtk_label_set_wrap (GTK_LABEL (badge), TRUE);
  gtk_label_set_lines (GTK_LABEL (badge), 2);
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  return badge;
}

/* patron_kpi_badge_new_stale:
 *
 * Returns: (transfer floating) (nullable): that a newer value is missing
 */
GtkWidget *
patron_kpi_badge_new_stale (const PatronKpiJudgement *judgement)
{
  if (!judgement->stale)
    return NULL;
  return new_badge (NULL, _("Stale"), "dim-label",
                    patron_kpi_write_stale (judgement));
}
