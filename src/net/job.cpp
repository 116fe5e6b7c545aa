#include "net/job.h"
