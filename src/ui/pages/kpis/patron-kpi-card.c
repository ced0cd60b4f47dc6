/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-isolate.h"
#include "patron-kpi-badges.h"
#include "patron-kpi-spark.h"

#define MIN_WIDTH 236
#define NATURAL_WIDTH 280
#define PADDING 12
#define SPACING 6

/* How many lines of text a card is high, the large value among them. */
#define LINES 11.8

/**
 * PatronKpiCard:
 *
 * One KPI of the board: its value, what has changed and what that means. All
 * cards have the same size, whatever is on them, so that a card needs to be
 * filled only when it comes into view.
 */
struct _PatronKpiCard
{
  GtkFlowBoxChild parent_instance;

  PatronRecord   *kpi;    /* (owned) */
  PatronKpiSpark *spark;  /* (unowned) (nullable): of a filled card */
  gboolean        filled; /* and still true */
};

G_DEFINE_FINAL_TYPE (PatronKpiCard, patron_kpi_card, GTK_TYPE_FLOW_BOX_CHILD)

static int
get_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double line = pango_font_metrics_get_height (metrics)
                / (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return (int) ceil (line * LINES) + 2 * PADDING + 3 * SPACING;
}

static void
patron_kpi_card_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = get_height (widget);
      return;
    }
  *minimum = MIN_WIDTH;
  *natural = NATURAL_WIDTH;
}

static void
patron_kpi_card_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GtkWidget *child
      = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (widget));
  int minimum;

  if (child == NULL)
    return;
  /* What does not fit is cut; GTK wants it allocated all the same. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL,
                      NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, minimum), baseline, NULL);
}

static void
patron_kpi_card_dispose (GObject *object)
{
  g_clear_object (&PATRON_KPI_CARD (object)->kpi);

  G_OBJECT_CLASS (patron_kpi_card_parent_class)->dispose (object);
}

static void
patron_kpi_card_class_init (PatronKpiCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_kpi_card_dispose;
  widget_class->measure = patron_kpi_card_measure;
  widget_class->size_allocate = patron_kpi_card_size_allocate;
}

static void
patron_kpi_card_init (PatronKpiCard *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  gtk_widget_add_css_class (GTK_WIDGET (self), "patron-kpi-card");
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_name (const char *title,
          int         lines)
{
  GtkWidget *name = new_label (title, "heading");

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), lines);
  gtk_label_set_width_chars (GTK_LABEL (name), 12);
  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (name, title);
  return name;
}

/* The number is large, the words after it are not. */
static GtkWidget *
new_number (PatronKpiCard *self,
            const char    *text)
{
  const char *unit = patron_record_get_text (self->kpi, "unit");
  g_autofree char *end
      = unit != NULL ? g_strdup_printf ("\xc2\xa0%s", unit) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gboolean split = end != NULL && g_str_has_suffix (text, end);
  g_autofree char *number
      = split ? g_strndup (text, strlen (text) - strlen (end))
              : g_strdup (text);
  g_autofree char *shown = patron_isolate_number (number);
  GtkWidget *label = new_label (shown, "title-2");

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_tooltip_text (box, text);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (box), label);
  if (split)
    {
      GtkWidget *after = new_label (unit, "dim-label");

      gtk_widget_set_valign (after, GTK_ALIGN_BASELINE);
      gtk_box_append (GTK_BOX (box), after);
    }
  return box;
}

/* The number, and below it how sure it is where that is known. */
static GtkWidget *
new_figure (PatronKpiCard            *self,
            const PatronKpiJudgement *judgement,
            const char               *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *interval = patron_kpi_badge_new_interval (judgement);

  gtk_box_append (GTK_BOX (box), new_number (self, text));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (interval != NULL)
    {
      /* Half an interval says nothing: the line beside it gives way. */
      gtk_label_set_ellipsize (GTK_LABEL (interval), PANGO_ELLIPSIZE_NONE);
      gtk_widget_set_halign (interval, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), interval);
    }
  return box;
}

/* The value, and where it came from as a line beside it. */
static GtkWidget *
new_value (PatronKpiCard            *self,
           const PatronKpiJudgement *judgement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *spark = patron_kpi_spark_new ();
  g_autofree char *text
      = judgement->latest >= 0
            ? patron_kpi_write_value (
                  judgement, judgement->series->values[judgement->latest])
            : g_strdup ("–");

  self->spark = PATRON_KPI_SPARK (spark);
  patron_kpi_spark_show (self->spark, judgement);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), new_figure (self, judgement, text));
  gtk_box_append (GTK_BOX (box), spark);
  return box;
}

static GtkWidget *
new_change (const PatronKpiJudgement *judgement,
            const PatronKpiChange    *change,
            const char               *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = new_label (name, "caption");
  g_autofree char *amount
      = patron_kpi_write_amount (judgement, change->amount);
  g_autofree char *shown = patron_isolate_number (amount != NULL ? amount
                                                                 : "–");
  g_autofree char *whole = patron_kpi_write_change (judgement, change);
  GtkWidget *number = new_label (shown, "numeric");

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_tooltip_text (
      box, whole != NULL ? whole : _("There is no value to compare with"));
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), caption);
  return box;
}

static GtkWidget *
new_changes (const PatronKpiJudgement *judgement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), new_change (judgement, &judgement->before,
                                             _("previous period")));
  gtk_box_append (GTK_BOX (box), new_change (judgement, &judgement->year,
                                             _("a year ago")));
  /* Two dashes would say no more than the one above them. */
  gtk_widget_set_visible (box, judgement->latest >= 0);
  return box;
}

static GtkWidget *
new_badges (const PatronKpiJudgement *judgement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *assurance = patron_kpi_badge_new_assurance (judgement);

  gtk_box_append (GTK_BOX (box), patron_kpi_badge_new_signal (judgement));
  if (assurance != NULL)
    gtk_box_append (GTK_BOX (box), assurance);
  return box;
}

static GtkWidget *
new_foot (const PatronKpiJudgement *judgement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *stale = patron_kpi_badge_new_stale (judgement);
  GtkWidget *provisional = patron_kpi_badge_new_provisional (judgement);
  g_autofree char *date
      = judgement->latest >= 0
            ? patron_cadence_write_date (
                  judgement->series->cadence,
                  judgement->series->dates[judgement->latest])
            : NULL;
  GtkWidget *label;

  label = new_label (date != NULL ? date : _("No measurements"), "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  if (provisional != NULL)
    gtk_box_append (GTK_BOX (box), provisional);
  if (stale != NULL)
    gtk_box_append (GTK_BOX (box), stale);
  return box;
}

/* All of the card in words, for who does not see it. */
static void
name_card (PatronKpiCard            *self,
           const PatronKpiJudgement *judgement,
           const PatronKpiConflict  *conflict)
{
  g_autofree char *title = patron_record_get_title (self->kpi);
  g_autofree char *value
      = judgement->latest >= 0
            ? patron_kpi_write_value (
                  judgement, judgement->series->values[judgement->latest])
            : NULL;
  g_autofree char *sure
      = patron_kpi_write_interval (judgement, judgement->latest);
  g_autofree char *variation = patron_kpi_write_variation (judgement);
  g_autofree char *assurance = patron_kpi_write_assurance (judgement);
  g_autofree char *against
      = conflict != NULL ? patron_kpi_write_conflict (conflict) : NULL;
  g_autofree char *stale = patron_kpi_write_stale (judgement);
  const char *const parts[]
      = { value, sure, variation, assurance, against, stale };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              parts[i]);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

/**
 * patron_kpi_card_new:
 *
 * Returns: (transfer floating): an empty card of @kpi
 */
GtkWidget *
patron_kpi_card_new (PatronRecord *kpi)
{
  PatronKpiCard *self = g_object_new (PATRON_TYPE_KPI_CARD, NULL);
  g_autofree char *title = patron_record_get_title (kpi);

  self->kpi = g_object_ref (kpi);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/**
 * patron_kpi_card_get_kpi:
 *
 * Returns: (transfer none): the KPI that the card shows
 */
PatronRecord *
patron_kpi_card_get_kpi (PatronKpiCard *self)
{
  return self->kpi;
}

/**
 * patron_kpi_card_is_filled:
 *
 * Returns: whether the card shows what is so now
 */
gboolean
patron_kpi_card_is_filled (PatronKpiCard *self)
{
  return self->filled;
}

/**
 * patron_kpi_card_fill:
 * @book: the judgements, which the card borrows until it is emptied
 *
 * Shows what is so now.
 */
void
patron_kpi_card_fill (PatronKpiCard *self,
                      PatronKpiBook *book)
{
  const PatronKpiJudgement *judgement = patron_kpi_book_get (book, self->kpi);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  g_autofree char *title = patron_record_get_title (self->kpi);
  PatronKpiConflict found;
  PatronKpiConflict *conflict
      = patron_kpi_book_find_conflict (book, self->kpi, &found) ? &found
                                                                : NULL;
  GtkWidget *name = new_name (title, conflict != NULL ? 1 : 2);

  gtk_widget_add_css_class (box, "patron-kpi-face");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), new_value (self, judgement));
  gtk_box_append (GTK_BOX (box), new_changes (judgement));
  gtk_box_append (GTK_BOX (box), new_badges (judgement));
  if (conflict != NULL)
    gtk_box_append (GTK_BOX (box),
                    patron_kpi_badge_new_conflict (conflict, self->kpi));
  gtk_box_append (GTK_BOX (box), new_foot (judgement));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), box);
  name_card (self, judgement, conflict);
  self->filled = TRUE;
}

/**
 * patron_kpi_card_empty:
 *
 * Lets go of the judgement; what is shown stays until it is filled again.
 */
void
patron_kpi_card_empty (PatronKpiCard *self)
{
  self->filled = FALSE;
  if (self->spark != NULL)
    patron_kpi_spark_show (self->spark, NULL);
}
