#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An explanation of an hour's talk is a hundredth of it. */
#define KL_EXPLANATION_MAX_BYTES (4u * 1024u * 1024u)

char *kl_explanation_read   (int          fd,
                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char *kl_explanation_rescue (int          fd,
                             const char  *text,
                             const char  *folder);

G_END_DECLS
