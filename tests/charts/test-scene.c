/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-scene.h"

#include <math.h>

#include "patron-fixed-measurer.h"

static const PatronFont font = { "Fixed", 10, 400, FALSE };

/* Two lines over three dates, and a card over the second line's end. */
static PatronScene *
make_plot (void)
{
  static const double ys[2][3] = { { 40, 140, 60 }, { 100, 100, 100 } };
  PatronScene *scene = patron_scene_new (300, 200);
  PatronSpot *spot;

  patron_scene_name_series (scene, "Owners");
  patron_scene_name_series (scene, "");
  for (int series = 0; series < 2; series++)
    for (int point = 0; point < 3; point++)
      {
        spot = patron_scene_add_point_spot (scene, 50 + 100 * point,
                                            ys[series][point], series, point);
        spot->value_x = 19782 + 31 * point;
        spot->value_y = 200 - ys[series][point];
      }
  spot = patron_scene_add_spot (scene, PATRON_ROLE_CARD, 240, 80, 30, 40);
  spot->record = 77;
  spot->text = g_strdup ("A card");
  return scene;
}

static void
test_hit (void)
{
  g_autoptr (PatronScene) scene = make_plot ();

  g_assert_cmpint (patron_scene_hit (scene, 52, 44), ==, 0);
  /* Halfway up, the line at this date that is nearer. */
  g_assert_cmpint (patron_scene_hit (scene, 150, 125), ==, 1);
  g_assert_cmpint (patron_scene_hit (scene, 150, 115), ==, 4);
  /* Between two dates, the nearer date. */
  g_assert_cmpint (patron_scene_hit (scene, 90, 100), ==, 3);
  g_assert_cmpint (patron_scene_hit (scene, 108, 100), ==, 4);
  /* A card is what is seen on top. */
  g_assert_cmpint (patron_scene_hit (scene, 250, 100), ==, 6);
  g_assert_cmpint (patron_scene_hit (scene, 235, 100), ==, 5);
  g_assert_cmpint (patron_scene_hit (scene, -80, 100), ==, -1);
  g_assert_cmpint (patron_scene_find_record (scene, 77), ==, 6);
  g_assert_cmpint (patron_scene_find_record (scene, 78), ==, -1);
  g_assert_cmpint (patron_scene_find_record (scene, 0), ==, -1);
}

static void
test_walk (void)
{
  g_autoptr (PatronScene) scene = make_plot ();
  g_autoptr (PatronScene) empty = patron_scene_new (10, 10);

  g_assert_cmpint (patron_scene_walk (scene, -1, PATRON_WALK_RIGHT), ==, 0);
  /* Along a line, wherever it leads. */
  g_assert_cmpint (patron_scene_walk (scene, 0, PATRON_WALK_RIGHT), ==, 1);
  g_assert_cmpint (patron_scene_walk (scene, 1, PATRON_WALK_RIGHT), ==, 2);
  g_assert_cmpint (patron_scene_walk (scene, 2, PATRON_WALK_RIGHT), ==, 2);
  g_assert_cmpint (patron_scene_walk (scene, 2, PATRON_WALK_LEFT), ==, 1);
  /* From line to line at one date. */
  g_assert_cmpint (patron_scene_walk (scene, 1, PATRON_WALK_UP), ==, 4);
  g_assert_cmpint (patron_scene_walk (scene, 0, PATRON_WALK_DOWN), ==, 3);
  g_assert_cmpint (patron_scene_walk (scene, 3, PATRON_WALK_LAST), ==, 6);
  g_assert_cmpint (patron_scene_walk (scene, 3, PATRON_WALK_FIRST), ==, 0);
  g_assert_cmpint (patron_scene_walk (empty, -1, PATRON_WALK_RIGHT), ==, -1);
  /* Turned round, right leads to what is right of it: the day before. */
  patron_scene_mirror (scene);
  g_assert_cmpint (patron_scene_walk (scene, 1, PATRON_WALK_RIGHT), ==, 0);
}

/* Cards of a map: keys go to the neighbours that one sees. */
static void
test_walk_cards (void)
{
  g_autoptr (PatronScene) scene = patron_scene_new (400, 400);

  patron_scene_add_spot (scene, PATRON_ROLE_CARD, 0, 0, 90, 40);
  patron_scene_add_spot (scene, PATRON_ROLE_CARD, 0, 50, 90, 40);
  patron_scene_add_spot (scene, PATRON_ROLE_CARD, 100, 0, 90, 100);
  patron_scene_add_spot (scene, PATRON_ROLE_CARD, 100, 200, 90, 40);
  g_assert_cmpint (patron_scene_walk (scene, 0, PATRON_WALK_DOWN), ==, 1);
  g_assert_cmpint (patron_scene_walk (scene, 1, PATRON_WALK_UP), ==, 0);
  g_assert_cmpint (patron_scene_walk (scene, 0, PATRON_WALK_RIGHT), ==, 2);
  g_assert_cmpint (patron_scene_walk (scene, 2, PATRON_WALK_DOWN), ==, 3);
  g_assert_cmpint (patron_scene_walk (scene, 3, PATRON_WALK_DOWN), ==, 3);
}

static void
test_describe (void)
{
  g_autoptr (PatronScene) scene = make_plot ();
  g_autofree char *named = patron_scene_describe_spot (scene, 0);
  g_autofree char *unnamed = patron_scene_describe_spot (scene, 3);
  g_autofree char *card = patron_scene_describe_spot (scene, 6);

  g_assert_cmpstr (named, ==, "Owners, 29\xc2\xa0" "Feb 2024: 160");
  g_assert_cmpstr (unnamed, ==, "29\xc2\xa0" "Feb 2024: 100");
  g_assert_cmpstr (card, ==, "A card");
}

static PatronScene *
make_items (void)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  PatronScene *scene = patron_scene_new (200, 100);
  PatronItem *item;

  patron_scene_add_rectangle (scene, PATRON_ROLE_BACKGROUND, 0, 0, 200, 100)
    ->fill = PATRON_RGB (0xffffff);
  patron_scene_begin_clip (scene, 10, 10, 100, 80);
  item = patron_scene_add_path (scene, PATRON_ROLE_SERIES);
  patron_item_move_to (item, 10, 20);
  patron_item_curve_to (item, 20, 30, 30, 40, 40, 50);
  patron_item_line_to (item, 60.04, 50.06);
  patron_item_close (item);
  item->stroke = PATRON_RGB (0x123456);
  item->line_width = 2;
  item->dash = 4;
  item->gap = 2;
  patron_scene_end_clip (scene);
  item = patron_scene_add_arc (scene, PATRON_ROLE_SERIES, 50, 50, 20, 0,
                               G_PI / 2);
  item->inner = 10;
  item->fill = PATRON_RGB (0xff0000);
  patron_scene_set_tag (scene, 1, 2, 3);
  patron_scene_add_text (scene, PATRON_ROLE_TITLE, measurer, &font,
                         "Say \"yes\"", 20, 30, PATRON_ALIGN_LEFT,
                         PATRON_RGB (0));
  patron_scene_add_text (scene, PATRON_ROLE_TITLE, measurer, &font, "שלום",
                         100, 90, PATRON_ALIGN_CENTRE, PATRON_RGB (0));
  return scene;
}

static void
test_dump (void)
{
  g_autoptr (PatronScene) scene = make_items ();
  g_autofree char *dump = patron_scene_dump (scene);

  g_assert_cmpstr (dump, ==,
                   "scene 200.0 100.0\n"
                   "alt \"\"\n"
                   "rectangle background 0.0 0.0 200.0 100.0 fill #ffffffff\n"
                   "clip background 10.0 10.0 100.0 80.0\n"
                   "path series M 10.0 20.0 C 20.0 30.0 30.0 40.0 40.0 50.0"
                   " L 60.0 50.1 Z stroke #123456ff 2.0 dash 4.0 2.0\n"
                   "end-clip background\n"
                   "arc series 50.0 50.0 20.0 from 0.0 to 1.6 inner 10.0"
                   " fill #ff0000ff\n"
                   "text title [1 2] {3} 20.0 30.0 left 45.0 font 10.0/400"
                   " \"Say \\\"yes\\\"\" fill #000000ff\n"
                   "text title [1 2] {3} 100.0 90.0 centre rtl 20.0"
                   " font 10.0/400 \"שלום\" fill #000000ff\n");
}

/* Turning round twice changes nothing; once, it keeps every size. */
static void
test_mirror (void)
{
  g_autoptr (PatronScene) scene = make_items ();
  g_autofree char *before = patron_scene_dump (scene);
  g_autofree char *after = NULL;
  const PatronItem *text;
  double x, y, width, height;

  patron_scene_mirror (scene);
  text = patron_scene_get_item (scene, 5);
  g_assert_cmpint (text->align, ==, PATRON_ALIGN_RIGHT);
  patron_item_get_bounds (text, &x, &y, &width, &height);
  g_assert_cmpfloat (x, ==, 200 - 20 - 45);
  patron_item_get_bounds (patron_scene_get_item (scene, 2), &x, &y, &width,
                          &height);
  g_assert_cmpfloat_with_epsilon (x, 200 - 60.04, 1e-9);
  patron_scene_mirror (scene);
  after = patron_scene_dump (scene);
  g_assert_cmpstr (before, ==, after);
}

static void
test_fit (void)
{
  g_autoptr (PatronScene) scene = make_items ();
  const PatronItem *item;

  patron_scene_fit (scene, 800, 600);
  item = patron_scene_get_item (scene, 0);
  g_assert_cmpfloat (item->width, ==, 800);
  g_assert_cmpfloat (item->height, ==, 600);
  item = patron_scene_get_item (scene, 5);
  g_assert_cmpfloat (item->x, ==, 80);
  g_assert_cmpfloat (item->y, ==, 100 + 120);
  g_assert_cmpfloat (item->font.size, ==, 40);
  g_assert_cmpfloat (item->width, ==, 180);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/scene/hit", test_hit);
  g_test_add_func ("/charts/scene/walk", test_walk);
  g_test_add_func ("/charts/scene/walk-cards", test_walk_cards);
  g_test_add_func ("/charts/scene/describe", test_describe);
  g_test_add_func ("/charts/scene/dump", test_dump);
  g_test_add_func ("/charts/scene/mirror", test_mirror);
  g_test_add_func ("/charts/scene/fit", test_fit);
  return g_test_run ();
}
