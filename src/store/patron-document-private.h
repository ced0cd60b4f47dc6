/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-db.h"
#include "patron-document.h"
#include "patron-history.h"
#include "patron-publisher.h"
#include "patron-work-copy.h"

G_BEGIN_DECLS

/* The entity of the versions that the user keeps. */
#define PATRON_VERSION_ENTITY "version"

/**
 * PatronTouch:
 * @entity: index in the registry
 * @id: the row
 * @moved: whether the row came or went, so that lists must look again
 *
 * A row that a transaction touched.
 */
typedef struct
{
  guint    entity;
  gint64   id;
  gboolean moved;
} PatronTouch;

struct _PatronDocument
{
  GObject         parent_instance;

  PatronRegistry *registry;   /* (owned) */
  PatronDb       *db;         /* (owned) (nullable): closed */
  PatronHistory  *history;    /* (owned) (nullable) */
  GHashTable    **records;    /* (owned) for each entity, see -read.c */
  GPtrArray      *lists;      /* (owned) PatronList (weak) */

  /* The open transaction. */
  guint           depth;
  PatronEntry     entry;
  GError         *broken;     /* (owned) (nullable): why it cannot end well */
  GArray         *touched;    /* (owned) (element-type PatronTouch) */
  guint64         bulk;       /* entities whose rows are not listed singly */
  int             hook_entity; /* the entity touched last, or -1 */
  gboolean        drop_assets; /* pictures may have lost their last user */
  gboolean        typing;     /* whether the next change may be merged */

  /* Life. */
  PatronWorkCopy  *work;       /* (owned) (nullable): closed, or in memory */
  GFile           *file;       /* (owned) (nullable): as the user calls it */
  GFile           *target;     /* (owned) (nullable): where that leads to */
  PatronPublisher *publishing; /* (owned) (nullable): the last one started */
  PatronStamp      saved;      /* the state that is in the file */
  gboolean         modified;   /* as it was told last */
  gboolean         read_only;
  gboolean         conflict;
  GPtrArray       *conflicts;  /* (owned) (nullable): of the last merge */
};

/* patron-document.c */
gboolean      patron_document_attach         (PatronDocument     *self,
                                              PatronDb           *db,
                                              GError            **error);
void          patron_document_detach         (PatronDocument     *self);

void          patron_document_notify_state   (PatronDocument     *self);
void          patron_document_set_conflict   (PatronDocument     *self,
                                              gboolean            conflict);
void          patron_document_set_read_only  (PatronDocument     *self,
                                              gboolean            read_only);

/* patron-document-publish.c */
void          patron_document_settle_publishing (PatronDocument  *self);

/* patron-document-outside.c */
gboolean      patron_document_look_outside   (PatronDocument     *self,
                                              PatronFingerprint  *print,
                                              gboolean           *changed,
                                              GError            **error);
gboolean      patron_document_take_outside   (PatronDocument     *self,
                                              const PatronFingerprint *print,
                                              gboolean            ask,
                                              GError            **error);

/* patron-document-read.c */
GHashTable   *patron_document_new_records    (void);
PatronRecord *patron_document_get_record_of  (PatronDocument     *self,
                                              const PatronEntity *entity,
                                              gint64              id);
gboolean      patron_document_reload         (PatronDocument     *self,
                                              PatronRecord       *record);
PatronRecord *patron_document_peek_record    (PatronDocument     *self,
                                              guint               entity,
                                              gint64              id);

/* patron-document-write.c */
gboolean      patron_document_write_field    (PatronDocument     *self,
                                              PatronRecord       *record,
                                              const PatronField  *field,
                                              const PatronValue  *value,
                                              GError            **error);
gboolean      patron_document_end_edit       (PatronDocument     *self,
                                              gboolean            good,
                                              GError            **error);
gboolean      patron_document_run            (PatronDocument     *self,
                                              PatronStatement    *statement,
                                              GError            **error);
gboolean      patron_document_make_unique    (PatronDocument     *self,
                                              const PatronEntity *entity,
                                              gint64              id,
                                              const PatronValue  *values,
                                              const PatronField  *changed,
                                              GError            **error);
gboolean      patron_document_set_unique     (PatronDocument     *self,
                                              PatronRecord       *record,
                                              const PatronField  *field,
                                              const PatronValue  *value,
                                              GError            **error);
gboolean      patron_document_last_position  (PatronDocument     *self,
                                              const PatronEntity *entity,
                                              double             *position,
                                              GError            **error);
void          patron_document_name_entry     (PatronDocument     *self,
                                              char               *label,
                                              const PatronEntity *entity,
                                              gint64              record,
                                              const char         *field);

/* patron-document-insert.c */
char         *patron_document_insert_sql     (const PatronEntity *entity);

/* patron-document-assets.c */
gboolean      patron_document_drop_assets    (PatronDocument     *self,
                                              GError            **error);

/* patron-document-dispatch.c */
void          patron_document_touch          (PatronDocument     *self,
                                              const char         *table,
                                              gint64              id,
                                              gboolean            moved);
void          patron_document_dispatch       (PatronDocument     *self);
void          patron_document_notify_history (PatronDocument     *self);
void          patron_document_emit_went_to   (PatronDocument     *self,
                                              const char         *page,
                                              const char         *entity,
                                              gint64              record);

/* patron-document-names.c */
void            patron_document_hold_names      (PatronDocument     *self,
                                                 const PatronField  *field,
                                                 PatronValue        *value);
char           *patron_document_show_names      (PatronDocument     *self,
                                                 const char         *expression);
gboolean        patron_document_free_name       (PatronDocument     *self,
                                                 PatronRecord       *kpi,
                                                 GError            **error);

G_END_DECLS
