#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// The entry point for libFuzzer and for replaying the corpus; each fuzz_*.cpp defines it. Always returns 0.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// What must hold for any input; the fuzzer reports the abort as a finding. Also works in release builds.
#define FUZZ_CHECK(condition)                                                                                          \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition);                         \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)
