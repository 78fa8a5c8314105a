#pragma once

#include "kl-writing.h"
#include "model/kl-subject.h"

G_BEGIN_DECLS

void kl_write_title_of_plan    (KlWriting  *writing,
                                KlDocument *document);
void kl_write_title_of_subject (KlWriting  *writing,
                                KlSubject  *base,
                                KlSubject  *now);

G_END_DECLS
