/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-tags-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-wrap.h"

/**
 * PatronTagsRow:
 *
 * A row for words: each a chip that can be taken away, and an entry for the
 * next.
 */
struct _PatronTagsRow
{
  PatronRow parent_instance;

  PatronWrap *wrap;
  GtkWidget  *entry;
  GPtrArray  *tags; /* (element-type utf8) (owned) */
};

G_DEFINE_FINAL_TYPE (PatronTagsRow, patron_tags_row, PATRON_TYPE_ROW)

static void
patron_tags_row_finalize (GObject *object)
{
  g_ptr_array_unref (PATRON_TAGS_ROW (object)->tags);

  G_OBJECT_CLASS (patron_tags_row_parent_class)->finalize (object);
}

static void rebuild (PatronTagsRow *self);

static void
remove_tag (PatronTagsRow *self,
            guint          index)
{
  g_ptr_array_remove_index (self->tags, index);
  rebuild (self);
  gtk_widget_grab_focus (self->entry);
  patron_row_commit (PATRON_ROW (self));
}

static void
remove_cb (GtkWidget     *button,
           PatronTagsRow *self)
{
  const char *tag = g_object_get_data (G_OBJECT (button), "patron-tag");
  guint index;

  if (!patron_row_get_read_only (PATRON_ROW (self))
      && g_ptr_array_find_with_equal_func (self->tags, tag, g_str_equal,
                                           &index))
    remove_tag (self, index);
}

static GtkWidget *
new_chip (PatronTagsRow *self,
          const char    *tag)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (tag);
  g_autofree char *remove = NULL;
  GtkWidget *button;

  /* Translators: a tag such as “health care”. */
  remove = g_strdup_printf (_("Remove “%s”"), tag);
  button = patron_row_new_button ("window-close-symbolic", remove);
  gtk_widget_add_css_class (button, "circular");
  g_object_set_data_full (G_OBJECT (button), "patron-tag", g_strdup (tag),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self,
                           0);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (chip, "patron-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  return chip;
}

static void
rebuild (PatronTagsRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->wrap)))
         != self->entry)
    gtk_widget_unparent (child);
  for (guint i = 0; i < self->tags->len; i++)
    patron_wrap_insert_before (
        self->wrap, new_chip (self, g_ptr_array_index (self->tags, i)),
        self->entry);
}

/* Makes tags of what was typed, and empties the entry. */
static gboolean
take_typed (PatronTagsRow *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  g_auto (GStrv) typed
      = g_strsplit (gtk_editable_get_text (editable), ",", -1);
  guint before = self->tags->len;

  for (gsize i = 0; typed[i] != NULL; i++)
    if (*g_strstrip (typed[i]) != '\0'
        && !g_ptr_array_find_with_equal_func (self->tags, typed[i],
                                              g_str_equal, NULL))
      g_ptr_array_add (self->tags, g_strdup (typed[i]));
  gtk_editable_set_text (editable, "");
  rebuild (self);
  return self->tags->len > before;
}

static void
done_cb (PatronTagsRow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0'
      && take_typed (self))
    patron_row_commit (PATRON_ROW (self));
}

static void
changed_cb (PatronTagsRow *self)
{
  if (strchr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ',')
      != NULL)
    done_cb (self);
}

static gboolean
key_pressed_cb (PatronTagsRow *self,
                guint          key)
{
  if (key != GDK_KEY_BackSpace || self->tags->len == 0
      || patron_row_get_read_only (PATRON_ROW (self))
      || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return GDK_EVENT_PROPAGATE;
  remove_tag (self, self->tags->len - 1);
  return GDK_EVENT_STOP;
}

static void
patron_tags_row_help_set (PatronRow  *row,
                          const char *help)
{
  PatronTagsRow *self = PATRON_TAGS_ROW (row);

  gtk_widget_set_tooltip_text (self->entry, help);
}

static void
patron_tags_row_flush (PatronRow *row)
{
  done_cb (PATRON_TAGS_ROW (row));
}

static void
patron_tags_row_class_init (PatronTagsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patron_tags_row_finalize;
  PATRON_ROW_CLASS (klass)->help_set = patron_tags_row_help_set;
  PATRON_ROW_CLASS (klass)->flush = patron_tags_row_flush;
}

static void
patron_tags_row_init (PatronTagsRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->wrap = PATRON_WRAP (patron_wrap_new ());
  self->entry = gtk_entry_new ();
  g_object_set (self->entry, "enable-undo", FALSE, "has-frame", FALSE,
                "hexpand", TRUE, "placeholder-text", _("Add…"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  patron_wrap_insert_before (self->wrap, self->entry, NULL);
  patron_row_set_control (PATRON_ROW (self), GTK_WIDGET (self->wrap),
                          self->entry, TRUE);

  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (done_cb),
                            self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb),
                            self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                            self);
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * patron_tags_row_new:
 *
 * Returns: (transfer floating): a row for words
 */
PatronRow *
patron_tags_row_new (void)
{
  return g_object_new (PATRON_TYPE_TAGS_ROW, NULL);
}

/**
 * patron_tags_row_get_tags:
 *
 * Returns: (transfer full): the words
 */
char **
patron_tags_row_get_tags (PatronTagsRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->tags->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->tags, i));
  return g_strv_builder_end (builder);
}

/**
 * patron_tags_row_set_tags:
 * @tags: the words
 */
void
patron_tags_row_set_tags (PatronTagsRow     *self,
                          const char *const *tags)
{
  g_auto (GStrv) old = patron_tags_row_get_tags (self);

  if (g_strv_equal ((const char *const *) old, tags))
    return;
  g_ptr_array_set_size (self->tags, 0);
  for (gsize i = 0; tags[i] != NULL; i++)
    g_ptr_array_add (self->tags, g_strdup (tags[i]));
  rebuild (self);
}
