/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-query.h"

G_BEGIN_DECLS

/**
 * PatronGalleryItem:
 * @page: the id of the page that shows what the chart is made of
 * @name: what the chart is called
 * @query: what it asks
 * @result: the answer
 *
 * A chart that the strategy's own data makes.
 */
typedef struct
{
  const char        *page;
  char              *name;
  PatronChartQuery  *query;
  PatronQueryResult *result;
} PatronGalleryItem;

GPtrArray *patron_chart_gallery_new (PatronChartSource *source);

G_END_DECLS
