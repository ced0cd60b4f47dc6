/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronTemplate:
 * @id: what the action `app.new` takes, and patron_template_text_load()
 * @title: what people read, in Header Capitals, marked with N_()
 * @description: what is in it, marked with N_()
 * @icon_name: a symbolic icon
 *
 * What a new strategy can begin with.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *description;
  const char *icon_name;
} PatronTemplate;

extern const PatronTemplate patron_templates[];
extern const guint patron_n_templates;

G_END_DECLS
