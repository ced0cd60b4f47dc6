/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-text-row.h"

#include <string.h>

/* A text view learns how high its text is only after it has been given a
 * size, too late for a row that shall grow with it. This one measures. */
typedef struct
{
  GtkTextView parent_instance;
} PatronTextView;

typedef struct
{
  GtkTextViewClass parent_class;
} PatronTextViewClass;

GType patron_text_view_get_type (void);

G_DEFINE_FINAL_TYPE (PatronTextView, patron_text_view, GTK_TYPE_TEXT_VIEW)

/* What a text view keeps free for the cursor behind the last letter. */
#define CURSOR 1
#define NATURAL_WIDTH 200

static GtkSizeRequestMode
patron_text_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
patron_text_view_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  int width = MAX (1, (for_size < 0 ? NATURAL_WIDTH : for_size) - CURSOR);

  *minimum = 0;
  *natural = NATURAL_WIDTH;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  g_object_get (buffer, "text", &text, NULL);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, natural);
  *minimum = *natural;
}

/* A text view looks for its cursor when it is realized, and lays the text out
 * for that. Without a width yet, wrapped text would have a line a letter. */
static void
patron_text_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (patron_text_view_parent_class)->realize (widget);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (widget), GTK_WRAP_WORD_CHAR);
}

static void
patron_text_view_unrealize (GtkWidget *widget)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (widget), GTK_WRAP_NONE);
  GTK_WIDGET_CLASS (patron_text_view_parent_class)->unrealize (widget);
}

static void
patron_text_view_class_init (PatronTextViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->realize = patron_text_view_realize;
  widget_class->unrealize = patron_text_view_unrealize;
  widget_class->get_request_mode = patron_text_view_get_request_mode;
  widget_class->measure = patron_text_view_measure;
}

static void
patron_text_view_init (PatronTextView *self)
{
}

/**
 * PatronTextRow:
 *
 * A row for paragraphs, or for one sentence, that grows with them.
 */
struct _PatronTextRow
{
  PatronRow parent_instance;

  GtkWidget     *view;
  GtkTextBuffer *buffer;
  GtkLabel      *placeholder;
  gboolean       sentence;
};

G_DEFINE_FINAL_TYPE (PatronTextRow, patron_text_row, PATRON_TYPE_ROW)

/* As in PatronEntryRow, an empty row without help shows its title where the
 * text would be. */
static void
update_placeholder (PatronTextRow *self)
{
  gboolean empty = gtk_text_buffer_get_char_count (self->buffer) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), empty);
  if (empty && patron_row_get_help (PATRON_ROW (self)) == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
}

static void
patron_text_row_help_set (PatronRow  *row,
                          const char *help)
{
  PatronTextRow *self = PATRON_TEXT_ROW (row);

  gtk_label_set_text (self->placeholder, help ? help : "");
  update_placeholder (self);
  gtk_widget_set_tooltip_text (self->view, help);
}

static void
patron_text_row_class_init (PatronTextRowClass *klass)
{
  PATRON_ROW_CLASS (klass)->help_set = patron_text_row_help_set;
}

static void
changed_cb (PatronTextRow *self)
{
  update_placeholder (self);
  gtk_widget_queue_resize (self->view);
  patron_row_touch (PATRON_ROW (self));
}

/* Enter makes a paragraph, Ctrl+Enter is done; after a sentence, both are. */
static gboolean
key_pressed_cb (PatronTextRow   *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
      || (state != GDK_CONTROL_MASK && !(self->sentence && state == 0)))
    return GDK_EVENT_PROPAGATE;
  patron_row_commit (PATRON_ROW (self));
  return GDK_EVENT_STOP;
}

static void
patron_text_row_init (PatronTextRow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *placeholder = gtk_label_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = g_object_new (patron_text_view_get_type (), NULL);
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  self->placeholder = GTK_LABEL (placeholder);

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  /* Ctrl+Z is the document's. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);

  gtk_label_set_xalign (self->placeholder, 0);
  gtk_label_set_ellipsize (self->placeholder, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (placeholder, "dim-label");
  gtk_widget_set_can_target (placeholder, FALSE);
  gtk_widget_set_valign (placeholder, GTK_ALIGN_START);
  /* The text view has the same words as its description. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (placeholder),
                               GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->view);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), placeholder);
  patron_row_set_control (PATRON_ROW (self), overlay, self->view, TRUE);

  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb),
                            self);
  update_placeholder (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                            self);
  gtk_widget_add_controller (self->view, keys);
}

/**
 * patron_text_row_new:
 *
 * Returns: (transfer floating): a row for paragraphs
 */
PatronRow *
patron_text_row_new (void)
{
  return g_object_new (PATRON_TYPE_TEXT_ROW, NULL);
}

/* What is pasted may have several lines. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter   *at,
                const char    *text,
                int            length)
{
  g_autofree char *one = g_strndup (text, (gsize) length);

  if (strpbrk (one, "\n\r") == NULL)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_strdelimit (one, "\n\r", ' ');
  gtk_text_buffer_insert (buffer, at, one, -1);
}

/**
 * patron_sentence_row_new:
 *
 * Returns: (transfer floating): a row for one sentence, shown in full
 */
PatronRow *
patron_sentence_row_new (void)
{
  PatronTextRow *self = g_object_new (PATRON_TYPE_TEXT_ROW, NULL);

  self->sentence = TRUE;
  g_signal_connect (self->buffer, "insert-text", G_CALLBACK (insert_text_cb),
                    NULL);
  return PATRON_ROW (self);
}

/**
 * patron_text_row_get_text:
 *
 * Returns: (transfer full): what stands there
 */
char *
patron_text_row_get_text (PatronTextRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * patron_text_row_set_text:
 * @text: what shall stand there, valid UTF-8
 *
 * Leaves the cursor alone where @text stands there already, and near where
 * it was if somebody is typing there.
 */
void
patron_text_row_set_text (PatronTextRow *self,
                          const char    *text)
{
  g_autofree char *old = patron_text_row_get_text (self);
  GtkTextIter cursor;
  int offset;

  if (g_str_equal (old, text))
    return;
  gtk_text_buffer_get_iter_at_mark (
      self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  offset = gtk_text_iter_get_offset (&cursor);
  g_signal_handlers_block_by_func (self->buffer, changed_cb, self);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  g_signal_handlers_unblock_by_func (self->buffer, changed_cb, self);
  /* To place the cursor, a text view lays its text out at once, and at a
   * width that it will not have. */
  if (gtk_widget_has_focus (self->view))
    {
      gtk_text_buffer_get_iter_at_offset (self->buffer, &cursor, offset);
      gtk_text_buffer_place_cursor (self->buffer, &cursor);
    }
  gtk_widget_queue_resize (self->view);
  update_placeholder (self);
}
