/* kl-draft.c: an explanation that is not recorded yet */

#include "config.h"

#include "kl-draft.h"

struct _KlDraft
{
  KlRecord parent_instance;

  char *text;
  double guess;
  gboolean assisted;
  gint64 seconds;
  char *started;
  char *updated;
  int stage;
  double score;
  double score_high;
  char *verdicts;
  char *nailed;
  char *needs_work;
  char *corrections;
  char *actions;
  char *insight;
  char *quote;
  char *defended;
  gint64 cursor;
};

G_DEFINE_FINAL_TYPE (KlDraft, kl_draft, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDraft, text), NULL },
  { "guess", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlDraft, guess), NULL },
  { "assisted", KL_FIELD_BOOLEAN, G_STRUCT_OFFSET (KlDraft, assisted), NULL },
  { "seconds", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlDraft, seconds), NULL },
  { "started", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDraft, started), NULL },
  { "updated", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDraft, updated), NULL },
  { "stage", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlDraft, stage), kl_draft_stage_get_type },
  { "score", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlDraft, score), NULL },
  { "verdicts", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDraft, verdicts), NULL },
  { "nailed", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDraft, nailed), NULL },
  { "needs-work", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDraft, needs_work), NULL },
  { "corrections", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDraft, corrections), NULL },
  { "actions", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDraft, actions), NULL },
  { "insight", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDraft, insight), NULL },
  { "quote", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDraft, quote), NULL },
  { "defended", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDraft, defended), NULL },
  { "score-high", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlDraft, score_high), NULL }, /* NaN: the same as “score” */
  { "cursor", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlDraft, cursor), NULL },        /* in characters */
};

static void
kl_draft_class_init (KlDraftClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_draft_init (KlDraft *self)
{
}

const char *
kl_draft_get_text (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), NULL);

  return self->text;
}

double
kl_draft_get_guess (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), 0);

  return self->guess;
}

gboolean
kl_draft_get_assisted (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), FALSE);

  return self->assisted;
}

gint64
kl_draft_get_seconds (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), 0);

  return self->seconds;
}

const char *
kl_draft_get_started (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), NULL);

  return self->started;
}

const char *
kl_draft_get_updated (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), NULL);

  return self->updated;
}

KlDraftStage
kl_draft_get_stage (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), 0);

  return (KlDraftStage) self->stage;
}

KlScore
kl_draft_get_score (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), KL_SCORE_NONE);

  return (KlScore) { self->score, isnan (self->score_high) ? self->score : self->score_high };
}

void
kl_draft_set_score (KlDraft *self,
                    KlScore  score)
{
  g_return_if_fail (KL_IS_DRAFT (self));

  g_object_set (self, "score", score.low, "score-high", kl_score_is_range (score) ? score.high : (double) NAN, NULL);
}

const char *
kl_draft_get_verdicts (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), NULL);

  return self->verdicts;
}

const char *
kl_draft_get_nailed (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), NULL);

  return self->nailed;
}

const char *
kl_draft_get_needs_work (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), NULL);

  return self->needs_work;
}

const char *
kl_draft_get_corrections (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), NULL);

  return self->corrections;
}

const char *
kl_draft_get_actions (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), NULL);

  return self->actions;
}

const char *
kl_draft_get_insight (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), NULL);

  return self->insight;
}

const char *
kl_draft_get_quote (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), NULL);

  return self->quote;
}

const char *
kl_draft_get_defended (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), NULL);

  return self->defended;
}

gint64
kl_draft_get_cursor (KlDraft *self)
{
  g_return_val_if_fail (KL_IS_DRAFT (self), 0);

  return self->cursor;
}
