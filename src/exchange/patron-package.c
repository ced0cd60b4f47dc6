/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-package.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <string.h>
#include <zip.h>

#include "patron-error.h"

/* 1980-01-01, the first day that a zip file can tell. */
#define NO_DATE 33

struct _PatronPackage
{
  zip_source_t *source;
  zip_t        *zip;
  GPtrArray    *parts; /* (element-type GBytes): libzip does not copy them */
  char         *problem;
};

static void
note_problem (PatronPackage *self,
              zip_error_t   *error)
{
  if (self->problem == NULL)
    self->problem = g_strdup (zip_error_strerror (error));
}

/**
 * patron_package_new:
 *
 * Returns: (transfer full): a package without parts
 */
PatronPackage *
patron_package_new (void)
{
  PatronPackage *self = g_new0 (PatronPackage, 1);
  zip_error_t error;

  zip_error_init (&error);
  self->parts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->source = zip_source_buffer_create (NULL, 0, 0, &error);
  if (self->source != NULL)
    {
      zip_source_keep (self->source);
      self->zip = zip_open_from_source (self->source,
                                        ZIP_CREATE | ZIP_TRUNCATE, &error);
    }
  if (self->zip == NULL)
    note_problem (self, &error);
  zip_error_fini (&error);
  return self;
}

/**
 * patron_package_free:
 *
 * Frees a package, whether it was finished or not.
 */
void
patron_package_free (PatronPackage *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  if (self->source != NULL)
    zip_source_free (self->source);
  g_ptr_array_unref (self->parts);
  g_free (self->problem);
  g_free (self);
}

static void
add_part (PatronPackage *self,
          const char    *name,
          GBytes        *bytes,
          zip_int32_t    method)
{
  zip_source_t *source;
  zip_int64_t index = -1;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (self->zip == NULL)
    return;
  g_ptr_array_add (self->parts, g_bytes_ref (bytes));
  source = zip_source_buffer (self->zip, data, size, 0);
  if (source != NULL)
    index = zip_file_add (self->zip, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      if (source != NULL)
        zip_source_free (source);
      note_problem (self, zip_get_error (self->zip));
      return;
    }
  if (zip_set_file_compression (self->zip, (zip_uint64_t) index, method, 6)
          != 0
      || zip_file_set_dostime (self->zip, (zip_uint64_t) index, 0, NO_DATE, 0)
             != 0)
    note_problem (self, zip_get_error (self->zip));
}

/**
 * patron_package_add:
 * @name: the path of the part in the package
 *
 * Adds a part. What goes wrong is told by patron_package_finish().
 */
void
patron_package_add (PatronPackage *self,
                    const char    *name,
                    GBytes        *bytes)
{
  add_part (self, name, bytes, ZIP_CM_DEFLATE);
}

/**
 * patron_package_add_text:
 * @text: (transfer full): the part
 *
 * Adds a part that is text.
 */
void
patron_package_add_text (PatronPackage *self,
                         const char    *name,
                         GString       *text)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  add_part (self, name, bytes, ZIP_CM_DEFLATE);
}

/**
 * patron_package_add_stored:
 *
 * Adds a part that is readable in the file itself, as the media type of an
 * OpenDocument file must be.
 */
void
patron_package_add_stored (PatronPackage *self,
                           const char    *name,
                           const char    *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  add_part (self, name, bytes, ZIP_CM_STORE);
}

static GBytes *
read_source (zip_source_t *source)
{
  g_autofree guint8 *data = NULL;
  zip_stat_t stat;
  zip_int64_t n;

  if (zip_source_stat (source, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0
      || zip_source_open (source) != 0)
    return NULL;
  data = g_malloc (stat.size + 1);
  n = zip_source_read (source, data, stat.size);
  zip_source_close (source);
  if (n < 0 || (zip_uint64_t) n != stat.size)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), (gsize) n);
}

/**
 * patron_package_finish:
 *
 * Puts the parts together. No more can be added.
 *
 * Returns: (transfer full) (nullable): the file; %NULL with an error of
 *   %PATRON_ERROR
 */
GBytes *
patron_package_finish (PatronPackage  *self,
                       GError        **error)
{
  GBytes *bytes = NULL;

  if (self->problem == NULL && zip_close (self->zip) == 0)
    {
      self->zip = NULL;
      bytes = read_source (self->source);
    }
  else if (self->zip != NULL)
    note_problem (self, zip_get_error (self->zip));
  if (bytes == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                 _("The file cannot be put together: %s"),
                 self->problem != NULL ? self->problem
                                       : g_strerror (ENOMEM));
  return bytes;
}
