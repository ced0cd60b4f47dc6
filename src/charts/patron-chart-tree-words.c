/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What is said of the nodes of a tree. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-tree-private.h"

#define MOST_TOLD 12

static void
add_fact (GString    *facts,
          const char *fact)
{
  g_autofree char *clean = patron_text_clean (fact);

  if (*clean == '\0')
    return;
  if (facts->len > 0)
    g_string_append (facts, " \xc2\xb7 ");
  g_string_append (facts, clean);
}

/* patron_tree_write_facts:
 * @details: whether all that is known is said
 *
 * Returns: (transfer full): what the tone of a point means, its value, and
 *   what else is said of it
 */
char *
patron_tree_write_facts (const PatronChart       *chart,
                         const PatronFormat      *format,
                         const PatronChartPoints *points,
                         gsize                    i,
                         gboolean                 details)
{
  GString *facts = g_string_new (NULL);
  PatronTone tone
    = points->marks != NULL ? PATRON_POINT_TONE (points->marks[i]) : 0;

  if (points->marks != NULL && tone < PATRON_N_TONES)
    add_fact (facts, chart->tones[tone]);
  if (isfinite (points->y[i]))
    {
      g_autofree char *value = patron_format_value (format, points->y[i]);

      add_fact (facts, value);
    }
  if (details && points->details != NULL)
    add_fact (facts, points->details[i]);
  return g_string_free (facts, FALSE);
}

static void
tell (GString               *text,
      const PatronChart     *chart,
      const PatronChartData *data,
      const PatronTree      *tree,
      guint                  index)
{
  const PatronTreeNode *node = &tree->nodes[index];
  const PatronChartPoints *points = &g_array_index (data->series,
                                                    PatronChartPoints, 0);
  PatronFormat format = patron_chart_value_format (chart, data);
  g_autofree char *name = patron_chart_name_category (data, points,
                                                      node->point);
  g_autofree char *facts = patron_tree_write_facts (chart, &format, points,
                                                    node->point, TRUE);
  g_autofree char *whole = NULL;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (node->parent >= 0)
    whole = patron_chart_name_category (data, points,
                                        tree->nodes[node->parent].point);
  if (whole != NULL && *facts != '\0')
    /* Translators: something, what it is part of, and what is said of it. */
    g_string_append_printf (text, _("%s, part of %s: %s."), name, whole,
                            facts);
  else if (whole != NULL)
    /* Translators: something, and what it is part of. */
    g_string_append_printf (text, _("%s, part of %s."), name, whole);
  else if (*facts != '\0')
    /* Translators: something, and what is said of it. */
    g_string_append_printf (text, C_("tree", "%s: %s."), name, facts);
  else
    g_string_append_printf (text, "%s.", name);
}

/* patron_chart_describe_tree:
 *
 * Returns: (transfer full) (nullable): what stands in the tree, level by level
 */
char *
patron_chart_describe_tree (const PatronChart     *self,
                            const PatronChartData *data)
{
  g_autoptr (PatronTree) tree = patron_tree_new (data);
  GString *text = g_string_new (NULL);
  guint told = 0;

  for (guint level = 0; level < tree->n_levels && told < MOST_TOLD; level++)
    for (guint i = 0; i < tree->n && told < MOST_TOLD; i++)
      if (tree->nodes[i].depth == level)
        {
          tell (text, self, data, tree, i);
          told++;
        }
  return g_string_free (text, text->len == 0);
}
