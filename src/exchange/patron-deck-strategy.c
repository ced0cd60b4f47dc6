/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A strategy as a presentation: which slides there can be, and what stands on
 * each. */

#include "config.h"

#include "patron-deck-strategy.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-chart-query.h"
#include "patron-chart-tree.h"
#include "patron-date.h"
#include "patron-figure.h"
#include "patron-goal-words.h"
#include "patron-kpi-series.h"
#include "patron-kpi.h"

/* px of the smallest type on a map, which is read from near: 6.5 points */
#define LEAST_TYPE 8.6

static void
add_cover (PatronDeck     *deck,
           PatronDocument *document)
{
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);
  g_autofree char *title = patron_document_get_title (document);
  g_autofree char *today = patron_date_format (patron_date_today ());
  const PatronSlideText text = {
    .title = title,
    .subtitle = strategy != NULL
                    ? patron_record_get_text (strategy, "organisation")
                    : NULL,
    .note = today,
  };

  patron_deck_add_cover (deck, &text);
}

static void
add_paragraph (GPtrArray  *paragraphs,
               const char *heading,
               const char *text)
{
  const char *const both[] = { heading, text, NULL };

  if (!patron_text_is_empty (text))
    g_ptr_array_add (paragraphs, g_strdupv ((char **) both));
}

static const PatronField *
find_field (PatronRecord *record,
            const char   *name)
{
  const PatronEntity *entity = patron_record_get_entity (record);

  return &entity->fields[patron_entity_find_field (entity, name)];
}

static void
add_field (GPtrArray      *paragraphs,
           PatronDocument *document,
           PatronRecord   *record,
           const char     *name)
{
  const PatronField *field = find_field (record, name);
  g_autofree char *text = patron_document_format (
      document, record, field, patron_record_get (record, name));

  add_paragraph (paragraphs, patron_field_get_label (field), text);
}

/* What the strategy says of itself, then what it answered. */
static void
add_overview (PatronDeck     *deck,
              PatronDocument *document)
{
  static const char *const fields[]
      = { "summary", "unique_selling_point", "commercial_model", "note" };
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);
  g_autoptr (GListModel) answers = patron_document_list (document, "answer");
  g_autoptr (GPtrArray) paragraphs
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const PatronSlideText text = { .title = _("The strategy in words") };

  for (gsize i = 0; strategy != NULL && i < G_N_ELEMENTS (fields); i++)
    add_field (paragraphs, document, strategy, fields[i]);
  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (PatronRecord) answer = g_list_model_get_item (answers, i);
      g_autoptr (PatronRecord) question = patron_document_get_record (
          document, "question",
          patron_record_get_integer (answer, "question"));
      g_autofree char *heading
          = question != NULL ? patron_record_get_title (question) : NULL;

      if (heading != NULL)
        add_paragraph (paragraphs, heading,
                       patron_record_get_text (answer, "text"));
    }
  patron_deck_add_text (deck, &text, paragraphs);
}

static void
add_portrait (PatronDeck     *deck,
              PatronDocument *document,
              PatronRecord   *portrait)
{
  g_autofree char *name = patron_record_get_title (portrait);
  /* Translators: %s is the name of a pen portrait. */
  g_autofree char *title = g_strdup_printf (_("Pen portrait: %s"), name);
  const PatronSlideText text = { .title = title };
  PatronBox box = patron_deck_get_body (deck);

  patron_deck_add_picture (
      deck, &text,
      patron_figure_layout (document, PATRON_FIGURE_PORTRAIT, portrait,
                            patron_deck_get_theme (deck),
                            patron_deck_get_measurer (deck), box.width,
                            box.height));
}

static double
find_least_type (const PatronScene *scene)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->kind == PATRON_ITEM_TEXT)
        least = MIN (least, item->font.size);
    }
  return least;
}

/* Stages in groups of as even a size as can be; the lanes as one group, or
 * the first, which is that of touchpoints, with the experience, and then the
 * rest. */
typedef struct
{
  guint n_stages;
  guint n_lanes;
  guint stage_groups;
  guint lane_groups;
} Split;

static PatronFigurePart
get_part (const Split *split,
          guint        stages,
          guint        lanes)
{
  guint stage = stages * split->n_stages / split->stage_groups;

  return (PatronFigurePart) {
    stage,
    (stages + 1) * split->n_stages / split->stage_groups - stage,
    lanes,
    split->lane_groups > 1 && lanes == 0 ? 1 : split->n_lanes,
  };
}

static PatronScene *
lay_out_part (PatronDeck     *deck,
              PatronDocument *document,
              PatronRecord   *journey,
              const Split    *split,
              guint           stages,
              guint           lanes)
{
  PatronFigurePart part = get_part (split, stages, lanes);
  PatronBox box = patron_deck_get_body (deck);
  PatronTheme theme = *patron_deck_get_theme (deck);

  /* A map is read from near, and has much to say. */
  theme.text_scale = 1;
  return patron_figure_layout_part (document, journey, &part, &theme,
                                    patron_deck_get_measurer (deck),
                                    box.width, box.height);
}

/* The smallest type of all slides, as far as it is larger than @enough. */
static double
measure_split (PatronDeck     *deck,
               PatronDocument *document,
               PatronRecord   *journey,
               const Split    *split,
               double          enough)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < split->stage_groups; i++)
    for (guint j = 0; j < split->lane_groups && least > enough; j++)
      {
        g_autoptr (PatronScene) scene
            = lay_out_part (deck, document, journey, split, i, j);

        least = MIN (least, find_least_type (scene));
      }
  return least;
}

/* The fewest slides on which everything can be read. */
static Split
split_journey (PatronDeck     *deck,
               PatronDocument *document,
               PatronRecord   *journey)
{
  gint64 id = patron_record_get_id (journey);
  g_autoptr (GListModel) stages
      = patron_document_list_of (document, "stage", "journey", id);
  g_autoptr (GListModel) lanes
      = patron_document_list_of (document, "lane", "journey", id);
  guint n_stages = g_list_model_get_n_items (stages);
  guint n_lanes = g_list_model_get_n_items (lanes);
  Split best = { n_stages, n_lanes, 1, 1 };
  double best_type = 0;

  for (guint n = 1; n <= 2 * MAX (1, n_stages) && best_type < LEAST_TYPE; n++)
    for (guint lane_groups = 1; lane_groups <= 2; lane_groups++)
      {
        Split split = { n_stages, n_lanes, n / lane_groups, lane_groups };
        double type;

        if (n % lane_groups != 0 || split.stage_groups > MAX (1, n_stages)
            || lane_groups > MAX (1, n_lanes))
          continue;
        type = measure_split (deck, document, journey, &split,
                              best_type * 1.1);
        if (type > best_type * 1.1)
          {
            best = split;
            best_type = type;
          }
      }
  return best;
}

static void
add_journey (PatronDeck     *deck,
             PatronDocument *document,
             PatronRecord   *journey)
{
  Split split = split_journey (deck, document, journey);
  guint n = split.stage_groups * split.lane_groups;
  g_autofree char *name = patron_record_get_title (journey);

  for (guint i = 0; i < n; i++)
    {
      /* Translators: the name of a journey, then which of its slides. */
      g_autofree char *title
          = n > 1 ? g_strdup_printf (_("%s (%u of %u)"), name, i + 1, n)
                  : g_strdup (name);
      const PatronSlideText text = { .title = title };

      patron_deck_add_picture (deck, &text,
                               lay_out_part (deck, document, journey, &split,
                                             i / split.lane_groups,
                                             i % split.lane_groups));
    }
}

static char *
format_field (PatronDocument *document,
              PatronRecord   *record,
              const char     *name)
{
  return patron_document_format (document, record,
                                 find_field (record, name),
                                 patron_record_get (record, name));
}

static char **
make_goal_row (PatronDocument       *document,
               const PatronGoalNode *node)
{
  PatronRecord *goal = node->goal;
  char *cells[] = { patron_record_get_title (goal),
                    format_field (document, goal, "kpi"),
                    format_field (document, goal, "target"),
                    format_field (document, goal, "due"),
                    g_strdup (patron_goal_status_get_label (node->status)),
                    NULL };

  return g_memdup2 (cells, sizeof cells);
}

static void
add_goals (PatronDeck        *deck,
           PatronDocument    *document,
           PatronChartSource *source)
{
  const PatronGoalTree *goals = patron_chart_source_get_goals (source);
  static const gboolean numeric[] = { FALSE, FALSE, TRUE, FALSE, FALSE };
  const char *const columns[]
      = { C_("slide", "Goal"), C_("slide", "KPI"), C_("slide", "Target"),
          C_("slide", "Due"), C_("slide", "Status"), NULL };
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const PatronSlideText text = { .title = C_("slide", "Goals") };

  for (guint i = 0; i < patron_goal_tree_get_n (goals); i++)
    g_ptr_array_add (rows, make_goal_row (document,
                                          patron_goal_tree_get (goals, i)));
  patron_deck_add_table (deck, &text, columns, numeric, rows);
}

/* The last value that counts, the date it is of, and its target. */
static char **
make_kpi_row (PatronDocument *document,
              PatronRecord   *kpi)
{
  g_autoptr (PatronKpiSeries) series = patron_kpi_series_new (document, kpi);
  g_autofree char *currency = patron_document_get_currency (document);
  const PatronKpiTarget *target;
  gsize n = series->n;
  char *cells[5] = { patron_record_get_title (kpi) };

  while (n > 0 && !isfinite (series->values[n - 1]))
    n--;
  if (n == 0)
    cells[1] = g_strdup (_("No values yet"));
  else
    {
      gint64 date = series->dates[n - 1];

      cells[1] = patron_kpi_format (kpi, series->values[n - 1], currency);
      cells[2] = patron_date_format (date);
      target = patron_kpi_series_get_target (series, date);
      if (target != NULL && isfinite (target->value))
        cells[3] = patron_kpi_format (kpi, target->value, currency);
    }
  for (int i = 0; i < 4; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup ("");
  return g_memdup2 (cells, sizeof cells);
}

static void
add_kpis (PatronDeck     *deck,
          PatronDocument *document)
{
  static const gboolean numeric[] = { FALSE, TRUE, FALSE, TRUE };
  const char *const columns[]
      = { C_("slide", "KPI"), C_("slide", "Latest value"),
          C_("slide", "Date"), C_("slide", "Target"), NULL };
  g_autoptr (GListModel) kpis = patron_document_list (document, "kpi");
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const PatronSlideText text = { .title = C_("slide", "KPIs") };

  for (guint i = 0; i < g_list_model_get_n_items (kpis); i++)
    {
      g_autoptr (PatronRecord) kpi = g_list_model_get_item (kpis, i);

      g_ptr_array_add (rows, make_kpi_row (document, kpi));
    }
  patron_deck_add_table (deck, &text, columns, numeric, rows);
}

/* What a chart that can be edited has no place for. */
static char *
write_remarks (const PatronChart     *chart,
               const PatronChartData *data)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chart->annotations->len; i++)
    {
      g_autofree char *event = patron_chart_write_event (
          chart, data,
          &g_array_index (chart->annotations, PatronChartAnnotation, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", event);
    }
  return g_string_free (text, text->len == 0);
}

static void
add_chart (PatronDeck            *deck,
           const PatronChart     *chart,
           const PatronChartData *data,
           const char            *colour)
{
  g_autofree char *remarks = write_remarks (chart, data);
  const PatronSlideText text = { .remarks = remarks, .colour = colour };

  patron_deck_add_chart (deck, &text, chart, data);
}

static void
add_goal_tree (PatronDeck           *deck,
               const PatronGoalTree *goals,
               const PatronGoalNode *node,
               const char           *title)
{
  g_autoptr (PatronChart) chart = NULL;
  g_autoptr (PatronChartData) data = NULL;
  g_autofree char *name = patron_record_get_title (node->goal);
  g_autofree char *text = NULL;

  patron_figure_make_goals (goals, node->id, &chart, &data);
  /* Translators: a business goal, and how it and its parts stand. */
  text = g_strdup_printf (C_("slide", "%s: %s"), name,
                          title != NULL ? title : chart->title);
  patron_chart_set_title (chart, text);
  add_chart (deck, chart, data, NULL);
}

/* One slide, or one for each goal that is part of none where names would have
 * to be cut or left out.
 * @title: (nullable): the user's own */
static void
add_tree (PatronDeck            *deck,
          const PatronGoalTree  *goals,
          const PatronChart     *chart,
          const PatronChartData *data,
          const char            *title)
{
  PatronBox box = patron_deck_get_body (deck);
  PatronChart *bare = patron_chart_copy (chart);
  PatronTreeDetail detail;

  /* The slide has these itself. */
  patron_chart_set_title (bare, NULL);
  patron_chart_set_subtitle (bare, NULL);
  patron_chart_set_note (bare, NULL);
  detail = patron_chart_tree_get_detail (
      bare, data, patron_deck_get_theme (deck), box.width, box.height,
      patron_deck_get_measurer (deck));
  patron_chart_free (bare);
  if (detail <= PATRON_TREE_NAMES)
    {
      add_chart (deck, chart, data, NULL);
      return;
    }
  for (guint i = 0; i < patron_goal_tree_get_n (goals);
       i = patron_goal_tree_get (goals, i)->end)
    add_goal_tree (deck, goals, patron_goal_tree_get (goals, i), title);
}

static void
add_goals_as_tree (PatronDeck        *deck,
                   PatronChartSource *source)
{
  const PatronGoalTree *goals = patron_chart_source_get_goals (source);
  g_autoptr (PatronChart) chart = NULL;
  g_autoptr (PatronChartData) data = NULL;

  patron_figure_make_goals (goals, 0, &chart, &data);
  add_tree (deck, goals, chart, data, NULL);
}

static void
add_kpi (PatronDeck     *deck,
         PatronDocument *document,
         PatronRecord   *kpi)
{
  g_autoptr (PatronChart) chart = NULL;
  g_autoptr (PatronChartData) data = NULL;

  patron_figure_make_chart (document, kpi, &chart, &data);
  add_chart (deck, chart, data, patron_record_get_text (kpi, "colour"));
}

static void
add_saved_chart (PatronDeck        *deck,
                 PatronDocument    *document,
                 PatronRecord      *record,
                 PatronChartSource *source)
{
  g_autoptr (PatronChartQuery) query = patron_chart_query_from_record (
      record, patron_document_get_registry (document), NULL);
  g_autoptr (PatronQueryResult) result
      = query != NULL ? patron_chart_query_run (query, source) : NULL;

  if (result != NULL && result->chart->kind == PATRON_CHART_TREE)
    add_tree (deck, patron_chart_source_get_goals (source), result->chart,
              result->data, query->headline);
  else if (result != NULL)
    add_chart (deck, result->chart, result->data, result->colour);
}

static void
add_slides (PatronDeck           *deck,
            PatronDocument       *document,
            const PatronDeckItem *item,
            PatronChartSource    *source)
{
  const char *entity = patron_deck_part_get_entity (item->part);
  g_autoptr (PatronRecord) record
      = entity != NULL
            ? patron_document_get_record (document, entity, item->record)
            : NULL;

  if (entity != NULL && record == NULL)
    return;
  switch (item->part)
    {
    case PATRON_DECK_COVER:
      add_cover (deck, document);
      break;
    case PATRON_DECK_OVERVIEW:
      add_overview (deck, document);
      break;
    case PATRON_DECK_PORTRAIT:
      add_portrait (deck, document, record);
      break;
    case PATRON_DECK_JOURNEY:
      add_journey (deck, document, record);
      break;
    case PATRON_DECK_TREE:
      add_goals_as_tree (deck, source);
      break;
    case PATRON_DECK_GOALS:
      add_goals (deck, document, source);
      break;
    case PATRON_DECK_KPIS:
      add_kpis (deck, document);
      break;
    case PATRON_DECK_KPI:
      add_kpi (deck, document, record);
      break;
    case PATRON_DECK_CHART:
    default:
      add_saved_chart (deck, document, record, source);
    }
}

/**
 * patron_deck_new_of:
 * @items: (element-type PatronDeckItem): what goes onto slides, in order,
 *   whether it is shown or not
 * @pictures: whether charts whose form is the usual one are put in as pictures
 *   that cannot be edited
 * @rtl: whether slides run from right to left
 *
 * Makes the slides of a strategy, from what the document holds now.
 *
 * Returns: (transfer full): the presentation
 */
PatronDeck *
patron_deck_new_of (PatronDocument *document,
                    GPtrArray      *items,
                    gboolean        pictures,
                    gboolean        rtl)
{
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);
  g_autoptr (PatronChartSource) source = patron_chart_source_new (document);
  g_autofree char *title = patron_document_get_title (document);
  const char *author = strategy != NULL
                           ? patron_record_get_text (strategy, "organisation")
                           : NULL;
  PatronTheme theme;
  PatronDeck *deck;

  patron_figure_init_theme (&theme, PATRON_THEME_PRINT, document);
  theme.rtl = rtl;
  deck = patron_deck_new (title, author, &theme);
  if (strategy != NULL)
    patron_deck_set_font (deck,
                          patron_record_get_text (strategy, "brand_font"));
  for (guint i = 0; i < items->len; i++)
    {
      const PatronDeckItem *item = g_ptr_array_index (items, i);

      patron_deck_set_pictures (deck, item->form == PATRON_DECK_PICTURE
                                          || (pictures
                                              && item->form
                                                     != PATRON_DECK_EDITABLE));
      add_slides (deck, document, item, source);
    }
  return deck;
}
