/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-record-fixture.h"

#include <stdarg.h>
#include <string.h>

/* Makes a record of pairs of field and value, as files write them. */
PatronRecord *
patron_fixture_record (const PatronEntity *entity,
                       gint64              id,
                       ...)
{
  PatronRecord *record = patron_record_new (entity, id);
  va_list pairs;
  const char *field;

  va_start (pairs, id);
  while ((field = va_arg (pairs, const char *)) != NULL)
    patron_fixture_set (record, field, va_arg (pairs, const char *));
  va_end (pairs);
  return record;
}

void
patron_fixture_set (PatronRecord *record,
                    const char   *field,
                    const char   *text)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  int at = patron_entity_find_field (entity, field);
  PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (at, >=, 0);
  for (guint i = 0; i < entity->n_fields; i++)
    if ((int) i != at)
      patron_value_copy (&values[i], patron_record_get_value (record, i));
  patron_field_from_text (&entity->fields[at], text, &values[at], &error);
  g_assert_no_error (error);
  patron_record_load (record, values);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  g_free (values);
}

/* Takes the records over. */
GPtrArray *
patron_fixture_list (PatronRecord *first,
                     ...)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  va_list rest;

  va_start (rest, first);
  for (PatronRecord *record = first; record != NULL;
       record = va_arg (rest, PatronRecord *))
    g_ptr_array_add (list, record);
  va_end (rest);
  return list;
}

/* For PatronSceneSource.find: looks in a list of records. */
PatronRecord *
patron_fixture_find_cb (gint64   id,
                        gpointer records)
{
  GPtrArray *list = records;

  for (guint i = 0; i < list->len; i++)
    if (patron_record_get_id (g_ptr_array_index (list, i)) == id)
      return g_ptr_array_index (list, i);
  return NULL;
}

/* Some text as people type it, and as nobody should. */
char *
patron_fixture_text (guint max_chars)
{
  static const char *const words[] = {
    "growth", "stopped", "she writes and asks", "\n", "– ", "客户战略",
    "שימור", "Donaudampfschifffahrtsgesellschaft", "e\xcc\x81", "👩\xe2\x80\x8d🚒", ".",
  };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_test_rand_int_range (0, (int) max_chars);

  while ((guint) g_utf8_strlen (text->str, -1) < n)
    {
      g_string_append (text, words[g_test_rand_int_range (
                               0, G_N_ELEMENTS (words))]);
      if (g_test_rand_int_range (0, 4) > 0)
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}
