/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-import.h"
#include "patron-kpi-matcher.h"
#include "patron-kpi-preview.h"
#include "patron-mnemonic.h"

/* How long values are written before the window has its turn, and how many
 * between two looks at the clock: one that changes takes longer than a new
 * one. */
#define PIECE_MS 8
#define VALUES_AT_ONCE 500

#define WAIT_BEFORE_PLAN 150

/**
 * PatronKpiImport:
 *
 * The dialog that turns a table into measurements: it shows how the table is
 * written and what its columns are, what would come of it, and imports all of
 * that or nothing. The table is read in a thread, and written in pieces.
 */
struct _PatronKpiImport
{
  PatronDialog        parent_instance;

  PatronDocument     *document; /* (owned) */
  GFile              *file;     /* (owned) (nullable): the source, or */
  GBytes             *bytes;    /* (owned) (nullable) */
  char               *stem;     /* (owned) name of the file, bare */
  PatronImport       *table;    /* (owned) (nullable) */
  PatronImportPlan   *plan;     /* (owned) (nullable) */
  GListModel         *mappings; /* (owned) */
  GCancellable       *planning; /* (owned) (nullable) */
  PatronImportWriter *writer;   /* (owned) (nullable) */
  guint               plan_id;
  guint               write_id;
  guint               pulse_id;
  gboolean            filling;

  AdwComboRow        *mapping;  /* (nullable) */
  AdwComboRow        *encoding;
  AdwComboRow        *separator;
  AdwComboRow        *quote;
  AdwComboRow        *head;
  AdwEntryRow        *remember;
  GtkWidget          *slot;
  PatronKpiMatcher   *matcher;  /* (nullable) */
  GtkWidget          *preview;
  GtkWidget          *content;
  GtkWidget          *progress;
  GtkWidget          *import_button;
};

enum
{
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char separators[] = { 0, ',', ';', '\t', '|' };
static const char quotes[] = { '"', '\'', PATRON_CSV_NO_QUOTE };

G_DEFINE_FINAL_TYPE (PatronKpiImport, patron_kpi_import, PATRON_TYPE_DIALOG)

/* What a thread works on. */
typedef struct
{
  PatronImportPlan *plan;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->plan, patron_import_plan_free);
  g_free (job);
}

static void
show_progress (PatronKpiImport *self,
               gboolean         visible,
               double           fraction)
{
  gtk_widget_set_visible (self->progress, visible);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), fraction);
}

/* Enter imports, unless the user is at the choices. */
static void
offer_import (PatronKpiImport *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (gtk_widget_get_sensitive (self->import_button)
      && (focus == NULL || !gtk_widget_is_ancestor (focus, self->content)))
    gtk_window_set_focus (GTK_WINDOW (self), self->import_button);
}

static void
show_plan (PatronKpiImport *self,
           const GError    *error)
{
  if (self->matcher != NULL)
    patron_kpi_matcher_show_found (self->matcher, self->plan);
  patron_kpi_preview_show (PATRON_KPI_PREVIEW (self->preview), self->plan,
                           error);
  gtk_widget_set_sensitive (
      self->import_button,
      self->plan != NULL
          && patron_import_plan_get_n_new (self->plan)
                     + patron_import_plan_get_n_changes (self->plan)
                 > 0);
  offer_import (self);
}

static void
plan_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (patron_import_plan_run (job->plan, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
progress_cb (gpointer user_data)
{
  GTask *task = user_data;
  PatronKpiImport *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);

  show_progress (self, TRUE, patron_import_plan_get_progress (job->plan));
  return G_SOURCE_CONTINUE;
}

static void
stop_planning (PatronKpiImport *self)
{
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  if (self->planning != NULL)
    g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  PatronKpiImport *self = PATRON_KPI_IMPORT (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean good;

  /* One that was given up says nothing. */
  if (self->planning == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->planning)
    return;
  g_clear_object (&self->planning);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  show_progress (self, FALSE, 0);
  good = g_task_propagate_boolean (G_TASK (result), &error)
         && patron_import_plan_compare (job->plan, self->document, &error);
  if (good)
    self->plan = g_steal_pointer (&job->plan);
  show_plan (self, error);
}

static gboolean
plan_cb (gpointer user_data)
{
  PatronKpiImport *self = user_data;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  PatronImportMapping mapping;
  PatronImportPlan *plan;
  Job *job;

  self->plan_id = 0;
  stop_planning (self);
  g_clear_pointer (&self->plan, patron_import_plan_free);
  if (self->matcher == NULL)
    return G_SOURCE_REMOVE;
  gtk_widget_set_sensitive (self->import_button, FALSE);
  patron_kpi_matcher_get_mapping (self->matcher, &mapping);
  plan = patron_import_plan_new (self->table, self->document, &mapping,
                                 &error);
  if (plan == NULL)
    {
      show_plan (self, error);
      return G_SOURCE_REMOVE;
    }
  job = g_new0 (Job, 1);
  job->plan = plan;
  self->planning = g_cancellable_new ();
  task = g_task_new (self, self->planning, planned_cb, NULL);
  g_task_set_source_tag (task, plan_cb);
  g_task_set_task_data (task, job, free_job);
  self->pulse_id = g_timeout_add_full (G_PRIORITY_DEFAULT, 200, progress_cb,
                                       g_object_ref (task), g_object_unref);
  g_task_run_in_thread (task, plan_thread);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (PatronKpiImport *self)
{
  if (!self->filling && self->plan_id == 0)
    self->plan_id = g_timeout_add (WAIT_BEFORE_PLAN, plan_cb, self);
}

static void
get_form (PatronKpiImport *self,
          PatronCsvForm   *form)
{
  guint encoding = adw_combo_row_get_selected (self->encoding);

  form->separator
      = separators[MIN (adw_combo_row_get_selected (self->separator), 4)];
  form->quote = quotes[MIN (adw_combo_row_get_selected (self->quote), 2)];
  form->encoding = encoding > 0 ? patron_csv_encodings[encoding - 1] : NULL;
}

static void
show_recognised (PatronKpiImport *self)
{
  const char *const names[]
      = { C_("separator", "Comma"), C_("separator", "Semicolon"),
          C_("separator", "Tab"), C_("separator", "Bar") };
  char separator = patron_import_get_separator (self->table);
  g_autofree char *encoding = NULL;
  g_autofree char *found = NULL;
  const char *name = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (separators[i + 1] == separator)
      name = names[i];
  if (adw_combo_row_get_selected (self->encoding) == 0)
    encoding = g_strdup_printf (_("Found: %s"),
                                patron_import_get_encoding (self->table));
  if (adw_combo_row_get_selected (self->separator) == 0 && name != NULL)
    found = g_strdup_printf (_("Found: %s"), name);
  patron_kpi_set_subtitle (self->encoding,
                           encoding != NULL ? encoding : "");
  patron_kpi_set_subtitle (self->separator, found != NULL ? found : "");
  patron_kpi_set_subtitle (
      self->head, adw_combo_row_get_selected (self->head) != 0 ? ""
                  : patron_import_has_head (self->table)
                      ? _("Found: names of columns")
                      : _("Found: values"));
}

/* Opens the table as the rows say; what cannot be, the preview tells. */
static gboolean
open_table (PatronKpiImport  *self,
            GError          **error)
{
  PatronImportHead head
      = (PatronImportHead) adw_combo_row_get_selected (self->head);
  PatronCsvForm form;
  PatronImport *table;

  get_form (self, &form);
  table = self->file != NULL
              ? patron_import_new_for_file (self->file, &form, head, NULL,
                                            error)
              : patron_import_new_for_bytes (self->bytes, &form, head, error);
  if (self->matcher != NULL)
    gtk_box_remove (GTK_BOX (self->slot), GTK_WIDGET (self->matcher));
  self->matcher = NULL;
  stop_planning (self);
  g_clear_pointer (&self->plan, patron_import_plan_free);
  g_clear_pointer (&self->table, patron_import_unref);
  if (table == NULL)
    return FALSE;
  self->table = table;
  show_recognised (self);
  self->matcher = PATRON_KPI_MATCHER (
      patron_kpi_matcher_new (self->document, table, self->stem));
  gtk_box_append (GTK_BOX (self->slot), GTK_WIDGET (self->matcher));
  g_signal_connect_swapped (self->matcher, "changed",
                            G_CALLBACK (changed_cb), self);
  return TRUE;
}

static void
form_changed_cb (PatronKpiImport *self)
{
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;
  if (!open_table (self, &error))
    show_plan (self, error);
  changed_cb (self);
}

static guint
find_character (const char *among,
                guint       n,
                char        character)
{
  for (guint i = 0; i < n; i++)
    if (among[i] == character)
      return i;
  return 0;
}

static guint
find_encoding (const char *encoding)
{
  for (guint i = 0; patron_csv_encodings[i] != NULL; i++)
    if (g_strcmp0 (patron_csv_encodings[i], encoding) == 0)
      return i + 1;
  return 0;
}

/* Chooses all that a remembered mapping says. */
static void
mapping_chosen_cb (PatronKpiImport *self)
{
  guint selected = adw_combo_row_get_selected (self->mapping);
  g_autoptr (PatronRecord) record
      = selected > 0 ? g_list_model_get_item (self->mappings, selected - 1)
                     : NULL;
  PatronImportMemory memory;
  g_autoptr (GError) error = NULL;

  if (self->filling || record == NULL)
    return;
  patron_import_recall_form (record, &memory);
  self->filling = TRUE;
  adw_combo_row_set_selected (
      self->separator, find_character (separators, 5, memory.form.separator));
  adw_combo_row_set_selected (
      self->quote, find_character (quotes, 3, memory.form.quote));
  adw_combo_row_set_selected (self->encoding,
                              find_encoding (memory.form.encoding));
  adw_combo_row_set_selected (self->head, memory.head);
  self->filling = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->remember),
                         patron_record_get_text (record, "name"));
  if (open_table (self, &error)
      && patron_import_recall (self->table, record, &memory, &error))
    patron_kpi_matcher_set_mapping (self->matcher, &memory.mapping);
  else
    show_plan (self, error);
}

static gboolean
remember_mapping (PatronKpiImport  *self,
                  GError          **error)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->remember));
  g_autoptr (PatronRecord) record = NULL;
  PatronImportMemory memory;

  if (*name == '\0')
    return TRUE;
  get_form (self, &memory.form);
  memory.head = (PatronImportHead) adw_combo_row_get_selected (self->head);
  patron_kpi_matcher_get_mapping (self->matcher, &memory.mapping);
  record = patron_import_remember (self->table, self->document, name, &memory,
                                   error);
  return record != NULL;
}

static void
end_writing (PatronKpiImport *self,
             const GError    *error)
{
  show_progress (self, FALSE, 0);
  gtk_widget_set_sensitive (self->content, TRUE);
  if (error != NULL)
    {
      show_plan (self, error);
      return;
    }
  g_signal_emit (self, signals[IMPORTED], 0,
                 patron_import_plan_get_n_new (self->plan)
                     + patron_import_plan_get_n_changes (self->plan));
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
write_piece (PatronKpiImport  *self,
             gboolean         *done,
             GError          **error)
{
  gint64 until = g_get_monotonic_time () + PIECE_MS * 1000;

  do
    if (!patron_import_writer_step (self->writer, VALUES_AT_ONCE, done,
                                    error))
      return FALSE;
  while (!*done && g_get_monotonic_time () < until);
  return TRUE;
}

static gboolean
write_cb (gpointer user_data)
{
  PatronKpiImport *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (!write_piece (self, &done, &error))
    patron_import_writer_cancel (g_steal_pointer (&self->writer));
  else if (!done)
    {
      show_progress (self, TRUE,
                     patron_import_writer_get_progress (self->writer));
      return G_SOURCE_CONTINUE;
    }
  self->write_id = 0;
  if (self->writer != NULL)
    patron_import_writer_end (g_steal_pointer (&self->writer), &error);
  end_writing (self, error);
  return G_SOURCE_REMOVE;
}

static void
import_cb (PatronKpiImport *self)
{
  g_autoptr (GError) error = NULL;

  if (self->plan == NULL || self->writer != NULL)
    return;
  self->writer
      = patron_import_writer_new (self->plan, self->document, &error);
  /* It is part of the same step of undo. */
  if (self->writer != NULL && !remember_mapping (self, &error))
    g_clear_pointer (&self->writer, patron_import_writer_cancel);
  if (self->writer == NULL)
    {
      show_plan (self, error);
      return;
    }
  gtk_widget_set_sensitive (self->content, FALSE);
  gtk_widget_set_sensitive (self->import_button, FALSE);
  self->write_id = g_idle_add (write_cb, self);
}

/* What is not whole yet is taken back. */
static void
stop (PatronKpiImport *self)
{
  g_clear_handle_id (&self->plan_id, g_source_remove);
  g_clear_handle_id (&self->write_id, g_source_remove);
  stop_planning (self);
  g_clear_pointer (&self->writer, patron_import_writer_cancel);
}

static gboolean
patron_kpi_import_close_request (GtkWindow *window)
{
  stop (PATRON_KPI_IMPORT (window));
  return GTK_WINDOW_CLASS (patron_kpi_import_parent_class)
      ->close_request (window);
}

static void
patron_kpi_import_dispose (GObject *object)
{
  PatronKpiImport *self = PATRON_KPI_IMPORT (object);

  stop (self);
  g_clear_pointer (&self->plan, patron_import_plan_free);
  g_clear_pointer (&self->table, patron_import_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->stem, g_free);
  g_clear_object (&self->file);
  g_clear_object (&self->mappings);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (patron_kpi_import_parent_class)->dispose (object);
}

static void
patron_kpi_import_class_init (PatronKpiImportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_kpi_import_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = patron_kpi_import_close_request;

  /**
   * PatronKpiImport::imported:
   * @n_values: how many measurements were made or changed
   *
   * Emitted when all of it is in the document.
   */
  signals[IMPORTED] = g_signal_new ("imported", PATRON_TYPE_KPI_IMPORT,
                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
patron_kpi_import_init (PatronKpiImport *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Import Measurements"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 720);
}

static AdwComboRow *
add_form_row (PatronKpiImport   *self,
              GtkWidget         *group,
              const char        *title,
              const char *const *choices)
{
  AdwComboRow *row = patron_kpi_add_combo (group, title,
                                           gtk_string_list_new (choices));

  g_signal_connect_swapped (row, "notify::selected",
                            G_CALLBACK (form_changed_cb), self);
  return row;
}

static void
add_mapping_row (PatronKpiImport *self,
                 GtkWidget       *group)
{
  guint n = g_list_model_get_n_items (self->mappings);
  GtkStringList *names;

  if (n == 0)
    return;
  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _("As Recognised"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PatronRecord) record
          = g_list_model_get_item (self->mappings, i);

      gtk_string_list_append (names, patron_record_get_text (record, "name"));
    }
  self->mapping = patron_kpi_add_combo (group, _("Mapping"), names);
  g_signal_connect_swapped (self->mapping, "notify::selected",
                            G_CALLBACK (mapping_chosen_cb), self);
}

static void
add_table (PatronKpiImport *self,
           GtkWidget       *box)
{
  const char *encodings[] = { _("Automatic"), NULL, NULL, NULL, NULL, NULL };
  const char *const separator_names[]
      = { _("Automatic"), C_("separator", "Comma"),
          C_("separator", "Semicolon"), C_("separator", "Tab"),
          C_("separator", "Bar"), NULL };
  const char *const quote_names[]
      = { C_("quotation mark", "Double"), C_("quotation mark", "Single"),
          C_("quotation mark", "None"), NULL };
  const char *const heads[]
      = { _("Automatic"), _("Names of Columns"), _("Values"), NULL };
  GtkWidget *group = patron_kpi_add_group (box, _("Table"));

  for (gsize i = 0; i < 4; i++)
    encodings[i + 1] = patron_csv_encodings[i];
  add_mapping_row (self, group);
  self->separator
      = add_form_row (self, group, _("Separator"), separator_names);
  self->head = add_form_row (self, group, _("First Row"), heads);
  self->encoding = add_form_row (self, group, _("Encoding"), encodings);
  self->quote = add_form_row (self, group, _("Quotation Mark"), quote_names);
}

static GtkWidget *
new_bar (PatronKpiImport *self,
         const char      *file_name)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = patron_mnemonic_button_new (_("_Cancel"));
  GtkWidget *title = adw_window_title_new (_("Import Measurements"),
                                           file_name);

  self->import_button = patron_mnemonic_button_new (_("_Import"));
  gtk_widget_add_css_class (self->import_button, "suggested-action");
  gtk_window_set_default_widget (GTK_WINDOW (self), self->import_button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->import_button, "clicked",
                            G_CALLBACK (import_cb), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->import_button);
  return bar;
}

static void
build (PatronKpiImport *self,
       const char      *file_name)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *group;

  self->content = box;
  self->slot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->progress = gtk_progress_bar_new ();
  self->preview = patron_kpi_preview_new (self->document);
  gtk_widget_add_css_class (self->progress, "osd");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Progress"), -1);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  add_table (self, box);
  gtk_box_append (GTK_BOX (box), self->slot);
  group = patron_kpi_add_group (box, _("Next Time"));
  self->remember = patron_kpi_add_entry (group, _("Remember All This As"));
  gtk_box_append (GTK_BOX (box), self->preview);

  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (outer), new_bar (self, file_name));
  gtk_box_append (GTK_BOX (outer), self->progress);
  gtk_box_append (GTK_BOX (outer), scroller);
  gtk_widget_set_visible (self->progress, FALSE);
  adw_window_set_content (ADW_WINDOW (self), outer);
}

static PatronKpiImport *
dialog_new (PatronDocument  *document,
            const char      *name,
            GFile           *file,
            GBytes          *bytes,
            GError         **error)
{
  PatronKpiImport *self = g_object_new (PATRON_TYPE_KPI_IMPORT, NULL);
  char *dot;

  self->document = g_object_ref (document);
  g_set_object (&self->file, file);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->mappings = patron_document_list (document, "import_mapping");
  /* What was copied has no name of its own. */
  self->stem = g_strdup (name != NULL ? name : "");
  dot = strrchr (self->stem, '.');
  if (dot != NULL && dot != self->stem)
    *dot = '\0';
  g_strdelimit (self->stem, "_", ' ');
  self->filling = TRUE;
  build (self, name != NULL ? name : _("From the Clipboard"));
  self->filling = FALSE;
  if (!open_table (self, error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  plan_cb (self);
  return self;
}

/**
 * patron_kpi_import_new:
 * @file_name: (nullable): what the table is called, if it is called anything
 * @bytes: a table as text
 *
 * Returns: (transfer none) (nullable): the dialog, or %NULL with @error where
 *   the text is no table
 */
PatronKpiImport *
patron_kpi_import_new (PatronDocument *document,
                       const char     *file_name,
                       GBytes         *bytes,
                       GError        **error)
{
  return dialog_new (document, file_name, NULL, bytes, error);
}

/**
 * patron_kpi_import_new_for_file:
 *
 * Returns: (transfer none) (nullable): the dialog, or %NULL with @error where
 *   the file holds no table
 */
PatronKpiImport *
patron_kpi_import_new_for_file (PatronDocument *document,
                                GFile          *file,
                                GError        **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  return dialog_new (document, name, file, NULL, error);
}

/**
 * patron_kpi_import_set_kpi:
 * @kpi: a KPI of the document
 *
 * Takes the values into @kpi, unless the user chooses otherwise.
 */
void
patron_kpi_import_set_kpi (PatronKpiImport *self,
                           PatronRecord    *kpi)
{
  PatronImportMapping mapping;

  patron_kpi_matcher_get_mapping (self->matcher, &mapping);
  mapping.group = -1;
  mapping.kpi = patron_record_get_id (kpi);
  patron_kpi_matcher_set_mapping (self->matcher, &mapping);
}
