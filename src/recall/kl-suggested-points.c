/* kl-suggested-points.c: key points that a subject could have, from its notes and the feedback on earlier attempts
 *
 * It is made of what they are now, runs in any thread, and does not change afterwards. It writes nothing: the person
 * chooses.
 */

#include "config.h"

#include "kl-suggested-points.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-text.h"
#include "exchange/kl-markdown-statements.h"
#include "model/kl-attempt.h"
#include "model/kl-blank.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-iso-date.h"
#include "model/kl-point.h"

/* Of all feedback, the latest so many pieces are read. */
#define MAX_FEEDBACK 400

/* Something that was written, in Markdown. */
typedef struct
{
  KlPointOrigin origin;
  char *markdown;
  char *attempt; /* its id, NULL for the notes */
  char *date;    /* of the attempt */
} Written;

struct _KlSuggestedPoints
{
  char *title;
  char *language;
  char **known;
  GPtrArray *written; /* the latest first */

  /* What came of it. */
  GArray *suggestions; /* whose sources are places in @written */
};

static void
written_free (gpointer data)
{
  Written *written = data;

  g_free (written->markdown);
  g_free (written->attempt);
  g_free (written->date);
  g_free (written);
}

/* What feedback has that can be a point, and what it is then; %NULL where it has nothing. */
static const char *
find_words (KlFeedback    *item,
            KlPointOrigin *origin)
{
  switch (kl_feedback_get_kind (item))
    {
    case KL_FEEDBACK_CORRECTION:
      *origin = KL_POINT_FROM_CORRECTION;
      return kl_feedback_get_right (item);
    case KL_FEEDBACK_INSIGHT:
      *origin = KL_POINT_FROM_INSIGHT;
      return kl_feedback_get_text (item);
    case KL_FEEDBACK_NEEDS_WORK:
    case KL_FEEDBACK_KNOWN_GAP:
    case KL_FEEDBACK_REFINEMENT:
      *origin = KL_POINT_FROM_MISSED;
      return kl_feedback_get_text (item);
    case KL_FEEDBACK_ACTION:
      *origin = KL_POINT_FROM_ACTION;
      return kl_feedback_get_text (item);
    case KL_FEEDBACK_NAILED:
    case KL_FEEDBACK_QUOTE:
    case KL_FEEDBACK_DEFENDED:
    case KL_FEEDBACK_REASONING:
    case KL_FEEDBACK_BONUS:
      *origin = KL_POINT_FROM_NAILED;
      return kl_feedback_get_text (item);
    case KL_FEEDBACK_FLOW:
    case KL_FEEDBACK_RESULT:
    case KL_FEEDBACK_SUMMARY:
    case KL_FEEDBACK_NOTE:
    default:
      return NULL;
    }
}

static void
add_written (KlSuggestedPoints *self,
             KlPointOrigin      origin,
             const char        *markdown,
             KlAttempt         *attempt)
{
  Written *written;

  if (kl_is_blank (markdown))
    return;
  written = g_new0 (Written, 1);
  written->origin = origin;
  written->markdown = g_strdup (markdown);
  written->attempt = attempt != NULL ? g_strdup (kl_record_get_id (KL_RECORD (attempt))) : NULL;
  written->date = attempt != NULL ? g_strdup (kl_attempt_get_date (attempt)) : NULL;
  g_ptr_array_add (self->written, written);
}

static int
compare_attempts (gconstpointer a,
                  gconstpointer b)
{
  /* The latest first. */
  return kl_attempt_compare (*(KlAttempt *const *) b, *(KlAttempt *const *) a);
}

static void
add_feedback (KlSuggestedPoints *self,
              GListModel        *list)
{
  g_autoptr(GPtrArray) attempts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (attempts, g_list_model_get_item (list, i));
  g_ptr_array_sort (attempts, compare_attempts);
  for (guint i = 0; i < attempts->len; i++)
    {
      GListModel *feedback = kl_attempt_get_feedback (attempts->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (feedback) && self->written->len < MAX_FEEDBACK; j++)
        {
          g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, j);
          KlPointOrigin origin = KL_POINT_FROM_NAILED;
          const char *words = find_words (item, &origin);

          add_written (self, origin, words, attempts->pdata[i]);
        }
    }
}

static char **
dup_known (KlSubject *subject)
{
  GListModel *points = kl_subject_get_points (subject);
  GListModel *gaps = kl_subject_get_gaps (subject);
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);

      if (!kl_is_blank (kl_point_get_text (point)))
        g_strv_builder_add (texts, kl_point_get_text (point));
    }
  for (guint i = 0; i < g_list_model_get_n_items (gaps); i++)
    {
      g_autoptr(KlGap) gap = g_list_model_get_item (gaps, i);

      if (!kl_is_blank (kl_gap_get_text (gap)))
        g_strv_builder_add (texts, kl_gap_get_text (gap));
    }
  return g_strv_builder_end (texts);
}

/**
 * kl_suggested_points_new:
 * @subject: a subject that is loaded with its attempts
 * @language: (nullable): the language of its plan
 *
 * Returns: (transfer full): what is known of the subject, not looked through yet
 */
KlSuggestedPoints *
kl_suggested_points_new (KlSubject  *subject,
                         const char *language)
{
  KlSuggestedPoints *self = g_new0 (KlSuggestedPoints, 1);

  self->title = g_strdup (kl_subject_get_title (subject) != NULL ? kl_subject_get_title (subject) : "");
  self->language = g_strdup (language);
  self->known = dup_known (subject);
  self->written = g_ptr_array_new_with_free_func (written_free);
  self->suggestions = g_array_new (FALSE, FALSE, sizeof (KlPointSuggestion));
  add_feedback (self, kl_subject_get_attempts (subject));
  add_written (self, KL_POINT_FROM_NOTES, kl_subject_get_notes (subject), NULL);
  return self;
}

/**
 * kl_suggested_points_free:
 * @self: (transfer full): suggestions
 */
void
kl_suggested_points_free (KlSuggestedPoints *self)
{
  g_free (self->title);
  g_free (self->language);
  g_strfreev (self->known);
  g_ptr_array_unref (self->written);
  g_array_unref (self->suggestions);
  g_free (self);
}

/* What is written, paragraph by paragraph. */
static gboolean
read_written (KlSuggestedPoints  *self,
              GPtrArray          *texts,
              GArray             *sources,
              GArray             *places,
              GCancellable       *cancellable,
              GError            **error)
{
  for (guint i = 0; i < self->written->len; i++)
    {
      const Written *written = self->written->pdata[i];
      g_autofree char **statements = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      statements = kl_markdown_statements_new (written->markdown);
      for (guint j = 0; statements[j] != NULL; j++)
        {
          KlPointSource source = { written->origin, statements[j] };

          g_ptr_array_add (texts, statements[j]);
          g_array_append_val (sources, source);
          g_array_append_val (places, i);
        }
    }
  return TRUE;
}

/**
 * kl_suggested_points_run:
 * @self: suggestions
 * @cancellable: (nullable): a cancellable
 * @error: (nullable): where to put an error, which is that it was cancelled
 *
 * Looks for key points, once. It may take a moment where much was written.
 *
 * Returns: whether that is done
 */
gboolean
kl_suggested_points_run (KlSuggestedPoints  *self,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) sources = g_array_new (FALSE, FALSE, sizeof (KlPointSource));
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *found;

  if (!read_written (self, texts, sources, places, cancellable, error))
    return FALSE;
  found
    = kl_point_suggestions_find (self->language, self->title, (const char *const *) self->known,
                                 (const KlPointSource *) (gpointer) sources->data, sources->len, cancellable, error);
  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      KlPointSuggestion *suggestion = &g_array_index (found, KlPointSuggestion, i);

      suggestion->source = g_array_index (places, guint, suggestion->source);
    }
  g_array_unref (self->suggestions);
  self->suggestions = found;
  return TRUE;
}

/**
 * kl_suggested_points_get_n:
 * @self: suggestions
 *
 * Returns: how many there are; none before they were looked for
 */
guint
kl_suggested_points_get_n (const KlSuggestedPoints *self)
{
  return self->suggestions->len;
}

static const Written *
get_written (const KlSuggestedPoints *self,
             guint                    index)
{
  return self->written->pdata[g_array_index (self->suggestions, KlPointSuggestion, index).source];
}

/**
 * kl_suggested_points_get_text:
 * @self: suggestions
 * @index: which one
 *
 * Returns: (transfer none): the words of the point
 */
const char *
kl_suggested_points_get_text (const KlSuggestedPoints *self,
                              guint                    index)
{
  return g_array_index (self->suggestions, KlPointSuggestion, index).text;
}

/**
 * kl_suggested_points_get_origin:
 * @self: suggestions
 * @index: which one
 *
 * Returns: what it comes from
 */
KlPointOrigin
kl_suggested_points_get_origin (const KlSuggestedPoints *self,
                                guint                    index)
{
  return get_written (self, index)->origin;
}

/**
 * kl_suggested_points_get_attempt:
 * @self: suggestions
 * @index: which one
 *
 * Returns: (transfer none) (nullable): the id of the attempt that it comes from; %NULL for the notes
 */
const char *
kl_suggested_points_get_attempt (const KlSuggestedPoints *self,
                                 guint                    index)
{
  return get_written (self, index)->attempt;
}

/**
 * kl_suggested_points_get_date:
 * @self: suggestions
 * @index: which one
 *
 * Returns: (transfer none) (nullable): the date of the attempt that it comes from; %NULL where there is none
 */
const char *
kl_suggested_points_get_date (const KlSuggestedPoints *self,
                              guint                    index)
{
  return get_written (self, index)->date;
}

static const char *
name_origin (KlPointOrigin origin)
{
  switch (origin)
    {
    case KL_POINT_FROM_CORRECTION:
      return C_("feedback", "correction");
    case KL_POINT_FROM_INSIGHT:
      return C_("feedback", "key insight");
    case KL_POINT_FROM_MISSED:
      return C_("feedback", "missed or imprecise");
    case KL_POINT_FROM_ACTION:
      return C_("feedback", "to remember");
    case KL_POINT_FROM_NAILED:
      return C_("feedback", "explained well");
    case KL_POINT_FROM_NOTES:
    default:
      return C_("feedback", "notes");
    }
}

/**
 * kl_suggested_points_dup_source:
 * @self: suggestions
 * @index: which one
 *
 * Returns: (transfer full): where it comes from, such as “Feedback of 10 October 2025: key insight”
 */
char *
kl_suggested_points_dup_source (const KlSuggestedPoints *self,
                                guint                    index)
{
  const Written *written = get_written (self, index);
  gint32 day = written->date != NULL ? kl_iso_date_parse_day (written->date) : 0;
  g_autofree char *date = NULL;

  if (written->origin == KL_POINT_FROM_NOTES)
    return g_strdup (_("Your notes"));
  if (day < 1)
    /* Translators: %s is what kind of feedback it was, such as “key insight”. */
    return g_strdup_printf (_("Feedback: %s"), name_origin (written->origin));

  date = kl_chart_text_day (day, KL_CHART_DATE_FULL);
  /* Translators: %1$s is a date, %2$s what kind of feedback it was, such as “key insight”. */
  return g_strdup_printf (_("Feedback of %1$s: %2$s"), date, name_origin (written->origin));
}

/**
 * kl_suggested_points_have_source:
 * @subject: a subject
 *
 * Returns: whether there is anything to suggest points from: notes, or feedback on an attempt, as far as it is loaded
 */
gboolean
kl_suggested_points_have_source (KlSubject *subject)
{
  GListModel *attempts = kl_subject_get_attempts (subject);

  if (!kl_is_blank (kl_subject_get_notes (subject)))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (attempts); i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);
      GListModel *feedback = kl_attempt_get_feedback (attempt);

      for (guint j = 0; j < g_list_model_get_n_items (feedback); j++)
        {
          g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, j);
          KlPointOrigin origin;

          if (!kl_is_blank (find_words (item, &origin)))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * kl_suggested_points_new_change:
 * @subject: a subject
 * @texts: (array zero-terminated=1): the words of points
 *
 * Returns: (transfer full): the change that adds points with these words after those that @subject has
 */
KlChange *
kl_suggested_points_new_change (KlSubject         *subject,
                                const char *const *texts)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, kl_subject_get_title (subject));
  gint64 position = kl_record_find_next_position (kl_subject_get_points (subject));

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr(KlPoint) point = g_object_new (KL_TYPE_POINT, "owner", kl_record_get_id (KL_RECORD (subject)),
                                               "position", position + i, "text", texts[i], NULL);

      kl_change_insert (change, KL_RECORD (point));
    }
  return change;
}
