#include "net/httpjob.h"
