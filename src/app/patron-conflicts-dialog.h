/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *patron_conflicts_dialog_new (PatronDocument *document);

G_END_DECLS
