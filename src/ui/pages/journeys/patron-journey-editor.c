/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-editor.h"

#include "patron-journey-card-private.h"

/**
 * PatronJourneyEditor:
 *
 * Edits a title where it stands. The title is one line, shown on as many as
 * it takes; Enter ends editing. Several lines can come from the clipboard:
 * they make several cards.
 */
struct _PatronJourneyEditor
{
  GtkWidget  parent_instance;

  GtkWidget *view;
  gboolean   ended;
  guint      leave_source;
};

enum
{
  CHANGED,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronJourneyEditor, patron_journey_editor,
                     GTK_TYPE_WIDGET)

static void
end (PatronJourneyEditor    *self,
     PatronJourneyEditorEnd  how)
{
  if (self->ended)
    return;
  self->ended = TRUE;
  g_signal_emit (self, signals[ENDED], 0, how);
}

static gboolean
key_pressed_cb (PatronJourneyEditor *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      end (self, PATRON_JOURNEY_EDITOR_CANCEL);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      end (self, state & GDK_CONTROL_MASK ? PATRON_JOURNEY_EDITOR_NEXT
                                          : PATRON_JOURNEY_EDITOR_DONE);
      return TRUE;
    case GDK_KEY_F2:
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      end (self, PATRON_JOURNEY_EDITOR_DONE);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
leave_cb (gpointer user_data)
{
  PatronJourneyEditor *self = user_data;

  self->leave_source = 0;
  end (self, PATRON_JOURNEY_EDITOR_LEFT);
  return G_SOURCE_REMOVE;
}

/* The editor goes when it has ended, and nothing may go while the focus is
 * on its way. */
static void
focus_left_cb (PatronJourneyEditor *self)
{
  if (!self->ended && self->leave_source == 0)
    self->leave_source
        = g_idle_add_full (G_PRIORITY_HIGH_IDLE, leave_cb, self, NULL);
}

static void
text_changed_cb (PatronJourneyEditor *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
patron_journey_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PATRON_JOURNEY_EDITOR (widget)->view);
}

static void
patron_journey_editor_dispose (GObject *object)
{
  PatronJourneyEditor *self = PATRON_JOURNEY_EDITOR (object);

  /* Taking the focus away from what goes is no end of its own. */
  self->ended = TRUE;
  g_clear_handle_id (&self->leave_source, g_source_remove);
  g_clear_pointer (&self->view, gtk_widget_unparent);

  G_OBJECT_CLASS (patron_journey_editor_parent_class)->dispose (object);
}

static void
patron_journey_editor_class_init (PatronJourneyEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_journey_editor_dispose;
  widget_class->grab_focus = patron_journey_editor_grab_focus;

  /**
   * PatronJourneyEditor::changed:
   *
   * Emitted when the text, and so perhaps the height, is another.
   */
  signals[CHANGED] = g_signal_new ("changed", PATRON_TYPE_JOURNEY_EDITOR,
                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * PatronJourneyEditor::ended:
   * @how: a #PatronJourneyEditorEnd
   *
   * Emitted once, when the user is done.
   */
  signals[ENDED] = g_signal_new ("ended", PATRON_TYPE_JOURNEY_EDITOR,
                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "journeyeditor");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
patron_journey_editor_init (PatronJourneyEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  self->view = GTK_WIDGET (view);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, CARD_START);
  gtk_text_view_set_right_margin (view, CARD_END);
  gtk_text_view_set_top_margin (view, CARD_PADDING);
  gtk_text_view_set_bottom_margin (view, CARD_PADDING);
  /* Ctrl+Z means one thing: the last edit of the document. */
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed",
                           G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                            self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * patron_journey_editor_new:
 * @text: (nullable): the text to start with, selected
 * @label: what is edited, for those who cannot see it
 */
GtkWidget *
patron_journey_editor_new (const char *text,
                           const char *label)
{
  PatronJourneyEditor *self = g_object_new (PATRON_TYPE_JOURNEY_EDITOR, NULL);
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter first, last;

  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_get_bounds (buffer, &first, &last);
  gtk_text_buffer_select_range (buffer, &last, &first);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * patron_journey_editor_get_lines:
 *
 * Returns: (transfer full) (array zero-terminated=1): the lines that are not
 *   empty, without the space around them
 */
char **
patron_journey_editor_get_lines (PatronJourneyEditor *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "text",
                &text, NULL);
  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (kept, lines[i]);
  return g_strv_builder_end (kept);
}

/**
 * patron_journey_editor_get_text:
 *
 * Returns: (transfer full): the text on one line, empty if there is none
 */
char *
patron_journey_editor_get_text (PatronJourneyEditor *self)
{
  g_auto (GStrv) lines = patron_journey_editor_get_lines (self);

  return g_strjoinv (" ", lines);
}

/* What takes the keys that were meant for the editor. */
GtkWidget *
patron_journey_editor_get_view (PatronJourneyEditor *self)
{
  return self->view;
}
