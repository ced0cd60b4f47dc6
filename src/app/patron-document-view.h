/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"
#include "patron-page.h"

G_BEGIN_DECLS

#define PATRON_TYPE_DOCUMENT_VIEW (patron_document_view_get_type ())

G_DECLARE_FINAL_TYPE (PatronDocumentView, patron_document_view, PATRON,
                      DOCUMENT_VIEW, AdwBin)

/**
 * PatronNotice:
 * @PATRON_NOTICE_READ_ONLY: the place of the document cannot be written
 * @PATRON_NOTICE_SALVAGED: the document was put together from a damaged one
 * @PATRON_NOTICE_CONFLICT: it was changed here and elsewhere
 * @PATRON_NOTICE_MERGED: not all of a merge could be brought together
 * @PATRON_NOTICE_FAILED: it could not be published
 *
 * What a banner says, from the top.
 */
typedef enum
{
  PATRON_NOTICE_READ_ONLY,
  PATRON_NOTICE_SALVAGED,
  PATRON_NOTICE_CONFLICT,
  PATRON_NOTICE_MERGED,
  PATRON_NOTICE_FAILED,
} PatronNotice;

#define PATRON_N_NOTICES 5

GtkWidget  *patron_document_view_new           (PatronDocument     *document);
void        patron_document_view_close         (PatronDocumentView *self);
void        patron_document_view_show_page     (PatronDocumentView *self,
                                                const char         *id);
gboolean    patron_document_view_show_record   (PatronDocumentView *self,
                                                const char         *id,
                                                gint64              record);
PatronPage *patron_document_view_get_page      (PatronDocumentView *self,
                                                const char        **id);
void        patron_document_view_toggle_sidebar (PatronDocumentView *self);
void        patron_document_view_notice        (PatronDocumentView *self,
                                                PatronNotice        notice,
                                                const char         *text,
                                                const char         *label,
                                                const char         *action);

G_END_DECLS
