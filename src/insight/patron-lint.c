/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* What a strategy lacks, record by record: a short list, and never a score.
 * Each rule looks at one kind of record; together they ask what a workshop
 * would ask of a map on the wall: who does what, for whom, and how is it
 * known? */

#include "config.h"

#include "patron-lint.h"

#include <glib/gi18n-lib.h>

/* Half a year. */
#define STALE_DAYS 183

typedef struct
{
  PatronDocument *document;
  gint64          today;
  GPtrArray      *findings;
} Lint;

typedef void (*Rule) (Lint         *self,
                      PatronRecord *record,
                      const char   *title);

static void
finding_free (gpointer data)
{
  PatronFinding *self = data;

  g_object_unref (self->record);
  g_free (self->message);
  g_free (self);
}

static void add (Lint         *self,
                 PatronRecord *record,
                 const char   *format,
                 ...) G_GNUC_PRINTF (3, 4);

static void
add (Lint         *self,
     PatronRecord *record,
     const char   *format,
     ...)
{
  PatronFinding *finding = g_new0 (PatronFinding, 1);
  va_list args;

  va_start (args, format);
  finding->record = g_object_ref (record);
  finding->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->findings, finding);
}

static gboolean
lacks (PatronRecord *record,
       const char   *field)
{
  return patron_record_get (record, field)->type == PATRON_VALUE_NULL;
}

static gboolean
is_choice (PatronRecord *record,
           const char   *field,
           const char   *choice)
{
  return g_strcmp0 (patron_record_get_text (record, field), choice) == 0;
}

/* The choice that the record's reference holds in a field. */
static gboolean
refers_to (Lint         *self,
           PatronRecord *record,
           const char   *reference,
           const char   *field,
           const char   *choice)
{
  g_autoptr (PatronRecord) target = patron_document_get_record (
      self->document, reference,
      patron_record_get_integer (record, reference));

  return target != NULL && is_choice (target, field, choice);
}

static void
check_stage (Lint         *self,
             PatronRecord *stage,
             const char   *title)
{
  g_autoptr (GListModel) cards = patron_document_list_of (
      self->document, "card", "stage", patron_record_get_id (stage));

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (PatronRecord) card = g_list_model_get_item (cards, i);

      if (refers_to (self, card, "lane", "kind", "doing")
          || refers_to (self, card, "lane", "kind", "touchpoint"))
        return;
    }
  /* Translators: %s is the name of a stage of a journey. */
  add (self, stage, _("Stage “%s” does not say what the customer does."),
       title);
}

static void
check_card (Lint         *self,
            PatronRecord *card,
            const char   *title)
{
  if (refers_to (self, card, "lane", "kind", "opportunity")
      && lacks (card, "evidence"))
    add (self, card, _("Opportunity “%s” has no evidence."), title);
}

static void
check_journey (Lint         *self,
               PatronRecord *journey,
               const char   *title)
{
  if (lacks (journey, "segment") && lacks (journey, "portrait"))
    add (self, journey,
         _("Journey “%s” is nobody’s: it has no segment and no portrait."),
         title);
  if (lacks (journey, "reviewed"))
    add (self, journey, _("Journey “%s” was never reviewed."), title);
  else if (patron_record_get_integer (journey, "reviewed")
           < self->today - STALE_DAYS)
    add (self, journey,
         _("Journey “%s” was not reviewed for half a year."), title);
}

static void
check_portrait (Lint         *self,
                PatronRecord *portrait,
                const char   *title)
{
  gint64 id = patron_record_get_id (portrait);
  gint64 segment = patron_record_get_integer (portrait, "segment");
  g_autoptr (GListModel) journeys
      = patron_document_list (self->document, "journey");

  for (guint i = 0; i < g_list_model_get_n_items (journeys); i++)
    {
      g_autoptr (PatronRecord) journey = g_list_model_get_item (journeys, i);

      if (patron_record_get_integer (journey, "portrait") == id
          || (segment != 0
              && patron_record_get_integer (journey, "segment") == segment))
        return;
    }
  add (self, portrait, _("Portrait “%s” goes on no journey."), title);
}

/* A pair is one from either side. */
static gboolean
is_paired (Lint         *self,
           PatronRecord *kpi)
{
  g_autoptr (GListModel) others = patron_document_list_of (
      self->document, "kpi", "counterpart", patron_record_get_id (kpi));

  return !lacks (kpi, "counterpart")
         || g_list_model_get_n_items (others) > 0;
}

static void
check_kpi (Lint         *self,
           PatronRecord *kpi,
           const char   *title)
{
  g_autoptr (GListModel) targets = patron_document_list_of (
      self->document, "target", "kpi", patron_record_get_id (kpi));

  if (!is_paired (self, kpi))
    add (self, kpi, _("KPI “%s” has no counter-metric."), title);
  if (lacks (kpi, "owner"))
    add (self, kpi, _("KPI “%s” has no owner."), title);
  if (g_list_model_get_n_items (targets) > 0 && lacks (kpi, "baseline"))
    add (self, kpi, _("KPI “%s” has a target, but no baseline."), title);
}

static void
check_goal (Lint         *self,
            PatronRecord *goal,
            const char   *title)
{
  if (is_choice (goal, "kind", "goal") && lacks (goal, "kpi"))
    add (self, goal, _("Goal “%s” has no KPI."), title);
}

static const struct
{
  const char *entity;
  Rule        rule;
} rules[] = {
  { "portrait", check_portrait }, { "journey", check_journey },
  { "stage", check_stage },       { "card", check_card },
  { "goal", check_goal },         { "kpi", check_kpi },
};

/**
 * patron_lint:
 * @today: the day on which it is asked, see patron_date_today()
 *
 * Looks for what a strategy lacks: a stage without anything that the customer
 * does, an opportunity without evidence, a journey of nobody or not reviewed
 * for half a year, a portrait without a journey, a goal without a KPI, a KPI
 * without a counter-metric or an owner, a target without a baseline.
 *
 * Returns: (transfer full) (element-type PatronFinding): what it lacks, in
 *   the order of the pages
 */
GPtrArray *
patron_lint (PatronDocument *document,
             gint64          today)
{
  Lint self = { document, today,
                g_ptr_array_new_with_free_func (finding_free) };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GListModel) records
          = patron_document_list (document, rules[i].entity);

      for (guint j = 0; j < g_list_model_get_n_items (records); j++)
        {
          g_autoptr (PatronRecord) record
              = g_list_model_get_item (records, j);
          g_autofree char *title = patron_record_get_title (record);

          rules[i].rule (&self, record, title);
        }
    }
  return self.findings;
}
