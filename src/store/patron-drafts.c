/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "patron-drafts.h"

#include <glib/gstdio.h>

#include "patron-work-copy.h"

static void
draft_free (gpointer data)
{
  PatronDraft *self = data;

  g_free (self->name);
  g_free (self->title);
  g_free (self);
}

/* Only of the local file system it is known at once that a file is gone. */
static gboolean
has_file (PatronWorkCopy *work)
{
  return work->file != NULL
         && (g_file_peek_path (work->file) == NULL
             || g_file_query_exists (work->file, NULL));
}

static char *
read_title (PatronDb       *db,
            PatronRegistry *registry)
{
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);
      const PatronField *title = patron_entity_get_title (entity);
      g_autofree char *sql = NULL;
      g_autoptr (PatronStatement) statement = NULL;

      if (!entity->single || title == NULL)
        continue;
      sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\"", title->name,
                             entity->name);
      statement = patron_db_prepare (db, sql, NULL);
      if (statement != NULL
          && patron_statement_step (statement, NULL) == PATRON_STEP_ROW)
        return g_strdup (patron_statement_get_text (statement, 0));
    }
  return NULL;
}

static gint64
get_time (const char *database)
{
  g_autofree char *log = g_strconcat (database, "-wal", NULL);
  GStatBuf info;
  gint64 time = 0;

  if (g_stat (database, &info) == 0)
    time = info.st_mtime;
  if (g_stat (log, &info) == 0)
    time = MAX (time, info.st_mtime);
  return time;
}

static PatronDraft *
look (PatronRegistry *registry,
      const char     *name)
{
  g_autoptr (PatronWorkCopy) work = patron_work_copy_open (name, NULL);
  g_autofree char *database = NULL;
  g_autoptr (PatronDb) db = NULL;
  PatronDraft *draft;

  if (work == NULL || has_file (work) || patron_work_copy_is_empty (work))
    return NULL;
  database = patron_work_copy_get_database (work);
  draft = g_new0 (PatronDraft, 1);
  draft->name = g_strdup (name);
  draft->time = get_time (database);
  db = patron_db_open (database, PATRON_DB_READ, NULL);
  if (db != NULL)
    draft->title = read_title (db, registry);
  if (draft->title == NULL)
    draft->title = g_strdup ("");
  return draft;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const PatronDraft *first = *(PatronDraft *const *) a;
  const PatronDraft *second = *(PatronDraft *const *) b;

  return (first->time < second->time) - (first->time > second->time);
}

/**
 * patron_drafts_list:
 *
 * Lists the documents that have no file and are not open.
 *
 * Returns: (transfer full) (element-type PatronDraft): the newest first
 */
GPtrArray *
patron_drafts_list (PatronRegistry *registry)
{
  g_auto (GStrv) names = patron_work_copy_list ();
  GPtrArray *drafts = g_ptr_array_new_with_free_func (draft_free);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      PatronDraft *draft = look (registry, names[i]);

      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }
  g_ptr_array_sort (drafts, compare_newest_first);
  return drafts;
}

/**
 * patron_drafts_discard:
 * @name: the name of a draft
 *
 * Erases a draft.
 *
 * Returns: whether it is gone; if not, it may be open
 */
gboolean
patron_drafts_discard (const char *name,
                       GError    **error)
{
  PatronWorkCopy *work = patron_work_copy_open (name, error);

  if (work == NULL)
    return FALSE;
  patron_work_copy_discard (work);
  return TRUE;
}
