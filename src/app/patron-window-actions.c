/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-window-private.h"

#include <glib/gi18n-lib.h>

#include "patron-deck-dialog.h"
#include "patron-export-dialog.h"
#include "patron-recent.h"
#include "patron-row.h"
#include "patron-show-file.h"
#include "patron-versions-dialog.h"

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  patron_window_choose_open (PATRON_WINDOW (widget));
}

static PatronApplication *
get_application (PatronWindow *self)
{
  return PATRON_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
open_uri_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  PatronWindow *self = PATRON_WINDOW (widget);
  g_autoptr (GFile) file
      = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  patron_application_open_file (get_application (self), self, file);
}

static void
forget_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PatronWindow *self = PATRON_WINDOW (widget);
  g_autoptr (GFile) file
      = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  patron_recent_remove (file);
  patron_window_refresh_welcome (self);
}

static void
open_draft_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  PatronWindow *self = PATRON_WINDOW (widget);

  patron_application_open_draft (get_application (self), self,
                                 g_variant_get_string (parameter, NULL));
}

static void
discard_draft_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  patron_window_ask_discard (PATRON_WINDOW (widget),
                             g_variant_get_string (parameter, NULL));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PatronWindow *self = PATRON_WINDOW (widget);

  patron_row_flush_focus (widget);
  if (patron_document_get_file (self->document) == NULL
      || patron_document_get_read_only (self->document))
    patron_window_choose_save (self);
  else if (patron_document_get_conflict (self->document))
    patron_window_ask_conflict (self);
  else
    patron_window_publish_now (self);
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  patron_row_flush_focus (widget);
  patron_window_choose_save (PATRON_WINDOW (widget));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  patron_row_flush_focus (widget);
  patron_window_undo (PATRON_WINDOW (widget), TRUE);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  patron_row_flush_focus (widget);
  patron_window_undo (PATRON_WINDOW (widget), FALSE);
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PatronWindow *self = PATRON_WINDOW (widget);

  patron_document_view_show_page (self->view,
                                  g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (
      GTK_WIDGET (patron_document_view_get_page (self->view, NULL)));
}

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  PatronWindow *self = PATRON_WINDOW (widget);
  const char *page;
  gint64 record;

  g_variant_get (parameter, "(&sx)", &page, &record);
  patron_document_view_show_record (self->view, page, record);
}

static void
toggle_sidebar_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  patron_document_view_toggle_sidebar (PATRON_WINDOW (widget)->view);
}

static void
toast_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  patron_window_toast (PATRON_WINDOW (widget),
                       g_variant_get_string (parameter, NULL));
}

static void
dismissed_cb (AdwToast *toast,
              gpointer  user_data)
{
  g_autoptr (PatronWindow) self = user_data;

  if (self->undo_toast == toast)
    self->undo_toast = NULL;
}

static void
undo_toast_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  PatronWindow *self = PATRON_WINDOW (widget);
  g_autofree char *title
      = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);
  AdwToast *toast = adw_toast_new (title);

  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect (toast, "dismissed", G_CALLBACK (dismissed_cb),
                    g_object_ref (self));
  self->undo_toast = toast;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_file_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (GFile) file
      = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  patron_show_file (file);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  patron_row_flush_focus (widget);
  patron_export_dialog_present (PATRON_WINDOW (widget));
}

static void
deck_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  patron_row_flush_focus (widget);
  patron_deck_dialog_present (PATRON_WINDOW (widget));
}

static void
keep_version_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  patron_row_flush_focus (widget);
  patron_versions_ask_keep (PATRON_WINDOW (widget));
}

static void
versions_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  patron_versions_dialog_present (PATRON_WINDOW (widget));
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  patron_row_flush_focus (widget);
  patron_window_choose_merge (PATRON_WINDOW (widget));
}

static void
resolve_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  patron_window_ask_conflict (PATRON_WINDOW (widget));
}

static void
review_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  patron_window_review (PATRON_WINDOW (widget));
}

/* What can be done without a document stands first. */
static const struct
{
  const char                   *name;
  const char                   *parameter;
  GtkWidgetActionActivateFunc   activate;
} actions[] = {
  { "win.open", NULL, open_action },
  { "win.open-uri", "s", open_uri_action },
  { "win.open-draft", "s", open_draft_action },
  { "win.discard-draft", "s", discard_draft_action },
  { "win.forget", "s", forget_action },
  { "win.toast", "s", toast_action },
  { "win.save", NULL, save_action },
  { "win.save-as", NULL, save_as_action },
  { "win.undo", NULL, undo_action },
  { "win.redo", NULL, redo_action },
  { "win.page", "s", page_action },
  { "win.go", "(sx)", go_action },
  { "win.toggle-sidebar", NULL, toggle_sidebar_action },
  { "win.undo-toast", "s", undo_toast_action },
  { "win.show-file", "s", show_file_action },
  { "win.export", NULL, export_action },
  { "win.deck", NULL, deck_action },
  { "win.keep-version", NULL, keep_version_action },
  { "win.versions", NULL, versions_action },
  { "win.merge", NULL, merge_action },
  { "win.resolve", NULL, resolve_action },
  { "win.review", NULL, review_action },
};

#define FIRST_OF_DOCUMENT 6

void
patron_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter,
                                     actions[i].activate);
}

static void
set_enabled (PatronWindow *self,
             const char   *action,
             gboolean      enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
update_undo (PatronWindow *self)
{
  set_enabled (self, "win.undo",
               patron_document_get_undo_label (self->document) != NULL);
  set_enabled (self, "win.redo",
               patron_document_get_redo_label (self->document) != NULL);
}

/* Called when the window gets its document, or shows the welcome page. */
void
patron_window_update_actions (PatronWindow *self)
{
  gboolean has_document = self->document != NULL;

  for (guint i = FIRST_OF_DOCUMENT; i < G_N_ELEMENTS (actions); i++)
    set_enabled (self, actions[i].name, has_document);
  if (!has_document)
    return;

  g_signal_connect_swapped (self->document, "notify::undo-label",
                            G_CALLBACK (update_undo), self);
  g_signal_connect_swapped (self->document, "notify::redo-label",
                            G_CALLBACK (update_undo), self);
  update_undo (self);
}
