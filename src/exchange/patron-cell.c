/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "patron-cell.h"

#include <langinfo.h>
#include <string.h>

#include "patron-csv-fast.h"
#include "patron-date.h"
#include "patron-number.h"

/* The numbers and the month's name that a date is made of. */
typedef struct
{
  int n;
  int values[3];
  int digits[3]; /* how many each has; 0 for the name of a month */
} Parts;

static int
find_month (const char *word,
            gsize       length)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  static const nl_item full[] = { MON_1, MON_2, MON_3, MON_4, MON_5, MON_6,
                                  MON_7, MON_8, MON_9, MON_10, MON_11,
                                  MON_12 };
  static const nl_item brief[] = { ABMON_1, ABMON_2, ABMON_3, ABMON_4,
                                   ABMON_5, ABMON_6, ABMON_7, ABMON_8,
                                   ABMON_9, ABMON_10, ABMON_11, ABMON_12 };
  g_autofree char *given = g_utf8_casefold (word, (gssize) length);

  if (strlen (given) < 3)
    return 0;
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *a = g_utf8_casefold (nl_langinfo (full[i]), -1);
      g_autofree char *b = g_utf8_casefold (nl_langinfo (brief[i]), -1);

      if (strncmp (given, names + i * 3, 3) == 0 || strcmp (given, a) == 0
          || strcmp (given, b) == 0)
        return i + 1;
    }
  return 0;
}

/* A time of day after the date says nothing that is kept. */
static gboolean
is_time (const char *text)
{
  if (*text == 'T' || *text == 't' || *text == ' ')
    text++;
  return *text == '\0'
         || (g_ascii_isdigit (*text) && strchr (text, ':') != NULL
             && strspn (text, "0123456789:.,ZAPMapmz +-") == strlen (text));
}

static const char *
read_part (const char *text,
           Parts      *parts)
{
  const char *from = text;

  if (g_ascii_isdigit (*text))
    {
      int value = 0;

      for (; g_ascii_isdigit (*text); text++)
        {
          if (text - from >= 8)
            return NULL;
          value = value * 10 + (*text - '0');
        }
      parts->values[parts->n] = value;
      parts->digits[parts->n++] = (int) (text - from);
      return text;
    }
  while (g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  if (text == from)
    return NULL;
  parts->values[parts->n] = find_month (from, text - from);
  parts->digits[parts->n] = 0;
  return parts->values[parts->n++] > 0 ? text : NULL;
}

static gboolean
read_parts (const char *text,
            Parts      *parts)
{
  parts->n = 0;
  while (*text == ' ')
    text++;
  while (parts->n < 3)
    {
      text = read_part (text, parts);
      if (text == NULL)
        return FALSE;
      /* 20240331 is a whole date. */
      if (parts->n == 1 && parts->digits[0] == 8)
        break;
      if (*text == '\0' || (parts->n == 3 && is_time (text)))
        return TRUE;
      if (parts->n < 3)
        {
          if (strchr ("-/. ,", *text) == NULL)
            return FALSE;
          while (*text != '\0' && strchr ("-/. ,", *text) != NULL)
            text++;
          /* A space after the last. */
          if (*text == '\0')
            return TRUE;
        }
    }
  return is_time (text);
}

static gboolean
make_date (int     year,
           int     n_digits,
           int     month,
           int     day,
           gint64 *date)
{
  /* Two-digit years are read as POSIX strptime() does. */
  if (n_digits == 2)
    year += year < 69 ? 2000 : 1900;
  else if (n_digits != 4)
    return FALSE;
  if (!patron_date_is_valid_ymd (year, month, day))
    return FALSE;
  *date = patron_date_from_ymd (year, month, day);
  return TRUE;
}

/* A number of that many digits at most, and nothing but marks around it. */
static gboolean
read_count (const char **text,
            int          max_digits,
            int         *number)
{
  int n = 0;

  *number = 0;
  *text += strspn (*text, " -/.");
  for (; g_ascii_isdigit (**text) && n < max_digits; (*text)++, n++)
    *number = *number * 10 + (**text - '0');
  *text += strspn (*text, " -/.");
  return n > 0;
}

/* 2024-Q1 and Q1 2024 begin with the first month, 2024-W05 with the Monday of
 * the week, as ISO 8601 counts them: the first has January the 4th. */
static gboolean
read_period (const char *text,
             gint64     *date)
{
  gboolean first = *text == 'Q' || *text == 'q';
  int year, number, a, b, day;
  gint64 monday;
  char kind;

  if (first)
    {
      text++;
      if (!read_count (&text, 1, &number) || !read_count (&text, 4, &year)
          || *text != '\0' || year < 1000 || number < 1 || number > 4)
        return FALSE;
      return make_date (year, 4, number * 3 - 2, 1, date);
    }
  if (!read_count (&text, 4, &year) || year < 1000)
    return FALSE;
  kind = g_ascii_toupper (*text);
  if (kind != 'Q' && kind != 'W')
    return FALSE;
  text++;
  if (!read_count (&text, 2, &number) || *text != '\0' || number < 1)
    return FALSE;
  if (kind == 'Q')
    return number <= 4 && make_date (year, 4, number * 3 - 2, 1, date);
  if (!make_date (year, 4, 1, 4, &monday))
    return FALSE;
  *date = monday - ((monday + 3) % 7 + 7) % 7 + (number - 1) * 7;
  /* The 53rd week must have its Thursday in the year. */
  patron_date_to_ymd (*date + 3, &a, &b, &day);
  return a == year;
}

static gboolean
make_month (const Parts *parts,
            gint64      *date)
{
  const int *v = parts->values, *d = parts->digits;

  if (parts->n == 1 && d[0] == 6)
    return make_date (v[0] / 100, 4, v[0] % 100, 1, date);
  if (parts->n != 2)
    return FALSE;
  if (d[0] == 4)
    return make_date (v[0], 4, v[1], 1, date);
  if (d[0] == 0 || d[1] == 4)
    return make_date (v[1], d[1], v[0], 1, date);
  return FALSE;
}

/* 2024-03-31 and no more, which most tables hold and none means otherwise. */
static gboolean
read_iso_date (const char *text,
               gint64     *date)
{
  int year, month, day;

  return strlen (text) == 10
         && patron_csv_fast_ymd (text, 10, &year, &month, &day)
         && make_date (year, 4, month, day, date);
}

/**
 * patron_cell_read_date:
 * @order: how dates are written, not %PATRON_DATE_ORDER_AUTO
 * @date: (out): days since 1970-01-01
 *
 * Reads a date with any of the usual marks between its parts, the month as a
 * number or by its name in English or in the user's language, and a year of
 * two or four digits. A time of day after it is passed over.
 *
 * Returns: whether @text is a date in that order
 */
gboolean
patron_cell_read_date (const char      *text,
                       PatronDateOrder  order,
                       gint64          *date)
{
  Parts parts;
  const int *v = parts.values, *d = parts.digits;

  if (order == PATRON_DATE_ORDER_YMD && read_iso_date (text, date))
    return TRUE;
  if (order == PATRON_DATE_ORDER_YM && read_period (text, date))
    return TRUE;
  if (!read_parts (text, &parts))
    return FALSE;
  switch (order)
    {
    case PATRON_DATE_ORDER_YMD:
      if (parts.n == 1 && d[0] == 8)
        return make_date (v[0] / 10000, 4, v[0] / 100 % 100, v[0] % 100, date);
      return parts.n == 3 && d[0] == 4
             && make_date (v[0], 4, v[1], v[2], date);
    case PATRON_DATE_ORDER_DMY:
    case PATRON_DATE_ORDER_MDY:
      if (parts.n != 3 || d[0] > 2 || d[1] > 2)
        return FALSE;
      /* A name tells which of the two is the month. */
      if (d[0] == 0 || (order == PATRON_DATE_ORDER_MDY && d[1] != 0))
        return make_date (v[2], d[2], v[0], v[1], date);
      return make_date (v[2], d[2], v[1], v[0], date);
    case PATRON_DATE_ORDER_YM:
      return make_month (&parts, date);
    case PATRON_DATE_ORDER_AUTO:
    default:
      return FALSE;
    }
}

/**
 * patron_date_guess_add:
 * @text: a cell of a column of dates
 *
 * Takes note of what @text can mean.
 */
void
patron_date_guess_add (PatronDateGuess *self,
                       const char      *text)
{
  gint64 dates[PATRON_N_DATE_ORDERS] = { 0 };
  gboolean can[PATRON_N_DATE_ORDERS];
  int year, month, day;

  if (read_iso_date (text, &dates[0]))
    {
      self->n[PATRON_DATE_ORDER_YMD]++;
      return;
    }
  for (int i = 1; i < PATRON_N_DATE_ORDERS; i++)
    {
      can[i] = patron_cell_read_date (text, (PatronDateOrder) i, &dates[i]);
      self->n[i] += can[i];
    }
  if (can[PATRON_DATE_ORDER_DMY])
    {
      patron_date_to_ymd (dates[PATRON_DATE_ORDER_DMY], &year, &month, &day);
      self->dmy_days |= 1u << day;
    }
  if (can[PATRON_DATE_ORDER_MDY])
    {
      patron_date_to_ymd (dates[PATRON_DATE_ORDER_MDY], &year, &month, &day);
      self->mdy_days |= 1u << day;
    }
  if (can[PATRON_DATE_ORDER_DMY] && can[PATRON_DATE_ORDER_MDY]
      && dates[PATRON_DATE_ORDER_DMY] != dates[PATRON_DATE_ORDER_MDY])
    self->differs = TRUE;
}

static gboolean
is_single_bit (guint32 bits)
{
  return bits != 0 && (bits & (bits - 1)) == 0;
}

static gboolean
locale_puts_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strpbrk (format, "mbB");
  const char *day = strpbrk (format, "de");

  if (strstr (format, "%D") != NULL)
    return TRUE;
  return month != NULL && day != NULL && month < day;
}

/**
 * patron_date_guess_decide:
 * @ambiguous: (out): whether another order reads as many dates, as other days
 *
 * Where days and months cannot be told apart, the order is taken by which all
 * dates fall on one day of the month, as monthly figures do; else that of the
 * user's locale.
 *
 * Returns: the order that reads most of the dates
 */
PatronDateOrder
patron_date_guess_decide (const PatronDateGuess *self,
                          gboolean              *ambiguous)
{
  PatronDateOrder best = PATRON_DATE_ORDER_YMD;

  *ambiguous = FALSE;
  for (int i = 1; i < PATRON_N_DATE_ORDERS; i++)
    if (self->n[i] > self->n[best])
      best = (PatronDateOrder) i;
  if (best != PATRON_DATE_ORDER_DMY || !self->differs
      || self->n[PATRON_DATE_ORDER_DMY] != self->n[PATRON_DATE_ORDER_MDY])
    return best;

  *ambiguous = TRUE;
  if (is_single_bit (self->dmy_days) != is_single_bit (self->mdy_days))
    return is_single_bit (self->dmy_days) ? PATRON_DATE_ORDER_DMY
                                          : PATRON_DATE_ORDER_MDY;
  return locale_puts_month_first () ? PATRON_DATE_ORDER_MDY
                                    : PATRON_DATE_ORDER_DMY;
}

/* Currency signs and blanks around a number say nothing that is kept. */
static const char *
skip_ornament (const char *text)
{
  for (;;)
    {
      gunichar c = g_utf8_get_char (text);

      if (c == 0 || (!g_unichar_isspace (c)
                     && g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL))
        return text;
      text = g_utf8_next_char (text);
    }
}

static const char *
skip_sign (const char *text,
           GString    *plain)
{
  if (*text == '-' || g_str_has_prefix (text, "\xe2\x88\x92"))
    {
      g_string_append_c (plain, '-');
      return text + (*text == '-' ? 1 : 3);
    }
  return *text == '+' ? text + 1 : text;
}

/* What may stand between thousands, if three digits follow. */
static const char *
skip_group_mark (const char *text,
                 char        decimal_mark)
{
  const char *next = text;
  gunichar c = g_utf8_get_char (text);

  if ((c == '.' || c == ',') ? (char) c == decimal_mark
                             : c != '\'' && c != 0x2019 && c != ' '
                                   && c != 0xa0 && c != 0x202f && c != 0x2009)
    return text;
  next = g_utf8_next_char (text);
  for (int i = 0; i < 3; i++)
    if (!g_ascii_isdigit (next[i]))
      return text;
  return g_ascii_isdigit (next[3]) ? text : next;
}

/* Digits, in groups of three where there is a mark between any. */
static const char *
read_digits (const char *text,
             char        decimal_mark,
             GString    *plain)
{
  int n = 0;
  gboolean grouped = FALSE;

  for (;;)
    {
      const char *next = text;

      if (g_ascii_isdigit (*text))
        {
          g_string_append_c (plain, *text++);
          n++;
          continue;
        }
      /* No number of thousands begins with 0. */
      if (decimal_mark != 0 && n > 0
          && (grouped ? n == 3 : n <= 3 && text[-n] != '0'))
        next = skip_group_mark (text, decimal_mark);
      if (next == text)
        return text;
      text = next;
      grouped = TRUE;
      n = 0;
    }
}

/* Digits with at most one point among them. Up to 15 of them and a power of
 * ten up to 22 are exact as doubles, so their quotient is the nearest one. */
static gboolean
read_plain_number (const char *text,
                   int        *n_whole,
                   int        *n_decimals,
                   double     *number)
{
  static const double powers[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6, 1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
                                   1e15 };
  const char *point = NULL;
  gboolean negative = *text == '-';
  gint64 digits = 0;
  int n = 0;

  for (text += negative; *text != '\0'; text++)
    if (g_ascii_isdigit (*text) && n < 15)
      {
        digits = digits * 10 + (*text - '0');
        n++;
      }
    else if (*text == '.' && point == NULL)
      point = text;
    else
      return FALSE;
  if (n == 0)
    return FALSE;
  *n_decimals = point != NULL ? (int) (text - point) - 1 : -1;
  *n_whole = n - MAX (*n_decimals, 0);
  *number = (double) digits / powers[MAX (*n_decimals, 0)];
  if (negative)
    *number = -*number;
  return TRUE;
}

/**
 * patron_cell_read_number:
 * @decimal_mark: '.' or ','
 * @number: (out): the number
 *
 * Reads a number, whatever groups its thousands, with a currency sign before
 * or after it. A percent sign divides it by 100.
 *
 * Returns: whether the whole of @text is a finite number
 */
gboolean
patron_cell_read_number (const char *text,
                         char        decimal_mark,
                         double     *number)
{
  g_autoptr (GString) plain = NULL;
  int n_whole, n_decimals;
  gsize before;

  if (read_plain_number (text, &n_whole, &n_decimals, number)
      && (decimal_mark == '.' || n_decimals < 0))
    return TRUE;
  plain = g_string_new (NULL);
  text = skip_ornament (text);
  text = skip_sign (text, plain);
  text = skip_ornament (text);
  before = plain->len;
  text = read_digits (text, decimal_mark, plain);
  if (*text == decimal_mark)
    {
      g_string_append_c (plain, '.');
      text = read_digits (text + 1, 0, plain);
    }
  if (plain->len == before || (plain->len == before + 1
                               && plain->str[before] == '.'))
    return FALSE;
  if (*text == 'e' || *text == 'E')
    {
      g_string_append_c (plain, 'e');
      text = skip_sign (text + 1, plain);
      text = read_digits (text, 0, plain);
    }
  if (!patron_number_from_text (plain->str, number))
    return FALSE;
  text = skip_ornament (text);
  if (*text == '%')
    {
      *number /= 100;
      text = skip_ornament (text + 1);
    }
  return *text == '\0';
}

/**
 * patron_mark_guess_add:
 * @text: a cell of a column of numbers
 *
 * Takes note of what @text can mean.
 */
void
patron_mark_guess_add (PatronMarkGuess *self,
                       const char      *text)
{
  double by_point, by_comma;
  int n_whole, n_decimals;
  gboolean point, comma;

  /* A point that is no decimal mark has three digits behind it. */
  if (read_plain_number (text, &n_whole, &n_decimals, &by_point)
      && n_decimals != 3)
    {
      self->n_point++;
      self->n_comma += n_decimals < 0;
      return;
    }
  point = patron_cell_read_number (text, '.', &by_point);
  comma = patron_cell_read_number (text, ',', &by_comma);

  self->n_point += point;
  self->n_comma += comma;
  if (point && comma && by_point != by_comma)
    self->differs = TRUE;
}

/**
 * patron_mark_guess_decide:
 * @separator: what stands between the fields: where the comma marks decimals,
 *   it is rarely a comma
 * @ambiguous: (out): whether the other mark reads as many numbers, as others
 *
 * Returns: the decimal mark that reads most of the numbers, '.' or ','
 */
char
patron_mark_guess_decide (const PatronMarkGuess *self,
                          char                   separator,
                          gboolean              *ambiguous)
{
  *ambiguous = FALSE;
  if (self->n_point != self->n_comma)
    return self->n_point > self->n_comma ? '.' : ',';
  *ambiguous = self->differs;
  return separator == ';' && self->differs ? ',' : '.';
}
