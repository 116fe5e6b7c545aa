writeback_test(cli/copycommand LINK cli)
writeback_test(cli/exitcode LINK cli)
