# Compiler flags of all targets, as one INTERFACE target, and their shared precompiled headers.

add_library(writeback_flags INTERFACE)
target_include_directories(writeback_flags INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
target_link_libraries(writeback_flags INTERFACE Qt6::Core Qt6::Network)
target_compile_options(writeback_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor
    # Where sources are compiled as one, the private names of the others would be shadowed, and private types seem to be shared.
    $<$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>:-Wno-shadow>
    $<$<AND:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>
    $<$<BOOL:${WRITEBACK_WERROR}>:-Werror>)
target_compile_definitions(writeback_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    WRITEBACK_VERSION="${PROJECT_VERSION}")

if(WRITEBACK_SANITIZE)
    target_compile_options(writeback_flags INTERFACE
        -fsanitize=${WRITEBACK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(writeback_flags INTERFACE -fsanitize=${WRITEBACK_SANITIZE})
    if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
        target_compile_options(writeback_flags INTERFACE
            -fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/cmake/sanitizers.ignorelist)
    endif()
endif()

if(WRITEBACK_FUZZ)
    target_compile_options(writeback_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

file(WRITE ${CMAKE_BINARY_DIR}/pch/empty.cpp "")
add_library(writeback_pch OBJECT ${CMAKE_BINARY_DIR}/pch/empty.cpp)
set_target_properties(writeback_pch PROPERTIES AUTOMOC OFF)
target_link_libraries(writeback_pch PRIVATE writeback_flags)
# Only what most sources need: unused templates cost a source as much as used ones.
set(WRITEBACK_PCH
    <QByteArray> <QCoreApplication> <QDateTime> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QNetworkAccessManager>
    <QNetworkReply> <QNetworkRequest> <QObject> <QString> <QStringList> <QTimer> <QUrl>
    <algorithm> <functional> <memory> <optional> <string> <string_view> <vector>)
target_precompile_headers(writeback_pch PRIVATE ${WRITEBACK_PCH})
