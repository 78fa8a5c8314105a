#pragma once

#include <gio/gio.h>

#include "answer.h"

G_BEGIN_DECLS

/* Where the files are beside the project. */
#define ANSWER_SET_USUAL_FOLDER "../shared/data/answers"

gboolean   answer_set_is_there (const char  *folder);
GPtrArray *answer_set_load     (const char  *folder,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
