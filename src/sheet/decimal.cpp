#include "sheet/decimal.h"
