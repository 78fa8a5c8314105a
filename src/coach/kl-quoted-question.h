#pragma once

#include <glib.h>

#include "kl-text-span.h"

G_BEGIN_DECLS

GArray  *kl_quoted_question_find   (const char         *text);
char    *kl_quoted_question_blank  (const char         *text,
                                    gsize              *first);
char   **kl_quoted_question_list   (const char         *text);
char    *kl_quoted_question_format (const char         *text,
                                    const char *const  *questions,
                                    int                *answer);

G_END_DECLS
