/* kl-search-hit.c: one place where the searched words stand */

#include "config.h"

#include "kl-search-hit.h"

struct _KlSearchHit
{
  GObject parent_instance;

  char *kind;
  char *id;
  char *subject;
  char *plan;
  char *title;
  char *snippet;
};

G_DEFINE_FINAL_TYPE (KlSearchHit, kl_search_hit, G_TYPE_OBJECT)

static void
kl_search_hit_finalize (GObject *object)
{
  KlSearchHit *self = KL_SEARCH_HIT (object);

  g_free (self->kind);
  g_free (self->id);
  g_free (self->subject);
  g_free (self->plan);
  g_free (self->title);
  g_free (self->snippet);

  G_OBJECT_CLASS (kl_search_hit_parent_class)->finalize (object);
}

static void
kl_search_hit_class_init (KlSearchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_search_hit_finalize;
}

static void
kl_search_hit_init (KlSearchHit *self)
{
}

/**
 * kl_search_hit_new:
 * @kind: `subject`, `point`, `attempt` or `feedback`
 * @id: the id of the record
 * @subject: the id of the subject that it belongs to
 * @plan: the id of the plan that it belongs to
 * @title: the subject's title
 * @snippet: some words around the place
 *
 * Returns: (transfer full): a hit, which never changes
 */
KlSearchHit *
kl_search_hit_new (const char *kind,
                   const char *id,
                   const char *subject,
                   const char *plan,
                   const char *title,
                   const char *snippet)
{
  KlSearchHit *self = g_object_new (KL_TYPE_SEARCH_HIT, NULL);

  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->subject = g_strdup (subject);
  self->plan = g_strdup (plan);
  self->title = g_strdup (title);
  self->snippet = g_strdup (snippet);
  return self;
}

/**
 * kl_search_hit_get_kind:
 * @self: a hit
 *
 * Returns: (transfer none): what was found: `subject`, `point`, `attempt` or `feedback`
 */
const char *
kl_search_hit_get_kind (KlSearchHit *self)
{
  g_return_val_if_fail (KL_IS_SEARCH_HIT (self), NULL);

  return self->kind;
}

/**
 * kl_search_hit_get_id:
 * @self: a hit
 *
 * Returns: (transfer none): the id of the record
 */
const char *
kl_search_hit_get_id (KlSearchHit *self)
{
  g_return_val_if_fail (KL_IS_SEARCH_HIT (self), NULL);

  return self->id;
}

/**
 * kl_search_hit_get_subject:
 * @self: a hit
 *
 * Returns: (transfer none): the id of the subject that it belongs to
 */
const char *
kl_search_hit_get_subject (KlSearchHit *self)
{
  g_return_val_if_fail (KL_IS_SEARCH_HIT (self), NULL);

  return self->subject;
}

/**
 * kl_search_hit_get_plan:
 * @self: a hit
 *
 * Returns: (transfer none): the id of the plan that it belongs to
 */
const char *
kl_search_hit_get_plan (KlSearchHit *self)
{
  g_return_val_if_fail (KL_IS_SEARCH_HIT (self), NULL);

  return self->plan;
}

/**
 * kl_search_hit_get_title:
 * @self: a hit
 *
 * Returns: (transfer none): the subject's title
 */
const char *
kl_search_hit_get_title (KlSearchHit *self)
{
  g_return_val_if_fail (KL_IS_SEARCH_HIT (self), NULL);

  return self->title;
}

/**
 * kl_search_hit_get_snippet:
 * @self: a hit
 *
 * Returns: (transfer none): some words around the place
 */
const char *
kl_search_hit_get_snippet (KlSearchHit *self)
{
  g_return_val_if_fail (KL_IS_SEARCH_HIT (self), NULL);

  return self->snippet;
}
