/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-json.h"

#include <string.h>

#include "store-fixture.h"

static char *
to_json (PatronDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_true (patron_json_write (document, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static PatronDocument *
read_well (const char *json)
{
  g_autoptr (GError) error = NULL;
  PatronDocument *document
      = fixture_document (patron_registry_get_default ());

  patron_json_read (document, json, strlen (json), &error);
  g_assert_no_error (error);
  return document;
}

/* Strategies of random records of every entity come back as they were, ids
 * and all, and as the same text. */
static void
test_round_trip (void)
{
  PatronRegistry *registry = patron_registry_get_default ();

  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (PatronDocument) document = fixture_document (registry);
      g_autoptr (PatronDocument) copy = NULL;
      g_autofree char *dump = NULL;
      g_autofree char *copy_dump = NULL;
      g_autofree char *json = NULL;
      g_autofree char *copy_json = NULL;

      for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
        for (int n = 0; n < 6; n++)
          {
            const PatronEntity *entity
                = patron_registry_get_entity (registry, i);
            g_autoptr (PatronRecord) record = NULL;

            if (entity->single && n > 0)
              break;
            record = fixture_random_insert (document, rand, entity, NULL);
            g_assert_true (record != NULL || !entity->single);
          }
      dump = fixture_dump (document);
      json = to_json (document);
      g_assert_true (g_utf8_validate (json, -1, NULL));
      copy = read_well (json);
      copy_dump = fixture_dump (copy);
      copy_json = to_json (copy);
      g_assert_cmpstr (copy_dump, ==, dump);
      g_assert_cmpstr (copy_json, ==, json);
      g_assert_null (patron_document_get_undo_label (copy));
    }
}

#define HEAD "{\"format\": \"patron-strategy\", \"schema\": 1, "
#define ONE "\"strategy\": [{\"id\": \"1\", \"title\": \"T\"}]"

/* References may lead forward, and text may hold anything. */
static void
test_by_hand (void)
{
  static const char json[]
      = HEAD ONE ",\n"
        "\"kpi\": [{\"id\": \"2\", \"name\": \"a\\u00e9\\ud83d\\ude00\\n\\\"\\\\\","
        " \"counterpart\": \"3\", \"position\": -1.5e1},\n"
        " {\"position\": 2, \"counterpart\": \"2\", \"id\": \"3\","
        " \"measures\": [\"quality\", \"efficiency\"], \"leading\": true,"
        " \"owner\": null}]}";
  g_autoptr (PatronDocument) document = fixture_document (
      patron_registry_get_default ());
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) first = NULL;
  g_autoptr (PatronRecord) second = NULL;
  g_autofree char *text = NULL;

  /* A line break is no part of a name. */
  g_assert_false (
      patron_json_read (document, json, strlen (json), &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
  g_clear_error (&error);

  text = g_strdup (json);
  memcpy (strstr (text, "\\n"), "\\t", 2);
  g_assert_true (patron_json_read (document, text, strlen (text), &error));
  g_assert_no_error (error);
  first = patron_document_get_record (document, "kpi", 2);
  second = patron_document_get_record (document, "kpi", 3);
  g_assert_cmpstr (patron_record_get_text (first, "name"), ==,
                   "a\xc3\xa9\xf0\x9f\x98\x80\t\"\\");
  g_assert_cmpint (patron_record_get_integer (first, "counterpart"), ==, 3);
  g_assert_cmpfloat (patron_record_get_number (first, "position"), ==, -15);
  g_assert_cmpint (patron_record_get_integer (second, "measures"), ==, 3);
  g_assert_null (patron_record_get_text (second, "owner"));
}

/* What is wrong is named with its place, and nothing is taken. */
static void
test_refused (void)
{
  static const struct
  {
    const char *json;
    const char *place;
  } cases[] = {
    { "", "Line 1, column 1" },
    { "[]", "Line 1, column 1" },
    { "{}", "patron-strategy" },
    { "{\"format\": \"other\"}", "Line 1, column 12" },
    { "{\"format\": \"patron-strategy\"}", "schema" },
    { "{\"format\": \"patron-strategy\", \"schema\": 999}", "newer Patron" },
    { HEAD ONE "} x", "nothing may follow" },
    { HEAD ONE, "is missing" },
    { HEAD ONE ", \"nonsense\": []}", "“nonsense”" },
    { HEAD ONE ", " ONE "}", "given twice" },
    { HEAD "\"strategy\": []}", "exactly one" },
    { HEAD "\"strategy\": [{\"id\": \"1\"}, {\"id\": \"2\"}]}", "only one" },
    { HEAD ONE ",\n\"segment\": [{\"id\": \"1\"}]}", "Line 2" },
    { HEAD ONE ", \"segment\": [{\"id\": \"x\"}]}", "“x”" },
    { HEAD ONE ", \"segment\": [{\"id\": \"-2\"}]}", "“-2”" },
    { HEAD ONE ", \"segment\": [{\"position\": 1}]}", "“id” is missing" },
    { HEAD ONE ", \"segment\": [{\"id\": \"2\"}]}", "segment 2" },
    { HEAD ONE ",\n \"segment\": [\n{\"id\": \"2\", \"position\": 1, "
                "\"mood\": 1}]}",
      "“mood”" },
    { HEAD ONE ",\n \"segment\": [\n{\"id\": \"2\", \"position\": \"1\"}]}",
      "Line 3, column 25, segment 2 position" },
    { HEAD ONE ", \"segment\": [{\"id\": \"2\", \"position\": 1,"
                " \"position\": 1}]}",
      "given twice" },
    { HEAD ONE ", \"stage\": [{\"id\": \"2\", \"position\": 1,"
                " \"journey\": \"1\"}]}",
      "stage 2: journey" },
    { HEAD ONE ", \"stage\": [{\"id\": \"2\", \"position\": 1,"
                " \"journey\": \"7\"}]}",
      "stage 2 journey: there is no record 7" },
    { HEAD ONE ", \"stage\": [{\"id\": \"2\", \"position\": 01}]}",
      "number is missing" },
    { HEAD ONE ", \"stage\": [{\"id\": \"2\", \"position\": 1.}]}",
      "number is missing" },
    { HEAD ONE ", \"stage\": [{\"id\": \"2\", \"name\": \"\\u0000\"}]}",
      "does not allow" },
    { HEAD ONE ", \"stage\": [{\"id\": \"2\", \"name\": \"\\ud800\"}]}",
      "does not allow" },
    { HEAD ONE ", \"stage\": [{\"id\": \"2\", \"name\": \"\xff\"}]}",
      "UTF-8" },
    { HEAD ONE ", \"stage\": [{\"id\": \"2\", \"name\": \"a\nb\"}]}",
      "does not allow" },
    { HEAD ONE ", \"stage\": [{\"id\": \"2\", \"name\": \"a", "never closed" },
    { HEAD ONE ", \"stage\": [{\"id\": \"2\" \"name\": \"a\"}]}", "“,”" },
    { HEAD ONE ", \"stage\": [[[[[]]]]]}", "“{” is missing" },
    { HEAD ONE ", \"measurement\": [{\"id\": \"2\","
                " \"date\": \"2023-02-29\"}]}",
      "measurement 2 date" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatronDocument) document = read_well (
          HEAD ONE ", \"segment\": [{\"id\": \"9\", \"position\": 1}]}");
      g_autofree char *before = fixture_dump (document);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (patron_json_read (document, cases[i].json,
                                        strlen (cases[i].json), &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == PATRON_ERROR);
      if (strstr (error->message, cases[i].place) == NULL)
        g_error ("“%s” does not name “%s”", error->message, cases[i].place);
      after = fixture_dump (document);
      g_assert_cmpstr (after, ==, before);
    }
}

/* A text that is cut or changed anywhere gives a strategy or a reason. */
static void
test_mutations (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (PatronDocument) document
      = read_well (HEAD ONE ", \"kpi\": [{\"id\": \"2\", \"name\": \"N\\t\","
                            " \"leading\": true, \"position\": 1}]}");
  g_autofree char *json = to_json (document);
  gsize length = strlen (json);

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *copy = g_memdup2 (json, length + 1);
      gsize cut = (gsize) g_rand_int_range (rand, 1, (int) length + 1);
      g_autoptr (GError) error = NULL;
      gboolean good;

      copy[g_rand_int_range (rand, 0, (int) cut)]
          = (char) g_rand_int_range (rand, 0, 256);
      good = patron_json_read (document, copy, cut, &error);
      g_assert_true (good == (error == NULL));
    }
}

/* A record stands on a line where it fits. */
static void
test_lines (void)
{
  g_autofree char *name = g_strnfill (57, 'x');
  g_autofree char *json = g_strdup_printf (
      HEAD ONE ", \"segment\": [{\"id\": \"2\", \"name\": \"%s\","
               " \"position\": 1},{\"id\": \"3\", \"name\": \"%sx\","
               " \"position\": 2}]}",
      name, name);
  g_autoptr (PatronDocument) document = read_well (json);
  g_autofree char *written = to_json (document);
  g_autofree char *expected = g_strdup_printf (
      "{\n  \"format\": \"patron-strategy\",\n  \"schema\": %u,\n"
      "  \"strategy\": [\n    {\"id\": \"1\", \"title\": \"T\","
      " \"currency\": \"USD\", \"rule_set\": \"wheeler\"}\n  ],\n"
      "  \"segment\": [\n"
      "    {\"id\": \"2\", \"name\": \"%s\", \"position\": 1},\n"
      "    {\n      \"id\": \"3\",\n      \"name\": \"%sx\",\n"
      "      \"position\": 2\n    }\n  ]\n}\n",
      patron_registry_get_schema (patron_registry_get_default ()), name,
      name);

  g_assert_cmpstr (written, ==, expected);
}

/* What is not said is as in a new record, and what is null is not; so it is
 * when it is written and read again. */
static void
test_initial (void)
{
  g_autofree char *json = g_strdup (
      HEAD ONE ", \"kpi\": [{\"id\": \"2\", \"name\": \"Calls\","
               " \"cadence\": null, \"position\": 1}]}");
  g_autofree char *written = NULL;

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (PatronDocument) document
          = read_well (round == 0 ? json : written);
      g_autoptr (PatronRecord) kpi
          = patron_document_get_record (document, "kpi", 2);

      g_assert_cmpstr (patron_record_get_text (kpi, "limits_from"), ==, "all");
      g_assert_cmpstr (patron_record_get_text (kpi, "direction"), ==, "up");
      g_assert_null (patron_record_get_text (kpi, "cadence"));
      if (round == 0)
        written = to_json (document);
    }
}

static void
check_shipped (const char *folder)
{
  g_autofree char *path = g_build_filename (
      g_getenv ("PATRON_SOURCE_DIR"), "data", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  int n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *json = NULL;
      g_autofree char *written = NULL;
      g_autoptr (PatronDocument) document = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      g_test_message ("%s", file);
      g_assert_true (g_file_get_contents (file, &json, NULL, NULL));
      document = read_well (json);
      written = to_json (document);
      g_assert_cmpstr (written, ==, json);
      n++;
    }
  g_assert_cmpint (n, >, 0);
}

/* What is shipped is written as Patron writes it, so that a change made in
 * Patron shows as the lines that changed. */
static void
test_shipped (void)
{
  check_shipped ("samples");
  check_shipped ("templates");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json/round-trip", test_round_trip);
  g_test_add_func ("/exchange/json/by-hand", test_by_hand);
  g_test_add_func ("/exchange/json/refused", test_refused);
  g_test_add_func ("/exchange/json/mutations", test_mutations);
  g_test_add_func ("/exchange/json/lines", test_lines);
  g_test_add_func ("/exchange/json/initial", test_initial);
  g_test_add_func ("/exchange/json/shipped", test_shipped);
  return g_test_run ();
}
