/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-split.h"

#include <glib/gi18n-lib.h>

#define LIST_WIDTH 280
#define CONTENT_WIDTH 340

/**
 * PatronSplit:
 *
 * A list and what is selected in it, side by side. Where there is no room for
 * both it folds: the list comes first, and the content has a way back.
 */
struct _PatronSplit
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget  *list;
  GtkWidget  *column;
  GtkWidget  *bar;
  GtkWidget  *back;
  GtkLabel   *title;
  GtkBox     *end;
};

enum
{
  PROP_FOLDED = 1,
  PROP_SHOW_CONTENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PatronSplit, patron_split, ADW_TYPE_BIN)

static void
patron_split_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PatronSplit *self = PATRON_SPLIT (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, patron_split_get_folded (self));
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, patron_split_get_show_content (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
patron_split_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PatronSplit *self = PATRON_SPLIT (object);

  if (prop_id == PROP_SHOW_CONTENT)
    patron_split_set_show_content (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
folded_cb (PatronSplit *self)
{
  gtk_widget_set_visible (self->back, patron_split_get_folded (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
visible_child_cb (PatronSplit *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PatronSplit *self = PATRON_SPLIT (widget);

  patron_split_set_show_content (self, FALSE);
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
patron_split_class_init (PatronSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patron_split_get_property;
  object_class->set_property = patron_split_set_property;

  properties[PROP_FOLDED] = g_param_spec_boolean (
      "folded", NULL, NULL, FALSE,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTENT] = g_param_spec_boolean (
      "show-content", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "split.back",
                                   NULL, back_cb);
}

static GtkWidget *
make_bar (PatronSplit *self)
{
  GtkWidget *bar = gtk_center_box_new ();
  GtkWidget *title = gtk_label_new (NULL);

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  self->title = GTK_LABEL (title);
  self->end = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "split.back");
  gtk_widget_set_tooltip_text (self->back, _("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back"),
                                  -1);
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (bar, "patron-bar");

  gtk_center_box_set_start_widget (GTK_CENTER_BOX (bar), self->back);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (bar), title);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (bar),
                                 GTK_WIDGET (self->end));
  return bar;
}

static void
patron_split_init (PatronSplit *self)
{
  GtkWidget *leaflet = adw_leaflet_new ();

  self->leaflet = ADW_LEAFLET (leaflet);
  self->bar = make_bar (self);
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->column), self->bar);
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  adw_leaflet_set_can_unfold (self->leaflet, TRUE);
  adw_leaflet_set_fold_threshold_policy (self->leaflet,
                                         ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  adw_bin_set_child (ADW_BIN (self), leaflet);
}

/**
 * patron_split_new:
 * @list: what stands first
 * @content: what is selected in it
 *
 * Returns: (transfer floating): a new split
 */
GtkWidget *
patron_split_new (GtkWidget *list,
                  GtkWidget *content)
{
  PatronSplit *self = g_object_new (PATRON_TYPE_SPLIT, NULL);
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  AdwLeafletPage *page;

  self->list = list;
  gtk_widget_set_size_request (list, LIST_WIDTH, -1);
  gtk_widget_set_hexpand (list, FALSE);
  gtk_widget_set_size_request (self->column, CONTENT_WIDTH, -1);
  gtk_widget_set_hexpand (self->column, TRUE);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (self->column), content);

  adw_leaflet_append (self->leaflet, list);
  page = adw_leaflet_append (self->leaflet, line);
  adw_leaflet_page_set_navigatable (page, FALSE);
  adw_leaflet_append (self->leaflet, self->column);

  g_signal_connect_object (self->leaflet, "notify::folded",
                           G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::visible-child",
                           G_CALLBACK (visible_child_cb), self,
                           G_CONNECT_SWAPPED);
  folded_cb (self);
  return GTK_WIDGET (self);
}

/**
 * patron_split_get_folded:
 *
 * Returns: whether only one of the two is shown
 */
gboolean
patron_split_get_folded (PatronSplit *self)
{
  return adw_leaflet_get_folded (self->leaflet);
}

/**
 * patron_split_get_show_content:
 *
 * Returns: whether the content is the one of the two that is shown, or would
 *   be when folded
 */
gboolean
patron_split_get_show_content (PatronSplit *self)
{
  return adw_leaflet_get_visible_child (self->leaflet) == self->column;
}

/**
 * patron_split_set_show_content:
 *
 * Goes to the content, or back to the list.
 */
void
patron_split_set_show_content (PatronSplit *self,
                               gboolean     show_content)
{
  adw_leaflet_set_visible_child (self->leaflet, show_content ? self->column
                                                             : self->list);
}

/**
 * patron_split_set_title:
 * @title: what stands over the content; plain text
 */
void
patron_split_set_title (PatronSplit *self,
                        const char  *title)
{
  gtk_label_set_text (self->title, title);
}

/**
 * patron_split_add_end:
 * @widget: what can be done with the content
 *
 * Puts @widget at the end of the bar over the content.
 */
void
patron_split_add_end (PatronSplit *self,
                      GtkWidget   *widget)
{
  gtk_box_append (self->end, widget);
}

/**
 * patron_expander_row_add_suffix:
 *
 * Puts @widget at the end of the row's header.
 */
void
patron_expander_row_add_suffix (AdwExpanderRow *row,
                                GtkWidget      *widget)
{
  adw_expander_row_add_action (row, widget);
}
