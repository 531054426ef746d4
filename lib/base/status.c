#include "base/base.h"

#include "base/status.h"

static enum status worst = STATUS_OK;

void status_raise(enum status status)
{
    if (status > worst) {
        worst = status;
    }
}

enum status status_worst(void)
{
    return worst;
}
