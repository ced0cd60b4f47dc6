/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-registry.h"

G_BEGIN_DECLS

/**
 * PatronDraft:
 * @name: (owned): what patron_document_open_draft() calls it
 * @title: (owned): what its strategy is called, may be empty
 * @time: seconds since 1970, when it was edited last
 *
 * A document that has no file: it never had one, or the file is gone.
 */
typedef struct
{
  char   *name;
  char   *title;
  gint64  time;
} PatronDraft;

GPtrArray *patron_drafts_list    (PatronRegistry  *registry);
gboolean   patron_drafts_discard (const char      *name,
                                  GError         **error);

G_END_DECLS
