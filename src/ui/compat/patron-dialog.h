/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PATRON_TYPE_DIALOG (patron_dialog_get_type ())

G_DECLARE_DERIVABLE_TYPE (PatronDialog, patron_dialog, PATRON, DIALOG,
                          AdwWindow)

struct _PatronDialogClass
{
  AdwWindowClass parent_class;
};

void patron_dialog_present (PatronDialog *self,
                            GtkWindow    *parent);

G_END_DECLS
