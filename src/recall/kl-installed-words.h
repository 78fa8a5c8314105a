#pragma once

#include "coach/kl-coach.h"

G_BEGIN_DECLS

KlWordNet *kl_installed_words_open      (const char *folder);
KlCoach   *kl_installed_words_new_coach (const char *language);

G_END_DECLS
