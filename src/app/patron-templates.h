/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PatronTemplate:
 * @id: what the action `app.new` takes
 * @title: what people read, in Header Capitals, marked with N_()
 * @description: what is in it, marked with N_()
 * @icon_name: a symbolic icon
 * @resource: the strategy as text
 *
 * What a new strategy can begin with.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *description;
  const char *icon_name;
  const char *resource;
} PatronTemplate;

extern const PatronTemplate patron_templates[];
extern const guint patron_n_templates;

const PatronTemplate *patron_template_find (const char           *id);
GBytes               *patron_template_load (const PatronTemplate *self);

G_END_DECLS
