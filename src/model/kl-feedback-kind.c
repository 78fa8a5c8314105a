#include "config.h"

#include "kl-feedback-kind.h"

G_DEFINE_ENUM_TYPE (KlFeedbackKind, kl_feedback_kind,
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_NAILED, "nailed"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_NEEDS_WORK, "needs-work"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_CORRECTION, "correction"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_ACTION, "action"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_INSIGHT, "insight"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_QUOTE, "quote"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_REFINEMENT, "refinement"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_DEFENDED, "defended"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_REASONING, "reasoning"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_BONUS, "bonus"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_FLOW, "flow"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_RESULT, "result"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_SUMMARY, "summary"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_KNOWN_GAP, "known-gap"),
                    G_DEFINE_ENUM_VALUE (KL_FEEDBACK_NOTE, "note"))
