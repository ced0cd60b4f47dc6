/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* The module that makes zip files with libzip, and workbooks with
 * libxlsxwriter. */

#include <errno.h>
#include <glib/gstdio.h>
#include <gmodule.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>
#include <zip.h>

#include "patron-office.h"

/* 1980-01-01, the first day that a zip file can tell. */
#define NO_DATE 33
#define NO_TIME 315532800

static gboolean
add_part (zip_t                  *zip,
          const PatronOfficePart *part)
{
  gsize size;
  const void *data = g_bytes_get_data (part->bytes, &size);
  zip_source_t *source = zip_source_buffer (zip, data, size, 0);
  zip_int64_t index;

  if (source == NULL)
    return FALSE;
  index = zip_file_add (zip, part->name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return FALSE;
    }
  return zip_set_file_compression (zip, (zip_uint64_t) index,
                                   part->stored ? ZIP_CM_STORE
                                                : ZIP_CM_DEFLATE,
                                   6)
             == 0
         && zip_file_set_dostime (zip, (zip_uint64_t) index, 0, NO_DATE, 0)
                == 0;
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

static GBytes *
pack (const PatronOfficePart  *parts,
      gsize                    n_parts,
      char                   **problem)
{
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = NULL;
  GBytes *bytes = NULL;
  gboolean good = TRUE;

  if (source != NULL)
    {
      zip_source_keep (source);
      zip = zip_open_from_source (source, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    }
  for (gsize i = 0; zip != NULL && good && i < n_parts; i++)
    good = add_part (zip, &parts[i]);
  if (zip != NULL && good && zip_close (zip) == 0)
    {
      zip = NULL;
      bytes = read_source (source);
    }
  if (bytes == NULL)
    *problem = g_strdup (zip != NULL ? zip_strerror (zip)
                                     : g_strerror (ENOMEM));
  if (zip != NULL)
    zip_discard (zip);
  if (source != NULL)
    zip_source_free (source);
  return bytes;
}

static void
fill_column (lxw_worksheet            *sheet,
             lxw_workbook             *workbook,
             const PatronOfficeColumn *column,
             lxw_col_t                 place,
             gsize                     n_rows)
{
  lxw_format *format = NULL;

  if (column->format != NULL)
    {
      format = workbook_add_format (workbook);
      format_set_num_format (format, column->format);
    }
  if (column->head != NULL)
    worksheet_write_string (sheet, 0, place, column->head, NULL);
  for (gsize i = 0; i < n_rows; i++)
    if (column->texts != NULL)
      worksheet_write_string (sheet, (lxw_row_t) (i + 1), place,
                              column->texts[i], NULL);
    else if (isfinite (column->numbers[i]))
      worksheet_write_number (sheet, (lxw_row_t) (i + 1), place,
                              column->numbers[i], format);
}

static gboolean
write_workbook (const PatronOfficeColumn *columns,
                gsize                     n_columns,
                gsize                     n_rows,
                const char               *folder,
                const char               *path)
{
  lxw_workbook_options options = { .tmpdir = (char *) folder };
  /* A fixed time: the same numbers give the same file. */
  lxw_doc_properties properties = { .created = NO_TIME };
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);
  locale_t before = uselocale (plain);
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_error problem = LXW_ERROR_CREATING_XLSX_FILE;

  if (workbook != NULL)
    {
      lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Sheet1");

      workbook_set_properties (workbook, &properties);
      worksheet_set_column (sheet, 0, 0, 24, NULL);
      for (gsize i = 0; i < n_columns; i++)
        fill_column (sheet, workbook, &columns[i], (lxw_col_t) i, n_rows);
      problem = workbook_close (workbook);
    }
  uselocale (before);
  freelocale (plain);
  return problem == LXW_NO_ERROR;
}

/* The library writes into files only. */
static GBytes *
tabulate (const PatronOfficeColumn  *columns,
          gsize                      n_columns,
          gsize                      n_rows,
          char                     **problem)
{
  g_autofree char *folder = g_dir_make_tmp ("patron-XXXXXX", NULL);
  g_autofree char *path = NULL;
  char *data = NULL;
  gsize size = 0;
  gboolean good = FALSE;

  if (folder != NULL)
    {
      path = g_build_filename (folder, "chart.xlsx", NULL);
      good = write_workbook (columns, n_columns, n_rows, folder, path)
             && g_file_get_contents (path, &data, &size, NULL);
      g_unlink (path);
      g_rmdir (folder);
    }
  if (good)
    return g_bytes_new_take (data, size);
  *problem = g_strdup (g_get_tmp_dir ());
  return NULL;
}

G_MODULE_EXPORT extern const PatronOffice patron_office;
const PatronOffice patron_office = { pack, tabulate };
