#pragma once

#include "exchange/kl-markdown-reader.h"
#include "exchange/kl-merge.h"
#include "model/kl-attempt.h"
#include "model/kl-feedback.h"
#include "model/kl-subject.h"

KlImport   *fixture_read           (const char    *text);
KlImport   *fixture_read_path      (const char    *path);
KlSubject  *fixture_subject        (KlImport      *import,
                                    const char    *title);
guint       fixture_count_subjects (KlImport      *import,
                                    KlSubjectKind  kind,
                                    int            depth,
                                    gboolean       top);
gpointer    fixture_item           (GListModel    *list,
                                    guint          index);
KlAttempt  *fixture_attempt        (KlImport      *import,
                                    const char    *title,
                                    guint          index);
KlFeedback *fixture_feedback       (KlAttempt     *attempt,
                                    const char    *text_part);
gboolean    fixture_has_note       (KlImport      *import,
                                    guint          line,
                                    const char    *part);
void        fixture_apply          (KlMerge       *merge,
                                    KlPlan        *plan,
                                    KlDocument    *stored);
