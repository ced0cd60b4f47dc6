/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-scene.h"

G_BEGIN_DECLS

void patron_scene_check      (const PatronScene *scene);
void patron_scene_check_contrast (const PatronScene *scene);
void patron_scene_check_reach (const PatronScene *scene);
void patron_scene_check_golden (const PatronScene *scene,
                                const char        *folder,
                                const char        *name);
gboolean patron_scene_has_text (const PatronScene *scene,
                                PatronRole         role,
                                const char        *part);
guint    patron_scene_count    (const PatronScene *scene,
                                PatronItemKind     kind,
                                PatronRole         role);

G_END_DECLS
