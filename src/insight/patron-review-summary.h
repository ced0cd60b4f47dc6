/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"
#include "patron-progress.h"

G_BEGIN_DECLS

/**
 * PatronReviewSummary:
 * @since: the day of the review before; 0 if there is none
 * @until: the last day that counts
 * @check_ins: (element-type PatronRecord): by rising date
 * @net: how sure people are, by the newest of these check-ins of each goal
 *
 * What a review looks back on.
 */
typedef struct
{
  gint64              since;
  gint64              until;
  GPtrArray          *check_ins;
  PatronNetConfidence net;
} PatronReviewSummary;

PatronReviewSummary *patron_review_summary_new  (PatronDocument      *document,
                                                 PatronRecord        *review,
                                                 gint64               today);
void                 patron_review_summary_free (PatronReviewSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronReviewSummary,
                               patron_review_summary_free)

G_END_DECLS
