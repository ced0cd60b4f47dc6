/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-date-row.h"

#include <glib/gi18n-lib.h>

#include "patron-date.h"
#include "patron-mnemonic.h"

/* The popover shows the day that stands in the row, or today. */
static void
show_cb (GtkCalendar *calendar)
{
  PatronEntryRow *row = g_object_get_data (G_OBJECT (calendar), "patron-row");
  g_autoptr (GDateTime) day = NULL;
  int year, month, number;
  gint64 date;

  if (!patron_date_parse (patron_entry_row_get_text (row), &date))
    date = patron_date_today ();
  patron_date_to_ymd (date, &year, &month, &number);
  day = g_date_time_new_local (year, month, number, 12, 0, 0);
  gtk_calendar_select_day (calendar, day);
}

static void
choose (GtkWidget  *widget,
        const char *text)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);
  GtkWidget *row = gtk_widget_get_ancestor (widget, PATRON_TYPE_ENTRY_ROW);

  gtk_popover_popdown (GTK_POPOVER (popover));
  patron_entry_row_set_text (PATRON_ENTRY_ROW (row), text);
  patron_row_commit (PATRON_ROW (row));
}

static void
pick_cb (GtkWidget   *button,
         GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = patron_date_format (
      patron_date_from_ymd (g_date_time_get_year (day),
                            g_date_time_get_month (day),
                            g_date_time_get_day_of_month (day)));

  choose (button, text);
}

static void
clear_cb (GtkWidget *button)
{
  choose (button, "");
}

/* The calendar selects each day on the way of the arrow keys, so a day counts
 * when it is set. */
static GtkWidget *
make_popover (PatronEntryRow *row)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *calendar = gtk_calendar_new ();
  GtkWidget *clear = patron_mnemonic_button_new (_("_Clear"));
  GtkWidget *pick = patron_mnemonic_button_new (_("_Set"));

  g_object_set_data (G_OBJECT (calendar), "patron-row", row);
  gtk_widget_add_css_class (pick, "suggested-action");
  gtk_widget_set_hexpand (clear, TRUE);
  gtk_widget_set_hexpand (pick, TRUE);
  gtk_box_append (GTK_BOX (buttons), clear);
  gtk_box_append (GTK_BOX (buttons), pick);
  gtk_box_append (GTK_BOX (box), calendar);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  g_signal_connect_swapped (popover, "show", G_CALLBACK (show_cb), calendar);
  g_signal_connect (pick, "clicked", G_CALLBACK (pick_cb), calendar);
  g_signal_connect (clear, "clicked", G_CALLBACK (clear_cb), NULL);
  return popover;
}

/* Few of a form's calendars are ever looked at. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       row)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, make_popover (row));
}

/**
 * patron_date_row_new:
 *
 * Returns: (transfer floating): a row for a date, typed or chosen in a
 *   calendar, as patron_date_format() writes it
 */
PatronRow *
patron_date_row_new (void)
{
  PatronRow *row = patron_entry_row_new ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button),
                                         create_popover_cb, row, NULL);
  gtk_widget_set_tooltip_text (button, _("Choose a Date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose a Date"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  patron_row_add_suffix (row, button);
  gtk_widget_add_css_class (GTK_WIDGET (row), "numeric");
  return row;
}
