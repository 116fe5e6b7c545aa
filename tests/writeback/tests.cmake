writeback_test(writeback/endstate LINK writeback)
writeback_test(writeback/guards LINK writeback)
writeback_test(writeback/pace LINK writeback)
writeback_test(writeback/writeplan LINK writeback)
