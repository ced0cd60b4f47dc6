/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "patron-scene.h"

G_BEGIN_DECLS

/* Scenes as files. None of these touch a document or a widget, so they may
 * run in a thread. */

/* The side that cairo can paint at most, in px. */
#define PATRON_PNG_MAX_SIDE 32767

/**
 * PatronCaption:
 * @title: (nullable): what the picture is called
 * @author: (nullable): whose it is
 *
 * What a picture says of itself, beside the scene's own alt text.
 */
typedef struct
{
  const char *title;
  const char *author;
} PatronCaption;

/**
 * PatronPageFunc:
 *
 * Draws page @page, counted from 0, in px.
 */
typedef void (*PatronPageFunc) (cairo_surface_t *surface,
                                cairo_t         *cr,
                                guint            page,
                                gpointer         data);

gboolean patron_png_write (const PatronScene   *scene,
                           const PatronCaption *caption,
                           double               scale,
                           gboolean             transparent,
                           GOutputStream       *stream,
                           GCancellable        *cancellable,
                           GError             **error);
gboolean patron_svg_write (const PatronScene   *scene,
                           const PatronCaption *caption,
                           GOutputStream       *stream,
                           GCancellable        *cancellable,
                           GError             **error);
gboolean patron_pdf_write (const PatronScene   *scene,
                           const PatronCaption *caption,
                           GOutputStream       *stream,
                           GCancellable        *cancellable,
                           GError             **error);
gboolean patron_pdf_write_pages (guint                n_pages,
                                 double               width,
                                 double               height,
                                 const PatronCaption *caption,
                                 const char          *subject,
                                 PatronPageFunc       draw,
                                 gpointer             data,
                                 GOutputStream       *stream,
                                 GCancellable        *cancellable,
                                 GError             **error);

G_END_DECLS
