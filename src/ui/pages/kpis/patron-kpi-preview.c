/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-preview.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-date.h"
#include "patron-file-chooser.h"
#include "patron-kpi.h"
#include "patron-number.h"
#include "patron-row.h"

#define SHOWN_GROUPS 30
#define SHOWN_POINTS 24
#define SHOWN_REFUSALS 200

/**
 * PatronKpiPreview:
 *
 * What an import would do: the KPIs it makes or adds to, with their first
 * values, and the rows that it cannot take, each with its reason.
 */
struct _PatronKpiPreview
{
  AdwPreferencesGroup parent_instance;

  PatronDocument *document; /* (owned) */
  GPtrArray      *rows;     /* (owned) (element-type GtkWidget) (unowned) */
  PatronRefusals *refused;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PatronKpiPreview, patron_kpi_preview,
                     ADW_TYPE_PREFERENCES_GROUP)

static void
patron_kpi_preview_finalize (GObject *object)
{
  PatronKpiPreview *self = PATRON_KPI_PREVIEW (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->document);
  g_clear_pointer (&self->refused, patron_refusals_unref);

  G_OBJECT_CLASS (patron_kpi_preview_parent_class)->finalize (object);
}

static void
patron_kpi_preview_class_init (PatronKpiPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patron_kpi_preview_finalize;
}

static void
patron_kpi_preview_init (PatronKpiPreview *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   _("Preview"));
}

static void
add_row (PatronKpiPreview *self,
         GtkWidget        *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* Titles and subtitles are markup to Adwaita; files are not. */
static GtkWidget *
new_row (GType       type,
         const char *title,
         const char *subtitle)
{
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle
      = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);

  return g_object_new (type, "title", safe_title, "subtitle", safe_subtitle,
                       NULL);
}

static void
add_issue (PatronKpiPreview *self,
           const char       *icon,
           const char       *title,
           const char       *subtitle)
{
  GtkWidget *row = new_row (ADW_TYPE_ACTION_ROW, title, subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (icon));
  add_row (self, row);
}

static char *
format_value (PatronKpiPreview        *self,
              PatronImportPlan        *plan,
              const PatronImportGroup *group,
              double                   value)
{
  g_autoptr (PatronRecord) kpi
      = group->kpi != 0
            ? patron_document_get_record (self->document, "kpi", group->kpi)
            : NULL;
  g_autofree char *currency = patron_document_get_currency (self->document);

  if (kpi != NULL)
    return patron_kpi_format (kpi, value, currency);
  return patron_import_plan_is_percent (plan, group)
             ? patron_percent_format (value, 1)
             : patron_number_format (value, -1);
}

static void
add_point (PatronKpiPreview        *self,
           GtkWidget               *expander,
           PatronImportPlan        *plan,
           const PatronImportGroup *group,
           const PatronImportPoint *point)
{
  const char *const states[]
      = { C_("value", "New"), C_("value", "As it was"),
          C_("value", "Changes") };
  g_autofree char *date = patron_date_format (point->date);
  g_autofree char *value = format_value (
      self, plan, group, patron_import_plan_get_value (plan, point));
  g_autofree char *rows = g_strdup_printf (
      ngettext ("%u row", "%u rows", (guint) point->n_rows),
      (guint) point->n_rows);
  g_autofree char *subtitle = g_strdup_printf (
      /* Translators: such as “3 rows · New”. */
      C_("value", "%s · %s"), rows, states[point->state]);
  GtkWidget *row = new_row (ADW_TYPE_ACTION_ROW, date, subtitle);
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

/* The newest come first; there may be a million others. */
static void
add_points (PatronKpiPreview        *self,
            GtkWidget               *expander,
            PatronImportPlan        *plan,
            const PatronImportGroup *group)
{
  guint n = group->points->len;
  guint shown = MIN (n, SHOWN_POINTS);

  for (guint i = 0; i < shown; i++)
    add_point (self, expander, plan, group,
               &g_array_index (group->points, PatronImportPoint, n - 1 - i));
  if (n > shown)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("%u earlier value", "%u earlier values", n - shown),
          n - shown);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                new_row (ADW_TYPE_ACTION_ROW, more, NULL));
    }
}

static void
add_group (PatronKpiPreview        *self,
           PatronImportPlan        *plan,
           const PatronImportGroup *group)
{
  const PatronImportPoint *first
      = &g_array_index (group->points, PatronImportPoint, 0);
  const PatronImportPoint *last = &g_array_index (
      group->points, PatronImportPoint, group->points->len - 1);
  g_autofree char *from = patron_date_format (first->date);
  g_autofree char *to = patron_date_format (last->date);
  g_autofree char *value = format_value (
      self, plan, group, patron_import_plan_get_value (plan, last));
  g_autofree char *subtitle = g_strdup_printf (
      ngettext ("%u value, %s to %s, the last one %s",
                "%u values, %s to %s, the last one %s", group->points->len),
      group->points->len, from, to, value);
  GtkWidget *row = new_row (ADW_TYPE_EXPANDER_ROW, group->name, subtitle);
  GtkWidget *label = gtk_label_new (group->kpi != 0
                                        ? C_("import", "Existing")
                                        : C_("import", "New"));

  gtk_widget_add_css_class (label, "dim-label");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), label);
  add_points (self, row, plan, group);
  add_row (self, row);
}

static void
add_groups (PatronKpiPreview *self,
            PatronImportPlan *plan)
{
  guint n = patron_import_plan_get_n_groups (plan);

  for (guint i = 0; i < MIN (n, SHOWN_GROUPS); i++)
    {
      const PatronImportGroup *group = patron_import_plan_get_group (plan, i);

      if (group->points->len > 0)
        add_group (self, plan, group);
    }
  if (n > SHOWN_GROUPS)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("%u more KPI", "%u more KPIs", n - SHOWN_GROUPS),
          n - SHOWN_GROUPS);

      add_row (self, new_row (ADW_TYPE_ACTION_ROW, more, NULL));
    }
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PatronKpiPreview) self = user_data;
  g_autoptr (GFile) file = patron_choose_file_finish (result);
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (file == NULL || self->refused == NULL
      || patron_refusals_save (self->refused, file, NULL, &error))
    return;
  patron_tell (root != NULL ? GTK_WINDOW (root) : NULL,
               _("The File Cannot Be Written"), error->message);
}

static void
save_cb (PatronKpiPreview *self)
{
  patron_choose_file_async (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      PATRON_CHOOSE_SAVE, _("Save Refused Rows"), _("_Save"), NULL,
      _("Refused rows.csv"), NULL, saved_cb, g_object_ref (self));
}

static void
add_save_button (PatronKpiPreview *self,
                 GtkWidget        *expander)
{
  GtkWidget *button = patron_row_new_button ("document-save-symbolic",
                                             _("Save Refused Rows"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (save_cb), self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (expander), button);
}

static void
add_refusals (PatronKpiPreview *self,
              PatronImportPlan *plan)
{
  guint n = patron_import_plan_get_n_refusals (plan);
  g_autofree char *title = NULL;
  GtkWidget *expander;

  if (n == 0)
    return;
  title = g_strdup_printf (
      ngettext ("%u row cannot be imported", "%u rows cannot be imported", n),
      n);
  expander = new_row (ADW_TYPE_EXPANDER_ROW, title,
                      _("All other rows are imported without them"));
  g_clear_pointer (&self->refused, patron_refusals_unref);
  self->refused = patron_refusals_ref (patron_import_plan_get_refusals (plan));
  add_save_button (self, expander);
  for (guint i = 0; i < MIN (n, SHOWN_REFUSALS); i++)
    {
      guint line;
      g_autofree char *reason
          = patron_refusals_get (self->refused, i, &line);
      g_autofree char *row = g_strdup_printf (C_("import", "Row %u"), line);

      adw_expander_row_add_row (
          ADW_EXPANDER_ROW (expander),
          new_row (ADW_TYPE_ACTION_ROW, row, reason));
    }
  if (n > SHOWN_REFUSALS)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("%u more row", "%u more rows", n - SHOWN_REFUSALS),
          n - SHOWN_REFUSALS);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                new_row (ADW_TYPE_ACTION_ROW, more, NULL));
    }
  add_row (self, expander);
}

static void
add_doubts (PatronKpiPreview *self,
            PatronImportPlan *plan)
{
  gboolean ambiguous;

  patron_import_plan_get_order (plan, &ambiguous);
  if (ambiguous)
    add_issue (self, "dialog-question-symbolic",
               _("Day or month first?"),
               _("Every date reads both ways; choose the order above"));
  patron_import_plan_get_decimal_mark (plan, &ambiguous);
  if (ambiguous)
    add_issue (self, "dialog-question-symbolic",
               _("Decimal or thousands mark?"),
               _("The numbers read both ways; choose the mark above"));
}

static char *
describe (PatronImportPlan *plan)
{
  guint new = patron_import_plan_get_n_new (plan);
  guint changed = patron_import_plan_get_n_changes (plan);
  guint same = patron_import_plan_get_n_points (plan) - new - changed;
  g_autofree char *added = g_strdup_printf (
      ngettext ("%u value is new", "%u values are new", new), new);
  g_autofree char *updated = g_strdup_printf (
      ngettext ("%u value changes", "%u values change", changed), changed);

  g_autofree char *kept = g_strdup_printf (
      ngettext ("%u stays as it is", "%u stay as they are", same), same);

  /* Translators: “12 values are new”, “3 values change”, “9 stay as they
   * are”. */
  return g_strdup_printf (_("%s, %s, %s"), added, updated, kept);
}

/**
 * patron_kpi_preview_show:
 * @plan: (nullable): what would be done
 * @error: (nullable): why nothing can be, or why it was not
 *
 * Shows another plan.
 */
void
patron_kpi_preview_show (PatronKpiPreview *self,
                         PatronImportPlan *plan,
                         const GError     *error)
{
  g_autofree char *description = NULL;
  g_autofree char *safe = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  if (error != NULL)
    add_issue (self, "dialog-warning-symbolic", _("Nothing can be imported"),
               error->message);
  if (plan != NULL)
    {
      description = describe (plan);
      add_doubts (self, plan);
      add_refusals (self, plan);
      add_groups (self, plan);
    }
  safe = g_markup_escape_text (description != NULL ? description : "", -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), safe);
}

/**
 * patron_kpi_preview_new:
 *
 * Returns: (transfer floating): an empty preview
 */
GtkWidget *
patron_kpi_preview_new (PatronDocument *document)
{
  PatronKpiPreview *self = g_object_new (PATRON_TYPE_KPI_PREVIEW, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}
