/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* The formats of pictures: apart from what knows of documents, so that a
 * program that draws none need not be linked with all of that. */

#include "patron-export.h"

#include <string.h>

static const struct
{
  const char *id;
  const char *media_type;
} formats[PATRON_N_EXPORT_FORMATS] = {
  [PATRON_EXPORT_PNG] = { "png", "image/png" },
  [PATRON_EXPORT_SVG] = { "svg", "image/svg+xml" },
  [PATRON_EXPORT_PDF] = { "pdf", "application/pdf" },
};

/**
 * patron_export_format_get_id:
 *
 * Returns: (transfer none): the name and file name extension of a format
 */
const char *
patron_export_format_get_id (PatronExportFormat format)
{
  return formats[format].id;
}

/**
 * patron_export_format_get_media_type:
 *
 * Returns: (transfer none): the media type of a format
 */
const char *
patron_export_format_get_media_type (PatronExportFormat format)
{
  return formats[format].media_type;
}

/**
 * patron_export_format_from_id:
 *
 * Returns: whether @id is one of a format
 */
gboolean
patron_export_format_from_id (const char         *id,
                              PatronExportFormat *format)
{
  for (int i = 0; i < PATRON_N_EXPORT_FORMATS; i++)
    if (strcmp (formats[i].id, id) == 0)
      {
        *format = (PatronExportFormat) i;
        return TRUE;
      }
  return FALSE;
}
