/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "patron-registry.h"

#include <string.h>

#include "patron-entities.h"

/**
 * PatronRegistry:
 *
 * The entities that a document can hold, in an order in which each comes
 * after those that it refers to. Programs use the default one; tests make
 * their own. Immutable and reference-counted.
 */
struct _PatronRegistry
{
  gatomicrefcount      ref_count;
  GPtrArray           *entities; /* (element-type PatronEntity) (unowned) */
  guint                schema;
};

static void
check_entity (PatronRegistry     *self,
              const PatronEntity *entity)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const PatronField *field = &entity->fields[i];
      const char *target = field->target;

      if (field->kind == PATRON_KIND_IMAGE)
        target = "asset";
      if (target != NULL && strcmp (target, entity->name) != 0
          && patron_registry_lookup (self, target) == NULL)
        g_error ("%s.%s refers to %s, which must be registered before",
                 entity->name, field->name, target);
      self->schema = MAX (self->schema, field->since);
    }
  self->schema = MAX (self->schema, entity->since);
}

/**
 * patron_registry_new:
 * @entities: (array length=n_entities): static tables, each after those that
 *   it refers to
 *
 * Returns: (transfer full): a registry of @entities
 */
PatronRegistry *
patron_registry_new (const PatronEntity *const *entities,
                     guint                      n_entities)
{
  PatronRegistry *self = g_new0 (PatronRegistry, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->entities = g_ptr_array_new ();
  self->schema = 1;
  for (guint i = 0; i < n_entities; i++)
    {
      check_entity (self, entities[i]);
      g_ptr_array_add (self->entities, (gpointer) entities[i]);
    }
  return self;
}

/**
 * patron_registry_get_default:
 *
 * Returns: (transfer none): the registry of all of Patron's entities
 */
PatronRegistry *
patron_registry_get_default (void)
{
  static PatronRegistry *registry;

  if (g_once_init_enter (&registry))
    g_once_init_leave (&registry,
                       patron_registry_new (patron_entities,
                                            patron_n_entities));
  return registry;
}

/**
 * patron_registry_ref:
 *
 * Returns: (transfer full): @self
 */
PatronRegistry *
patron_registry_ref (PatronRegistry *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * patron_registry_unref:
 *
 * Gives up a reference.
 */
void
patron_registry_unref (PatronRegistry *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->entities);
  g_free (self);
}

/**
 * patron_registry_get_n_entities:
 *
 * Returns: how many entities there are
 */
guint
patron_registry_get_n_entities (PatronRegistry *self)
{
  return self->entities->len;
}

/**
 * patron_registry_get_entity:
 *
 * Returns: (transfer none): the entity at @index
 */
const PatronEntity *
patron_registry_get_entity (PatronRegistry *self,
                            guint           index)
{
  return g_ptr_array_index (self->entities, index);
}

/**
 * patron_registry_lookup:
 *
 * Returns: (transfer none) (nullable): the entity of that name
 */
const PatronEntity *
patron_registry_lookup (PatronRegistry *self,
                        const char     *name)
{
  for (guint i = 0; i < self->entities->len; i++)
    if (strcmp (patron_registry_get_entity (self, i)->name, name) == 0)
      return patron_registry_get_entity (self, i);
  return NULL;
}

/**
 * patron_registry_find:
 *
 * Returns: the index of @entity, -1 if it is not registered
 */
int
patron_registry_find (PatronRegistry     *self,
                      const PatronEntity *entity)
{
  guint index;

  return g_ptr_array_find (self->entities, entity, &index) ? (int) index : -1;
}

/**
 * patron_registry_get_schema:
 *
 * Returns: the schema that the tables describe: the newest one that added an
 *   entity or a field
 */
guint
patron_registry_get_schema (PatronRegistry *self)
{
  return self->schema;
}
