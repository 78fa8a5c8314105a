#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_DRAFT_SAVER (kl_draft_saver_get_type ())

G_DECLARE_FINAL_TYPE (KlDraftSaver, kl_draft_saver, KL, DRAFT_SAVER, GObject)

KlDraftSaver *kl_draft_saver_dup          (KlLibrary           *library,
                                           KlSubject           *subject);
KlDraft      *kl_draft_saver_get_draft    (KlDraftSaver        *self);
gboolean      kl_draft_saver_get_exists   (KlDraftSaver        *self);
gboolean      kl_draft_saver_get_loaded   (KlDraftSaver        *self);
const char   *kl_draft_saver_get_error    (KlDraftSaver        *self);
void          kl_draft_saver_reload       (KlDraftSaver        *self);
void          kl_draft_saver_touch        (KlDraftSaver        *self);
void          kl_draft_saver_retry        (KlDraftSaver        *self);
void          kl_draft_saver_flush_async  (KlDraftSaver        *self,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean      kl_draft_saver_flush_finish (KlDraftSaver        *self,
                                           GAsyncResult        *result,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void          kl_draft_saver_forget       (KlDraftSaver        *self);
void          kl_draft_saver_ask          (KlDraftSaver        *self,
                                           const char *const   *questions);
char        **kl_draft_saver_steal_asked  (KlDraftSaver        *self);

G_END_DECLS
