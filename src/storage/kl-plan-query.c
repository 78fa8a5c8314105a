/* kl-plan-query.c: reads plans and subjects, as detached records */

#include "config.h"

#include "kl-plan-query.h"

#include <glib/gi18n.h>

#include "kl-storage-error.h"
#include "model/kl-amendment.h"
#include "model/kl-assessment.h"
#include "model/kl-attempt.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-link.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"
#include "model/kl-study-kind.h"
#include "model/kl-study-session.h"
#include "model/kl-verdict.h"

/* As many as a sparkline shows. */
#define N_RECENT 8u

#define BY_DAY "substr (attempt.date, 1, 10), attempt.number"

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
  return select_records (self, type,
                         type == KL_TYPE_ATTEMPT ? "WHERE owner = ?1 ORDER BY " BY_DAY
                                                 : "WHERE owner = ?1 ORDER BY position, id",
                         owner, error);
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

/* What a list shows of the subjects, gathered over their attempts in order. */
typedef struct
{
  guint n_attempts;
  KlScore score;
  char date[sizeof "2025-10-10"];
  double recent[N_RECENT];
  gsize n_recent;
} Gathering;

static void
gather_attempt (Gathering    *gathering,
                sqlite3_stmt *statement)
{
  const char *date = (const char *) sqlite3_column_text (statement, 1);
  KlScore score = KL_SCORE_NONE;

  g_assert (gathering != NULL);
  gathering->n_attempts++;
  g_strlcpy (gathering->date, date != NULL ? date : "", sizeof gathering->date);
  if (sqlite3_column_type (statement, 2) == SQLITE_NULL)
    return;

  score.low = sqlite3_column_double (statement, 2);
  score.high = sqlite3_column_double (statement, 3);
  gathering->score = score;
  if (gathering->n_recent == N_RECENT)
    memmove (gathering->recent, gathering->recent + 1, sizeof *gathering->recent * (N_RECENT - 1));
  else
    gathering->n_recent++;
  gathering->recent[gathering->n_recent - 1] = kl_score_get_value (score);
}

static void
set_standing (KlSubject  *subject,
              Gathering  *gathering,
              GHashTable *drafted)
{
  g_autoptr(KlStanding) standing
    = kl_standing_new (gathering->n_attempts, gathering->score, gathering->n_attempts > 0 ? gathering->date : NULL,
                       gathering->recent, gathering->n_recent,
                       g_hash_table_contains (drafted, kl_record_get_id (KL_RECORD (subject))));

  kl_subject_set_standing (subject, standing);
}

static GHashTable *
read_drafted (KlPlanQuery  *self,
              GError      **error)
{
  g_autoptr(GHashTable) drafted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(KlStatement) statement = kl_database_prepare (self->database, "SELECT owner FROM draft", error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;

  while (has_row)
    {
      if (!kl_database_step (self->database, statement, &has_row, error))
        return NULL;
      if (has_row)
        g_hash_table_add (drafted, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }

  return g_steal_pointer (&drafted);
}

/* The score that counts: that of the latest amendment that has one, else the first. Nearly no attempt has any. */
#define CURRENT(end)                                                                                                   \
  "coalesce ((SELECT amendment." end " FROM amendment WHERE amendment.owner = attempt.id"                              \
  " AND amendment.low IS NOT NULL ORDER BY amendment.position DESC LIMIT 1), attempt." end ")"

/* Without a join, the rows come in the order of the index, from the index alone, and nothing has to be sorted. */
#define STANDINGS(low, high, where)                                                                                    \
  "SELECT attempt.owner, substr (attempt.date, 1, 10), " low ", " high " FROM attempt " where                          \
  " ORDER BY attempt.owner, " BY_DAY

static const char *
select_standings (gboolean amended,
                  gboolean one_subject)
{
  if (one_subject)
    return amended ? STANDINGS (CURRENT ("low"), CURRENT ("high"), "WHERE attempt.owner = ?1")
                   : STANDINGS ("attempt.low", "attempt.high", "WHERE attempt.owner = ?1");

  return amended ? STANDINGS (CURRENT ("low"), CURRENT ("high"), "")
                 : STANDINGS ("attempt.low", "attempt.high", "");
}

static GHashTable *
new_gatherings (GHashTable *subjects)
{
  GHashTable *gatherings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iterator;
  gpointer subject;

  g_hash_table_iter_init (&iterator, subjects);
  while (g_hash_table_iter_next (&iterator, NULL, &subject))
    {
      Gathering *empty = g_new0 (Gathering, 1);

      empty->score = KL_SCORE_NONE;
      g_hash_table_insert (gatherings, g_strdup (kl_record_get_id (subject)), empty);
    }

  return gatherings;
}

static gboolean
gather_attempts (KlPlanQuery   *self,
                 sqlite3_stmt  *statement,
                 GHashTable    *gatherings,
                 GError       **error)
{
  g_autofree char *current = NULL;
  Gathering *gathering = NULL;
  gboolean has_row = TRUE;

  while (has_row)
    {
      const char *owner;

      if (!kl_database_step (self->database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      owner = (const char *) sqlite3_column_text (statement, 0);
      if (g_strcmp0 (owner, current) != 0)
        {
          g_free (current);
          current = g_strdup (owner);
          gathering = g_hash_table_lookup (gatherings, current);
        }
      /* Another plan's attempts have no gathering here. */
      if (gathering != NULL)
        gather_attempt (gathering, statement);
    }

  return TRUE;
}

/* @subject_id is given where @subjects are just that one. */
static gboolean
read_standings (KlPlanQuery  *self,
                GHashTable   *subjects,
                const char   *subject_id,
                GError      **error)
{
  g_autoptr(GHashTable) drafted = read_drafted (self, error);
  g_autoptr(GHashTable) gatherings = new_gatherings (subjects);
  g_autoptr(KlStatement) statement = NULL;
  GHashTableIter iterator;
  gpointer subject;
  gint64 n_amendments;

  if (drafted == NULL
      || !kl_database_get_integer (self->database, "SELECT EXISTS (SELECT 1 FROM amendment)", &n_amendments, error))
    return FALSE;

  statement = kl_database_prepare (self->database, select_standings (n_amendments > 0, subject_id != NULL), error);
  if (statement == NULL)
    return FALSE;

  if (subject_id != NULL)
    sqlite3_bind_text (statement, 1, subject_id, -1, SQLITE_STATIC);
  if (!gather_attempts (self, statement, gatherings, error))
    return FALSE;

  g_hash_table_iter_init (&iterator, subjects);
  while (g_hash_table_iter_next (&iterator, NULL, &subject))
    set_standing (subject, g_hash_table_lookup (gatherings, kl_record_get_id (subject)), drafted);

  return TRUE;
}

static KlRecord *
read_one (KlPlanQuery  *self,
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
  g_autoptr(KlRecord) plan = read_one (self, KL_TYPE_PLAN, plan_id, error);
  g_autoptr(GHashTable) subjects = NULL;

  if (plan == NULL)
    return NULL;

  if (!read_owned (self, plan, KL_TYPE_SUBJECT, error) || !read_owned (self, plan, KL_TYPE_QUEUE_ENTRY, error)
      || !read_owned (self, plan, KL_TYPE_STUDY_KIND, error) || !read_owned (self, plan, KL_TYPE_BAND, error)
      || !read_owned (self, plan, KL_TYPE_ASSESSMENT, error))
    return NULL;

  subjects = index_by_id (kl_plan_get_subjects (KL_PLAN (plan)));
  if (with_standings && !read_standings (self, subjects, NULL, error))
    return NULL;

  return KL_PLAN (g_steal_pointer (&plan));
}

#define OF_SUBJECTS "JOIN subject ON subject.id = "
#define OF_ATTEMPTS "JOIN attempt ON attempt.id = "

static gboolean
read_subject_lists (KlPlanQuery  *self,
                    GHashTable   *subjects,
                    const char   *condition,
                    const char   *parameter,
                    GError      **error)
{
  static const struct
  {
    GType (*type) (void);
    const char *table;
  } lists[] = {
    { kl_point_get_type, "point" },
    { kl_gap_get_type, "gap" },
    { kl_link_get_type, "link" },
    { kl_study_session_get_type, "study_session" },
  };
  g_autofree char *attempts = g_strdup_printf (OF_SUBJECTS "attempt.owner WHERE %s ORDER BY attempt.owner, " BY_DAY,
                                               condition);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *clauses
        = g_strdup_printf (OF_SUBJECTS "%1$s.owner WHERE %2$s ORDER BY %1$s.owner, %1$s.position, %1$s.id",
                           lists[i].table, condition);

      if (!read_distributed (self, subjects, lists[i].type (), clauses, parameter, error))
        return FALSE;
    }

  return read_distributed (self, subjects, KL_TYPE_ATTEMPT, attempts, parameter, error);
}

static gboolean
read_attempt_lists (KlPlanQuery  *self,
                    GHashTable   *attempts,
                    const char   *condition,
                    const char   *parameter,
                    GError      **error)
{
  static const struct
  {
    GType (*type) (void);
    const char *table;
  } lists[] = {
    { kl_feedback_get_type, "feedback" },
    { kl_verdict_get_type, "verdict" },
    { kl_amendment_get_type, "amendment" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *clauses = g_strdup_printf (
        OF_ATTEMPTS "%1$s.owner " OF_SUBJECTS "attempt.owner WHERE %2$s ORDER BY %1$s.owner, %1$s.position, %1$s.id",
        lists[i].table, condition);

      if (!read_distributed (self, attempts, lists[i].type (), clauses, parameter, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_contents (KlPlanQuery  *self,
               GHashTable   *subjects,
               const char   *condition,
               const char   *parameter,
               GError      **error)
{
  g_autoptr(GHashTable) attempts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GHashTableIter iterator;
  gpointer subject;

  if (!read_subject_lists (self, subjects, condition, parameter, error))
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

  return read_attempt_lists (self, attempts, condition, parameter, error);
}

/**
 * kl_plan_query_whole_plan:
 * @self: a query
 * @plan_id: a plan's id
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the plan with everything that belongs to it
 */
KlPlan *
kl_plan_query_whole_plan (KlPlanQuery  *self,
                          const char   *plan_id,
                          GError      **error)
{
  g_autoptr(KlPlan) plan = kl_plan_query_plan (self, plan_id, TRUE, error);
  g_autoptr(GHashTable) subjects = NULL;

  if (plan == NULL)
    return NULL;

  subjects = index_by_id (kl_plan_get_subjects (plan));
  if (!read_contents (self, subjects, "subject.owner = ?1", plan_id, error))
    return NULL;

  return g_steal_pointer (&plan);
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
  g_autoptr(KlRecord) subject = read_one (self, KL_TYPE_SUBJECT, subject_id, error);
  g_autoptr(GHashTable) only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (subject == NULL)
    return NULL;

  g_hash_table_insert (only, g_strdup (kl_record_get_id (subject)), subject);
  if (!read_standings (self, only, subject_id, error)
      || (with_lists && !read_contents (self, only, "subject.id = ?1", subject_id, error)))
    return NULL;

  return KL_SUBJECT (g_steal_pointer (&subject));
}
