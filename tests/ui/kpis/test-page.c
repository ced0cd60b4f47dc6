/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of KPIs in a real window: a KPI is made, measured, corrected,
 * removed and imported, as the keyboard does it. */

#include <string.h>

#include "patron-date.h"
#include "patron-document-private.h"
#include "patron-kpi-adder.h"
#include "patron-kpi-board.h"
#include "patron-kpi-card.h"
#include "patron-kpi-cell.h"
#include "patron-kpi-import.h"
#include "patron-kpis-page.h"
#include "patron-schema.h"
#include "patron-widgets.h"

typedef struct
{
  PatronDocument *document;
  GtkWidget      *window;
  GtkWidget      *page;
  char           *toast;
  gint64          gone_to; /* the record that a row opened */
} Fixture;

static void
toast_cb (GSimpleAction *action,
          GVariant      *message,
          gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->toast);
  fixture->toast = g_variant_dup_string (message, NULL);
}

static void
go_cb (GSimpleAction *action,
       GVariant      *target,
       gpointer       user_data)
{
  Fixture *fixture = user_data;
  const char *page;

  g_variant_get (target, "(&sx)", &page, &fixture->gone_to);
}

static void
settle (void)
{
  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  PatronRegistry *registry = patron_registry_get_default ();
  PatronDb *db = patron_db_open (":memory:", PATRON_DB_EDIT, NULL);
  GSimpleActionGroup *actions = g_simple_action_group_new ();
  const GActionEntry entries[]
      = { { "toast", toast_cb, "s" }, { "undo-toast", toast_cb, "s" },
          { "go", go_cb, "(sx)" } };

  g_assert_true (patron_schema_create (
      db, registry, patron_registry_get_schema (registry), NULL));
  fixture->document = g_object_new (PATRON_TYPE_DOCUMENT, NULL);
  fixture->document->registry = patron_registry_ref (registry);
  g_assert_true (patron_document_attach (fixture->document, db, NULL));

  fixture->window = adw_window_new ();
  fixture->page = g_object_new (PATRON_TYPE_KPIS_PAGE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries,
                                   G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win",
                                  G_ACTION_GROUP (actions));
  g_object_unref (actions);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  patron_page_set_document (PATRON_PAGE (fixture->page), fixture->document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->document);
  g_free (fixture->toast);
}

/* The widget of that type that stands last, in reading order. */
static GtkWidget *
find_last (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *below
          = gtk_widget_get_mapped (child) ? find_last (child, type) : NULL;

      found = below != NULL ? below : found;
    }
  return found;
}

static PatronRecord *
add_kpi (Fixture *fixture)
{
  g_autoptr (GListModel) kpis = NULL;
  PatronRecord *kpi;

  g_assert_true (
      gtk_widget_activate_action (fixture->page, "kpis.add", NULL));
  kpis = patron_document_list (fixture->document, "kpi");
  g_assert_cmpuint (g_list_model_get_n_items (kpis), ==, 1);
  kpi = g_list_model_get_item (kpis, 0);
  g_assert_true (patron_document_set_text (fixture->document, kpi,
                                           "unit_kind", "percent", NULL));
  settle ();
  return kpi;
}

/* Goes back to the values, as F6 or a click on the switcher would. */
static void
show_values (Fixture *fixture)
{
  GtkWidget *stack = find_last (fixture->page, ADW_TYPE_VIEW_STACK);

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack),
                                         "measurement");
  settle ();
}

static void
type_value (Fixture    *fixture,
            const char *date,
            const char *value)
{
  GtkWidget *adder = find_last (fixture->page, PATRON_TYPE_KPI_ADDER);
  GtkWidget *first = gtk_widget_get_first_child (adder);
  GtkWidget *second = gtk_widget_get_next_sibling (first);

  if (date != NULL)
    gtk_editable_set_text (GTK_EDITABLE (first), date);
  gtk_editable_set_text (GTK_EDITABLE (second), value);
  g_signal_emit_by_name (second, "activate");
  settle ();
}

static PatronRecord *
newest (Fixture      *fixture,
        PatronRecord *kpi)
{
  return patron_document_get_last_of (fixture->document, "measurement", "kpi",
                                      patron_record_get_id (kpi));
}

static void
test_measure (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (PatronRecord) kpi = add_kpi (fixture);
  g_autoptr (PatronRecord) first = NULL;
  g_autoptr (PatronRecord) second = NULL;
  g_autofree char *date = NULL;

  show_values (fixture);
  type_value (fixture, "2024-01-31", "62");
  first = newest (fixture, kpi);
  g_assert_cmpfloat (patron_record_get_number (first, "value"), ==, 0.62);

  /* The next date stands there: the last of February. */
  type_value (fixture, NULL, "63.5 %");
  second = newest (fixture, kpi);
  g_assert_cmpfloat (patron_record_get_number (second, "value"), ==, 0.635);
  date = patron_field_to_text (
      patron_entity_get_field (patron_record_get_entity (second), "date"),
      patron_record_get (second, "date"));
  g_assert_cmpstr (date, ==, "2024-02-29");

  /* What is no value is refused, and stays to be mended. */
  type_value (fixture, NULL, "many");
  g_assert_cmpstr (fixture->toast, ==,
                   "Value: “many” is not a value of this KPI");
  g_assert_cmpint (patron_document_count (fixture->document, "measurement"),
                   ==, 2);
}

static void
test_correct (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (PatronRecord) kpi = add_kpi (fixture);
  g_autoptr (PatronRecord) record = NULL;
  GtkWidget *entry;

  show_values (fixture);
  type_value (fixture, "2024-01-01", "62");
  record = newest (fixture, kpi);
  entry = NULL;
  /* The cells of a row: date, value, note, reason. */
  for (GtkWidget *row
       = gtk_widget_get_parent (gtk_widget_get_parent (
           find_last (fixture->page, PATRON_TYPE_KPI_CELL)));
       row != NULL && entry == NULL; row = NULL)
    entry = gtk_widget_get_first_child (find_last (
        gtk_widget_get_next_sibling (gtk_widget_get_first_child (row)),
        PATRON_TYPE_KPI_CELL));
  g_assert_nonnull (entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "62\xe2\x80\xaf%");
  gtk_editable_set_text (GTK_EDITABLE (entry), "70");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpfloat (patron_record_get_number (record, "value"), ==, 0.7);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "70\xe2\x80\xaf%");
  g_assert_true (patron_document_undo (fixture->document, NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "62\xe2\x80\xaf%");
}

/* A table that is longer than its place shows its newest row at once. */
static void
test_newest (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (PatronRecord) kpi = add_kpi (fixture);
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));
  g_autoptr (PatronRecord) other = NULL;
  GtkAdjustment *adjustment;

  for (int i = 1; i <= 200; i++)
    {
      g_autofree char *date = patron_date_to_text (20000 + i);
      g_autoptr (PatronRecord) measurement
          = patron_document_insert (fixture->document, "measurement", NULL,
                                    "kpi", id, "date", date, "value", "0.5",
                                    NULL);

      g_assert_nonnull (measurement);
    }
  other = patron_document_insert (fixture->document, "kpi", NULL, NULL);
  for (int i = 0; i < 5; i++)
    {
      g_assert_true (
          patron_page_show_record (PATRON_PAGE (fixture->page), other));
      settle ();
      g_assert_true (
          patron_page_show_record (PATRON_PAGE (fixture->page), kpi));
      show_values (fixture);
      adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (
          find_last (fixture->page, GTK_TYPE_COLUMN_VIEW)));
      g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), >, 0);
      g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >,
                         2 * gtk_adjustment_get_page_size (adjustment));
      g_assert_cmpfloat_with_epsilon (
          gtk_adjustment_get_value (adjustment),
          gtk_adjustment_get_upper (adjustment)
              - gtk_adjustment_get_page_size (adjustment),
          1);
    }
}

static void
test_remove (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (PatronRecord) kpi = add_kpi (fixture);

  patron_document_set_text (fixture->document, kpi, "name", "R & D <5%", NULL);
  settle ();
  g_assert_true (
      gtk_widget_activate_action (fixture->page, "kpis.remove", NULL));
  settle ();
  g_assert_cmpstr (fixture->toast, ==, "“R & D <5%” removed");
  g_assert_cmpint (patron_document_count (fixture->document, "kpi"), ==, 0);
  g_assert_true (patron_document_undo (fixture->document, NULL));
  settle ();
  g_assert_true (patron_record_get_exists (kpi));
  g_assert_true (
      patron_page_show_record (PATRON_PAGE (fixture->page), kpi));
}

static void
add_values (Fixture      *fixture,
            PatronRecord *kpi,
            const double *values,
            gsize         n)
{
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *date
          = g_strdup_printf ("%d-%02d-01", 2023 + (int) i / 12,
                             (int) i % 12 + 1);
      g_autofree char *value = g_strdup_printf ("%g", values[i]);
      g_autoptr (PatronRecord) made = patron_document_insert (
          fixture->document, "measurement", NULL, "kpi", id, "date", date,
          "value", value, NULL);

      g_assert_nonnull (made);
    }
}

/* The texts of all mapped labels, joined. */
static void
gather_text (GtkWidget *widget,
             GString   *text)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s|",
                            gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather_text (child, text);
}

static void
assert_shows (GtkWidget  *widget,
              const char *what)
{
  g_autoptr (GString) text = g_string_new (NULL);

  gather_text (widget, text);
  if (strstr (text->str, what) == NULL)
    g_error ("“%s” is not in “%s”", what, text->str);
}

/* A button of that label, in the mapped part. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      found = find_button (child, label);
  return found;
}

/* A card says what the values mean, the opened KPI since when, and a level
 * that is new gets limits of its own. */
static void
test_judge (Fixture      *fixture,
            gconstpointer data)
{
  static const double values[]
      = { 40, 44, 41, 45, 42, 43, 40, 44, 41, 43, 42, 42,
          47, 46, 47, 48, 46, 47, 48, 47 };
  g_autoptr (PatronRecord) kpi = add_kpi (fixture);
  g_autoptr (GListModel) notes = NULL;
  GtkWidget *board;
  GtkWidget *button;

  patron_document_set_text (fixture->document, kpi, "unit_kind", "number",
                            NULL);
  patron_document_set_text (fixture->document, kpi, "limits_from", "first",
                            NULL);
  add_values (fixture, kpi, values, G_N_ELEMENTS (values));
  g_assert_true (
      gtk_widget_activate_action (fixture->page, "kpis.back", NULL));
  settle ();
  board = find_last (fixture->page, PATRON_TYPE_KPI_BOARD);
  g_assert_nonnull (board);
  assert_shows (board, "|47|");
  assert_shows (board, "|−1|previous period|+3|a year ago|");
  assert_shows (board, "▲\xc2\xa0Improvement|");
  assert_shows (board, "|August 2024|");

  g_signal_emit_by_name (board, "opened", kpi);
  settle ();
  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (find_last (fixture->page, ADW_TYPE_VIEW_STACK)),
      "findings");
  settle ();
  assert_shows (fixture->page, "January 2024 to August 2024: 8 months in a "
                               "row above the mean of 42.25");
  button = find_button (fixture->page, "New Limits");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
  notes = patron_document_list (fixture->document, "annotation");
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 1);
  assert_shows (fixture->page, "≈\xc2\xa0No signal|");
  g_assert_true (patron_document_undo (fixture->document, NULL));
  settle ();
  assert_shows (fixture->page, "▲\xc2\xa0Improvement|");
}

/* A row of that title, in the mapped part. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ACTION_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (
                        ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      found = find_row (child, title);
  return found;
}

/* What goals say of a KPI stands with it, at once, and opens them. */
static void
test_links (Fixture      *fixture,
            gconstpointer data)
{
  static const double values[] = { 0.3, 0.5, 0.4 };
  g_autoptr (PatronRecord) kpi = add_kpi (fixture);
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));
  g_autoptr (PatronRecord) goal = NULL;
  g_autoptr (PatronRecord) check_in = NULL;
  g_autofree char *goal_id = NULL;

  add_values (fixture, kpi, values, G_N_ELEMENTS (values));
  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (find_last (fixture->page, ADW_TYPE_VIEW_STACK)),
      "findings");
  goal = patron_document_insert (fixture->document, "goal", NULL, "title",
                                 "Half of all", "kpi", id, NULL);
  goal_id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (goal));
  settle ();
  assert_shows (fixture->page, "|Linked With|Half of all|");
  check_in = patron_document_insert (
      fixture->document, "check_in", NULL, "goal", goal_id, "date",
      "2023-03-05", "confidence", "at_risk", "note", "Slow", NULL);
  settle ();
  assert_shows (fixture->page, "· At risk\nSlow|");
  gtk_widget_activate (find_row (fixture->page, "Half of all"));
  settle ();
  g_assert_cmpint (fixture->gone_to, ==, patron_record_get_id (check_in));
}

/* Parts of a score are typed into the table, and make its value. */
static void
test_parts (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const typed[][2]
      = { { "promoters", "60" }, { "detractors", "15" },
          { "sample_size", "100" } };
  g_autoptr (PatronRecord) kpi = add_kpi (fixture);
  g_autoptr (PatronRecord) one = NULL;

  show_values (fixture);
  assert_shows (fixture->page, "|Numerator|Denominator|");
  patron_document_set_text (fixture->document, kpi, "unit_kind", "score",
                            NULL);
  patron_document_set_number (fixture->document, kpi, "smallest", -100, NULL);
  patron_document_set_number (fixture->document, kpi, "largest", 100, NULL);
  settle ();
  assert_shows (fixture->page, "|Promoters|Detractors|Sample Size|");
  type_value (fixture, "2024-01-01", "");
  one = newest (fixture, kpi);
  g_assert_nonnull (one);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      GtkWidget *cell = g_object_ref_sink (
          patron_kpi_cell_new (fixture->document, typed[i][0]));

      patron_kpi_cell_set_record (PATRON_KPI_CELL (cell), one);
      gtk_editable_set_text (
          GTK_EDITABLE (gtk_widget_get_first_child (cell)), typed[i][1]);
      patron_kpi_cell_set_record (PATRON_KPI_CELL (cell), NULL);
      g_object_unref (cell);
    }
  g_assert_cmpfloat (patron_record_get_number (one, "value"), ==, 45);
  settle ();
  assert_shows (fixture->page, "|95\xc2\xa0%: 29.3 to 58.0|");
}

/* More cards than fit are all filled in the end. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  static const double values[] = { 3, 5, 4 };
  GtkWidget *flow;
  GtkWidget *card;
  int n = 0;

  for (int i = 0; i < 40; i++)
    {
      g_autoptr (PatronRecord) kpi
          = patron_document_insert (fixture->document, "kpi", NULL, NULL);

      add_values (fixture, kpi, values, G_N_ELEMENTS (values));
    }
  for (int i = 0; i < 10; i++)
    settle ();
  flow = gtk_widget_get_parent (
      find_last (fixture->page, PATRON_TYPE_KPI_CARD));
  for (card = gtk_widget_get_first_child (flow); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      g_assert_true (patron_kpi_card_is_filled (PATRON_KPI_CARD (card)));
      assert_shows (card, "|4|");
      n++;
    }
  g_assert_cmpint (n, ==, 40);
}

static void
test_import (Fixture      *fixture,
             gconstpointer data)
{
  static const char table[] = "month,office,score\n"
                              "2024-01-01,Leeds,41\n"
                              "2024-02-01,Leeds,42\n"
                              "2024-03-01,Leeds,43\n"
                              "2024-04-01,Leeds,44\n"
                              "2024-05-01,Leeds,45\n"
                              "2024-06-01,Leeds,46\n"
                              "2024-01-01,York,37\n"
                              "2024-02-01,York,38\n"
                              "2024-03-01,York,39\n"
                              "2024-04-01,York,40\n"
                              "2024-05-01,York,41\n"
                              "2024-06-01,York,none\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, sizeof table - 1);
  g_autoptr (GError) error = NULL;
  PatronKpiImport *dialog = patron_kpi_import_new (
      fixture->document, "scores.csv", bytes, &error);
  GtkWidget *button;

  g_assert_no_error (error);
  patron_dialog_present (PATRON_DIALOG (dialog), GTK_WINDOW (fixture->window));
  settle ();
  g_assert_cmpint (patron_document_count (fixture->document, "kpi"), ==, 0);
  button = find_last (find_last (GTK_WIDGET (dialog), ADW_TYPE_HEADER_BAR),
                      GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Import");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_cmpint (patron_document_count (fixture->document, "kpi"), ==, 2);
  g_assert_cmpint (patron_document_count (fixture->document, "measurement"),
                   ==, 11);
  g_assert_true (patron_document_undo (fixture->document, NULL));
  g_assert_cmpint (patron_document_count (fixture->document, "kpi"), ==, 0);
}

/* The dialog that stands over the window. */
static GtkWidget *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (PATRON_IS_DIALOG (window)
          && gtk_window_get_transient_for (window)
                 == GTK_WINDOW (fixture->window))
        return GTK_WIDGET (window);
    }
  return NULL;
}

/* A search finds one KPI of the library; adding it shows it. */
static void
test_library (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GListModel) kpis
      = patron_document_list (fixture->document, "kpi");
  g_autoptr (PatronRecord) kpi = NULL;
  GtkWidget *dialog;

  g_assert_true (
      gtk_widget_activate_action (fixture->page, "kpis.library", NULL));
  settle ();
  dialog = find_dialog (fixture);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (
      GTK_EDITABLE (find_last (dialog, GTK_TYPE_SEARCH_ENTRY)),
      "promoters detractors");
  for (int i = 0; i < 4; i++)
    settle ();
  g_signal_emit_by_name (find_button (dialog, "Add"), "clicked");
  settle ();
  g_assert_null (find_dialog (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (kpis), ==, 1);
  kpi = g_list_model_get_item (kpis, 0);
  g_assert_cmpstr (patron_record_get_text (kpi, "name"), ==,
                   "Net promoter score (NPS)");
  g_assert_true (patron_document_undo (fixture->document, NULL));
  settle ();
}

/* What a spreadsheet copied goes into the KPI that is open. */
static void
test_paste (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (PatronRecord) kpi = add_kpi (fixture);
  GtkWidget *dialog = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->page),
                          "31.01.2024\t41 %\n29.02.2024\t43,5 %\n");
  patron_page_show_record (PATRON_PAGE (fixture->page), kpi);
  settle ();
  g_assert_true (
      gtk_widget_activate_action (fixture->page, "kpis.paste", NULL));
  for (int i = 0; i < 20 && dialog == NULL; i++)
    {
      settle ();
      dialog = find_dialog (fixture);
    }
  g_assert_nonnull (dialog);
  for (int i = 0; i < 4; i++)
    settle ();
  g_signal_emit_by_name (find_button (dialog, "_Import"), "clicked");
  for (int i = 0; i < 4; i++)
    settle ();
  g_assert_null (find_dialog (fixture));
  g_assert_cmpint (patron_document_count (fixture->document, "kpi"), ==, 1);
  g_assert_cmpint (patron_document_count (fixture->document, "measurement"),
                   ==, 2);
  g_assert_true (patron_document_undo (fixture->document, NULL));
  g_assert_cmpint (patron_document_count (fixture->document, "measurement"),
                   ==, 0);
  settle ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  patron_widgets_init ();
  g_test_add ("/ui/kpis/measure", Fixture, NULL, set_up, test_measure,
              tear_down);
  g_test_add ("/ui/kpis/correct", Fixture, NULL, set_up, test_correct,
              tear_down);
  g_test_add ("/ui/kpis/newest", Fixture, NULL, set_up, test_newest,
              tear_down);
  g_test_add ("/ui/kpis/remove", Fixture, NULL, set_up, test_remove,
              tear_down);
  g_test_add ("/ui/kpis/judge", Fixture, NULL, set_up, test_judge,
              tear_down);
  g_test_add ("/ui/kpis/links", Fixture, NULL, set_up, test_links,
              tear_down);
  g_test_add ("/ui/kpis/parts", Fixture, NULL, set_up, test_parts,
              tear_down);
  g_test_add ("/ui/kpis/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/ui/kpis/import", Fixture, NULL, set_up, test_import,
              tear_down);
  g_test_add ("/ui/kpis/library", Fixture, NULL, set_up, test_library,
              tear_down);
  g_test_add ("/ui/kpis/paste", Fixture, NULL, set_up, test_paste,
              tear_down);
  return g_test_run ();
}
