/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PATRON_ERROR (patron_error_quark ())

/**
 * PatronError:
 * @PATRON_ERROR_FAILED: something went wrong that has no code of its own
 * @PATRON_ERROR_INVALID: a value breaks the rules of its field
 * @PATRON_ERROR_NOT_FOUND: there is no such record, field, entity or file
 * @PATRON_ERROR_NOT_PATRON: the file is not a Patron document
 * @PATRON_ERROR_NEWER: the document was written by a newer Patron
 * @PATRON_ERROR_DAMAGED: the document is Patron's, but broken
 * @PATRON_ERROR_READ_ONLY: the place cannot be written
 * @PATRON_ERROR_BUSY: another program holds the document
 * @PATRON_ERROR_FULL: the disk is full
 * @PATRON_ERROR_CHANGED: the document was changed by somebody else
 * @PATRON_ERROR_TOO_LARGE: the input is over a stated limit
 *
 * Why an operation failed. The message beside the code is made for the
 * user: it says what is wrong, where, and what to do.
 */
typedef enum
{
  PATRON_ERROR_FAILED,
  PATRON_ERROR_INVALID,
  PATRON_ERROR_NOT_FOUND,
  PATRON_ERROR_NOT_PATRON,
  PATRON_ERROR_NEWER,
  PATRON_ERROR_DAMAGED,
  PATRON_ERROR_READ_ONLY,
  PATRON_ERROR_BUSY,
  PATRON_ERROR_FULL,
  PATRON_ERROR_CHANGED,
  PATRON_ERROR_TOO_LARGE,
} PatronError;

GQuark patron_error_quark (void);

G_END_DECLS
