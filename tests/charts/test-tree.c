/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Trees: what is part of what. */

#include "patron-chart-tree.h"

#include <math.h>
#include <string.h>

#include "patron-chart-samples.h"
#include "patron-chart-table.h"
#include "patron-fixed-measurer.h"
#include "patron-scene-check.h"
#include "patron-tree.h"

static PatronScene *
lay_out (const PatronChart     *chart,
         const PatronChartData *data,
         double                 width,
         double                 height,
         gboolean               rtl)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  theme.rtl = rtl;
  return patron_chart_layout (chart, data, &theme, width, height, measurer);
}

/* A tree of @n nodes, each part of the one that @parents names. */
static PatronChartData *
make_nodes (const double *parents,
            gsize         n)
{
  PatronChartData *data = patron_chart_data_new ();
  g_autofree double *x = g_new (double, n + 1);
  g_autofree double *y = g_new (double, n + 1);
  PatronChartPoints points
    = { .x = x, .y = y, .parents = (double *) parents, .n = n };

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Node %d", (int) i);

      patron_chart_data_add_category (data, name);
      x[i] = (double) i;
      y[i] = 0.5;
    }
  patron_chart_data_add_points (data, &points);
  return data;
}

/* Wholes come before their parts, parts stay in their order, and what turns
 * in a circle or hangs on nothing still has a place. */
static void
test_order (void)
{
  static const double parents[] = { 3, NAN, 1, NAN, 3, 6, 5, 99, 8, 1 };
  static const gsize points[] = { 1, 2, 9, 3, 0, 4, 6, 5, 7, 8 };
  static const guint depths[] = { 0, 1, 1, 0, 1, 1, 0, 1, 0, 0 };
  g_autoptr (PatronChartData) data = make_nodes (parents, 10);
  g_autoptr (PatronTree) tree = patron_tree_new (data);

  g_assert_cmpuint (tree->n, ==, 10);
  g_assert_cmpuint (tree->n_levels, ==, 2);
  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpuint (tree->nodes[i].point, ==, points[i]);
      g_assert_cmpuint (tree->nodes[i].depth, ==, depths[i]);
    }
  g_assert_cmpuint (tree->nodes[0].end, ==, 3);
  g_assert_cmpint (tree->nodes[5].parent, ==, 3);
}

static const PatronSpot *
find_spot (const PatronScene *scene,
           int                point)
{
  for (guint i = 0; i < patron_scene_get_n_spots (scene); i++)
    if (patron_scene_get_spot (scene, i)->point == point)
      return patron_scene_get_spot (scene, i);
  g_assert_not_reached ();
}

/* Parts stand behind their whole, and no lower or higher than all of it. */
static void
test_places (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart
    = patron_chart_sample (PATRON_CHART_TREE, data);

  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (PatronScene) scene = lay_out (chart, data, 1280, 720, rtl);
      const PatronSpot *whole = find_spot (scene, 0);
      const PatronSpot *first = find_spot (scene, 1);
      const PatronSpot *last = find_spot (scene, 4);

      patron_scene_check (scene);
      if (rtl)
        g_assert_cmpfloat (first->x + first->width, <=, whole->x);
      else
        g_assert_cmpfloat (first->x, >=, whole->x + whole->width);
      g_assert_cmpfloat (first->x, ==, last->x);
      g_assert_cmpfloat (whole->y, >=, first->y);
      g_assert_cmpfloat (whole->y + whole->height, <=,
                         last->y + last->height);
      g_assert_cmpstr (
        find_spot (scene, 2)->text, ==,
        "Raise the rate of second projects from 30 to 55 %: On track \u00b7 "
        "84\u202f% \u00b7 Sam Tiller \u00b7 due 30 September\n"
        "24 points more than Expected by now (60\u202f%)");
      g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_VALUE_LABEL,
                                            "Off\u00a0track \u00b7 20"));
    }
}

/* From a whole the keys lead to its parts, and from each of them back. */
static void
test_keys (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart
    = patron_chart_sample (PATRON_CHART_TREE, data);

  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (PatronScene) scene = lay_out (chart, data, 800, 450, rtl);
      PatronWalk back = rtl ? PATRON_WALK_RIGHT : PATRON_WALK_LEFT;

      patron_scene_check_reach (scene);
      for (guint i = 0; i < patron_scene_get_n_spots (scene); i++)
        {
          int whole = patron_scene_get_spot (scene, i)->whole;

          g_assert_cmpint (patron_scene_walk (scene, (int) i, back), ==,
                           whole >= 0 ? whole : (int) i);
        }
    }
}

/* In little room it says less of each, then shows fewer, and says so; never
 * is type set smaller than can be read. */
static void
test_room (void)
{
  static const struct
  {
    int              n;
    double           width;
    double           height;
    PatronTreeDetail detail;
    const char      *remark;
  } rooms[] = {
    { 1, 320, 200, PATRON_TREE_CARDS, NULL },
    { 3, 800, 450, PATRON_TREE_CARDS, NULL },
    { 7, 800, 450, PATRON_TREE_CARDS, NULL },
    { 18, 800, 450, PATRON_TREE_LINES, NULL },
    { 40, 1920, 1080, PATRON_TREE_LINES, NULL },
    { 60, 320, 200, PATRON_TREE_PART, "57 more are not shown." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
      g_autofree double *parents = g_new (double, rooms[i].n);
      g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_TREE);
      g_autoptr (PatronChartData) data = NULL;
      g_autoptr (PatronScene) scene = NULL;
      PatronTheme theme;

      for (int j = 0; j < rooms[i].n; j++)
        parents[j] = j < 1 ? NAN : (j - 1) / 2;
      for (int j = 3; j < rooms[i].n; j++)
        parents[j] = (j - 3) % 2 + 1;
      data = make_nodes (parents, (gsize) rooms[i].n);
      patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
      patron_theme_init (&theme, PATRON_THEME_LIGHT);
      g_test_message ("%d nodes in %g by %g", rooms[i].n, rooms[i].width,
                      rooms[i].height);
      g_assert_cmpint (patron_chart_tree_get_detail (
                         chart, data, &theme, rooms[i].width,
                         rooms[i].height, measurer),
                       ==, rooms[i].detail);
      scene = lay_out (chart, data, rooms[i].width, rooms[i].height, FALSE);
      patron_scene_check (scene);
      for (guint j = 0; j < patron_scene_get_n_items (scene); j++)
        {
          const PatronItem *item = patron_scene_get_item (scene, j);

          if (item->kind == PATRON_ITEM_TEXT)
            g_assert_cmpfloat (item->font.size, >=, 9.8);
        }
      if (rooms[i].remark != NULL)
        g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_NOTE,
                                              rooms[i].remark));
      else
        g_assert_cmpuint (patron_scene_get_n_spots (scene), ==, rooms[i].n);
    }
}

/* The size that a tree asks for has room for all that is said. */
static void
test_size (void)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();

  for (int n = 0; n < 200; n += 13)
    {
      g_autofree double *parents = g_new (double, n + 1);
      g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_TREE);
      g_autoptr (PatronChartData) data = NULL;
      double width, height;
      PatronTheme theme;

      for (int j = 0; j < n; j++)
        parents[j] = j == 0 ? NAN : g_test_rand_int_range (-1, j);
      data = make_nodes (parents, (gsize) n);
      patron_chart_set_title (chart, "What is part of what, in so many words "
                                     "that they do not fit into one line");
      patron_theme_init (&theme, PATRON_THEME_LIGHT);
      patron_chart_tree_get_size (chart, data, &theme, measurer, &width,
                                  &height);
      g_assert_cmpint (patron_chart_tree_get_detail (chart, data, &theme,
                                                     width, height, measurer),
                       ==, PATRON_TREE_CARDS);
    }
}

static void
test_table (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart
    = patron_chart_sample (PATRON_CHART_TREE, data);
  PatronChartTable *table = patron_chart_table_new (chart, data);
  g_autofree char *tsv = patron_chart_table_to_tsv (table);

  g_assert_true (g_str_has_prefix (
    tsv, "Name\tPart of\tStatus\tProgress\tExpected by now\tDetails\n"
         "Grow with the clients we have\t\tNeeds attention\t0.5\t0.6\tMia "
         "Lund\n"
         "Clients come back\tGrow with the clients we have\tOn track\t0.75"
         "\t0.6\t\n"));
  patron_chart_table_free (table);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/tree/order", test_order);
  g_test_add_func ("/charts/tree/places", test_places);
  g_test_add_func ("/charts/tree/keys", test_keys);
  g_test_add_func ("/charts/tree/room", test_room);
  g_test_add_func ("/charts/tree/size", test_size);
  g_test_add_func ("/charts/tree/table", test_table);
  return g_test_run ();
}
