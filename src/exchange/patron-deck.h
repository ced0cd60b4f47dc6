/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "patron-chart.h"
#include "patron-place.h"

G_BEGIN_DECLS

/* px at 96 dpi: 13.333 by 7.5 inches, as presentation programs have it */
#define PATRON_DECK_WIDTH 1280.0
#define PATRON_DECK_HEIGHT 720.0

/**
 * PatronDeckFormat:
 *
 * What presentations are written as.
 */
typedef enum
{
  PATRON_DECK_PDF,
  PATRON_DECK_PPTX,
  PATRON_DECK_ODP,
} PatronDeckFormat;

#define PATRON_N_DECK_FORMATS 3

/**
 * PatronDeck:
 *
 * A presentation: slides of 16:9 with a title each, and below it a chart, a
 * picture or a table. All is laid out as slides are added, which needs the
 * fonts; writing it needs nothing, and may be done in a thread.
 */
typedef struct _PatronDeck PatronDeck;

/**
 * PatronSlideText:
 * @title: what the slide says
 * @subtitle: (nullable): what is shown
 * @note: (nullable): source and remarks, in small print
 * @remarks: (nullable): for who speaks, beside the slide
 * @alt_text: (nullable): the picture in words
 * @colour: (nullable): of the first series of a chart, such as #1a5fb4, rather
 *   than that of the theme
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *note;
  const char *remarks;
  const char *alt_text;
  const char *colour;
} PatronSlideText;

PatronDeck *patron_deck_new           (const char            *title,
                                       const char            *author,
                                       const PatronTheme     *theme);
void        patron_deck_free          (PatronDeck            *self);
guint       patron_deck_get_n_slides  (const PatronDeck      *self);
const char *patron_deck_get_slide_title (const PatronDeck     *self,
                                       guint                  index);
gboolean    patron_deck_has_editable_chart (const PatronDeck  *self);
void        patron_deck_draw_slide    (const PatronDeck      *self,
                                       guint                  index,
                                       cairo_t               *cr);
const PatronTheme *patron_deck_get_theme (const PatronDeck   *self);
PatronMeasurer *patron_deck_get_measurer (PatronDeck         *self);
PatronBox   patron_deck_get_body      (const PatronDeck      *self);
void        patron_deck_set_font      (PatronDeck            *self,
                                       const char            *family);
void        patron_deck_set_pictures  (PatronDeck            *self,
                                       gboolean               pictures);
void        patron_deck_add_cover     (PatronDeck            *self,
                                       const PatronSlideText *text);
void        patron_deck_add_chart     (PatronDeck            *self,
                                       const PatronSlideText *text,
                                       const PatronChart     *chart,
                                       const PatronChartData *data);
void        patron_deck_add_picture   (PatronDeck            *self,
                                       const PatronSlideText *text,
                                       PatronScene           *scene);
void        patron_deck_add_table     (PatronDeck            *self,
                                       const PatronSlideText *text,
                                       const char *const     *columns,
                                       const gboolean        *numeric,
                                       GPtrArray             *rows);
void        patron_deck_add_text      (PatronDeck            *self,
                                       const PatronSlideText *text,
                                       GPtrArray             *paragraphs);

const char *patron_deck_format_get_id (PatronDeckFormat       format);
gboolean    patron_deck_format_from_id (const char           *id,
                                        PatronDeckFormat     *format);
gboolean    patron_deck_write         (PatronDeck            *self,
                                       PatronDeckFormat       format,
                                       GOutputStream         *stream,
                                       GCancellable          *cancellable,
                                       GError               **error);
gboolean    patron_deck_write_file    (PatronDeck            *self,
                                       PatronDeckFormat       format,
                                       GFile                 *file,
                                       GCancellable          *cancellable,
                                       GError               **error);
void        patron_deck_write_async   (PatronDeck            *self,
                                       PatronDeckFormat       format,
                                       GFile                 *file,
                                       GCancellable          *cancellable,
                                       GAsyncReadyCallback    callback,
                                       gpointer               user_data);
gboolean    patron_deck_write_finish  (GAsyncResult          *result,
                                       GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronDeck, patron_deck_free)

G_END_DECLS
