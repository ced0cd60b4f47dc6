/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"
#include "patron-record-row.h"

G_BEGIN_DECLS

#define PATRON_TYPE_RECORD_LIST (patron_record_list_get_type ())

G_DECLARE_FINAL_TYPE (PatronRecordList, patron_record_list, PATRON,
                      RECORD_LIST, AdwBin)

GtkWidget *patron_record_list_new         (PatronDocument     *document,
                                           const PatronEntity *entity,
                                           const char         *reference);
void       patron_record_list_set_target  (PatronRecordList   *self,
                                           PatronRecord       *target);
void       patron_record_list_show_all    (PatronRecordList   *self);
void       patron_record_list_set_mark    (PatronRecordList   *self,
                                           PatronMarkFunc      mark,
                                           gpointer            data);
void       patron_record_list_set_note    (PatronRecordList   *self,
                                           PatronMarkFunc      note,
                                           gpointer            data);
void       patron_record_list_set_order   (PatronRecordList   *self,
                                           GCompareDataFunc    compare,
                                           gpointer            data);
void       patron_record_list_set_newest_first (PatronRecordList *self);
void       patron_record_list_sort        (PatronRecordList   *self);
gboolean   patron_record_list_show_record (PatronRecordList   *self,
                                           PatronRecord       *record);

G_END_DECLS
