/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* Whether a goal is specific, measurable, attainable yet challenging,
 * relevant and timed: each letter is judged from what the strategy holds. */

#include "config.h"

#include "patron-smart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-date.h"

static void
finding_free (gpointer data)
{
  PatronSmartFinding *self = data;

  g_free (self->evidence);
  g_free (self->mend);
  g_free (self);
}

/* patron_smart_add:
 * @evidence: (transfer full): a sentence or two
 * @mend: (nullable): likewise
 */
void
patron_smart_add (PatronSmart        *self,
                  PatronSmartLetter   letter,
                  PatronSmartVerdict  verdict,
                  char               *evidence,
                  const char         *mend)
{
  PatronSmartFinding *finding = g_new (PatronSmartFinding, 1);

  *finding = (PatronSmartFinding) { letter, verdict, evidence,
                                    g_strdup (mend) };
  g_ptr_array_add (self->findings, finding);
}

/**
 * patron_smart_get_name:
 *
 * Returns: (transfer none): what the letter stands for
 */
const char *
patron_smart_get_name (PatronSmartLetter letter)
{
  static const char *const names[PATRON_N_SMART_LETTERS]
      = { NC_("smart", "Specific"), NC_("smart", "Measurable"),
          NC_("smart", "Attainable"), NC_("smart", "Relevant"),
          NC_("smart", "Time-bound") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "smart", names[letter]);
}

/**
 * patron_smart_get_verdict:
 * @findings: (element-type PatronSmartFinding):
 *
 * Returns: the worst that was found of a letter
 */
PatronSmartVerdict
patron_smart_get_verdict (const GPtrArray  *findings,
                          PatronSmartLetter letter)
{
  PatronSmartVerdict verdict = PATRON_SMART_NONE;

  for (guint i = 0; i < findings->len; i++)
    {
      const PatronSmartFinding *finding = g_ptr_array_index (findings, i);

      if (finding->letter == letter)
        verdict = MAX (verdict, finding->verdict);
    }
  return verdict;
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';
  return n;
}

static void
check_title (PatronSmart *self)
{
  const char *title = patron_record_get_text (self->node->goal, "title");
  g_autofree char *vague = NULL;
  g_autofree char *second = NULL;

  if (title == NULL)
    {
      patron_smart_add (self, PATRON_SMART_SPECIFIC, PATRON_SMART_MISSED,
                        g_strdup (_("It has no title.")),
                        _("Say in one sentence what will be different."));
      return;
    }
  vague = patron_smart_find_vague (title, isfinite (self->node->target));
  second = patron_smart_find_second (title);
  if (vague != NULL)
    patron_smart_add (
        self, PATRON_SMART_SPECIFIC, PATRON_SMART_PARTLY,
        /* Translators: a word of a goal. */
        g_strdup_printf (_("“%s” can mean anything."), vague),
        _("Say what, how much and for whom."));
  if (second != NULL)
    patron_smart_add (
        self, PATRON_SMART_SPECIFIC, PATRON_SMART_PARTLY,
        /* Translators: words of a goal, such as “and reduce”. */
        g_strdup_printf (_("“%s” begins a second goal."), second),
        _("Make two goals of it: one may be met without the other."));
  if (vague == NULL && second == NULL && count_words (title) < 3
      && self->node->kind == PATRON_GOAL_KIND_SMART)
    patron_smart_add (self, PATRON_SMART_SPECIFIC, PATRON_SMART_PARTLY,
                      g_strdup (_("The title is too short to say what will "
                                  "be different.")),
                      _("Say what, how much and for whom."));
}

static void
check_specific (PatronSmart *self)
{
  const char *owner = patron_record_get_text (self->node->goal, "owner");

  check_title (self);
  if (owner == NULL)
    patron_smart_add (self, PATRON_SMART_SPECIFIC, PATRON_SMART_PARTLY,
                      g_strdup (_("Nobody owns it.")),
                      _("Name the one person who answers for it."));
  else if (patron_smart_get_verdict (self->findings, PATRON_SMART_SPECIFIC)
           == PATRON_SMART_NONE)
    patron_smart_add (
        self, PATRON_SMART_SPECIFIC, PATRON_SMART_MET,
        /* Translators: the name of a person. */
        g_strdup_printf (_("It says one thing, and %s answers for it."),
                         owner),
        NULL);
}

/* The business goal that this one serves, one through another, or NULL. */
static const PatronGoalNode *
find_business (const PatronSmart *self)
{
  for (int i = self->node->parent; i >= 0;
       i = patron_goal_tree_get (self->tree, (guint) i)->parent)
    if (patron_goal_tree_get (self->tree, (guint) i)->kind
        == PATRON_GOAL_KIND_BUSINESS)
      return patron_goal_tree_get (self->tree, (guint) i);
  return NULL;
}

static void
check_business (PatronSmart *self)
{
  PatronRecord *goal = self->node->goal;
  const PatronField *field = patron_entity_get_field (
      patron_record_get_entity (goal), "aim");
  const char *aim = patron_record_get_text (goal, "aim");

  if (aim == NULL)
    patron_smart_add (self, PATRON_SMART_RELEVANT, PATRON_SMART_PARTLY,
                      g_strdup (_("It names none of the main objectives.")),
                      _("Choose the one that it is about."));
  else
    patron_smart_add (
        self, PATRON_SMART_RELEVANT, PATRON_SMART_MET,
        /* Translators: a main objective, such as “Profit”. */
        g_strdup_printf (_("It is about a main objective: %s."),
                         patron_field_get_choice_label (field, aim)),
        NULL);
}

static void
check_relevant (PatronSmart *self)
{
  const PatronGoalNode *business;
  g_autofree char *title = NULL;

  if (self->node->kind == PATRON_GOAL_KIND_BUSINESS)
    {
      check_business (self);
      return;
    }
  business = find_business (self);
  if (business == NULL)
    {
      patron_smart_add (
          self, PATRON_SMART_RELEVANT, PATRON_SMART_MISSED,
          g_strdup (self->node->parent < 0
                        ? _("It is part of no other goal.")
                        : _("What it is part of serves no business goal.")),
          _("Say which business goal it serves, or drop it."));
      return;
    }
  title = patron_record_get_title (business->goal);
  patron_smart_add (
      self, PATRON_SMART_RELEVANT, PATRON_SMART_MET,
      /* Translators: the title of a business goal. */
      g_strdup_printf (_("It serves the business goal “%s”."), title), NULL);
}

static void
check_dates (PatronSmart *self,
             gint64       starts,
             gint64       due)
{
  const PatronGoalNode *whole
      = self->node->parent >= 0
            ? patron_goal_tree_get (self->tree, (guint) self->node->parent)
            : NULL;
  gint64 end = whole != NULL ? patron_record_get_integer (whole->goal, "due")
                             : 0;
  g_autofree char *from = patron_date_format (starts);
  g_autofree char *to = patron_date_format (due);
  g_autofree char *limit = patron_date_format (end);

  if (due <= starts)
    patron_smart_add (self, PATRON_SMART_TIMED, PATRON_SMART_MISSED,
                      g_strdup (_("It is due before it starts.")),
                      _("Change one of the dates."));
  else if (end != 0 && due > end)
    patron_smart_add (
        self, PATRON_SMART_TIMED, PATRON_SMART_PARTLY,
        /* Translators: two dates. */
        g_strdup_printf (_("It is due on %s, later than what it is part of: "
                           "%s."),
                         to, limit),
        _("Bring it forward, or put off the whole."));
  else if (self->node->late)
    patron_smart_add (
        self, PATRON_SMART_TIMED, PATRON_SMART_PARTLY,
        g_strdup_printf (_("It was due on %s."), to),
        _("Say that it is accomplished, or set another date and why."));
  else
    patron_smart_add (self, PATRON_SMART_TIMED, PATRON_SMART_MET,
                      /* Translators: two dates. */
                      g_strdup_printf (_("It runs from %s to %s."), from, to),
                      NULL);
}

static void
check_timed (PatronSmart *self)
{
  gint64 starts = patron_record_get_integer (self->node->goal, "starts");
  gint64 due = patron_record_get_integer (self->node->goal, "due");

  if (due == 0)
    patron_smart_add (self, PATRON_SMART_TIMED, PATRON_SMART_MISSED,
                      g_strdup (_("It has no due date.")),
                      _("Say by when it will be met."));
  if (starts == 0)
    patron_smart_add (self, PATRON_SMART_TIMED, PATRON_SMART_PARTLY,
                      g_strdup (_("It has no start, so the pace cannot be "
                                  "judged.")),
                      _("Say when work begins."));
  if (due != 0 && starts != 0)
    check_dates (self, starts, due);
}

/**
 * patron_smart_check:
 * @index: the index of a goal of @tree
 *
 * Judges a goal. Of business goals, objectives and initiatives only the
 * letters are asked that fit them.
 *
 * Returns: (transfer full) (element-type PatronSmartFinding): what was found,
 *   in the order of the letters; at least one of each letter asked
 */
GPtrArray *
patron_smart_check (const PatronGoalTree *tree,
                    guint                 index)
{
  PatronSmart self = {
    .tree = tree,
    .index = index,
    .node = patron_goal_tree_get (tree, index),
    .findings = g_ptr_array_new_with_free_func (finding_free),
  };

  check_specific (&self);
  if (self.node->kind == PATRON_GOAL_KIND_SMART)
    {
      patron_smart_check_measure (&self);
      patron_smart_check_reach (&self);
    }
  else if (self.node->kind != PATRON_GOAL_KIND_INITIATIVE)
    patron_smart_check_parts (&self);
  check_relevant (&self);
  check_timed (&self);
  return self.findings;
}
