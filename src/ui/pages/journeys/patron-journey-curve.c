/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-curve.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-journey-face.h"
#include "patron-journey-look.h"

/* All sizes are in lines of text. */
#define PADDING 1.4    /* above +2 and below -2 */
#define FELT_SIZE 0.55
#define EXPECTED_SIZE 0.65
#define LABEL_GAP 0.35 /* between a mark and its number */

#define MARK_SIZE 12   /* in the legend, in pixels */

/**
 * PatronJourneyCurve:
 *
 * The experience along a journey: what is felt in each stage against what is
 * expected. A stage that says nothing leaves a gap; nothing is made up.
 */
struct _PatronJourneyCurve
{
  GtkWidget   parent_instance;

  PatronTheme theme;
  int         stage_width;
  guint       n;
  double     *expected; /* (owned) */
  double     *felt;     /* (owned) */
  int         widest;   /* the stage of the largest gap, or -1 */
  int         line;     /* height of a line of text */
};

G_DEFINE_FINAL_TYPE (PatronJourneyCurve, patron_journey_curve,
                     GTK_TYPE_WIDGET)

static double
get_x (PatronJourneyCurve *self,
       guint               stage)
{
  double x = (stage + 0.5) * self->stage_width;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (GTK_WIDGET (self)) - x;
  return x;
}

static double
get_y (PatronJourneyCurve *self,
       double              value)
{
  double padding = PADDING * self->line;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * padding;

  return padding + (2 - value) / 4 * height;
}

static void
trace (PatronJourneyCurve *self,
       cairo_t            *cr,
       const double       *values)
{
  gboolean joined = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      if (!isnan (values[i]) && joined)
        cairo_line_to (cr, get_x (self, i), get_y (self, values[i]));
      else if (!isnan (values[i]))
        cairo_move_to (cr, get_x (self, i), get_y (self, values[i]));
      joined = !isnan (values[i]);
    }
}

static void
set_source (cairo_t      *cr,
            PatronColour  colour)
{
  GdkRGBA rgba = patron_journey_look_colour (colour);

  gdk_cairo_set_source_rgba (cr, &rgba);
}

static void
draw_lines (PatronJourneyCurve *self,
            cairo_t            *cr)
{
  const double dashes[] = { 4, 4 };

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (self->widest >= 0)
    {
      double x = get_x (self, self->widest);

      cairo_move_to (cr, x, get_y (self, self->expected[self->widest]));
      cairo_line_to (cr, x, get_y (self, self->felt[self->widest]));
      cairo_set_line_width (cr, 6);
      set_source (cr, patron_theme_tint (&self->theme,
                                         self->theme.tones[PATRON_TONE_BAD],
                                         0.4));
      cairo_stroke (cr);
    }
  trace (self, cr, self->expected);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  set_source (cr, self->theme.dim);
  cairo_stroke (cr);
  trace (self, cr, self->felt);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, NULL, 0, 0);
  set_source (cr, self->theme.tones[PATRON_TONE_ACCENT]);
  cairo_stroke (cr);
}

static void
draw_label (PatronJourneyCurve *self,
            GtkSnapshot        *snapshot,
            const char         *text,
            PatronColour        colour,
            double              x,
            double              y,
            GtkPositionType     position)
{
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA rgba = patron_journey_look_colour (colour);
  double gap = LABEL_GAP * self->line;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (position == GTK_POS_LEFT)
    x -= 2 * gap + width;
  else if (position == GTK_POS_RIGHT)
    x += 2 * gap;
  else
    x -= width / 2.0;
  if (position == GTK_POS_TOP)
    y -= gap + height;
  else if (position == GTK_POS_BOTTOM)
    y += gap;
  else
    y -= height / 2.0;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

/* On the side of a mark where no line is: above peaks, below dips. */
static GtkPositionType
find_free_side (PatronJourneyCurve *self,
                guint               stage)
{
  double around = 0;
  guint n = 0;

  if (stage > 0 && !isnan (self->felt[stage - 1]))
    {
      around += self->felt[stage - 1];
      n++;
    }
  if (stage + 1 < self->n && !isnan (self->felt[stage + 1]))
    {
      around += self->felt[stage + 1];
      n++;
    }
  if (n > 0 && around / n > self->felt[stage])
    return GTK_POS_BOTTOM;
  return GTK_POS_TOP;
}

static void
draw_marks (PatronJourneyCurve *self,
            GtkSnapshot        *snapshot)
{
  double ring = EXPECTED_SIZE * self->line;
  double disc = FELT_SIZE * self->line;

  for (guint i = 0; i < self->n; i++)
    {
      double x = get_x (self, i);

      if (!isnan (self->expected[i]))
        patron_journey_look_ring (
            snapshot, self->theme.dim, x - ring / 2,
            get_y (self, self->expected[i]) - ring / 2, ring, 1.5);
      if (!isnan (self->felt[i]))
        {
          g_autofree char *mark = patron_journey_draw_scale (self->felt[i]);
          double y = get_y (self, self->felt[i]);

          patron_journey_look_ring (
              snapshot, self->theme.tones[PATRON_TONE_ACCENT], x - disc / 2,
              y - disc / 2, disc, disc / 2);
          draw_label (self, snapshot, mark, self->theme.text, x, y,
                      find_free_side (self, i));
        }
    }
  if (self->widest >= 0)
    draw_label (self, snapshot, _("Largest gap"),
                self->theme.tones[PATRON_TONE_BAD],
                get_x (self, self->widest),
                get_y (self, (self->expected[self->widest]
                              + self->felt[self->widest])
                                 / 2),
                gtk_widget_get_direction (GTK_WIDGET (self))
                        == GTK_TEXT_DIR_RTL
                    ? GTK_POS_LEFT
                    : GTK_POS_RIGHT);
}

static void
patron_journey_curve_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  PatronJourneyCurve *self = PATRON_JOURNEY_CURVE (widget);
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (widget, "0");
  int width = gtk_widget_get_width (widget);
  cairo_t *cr;

  pango_layout_get_pixel_size (layout, NULL, &self->line);
  for (int mark = -2; mark <= 2; mark += 2)
    patron_journey_look_fill (
        snapshot, mark == 0 ? self->theme.axis : self->theme.grid, 0,
        round (get_y (self, mark)), width, 1);
  cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (0, 0, width, gtk_widget_get_height (widget)));
  draw_lines (self, cr);
  cairo_destroy (cr);
  draw_marks (self, snapshot);
}

static void
patron_journey_curve_finalize (GObject *object)
{
  PatronJourneyCurve *self = PATRON_JOURNEY_CURVE (object);

  g_free (self->expected);
  g_free (self->felt);

  G_OBJECT_CLASS (patron_journey_curve_parent_class)->finalize (object);
}

static void
patron_journey_curve_class_init (PatronJourneyCurveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = patron_journey_curve_finalize;
  widget_class->snapshot = patron_journey_curve_snapshot;

  gtk_widget_class_set_css_name (widget_class, "journeycurve");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_IMG);
}

static void
patron_journey_curve_init (PatronJourneyCurve *self)
{
  self->widest = -1;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Experience curve"), -1);
}

GtkWidget *
patron_journey_curve_new (void)
{
  return g_object_new (PATRON_TYPE_JOURNEY_CURVE, NULL);
}

/* Where what is felt falls short of what is expected by most, and by a whole
 * mark at least; of several such stages the first. */
static int
find_widest (PatronJourneyCurve *self)
{
  double most = 0.99;
  int widest = -1;

  for (guint i = 0; i < self->n; i++)
    if (self->expected[i] - self->felt[i] > most)
      {
        most = self->expected[i] - self->felt[i];
        widest = i;
      }
  return widest;
}

static void
describe (PatronJourneyCurve *self,
          PatronJourneyMap   *map)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *stage
          = patron_record_get_title (patron_journey_map_get_stage (map, i));
      g_autofree char *felt = patron_journey_format_scale (self->felt[i]);
      g_autofree char *expected
          = patron_journey_format_scale (self->expected[i]);
      g_autofree char *line = NULL;

      if (!isnan (self->felt[i]) && !isnan (self->expected[i]))
        /* Translators: a stage of a journey, then two marks. */
        line = g_strdup_printf (_("%s: felt %s, expected %s"), stage, felt,
                                expected);
      else if (!isnan (self->felt[i]))
        line = g_strdup_printf (_("%s: felt %s"), stage, felt);
      else if (!isnan (self->expected[i]))
        line = g_strdup_printf (_("%s: expected %s"), stage, expected);
      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                                line);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

/* Shows the experience that the map tells of. */
void
patron_journey_curve_show (PatronJourneyCurve *self,
                           PatronJourneyMap   *map,
                           const PatronTheme  *theme,
                           int                 stage_width)
{
  self->theme = *theme;
  self->stage_width = stage_width;
  self->n = patron_journey_map_get_n_stages (map);
  self->expected = g_renew (double, self->expected, self->n);
  self->felt = g_renew (double, self->felt, self->n);
  for (guint i = 0; i < self->n; i++)
    patron_journey_map_get_experience (map, i, &self->expected[i],
                                       &self->felt[i]);
  self->widest = find_widest (self);
  describe (self, map);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_mark_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  gboolean felt = GPOINTER_TO_INT (user_data);
  PatronTheme theme;

  patron_journey_look_init (&theme, GTK_WIDGET (area));
  set_source (cr, felt ? theme.tones[PATRON_TONE_ACCENT] : theme.dim);
  cairo_arc (cr, width / 2.0, height / 2.0, felt ? 4.5 : 4.75, 0, 2 * G_PI);
  cairo_set_line_width (cr, 1.5);
  if (felt)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
add_legend (GtkWidget  *box,
            const char *text,
            gboolean    felt)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (mark), MARK_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (mark), MARK_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (mark), draw_mark_cb,
                                  GINT_TO_POINTER (felt), NULL);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (box), row);
}

/* What stands beside the curve in the header column: what it is, and which
 * mark is which. */
GtkWidget *
patron_journey_curve_title_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_("Experience"));

  gtk_widget_add_css_class (box, "curve-title");
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), title);
  add_legend (box, _("Felt"), TRUE);
  add_legend (box, _("Expected"), FALSE);
  return box;
}
