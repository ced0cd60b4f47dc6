/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PatronJourneyEditorEnd:
 * @PATRON_JOURNEY_EDITOR_CANCEL: nothing is to change
 * @PATRON_JOURNEY_EDITOR_DONE: take the text
 * @PATRON_JOURNEY_EDITOR_NEXT: take the text and go on with another card
 * @PATRON_JOURNEY_EDITOR_LEFT: take the text; the focus is elsewhere
 *
 * How editing in place ends.
 */
typedef enum
{
  PATRON_JOURNEY_EDITOR_CANCEL,
  PATRON_JOURNEY_EDITOR_DONE,
  PATRON_JOURNEY_EDITOR_NEXT,
  PATRON_JOURNEY_EDITOR_LEFT,
} PatronJourneyEditorEnd;

#define PATRON_TYPE_JOURNEY_EDITOR (patron_journey_editor_get_type ())

G_DECLARE_FINAL_TYPE (PatronJourneyEditor, patron_journey_editor, PATRON,
                      JOURNEY_EDITOR, GtkWidget)

GtkWidget *patron_journey_editor_new       (const char          *text,
                                            const char          *label);
char      *patron_journey_editor_get_text  (PatronJourneyEditor *self);
char     **patron_journey_editor_get_lines (PatronJourneyEditor *self);
GtkWidget *patron_journey_editor_get_view  (PatronJourneyEditor *self);

G_END_DECLS
