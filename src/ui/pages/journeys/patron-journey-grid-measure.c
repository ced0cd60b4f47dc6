/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

#include <math.h>

#include "patron-journey-header.h"
#include "patron-journey-look.h"
#include "patron-journey-sizer.h"

/* How large everything on the map is. Fonts decide: with large text columns
 * are wider and cards taller. */

#define PADDING 6
#define GAP 6
#define SLOT_HEIGHT 26
#define CURVE_LINES 7 /* the height of the curve, in lines of text */

/* What a card of that record was measured as, and from what. */
typedef struct
{
  char  *title;
  guint  n_details;
  int    height;
} Height;

static void
height_free (gpointer data)
{
  Height *height = data;

  g_free (height->title);
  g_free (height);
}

gboolean
patron_journey_grid_is_compact (PatronJourneyGrid *self)
{
  return self->zoom < PATRON_JOURNEY_COMPACT_ZOOM;
}

static int
get_char_width (PatronJourneyGrid *self,
                int               *line)
{
  PangoContext *context = gtk_widget_get_pango_context (self->sample_card);
  PangoFontMetrics *metrics = pango_context_get_metrics (
      context, pango_context_get_font_description (context), NULL);
  int width = PANGO_PIXELS_CEIL (
      pango_font_metrics_get_approximate_char_width (metrics));

  *line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
  return width;
}

/* How wide the header column is: as wide as names need, but not more than a
 * third of what there is. */
static int
find_lane_width (PatronJourneyGrid *self,
                 int                char_width)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self)) / self->zoom;

  return MAX (MIN (19 * char_width, room * 0.3), 14 * char_width);
}

static gboolean
has_phases (PatronJourneyGrid *self)
{
  for (guint i = 0; i < patron_journey_map_get_n_stages (self->map); i++)
    if (patron_record_get_text (patron_journey_map_get_stage (self->map, i),
                                "phase")
        != NULL)
      return TRUE;
  return FALSE;
}

static void
update_metrics (PatronJourneyGrid *self)
{
  int line;
  int char_width = get_char_width (self, &line);
  gboolean adding = self->editor != NULL
                    && self->edited.kind == PATRON_JOURNEY_AT_ADD_STAGE;

  self->metrics = (PatronJourneyMetrics) {
    .stage_width = MAX (27 * char_width, 200) + 2 * PADDING,
    .padding = PADDING,
    .gap = GAP,
    .slot_height = MAX (SLOT_HEIGHT, line + 6),
    .add_lane_height = line + 24,
  };
  self->metrics.add_stage_width
      = adding ? self->metrics.stage_width : line + 32;
  self->metrics.top = patron_journey_map_has_experience (self->map)
                          ? CURVE_LINES * line
                          : 0;
  self->band_height = has_phases (self) ? line + 10 : 0;
  self->lane_width = find_lane_width (self, char_width);
}

static int
measure_header (GtkWidget    *sample,
                PatronRecord *record,
                int           width)
{
  int height;

  patron_journey_header_show (PATRON_JOURNEY_HEADER (sample), record, 0);
  gtk_widget_measure (sample, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL,
                      NULL, NULL);
  gtk_widget_measure (sample, GTK_ORIENTATION_VERTICAL, width - 1, NULL,
                      &height, NULL, NULL);
  return height + 1;
}

static void
measure_stages (PatronJourneyGrid *self)
{
  self->header_height = self->metrics.add_lane_height;
  for (guint i = 0; i < patron_journey_map_get_n_stages (self->map); i++)
    self->header_height = MAX (
        self->header_height,
        measure_header (self->sample_stage,
                        patron_journey_map_get_stage (self->map, i),
                        self->metrics.stage_width));
  if (self->editor != NULL
      && (self->edited.kind == PATRON_JOURNEY_AT_STAGE
          || self->edited.kind == PATRON_JOURNEY_AT_ADD_STAGE))
    self->header_height = MAX (self->header_height,
                               patron_journey_grid_measure_editor (self));
}

static int *
measure_lanes (PatronJourneyGrid *self)
{
  guint n = patron_journey_map_get_n_lanes (self->map);
  int *heights = g_new (int, n);

  for (guint i = 0; i < n; i++)
    heights[i] = measure_header (self->sample_lane,
                                 patron_journey_map_get_lane (self->map, i),
                                 self->lane_width);
  if (self->editor != NULL && self->edited.kind == PATRON_JOURNEY_AT_LANE
      && self->edited.lane < (int) n)
    heights[self->edited.lane]
        = MAX (heights[self->edited.lane],
               patron_journey_grid_measure_editor (self));
  return heights;
}

static int
measure_card (PatronJourneyGrid  *self,
              PatronJourneySizer *sizer,
              PatronRecord       *card)
{
  const char *title = patron_record_get_text (card, "title");
  guint n_details = patron_journey_count_details (card);
  Height *height = g_hash_table_lookup (self->heights, card);

  if (height != NULL && height->n_details == n_details
      && g_strcmp0 (height->title, title) == 0)
    return height->height;

  height = g_new (Height, 1);
  height->title = g_strdup (title);
  height->n_details = n_details;
  height->height = patron_journey_sizer_measure (sizer, card);
  g_hash_table_insert (self->heights, card, height);
  return height->height;
}

static int *
measure_cards (PatronJourneyGrid *self)
{
  guint n = patron_journey_map_get_n_cards (self->map);
  int *heights = g_new (int, n);
  PatronJourneySizer sizer;

  /* Records come and go; what went would stay here for ever. */
  if (g_hash_table_size (self->heights) > 2 * n + 64)
    g_hash_table_remove_all (self->heights);
  patron_journey_sizer_init (&sizer, self->sample_card,
                             self->metrics.stage_width - 2 * PADDING,
                             patron_journey_grid_is_compact (self));
  for (guint i = 0; i < n; i++)
    {
      PatronRecord *card = patron_journey_map_get_nth_card (self->map, i);

      heights[i] = measure_card (self, &sizer, card);
      if (self->editor != NULL && card == self->edited_record)
        heights[i] = MAX (heights[i],
                          patron_journey_grid_measure_editor (self));
    }
  patron_journey_sizer_clear (&sizer);
  return heights;
}

/**
 * patron_journey_grid_relayout:
 *
 * Lays the map out anew: after a change of its content, of the fonts, of the
 * zoom, or of what is being edited.
 */
void
patron_journey_grid_relayout (PatronJourneyGrid *self)
{
  gboolean compact = patron_journey_grid_is_compact (self);
  g_autofree int *lanes = NULL;
  g_autofree int *cards = NULL;

  if (self->heights == NULL)
    self->heights = g_hash_table_new_full (NULL, NULL, NULL, height_free);
  if (self->measured_compact != compact)
    g_hash_table_remove_all (self->heights);
  self->measured_compact = compact;
  patron_journey_look_init (&self->theme, GTK_WIDGET (self));

  update_metrics (self);
  measure_stages (self);
  lanes = measure_lanes (self);
  cards = measure_cards (self);
  patron_journey_layout_set (
      self->layout, &self->metrics,
      patron_journey_map_get_n_stages (self->map),
      patron_journey_map_get_n_lanes (self->map),
      patron_journey_map_get_cells (self->map), cards, lanes);
  if (self->editor != NULL && self->edited.kind == PATRON_JOURNEY_AT_SLOT)
    patron_journey_layout_set_slot (
        self->layout, self->edited.stage, self->edited.lane,
        patron_journey_grid_measure_editor (self));
  else
    patron_journey_layout_set_slot (self->layout, -1, -1, 0);
  self->stale = FALSE;
}

/* How wide the header column is on the screen. */
int
patron_journey_grid_get_side (PatronJourneyGrid *self)
{
  return ceil (self->lane_width * self->zoom);
}

/* How tall the header row is on the screen, phases included. */
int
patron_journey_grid_get_top (PatronJourneyGrid *self)
{
  return ceil ((self->band_height + self->header_height) * self->zoom);
}
