set(FOLDERS tests)
set(ARGUMENTS -DMOC=${SCRATCH}/moc)
include(${CMAKE_CURRENT_LIST_DIR}/plant.cmake)

set(head "\nclass TestPlanted final : public QObject\n{\n    Q_OBJECT\n\nprivate Q_SLOTS:\n    void ruleHolds() { QVERIFY(true); }\n")
set(laid_out "${head}\nprivate:\n    bool helper() { return true; }\n};\n")

plant(tests/core/tst_planted.cpp "\nclass tst_Planted : public QObject\n{\n    Q_OBJECT\n};" "has no final class Test* whose slots come first")
plant(tests/core/tst_another.cpp "${laid_out}" "is not named after its class TestPlanted")
plant(tests/core/tst_planted.cpp "${head}\nprivate:\n    void helper() { QVERIFY(true); }\n};\n" "calls QVERIFY() outside of a test")
plant(tests/core/tst_planted.cpp "void helper() { QTRY_COMPARE(1, 1); }\n${laid_out}" "calls QTRY_COMPARE() outside of a test")
plant(tests/support/planted.h "inline void helper() { QCOMPARE(1, 1); }" "calls QCOMPARE() outside of a test")

plant_allowed(tests/core/tst_planted.cpp "${laid_out}")
file(WRITE ${SCRATCH}/moc/core/tst_planted.moc "\"ruleHolds\"")
plant_allowed(tests/core/tst_planted.cpp "${laid_out}")
file(WRITE ${SCRATCH}/moc/core/tst_planted.moc "\"nothing\"")
plant(tests/core/tst_planted.cpp "${laid_out}" "moc has not seen ruleHolds()")
