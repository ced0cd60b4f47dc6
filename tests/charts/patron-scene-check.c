/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-scene-check.h"

#include <math.h>
#include <string.h>

static void
fail_at (const PatronScene *scene,
         const PatronItem  *item,
         const char        *why)
{
  double x, y, width, height;

  patron_item_get_bounds (item, &x, &y, &width, &height);
  g_test_message ("%s: %s at %g, %g, %g by %g of %g by %g: %s", why,
                  patron_role_get_name (item->role), x, y, width, height,
                  patron_scene_get_width (scene),
                  patron_scene_get_height (scene),
                  item->text != NULL ? item->text : "");
  g_test_fail ();
}

static gboolean
is_sound (const PatronItem *item)
{
  const double numbers[] = {
    item->x, item->y, item->width, item->height, item->radius, item->inner,
    item->start, item->end, item->line_width, item->dash, item->gap,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!isfinite (numbers[i]) || fabs (numbers[i]) > 1e6)
      return FALSE;
  for (guint i = 0; item->steps != NULL && i < item->steps->len; i++)
    {
      const PatronPathStep *step
        = &g_array_index (item->steps, PatronPathStep, i);

      if (!isfinite (step->x + step->y + step->x1 + step->y1 + step->x2
                     + step->y2)
          || fabs (step->x) > 1e6 || fabs (step->y) > 1e6)
        return FALSE;
    }
  return item->width >= 0 && item->height >= 0;
}

static gboolean
is_inside (const PatronScene *scene,
           const PatronItem  *item)
{
  double x, y, width, height;

  patron_item_get_bounds (item, &x, &y, &width, &height);
  return x >= -0.5 && y >= -0.5
         && x + width <= patron_scene_get_width (scene) + 0.5
         && y + height <= patron_scene_get_height (scene) + 0.5;
}

/* Labels of one axis keep apart; the two lines of a date may touch. */
static gboolean
labels_meet (const PatronItem *a,
             const PatronItem *b)
{
  double ax, ay, aw, ah, bx, by, bw, bh;

  patron_item_get_bounds (a, &ax, &ay, &aw, &ah);
  patron_item_get_bounds (b, &bx, &by, &bw, &bh);
  return ax < bx + bw - 0.5 && bx < ax + aw - 0.5 && ay < by + bh * 0.8
         && by < ay + ah * 0.8;
}

static gboolean
keeps_apart (PatronRole role)
{
  return role == PATRON_ROLE_AXIS_LABEL || role == PATRON_ROLE_SERIES_LABEL
         || role == PATRON_ROLE_ANNOTATION || role == PATRON_ROLE_LEGEND
         || role == PATRON_ROLE_TITLE || role == PATRON_ROLE_SUBTITLE
         || role == PATRON_ROLE_NOTE || role == PATRON_ROLE_TARGET_LABEL
         || role == PATRON_ROLE_LIMIT_LABEL || role == PATRON_ROLE_VALUE_LABEL;
}

static void
check_labels (const PatronScene *scene)
{
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *a = patron_scene_get_item (scene, i);

      if (a->kind != PATRON_ITEM_TEXT || !keeps_apart (a->role))
        continue;
      for (guint j = i + 1; j < patron_scene_get_n_items (scene); j++)
        {
          const PatronItem *b = patron_scene_get_item (scene, j);

          if (b->kind == PATRON_ITEM_TEXT && keeps_apart (b->role)
              && labels_meet (a, b))
            {
              fail_at (scene, a, "stands in the way of another");
              fail_at (scene, b, "which is this one");
            }
        }
    }
}

/* What must be true of every scene, whatever it is made of: nothing without a
 * place, no text cut off, no label over another. */
void
patron_scene_check (const PatronScene *scene)
{
  int depth = 0;

  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (!is_sound (item))
        fail_at (scene, item, "has no place");
      else if (item->kind == PATRON_ITEM_TEXT && !is_inside (scene, item))
        fail_at (scene, item, "is cut off");
      if (item->kind == PATRON_ITEM_TEXT
          && (*item->text == '\0' || strchr (item->text, '\n') != NULL
              || !g_utf8_validate (item->text, -1, NULL)))
        fail_at (scene, item, "cannot be set");
      depth += item->kind == PATRON_ITEM_CLIP_BEGIN;
      depth -= item->kind == PATRON_ITEM_CLIP_END;
      g_assert_cmpint (depth, >=, 0);
    }
  g_assert_cmpint (depth, ==, 0);
  for (guint i = 0; i < patron_scene_get_n_spots (scene); i++)
    {
      const PatronSpot *spot = patron_scene_get_spot (scene, i);
      g_autofree char *words = patron_scene_describe_spot (scene, i);

      g_assert_true (isfinite (spot->x + spot->y + spot->width
                               + spot->height));
      g_assert_true (isfinite (spot->anchor_x + spot->anchor_y));
      g_assert_cmpstr (words, !=, "");
    }
  check_labels (scene);
}

static gboolean
is_in_path (const PatronItem *item,
            double            x,
            double            y)
{
  gboolean inside = FALSE;
  double from_x = 0, from_y = 0, start_x = 0, start_y = 0;

  for (guint i = 0; i < item->steps->len; i++)
    {
      PatronPathStep step = g_array_index (item->steps, PatronPathStep, i);

      if (step.kind == PATRON_STEP_CLOSE)
        {
          step.x = start_x;
          step.y = start_y;
        }
      if (step.kind == PATRON_STEP_MOVE)
        {
          start_x = step.x;
          start_y = step.y;
        }
      else if ((from_y > y) != (step.y > y)
               && x < from_x + (y - from_y) / (step.y - from_y)
                               * (step.x - from_x))
        inside = !inside;
      from_x = step.x;
      from_y = step.y;
    }
  return inside;
}

static gboolean
is_in_arc (const PatronItem *item,
           double            x,
           double            y)
{
  double distance = hypot (x - item->x, y - item->y);
  double angle = atan2 (y - item->y, x - item->x);

  if (distance > item->radius || distance < item->inner || item->inner < 0)
    return FALSE;
  while (angle < item->start)
    angle += 2 * G_PI;
  return angle <= item->end || item->end - item->start >= 2 * G_PI;
}

static gboolean
covers (const PatronItem *item,
        double            x,
        double            y)
{
  switch ((int) item->kind)
    {
    case PATRON_ITEM_RECTANGLE:
      return x >= item->x && x < item->x + item->width && y >= item->y
             && y < item->y + item->height;
    case PATRON_ITEM_ARC:
      return is_in_arc (item, x, y);
    case PATRON_ITEM_PATH:
      return is_in_path (item, x, y);
    default:
      return FALSE;
    }
}

static PatronColour
colour_at (const PatronScene *scene,
           guint              below,
           double             x,
           double             y)
{
  PatronColour colour = PATRON_RGB (0xffffff);

  for (guint i = 0; i < below; i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if ((item->fill & 0xff) != 0 && item->kind != PATRON_ITEM_TEXT
          && covers (item, x, y))
        colour = patron_colour_mix (colour, item->fill | 0xff,
                                    (item->fill & 0xff) / 255.0);
    }
  return colour;
}

/* All text can be read on what lies behind it, or on the halo around it. */
void
patron_scene_check_contrast (const PatronScene *scene)
{
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);
      double x, y, width, height, contrast;
      PatronColour behind = item->stroke;

      if (item->kind != PATRON_ITEM_TEXT)
        continue;
      patron_item_get_bounds (item, &x, &y, &width, &height);
      if (behind == 0)
        behind = colour_at (scene, i, x + width / 2, y + height / 2);
      contrast = patron_colour_contrast (item->fill, behind);
      if (contrast < 4.5)
        {
          g_test_message ("contrast %.2f of %08x on %08x", contrast,
                          item->fill, behind);
          fail_at (scene, item, "is hard to read");
        }
    }
}

/* The keys lead from the first spot to each other one. */
void
patron_scene_check_reach (const PatronScene *scene)
{
  guint n = patron_scene_get_n_spots (scene);
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  g_autofree guint *queue = g_new (guint, n + 1);
  guint head = 0, tail = 0;

  if (n == 0)
    return;
  queue[tail++] = 0;
  seen[0] = TRUE;
  while (head < tail)
    {
      int from = (int) queue[head++];

      for (int walk = PATRON_WALK_LEFT; walk <= PATRON_WALK_LAST; walk++)
        {
          int to = patron_scene_walk (scene, from, (PatronWalk) walk);

          if (to < 0 || seen[to])
            continue;
          seen[to] = TRUE;
          queue[tail++] = (guint) to;
        }
    }
  for (guint i = 0; i < n; i++)
    if (!seen[i])
      {
        g_autofree char *words = patron_scene_describe_spot (scene, i);

        g_test_message ("no key leads to spot %u: %s", i, words);
        g_test_fail ();
      }
}

static void
report_difference (const char *expected,
                   const char *found)
{
  g_auto (GStrv) a = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) b = g_strsplit (found, "\n", -1);

  for (gsize i = 0; a[i] != NULL || b[i] != NULL; i++)
    if (g_strcmp0 (a[i], b[i]) != 0)
      {
        g_test_message ("line %" G_GSIZE_FORMAT ":\n  stored %s\n  found  %s",
                        i + 1, a[i] != NULL ? a[i] : "(end)",
                        b[i] != NULL ? b[i] : "(end)");
        return;
      }
}

/* Compares with golden/@name.scene of @folder. Where a change is meant, run
 * the test with PATRON_UPDATE_GOLDEN=1 and look at what git says. */
void
patron_scene_check_golden (const PatronScene *scene,
                           const char        *folder,
                           const char        *name)
{
  g_autofree char *file = g_strconcat (name, ".scene", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, "golden",
                                                 file, NULL);
  g_autofree char *found = patron_scene_dump (scene);
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("PATRON_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, found, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (path, &stored, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (stored, found) == 0)
    return;
  report_difference (stored, found);
  g_test_message ("%s differs", path);
  g_test_fail ();
}

gboolean
patron_scene_has_text (const PatronScene *scene,
                       PatronRole         role,
                       const char        *part)
{
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->kind == PATRON_ITEM_TEXT && item->role == role
          && strstr (item->text, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

guint
patron_scene_count (const PatronScene *scene,
                    PatronItemKind     kind,
                    PatronRole         role)
{
  guint n = 0;

  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      n += item->kind == kind && item->role == role;
    }
  return n;
}
