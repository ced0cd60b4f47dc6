/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journeys-chooser.h"

#include <glib/gi18n-lib.h>

#include "patron-mnemonic.h"

/**
 * PatronJourneysChooser:
 *
 * Says which journey is shown and opens the list of all of them.
 */
struct _PatronJourneysChooser
{
  AdwBin          parent_instance;

  PatronDocument *document; /* (owned) (nullable) */
  PatronRecord   *shown;    /* (owned) (nullable) */
  GtkMenuButton  *button;
  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkWidget      *popover;
  GtkListBox     *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronJourneysChooser, patron_journeys_chooser,
                     ADW_TYPE_BIN)

static char *
get_title_of (PatronJourneysChooser *self,
              PatronRecord          *journey,
              const char            *field,
              const char            *entity)
{
  const PatronValue *id = patron_record_get (journey, field);
  g_autoptr (PatronRecord) record = NULL;

  if (!patron_value_is_null (id))
    record = patron_document_get_record (self->document, entity, id->integer);
  return record != NULL ? patron_record_get_title (record) : NULL;
}

/* Transfer full: the state of a journey and whose it is, in a few words. */
static char *
describe (PatronJourneysChooser *self,
          PatronRecord          *journey)
{
  const PatronEntity *entity = patron_record_get_entity (journey);
  const char *state = patron_field_get_choice_label (
      patron_entity_get_field (entity, "state"),
      patron_record_get_text (journey, "state"));
  g_autofree char *whose = get_title_of (self, journey, "segment", "segment");

  if (whose == NULL)
    whose = get_title_of (self, journey, "portrait", "portrait");
  if (state != NULL && whose != NULL)
    /* Translators: the state of a journey, such as “As is”, then a segment. */
    return g_strdup_printf (C_("journey", "%s · %s"), state, whose);
  return g_strdup (state != NULL ? state : whose != NULL ? whose : "");
}

static void
update (PatronJourneysChooser *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (self->shown == NULL || self->document == NULL)
    return;
  title = patron_record_get_title (self->shown);
  subtitle = describe (self, self->shown);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
      _("Choose Journey"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
}

static GtkWidget *
make_row (PatronJourneysChooser *self,
          PatronRecord          *journey)
{
  g_autofree char *title = patron_record_get_title (journey);
  g_autofree char *subtitle = describe (self, journey);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "journey", g_object_ref (journey),
                          g_object_unref);
  if (journey == self->shown)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }
  return row;
}

/* The list is made when it is opened. */
static void
fill_cb (PatronJourneysChooser *self)
{
  g_autoptr (GListModel) journeys = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (self->document == NULL)
    return;
  journeys = patron_document_list (self->document, "journey");
  for (guint i = 0; i < g_list_model_get_n_items (journeys); i++)
    {
      g_autoptr (PatronRecord) journey = g_list_model_get_item (journeys, i);

      gtk_list_box_append (self->list, make_row (self, journey));
    }
}

static void
activated_cb (PatronJourneysChooser *self,
              GtkListBoxRow         *row)
{
  g_autoptr (PatronRecord) journey
      = g_object_ref (g_object_get_data (G_OBJECT (row), "journey"));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[CHOSEN], 0, journey);
}

static void
patron_journeys_chooser_dispose (GObject *object)
{
  PatronJourneysChooser *self = PATRON_JOURNEYS_CHOOSER (object);

  g_clear_object (&self->document);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (patron_journeys_chooser_parent_class)->dispose (object);
}

static void
patron_journeys_chooser_class_init (PatronJourneysChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_journeys_chooser_dispose;

  /**
   * PatronJourneysChooser::chosen:
   * @journey: the journey that was chosen
   */
  signals[CHOSEN]
      = g_signal_new ("chosen", PATRON_TYPE_JOURNEYS_CHOOSER,
                      G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                      PATRON_TYPE_RECORD);
}

static GtkWidget *
make_add (const char *label,
          const char *action)
{
  GtkWidget *button = patron_mnemonic_button_new (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)),
                         GTK_ALIGN_START);
  return button;
}

static GtkWidget *
make_popover (PatronJourneysChooser *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Journeys"), -1);
  g_signal_connect_object (self->list, "row-activated",
                           G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (
      GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 GTK_WIDGET (self->list));
  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box),
                  make_add (_("New Journey in _Five Steps"), "journeys.new"));
  gtk_box_append (GTK_BOX (box),
                  make_add (_("New _Empty Journey"), "journeys.new-empty"));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover, "show", G_CALLBACK (fill_cb), self,
                           G_CONNECT_SWAPPED);
  return popover;
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
patron_journeys_chooser_init (PatronJourneysChooser *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = make_label ("heading");
  GtkWidget *subtitle = make_label ("caption");

  self->button = GTK_MENU_BUTTON (button);
  self->title = GTK_LABEL (title);
  self->subtitle = GTK_LABEL (subtitle);
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_box_append (GTK_BOX (labels), title);
  gtk_box_append (GTK_BOX (labels), subtitle);
  gtk_widget_set_valign (labels, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), labels);
  gtk_box_append (GTK_BOX (content),
                  gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (self->button, content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Choose Journey"));
  self->popover = make_popover (self);
  gtk_menu_button_set_popover (self->button, self->popover);
  adw_bin_set_child (ADW_BIN (self), button);
}

GtkWidget *
patron_journeys_chooser_new (void)
{
  return g_object_new (PATRON_TYPE_JOURNEYS_CHOOSER, NULL);
}

/**
 * patron_journeys_chooser_set_document:
 * @document: (nullable): whose journeys can be chosen
 */
void
patron_journeys_chooser_set_document (PatronJourneysChooser *self,
                                      PatronDocument        *document)
{
  patron_journeys_chooser_set_shown (self, NULL);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, update, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_object (document, "changed", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
}

/**
 * patron_journeys_chooser_set_shown:
 * @journey: (nullable): the journey that is shown
 */
void
patron_journeys_chooser_set_shown (PatronJourneysChooser *self,
                                   PatronRecord          *journey)
{
  g_set_object (&self->shown, journey);
  update (self);
}
