/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-picture.h"
#include "patron-row.h"

G_BEGIN_DECLS

#define PATRON_TYPE_IMAGE_ROW (patron_image_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronImageRow, patron_image_row, PATRON, IMAGE_ROW,
                      PatronRow)

PatronRow           *patron_image_row_new         (void);
const PatronPicture *patron_image_row_get_picture (PatronImageRow *self);
void                 patron_image_row_set_data    (PatronImageRow *self,
                                                   GBytes         *data);

G_END_DECLS
