/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-toggle-row.h"

#include <glib/gi18n-lib.h>

#include "patron-isolate.h"
#include "patron-number.h"
#include "patron-wrap.h"

/**
 * PatronToggleRow:
 *
 * A row of buttons that are on or off. Either each for itself, or, as a
 * scale, at most one of them: pressing that one again leaves the score open.
 */
struct _PatronToggleRow
{
  PatronRow parent_instance;

  GPtrArray *buttons; /* (element-type GtkToggleButton) (unowned) */
  gboolean   is_scale;
  int        min;
};

G_DEFINE_FINAL_TYPE (PatronToggleRow, patron_toggle_row, PATRON_TYPE_ROW)

static void
patron_toggle_row_finalize (GObject *object)
{
  g_ptr_array_unref (PATRON_TOGGLE_ROW (object)->buttons);

  G_OBJECT_CLASS (patron_toggle_row_parent_class)->finalize (object);
}

static GtkToggleButton *
get_button (PatronToggleRow *self,
            guint            index)
{
  return g_ptr_array_index (self->buttons, index);
}

/* A scale is one stop of the Tab key: at its score, or at its middle. */
static guint
get_stop (PatronToggleRow *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (get_button (self, i)))
      return i;
  return self->buttons->len / 2;
}

static gboolean
patron_toggle_row_grab_focus (GtkWidget *widget)
{
  PatronToggleRow *self = PATRON_TOGGLE_ROW (widget);
  guint stop = self->is_scale ? get_stop (self) : 0;

  return gtk_widget_grab_focus (GTK_WIDGET (get_button (self, stop)));
}

static void
patron_toggle_row_class_init (PatronToggleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patron_toggle_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = patron_toggle_row_grab_focus;
}

static void
patron_toggle_row_init (PatronToggleRow *self)
{
  self->buttons = g_ptr_array_new ();
}

static void
update_stop (PatronToggleRow *self)
{
  guint stop = get_stop (self);

  for (guint i = 0; self->is_scale && i < self->buttons->len; i++)
    gtk_widget_set_focusable (GTK_WIDGET (get_button (self, i)), i == stop);
}

static void toggled_cb (PatronToggleRow *self,
                        GtkToggleButton *button);

static void
set_flags (PatronToggleRow *self,
           guint64          flags)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkToggleButton *button = get_button (self, i);

      g_signal_handlers_block_by_func (button, toggled_cb, self);
      gtk_toggle_button_set_active (button,
                                    (flags & (G_GUINT64_CONSTANT (1) << i))
                                        != 0);
      g_signal_handlers_unblock_by_func (button, toggled_cb, self);
    }
  update_stop (self);
}

static void
toggled_cb (PatronToggleRow *self,
            GtkToggleButton *button)
{
  if (self->is_scale)
    {
      guint index;

      g_ptr_array_find (self->buttons, button, &index);
      set_flags (self, gtk_toggle_button_get_active (button)
                           ? G_GUINT64_CONSTANT (1) << index
                           : 0);
    }
  patron_row_commit (PATRON_ROW (self));
}

static void
add_button (PatronToggleRow *self,
            GtkWidget       *box,
            const char      *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_label_set_ellipsize (
      GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
      self->is_scale ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->buttons, button);
  if (GTK_IS_BOX (box))
    gtk_box_append (GTK_BOX (box), button);
  else
    patron_wrap_insert_before (PATRON_WRAP (box), button, NULL);
}

/**
 * patron_toggle_row_new:
 * @labels: what the buttons say, at most 64
 *
 * Returns: (transfer floating): a row of buttons, each for itself
 */
PatronRow *
patron_toggle_row_new (const char *const *labels)
{
  PatronToggleRow *self = g_object_new (PATRON_TYPE_TOGGLE_ROW, NULL);
  GtkWidget *wrap = patron_wrap_new ();

  for (gsize i = 0; labels[i] != NULL; i++)
    {
      add_button (self, wrap, labels[i]);
      gtk_widget_add_css_class (GTK_WIDGET (get_button (self, i)),
                                "patron-toggle");
    }
  patron_row_set_control (PATRON_ROW (self), wrap, wrap, TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  return PATRON_ROW (self);
}

static gboolean
key_pressed_cb (PatronToggleRow *self,
                guint            key)
{
  gboolean rtl
      = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint index = get_stop (self);

  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    {
      if (patron_toggle_row_get_flags (self) == 0)
        return GDK_EVENT_STOP;
      set_flags (self, 0);
      patron_row_commit (PATRON_ROW (self));
      return GDK_EVENT_STOP;
    }
  if (key == (rtl ? GDK_KEY_Right : GDK_KEY_Left) && index > 0)
    index--;
  else if (key == (rtl ? GDK_KEY_Left : GDK_KEY_Right)
           && index + 1 < self->buttons->len)
    index++;
  else if (key != GDK_KEY_Left && key != GDK_KEY_Right)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_toggle_button_get_active (get_button (self, index)))
    {
      set_flags (self, G_GUINT64_CONSTANT (1) << index);
      patron_row_commit (PATRON_ROW (self));
    }
  gtk_widget_grab_focus (GTK_WIDGET (get_button (self, index)));
  return GDK_EVENT_STOP;
}

/**
 * patron_scale_row_new:
 * @min: the lowest score; below 0 for scales between two opposites
 * @max: the highest score
 *
 * Returns: (transfer floating): a row of scores, of which one can be chosen
 */
PatronRow *
patron_scale_row_new (int min,
                      int max)
{
  PatronToggleRow *self = g_object_new (PATRON_TYPE_TOGGLE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->is_scale = TRUE;
  self->min = min;
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "patron-scale");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (int score = min; score <= max; score++)
    {
      g_autofree char *number = patron_number_format (score, 0);
      g_autofree char *label
          = score > 0 && min < 0 ? g_strconcat ("+", number, NULL)
                                 : g_strdup (number);
      g_autofree char *shown = patron_isolate_number (label);

      add_button (self, box, shown);
    }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                            self);
  gtk_widget_add_controller (box, keys);
  /* Ten scores have no room beside a title in a narrow window. */
  patron_row_set_control (PATRON_ROW (self), box, box, max - min >= 5);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  update_stop (self);
  return PATRON_ROW (self);
}

/**
 * patron_toggle_row_get_flags:
 *
 * Returns: a bit for each button that is on
 */
guint64
patron_toggle_row_get_flags (PatronToggleRow *self)
{
  guint64 flags = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (get_button (self, i)))
      flags |= G_GUINT64_CONSTANT (1) << i;
  return flags;
}

/**
 * patron_toggle_row_set_flags:
 * @flags: a bit for each button that is to be on
 */
void
patron_toggle_row_set_flags (PatronToggleRow *self,
                             guint64          flags)
{
  set_flags (self, flags);
}

/**
 * patron_scale_row_get_score:
 * @score: (out): the score
 *
 * Returns: whether there is one
 */
gboolean
patron_scale_row_get_score (PatronToggleRow *self,
                            int             *score)
{
  guint64 flags = patron_toggle_row_get_flags (self);

  if (flags == 0)
    return FALSE;
  *score = self->min + g_bit_nth_lsf (flags, -1);
  return TRUE;
}

/**
 * patron_scale_row_set_score:
 *
 * Shows a score.
 */
void
patron_scale_row_set_score (PatronToggleRow *self,
                            int              score)
{
  set_flags (self, G_GUINT64_CONSTANT (1) << (score - self->min));
}

/**
 * patron_scale_row_clear:
 *
 * Shows that there is no score.
 */
void
patron_scale_row_clear (PatronToggleRow *self)
{
  set_flags (self, 0);
}
