/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "patron-record.h"

#include <math.h>

/**
 * PatronRecord:
 *
 * A row of a document, alive: it follows its row through edits, undo, redo,
 * import and merge, and notifies for each field that changed. There is one
 * object for a row, so whoever shows it sees the same. Records are never
 * written; patron_document_set() writes the document, and the record follows.
 *
 * Each entity has a subclass with a read-only property for each field. An
 * absent number is NaN there, an absent whole number G_MININT64.
 */
typedef struct
{
  gint64       id;
  gboolean     exists;
  PatronValue *values; /* (owned) (array length=n_fields) */
} PatronRecordPrivate;

enum
{
  PROP_ID = 1,
  PROP_EXISTS,
  FIRST_FIELD_PROP,
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PatronRecord, patron_record,
                                     G_TYPE_OBJECT)

#define PRIVATE(self)                                                         \
  ((PatronRecordPrivate *) patron_record_get_instance_private (self))

static void
patron_record_finalize (GObject *object)
{
  PatronRecord *self = PATRON_RECORD (object);
  const PatronEntity *entity = patron_record_get_entity (self);
  PatronRecordPrivate *priv = PRIVATE (self);

  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&priv->values[i]);
  g_free (priv->values);

  G_OBJECT_CLASS (patron_record_parent_class)->finalize (object);
}

static void
patron_record_constructed (GObject *object)
{
  PatronRecord *self = PATRON_RECORD (object);

  G_OBJECT_CLASS (patron_record_parent_class)->constructed (object);
  PRIVATE (self)->exists = TRUE;
  PRIVATE (self)->values
      = g_new0 (PatronValue, patron_record_get_entity (self)->n_fields);
}

static void
patron_record_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PatronRecord *self = PATRON_RECORD (object);
  PatronRecordPrivate *priv = PRIVATE (self);
  const PatronValue *held;

  if (prop_id == PROP_ID)
    {
      g_value_set_int64 (value, priv->id);
      return;
    }
  if (prop_id == PROP_EXISTS)
    {
      g_value_set_boolean (value, priv->exists);
      return;
    }

  held = &priv->values[prop_id - FIRST_FIELD_PROP];
  if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (
        value, held->type == PATRON_VALUE_TEXT ? held->text : NULL);
  else if (G_VALUE_HOLDS_DOUBLE (value))
    g_value_set_double (value,
                        held->type == PATRON_VALUE_REAL ? held->real : NAN);
  else if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, held->type == PATRON_VALUE_INTEGER
                                  ? held->integer
                                  : G_MININT64);
  else
    g_value_set_boxed (value,
                       held->type == PATRON_VALUE_DATA ? held->data : NULL);
}

static void
patron_record_class_init (PatronRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = patron_record_constructed;
  object_class->finalize = patron_record_finalize;
  object_class->get_property = patron_record_get_property;

  g_object_class_install_property (
      object_class, PROP_ID,
      g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  /**
   * PatronRecord:exists:
   *
   * Whether the row is in the document now. A removed row comes back when
   * its removal is undone, as the same object.
   */
  g_object_class_install_property (
      object_class, PROP_EXISTS,
      g_param_spec_boolean ("exists", NULL, NULL, TRUE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                | G_PARAM_STATIC_STRINGS));

  /**
   * PatronRecord::changed:
   *
   * Emitted once after any number of fields changed together.
   */
  signals[CHANGED] = g_signal_new ("changed", PATRON_TYPE_RECORD,
                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
patron_record_init (PatronRecord *self)
{
}

static GParamSpec *
field_property (const PatronField *field)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY;

  switch (patron_field_get_type (field))
    {
    case PATRON_VALUE_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case PATRON_VALUE_REAL:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE,
                                  G_MAXDOUBLE, 0, flags);
    case PATRON_VALUE_INTEGER:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64,
                                 G_MAXINT64, 0, flags);
    case PATRON_VALUE_DATA:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_BYTES,
                                 flags);
    case PATRON_VALUE_NULL:
    default:
      g_assert_not_reached ();
    }
}

static void
entity_class_init (gpointer klass,
                   gpointer entity)
{
  PatronRecordClass *record_class = klass;
  GObjectClass *object_class = klass;

  record_class->entity = entity;
  /* GObject clears the accessors in every subclass. */
  object_class->get_property = patron_record_get_property;
  for (guint i = 0; i < record_class->entity->n_fields; i++)
    g_object_class_install_property (
        object_class, FIRST_FIELD_PROP + i,
        field_property (&record_class->entity->fields[i]));
}

/* Called by patron_entity_get_type(), once for an entity. */
GType
patron_record_register_type (const char         *name,
                             const PatronEntity *entity)
{
  GTypeInfo info = {
    .class_size = sizeof (PatronRecordClass),
    .class_init = entity_class_init,
    .class_data = entity,
    .instance_size = sizeof (PatronRecord),
  };

  return g_type_register_static (PATRON_TYPE_RECORD, name, &info,
                                 G_TYPE_FLAG_NONE);
}

/**
 * patron_record_new:
 *
 * For the store: everyone else gets records from the document, which keeps
 * one for a row.
 *
 * Returns: (transfer full): a record whose fields are all absent
 */
PatronRecord *
patron_record_new (const PatronEntity *entity,
                   gint64              id)
{
  PatronRecord *self = g_object_new (patron_entity_get_type (entity), NULL);

  PRIVATE (self)->id = id;
  return self;
}

/**
 * patron_record_get_entity:
 *
 * Returns: (transfer none): the entity that the record is one of
 */
const PatronEntity *
patron_record_get_entity (PatronRecord *self)
{
  return PATRON_RECORD_GET_CLASS (self)->entity;
}

/**
 * patron_record_is:
 * @entity: the name of an entity
 *
 * Returns: whether the record is one of @entity
 */
gboolean
patron_record_is (PatronRecord *self,
                  const char   *entity)
{
  return g_str_equal (patron_record_get_entity (self)->name, entity);
}

/**
 * patron_record_get_id:
 *
 * Returns: the record's key, the same in every copy of the document
 */
gint64
patron_record_get_id (PatronRecord *self)
{
  return PRIVATE (self)->id;
}

/**
 * patron_record_get_exists:
 *
 * Returns: whether the row is in the document now
 */
gboolean
patron_record_get_exists (PatronRecord *self)
{
  return PRIVATE (self)->exists;
}

/**
 * patron_record_get_title:
 *
 * Returns: (transfer full): what the record is called, for people
 */
char *
patron_record_get_title (PatronRecord *self)
{
  const PatronEntity *entity = patron_record_get_entity (self);
  const PatronField *title = patron_entity_get_title (entity);

  if (title != NULL)
    {
      const PatronValue *value = patron_record_get (self, title->name);

      if (value->type != PATRON_VALUE_NULL)
        return patron_field_format (title, value, NULL);
    }
  return g_strdup (patron_entity_get_untitled (entity));
}

/**
 * patron_record_get_value:
 * @field: a row of the entity's field table
 *
 * Returns: (transfer none): the field's value
 */
const PatronValue *
patron_record_get_value (PatronRecord *self,
                         guint         field)
{
  g_return_val_if_fail (field < patron_record_get_entity (self)->n_fields,
                        NULL);

  return &PRIVATE (self)->values[field];
}

/**
 * patron_record_get:
 * @field: the name of a field; it is a mistake of the program to ask for one
 *   that the entity does not have
 *
 * Returns: (transfer none): the field's value
 */
const PatronValue *
patron_record_get (PatronRecord *self,
                   const char   *field)
{
  const PatronEntity *entity = patron_record_get_entity (self);
  int index = patron_entity_find_field (entity, field);

  if (index < 0)
    g_error ("Entity %s has no field %s", entity->name, field);
  return &PRIVATE (self)->values[index];
}

/**
 * patron_record_get_text:
 *
 * Returns: (transfer none) (nullable): the text, %NULL if absent
 */
const char *
patron_record_get_text (PatronRecord *self,
                        const char   *field)
{
  const PatronValue *value = patron_record_get (self, field);

  return value->type == PATRON_VALUE_TEXT ? value->text : NULL;
}

/**
 * patron_record_get_integer:
 *
 * For fields where 0 and absent mean the same: references, images, booleans,
 * flags. Ask patron_record_get() where they differ.
 *
 * Returns: the whole number, 0 if absent
 */
gint64
patron_record_get_integer (PatronRecord *self,
                           const char   *field)
{
  const PatronValue *value = patron_record_get (self, field);

  return value->type == PATRON_VALUE_INTEGER ? value->integer : 0;
}

/**
 * patron_record_get_number:
 *
 * Returns: the number, whole ones too, NaN if absent
 */
double
patron_record_get_number (PatronRecord *self,
                          const char   *field)
{
  const PatronValue *value = patron_record_get (self, field);

  if (value->type == PATRON_VALUE_REAL)
    return value->real;
  if (value->type == PATRON_VALUE_INTEGER)
    return (double) value->integer;
  return NAN;
}

/**
 * patron_record_load:
 * @values: (array): a value for each field; their contents are taken
 *
 * For the store: takes over what the row holds now, and notifies for each
 * field that differs.
 */
void
patron_record_load (PatronRecord *self,
                    PatronValue  *values)
{
  const PatronEntity *entity = patron_record_get_entity (self);
  PatronRecordPrivate *priv = PRIVATE (self);
  gboolean changed = FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < entity->n_fields; i++)
    {
      if (patron_value_equal (&priv->values[i], &values[i]))
        {
          patron_value_clear (&values[i]);
          continue;
        }
      patron_value_clear (&priv->values[i]);
      priv->values[i] = values[i];
      values[i] = (PatronValue) PATRON_VALUE_INIT;
      g_object_notify (G_OBJECT (self), entity->fields[i].name);
      changed = TRUE;
    }
  g_object_thaw_notify (G_OBJECT (self));
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * patron_record_set_exists:
 *
 * For the store: says that the row went or came back.
 */
void
patron_record_set_exists (PatronRecord *self,
                          gboolean      exists)
{
  PatronRecordPrivate *priv = PRIVATE (self);

  if (priv->exists == exists)
    return;
  priv->exists = exists;
  g_object_notify (G_OBJECT (self), "exists");
}
