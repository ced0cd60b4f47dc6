/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-gallery.h"
#include "patron-figure.h"
#include "patron-file-name.h"

G_BEGIN_DECLS

/**
 * PatronExportFormat:
 *
 * The formats that figures are written in.
 */
typedef enum
{
  PATRON_EXPORT_PNG,
  PATRON_EXPORT_SVG,
  PATRON_EXPORT_PDF,
} PatronExportFormat;

#define PATRON_N_EXPORT_FORMATS 3

/**
 * PatronExportOptions:
 * @format: what is written
 * @width: in px at 96 dpi; 0 for the figure's own size
 * @height: likewise
 * @scale: of PNG: how many px of the file make one of the figure
 * @transparent: whether the paper is left out
 * @outlines: whether letters become shapes, for programs without the fonts
 * @theme: the colours
 * @rtl: whether figures run from right to left
 *
 * How figures are written. Initialise it with patron_export_options_init().
 */
typedef struct
{
  PatronExportFormat format;
  double             width;
  double             height;
  double             scale;
  gboolean           transparent;
  gboolean           outlines;
  PatronThemeKind    theme;
  gboolean           rtl;
} PatronExportOptions;

const char *patron_export_format_get_id     (PatronExportFormat   format);
const char *patron_export_format_get_media_type (PatronExportFormat format);
gboolean    patron_export_format_from_id    (const char          *id,
                                             PatronExportFormat  *format);
void        patron_export_options_init      (PatronExportOptions *options,
                                             PatronExportFormat   format);

/* Several figures, into a folder, or one into a file. */
GPtrArray  *patron_export                   (PatronDocument      *document,
                                             const char          *what,
                                             gint64               record,
                                             const PatronExportOptions *options,
                                             GFile               *place,
                                             GCancellable        *cancellable,
                                             GError             **error);
void        patron_export_async             (PatronDocument      *document,
                                             const char          *what,
                                             gint64               record,
                                             const PatronExportOptions *options,
                                             GFile               *place,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
GPtrArray  *patron_export_finish            (GAsyncResult        *result,
                                             GError             **error);

/* One figure, to a file or the clipboard. */
GBytes     *patron_export_to_bytes          (PatronDocument      *document,
                                             PatronFigureKind     kind,
                                             PatronRecord        *record,
                                             const PatronExportOptions *options,
                                             GError             **error);
gboolean    patron_export_to_file           (PatronDocument      *document,
                                             PatronFigureKind     kind,
                                             PatronRecord        *record,
                                             const PatronExportOptions *options,
                                             GFile               *file,
                                             GError             **error);

/* Charts that are asked for rather than kept: patron-export-chart.c */
GBytes     *patron_export_chart_to_bytes    (PatronDocument      *document,
                                             const PatronQueryResult *chart,
                                             const PatronExportOptions *options,
                                             GError             **error);
gboolean    patron_export_chart_to_file     (PatronDocument      *document,
                                             const PatronQueryResult *chart,
                                             const char          *title,
                                             const PatronExportOptions *options,
                                             GFile               *file,
                                             GError             **error);
GPtrArray  *patron_export_chart_named       (PatronDocument      *document,
                                             const char          *name,
                                             const PatronExportOptions *options,
                                             GFile               *place,
                                             GError             **error);

G_END_DECLS
