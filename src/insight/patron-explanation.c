/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

#include "config.h"

#include "patron-explanation.h"

#include <glib/gi18n-lib.h>

static void
clear_input (gpointer data)
{
  PatronExplanationInput *input = data;

  g_free (input->name);
  g_free (input->value);
}

/**
 * patron_explanation_new:
 * @title: which figure is explained
 *
 * Returns: (transfer full): an explanation; its members are set by whoever
 *   knows them
 */
PatronExplanation *
patron_explanation_new (const char *title)
{
  PatronExplanation *self = g_new0 (PatronExplanation, 1);

  self->title = g_strdup (title);
  self->inputs = g_array_new (FALSE, FALSE, sizeof (PatronExplanationInput));
  g_array_set_clear_func (self->inputs, clear_input);
  return self;
}

void
patron_explanation_free (PatronExplanation *self)
{
  g_free (self->title);
  g_free (self->result);
  g_free (self->formula);
  g_free (self->sample);
  g_free (self->source);
  g_array_unref (self->inputs);
  g_free (self);
}

/**
 * patron_explanation_add_input:
 * @name: what it is
 * @value: (transfer full) (nullable): as the user reads it; without one,
 *   nothing is added
 */
void
patron_explanation_add_input (PatronExplanation *self,
                              const char        *name,
                              char              *value)
{
  PatronExplanationInput input = { g_strdup (name), value };

  if (value == NULL)
    {
      g_free (input.name);
      return;
    }
  g_array_append_val (self->inputs, input);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s\n", line);
}

/**
 * patron_explanation_to_text:
 *
 * Returns: (transfer full): all of it, a line for each part, as it is copied
 */
char *
patron_explanation_to_text (const PatronExplanation *self)
{
  GString *text = g_string_new (NULL);

  append_line (text, self->title);
  append_line (text, self->result);
  append_line (text, self->formula);
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const PatronExplanationInput *input
          = &g_array_index (self->inputs, PatronExplanationInput, i);

      /* Translators: the name of a number, then the number. */
      g_string_append_printf (text, C_("explanation", "%s: %s"), input->name,
                              input->value);
      g_string_append_c (text, '\n');
    }
  append_line (text, self->sample);
  append_line (text, self->source);
  return g_string_free (text, FALSE);
}
