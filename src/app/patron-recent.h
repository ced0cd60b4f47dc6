/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PatronView:
 * @width: of the window when it is not maximised; 0 when not known
 * @height: likewise
 * @maximized: whether it is
 * @page: (nullable): the id of the page shown
 *
 * How a document was looked at last. Never part of the document.
 */
typedef struct
{
  int      width;
  int      height;
  gboolean maximized;
  char    *page;
} PatronView;

/**
 * PatronRecentItem:
 * @file: the document
 * @title: what it was called when it was last open
 * @opened: microseconds since 1970-01-01T00:00:00Z
 *
 * A document that was open.
 */
typedef struct
{
  GFile  *file;
  char   *title;
  gint64  opened;
} PatronRecentItem;

GPtrArray *patron_recent_list     (void);
void       patron_recent_add      (GFile            *file,
                                   const char       *title);
void       patron_recent_remove   (GFile            *file);
void       patron_recent_clear    (void);

void       patron_view_load       (const char       *key,
                                   PatronView       *view);
void       patron_view_save       (const char       *key,
                                   const PatronView *view);
void       patron_view_clear      (PatronView       *view);

void       patron_recent_item_free (PatronRecentItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronRecentItem, patron_recent_item_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatronView, patron_view_clear)

G_END_DECLS
