writeback_test(setup/login LINK setup)
writeback_test(setup/target LINK setup)
writeback_test(setup/catalogue LINK integration_support setup)
