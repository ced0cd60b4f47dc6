/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-kpi-judgement.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_SPARK (patron_kpi_spark_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiSpark, patron_kpi_spark, PATRON, KPI_SPARK,
                      GtkWidget)

GtkWidget *patron_kpi_spark_new  (void);
void       patron_kpi_spark_show (PatronKpiSpark           *self,
                                  const PatronKpiJudgement *judgement);

G_END_DECLS
