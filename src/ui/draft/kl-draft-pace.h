#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KL_TYPE_DRAFT_PACE (kl_draft_pace_get_type ())

G_DECLARE_FINAL_TYPE (KlDraftPace, kl_draft_pace, KL, DRAFT_PACE, GObject)

KlDraftPace *kl_draft_pace_new       (void);
void         kl_draft_pace_touch     (KlDraftPace *self);
void         kl_draft_pace_begin     (KlDraftPace *self);
void         kl_draft_pace_fail      (KlDraftPace *self);
void         kl_draft_pace_settle    (KlDraftPace *self);
gboolean     kl_draft_pace_get_dirty (KlDraftPace *self);

G_END_DECLS
