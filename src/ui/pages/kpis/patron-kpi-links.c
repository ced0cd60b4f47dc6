/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

/* What a KPI is linked with, as rows that open it. */

#include "config.h"

#include "patron-kpi-links.h"

#include <glib/gi18n-lib.h>

#include "patron-date.h"

/* The newest check-ins; all of a goal stand with it. */
#define MAX_CHECK_INS 6

/* patron_kpi_links_new_row:
 * @subtitle: (nullable): a second line
 *
 * Returns: (transfer floating): a row of text
 */
GtkWidget *
patron_kpi_links_new_row (const char *title,
                          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* patron_kpi_links_add_group:
 *
 * Returns: (transfer none): a group of rows at the end of @box
 */
AdwPreferencesGroup *
patron_kpi_links_add_group (GtkWidget  *box,
                            const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
go_cb (GtkWidget    *row,
       PatronRecord *record)
{
  const PatronEntity *entity = patron_record_get_entity (record);

  if (entity->page != NULL)
    gtk_widget_activate_action (row, "win.go", "(sx)", entity->page,
                                patron_record_get_id (record));
}

/* patron_kpi_links_add_opening:
 *
 * Adds a row that opens a record on its page.
 */
void
patron_kpi_links_add_opening (AdwPreferencesGroup *group,
                              PatronRecord        *record,
                              const char          *title,
                              const char          *text)
{
  GtkWidget *row = patron_kpi_links_new_row (title, text);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_data (row, "activated", G_CALLBACK (go_cb),
                         g_object_ref (record),
                         (GClosureNotify) (void (*) (void)) g_object_unref,
                         0);
  adw_preferences_group_add (group, row);
}

static void
gather (PatronDocument *document,
        PatronRecord   *record,
        const char     *entity,
        const char     *reference,
        GPtrArray      *links)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      document, entity, reference, patron_record_get_id (record));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (links, g_list_model_get_item (list, i));
}

static void
gather_target (PatronDocument *document,
               PatronRecord   *kpi,
               const char     *entity,
               const char     *reference,
               GPtrArray      *links)
{
  PatronRecord *other = patron_document_get_record (
      document, entity, patron_record_get_integer (kpi, reference));

  if (other != NULL)
    g_ptr_array_add (links, other);
}

/* patron_kpi_links_add:
 * @box: the box that they are appended to
 *
 * Lists what a KPI is linked with; each row opens it.
 */
void
patron_kpi_links_add (GtkWidget      *box,
                      PatronDocument *document,
                      PatronRecord   *kpi)
{
  g_autoptr (GPtrArray) links
      = g_ptr_array_new_with_free_func (g_object_unref);
  AdwPreferencesGroup *group;

  gather_target (document, kpi, "kpi", "counterpart", links);
  gather_target (document, kpi, "segment", "segment", links);
  gather (document, kpi, "kpi", "counterpart", links);
  gather (document, kpi, "goal", "kpi", links);
  gather (document, kpi, "card", "kpi", links);
  gather (document, kpi, "chart", "kpi", links);
  if (links->len == 0)
    return;
  group = patron_kpi_links_add_group (box, _("Linked With"));
  for (guint i = 0; i < links->len; i++)
    {
      PatronRecord *record = g_ptr_array_index (links, i);
      g_autofree char *title = patron_record_get_title (record);

      patron_kpi_links_add_opening (
          group, record, title,
          patron_entity_get_label (patron_record_get_entity (record)));
    }
}

static int
compare_check_ins (gconstpointer a,
                   gconstpointer b)
{
  PatronRecord *x = *(PatronRecord *const *) a;
  PatronRecord *y = *(PatronRecord *const *) b;
  gint64 left = patron_record_get_integer (x, "date");
  gint64 right = patron_record_get_integer (y, "date");

  if (left != right)
    return left > right ? -1 : 1;
  return patron_record_get_id (x) > patron_record_get_id (y) ? -1 : 1;
}

static void
append_field (GString      *text,
              PatronRecord *record,
              const char   *name,
              const char   *between)
{
  const PatronField *field
      = patron_entity_get_field (patron_record_get_entity (record), name);
  g_autofree char *value
      = patron_field_format (field, patron_record_get (record, name), NULL);

  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s%s", between, value);
}

static void
add_check_in (AdwPreferencesGroup *group,
              PatronDocument      *document,
              PatronRecord        *check_in)
{
  g_autoptr (PatronRecord) goal = patron_document_get_record (
      document, "goal", patron_record_get_integer (check_in, "goal"));
  g_autofree char *title = patron_record_get_title (goal);
  g_autofree char *date
      = patron_date_format (patron_record_get_integer (check_in, "date"));
  g_autoptr (GString) text = g_string_new (date);

  append_field (text, check_in, "confidence", " \xc2\xb7 ");
  append_field (text, check_in, "progress", " \xc2\xb7 ");
  append_field (text, check_in, "author", " \xc2\xb7 ");
  append_field (text, check_in, "note", "\n");
  append_field (text, check_in, "blockers", "\n");
  patron_kpi_links_add_opening (group, check_in, title, text->str);
}

/* patron_kpi_links_add_check_ins:
 * @box: the box that they are appended to
 *
 * Lists the newest check-ins of the goals of a KPI; each row opens its own.
 */
void
patron_kpi_links_add_check_ins (GtkWidget      *box,
                                PatronDocument *document,
                                PatronRecord   *kpi)
{
  g_autoptr (GPtrArray) goals
      = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) check_ins
      = g_ptr_array_new_with_free_func (g_object_unref);
  AdwPreferencesGroup *group;

  gather (document, kpi, "goal", "kpi", goals);
  for (guint i = 0; i < goals->len; i++)
    gather (document, g_ptr_array_index (goals, i), "check_in", "goal",
            check_ins);
  if (check_ins->len == 0)
    return;
  g_ptr_array_sort (check_ins, compare_check_ins);
  group = patron_kpi_links_add_group (box, _("Check-Ins"));
  for (guint i = 0; i < MIN (check_ins->len, MAX_CHECK_INS); i++)
    add_check_in (group, document, g_ptr_array_index (check_ins, i));
}
