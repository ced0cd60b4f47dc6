/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts-page"

#include "config.h"

#include "patron-chart-card.h"

#include <glib/gi18n-lib.h>

#include "patron-chart-view.h"
#include "patron-scene-view.h"
#include "patron-thumbnail.h"

/* The picture is laid out for this size and shown smaller or larger, so that
 * nothing is laid out anew while a window is resized. */
#define WIDTH 480
#define HEIGHT 300
/* The same where one card is as wide as a narrow window. */
#define SMALL_WIDTH 344

/**
 * PatronChartCard:
 *
 * A chart of the gallery. It is laid out when it is first scrolled to, and
 * painted when the gallery has time for it.
 */
struct _PatronChartCard
{
  GtkFlowBoxChild    parent_instance;

  PatronDocument    *document; /* (owned) */
  PatronQueryResult *result;   /* (owned) */
  PatronChartQuery  *query;    /* (owned) (nullable) */
  PatronRecord      *saved;    /* (owned) (nullable) */
  char              *name;     /* (owned) */
  PatronThumbnail   *picture;
  int                width;    /* what it is laid out for, in px, or 0 */
};

G_DEFINE_FINAL_TYPE (PatronChartCard, patron_chart_card,
                     GTK_TYPE_FLOW_BOX_CHILD)

static void
patron_chart_card_dispose (GObject *object)
{
  PatronChartCard *self = PATRON_CHART_CARD (object);

  g_clear_pointer (&self->result, patron_query_result_unref);
  g_clear_pointer (&self->query, patron_chart_query_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->saved);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (patron_chart_card_parent_class)->dispose (object);
}

static void
patron_chart_card_class_init (PatronChartCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_chart_card_dispose;
}

static void
patron_chart_card_init (PatronChartCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "patron-chart-card");
}

static void
build (PatronChartCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* The card is one thing: what is in it is walked where it is large. */
  GtkWidget *picture = patron_thumbnail_new (self->name, WIDTH, HEIGHT);

  self->picture = PATRON_THUMBNAIL (picture);
  gtk_box_append (GTK_BOX (box), picture);
  if (self->saved != NULL)
    {
      GtkWidget *label = gtk_label_new (self->name);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "patron-chart-name");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (box, "card");
  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), box);
}

static void
name_card (PatronChartCard *self)
{
  const char *title = self->result->chart->title;
  g_autofree char *label = NULL;

  /* Translators: what a chart is called, and what it shows. */
  label = g_strdup_printf (C_("chart card", "%s: %s"), self->name,
                           title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * patron_chart_card_new:
 * @query: (nullable): what it asks; %NULL where that is broken
 * @saved: (nullable): the saved chart that it shows
 *
 * Returns: (transfer floating): a card, not drawn yet
 */
GtkWidget *
patron_chart_card_new (PatronDocument         *document,
                       PatronQueryResult      *result,
                       const PatronChartQuery *query,
                       const char             *name,
                       PatronRecord           *saved)
{
  PatronChartCard *self = g_object_new (PATRON_TYPE_CHART_CARD, NULL);

  self->document = g_object_ref (document);
  self->result = patron_query_result_ref (result);
  self->query = query != NULL ? patron_chart_query_copy (query) : NULL;
  self->name = g_strdup (name);
  g_set_object (&self->saved, saved);
  build (self);
  name_card (self);
  return GTK_WIDGET (self);
}

/**
 * patron_chart_card_get_name:
 *
 * Returns: (transfer none): what the chart is called
 */
const char *
patron_chart_card_get_name (PatronChartCard *self)
{
  return self->name;
}

/**
 * patron_chart_card_get_query:
 *
 * Returns: (transfer none) (nullable): what it asks
 */
const PatronChartQuery *
patron_chart_card_get_query (PatronChartCard *self)
{
  return self->query;
}

/**
 * patron_chart_card_get_saved:
 *
 * Returns: (transfer none) (nullable): the saved chart
 */
PatronRecord *
patron_chart_card_get_saved (PatronChartCard *self)
{
  return self->saved;
}

/* Small where a card that is narrow would shrink its text to what nobody can
 * read. */
static int
get_wanted_width (PatronChartCard *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->picture));

  return width < (SMALL_WIDTH + WIDTH) / 2 ? SMALL_WIDTH : WIDTH;
}

static void
lay_out (PatronChartCard *self,
         int              width)
{
  PatronTheme screen, theme;

  patron_theme_init_for_widget (&screen, GTK_WIDGET (self));
  /* The picture is as large as the card, and its text with it. */
  screen.text_scale = 1;
  patron_chart_theme_init (&theme, &screen, self->document);
  patron_thumbnail_set_scene (
      self->picture,
      patron_query_result_layout (self->result, &theme,
                                  patron_widget_get_measurer (), width,
                                  (double) width * HEIGHT / WIDTH),
      theme.background);
  self->width = width;
}

/**
 * patron_chart_card_draw:
 *
 * Draws the chart, which is seen or soon will be, for the size that the card
 * has.
 *
 * Returns: %FALSE if there was nothing to do
 */
gboolean
patron_chart_card_draw (PatronChartCard *self)
{
  int width = get_wanted_width (self);

  if (self->width != width)
    lay_out (self, width);
  return patron_thumbnail_paint (self->picture);
}

/**
 * patron_chart_card_drop:
 *
 * Forgets the pixels of the chart, which is far out of sight.
 */
void
patron_chart_card_drop (PatronChartCard *self)
{
  patron_thumbnail_drop (self->picture);
}

/**
 * patron_chart_card_refresh:
 *
 * Has the chart laid out again when it is drawn next, as the theme changed.
 */
void
patron_chart_card_refresh (PatronChartCard *self)
{
  self->width = 0;
}
