/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-history.h"

G_BEGIN_DECLS

struct _PatronHistory
{
  PatronDb       *db;        /* (unowned) */
  PatronRegistry *registry;  /* (owned) */
  gint64          recording; /* slot of the entry being recorded, or 0 */
  gboolean        merging;
  gboolean        prepared;  /* the triggers are there */
  gint64          paused;
  gint64          size;
  gint64          cap;
  gint64          revision;
  char          **weights;   /* (owned) the query for each entity */
  PatronEntry     undo;
  PatronEntry     redo;
  PatronEntry     next;      /* what undo becomes with the commit */
  gint64          next_size;
  gboolean        reload;    /* the commit changes more than that */
};

gboolean patron_history_weigh         (PatronHistory      *self,
                                       gint64              slot,
                                       guint64             tables,
                                       gint64             *bytes,
                                       GError            **error);
gboolean patron_history_drop_triggers (PatronHistory      *self,
                                       const PatronEntity *entity,
                                       GError            **error);

G_END_DECLS
