/* kl-page-factory.c: the one place that knows all pages */

#include "config.h"

#include "kl-page-factory.h"

#include "ui/attempt/kl-attempt-page.h"
#include "ui/exercises/kl-exercises-page.h"
#include "ui/explain/kl-explain-page.h"
#include "ui/insights/kl-insights-page.h"
#include "ui/map/kl-map-page.h"
#include "ui/review/kl-review-page.h"
#include "ui/study/kl-study-page.h"
#include "ui/today/kl-today-page.h"
#include "ui/topic/kl-topic-page.h"

static KlAttempt *
find_attempt (KlSubject  *subject,
              const char *id)
{
  GListModel *attempts = kl_subject_get_attempts (subject);
  guint n_attempts = g_list_model_get_n_items (attempts);

  for (guint i = 0; i < n_attempts; i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);

      /* The subject's list keeps the attempt alive. */
      if (g_strcmp0 (kl_record_get_id (KL_RECORD (attempt)), id) == 0)
        return attempt;
    }

  return NULL;
}

/**
 * kl_page_factory_create:
 * @place: which page
 * @library: the library
 * @plan: its plan, loaded
 * @subject: (nullable): the subject that the page is about; loaded with its attempts where the page is about one of
 * them
 *
 * Returns: (transfer floating) (nullable): the page, %NULL where what it would be about is not there (any more)
 */
KlPage *
kl_page_factory_create (const KlPlace *place,
                        KlLibrary     *library,
                        KlPlan        *plan,
                        KlSubject     *subject)
{
  KlAttempt *attempt;

  if (place->kind >= KL_PLACE_TOPIC && subject == NULL)
    return NULL;

  switch (place->kind)
    {
    case KL_PLACE_TODAY:
      return KL_PAGE (kl_today_page_new (library, plan));
    case KL_PLACE_EXERCISES:
      return KL_PAGE (kl_exercises_page_new (library, plan));
    case KL_PLACE_INSIGHTS:
      return KL_PAGE (kl_insights_page_new (library, plan));
    case KL_PLACE_MAP:
      return KL_PAGE (kl_map_page_new (library, plan));
    case KL_PLACE_RESUME:
    case KL_PLACE_EXPLAIN:
      return KL_PAGE (kl_explain_page_new (library, plan, subject));
    case KL_PLACE_REVIEW:
      return KL_PAGE (kl_review_page_new (library, plan, subject));
    case KL_PLACE_STUDY:
      return KL_PAGE (kl_study_page_new (library, plan, subject, KL_SESSION_DEEP_DIVE, place->begins));
    case KL_PLACE_RESTUDY:
      return KL_PAGE (kl_study_page_new (library, plan, subject, KL_SESSION_RESTUDY, place->begins));
    case KL_PLACE_TOPIC:
      return KL_PAGE (kl_topic_page_new (library, plan, subject));
    case KL_PLACE_ATTEMPT:
      attempt = find_attempt (subject, place->attempt);
      return attempt != NULL ? KL_PAGE (kl_attempt_page_new (library, plan, subject, attempt)) : NULL;
    default:
      return NULL;
    }
}
