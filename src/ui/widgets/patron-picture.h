/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PatronPicture:
 * @data: the picture as PNG or JPEG
 * @name: (nullable): the name of the file that it came from
 * @media_type: image/png or image/jpeg; static
 * @width: in pixels
 * @height: in pixels
 *
 * A picture that is fit for a document: upright, and no larger than shown.
 */
typedef struct
{
  GBytes     *data;
  char       *name;
  const char *media_type;
  int         width;
  int         height;
} PatronPicture;

void           patron_picture_free         (PatronPicture       *self);
void           patron_picture_read_async   (GFile               *file,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
void           patron_picture_take_async   (GBytes              *data,
                                            const char          *name,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
PatronPicture *patron_picture_finish       (GAsyncResult        *result,
                                            GError             **error);

void           patron_picture_paint_async  (GBytes              *data,
                                            int                  side,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
GdkTexture    *patron_picture_paint_finish (GAsyncResult        *result,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronPicture, patron_picture_free)

G_END_DECLS
