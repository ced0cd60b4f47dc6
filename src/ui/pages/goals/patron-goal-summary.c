/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goal-summary.h"

#include <glib/gi18n-lib.h>

#include "patron-goal-bar.h"
#include "patron-goal-row.h"
#include "patron-goal-smart.h"
#include "patron-goal-words.h"
#include "patron-isolate.h"

/**
 * PatronGoalSummary:
 *
 * How a goal stands and how far it has come, and, for those who ask, how that
 * was computed; below, what the check says, letter by letter, for those who
 * are typing.
 */
struct _PatronGoalSummary
{
  AdwBin         parent_instance;

  GtkWidget     *mark;
  GtkLabel      *status;
  GtkLabel      *progress;
  PatronGoalBar *bar;
  GtkLabel      *note;
  GtkLabel      *formula;
  GtkWidget     *letters[PATRON_N_SMART_LETTERS]; /* buttons */
  GtkWidget     *marks[PATRON_N_SMART_LETTERS];
};

G_DEFINE_FINAL_TYPE (PatronGoalSummary, patron_goal_summary, ADW_TYPE_BIN)

static void
patron_goal_summary_class_init (PatronGoalSummaryClass *klass)
{
}

/* It takes the focus, so that it can be read and copied from, and GTK
 * selects what takes the focus. */
static void
asked_cb (GtkLabel *formula)
{
  gtk_label_select_region (formula, 0, 0);
}

static GtkWidget *
make_ask (PatronGoalSummary *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->formula = GTK_LABEL (label);
  gtk_label_set_wrap (self->formula, TRUE);
  gtk_label_set_max_width_chars (self->formula, 44);
  gtk_label_set_xalign (self->formula, 0);
  gtk_label_set_selectable (self->formula, TRUE);
  gtk_widget_add_css_class (label, "goal-formula");
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (asked_cb), label);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "dialog-question-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("How Was This Computed?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How Was This Computed?"), -1);
  return button;
}

static GtkWidget *
make_letters (PatronGoalSummary *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (int i = 0; i < PATRON_N_SMART_LETTERS; i++)
    {
      const char *name = patron_smart_get_name ((PatronSmartLetter) i);
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
      g_autofree char *letter = g_utf8_substring (name, 0, 1);
      GtkWidget *label = gtk_label_new (letter);

      self->marks[i] = g_object_new (
          GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
          "pixel-size", 14, NULL);
      self->letters[i] = gtk_button_new ();
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (content), label);
      gtk_box_append (GTK_BOX (content), self->marks[i]);
      gtk_button_set_child (GTK_BUTTON (self->letters[i]), content);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->letters[i]),
                                      "goals.show-check");
      gtk_widget_add_css_class (self->letters[i], "flat");
      gtk_widget_add_css_class (self->letters[i], "goal-letter");
      gtk_box_append (GTK_BOX (box), self->letters[i]);
    }
  return box;
}

static void
patron_goal_summary_init (PatronGoalSummary *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *status = gtk_label_new (NULL);
  GtkWidget *progress = gtk_label_new (NULL);
  GtkWidget *note = gtk_label_new (NULL);

  self->mark = patron_goal_mark_new ();
  self->status = GTK_LABEL (status);
  self->progress = GTK_LABEL (progress);
  self->note = GTK_LABEL (note);
  self->bar = PATRON_GOAL_BAR (patron_goal_bar_new ());
  gtk_widget_add_css_class (status, "heading");
  gtk_widget_add_css_class (progress, "numeric");
  gtk_label_set_xalign (self->status, 0);
  gtk_label_set_ellipsize (self->status, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (status, TRUE);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_xalign (self->note, 0);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_add_css_class (box, "goal-summary");
  gtk_box_append (GTK_BOX (line), self->mark);
  gtk_box_append (GTK_BOX (line), status);
  gtk_box_append (GTK_BOX (line), progress);
  gtk_box_append (GTK_BOX (line), make_ask (self));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), make_letters (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
patron_goal_summary_new (void)
{
  return g_object_new (PATRON_TYPE_GOAL_SUMMARY, NULL);
}

static void
add_line (GString *text,
          char    *line)
{
  if (line != NULL && text->len > 0)
    g_string_append_c (text, '\n');
  if (line != NULL)
    g_string_append (text, line);
  g_free (line);
}

static void
show_letters (PatronGoalSummary    *self,
              const PatronGoalTree *tree,
              guint                 index)
{
  g_autoptr (GPtrArray) findings = patron_smart_check (tree, index);

  for (int i = 0; i < PATRON_N_SMART_LETTERS; i++)
    {
      PatronSmartVerdict verdict
          = patron_smart_get_verdict (findings, (PatronSmartLetter) i);
      g_autofree char *text = NULL;

      gtk_widget_set_visible (self->letters[i],
                              verdict != PATRON_SMART_NONE);
      if (verdict == PATRON_SMART_NONE)
        continue;
      text = g_strdup_printf (
          /* Translators: a letter of SMART, and yes, no or partly. */
          _("%s: %s"), patron_smart_get_name ((PatronSmartLetter) i),
          patron_goal_smart_get_label (verdict));
      patron_goal_smart_set_look (self->marks[i], verdict);
      gtk_widget_set_tooltip_text (self->letters[i], text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->letters[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
    }
}

/**
 * patron_goal_summary_show:
 * @index: of a goal of @tree
 */
void
patron_goal_summary_show (PatronGoalSummary    *self,
                          const PatronGoalTree *tree,
                          guint                 index)
{
  const PatronGoalNode *node = patron_goal_tree_get (tree, index);
  g_autofree char *progress = patron_goal_write_progress (node);
  g_autofree char *shown = patron_isolate_number (progress);
  g_autofree char *formula = patron_goal_explain (tree, index);
  g_autoptr (GString) note = g_string_new (NULL);

  add_line (note, patron_goal_write_pace (node));
  add_line (note, patron_goal_write_status (tree, index));
  add_line (note, patron_goal_write_check_in (tree, index));
  patron_goal_mark_set (self->mark, node->status);
  gtk_label_set_text (self->status,
                      patron_goal_status_get_label (node->status));
  gtk_label_set_text (self->progress, shown);
  gtk_label_set_text (self->formula, formula);
  gtk_label_set_text (self->note, note->str);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note->len > 0);
  patron_goal_bar_set (self->bar, node->progress, node->ideal, node->status);
  show_letters (self, tree, index);
}
