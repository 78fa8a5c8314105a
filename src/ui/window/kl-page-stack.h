#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_PAGE_STACK (kl_page_stack_get_type ())

G_DECLARE_FINAL_TYPE (KlPageStack, kl_page_stack, KL, PAGE_STACK, GtkWidget)

KlPageStack *kl_page_stack_new  (void);
void         kl_page_stack_show (KlPageStack *self,
                                 KlPage      *page,
                                 gboolean     is_back);

G_END_DECLS
