/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "patron-journey-pool.h"

/* How many widgets that nothing needs are kept for the next screen. */
#define MAX_SPARE 24

/**
 * PatronJourneyPool:
 *
 * Widgets for what can be seen, and a few spare ones, however much there is
 * that cannot. Each round takes a widget for every key that is to be seen:
 * the one that had the key before, otherwise a spare one.
 */
struct _PatronJourneyPool
{
  GtkWidget         *parent;
  PatronJourneyMake  make;
  gpointer           user_data;
  GHashTable        *used;  /* (owned) key -> widget */
  GHashTable        *last;  /* (owned) key -> widget, of the last round */
  GPtrArray         *spare; /* (owned) */
};

PatronJourneyPool *
patron_journey_pool_new (GtkWidget         *parent,
                         PatronJourneyMake  make,
                         gpointer           user_data)
{
  PatronJourneyPool *self = g_new0 (PatronJourneyPool, 1);

  self->parent = parent;
  self->make = make;
  self->user_data = user_data;
  self->used = g_hash_table_new (NULL, NULL);
  self->last = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new ();
  return self;
}

static gboolean
drop (gpointer key,
      gpointer widget,
      gpointer user_data)
{
  gtk_widget_unparent (widget);
  return TRUE;
}

void
patron_journey_pool_free (PatronJourneyPool *self)
{
  g_hash_table_foreach_remove (self->used, drop, NULL);
  g_hash_table_foreach_remove (self->last, drop, NULL);
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_unparent (self->spare->pdata[i]);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->last);
  g_ptr_array_unref (self->spare);
  g_free (self);
}

/* Begins a round. */
void
patron_journey_pool_begin (PatronJourneyPool *self)
{
  GHashTable *last = self->last;

  self->last = self->used;
  self->used = last;
}

/**
 * patron_journey_pool_take:
 * @key: anything but %NULL
 * @fresh: (out): whether the widget showed something else before, or nothing
 *
 * Returns: (transfer none): the widget of @key, to be filled and allocated
 */
GtkWidget *
patron_journey_pool_take (PatronJourneyPool *self,
                          gpointer           key,
                          gboolean          *fresh)
{
  GtkWidget *widget = g_hash_table_lookup (self->used, key);

  *fresh = FALSE;
  if (widget != NULL)
    return widget;
  if (!g_hash_table_steal_extended (self->last, key, NULL,
                                    (gpointer *) &widget))
    {
      if (self->spare->len > 0)
        widget = g_ptr_array_steal_index_fast (self->spare,
                                               self->spare->len - 1);
      else
        {
          widget = self->make (self->user_data);
          gtk_widget_set_parent (widget, self->parent);
        }
      gtk_widget_set_child_visible (widget, TRUE);
      *fresh = TRUE;
    }
  g_hash_table_insert (self->used, key, widget);
  return widget;
}

/* Ends a round: what was not taken in it is not seen any more. */
void
patron_journey_pool_end (PatronJourneyPool *self)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->last);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    {
      if (self->spare->len < MAX_SPARE)
        {
          gtk_widget_set_child_visible (widget, FALSE);
          g_ptr_array_add (self->spare, widget);
        }
      else
        gtk_widget_unparent (widget);
      g_hash_table_iter_remove (&iter);
    }
}

/* How many widgets there are, the spare ones included. */
guint
patron_journey_pool_count (PatronJourneyPool *self)
{
  return g_hash_table_size (self->used) + g_hash_table_size (self->last)
         + self->spare->len;
}
