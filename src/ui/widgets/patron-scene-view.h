/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-scene.h"
#include "patron-theme.h"

G_BEGIN_DECLS

#define PATRON_TYPE_SCENE_VIEW (patron_scene_view_get_type ())

G_DECLARE_FINAL_TYPE (PatronSceneView, patron_scene_view, PATRON, SCENE_VIEW,
                      GtkWidget)

/**
 * PatronSceneFunc:
 * @theme: the colours and type of the view
 * @measurer: what measures text
 * @width: in px
 * @height: in px
 * @data: user data
 *
 * Lays a scene out.
 *
 * Returns: (transfer full) (nullable): the scene
 */
typedef PatronScene *(*PatronSceneFunc) (const PatronTheme *theme,
                                         PatronMeasurer    *measurer,
                                         double             width,
                                         double             height,
                                         gpointer           data);

GtkWidget   *patron_scene_view_new           (const char      *label);
void         patron_scene_view_set_func      (PatronSceneView *self,
                                              PatronSceneFunc  func,
                                              gpointer         data,
                                              GDestroyNotify   destroy);
void         patron_scene_view_set_label     (PatronSceneView *self,
                                              const char      *label);
void         patron_scene_view_set_page_size (PatronSceneView *self,
                                              double           width,
                                              double           height);
void         patron_scene_view_set_zoom      (PatronSceneView *self,
                                              double           zoom);
void         patron_scene_view_refresh       (PatronSceneView *self);

void         patron_theme_init_for_widget    (PatronTheme     *theme,
                                              GtkWidget       *widget);
PatronMeasurer *patron_widget_get_measurer   (void);

G_END_DECLS
