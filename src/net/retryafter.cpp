#include "net/retryafter.h"
