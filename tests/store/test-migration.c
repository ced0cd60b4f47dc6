/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents of older schemas become documents of the newest one: those of
 * every schema that was released, and those of a schema of our own that gets
 * fields and entities. */

#include "life-fixture.h"

/* Schema 1 of a little garden, and schema 2 of it. */

static const PatronField plot_fields[] = {
  { "name", PATRON_KIND_TEXT, "Name", .flags = PATRON_FIELD_TITLE },
  { "size", PATRON_KIND_NUMBER, "Size" },
};

static const PatronField plot_fields_2[] = {
  { "name", PATRON_KIND_TEXT, "Name", .flags = PATRON_FIELD_TITLE },
  { "soil", PATRON_KIND_TEXT, "Soil", .initial = "loam", .since = 2 },
  { "size", PATRON_KIND_NUMBER, "Size" },
  { "gardener", PATRON_KIND_REFERENCE, "Gardener", .target = "gardener",
    .since = 2 },
  { "position", PATRON_KIND_POSITION, "Position",
    .flags = PATRON_FIELD_REQUIRED, .since = 2 },
};

static const PatronField garden_fields[] = {
  { "title", PATRON_KIND_TEXT, "Title", .flags = PATRON_FIELD_TITLE },
};

static const PatronField gardener_fields[] = {
  { "name", PATRON_KIND_TEXT, "Name", .flags = PATRON_FIELD_TITLE },
};

static const PatronField shed_fields[] = {
  { "lock", PATRON_KIND_TEXT, "Lock", .initial = "none" },
};

static const PatronEntity garden_entity = {
  .name = "garden",
  .label = "Garden",
  .plural = "Gardens",
  .untitled = "Garden",
  .single = TRUE,
  PATRON_ENTITY_FIELDS (garden_fields),
};

static const PatronEntity plot_entity = {
  .name = "plot",
  .label = "Plot",
  .plural = "Plots",
  .untitled = "Plot",
  PATRON_ENTITY_FIELDS (plot_fields),
};

static const PatronEntity gardener_entity = {
  .name = "gardener",
  .label = "Gardener",
  .plural = "Gardeners",
  .untitled = "Gardener",
  .since = 2,
  PATRON_ENTITY_FIELDS (gardener_fields),
};

static const PatronEntity shed_entity = {
  .name = "shed",
  .label = "Shed",
  .plural = "Sheds",
  .untitled = "Shed",
  .single = TRUE,
  .since = 2,
  PATRON_ENTITY_FIELDS (shed_fields),
};

/* The same entity, in another program. */
static const PatronEntity plot_entity_2 = {
  .name = "plot",
  .label = "Plot",
  .plural = "Plots",
  .untitled = "Plot",
  .order = "position",
  PATRON_ENTITY_FIELDS (plot_fields_2),
};

static PatronRegistry *
schema_1 (void)
{
  const PatronEntity *const entities[] = { &garden_entity, &plot_entity };

  return patron_registry_new (entities, G_N_ELEMENTS (entities));
}

static PatronRegistry *
schema_2 (void)
{
  const PatronEntity *const entities[]
      = { &garden_entity, &gardener_entity, &plot_entity_2, &shed_entity };

  return patron_registry_new (entities, G_N_ELEMENTS (entities));
}

static gint64
count_rows (PatronDocument *document,
            const char     *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  patron_db_get_integer (document->db, sql, &n, &error);
  g_assert_no_error (error);
  return n;
}

/* A garden of schema 1 in a file. */
static GFile *
make_garden (const char *name)
{
  g_autoptr (PatronRegistry) registry = schema_1 ();
  g_autoptr (GError) error = NULL;
  PatronDocument *document = patron_document_new (registry, &error);
  GFile *file = life_file (name);

  g_assert_no_error (error);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *size = g_strdup_printf ("%d.5", i);
      g_autoptr (PatronRecord) plot G_GNUC_UNUSED
          = patron_document_insert (document, "plot", &error, "name", "Bed",
                                    "size", size, NULL);
    }
  g_assert_true (patron_document_save_as (document, file, &error));
  g_assert_no_error (error);
  life_close (document);
  return file;
}

static void
check_garden_2 (PatronDocument *document)
{
  g_assert_cmpint (count_rows (document, "SELECT count (*) FROM plot "
                                         "WHERE name = 'Bed' "
                                         "AND soil = 'loam' "
                                         "AND gardener IS NULL"),
                   ==, 3);
  g_assert_cmpint (
      count_rows (document,
                  "SELECT count (*) FROM (SELECT position = "
                  "row_number () OVER (ORDER BY id) AS good FROM plot) "
                  "WHERE NOT good"),
      ==, 0);
  g_assert_cmpint (
      count_rows (document, "SELECT sum (size * 10) FROM plot"), ==, 45);
  g_assert_cmpint (patron_document_count (document, "gardener"), ==, 0);
  g_assert_cmpint (count_rows (document, "SELECT count (*) FROM shed "
                                         "WHERE lock = 'none'"),
                   ==, 1);
}

static void
test_fields_and_entities (void)
{
  g_autoptr (PatronRegistry) old = schema_1 ();
  g_autoptr (PatronRegistry) new = schema_2 ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = make_garden ("garden.patron");
  g_autoptr (GFile) copy = life_file ("garden-2.patron");
  PatronDocument *document;
  g_autoptr (PatronRecord) gardener = NULL;

  g_assert_cmpuint (patron_registry_get_schema (new), ==, 2);
  g_assert_true (g_file_copy (file, copy, G_FILE_COPY_NONE, NULL, NULL, NULL,
                              &error));
  document = patron_document_open (new, copy, PATRON_OPEN_NONE, &error);
  g_assert_no_error (error);
  check_garden_2 (document);
  gardener = patron_document_insert (document, "gardener", &error, "name",
                                     "Ada", NULL);
  g_assert_no_error (error);
  life_publish (document);
  g_clear_object (&gardener);
  life_close (document);

  document = patron_document_open (new, copy, PATRON_OPEN_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (patron_document_count (document, "gardener"), ==, 1);
  g_assert_true (patron_document_undo (document, &error));
  check_garden_2 (document);
  life_close (document);

  /* The older program says why it cannot. */
  document = patron_document_open (old, copy, PATRON_OPEN_PRIVATE, &error);
  g_assert_null (document);
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_NEWER);
}

/* Edits that an older Patron did not publish are brought along. */
static void
test_work_copy (void)
{
  g_autoptr (PatronRegistry) old = schema_1 ();
  g_autoptr (PatronRegistry) new = schema_2 ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = make_garden ("garden-3.patron");
  PatronDocument *document
      = patron_document_open (old, file, PATRON_OPEN_NONE, &error);
  g_autoptr (PatronRecord) plot
      = patron_document_insert (document, "plot", &error, "name", "Late",
                                NULL);

  g_assert_no_error (error);
  g_clear_object (&plot);
  life_close (document);

  document = patron_document_open (new, file, PATRON_OPEN_NONE, &error);
  g_assert_no_error (error);
  check_garden_2 (document);
  g_assert_cmpint (count_rows (document, "SELECT count (*) FROM plot "
                                         "WHERE name = 'Late'"),
                   ==, 1);
  g_assert_true (patron_document_get_modified (document));
  g_assert_false (patron_document_get_conflict (document));
  g_assert_null (patron_document_get_undo_label (document));
  life_publish (document);
  life_close (document);

  /* Others' edits of the older schema are merged. */
  document = patron_document_open (new, file, PATRON_OPEN_NONE, &error);
  g_assert_no_error (error);
  {
    g_autoptr (GFile) older = make_garden ("garden-4.patron");

    g_assert_true (patron_document_merge (document, older, &error));
    g_assert_no_error (error);
    g_assert_cmpint (patron_document_count (document, "plot"), ==, 7);
  }
  life_close (document);
}

static void
convert_file (GFile      *from,
              GFile      *to,
              GConverter *converter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) source = g_file_read (from, NULL, &error);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFileOutputStream) sink = NULL;

  g_assert_no_error (error);
  stream = g_converter_input_stream_new (G_INPUT_STREAM (source), converter);
  sink = g_file_replace (to, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (sink), stream,
                          G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                              | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);
}

/* What every document has one of is there already. */
static void
fill_single (PatronDocument     *document,
             const PatronEntity *entity,
             const PatronValue  *values)
{
  g_autoptr (PatronRecord) record = patron_document_get_strategy (document);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      patron_document_set (document, record, entity->fields[i].name,
                           &values[i], &error);
      g_assert_no_error (error);
    }
}

/* Two records of every entity, every field of which has a value in one of
 * them. */
static void
fill (PatronDocument *document)
{
  PatronRegistry *registry = patron_document_get_registry (document);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;

  for (int round = 0; round < 2; round++)
    for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
      {
        const PatronEntity *entity
            = patron_registry_get_entity (registry, i);
        g_autofree PatronValue *values
            = g_new0 (PatronValue, entity->n_fields);
        g_autoptr (PatronRecord) record G_GNUC_UNUSED = NULL;

        for (guint j = 0; j < entity->n_fields; j++)
          do
            fixture_random_value (document, rand, &entity->fields[j],
                                  &values[j]);
          while (round == 1 && values[j].type == PATRON_VALUE_NULL);
        if (entity->single)
          fill_single (document, entity, values);
        else
          record = patron_document_insert_values (document, entity, 0, values,
                                                  &error);
        g_assert_no_error (error);
        for (guint j = 0; j < entity->n_fields; j++)
          patron_value_clear (&values[j]);
      }
}

/* test-store-migration --freeze FILE: writes a document of the newest schema
 * to be kept as tests/store/fixtures/schema-N.patron.gz. To be done once,
 * when a schema is about to be released. */
static int
freeze (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = life_file ("frozen.patron");
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GConverter) compressor = G_CONVERTER (
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  PatronDocument *document
      = patron_document_new (patron_registry_get_default (), &error);

  g_assert_no_error (error);
  fill (document);
  g_assert_true (patron_document_save_as (document, file, &error));
  g_assert_no_error (error);
  life_close (document);
  convert_file (file, to, compressor);
  return 0;
}

/* Documents of the schemas that were released, as they were written then. */
static void
test_released (void)
{
  PatronRegistry *registry = patron_registry_get_default ();

  for (guint schema = 1; schema <= patron_registry_get_schema (registry);
       schema++)
    {
      g_autofree char *name = g_strdup_printf ("schema-%u.patron", schema);
      g_autofree char *packed = g_strconcat (name, ".gz", NULL);
      g_autofree char *path = g_test_build_filename (
          G_TEST_DIST, "store", "fixtures", packed, NULL);
      g_autoptr (GFile) fixture = g_file_new_for_path (path);
      g_autoptr (GFile) file = life_file (name);
      g_autoptr (GConverter) decompressor = G_CONVERTER (
          g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
      PatronDocument *document;

      /* The newest is frozen when it is released, not while it grows. */
      if (schema > 1 && schema == patron_registry_get_schema (registry)
          && !g_file_query_exists (fixture, NULL))
        continue;
      convert_file (fixture, file, decompressor);
      document = life_open (file);
      for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
        {
          const PatronEntity *entity
              = patron_registry_get_entity (registry, i);

          if (patron_schema_has_entity (entity, schema))
            g_assert_cmpint (patron_document_count (document, entity->name),
                             >, 0);
        }
      g_assert_false (patron_document_get_modified (document));
      life_close (document);
    }
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--freeze") == 0)
    return freeze (argv[2]);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/migration/fields-and-entities",
                   test_fields_and_entities);
  g_test_add_func ("/migration/work-copy", test_work_copy);
  g_test_add_func ("/migration/released", test_released);
  return g_test_run ();
}
