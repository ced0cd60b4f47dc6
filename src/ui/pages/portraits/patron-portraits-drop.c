/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-portraits"

/* What dropping one record of the list on another means. */

#include "config.h"

#include "patron-portraits-drop.h"

#include <glib/gi18n-lib.h>

#include "patron-page.h"
#include "patron-reorder.h"

static gboolean
set_segment (PatronDocument *document,
             PatronRecord   *portrait,
             gint64          segment,
             GError        **error)
{
  g_auto (PatronValue) value = PATRON_VALUE_INIT;

  if (segment != 0)
    patron_value_set_integer (&value, segment);
  return patron_document_set (document, portrait, "segment", &value, error);
}

/**
 * patron_portraits_place:
 * @portrait: a pen portrait
 * @segment: the id of the segment that it is to stand for, or 0
 * @before: (nullable): the pen portrait that shall follow it
 *
 * Puts @portrait under a segment, at a place in its list, in one step of
 * undo.
 *
 * Returns: whether it is done
 */
gboolean
patron_portraits_place (PatronDocument *document,
                        PatronRecord   *portrait,
                        gint64          segment,
                        PatronRecord   *before,
                        GError        **error)
{
  if (patron_record_get_integer (portrait, "segment") == segment)
    return patron_document_move (document, portrait, before, error);
  if (!patron_document_begin (document, _("Move Pen Portrait"), error))
    return FALSE;
  if (!set_segment (document, portrait, segment, error)
      || !patron_document_move (document, portrait, before, error))
    {
      patron_document_cancel (document);
      return FALSE;
    }
  return patron_document_end (document, error);
}

static gboolean
drop_on_segment (PatronDocument *document,
                 GListModel     *siblings,
                 PatronRecord   *target,
                 PatronRecord   *dropped,
                 gboolean        after,
                 GError        **error)
{
  g_autoptr (PatronRecord) before = NULL;

  if (patron_record_is (dropped, "portrait"))
    return patron_portraits_place (
        document, dropped, patron_record_get_id (target), NULL, error);
  before = after ? patron_reorder_after (siblings, target)
                 : g_object_ref (target);
  return before == dropped
         || patron_document_move (document, dropped, before, error);
}

static gboolean
drop_on_portrait (PatronDocument *document,
                  GListModel     *siblings,
                  PatronRecord   *target,
                  PatronRecord   *dropped,
                  gboolean        after,
                  GError        **error)
{
  g_autoptr (PatronRecord) before
      = after ? patron_reorder_after (siblings, target)
              : g_object_ref (target);

  return before == dropped
         || patron_portraits_place (
             document, dropped,
             patron_record_get_integer (target, "segment"), before, error);
}

/**
 * patron_portraits_drop:
 * @widget: in the page, to report what goes wrong
 * @siblings: the list that @target is in
 * @target: what was dropped on
 * @dropped: a record from anywhere
 * @after: whether it was dropped on the later half of @target
 * @commit: whether it was dropped, rather than only held there
 *
 * A segment goes before or after a segment, a pen portrait before or after a
 * pen portrait, and a pen portrait that is dropped on a segment goes to its
 * end.
 *
 * Returns: whether @dropped may be dropped there
 */
gboolean
patron_portraits_drop (GtkWidget      *widget,
                       PatronDocument *document,
                       GListModel     *siblings,
                       PatronRecord   *target,
                       PatronRecord   *dropped,
                       gboolean        after,
                       gboolean        commit)
{
  gboolean on_segment = patron_record_is (target, "segment");
  g_autoptr (PatronRecord) own = NULL;
  g_autoptr (GError) error = NULL;

  if (siblings == NULL || patron_document_get_read_only (document)
      || !(patron_record_is (dropped, "portrait")
           || (on_segment && patron_record_is (dropped, "segment"))))
    return FALSE;
  /* Not from another document's window. */
  own = patron_document_find_record (document,
                                     patron_record_get_id (dropped));
  if (own != dropped)
    return FALSE;
  if (!commit)
    return TRUE;
  if (on_segment)
    drop_on_segment (document, siblings, target, dropped, after, &error);
  else
    drop_on_portrait (document, siblings, target, dropped, after, &error);
  patron_page_report (PATRON_PAGE (gtk_widget_get_ancestor (
                          widget, PATRON_TYPE_PAGE)),
                      error);
  return TRUE;
}
