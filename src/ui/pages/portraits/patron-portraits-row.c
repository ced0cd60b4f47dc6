/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-portraits"

#include "config.h"

#include "patron-portraits-row.h"

#include <glib/gi18n-lib.h>

#include "patron-picture.h"
#include "patron-swatch.h"

#define AVATAR 32

/**
 * PatronPortraitsRow:
 *
 * A line of the list: a segment with its colour, or a pen portrait with its
 * face.
 */
struct _PatronPortraitsRow
{
  AdwBin parent_instance;

  PatronDocument *document; /* (owned) */
  PatronRecord   *record;   /* (owned) (nullable) */
  AdwAvatar      *avatar;
  PatronSwatch   *swatch;
  GtkLabel       *title;
  GtkLabel       *subtitle;
  gint64          picture;     /* id of the asset that the avatar shows */
  GCancellable   *cancellable; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PatronPortraitsRow, patron_portraits_row, ADW_TYPE_BIN)

static void
stop_painting (PatronPortraitsRow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
patron_portraits_row_dispose (GObject *object)
{
  PatronPortraitsRow *self = PATRON_PORTRAITS_ROW (object);

  stop_painting (self);
  g_clear_object (&self->record);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (patron_portraits_row_parent_class)->dispose (object);
}

static void
patron_portraits_row_class_init (PatronPortraitsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_portraits_row_dispose;
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
patron_portraits_row_init (PatronPortraitsRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->avatar = ADW_AVATAR (adw_avatar_new (AVATAR, NULL, TRUE));
  self->swatch = PATRON_SWATCH (patron_swatch_new (NULL));
  gtk_widget_set_valign (labels, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (labels, TRUE);
  self->title = add_label (labels, NULL);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->title, 2);
  self->subtitle = add_label (labels, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->avatar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->swatch));
  gtk_box_append (GTK_BOX (box), labels);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (PatronPortraitsRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
      = patron_picture_paint_finish (result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_avatar_set_custom_image (self->avatar, GDK_PAINTABLE (texture));
}

static void
show_picture (PatronPortraitsRow *self,
              gint64              picture)
{
  g_autoptr (PatronRecord) asset = NULL;
  g_autoptr (GBytes) data = NULL;

  if (self->picture == picture)
    return;
  stop_painting (self);
  self->picture = picture;
  adw_avatar_set_custom_image (self->avatar, NULL);
  if (picture != 0)
    asset = patron_document_get_record (self->document, "asset", picture);
  if (asset != NULL)
    data = patron_document_load_data (self->document, asset, "data", NULL);
  if (data == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  patron_picture_paint_async (
      data,
      2 * AVATAR * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
      self->cancellable, painted_cb, g_object_ref (self));
}

/* The list item around the row is what assistive technology comes to. */
static void
label_item (PatronPortraitsRow *self,
            const char         *title)
{
  GtkWidget *expander = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *item = NULL;

  if (expander != NULL)
    item = gtk_widget_get_parent (expander);
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                    -1);
}

static char *
make_subtitle (PatronPortraitsRow *self)
{
  const char *occupation;

  if (patron_record_is (self->record, "segment"))
    return NULL;
  if (patron_record_get_integer (self->record, "main") != 0)
    return g_strdup (_("Primary portrait"));
  occupation = patron_record_get_text (self->record, "occupation");
  if (occupation != NULL
      && g_strcmp0 (patron_record_get_text (self->record, "kind"), "person")
             == 0)
    return g_strdup (occupation);
  return NULL;
}

static void
update (PatronPortraitsRow *self)
{
  g_autofree char *title = patron_record_get_title (self->record);
  g_autofree char *subtitle = make_subtitle (self);
  gboolean segment = patron_record_is (self->record, "segment");

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), !segment);
  gtk_widget_set_visible (GTK_WIDGET (self->swatch), segment);
  if (segment)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->title), "patron-segment");
      patron_swatch_set_colour (
          self->swatch, patron_record_get_text (self->record, "colour"));
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->title), "patron-segment");
      adw_avatar_set_text (self->avatar, title);
      show_picture (self, patron_record_get_integer (self->record,
                                                     "picture"));
    }
  label_item (self, title);
}

/**
 * patron_portraits_row_new:
 * @document: whose records are shown
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
patron_portraits_row_new (PatronDocument *document)
{
  PatronPortraitsRow *self = g_object_new (PATRON_TYPE_PORTRAITS_ROW, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

/**
 * patron_portraits_row_get_record:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
PatronRecord *
patron_portraits_row_get_record (PatronPortraitsRow *self)
{
  return self->record;
}

/**
 * patron_portraits_row_set_record:
 * @record: (nullable): a segment or a pen portrait
 */
void
patron_portraits_row_set_record (PatronPortraitsRow *self,
                                 PatronRecord       *record)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update, self);
  g_set_object (&self->record, record);
  if (record == NULL)
    return;
  g_signal_connect_object (record, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
