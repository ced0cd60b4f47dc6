/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-chart-view-private.h"

#include <glib/gi18n-lib.h>

#include "patron-figure.h"
#include "patron-row.h"
#include "patron-scene-view.h"

/**
 * PatronChartView:
 *
 * A chart in full: arrow keys and the pointer walk its values, and it can be
 * copied, exported, printed, read as a table and dragged out of the window.
 */
struct _PatronChartView
{
  AdwBin             parent_instance;

  PatronDocument    *document; /* (owned) */
  PatronQueryResult *result;   /* (owned) (nullable) */
  char              *name;     /* (owned) (nullable) */
  PatronSceneView   *scene;
  GtkWidget         *menu;     /* (owned) a popover */
};

G_DEFINE_FINAL_TYPE (PatronChartView, patron_chart_view, ADW_TYPE_BIN)

static const char *const actions[]
    = { "chart.copy", "chart.show-table", "chart.export", "chart.print" };

/**
 * patron_chart_theme_init:
 * @screen: the theme of a widget
 *
 * Makes the theme of a chart: that of the screen, with the colours of the
 * strategy's brand.
 */
void
patron_chart_theme_init (PatronTheme       *theme,
                         const PatronTheme *screen,
                         PatronDocument    *document)
{
  *theme = *screen;
  patron_figure_set_brand (theme, document);
}

static PatronScene *
lay_out_cb (const PatronTheme *screen,
            PatronMeasurer    *measurer,
            double             width,
            double             height,
            gpointer           data)
{
  PatronChartView *self = data;
  PatronTheme theme;

  if (self->result == NULL)
    return NULL;
  patron_chart_theme_init (&theme, screen, self->document);
  return patron_query_result_layout (self->result, &theme, measurer, width,
                                     height);
}

static void
update_actions (PatronChartView *self)
{
  gboolean full = self->result != NULL && !self->result->empty;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], full);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_autoptr (GdkContentProvider) content
      = patron_chart_copy_new (PATRON_CHART_VIEW (widget));

  if (content == NULL)
    return;
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  gtk_widget_activate_action (widget, "win.toast", "s", _("Chart copied"));
}

static void
table_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  patron_chart_table_present (PATRON_CHART_VIEW (widget));
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  patron_chart_export_present (PATRON_CHART_VIEW (widget));
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  patron_chart_print (PATRON_CHART_VIEW (widget));
}

static void
pop_up (PatronChartView *self,
        double           x,
        double           y)
{
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->menu),
      &(GdkRectangle){ .x = (int) x, .y = (int) y, .width = 1, .height = 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (PatronChartView *self,
            int              n_press,
            double           x,
            double           y)
{
  pop_up (self, x, y);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  pop_up (PATRON_CHART_VIEW (widget), gtk_widget_get_width (widget) / 2.0,
          gtk_widget_get_height (widget) / 2.0);
}

static GMenuModel *
new_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Copy"), "chart.copy");
  g_menu_append (menu, _("Show as _Table"), "chart.show-table");
  g_menu_append (menu, _("_Export…"), "chart.export");
  g_menu_append (menu, _("_Print…"), "chart.print");
  return G_MENU_MODEL (menu);
}

static void
patron_chart_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  GTK_WIDGET_CLASS (patron_chart_view_parent_class)
      ->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (PATRON_CHART_VIEW (widget)->menu));
}

static void
patron_chart_view_dispose (GObject *object)
{
  PatronChartView *self = PATRON_CHART_VIEW (object);

  if (self->scene != NULL)
    patron_scene_view_set_func (self->scene, NULL, NULL, NULL);
  self->scene = NULL;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->result, patron_query_result_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (patron_chart_view_parent_class)->dispose (object);
}

static void
patron_chart_view_class_init (PatronChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_chart_view_dispose;
  widget_class->size_allocate = patron_chart_view_size_allocate;
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "chart.show-table", NULL,
                                   table_cb);
  gtk_widget_class_install_action (widget_class, "chart.export", NULL,
                                   export_cb);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL,
                                   print_cb);
  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c,
                                       GDK_CONTROL_MASK, "chart.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t,
                                       GDK_CONTROL_MASK, "chart.show-table",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p,
                                       GDK_CONTROL_MASK, "chart.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e,
                                       GDK_CONTROL_MASK, "chart.export",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0,
                                       "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10,
                                       GDK_SHIFT_MASK, "chart.menu", NULL);
}

static void
patron_chart_view_init (PatronChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (GMenuModel) menu = new_menu ();
  GtkWidget *view = patron_scene_view_new (NULL);

  self->scene = PATRON_SCENE_VIEW (view);
  patron_scene_view_set_func (self->scene, lay_out_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), view);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click),
                                 GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  patron_chart_drag_install (self, view);
  update_actions (self);
}

/**
 * patron_chart_view_new:
 *
 * Returns: (transfer floating): a view of a chart of @document, none yet
 */
GtkWidget *
patron_chart_view_new (PatronDocument *document)
{
  PatronChartView *self = g_object_new (PATRON_TYPE_CHART_VIEW, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

/**
 * patron_chart_view_set_result:
 * @result: (nullable): the chart
 * @name: (nullable): what it is called
 */
void
patron_chart_view_set_result (PatronChartView   *self,
                              PatronQueryResult *result,
                              const char        *name)
{
  char *copy = g_strdup (name);

  if (result != NULL)
    patron_query_result_ref (result);
  g_clear_pointer (&self->result, patron_query_result_unref);
  self->result = result;
  g_free (self->name);
  self->name = copy;
  patron_scene_view_set_label (self->scene, name != NULL ? name : _("Chart"));
  patron_scene_view_refresh (self->scene);
  update_actions (self);
}

/**
 * patron_chart_view_get_result:
 *
 * Returns: (transfer none) (nullable): the chart
 */
PatronQueryResult *
patron_chart_view_get_result (PatronChartView *self)
{
  return self->result;
}

/**
 * patron_chart_view_get_document:
 *
 * Returns: (transfer none): the document
 */
PatronDocument *
patron_chart_view_get_document (PatronChartView *self)
{
  return self->document;
}

/**
 * patron_chart_view_get_name:
 *
 * Returns: (transfer none): what the chart is called
 */
const char *
patron_chart_view_get_name (PatronChartView *self)
{
  return self->name != NULL ? self->name : _("Chart");
}

/**
 * patron_chart_view_grab_focus:
 *
 * Lets the arrow keys walk the values.
 */
void
patron_chart_view_grab_focus (PatronChartView *self)
{
  /* Whether there are values to walk is known when it is laid out. */
  gtk_widget_set_focusable (GTK_WIDGET (self->scene), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->scene));
}

/* A button elsewhere acts on the view. */
static void
clicked_cb (PatronChartView *self,
            GtkButton       *button)
{
  const char *action = g_object_get_data (G_OBJECT (button), "action");

  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/**
 * patron_chart_view_new_bar:
 *
 * Returns: (transfer floating): buttons for what can be done with the chart
 */
GtkWidget *
patron_chart_view_new_bar (PatronChartView *self)
{
  static const struct
  {
    const char *icon;
    const char *label;
    const char *action;
  } buttons[] = {
    { "edit-copy-symbolic", N_("Copy Chart"), "chart.copy" },
    { "view-list-symbolic", N_("Show as Table"), "chart.show-table" },
    { "document-save-symbolic", N_("Export Chart…"), "chart.export" },
    { "printer-symbolic", N_("Print Chart…"), "chart.print" },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button
          = patron_row_new_button (buttons[i].icon, _(buttons[i].label));

      g_object_set_data (G_OBJECT (button), "action",
                         (gpointer) buttons[i].action);
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb),
                               self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}
