/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* How everybody hears of a change. While a transaction runs, SQLite says
 * which rows it touches, whoever touches them: a set, a cascade, an undo, an
 * import. After it, the records of those rows are read again and notify,
 * lists look whether their rows are others now, and the document says which
 * entities changed. */

#include "patron-document-private.h"

#include <string.h>

#include "patron-list.h"

/* From here on it is cheaper to look at all live records of an entity. */
#define MANY_ROWS 20000

/* patron_document_touch:
 *
 * Notes that a row is touched.
 */
void
patron_document_touch (PatronDocument *self,
                       const char     *table,
                       gint64          id,
                       gboolean        moved)
{
  PatronTouch touch = { 0, id, moved };

  /* One statement touches many rows of one table. */
  if (self->hook_entity < 0
      || strcmp (patron_registry_get_entity (self->registry,
                                             (guint) self->hook_entity)
                     ->name,
                 table)
             != 0)
    {
      const PatronEntity *entity
          = patron_registry_lookup (self->registry, table);

      self->hook_entity
          = entity != NULL ? patron_registry_find (self->registry, entity)
                           : -1;
    }
  if (self->hook_entity < 0)
    return;
  touch.entity = (guint) self->hook_entity;
  if (self->bulk & (G_GUINT64_CONSTANT (1) << touch.entity))
    return;
  g_array_append_val (self->touched, touch);
  if (self->touched->len < MANY_ROWS)
    return;
  for (guint i = 0; i < self->touched->len; i++)
    self->bulk |= G_GUINT64_CONSTANT (1)
                  << g_array_index (self->touched, PatronTouch, i).entity;
  g_array_set_size (self->touched, 0);
}

/* Whether a change of this field can move the record in a list. */
static gboolean
places_record (const PatronEntity *entity,
               const PatronField  *field)
{
  return field->kind == PATRON_KIND_REFERENCE
         || field->kind == PATRON_KIND_IMAGE
         || g_strcmp0 (field->name, entity->order) == 0;
}

/* Reloads one record; returns whether lists must look again. */
static gboolean
reload_record (PatronDocument *self,
               PatronRecord   *record)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  g_autofree PatronValue *before = g_new0 (PatronValue, entity->n_fields);
  gboolean existed = patron_record_get_exists (record);
  gboolean moved = FALSE;

  for (guint i = 0; i < entity->n_fields; i++)
    if (places_record (entity, &entity->fields[i]))
      patron_value_copy (&before[i], patron_record_get_value (record, i));
  moved = patron_document_reload (self, record) != existed;
  for (guint i = 0; i < entity->n_fields; i++)
    if (places_record (entity, &entity->fields[i]))
      {
        moved |= !patron_value_equal (&before[i],
                                      patron_record_get_value (record, i));
        patron_value_clear (&before[i]);
      }
  return moved;
}

static guint64
reload_touched (PatronDocument *self,
                GArray         *touched,
                guint64        *moved)
{
  guint64 entities = 0;

  for (guint i = 0; i < touched->len; i++)
    {
      PatronTouch *touch = &g_array_index (touched, PatronTouch, i);
      guint64 bit = G_GUINT64_CONSTANT (1) << touch->entity;
      PatronRecord *record
          = patron_document_peek_record (self, touch->entity, touch->id);

      entities |= bit;
      if (touch->moved || record == NULL)
        *moved |= bit;
      if (record == NULL)
        continue;
      g_object_ref (record);
      if (reload_record (self, record))
        *moved |= bit;
      g_object_unref (record);
    }
  return entities;
}

static void
collect_record (PatronDocument *self,
                guint           entity,
                GArray         *touched)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->records[entity]);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      PatronTouch touch = { entity, *(gint64 *) id, TRUE };

      g_array_append_val (touched, touch);
    }
}

static void
refresh_lists (PatronDocument *self,
               guint64         moved)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->lists->len; i++)
    {
      PatronList *list = g_ptr_array_index (self->lists, i);
      int entity = patron_registry_find (self->registry,
                                         patron_list_get_entity (list));

      if (moved & (G_GUINT64_CONSTANT (1) << entity))
        g_ptr_array_add (lists, g_object_ref (list));
    }
  for (guint i = 0; i < lists->len; i++)
    patron_list_refresh (g_ptr_array_index (lists, i));
}

/* patron_document_dispatch:
 *
 * Tells everybody what the transaction that just ended touched, whether it
 * was committed or rolled back.
 */
void
patron_document_dispatch (PatronDocument *self)
{
  g_autoptr (GArray) touched = self->touched;
  g_autoptr (PatronDocument) alive G_GNUC_UNUSED = g_object_ref (self);
  guint64 bulk = self->bulk;
  guint64 moved = bulk;
  guint64 entities;

  /* Handlers may write; what that touches is another dispatch. */
  self->touched = g_array_new (FALSE, FALSE, sizeof (PatronTouch));
  self->bulk = 0;
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    if (bulk & (G_GUINT64_CONSTANT (1) << i))
      collect_record (self, i, touched);
  entities = reload_touched (self, touched, &moved) | bulk;
  refresh_lists (self, moved);
  if (entities == 0)
    return;
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    if ((entities & (G_GUINT64_CONSTANT (1) << i))
        && patron_registry_get_entity (self->registry, i)->single)
      g_object_notify (G_OBJECT (self), "title");
  patron_document_notify_history (self);
  g_signal_emit_by_name (self, "changed", entities);
}

/* patron_document_emit_went_to:
 *
 * Says where undo or redo changed something.
 */
void
patron_document_emit_went_to (PatronDocument *self,
                              const char     *page,
                              const char     *entity,
                              gint64          record)
{
  g_signal_emit_by_name (self, "went-to", page, entity, record);
}
