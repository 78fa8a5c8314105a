#pragma once

#include "model/kl-subject.h"

G_BEGIN_DECLS

typedef struct _KlDraftSubject KlDraftSubject;

/**
 * KlDraftSubject:
 *
 * A subject while its document is being read: its place in the tree is known only at the end, since scores make
 * subtopics of what was a point.
 */
struct _KlDraftSubject
{
  KlSubject      *subject;
  KlDraftSubject *parent;
  KlDraftSubject *first_child;
  KlDraftSubject *last_child;
  KlDraftSubject *next;
  GString        *notes;
  guint           n_attempts;
};

G_END_DECLS
