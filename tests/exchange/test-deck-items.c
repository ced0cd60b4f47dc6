/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which slides a team shows, in which order and form, goes with the
 * document. */

#include "patron-deck-strategy.h"

#include "store-fixture.h"

static PatronRecord *
add (PatronDocument *document,
     const char     *entity,
     const char     *title)
{
  g_autoptr (GError) error = NULL;
  PatronRecord *record = patron_document_insert (document, entity, &error,
                                                 "name", title, NULL);

  g_assert_no_error (error);
  return record;
}

static PatronDocument *
make_document (void)
{
  PatronDocument *document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronRecord) first = add (document, "kpi", "Loyalty");
  g_autoptr (PatronRecord) second = add (document, "kpi", "Referrals");

  return document;
}

/* The labels in order; those that are not shown in brackets, those with a
 * form of their own with its number. */
static char *
write_items (GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const PatronDeckItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (text, item->shown ? "%s%s" : "%s(%s)",
                              i > 0 ? ", " : "", item->label);
      if (item->form != PATRON_DECK_USUAL)
        g_string_append_printf (text, " %d", item->form);
    }
  return g_string_free (text, FALSE);
}

static void
assert_items (PatronDocument *document,
              const char     *expected)
{
  g_autoptr (GPtrArray) items = patron_deck_list_items (document);
  g_autofree char *text = write_items (items);

  g_assert_cmpstr (text, ==, expected);
}

static void
keep (PatronDocument *document,
      GPtrArray      *items)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (patron_deck_keep_items (document, items, &error));
  g_assert_no_error (error);
}

/* Referrals first, as a picture, and without the overview. */
static void
choose (PatronDocument *document)
{
  g_autoptr (GPtrArray) items = patron_deck_list_items (document);
  PatronDeckItem *last = g_ptr_array_steal_index (items, items->len - 1);

  last->form = PATRON_DECK_PICTURE;
  ((PatronDeckItem *) g_ptr_array_index (items, 1))->shown = FALSE;
  g_ptr_array_insert (items, 0, last);
  keep (document, items);
}

#define USUAL "Cover, Overview, KPIs, Loyalty, Referrals"
#define CHOSEN "Referrals 2, Cover, (Overview), KPIs, Loyalty"

static void
test_keep (void)
{
  g_autoptr (PatronDocument) document = make_document ();
  g_autoptr (GPtrArray) same = patron_deck_list_items (document);

  assert_items (document, USUAL);
  keep (document, same);
  g_assert_cmpint (patron_document_count (document, "slide"), ==, 0);

  choose (document);
  assert_items (document, CHOSEN);
  g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                   "Choose Slides");
  g_assert_true (patron_document_undo (document, NULL));
  assert_items (document, USUAL);
  g_assert_true (patron_document_redo (document, NULL));
  assert_items (document, CHOSEN);
}

/* What comes later has a place, and what goes takes its slide along. */
static void
test_change (void)
{
  g_autoptr (PatronDocument) document = make_document ();
  g_autoptr (PatronRecord) kpi = NULL;
  g_autoptr (PatronRecord) portrait = NULL;
  g_autoptr (GPtrArray) items = NULL;

  choose (document);
  kpi = add (document, "kpi", "Cost");
  portrait = patron_document_insert (document, "portrait", NULL, "name",
                                     "Ada", NULL);
  assert_items (document, "Referrals 2, Cover, (Overview), Ada, KPIs, "
                          "Loyalty, Cost");
  items = patron_deck_list_items (document);
  g_ptr_array_add (items, g_ptr_array_steal_index (items, 5));
  keep (document, items);
  assert_items (document, "Referrals 2, Cover, (Overview), Ada, KPIs, Cost, "
                          "Loyalty");
  g_assert_true (patron_document_remove (document, kpi, NULL));
  assert_items (document, "Referrals 2, Cover, (Overview), Ada, KPIs, "
                          "Loyalty");
  g_assert_cmpint (patron_document_count (document, "slide"), ==, 6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/deck-items/keep", test_keep);
  g_test_add_func ("/exchange/deck-items/change", test_change);
  return g_test_run ();
}
