/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-page.h"

/**
 * PatronPage:
 *
 * One page of a window: shows one document, or nothing while there is none.
 * A page never refreshes another; all follow the document.
 */
typedef struct
{
  PatronDocument *document; /* (owned) (nullable) */
  char           *title;
  char           *icon_name;
  const char     *exportable; /* (nullable): interned */
  gint64          export_record;
} PatronPagePrivate;

enum
{
  PROP_DOCUMENT = 1,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_EXPORTABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PatronPage, patron_page, ADW_TYPE_BIN)

#define PRIVATE(self)                                                         \
  ((PatronPagePrivate *) patron_page_get_instance_private (self))

static void
patron_page_dispose (GObject *object)
{
  /* Without a word to the subclass: its widgets are gone by now. */
  g_clear_object (&PRIVATE (PATRON_PAGE (object))->document);

  G_OBJECT_CLASS (patron_page_parent_class)->dispose (object);
}

static void
patron_page_finalize (GObject *object)
{
  PatronPagePrivate *priv = PRIVATE (PATRON_PAGE (object));

  g_free (priv->title);
  g_free (priv->icon_name);

  G_OBJECT_CLASS (patron_page_parent_class)->finalize (object);
}

static void
patron_page_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PatronPagePrivate *priv = PRIVATE (PATRON_PAGE (object));

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, priv->document);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, priv->icon_name);
      break;
    case PROP_EXPORTABLE:
      g_value_set_string (value, priv->exportable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
patron_page_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  PatronPage *self = PATRON_PAGE (object);
  PatronPagePrivate *priv = PRIVATE (self);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      patron_page_set_document (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      g_free (priv->title);
      priv->title = g_value_dup_string (value);
      break;
    case PROP_ICON_NAME:
      g_free (priv->icon_name);
      priv->icon_name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Where the child does not take the focus itself, what had it last in the page
 * does, or what is first. */
static gboolean
patron_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  GtkWidget *last = NULL;
  GtkWidget *focus;

  if (GTK_WIDGET_CLASS (patron_page_parent_class)->grab_focus (widget))
    return TRUE;
  for (focus = child; focus != NULL; focus = gtk_widget_get_focus_child (focus))
    last = focus;
  if (last == NULL)
    return FALSE;
  if ((last == child || !gtk_widget_grab_focus (last))
      && !gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD))
    return FALSE;
  /* A key that was not meant for a text must not replace it. */
  focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  if (GTK_IS_EDITABLE (focus))
    gtk_editable_set_position (GTK_EDITABLE (focus), -1);
  return TRUE;
}

static void
patron_page_class_init (PatronPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->grab_focus = patron_page_grab_focus;
  object_class->dispose = patron_page_dispose;
  object_class->finalize = patron_page_finalize;
  object_class->get_property = patron_page_get_property;
  object_class->set_property = patron_page_set_property;

  properties[PROP_DOCUMENT] = g_param_spec_object (
      "document", NULL, NULL, PATRON_TYPE_DOCUMENT,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string (
      "title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] = g_param_spec_string (
      "icon-name", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * PatronPage:exportable:
   *
   * What the page offers to `win.export`; notified also when another record
   * of the same sort is offered. See patron_page_get_exportable().
   */
  properties[PROP_EXPORTABLE] = g_param_spec_string (
      "exportable", NULL, NULL, NULL,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass),
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
patron_page_init (PatronPage *self)
{
}

/**
 * patron_page_get_document:
 *
 * Returns: (transfer none) (nullable): the document shown
 */
PatronDocument *
patron_page_get_document (PatronPage *self)
{
  return PRIVATE (self)->document;
}

/**
 * patron_page_set_document:
 * @document: (nullable): the document to show, %NULL before it is closed
 */
void
patron_page_set_document (PatronPage     *self,
                          PatronDocument *document)
{
  PatronPageClass *klass = PATRON_PAGE_GET_CLASS (self);

  if (!g_set_object (&PRIVATE (self)->document, document))
    return;
  patron_page_set_exportable (self, NULL, 0);
  if (klass->document_set != NULL)
    klass->document_set (self, document);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * patron_page_show_record:
 *
 * Selects @record and brings it into view.
 *
 * Returns: whether the page shows such records
 */
gboolean
patron_page_show_record (PatronPage   *self,
                         PatronRecord *record)
{
  PatronPageClass *klass = PATRON_PAGE_GET_CLASS (self);

  return klass->show_record != NULL && klass->show_record (self, record);
}

/**
 * patron_page_report:
 * @error: (nullable): why an operation failed, %NULL if it did not
 *
 * Tells the user in a toast of the window.
 */
void
patron_page_report (PatronPage   *self,
                    const GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                error->message);
}

/**
 * patron_page_removed:
 * @message: what was removed, as plain text
 *
 * Tells the user in a toast that offers Undo.
 */
void
patron_page_removed (PatronPage *self,
                     const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-toast", "s",
                              message);
}

/**
 * patron_page_set_exportable:
 * @what: (nullable): the id of a kind of figures; %NULL if what is shown now
 *   has no form on paper
 * @record: the id of the record shown
 *
 * Says what `win.export` would export.
 */
void
patron_page_set_exportable (PatronPage *self,
                            const char *what,
                            gint64      record)
{
  PatronPagePrivate *priv = PRIVATE (self);

  what = g_intern_string (what);
  if (priv->exportable == what && priv->export_record == record)
    return;
  priv->exportable = what;
  priv->export_record = record;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPORTABLE]);
}

/**
 * patron_page_get_exportable:
 * @record: (out) (optional): the id of the record
 *
 * Returns: (transfer none) (nullable): the id of a kind of figures
 */
const char *
patron_page_get_exportable (PatronPage *self,
                            gint64     *record)
{
  if (record != NULL)
    *record = PRIVATE (self)->export_record;
  return PRIVATE (self)->exportable;
}
