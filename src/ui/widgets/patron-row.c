/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-row.h"

#include "patron-row-layout.h"

/* How long typing must pause before it counts. */
#define PAUSE_MS 500

/**
 * PatronRow:
 *
 * A row of a form: a title, a control, a line of help, and what is wrong with
 * the value. It knows nothing of what it shows; who made it puts the value in
 * and listens to #PatronRow::commit.
 */
typedef struct
{
  GtkBox    *labels;
  GtkBox    *suffixes;
  GtkLabel  *title;
  GtkLabel  *subtitle;
  GtkLabel  *message;
  GtkWidget *input; /* (unowned) */
  char      *help;
  guint      pause;
  guint      touched : 1;
  guint      read_only : 1;
} PatronRowPrivate;

enum
{
  COMMIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PatronRow, patron_row,
                                     ADW_TYPE_PREFERENCES_ROW)

#define PRIVATE(self)                                                         \
  ((PatronRowPrivate *) patron_row_get_instance_private (self))

static void
patron_row_dispose (GObject *object)
{
  PatronRowPrivate *priv = PRIVATE (PATRON_ROW (object));

  g_clear_handle_id (&priv->pause, g_source_remove);
  priv->input = NULL;

  G_OBJECT_CLASS (patron_row_parent_class)->dispose (object);
}

static void
patron_row_finalize (GObject *object)
{
  g_free (PRIVATE (PATRON_ROW (object))->help);

  G_OBJECT_CLASS (patron_row_parent_class)->finalize (object);
}

/* The row itself never has the focus, its control has. */
static gboolean
patron_row_focus (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  return gtk_widget_child_focus (
      gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
patron_row_grab_focus (GtkWidget *widget)
{
  PatronRowPrivate *priv = PRIVATE (PATRON_ROW (widget));

  return priv->input != NULL
         && (gtk_widget_grab_focus (priv->input)
             || gtk_widget_child_focus (priv->input,
                                        GTK_DIR_TAB_FORWARD));
}

static void
patron_row_clicked (PatronRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
patron_row_help_set (PatronRow  *self,
                     const char *help)
{
  PatronRowPrivate *priv = PRIVATE (self);

  gtk_label_set_text (priv->subtitle, help ? help : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->subtitle), help != NULL);
}

static void
patron_row_real_flush (PatronRow *self)
{
  if (PRIVATE (self)->touched)
    patron_row_commit (self);
}

static void
patron_row_class_init (PatronRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = patron_row_dispose;
  object_class->finalize = patron_row_finalize;
  widget_class->focus = patron_row_focus;
  widget_class->grab_focus = patron_row_grab_focus;
  klass->clicked = patron_row_clicked;
  klass->help_set = patron_row_help_set;
  klass->flush = patron_row_real_flush;

  /**
   * PatronRow::commit:
   * @done: whether the user is done with the row: pressed Enter, chose
   *   something or left it. Otherwise typing only paused
   *
   * The value is there to be taken.
   */
  signals[COMMIT] = g_signal_new ("commit", PATRON_TYPE_ROW,
                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

/* A row of text has the focus ring; other controls have their own. */
static void
enter_cb (PatronRow *self)
{
  GtkWidget *input = PRIVATE (self)->input;

  if (GTK_IS_EDITABLE (input) || GTK_IS_TEXT_VIEW (input))
    gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
}

static void
leave_cb (PatronRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
  patron_row_flush (self);
}

static void
released_cb (PatronRow *self)
{
  if (!PRIVATE (self)->read_only)
    PATRON_ROW_GET_CLASS (self)->clicked (self);
}

static GtkLabel *
add_label (PatronRow  *self,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (PRIVATE (self)->labels, label);
  return GTK_LABEL (label);
}

static void
add_controllers (PatronRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb),
                            self);
  gtk_widget_add_controller (GTK_WIDGET (self),
                             GTK_EVENT_CONTROLLER (click));
}

static void
patron_row_init (PatronRow *self)
{
  PatronRowPrivate *priv = PRIVATE (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  priv->labels = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  priv->suffixes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (box, "patron-row");
  gtk_widget_set_layout_manager (box, patron_row_layout_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (priv->labels));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (priv->suffixes));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  priv->title = add_label (self, "title");
  priv->subtitle = add_label (self, "subtitle");
  priv->message = add_label (self, "error");
  gtk_widget_add_css_class (GTK_WIDGET (priv->message), "caption");
  gtk_widget_set_visible (GTK_WIDGET (priv->subtitle), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (priv->message), FALSE);
  g_object_bind_property (self, "title", priv->title, "label",
                          G_BINDING_SYNC_CREATE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  priv->title, NULL, -1);

  gtk_widget_add_css_class (GTK_WIDGET (self), "entry");
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  add_controllers (self);
}

/**
 * patron_row_get_help:
 *
 * Returns: (transfer none) (nullable): what belongs into the row
 */
const char *
patron_row_get_help (PatronRow *self)
{
  return PRIVATE (self)->help;
}

/**
 * patron_row_set_help:
 * @help: (nullable): a sentence that says what belongs into the row; plain
 *   text
 */
void
patron_row_set_help (PatronRow  *self,
                     const char *help)
{
  PatronRowPrivate *priv = PRIVATE (self);

  g_free (priv->help);
  priv->help = g_strdup (help);
  PATRON_ROW_GET_CLASS (self)->help_set (self, help);
  if (priv->input != NULL)
    patron_row_label_control (self, priv->input);
}

/**
 * patron_row_get_message:
 *
 * Returns: (transfer none) (nullable): what is wrong with the value
 */
const char *
patron_row_get_message (PatronRow *self)
{
  PatronRowPrivate *priv = PRIVATE (self);

  return gtk_widget_get_visible (GTK_WIDGET (priv->message))
             ? gtk_label_get_text (priv->message)
             : NULL;
}

/**
 * patron_row_set_message:
 * @message: (nullable): what is wrong with the value, %NULL if nothing is
 */
void
patron_row_set_message (PatronRow  *self,
                        const char *message)
{
  PatronRowPrivate *priv = PRIVATE (self);

  if (g_strcmp0 (message, patron_row_get_message (self)) == 0)
    return;
  gtk_label_set_text (priv->message, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->message), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "invalid");
  if (priv->input != NULL)
    gtk_accessible_update_state (
        GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_STATE_INVALID,
        message ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
        -1);
}

/**
 * patron_row_get_read_only:
 *
 * Returns: whether the value can only be looked at
 */
gboolean
patron_row_get_read_only (PatronRow *self)
{
  return PRIVATE (self)->read_only;
}

/**
 * patron_row_set_read_only:
 *
 * Sets whether the value can only be looked at. It can still be copied.
 */
void
patron_row_set_read_only (PatronRow *self,
                          gboolean   read_only)
{
  PatronRowPrivate *priv = PRIVATE (self);

  priv->read_only = read_only;
  if (GTK_IS_EDITABLE (priv->input))
    gtk_editable_set_editable (GTK_EDITABLE (priv->input), !read_only);
  else if (GTK_IS_TEXT_VIEW (priv->input))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (priv->input), !read_only);
  else if (priv->input != NULL)
    gtk_widget_set_sensitive (priv->input, !read_only);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->suffixes), !read_only);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !read_only);
}

/**
 * patron_row_flush:
 *
 * Commits what was typed since the last time. The window does this before it
 * saves, undoes or closes.
 */
void
patron_row_flush (PatronRow *self)
{
  PATRON_ROW_GET_CLASS (self)->flush (self);
}

/**
 * patron_row_flush_focus:
 * @widget: anything in a window
 *
 * Commits what is being typed in the window, in whichever row.
 */
void
patron_row_flush_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;

  if (focus != NULL)
    row = gtk_widget_get_ancestor (focus, PATRON_TYPE_ROW);
  if (row != NULL)
    patron_row_flush (PATRON_ROW (row));
}

/**
 * patron_row_set_control:
 * @control: what shows the value and takes another
 * @input: what of it has the focus and the name: itself or one within
 * @stacked: whether it stands below the title, rather than beside it
 */
void
patron_row_set_control (PatronRow *self,
                        GtkWidget *control,
                        GtkWidget *input,
                        gboolean   stacked)
{
  PatronRowPrivate *priv = PRIVATE (self);

  g_return_if_fail (priv->input == NULL);

  priv->input = input;
  if (stacked)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "stacked");
      gtk_widget_add_css_class (GTK_WIDGET (priv->title), "dim-label");
      gtk_box_insert_child_after (priv->labels, control,
                                  GTK_WIDGET (priv->title));
    }
  else
    gtk_box_prepend (priv->suffixes, control);
  patron_row_label_control (self, input);
}

/**
 * patron_row_label_control:
 * @control: a control in the row
 *
 * Gives @control the title as its name and the help and the message as its
 * description, for those who hear the row.
 */
void
patron_row_label_control (PatronRow *self,
                          GtkWidget *control)
{
  PatronRowPrivate *priv = PRIVATE (self);

  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (control),
      GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->title, NULL,
      GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, priv->subtitle, priv->message,
      NULL, -1);
  if (priv->help != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (control),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    priv->help, -1);
}

/**
 * patron_row_add_suffix:
 * @suffix: a button at the end of the row
 */
void
patron_row_add_suffix (PatronRow *self,
                       GtkWidget *suffix)
{
  gtk_box_append (PRIVATE (self)->suffixes, suffix);
}

static gboolean
pause_cb (gpointer data)
{
  PatronRow *self = data;

  PRIVATE (self)->pause = 0;
  g_signal_emit (self, signals[COMMIT], 0, FALSE);
  return G_SOURCE_REMOVE;
}

/**
 * patron_row_touch:
 *
 * Says that the user typed. What was typed is committed when typing pauses
 * and when the row is left.
 */
void
patron_row_touch (PatronRow *self)
{
  PatronRowPrivate *priv = PRIVATE (self);

  priv->touched = TRUE;
  g_clear_handle_id (&priv->pause, g_source_remove);
  priv->pause = g_timeout_add (PAUSE_MS, pause_cb, self);
}

/**
 * patron_row_commit:
 *
 * Commits the value now.
 */
void
patron_row_commit (PatronRow *self)
{
  PatronRowPrivate *priv = PRIVATE (self);

  priv->touched = FALSE;
  g_clear_handle_id (&priv->pause, g_source_remove);
  g_signal_emit (self, signals[COMMIT], 0, TRUE);
}

/**
 * patron_row_new_button:
 * @icon_name: a symbolic icon
 * @label: what the button does, in Header Capitals
 *
 * Returns: (transfer floating): a flat button with an icon, a tooltip and an
 *   accessible name
 */
GtkWidget *
patron_row_new_button (const char *icon_name,
                       const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/**
 * patron_row_new_text_button:
 * @icon_name: a symbolic icon
 * @text: what stands on the button
 * @label: what the button does, in Header Capitals
 *
 * Returns: (transfer floating): a flat button with an icon and a text, a
 *   tooltip and an accessible name
 */
GtkWidget *
patron_row_new_text_button (const char *icon_name,
                            const char *text,
                            const char *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text_label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (text_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), text_label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  if (!g_str_equal (text, label))
    gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}
