/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-board.h"

#include <glib/gi18n-lib.h>

#include "patron-kpi-card.h"
#include "patron-near.h"

/* How many cards are filled at once: those of the first view, and those that
 * are filled ahead while nothing else happens. */
#define FIRST_CARDS 8
#define AHEAD_CARDS 2

/**
 * PatronKpiBoard:
 *
 * All KPIs as cards. A card that is out of view is empty until it comes near,
 * or until there is nothing else to do.
 */
struct _PatronKpiBoard
{
  AdwBin          parent_instance;

  GtkFlowBox     *flow;
  GtkAdjustment  *adjustment; /* (unowned) of the scrolled window */
  PatronKpiBook  *book;       /* (unowned) (nullable) */
  PatronDropFunc  drop;
  gpointer        drop_data;
  guint           tick;       /* fills what is in view before it is drawn */
  guint           idle;       /* fills the others */
};

enum
{
  OPENED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronKpiBoard, patron_kpi_board, ADW_TYPE_BIN)

static PatronKpiCard *
get_card (PatronKpiBoard *self,
          int             i)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->flow, i);

  return child != NULL ? PATRON_KPI_CARD (child) : NULL;
}

/* Whether a card is in view, or no more than so many views away from it. */
static gboolean
is_near (PatronKpiBoard *self,
         PatronKpiCard  *card,
         double          views)
{
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double top = gtk_adjustment_get_value (self->adjustment);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self->flow),
                                  &bounds))
    return FALSE;
  return bounds.origin.y < top + page * (1 + views)
         && bounds.origin.y + bounds.size.height > top - page * views;
}

/* All that is in view, and some of what soon will be: not more than leaves the
 * frame time to be drawn. */
static void
fill_near (PatronKpiBoard *self)
{
  PatronKpiCard *card;
  int n = 0;

  if (self->book == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (int i = 0; (card = get_card (self, i)) != NULL; i++)
    if (!patron_kpi_card_is_filled (card)
        && is_near (self, card, n < AHEAD_CARDS ? 0.75 : 0))
      {
        patron_kpi_card_fill (card, self->book);
        n++;
      }
}

static gboolean
idle_cb (gpointer user_data)
{
  PatronKpiBoard *self = user_data;
  PatronKpiCard *card;
  int n = 0;

  for (int i = 0;
       n < AHEAD_CARDS && self->book != NULL
       && (card = get_card (self, i)) != NULL;
       i++)
    if (!patron_kpi_card_is_filled (card))
      {
        patron_kpi_card_fill (card, self->book);
        n++;
      }
  if (n == AHEAD_CARDS)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  PatronKpiBoard *self = PATRON_KPI_BOARD (widget);

  self->tick = 0;
  fill_near (self);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* Not at once: this may be called while widgets get their sizes. */
static void
fill_soon (PatronKpiBoard *self)
{
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb,
                                               NULL, NULL);
}

static GtkWidget *
make_card_cb (gpointer kpi,
              gpointer user_data)
{
  PatronKpiBoard *self = user_data;
  GtkWidget *card = patron_kpi_card_new (kpi);

  patron_reorder_install (card, kpi, self->drop, self->drop_data);
  fill_soon (self);
  return card;
}

static void
activated_cb (PatronKpiBoard *self,
              PatronKpiCard  *card)
{
  g_signal_emit (self, signals[OPENED], 0, patron_kpi_card_get_kpi (card));
}

static void
selected_cb (PatronKpiBoard *self)
{
  g_signal_emit (self, signals[SELECTED], 0,
                 patron_kpi_board_get_selected (self));
}

static void
patron_kpi_board_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (patron_kpi_board_parent_class)->map (widget);

  fill_soon (PATRON_KPI_BOARD (widget));
}

static void
stop (PatronKpiBoard *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->idle, g_source_remove);
}

static void
patron_kpi_board_unmap (GtkWidget *widget)
{
  stop (PATRON_KPI_BOARD (widget));

  GTK_WIDGET_CLASS (patron_kpi_board_parent_class)->unmap (widget);
}

static void
patron_kpi_board_dispose (GObject *object)
{
  PatronKpiBoard *self = PATRON_KPI_BOARD (object);

  stop (self);
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  self->adjustment = NULL;

  G_OBJECT_CLASS (patron_kpi_board_parent_class)->dispose (object);
}

static void
patron_kpi_board_class_init (PatronKpiBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_kpi_board_dispose;
  widget_class->map = patron_kpi_board_map;
  widget_class->unmap = patron_kpi_board_unmap;

  /**
   * PatronKpiBoard::opened:
   * @kpi: the KPI of the card that was activated
   */
  signals[OPENED] = g_signal_new ("opened", PATRON_TYPE_KPI_BOARD,
                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, PATRON_TYPE_RECORD);
  /**
   * PatronKpiBoard::selected:
   * @kpi: (nullable): the KPI of the card that is selected now
   */
  signals[SELECTED] = g_signal_new ("selected", PATRON_TYPE_KPI_BOARD,
                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, PATRON_TYPE_RECORD);
}

static void
patron_kpi_board_init (PatronKpiBoard *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *flow = gtk_flow_box_new ();

  self->flow = GTK_FLOW_BOX (flow);
  gtk_flow_box_set_homogeneous (self->flow, TRUE);
  gtk_flow_box_set_min_children_per_line (self->flow, 1);
  gtk_flow_box_set_max_children_per_line (self->flow, 6);
  gtk_flow_box_set_column_spacing (self->flow, 12);
  gtk_flow_box_set_row_spacing (self->flow, 12);
  gtk_flow_box_set_activate_on_single_click (self->flow, TRUE);
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_SINGLE);
  gtk_widget_set_valign (flow, GTK_ALIGN_START);
  gtk_widget_add_css_class (flow, "patron-kpi-board");
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("KPIs"),
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), flow);
  patron_near_install (GTK_SCROLLED_WINDOW (scroller), flow);
  adw_bin_set_child (ADW_BIN (self), scroller);

  self->adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (scroller));
  g_signal_connect_swapped (self->adjustment, "value-changed",
                            G_CALLBACK (fill_near), self);
  g_signal_connect_swapped (self->adjustment, "changed",
                            G_CALLBACK (fill_soon), self);
  g_signal_connect_swapped (flow, "child-activated",
                            G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (flow, "selected-children-changed",
                            G_CALLBACK (selected_cb), self);
}

/**
 * patron_kpi_board_new:
 * @drop: what happens when a card is dropped on another one
 * @data: user data of @drop
 *
 * Returns: (transfer floating): an empty board
 */
GtkWidget *
patron_kpi_board_new (PatronDropFunc drop,
                      gpointer       data)
{
  PatronKpiBoard *self = g_object_new (PATRON_TYPE_KPI_BOARD, NULL);

  self->drop = drop;
  self->drop_data = data;
  return GTK_WIDGET (self);
}

/**
 * patron_kpi_board_set_kpis:
 * @kpis: (nullable): the KPIs, in their order
 * @book: (nullable): their judgements, which the board borrows
 */
void
patron_kpi_board_set_kpis (PatronKpiBoard *self,
                           GListModel     *kpis,
                           PatronKpiBook  *book)
{
  PatronKpiCard *card;

  stop (self);
  self->book = book;
  gtk_flow_box_bind_model (self->flow, kpis,
                           kpis != NULL ? make_card_cb : NULL, self, NULL);
  if (kpis == NULL)
    return;
  for (int i = 0; i < FIRST_CARDS && (card = get_card (self, i)) != NULL; i++)
    patron_kpi_card_fill (card, book);
}

/**
 * patron_kpi_board_forget:
 *
 * Lets go of all judgements, because the book is about to.
 */
void
patron_kpi_board_forget (PatronKpiBoard *self)
{
  PatronKpiCard *card;

  for (int i = 0; (card = get_card (self, i)) != NULL; i++)
    patron_kpi_card_empty (card);
}

/**
 * patron_kpi_board_refresh:
 *
 * Shows what is so now: in view at once, elsewhere when there is time.
 */
void
patron_kpi_board_refresh (PatronKpiBoard *self)
{
  fill_soon (self);
}

/**
 * patron_kpi_board_get_selected:
 *
 * Returns: (transfer none) (nullable): the KPI of the selected card
 */
PatronRecord *
patron_kpi_board_get_selected (PatronKpiBoard *self)
{
  GList *selected = gtk_flow_box_get_selected_children (self->flow);
  PatronRecord *kpi
      = selected != NULL ? patron_kpi_card_get_kpi (selected->data) : NULL;

  g_list_free (selected);
  return kpi;
}

/**
 * patron_kpi_board_select:
 * @kpi: (nullable): a KPI
 * @focus: whether its card gets the focus, and comes into view
 */
void
patron_kpi_board_select (PatronKpiBoard *self,
                         PatronRecord   *kpi,
                         gboolean        focus)
{
  PatronKpiCard *card;

  for (int i = 0; (card = get_card (self, i)) != NULL; i++)
    if (patron_kpi_card_get_kpi (card) == kpi)
      {
        gtk_flow_box_select_child (self->flow, GTK_FLOW_BOX_CHILD (card));
        if (focus)
          gtk_widget_grab_focus (GTK_WIDGET (card));
        return;
      }
}
