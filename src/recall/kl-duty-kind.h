#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlDutyKind:
 * @KL_DUTY_TOPIC: a topic is to be explained again
 * @KL_DUTY_EXERCISE: an exercise is to be explained
 * @KL_DUTY_RESTUDY: what was missed last time is to be studied again
 * @KL_DUTY_FIRST: a topic that was deep-dived is to be explained for the first time
 *
 * What there is to do about a subject.
 */
typedef enum
{
  KL_DUTY_TOPIC,
  KL_DUTY_EXERCISE,
  KL_DUTY_RESTUDY,
  KL_DUTY_FIRST,
} KlDutyKind;

const char *kl_duty_kind_get_nick (KlDutyKind kind);

G_END_DECLS
