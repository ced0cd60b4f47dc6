/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the tests of insight share: a new document, and KPIs in it. */

#include <math.h>

#include "patron-bulk.h"
#include "patron-date.h"
#include "patron-document.h"

static inline PatronDocument *
insight_document (void)
{
  g_autoptr (GError) error = NULL;
  PatronDocument *document
      = patron_document_new (patron_registry_get_default (), &error);

  g_assert_no_error (error);
  return document;
}

static inline void
insight_close (PatronDocument *document)
{
  patron_document_close (document);
  g_object_unref (document);
}

static inline gint64
insight_date (const char *text)
{
  gint64 date;

  g_assert_true (patron_date_from_text (text, &date));
  return date;
}

/* A KPI with one field beside its name. */
static inline PatronRecord *
insight_kpi (PatronDocument *document,
             const char     *field,
             const char     *value)
{
  g_autoptr (GError) error = NULL;
  PatronRecord *kpi = patron_document_insert (document, "kpi", &error, "name",
                                              "Waiting", field, value, NULL);

  g_assert_no_error (error);
  return kpi;
}

static inline void
insight_set (PatronDocument *document,
             PatronRecord   *record,
             const char     *field,
             const char     *text)
{
  g_autoptr (GError) error = NULL;

  patron_document_set_text (document, record, field, text, &error);
  g_assert_no_error (error);
}

/* A record that belongs to the KPI, of pairs of field and text. */
#define insight_add(document, entity, kpi, ...)                               \
  G_STMT_START                                                                \
  {                                                                           \
    g_autofree char *id_ = g_strdup_printf ("%" G_GINT64_FORMAT,              \
                                            patron_record_get_id (kpi));      \
    g_autoptr (GError) error_ = NULL;                                         \
    g_autoptr (PatronRecord) made_ = patron_document_insert (                 \
        document, entity, &error_, "kpi", id_, __VA_ARGS__, NULL);            \
    g_assert_no_error (error_);                                               \
    g_assert_nonnull (made_);                                                 \
  }                                                                           \
  G_STMT_END

/* Measurements of rising months from January of @year on; NaN is a month
 * without one. */
static inline void
insight_add_months (PatronDocument *document,
                    PatronRecord   *kpi,
                    int             year,
                    const double   *values,
                    gsize           n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *date = patron_date_to_text (patron_date_from_ymd (
          year + (int) i / 12, (int) i % 12 + 1, 1));
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      if (isnan (values[i]))
        continue;
      g_ascii_dtostr (value, sizeof value, values[i]);
      insight_add (document, "measurement", kpi, "date", date, "value",
                   value);
    }
}
