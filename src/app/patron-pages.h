/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PatronPageInfo:
 * @id: what `win.go`, entities and the remembered view call it
 * @title: what the sidebar calls it, marked with NC_("page", …)
 * @icon_name: its symbolic icon
 * @get_type: its class, a kind of #PatronPage
 *
 * A page of the window. It is made when it is first visited.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon_name;
  GType     (*get_type) (void);
} PatronPageInfo;

extern const PatronPageInfo patron_pages[];
extern const guint patron_n_pages;

const PatronPageInfo *patron_page_info_find      (const char           *id);
const char           *patron_page_info_get_title (const PatronPageInfo *info);

G_END_DECLS
