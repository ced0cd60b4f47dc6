/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-preferences.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-dialog.h"
#include "patron-earlier.h"
#include "patron-recent.h"
#include "patron-settings.h"
#include "patron-work-copy.h"

#define PATRON_TYPE_PREFERENCES (patron_preferences_get_type ())

G_DECLARE_FINAL_TYPE (PatronPreferences, patron_preferences, PATRON,
                      PREFERENCES, PatronDialog)

struct _PatronPreferences
{
  PatronDialog     parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget       *appearance;
  AdwComboRow     *style;
  AdwActionRow    *earlier;
  GtkWidget       *erase_earlier;
  AdwActionRow    *history;
  GtkWidget       *erase_history;
};

G_DEFINE_FINAL_TYPE (PatronPreferences, patron_preferences,
                     PATRON_TYPE_DIALOG)

static void
style_selected_cb (PatronPreferences *self)
{
  GSettings *settings = patron_settings_get ();

  g_settings_set_enum (settings, "style",
                       (int) adw_combo_row_get_selected (self->style));
  patron_preferences_apply ();
}

static void
clear_recent_cb (PatronPreferences *self)
{
  patron_recent_clear ();
  adw_toast_overlay_add_toast (
      self->toasts, adw_toast_new (_("Recent strategies cleared")));
}

/* Says how much there is to erase. */
static void
update_kept (PatronPreferences *self)
{
  guint n_states, n_copies;
  gint64 states_size, copies_size;
  g_autofree char *size = NULL;
  g_autofree char *earlier = NULL;
  g_autofree char *history = NULL;

  patron_earlier_measure (&n_states, &states_size);
  size = g_format_size ((guint64) states_size);
  earlier
      = n_states == 0
            ? g_strdup (_("None are kept now"))
            /* Translators: %s is a size, such as “1.2 MB”. */
            : g_strdup_printf (ngettext ("%u that a file held before, %s",
                                         "%u that files held before, %s",
                                         n_states),
                               n_states, size);
  adw_action_row_set_subtitle (self->earlier, earlier);
  gtk_widget_set_sensitive (self->erase_earlier, n_states > 0);

  g_free (size);
  patron_work_copy_measure (&n_copies, &copies_size);
  size = g_format_size ((guint64) copies_size);
  history
      = n_copies == 0
            ? g_strdup (_("None of strategies that are closed"))
            /* Translators: %s is a size, such as “1.2 MB”. */
            : g_strdup_printf (ngettext ("Of %u strategy that is closed, %s",
                                         "Of %u strategies that are closed, %s",
                                         n_copies),
                               n_copies, size);
  adw_action_row_set_subtitle (self->history, history);
  gtk_widget_set_sensitive (self->erase_history, n_copies > 0);
}

static void
ask_erase (PatronPreferences   *self,
           const char          *heading,
           const char          *body,
           GAsyncReadyCallback  callback)
{
  const PatronReply replies[] = {
    { "cancel", _("_Cancel") },
    { "erase", _("_Erase"), PATRON_REPLY_DESTRUCTIVE },
  };

  patron_ask_async (GTK_WINDOW (self), heading, body, NULL, replies,
                    G_N_ELEMENTS (replies), callback, NULL);
}

static void
earlier_answered_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  PatronPreferences *self = PATRON_PREFERENCES (object);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (patron_ask_finish (result), "erase"))
    return;
  if (!patron_earlier_erase_all (&error))
    patron_tell (GTK_WINDOW (self), _("Could Not Erase"), error->message);
  update_kept (self);
}

static void
erase_earlier_cb (PatronPreferences *self)
{
  ask_erase (self, _("Erase Earlier Versions?"),
             _("The strategies stay as they are, and so do the versions that "
               "you kept in them. What is erased cannot be brought back."),
             earlier_answered_cb);
}

static void
history_answered_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  PatronPreferences *self = PATRON_PREFERENCES (object);

  if (!g_str_equal (patron_ask_finish (result), "erase"))
    return;
  patron_work_copy_erase ();
  update_kept (self);
}

static void
erase_history_cb (PatronPreferences *self)
{
  ask_erase (self, _("Erase the Undo History?"),
             _("What was edited in strategies that are closed stays in their "
               "files, but can no longer be undone. Strategies that are "
               "open, and drafts, keep theirs."),
             history_answered_cb);
}

static void
patron_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PATRON_TYPE_PREFERENCES);

  G_OBJECT_CLASS (patron_preferences_parent_class)->dispose (object);
}

static void
patron_preferences_class_init (PatronPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_preferences_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/patron_app/Patron/patron-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PatronPreferences,
                                        toasts);
  gtk_widget_class_bind_template_child (widget_class, PatronPreferences,
                                        appearance);
  gtk_widget_class_bind_template_child (widget_class, PatronPreferences,
                                        style);
  gtk_widget_class_bind_template_child (widget_class, PatronPreferences,
                                        earlier);
  gtk_widget_class_bind_template_child (widget_class, PatronPreferences,
                                        erase_earlier);
  gtk_widget_class_bind_template_child (widget_class, PatronPreferences,
                                        history);
  gtk_widget_class_bind_template_child (widget_class, PatronPreferences,
                                        erase_history);
  gtk_widget_class_bind_template_callback (widget_class, style_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_recent_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_history_cb);
}

static void
patron_preferences_init (PatronPreferences *self)
{
  GSettings *settings = patron_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_handlers_block_by_func (self->style, style_selected_cb, self);
  gtk_widget_set_visible (self->appearance, settings != NULL);
  if (settings != NULL)
    adw_combo_row_set_selected (self->style,
                                g_settings_get_enum (settings, "style"));
  g_signal_handlers_unblock_by_func (self->style, style_selected_cb, self);
  update_kept (self);
}

/**
 * patron_preferences_apply:
 *
 * Makes the program look as the user chose.
 */
void
patron_preferences_apply (void)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  GSettings *settings = patron_settings_get ();

  if (settings != NULL)
    adw_style_manager_set_color_scheme (
        adw_style_manager_get_default (),
        schemes[g_settings_get_enum (settings, "style")]);
}

/**
 * patron_preferences_present:
 * @parent: (nullable):
 */
void
patron_preferences_present (GtkWindow *parent)
{
  patron_dialog_present (g_object_new (PATRON_TYPE_PREFERENCES, NULL),
                         parent);
}
