/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journeys-pane.h"

#include <glib/gi18n-lib.h>

#include "patron-form.h"

/**
 * PatronJourneysPane:
 *
 * Everything that is known of what is selected on the map, or of the journey
 * itself. A form is made when something is first shown in it.
 */
struct _PatronJourneysPane
{
  AdwBin          parent_instance;

  PatronDocument *document; /* (owned) (nullable) */
  GtkLabel       *title;
  GtkStack       *forms;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (PatronJourneysPane, patron_journeys_pane, ADW_TYPE_BIN)

/* A group of fields in a form: a title, then names of fields. */
typedef struct
{
  const char *entity;
  const char *title; /* (nullable) */
  const char *fields[10];
} Group;

static const Group groups[] = {
  { "journey", NULL,
    { "title", "state", "segment", "portrait", "counterpart" } },
  { "journey", N_("Background"),
    { "scenario", "description", "owner", "reviewed" } },
  { "stage", NULL, { "name", "phase", "step", "goal", "description" } },
  { "stage", N_("Experience"), { "expected", "felt" } },
  { "stage", N_("Who Gets Here"), { "customers", "leaving" } },
  { "lane", NULL, { "name", "kind", "colour", "hidden" } },
  { "card", NULL, { "title", "note", "channel", "owner", "moment" } },
  { "card", N_("Experience"),
    { "expected", "felt", "importance", "consistency" } },
  { "card", N_("Findings"), { "pain", "opportunity", "kpi" } },
  { "card", N_("Service Level"), { "target_time", "escalation", "process" } },
  { "card", N_("Evidence"), { "evidence", "source", "picture" } },
};

static const char *
get_title (const char *entity)
{
  if (g_str_equal (entity, "stage"))
    return _("Stage");
  if (g_str_equal (entity, "lane"))
    return _("Lane");
  if (g_str_equal (entity, "card"))
    return _("Card");
  return _("Journey");
}

static PatronForm *
get_form (PatronJourneysPane *self,
          const char         *entity)
{
  GtkWidget *form = gtk_stack_get_child_by_name (self->forms, entity);

  if (form != NULL)
    return PATRON_FORM (form);
  form = patron_form_new (
      self->document,
      patron_registry_lookup (patron_document_get_registry (self->document),
                              entity));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group;

      if (!g_str_equal (groups[i].entity, entity))
        continue;
      group = patron_form_add_group (
          PATRON_FORM (form),
          groups[i].title != NULL ? _(groups[i].title) : NULL);
      for (const char *const *field = groups[i].fields; *field != NULL;
           field++)
        patron_form_add (PATRON_FORM (form), *field);
      if (g_str_equal (entity, "stage")
          && g_strcmp0 (groups[i].fields[0], "expected") == 0)
        adw_preferences_group_set_description (
            ADW_PREFERENCES_GROUP (group),
            _("Where nothing is said, the mean of the cards counts."));
    }
  gtk_stack_add_named (self->forms, form, entity);
  return PATRON_FORM (form);
}

static gboolean
patron_journeys_pane_grab_focus (GtkWidget *widget)
{
  PatronJourneysPane *self = PATRON_JOURNEYS_PANE (widget);
  GtkWidget *form = gtk_stack_get_visible_child (self->forms);

  return form != NULL && gtk_widget_grab_focus (form);
}

static void
patron_journeys_pane_dispose (GObject *object)
{
  g_clear_object (&PATRON_JOURNEYS_PANE (object)->document);

  G_OBJECT_CLASS (patron_journeys_pane_parent_class)->dispose (object);
}

static void
patron_journeys_pane_class_init (PatronJourneysPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_journeys_pane_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = patron_journeys_pane_grab_focus;
}

static GtkWidget *
make_bar (PatronJourneysPane *self)
{
  GtkWidget *bar = gtk_center_box_new ();
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->title = GTK_LABEL (title);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _("Close Pane"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Close Pane"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close),
                                  "journeys.close-pane");
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (bar), title);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (bar), close);
  return bar;
}

static void
patron_journeys_pane_init (PatronJourneysPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *forms = gtk_stack_new ();

  self->forms = GTK_STACK (forms);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  gtk_stack_set_vhomogeneous (self->forms, FALSE);
  gtk_widget_set_margin_top (forms, 6);
  gtk_widget_set_margin_bottom (forms, 24);
  gtk_widget_set_margin_start (forms, 12);
  gtk_widget_set_margin_end (forms, 12);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, forms);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
patron_journeys_pane_new (void)
{
  return g_object_new (PATRON_TYPE_JOURNEYS_PANE, NULL);
}

/**
 * patron_journeys_pane_set_document:
 * @document: (nullable): whose records are shown
 */
void
patron_journeys_pane_set_document (PatronJourneysPane *self,
                                   PatronDocument     *document)
{
  GtkWidget *form;

  while ((form = gtk_widget_get_first_child (GTK_WIDGET (self->forms)))
         != NULL)
    gtk_stack_remove (self->forms, form);
  g_set_object (&self->document, document);
}

/**
 * patron_journeys_pane_set_record:
 * @record: (nullable): a journey, stage, lane or card
 *
 * Shows another record.
 */
void
patron_journeys_pane_set_record (PatronJourneysPane *self,
                                 PatronRecord       *record)
{
  const char *entity;
  PatronForm *form;
  GtkWidget *other;

  for (other = gtk_widget_get_first_child (GTK_WIDGET (self->forms));
       other != NULL; other = gtk_widget_get_next_sibling (other))
    if (record == NULL
        || gtk_stack_get_visible_child (self->forms) != other)
      patron_form_set_record (PATRON_FORM (other), NULL);
  if (record == NULL || self->document == NULL)
    return;

  entity = patron_record_get_entity (record)->name;
  form = get_form (self, entity);
  if (patron_form_get_record (form) == record)
    return;
  patron_form_set_record (form, record);
  gtk_stack_set_visible_child_name (self->forms, entity);
  gtk_label_set_text (self->title, get_title (entity));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scroller),
                            0);
}

/**
 * patron_journeys_pane_get_record:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
PatronRecord *
patron_journeys_pane_get_record (PatronJourneysPane *self)
{
  GtkWidget *form = gtk_stack_get_visible_child (self->forms);

  return form != NULL ? patron_form_get_record (PATRON_FORM (form)) : NULL;
}

/* Writes what was typed. */
void
patron_journeys_pane_flush (PatronJourneysPane *self)
{
  GtkWidget *form = gtk_stack_get_visible_child (self->forms);

  if (form != NULL)
    patron_form_flush (PATRON_FORM (form));
}
