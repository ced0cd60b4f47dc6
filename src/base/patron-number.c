/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-base"

#include "config.h"

#include "patron-number.h"

#include <glib/gi18n-lib.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define NARROW_NO_BREAK_SPACE "\xe2\x80\xaf"

/**
 * patron_number_from_text:
 * @text: a number as files write it: "-12.5e3"
 * @number: (out): the number
 *
 * Returns: whether the whole of @text is one finite number
 */
gboolean
patron_number_from_text (const char *text,
                         double     *number)
{
  char *end;
  double value;

  if (*text == '\0' || g_ascii_isspace (*text))
    return FALSE;
  value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (value))
    return FALSE;
  *number = value;
  return TRUE;
}

/**
 * patron_number_to_text:
 *
 * Returns: (transfer full): the shortest decimal that reads back as @number
 */
char *
patron_number_to_text (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  return g_strdup (buffer);
}

/* A separator may be one of several look-alikes: people type a plain space
 * where the locale has a narrow no-break one. */
static gsize
skip_group_mark (const char *text,
                 const char *mark)
{
  static const char *const spaces[] = {
    NARROW_NO_BREAK_SPACE, "\xc2\xa0", "\xe2\x80\x89", " ",
  };

  if (*mark != '\0' && g_str_has_prefix (text, mark))
    return strlen (mark);
  for (gsize i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (g_str_has_prefix (text, spaces[i]))
      return strlen (spaces[i]);
  if (g_str_has_prefix (text, "'"))
    return 1;
  if (g_str_has_prefix (text, "\xe2\x80\x99"))
    return 3;
  return 0;
}

/**
 * patron_number_parse:
 * @text: what the user typed
 * @number: (out): the number
 *
 * Reads a number with the decimal and thousands marks of the user's locale.
 * A mark that groups digits must stand before exactly three of them (before
 * two, higher up, where the locale groups so), so that "1.5" is refused, not
 * read as fifteen, where the point groups.
 *
 * Returns: whether the whole of @text is one finite number
 */
gboolean
patron_number_parse (const char *text,
                     double     *number)
{
  const struct lconv *conv = localeconv ();
  const char *point = *conv->decimal_point ? conv->decimal_point : ".";
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *p = stripped;
  int since_mark = -1;
  int inner_group = 3;
  gboolean in_integer = TRUE;

  /* India groups the digits above the thousands by two. */
  if (conv->grouping[0] == 3 && conv->grouping[1] == 2)
    inner_group = 2;

  /* The typographic minus is what we ourselves print. */
  if (g_str_has_prefix (p, "\xe2\x88\x92"))
    {
      g_string_append_c (plain, '-');
      p += 3;
    }
  else if (*p == '-' || *p == '+')
    g_string_append_c (plain, *p++);

  while (*p != '\0')
    {
      gsize mark;

      if (g_ascii_isdigit (*p))
        {
          if (since_mark >= 0)
            since_mark++;
          g_string_append_c (plain, *p++);
        }
      else if (in_integer && g_str_has_prefix (p, point))
        {
          if (since_mark >= 0 && since_mark != 3)
            return FALSE;
          since_mark = -1;
          in_integer = FALSE;
          g_string_append_c (plain, '.');
          p += strlen (point);
        }
      else if (in_integer
               && (mark = skip_group_mark (p, conv->thousands_sep)) > 0)
        {
          if ((since_mark >= 0 && since_mark != inner_group
               && since_mark != 3)
              || plain->len == 0)
            return FALSE;
          since_mark = 0;
          p += mark;
        }
      else if ((*p == 'e' || *p == 'E') && plain->len > 0)
        {
          g_string_append (plain, p);
          break;
        }
      else
        return FALSE;
    }
  if (since_mark >= 0 && since_mark != 3)
    return FALSE;
  return patron_number_from_text (plain->str, number);
}

static char *
tidy_fraction (char *text)
{
  const char *point = localeconv ()->decimal_point;
  char *at = *point != '\0' ? strstr (text, point) : NULL;
  char *end;

  if (at == NULL || strchr (text, 'e') != NULL)
    return text;
  end = text + strlen (text);
  while (end > at + strlen (point) && end[-1] == '0')
    *--end = '\0';
  if (end == at + strlen (point))
    *at = '\0';
  return text;
}

/* "-0" says nothing that "0" does not, and the hyphen is no minus sign. */
static char *
mend_sign (char *text)
{
  char *digits;

  if (text[0] != '-')
    return text;
  digits = g_strdup (text + 1);
  if (strpbrk (digits, "123456789") == NULL)
    {
      g_free (text);
      return digits;
    }
  g_free (text);
  text = g_strconcat ("\xe2\x88\x92", digits, NULL);
  g_free (digits);
  return text;
}

/* A locale without a thousands mark, the C locale above all, would leave
 * long numbers in one piece; they get the thin spaces of ISO 80000-1. */
static char *
group_digits (char *text)
{
  const char *end = text + strspn (text, "-0123456789");
  const char *first = text + (text[0] == '-' ? 1 : 0);
  g_autoptr (GString) grouped = NULL;

  if (*localeconv ()->thousands_sep != '\0' || end - first < 5
      || strchr (text, 'e') != NULL)
    return text;
  grouped = g_string_new_len (text, first - text);
  for (const char *p = first; p < end; p++)
    {
      if (p > first && (end - p) % 3 == 0)
        g_string_append (grouped, NARROW_NO_BREAK_SPACE);
      g_string_append_c (grouped, *p);
    }
  g_string_append (grouped, end);
  g_free (text);
  return g_string_free (g_steal_pointer (&grouped), FALSE);
}

/**
 * patron_number_format:
 * @number: a finite number
 * @decimals: digits after the mark, or -1 for as many as are needed, 6 at
 *   most
 *
 * Returns: (transfer full): @number with the marks of the user's locale
 */
char *
patron_number_format (double number,
                      int    decimals)
{
  char buffer[400];

  if (fabs (number) >= 1e15)
    g_snprintf (buffer, sizeof buffer, "%.6g", number);
  else
    g_snprintf (buffer, sizeof buffer, "%'.*f", decimals < 0 ? 6 : decimals,
                number);
  if (decimals < 0)
    tidy_fraction (buffer);
  return mend_sign (group_digits (g_strdup (buffer)));
}

/**
 * patron_percent_format:
 * @fraction: 0.95 for 95 %
 * @decimals: as in patron_number_format()
 *
 * Returns: (transfer full): the share as the user's locale writes it
 */
char *
patron_percent_format (double fraction,
                       int    decimals)
{
  g_autofree char *number = patron_number_format (fraction * 100, decimals);

  /* Translators: a share in percent; keep the narrow no-break space where
   * the language sets one, drop it where the sign follows directly. */
  return g_strdup_printf (C_("percent", "%s\xe2\x80\xaf%%"), number);
}

/**
 * patron_percent_parse:
 * @text: what the user typed: "95", "95 %" or "95%"
 * @fraction: (out): 0.95
 *
 * Returns: whether @text is one finite number of percent
 */
gboolean
patron_percent_parse (const char *text,
                      double     *fraction)
{
  g_autofree char *number = g_strstrip (g_strdup (text));
  gsize length = strlen (number);

  if (length > 0 && number[length - 1] == '%')
    number[length - 1] = '\0';
  for (length = strlen (number);
       g_str_has_suffix (number, NARROW_NO_BREAK_SPACE)
       || g_str_has_suffix (number, "\xc2\xa0");
       length = strlen (number))
    number[length - (g_str_has_suffix (number, "\xc2\xa0") ? 2 : 3)] = '\0';
  if (!patron_number_parse (number, fraction))
    return FALSE;
  *fraction /= 100;
  return TRUE;
}

static const struct
{
  const char *code;
  const char *sign;
} currency_signs[] = {
  { "USD", "$" },
  { "EUR", "\xe2\x82\xac" },
  { "GBP", "\xc2\xa3" },
  { "JPY", "\xc2\xa5" },
  { "INR", "\xe2\x82\xb9" },
};

/**
 * patron_money_get_sign:
 * @currency: (nullable): an ISO 4217 code
 * @before: (out): whether it stands before the amount in the user's locale
 *
 * Returns: (transfer none): the sign of @currency, or its code; "" for none
 */
const char *
patron_money_get_sign (const char *currency,
                       gboolean   *before)
{
  *before = localeconv ()->p_cs_precedes == 1
            || localeconv ()->p_cs_precedes == CHAR_MAX;
  for (gsize i = 0; currency != NULL && i < G_N_ELEMENTS (currency_signs); i++)
    if (strcmp (currency, currency_signs[i].code) == 0)
      return currency_signs[i].sign;
  return currency != NULL ? currency : "";
}

/**
 * patron_money_format:
 * @amount: a finite amount in whole units of @currency
 * @currency: (nullable): an ISO 4217 code
 * @decimals: as in patron_number_format()
 *
 * The place of the sign follows the user's locale, whatever the currency.
 *
 * Returns: (transfer full): the amount with the sign or code of @currency
 */
char *
patron_money_format (double      amount,
                     const char *currency,
                     int         decimals)
{
  g_autofree char *number = patron_number_format (amount, decimals);
  gboolean before;
  const char *sign = patron_money_get_sign (currency, &before);

  if (*sign == '\0')
    return g_steal_pointer (&number);
  if (!before)
    return g_strconcat (number, NARROW_NO_BREAK_SPACE, sign, NULL);
  if (g_ascii_isalpha (*sign))
    return g_strconcat (sign, NARROW_NO_BREAK_SPACE, number, NULL);
  if (g_str_has_prefix (number, "\xe2\x88\x92"))
    return g_strconcat ("\xe2\x88\x92", sign, number + 3, NULL);
  return g_strconcat (sign, number, NULL);
}

/**
 * patron_money_parse:
 * @text: what the user typed, with or without a sign or code
 * @amount: (out): the amount
 *
 * Returns: whether @text is one finite amount
 */
gboolean
patron_money_parse (const char *text,
                    double     *amount)
{
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL
          && !g_unichar_isupper (c))
        g_string_append_unichar (bare, c);
    }
  while (g_str_has_suffix (bare->str, NARROW_NO_BREAK_SPACE))
    g_string_truncate (bare, bare->len - 3);
  while (g_str_has_prefix (bare->str, NARROW_NO_BREAK_SPACE))
    g_string_erase (bare, 0, 3);
  return patron_number_parse (bare->str, amount);
}

static const struct
{
  char letter;
  gint64 seconds;
} duration_units[] = {
  { 'd', 86400 },
  { 'h', 3600 },
  { 'm', 60 },
  { 's', 1 },
};

/**
 * patron_duration_to_text:
 *
 * Returns: (transfer full): such as "1d 4h 30m", in the form of files
 */
char *
patron_duration_to_text (gint64 seconds)
{
  g_autoptr (GString) text = g_string_new (seconds < 0 ? "-" : NULL);
  guint64 rest = seconds < 0 ? 0 - (guint64) seconds : (guint64) seconds;

  for (gsize i = 0; i < G_N_ELEMENTS (duration_units); i++)
    {
      guint64 n = rest / duration_units[i].seconds;

      rest %= duration_units[i].seconds;
      if (n > 0)
        g_string_append_printf (text, "%s%" G_GUINT64_FORMAT "%c",
                                text->len > 1 ? " " : "", n,
                                duration_units[i].letter);
    }
  if (seconds == 0)
    g_string_append (text, "0s");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * patron_duration_from_text:
 * @text: such as "1d 4h 30m", "90m" or "45s"
 * @seconds: (out): the time
 *
 * Returns: whether @text is such a time, of at most 100 years
 */
gboolean
patron_duration_from_text (const char *text,
                           gint64     *seconds)
{
  gboolean negative = *text == '-';
  double sum = 0;
  gsize unit = 0;
  gboolean any = FALSE;

  if (negative)
    text++;
  while (*text != '\0')
    {
      char *end;
      double n;

      while (*text == ' ')
        text++;
      if (*text == '\0')
        break;
      if (!g_ascii_isdigit (*text))
        return FALSE;
      n = g_ascii_strtod (text, &end);
      text = end;
      while (*text == ' ')
        text++;
      while (unit < G_N_ELEMENTS (duration_units)
             && duration_units[unit].letter != g_ascii_tolower (*text))
        unit++;
      if (unit == G_N_ELEMENTS (duration_units))
        return FALSE;
      sum += n * (double) duration_units[unit++].seconds;
      text++;
      any = TRUE;
    }
  if (!any || !(sum <= 3155760000.0))
    return FALSE;
  *seconds = (gint64) (negative ? -round (sum) : round (sum));
  return TRUE;
}

/**
 * patron_duration_format:
 *
 * Returns: (transfer full): such as "1 d 4 h", for people; the two largest
 *   units that matter
 */
char *
patron_duration_format (gint64 seconds)
{
  guint64 rest = seconds < 0 ? 0 - (guint64) seconds : (guint64) seconds;
  guint64 days = rest / 86400, hours = rest / 3600 % 24;
  guint64 minutes = rest / 60 % 60, secs = rest % 60;
  const char *sign = seconds < 0 ? "\xe2\x88\x92" : "";

  if (days > 0 && hours > 0)
    /* Translators: a duration in days and hours, as short as can be. */
    return g_strdup_printf (C_("duration", "%s%d\xe2\x80\xaf"
                                           "d %d\xe2\x80\xafh"),
                            sign, (int) days, (int) hours);
  if (days > 0)
    return g_strdup_printf (C_("duration", "%s%d\xe2\x80\xaf" "d"), sign,
                            (int) days);
  if (hours > 0 && minutes > 0)
    /* Translators: a duration in hours and minutes. */
    return g_strdup_printf (C_("duration", "%s%d\xe2\x80\xaf"
                                           "h %d\xe2\x80\xafmin"),
                            sign, (int) hours, (int) minutes);
  if (hours > 0)
    return g_strdup_printf (C_("duration", "%s%d\xe2\x80\xafh"), sign,
                            (int) hours);
  if (minutes > 0 && secs > 0)
    /* Translators: a duration in minutes and seconds. */
    return g_strdup_printf (C_("duration", "%s%d\xe2\x80\xafmin "
                                           "%d\xe2\x80\xafs"),
                            sign, (int) minutes, (int) secs);
  if (minutes > 0)
    return g_strdup_printf (C_("duration", "%s%d\xe2\x80\xafmin"), sign,
                            (int) minutes);
  return g_strdup_printf (C_("duration", "%s%d\xe2\x80\xafs"), sign,
                          (int) secs);
}

/**
 * patron_duration_parse:
 * @text: what the user typed: "2h 30m", "90 min", "1:30" (hours, minutes)
 * @seconds: (out): the time
 *
 * Returns: whether @text is a duration
 */
gboolean
patron_duration_parse (const char *text,
                       gint64     *seconds)
{
  g_autofree char *plain = g_utf8_strdown (text, -1);
  g_autoptr (GString) bare = NULL;
  int hours, minutes, used = 0;

  if (sscanf (plain, "%d:%2d%n", &hours, &minutes, &used) == 2
      && plain[used] == '\0' && hours >= 0 && hours < 1000000 && minutes >= 0
      && minutes < 60)
    {
      *seconds = hours * G_GINT64_CONSTANT (3600) + minutes * 60;
      return TRUE;
    }
  bare = g_string_new (plain);
  g_string_replace (bare, NARROW_NO_BREAK_SPACE, " ", 0);
  g_string_replace (bare, "\xe2\x88\x92", "-", 0);
  g_string_replace (bare, "min", "m", 0);
  return patron_duration_from_text (bare->str, seconds);
}
