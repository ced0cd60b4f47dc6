/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

/**
 * PatronJourneyMoment:
 *
 * What makes a contact stand out, in the order of the field's choices.
 */
typedef enum
{
  PATRON_JOURNEY_NO_MOMENT,
  PATRON_JOURNEY_TRUTH,
  PATRON_JOURNEY_PAIN,
  PATRON_JOURNEY_DELIGHT,
  PATRON_JOURNEY_WAIT,
  PATRON_JOURNEY_DROP_OFF,
} PatronJourneyMoment;

#define PATRON_JOURNEY_UNSAID G_MININT

/**
 * PatronJourneyFace:
 * @title: what the card says, cut where it is too long for a card
 * @untitled: whether @title only stands for a missing one
 * @moment: which of the moments it is
 * @moment_label: (nullable): the moment in a word
 * @channel: (nullable): name of the channel
 * @channel_icon: (nullable): a symbolic icon for it
 * @owner: (nullable): who owns it
 * @evidence: (nullable): how sure it is, in a word
 * @expected: from -2 to +2, or %PATRON_JOURNEY_UNSAID
 * @felt: likewise
 *
 * What a card shows of its record.
 */
typedef struct
{
  char                *title;
  gboolean             untitled;
  PatronJourneyMoment  moment;
  const char          *moment_label; /* (unowned) */
  char                *channel;
  const char          *channel_icon; /* (unowned) */
  char                *owner;
  const char          *evidence;     /* (unowned) */
  int                  expected;
  int                  felt;
} PatronJourneyFace;

void     patron_journey_face_load        (PatronJourneyFace       *self,
                                          PatronDocument          *document,
                                          PatronRecord            *card);
void     patron_journey_face_clear       (PatronJourneyFace       *self);
gboolean patron_journey_face_equal       (const PatronJourneyFace *a,
                                          const PatronJourneyFace *b);
char    *patron_journey_face_describe    (const PatronJourneyFace *self);
char    *patron_journey_face_get_contact (const PatronJourneyFace *self);
guint    patron_journey_count_details    (PatronRecord            *card);
char    *patron_journey_cut_title        (const char              *title);
char    *patron_journey_format_scale     (double                   value);
char    *patron_journey_draw_scale       (double                   value);

G_END_DECLS
