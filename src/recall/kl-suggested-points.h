#pragma once

#include "coach/kl-point-suggestions.h"
#include "model/kl-change.h"
#include "model/kl-subject.h"

G_BEGIN_DECLS

typedef struct _KlSuggestedPoints KlSuggestedPoints;

KlSuggestedPoints *kl_suggested_points_new        (KlSubject                *subject,
                                                   const char               *language);
void               kl_suggested_points_free       (KlSuggestedPoints        *self);

gboolean           kl_suggested_points_run        (KlSuggestedPoints        *self,
                                                   GCancellable             *cancellable,
                                                   GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

guint              kl_suggested_points_get_n      (const KlSuggestedPoints  *self);
const char        *kl_suggested_points_get_text   (const KlSuggestedPoints  *self,
                                                   guint                     index);
KlPointOrigin      kl_suggested_points_get_origin (const KlSuggestedPoints  *self,
                                                   guint                     index);
const char        *kl_suggested_points_get_attempt (const KlSuggestedPoints *self,
                                                    guint                    index);
const char        *kl_suggested_points_get_date   (const KlSuggestedPoints  *self,
                                                   guint                     index);
char              *kl_suggested_points_dup_source (const KlSuggestedPoints  *self,
                                                   guint                     index);

gboolean           kl_suggested_points_have_source (KlSubject               *subject);
KlChange          *kl_suggested_points_new_change  (KlSubject               *subject,
                                                    const char *const       *texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlSuggestedPoints, kl_suggested_points_free)

G_END_DECLS
