/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-scene.h"
#include "patron-theme.h"

G_BEGIN_DECLS

void patron_scene_add_likeness (PatronScene       *scene,
                                PatronMeasurer    *measurer,
                                const PatronTheme *theme,
                                PatronImage       *image,
                                const char        *name,
                                PatronColour       colour,
                                double             x,
                                double             y,
                                double             size);

G_END_DECLS
