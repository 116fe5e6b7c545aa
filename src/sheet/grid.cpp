#include "sheet/grid.h"
