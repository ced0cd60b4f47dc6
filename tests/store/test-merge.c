/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two who go on from one document, and come together again. */

#include "life-fixture.h"

#include "patron-conflict.h"

#define PAIRS 12
#define EDITS 12

typedef struct
{
  GFile          *file;
  GFile          *copy;
  PatronDocument *mine;
  PatronDocument *theirs;
} Pair;

static void
pair_begin (Pair       *pair,
            const char *name)
{
  g_autofree char *second = g_strconcat ("copy-", name, NULL);

  pair->file = life_make (name, NULL);
  pair->copy = life_file (second);
  pair->mine = life_open (pair->file);
}

/* From here on each goes its own way. */
static void
pair_part (Pair *pair)
{
  life_publish (pair->mine);
  g_assert_true (g_file_copy (pair->file, pair->copy, G_FILE_COPY_OVERWRITE,
                              NULL, NULL, NULL, NULL));
  pair->theirs = life_open (pair->copy);
}

/* Mine takes theirs. */
static void
pair_merge (Pair *pair)
{
  g_autoptr (GError) error = NULL;

  life_publish (pair->theirs);
  g_assert_true (patron_document_merge (pair->mine, pair->copy, &error));
  g_assert_no_error (error);
}

static void
pair_end (Pair *pair)
{
  life_close (pair->mine);
  life_close (pair->theirs);
  g_object_unref (pair->file);
  g_object_unref (pair->copy);
}

static PatronRecord *
add (PatronDocument *document,
     const char     *entity,
     const char     *field,
     const char     *value,
     const char     *field2,
     gint64          target)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, target);
  PatronRecord *record
      = field2 != NULL
            ? patron_document_insert (document, entity, &error, field, value,
                                      field2, id, NULL)
            : patron_document_insert (document, entity, &error, field, value,
                                      NULL);

  g_assert_no_error (error);
  return record;
}

static gint64
add_id (PatronDocument *document,
        const char     *entity,
        const char     *field,
        const char     *value,
        const char     *field2,
        gint64          target)
{
  g_autoptr (PatronRecord) record
      = add (document, entity, field, value, field2, target);

  return patron_record_get_id (record);
}

static void
set (PatronDocument *document,
     const char     *entity,
     gint64          id,
     const char     *field,
     const char     *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) record
      = patron_document_get_record (document, entity, id);

  g_assert_nonnull (record);
  patron_document_set_text (document, record, field, text, &error);
  g_assert_no_error (error);
  patron_document_end_typing (document);
}

static void
drop (PatronDocument *document,
      const char     *entity,
      gint64          id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) record
      = patron_document_get_record (document, entity, id);

  patron_document_remove (document, record, &error);
  g_assert_no_error (error);
}

static void
expect (PatronDocument *document,
        const char     *entity,
        gint64          id,
        const char     *field,
        const char     *expected)
{
  g_autoptr (PatronRecord) record
      = patron_document_get_record (document, entity, id);
  g_autofree char *text = NULL;

  g_assert_nonnull (record);
  text = patron_field_to_text (
      patron_entity_get_field (patron_record_get_entity (record), field),
      patron_record_get (record, field));
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
exists (PatronDocument *document,
        const char     *entity,
        gint64          id)
{
  g_autoptr (PatronRecord) record
      = patron_document_get_record (document, entity, id);

  return record != NULL;
}

static void
test_fields (void)
{
  Pair pair;
  gint64 id;
  GPtrArray *conflicts;
  PatronConflict *conflict;

  pair_begin (&pair, "fields.patron");
  id = add_id (pair.mine, "portrait", "name", "Clara", NULL, 0);
  set (pair.mine, "portrait", id, "verticals", "busy, loyal, rich");
  pair_part (&pair);

  /* Only one side. */
  set (pair.mine, "portrait", id, "occupation", "Founder");
  set (pair.theirs, "portrait", id, "quotation", "Just make it work");
  /* Both: text keeps both, tags are a set, of all else mine stays. */
  set (pair.mine, "portrait", id, "name", "Clara Koch");
  set (pair.theirs, "portrait", id, "name", "Clara K.");
  set (pair.mine, "portrait", id, "verticals", "busy, rich, new");
  set (pair.theirs, "portrait", id, "verticals", "busy, loyal, careful");
  set (pair.mine, "portrait", id, "age", "41");
  set (pair.theirs, "portrait", id, "age", "43");
  /* Both the same. */
  set (pair.mine, "portrait", id, "town", "Lyon");
  set (pair.theirs, "portrait", id, "town", "Lyon");

  pair_merge (&pair);
  expect (pair.mine, "portrait", id, "occupation", "Founder");
  expect (pair.mine, "portrait", id, "quotation", "Just make it work");
  expect (pair.mine, "portrait", id, "name", "Clara Koch / Clara K.");
  expect (pair.mine, "portrait", id, "verticals", "busy, new, careful");
  expect (pair.mine, "portrait", id, "age", "41");
  expect (pair.mine, "portrait", id, "town", "Lyon");
  conflicts = patron_document_get_conflicts (pair.mine);
  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = g_ptr_array_index (conflicts, 0);
  g_assert_cmpstr (conflict->entity->name, ==, "portrait");
  g_assert_cmpint (conflict->record, ==, id);
  g_assert_cmpstr (conflict->field->name, ==, "age");
  g_assert_cmpint (conflict->theirs.integer, ==, 43);
  g_assert_cmpint (conflict->mine.integer, ==, 41);
  pair_end (&pair);
}

static void
test_long_text (void)
{
  Pair pair;
  gint64 id;

  pair_begin (&pair, "long.patron");
  id = add_id (pair.mine, "segment", "name", "A", NULL, 0);
  set (pair.mine, "segment", id, "description", "Both know this.");
  pair_part (&pair);
  set (pair.mine, "segment", id, "description", "Both know this.\nMine.");
  set (pair.theirs, "segment", id, "description", "Both know this. Theirs.");
  pair_merge (&pair);
  expect (pair.mine, "segment", id, "description",
          "Both know this.\nMine.\nBoth know this. Theirs.");
  pair_end (&pair);
}

static void
test_rows (void)
{
  Pair pair;
  gint64 both, mine_changed, theirs_changed, mine, theirs, child;

  pair_begin (&pair, "rows.patron");
  both = add_id (pair.mine, "segment", "name", "Gone on both", NULL, 0);
  mine_changed = add_id (pair.mine, "segment", "name", "M", NULL, 0);
  theirs_changed = add_id (pair.mine, "segment", "name", "T", NULL, 0);
  mine = add_id (pair.mine, "segment", "name", "Gone here", NULL, 0);
  theirs = add_id (pair.mine, "segment", "name", "Gone there", NULL, 0);
  child = add_id (pair.mine, "portrait", "name", "Clara", "segment", theirs);
  pair_part (&pair);

  drop (pair.mine, "segment", both);
  drop (pair.theirs, "segment", both);
  drop (pair.mine, "segment", mine);
  drop (pair.theirs, "segment", theirs);
  set (pair.mine, "segment", mine_changed, "name", "M changed");
  drop (pair.theirs, "segment", mine_changed);
  drop (pair.mine, "segment", theirs_changed);
  set (pair.theirs, "segment", theirs_changed, "name", "T changed");

  pair_merge (&pair);
  g_assert_false (exists (pair.mine, "segment", both));
  g_assert_false (exists (pair.mine, "segment", mine));
  g_assert_false (exists (pair.mine, "segment", theirs));
  expect (pair.mine, "segment", mine_changed, "name", "M changed");
  expect (pair.mine, "segment", theirs_changed, "name", "T changed");
  expect (pair.mine, "portrait", child, "segment", "");
  pair_end (&pair);
}

/* What somebody adds to a record keeps the record. */
static void
test_parts (void)
{
  Pair pair;
  gint64 journey, stage, lane, other, mine_card, theirs_stage;
  g_autofree char *lane_text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) card = NULL;

  pair_begin (&pair, "parts.patron");
  journey = add_id (pair.mine, "journey", "title", "As is", NULL, 0);
  other = add_id (pair.mine, "journey", "title", "To be", NULL, 0);
  stage = add_id (pair.mine, "stage", "name", "Buy", "journey", journey);
  lane = add_id (pair.mine, "lane", "name", "Touch", "journey", journey);
  pair_part (&pair);

  /* They drop the journey; here a card is added to it. */
  lane_text = g_strdup_printf ("%" G_GINT64_FORMAT, lane);
  {
    g_autofree char *stage_text
        = g_strdup_printf ("%" G_GINT64_FORMAT, stage);

    card = patron_document_insert (pair.mine, "card", &error, "title", "Call",
                                   "stage", stage_text, "lane", lane_text,
                                   NULL);
  }
  g_assert_no_error (error);
  mine_card = patron_record_get_id (card);
  drop (pair.theirs, "journey", journey);
  /* Here the other journey goes; they add a stage to it. */
  drop (pair.mine, "journey", other);
  theirs_stage
      = add_id (pair.theirs, "stage", "name", "Learn", "journey", other);

  pair_merge (&pair);
  g_assert_true (exists (pair.mine, "card", mine_card));
  g_assert_true (exists (pair.mine, "stage", stage));
  g_assert_true (exists (pair.mine, "lane", lane));
  g_assert_true (exists (pair.mine, "journey", journey));
  g_assert_true (exists (pair.mine, "stage", theirs_stage));
  g_assert_true (exists (pair.mine, "journey", other));
  pair_end (&pair);
}

/* A KPI that one side renames is still what the other side computes with; two
 * formulas are never joined to a third, nor two texts that programs read. */
static void
test_formulas (void)
{
  Pair pair;
  gint64 revenue, each, both, chart;
  g_autofree char *expected = NULL;
  g_autofree char *mine = NULL;

  pair_begin (&pair, "formulas.patron");
  revenue = add_id (pair.mine, "kpi", "name", "Revenue", NULL, 0);
  each = add_id (pair.mine, "kpi", "name", "Each", NULL, 0);
  both = add_id (pair.mine, "kpi", "name", "Both", NULL, 0);
  set (pair.mine, "kpi", both, "expression", "Revenue");
  chart = add_id (pair.mine, "chart", "title", "Sales", NULL, 0);
  pair_part (&pair);

  set (pair.mine, "kpi", revenue, "name", "Sales");
  set (pair.theirs, "kpi", each, "expression", "Revenue * 2");
  set (pair.mine, "kpi", both, "expression", "Sales * 3");
  set (pair.theirs, "kpi", both, "expression", "Revenue * 4");
  set (pair.mine, "chart", chart, "specification", "{\"version\":1}");
  set (pair.theirs, "chart", chart, "specification", "{}");
  pair_merge (&pair);
  expect (pair.mine, "kpi", revenue, "name", "Sales");
  expected = g_strdup_printf ("#%" G_GINT64_FORMAT " * 2", revenue);
  expect (pair.mine, "kpi", each, "expression", expected);
  mine = g_strdup_printf ("#%" G_GINT64_FORMAT " * 3", revenue);
  expect (pair.mine, "kpi", both, "expression", mine);
  expect (pair.mine, "chart", chart, "specification", "{\"version\":1}");
  g_assert_cmpuint (patron_document_get_conflicts (pair.mine)->len, ==, 2);
  pair_end (&pair);
}

/* Two moves that are each sound do not make a circle. */
static void
test_circle (void)
{
  Pair pair;
  gint64 a, b;
  g_autofree char *a_text = NULL;
  g_autofree char *b_text = NULL;

  pair_begin (&pair, "circle.patron");
  a = add_id (pair.mine, "goal", "title", "A", NULL, 0);
  b = add_id (pair.mine, "goal", "title", "B", NULL, 0);
  a_text = g_strdup_printf ("%" G_GINT64_FORMAT, a);
  b_text = g_strdup_printf ("%" G_GINT64_FORMAT, b);
  pair_part (&pair);
  set (pair.mine, "goal", a, "parent", b_text);
  set (pair.theirs, "goal", b, "parent", a_text);
  pair_merge (&pair);
  expect (pair.mine, "goal", a, "parent", b_text);
  expect (pair.mine, "goal", b, "parent", "");
  g_assert_cmpuint (patron_document_get_conflicts (pair.mine)->len, ==, 1);
  pair_end (&pair);
}

static void
test_data (void)
{
  Pair pair;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG here", 9);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (PatronRecord) asset = NULL;
  g_autoptr (PatronRecord) strategy = NULL;
  g_autoptr (PatronRecord) found = NULL;

  pair_begin (&pair, "data.patron");
  pair_part (&pair);
  asset = patron_document_insert_asset (pair.theirs, bytes, "logo.png",
                                        "image/png", 3, 4, &error);
  g_assert_no_error (error);
  strategy = patron_document_get_strategy (pair.theirs);
  patron_document_set_integer (pair.theirs, strategy, "logo",
                               patron_record_get_id (asset), &error);
  pair_merge (&pair);
  found = patron_document_get_record (pair.mine, "asset",
                                      patron_record_get_id (asset));
  back = patron_document_load_data (pair.mine, found, "data", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, bytes));
  g_clear_object (&asset);
  g_clear_object (&strategy);
  pair_end (&pair);
}

/* Another strategy altogether: everything comes, one record of what there
 * is one of stays. */
static void
test_stranger (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id, other_id;
  g_autoptr (GFile) file = life_make ("host.patron", &id);
  g_autoptr (GFile) other = life_make ("guest.patron", &other_id);
  PatronDocument *document = life_open (file);

  g_assert_true (patron_document_merge (document, other, &error));
  g_assert_no_error (error);
  g_assert_true (exists (document, "segment", id));
  g_assert_true (exists (document, "segment", other_id));
  g_assert_cmpint (patron_document_count (document, "strategy"), ==, 1);
  g_assert_true (patron_document_undo (document, &error));
  g_assert_false (exists (document, "segment", other_id));
  life_close (document);
}

static void
wander (PatronDocument *document,
        GRand          *rand)
{
  for (int i = 0; i < EDITS; i++)
    fixture_random_edit (document, rand);
}

/* The keys of rows that are in one document and not in another. */
static void
check_contains (PatronDocument *merged,
                GHashTable     *added)
{
  GHashTableIter iter;
  gpointer key, entity;

  g_hash_table_iter_init (&iter, added);
  while (g_hash_table_iter_next (&iter, &key, &entity))
    g_assert_true (exists (merged, entity, *(gint64 *) key));
}

static void
collect_rows (PatronDocument *document,
              GHashTable     *rows)
{
  PatronRegistry *registry = patron_document_get_registry (document);

  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);
      g_autofree char *sql
          = g_strdup_printf ("SELECT id FROM \"%s\"", entity->name);
      g_autoptr (PatronStatement) statement
          = patron_db_prepare (document->db, sql, NULL);

      while (patron_statement_step (statement, NULL) == PATRON_STEP_ROW)
        {
          gint64 id = patron_statement_get_integer (statement, 0);

          g_hash_table_insert (rows, g_memdup2 (&id, sizeof id),
                               (gpointer) entity->name);
        }
    }
}

static GHashTable *
new_rows (PatronDocument *document,
          GHashTable     *before)
{
  GHashTable *rows
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  collect_rows (document, rows);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (rows, key);
  return rows;
}

static void
check_sound (PatronDocument *document)
{
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (document->db, "PRAGMA foreign_key_check", NULL);

  g_assert_cmpint (patron_statement_step (statement, NULL), ==,
                   PATRON_STEP_DONE);
}

/* Each takes the other's state in turn: both end with the same document, and
 * with every record that either added. Undoing a merge takes back all of
 * it. */
static void
check_converges (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) base
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) added_here = NULL;
  g_autoptr (GHashTable) added_there = NULL;
  g_autofree char *name = g_strdup_printf ("pair-%u.patron", seed);
  g_autofree char *before = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  Pair pair;

  pair_begin (&pair, name);
  for (int i = 0; i < 4; i++)
    wander (pair.mine, rand);
  pair_part (&pair);
  collect_rows (pair.mine, base);
  wander (pair.mine, rand);
  wander (pair.theirs, rand);
  added_here = new_rows (pair.mine, base);
  added_there = new_rows (pair.theirs, base);

  before = fixture_dump (pair.mine);
  pair_merge (&pair);
  merged = fixture_dump (pair.mine);
  check_sound (pair.mine);
  check_contains (pair.mine, added_here);
  check_contains (pair.mine, added_there);
  if (strcmp (before, merged) != 0)
    {
      g_assert_true (patron_document_undo (pair.mine, &error));
      undone = fixture_dump (pair.mine);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (patron_document_redo (pair.mine, &error));
    }
  /* What was merged here is published over what they have, and they take it
   * up; what they keep of it is taken up here. */
  life_publish (pair.mine);
  g_assert_true (patron_document_merge (pair.theirs, pair.file, &error));
  g_assert_no_error (error);
  check_sound (pair.theirs);
  life_publish (pair.theirs);
  g_assert_true (g_file_copy (pair.copy, pair.file, G_FILE_COPY_OVERWRITE,
                              NULL, NULL, NULL, NULL));
  g_assert_true (patron_document_check_outside (pair.mine, &error));
  g_assert_no_error (error);
  here = fixture_dump (pair.mine);
  there = fixture_dump (pair.theirs);
  g_assert_cmpstr (here, ==, there);
  check_contains (pair.mine, added_here);
  check_contains (pair.mine, added_there);
  pair_end (&pair);
}

static void
test_converges (void)
{
  for (guint32 seed = 0; seed < PAIRS; seed++)
    check_converges (seed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/fields", test_fields);
  g_test_add_func ("/merge/long-text", test_long_text);
  g_test_add_func ("/merge/rows", test_rows);
  g_test_add_func ("/merge/parts", test_parts);
  g_test_add_func ("/merge/formulas", test_formulas);
  g_test_add_func ("/merge/circle", test_circle);
  g_test_add_func ("/merge/data", test_data);
  g_test_add_func ("/merge/stranger", test_stranger);
  g_test_add_func ("/merge/converges", test_converges);
  return g_test_run ();
}
