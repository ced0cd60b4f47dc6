/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_PAGE (patron_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (PatronPage, patron_page, PATRON, PAGE, AdwBin)

/**
 * PatronPageClass:
 * @document_set: called when another document is shown, with %NULL when there
 *   is none any more, but not when the page is destroyed: connect to the
 *   document with g_signal_connect_object()
 * @show_record: selects a record and brings it into view; returns whether the
 *   page shows such records
 *
 * What a page does for itself.
 */
struct _PatronPageClass
{
  AdwBinClass parent_class;

  void     (*document_set) (PatronPage     *self,
                            PatronDocument *document);
  gboolean (*show_record)  (PatronPage     *self,
                            PatronRecord   *record);

  gpointer reserved[4];
};

PatronDocument *patron_page_get_document   (PatronPage     *self);
void            patron_page_set_document   (PatronPage     *self,
                                            PatronDocument *document);
gboolean        patron_page_show_record    (PatronPage     *self,
                                            PatronRecord   *record);

/* For the pages themselves. */
void            patron_page_report         (PatronPage     *self,
                                            const GError   *error);
void            patron_page_removed        (PatronPage     *self,
                                            const char     *message);
void            patron_page_set_exportable (PatronPage     *self,
                                            const char     *what,
                                            gint64          record);
const char     *patron_page_get_exportable (PatronPage     *self,
                                            gint64         *record);

G_END_DECLS
