#pragma once

#include "kl-heading.h"

G_BEGIN_DECLS

typedef struct _KlHeadingChoices KlHeadingChoices;

KlHeadingChoices *kl_heading_choices_new    (const char       *text);
void              kl_heading_choices_free   (KlHeadingChoices *self);
KlHeadingKind     kl_heading_choices_next   (KlHeadingChoices *self,
                                             const char       *title);
char             *kl_heading_choices_format (GListModel       *headings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlHeadingChoices, kl_heading_choices_free)

G_END_DECLS
