#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The largest JSON that is read, in bytes: the largest Markdown that is, with the ids of what was made of it. */
#define KL_JSON_DOCUMENT_MAX_BYTES (256u * 1024u * 1024u)

/* A plan nests its points below a dozen levels of headings and lists. */
#define KL_JSON_DOCUMENT_MAX_DEPTH 64u

/* A value costs some hundred bytes of memory, and may be no more than one byte of the file. */
#define KL_JSON_DOCUMENT_MAX_VALUES (4u * 1000u * 1000u)

JsonNode *kl_json_document_read (GBytes      *bytes,
                                 const char  *name,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
