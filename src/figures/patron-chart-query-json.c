/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* Queries as JSON, which saved charts hold. What it does not know, from a
 * newer version, it keeps. References to records stand in fields of the
 * record, where removing and merging know them. */

#include "config.h"

#include "patron-chart-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-date.h"
#include "patron-error.h"
#include "patron-json-reader.h"
#include "patron-json-text.h"

#define VERSION 1
#define MAX_NOTES 100

static const char *const sorts[PATRON_N_QUERY_SORTS]
    = { "own", "largest", "least", "name" };

static const char *const stacks[] = { "none", "sum", "percent" };

/* Of the bits of PatronAverages. */
static const char *const averages[] = { "none", "mean", "median", "both" };

static void
append_member (GString    *json,
               const char *name,
               const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (json, ",\"%s\":", name);
  patron_json_append_string (json, text);
}

static void
append_notes (GString                *json,
              const PatronChartQuery *self)
{
  if (self->notes->len == 0)
    return;
  g_string_append (json, ",\"notes\":[");
  for (guint i = 0; i < self->notes->len; i++)
    {
      const PatronQueryNote *note
          = &g_array_index (self->notes, PatronQueryNote, i);
      g_autofree char *date = patron_date_to_text ((gint64) note->at);

      g_string_append_printf (json, "%s{\"%s\":", i > 0 ? "," : "",
                              note->on != NULL ? "on" : "at");
      patron_json_append_string (json, note->on != NULL ? note->on : date);
      append_member (json, "text", note->text);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

/**
 * patron_chart_query_to_json:
 *
 * Returns: (transfer full): what a saved chart holds, but for what stands in
 *   fields of its own
 */
char *
patron_chart_query_to_json (const PatronChartQuery *self)
{
  GString *json = g_string_new (NULL);

  g_string_append_printf (json, "{\"version\":%d", VERSION);
  append_member (json, "of", self->entity);
  g_string_append (json, ",\"measures\":[");
  for (guint i = 0; self->measures[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      patron_json_append_string (json, self->measures[i]);
    }
  g_string_append_c (json, ']');
  append_member (json, "over", self->over);
  append_member (json, "split", self->split);
  append_member (json, "unit", self->unit);
  if (self->stack != PATRON_STACK_NONE)
    append_member (json, "stack", stacks[self->stack]);
  if (self->averages != PATRON_AVERAGE_NONE)
    append_member (json, "averages", averages[self->averages]);
  if (self->sort != PATRON_QUERY_SORT_OWN)
    append_member (json, "sort", sorts[self->sort]);
  if (self->limit > 0)
    g_string_append_printf (json, ",\"limit\":%u", self->limit);
  if (!self->others)
    g_string_append (json, ",\"others\":false");
  if (self->decimals >= 0)
    g_string_append_printf (json, ",\"decimals\":%d", self->decimals);
  if (!self->targets)
    g_string_append (json, ",\"targets\":false");
  append_member (json, "headline", self->headline);
  append_notes (json, self);
  g_string_append (json, self->unknown->str);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
read_text (PatronJsonReader  *reader,
           char             **text,
           GError           **error)
{
  g_free (*text);
  *text = patron_json_reader_read_string (reader, error);
  return *text != NULL;
}

static gboolean
read_number (PatronJsonReader  *reader,
             gint64             max,
             gint64            *number,
             GError           **error)
{
  if (!patron_json_reader_read_integer (reader, number, error))
    return FALSE;
  if (*number < 0 || *number > max)
    return patron_json_reader_refuse (
        reader, error,
        _("%" G_GINT64_FORMAT " is not between 0 and %" G_GINT64_FORMAT),
        *number, max);
  return TRUE;
}

static gboolean
read_word (PatronJsonReader   *reader,
           const char *const  *words,
           guint               n_words,
           int                *index,
           GError            **error)
{
  g_autofree char *word = patron_json_reader_read_string (reader, error);

  if (word == NULL)
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    if (strcmp (words[i], word) == 0)
      {
        *index = (int) i;
        return TRUE;
      }
  return patron_json_reader_refuse (reader, error,
                                    _("“%s” is not known here"), word);
}

static gboolean
read_measures (PatronJsonReader  *reader,
               PatronChartQuery  *self,
               GError           **error)
{
  PatronJsonResult result;
  guint n = 0;

  patron_chart_query_set_measure (self, 0, NULL);
  if (!patron_json_reader_enter_array (reader, error))
    return FALSE;
  while ((result = patron_json_reader_next_element (reader, error))
         == PATRON_JSON_MORE)
    {
      if (n == PATRON_QUERY_MAX_MEASURES)
        return patron_json_reader_refuse (
            reader, error, _("A chart shows at most %d measures"),
            PATRON_QUERY_MAX_MEASURES);
      if (!read_text (reader, &self->measures[n++], error))
        return FALSE;
    }
  return result == PATRON_JSON_DONE;
}

static gboolean
read_note (PatronJsonReader  *reader,
           PatronChartQuery  *self,
           GError           **error)
{
  g_autofree char *at = NULL;
  g_autofree char *on = NULL;
  g_autofree char *text = NULL;
  PatronJsonResult result;
  gint64 date = 0;

  if (!patron_json_reader_enter_object (reader, error))
    return FALSE;
  for (;;)
    {
      g_autofree char *name = NULL;
      gboolean good;

      result = patron_json_reader_next_member (reader, &name, error);
      if (result != PATRON_JSON_MORE)
        break;
      if (strcmp (name, "at") == 0)
        good = read_text (reader, &at, error);
      else if (strcmp (name, "on") == 0)
        good = read_text (reader, &on, error);
      else if (strcmp (name, "text") == 0)
        good = read_text (reader, &text, error);
      else
        good = patron_json_reader_skip (reader, error);
      if (!good)
        return FALSE;
    }
  if (result != PATRON_JSON_DONE)
    return FALSE;
  if (on == NULL && (at == NULL || !patron_date_from_text (at, &date)))
    return patron_json_reader_refuse (
        reader, error, _("“%s” is not a date such as 2026-03-31"),
        at != NULL ? at : "");
  patron_chart_query_add_note (self, (double) date, on,
                               text != NULL ? text : "");
  return TRUE;
}

static gboolean
read_notes (PatronJsonReader  *reader,
            PatronChartQuery  *self,
            GError           **error)
{
  PatronJsonResult result;

  if (!patron_json_reader_enter_array (reader, error))
    return FALSE;
  while ((result = patron_json_reader_next_element (reader, error))
         == PATRON_JSON_MORE)
    {
      if (self->notes->len == MAX_NOTES)
        return patron_json_reader_refuse (
            reader, error, _("A chart has at most %d annotations"),
            MAX_NOTES);
      if (!read_note (reader, self, error))
        return FALSE;
    }
  return result == PATRON_JSON_DONE;
}

static gboolean
keep_unknown (PatronJsonReader  *reader,
              PatronChartQuery  *self,
              const char        *json,
              const char        *name,
              GError           **error)
{
  gsize from, to;

  patron_json_reader_peek (reader);
  from = patron_json_reader_tell (reader);
  if (!patron_json_reader_skip (reader, error))
    return FALSE;
  to = patron_json_reader_tell (reader);
  g_string_append_c (self->unknown, ',');
  patron_json_append_string (self->unknown, name);
  g_string_append_c (self->unknown, ':');
  g_string_append_len (self->unknown, json + from, (gssize) (to - from));
  return TRUE;
}

static gboolean
read_version (PatronJsonReader  *reader,
              GError           **error)
{
  gint64 version;

  if (!patron_json_reader_read_integer (reader, &version, error))
    return FALSE;
  if (version == VERSION)
    return TRUE;
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_NEWER,
               _("The chart was made by a newer Patron (version %"
                 G_GINT64_FORMAT " of charts). Update Patron to see it"),
               version);
  return FALSE;
}

static gboolean
read_member (PatronJsonReader  *reader,
             PatronChartQuery  *self,
             const char        *json,
             const char        *name,
             GError           **error)
{
  gint64 number = 0;
  int word = 0;
  gboolean good;

  if (strcmp (name, "version") == 0)
    return read_version (reader, error);
  if (strcmp (name, "of") == 0)
    return read_text (reader, &self->entity, error);
  if (strcmp (name, "measures") == 0)
    return read_measures (reader, self, error);
  if (strcmp (name, "over") == 0)
    return read_text (reader, &self->over, error);
  if (strcmp (name, "split") == 0)
    return read_text (reader, &self->split, error);
  if (strcmp (name, "unit") == 0)
    return read_text (reader, &self->unit, error);
  if (strcmp (name, "headline") == 0)
    return read_text (reader, &self->headline, error);
  if (strcmp (name, "others") == 0)
    return patron_json_reader_read_boolean (reader, &self->others, error);
  if (strcmp (name, "targets") == 0)
    return patron_json_reader_read_boolean (reader, &self->targets, error);
  if (strcmp (name, "notes") == 0)
    return read_notes (reader, self, error);
  if (strcmp (name, "limit") == 0)
    {
      good = read_number (reader, 1000, &number, error);
      self->limit = (guint) number;
      return good;
    }
  if (strcmp (name, "decimals") == 0)
    {
      good = read_number (reader, 9, &number, error);
      self->decimals = (int) number;
      return good;
    }
  if (strcmp (name, "sort") == 0)
    {
      good = read_word (reader, sorts, G_N_ELEMENTS (sorts), &word, error);
      self->sort = (PatronQuerySort) word;
      return good;
    }
  if (strcmp (name, "averages") == 0)
    {
      good = read_word (reader, averages, G_N_ELEMENTS (averages), &word,
                        error);
      self->averages = (PatronAverages) word;
      return good;
    }
  if (strcmp (name, "stack") == 0)
    {
      good = read_word (reader, stacks, G_N_ELEMENTS (stacks), &word, error);
      self->stack = (PatronStack) word;
      return good;
    }
  return keep_unknown (reader, self, json, name, error);
}

static gboolean
read_all (PatronJsonReader  *reader,
          PatronChartQuery  *self,
          const char        *json,
          GError           **error)
{
  if (!patron_json_reader_enter_object (reader, error))
    return FALSE;
  for (;;)
    {
      g_autofree char *name = NULL;
      PatronJsonResult result
          = patron_json_reader_next_member (reader, &name, error);

      if (result != PATRON_JSON_MORE)
        return result == PATRON_JSON_DONE
               && patron_json_reader_finish (reader, error);
      if (!read_member (reader, self, json, name, error))
        return FALSE;
    }
}

/**
 * patron_chart_query_from_json:
 * @json: what patron_chart_query_to_json() wrote, or people did
 * @registry: what strategies hold
 *
 * Returns: (transfer full) (nullable): the query; %NULL with an error of
 *   %PATRON_ERROR that says what is wrong with it, and where
 */
PatronChartQuery *
patron_chart_query_from_json (const char      *json,
                              PatronRegistry  *registry,
                              GError         **error)
{
  g_autoptr (PatronChartQuery) self
      = patron_chart_query_new ("", NULL, NULL, PATRON_CHART_BAR);
  g_autoptr (PatronJsonReader) reader
      = patron_json_reader_new (json, strlen (json));

  if (!read_all (reader, self, json, error)
      || !patron_chart_query_check (self, registry, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * patron_chart_query_from_record:
 * @chart: a saved chart
 *
 * Returns: (transfer full) (nullable): its query; %NULL with an error of
 *   %PATRON_ERROR
 */
PatronChartQuery *
patron_chart_query_from_record (PatronRecord    *chart,
                                PatronRegistry  *registry,
                                GError         **error)
{
  const char *json = patron_record_get_text (chart, "specification");
  const char *kind = patron_record_get_text (chart, "kind");
  g_autoptr (PatronChartQuery) self = NULL;

  if (json == NULL)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                           _("The chart does not say yet what it shows"));
      return NULL;
    }
  self = patron_chart_query_from_json (json, registry, error);
  if (self == NULL)
    return NULL;
  if (kind != NULL && !patron_chart_kind_from_id (kind, &self->kind))
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_NEWER,
                   _("This Patron has no kind of chart “%s”. Choose another "
                     "kind, or update Patron"),
                   kind);
      return NULL;
    }
  self->kpi = patron_record_get_integer (chart, "kpi");
  self->segment = patron_record_get_integer (chart, "segment");
  self->portrait = patron_record_get_integer (chart, "portrait");
  self->journey = patron_record_get_integer (chart, "journey");
  self->note = g_strdup (patron_record_get_text (chart, "note"));
  return g_steal_pointer (&self);
}

static gboolean
set_reference (PatronDocument  *document,
               PatronRecord    *chart,
               const char      *field,
               gint64           id,
               GError         **error)
{
  PatronValue value = PATRON_VALUE_INIT;

  if (patron_record_get_integer (chart, field) == id)
    return TRUE;
  if (id != 0)
    patron_value_set_integer (&value, id);
  return patron_document_set (document, chart, field, &value, error);
}

static gboolean
set_text (PatronDocument  *document,
          PatronRecord    *chart,
          const char      *field,
          const char      *text,
          GError         **error)
{
  g_auto (PatronValue) value = PATRON_VALUE_INIT;

  if (g_strcmp0 (patron_record_get_text (chart, field), text) == 0)
    return TRUE;
  if (text != NULL)
    patron_value_set_text (&value, text);
  return patron_document_set (document, chart, field, &value, error);
}

/**
 * patron_chart_query_store:
 * @chart: a saved chart
 *
 * Makes the saved chart show this, as one step of undo.
 *
 * Returns: whether that could be written
 */
gboolean
patron_chart_query_store (const PatronChartQuery  *self,
                          PatronDocument          *document,
                          PatronRecord            *chart,
                          GError                 **error)
{
  g_autofree char *json = patron_chart_query_to_json (self);

  if (!patron_document_begin (document, _("Change Chart"), error))
    return FALSE;
  if (set_text (document, chart, "kind",
                patron_chart_kind_get_id (self->kind), error)
      && set_text (document, chart, "specification", json, error)
      && set_text (document, chart, "note", self->note, error)
      && set_reference (document, chart, "kpi", self->kpi, error)
      && set_reference (document, chart, "segment", self->segment, error)
      && set_reference (document, chart, "portrait", self->portrait, error)
      && set_reference (document, chart, "journey", self->journey, error))
    return patron_document_end (document, error);
  patron_document_cancel (document);
  return FALSE;
}

/**
 * patron_chart_query_keep:
 * @title: what the chart is called
 *
 * Saves a chart, as one step of undo.
 *
 * Returns: (transfer full) (nullable): the saved chart; %NULL with an error
 */
PatronRecord *
patron_chart_query_keep (const PatronChartQuery  *self,
                         PatronDocument          *document,
                         const char              *title,
                         GError                 **error)
{
  g_autoptr (PatronRecord) chart = NULL;

  if (!patron_document_begin (document, _("Save Chart"), error))
    return NULL;
  chart = patron_document_insert (document, "chart", error, "title", title,
                                  NULL);
  if (chart != NULL && patron_chart_query_store (self, document, chart, error))
    return patron_document_end (document, error) ? g_steal_pointer (&chart)
                                                 : NULL;
  patron_document_cancel (document);
  return NULL;
}
