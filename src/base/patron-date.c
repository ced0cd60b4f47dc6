/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-base"

#include "patron-date.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <time.h>

/**
 * patron_date_from_ymd:
 *
 * Counts days from a Gregorian date. The algorithm shifts the year to begin
 * in March, so that the leap day comes last and months need no table.
 *
 * Returns: days since 1970-01-01
 */
gint64
patron_date_from_ymd (int year,
                      int month,
                      int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100
                   + day_of_year;

  return (gint64) era * 146097 + day_of_era - 719468;
}

/**
 * patron_date_to_ymd:
 * @date: days since 1970-01-01
 * @year: (out): the year
 * @month: (out): the month, 1 to 12
 * @day: (out): the day, 1 to 31
 *
 * The inverse of patron_date_from_ymd().
 */
void
patron_date_to_ymd (gint64  date,
                    int    *year,
                    int    *month,
                    int    *day)
{
  gint64 z = date + 719468;
  gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  int day_of_era = (int) (z - era * 146097);
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524
                     - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4
                                  - year_of_era / 100);
  int shifted = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * shifted + 2) / 5 + 1;
  *month = shifted < 10 ? shifted + 3 : shifted - 9;
  *year = (int) (year_of_era + era * 400) + (*month <= 2 ? 1 : 0);
}

/**
 * patron_date_is_valid_ymd:
 *
 * Returns: whether the day exists and lies in 1900 to 2299
 */
gboolean
patron_date_is_valid_ymd (int year,
                          int month,
                          int day)
{
  return year >= 1900 && year <= 2299 && month >= 1 && month <= 12 && day >= 1
         && (day <= 28 || day <= g_date_get_days_in_month (month, year));
}

/**
 * patron_date_today:
 *
 * Returns: the date of now in the user's time zone
 */
gint64
patron_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return patron_date_from_ymd (g_date_time_get_year (now),
                               g_date_time_get_month (now),
                               g_date_time_get_day_of_month (now));
}

static gboolean
read_digits (const char **text,
             int          n,
             int         *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      *value = *value * 10 + ((*text)[i] - '0');
    }
  *text += n;
  return TRUE;
}

static gboolean
read_date (const char **text,
           gint64      *date)
{
  int year, month, day;

  if (!read_digits (text, 4, &year) || *(*text)++ != '-'
      || !read_digits (text, 2, &month) || *(*text)++ != '-'
      || !read_digits (text, 2, &day)
      || !patron_date_is_valid_ymd (year, month, day))
    return FALSE;
  *date = patron_date_from_ymd (year, month, day);
  return TRUE;
}

/**
 * patron_date_from_text:
 * @text: an ISO 8601 date such as 2024-02-29
 * @date: (out): days since 1970-01-01
 *
 * Reads the form that files use.
 *
 * Returns: whether @text is a day that exists, in 1900 to 2299
 */
gboolean
patron_date_from_text (const char *text,
                       gint64     *date)
{
  gint64 read;

  if (!read_date (&text, &read) || *text != '\0')
    return FALSE;
  *date = read;
  return TRUE;
}

/**
 * patron_date_to_text:
 *
 * Returns: (transfer full): @date as ISO 8601
 */
char *
patron_date_to_text (gint64 date)
{
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* Reads what the user typed by the order of the locale's short date. */
static gboolean
parse_by_locale_order (const char *text,
                       gint64     *date)
{
  const char *format = nl_langinfo (D_FMT);
  int parts[3];
  int year = 0, month = 0, day = 0;
  int i = 0;

  for (; i < 3 && *text != '\0'; i++)
    {
      char *end;

      while (*text != '\0' && !g_ascii_isdigit (*text))
        text++;
      if (*text == '\0')
        break;
      parts[i] = (int) CLAMP (g_ascii_strtoll (text, &end, 10), 0, 99999);
      text = end;
    }
  while (*text != '\0' && !g_ascii_isalnum (*text))
    text++;
  if (i < 3 || *text != '\0')
    return FALSE;

  i = 0;
  for (; *format != '\0' && i < 3; format++)
    {
      if (*format != '%')
        continue;
      do
        format++;
      while (*format != '\0' && strchr ("-_0^#EO", *format) != NULL);
      if (*format == '\0')
        break;
      if (strchr ("yY", *format) != NULL)
        year = parts[i++];
      else if (strchr ("mbBh", *format) != NULL)
        month = parts[i++];
      else if (strchr ("de", *format) != NULL)
        day = parts[i++];
      else if (*format == 'D')
        {
          month = parts[0];
          day = parts[1];
          year = parts[2];
          i = 3;
        }
      else if (*format == 'F')
        {
          year = parts[0];
          month = parts[1];
          day = parts[2];
          i = 3;
        }
    }
  /* Two-digit years are read as POSIX strptime() does. */
  if (year < 69)
    year += 2000;
  else if (year < 100)
    year += 1900;
  if (!patron_date_is_valid_ymd (year, month, day))
    return FALSE;
  *date = patron_date_from_ymd (year, month, day);
  return TRUE;
}

/**
 * patron_date_parse:
 * @text: what the user typed
 * @date: (out): days since 1970-01-01
 *
 * Reads a date in the order of the user's locale, or as ISO 8601.
 *
 * Returns: whether @text is a day that exists, in 1900 to 2299
 */
gboolean
patron_date_parse (const char *text,
                   gint64     *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return patron_date_from_text (stripped, date)
         || parse_by_locale_order (stripped, date);
}

/* The C locale is nobody's own, and its 03/04/05 is read three ways. */
static gboolean
is_neutral_locale (void)
{
  const char *locale = setlocale (LC_TIME, NULL);

  return strcmp (locale, "POSIX") == 0
         || (locale[0] == 'C' && (locale[1] == '\0' || locale[1] == '.'));
}

/**
 * patron_date_format:
 *
 * Writes a date so that patron_date_parse() reads the same day. Where the
 * short date of the locale cannot be read back (it spells the month, or its
 * two-digit year is of another century), and where the locale is nobody's,
 * the date comes as ISO 8601.
 *
 * Returns: (transfer full): @date as the user's locale writes it
 */
char *
patron_date_format (gint64 date)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;
  int year, month, day;
  gint64 back;

  if (is_neutral_locale ())
    return patron_date_to_text (date);
  patron_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  if (time != NULL)
    text = g_date_time_format (time, "%x");
  if (text != NULL && patron_date_parse (text, &back) && back == date)
    return g_steal_pointer (&text);
  return patron_date_to_text (date);
}

/**
 * patron_date_time_now:
 *
 * Returns: seconds since 1970-01-01T00:00:00Z
 */
gint64
patron_date_time_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * patron_date_time_from_text:
 * @text: an ISO 8601 date-time in UTC such as 2024-02-29T09:30:00Z
 * @time: (out): seconds since 1970-01-01T00:00:00Z
 *
 * Returns: whether @text is such a time
 */
gboolean
patron_date_time_from_text (const char *text,
                            gint64     *time)
{
  gint64 date;
  int hour, minute, second;

  if (!read_date (&text, &date) || *text++ != 'T'
      || !read_digits (&text, 2, &hour) || *text++ != ':'
      || !read_digits (&text, 2, &minute) || *text++ != ':'
      || !read_digits (&text, 2, &second) || strcmp (text, "Z") != 0
      || hour > 23 || minute > 59 || second > 59)
    return FALSE;
  *time = date * 86400 + hour * 3600 + minute * 60 + second;
  return TRUE;
}

/**
 * patron_date_time_to_text:
 *
 * Returns: (transfer full): @time as ISO 8601 in UTC
 */
char *
patron_date_time_to_text (gint64 time)
{
  gint64 date = time >= 0 ? time / 86400 : (time - 86399) / 86400;
  int second = (int) (time - date * 86400);
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day,
                          second / 3600, second / 60 % 60, second % 60);
}

/**
 * patron_date_time_parse:
 * @text: a date as patron_date_parse() reads it, and the time of the day such
 *   as 14:30; the start of the day without one
 * @time: (out): seconds since 1970-01-01T00:00:00Z
 *
 * Returns: whether @text is a time in the user's time zone
 */
gboolean
patron_date_time_parse (const char *text,
                        gint64     *time)
{
  g_autofree char *date_text = g_strstrip (g_strdup (text));
  g_autoptr (GDateTime) local = NULL;
  char *space = strrchr (date_text, ' ');
  int hour = 0, minute = 0;
  int year, month, day;
  gint64 date;

  if (space != NULL && strchr (space, ':') != NULL)
    {
      const char *p = space + 1;

      if (!read_digits (&p, 2, &hour) || *p++ != ':'
          || !read_digits (&p, 2, &minute) || *p != '\0' || hour > 23
          || minute > 59)
        return FALSE;
      *space = '\0';
    }
  if (!patron_date_parse (date_text, &date))
    return FALSE;
  patron_date_to_ymd (date, &year, &month, &day);
  local = g_date_time_new_local (year, month, day, hour, minute, 0);
  if (local == NULL)
    return FALSE;
  *time = g_date_time_to_unix (local);
  return TRUE;
}

/**
 * patron_date_time_format:
 *
 * Returns: (transfer full): @time in the user's time zone and locale
 */
char *
patron_date_time_format (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);
  g_autofree char *date = NULL;

  if (local == NULL)
    return patron_date_time_to_text (time);
  date = patron_date_format (
    patron_date_from_ymd (g_date_time_get_year (local),
                          g_date_time_get_month (local),
                          g_date_time_get_day_of_month (local)));
  return g_strdup_printf ("%s %02d:%02d", date, g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}
