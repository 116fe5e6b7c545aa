#include "sheet/fit.h"
