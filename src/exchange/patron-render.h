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

G_END_DECLS
