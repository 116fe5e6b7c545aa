#include "sheet/region.h"
