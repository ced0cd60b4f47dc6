/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-document-private.h"

#include <string.h>

#include "patron-db-private.h"

/**
 * PatronDocument:
 *
 * A strategy, open. It is read through live records and lists, and written
 * through the functions of patron-document-write.c alone: each validates,
 * writes the working copy in one transaction, keeps what undo needs, and
 * then tells every record and list that shows a touched row.
 *
 * For the main thread.
 */

enum
{
  PROP_TITLE = 1,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  PROP_CONFLICT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PatronDocument, patron_document, G_TYPE_OBJECT)

static void
patron_document_finalize (GObject *object)
{
  PatronDocument *self = PATRON_DOCUMENT (object);

  patron_document_close (self);
  for (guint i = 0; self->records != NULL
                    && i < patron_registry_get_n_entities (self->registry);
       i++)
    g_hash_table_unref (self->records[i]);
  g_free (self->records);
  g_clear_object (&self->file);
  g_clear_object (&self->target);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_ptr_array_unref (self->lists);
  g_array_unref (self->touched);
  patron_entry_clear (&self->entry);
  g_clear_error (&self->broken);
  patron_registry_unref (self->registry);

  G_OBJECT_CLASS (patron_document_parent_class)->finalize (object);
}

static void
patron_document_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PatronDocument *self = PATRON_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value, patron_document_get_title (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, patron_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, patron_document_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, patron_document_get_modified (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_CONFLICT:
      g_value_set_boolean (value, self->conflict);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
patron_document_class_init (PatronDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags
      = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = patron_document_finalize;
  object_class->get_property = patron_document_get_property;

  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_UNDO_LABEL]
      = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL]
      = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED]
      = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY]
      = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_CONFLICT]
      = g_param_spec_boolean ("conflict", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PatronDocument::changed:
   * @entities: a bit for each entity of the registry of which a row changed
   *
   * Emitted once after every transaction, when records and lists already
   * show it.
   */
  g_signal_new ("changed", PATRON_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
  /**
   * PatronDocument::went-to:
   * @page: (nullable): the page that shows what changed
   * @entity: (nullable): the entity of the record that changed
   * @record: its key, 0 if there are several
   *
   * Emitted after undo and redo, so that the window can show the change.
   */
  g_signal_new ("went-to", PATRON_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING,
                G_TYPE_INT64);
}

static void
patron_document_init (PatronDocument *self)
{
  self->hook_entity = -1;
  self->lists = g_ptr_array_new ();
  self->touched = g_array_new (FALSE, FALSE, sizeof (PatronTouch));
}

static void
row_touched_cb (gpointer      user_data,
                int           operation,
                const char   *database,
                const char   *table,
                sqlite3_int64 id)
{
  if (strcmp (database, "main") == 0)
    patron_document_touch (user_data, table, id, operation != SQLITE_UPDATE);
}

/* patron_document_attach:
 * @db: (transfer full): a working copy of the current schema
 *
 * Makes the document stand on a working copy; its registry must be set.
 *
 * Returns: whether it worked; if not, @db is closed
 */
gboolean
patron_document_attach (PatronDocument *self,
                        PatronDb       *db,
                        GError        **error)
{
  guint n = patron_registry_get_n_entities (self->registry);

  g_return_val_if_fail (self->db == NULL && n <= 64, FALSE);

  if (self->records == NULL)
    {
      self->records = g_new0 (GHashTable *, n);
      for (guint i = 0; i < n; i++)
        self->records[i] = patron_document_new_records ();
    }
  self->history = patron_history_new (db, self->registry, error);
  if (self->history == NULL)
    {
      patron_db_close (db);
      return FALSE;
    }
  self->db = db;
  sqlite3_update_hook (patron_db_get_handle (db), row_touched_cb, self);
  return TRUE;
}

/* patron_document_detach:
 *
 * Gives the working copy up. Records and lists stay as they are.
 */
void
patron_document_detach (PatronDocument *self)
{
  while (self->depth > 0)
    patron_document_cancel (self);
  g_clear_pointer (&self->history, patron_history_free);
  g_clear_pointer (&self->db, patron_db_close);
}

/**
 * patron_document_get_registry:
 *
 * Returns: (transfer none): the entities that the document can hold
 */
PatronRegistry *
patron_document_get_registry (PatronDocument *self)
{
  return self->registry;
}

/**
 * patron_document_get_title:
 *
 * Returns: (transfer full): what the strategy is called
 */
char *
patron_document_get_title (PatronDocument *self)
{
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (self);

  return strategy != NULL ? patron_record_get_title (strategy)
                          : g_strdup ("");
}

/**
 * patron_document_get_currency:
 *
 * Returns: (transfer full) (nullable): the ISO 4217 code of the strategy's
 *   amounts
 */
char *
patron_document_get_currency (PatronDocument *self)
{
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (self);

  if (strategy == NULL || !patron_record_is (strategy, "strategy"))
    return NULL;
  return g_strdup (patron_record_get_text (strategy, "currency"));
}

/**
 * patron_document_get_file:
 *
 * Returns: (transfer none) (nullable): the user's file, as it was called when
 *   it was opened or saved; %NULL for a draft
 */
GFile *
patron_document_get_file (PatronDocument *self)
{
  return self->file;
}

/**
 * patron_document_get_modified:
 *
 * Returns: whether the document differs from its file; of a draft, whether
 *   it was ever edited. Undoing everything since it was published makes it
 *   unmodified.
 */
gboolean
patron_document_get_modified (PatronDocument *self)
{
  PatronStamp now;

  if (self->history == NULL)
    return FALSE;
  now = patron_history_get_stamp (self->history);
  return self->file != NULL ? !patron_stamp_equal (now, self->saved)
                            : now.number != 0;
}

/**
 * patron_document_get_read_only:
 *
 * Returns: whether the file cannot be written; edits stay in the working
 *   copy until they are saved elsewhere
 */
gboolean
patron_document_get_read_only (PatronDocument *self)
{
  return self->read_only;
}

/**
 * patron_document_get_conflict:
 *
 * Returns: whether the document was changed here and elsewhere, so that it
 *   is not published until patron_document_resolve()
 */
gboolean
patron_document_get_conflict (PatronDocument *self)
{
  return self->conflict;
}

/**
 * patron_document_get_conflicts:
 *
 * Returns: (transfer none) (nullable) (element-type PatronConflict): what the
 *   last merge could not bring together, %NULL if it was nothing
 */
GPtrArray *
patron_document_get_conflicts (PatronDocument *self)
{
  return self->conflicts;
}

/* patron_document_notify_history:
 *
 * Says that undo and redo may mean something else now.
 */
void
patron_document_notify_history (PatronDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  patron_document_notify_state (self);
}

/* patron_document_notify_state:
 *
 * Says that the document is modified now, or not any more, if that is so.
 */
void
patron_document_notify_state (PatronDocument *self)
{
  gboolean modified = patron_document_get_modified (self);

  if (modified == self->modified)
    return;
  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/* patron_document_set_conflict:
 *
 * Says whether the user has to choose between this and the file.
 */
void
patron_document_set_conflict (PatronDocument *self,
                              gboolean        conflict)
{
  if (conflict == self->conflict)
    return;
  self->conflict = conflict;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFLICT]);
}

/* patron_document_set_read_only:
 *
 * Says whether the file can be written.
 */
void
patron_document_set_read_only (PatronDocument *self,
                               gboolean        read_only)
{
  if (read_only == self->read_only)
    return;
  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}
