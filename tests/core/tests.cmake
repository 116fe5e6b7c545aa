writeback_test(core/clock LINK core)
writeback_test(core/redaction LINK core)
writeback_test(core/result LINK core)
