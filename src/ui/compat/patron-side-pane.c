/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-side-pane.h"

#define PANE_WIDTH 340
#define CONTENT_WIDTH 540 /* less than that, and the pane lies over it */

/* The content, which says how much room it wants beside the pane, whatever
 * little it could do with. */
#define PATRON_TYPE_SIDE_CONTENT (patron_side_content_get_type ())

G_DECLARE_FINAL_TYPE (PatronSideContent, patron_side_content, PATRON,
                      SIDE_CONTENT, GtkWidget)

struct _PatronSideContent
{
  GtkWidget  parent_instance;

  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (PatronSideContent, patron_side_content, GTK_TYPE_WIDGET)

static void
patron_side_content_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  gtk_widget_measure (PATRON_SIDE_CONTENT (widget)->child, orientation,
                      for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, CONTENT_WIDTH);
}

static void
patron_side_content_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  gtk_widget_size_allocate (PATRON_SIDE_CONTENT (widget)->child,
                            &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
patron_side_content_dispose (GObject *object)
{
  g_clear_pointer (&PATRON_SIDE_CONTENT (object)->child,
                   gtk_widget_unparent);

  G_OBJECT_CLASS (patron_side_content_parent_class)->dispose (object);
}

static void
patron_side_content_class_init (PatronSideContentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_side_content_dispose;
  widget_class->measure = patron_side_content_measure;
  widget_class->size_allocate = patron_side_content_size_allocate;
}

static void
patron_side_content_init (PatronSideContent *self)
{
}

/**
 * PatronSidePane:
 *
 * Content with a pane at its end that can be put away. Where there is no room
 * for both, the pane lies over the content.
 */
struct _PatronSidePane
{
  AdwBin   parent_instance;

  AdwFlap *flap;
};

enum
{
  PROP_SHOWN = 1,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PatronSidePane, patron_side_pane, ADW_TYPE_BIN)

static void
patron_side_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PatronSidePane *self = PATRON_SIDE_PANE (object);

  switch (prop_id)
    {
    case PROP_SHOWN:
      g_value_set_boolean (value, patron_side_pane_get_shown (self));
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, patron_side_pane_get_folded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
patron_side_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  PatronSidePane *self = PATRON_SIDE_PANE (object);

  if (prop_id == PROP_SHOWN)
    patron_side_pane_set_shown (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
patron_side_pane_class_init (PatronSidePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patron_side_pane_get_property;
  object_class->set_property = patron_side_pane_set_property;

  properties[PROP_SHOWN] = g_param_spec_boolean (
      "shown", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean (
      "folded", NULL, NULL, FALSE,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
revealed_cb (PatronSidePane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static void
folded_cb (PatronSidePane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
patron_side_pane_init (PatronSidePane *self)
{
  GtkWidget *flap = adw_flap_new ();

  self->flap = ADW_FLAP (flap);
  adw_flap_set_flap_position (self->flap, GTK_PACK_END);
  adw_flap_set_fold_threshold_policy (self->flap,
                                      ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  adw_flap_set_locked (self->flap, TRUE);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  adw_flap_set_swipe_to_open (self->flap, FALSE);
  adw_flap_set_separator (self->flap,
                          gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_bin_set_child (ADW_BIN (self), flap);
  g_signal_connect_object (flap, "notify::reveal-flap",
                           G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (flap, "notify::folded", G_CALLBACK (folded_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * patron_side_pane_new:
 * @content: what is always there
 * @pane: what stands beside it
 *
 * Returns: (transfer floating): a side pane, put away
 */
GtkWidget *
patron_side_pane_new (GtkWidget *content,
                      GtkWidget *pane)
{
  PatronSidePane *self = g_object_new (PATRON_TYPE_SIDE_PANE, NULL);
  PatronSideContent *holder = g_object_new (PATRON_TYPE_SIDE_CONTENT, NULL);

  holder->child = content;
  gtk_widget_set_parent (content, GTK_WIDGET (holder));
  gtk_widget_set_size_request (pane, PANE_WIDTH, -1);
  gtk_widget_set_hexpand (pane, FALSE);
  gtk_widget_add_css_class (pane, "background");
  adw_flap_set_content (self->flap, GTK_WIDGET (holder));
  adw_flap_set_flap (self->flap, pane);
  return GTK_WIDGET (self);
}

/**
 * patron_side_pane_get_shown:
 *
 * Returns: whether the pane is there
 */
gboolean
patron_side_pane_get_shown (PatronSidePane *self)
{
  return adw_flap_get_reveal_flap (self->flap);
}

void
patron_side_pane_set_shown (PatronSidePane *self,
                            gboolean        shown)
{
  adw_flap_set_reveal_flap (self->flap, shown);
}

/**
 * patron_side_pane_get_folded:
 *
 * Returns: whether the pane, when shown, lies over the content
 */
gboolean
patron_side_pane_get_folded (PatronSidePane *self)
{
  return adw_flap_get_folded (self->flap);
}
