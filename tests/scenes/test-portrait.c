/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-portrait-scene.h"

#include <string.h>

#include "patron-fixed-measurer.h"
#include "patron-record-fixture.h"
#include "patron-scene-check.h"

typedef struct
{
  PatronPortraitContent content;
  GPtrArray *others;
  PatronSceneSource source;
  PatronMeasurer *measurer;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  unused)
{
  self->measurer = patron_fixed_measurer_new ();
  self->others = patron_fixture_list (
    patron_fixture_record (&patron_segment_entity, 5, "name",
                           "Founder-led firms", "colour", "#1a5fb4", NULL),
    patron_fixture_record (&patron_channel_entity, 6, "name", "Video call",
                           NULL),
    NULL);
  self->source = (PatronSceneSource) { patron_fixture_find_cb, NULL,
                                       self->others, "USD" };
  self->content.portrait = patron_fixture_record (
    &patron_portrait_entity, 1, "name", "Fiona Fairweather", "segment", "5",
    "occupation", "Founder of a software company", "age", "43", "gender",
    "female", "town", "Waterloo", "country", "Canada", "income", "240000",
    "headcount_from", "30", "headcount_to", "80", "preferred_channel", "6",
    "quotation", "Tell me what to stop.", "goals",
    "Find out why growth stopped\n- Hand over sales", "frustrations",
    "Plans that end on the day the advisers leave", "motivations",
    "Building something that outlives her.", "technologies",
    "CRM, Spreadsheets", NULL);
  self->content.traits = patron_fixture_list (
    patron_fixture_record (&patron_trait_entity, 21, "portrait", "1", "name",
                           "Whom she asks first", "detail", "Two founders",
                           NULL),
    NULL);
  self->content.scales = patron_fixture_list (
    patron_fixture_record (&patron_scale_entity, 31, "portrait", "1", "low",
                           "Careful", "high", "Quick", "score", "2", NULL),
    NULL);
  self->content.needs = patron_fixture_list (
    patron_fixture_record (&patron_need_entity, 41, "portrait", "1", "title",
                           "To know why", "kind", "functional", "strength",
                           "4", "known", "true", NULL),
    patron_fixture_record (&patron_need_entity, 42, "portrait", "1", "title",
                           "Not to be alone", "kind", "emotional", "known",
                           "false", NULL),
    NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  g_object_unref (self->content.portrait);
  g_ptr_array_unref (self->content.traits);
  g_ptr_array_unref (self->content.scales);
  g_ptr_array_unref (self->content.needs);
  g_ptr_array_unref (self->others);
  patron_measurer_free (self->measurer);
}

static PatronScene *
lay_out (Fixture                     *self,
         const PatronPortraitContent *content,
         double                       width,
         double                       height)
{
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  return patron_portrait_poster_scene (content, &self->source, &theme, width,
                                       height, self->measurer);
}

static void
test_golden (Fixture       *self,
             gconstpointer  unused)
{
  g_autoptr (PatronScene) slide = lay_out (self, &self->content,
                                           PATRON_SLIDE_WIDTH,
                                           PATRON_SLIDE_HEIGHT);
  g_autoptr (PatronScene) page = lay_out (self, &self->content,
                                          PATRON_A4_WIDTH, PATRON_A4_HEIGHT);

  patron_scene_check (slide);
  patron_scene_check (page);
  patron_scene_check_golden (slide, "scenes", "portrait-slide");
  patron_scene_check_golden (page, "scenes", "portrait-page");
}

static void
test_content (Fixture       *self,
              gconstpointer  unused)
{
  g_autoptr (PatronScene) scene = lay_out (self, &self->content,
                                           PATRON_SLIDE_WIDTH,
                                           PATRON_SLIDE_HEIGHT);
  g_autofree char *need = NULL;
  g_autofree char *scale = NULL;
  guint n_dots = 0;

  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_PICTURE, "FF"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_FACT,
                                        "Waterloo,"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_FACT,
                                        "30 – 80"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_FACT,
                                        "Video call"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_FACT, "CRM"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_QUOTE, "Tell me"));
  /* A typed bullet becomes one of ours. */
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_TEXT,
                                        "Hand over sales"));
  g_assert_false (patron_scene_has_text (scene, PATRON_ROLE_TEXT, "- Hand"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_NEED,
                                        "Emotional, unspoken"));
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      n_dots += item->role == PATRON_ROLE_NEED
                && item->kind == PATRON_ITEM_ARC && item->fill != 0;
    }
  g_assert_cmpuint (n_dots, ==, 4);
  need = patron_scene_describe_spot (
    scene, (guint) patron_scene_find_record (scene, 41));
  g_assert_cmpstr (need, ==, "To know why (Functional), strength 4 of 5");
  scale = patron_scene_describe_spot (
    scene, (guint) patron_scene_find_record (scene, 31));
  g_assert_cmpstr (scale, ==, "Between “Careful” and “Quick”: +2");
  g_assert_nonnull (strstr (patron_scene_get_alt_text (scene),
                            "Pen portrait of Fiona Fairweather, Founder of a"
                            " software company. Tell me what to stop."));
}

/* Only what is filled in is shown. */
static void
test_sparse (Fixture       *self,
             gconstpointer  unused)
{
  g_autoptr (PatronRecord) blank = patron_record_new (&patron_portrait_entity,
                                                      9);
  PatronPortraitContent content = { blank, NULL, NULL, NULL };
  g_autoptr (PatronScene) scene = lay_out (self, &content, 1280, 720);

  patron_scene_check (scene);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_TITLE,
                                        "Untitled"));
  g_assert_cmpuint (patron_scene_count (scene, PATRON_ITEM_TEXT,
                                        PATRON_ROLE_HEADING), ==, 0);
  g_assert_cmpuint (patron_scene_count (scene, PATRON_ITEM_TEXT,
                                        PATRON_ROLE_QUOTE), ==, 0);
}

/* More than a page can hold: type gets smaller, then paragraphs shorter, and
 * still nothing is cut off. */
static void
test_crowded (Fixture       *self,
              gconstpointer  unused)
{
  static const char *const fields[] = {
    "quotation", "biography", "motivations", "goals", "frustrations",
    "values_held", "beliefs", "attitudes", "perceptions", "behaviour",
    "hangouts_online", "hangouts_offline", "associates", "surplus_spending",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 120; i++)
    g_string_append_printf (text, "Sentence %d goes on for a while. ", i);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    patron_fixture_set (self->content.portrait, fields[i], text->str);
  for (int i = 0; i < 3; i++)
    {
      static const double pages[][2] = { { 1280, 720 }, { 794, 1123 },
                                         { 360, 640 } };
      g_autoptr (PatronScene) scene
        = lay_out (self, &self->content, pages[i][0], pages[i][1]);

      patron_scene_check (scene);
      g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_TITLE,
                                            "Fiona"));
    }
}

static void
fill_at_random (PatronRecord *record)
{
  const PatronEntity *entity = patron_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const PatronField *field = &entity->fields[i];
      gboolean line = field->kind == PATRON_KIND_TEXT;

      if ((line || field->kind == PATRON_KIND_LONG_TEXT)
          && g_test_rand_int_range (0, 3) > 0)
        {
          g_autofree char *text = patron_fixture_text (line ? 80 : 900);

          if (line)
            g_strdelimit (text, "\n", ' ');
          patron_fixture_set (record, field->name, text);
        }
    }
}

static void
test_any (Fixture       *self,
          gconstpointer  unused)
{
  for (int round = 0; round < 60 && !g_test_failed (); round++)
    {
      g_autoptr (PatronScene) scene = NULL;
      PatronTheme theme;

      fill_at_random (self->content.portrait);
      fill_at_random (g_ptr_array_index (self->content.needs, 0));
      fill_at_random (g_ptr_array_index (self->content.scales, 0));
      fill_at_random (g_ptr_array_index (self->content.traits, 0));
      patron_theme_init (&theme, (PatronThemeKind) (round % PATRON_N_THEMES));
      theme.rtl = g_test_rand_bit ();
      scene = patron_portrait_poster_scene (
        &self->content, &self->source, &theme,
        g_test_rand_double_range (500, 2000),
        g_test_rand_double_range (500, 2000), self->measurer);
      patron_scene_check (scene);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                       \
  g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/scenes/portrait/golden", test_golden);
  ADD ("/scenes/portrait/content", test_content);
  ADD ("/scenes/portrait/sparse", test_sparse);
  ADD ("/scenes/portrait/crowded", test_crowded);
  ADD ("/scenes/portrait/any", test_any);
  return g_test_run ();
}
