/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

#include <glib/gi18n-lib.h>

/* The context menus of the map. Every command has a key as well. */

static void
append (GMenu      *menu,
        const char *label,
        const char *action)
{
  g_menu_append (menu, label, action);
}

static void
append_section (GMenu *menu,
                GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_submenu (GMenu      *menu,
                const char *label,
                GMenu      *submenu)
{
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

static void
append_kinds (GMenu             *menu,
              const char *const *kinds)
{
  const PatronEntity *lane
      = patron_registry_lookup (patron_registry_get_default (), "lane");
  const PatronField *field = patron_entity_get_field (lane, "kind");

  for (; *kinds != NULL; kinds++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (
          patron_field_get_choice_label (field, *kinds), NULL);

      g_menu_item_set_action_and_target (item, "journey.add-lane", "s",
                                         *kinds);
      g_menu_append_item (menu, item);
    }
}

/**
 * patron_journey_grid_make_lane_menu:
 *
 * Returns: (transfer full): the kinds of lane that can be added
 */
GMenu *
patron_journey_grid_make_lane_menu (void)
{
  static const char *const customer[]
      = { "touchpoint", "doing", "thinking", "feeling", "quote", NULL };
  static const char *const findings[]
      = { "pain", "gain", "opportunity", "kpi", NULL };
  static const char *const blueprint[]
      = { "evidence", "actor",  "frontstage", "backstage",
          "support",  "system", "time",       NULL };
  static const char *const others[] = { "image", "text", NULL };
  const char *const *const sections[] = { customer, findings };
  GMenu *menu = g_menu_new ();
  GMenu *section;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      section = g_menu_new ();
      append_kinds (section, sections[i]);
      append_section (menu, section);
    }
  section = g_menu_new ();
  append_kinds (section, blueprint);
  append_submenu (menu, C_("lanes", "Service Blueprint"), section);
  section = g_menu_new ();
  append_kinds (section, others);
  append_section (menu, section);
  return menu;
}

static GMenu *
make_card_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();
  GMenu *move = g_menu_new ();

  append (section, _("_Edit Title"), "journey.edit");
  append (section, _("_Add Card"), "journey.add-card");
  append (section, _("Du_plicate"), "journey.duplicate");
  append_section (menu, section);
  append (move, _("_Up"), "journey.move-up");
  append (move, _("_Down"), "journey.move-down");
  append (move, _("To the _Previous Stage"), "journey.move-back");
  append (move, _("To the _Next Stage"), "journey.move-forward");
  section = g_menu_new ();
  append_submenu (section, _("_Move"), move);
  append_section (menu, section);
  section = g_menu_new ();
  append (section, _("_Remove"), "journey.remove");
  append_section (menu, section);
  return menu;
}

static GMenu *
make_stage_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  append (section, _("_Rename"), "journey.edit");
  append (section, _("Du_plicate"), "journey.duplicate");
  append_section (menu, section);
  section = g_menu_new ();
  append (section, _("Insert Stage _Before"), "journey.insert-stage-before");
  append (section, _("Insert Stage _After"), "journey.insert-stage-after");
  append_section (menu, section);
  section = g_menu_new ();
  append (section, _("Move Towards the _Start"), "journey.stage-back");
  append (section, _("Move Towards the E_nd"), "journey.stage-forward");
  append_section (menu, section);
  section = g_menu_new ();
  append (section, _("Remove _Stage"), "journey.remove");
  append_section (menu, section);
  return menu;
}

static GMenu *
make_lane_menu (gboolean hidden)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  append (section, _("_Rename"), "journey.edit");
  append (section, _("Du_plicate"), "journey.duplicate");
  append (section, hidden ? _("_Show Lane") : _("_Hide Lane"),
          "journey.toggle-lane");
  append_section (menu, section);
  section = g_menu_new ();
  append (section, _("Move _Up"), "journey.lane-up");
  append (section, _("Move _Down"), "journey.lane-down");
  append_section (menu, section);
  section = g_menu_new ();
  append_submenu (section, _("_Add Lane"),
                  patron_journey_grid_make_lane_menu ());
  append_section (menu, section);
  section = g_menu_new ();
  append (section, _("Remove _Lane"), "journey.remove");
  append_section (menu, section);
  return menu;
}

static GMenu *
make_slot_menu (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _("_Add Card"), "journey.add-card");
  append (menu, _("Insert Stage _Before"), "journey.insert-stage-before");
  append (menu, _("Insert Stage A_fter"), "journey.insert-stage-after");
  return menu;
}

static GMenu *
make_menu (PatronJourneyGrid        *self,
           const PatronJourneyPlace *place)
{
  PatronRecord *record = patron_journey_map_get_record (self->map, place);

  switch (place->kind)
    {
    case PATRON_JOURNEY_AT_CARD:
      return make_card_menu ();
    case PATRON_JOURNEY_AT_STAGE:
      return make_stage_menu ();
    case PATRON_JOURNEY_AT_LANE:
      return make_lane_menu (patron_record_get_integer (record, "hidden")
                             == 1);
    case PATRON_JOURNEY_AT_SLOT:
      return make_slot_menu ();
    case PATRON_JOURNEY_AT_ADD_LANE:
      return patron_journey_grid_make_lane_menu ();
    case PATRON_JOURNEY_AT_ADD_STAGE:
    case PATRON_JOURNEY_AT_NOWHERE:
    default:
      return NULL;
    }
}

/**
 * patron_journey_grid_popup_menu:
 *
 * Opens the menu of what is at a place; the cursor goes there.
 */
void
patron_journey_grid_popup_menu (PatronJourneyGrid        *self,
                                const PatronJourneyPlace *place)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *target;
  graphene_rect_t bounds;
  g_autoptr (GMenu) menu = NULL;

  patron_journey_grid_end_edit (self);
  patron_journey_grid_set_cursor (self, place, TRUE);
  menu = make_menu (self, &self->cursor);
  target = patron_journey_grid_get_widget (self, &self->cursor);
  if (menu == NULL || target == NULL
      || !gtk_widget_compute_bounds (target, widget, &bounds))
    return;

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, widget);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu),
                                   G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->menu),
      &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width,
                        bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
