/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journeys-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-mnemonic.h"

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
  g_autofree char *text = g_strdup_printf (C_("zoom", "%d %%"), percent);

  gtk_button_set_label (self->zoom_button, text);
}

static gboolean
follow_folded_cb (gpointer user_data)
{
  PatronJourneysPage *self = user_data;
  gboolean folded = patron_side_pane_get_folded (self->side);

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

static GtkWidget *
make_button (const char *icon,
             const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_zoom (PatronJourneysPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new ();

  self->zoom_button = GTK_BUTTON (button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  "journeys.zoom-reset");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "zoom");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Normal Size"));
  gtk_box_append (GTK_BOX (box),
                  make_button ("zoom-out-symbolic", _("Zoom Out"),
                               "journeys.zoom-out"));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), make_button ("zoom-in-symbolic",
                                              _("Zoom In"),
                                              "journeys.zoom-in"));
  return box;
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) add = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  g_menu_append (edit, _("_Rename"), "journeys.rename");
  g_menu_append (edit, _("Du_plicate"), "journeys.duplicate");
  g_menu_append (edit, _("Duplicate as _To-Be"), "journeys.duplicate-to-be");
  g_menu_append (add, _("Add _Stage"), "journeys.add-stage");
  g_menu_append (add, _("Add _Lane"), "journeys.add-lane");
  g_menu_append (view, _("Show _Hidden Lanes"), "journeys.show-hidden");
  g_menu_append (view, _("Zoom _In"), "journeys.zoom-in");
  g_menu_append (view, _("Zoom _Out"), "journeys.zoom-out");
  g_menu_append (view, _("_Normal Size"), "journeys.zoom-reset");
  g_menu_append (remove, _("_Export…"), "win.export");
  g_menu_append (remove, _("Remove _Journey"), "journeys.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Journey Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Journey Menu"), -1);
  return button;
}

static GtkWidget *
make_toolbar (PatronJourneysPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *chooser = patron_journeys_chooser_new ();
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *toggle = gtk_toggle_button_new ();

  self->chooser = PATRON_JOURNEYS_CHOOSER (chooser);
  self->zoom_box = make_zoom (self);
  self->counterpart = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->counterpart),
                                  "journeys.counterpart");
  gtk_widget_set_valign (self->counterpart, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_button_set_icon_name (GTK_BUTTON (toggle), "sidebar-show-right-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle),
                                  "journeys.show-pane");
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (toggle, _("Details"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Details"), -1);
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_box_append (GTK_BOX (bar), chooser);
  gtk_box_append (GTK_BOX (bar), self->counterpart);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), self->zoom_box);
  gtk_box_append (GTK_BOX (bar), toggle);
  gtk_box_append (GTK_BOX (bar), make_menu_button ());
  g_signal_connect_object (chooser, "chosen",
                           G_CALLBACK (patron_journeys_page_show), self,
                           G_CONNECT_SWAPPED);
  return bar;
}

static GtkWidget *
make_start (const char *title,
            const char *description,
            const char *label,
            const char *action,
            const char *other_label,
            const char *other_action)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = patron_mnemonic_button_new (label);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status),
                                 "patron-journeys-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), description);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  if (other_label != NULL)
    {
      GtkWidget *other = patron_mnemonic_button_new (other_label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (other), other_action);
      gtk_widget_add_css_class (other, "pill");
      gtk_box_append (GTK_BOX (box), other);
    }
  adw_status_page_set_child (ADW_STATUS_PAGE (status), box);
  return status;
}

static GtkWidget *
make_map (PatronJourneysPage *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = patron_journey_grid_new ();
  GtkWidget *starts = gtk_stack_new ();

  self->grid = PATRON_JOURNEY_GRID (grid);
  self->starts = GTK_STACK (starts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Journey map"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_stack_add_named (
      self->starts,
      make_start (_("An Empty Map"),
                  _("Stages are the steps that a customer takes, from left "
                    "to right."),
                  _("Add the First _Stage"), "journeys.add-stage",
                  _("Use the _Five Steps"), "journeys.fill"),
      "stages");
  gtk_stack_add_named (
      self->starts,
      make_start (_("No Lanes Yet"),
                  _("Lanes hold what happens in each stage: touchpoints, "
                    "what the customer does, thinks and feels."),
                  _("Add _Touchpoints"), "journeys.add-touchpoints", NULL,
                  NULL),
      "lanes");
  gtk_widget_set_valign (starts, GTK_ALIGN_END);
  gtk_widget_set_visible (starts, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), starts);
  return overlay;
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
  self->wants_pane = TRUE;
  gtk_box_append (GTK_BOX (content), make_toolbar (self));
  gtk_box_append (GTK_BOX (content), make_map (self));
  self->pane = PATRON_JOURNEYS_PANE (patron_journeys_pane_new ());
  side = patron_side_pane_new (content, GTK_WIDGET (self->pane));
  self->side = PATRON_SIDE_PANE (side);
  gtk_stack_add_named (
      self->levels,
      make_start (_("How Do Customers Come and Stay?"),
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
