/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journeys-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-isolate.h"

/* From here on the pane is there from the beginning. */
#define WIDE_ENOUGH 1080

/**
 * PatronJourneysPage:
 *
 * The journeys of the strategy: one of them as a map to edit, and beside it
 * everything that is known of what is selected there.
 */
G_DEFINE_FINAL_TYPE (PatronJourneysPage, patron_journeys_page,
                     PATRON_TYPE_PAGE)

enum
{
  PROP_PANE_SHOWN = 1,
  PROP_HIDDEN_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static PatronJourneyMap *
get_map (PatronJourneysPage *self)
{
  return patron_journey_grid_get_map (self->grid);
}

/* A map without stages or lanes says what comes first. */
static void
update_start (PatronJourneysPage *self)
{
  PatronJourneyMap *map = get_map (self);
  const char *start = NULL;

  if (patron_journey_map_get_n_stages (map) == 0)
    start = "stages";
  else if (patron_journey_map_get_n_lanes (map) == 0
           && patron_journey_map_get_n_hidden (map) == 0)
    start = "lanes";
  if (start != NULL)
    gtk_stack_set_visible_child_name (self->starts, start);
  gtk_widget_set_visible (GTK_WIDGET (self->starts),
                          start != NULL && self->shown != NULL
                              && !patron_journey_grid_is_editing (self->grid));
}

static void
update_counterpart (PatronJourneysPage *self)
{
  const PatronValue *id;
  g_autoptr (PatronRecord) other = NULL;

  if (self->shown != NULL)
    {
      id = patron_record_get (self->shown, "counterpart");
      if (!patron_value_is_null (id))
        other = patron_document_get_record (
            patron_page_get_document (PATRON_PAGE (self)), "journey",
            id->integer);
    }
  gtk_widget_set_visible (self->counterpart, other != NULL);
  if (other != NULL)
    {
      const char *state = patron_field_get_choice_label (
          patron_entity_get_field (patron_record_get_entity (other), "state"),
          patron_record_get_text (other, "state"));
      g_autofree char *title = patron_record_get_title (other);
      g_autofree char *text = NULL;

      /* Translators: %s is the title of a journey. */
      text = g_strdup_printf (_("Go to “%s”"), title);
      gtk_button_set_label (GTK_BUTTON (self->counterpart),
                            state != NULL ? state : _("Counterpart"));
      gtk_widget_set_tooltip_text (self->counterpart, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->counterpart),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
    }
}

static void
update_pane (PatronJourneysPage *self)
{
  PatronRecord *record = patron_journey_grid_get_selected (self->grid);

  /* Nothing is bound while nobody sees it. */
  if (!patron_side_pane_get_shown (self->side))
    record = NULL;
  else if (record == NULL)
    record = self->shown;
  patron_journeys_pane_set_record (self->pane, record);
}

static void
update_zoom (PatronJourneysPage *self)
{
  int percent = (int) lround (100 * patron_journey_grid_get_zoom (self->grid));
  /* Translators: how large the map is shown. */
  g_autofree char *number = g_strdup_printf (C_("zoom", "%d %%"), percent);
  g_autofree char *text = patron_isolate_number (number);

  gtk_button_set_label (self->zoom_button, text);
}

static gboolean
follow_folded_cb (gpointer user_data)
{
  PatronJourneysPage *self = user_data;
  gboolean folded = patron_side_pane_get_folded (self->side);

  if (!self->mapped)
    self->wants_pane
        = gtk_widget_get_width (GTK_WIDGET (self)) >= WIDE_ENOUGH;
  self->mapped = TRUE;
  self->fold_source = 0;
  gtk_widget_set_visible (self->zoom_box, !folded);
  /* A pane that lies over the map is in the way until it is called. */
  patron_side_pane_set_shown (self->side, !folded && self->wants_pane);
  return G_SOURCE_REMOVE;
}

/* It folds while sizes are given out, when none may be asked for. */
static void
folded_cb (PatronJourneysPage *self)
{
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE,
                                         follow_folded_cb, self, NULL);
}

static void
pane_shown_cb (PatronJourneysPage *self)
{
  if (!patron_side_pane_get_folded (self->side) && self->fold_source == 0)
    self->wants_pane = patron_side_pane_get_shown (self->side);
  update_pane (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_SHOWN]);
}

static void
map_changed_cb (PatronJourneysPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDDEN_SHOWN]);
  update_start (self);
  update_counterpart (self);
  patron_journeys_page_update_actions (self);
}

/**
 * patron_journeys_page_show:
 * @journey: (nullable): the journey to show
 */
void
patron_journeys_page_show (PatronJourneysPage *self,
                           PatronRecord       *journey)
{
  PatronDocument *document = patron_page_get_document (PATRON_PAGE (self));

  patron_journey_grid_end_edit (self->grid);
  g_set_object (&self->shown, journey);
  for (guint i = 0; journey != NULL; i++)
    {
      g_autoptr (PatronRecord) item
          = g_list_model_get_item (self->journeys, i);

      if (item == NULL)
        break;
      if (item == journey)
        self->index = i;
    }
  patron_journey_map_set (get_map (self), document, journey);
  patron_journeys_chooser_set_shown (self->chooser, journey);
  gtk_stack_set_visible_child_name (self->levels,
                                    journey != NULL ? "map" : "empty");
  update_pane (self);
  update_start (self);
  update_counterpart (self);
  patron_page_set_exportable (PATRON_PAGE (self),
                              journey != NULL ? "journey" : NULL,
                              journey != NULL ? patron_record_get_id (journey)
                                              : 0);
  patron_journeys_page_update_actions (self);
}

/* When the journey that is shown is gone, its neighbour is shown. */
static void
journeys_changed_cb (PatronJourneysPage *self)
{
  guint n = g_list_model_get_n_items (self->journeys);
  g_autoptr (PatronRecord) journey = NULL;

  if (self->shown != NULL && patron_record_get_exists (self->shown))
    return;
  if (n > 0)
    journey = g_list_model_get_item (self->journeys, MIN (self->index, n - 1));
  patron_journeys_page_show (self, journey);
}

static void
patron_journeys_page_document_set (PatronPage     *page,
                                   PatronDocument *document)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (page);

  patron_journey_grid_end_edit (self->grid);
  patron_journeys_pane_flush (self->pane);
  patron_journeys_pane_set_record (self->pane, NULL);
  if (self->journeys != NULL)
    g_signal_handlers_disconnect_by_data (self->journeys, self);
  g_clear_object (&self->journeys);
  g_clear_object (&self->shown);
  patron_journey_map_set (get_map (self), NULL, NULL);
  patron_journeys_chooser_set_document (self->chooser, document);
  patron_journeys_pane_set_document (self->pane, document);
  if (document == NULL)
    return;

  self->index = 0;
  self->journeys = patron_document_list (document, "journey");
  g_signal_connect_object (self->journeys, "items-changed",
                           G_CALLBACK (journeys_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::read-only",
                           G_CALLBACK (patron_journeys_page_update_actions),
                           self, G_CONNECT_SWAPPED);
  journeys_changed_cb (self);
}

static PatronRecord *
get_referred (PatronJourneysPage *self,
              PatronRecord       *record,
              const char         *reference)
{
  return patron_document_get_record (
      patron_page_get_document (PATRON_PAGE (self)), reference,
      patron_record_get_integer (record, reference));
}

/* Transfer full: the journey that @record is or stands on. */
static PatronRecord *
find_journey (PatronJourneysPage *self,
              PatronRecord       *record)
{
  g_autoptr (PatronRecord) stage = NULL;

  if (patron_record_is (record, "journey"))
    return g_object_ref (record);
  if (patron_record_is (record, "stage") || patron_record_is (record, "lane"))
    return get_referred (self, record, "journey");
  if (patron_record_is (record, "card"))
    stage = get_referred (self, record, "stage");
  return stage != NULL ? get_referred (self, stage, "journey") : NULL;
}

static gboolean
patron_journeys_page_show_record (PatronPage   *page,
                                  PatronRecord *record)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (page);
  g_autoptr (PatronRecord) journey = NULL;

  if (!patron_record_get_exists (record))
    return FALSE;
  journey = find_journey (self, record);
  if (journey == NULL)
    return FALSE;
  if (journey != self->shown)
    patron_journeys_page_show (self, journey);
  if (record != journey)
    return patron_journey_grid_show_record (self->grid, record);
  patron_journey_grid_select (self->grid, NULL);
  return TRUE;
}

static void
patron_journeys_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (patron_journeys_page_parent_class)->map (widget);

  folded_cb (PATRON_JOURNEYS_PAGE (widget));
}

static gboolean
patron_journeys_page_grab_focus (GtkWidget *widget)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (widget);

  if (self->shown == NULL)
    return gtk_widget_child_focus (
        gtk_stack_get_visible_child (self->levels), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
patron_journeys_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (object);

  switch (prop_id)
    {
    case PROP_PANE_SHOWN:
      g_value_set_boolean (value, patron_side_pane_get_shown (self->side));
      break;
    case PROP_HIDDEN_SHOWN:
      g_value_set_boolean (
          value, patron_journey_map_get_show_hidden (get_map (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
patron_journeys_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (object);

  switch (prop_id)
    {
    case PROP_PANE_SHOWN:
      patron_side_pane_set_shown (self->side, g_value_get_boolean (value));
      break;
    case PROP_HIDDEN_SHOWN:
      patron_journey_map_set_show_hidden (get_map (self),
                                          g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
patron_journeys_page_dispose (GObject *object)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_object (&self->journeys);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (patron_journeys_page_parent_class)->dispose (object);
}

static void
patron_journeys_page_class_init (PatronJourneysPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = patron_journeys_page_get_property;
  object_class->set_property = patron_journeys_page_set_property;
  object_class->dispose = patron_journeys_page_dispose;
  widget_class->map = patron_journeys_page_map;
  widget_class->grab_focus = patron_journeys_page_grab_focus;
  PATRON_PAGE_CLASS (klass)->document_set
      = patron_journeys_page_document_set;
  PATRON_PAGE_CLASS (klass)->show_record = patron_journeys_page_show_record;

  /* What the actions of the same names show and change. */
  properties[PROP_PANE_SHOWN] = g_param_spec_boolean (
      "pane-shown", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HIDDEN_SHOWN] = g_param_spec_boolean (
      "hidden-shown", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  patron_journeys_page_install_actions (widget_class);
}

static void
connect_signals (PatronJourneysPage *self)
{
  g_signal_connect_object (self->grid, "notify::selected",
                           G_CALLBACK (update_pane), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "notify::zoom",
                           G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "notify::editing",
                           G_CALLBACK (update_start), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_map (self), "changed",
                           G_CALLBACK (map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->side, "notify::folded",
                           G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->side, "notify::shown",
                           G_CALLBACK (pane_shown_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
patron_journeys_page_init (PatronJourneysPage *self)
{
  GtkWidget *levels = gtk_stack_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *side;

  self->levels = GTK_STACK (levels);
  gtk_box_append (GTK_BOX (content), patron_journeys_page_make_toolbar (self));
  gtk_box_append (GTK_BOX (content), patron_journeys_page_make_map (self));
  self->pane = PATRON_JOURNEYS_PANE (patron_journeys_pane_new ());
  side = patron_side_pane_new (content, GTK_WIDGET (self->pane));
  self->side = PATRON_SIDE_PANE (side);
  gtk_stack_add_named (
      self->levels,
      patron_journeys_page_make_start (_("How Do Customers Come and Stay?"),
                  _("A journey shows their way through your business, before, "
                    "during and after they buy. Begin with five steps: "
                    "aware, trial, purchase, multiple purchase, loyalty."),
                  _("New _Journey"), "journeys.new", NULL, NULL),
      "empty");
  gtk_stack_add_named (self->levels, side, "map");
  adw_bin_set_child (ADW_BIN (self), levels);
  connect_signals (self);
  update_zoom (self);
  update_counterpart (self);
}
