/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts-page"

#include "config.h"

#include "patron-charts-gallery.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-chart-gallery.h"
#include "patron-painted.h"
#include "patron-reorder.h"
#include "patron-row.h"

/* How far beyond the edge charts are drawn already, and from where on they
 * are forgotten, in px. */
#define AHEAD 400
#define FAR 1600
/* How long charts are drawn in one frame, in microseconds: the rest of them
 * follow in the next, as the frame itself needs time. */
#define DRAW_TIME 2500

/**
 * PatronChartsGallery:
 *
 * The charts that the user keeps, and those that the strategy makes by
 * itself, as cards. Cards are drawn when they come into view, some each frame.
 */
struct _PatronChartsGallery
{
  AdwBin           parent_instance;

  GtkWidget       *scrolled;
  GtkWidget       *box;
  GtkFlowBox      *saved_box;  /* (nullable) */
  GListModel      *saved;      /* (owned) (nullable) */
  PatronDocument  *document;   /* (owned) (nullable) */
  GPtrArray       *cards;      /* (element-type PatronChartCard), unowned */
  PatronChartCard *current;    /* (nullable): had the focus last */
  gboolean         shown;      /* a frame at least */
  guint            tick;       /* draws cards before a frame */
  gint64           frame;      /* for which cards were drawn last */
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronChartsGallery, patron_charts_gallery,
                     ADW_TYPE_BIN)

/* The headings, by the pages that the charts are made of. */
static const struct
{
  const char *page;
  const char *label;
} sections[] = {
  { "kpis", N_("KPIs") },
  { "journeys", N_("Journeys and Channels") },
  { "portraits", N_("Segments and Needs") },
  { "goals", N_("Goals and Actions") },
};

/* How far a card is from what is in view, in px; below 0 where it has no
 * place yet. */
static double
get_distance (PatronChartsGallery *self,
              PatronChartCard     *card)
{
  double height = gtk_widget_get_height (self->scrolled);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (card), self->scrolled, &bounds)
      || bounds.size.height <= 0)
    return -1;
  return MAX (0, MAX (bounds.origin.y - height,
                      -bounds.origin.y - bounds.size.height));
}

/* What is in view comes first. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  PatronChartsGallery *self = PATRON_CHARTS_GALLERY (widget);
  gint64 end = g_get_monotonic_time () + DRAW_TIME;
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  /* A window that waits for its new size begins a frame anew. */
  if (frame == self->frame)
    return G_SOURCE_CONTINUE;
  self->frame = frame;
  for (int ahead = 0; ahead < 2; ahead++)
    for (guint i = 0; i < self->cards->len; i++)
      {
        PatronChartCard *card = g_ptr_array_index (self->cards, i);
        double distance = get_distance (self, card);

        if (distance > FAR)
          patron_chart_card_drop (card);
        else if (distance >= 0 && distance <= ahead * AHEAD
                 && patron_chart_card_draw (card)
                 && g_get_monotonic_time () >= end)
          return G_SOURCE_CONTINUE;
      }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_draw (PatronChartsGallery *self)
{
  if (self->tick == 0 && self->shown)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb,
                                               NULL, NULL);
}

/* Charts stay as they were drawn until they are drawn anew. */
static void
refresh (PatronChartsGallery *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    patron_chart_card_refresh (g_ptr_array_index (self->cards, i));
  queue_draw (self);
}

static void
shown_cb (GtkWidget *widget)
{
  PatronChartsGallery *self = PATRON_CHARTS_GALLERY (widget);

  self->shown = gtk_widget_get_mapped (widget);
  queue_draw (self);
}

static void
patron_charts_gallery_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (patron_charts_gallery_parent_class)->map (widget);

  patron_when_painted (widget, shown_cb);
}

static void
patron_charts_gallery_unmap (GtkWidget *widget)
{
  PatronChartsGallery *self = PATRON_CHARTS_GALLERY (widget);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
  self->shown = FALSE;

  GTK_WIDGET_CLASS (patron_charts_gallery_parent_class)->unmap (widget);
}

static void
patron_charts_gallery_direction_changed (GtkWidget       *widget,
                                         GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (patron_charts_gallery_parent_class)
      ->direction_changed (widget, previous);

  refresh (PATRON_CHARTS_GALLERY (widget));
}

static void
patron_charts_gallery_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  GTK_WIDGET_CLASS (patron_charts_gallery_parent_class)
      ->size_allocate (widget, width, height, baseline);
  queue_draw (PATRON_CHARTS_GALLERY (widget));
}

static void
patron_charts_gallery_dispose (GObject *object)
{
  PatronChartsGallery *self = PATRON_CHARTS_GALLERY (object);

  g_clear_object (&self->saved);
  g_clear_object (&self->document);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  self->current = NULL;

  G_OBJECT_CLASS (patron_charts_gallery_parent_class)->dispose (object);
}

static void
patron_charts_gallery_class_init (PatronChartsGalleryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_charts_gallery_dispose;
  GTK_WIDGET_CLASS (klass)->map = patron_charts_gallery_map;
  GTK_WIDGET_CLASS (klass)->unmap = patron_charts_gallery_unmap;
  GTK_WIDGET_CLASS (klass)->direction_changed
      = patron_charts_gallery_direction_changed;
  GTK_WIDGET_CLASS (klass)->size_allocate
      = patron_charts_gallery_size_allocate;

  /**
   * PatronChartsGallery::activated:
   * @card: the card
   *
   * A card was clicked, or chosen with Enter.
   */
  signals[ACTIVATED] = g_signal_new (
      "activated", PATRON_TYPE_CHARTS_GALLERY, G_SIGNAL_RUN_LAST, 0, NULL,
      NULL, NULL, G_TYPE_NONE, 1, PATRON_TYPE_CHART_CARD);
}

static GtkWidget *
new_bar (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_("Charts"));
  GtkWidget *add
      = patron_row_new_button ("list-add-symbolic", _("New Chart"));

  gtk_widget_add_css_class (bar, "patron-list-bar");
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "charts.new");
  gtk_box_append (GTK_BOX (bar), title);
  gtk_box_append (GTK_BOX (bar), add);
  return bar;
}

static void
patron_charts_gallery_init (PatronChartsGallery *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkAdjustment *adjustment;

  self->cards = g_ptr_array_new ();
  self->scrolled = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "patron-charts");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1720);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1720);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (adjustment, "value-changed",
                           G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast",
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::scale-factor",
                           G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_box_append (GTK_BOX (outer), new_bar ());
  gtk_box_append (GTK_BOX (outer), self->scrolled);
  adw_bin_set_child (ADW_BIN (self), outer);
}

/**
 * patron_charts_gallery_new:
 *
 * Returns: (transfer floating): an empty gallery
 */
GtkWidget *
patron_charts_gallery_new (void)
{
  return g_object_new (PATRON_TYPE_CHARTS_GALLERY, NULL);
}

static void
activated_cb (PatronChartsGallery *self,
              GtkFlowBoxChild     *child)
{
  g_signal_emit (self, signals[ACTIVATED], 0, child);
}

static void
focused_cb (PatronChartsGallery     *self,
            GtkEventControllerFocus *focus)
{
  self->current = PATRON_CHART_CARD (
      gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)));
}

static GtkFlowBox *
add_section (PatronChartsGallery *self,
             const char          *label)
{
  GtkWidget *title = gtk_label_new (label);
  GtkWidget *box = gtk_flow_box_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (box), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 4);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (box, "child-activated", G_CALLBACK (activated_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), box);
  return GTK_FLOW_BOX (box);
}

static void
add_card (PatronChartsGallery *self,
          GtkFlowBox          *box,
          GtkWidget           *card)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card, focus);
  gtk_flow_box_append (box, card);
  g_ptr_array_add (self->cards, card);
}

static gboolean
drop_cb (PatronRecord *target,
         PatronRecord *dropped,
         gboolean      after,
         gboolean      commit,
         gpointer      data)
{
  PatronChartsGallery *self = data;
  g_autoptr (PatronRecord) before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean possible = TRUE;

  if (!patron_record_is (dropped, "chart"))
    return FALSE;
  if (!commit)
    return TRUE;
  before = after ? patron_reorder_before (self->saved, target, 1, &possible)
                 : g_object_ref (target);
  if (!patron_document_move (self->document, dropped, before, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                error->message);
  return TRUE;
}

static gboolean
drop_popover_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The action that was chosen runs after the menu has closed. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover_cb,
                   g_object_ref (popover), g_object_unref);
}

/* What can be done with a saved chart without opening it. */
static void
pressed_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y,
            gpointer    data)
{
  GtkWidget *card
      = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  gtk_widget_grab_focus (card);
  g_menu_append (menu, _("_Rename"), "charts.rename");
  g_menu_append (menu, _("_Duplicate"), "charts.duplicate");
  g_menu_append (menu, _("Move _Forward"), "charts.move-up");
  g_menu_append (menu, _("Move _Back"), "charts.move-down");
  g_menu_append (menu, _("Re_move"), "charts.remove");
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, card);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (
      GTK_POPOVER (popover),
      &(GdkRectangle){ .x = (int) x, .y = (int) y, .width = 1, .height = 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
add_saved (PatronChartsGallery *self,
           PatronChartSource   *source)
{
  guint n = g_list_model_get_n_items (self->saved);

  self->saved_box = n > 0 ? add_section (self, _("Saved Charts")) : NULL;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (self->saved, i);
      g_autoptr (PatronQueryResult) result
          = patron_query_result_new_saved (record, source);
      g_autoptr (PatronChartQuery) query = patron_chart_query_from_record (
          record, patron_document_get_registry (self->document), NULL);
      g_autofree char *title = patron_record_get_title (record);
      GtkWidget *card = patron_chart_card_new (self->document, result, query,
                                               title, record);
      GtkGesture *click = gtk_gesture_click_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click),
                                     GDK_BUTTON_SECONDARY);
      g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
      gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (click));
      patron_reorder_install (card, record, drop_cb, self);
      add_card (self, self->saved_box, card);
    }
}

static void
add_made (PatronChartsGallery *self,
          PatronChartSource   *source)
{
  g_autoptr (GPtrArray) items = patron_chart_gallery_new (source);

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkFlowBox *box = NULL;

      for (guint j = 0; j < items->len; j++)
        {
          const PatronGalleryItem *item = g_ptr_array_index (items, j);

          if (strcmp (item->page, sections[i].page) != 0)
            continue;
          if (box == NULL)
            box = add_section (self, _(sections[i].label));
          add_card (self, box,
                    patron_chart_card_new (self->document, item->result,
                                           item->query, item->name, NULL));
        }
    }
}

/**
 * patron_charts_gallery_clear:
 *
 * Removes all cards.
 */
void
patron_charts_gallery_clear (PatronChartsGallery *self)
{
  GtkWidget *child;

  self->current = NULL;
  self->saved_box = NULL;
  g_ptr_array_set_size (self->cards, 0);
  g_clear_object (&self->saved);
  g_clear_object (&self->document);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/**
 * patron_charts_gallery_fill:
 *
 * Shows the charts of @source in place of those before.
 */
void
patron_charts_gallery_fill (PatronChartsGallery *self,
                            PatronChartSource   *source)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scrolled));
  double value = gtk_adjustment_get_value (adjustment);
  PatronDocument *document = patron_chart_source_get_document (source);

  patron_charts_gallery_clear (self);
  self->document = g_object_ref (document);
  self->saved = patron_document_list (document, "chart");
  add_saved (self, source);
  add_made (self, source);
  gtk_adjustment_set_value (adjustment, value);
  queue_draw (self);
}

/**
 * patron_charts_gallery_is_empty:
 *
 * Returns: whether there is no chart at all
 */
gboolean
patron_charts_gallery_is_empty (PatronChartsGallery *self)
{
  return self->cards->len == 0;
}

/**
 * patron_charts_gallery_get_current:
 *
 * Returns: (transfer none) (nullable): the card that had the focus last
 */
PatronChartCard *
patron_charts_gallery_get_current (PatronChartsGallery *self)
{
  return self->current;
}

/**
 * patron_charts_gallery_get_saved:
 *
 * Returns: (transfer none) (nullable): the saved charts
 */
GListModel *
patron_charts_gallery_get_saved (PatronChartsGallery *self)
{
  return self->saved;
}

/**
 * patron_charts_gallery_focus:
 * @saved: (nullable): a saved chart; %NULL for the first of all
 *
 * Moves the focus to a card.
 */
void
patron_charts_gallery_focus (PatronChartsGallery *self,
                             PatronRecord        *saved)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      PatronChartCard *card = g_ptr_array_index (self->cards, i);

      if (saved == NULL || patron_chart_card_get_saved (card) == saved)
        {
          gtk_widget_grab_focus (GTK_WIDGET (card));
          return;
        }
    }
}
