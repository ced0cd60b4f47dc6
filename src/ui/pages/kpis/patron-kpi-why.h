/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-explanation.h"

G_BEGIN_DECLS

/**
 * PatronKpiWhyFunc:
 *
 * Returns: (transfer full) (nullable): how a figure was computed
 */
typedef PatronExplanation *(*PatronKpiWhyFunc) (guint    figure,
                                                gpointer data);

GtkWidget *patron_kpi_why_new (PatronKpiWhyFunc func,
                               guint            figure,
                               gpointer         data);

G_END_DECLS
