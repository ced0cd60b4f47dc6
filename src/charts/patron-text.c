/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "patron-text.h"

#include <pango/pango.h>
#include <string.h>

#define ELLIPSIS "\xe2\x80\xa6"
/* Nobody reads more of a text in a picture, and measuring is not free. */
#define MAX_CHARS 4000

/**
 * patron_measurer_free:
 *
 * Frees a measurer of any kind.
 */
void
patron_measurer_free (PatronMeasurer *self)
{
  self->free (self);
}

/**
 * patron_text_clean:
 * @text: (nullable): text of any origin
 *
 * Makes text fit to be set: valid UTF-8, no control characters other than
 * line breaks, no white space around it, a bounded length.
 *
 * Returns: (transfer full): the text
 */
char *
patron_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));
  guint n = 0;

  for (const char *p = valid; *p != '\0' && n < MAX_CHARS;
       p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' || c == 0x2028 || c == 0x2029 || c == '\v' || c == '\f')
        {
          if (!(c == '\r' && p[1] == '\n'))
            g_string_append_c (clean, '\n');
        }
      else if (c == '\t')
        g_string_append_c (clean, ' ');
      else if (c == '\n' || g_unichar_type (c) != G_UNICODE_CONTROL)
        g_string_append_unichar (clean, c);
    }
  if (n == MAX_CHARS)
    g_string_append (clean, ELLIPSIS);
  return g_strstrip (g_string_free (clean, FALSE));
}

/**
 * patron_text_is_empty:
 * @text: (nullable): any text
 *
 * Returns: whether @text would show nothing
 */
gboolean
patron_text_is_empty (const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      return FALSE;
  return TRUE;
}

static double
sum (const double *advances,
     gsize         from,
     gsize         to)
{
  double width = 0;

  for (gsize i = from; i < to; i++)
    width += advances[i];
  return width;
}

static double *
measure (PatronMeasurer   *measurer,
         const PatronFont *font,
         const char       *text,
         gsize             n_bytes,
         gsize             n_chars)
{
  double *advances = g_new0 (double, n_chars + 1);

  if (n_chars > 0)
    measurer->get_advances (measurer, font, text, n_bytes, advances, n_chars);
  return advances;
}

/**
 * patron_text_width:
 *
 * Returns: the width of @text on one line in px
 */
double
patron_text_width (PatronMeasurer   *measurer,
                   const PatronFont *font,
                   const char       *text)
{
  gsize n_chars = (gsize) g_utf8_strlen (text, -1);
  g_autofree double *advances = measure (measurer, font, text, strlen (text),
                                         n_chars);

  return sum (advances, 0, n_chars);
}

/**
 * patron_text_line_height:
 *
 * The distance between base lines follows the size alone, so that a fallback
 * font in one line does not push the lines below it about.
 *
 * Returns: the distance from base line to base line in px
 */
double
patron_text_line_height (const PatronFont *font)
{
  return font->size * (font->size >= 20 ? 1.2 : 1.35);
}

/**
 * patron_text_metrics:
 * @ascent: (out): px above the base line
 * @descent: (out): px below it
 *
 * Gives what a line of @font needs above and below its base line.
 */
void
patron_text_metrics (PatronMeasurer   *measurer,
                     const PatronFont *font,
                     double           *ascent,
                     double           *descent)
{
  measurer->get_metrics (measurer, font, ascent, descent);
}

static PangoLogAttr *
break_text (const char *text,
            gsize       n_bytes,
            gsize       n_chars)
{
  PangoLogAttr *attrs = g_new0 (PangoLogAttr, n_chars + 1);

  pango_get_log_attrs (text, (int) n_bytes, -1, NULL, attrs,
                       (int) n_chars + 1);
  return attrs;
}

/* The end of the longest run from @from that fits into @max_width and does
 * not cut through a letter. */
static gsize
fit (const double       *advances,
     const PangoLogAttr *attrs,
     gsize               from,
     gsize               to,
     double              max_width)
{
  gsize end = from;
  double width = 0;

  for (gsize i = from; i < to; i++)
    {
      width += advances[i];
      if (width > max_width)
        break;
      if (attrs[i + 1].is_cursor_position || i + 1 == to)
        end = i + 1;
    }
  return end;
}

static PatronLine
cut_line (const char       *text,
          PatronMeasurer   *measurer,
          const PatronFont *font,
          const double     *advances,
          const PangoLogAttr *attrs,
          gsize             from,
          gsize             to,
          double            max_width)
{
  double dots = patron_text_width (measurer, font, ELLIPSIS);
  gsize end = fit (advances, attrs, from, to, max_width - dots);
  const char *start = g_utf8_offset_to_pointer (text, (glong) from);
  g_autofree char *kept = NULL;
  PatronLine line = { NULL, 0 };

  while (end > from && attrs[end - 1].is_white)
    end--;
  if (dots > max_width)
    {
      line.text = g_strdup ("");
      return line;
    }
  kept = g_strndup (start, (gsize) (g_utf8_offset_to_pointer (
                                      start, (glong) (end - from))
                                    - start));
  line.text = g_strconcat (kept, ELLIPSIS, NULL);
  line.width = patron_text_width (measurer, font, line.text);
  return line;
}

/**
 * patron_text_ellipsize:
 * @max_width: px
 * @width: (out) (optional): the width of the result
 *
 * Returns: (transfer full): @text on one line, shortened with an ellipsis
 *   where it is wider than @max_width; empty when not even that fits
 */
char *
patron_text_ellipsize (PatronMeasurer   *measurer,
                       const PatronFont *font,
                       const char       *text,
                       double            max_width,
                       double           *width)
{
  g_autoptr (GArray) lines = patron_text_wrap (measurer, font, text,
                                               max_width, 1);

  if (lines->len == 0)
    {
      if (width != NULL)
        *width = 0;
      return g_strdup ("");
    }
  if (width != NULL)
    *width = g_array_index (lines, PatronLine, 0).width;
  return g_strdup (g_array_index (lines, PatronLine, 0).text);
}

static void
clear_line (gpointer line)
{
  g_free (((PatronLine *) line)->text);
}

/* Where the line that begins at @from ends: at a mandatory break, at the
 * last chance before @max_width, or inside a word that is too long. */
static gsize
find_line_end (const double       *advances,
               const PangoLogAttr *attrs,
               gsize               from,
               gsize               n_chars,
               double              max_width)
{
  gsize chance = from;
  double width = 0;

  for (gsize i = from; i < n_chars; i++)
    {
      if (!attrs[i].is_white)
        {
          width += advances[i];
          if (width > max_width)
            break;
        }
      else
        width += advances[i];
      if (i + 1 == n_chars || attrs[i + 1].is_mandatory_break)
        return i + 1;
      if (attrs[i + 1].is_line_break)
        chance = i + 1;
    }
  if (chance > from)
    return chance;
  return MAX (fit (advances, attrs, from, n_chars, max_width), from + 1);
}

static gsize
paragraph_end (const PangoLogAttr *attrs,
               gsize               from,
               gsize               n_chars)
{
  gsize end = from + 1;

  while (end < n_chars && !attrs[end].is_mandatory_break)
    end++;
  while (end > from && attrs[end - 1].is_white)
    end--;
  return end;
}

/**
 * patron_text_wrap:
 * @text: clean text
 * @max_width: px
 * @max_lines: at most so many lines; the last of them gets an ellipsis where
 *   text is left over
 *
 * Breaks text into lines by the rules of Unicode, and words that are wider
 * than a line between letters.
 *
 * Returns: (transfer full) (element-type PatronLine): the lines; none for
 *   empty text
 */
GArray *
patron_text_wrap (PatronMeasurer   *measurer,
                  const PatronFont *font,
                  const char       *text,
                  double            max_width,
                  guint             max_lines)
{
  gsize n_bytes = strlen (text);
  gsize n_chars = (gsize) g_utf8_strlen (text, (gssize) n_bytes);
  g_autofree double *advances = measure (measurer, font, text, n_bytes,
                                         n_chars);
  g_autofree PangoLogAttr *attrs = break_text (text, n_bytes, n_chars);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (PatronLine));
  const char *start = text;
  gsize from = 0;

  g_array_set_clear_func (lines, clear_line);
  while (from < n_chars && lines->len < max_lines)
    {
      gsize to = find_line_end (advances, attrs, from, n_chars, max_width);
      const char *end = g_utf8_offset_to_pointer (start, (glong) (to - from));
      gsize shown = to;
      PatronLine line;

      while (shown > from && attrs[shown - 1].is_white)
        shown--;
      if (to < n_chars && lines->len + 1 == max_lines)
        line = cut_line (text, measurer, font, advances, attrs, from,
                         paragraph_end (attrs, from, n_chars), max_width);
      else
        {
          line.text = g_strndup (
            start, (gsize) (g_utf8_offset_to_pointer (
                              start, (glong) (shown - from))
                            - start));
          line.width = sum (advances, from, shown);
        }
      /* A letter that is wider than the whole line cannot be set in it, nor
       * can an ellipsis. */
      if (line.width > max_width || (*line.text == '\0' && shown > from))
        {
          g_free (line.text);
          break;
        }
      g_array_append_val (lines, line);
      from = to;
      start = end;
    }
  return lines;
}

/**
 * patron_text_lines_width:
 * @lines: (element-type PatronLine): lines
 *
 * Returns: the width of the widest
 */
double
patron_text_lines_width (const GArray *lines)
{
  double widest = 0;

  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, g_array_index (lines, PatronLine, i).width);
  return widest;
}

/**
 * patron_text_widest_word:
 *
 * Returns: the width of the widest piece of @text that has no place for a line
 *   to end
 */
double
patron_text_widest_word (PatronMeasurer   *measurer,
                         const PatronFont *font,
                         const char       *text)
{
  gsize n_bytes = strlen (text);
  gsize n_chars = (gsize) g_utf8_strlen (text, (gssize) n_bytes);
  g_autofree double *advances = measure (measurer, font, text, n_bytes,
                                         n_chars);
  g_autofree PangoLogAttr *attrs = break_text (text, n_bytes, n_chars);
  double widest = 0, width = 0;

  for (gsize i = 0; i < n_chars; i++)
    {
      if (attrs[i].is_line_break)
        width = 0;
      width += advances[i];
      if (!attrs[i].is_white)
        widest = MAX (widest, width);
    }
  return widest;
}

/**
 * patron_text_wrap_balanced:
 *
 * Breaks a text of a few lines as patron_text_wrap() does, but into lines that
 * are about as long as each other, so that no single word is left over.
 *
 * Returns: (transfer full) (element-type PatronLine): the lines
 */
GArray *
patron_text_wrap_balanced (PatronMeasurer   *measurer,
                           const PatronFont *font,
                           const char       *text,
                           double            max_width,
                           guint             max_lines)
{
  GArray *lines = patron_text_wrap (measurer, font, text, max_width,
                                    max_lines);
  double low, high;
  guint n = lines->len;

  if (n < 2 || n > 4
      || g_str_has_suffix (g_array_index (lines, PatronLine, n - 1).text,
                           ELLIPSIS))
    return lines;
  high = max_width;
  low = MIN (high, MAX (max_width / n,
                        patron_text_widest_word (measurer, font, text)));
  for (int i = 0; i < 6; i++)
    {
      double middle = (low + high) / 2;
      GArray *narrower = patron_text_wrap (measurer, font, text, middle,
                                           n + 1);

      if (narrower->len > n)
        {
          low = middle;
          g_array_unref (narrower);
          continue;
        }
      high = middle;
      g_array_unref (lines);
      lines = narrower;
    }
  return lines;
}

/**
 * patron_text_runs_from_right:
 *
 * Returns: whether @text runs from right to left as a whole: the first letter
 *   decides, as in the paragraphs of Unicode
 */
gboolean
patron_text_runs_from_right (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isalpha (c))
        continue;
      switch ((int) g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
        case G_UNICODE_SCRIPT_ADLAM:
          return TRUE;
        default:
          return FALSE;
        }
    }
  return FALSE;
}
