/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "patron-list.h"

#include "patron-document-private.h"

/**
 * PatronList:
 *
 * The records of an entity, or those that refer to one record, as a live
 * #GListModel in the order that the field table says. It keeps keys alone;
 * records are made when somebody asks for them, so a list of a hundred
 * thousand measurements costs less than a megabyte. Whoever asks for one
 * soon asks for its neighbours, so they are read together.
 */
struct _PatronList
{
  GObject             parent_instance;

  PatronDocument     *document;  /* (owned) */
  const PatronEntity *entity;
  char               *sql;       /* (owned) */
  gboolean            filtered;
  gint64              target;
  GArray             *ids;       /* (owned) (element-type gint64) */
  GPtrArray          *block;     /* (owned) (element-type PatronRecord) */
};

/* How many rows are read at once. Between statements outside a transaction
 * SQLite gives its lock up and takes it again, which costs more than a row. */
#define BLOCK 64

static GType
patron_list_get_item_type (GListModel *model)
{
  return PATRON_TYPE_RECORD;
}

static guint
patron_list_get_n_items (GListModel *model)
{
  return PATRON_LIST (model)->ids->len;
}

/* While an undo is under way, rows may be gone that are still listed; a list
 * has an item at each of its places all the same. */
static PatronRecord *
get_record (PatronList *self,
            guint       position)
{
  gint64 id = g_array_index (self->ids, gint64, position);
  PatronRecord *record
      = patron_document_get_record_of (self->document, self->entity, id);

  return record != NULL ? record : patron_record_new (self->entity, id);
}

/* Makes the records around a place live until the next block is read. */
static void
read_block (PatronList *self,
            guint       position)
{
  PatronDb *db = self->document->db;
  guint start = position - position % BLOCK;
  guint end = MIN (start + BLOCK, self->ids->len);
  gboolean locked;

  g_ptr_array_set_size (self->block, 0);
  if (db == NULL)
    return;
  locked = !patron_db_in_transaction (db)
           && patron_db_exec (db, "BEGIN", NULL);
  for (guint i = start; i < end; i++)
    g_ptr_array_add (self->block, get_record (self, i));
  if (locked)
    patron_db_exec (db, "COMMIT", NULL);
}

static gpointer
patron_list_get_item (GListModel *model,
                      guint       position)
{
  PatronList *self = PATRON_LIST (model);

  if (position >= self->ids->len)
    return NULL;
  if (patron_document_peek_record (
          self->document,
          (guint) patron_registry_find (self->document->registry,
                                        self->entity),
          g_array_index (self->ids, gint64, position))
      == NULL)
    read_block (self, position);
  return get_record (self, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = patron_list_get_item_type;
  iface->get_n_items = patron_list_get_n_items;
  iface->get_item = patron_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PatronList, patron_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_init))

static void
patron_list_finalize (GObject *object)
{
  PatronList *self = PATRON_LIST (object);

  g_ptr_array_remove_fast (self->document->lists, self);
  g_object_unref (self->document);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->block);
  g_free (self->sql);

  G_OBJECT_CLASS (patron_list_parent_class)->finalize (object);
}

static void
patron_list_class_init (PatronListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patron_list_finalize;
}

static void
patron_list_init (PatronList *self)
{
  self->block = g_ptr_array_new_with_free_func (g_object_unref);
}

static GArray *
load_ids (PatronList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PatronStatement) statement = NULL;

  if (self->document->db == NULL)
    return ids;
  statement = patron_db_prepare (self->document->db, self->sql, NULL);
  if (statement == NULL)
    return ids;
  if (self->filtered && self->target != 0)
    patron_statement_bind_integer (statement, 1, self->target);
  while (patron_statement_step (statement, NULL) == PATRON_STEP_ROW)
    {
      gint64 id = patron_statement_get_integer (statement, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

/* patron_list_new:
 * @reference: (nullable): a reference of @entity; only the records in which
 *   it is @target are listed
 * @target: a key, or 0 for the records in which the reference is absent
 *
 * Returns: (transfer full): a live list
 */
PatronList *
patron_list_new (PatronDocument     *document,
                 const PatronEntity *entity,
                 const char         *reference,
                 gint64              target)
{
  PatronList *self = g_object_new (PATRON_TYPE_LIST, NULL);
  g_autoptr (GString) sql = g_string_new (NULL);

  self->document = g_object_ref (document);
  self->entity = entity;
  self->filtered = reference != NULL;
  self->target = target;
  g_string_append_printf (sql, "SELECT id FROM \"%s\"", entity->name);
  if (reference != NULL && target != 0)
    g_string_append_printf (sql, " WHERE \"%s\" = ?1", reference);
  else if (reference != NULL)
    g_string_append_printf (sql, " WHERE \"%s\" IS NULL", reference);
  g_string_append (sql, " ORDER BY ");
  if (entity->order != NULL)
    g_string_append_printf (sql, "\"%s\", ", entity->order);
  g_string_append (sql, "id");
  self->sql = g_string_free (g_steal_pointer (&sql), FALSE);
  self->ids = load_ids (self);
  g_ptr_array_add (document->lists, self);
  return self;
}

/* patron_list_get_entity:
 *
 * Returns: (transfer none): what is listed
 */
const PatronEntity *
patron_list_get_entity (PatronList *self)
{
  return self->entity;
}

/* patron_list_refresh:
 *
 * Reads the keys again and says what differs: everything between the common
 * start and the common end.
 */
void
patron_list_refresh (PatronList *self)
{
  g_autoptr (GArray) old = self->ids;
  guint start = 0, end = 0, shorter;
  const gint64 *a, *b;

  g_ptr_array_set_size (self->block, 0);
  self->ids = load_ids (self);
  shorter = MIN (old->len, self->ids->len);
  a = (const gint64 *) (gconstpointer) old->data;
  b = (const gint64 *) (gconstpointer) self->ids->data;
  while (start < shorter && a[start] == b[start])
    start++;
  while (end < shorter - start
         && a[old->len - 1 - end] == b[self->ids->len - 1 - end])
    end++;
  if (start + end < old->len || start + end < self->ids->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start,
                                old->len - start - end,
                                self->ids->len - start - end);
}
