/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>
#include <string.h>

#include "patron-error.h"
#include "patron-registry.h"

/* Values at the edges of what a field may hold. */
static void
edge_value (const PatronField *field,
            gboolean           largest,
            PatronValue       *value)
{
  double min, max;

  patron_field_get_limits (field, &min, &max);
  switch (patron_field_get_type (field))
    {
    case PATRON_VALUE_INTEGER:
      patron_value_set_integer (
          value, (gint64) CLAMP (largest ? max : min, -9e15, 9e15));
      break;
    case PATRON_VALUE_REAL:
      patron_value_set_real (value, CLAMP (largest ? max : min, -1e15, 1e15));
      break;
    case PATRON_VALUE_DATA:
      patron_value_take_data (value, g_bytes_new ("\0\xff\x80", 3));
      break;
    case PATRON_VALUE_TEXT:
      if (field->kind == PATRON_KIND_CHOICE)
        patron_value_set_text (
            value,
            field->choices[largest ? patron_field_get_n_choices (field) - 1
                                   : 0]
                .id);
      else if (field->kind == PATRON_KIND_COLOUR)
        patron_value_set_text (value, largest ? "#ffffff" : "#000000");
      else if (largest)
        patron_value_take_text (value, g_strnfill ((gsize) max, 'x'));
      else
        patron_value_set_text (value, "\xc3\xa9");
      break;
    case PATRON_VALUE_NULL:
    default:
      g_assert_not_reached ();
    }
}

static void
check_round_trip (const PatronField *field,
                  const PatronValue *value)
{
  g_autoptr (GError) error = NULL;
  g_auto (PatronValue) back = PATRON_VALUE_INIT;
  g_autofree char *text = patron_field_to_text (field, value);
  g_autofree char *shown = NULL;

  g_test_message ("%s: %.40s", field->name, text);
  g_assert_true (patron_field_validate (field, value, &error));
  g_assert_true (patron_field_from_text (field, text, &back, &error));
  g_assert_no_error (error);
  g_assert_true (patron_value_equal (value, &back));

  shown = patron_field_format (field, value, "EUR");
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  if (field->kind == PATRON_KIND_CHOICE || field->kind == PATRON_KIND_FLAGS
      || field->kind == PATRON_KIND_BOOLEAN
      || field->kind == PATRON_KIND_DURATION
      || field->kind == PATRON_KIND_DATE_TIME)
    return;
  patron_value_clear (&back);
  g_assert_true (patron_field_parse (field, shown, &back, &error));
  g_assert_no_error (error);
  g_assert_true (patron_value_equal (value, &back));
}

/* Every field of every entity reads back what it writes, at both edges, and
 * reads what it shows. */
static void
test_round_trip (void)
{
  PatronRegistry *registry = patron_registry_get_default ();
  guint fields = 0;

  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);

      for (guint j = 0; j < entity->n_fields; j++)
        for (int largest = 0; largest < 2; largest++)
          {
            g_auto (PatronValue) value = PATRON_VALUE_INIT;

            edge_value (&entity->fields[j], largest, &value);
            check_round_trip (&entity->fields[j], &value);
            fields++;
          }
    }
  g_assert_cmpuint (fields, >, 300);
}

/* What lies beyond an edge is refused by its label. */
static void
test_limits (void)
{
  PatronRegistry *registry = patron_registry_get_default ();

  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);

      for (guint j = 0; j < entity->n_fields; j++)
        {
          const PatronField *field = &entity->fields[j];
          g_auto (PatronValue) value = PATRON_VALUE_INIT;
          g_autoptr (GError) error = NULL;
          double min, max;

          patron_field_get_limits (field, &min, &max);
          if (patron_field_get_type (field) == PATRON_VALUE_REAL)
            patron_value_set_real (&value, NAN);
          else if (patron_field_get_type (field) == PATRON_VALUE_INTEGER)
            patron_value_set_integer (
                &value, max < 1e18 ? (gint64) max + 1 : (gint64) min - 1);
          else if (field->kind == PATRON_KIND_CHOICE)
            patron_value_set_text (&value, "no such choice");
          else if (field->kind == PATRON_KIND_COLOUR)
            patron_value_set_text (&value, "red");
          else if (patron_field_get_type (field) == PATRON_VALUE_TEXT)
            patron_value_take_text (&value, g_strnfill ((gsize) max + 1, 'x'));
          else
            continue;
          g_assert_false (patron_field_validate (field, &value, &error));
          g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
          g_assert_true (g_str_has_prefix (error->message,
                                           patron_field_get_label (field)));
        }
    }
}

/* Names are unique, and fit for SQL, JSON, CSV and properties. */
static void
test_tables (void)
{
  PatronRegistry *registry = patron_registry_get_default ();

  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash,
                                                       g_str_equal);

      g_assert_nonnull (entity->label);
      g_assert_nonnull (entity->plural);
      g_assert_nonnull (entity->untitled);
      for (guint j = 0; j < entity->n_fields; j++)
        {
          const PatronField *field = &entity->fields[j];
          g_auto (PatronValue) value = PATRON_VALUE_INIT;

          g_assert_true (g_hash_table_add (names, (gpointer) field->name));
          g_assert_cmpuint (strspn (field->name,
                                    "abcdefghijklmnopqrstuvwxyz_"),
                            ==, strlen (field->name));
          g_assert_cmpstr (field->name, !=, "id");
          g_assert_nonnull (field->label);
          g_assert_true ((field->choices != NULL)
                         == (field->kind == PATRON_KIND_CHOICE
                             || field->kind == PATRON_KIND_FLAGS));
          g_assert_true ((field->target != NULL)
                         == (field->kind == PATRON_KIND_REFERENCE));
          g_assert_false ((field->flags & PATRON_FIELD_REQUIRED)
                          && field->kind == PATRON_KIND_REFERENCE
                          && field->on_delete == PATRON_ON_DELETE_CLEAR);
          patron_field_get_initial (field, &value);
        }
      if (entity->order != NULL)
        g_assert_true (patron_entity_get_field (entity, entity->order)->flags
                       & PATRON_FIELD_REQUIRED);
    }
}

static void
test_tags (void)
{
  static const char *const tags[] = { " cloud", "R, D", "", "cloud", NULL };
  g_autofree char *joined = patron_tags_join (tags);
  g_auto (GStrv) split = patron_tags_split (joined);

  g_assert_cmpstr (joined, ==, "cloud, R  D");
  g_assert_cmpuint (g_strv_length (split), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/field/round-trip", test_round_trip);
  g_test_add_func ("/model/field/limits", test_limits);
  g_test_add_func ("/model/field/tables", test_tables);
  g_test_add_func ("/model/field/tags", test_tags);
  return g_test_run ();
}
