/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* The KPIs that an expression names: by name where people see it, by id in the
 * document. */

#include "config.h"

#include <string.h>

#include "patron-document-private.h"
#include "patron-kpi-names.h"

/**
 * patron_document_find_kpi:
 * @name: what an expression calls a KPI: its id after “#”, or its name,
 *   whatever the case
 *
 * Returns: (transfer full) (nullable): the first KPI of that name
 */
PatronRecord *
patron_document_find_kpi (PatronDocument *self,
                          const char     *name)
{
  g_autoptr (GListModel) kpis = NULL;
  g_autofree char *key = NULL;
  gint64 id;

  if (patron_kpi_names_to_id (name, &id))
    return patron_document_get_record (self, "kpi", id);
  kpis = patron_document_list (self, "kpi");
  key = g_utf8_casefold (name, -1);
  for (guint i = 0; i < g_list_model_get_n_items (kpis); i++)
    {
      g_autoptr (PatronRecord) kpi = g_list_model_get_item (kpis, i);
      const char *other = patron_record_get_text (kpi, "name");
      g_autofree char *folded
          = other != NULL ? g_utf8_casefold (other, -1) : NULL;

      if (folded != NULL && strcmp (g_strstrip (folded), key) == 0)
        return g_steal_pointer (&kpi);
    }
  return NULL;
}

static char *
to_id (const char *name,
       gpointer    user_data)
{
  g_autoptr (PatronRecord) kpi = patron_document_find_kpi (user_data, name);

  return kpi != NULL ? patron_kpi_names_of_id (patron_record_get_id (kpi))
                     : NULL;
}

/* Where two have a name, it would be read as that of the first. */
static char *
to_name (const char *name,
         gpointer    user_data)
{
  g_autoptr (PatronRecord) kpi = NULL;
  g_autoptr (PatronRecord) read = NULL;
  g_autofree char *title = NULL;
  gint64 id;

  if (!patron_kpi_names_to_id (name, &id))
    return NULL;
  kpi = patron_document_get_record (user_data, "kpi", id);
  if (kpi == NULL || patron_record_get_text (kpi, "name") == NULL)
    return NULL;
  title = g_strstrip (g_strdup (patron_record_get_text (kpi, "name")));
  read = patron_document_find_kpi (user_data, title);
  return read == kpi ? g_steal_pointer (&title) : NULL;
}

/* patron_document_hold_names:
 * @value: a value of @field; of an expression, its names become ids
 */
void
patron_document_hold_names (PatronDocument    *self,
                            const PatronField *field,
                            PatronValue       *value)
{
  g_autofree char *held = NULL;

  if ((field->flags & PATRON_FIELD_KPI_NAMES) == 0
      || value->type != PATRON_VALUE_TEXT)
    return;
  held = patron_kpi_names_map (value->text, to_id, self);
  /* What was not too long before must not become so. */
  if (g_utf8_strlen (held, -1) <= (long) field->max)
    patron_value_set_text (value, held);
}

/* patron_document_show_names:
 *
 * Returns: (transfer full): an expression as people read it
 */
char *
patron_document_show_names (PatronDocument *self,
                            const char     *expression)
{
  return patron_kpi_names_map (expression, to_name, self);
}

/* patron_document_free_name:
 *
 * For a KPI that is about to get another name: has the expressions that call
 * it by name, such as those of a file that a person wrote, hold its id.
 *
 * Returns: whether that could be written
 */
gboolean
patron_document_free_name (PatronDocument  *self,
                           PatronRecord    *kpi,
                           GError         **error)
{
  const PatronEntity *entity = patron_record_get_entity (kpi);
  g_autoptr (GListModel) kpis = patron_document_list (self, entity->name);

  for (guint i = 0; i < entity->n_fields; i++)
    for (guint k = 0; k < g_list_model_get_n_items (kpis)
                      && (entity->fields[i].flags & PATRON_FIELD_KPI_NAMES);
         k++)
      {
        const PatronField *field = &entity->fields[i];
        g_autoptr (PatronRecord) other = g_list_model_get_item (kpis, k);
        const PatronValue *there = patron_record_get (other, field->name);
        g_auto (PatronValue) value = PATRON_VALUE_INIT;

        patron_value_copy (&value, there);
        patron_document_hold_names (self, field, &value);
        if (!patron_value_equal (&value, there)
            && !patron_document_write_field (self, other, field, &value,
                                             error))
          return FALSE;
      }
  return TRUE;
}
