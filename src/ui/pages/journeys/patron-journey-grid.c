/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

#include <adwaita.h>

#include "patron-journey-card.h"
#include "patron-journey-curve.h"
#include "patron-journeys-resources.h"
#include "patron-style.h"

/**
 * PatronJourneyGrid:
 *
 * A journey map that can be edited: stages as columns, lanes as rows, cards
 * in the cells. The headers stay when the cells scroll. Widgets are made for
 * what can be seen only, so a map may hold thousands of cards; where they
 * all are is known from #PatronJourneyLayout. Everything that is shown comes
 * from #PatronJourneyMap, everything that is changed goes to the document.
 */

enum
{
  PROP_SELECTED = 1,
  PROP_ZOOM,
  PROP_EDITING,
  N_OWN_PROPS,
  PROP_HADJUSTMENT = N_OWN_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_OWN_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (PatronJourneyGrid, patron_journey_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      NULL))

/* Tells the user why something did not work. */
void
patron_journey_grid_report (PatronJourneyGrid *self,
                            const GError      *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              error->message);
}

gboolean
patron_journey_grid_is_read_only (PatronJourneyGrid *self)
{
  PatronDocument *document = patron_journey_map_get_document (self->map);

  return document == NULL || patron_document_get_read_only (document);
}

static gboolean
is_placed (PatronJourneyGrid *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) > 0;
}

/**
 * patron_journey_grid_invalidate:
 *
 * Lays out and fills anew, because what is shown has changed.
 */
void
patron_journey_grid_invalidate (PatronJourneyGrid *self)
{
  gboolean focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
                   && self->editor == NULL;
  GtkWidget *widget;

  patron_journey_grid_relayout (self);
  patron_journey_grid_keep_cursor (self);
  if (is_placed (self))
    patron_journey_grid_settle (self);
  patron_journey_grid_realise (self, TRUE);
  widget = patron_journey_grid_get_widget (self, &self->cursor);
  if (focus && widget != NULL)
    gtk_widget_grab_focus (widget);
  patron_journey_curve_show (PATRON_JOURNEY_CURVE (self->curve), self->map,
                             &self->theme, self->metrics.stage_width);
  patron_journey_grid_update_actions (self);
  patron_journey_grid_queue (self);
}

/* Another journey is seen from its beginning. */
static void
start_over (PatronJourneyGrid *self)
{
  patron_journey_grid_drop_editor (self);
  self->journey = patron_journey_map_get_journey (self->map);
  self->cursor = (PatronJourneyPlace) { PATRON_JOURNEY_AT_NOWHERE, -1, -1,
                                        -1 };
  g_clear_object (&self->cursor_record);
  self->scroll_x = 0;
  self->scroll_y = 0;
}

static void
map_changed_cb (PatronJourneyGrid *self)
{
  PatronJourneyPlace place;

  if (self->journey != patron_journey_map_get_journey (self->map))
    start_over (self);
  /* What is being edited may be gone, by undo or by somebody else. */
  if (self->editor != NULL && self->edited_record != NULL
      && !patron_journey_map_find (self->map, self->edited_record, &place))
    patron_journey_grid_drop_editor (self);
  else if (self->editor != NULL && self->edited_record != NULL)
    self->edited = place;
  patron_journey_grid_invalidate (self);
}

static void
restyle_cb (PatronJourneyGrid *self)
{
  if (self->heights != NULL)
    g_hash_table_remove_all (self->heights);
  for (guint i = 0; i < self->shown->len; i++)
    {
      PatronJourneyShown *shown
          = &g_array_index (self->shown, PatronJourneyShown, i);

      if (PATRON_IS_JOURNEY_CARD (shown->widget))
        patron_journey_card_restyle (PATRON_JOURNEY_CARD (shown->widget));
    }
  patron_journey_grid_invalidate (self);
}

static void
scrolled_cb (PatronJourneyGrid *self,
             GtkAdjustment     *adjustment)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (self->settling)
    return;
  if (adjustment == self->vadjustment)
    self->scroll_y = value;
  else if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    self->scroll_x = gtk_adjustment_get_upper (adjustment)
                     - gtk_adjustment_get_page_size (adjustment) - value;
  else
    self->scroll_x = value;
  patron_journey_grid_realise (self, FALSE);
  patron_journey_grid_queue (self);
}

static void
set_adjustment (PatronJourneyGrid  *self,
                GtkAdjustment     **place,
                GtkAdjustment      *adjustment)
{
  if (*place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed",
                             G_CALLBACK (scrolled_cb), self,
                             G_CONNECT_SWAPPED);
  if (is_placed (self))
    patron_journey_grid_settle (self);
}

static void
patron_journey_grid_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);

  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? patron_journey_layout_get_width (self->layout)
                       + self->lane_width
                 : patron_journey_layout_get_height (self->layout)
                       + self->band_height + self->header_height;
  *natural = MAX (*natural, *minimum);
}

static void
patron_journey_grid_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);

  if (self->stale || width != self->laid_width)
    {
      patron_journey_grid_relayout (self);
      patron_journey_grid_queue (self);
    }
  self->laid_width = width;
  patron_journey_grid_settle (self);
  if (self->revealing)
    {
      self->revealing = FALSE;
      patron_journey_grid_scroll_to (self, &self->cursor);
    }
  patron_journey_grid_realise (self, FALSE);
  patron_journey_grid_allocate (self);
}

/* The map is one stop of the Tab key; arrows lead around in it. */
static gboolean
patron_journey_grid_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
patron_journey_grid_grab_focus (GtkWidget *widget)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);
  PatronJourneyPlace place = self->cursor;

  if (self->editor != NULL)
    return gtk_widget_grab_focus (self->editor);
  if (place.kind == PATRON_JOURNEY_AT_NOWHERE)
    place = patron_journey_layout_walk (self->layout, &place,
                                        PATRON_JOURNEY_TOP);
  patron_journey_grid_set_cursor (self, &place, TRUE);
  return gtk_widget_get_focus_child (widget) != NULL;
}

static void
patron_journey_grid_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, self->editor != NULL);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hpolicy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vpolicy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
patron_journey_grid_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      patron_journey_grid_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hpolicy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vpolicy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
patron_journey_grid_dispose (GObject *object)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (object);

  if (self->body != NULL)
    {
      patron_journey_grid_drop_editor (self);
      g_array_set_size (self->shown, 0);
      g_array_set_size (self->bands, 0);
      g_clear_pointer (&self->cards, patron_journey_pool_free);
      g_clear_pointer (&self->slots, patron_journey_pool_free);
      g_clear_pointer (&self->stages, patron_journey_pool_free);
      g_clear_pointer (&self->lanes, patron_journey_pool_free);
      g_clear_pointer (&self->phases, patron_journey_pool_free);
      g_clear_pointer (&self->menu, gtk_widget_unparent);
      g_clear_pointer (&self->body, gtk_widget_unparent);
      g_clear_pointer (&self->top, gtk_widget_unparent);
      g_clear_pointer (&self->side, gtk_widget_unparent);
      g_clear_pointer (&self->corner, gtk_widget_unparent);
    }
  g_clear_object (&self->map);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->cursor_record);
  g_clear_object (&self->selected);
  g_clear_object (&self->edited_record);
  g_clear_object (&self->dragged);

  G_OBJECT_CLASS (patron_journey_grid_parent_class)->dispose (object);
}

static void
patron_journey_grid_finalize (GObject *object)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (object);

  patron_journey_layout_free (self->layout);
  g_clear_pointer (&self->heights, g_hash_table_unref);
  g_array_unref (self->shown);
  g_array_unref (self->bands);

  G_OBJECT_CLASS (patron_journey_grid_parent_class)->finalize (object);
}

static void
patron_journey_grid_class_init (PatronJourneyGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = patron_journey_grid_get_property;
  object_class->set_property = patron_journey_grid_set_property;
  object_class->dispose = patron_journey_grid_dispose;
  object_class->finalize = patron_journey_grid_finalize;
  widget_class->measure = patron_journey_grid_measure;
  widget_class->size_allocate = patron_journey_grid_size_allocate;
  widget_class->focus = patron_journey_grid_focus;
  widget_class->grab_focus = patron_journey_grid_grab_focus;

  properties[PROP_SELECTED] = g_param_spec_object (
      "selected", NULL, NULL, PATRON_TYPE_RECORD,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double (
      "zoom", NULL, NULL, PATRON_JOURNEY_MIN_ZOOM, PATRON_JOURNEY_MAX_ZOOM, 1,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITING] = g_param_spec_boolean (
      "editing", NULL, NULL, FALSE,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_OWN_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT,
                                    "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT,
                                    "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY,
                                    "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY,
                                    "vscroll-policy");

  patron_journeys_register_resource ();
  patron_style_add_resource (
      "/io/github/patron_app/Patron/journeys/patron-journeys.css");
  patron_journey_grid_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "journeygrid");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GRID);
}

static void
patron_journey_grid_init (PatronJourneyGrid *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->map = patron_journey_map_new ();
  self->layout = patron_journey_layout_new ();
  self->shown = g_array_new (FALSE, FALSE, sizeof (PatronJourneyShown));
  self->bands = g_array_new (FALSE, FALSE, sizeof (PatronJourneyBand));
  self->cursor.kind = PATRON_JOURNEY_AT_NOWHERE;
  self->zoom = 1;
  self->stale = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  patron_journey_grid_make_children (self);
  patron_journey_grid_add_pointer (self);
  patron_journey_grid_add_typing (self);

  g_signal_connect_object (self->map, "changed", G_CALLBACK (map_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi",
                           G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name",
                           G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (restyle_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
patron_journey_grid_new (void)
{
  return g_object_new (PATRON_TYPE_JOURNEY_GRID, NULL);
}

/**
 * patron_journey_grid_get_map:
 *
 * Returns: (transfer none): what is shown; set its journey to show another
 */
PatronJourneyMap *
patron_journey_grid_get_map (PatronJourneyGrid *self)
{
  return self->map;
}

/**
 * patron_journey_grid_get_selected:
 *
 * Returns: (transfer none) (nullable): the stage, lane or card selected
 */
PatronRecord *
patron_journey_grid_get_selected (PatronJourneyGrid *self)
{
  return self->selected;
}

double
patron_journey_grid_get_zoom (PatronJourneyGrid *self)
{
  return self->zoom;
}

/* Zooms, and keeps what is in the middle in the middle. */
void
patron_journey_grid_set_zoom (PatronJourneyGrid *self,
                              double             zoom)
{
  double ratio, width, height;

  zoom = CLAMP (zoom, PATRON_JOURNEY_MIN_ZOOM, PATRON_JOURNEY_MAX_ZOOM);
  if (self->zoom == zoom)
    return;
  ratio = zoom / self->zoom;
  width = gtk_widget_get_width (self->body) / 2.0;
  height = gtk_widget_get_height (self->body) / 2.0;
  self->scroll_x = MAX ((self->scroll_x + width) * ratio - width, 0);
  self->scroll_y = MAX ((self->scroll_y + height) * ratio - height, 0);
  self->zoom = zoom;
  patron_journey_grid_invalidate (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/* How many widgets there are for places of the map: for tests. */
guint
patron_journey_grid_count_widgets (PatronJourneyGrid *self)
{
  return patron_journey_pool_count (self->cards)
         + patron_journey_pool_count (self->slots)
         + patron_journey_pool_count (self->stages)
         + patron_journey_pool_count (self->lanes)
         + patron_journey_pool_count (self->phases);
}
