/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-kpi-judgement.h"

G_BEGIN_DECLS

/* What a judgement says in a word or two, as small widgets. */

GtkWidget *patron_kpi_badge_new_interval  (const PatronKpiJudgement *judgement);
GtkWidget *patron_kpi_badge_new_signal    (const PatronKpiJudgement *judgement);
GtkWidget *patron_kpi_badge_new_provisional (
                                           const PatronKpiJudgement *judgement);
GtkWidget *patron_kpi_badge_new_assurance (const PatronKpiJudgement *judgement);
GtkWidget *patron_kpi_badge_new_conflict  (const PatronKpiConflict  *conflict,
                                           PatronRecord             *kpi);
GtkWidget *patron_kpi_badge_new_stale     (const PatronKpiJudgement *judgement);

G_END_DECLS
