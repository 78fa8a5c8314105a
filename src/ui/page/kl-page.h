#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_PAGE (kl_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (KlPage, kl_page, KL, PAGE, AdwBin)

/**
 * KlPageClass:
 * @flush_async: begins to save what the person wrote here and what is not in the library yet; without it, it waits for
 *   what kl_page_begin_saving() told of
 * @flush_finish: whether that is saved
 */
struct _KlPageClass
{
  AdwBinClass parent_class;

  void     (*flush_async)  (KlPage               *self,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data);
  gboolean (*flush_finish) (KlPage               *self,
                            GAsyncResult         *result,
                            GError              **error);
};

KlLibrary  *kl_page_get_library  (KlPage               *self);
KlPlan     *kl_page_get_plan     (KlPage               *self);
KlSubject  *kl_page_get_subject  (KlPage               *self);
const char *kl_page_get_title    (KlPage               *self);
void        kl_page_set_title    (KlPage               *self,
                                  const char           *title);
void        kl_page_set_folded   (KlPage               *self,
                                  gboolean              folded);
void        kl_page_set_hand_in  (KlPage               *self,
                                  const char           *action);
void        kl_page_begin_saving (KlPage               *self);
void        kl_page_end_saving   (KlPage               *self,
                                  const GError         *error);
void        kl_page_flush_async  (KlPage               *self,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean    kl_page_flush_finish (KlPage               *self,
                                  GAsyncResult         *result,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
