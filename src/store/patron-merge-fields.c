/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Merges the fields of rows that are on both sides. */

#include "patron-merge-private.h"

#include <string.h>

/* A row of the query: its key here, its key there, then three columns for
 * each field: theirs, base, mine. Of data, which may be large, they are
 * instead: whether there is any in theirs, whether theirs is like base (and
 * otherwise like mine: 2), and whether mine is like base. */
enum
{
  COLUMN_RECORD,
  COLUMN_SOURCE,
  COLUMN_FIRST
};

typedef struct
{
  PatronValue theirs;
  PatronValue base;
  PatronValue mine;
} Triple;

static char *
select_sql (const PatronEntity *entity)
{
  g_autoptr (GString) sql = g_string_new ("SELECT m.id, t.id");
  const char *name = entity->name;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const char *field = entity->fields[i].name;

      if (entity->fields[i].kind == PATRON_KIND_DATA)
        g_string_append_printf (
            sql,
            ", t.\"%s\" IS NOT NULL, CASE WHEN t.\"%s\" IS b.\"%s\" THEN 1 "
            "WHEN t.\"%s\" IS m.\"%s\" THEN 2 ELSE 0 END, "
            "m.\"%s\" IS b.\"%s\"",
            field, field, field, field, field, field, field);
      else
        g_string_append_printf (sql, ", t.\"%s\", b.\"%s\", m.\"%s\"", field,
                                field, field);
    }
  g_string_append_printf (sql,
                          " FROM main.\"%s\" AS t LEFT JOIN base.\"%s\" AS b "
                          "ON %s JOIN mine.\"%s\" AS m ON %s WHERE 0",
                          name, name, entity->single ? "1" : "b.id = t.id",
                          name, entity->single ? "1" : "m.id = t.id");
  for (guint i = 0; i < entity->n_fields; i++)
    g_string_append_printf (sql, " OR t.\"%s\" IS NOT b.\"%s\"",
                            entity->fields[i].name, entity->fields[i].name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* Whether one text holds the other already: somebody merged before. */
static gboolean
holds (const char *text,
       const char *part,
       const char *separator)
{
  g_auto (GStrv) parts = NULL;

  if (strcmp (separator, "\n") == 0)
    {
      /* Paragraphs may be several lines. */
      const char *found = strstr (text, part);
      gsize length = strlen (part);

      return found != NULL && (found == text || found[-1] == '\n')
             && (found[length] == '\0' || found[length] == '\n');
    }
  parts = g_strsplit (text, separator, -1);
  return g_strv_contains ((const char *const *) parts, part);
}

static void
keep_both (const PatronField *field,
           const Triple      *triple,
           PatronValue       *value)
{
  const char *separator
      = field->kind == PATRON_KIND_LONG_TEXT ? "\n" : " / ";

  if (triple->theirs.type == PATRON_VALUE_NULL
      || triple->mine.type == PATRON_VALUE_NULL)
    {
      /* Somebody emptied what somebody else changed. */
      patron_value_copy (value, triple->mine.type == PATRON_VALUE_NULL
                                    ? &triple->theirs
                                    : &triple->mine);
      return;
    }
  if (holds (triple->theirs.text, triple->mine.text, separator))
    patron_value_copy (value, &triple->theirs);
  else if (holds (triple->mine.text, triple->theirs.text, separator))
    patron_value_copy (value, &triple->mine);
  else
    patron_value_take_text (value,
                            g_strconcat (triple->mine.text, separator,
                                         triple->theirs.text, NULL));
}

static gboolean
has_tag (char      **tags,
         const char *tag)
{
  return g_strv_contains ((const char *const *) tags, tag);
}

/* What is here, without what they removed, and with what they added. */
static void
merge_tags (const Triple *triple,
            PatronValue  *value)
{
  g_auto (GStrv) theirs = patron_tags_split (
      triple->theirs.type == PATRON_VALUE_TEXT ? triple->theirs.text : "");
  g_auto (GStrv) base = patron_tags_split (
      triple->base.type == PATRON_VALUE_TEXT ? triple->base.text : "");
  g_auto (GStrv) mine = patron_tags_split (
      triple->mine.type == PATRON_VALUE_TEXT ? triple->mine.text : "");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) merged = NULL;

  for (gsize i = 0; mine[i] != NULL; i++)
    if (has_tag (theirs, mine[i]) || !has_tag (base, mine[i]))
      g_strv_builder_add (builder, mine[i]);
  for (gsize i = 0; theirs[i] != NULL; i++)
    if (!has_tag (mine, theirs[i]) && !has_tag (base, theirs[i]))
      g_strv_builder_add (builder, theirs[i]);
  merged = g_strv_builder_end (builder);
  patron_value_take_text (value,
                          patron_tags_join ((const char *const *) merged));
}

static gint64
get_flags (const PatronValue *value)
{
  return value->type == PATRON_VALUE_INTEGER ? value->integer : 0;
}

static void
merge_flags (const Triple *triple,
             PatronValue  *value)
{
  gint64 theirs = get_flags (&triple->theirs);
  gint64 base = get_flags (&triple->base);
  gint64 mine = get_flags (&triple->mine);

  patron_value_set_integer (value,
                            (mine & ~(base & ~theirs)) | (theirs & ~base));
}

/* Finds a value for a field that both changed. */
static gboolean
merge_value (const PatronField *field,
             const Triple      *triple,
             PatronValue       *value)
{
  /* Two formulas one after the other are a third one. */
  if (field->flags & PATRON_FIELD_EXACT)
    return FALSE;
  switch (field->kind)
    {
    case PATRON_KIND_TEXT:
    case PATRON_KIND_LONG_TEXT:
      keep_both (field, triple, value);
      break;
    case PATRON_KIND_TAGS:
      merge_tags (triple, value);
      break;
    case PATRON_KIND_FLAGS:
      merge_flags (triple, value);
      break;
    case PATRON_KIND_NUMBER:
    case PATRON_KIND_MONEY:
    case PATRON_KIND_PERCENT:
    case PATRON_KIND_INTEGER:
    case PATRON_KIND_DATE:
    case PATRON_KIND_DATE_TIME:
    case PATRON_KIND_DURATION:
    case PATRON_KIND_CHOICE:
    case PATRON_KIND_BOOLEAN:
    case PATRON_KIND_SCALE:
    case PATRON_KIND_COLOUR:
    case PATRON_KIND_IMAGE:
    case PATRON_KIND_REFERENCE:
    case PATRON_KIND_POSITION:
    case PATRON_KIND_DATA:
    default:
      return FALSE;
    }
  return patron_field_validate (field, value, NULL);
}

static void
add_change (PatronMergeTable  *table,
            PatronStatement   *row,
            guint              field,
            const PatronValue *value)
{
  PatronMergeChange *change = g_new0 (PatronMergeChange, 1);

  change->record = patron_statement_get_integer (row, COLUMN_RECORD);
  change->source = patron_statement_get_integer (row, COLUMN_SOURCE);
  change->field = field;
  patron_value_copy (&change->value, value);
  g_ptr_array_add (table->changes, change);
  g_hash_table_add (table->changed, change);
}

static void
plan_data (PatronMerge      *self,
           PatronMergeTable *table,
           PatronStatement  *row,
           guint             field,
           int               column)
{
  gint64 like = patron_statement_get_integer (row, column + 1);
  g_auto (PatronValue) there = PATRON_VALUE_INIT;

  patron_value_set_integer (&there,
                            patron_statement_get_integer (row, column));
  if (like != 0)
    return;
  if (patron_statement_get_integer (row, column + 2))
    add_change (table, row, field, &there);
  else
    patron_merge_add_conflict (
        self, table->entity,
        patron_statement_get_integer (row, COLUMN_RECORD),
        &table->entity->fields[field], NULL);
}

static void
plan_field (PatronMerge      *self,
            PatronMergeTable *table,
            PatronStatement  *row,
            guint             index,
            const Triple     *triple)
{
  const PatronField *field = &table->entity->fields[index];
  g_auto (PatronValue) value = PATRON_VALUE_INIT;

  if (patron_value_equal (&triple->theirs, &triple->base)
      || patron_value_equal (&triple->theirs, &triple->mine))
    return;
  if (patron_value_equal (&triple->mine, &triple->base))
    {
      add_change (table, row, index, &triple->theirs);
      return;
    }
  if (merge_value (field, triple, &value))
    {
      self->collides = TRUE;
      if (!patron_value_equal (&value, &triple->mine))
        add_change (table, row, index, &value);
    }
  /* Of two orders one has to give; nobody needs to hear of it. */
  else if (field->kind != PATRON_KIND_POSITION)
    patron_merge_add_conflict (
        self, table->entity,
        patron_statement_get_integer (row, COLUMN_RECORD), field,
        &triple->theirs);
}

static void
plan_row (PatronMerge      *self,
          PatronMergeTable *table,
          PatronStatement  *row)
{
  for (guint i = 0; i < table->entity->n_fields; i++)
    {
      int column = COLUMN_FIRST + 3 * (int) i;
      Triple triple = { PATRON_VALUE_INIT, PATRON_VALUE_INIT,
                        PATRON_VALUE_INIT };

      if (table->entity->fields[i].kind == PATRON_KIND_DATA)
        {
          plan_data (self, table, row, i, column);
          continue;
        }
      patron_statement_get (row, column, &triple.theirs);
      patron_statement_get (row, column + 1, &triple.base);
      patron_statement_get (row, column + 2, &triple.mine);
      plan_field (self, table, row, i, &triple);
      patron_value_clear (&triple.theirs);
      patron_value_clear (&triple.base);
      patron_value_clear (&triple.mine);
    }
}

/* patron_merge_plan_fields:
 *
 * Plans what becomes of the fields of rows that are there and here.
 *
 * Returns: whether it worked
 */
gboolean
patron_merge_plan_fields (PatronMerge      *self,
                          PatronMergeTable *table,
                          GError          **error)
{
  g_autofree char *sql = select_sql (table->entity);
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->db, sql, error);
  PatronStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = patron_statement_step (statement, error)) == PATRON_STEP_ROW)
    plan_row (self, table, statement);
  return step == PATRON_STEP_DONE;
}
