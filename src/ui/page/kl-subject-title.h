#pragma once

#include "model/kl-subject.h"

G_BEGIN_DECLS

const char *kl_subject_title_get (KlSubject *subject);

G_END_DECLS
