/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-preferences.h"

#include <glib/gi18n-lib.h>

#include "patron-dialog.h"
#include "patron-recent.h"
#include "patron-settings.h"

#define PATRON_TYPE_PREFERENCES (patron_preferences_get_type ())

G_DECLARE_FINAL_TYPE (PatronPreferences, patron_preferences, PATRON,
                      PREFERENCES, PatronDialog)

struct _PatronPreferences
{
  PatronDialog     parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget       *appearance;
  AdwComboRow     *style;
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
  gtk_widget_class_bind_template_callback (widget_class, style_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_recent_cb);
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
