/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-deck-row.h"

#include <glib/gi18n-lib.h>

#include "patron-deck-preview.h"

#define THUMB_WIDTH 64
#define THUMB_HEIGHT 36

/**
 * PatronDeckRow:
 *
 * What can go onto slides: whether it does, how it looks there, and its place
 * among the others. Emits "changed", and "moved" with the place to go to.
 */
struct _PatronDeckRow
{
  AdwActionRow    parent_instance;

  GtkWidget      *check;
  GtkWidget      *thumb;
  PatronDeckItem *item;     /* (owned) */
  guint           n_slides; /* 0 while unknown */
  gboolean        editable; /* whether there is a chart to edit */
  gboolean        offered;  /* whether the format has charts to edit */
};

G_DEFINE_FINAL_TYPE (PatronDeckRow, patron_deck_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_FORM = 1,
};

static guint changed_signal;
static guint moved_signal;

/* What the menu calls the forms. */
static const char *const forms[PATRON_N_DECK_FORMS]
    = { "usual", "chart", "picture" };

static void
add_word (GString    *text,
          const char *word)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", word);
}

static void
update_subtitle (PatronDeckRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const PatronDeckItem *item = self->item;

  if (item->record != 0)
    add_word (text, patron_deck_part_get_label (item->part));
  if (patron_deck_part_is_chart (item->part) && self->offered
      && self->n_slides > 0)
    {
      if (!self->editable || item->form == PATRON_DECK_PICTURE)
        add_word (text, C_("form of a slide", "as a picture"));
      else if (item->form == PATRON_DECK_EDITABLE)
        add_word (text, C_("form of a slide", "can be edited"));
    }
  if (self->n_slides > 1)
    {
      g_autofree char *count = g_strdup_printf (
          ngettext ("%u slide", "%u slides", self->n_slides), self->n_slides);

      add_word (text, count);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text->str);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget));

  g_signal_emit (widget, moved_signal, 0,
                 g_str_equal (action, "slide.move-up") ? place - 1
                                                       : place + 1);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 PatronDeckRow *self)
{
  g_autoptr (GdkPaintable) icon
      = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, icon, (int) x, (int) y);
  return gdk_content_provider_new_typed (PATRON_TYPE_DECK_ROW, self);
}

static gboolean
drop_cb (PatronDeckRow *self,
         const GValue  *value)
{
  GtkWidget *dragged = g_value_get_object (value);

  if (dragged == GTK_WIDGET (self)
      || gtk_widget_get_parent (dragged)
             != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (dragged, moved_signal, 0,
                 gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));
  return TRUE;
}

static void
make_movable (PatronDeckRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target
      = gtk_drop_target_new (PATRON_TYPE_DECK_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
toggled_cb (PatronDeckRow  *self,
            GtkCheckButton *check)
{
  self->item->shown = gtk_check_button_get_active (check);
  g_signal_emit (self, changed_signal, 0);
}

static void
patron_deck_row_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PatronDeckRow *self = PATRON_DECK_ROW (object);
  const char *form = g_value_get_string (value);

  for (int i = 0; i < PATRON_N_DECK_FORMS; i++)
    if (g_strcmp0 (forms[i], form) == 0)
      self->item->form = (PatronDeckForm) i;
  update_subtitle (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
patron_deck_row_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  const PatronDeckItem *item = PATRON_DECK_ROW (object)->item;

  g_value_set_string (value, forms[item != NULL ? item->form : 0]);
}

static void
patron_deck_row_finalize (GObject *object)
{
  patron_deck_item_free (PATRON_DECK_ROW (object)->item);

  G_OBJECT_CLASS (patron_deck_row_parent_class)->finalize (object);
}

static void
patron_deck_row_class_init (PatronDeckRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = patron_deck_row_set_property;
  object_class->get_property = patron_deck_row_get_property;
  object_class->finalize = patron_deck_row_finalize;
  g_object_class_install_property (
      object_class, PROP_FORM,
      g_param_spec_string ("form", NULL, NULL, "usual",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  changed_signal
      = g_signal_new ("changed", PATRON_TYPE_DECK_ROW, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  moved_signal
      = g_signal_new ("moved", PATRON_TYPE_DECK_ROW, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_install_action (widget_class, "slide.move-up", NULL,
                                   move_cb);
  gtk_widget_class_install_action (widget_class, "slide.move-down", NULL,
                                   move_cb);
  gtk_widget_class_install_property_action (widget_class, "slide.form",
                                            "form");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "slide.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down,
                                       GDK_ALT_MASK, "slide.move-down", NULL);
}

static GMenuModel *
new_menu (gboolean chart)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();

  g_menu_append (places, _("Move _Up"), "slide.move-up");
  g_menu_append (places, _("Move _Down"), "slide.move-down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  if (!chart)
    return G_MENU_MODEL (menu);
  g_menu_append (kinds, C_("form of a slide", "As _Other Charts"),
                 "slide.form::usual");
  g_menu_append (kinds, C_("form of a slide", "As a _Chart to Edit"),
                 "slide.form::chart");
  g_menu_append (kinds, C_("form of a slide", "As a _Picture"),
                 "slide.form::picture");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  return G_MENU_MODEL (menu);
}

static void
patron_deck_row_init (PatronDeckRow *self)
{
  AdwActionRow *row = ADW_ACTION_ROW (self);
  GtkWidget *clamp = adw_clamp_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (row, 1);
  adw_action_row_set_subtitle_lines (row, 2);
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  self->thumb = gtk_picture_new ();
  gtk_widget_set_overflow (self->thumb, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->thumb, "slide-thumb");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->thumb),
                               GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), THUMB_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), THUMB_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->thumb);
  gtk_widget_set_size_request (clamp, THUMB_WIDTH, THUMB_HEIGHT);
  gtk_widget_set_valign (clamp, GTK_ALIGN_CENTER);
  /* The one that is added last comes first. */
  adw_action_row_add_prefix (row, clamp);
  adw_action_row_add_prefix (row, self->check);
  adw_action_row_set_activatable_widget (row, self->check);
  make_movable (self);
}

static void
add_menu (PatronDeckRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu
      = new_menu (patron_deck_part_is_chart (self->item->part));
  const char *label = _("Slide Options");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

/**
 * patron_deck_row_new:
 * @item: (transfer full): what can go onto slides
 *
 * Returns: (transfer floating): a row to choose it by
 */
GtkWidget *
patron_deck_row_new (PatronDeckItem *item)
{
  PatronDeckRow *self = g_object_new (PATRON_TYPE_DECK_ROW, NULL);

  self->item = item;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), item->label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), item->shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, item->label,
                                  -1);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb),
                            self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slide.form", FALSE);
  add_menu (self);
  update_subtitle (self);
  return GTK_WIDGET (self);
}

/**
 * patron_deck_row_get_item:
 *
 * Returns: (transfer none): what the row stands for, as it was chosen
 */
PatronDeckItem *
patron_deck_row_get_item (PatronDeckRow *self)
{
  return self->item;
}

/**
 * patron_deck_row_set_shown:
 *
 * Says whether it goes onto slides.
 */
void
patron_deck_row_set_shown (PatronDeckRow *self,
                           gboolean       shown)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), shown);
}

/**
 * patron_deck_row_offer_forms:
 * @offered: whether the format has charts that can be edited
 */
void
patron_deck_row_offer_forms (PatronDeckRow *self,
                             gboolean       offered)
{
  self->offered = offered;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slide.form",
                                 offered && self->editable);
  update_subtitle (self);
}

/**
 * patron_deck_row_set_ends:
 *
 * Says where the row cannot be moved to.
 */
void
patron_deck_row_set_ends (PatronDeckRow *self,
                          gboolean       first,
                          gboolean       last)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slide.move-up", !first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slide.move-down", !last);
}

/**
 * patron_deck_row_is_laid_out:
 *
 * Returns: whether patron_deck_row_lay_out() was called
 */
gboolean
patron_deck_row_is_laid_out (PatronDeckRow *self)
{
  return gtk_picture_get_paintable (GTK_PICTURE (self->thumb)) != NULL;
}

/**
 * patron_deck_row_get_n_slides:
 *
 * Returns: how many slides it makes; 0 until it is laid out
 */
guint
patron_deck_row_get_n_slides (PatronDeckRow *self)
{
  return self->n_slides;
}

/**
 * patron_deck_row_lay_out:
 *
 * Shows the first of the slides, and learns how many there are.
 */
void
patron_deck_row_lay_out (PatronDeckRow  *self,
                         PatronDocument *document)
{
  PatronDeckItem item = *self->item;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (PatronDeck) deck = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  item.form = PATRON_DECK_EDITABLE;
  g_ptr_array_add (items, &item);
  deck = patron_deck_new_of (document, items, FALSE,
                             gtk_widget_get_direction (GTK_WIDGET (self))
                                 == GTK_TEXT_DIR_RTL);
  self->n_slides = patron_deck_get_n_slides (deck);
  self->editable = patron_deck_has_editable_chart (deck);
  texture = patron_deck_picture_new (deck, 0, 2 * THUMB_WIDTH);
  gtk_picture_set_paintable (GTK_PICTURE (self->thumb),
                             GDK_PAINTABLE (texture));
  patron_deck_row_offer_forms (self, self->offered);
}
