/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-value.h"

G_BEGIN_DECLS

/**
 * PatronKind:
 * @PATRON_KIND_TEXT: one line of text
 * @PATRON_KIND_LONG_TEXT: paragraphs
 * @PATRON_KIND_NUMBER: a real number
 * @PATRON_KIND_MONEY: an amount in the strategy's currency
 * @PATRON_KIND_PERCENT: a share; 0.95 is stored, 95 % is shown
 * @PATRON_KIND_INTEGER: a whole number
 * @PATRON_KIND_DATE: days since 1970-01-01
 * @PATRON_KIND_DATE_TIME: seconds since 1970-01-01T00:00:00Z
 * @PATRON_KIND_DURATION: seconds
 * @PATRON_KIND_CHOICE: the id of one of the field's choices
 * @PATRON_KIND_FLAGS: a set of the field's choices, a bit for each
 * @PATRON_KIND_BOOLEAN: 0 or 1
 * @PATRON_KIND_SCALE: a whole number in a short range, such as 1 to 5
 * @PATRON_KIND_COLOUR: text such as #1a5fb4
 * @PATRON_KIND_IMAGE: the id of an asset
 * @PATRON_KIND_REFERENCE: the id of a record of the target entity
 * @PATRON_KIND_POSITION: a place in a list; smaller comes first
 * @PATRON_KIND_TAGS: words, joined by ", "
 * @PATRON_KIND_DATA: bytes, not loaded with the record
 *
 * What a field holds. The kind decides how it is stored, asked for, shown,
 * checked, exported and imported.
 */
typedef enum
{
  PATRON_KIND_TEXT,
  PATRON_KIND_LONG_TEXT,
  PATRON_KIND_NUMBER,
  PATRON_KIND_MONEY,
  PATRON_KIND_PERCENT,
  PATRON_KIND_INTEGER,
  PATRON_KIND_DATE,
  PATRON_KIND_DATE_TIME,
  PATRON_KIND_DURATION,
  PATRON_KIND_CHOICE,
  PATRON_KIND_FLAGS,
  PATRON_KIND_BOOLEAN,
  PATRON_KIND_SCALE,
  PATRON_KIND_COLOUR,
  PATRON_KIND_IMAGE,
  PATRON_KIND_REFERENCE,
  PATRON_KIND_POSITION,
  PATRON_KIND_TAGS,
  PATRON_KIND_DATA,
} PatronKind;

/**
 * PatronFieldFlags:
 * @PATRON_FIELD_REQUIRED: a record cannot be without it
 * @PATRON_FIELD_TITLE: the field that names the record
 * @PATRON_FIELD_SEARCH: searched, beside the title
 * @PATRON_FIELD_FIXED: set once, when the record is made
 * @PATRON_FIELD_KPI_UNIT: a number in the unit of the KPI that the record is,
 *   or refers to by its field kpi; see patron_kpi_format()
 * @PATRON_FIELD_SENTENCE: a text that is a sentence rather than a name, and is
 *   shown in full where it is edited
 * @PATRON_FIELD_EXACT: a text that something is found or read by, such as a
 *   font or JSON; of two that differ one is right, and both together are not
 * @PATRON_FIELD_KPI_NAMES: an expression that names KPIs, whose ids the
 *   document holds for them; see patron_kpi_names_map()
 */
typedef enum
{
  PATRON_FIELD_NONE = 0,
  PATRON_FIELD_REQUIRED = 1 << 0,
  PATRON_FIELD_TITLE = 1 << 1,
  PATRON_FIELD_SEARCH = 1 << 2,
  PATRON_FIELD_FIXED = 1 << 3,
  PATRON_FIELD_KPI_UNIT = 1 << 4,
  PATRON_FIELD_SENTENCE = 1 << 5,
  PATRON_FIELD_KPI_NAMES = 1 << 6,
  PATRON_FIELD_EXACT = 1 << 7,
} PatronFieldFlags;

/**
 * PatronOnDelete:
 * @PATRON_ON_DELETE_CLEAR: the reference becomes absent
 * @PATRON_ON_DELETE_CASCADE: the referring record goes too
 *
 * What happens to a record when the one that it refers to is removed.
 */
typedef enum
{
  PATRON_ON_DELETE_CLEAR,
  PATRON_ON_DELETE_CASCADE,
} PatronOnDelete;

/**
 * PatronChoice:
 * @id: what files and the document hold
 * @label: what people read, marked with NC_("choice", …)
 */
typedef struct
{
  const char *id;
  const char *label;
} PatronChoice;

/**
 * PatronField:
 * @name: column, JSON key, CSV header and property name, in lower case with
 *   underscores
 * @kind: what it holds
 * @label: what people read, in Header Capitals, marked with NC_("field", …)
 * @help: (nullable): one sentence that says what belongs here
 * @min: the smallest value of a number or a scale
 * @max: the largest value; the longest text in characters. Where @min and
 *   @max are equal, the kind's own limits hold
 * @choices: (nullable): ended by a %NULL id
 * @target: (nullable): name of the entity that a reference leads to
 * @on_delete: what the removal of the target does
 * @initial: (nullable): the value of a new record, as files write it
 * @unique_in: (nullable): only one record has the value, of those that have
 *   the same reference of this name, or of all where it is "". A yes goes
 *   over from the other to the one that gets it, anything else is refused
 * @flags: see #PatronFieldFlags
 * @since: the schema that added the field; 0 stands for 1
 *
 * One row of an entity's field table, the only description of a field.
 */
typedef struct
{
  const char         *name;
  PatronKind          kind;
  const char         *label;
  const char         *help;
  double              min;
  double              max;
  const PatronChoice *choices;
  const char         *target;
  PatronOnDelete      on_delete;
  const char         *initial;
  const char         *unique_in;
  PatronFieldFlags    flags;
  guint               since;
} PatronField;

PatronValueType patron_field_get_type        (const PatronField *field);
const char     *patron_field_get_label       (const PatronField *field);
const char     *patron_field_get_help        (const PatronField *field);
void            patron_field_get_limits      (const PatronField *field,
                                              double            *min,
                                              double            *max);
guint           patron_field_get_n_choices   (const PatronField *field);
const char     *patron_field_get_choice_label (const PatronField *field,
                                              const char        *id);
gboolean        patron_field_validate        (const PatronField *field,
                                              const PatronValue *value,
                                              GError           **error);
void            patron_field_get_initial     (const PatronField *field,
                                              PatronValue       *value);

/* The language of files: ISO 8601, the point, ids of choices. */
gboolean        patron_field_from_text       (const PatronField *field,
                                              const char        *text,
                                              PatronValue       *value,
                                              GError           **error);
char           *patron_field_to_text         (const PatronField *field,
                                              const PatronValue *value);

/* The language of the user. */
gboolean        patron_field_parse           (const PatronField *field,
                                              const char        *text,
                                              PatronValue       *value,
                                              GError           **error);
char           *patron_field_format          (const PatronField *field,
                                              const PatronValue *value,
                                              const char        *currency);

/* Tags. */
char          **patron_tags_split            (const char        *tags);
char           *patron_tags_join             (const char *const *tags);

G_END_DECLS
