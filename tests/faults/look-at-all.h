#pragma once

#include "library-fixture.h"

G_BEGIN_DECLS

void look_at_all_of (LibraryFixture *fixture);

G_END_DECLS
