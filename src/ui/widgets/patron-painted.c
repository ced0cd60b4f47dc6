/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* What need not be there in the first frame is made after it, so that it
 * comes sooner. */

#include "patron-painted.h"

typedef struct
{
  GWeakRef          widget;
  PatronPaintedFunc func;
} Wait;

static void
wait_free (Wait *wait)
{
  g_weak_ref_clear (&wait->widget);
  g_free (wait);
}

static gboolean
idle_cb (gpointer user_data)
{
  Wait *wait = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&wait->widget);

  if (widget != NULL)
    wait->func (widget);
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Wait *wait = g_new0 (Wait, 1);

  g_weak_ref_init (&wait->widget, widget);
  wait->func = user_data;
  g_idle_add_full (G_PRIORITY_LOW, idle_cb, wait,
                   (GDestroyNotify) wait_free);
  return G_SOURCE_REMOVE;
}

/**
 * patron_when_painted:
 * @func: is called once, unless @widget is gone by then
 *
 * Calls @func when the next frame that shows @widget was painted.
 */
void
patron_when_painted (GtkWidget         *widget,
                     PatronPaintedFunc  func)
{
  gtk_widget_add_tick_callback (widget, tick_cb, func, NULL);
}
