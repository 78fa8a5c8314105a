/* kl-prospects.c: how it goes on with each subject of a plan
 *
 * After one change one prospect is worked out. What it was worked out from is kept beside it: a subject tells that
 * something about it changed, but only some of that matters here.
 */

#include "config.h"

#include "kl-prospects.h"

#include "storage/kl-subject-needs.h"

typedef struct
{
  KlProspect prospect; /* first, so that a prospect is its entry */

  gboolean is_stale;
  KlSubjectKind kind;
  KlDepth depth;
  char *due;
  gint64 due_attempts;
  gboolean has_prerequisites;
  guint round; /* in which it was seen last */
} Entry;

struct _KlProspects
{
  GHashTable *entries; /* subject's id → Entry */
  GPtrArray *all;      /* of KlProspect, in the plan's order */
  GPtrArray *ranked;   /* the same, in the order of kl_prospect_compare() */
  guint round;
};

/* Whose prerequisites are asked for. */
typedef struct
{
  KlProspects *self;
  GHashTable *needs;
} Asking;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->prospect.subject);
  g_free (entry->due);
  g_free (entry);
}

/**
 * kl_prospects_new:
 *
 * Returns: (transfer full): no prospects yet
 */
KlProspects *
kl_prospects_new (void)
{
  KlProspects *self = g_new0 (KlProspects, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  self->all = g_ptr_array_new ();
  self->ranked = g_ptr_array_new ();
  return self;
}

/**
 * kl_prospects_free:
 * @self: (transfer full): prospects
 */
void
kl_prospects_free (KlProspects *self)
{
  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->ranked);
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * kl_prospects_forget:
 * @self: prospects
 * @subject_id: (nullable): whose, %NULL for all
 *
 * Works them out anew at the next update: its attempts or what it needs changed, or the day.
 */
void
kl_prospects_forget (KlProspects *self,
                     const char  *subject_id)
{
  GHashTableIter iterator;
  gpointer value;
  Entry *entry;

  if (subject_id != NULL)
    {
      entry = g_hash_table_lookup (self->entries, subject_id);
      if (entry != NULL)
        entry->is_stale = TRUE;
      return;
    }

  g_hash_table_iter_init (&iterator, self->entries);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    ((Entry *) value)->is_stale = TRUE;
}

static Entry *
ensure_entry (KlProspects *self,
              KlSubject   *subject)
{
  const char *id = kl_record_get_id (KL_RECORD (subject));
  Entry *entry = g_hash_table_lookup (self->entries, id);

  if (entry == NULL || entry->prospect.subject != subject)
    {
      entry = g_new0 (Entry, 1);
      entry->prospect.subject = g_object_ref (subject);
      entry->is_stale = TRUE;
      g_hash_table_replace (self->entries, g_strdup (id), entry);
    }
  return entry;
}

static void
notice_changes (Entry *entry)
{
  KlSubject *subject = entry->prospect.subject;

  if (entry->kind == kl_subject_get_kind (subject) && entry->depth == kl_subject_get_depth (subject)
      && entry->due_attempts == kl_subject_get_due_attempts (subject)
      && g_strcmp0 (entry->due, kl_subject_get_due (subject)) == 0)
    return;

  entry->is_stale = TRUE;
  entry->kind = kl_subject_get_kind (subject);
  entry->depth = kl_subject_get_depth (subject);
  entry->due_attempts = kl_subject_get_due_attempts (subject);
  g_free (entry->due);
  entry->due = g_strdup (kl_subject_get_due (subject));
}

static gboolean
has_same_subjects (KlProspects *self,
                   GPtrArray   *subjects)
{
  if (self->all->len != subjects->len)
    return FALSE;

  for (guint i = 0; i < subjects->len; i++)
    if (((const KlProspect *) self->all->pdata[i])->subject != subjects->pdata[i])
      return FALSE;
  return TRUE;
}

/* Those that are there, in order; those that are gone go. */
static void
collect (KlProspects *self,
         GPtrArray   *subjects)
{
  GHashTableIter iterator;
  gpointer value;

  self->round++;
  g_ptr_array_set_size (self->all, 0);
  for (guint i = 0; i < subjects->len; i++)
    {
      Entry *entry = ensure_entry (self, subjects->pdata[i]);

      entry->round = self->round;
      g_ptr_array_add (self->all, &entry->prospect);
    }
  g_ptr_array_set_size (self->ranked, 0);
  g_ptr_array_extend (self->ranked, self->all, NULL, NULL);
  if (g_hash_table_size (self->entries) == subjects->len)
    return;

  g_hash_table_iter_init (&iterator, self->entries);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    if (((Entry *) value)->round != self->round)
      g_hash_table_iter_remove (&iterator);
}

static void
look (Entry               *entry,
      KlSchedules         *schedules,
      GHashTable          *needs,
      const KlProspectDay *day,
      gboolean             has_assessed_part)
{
  const char *id = kl_record_get_id (KL_RECORD (entry->prospect.subject));
  const KlSubjectNeeds *of_subject = g_hash_table_lookup (needs, id);

  kl_prospect_look (&entry->prospect, day, kl_schedules_peek (schedules, id),
                    of_subject != NULL ? (const char *const *) of_subject->deep_dives->pdata : NULL,
                    of_subject != NULL ? of_subject->deep_dives->len : 0, has_assessed_part);
  entry->has_prerequisites = of_subject != NULL && of_subject->prerequisites->len > 0;
  entry->is_stale = FALSE;
}

/* The subjects of which a part was explained. */
static GHashTable *
find_assessed_parents (KlProspects *self)
{
  GHashTable *parents = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->all->len; i++)
    {
      const KlProspect *prospect = self->all->pdata[i];
      const char *parent = kl_subject_get_parent (prospect->subject);
      Entry *entry = parent != NULL && prospect->is_assessed ? g_hash_table_lookup (self->entries, parent) : NULL;

      if (entry != NULL)
        g_hash_table_add (parents, entry);
    }
  return parents;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return kl_prospect_compare (*(const KlProspect *const *) a, *(const KlProspect *const *) b);
}

/* After one change nearly all stand where they stood. Those that do not are taken out, with their neighbours, and
 * merged in again. */
static void
rank (GPtrArray *ranked)
{
  g_autoptr(GPtrArray) moved = g_ptr_array_new ();
  guint n_kept = 0;

  for (guint i = 0; i < ranked->len; i++)
    {
      gpointer prospect = ranked->pdata[i];

      if (n_kept == 0 || kl_prospect_compare (ranked->pdata[n_kept - 1], prospect) < 0)
        ranked->pdata[n_kept++] = prospect;
      else
        {
          g_ptr_array_add (moved, ranked->pdata[--n_kept]);
          g_ptr_array_add (moved, prospect);
        }
    }

  g_ptr_array_sort (moved, compare_cb);
  for (guint n_moved = moved->len; n_moved > 0;)
    {
      guint place = n_kept + n_moved - 1;
      gboolean is_kept = n_kept > 0 && compare_cb (&ranked->pdata[n_kept - 1], &moved->pdata[n_moved - 1]) > 0;

      ranked->pdata[place] = is_kept ? ranked->pdata[--n_kept] : moved->pdata[--n_moved];
    }
}

/**
 * kl_prospects_update:
 * @self: prospects
 * @subjects: (element-type KlSubject): the plan's subjects
 * @schedules: their schedules, loaded
 * @needs: (element-type utf8 KlSubjectNeeds): what they need
 * @day: where they are seen from
 *
 * Returns: how many had to be worked out anew
 */
guint
kl_prospects_update (KlProspects         *self,
                     GPtrArray           *subjects,
                     KlSchedules         *schedules,
                     GHashTable          *needs,
                     const KlProspectDay *day)
{
  g_autoptr(GHashTable) parents = NULL;
  guint n_looked = 0;

  if (!has_same_subjects (self, subjects))
    collect (self, subjects);
  for (guint i = 0; i < self->all->len; i++)
    {
      Entry *entry = self->all->pdata[i];

      notice_changes (entry);
      if (entry->is_stale)
        {
          look (entry, schedules, needs, day, entry->prospect.has_assessed_part);
          n_looked++;
        }
    }

  /* What is known of the parts of a topic is known when all of them were looked at. */
  parents = find_assessed_parents (self);
  for (guint i = 0; i < self->all->len; i++)
    {
      Entry *entry = self->all->pdata[i];
      gboolean has_assessed_part = g_hash_table_contains (parents, entry);

      if (has_assessed_part != entry->prospect.has_assessed_part)
        look (entry, schedules, needs, day, has_assessed_part);
    }
  rank (self->ranked);
  return n_looked;
}

/**
 * kl_prospects_get_all:
 * @self: prospects
 *
 * Returns: (transfer none) (element-type KlProspect): those of all subjects, in the plan's order
 */
GPtrArray *
kl_prospects_get_all (KlProspects *self)
{
  return self->all;
}

/**
 * kl_prospects_find:
 * @self: prospects
 * @subject_id: a subject's id
 *
 * Returns: (transfer none) (nullable): its prospect
 */
KlProspect *
kl_prospects_find (KlProspects *self,
                   const char  *subject_id)
{
  Entry *entry = g_hash_table_lookup (self->entries, subject_id);

  return entry != NULL ? &entry->prospect : NULL;
}

static KlProspect *
get_prerequisite (const KlProspect *prospect,
                  guint            *index,
                  gpointer          data)
{
  const Asking *asking = data;
  const KlSubjectNeeds *needs;

  /* Most build on nothing. */
  if (!((const Entry *) prospect)->has_prerequisites)
    return NULL;

  needs = g_hash_table_lookup (asking->needs, kl_record_get_id (KL_RECORD (prospect->subject)));
  while (needs != NULL && *index < needs->prerequisites->len)
    {
      KlProspect *prerequisite = kl_prospects_find (asking->self, needs->prerequisites->pdata[(*index)++]);

      if (prerequisite != NULL)
        return prerequisite;
    }
  return NULL;
}

/**
 * kl_prospects_plan_day:
 * @self: prospects, up to date
 * @needs: (element-type utf8 KlSubjectNeeds): what subjects need
 * @today: the number of the day
 * @daily: how many subjects a day has room for
 *
 * Returns: (transfer full): what there is to do on that day
 */
KlDayPlan *
kl_prospects_plan_day (KlProspects *self,
                       GHashTable  *needs,
                       gint64       today,
                       guint        daily)
{
  Asking asking = { self, needs };

  return kl_day_plan_new (self->ranked, today, MAX (daily, 1), get_prerequisite, &asking);
}
