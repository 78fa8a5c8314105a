#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  bench_text_append   (GString *text,
                           GRand   *random,
                           guint    n_words);
char *bench_text_new      (GRand   *random,
                           guint    n_words);
char *bench_text_new_sentences (GRand *random,
                                guint  n_words);
char *bench_text_new_plan (gsize    n_bytes);
char *bench_text_new_topics (guint n_topics);
char *bench_text_new_outline (guint n_topics);
char *bench_text_new_points (guint n_points);

G_END_DECLS
