/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"
#include "patron-office.h"

struct _PatronPackage
{
  GArray *parts; /* PatronOfficePart */
};

static void
clear_part (gpointer data)
{
  PatronOfficePart *part = data;

  g_free (part->name);
  g_bytes_unref (part->bytes);
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

  self->parts = g_array_new (FALSE, FALSE, sizeof (PatronOfficePart));
  g_array_set_clear_func (self->parts, clear_part);
  return self;
}

/**
 * patron_package_free:
 *
 * Frees a package.
 */
void
patron_package_free (PatronPackage *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

static void
add_part (PatronPackage *self,
          const char    *name,
          GBytes        *bytes,
          gboolean       stored)
{
  PatronOfficePart part = { g_strdup (name), g_bytes_ref (bytes), stored };

  g_array_append_val (self->parts, part);
}

/**
 * patron_package_add:
 * @name: the path of the part in the package
 *
 * Adds a part.
 */
void
patron_package_add (PatronPackage *self,
                    const char    *name,
                    GBytes        *bytes)
{
  add_part (self, name, bytes, FALSE);
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

  add_part (self, name, bytes, FALSE);
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

  add_part (self, name, bytes, TRUE);
}

/**
 * patron_package_finish:
 *
 * Puts the parts together.
 *
 * Returns: (transfer full) (nullable): the file; %NULL with an error of
 *   %PATRON_ERROR
 */
GBytes *
patron_package_finish (PatronPackage  *self,
                       GError        **error)
{
  const PatronOffice *office = patron_office_load (error);
  g_autofree char *problem = NULL;
  GBytes *bytes;

  if (office == NULL)
    return NULL;
  bytes = office->pack ((const PatronOfficePart *) (void *) self->parts->data,
                        self->parts->len, &problem);
  if (bytes == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                 _("The file cannot be put together: %s"), problem);
  return bytes;
}
