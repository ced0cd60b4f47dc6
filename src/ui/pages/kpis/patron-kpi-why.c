/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

/* The button beside a figure that says how it was computed. */

#include "config.h"

#include "patron-kpi-why.h"

#include <glib/gi18n-lib.h>

#define WIDTH 300

typedef struct
{
  PatronKpiWhyFunc func;
  guint            figure;
  gpointer         data;
} Why;

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* As wide as the box, so that the lines are known beforehand. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
append (GtkWidget  *box,
        const char *text,
        const char *style)
{
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), new_label (text, style));
}

static GtkWidget *
new_inputs (const PatronExplanation *explanation)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < explanation->inputs->len; i++)
    {
      const PatronExplanationInput *input = &g_array_index (
          explanation->inputs, PatronExplanationInput, i);
      GtkWidget *name = new_label (input->name, "dim-label");
      GtkWidget *value = new_label (input->value, "numeric");

      gtk_label_set_max_width_chars (GTK_LABEL (name), 20);
      gtk_label_set_max_width_chars (GTK_LABEL (value), 20);
      gtk_widget_set_valign (name, GTK_ALIGN_START);
      gtk_widget_set_hexpand (name, FALSE);
      gtk_label_set_xalign (GTK_LABEL (value), 1);
      gtk_widget_set_hexpand (value, TRUE);
      gtk_grid_attach (GTK_GRID (grid), name, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), value, 1, (int) i, 1, 1);
    }
  return grid;
}

static void
copy_cb (GtkButton *button,
         char      *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)),
                          text);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (
      GTK_WIDGET (button), GTK_TYPE_POPOVER)));
}

static GtkWidget *
new_copy (const PatronExplanation *explanation)
{
  GtkWidget *copy = gtk_button_new_with_label (_("Copy as Text"));

  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  gtk_widget_set_margin_top (copy, 3);
  gtk_widget_set_margin_bottom (copy, 12);
  g_signal_connect_data (copy, "clicked", G_CALLBACK (copy_cb),
                         patron_explanation_to_text (explanation),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  return copy;
}

static GtkWidget *
new_content (const PatronExplanation *explanation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_size_request (box, WIDTH, -1);
  append (box, explanation->title, "heading");
  append (box, explanation->result, NULL);
  append (box, explanation->formula, NULL);
  if (explanation->inputs->len > 0)
    gtk_box_append (GTK_BOX (box), new_inputs (explanation));
  append (box, explanation->sample, "dim-label");
  append (box, explanation->source, "dim-label");
  gtk_box_append (GTK_BOX (box), new_copy (explanation));
  gtk_widget_add_css_class (box, "patron-kpi-why");
  return box;
}

/* The popover is made each time: by then, the figure may be another one. */
static void
show_cb (GtkMenuButton *button,
         gpointer       user_data)
{
  const Why *why = user_data;
  g_autoptr (PatronExplanation) explanation
      = why->func (why->figure, why->data);
  GtkWidget *popover = gtk_popover_new ();

  if (explanation != NULL)
    gtk_popover_set_child (GTK_POPOVER (popover), new_content (explanation));
  gtk_menu_button_set_popover (button, popover);
}

/**
 * patron_kpi_why_new:
 * @func: explains the figure
 * @figure: what @func is asked about
 * @data: user data of @func; outlives the button
 *
 * Returns: (transfer floating): a button that says how a figure was computed
 */
GtkWidget *
patron_kpi_why_new (PatronKpiWhyFunc func,
                    guint            figure,
                    gpointer         data)
{
  GtkWidget *button = gtk_menu_button_new ();
  Why *why = g_new (Why, 1);

  *why = (Why){ func, figure, data };
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "dialog-question-symbolic");
  gtk_widget_set_tooltip_text (button, _("How Was This Computed?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How Was This Computed?"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "dim-label");
  /* It takes the data with it; the function that makes the popover is called
   * whenever it is opened. */
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), show_cb,
                                         why, g_free);
  return button;
}
