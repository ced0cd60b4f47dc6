/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the tests of the store share: a document on a database in memory, its
 * canonical dump, and random values that its fields may hold. */

#include <math.h>
#include <string.h>

#include "patron-bulk.h"
#include "patron-document-private.h"
#include "patron-error.h"
#include "patron-schema.h"

static inline PatronDocument *
fixture_document (PatronRegistry *registry)
{
  g_autoptr (GError) error = NULL;
  PatronDocument *document = g_object_new (PATRON_TYPE_DOCUMENT, NULL);
  PatronDb *db = patron_db_open (":memory:", PATRON_DB_EDIT, &error);

  g_assert_no_error (error);
  g_assert_true (patron_schema_create (
      db, registry, patron_registry_get_schema (registry), &error));
  document->registry = patron_registry_ref (registry);
  g_assert_true (patron_document_attach (document, db, &error));
  g_assert_no_error (error);
  return document;
}

/* Every row of every entity, in registry order, by key. */
static inline char *
fixture_dump (PatronDocument *document)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0;
       i < patron_registry_get_n_entities (document->registry); i++)
    {
      const PatronEntity *entity
          = patron_registry_get_entity (document->registry, i);
      g_autofree char *sql
          = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", entity->name);
      g_autoptr (PatronStatement) statement
          = patron_db_prepare (document->db, sql, NULL);

      while (patron_statement_step (statement, NULL) == PATRON_STEP_ROW)
        {
          g_string_append_printf (dump, "%s %" G_GINT64_FORMAT, entity->name,
                                  patron_statement_get_integer (statement, 0));
          for (guint j = 0; j < entity->n_fields; j++)
            {
              g_auto (PatronValue) value = PATRON_VALUE_INIT;
              g_autofree char *text = NULL;

              patron_statement_get (statement, (int) j + 1, &value);
              text = patron_field_to_text (&entity->fields[j], &value);
              g_string_append_printf (dump, " %s=%s", entity->fields[j].name,
                                      text);
            }
          g_string_append_c (dump, '\n');
        }
    }
  return g_string_free (dump, FALSE);
}

/* The key of some row of the entity, or 0. */
static inline gint64
fixture_any_row (PatronDocument *document,
                 GRand          *rand,
                 const char     *entity)
{
  g_autofree char *sql = NULL;
  gint64 id = 0;
  gint64 n = patron_document_count (document, entity);

  if (n == 0)
    return 0;
  sql = g_strdup_printf ("SELECT id FROM \"%s\" LIMIT 1 OFFSET %d", entity,
                         g_rand_int_range (rand, 0, (int) n));
  patron_db_get_integer (document->db, sql, &id, NULL);
  return id;
}

/* A value that the field may hold, absent now and then; absent too where a
 * reference finds nothing to refer to. */
static inline void
fixture_random_value (PatronDocument    *document,
                      GRand             *rand,
                      const PatronField *field,
                      PatronValue       *value)
{
  static const char *const words[] = {
    "Clara", ("\xc3\x9c" "berblick"), "R & D <5%", "\xe6\x97\xa5\xe6\x9c\xac",
    "'; DROP TABLE kpi; --", "=1+1",
  };
  const char *word
      = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
  double min, max;

  patron_value_clear (value);
  if ((field->flags & PATRON_FIELD_REQUIRED) == 0
      && g_rand_int_range (rand, 0, 4) == 0)
    return;
  patron_field_get_limits (field, &min, &max);
  if (field->kind == PATRON_KIND_REFERENCE
      || field->kind == PATRON_KIND_IMAGE)
    {
      gint64 id = fixture_any_row (
          document, rand,
          field->kind == PATRON_KIND_IMAGE ? "asset" : field->target);

      if (id != 0)
        patron_value_set_integer (value, id);
    }
  else if (field->kind == PATRON_KIND_CHOICE)
    patron_value_set_text (
        value, field->choices[g_rand_int_range (
                                  rand, 0,
                                  (int) patron_field_get_n_choices (field))]
                   .id);
  else if (field->kind == PATRON_KIND_COLOUR)
    patron_value_set_text (value, "#1a5fb4");
  else if (patron_field_get_type (field) == PATRON_VALUE_TEXT)
    patron_value_set_text (value, max < 30 ? "EUR" : word);
  else if (patron_field_get_type (field) == PATRON_VALUE_DATA)
    patron_value_take_data (value, g_bytes_new (word, strlen (word)));
  else if (patron_field_get_type (field) == PATRON_VALUE_REAL)
    patron_value_set_real (value,
                           g_rand_double_range (rand, MAX (min, -1e6),
                                                MIN (max, 1e6)));
  else
    patron_value_set_integer (
        value, (gint64) floor (g_rand_double_range (
                   rand, ceil (MAX (min, -1e6)), MIN (max, 1e6) + 0.99)));
}

/* Makes a record of random values; NULL where a required reference has
 * nothing to refer to. */
static inline PatronRecord *
fixture_random_insert (PatronDocument     *document,
                       GRand              *rand,
                       const PatronEntity *entity,
                       GError            **error)
{
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  PatronRecord *record;

  for (guint i = 0; i < entity->n_fields; i++)
    fixture_random_value (document, rand, &entity->fields[i], &values[i]);
  record = patron_document_insert_values (document, entity, 0, values, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return record;
}

static inline PatronRecord *
fixture_any_record (PatronDocument *document,
                    GRand          *rand)
{
  for (int i = 0; i < 20; i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (
          document->registry,
          (guint) g_rand_int_range (
              rand, 0,
              (int) patron_registry_get_n_entities (document->registry)));
      gint64 id = fixture_any_row (document, rand, entity->name);

      if (id != 0)
        return patron_document_get_record (document, entity->name, id);
    }
  return NULL;
}

static inline void
fixture_random_set (PatronDocument *document,
                    GRand          *rand,
                    PatronRecord   *record)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  const PatronField *field
      = &entity->fields[g_rand_int_range (rand, 0, (int) entity->n_fields)];
  g_auto (PatronValue) value = PATRON_VALUE_INIT;

  fixture_random_value (document, rand, field, &value);
  patron_document_set (document, record, field->name, &value, NULL);
}

static inline void
fixture_random_move (PatronDocument *document,
                     GRand          *rand,
                     PatronRecord   *record)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  g_autoptr (PatronRecord) before = NULL;

  if (patron_entity_get_field (entity, "position") == NULL)
    return;
  before = patron_document_get_record (
      document, entity->name,
      fixture_any_row (document, rand, entity->name));
  patron_document_move (document, record,
                        g_rand_boolean (rand) ? before : NULL, NULL);
}

/* Inserts very many measurements inside a compound edit. */
static inline void
fixture_import (PatronDocument *document,
                PatronRecord   *kpi,
                int             n)
{
  const PatronEntity *entity
      = patron_registry_lookup (document->registry, "measurement");
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  PatronBulk *bulk = patron_bulk_begin (document, "measurement", NULL);

  patron_value_set_integer (&values[0], patron_record_get_id (kpi));
  for (int i = 0; i < n; i++)
    {
      patron_value_set_integer (&values[1], i);
      patron_value_set_real (&values[2], i / 2.0);
      g_assert_true (patron_bulk_add (bulk, values, NULL));
    }
  g_assert_true (patron_bulk_end (bulk, NULL));
}

/* Inserts many rows at once, and changes or removes some of them in the same
 * step. */
static inline void
fixture_random_bulk (PatronDocument *document,
                     GRand          *rand)
{
  const PatronEntity *entity
      = patron_registry_lookup (document->registry, "measurement");
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autoptr (PatronRecord) kpi G_GNUC_UNUSED = NULL;
  PatronBulk *bulk;

  g_assert_true (patron_document_begin (document, "Import", NULL));
  if (patron_document_count (document, "kpi") == 0)
    kpi = patron_document_insert (document, "kpi", NULL, "name", "Imported",
                                  NULL);
  bulk = patron_bulk_begin (document, "measurement", NULL);
  for (int n = g_rand_int_range (rand, 0, 150); n > 0; n--)
    {
      for (guint i = 0; i < entity->n_fields; i++)
        if (n % 3 == 0 || entity->fields[i].flags & PATRON_FIELD_REQUIRED)
          fixture_random_value (document, rand, &entity->fields[i],
                                &values[i]);
      g_assert_true (patron_bulk_add (bulk, values, NULL));
    }
  g_assert_true (patron_bulk_end (bulk, NULL));
  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      g_autoptr (PatronRecord) record = patron_document_get_record (
          document, "measurement",
          fixture_any_row (document, rand, "measurement"));

      if (record != NULL && n % 2 == 0)
        fixture_random_set (document, rand, record);
      else if (record != NULL)
        patron_document_remove (document, record, NULL);
    }
  g_assert_true (patron_document_end (document, NULL));
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
}

static inline void
fixture_random_edit (PatronDocument *document,
                     GRand          *rand)
{
  g_autoptr (PatronRecord) record = fixture_any_record (document, rand);
  int what = g_rand_int_range (rand, 0, 100);

  if (what < 45 || record == NULL)
    {
      g_autoptr (PatronRecord) made G_GNUC_UNUSED = fixture_random_insert (
          document, rand,
          patron_registry_get_entity (
              document->registry,
              (guint) g_rand_int_range (
                  rand, 0,
                  (int) patron_registry_get_n_entities (document->registry))),
          NULL);
    }
  else if (what < 75)
    fixture_random_set (document, rand, record);
  else if (what < 85)
    fixture_random_move (document, rand, record);
  else if (what < 90)
    patron_document_remove (document, record, NULL);
  else if (what < 93)
    fixture_random_bulk (document, rand);
  else if (!patron_record_get_entity (record)->single)
    {
      g_autoptr (PatronRecord) copy G_GNUC_UNUSED
          = patron_document_duplicate (document, record, NULL);
    }
}
