/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-field.h"
#include "patron-json-reader.h"
#include "patron-json-text.h"

G_BEGIN_DECLS

/* Values as JSON has them: ids and references as decimal strings, numbers as
 * numbers, dates, date-times, durations and choices as files write them,
 * flags and tags as arrays of strings, data as base64. */

void     patron_json_append_field  (GString           *json,
                                    const PatronField *field,
                                    const PatronValue *value);
gboolean patron_json_read_field    (PatronJsonReader  *reader,
                                    const PatronField *field,
                                    PatronValue       *value,
                                    GError           **error);
gboolean patron_json_read_id       (PatronJsonReader  *reader,
                                    gint64            *id,
                                    GError           **error);

G_END_DECLS
