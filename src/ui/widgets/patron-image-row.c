/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-image-row.h"

#include <glib/gi18n-lib.h>

#include "patron-file-chooser.h"
#include "patron-mnemonic.h"

#define SIDE 64

/**
 * PatronImageRow:
 *
 * A row for a picture, which is chosen, dropped or pasted.
 */
struct _PatronImageRow
{
  PatronRow parent_instance;

  GtkWidget     *choose;
  GtkWidget     *remove;
  GtkStack      *stack;
  GtkPicture    *shown;
  GBytes        *data;        /* (owned) (nullable): what is shown */
  PatronPicture *picture;     /* (owned) (nullable): what was chosen */
  GCancellable  *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PatronImageRow, patron_image_row, PATRON_TYPE_ROW)

static void
patron_image_row_dispose (GObject *object)
{
  PatronImageRow *self = PATRON_IMAGE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->data, g_bytes_unref);
  g_clear_pointer (&self->picture, patron_picture_free);

  G_OBJECT_CLASS (patron_image_row_parent_class)->dispose (object);
}

/* Forgets what is under way, since something else was asked for. */
static GCancellable *
start_again (PatronImageRow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (PatronImageRow) self = data;
  g_autoptr (GError) error = NULL;
  PatronPicture *picture = patron_picture_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  patron_row_set_message (PATRON_ROW (self),
                          error != NULL ? error->message : NULL);
  if (picture == NULL)
    return;
  g_clear_pointer (&self->picture, patron_picture_free);
  self->picture = picture;
  patron_row_commit (PATRON_ROW (self));
}

static void
take_file (PatronImageRow *self,
           GFile          *file)
{
  patron_picture_read_async (file, start_again (self), taken_cb,
                             g_object_ref (self));
}

static void
take_texture (PatronImageRow *self,
              GdkTexture     *texture)
{
  g_autoptr (GBytes) data = gdk_texture_save_to_png_bytes (texture);

  patron_picture_take_async (data, NULL, start_again (self), taken_cb,
                             g_object_ref (self));
}

static gboolean
take_value (PatronImageRow *self,
            const GValue   *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *files = g_value_get_boxed (value);

      if (files == NULL)
        return FALSE;
      take_file (self, files->data);
    }
  else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    take_texture (self, g_value_get_object (value));
  else
    return FALSE;
  return TRUE;
}

static gboolean
drop_cb (PatronImageRow *self,
         const GValue   *value)
{
  return !patron_row_get_read_only (PATRON_ROW (self))
         && take_value (self, value);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PatronImageRow) self = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (
      GDK_CLIPBOARD (source), result, &error);

  if (value == NULL || !take_value (self, value))
    patron_row_set_message (PATRON_ROW (self),
                            _("There is no picture on the clipboard."));
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  g_autoptr (GdkContentFormats) readable = NULL;
  GType type = GDK_TYPE_TEXTURE;

  if (patron_row_get_read_only (PATRON_ROW (widget)))
    return;
  readable = gdk_content_formats_union_deserialize_gtypes (
      gdk_content_formats_ref (formats));
  if (gdk_content_formats_contain_gtype (readable, GDK_TYPE_FILE_LIST))
    type = GDK_TYPE_FILE_LIST;
  gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, NULL,
                                  pasted_cb, g_object_ref (widget));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PatronImageRow) self = data;
  g_autoptr (GFile) file = patron_choose_file_finish (result);

  if (file != NULL)
    take_file (self, file);
}

static void
choose_cb (PatronImageRow *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  patron_choose_file_async (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      PATRON_CHOOSE_OPEN, _("Choose a Picture"), NULL, filter, NULL, NULL,
      chosen_cb, g_object_ref (self));
}

static void
remove_cb (PatronImageRow *self)
{
  start_again (self);
  g_clear_pointer (&self->picture, patron_picture_free);
  patron_row_set_message (PATRON_ROW (self), NULL);
  gtk_widget_grab_focus (self->choose);
  patron_row_commit (PATRON_ROW (self));
}

static void
patron_image_row_clicked (PatronRow *row)
{
  choose_cb (PATRON_IMAGE_ROW (row));
}

static void
patron_image_row_class_init (PatronImageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_image_row_dispose;
  PATRON_ROW_CLASS (klass)->clicked = patron_image_row_clicked;
  gtk_widget_class_install_action (widget_class, "picture.paste", NULL,
                                   paste_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v,
                                       GDK_CONTROL_MASK, "picture.paste",
                                       NULL);
}

static GtkWidget *
make_picture (PatronImageRow *self)
{
  GtkWidget *stack = gtk_stack_new ();
  /* For the eye alone: the row says what it is, and the buttons say whether
   * there is one. */
  GtkWidget *none = g_object_new (
      GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
      "icon-name", "image-x-generic-symbolic", NULL);
  GtkWidget *picture
      = g_object_new (GTK_TYPE_PICTURE, "accessible-role",
                      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->stack = GTK_STACK (stack);
  self->shown = GTK_PICTURE (picture);
  gtk_picture_set_content_fit (self->shown, GTK_CONTENT_FIT_COVER);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_add_css_class (stack, "patron-picture");
  gtk_widget_set_size_request (stack, SIDE, SIDE);
  gtk_widget_set_margin_top (stack, 6);
  gtk_widget_set_margin_bottom (stack, 6);
  gtk_widget_set_overflow (stack, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (stack, GTK_ALIGN_CENTER);
  gtk_picture_set_can_shrink (self->shown, TRUE);
  gtk_stack_add_named (self->stack, none, "none");
  gtk_stack_add_named (self->stack, picture, "shown");
  return stack;
}

static void
patron_image_row_init (PatronImageRow *self)
{
  GtkDropTarget *drop
      = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->choose = patron_mnemonic_button_new (_("_Choose…"));
  self->remove = patron_row_new_button ("user-trash-symbolic",
                                        _("Remove Picture"));
  gtk_widget_set_valign (self->choose, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->remove, FALSE);
  gtk_box_append (GTK_BOX (box), make_picture (self));
  gtk_box_append (GTK_BOX (box), self->choose);
  gtk_box_append (GTK_BOX (box), self->remove);
  patron_row_set_control (PATRON_ROW (self), box, self->choose, FALSE);
  patron_row_set_help (PATRON_ROW (self),
                       _("Choose a picture, or drop or paste one here."));

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self),
                             GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb),
                            self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb),
                            self);
}

/**
 * patron_image_row_new:
 *
 * Returns: (transfer floating): a row for a picture
 */
PatronRow *
patron_image_row_new (void)
{
  return g_object_new (PATRON_TYPE_IMAGE_ROW, NULL);
}

/**
 * patron_image_row_get_picture:
 *
 * Returns: (transfer none) (nullable): the picture that the user chose last,
 *   %NULL if they removed the one that was there
 */
const PatronPicture *
patron_image_row_get_picture (PatronImageRow *self)
{
  return self->picture;
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (PatronImageRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
      = patron_picture_paint_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  patron_row_set_message (PATRON_ROW (self),
                          error != NULL ? error->message : NULL);
  gtk_picture_set_paintable (self->shown, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack,
                                    texture != NULL ? "shown" : "none");
}

/**
 * patron_image_row_set_data:
 * @data: (nullable): the picture to show
 */
void
patron_image_row_set_data (PatronImageRow *self,
                           GBytes         *data)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_visible (self->remove, data != NULL);
  if (self->data == data
      || (self->data != NULL && data != NULL
          && g_bytes_equal (self->data, data)))
    return;
  g_clear_pointer (&self->data, g_bytes_unref);
  if (data == NULL)
    {
      start_again (self);
      gtk_picture_set_paintable (self->shown, NULL);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  self->data = g_bytes_ref (data);
  patron_picture_paint_async (
      data, SIDE * 2 * gtk_widget_get_scale_factor (widget),
      start_again (self), painted_cb, g_object_ref (self));
}
