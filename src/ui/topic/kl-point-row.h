#pragma once

#include <adwaita.h>

#include "model/kl-point.h"
#include "model/kl-subject.h"
#include "model/kl-verdict-value.h"

G_BEGIN_DECLS

#define KL_TYPE_POINT_ROW (kl_point_row_get_type ())

G_DECLARE_FINAL_TYPE (KlPointRow, kl_point_row, KL, POINT_ROW, GtkListBoxRow)

GMenuModel *kl_point_row_create_menu (void);
GtkWidget  *kl_point_row_new         (KlPoint        *point,
                                      KlSubject      *subject,
                                      GMenuModel     *own);
KlPoint    *kl_point_row_get_point   (KlPointRow     *self);
void        kl_point_row_set_level   (KlPointRow     *self,
                                      guint           level);
void        kl_point_row_set_verdict (KlPointRow     *self,
                                      KlVerdictValue  value,
                                      gboolean        marked);
void        kl_point_row_set_target  (KlPointRow     *self,
                                      const char     *title);

G_END_DECLS
