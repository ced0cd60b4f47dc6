/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* Pictures come from anywhere: they are measured before they are unpacked,
 * and both happens in a thread. */

#include "config.h"

#include "patron-picture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"

#define MEGABYTES 20
#define MEGAPIXELS 40
/* What is larger is made smaller. */
#define KEPT_SIDE 2048
#define KEPT_BYTES (4 * 1024 * 1024)

typedef struct
{
  GFile  *file; /* (nullable): or @data */
  GBytes *data;
  char   *name;
  int     side;
} Job;

typedef struct
{
  int      side;
  int      width;
  int      height;
  gboolean too_large;
} Header;

static void
job_free (Job *job)
{
  g_clear_object (&job->file);
  g_clear_pointer (&job->data, g_bytes_unref);
  g_free (job->name);
  g_free (job);
}

/**
 * patron_picture_free:
 *
 * Frees a picture.
 */
void
patron_picture_free (PatronPicture *self)
{
  g_bytes_unref (self->data);
  g_free (self->name);
  g_free (self);
}

/* The loader unpacks what comes with the header in the same call, so this is
 * the only place to stop it: nothing can be scaled to no size at all. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Header          *header)
{
  double scale = (double) header->side / MAX (1, MAX (width, height));

  header->width = width;
  header->height = height;
  header->too_large = (double) width * height > MEGAPIXELS * 1e6;
  if (header->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)),
                                MAX (1, (int) (height * scale)));
}

/* Unpacks @data, made smaller if it is larger than @side. */
static GdkPixbuf *
decode (GBytes  *data,
        int      side,
        Header  *header,
        char   **format,
        GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf = NULL;
  gboolean good;

  *header = (Header){ .side = side };
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb),
                    header);
  good = gdk_pixbuf_loader_write_bytes (loader, data, NULL);
  good = gdk_pixbuf_loader_close (loader, NULL) && good;
  if (good && !header->too_large)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (header->too_large)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                 _("The picture has more than %d megapixels. Make it smaller "
                   "and choose it again."),
                 MEGAPIXELS);
  else if (pixbuf == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 _("This is not a picture that can be read. PNG and JPEG "
                   "always can."));
  if (pixbuf == NULL)
    return NULL;
  *format = gdk_pixbuf_format_get_name (gdk_pixbuf_loader_get_format (loader));
  return g_object_ref (pixbuf);
}

static GBytes *
read_file (GFile        *file,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GFileInputStream) stream
      = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) read = g_byte_array_new ();
  guint8 buffer[64 * 1024];
  gssize size = -1;

  if (stream == NULL)
    return NULL;
  while (read->len <= MEGABYTES * 1024 * 1024
         && (size = g_input_stream_read (G_INPUT_STREAM (stream), buffer,
                                         sizeof buffer, cancellable, error))
                > 0)
    g_byte_array_append (read, buffer, (guint) size);
  if (size < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&read));
}

static gboolean
is_upright (GdkPixbuf *pixbuf)
{
  const char *orientation = gdk_pixbuf_get_option (pixbuf, "orientation");

  return orientation == NULL || g_str_equal (orientation, "1");
}

/* Packs a picture again, without what its file said beside it, such as where
 * it was taken. */
static GBytes *
encode (GdkPixbuf   *pixbuf,
        const char **media_type,
        GError     **error)
{
  gboolean png = gdk_pixbuf_get_has_alpha (pixbuf);
  char *buffer;
  gsize size;

  *media_type = png ? "image/png" : "image/jpeg";
  if (!(png ? gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "png", error,
                                         "compression", "6", NULL)
            : gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "jpeg",
                                         error, "quality", "90", NULL)))
    return NULL;
  return g_bytes_new_take (buffer, size);
}

static PatronPicture *
make_picture (Job     *job,
              GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (PatronPicture) self = NULL;
  g_autofree char *format = NULL;
  const char *media_type = NULL;
  g_autoptr (GBytes) data = NULL;
  Header header;

  if (g_bytes_get_size (job->data) > MEGABYTES * 1024 * 1024)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                   _("The picture is larger than %d megabytes. Make it "
                     "smaller and choose it again."),
                   MEGABYTES);
      return NULL;
    }
  pixbuf = decode (job->data, KEPT_SIDE, &header, &format, error);
  if (pixbuf == NULL)
    return NULL;

  if (is_upright (pixbuf) && MAX (header.width, header.height) <= KEPT_SIDE
      && g_bytes_get_size (job->data) <= KEPT_BYTES)
    {
      if (g_str_equal (format, "png"))
        media_type = "image/png";
      else if (g_str_equal (format, "jpeg"))
        media_type = "image/jpeg";
    }
  upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (media_type != NULL)
    data = g_bytes_ref (job->data);
  else if ((data = encode (upright, &media_type, error)) == NULL)
    return NULL;

  self = g_new0 (PatronPicture, 1);
  self->data = g_steal_pointer (&data);
  self->name = g_strdup (job->name);
  self->media_type = media_type;
  self->width = gdk_pixbuf_get_width (upright);
  self->height = gdk_pixbuf_get_height (upright);
  return g_steal_pointer (&self);
}

static void
picture_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  PatronPicture *picture = NULL;
  GError *error = NULL;

  if (job->data == NULL)
    job->data = read_file (job->file, cancellable, &error);
  if (job->data != NULL)
    picture = make_picture (job, &error);
  if (picture != NULL)
    g_task_return_pointer (task, picture,
                           (GDestroyNotify) patron_picture_free);
  else
    g_task_return_error (task, error);
}

static void
run (Job                *job,
     GTaskThreadFunc     thread,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, thread);
}

/**
 * patron_picture_read_async:
 * @file: a picture of up to 20 megabytes and 40 megapixels
 * @callback: calls patron_picture_finish()
 *
 * Makes a picture fit for a document.
 */
void
patron_picture_read_async (GFile              *file,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autofree char *name = g_file_get_basename (file);

  job->file = g_object_ref (file);
  job->name = name != NULL ? g_filename_display_name (name) : NULL;
  run (job, picture_thread, cancellable, callback, user_data);
}

/**
 * patron_picture_take_async:
 * @data: a picture of up to 20 megabytes and 40 megapixels
 * @name: (nullable): what it is called
 * @callback: calls patron_picture_finish()
 *
 * Makes a picture fit for a document.
 */
void
patron_picture_take_async (GBytes             *data,
                           const char         *name,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  Job *job = g_new0 (Job, 1);

  job->data = g_bytes_ref (data);
  job->name = g_strdup (name);
  run (job, picture_thread, cancellable, callback, user_data);
}

/**
 * patron_picture_finish:
 *
 * Returns: (transfer full) (nullable): the picture
 */
PatronPicture *
patron_picture_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
paint_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *format = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  GError *error = NULL;
  Header header;

  pixbuf = decode (job->data, job->side, &header, &format, &error);
  if (pixbuf == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  g_task_return_pointer (task, gdk_texture_new_for_pixbuf (upright),
                         g_object_unref);
}

/**
 * patron_picture_paint_async:
 * @data: a picture
 * @side: no longer than this, in device pixels
 * @callback: calls patron_picture_paint_finish()
 *
 * Unpacks a picture to be shown.
 */
void
patron_picture_paint_async (GBytes             *data,
                            int                 side,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  Job *job = g_new0 (Job, 1);

  job->data = g_bytes_ref (data);
  job->side = side;
  run (job, paint_thread, cancellable, callback, user_data);
}

/**
 * patron_picture_paint_finish:
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
patron_picture_paint_finish (GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
