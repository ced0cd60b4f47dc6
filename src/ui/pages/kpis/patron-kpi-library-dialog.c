/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-library-dialog.h"

#include <glib/gi18n-lib.h>

#include "patron-kpi-library.h"
#include "patron-mnemonic.h"

/**
 * PatronKpiLibraryDialog:
 *
 * The KPIs that come with Patron, to be searched, read and added.
 */
struct _PatronKpiLibraryDialog
{
  PatronDialog    parent_instance;

  PatronDocument *document; /* (owned) */
  GtkListBox     *list;
  GtkStack       *stack;
  GtkEditable    *search;
};

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GQuark model_quark;

G_DEFINE_FINAL_TYPE (PatronKpiLibraryDialog, patron_kpi_library_dialog,
                     PATRON_TYPE_DIALOG)

static PatronKpiModel *
get_model (gpointer widget)
{
  return g_object_get_qdata (widget, model_quark);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  PatronKpiLibraryDialog *self = user_data;

  return patron_kpi_model_matches (get_model (row),
                                   gtk_editable_get_text (self->search));
}

static void
search_cb (PatronKpiLibraryDialog *self)
{
  const char *words = gtk_editable_get_text (self->search);
  GPtrArray *library = patron_kpi_library_get ();
  gboolean any = FALSE;

  for (guint i = 0; i < library->len && !any; i++)
    any = patron_kpi_model_matches (g_ptr_array_index (library, i), words);
  gtk_list_box_invalidate_filter (self->list);
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "none");
}

static void
add_cb (PatronKpiLibraryDialog *self,
        GtkWidget              *button)
{
  g_autoptr (PatronKpiLibraryDialog) alive G_GNUC_UNUSED
      = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) kpi = patron_kpi_model_add (
      get_model (button), patron_kpi_library_get (), self->document, &error);

  if (kpi == NULL)
    {
      gtk_widget_set_tooltip_text (button, error->message);
      gtk_widget_error_bell (button);
      return;
    }
  g_signal_emit (self, signals[ADDED], 0, kpi);
  gtk_window_close (GTK_WINDOW (self));
}

static void
patron_kpi_library_dialog_dispose (GObject *object)
{
  PatronKpiLibraryDialog *self = PATRON_KPI_LIBRARY_DIALOG (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (patron_kpi_library_dialog_parent_class)->dispose (object);
}

static void
patron_kpi_library_dialog_class_init (PatronKpiLibraryDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_kpi_library_dialog_dispose;
  model_quark = g_quark_from_static_string ("patron-kpi-model");

  /**
   * PatronKpiLibraryDialog::added:
   * @kpi: the KPI
   *
   * Emitted when a KPI was added to the document.
   */
  signals[ADDED] = g_signal_new ("added", PATRON_TYPE_KPI_LIBRARY_DIALOG,
                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, PATRON_TYPE_RECORD);
}

static void
patron_kpi_library_dialog_init (PatronKpiLibraryDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("KPI Library"));
  gtk_window_set_default_size (GTK_WINDOW (self), 600, 680);
}

static void
add_fact (GtkWidget  *row,
          const char *title,
          const char *text)
{
  g_autofree char *safe = g_markup_escape_text (text, -1);
  GtkWidget *fact = g_object_new (ADW_TYPE_ACTION_ROW, "title", title,
                                  "subtitle", safe, NULL);

  if (*text == '\0')
    {
      g_object_ref_sink (fact);
      g_object_unref (fact);
      return;
    }
  gtk_widget_add_css_class (fact, "property");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), fact);
}

static char *
list_pairs (PatronKpiModel *model)
{
  GPtrArray *library = patron_kpi_library_get ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  char **pairs = patron_kpi_model_get_pairs (model);

  for (gsize i = 0; pairs[i] != NULL; i++)
    g_strv_builder_add (names,
                        patron_kpi_model_get_text (
                            patron_kpi_library_find (library, pairs[i]),
                            "name"));
  all = g_strv_builder_end (names);
  /* Translators: between names in a list. */
  return g_strjoinv (C_("list", ", "), all);
}

static void
add_facts (GtkWidget      *row,
           PatronKpiModel *model)
{
  g_autofree char *pairs = list_pairs (model);
  g_autofree char *how = g_strdup_printf (
      /* Translators: such as “Percent, up is good, by month”; each of the
       * three is translated on its own. */
      C_("KPI", "%s · %s · %s"),
      patron_kpi_model_get_choice (model, "unit_kind"),
      patron_kpi_model_get_choice (model, "direction"),
      patron_kpi_model_get_choice (model, "cadence"));

  add_fact (row, _("Formula"), patron_kpi_model_get_text (model, "formula"));
  add_fact (row, _("Unit, Direction, Cadence"), how);
  add_fact (row, _("How to Measure"),
            patron_kpi_model_get_text (model, "method"));
  add_fact (row, _("Caution"), patron_kpi_model_get_text (model, "caution"));
  add_fact (row, _("Decision"), patron_kpi_model_get_text (model, "decision"));
  add_fact (row, _("Not to Be Read Without"), pairs);
}

static GtkWidget *
new_add_button (PatronKpiLibraryDialog *self,
                PatronKpiModel         *model,
                const char             *name)
{
  g_autoptr (PatronRecord) there
      = patron_kpi_model_find_record (model, self->document);
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (there != NULL)
    {
      button = gtk_label_new (C_("KPI", "Added"));
      gtk_widget_add_css_class (button, "dim-label");
      return button;
    }
  button = gtk_button_new_with_label (_("Add"));
  /* Translators: the name of a KPI. */
  label = g_strdup_printf (_("Add “%s”"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_qdata (G_OBJECT (button), model_quark, model);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  return button;
}

static GtkWidget *
new_row (PatronKpiLibraryDialog *self,
         PatronKpiModel         *model)
{
  const char *name = patron_kpi_model_get_text (model, "name");
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (
      patron_kpi_model_get_text (model, "definition"), -1);
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", title,
                                 "subtitle", subtitle, NULL);

  g_object_set_qdata (G_OBJECT (row), model_quark, model);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                               new_add_button (self, model, name));
  add_facts (row, model);
  return row;
}

static GtkWidget *
new_list (PatronKpiLibraryDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *list = gtk_list_box_new ();
  GPtrArray *library = patron_kpi_library_get ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  for (guint i = 0; i < library->len; i++)
    gtk_list_box_append (self->list,
                         new_row (self, g_ptr_array_index (library, i)));
  gtk_widget_set_margin_top (clamp, 18);
  gtk_widget_set_margin_bottom (clamp, 18);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
new_nothing (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status),
                                 "system-search-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No KPI Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _("Try other words."));
  gtk_widget_add_css_class (status, "compact");
  return status;
}

static void
build (PatronKpiLibraryDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *search_bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->search = GTK_EDITABLE (search);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, new_list (self), "list");
  gtk_stack_add_named (self->stack, new_nothing (), "none");
  g_object_set (search, "placeholder-text", _("Search KPIs"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search KPIs"), -1);
  gtk_widget_set_hexpand (search, TRUE);
  gtk_widget_set_margin_top (search_bar, 6);
  gtk_widget_set_margin_bottom (search_bar, 6);
  gtk_widget_set_margin_start (search_bar, 12);
  gtk_widget_set_margin_end (search_bar, 12);
  gtk_box_append (GTK_BOX (search_bar), search);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (search_cb),
                            self);
  g_signal_connect_swapped (search, "stop-search",
                            G_CALLBACK (gtk_window_close), self);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), search_bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_focus (GTK_WINDOW (self), search);
}

/**
 * patron_kpi_library_dialog_new:
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
patron_kpi_library_dialog_new (PatronDocument *document)
{
  PatronKpiLibraryDialog *self
      = g_object_new (PATRON_TYPE_KPI_LIBRARY_DIALOG, NULL);

  self->document = g_object_ref (document);
  build (self);
  return GTK_WIDGET (self);
}
