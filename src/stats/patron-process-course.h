/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-process-series.h"

G_BEGIN_DECLS

/**
 * PatronCourseKind:
 * @PATRON_COURSE_UNASKED: nobody has looked
 * @PATRON_COURSE_OPEN: nothing can be said: there are too few values, or those
 *   that changed have changed back
 * @PATRON_COURSE_STEADY: nothing says that the values changed
 * @PATRON_COURSE_STEP: they went from one level to another
 * @PATRON_COURSE_SLOPE: they rose or fell all along
 *
 * Where a series went, as far as its signals tell.
 */
typedef enum
{
  PATRON_COURSE_UNASKED,
  PATRON_COURSE_OPEN,
  PATRON_COURSE_STEADY,
  PATRON_COURSE_STEP,
  PATRON_COURSE_SLOPE,
} PatronCourseKind;

/**
 * PatronCourse:
 * @kind: where it went
 * @since: the x of the first value that @after speaks of
 * @before: the level before; where the line begins, of a slope
 * @after: the level since; where the line ends, of a slope
 * @noise: how far one value usually is from the one before
 *
 * Where a series went. Where the limits follow the seasons, levels are those
 * of what is left without these.
 */
typedef struct
{
  PatronCourseKind kind;
  double           since;
  double           before;
  double           after;
  double           noise;
} PatronCourse;

gssize       patron_process_series_find_change (const PatronProcessSeries *self,
                                                const double              *values);
PatronCourse patron_process_series_get_course  (const PatronProcessSeries *self,
                                                const double              *values,
                                                const double              *x);

G_END_DECLS
