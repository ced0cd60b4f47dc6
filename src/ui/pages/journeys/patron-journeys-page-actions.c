/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journeys-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-journey-edit.h"

/* What can be done with journeys as a whole, and with the view of one. */

#define ZOOM_STEP 1.2

static PatronDocument *
get_document (PatronJourneysPage *self)
{
  return patron_page_get_document (PATRON_PAGE (self));
}

static PatronJourneyMap *
get_map (PatronJourneysPage *self)
{
  return patron_journey_grid_get_map (self->grid);
}

/* Shows what was made; takes @made and @error. */
static void
open_made (PatronJourneysPage *self,
           PatronRecord       *made,
           GError             *error)
{
  g_autoptr (PatronRecord) journey = made;
  g_autoptr (GError) problem = error;

  patron_page_report (PATRON_PAGE (self), problem);
  if (journey != NULL)
    patron_journeys_page_show (self, journey);
}

static void
show_properties (PatronJourneysPage *self)
{
  patron_side_pane_set_shown (self->side, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->pane));
}

static void
new_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (widget);
  GError *error = NULL;
  PatronRecord *journey;

  if (get_document (self) == NULL)
    return;
  journey = strcmp (name, "journeys.new") == 0
                ? patron_journey_new_five_steps (get_document (self), NULL,
                                                 &error)
                : patron_journey_new_blank (get_document (self), NULL,
                                            &error);
  open_made (self, journey, error);
  /* The first thing to do is to name it; the map is not to be covered. */
  if (journey != NULL && !patron_side_pane_get_folded (self->side))
    show_properties (self);
  else if (journey != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (widget);
  gboolean to_be = strcmp (name, "journeys.duplicate-to-be") == 0;
  GError *error = NULL;
  PatronRecord *journey;

  if (self->shown == NULL)
    return;
  journey = to_be ? patron_journey_duplicate_to_be (get_document (self),
                                                    self->shown, &error)
                  : patron_document_duplicate (get_document (self),
                                               self->shown, &error);
  open_made (self, journey, error);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (self->shown == NULL)
    return;
  title = patron_record_get_title (self->shown);
  /* Translators: %s is the title of a journey. */
  message = g_strdup_printf (_("Journey “%s” removed"), title);
  if (patron_document_remove (get_document (self), self->shown, &error))
    patron_page_removed (PATRON_PAGE (self), message);
  else
    patron_page_report (PATRON_PAGE (self), error);
}

static void
rename_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (widget);

  patron_journey_grid_select (self->grid, NULL);
  show_properties (self);
}

static void
properties_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  show_properties (PATRON_JOURNEYS_PAGE (widget));
}

static void
counterpart_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (widget);
  g_autoptr (PatronRecord) other = NULL;

  if (self->shown == NULL)
    return;
  other = patron_document_get_record (
      get_document (self), "journey",
      patron_record_get_integer (self->shown, "counterpart"));
  if (other != NULL)
    patron_journeys_page_show (self, other);
}

static void
fill_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (self->shown == NULL)
    return;
  patron_journey_fill_five_steps (get_document (self), self->shown, &error);
  patron_page_report (PATRON_PAGE (self), error);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (widget);

  if (strcmp (name, "journeys.add-stage") == 0)
    patron_journey_grid_add_stage (self->grid);
  else if (strcmp (name, "journeys.add-lane") == 0)
    patron_journey_grid_add_lane (self->grid, NULL);
  else
    patron_journey_grid_add_lane (self->grid, "touchpoint");
}

static void
zoom_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (widget);
  double zoom = patron_journey_grid_get_zoom (self->grid);

  if (strcmp (name, "journeys.zoom-in") == 0)
    zoom *= ZOOM_STEP;
  else if (strcmp (name, "journeys.zoom-out") == 0)
    zoom /= ZOOM_STEP;
  else
    zoom = 1;
  /* Steps in and out lead through the normal size again. */
  if (zoom > 0.95 && zoom < 1.05)
    zoom = 1;
  patron_journey_grid_set_zoom (self->grid, zoom);
}

static void
close_pane_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (widget);

  patron_journeys_pane_flush (self->pane);
  patron_side_pane_set_shown (self->side, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* Escape puts the pane away, from inside of it alone. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  PatronJourneysPage *self = PATRON_JOURNEYS_PAGE (widget);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->pane)) == NULL)
    return FALSE;
  close_pane_cb (widget, NULL, NULL);
  return TRUE;
}

/**
 * patron_journeys_page_update_actions:
 *
 * Which actions can be done now.
 */
void
patron_journeys_page_update_actions (PatronJourneysPage *self)
{
  static const char *const writing[]
      = { "journeys.add-stage",        "journeys.add-lane",
          "journeys.add-touchpoints",  "journeys.fill",
          "journeys.duplicate",        "journeys.duplicate-to-be",
          "journeys.remove" };
  GtkWidget *widget = GTK_WIDGET (self);
  PatronDocument *document = get_document (self);
  gboolean writable
      = document != NULL && !patron_document_get_read_only (document);
  gboolean shown = self->shown != NULL;

  patron_journey_grid_update_actions (self->grid);
  gtk_widget_action_set_enabled (widget, "journeys.new", writable);
  gtk_widget_action_set_enabled (widget, "journeys.new-empty", writable);
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (widget, writing[i], writable && shown);
  gtk_widget_action_set_enabled (widget, "journeys.rename", shown);
  gtk_widget_action_set_enabled (
      widget, "journeys.show-hidden",
      shown && patron_journey_map_get_n_hidden (get_map (self)) > 0);
}

static void
install_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "journeys.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "journeys.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "journeys.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "journeys.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "journeys.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "journeys.zoom-reset" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "journeys.zoom-reset" },
    { GDK_KEY_Return, GDK_ALT_MASK, "journeys.properties" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key,
                                         keys[i].modifiers, keys[i].action,
                                         NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);
}

void
patron_journeys_page_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char                    *name;
    GtkWidgetActionActivateFunc    activate;
  } actions[] = {
    { "journeys.new", new_cb },
    { "journeys.new-empty", new_cb },
    { "journeys.duplicate", duplicate_cb },
    { "journeys.duplicate-to-be", duplicate_cb },
    { "journeys.remove", remove_cb },
    { "journeys.rename", rename_cb },
    { "journeys.properties", properties_cb },
    { "journeys.counterpart", counterpart_cb },
    { "journeys.fill", fill_cb },
    { "journeys.add-stage", add_cb },
    { "journeys.add-lane", add_cb },
    { "journeys.add-touchpoints", add_cb },
    { "journeys.zoom-in", zoom_cb },
    { "journeys.zoom-out", zoom_cb },
    { "journeys.zoom-reset", zoom_cb },
    { "journeys.close-pane", close_pane_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL,
                                     actions[i].activate);
  gtk_widget_class_install_property_action (klass, "journeys.show-pane",
                                            "pane-shown");
  gtk_widget_class_install_property_action (klass, "journeys.show-hidden",
                                            "hidden-shown");
  install_keys (klass);
}
