/* kl-dive-order.c: what to dive into next
 *
 * First what the person has put into the study queue, in its order. Then what nothing has to come before; of that, what
 * most others build on, what has most open gaps, and what is known on the surface before what is not covered at all.
 */

#include "config.h"

#include "kl-dive-order.h"

#include <glib/gi18n.h>

#include "kl-dive.h"
#include "storage/kl-subject-needs.h"

/* A topic that may be dived into. */
typedef struct
{
  KlSubject *subject;
  KlSubject *first; /* of what has to come before it, NULL where there is nothing */
  guint n_prerequisites;
  guint n_blocked; /* how many topics that are not studied deeply build on it */
  guint n_gaps;
  guint index;
} Candidate;

static gboolean
is_deep (KlSubject *subject)
{
  return kl_subject_get_depth (subject) == KL_DEPTH_DEEP;
}

static gboolean
can_be_dived_into (KlSubject *subject)
{
  return kl_subject_get_kind (subject) == KL_SUBJECT_TOPIC && !is_deep (subject);
}

static KlSubject *
find_subject (KlProspects *prospects,
              const char  *id)
{
  const KlProspect *prospect = kl_prospects_find (prospects, id);

  return prospect != NULL ? prospect->subject : NULL;
}

/* How many that are not studied deeply build on each subject. */
static GHashTable *
count_blocked (GHashTable  *needs,
               KlProspects *prospects)
{
  GHashTable *blocked = g_hash_table_new (NULL, NULL);
  GHashTableIter iterator;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iterator, needs);
  while (g_hash_table_iter_next (&iterator, &id, &value))
    {
      const KlSubjectNeeds *of_subject = value;
      KlSubject *subject = find_subject (prospects, id);

      for (guint i = 0; subject != NULL && can_be_dived_into (subject) && i < of_subject->prerequisites->len; i++)
        {
          KlSubject *before = find_subject (prospects, of_subject->prerequisites->pdata[i]);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (blocked, before));

          if (before != NULL)
            g_hash_table_insert (blocked, before, GUINT_TO_POINTER (n + 1));
        }
    }
  return blocked;
}

static Candidate
make_candidate (KlSubject            *subject,
                guint                 index,
                const KlSubjectNeeds *needs,
                KlProspects          *prospects,
                GHashTable           *blocked)
{
  Candidate self = { subject, NULL, 0, 0, 0, index };

  self.n_blocked = GPOINTER_TO_UINT (g_hash_table_lookup (blocked, subject));
  self.n_gaps = needs != NULL ? needs->n_gaps : 0;
  for (guint i = 0; needs != NULL && i < needs->prerequisites->len; i++)
    {
      KlSubject *before = find_subject (prospects, needs->prerequisites->pdata[i]);

      if (before == NULL)
        continue;
      self.n_prerequisites++;
      if (self.first == NULL && can_be_dived_into (before))
        self.first = before;
    }
  return self;
}

static int
compare (const Candidate *first,
         const Candidate *second)
{
  if ((first->first == NULL) != (second->first == NULL))
    return first->first == NULL ? -1 : 1;
  if (first->n_blocked != second->n_blocked)
    return first->n_blocked > second->n_blocked ? -1 : 1;
  if (first->n_gaps != second->n_gaps)
    return first->n_gaps > second->n_gaps ? -1 : 1;
  if (kl_subject_get_depth (first->subject) != kl_subject_get_depth (second->subject))
    return kl_subject_get_depth (first->subject) > kl_subject_get_depth (second->subject) ? -1 : 1;
  return first->index < second->index ? -1 : 1;
}

static char *
explain (const Candidate *candidate)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *blocked = NULL;
  g_autofree char *gaps = NULL;
  g_autofree char *before = NULL;

  if (candidate->n_blocked > 0)
    g_strv_builder_add (builder, blocked = g_strdup_printf (ngettext ("%u topic builds on it", "%u topics build on it",
                                                                      candidate->n_blocked),
                                                            candidate->n_blocked));
  if (candidate->n_gaps > 0)
    g_strv_builder_add (builder, gaps = g_strdup_printf (ngettext ("%u open gap", "%u open gaps", candidate->n_gaps),
                                                         candidate->n_gaps));
  if (candidate->first != NULL)
    /* Translators: a topic that should be studied before. */
    g_strv_builder_add (builder, before = g_strdup_printf (_("“%s” should come first"),
                                                           kl_subject_get_title (candidate->first)));
  else if (candidate->n_prerequisites > 0)
    g_strv_builder_add (builder, _("its prerequisites are met"));
  g_strv_builder_add (builder, kl_subject_get_depth (candidate->subject) == KL_DEPTH_SURFACE
                                 ? _("known on the surface so far")
                                 : _("not covered yet"));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static char *
explain_entry (KlQueueEntry *entry,
               gboolean      is_first)
{
  const char *why = kl_queue_entry_get_why (entry);

  if (why == NULL || *why == '\0')
    return g_strdup (is_first ? _("First in your queue") : _("In your queue"));
  /* Translators: %s is why, as the person wrote it. */
  return g_strdup_printf (is_first ? _("First in your queue: %s") : _("In your queue: %s"), why);
}

/* What the queue names and was studied since is done. */
static void
take_queue (KlPlan      *plan,
            KlProspects *prospects,
            GHashTable  *queued,
            guint        limit,
            GPtrArray   *dives)
{
  GListModel *queue = kl_plan_get_queue (plan);
  guint n_entries = g_list_model_get_n_items (queue);

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr(KlQueueEntry) entry = g_list_model_get_item (queue, i);
      const char *id = kl_queue_entry_get_subject (entry);
      KlSubject *subject = id != NULL ? find_subject (prospects, id) : NULL;
      g_autofree char *why = NULL;

      if (subject != NULL)
        g_hash_table_add (queued, subject);
      if (dives->len >= limit || (subject != NULL && is_deep (subject)))
        continue;
      why = explain_entry (entry, dives->len == 0);
      g_ptr_array_add (dives, kl_dive_new (entry, subject, why));
    }
}

/* Only the best few are ever named, of thousands. */
static void
keep_best (GArray          *best,
           const Candidate *candidate,
           guint            limit)
{
  guint place = best->len;

  while (place > 0 && compare (candidate, &g_array_index (best, Candidate, place - 1)) < 0)
    place--;
  if (place >= limit)
    return;

  g_array_insert_val (best, place, *candidate);
  g_array_set_size (best, MIN (best->len, limit));
}

/**
 * kl_dive_order_new:
 * @plan: a plan, loaded
 * @prospects: those of its subjects, up to date
 * @needs: (element-type utf8 KlSubjectNeeds): what they need
 * @limit: how many dives to name
 *
 * Returns: (transfer full) (element-type KlDive): what to dive into next, best first
 */
GPtrArray *
kl_dive_order_new (KlPlan      *plan,
                   KlProspects *prospects,
                   GHashTable  *needs,
                   guint        limit)
{
  GPtrArray *all = kl_prospects_get_all (prospects);
  g_autoptr(GHashTable) blocked = count_blocked (needs, prospects);
  g_autoptr(GHashTable) queued = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *dives = g_ptr_array_new_with_free_func (g_object_unref);

  take_queue (plan, prospects, queued, limit, dives);
  for (guint i = 0; dives->len < limit && i < all->len; i++)
    {
      KlSubject *subject = ((const KlProspect *) all->pdata[i])->subject;
      const char *id = kl_record_get_id (KL_RECORD (subject));
      Candidate candidate;

      if (!can_be_dived_into (subject) || g_hash_table_contains (queued, subject))
        continue;
      candidate = make_candidate (subject, i, g_hash_table_lookup (needs, id), prospects, blocked);
      keep_best (candidates, &candidate, limit - dives->len);
    }

  for (guint i = 0; i < candidates->len && dives->len < limit; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      g_autofree char *why = explain (candidate);

      g_ptr_array_add (dives, kl_dive_new (NULL, candidate->subject, why));
    }
  return dives;
}
