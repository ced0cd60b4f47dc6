/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goal-smart.h"

#include <glib/gi18n-lib.h>

#include "patron-smart.h"

/**
 * PatronGoalSmart:
 *
 * What is found of a goal, letter by letter: the verdict, the evidence, and
 * what would mend it.
 */
struct _PatronGoalSmart
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget           *rows[PATRON_N_SMART_LETTERS];
  GtkWidget           *marks[PATRON_N_SMART_LETTERS];
  GtkLabel            *verdicts[PATRON_N_SMART_LETTERS];
};

G_DEFINE_FINAL_TYPE (PatronGoalSmart, patron_goal_smart, ADW_TYPE_BIN)

static const PatronSmartLook looks[] = {
  [PATRON_SMART_NONE] = { "", "content-loading-symbolic", "dim-label" },
  [PATRON_SMART_MET] = { NC_("smart", "Yes"), "object-select-symbolic",
                         "goal-good" },
  [PATRON_SMART_OPEN] = { NC_("smart", "Open"), "content-loading-symbolic",
                          "dim-label" },
  [PATRON_SMART_PARTLY] = { NC_("smart", "Partly"), "dialog-warning-symbolic",
                            "goal-warning" },
  [PATRON_SMART_MISSED] = { NC_("smart", "No"), "process-stop-symbolic",
                            "goal-bad" },
};

/**
 * patron_goal_smart_set_look:
 *
 * Gives an image the shape and the colour of a verdict.
 */
void
patron_goal_smart_set_look (GtkWidget         *image,
                            PatronSmartVerdict verdict)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (image, looks[i].css_class);
  gtk_widget_add_css_class (image, looks[verdict].css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), looks[verdict].icon_name);
}

/**
 * patron_goal_smart_get_label:
 *
 * Returns: (transfer none): a verdict in a word
 */
const char *
patron_goal_smart_get_label (PatronSmartVerdict verdict)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "smart", looks[verdict].label);
}

static void
patron_goal_smart_class_init (PatronGoalSmartClass *klass)
{
}

static void
add_row (PatronGoalSmart  *self,
         PatronSmartLetter letter)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *verdict = gtk_label_new (NULL);

  self->rows[letter] = row;
  self->marks[letter] = g_object_new (
      GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
      "pixel-size", 16, NULL);
  self->verdicts[letter] = GTK_LABEL (verdict);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 patron_smart_get_name (letter));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->marks[letter]);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), verdict);
  gtk_widget_set_valign (self->marks[letter], GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (verdict, "caption");
  adw_preferences_group_add (self->group, row);
}

static void
patron_goal_smart_init (PatronGoalSmart *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  for (int i = 0; i < PATRON_N_SMART_LETTERS; i++)
    add_row (self, (PatronSmartLetter) i);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
patron_goal_smart_new (void)
{
  return g_object_new (PATRON_TYPE_GOAL_SMART, NULL);
}

static char *
write_findings (GPtrArray        *findings,
                PatronSmartLetter letter)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const PatronSmartFinding *finding = g_ptr_array_index (findings, i);

      if (finding->letter != letter)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, finding->evidence);
      if (finding->mend != NULL)
        {
          g_string_append (text, "\n→ ");
          g_string_append (text, finding->mend);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_letter (PatronGoalSmart  *self,
             GPtrArray        *findings,
             PatronSmartLetter letter)
{
  PatronSmartVerdict verdict = patron_smart_get_verdict (findings, letter);
  GtkWidget *mark = self->marks[letter];
  g_autofree char *text = write_findings (findings, letter);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->rows[letter], verdict != PATRON_SMART_NONE);
  if (verdict == PATRON_SMART_NONE)
    return;
  patron_goal_smart_set_look (mark, verdict);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[letter]), text);
  gtk_label_set_text (self->verdicts[letter],
                      patron_goal_smart_get_label (verdict));
  label = g_strdup_printf (
      /* Translators: a letter of SMART, and yes, no or partly. */
      _("%s: %s"), patron_smart_get_name (letter),
      gtk_label_get_text (self->verdicts[letter]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[letter]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/**
 * patron_goal_smart_show:
 * @index: of a goal of @tree
 *
 * Judges the goal again.
 */
void
patron_goal_smart_show (PatronGoalSmart      *self,
                        const PatronGoalTree *tree,
                        int                   index)
{
  g_autoptr (GPtrArray) findings = patron_smart_check (tree, (guint) index);
  gboolean smart = patron_goal_tree_get (tree, (guint) index)->kind
                   == PATRON_GOAL_KIND_SMART;
  guint n = 0;
  guint n_met = 0;
  g_autofree char *summary = NULL;

  for (int i = 0; i < PATRON_N_SMART_LETTERS; i++)
    {
      PatronSmartVerdict verdict
          = patron_smart_get_verdict (findings, (PatronSmartLetter) i);

      show_letter (self, findings, (PatronSmartLetter) i);
      n += verdict != PATRON_SMART_NONE;
      n_met += verdict == PATRON_SMART_MET;
    }
  /* Translators: of so many questions, how many are answered with yes. */
  summary = g_strdup_printf (_("%u of %u are met."), n_met, n);
  adw_preferences_group_set_title (self->group,
                                   smart ? _("SMART Check") : _("Check"));
  adw_preferences_group_set_description (self->group, summary);
}
