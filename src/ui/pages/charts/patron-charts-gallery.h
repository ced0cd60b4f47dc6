/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-chart-card.h"

G_BEGIN_DECLS

#define PATRON_TYPE_CHARTS_GALLERY (patron_charts_gallery_get_type ())

G_DECLARE_FINAL_TYPE (PatronChartsGallery, patron_charts_gallery, PATRON,
                      CHARTS_GALLERY, AdwBin)

GtkWidget       *patron_charts_gallery_new         (void);
void             patron_charts_gallery_fill        (PatronChartsGallery *self,
                                                    PatronChartSource   *source);
void             patron_charts_gallery_clear       (PatronChartsGallery *self);
gboolean         patron_charts_gallery_is_empty    (PatronChartsGallery *self);
PatronChartCard *patron_charts_gallery_get_current (PatronChartsGallery *self);
void             patron_charts_gallery_focus       (PatronChartsGallery *self,
                                                    PatronRecord        *saved);
GListModel      *patron_charts_gallery_get_saved   (PatronChartsGallery *self);

G_END_DECLS
