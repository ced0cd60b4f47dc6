/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* What command lines, documents and people call the parts of a mapping. */

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-entities.h"

static const char *
get_label (const PatronChoice *choices,
           int                 index)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "choice", choices[index].label);
}

static int
find_id (const PatronChoice *choices,
         const char         *id)
{
  for (int i = 0; choices[i].id != NULL; i++)
    if (strcmp (choices[i].id, id) == 0)
      return i;
  return -1;
}

/**
 * patron_date_order_get_id:
 *
 * Returns: (transfer none): what command lines and documents call the order
 */
const char *
patron_date_order_get_id (PatronDateOrder order)
{
  return patron_date_orders[order].id;
}

/**
 * patron_date_order_get_label:
 *
 * Returns: (transfer none): what people read
 */
const char *
patron_date_order_get_label (PatronDateOrder order)
{
  return get_label (patron_date_orders, order);
}

/**
 * patron_date_order_from_id:
 *
 * Returns: whether @id is one of an order
 */
gboolean
patron_date_order_from_id (const char      *id,
                           PatronDateOrder *order)
{
  int found = find_id (patron_date_orders, id);

  if (found >= 0)
    *order = (PatronDateOrder) found;
  return found >= 0;
}

/**
 * patron_import_merge_get_id:
 *
 * Returns: (transfer none): what command lines and documents call it
 */
const char *
patron_import_merge_get_id (PatronImportMerge merge)
{
  return patron_import_merges[merge].id;
}

/**
 * patron_import_merge_get_label:
 *
 * Returns: (transfer none): what people read
 */
const char *
patron_import_merge_get_label (PatronImportMerge merge)
{
  return get_label (patron_import_merges, merge);
}

/**
 * patron_import_merge_from_id:
 *
 * Returns: whether @id is one
 */
gboolean
patron_import_merge_from_id (const char        *id,
                             PatronImportMerge *merge)
{
  int found = find_id (patron_import_merges, id);

  if (found >= 0)
    *merge = (PatronImportMerge) found;
  return found >= 0;
}

/**
 * patron_import_merge_needs_value:
 *
 * Returns: whether there must be a column of values
 */
gboolean
patron_import_merge_needs_value (PatronImportMerge merge)
{
  return merge != PATRON_IMPORT_COUNT && merge != PATRON_IMPORT_SHARE
         && merge != PATRON_IMPORT_RATIO;
}

/**
 * patron_import_period_get_id:
 *
 * Returns: (transfer none): what command lines and documents call it
 */
const char *
patron_import_period_get_id (PatronImportPeriod period)
{
  return patron_import_periods[period].id;
}

/**
 * patron_import_period_get_label:
 *
 * Returns: (transfer none): what people read
 */
const char *
patron_import_period_get_label (PatronImportPeriod period)
{
  return get_label (patron_import_periods, period);
}

/**
 * patron_import_period_from_id:
 *
 * Returns: whether @id is one
 */
gboolean
patron_import_period_from_id (const char         *id,
                              PatronImportPeriod *period)
{
  int found = find_id (patron_import_periods, id);

  if (found >= 0)
    *period = (PatronImportPeriod) found;
  return found >= 0;
}

/**
 * patron_import_operator_get_id:
 *
 * Returns: (transfer none): what command lines and documents write
 */
const char *
patron_import_operator_get_id (PatronImportOperator operator)
{
  return patron_import_operators[operator].id;
}

/**
 * patron_import_operator_get_label:
 *
 * Returns: (transfer none): what people read
 */
const char *
patron_import_operator_get_label (PatronImportOperator operator)
{
  return get_label (patron_import_operators, operator);
}
