#include "sheet/textlint.h"
