/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-scene-view.h"

G_BEGIN_DECLS

struct _PatronSceneView
{
  GtkWidget parent_instance;

  PatronSceneFunc func;
  gpointer        data;
  GDestroyNotify  destroy;
  GtkWidget      *bubble;
  double          page_width;
  double          page_height;
  double          page_zoom;   /* of a page that is not fitted, or 0 */

  PatronScene    *scene; /* (owned) (nullable): laid out for these sizes */
  double          width;
  double          height;
  GskRenderNode  *node;  /* (owned) (nullable): @scene painted */
  int             spot;  /* what the bubble speaks of, or -1 */
};

/* patron-scene-view.c */
void   patron_scene_view_set_spot      (PatronSceneView *self,
                                        int              spot);
void   patron_scene_view_activate_spot (PatronSceneView *self);
void   patron_scene_view_tell_spot     (PatronSceneView *self);
double patron_scene_view_get_zoom      (PatronSceneView *self);

/* patron-scene-view-input.c */
void   patron_scene_view_add_input     (PatronSceneView *self);

G_END_DECLS
