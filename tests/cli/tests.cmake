writeback_test(cli/advice LINK cli)
writeback_test(cli/copyrequest LINK cli)
writeback_test(cli/exitcode LINK cli)
writeback_test(cli/reportjson LINK cli)
