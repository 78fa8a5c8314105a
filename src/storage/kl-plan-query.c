/* kl-plan-query.c: reads plans and subjects, as detached records */

#include "config.h"

#include "kl-plan-query.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-standings-query.h"
#include "kl-storage-error.h"
#include "model/kl-amendment.h"
#include "model/kl-assessment.h"
#include "model/kl-attempt.h"
#include "model/kl-draft.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-link.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"
#include "model/kl-study-kind.h"
#include "model/kl-study-session.h"
#include "model/kl-verdict.h"

struct _KlPlanQuery
{
  GObject parent_instance;

  KlDatabase *database;
  KlTables *tables;
  guint n_damaged;
};

G_DEFINE_FINAL_TYPE (KlPlanQuery, kl_plan_query, G_TYPE_OBJECT)

static void
kl_plan_query_finalize (GObject *object)
{
  KlPlanQuery *self = KL_PLAN_QUERY (object);

  g_object_unref (self->database);
  g_object_unref (self->tables);

  G_OBJECT_CLASS (kl_plan_query_parent_class)->finalize (object);
}

static void
kl_plan_query_class_init (KlPlanQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_plan_query_finalize;
}

static void
kl_plan_query_init (KlPlanQuery *self)
{
}

/**
 * kl_plan_query_new:
 * @database: a connection
 * @tables: all tables
 *
 * Returns: (transfer full): a query, for the thread of the connection
 */
KlPlanQuery *
kl_plan_query_new (KlDatabase *database,
                   KlTables   *tables)
{
  KlPlanQuery *self = g_object_new (KL_TYPE_PLAN_QUERY, NULL);

  self->database = g_object_ref (database);
  self->tables = g_object_ref (tables);
  return self;
}

/**
 * kl_plan_query_get_n_damaged:
 * @self: a query
 *
 * Returns: how many of the rows read so far are not as they were written
 */
guint
kl_plan_query_get_n_damaged (KlPlanQuery *self)
{
  return self->n_damaged;
}

static GPtrArray *
select_records (KlPlanQuery  *self,
                GType         type,
                const char   *clauses,
                const char   *parameter,
                GError      **error)
{
  return kl_table_select (kl_tables_lookup (self->tables, type), self->database, clauses, parameter, &self->n_damaged,
                          error);
}

static GHashTable *
index_by_id (GListModel *records)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      KlRecord *record = g_list_model_get_item (records, i);

      g_hash_table_insert (index, g_strdup (kl_record_get_id (record)), record);
    }

  return index;
}

static void
fill_list (KlRecord  *owner,
           GType      type,
           GPtrArray *records)
{
  GListStore *list = kl_record_get_list_of (owner, type);

  g_list_store_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), records->pdata, records->len);
}

/* Gives each owner its records: @records are sorted by owner, so that each list is filled in one go. */
static void
distribute (GHashTable *owners,
            GType       type,
            GPtrArray  *records)
{
  GHashTableIter iterator;
  gpointer owner;

  /* A list that was read and is empty is there all the same. */
  g_hash_table_iter_init (&iterator, owners);
  while (g_hash_table_iter_next (&iterator, NULL, &owner))
    kl_record_get_list_of (owner, type);

  for (guint first = 0, next; first < records->len; first = next)
    {
      const char *owner_id = kl_record_get_owner (g_ptr_array_index (records, first));

      for (next = first + 1; next < records->len; next++)
        if (g_strcmp0 (kl_record_get_owner (g_ptr_array_index (records, next)), owner_id) != 0)
          break;

      owner = g_hash_table_lookup (owners, owner_id);
      if (owner != NULL)
        g_list_store_splice (kl_record_get_list_of (owner, type), 0, 0, records->pdata + first, next - first);
    }
}

static gboolean
read_owned (KlPlanQuery  *self,
            KlRecord     *owner,
            GType         type,
            GError      **error)
{
  g_autoptr(GPtrArray) records = kl_plan_query_owned (self, type, kl_record_get_id (owner), error);

  if (records == NULL)
    return FALSE;

  fill_list (owner, type, records);
  return TRUE;
}

static gboolean
read_distributed (KlPlanQuery  *self,
                  GHashTable   *owners,
                  GType         type,
                  const char   *clauses,
                  const char   *parameter,
                  GError      **error)
{
  g_autoptr(GPtrArray) records = select_records (self, type, clauses, parameter, error);

  if (records == NULL)
    return FALSE;

  distribute (owners, type, records);
  return TRUE;
}

static gboolean
have_equal_positions (GPtrArray *records)
{
  for (guint i = 1; i < records->len; i++)
    if (kl_record_get_position (records->pdata[i - 1]) == kl_record_get_position (records->pdata[i]))
      return TRUE;

  return FALSE;
}

static gint
compare_places (gconstpointer a,
                gconstpointer b)
{
  KlRecord *first = *(KlRecord *const *) a;
  KlRecord *second = *(KlRecord *const *) b;
  gint64 first_position = kl_record_get_position (first);
  gint64 second_position = kl_record_get_position (second);

  if (first_position != second_position)
    return first_position < second_position ? -1 : 1;
  return strcmp (kl_record_get_id (first), kl_record_get_id (second));
}

/**
 * kl_plan_query_owned:
 * @self: a query
 * @type: a record class
 * @owner: the id of the record that owns them
 * @error: where to put an error
 *
 * Returns: (transfer full) (element-type KlRecord) (nullable): the records by position, attempts by day and number
 */
GPtrArray *
kl_plan_query_owned (KlPlanQuery  *self,
                     GType         type,
                     const char   *owner,
                     GError      **error)
{
  GPtrArray *records;

  if (type == KL_TYPE_ATTEMPT)
    return select_records (self, type, "WHERE owner = ?1 ORDER BY " KL_ATTEMPTS_BY_DAY, owner, error);

  /* The index has them by position. By id as well, SQLite would put each row with all its texts aside to sort it. */
  records = select_records (self, type, "WHERE owner = ?1 ORDER BY position", owner, error);
  if (records != NULL && have_equal_positions (records))
    g_ptr_array_sort (records, compare_places);
  return records;
}

/**
 * kl_plan_query_plans:
 * @self: a query
 * @error: where to put an error
 *
 * Returns: (transfer full) (element-type KlPlan) (nullable): all plans, without their lists
 */
GPtrArray *
kl_plan_query_plans (KlPlanQuery  *self,
                     GError      **error)
{
  return select_records (self, KL_TYPE_PLAN, "ORDER BY position, title, id", NULL, error);
}

/**
 * kl_plan_query_record:
 * @self: a query
 * @type: %KL_TYPE_PLAN or %KL_TYPE_SUBJECT
 * @id: its id
 * @error: %KL_STORAGE_ERROR_NOT_FOUND, among others
 *
 * Returns: (transfer full) (nullable): the record, without its lists
 */
KlRecord *
kl_plan_query_record (KlPlanQuery  *self,
                      GType         type,
                      const char   *id,
                      GError      **error)
{
  g_autoptr(GPtrArray) found = select_records (self, type, "WHERE id = ?1", id, error);

  if (found == NULL)
    return NULL;

  if (found->len == 0)
    {
      g_set_error_literal (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND,
                           type == KL_TYPE_PLAN ? _("The plan is not in the library any more.")
                                                : _("The topic is not in the library any more."));
      return NULL;
    }

  return g_object_ref (g_ptr_array_index (found, 0));
}

/**
 * kl_plan_query_plan:
 * @self: a query
 * @plan_id: a plan's id
 * @with_standings: whether its subjects get their standing, for which every attempt is looked at
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the plan with its lists; its subjects have no lists yet
 */
KlPlan *
kl_plan_query_plan (KlPlanQuery  *self,
                    const char   *plan_id,
                    gboolean      with_standings,
                    GError      **error)
{
  g_autoptr(KlRecord) plan = kl_plan_query_record (self, KL_TYPE_PLAN, plan_id, error);

  if (plan == NULL)
    return NULL;

  if (!read_owned (self, plan, KL_TYPE_SUBJECT, error) || !read_owned (self, plan, KL_TYPE_QUEUE_ENTRY, error)
      || !read_owned (self, plan, KL_TYPE_STUDY_KIND, error) || !read_owned (self, plan, KL_TYPE_BAND, error)
      || !read_owned (self, plan, KL_TYPE_ASSESSMENT, error))
    return NULL;

  if (with_standings)
    {
      g_autoptr(GHashTable) subjects = index_by_id (kl_plan_get_subjects (KL_PLAN (plan)));

      if (!kl_standings_query_run (self->database, subjects, NULL, error))
        return NULL;
    }

  return KL_PLAN (g_steal_pointer (&plan));
}

#define OF_SUBJECTS "JOIN subject ON subject.id = "
#define OF_ATTEMPTS "JOIN attempt ON attempt.id = "

/* The records of a class that belong to what is asked for, and how to get from them to their subject. */
typedef struct
{
  GType (*type) (void);
  const char *table;
  const char *join;
} Contents;

/* What a subject is about. */
static const Contents outline[] = {
  { kl_point_get_type, "point", OF_SUBJECTS "point.owner" },
  { kl_gap_get_type, "gap", OF_SUBJECTS "gap.owner" },
  { kl_link_get_type, "link", OF_SUBJECTS "link.owner" },
};

static const Contents sessions[] = {
  { kl_study_session_get_type, "study_session", OF_SUBJECTS "study_session.owner" },
};

/* Changes with every word, so that the models never have it. */
static const Contents drafts[] = {
  { kl_draft_get_type, "draft", OF_SUBJECTS "draft.owner" },
};

static const Contents of_attempts[] = {
  { kl_feedback_get_type, "feedback", OF_ATTEMPTS "feedback.owner " OF_SUBJECTS "attempt.owner" },
  { kl_verdict_get_type, "verdict", OF_ATTEMPTS "verdict.owner " OF_SUBJECTS "attempt.owner" },
  { kl_amendment_get_type, "amendment", OF_ATTEMPTS "amendment.owner " OF_SUBJECTS "attempt.owner" },
};

/* What is asked for: a condition on the subjects, and its parameter. */
typedef struct
{
  const char *condition;
  const char *parameter;
} Question;

static gboolean
read_lists (KlPlanQuery     *self,
            GHashTable      *owners,
            const Contents  *contents,
            guint            n_contents,
            const Question  *question,
            GError         **error)
{
  for (guint i = 0; i < n_contents; i++)
    {
      g_autofree char *clauses
        = g_strdup_printf ("%1$s WHERE %2$s ORDER BY %3$s.owner, %3$s.position, %3$s.id", contents[i].join,
                           question->condition, contents[i].table);

      if (!read_distributed (self, owners, contents[i].type (), clauses, question->parameter, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_attempts (KlPlanQuery     *self,
               GHashTable      *subjects,
               const Question  *question,
               GError         **error)
{
  g_autofree char *clauses = g_strdup_printf (
    OF_SUBJECTS "attempt.owner WHERE %s ORDER BY attempt.owner, " KL_ATTEMPTS_BY_DAY, question->condition);
  g_autoptr(GHashTable) attempts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GHashTableIter iterator;
  gpointer subject;

  if (!read_distributed (self, subjects, KL_TYPE_ATTEMPT, clauses, question->parameter, error))
    return FALSE;

  g_hash_table_iter_init (&iterator, subjects);
  while (g_hash_table_iter_next (&iterator, NULL, &subject))
    {
      GListModel *of_subject = kl_subject_get_attempts (subject);

      for (guint i = 0; i < g_list_model_get_n_items (of_subject); i++)
        {
          KlRecord *attempt = g_list_model_get_item (of_subject, i);

          g_hash_table_insert (attempts, g_strdup (kl_record_get_id (attempt)), attempt);
        }
    }

  return read_lists (self, attempts, of_attempts, G_N_ELEMENTS (of_attempts), question, error);
}

static gboolean
read_outline (KlPlanQuery     *self,
              GHashTable      *subjects,
              const Question  *question,
              GError         **error)
{
  return read_lists (self, subjects, outline, G_N_ELEMENTS (outline), question, error);
}

static gboolean
read_contents (KlPlanQuery     *self,
               GHashTable      *subjects,
               const Question  *question,
               GError         **error)
{
  return read_outline (self, subjects, question, error)
         && read_lists (self, subjects, sessions, G_N_ELEMENTS (sessions), question, error)
         && read_attempts (self, subjects, question, error);
}

/**
 * kl_plan_query_whole_plan:
 * @self: a query
 * @plan_id: a plan's id
 * @with_record: whether with what was done, attempts, study sessions and drafts, or just with what there is to learn
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the plan with everything that belongs to it; its subjects have their standing
 */
KlPlan *
kl_plan_query_whole_plan (KlPlanQuery  *self,
                          const char   *plan_id,
                          gboolean      with_record,
                          GError      **error)
{
  const Question question = { "subject.owner = ?1", plan_id };
  g_autoptr(KlPlan) plan = kl_plan_query_plan (self, plan_id, TRUE, error);
  g_autoptr(GHashTable) subjects = NULL;
  gboolean success;

  if (plan == NULL)
    return NULL;

  subjects = index_by_id (kl_plan_get_subjects (plan));
  success = with_record ? read_contents (self, subjects, &question, error)
                            && read_lists (self, subjects, drafts, G_N_ELEMENTS (drafts), &question, error)
                        : read_outline (self, subjects, &question, error);
  return success ? g_steal_pointer (&plan) : NULL;
}

/**
 * kl_plan_query_fill_subject:
 * @self: a query
 * @subject: a subject as it was read, without its lists
 * @error: where to put an error
 *
 * Reads what belongs to a subject.
 *
 * Returns: whether all of it is there
 */
gboolean
kl_plan_query_fill_subject (KlPlanQuery  *self,
                            KlSubject    *subject,
                            GError      **error)
{
  const char *id = kl_record_get_id (KL_RECORD (subject));
  const Question question = { "subject.id = ?1", id };
  g_autoptr(GHashTable) only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_insert (only, g_strdup (id), subject);
  return read_contents (self, only, &question, error);
}

/**
 * kl_plan_query_subject:
 * @self: a query
 * @subject_id: a subject's id
 * @with_lists: whether to read what belongs to it
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the subject with its standing
 */
KlSubject *
kl_plan_query_subject (KlPlanQuery  *self,
                       const char   *subject_id,
                       gboolean      with_lists,
                       GError      **error)
{
  g_autoptr(KlRecord) subject = kl_plan_query_record (self, KL_TYPE_SUBJECT, subject_id, error);
  g_autoptr(GHashTable) only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (subject == NULL)
    return NULL;

  g_hash_table_insert (only, g_strdup (kl_record_get_id (subject)), subject);
  if (!kl_standings_query_run (self->database, only, subject_id, error)
      || (with_lists && !kl_plan_query_fill_subject (self, KL_SUBJECT (subject), error)))
    return NULL;

  return KL_SUBJECT (g_steal_pointer (&subject));
}
