/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-entry-row.h"

#include <glib/gi18n-lib.h>

/**
 * PatronEntryRow:
 *
 * A row for a line of text: words, numbers, amounts.
 */
typedef struct
{
  GtkWidget *entry;
} PatronEntryRowPrivate;

enum
{
  STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE_WITH_PRIVATE (PatronEntryRow, patron_entry_row, PATRON_TYPE_ROW)

#define PRIVATE(self)                                                         \
  ((PatronEntryRowPrivate *) patron_entry_row_get_instance_private (self))

/* An empty row without help shows its title where the text would be. */
static void
update_empty (PatronEntryRow *self)
{
  if (patron_row_get_help (PATRON_ROW (self)) == NULL
      && *patron_entry_row_get_text (self) == '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
}

static void
patron_entry_row_help_set (PatronRow  *row,
                           const char *help)
{
  PatronEntryRowPrivate *priv = PRIVATE (PATRON_ENTRY_ROW (row));

  gtk_entry_set_placeholder_text (GTK_ENTRY (priv->entry), help);
  gtk_widget_set_tooltip_text (priv->entry, help);
  update_empty (PATRON_ENTRY_ROW (row));
}

static void
patron_entry_row_clicked (PatronRow *row)
{
  gtk_entry_grab_focus_without_selecting (
      GTK_ENTRY (PRIVATE (PATRON_ENTRY_ROW (row))->entry));
}

static void
patron_entry_row_class_init (PatronEntryRowClass *klass)
{
  PatronRowClass *row_class = PATRON_ROW_CLASS (klass);

  row_class->clicked = patron_entry_row_clicked;
  row_class->help_set = patron_entry_row_help_set;

  /**
   * PatronEntryRow::step:
   * @by: how many steps up, or down if below 0
   *
   * The user asked for the next or the previous number.
   */
  signals[STEP] = g_signal_new ("step", PATRON_TYPE_ENTRY_ROW,
                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
patron_entry_row_init (PatronEntryRow *self)
{
  PatronEntryRowPrivate *priv = PRIVATE (self);

  priv->entry = gtk_entry_new ();
  /* Ctrl+Z is the document's. */
  g_object_set (priv->entry, "enable-undo", FALSE, "has-frame", FALSE, NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (priv->entry), 4);
  gtk_widget_set_hexpand (priv->entry, TRUE);
  patron_row_set_control (PATRON_ROW (self), priv->entry, priv->entry, TRUE);

  g_signal_connect_swapped (priv->entry, "changed",
                            G_CALLBACK (patron_row_touch), self);
  g_signal_connect_swapped (priv->entry, "changed",
                            G_CALLBACK (update_empty), self);
  update_empty (self);
  g_signal_connect_swapped (priv->entry, "activate",
                            G_CALLBACK (patron_row_commit), self);
}

/**
 * patron_entry_row_new:
 *
 * Returns: (transfer floating): a row for a line of text
 */
PatronRow *
patron_entry_row_new (void)
{
  return g_object_new (PATRON_TYPE_ENTRY_ROW, NULL);
}

static void
step_down_cb (PatronEntryRow *self)
{
  patron_row_flush (PATRON_ROW (self));
  g_signal_emit (self, signals[STEP], 0, -1);
}

static void
step_up_cb (PatronEntryRow *self)
{
  patron_row_flush (PATRON_ROW (self));
  g_signal_emit (self, signals[STEP], 0, 1);
}

static gboolean
key_pressed_cb (PatronEntryRow *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  static const struct
  {
    guint key;
    int   by;
  } steps[] = {
    { GDK_KEY_Up, 1 },       { GDK_KEY_KP_Up, 1 },
    { GDK_KEY_Down, -1 },    { GDK_KEY_KP_Down, -1 },
    { GDK_KEY_Page_Up, 10 }, { GDK_KEY_Page_Down, -10 },
  };

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0
      || patron_row_get_read_only (PATRON_ROW (self)))
    return GDK_EVENT_PROPAGATE;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].key == key)
      {
        patron_row_flush (PATRON_ROW (self));
        g_signal_emit (self, signals[STEP], 0, steps[i].by);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/**
 * patron_number_row_new:
 * @buttons: whether the number is small enough to step through with buttons
 *
 * The row emits #PatronEntryRow::step at the arrow keys too.
 *
 * Returns: (transfer floating): a row for a number
 */
PatronRow *
patron_number_row_new (gboolean buttons)
{
  PatronRow *row = patron_entry_row_new ();
  PatronEntryRow *self = PATRON_ENTRY_ROW (row);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                            self);
  gtk_widget_add_controller (PRIVATE (self)->entry, keys);
  patron_entry_row_set_purpose (self, GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (GTK_WIDGET (row), "numeric");
  if (buttons)
    {
      GtkWidget *down
          = patron_row_new_button ("value-decrease-symbolic", _("Decrease"));
      GtkWidget *up
          = patron_row_new_button ("value-increase-symbolic", _("Increase"));

      g_signal_connect_swapped (down, "clicked", G_CALLBACK (step_down_cb),
                                self);
      g_signal_connect_swapped (up, "clicked", G_CALLBACK (step_up_cb), self);
      /* The keyboard has the arrow keys for it. */
      gtk_widget_set_focusable (down, FALSE);
      gtk_widget_set_focusable (up, FALSE);
      patron_row_add_suffix (row, down);
      patron_row_add_suffix (row, up);
    }
  return row;
}

/**
 * patron_entry_row_get_text:
 *
 * Returns: (transfer none): what stands there
 */
const char *
patron_entry_row_get_text (PatronEntryRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (PRIVATE (self)->entry));
}

/**
 * patron_entry_row_set_text:
 * @text: what shall stand there
 *
 * Leaves the cursor alone where @text stands there already.
 */
void
patron_entry_row_set_text (PatronEntryRow *self,
                           const char     *text)
{
  GtkEditable *editable = GTK_EDITABLE (PRIVATE (self)->entry);
  int position = gtk_editable_get_position (editable);

  if (g_str_equal (gtk_editable_get_text (editable), text))
    return;
  g_signal_handlers_block_by_func (editable, patron_row_touch, self);
  gtk_editable_set_text (editable, text);
  gtk_editable_set_position (editable, position);
  g_signal_handlers_unblock_by_func (editable, patron_row_touch, self);
}

/**
 * patron_entry_row_set_purpose:
 *
 * Tells an on-screen keyboard what is typed.
 */
void
patron_entry_row_set_purpose (PatronEntryRow *self,
                              GtkInputPurpose purpose)
{
  gtk_entry_set_input_purpose (GTK_ENTRY (PRIVATE (self)->entry), purpose);
}

/**
 * patron_entry_row_get_entry:
 *
 * Returns: (transfer none): the entry, for rows that add to it
 */
GtkWidget *
patron_entry_row_get_entry (PatronEntryRow *self)
{
  return PRIVATE (self)->entry;
}
