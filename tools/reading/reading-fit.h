#pragma once

#include <gio/gio.h>

#include "answer.h"
#include "coach/kl-point-features.h"

G_BEGIN_DECLS

typedef struct _ReadingFit ReadingFit;

ReadingFit *reading_fit_new        (GPtrArray             *answers,
                                    const KlPointFeatures *features,
                                    double                 lambda);
void        reading_fit_free       (ReadingFit            *self);
void        reading_fit_set_shift  (ReadingFit            *self,
                                    double                 shift);
gboolean    reading_fit_run        (ReadingFit            *self,
                                    const gboolean        *are_left_out,
                                    KlFeature              without,
                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;
double      reading_fit_judge      (ReadingFit            *self,
                                    const KlPointFeatures *features);
double      reading_fit_get_loss   (ReadingFit            *self);
char       *reading_fit_to_text    (ReadingFit            *self,
                                    double                 covered,
                                    double                 partly);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadingFit, reading_fit_free)

G_END_DECLS
