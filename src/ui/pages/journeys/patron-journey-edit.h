/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

PatronRecord *patron_journey_new_five_steps (PatronDocument     *document,
                                             const char         *title,
                                             GError            **error);
PatronRecord *patron_journey_new_blank      (PatronDocument     *document,
                                             const char         *title,
                                             GError            **error);
gboolean      patron_journey_fill_five_steps (PatronDocument    *document,
                                             PatronRecord       *journey,
                                             GError            **error);
PatronRecord *patron_journey_duplicate_to_be (PatronDocument    *document,
                                             PatronRecord       *journey,
                                             GError            **error);
PatronRecord *patron_journey_add_stage      (PatronDocument     *document,
                                             PatronRecord       *journey,
                                             PatronRecord       *before,
                                             const char         *name,
                                             GError            **error);
PatronRecord *patron_journey_add_lane       (PatronDocument     *document,
                                             PatronRecord       *journey,
                                             PatronRecord       *before,
                                             const char         *kind,
                                             const char         *name,
                                             GError            **error);
PatronRecord *patron_journey_add_cards      (PatronDocument     *document,
                                             PatronRecord       *stage,
                                             PatronRecord       *lane,
                                             const char *const  *titles,
                                             GError            **error);
gboolean      patron_journey_move_card      (PatronDocument     *document,
                                             PatronRecord       *card,
                                             PatronRecord       *stage,
                                             PatronRecord       *lane,
                                             PatronRecord       *before,
                                             GError            **error);
gboolean      patron_journey_remove         (PatronDocument     *document,
                                             PatronRecord       *record,
                                             GError            **error);
PatronRecord *patron_journey_duplicate      (PatronDocument     *document,
                                             PatronRecord       *record,
                                             GError            **error);
gboolean      patron_journey_rename         (PatronDocument     *document,
                                             PatronRecord       *record,
                                             const char         *name,
                                             GError            **error);

G_END_DECLS
