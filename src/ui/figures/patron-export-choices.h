/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-export.h"

G_BEGIN_DECLS

#define PATRON_TYPE_EXPORT_CHOICES (patron_export_choices_get_type ())

G_DECLARE_FINAL_TYPE (PatronExportChoices, patron_export_choices, PATRON,
                      EXPORT_CHOICES, AdwPreferencesGroup)

GtkWidget         *patron_export_choices_new      (gboolean             sized);
PatronExportFormat patron_export_choices_get_format (
                                                   PatronExportChoices *self);
void               patron_export_choices_read     (PatronExportChoices *self,
                                                   PatronExportOptions *options);
void               patron_export_choices_remember (PatronExportChoices *self);
void               patron_export_choices_recall   (PatronExportOptions *options);

G_END_DECLS
