/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-deck-private.h"

#include <math.h>
#include <string.h>

#include "patron-output.h"
#include "patron-pango.h"

#define FIGURE_SCALE 1.3
#define USUAL_FONT "Calibri"

static const char *const formats[PATRON_N_DECK_FORMATS] = {
  [PATRON_DECK_PDF] = "pdf",
  [PATRON_DECK_PPTX] = "pptx",
  [PATRON_DECK_ODP] = "odp",
};

static void
slide_free (gpointer data)
{
  PatronSlide *self = data;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->note);
  g_free (self->remarks);
  g_free (self->alt_text);
  g_clear_pointer (&self->frame, patron_scene_unref);
  g_clear_pointer (&self->body, patron_scene_unref);
  g_clear_pointer (&self->chart, patron_chart_free);
  g_clear_pointer (&self->data, patron_chart_data_free);
  g_strfreev (self->columns);
  g_free (self->numeric);
  g_free (self->widths);
  g_free (self->heights);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/**
 * patron_deck_new:
 * @title: what the presentation is called
 * @author: (nullable): whose it is
 * @theme: its colours and type; light, as slides are
 *
 * Returns: (transfer full): a presentation without slides
 */
PatronDeck *
patron_deck_new (const char        *title,
                 const char        *author,
                 const PatronTheme *theme)
{
  PatronDeck *self = g_new0 (PatronDeck, 1);

  self->title = patron_text_clean (title);
  self->author = g_strdup (author);
  self->theme = self->figure_theme = *theme;
  self->figure_theme.text_scale *= FIGURE_SCALE;
  self->font = g_strdup (USUAL_FONT);
  self->measurer = patron_pango_measurer_new ();
  self->slides = g_ptr_array_new_with_free_func (slide_free);
  return self;
}

/**
 * patron_deck_free:
 *
 * Frees a presentation.
 */
void
patron_deck_free (PatronDeck *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->font);
  patron_measurer_free (self->measurer);
  g_ptr_array_unref (self->slides);
  g_free (self);
}

/**
 * patron_deck_get_n_slides:
 *
 * Returns: how many slides there are so far
 */
guint
patron_deck_get_n_slides (const PatronDeck *self)
{
  return self->slides->len;
}

/**
 * patron_deck_get_slide_title:
 *
 * Returns: (transfer none): the title of a slide
 */
const char *
patron_deck_get_slide_title (const PatronDeck *self,
                             guint             index)
{
  return patron_deck_get_slide (self, index)->title;
}

/**
 * patron_deck_has_editable_chart:
 *
 * Returns: whether there is a chart that presentation programs can edit
 */
gboolean
patron_deck_has_editable_chart (const PatronDeck *self)
{
  for (guint i = 0; i < self->slides->len; i++)
    if (patron_deck_get_slide (self, i)->kind == PATRON_SLIDE_CHART)
      return TRUE;
  return FALSE;
}

/**
 * patron_deck_get_theme:
 *
 * Returns: (transfer none): what pictures for it are laid out with
 */
const PatronTheme *
patron_deck_get_theme (const PatronDeck *self)
{
  return &self->figure_theme;
}

/**
 * patron_deck_get_measurer:
 *
 * Returns: (transfer none): what pictures for it are measured with
 */
PatronMeasurer *
patron_deck_get_measurer (PatronDeck *self)
{
  return self->measurer;
}

/**
 * patron_deck_get_body:
 *
 * Returns: where charts, pictures and tables stand on a slide without a
 *   subtitle, in px
 */
PatronBox
patron_deck_get_body (const PatronDeck *self)
{
  return patron_deck_body_box;
}

static char *
clean_or_null (const char *text)
{
  return patron_text_is_empty (text) ? NULL : patron_text_clean (text);
}

/**
 * patron_deck_set_font:
 * @family: (nullable): the brand's font family
 *
 * Says what texts are set in where they can be edited. Without one it is what
 * presentation programs have everywhere.
 */
void
patron_deck_set_font (PatronDeck *self,
                      const char *family)
{
  g_autofree char *clean = clean_or_null (family);

  if (clean == NULL)
    return;
  g_free (self->font);
  self->font = g_steal_pointer (&clean);
}

/**
 * patron_deck_set_pictures:
 * @pictures: whether charts are put in as pictures that cannot be edited
 *
 * Holds for the charts that are added from here on.
 */
void
patron_deck_set_pictures (PatronDeck *self,
                          gboolean    pictures)
{
  self->pictures = pictures;
}

/* A subtitle has one line, here as in the picture of the slide. */
static char *
make_subtitle (PatronDeck      *self,
               PatronSlideKind  kind,
               const char      *text)
{
  PatronFont font
      = patron_theme_font (&self->theme, PATRON_DECK_SUBTITLE_SIZE, 400);
  g_autofree char *clean = clean_or_null (text);

  if (clean == NULL || kind == PATRON_SLIDE_COVER)
    return g_steal_pointer (&clean);
  return patron_text_ellipsize (self->measurer, &font, clean,
                                patron_deck_subtitle_box.width, NULL);
}

static PatronSlide *
begin_slide (PatronDeck            *self,
             const PatronSlideText *text,
             PatronSlideKind        kind)
{
  PatronSlide *slide = g_new0 (PatronSlide, 1);

  slide->kind = kind;
  slide->title = patron_text_clean (text->title != NULL ? text->title : "");
  slide->subtitle = make_subtitle (self, kind, text->subtitle);
  slide->note = clean_or_null (text->note);
  slide->remarks = g_strdup (text->remarks);
  slide->alt_text = g_strdup (text->alt_text);
  patron_deck_place_slide (self, slide);
  return slide;
}

static void
end_slide (PatronDeck  *self,
           PatronSlide *slide)
{
  patron_deck_frame_slide (self, slide, self->slides->len + 1);
  g_ptr_array_add (self->slides, slide);
}

/**
 * patron_deck_add_cover:
 *
 * Adds the slide that names the presentation.
 */
void
patron_deck_add_cover (PatronDeck            *self,
                       const PatronSlideText *text)
{
  end_slide (self, begin_slide (self, text, PATRON_SLIDE_COVER));
}

/**
 * patron_deck_add_chart:
 * @text: what stands around it; what is missing is taken from @chart
 *
 * Adds a slide with a chart. Where the kind allows, presentation programs
 * can edit it, with its numbers inside.
 */
void
patron_deck_add_chart (PatronDeck            *self,
                       const PatronSlideText *text,
                       const PatronChart     *chart,
                       const PatronChartData *data)
{
  PatronSlideText whole = *text;
  g_autoptr (PatronChart) bare = patron_chart_copy (chart);
  g_autofree char *alt_text = NULL;
  PatronColour colour;
  PatronSlide *slide;

  whole.title = text->title != NULL ? text->title : chart->title;
  whole.subtitle = text->subtitle != NULL ? text->subtitle : chart->subtitle;
  whole.note = text->note != NULL ? text->note : chart->note;
  whole.alt_text = text->alt_text != NULL ? text->alt_text : chart->alt_text;
  if (whole.alt_text == NULL)
    whole.alt_text = alt_text = patron_chart_write_alt_text (chart, data);
  slide = begin_slide (self, &whole, self->pictures
                                       || !patron_deck_can_edit (chart, data)
                                   ? PATRON_SLIDE_PICTURE
                                   : PATRON_SLIDE_CHART);
  /* The slide says these already. */
  patron_chart_set_title (bare, NULL);
  patron_chart_set_subtitle (bare, NULL);
  patron_chart_set_note (bare, NULL);
  slide->theme = self->figure_theme;
  if (patron_colour_from_text (text->colour, &colour))
    slide->theme.series[0]
        = patron_colour_readable (colour, slide->theme.background, 3);
  slide->body = patron_chart_layout (bare, data, &slide->theme,
                                     slide->box.width, slide->box.height,
                                     self->measurer);
  if (slide->kind == PATRON_SLIDE_CHART)
    {
      slide->chart = g_steal_pointer (&bare);
      slide->data = patron_chart_data_copy (data);
    }
  end_slide (self, slide);
}

/**
 * patron_deck_add_picture:
 * @scene: (transfer full): a picture; it is made to fit
 *
 * Adds a slide with a picture.
 */
void
patron_deck_add_picture (PatronDeck            *self,
                         const PatronSlideText *text,
                         PatronScene           *scene)
{
  PatronSlide *slide = begin_slide (self, text, PATRON_SLIDE_PICTURE);

  slide->body = scene;
  if (slide->alt_text == NULL)
    slide->alt_text = g_strdup (patron_scene_get_alt_text (scene));
  patron_scene_fit (scene, slide->box.width, slide->box.height);
  end_slide (self, slide);
}

/* Other fonts are wider, and break lines where there is no slack; in narrow
 * columns they break words. */
#define SLACK 1.1
#define NARROW_SLACK 1.3

static double
measure_column (PatronDeck *self,
                const char *column,
                GPtrArray  *rows,
                guint       index)
{
  PatronFont font = patron_theme_font (&self->theme, PATRON_DECK_TABLE_SIZE,
                                       700);
  double widest = patron_text_width (self->measurer, &font, column);

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      widest = fmax (widest, patron_text_width (self->measurer, &font,
                                                cells[index]));
    }
  return widest * NARROW_SLACK + 2 * PATRON_DECK_CELL_PADDING;
}

/* Narrow columns get what their texts ask for, wide ones share the rest. */
static double *
share_width (PatronDeck        *self,
             const char *const *columns,
             guint              n_columns,
             GPtrArray         *rows,
             double             room)
{
  double *widths = g_new0 (double, n_columns);
  double low = 0, high = room, sum = 0;

  for (guint i = 0; i < n_columns; i++)
    widths[i] = measure_column (self, columns[i], rows, i);
  for (int step = 0; step < 40; step++)
    {
      double cap = (low + high) / 2;

      sum = 0;
      for (guint i = 0; i < n_columns; i++)
        sum += MIN (widths[i], cap);
      *(sum > room ? &high : &low) = cap;
    }
  sum = 0;
  for (guint i = 0; i < n_columns; i++)
    sum += widths[i] = MIN (widths[i], high);
  for (guint i = 0; i < n_columns; i++)
    widths[i] *= room / sum;
  return widths;
}

static double
measure_row (PatronDeck        *self,
             const PatronSlide *slide,
             char             **cells)
{
  PatronFont font = patron_theme_font (&self->theme, PATRON_DECK_TABLE_SIZE,
                                       400);

  for (guint i = 0; slide->columns[i] != NULL; i++)
    if (patron_text_width (self->measurer, &font, cells[i]) * SLACK
        > slide->widths[i] - 2 * PATRON_DECK_CELL_PADDING)
      return PATRON_DECK_HIGH_ROW_HEIGHT;
  return PATRON_DECK_ROW_HEIGHT;
}

static PatronSlide *
begin_table (PatronDeck            *self,
             const PatronSlideText *text,
             const char *const     *columns,
             const gboolean        *numeric,
             GPtrArray             *rows)
{
  guint n_columns = g_strv_length ((char **) columns);
  PatronSlide *slide = begin_slide (self, text, PATRON_SLIDE_TABLE);

  slide->columns = g_strdupv ((char **) columns);
  slide->numeric = g_memdup2 (numeric, n_columns * sizeof (gboolean));
  slide->rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  slide->widths = share_width (self, columns, n_columns, rows,
                               slide->box.width);
  slide->row_height = PATRON_DECK_ROW_HEIGHT;
  slide->heights = g_new (double, rows->len + 1);
  return slide;
}

static guint
count_pages (const double *heights,
             guint         n,
             double        room)
{
  guint pages = 0;
  double left = 0;

  for (guint i = 0; i < n; i++)
    {
      if (pages == 0 || heights[i] > left)
        {
          pages++;
          left = room;
        }
      left -= heights[i];
    }
  return pages;
}

/* How much of @room each slide uses, so that no slide is left with little, and
 * there are no more of them. */
static double
balance (const double *heights,
         guint         n,
         double        room)
{
  guint pages = count_pages (heights, n, room);
  double low = 0, high = room;

  for (guint i = 0; i < n; i++)
    low = fmax (low, fmin (heights[i], room));
  for (int step = 0; step < 30 && count_pages (heights, n, low) > pages;
       step++)
    {
      double middle = (low + high) / 2;

      *(count_pages (heights, n, middle) > pages ? &low : &high) = middle;
    }
  return count_pages (heights, n, low) > pages ? high : low;
}

/**
 * patron_deck_add_table:
 * @columns: (array zero-terminated=1): the head of each column
 * @numeric: for each column whether it holds numbers
 * @rows: (element-type GStrv): as many cells each
 *
 * Adds a table, on as many slides as it needs.
 */
void
patron_deck_add_table (PatronDeck            *self,
                       const PatronSlideText *text,
                       const char *const     *columns,
                       const gboolean        *numeric,
                       GPtrArray             *rows)
{
  PatronSlide *slide = begin_table (self, text, columns, numeric, rows);
  g_autofree double *heights = g_new0 (double, rows->len + 1);
  double room;

  for (guint i = 0; i < rows->len; i++)
    heights[i] = measure_row (self, slide, g_ptr_array_index (rows, i));
  room = balance (heights, rows->len, slide->box.height - slide->row_height)
         + slide->row_height + 0.5;
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      double height = heights[i];

      if (patron_deck_table_height (slide) + height > room
          && slide->rows->len > 0)
        {
          end_slide (self, slide);
          slide = begin_table (self, text, columns, numeric, rows);
        }
      slide->heights[slide->rows->len] = height;
      g_ptr_array_add (slide->rows, g_strdupv (cells));
    }
  end_slide (self, slide);
}

/**
 * patron_deck_add_text:
 * @paragraphs: (element-type GStrv): a heading and a text each
 *
 * Adds text, on as many slides as it needs.
 */
void
patron_deck_add_text (PatronDeck            *self,
                      const PatronSlideText *text,
                      GPtrArray             *paragraphs)
{
  PatronSlide *slide = NULL;
  g_autofree double *heights = g_new0 (double, paragraphs->len + 1);
  double free_height = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    heights[i] = patron_deck_measure_text (self,
                                           g_ptr_array_index (paragraphs, i),
                                           patron_deck_body_box.width);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      char **paragraph = g_ptr_array_index (paragraphs, i);
      double height = heights[i];

      if (slide != NULL && height > free_height)
        end_slide (self, g_steal_pointer (&slide));
      if (slide == NULL)
        {
          slide = begin_slide (self, text, PATRON_SLIDE_TEXT);
          slide->rows
              = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
          free_height = balance (heights, paragraphs->len, slide->box.height)
                        + 0.5;
        }
      g_ptr_array_add (slide->rows, g_strdupv (paragraph));
      free_height -= height;
    }
  if (slide != NULL)
    end_slide (self, slide);
}

/**
 * patron_deck_format_get_id:
 *
 * Returns: (transfer none): the name and file name extension of a format
 */
const char *
patron_deck_format_get_id (PatronDeckFormat format)
{
  return formats[format];
}

/**
 * patron_deck_format_from_id:
 * @format: (out): the format
 *
 * Returns: whether @id is one of a format
 */
gboolean
patron_deck_format_from_id (const char       *id,
                            PatronDeckFormat *format)
{
  for (int i = 0; i < PATRON_N_DECK_FORMATS; i++)
    if (strcmp (formats[i], id) == 0)
      {
        *format = (PatronDeckFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * patron_deck_write:
 *
 * Writes the presentation. May run in a thread.
 *
 * Returns: whether it was written
 */
gboolean
patron_deck_write (PatronDeck        *self,
                   PatronDeckFormat   format,
                   GOutputStream     *stream,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  if (format == PATRON_DECK_PDF)
    return patron_deck_write_pdf (self, stream, cancellable, error);
  bytes = format == PATRON_DECK_PPTX
              ? patron_deck_make_pptx (self, cancellable, error)
              : patron_deck_make_odp (self, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return g_output_stream_write_all (stream, data, size, NULL, cancellable,
                                    error);
}

typedef struct
{
  PatronDeck       *deck;
  PatronDeckFormat  format;
} Wish;

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        data,
          GCancellable   *cancellable,
          GError        **error)
{
  Wish *wish = data;

  return patron_deck_write (wish->deck, wish->format, stream, cancellable,
                            error);
}

/**
 * patron_deck_write_file:
 *
 * Writes the presentation into a file, which is replaced as a whole. May run
 * in a thread.
 *
 * Returns: whether it was written; else an error of %PATRON_ERROR, or that it
 *   was cancelled
 */
gboolean
patron_deck_write_file (PatronDeck        *self,
                        PatronDeckFormat   format,
                        GFile             *file,
                        GCancellable      *cancellable,
                        GError           **error)
{
  Wish wish = { self, format };

  return patron_output_write_file (file, write_cb, &wish, cancellable, error);
}

typedef struct
{
  PatronDeck       *deck; /* (owned) */
  PatronDeckFormat  format;
  GFile            *file; /* (owned) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  patron_deck_free (job->deck);
  g_object_unref (job->file);
  g_free (job);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (patron_deck_write_file (job->deck, job->format, job->file, cancellable,
                              &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * patron_deck_write_async:
 * @self: (transfer full): the presentation
 *
 * Like patron_deck_write_file(), in a thread.
 */
void
patron_deck_write_async (PatronDeck          *self,
                         PatronDeckFormat     format,
                         GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  *job = (Job) { self, format, g_object_ref (file) };
  g_task_set_source_tag (task, patron_deck_write_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_thread);
}

/**
 * patron_deck_write_finish:
 *
 * Returns: whether the presentation was written
 */
gboolean
patron_deck_write_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
