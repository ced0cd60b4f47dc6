/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-export-choices.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-settings.h"

/* px an inch of a figure's own size */
#define SCREEN_DENSITY 96.0

/**
 * PatronExportChoices:
 *
 * How figures are written: the format, and what it leaves to choose. What was
 * chosen last is what is offered next.
 */
struct _PatronExportChoices
{
  AdwPreferencesGroup  parent_instance;

  gboolean             sized; /* whether a size is asked for */
  AdwComboRow         *format;
  AdwComboRow         *size;
  GtkSpinButton       *width;
  GtkSpinButton       *height;
  GtkWidget           *own_size[2];
  AdwComboRow         *density;
  GtkSpinButton       *dots;
  GtkWidget           *own_density;
  AdwComboRow         *background;
  GtkSwitch           *outlines;
  GtkWidget           *outlines_row;
};

G_DEFINE_FINAL_TYPE (PatronExportChoices, patron_export_choices,
                     ADW_TYPE_PREFERENCES_GROUP)

/* In px at 96 an inch: a slide is 10 inches wide, as the programs have it. */
static const struct
{
  const char *label;
  int         width;
  int         height;
} sizes[] = {
  { N_("Slide 16:9"), 960, 540 },
  { N_("Slide 4:3"), 960, 720 },
  { N_("A4 Page, Landscape"), 1123, 794 },
  { N_("A4 Page, Portrait"), 794, 1123 },
  { N_("Square"), 720, 720 },
  { N_("Half a Slide"), 480, 540 },
  { N_("Own Size"), 0, 0 },
};

/* In dots an inch. */
static const struct
{
  const char *label;
  int         dots;
} densities[] = {
  { N_("For Screens (1×)"), 96 },
  { N_("For Slides (2×)"), 192 },
  { N_("For Large Screens (3×)"), 288 },
  { N_("For Print (4×)"), 384 },
  { N_("Own Density"), 0 },
};

static gboolean
is_own_size (PatronExportChoices *self)
{
  return sizes[adw_combo_row_get_selected (self->size)].width == 0;
}

static gboolean
is_own_density (PatronExportChoices *self)
{
  return densities[adw_combo_row_get_selected (self->density)].dots == 0;
}

static void
update (PatronExportChoices *self)
{
  PatronExportFormat format = patron_export_choices_get_format (self);

  gtk_widget_set_visible (GTK_WIDGET (self->size), self->sized);
  for (gsize i = 0; i < G_N_ELEMENTS (self->own_size); i++)
    gtk_widget_set_visible (self->own_size[i],
                            self->sized && is_own_size (self));
  gtk_widget_set_visible (GTK_WIDGET (self->density),
                          format == PATRON_EXPORT_PNG);
  gtk_widget_set_visible (self->own_density, format == PATRON_EXPORT_PNG
                                                 && is_own_density (self));
  gtk_widget_set_visible (GTK_WIDGET (self->background),
                          format != PATRON_EXPORT_PDF);
  gtk_widget_set_visible (self->outlines_row, format == PATRON_EXPORT_SVG);
}

static void
size_cb (PatronExportChoices *self)
{
  guint index = adw_combo_row_get_selected (self->size);

  if (sizes[index].width > 0)
    {
      gtk_spin_button_set_value (self->width, sizes[index].width);
      gtk_spin_button_set_value (self->height, sizes[index].height);
    }
  update (self);
}

static void
density_cb (PatronExportChoices *self)
{
  int dots = densities[adw_combo_row_get_selected (self->density)].dots;

  if (dots > 0)
    gtk_spin_button_set_value (self->dots, dots);
  update (self);
}

static void
set_density (PatronExportChoices *self,
             int                  dots)
{
  guint i = 0;

  while (densities[i].dots > 0 && densities[i].dots != dots)
    i++;
  gtk_spin_button_set_value (self->dots, dots);
  adw_combo_row_set_selected (self->density, i);
}

static void
set_size (PatronExportChoices *self,
          int                  width,
          int                  height)
{
  guint i = 0;

  while (sizes[i].width > 0
         && (sizes[i].width != width || sizes[i].height != height))
    i++;
  gtk_spin_button_set_value (self->width, width);
  gtk_spin_button_set_value (self->height, height);
  adw_combo_row_set_selected (self->size, i);
}

static void
patron_export_choices_class_init (PatronExportChoicesClass *klass)
{
}

static AdwComboRow *
add_choice (PatronExportChoices *self,
            const char          *title,
            const char *const   *labels)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_COMBO_ROW (row);
}

static GtkWidget *
add_control (PatronExportChoices *self,
             const char          *title,
             const char          *subtitle,
             GtkWidget           *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static GtkSpinButton *
add_number (PatronExportChoices  *self,
            const char           *title,
            const char           *subtitle,
            int                   least,
            int                   most,
            GtkWidget           **row)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 10);

  *row = add_control (self, title, subtitle, spin);
  return GTK_SPIN_BUTTON (spin);
}

static void
add_sizes (PatronExportChoices *self)
{
  const char *labels[G_N_ELEMENTS (sizes) + 1] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    labels[i] = _(sizes[i].label);
  self->size = add_choice (self, _("_Size"), labels);
  self->width = add_number (self, _("Width"), _("Pixels, at 96 an inch"), 100,
                            8000, &self->own_size[0]);
  self->height = add_number (self, _("Height"), _("Pixels, at 96 an inch"),
                             100, 8000, &self->own_size[1]);
  g_signal_connect_swapped (self->size, "notify::selected",
                            G_CALLBACK (size_cb), self);
}

static void
add_densities (PatronExportChoices *self)
{
  const char *labels[G_N_ELEMENTS (densities) + 1] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (densities); i++)
    labels[i] = _(densities[i].label);
  self->density = add_choice (self, _("_Density"), labels);
  self->dots = add_number (self, _("Dots an Inch"), NULL, 24, 2400,
                           &self->own_density);
  g_signal_connect_swapped (self->density, "notify::selected",
                            G_CALLBACK (density_cb), self);
}

static void
patron_export_choices_init (PatronExportChoices *self)
{
  const char *formats[] = { _("PNG Picture"), _("SVG Drawing"),
                            _("PDF Page"), NULL };
  const char *backgrounds[] = { _("White"), _("Transparent"), NULL };

  self->format = add_choice (self, _("_Format"), formats);
  add_sizes (self);
  add_densities (self);
  self->background = add_choice (self, _("_Background"), backgrounds);
  self->outlines = GTK_SWITCH (gtk_switch_new ());
  self->outlines_row = add_control (
      self, _("Text as Outlines"),
      _("Looks the same without the fonts, but cannot be edited"),
      GTK_WIDGET (self->outlines));
  g_signal_connect_swapped (self->format, "notify::selected",
                            G_CALLBACK (update), self);
}

static void
show_last (PatronExportChoices *self)
{
  GSettings *settings = patron_settings_get ();
  PatronExportOptions last;

  patron_export_choices_recall (&last);
  adw_combo_row_set_selected (self->format, last.format);
  adw_combo_row_set_selected (self->background, last.transparent);
  gtk_switch_set_active (self->outlines, last.outlines);
  set_density (self, settings != NULL
                         ? g_settings_get_int (settings, "export-density")
                         : (int) (2 * SCREEN_DENSITY));
  set_size (self, (int) last.width, (int) last.height);
  update (self);
}

/**
 * patron_export_choices_new:
 * @sized: whether a size is asked for, rather than the figure's own taken
 *
 * Returns: (transfer floating): rows for how figures are written
 */
GtkWidget *
patron_export_choices_new (gboolean sized)
{
  PatronExportChoices *self
      = g_object_new (PATRON_TYPE_EXPORT_CHOICES, NULL);

  self->sized = sized;
  show_last (self);
  return GTK_WIDGET (self);
}

/**
 * patron_export_choices_get_format:
 *
 * Returns: the format
 */
PatronExportFormat
patron_export_choices_get_format (PatronExportChoices *self)
{
  return (PatronExportFormat) adw_combo_row_get_selected (self->format);
}

/**
 * patron_export_choices_read:
 * @options: (out): what was chosen
 */
void
patron_export_choices_read (PatronExportChoices *self,
                            PatronExportOptions *options)
{
  patron_export_options_init (options,
                              patron_export_choices_get_format (self));
  if (self->sized)
    {
      options->width = gtk_spin_button_get_value (self->width);
      options->height = gtk_spin_button_get_value (self->height);
    }
  options->rtl = gtk_widget_get_direction (GTK_WIDGET (self))
                 == GTK_TEXT_DIR_RTL;
  if (options->format == PATRON_EXPORT_PNG)
    options->scale = gtk_spin_button_get_value (self->dots) / SCREEN_DENSITY;
  if (options->format != PATRON_EXPORT_PDF)
    options->transparent = adw_combo_row_get_selected (self->background) == 1;
  if (options->format == PATRON_EXPORT_SVG)
    options->outlines = gtk_switch_get_active (self->outlines);
}

/**
 * patron_export_choices_remember:
 *
 * Keeps what was chosen for the next time.
 */
void
patron_export_choices_remember (PatronExportChoices *self)
{
  GSettings *settings = patron_settings_get ();

  if (settings == NULL)
    return;
  g_settings_set_string (settings, "export-format",
                         patron_export_format_get_id (
                             patron_export_choices_get_format (self)));
  g_settings_set_int (settings, "export-density",
                      gtk_spin_button_get_value_as_int (self->dots));
  g_settings_set_boolean (settings, "export-transparent",
                          adw_combo_row_get_selected (self->background) == 1);
  g_settings_set_boolean (settings, "export-outlines",
                          gtk_switch_get_active (self->outlines));
  if (self->sized)
    g_settings_set (settings, "chart-size", "(ii)",
                    gtk_spin_button_get_value_as_int (self->width),
                    gtk_spin_button_get_value_as_int (self->height));
}

/**
 * patron_export_choices_recall:
 * @options: (out): how the last chart was written
 */
void
patron_export_choices_recall (PatronExportOptions *options)
{
  GSettings *settings = patron_settings_get ();
  g_autofree char *id = NULL;
  PatronExportFormat format = PATRON_EXPORT_PNG;
  int width = sizes[0].width, height = sizes[0].height;

  if (settings != NULL)
    id = g_settings_get_string (settings, "export-format");
  if (id != NULL)
    patron_export_format_from_id (id, &format);
  patron_export_options_init (options, format);
  if (settings != NULL)
    {
      g_settings_get (settings, "chart-size", "(ii)", &width, &height);
      if (format == PATRON_EXPORT_PNG)
        options->scale
            = g_settings_get_int (settings, "export-density") / SCREEN_DENSITY;
      options->transparent
          = g_settings_get_boolean (settings, "export-transparent");
      options->outlines
          = g_settings_get_boolean (settings, "export-outlines");
    }
  options->width = width;
  options->height = height;
}
