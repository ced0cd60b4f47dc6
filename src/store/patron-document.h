/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "patron-record.h"
#include "patron-registry.h"

G_BEGIN_DECLS

#define PATRON_TYPE_DOCUMENT (patron_document_get_type ())

G_DECLARE_FINAL_TYPE (PatronDocument, patron_document, PATRON, DOCUMENT,
                      GObject)

/**
 * PatronOpenFlags:
 * @PATRON_OPEN_PRIVATE: edit in a scratch copy of one's own, without history,
 *   that is gone when the document is closed. For programs that edit a
 *   document while a window has it open; what they publish, the window takes
 *   up
 * @PATRON_OPEN_SALVAGE: read what can be read of a damaged document into a
 *   new draft
 */
typedef enum
{
  PATRON_OPEN_NONE = 0,
  PATRON_OPEN_PRIVATE = 1 << 0,
  PATRON_OPEN_SALVAGE = 1 << 1,
} PatronOpenFlags;

/**
 * PatronResolution:
 * @PATRON_RESOLUTION_MINE: keep this copy, and publish it over the other
 * @PATRON_RESOLUTION_THEIRS: take the other, drop what differs here
 * @PATRON_RESOLUTION_MERGED: take both by row and field; of text that both
 *   changed, keep both, of all else, keep mine
 *
 * What to do when the document was changed here and elsewhere.
 */
typedef enum
{
  PATRON_RESOLUTION_MINE,
  PATRON_RESOLUTION_THEIRS,
  PATRON_RESOLUTION_MERGED,
} PatronResolution;

/* Life: patron-document.c, patron-document-open.c */

PatronDocument *patron_document_new             (PatronRegistry   *registry,
                                                 GError          **error);
PatronDocument *patron_document_open            (PatronRegistry   *registry,
                                                 GFile            *file,
                                                 PatronOpenFlags   flags,
                                                 GError          **error);
PatronDocument *patron_document_open_draft      (PatronRegistry   *registry,
                                                 const char       *name,
                                                 GError          **error);
void            patron_document_close           (PatronDocument   *self);
PatronRegistry *patron_document_get_registry    (PatronDocument   *self);
GFile          *patron_document_get_file        (PatronDocument   *self);
char           *patron_document_get_title       (PatronDocument   *self);
char           *patron_document_get_currency    (PatronDocument   *self);
gboolean        patron_document_get_modified    (PatronDocument   *self);
gboolean        patron_document_get_read_only   (PatronDocument   *self);

/* Reading: patron-document-read.c. Records are alive, one for a row. */

PatronRecord   *patron_document_get_strategy    (PatronDocument   *self);
PatronRecord   *patron_document_get_record      (PatronDocument   *self,
                                                 const char       *entity,
                                                 gint64            id);
PatronRecord   *patron_document_find_record     (PatronDocument   *self,
                                                 gint64            id);
PatronRecord   *patron_document_find_kpi        (PatronDocument   *self,
                                                 const char       *name);
GListModel     *patron_document_list            (PatronDocument   *self,
                                                 const char       *entity);
GListModel     *patron_document_list_of         (PatronDocument   *self,
                                                 const char       *entity,
                                                 const char       *reference,
                                                 gint64            target);
PatronRecord   *patron_document_get_last_of     (PatronDocument   *self,
                                                 const char       *entity,
                                                 const char       *reference,
                                                 gint64            target);
GBytes         *patron_document_load_data       (PatronDocument   *self,
                                                 PatronRecord     *record,
                                                 const char       *field,
                                                 GError          **error);
gint64          patron_document_count           (PatronDocument   *self,
                                                 const char       *entity);

/* As the user reads and types: patron-document-format.c */

char           *patron_document_format          (PatronDocument   *self,
                                                 PatronRecord     *record,
                                                 const PatronField *field,
                                                 const PatronValue *value);
char           *patron_document_edit            (PatronDocument   *self,
                                                 PatronRecord     *record,
                                                 const PatronField *field,
                                                 const PatronValue *value);
gboolean        patron_document_parse           (PatronDocument   *self,
                                                 PatronRecord     *record,
                                                 const PatronField *field,
                                                 const char       *text,
                                                 PatronValue      *value,
                                                 GError          **error);

/* Writing: patron-document-write.c. Nothing else writes. */

gboolean        patron_document_set             (PatronDocument   *self,
                                                 PatronRecord     *record,
                                                 const char       *field,
                                                 const PatronValue *value,
                                                 GError          **error);
gboolean        patron_document_set_text        (PatronDocument   *self,
                                                 PatronRecord     *record,
                                                 const char       *field,
                                                 const char       *text,
                                                 GError          **error);
gboolean        patron_document_set_integer     (PatronDocument   *self,
                                                 PatronRecord     *record,
                                                 const char       *field,
                                                 gint64            integer,
                                                 GError          **error);
gboolean        patron_document_set_number      (PatronDocument   *self,
                                                 PatronRecord     *record,
                                                 const char       *field,
                                                 double            number,
                                                 GError          **error);
PatronRecord   *patron_document_insert          (PatronDocument   *self,
                                                 const char       *entity,
                                                 GError          **error,
                                                 ...) G_GNUC_NULL_TERMINATED;
PatronRecord   *patron_document_insert_values   (PatronDocument    *self,
                                                 const PatronEntity *entity,
                                                 gint64             id,
                                                 const PatronValue *values,
                                                 GError           **error);
PatronRecord   *patron_document_duplicate       (PatronDocument   *self,
                                                 PatronRecord     *record,
                                                 GError          **error);
gboolean        patron_document_remove          (PatronDocument   *self,
                                                 PatronRecord     *record,
                                                 GError          **error);
gboolean        patron_document_move            (PatronDocument   *self,
                                                 PatronRecord     *record,
                                                 PatronRecord     *before,
                                                 GError          **error);
gboolean        patron_document_begin           (PatronDocument   *self,
                                                 const char       *label,
                                                 GError          **error);
gboolean        patron_document_end             (PatronDocument   *self,
                                                 GError          **error);
void            patron_document_cancel          (PatronDocument   *self);
PatronRecord   *patron_document_insert_asset    (PatronDocument   *self,
                                                 GBytes           *data,
                                                 const char       *name,
                                                 const char       *media_type,
                                                 gint64            width,
                                                 gint64            height,
                                                 GError          **error);

/* Undo: patron-document-undo.c */

gboolean        patron_document_undo            (PatronDocument   *self,
                                                 GError          **error);
gboolean        patron_document_redo            (PatronDocument   *self,
                                                 GError          **error);
const char     *patron_document_get_undo_label  (PatronDocument   *self);
const char     *patron_document_get_redo_label  (PatronDocument   *self);
void            patron_document_end_typing      (PatronDocument   *self);

/* Publishing and what others publish: patron-document-publish.c,
 * patron-document-outside.c */

gboolean        patron_document_publish         (PatronDocument   *self,
                                                 GError          **error);
void            patron_document_publish_async   (PatronDocument   *self,
                                                 GCancellable     *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer          user_data);
gboolean        patron_document_publish_finish  (PatronDocument   *self,
                                                 GAsyncResult     *result,
                                                 GError          **error);
gboolean        patron_document_save_as         (PatronDocument   *self,
                                                 GFile            *file,
                                                 GError          **error);
GBytes         *patron_document_get_published   (PatronDocument   *self,
                                                 GError          **error);
gboolean        patron_document_check_outside   (PatronDocument   *self,
                                                 GError          **error);
gboolean        patron_document_get_conflict    (PatronDocument   *self);
gboolean        patron_document_resolve         (PatronDocument   *self,
                                                 PatronResolution  resolution,
                                                 GError          **error);
gboolean        patron_document_merge           (PatronDocument   *self,
                                                 GFile            *copy,
                                                 GError          **error);
GPtrArray      *patron_document_get_conflicts   (PatronDocument   *self);

/* Versions that the user keeps: patron-document-version.c; what the document
 * once was comes back: patron-document-outside.c */

PatronRecord   *patron_document_keep_version    (PatronDocument   *self,
                                                 const char       *name,
                                                 const char       *note,
                                                 GError          **error);
GBytes         *patron_version_open_bytes       (PatronDocument   *document,
                                                 PatronRecord     *version,
                                                 GError          **error);
gboolean        patron_document_restore         (PatronDocument   *self,
                                                 GBytes           *bytes,
                                                 GError          **error);

G_END_DECLS
