/* kl-opinion-reply.c: a server's answer, which nobody vouches for, as a proposal
 *
 * Two documents stand in each other: the answer of the server, and in it, as a text, the answer of the model. Both are
 * read by the one strict reader of JSON. What the second one says is held against the schema; what the schema does not
 * name is not looked at.
 */

#include "config.h"

#include "kl-opinion-reply.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "exchange/kl-json-document.h"
#include "exchange/kl-json-value.h"
#include "kl-opinion-error.h"
#include "kl-opinion-schema.h"
#include "kl-plain-words.h"

#define MAX_PROBLEM_CHARS 200
#define MAX_NAME_CHARS    40

static gboolean refuse (GError     **error,
                        const char  *format,
                        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: the sentence says what is wrong with the answer. */
  g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_INVALID,
               _("The answer is not in the form that was asked for: %s Ask again, or try another model."), what);
  return FALSE;
}

static JsonNode *
read_json (GBytes  *bytes,
           GError **error)
{
  g_autoptr(GError) reason = NULL;
  JsonNode *root;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length == 0 || text[0] == '\0')
    {
      refuse (error, _("It is empty."));
      return NULL;
    }
  root = kl_json_document_read (bytes, _("The answer"), &reason);
  if (root == NULL)
    refuse (error, "%s", reason->message);
  return root;
}

/* NULL for what is null, is not there, or is no text. */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
is_absent (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node == NULL || JSON_NODE_HOLDS_NULL (node);
}

/* FALSE where what is there is no list; NULL where nothing is. */
static gboolean
get_list (JsonObject  *object,
          const char  *name,
          guint        max_length,
          JsonArray  **list,
          GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *list = NULL;
  if (is_absent (object, name))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, _("“%s” is not a list."), name);
  *list = json_node_get_array (node);
  if (json_array_get_length (*list) > max_length)
    return refuse (error, _("“%s” has %u items, and %u are the most."), name, json_array_get_length (*list),
                   max_length);
  return TRUE;
}

static JsonObject *
get_item (JsonArray  *list,
          guint       i)
{
  JsonNode *node = json_array_get_element (list, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Text of a member, without what would make it look like something else. */
static gboolean
take_text (JsonObject  *object,
           const char  *name,
           char       **text,
           GError     **error)
{
  const char *words = get_text (object, name);

  *text = NULL;
  if (is_absent (object, name))
    return TRUE;
  if (words == NULL)
    return refuse (error, _("“%s” is not a text."), name);
  if (g_utf8_strlen (words, -1) > (glong) KL_OPINION_REPLY_MAX_CHARS)
    return refuse (error, _("A text has more than %u characters."), KL_OPINION_REPLY_MAX_CHARS);
  *text = kl_plain_words_dup (words);
  if (**text == '\0')
    g_clear_pointer (text, g_free);
  return TRUE;
}

static gboolean
get_verdict (JsonObject      *object,
             KlVerdictValue  *value,
             GError         **error)
{
  const char *text = get_text (object, "verdict");
  g_autofree char *name = kl_plain_words_dup_line (text != NULL ? text : "", MAX_NAME_CHARS);

  return kl_opinion_schema_find_verdict (name, value) || refuse (error, _("“%s” is no verdict."), name);
}

static gboolean
take_verdict (KlProposal  *self,
              JsonObject  *object,
              guint        point,
              GError     **error)
{
  g_autofree char *why = NULL;
  KlVerdictValue value;

  if (!take_text (object, "why", &why, error) || !get_verdict (object, &value, error))
    return FALSE;
  kl_proposal_set_verdict (self, point, value, why);
  return TRUE;
}

static gboolean
read_verdict (KlProposal  *self,
              JsonObject  *object,
              GError     **error)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, "point") : NULL;
  guint n_points = kl_proposal_get_n_points (self);
  double number;
  guint point;

  if (node == NULL || !kl_json_value_is_number (node))
    return refuse (error, _("A verdict does not name its key point."));
  number = json_node_get_double (node);
  if (!(number >= 1 && number <= n_points) || number > trunc (number))
    return refuse (error, _("There is no key point %g."), number);
  point = (guint) number - 1;
  if (kl_proposal_get_verdict (self, point) != KL_VERDICT_UNSET)
    return refuse (error, _("Key point %u has two verdicts."), point + 1);
  return take_verdict (self, object, point, error);
}

static gboolean
read_verdicts (KlProposal  *self,
               JsonObject  *object,
               GError     **error)
{
  JsonArray *list;

  if (!get_list (object, "verdicts", kl_proposal_get_n_points (self), &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    if (!read_verdict (self, get_item (list, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_score (KlProposal  *self,
            JsonObject  *object,
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, "score");
  double score;

  if (is_absent (object, "score"))
    return TRUE;
  if (!kl_json_value_is_number (node))
    return refuse (error, _("The score is not a number."));
  score = json_node_get_double (node);
  /* NaN would not be within either. */
  if (!(score >= 0 && score <= 100))
    return refuse (error, _("The score is %g, and it has to be from 0 to 100."), score);
  kl_proposal_set_score (self, (KlScore) { score, score });
  return TRUE;
}

static gboolean
get_kind (JsonObject      *object,
          KlFeedbackKind  *kind,
          GError         **error)
{
  const char *text = get_text (object, "kind");
  g_autofree char *name = kl_plain_words_dup_line (text != NULL ? text : "", MAX_NAME_CHARS);

  return kl_opinion_schema_find_kind (name, kind) || refuse (error, _("“%s” is no kind of feedback."), name);
}

static gboolean
read_item (KlProposal  *self,
           JsonObject  *object,
           GError     **error)
{
  g_autoptr(KlFeedback) item = NULL;
  g_autofree char *text = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *right = NULL;
  KlFeedbackKind kind;
  gboolean has_sides;

  if (object == NULL)
    return refuse (error, _("“%s” has something in it that is no item."), "feedback");
  if (!get_kind (object, &kind, error) || !take_text (object, "text", &text, error)
      || !take_text (object, "wrong", &wrong, error) || !take_text (object, "right", &right, error))
    return FALSE;

  has_sides = kind == KL_FEEDBACK_CORRECTION && wrong != NULL && right != NULL;
  if (!has_sides && text == NULL)
    return TRUE;
  item = g_object_new (KL_TYPE_FEEDBACK, "kind", kind, "text", text, "wrong", has_sides ? wrong : NULL, "right",
                       has_sides ? right : NULL, NULL);
  kl_proposal_add_feedback (self, item);
  return TRUE;
}

static gboolean
read_feedback (KlProposal  *self,
               JsonObject  *object,
               GError     **error)
{
  JsonArray *list;

  if (!get_list (object, "feedback", KL_OPINION_REPLY_MAX_ITEMS, &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    if (!read_item (self, get_item (list, i), error))
      return FALSE;
  return TRUE;
}

/* $.choices[0].message.content */
static const char *
get_content (JsonNode  *root,
             GError   **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *node = object != NULL ? json_object_get_member (object, "choices") : NULL;
  JsonArray *choices = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *content = NULL;

  object = choices != NULL && json_array_get_length (choices) > 0 ? get_item (choices, 0) : NULL;
  node = object != NULL ? json_object_get_member (object, "message") : NULL;
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    content = get_text (json_node_get_object (node), "content");
  if (content == NULL)
    refuse (error, _("There is no text of a model in it."));
  return content;
}

/* Some models think aloud first, and some fence their answer in. */
static GBytes *
cut_out (const char *content)
{
  static const char end_of_thinking[] = "</think>";
  g_autofree char *all = g_strstrip (g_strdup (content));
  const char *start = all;
  gsize length;

  if (g_str_has_prefix (start, "<think>") && strstr (start, end_of_thinking) != NULL)
    start = strstr (start, end_of_thinking) + strlen (end_of_thinking);
  start += strspn (start, " \t\r\n");
  length = strlen (start);
  if (g_str_has_prefix (start, "```") && length > 6 && g_str_has_suffix (start, "```"))
    {
      gsize fence = strcspn (start, "\n{");

      if (fence < length - 3)
        return g_bytes_new (start + fence, length - 3 - fence);
    }
  return g_bytes_new (start, length);
}

static gboolean
read_answer (KlProposal  *self,
             JsonNode    *root,
             GError     **error)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return refuse (error, _("It is no JSON object."));
  object = json_node_get_object (root);
  if (!read_verdicts (self, object, error) || !read_score (self, object, error) || !read_feedback (self, object, error))
    return FALSE;
  return !kl_proposal_is_empty (self) || refuse (error, _("It says nothing."));
}

/**
 * kl_opinion_reply_read:
 * @body: what the server answered
 * @n_points: how many key points were asked about
 * @source: whose answer it is, for the person
 * @error: %KL_OPINION_ERROR_INVALID with a sentence that says what is wrong
 *
 * Any thread may call it. An answer that is wrong in one place is not taken at all.
 *
 * Returns: (transfer full) (nullable): what it proposes, everything within its range
 */
KlProposal *
kl_opinion_reply_read (GBytes      *body,
                       guint        n_points,
                       const char  *source,
                       GError     **error)
{
  g_autoptr(JsonNode) envelope = read_json (body, error);
  const char *content = envelope != NULL ? get_content (envelope, error) : NULL;
  g_autoptr(GBytes) inner = content != NULL ? cut_out (content) : NULL;
  g_autoptr(JsonNode) answer = inner != NULL ? read_json (inner, error) : NULL;
  g_autoptr(KlProposal) proposal = NULL;

  if (answer == NULL)
    return NULL;
  proposal = kl_proposal_new (source, n_points);
  return read_answer (proposal, answer, error) ? g_steal_pointer (&proposal) : NULL;
}

/**
 * kl_opinion_reply_dup_problem:
 * @body: what the server answered with an error
 *
 * Returns: (transfer full) (nullable): what it says is wrong, short and on one line, where it says it in the usual form
 */
char *
kl_opinion_reply_dup_problem (GBytes *body)
{
  g_autoptr(JsonNode) root = read_json (body, NULL);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *problem = object != NULL ? json_object_get_member (object, "error") : NULL;
  const char *message = NULL;
  g_autofree char *line = NULL;

  if (problem != NULL && JSON_NODE_HOLDS_OBJECT (problem))
    message = get_text (json_node_get_object (problem), "message");
  else if (problem != NULL)
    message = get_text (object, "error");
  line = message != NULL ? kl_plain_words_dup_line (message, MAX_PROBLEM_CHARS) : NULL;
  return line != NULL && *line != '\0' ? g_steal_pointer (&line) : NULL;
}
