/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-welcome.h"

#include <glib/gi18n-lib.h>

#include "patron-date.h"
#include "patron-drafts.h"
#include "patron-entities.h"
#include "patron-location.h"
#include "patron-mnemonic.h"
#include "patron-recent.h"
#include "patron-templates.h"

#define MAX_RECENT 10

/**
 * PatronWelcome:
 *
 * What a window without a document shows: what to begin with, the drafts,
 * and the documents that were open. Everything it does goes through actions.
 */
struct _PatronWelcome
{
  AdwBin        parent_instance;

  GtkFlowBox   *templates;
  GtkWidget    *drafts_group;
  GtkListBox   *drafts;
  GtkListBox   *recent;
  GtkWidget    *no_recent;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (PatronWelcome, patron_welcome, ADW_TYPE_BIN)

static GtkWidget *
new_card (const PatronTemplate *template)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", template->icon_name,
                                  "pixel-size", 32,
                                  NULL);
  GtkWidget *title = gtk_label_new (_(template->title));
  GtkWidget *description = gtk_label_new (_(template->description));
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_set_margin_bottom (icon, 6);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (description, "caption");
  gtk_widget_add_css_class (description, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap (GTK_LABEL (description), TRUE);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_justify (GTK_LABEL (description), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (description), 12);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), description);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "template");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(template->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(template->description), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.new");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    template->id);

  /* The button takes the focus, not the place it stands in. */
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_widget_set_focusable (child, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(template->title), -1);
  return child;
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle,
         const char *icon_name,
         const char *tooltip,
         const char *action,
         const char *target)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
queried_cb (GObject      *file,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info
      = g_file_query_info_finish (G_FILE (file), result, &error);
  g_autofree char *place = NULL;
  g_autofree char *subtitle = NULL;

  if (info != NULL
      || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return;

  /* The list keeps it: a disk that comes back brings it back. */
  place = patron_location_describe_folder (G_FILE (file));
  subtitle = g_strdup_printf (_("No longer in %s"), place);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row),
                                "dialog-warning-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle, -1);
}

/* Returns the place of the row that had the focus, or -1. */
static int
clear (GtkListBox *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int index = -1;
  GtkListBoxRow *row;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (list)))
    {
      if (!GTK_IS_LIST_BOX_ROW (focus))
        focus = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
      index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
    }
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  return index;
}

/* The focus stays where it was, or goes to the row before. */
static void
restore_focus (PatronWelcome *self,
               GtkListBox    *list,
               int            index,
               guint          n_rows)
{
  if (index < 0)
    return;
  if (n_rows > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (
        list, MIN (index, (int) n_rows - 1))));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->templates),
                            GTK_DIR_TAB_FORWARD);
}

/* Where two of one title lie in one folder, the names of the files tell which
 * is which. */
static char *
describe_place (GPtrArray              *items,
                guint                   n_items,
                const PatronRecentItem *item)
{
  g_autofree char *place = patron_location_describe_folder (item->file);
  g_autofree char *name = NULL;
  gboolean alone = TRUE;

  for (guint i = 0; i < n_items && alone; i++)
    {
      const PatronRecentItem *other = g_ptr_array_index (items, i);
      g_autofree char *there = patron_location_describe_folder (other->file);

      alone = other == item || !g_str_equal (there, place)
              || !g_str_equal (other->title, item->title);
    }
  if (alone)
    return g_steal_pointer (&place);
  name = patron_location_get_name (item->file);
  /* Translators: the name of a file, and the folder in which it is. */
  return g_strdup_printf (C_("place", "%s in %s"), name, place);
}

static void
refresh_recent (PatronWelcome *self)
{
  g_autoptr (GPtrArray) items = patron_recent_list ();
  guint n_items = MIN (items->len, MAX_RECENT);
  int index = clear (self->recent);

  for (guint i = 0; i < n_items; i++)
    {
      PatronRecentItem *item = g_ptr_array_index (items, i);
      g_autofree char *uri = g_file_get_uri (item->file);
      g_autofree char *place = describe_place (items, n_items, item);
      g_autofree char *tooltip
          = g_strdup_printf (_("Remove “%s” From the List"), item->title);
      GtkWidget *row = new_row (item->title, place, "window-close-symbolic",
                                tooltip, "win.forget", uri);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
      gtk_list_box_append (self->recent, row);
      g_file_query_info_async (item->file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                               G_FILE_QUERY_INFO_NONE, G_PRIORITY_LOW,
                               self->cancellable, queried_cb,
                               g_object_ref (row));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), n_items > 0);
  gtk_widget_set_visible (self->no_recent, n_items == 0);
  restore_focus (self, self->recent, index, n_items);
}

static void
refresh_drafts (PatronWelcome *self)
{
  g_autoptr (GPtrArray) drafts
      = patron_drafts_list (patron_registry_get_default ());
  int index = clear (self->drafts);

  for (guint i = 0; i < drafts->len; i++)
    {
      PatronDraft *draft = g_ptr_array_index (drafts, i);
      const char *title = *draft->title != '\0'
                              ? draft->title
                              : patron_entity_get_untitled (
                                  &patron_strategy_entity);
      g_autofree char *time = patron_date_time_format (draft->time);
      /* Translators: %s is a date and a time. */
      g_autofree char *subtitle = g_strdup_printf (_("Edited %s"), time);
      g_autofree char *tooltip = g_strdup_printf (_("Discard “%s”…"), title);
      GtkWidget *row = new_row (title, subtitle, "user-trash-symbolic",
                                tooltip, "win.discard-draft", draft->name);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-draft");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s",
                                        draft->name);
      gtk_list_box_append (self->drafts, row);
    }
  gtk_widget_set_visible (self->drafts_group, drafts->len > 0);
  restore_focus (self, self->drafts, index, drafts->len);
}

static void
patron_welcome_dispose (GObject *object)
{
  PatronWelcome *self = PATRON_WELCOME (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PATRON_TYPE_WELCOME);

  G_OBJECT_CLASS (patron_welcome_parent_class)->dispose (object);
}

static void
patron_welcome_class_init (PatronWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_welcome_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/patron_app/Patron/patron-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, PatronWelcome,
                                        templates);
  gtk_widget_class_bind_template_child (widget_class, PatronWelcome,
                                        drafts_group);
  gtk_widget_class_bind_template_child (widget_class, PatronWelcome, drafts);
  gtk_widget_class_bind_template_child (widget_class, PatronWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, PatronWelcome,
                                        no_recent);
}

static void
patron_welcome_init (PatronWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  patron_mnemonic_name_once (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();

  for (guint i = 0; i < patron_n_templates; i++)
    gtk_flow_box_append (self->templates, new_card (&patron_templates[i]));
  patron_welcome_refresh (self);
}

GtkWidget *
patron_welcome_new (void)
{
  return g_object_new (PATRON_TYPE_WELCOME, NULL);
}

/**
 * patron_welcome_refresh:
 *
 * Takes up what was opened, saved and discarded since.
 */
void
patron_welcome_refresh (PatronWelcome *self)
{
  refresh_drafts (self);
  refresh_recent (self);
}
