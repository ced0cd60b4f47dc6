/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts-page"

/* The words of a chart: what it is called, what it says, what happened. */

#include "config.h"

#include "patron-chart-builder-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-date.h"
#include "patron-row.h"

static void
headline_cb (PatronChartBuilder *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->headline));
  gboolean own = *text != '\0'
                 && g_strcmp0 (text, self->result->finding) != 0;

  if (self->filling)
    return;
  g_free (self->query->headline);
  self->query->headline = own ? g_strdup (text) : NULL;
  patron_chart_builder_changed (self);
}

static void
use_finding_cb (PatronChartBuilder *self)
{
  g_clear_pointer (&self->query->headline, g_free);
  patron_chart_builder_changed (self);
}

/* Whether annotations are told of days, as on lines and columns over dates. */
static gboolean
is_over_days (PatronChartBuilder *self)
{
  return patron_chart_kind_get_shape (self->result->chart->kind)
             == PATRON_SHAPE_DATES
         || (self->query->over != NULL
             && (strchr (self->query->over, '/') != NULL
                 || strcmp (self->query->over, "date") == 0));
}

static void
remove_note_cb (GtkWidget *button)
{
  PatronChartBuilder *self = PATRON_CHART_BUILDER (
      gtk_widget_get_ancestor (button, PATRON_TYPE_CHART_BUILDER));
  guint index = GPOINTER_TO_UINT (
      g_object_get_data (G_OBJECT (button), "index"));

  g_array_remove_index (self->query->notes, index);
  patron_chart_builder_changed (self);
}

/* A date and what happened then, in one line. */
static gboolean
add_dated_note (PatronChartBuilder *self,
                const char         *line)
{
  g_autofree char *text = g_strdup (line);
  char *space = strchr (text, ' ');
  gint64 date = 0;

  if (space == NULL)
    return FALSE;
  *space = '\0';
  if (!patron_date_parse (text, &date) || *g_strstrip (space + 1) == '\0')
    return FALSE;
  patron_chart_query_add_note (self->query, (double) date, NULL, space + 1);
  return TRUE;
}

/* The name of a category up to where its limits of the day begin. */
static char *
get_name (PatronChartBuilder *self,
          guint               category)
{
  const char *name
      = patron_chart_data_get_category (self->result->data, category);
  const char *comma = strstr (name, ", ");

  return self->result->chart->kind == PATRON_CHART_TORNADO && comma != NULL
             ? g_strndup (name, (gsize) (comma - name))
             : g_strdup (name);
}

/* A category, a colon and what there is to tell, in one line. */
static gboolean
add_named_note (PatronChartBuilder *self,
                const char         *line)
{
  guint n = patron_chart_data_count_categories (self->result->data);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = get_name (self, i);
      g_autofree char *folded = g_utf8_casefold (name, -1);
      const char *colon = strchr (line, ':');

      for (; *name != '\0' && colon != NULL; colon = strchr (colon + 1, ':'))
        {
          g_autofree char *typed
              = g_utf8_casefold (line, (gssize) (colon - line));
          g_autofree char *text = g_strdup (colon + 1);

          if (strcmp (g_strstrip (typed), folded) != 0
              || *g_strstrip (text) == '\0')
            continue;
          patron_chart_query_add_note (self->query, 0, name, text);
          return TRUE;
        }
    }
  return FALSE;
}

static void
add_note_cb (GtkWidget *row)
{
  PatronChartBuilder *self = PATRON_CHART_BUILDER (
      gtk_widget_get_ancestor (row, PATRON_TYPE_CHART_BUILDER));
  const char *line = gtk_editable_get_text (GTK_EDITABLE (row));

  if (is_over_days (self) ? add_dated_note (self, line)
                          : add_named_note (self, line))
    {
      patron_chart_builder_changed (self);
      return;
    }
  gtk_widget_add_css_class (row, "error");
  gtk_widget_error_bell (row);
}

static void
note_typed_cb (GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "error");
}

static void
add_row (PatronChartBuilder *self,
         GtkWidget          *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->notes_group), row);
  g_ptr_array_add (self->note_rows, row);
}

static void
add_note_row (PatronChartBuilder *self,
              guint               index)
{
  const PatronQueryNote *note
      = &g_array_index (self->query->notes, PatronQueryNote, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove
      = patron_row_new_button ("edit-delete-symbolic", _("Remove Annotation"));
  g_autofree char *where = note->on != NULL
                               ? g_strdup (note->on)
                               : patron_date_format ((gint64) note->at);

  g_object_set (row, "use-markup", FALSE, "title", note->text, NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  g_object_set_data (G_OBJECT (remove), "index", GUINT_TO_POINTER (index));
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_note_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  add_row (self, row);
}

/* An example of an annotation. */
static char *
write_help (PatronChartBuilder *self)
{
  g_autofree char *today = patron_date_format (patron_date_today ());
  g_autofree char *name = NULL;

  if (is_over_days (self))
    /* Translators: an example of an annotation, which begins with a date. */
    return g_strdup_printf (_("Such as “%s Prices raised”"), today);
  if (patron_chart_data_count_categories (self->result->data) == 0)
    return NULL;
  name = get_name (self, 0);
  /* Translators: an example of an annotation, which begins with what it is
   * told of. */
  return g_strdup_printf (_("Such as “%s: Changed in May”"), name);
}

static void
update_notes (PatronChartBuilder *self)
{
  GtkWidget *add = adw_entry_row_new ();
  g_autofree char *help = write_help (self);

  for (guint i = 0; i < self->note_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->notes_group),
                                  g_ptr_array_index (self->note_rows, i));
  g_ptr_array_set_size (self->note_rows, 0);
  for (guint i = 0; i < self->query->notes->len; i++)
    add_note_row (self, i);
  adw_preferences_row_set_title (
      ADW_PREFERENCES_ROW (add),
      is_over_days (self) ? _("Add: Date, Then What Happened")
                          : _("Add: Name, Colon, Then What to Tell"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (add), TRUE);
  g_signal_connect (add, "apply", G_CALLBACK (add_note_cb), NULL);
  g_signal_connect (add, "changed", G_CALLBACK (note_typed_cb), NULL);
  add_row (self, add);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self->notes_group), help);
  gtk_widget_set_visible (
      self->notes_group,
      help != NULL && patron_chart_kind_has_notes (self->result->chart->kind));
}

/* patron_chart_builder_update_words:
 *
 * Shows the words as they are now.
 */
void
patron_chart_builder_update_words (PatronChartBuilder *self)
{
  const char *headline = self->query->headline != NULL ? self->query->headline
                         : self->result->finding != NULL
                             ? self->result->finding
                             : "";

  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->headline)), headline)
      != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->headline), headline);
  gtk_widget_set_visible (self->finding, self->query->headline != NULL
                                             && self->result->finding != NULL);
  if (self->form != NULL)
    patron_form_set_record (self->form, self->saved);
  gtk_widget_set_visible (GTK_WIDGET (self->form_place), self->saved != NULL);
  update_notes (self);
}

/* patron_chart_builder_add_words:
 *
 * Adds the groups of the words.
 */
void
patron_chart_builder_add_words (PatronChartBuilder *self,
                                GtkWidget          *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *headline = adw_entry_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Words"));
  self->headline = ADW_ENTRY_ROW (headline);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (headline), _("Title"));
  adw_entry_row_set_show_apply_button (self->headline, TRUE);
  self->finding = patron_row_new_button ("edit-undo-symbolic",
                                         _("Use the Finding as Title"));
  adw_entry_row_add_suffix (self->headline, self->finding);
  g_signal_connect_object (headline, "apply", G_CALLBACK (headline_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finding, "clicked",
                           G_CALLBACK (use_finding_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), headline);
  gtk_box_append (GTK_BOX (page), group);

  self->notes_group = adw_preferences_group_new ();
  self->note_rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->notes_group),
                                   _("Annotations"));
  gtk_box_append (GTK_BOX (page), self->notes_group);
}
