#pragma once

#include "kl-writing.h"
#include "model/kl-subject.h"

G_BEGIN_DECLS

char *kl_write_facts_dup    (KlWriting *writing,
                             KlSubject *subject);
void  kl_write_facts_update (KlWriting *writing,
                             KlSubject *base,
                             KlSubject *now,
                             gsize      owner,
                             gsize      head);

G_END_DECLS
