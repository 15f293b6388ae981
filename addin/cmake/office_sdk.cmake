# SPDX-License-Identifier: MPL-2.0
#
# Finds LibreOffice and its SDK and makes the C++ headers of the office's types, once.
# Settings for Windows and macOS follow the SDK's settings.mk and are untested.
#
# Gives: target office_sdk (headers, defines, libraries), OFFICE_PROGRAM_DIR, UNOIDL_WRITE, CPPUMAKER, OFFICE_TYPES.
if(WIN32)
    set(office_default "C:/Program Files/LibreOffice")
elseif(APPLE)
    set(office_default "/Applications/LibreOffice.app/Contents")
else()
    set(office_default "/usr/lib/libreoffice")
endif()
set(OFFICE_HOME "${office_default}" CACHE PATH "Where LibreOffice is installed")
if(APPLE)
    set(OFFICE_PROGRAM_DIR "${OFFICE_HOME}/MacOS")
    set(office_types_rdb "${OFFICE_HOME}/Resources/ure/share/misc/types.rdb")
    set(office_offapi_rdb "${OFFICE_HOME}/Resources/types/offapi.rdb")
else()
    set(OFFICE_PROGRAM_DIR "${OFFICE_HOME}/program")
    set(office_types_rdb "${OFFICE_PROGRAM_DIR}/types.rdb")
    set(office_offapi_rdb "${OFFICE_PROGRAM_DIR}/types/offapi.rdb")
endif()
set(OFFICE_SDK "${OFFICE_HOME}/sdk" CACHE PATH "Where the LibreOffice SDK is installed")
set(OFFICE_TYPES ${office_types_rdb} ${office_offapi_rdb})
find_program(CPPUMAKER NAMES cppumaker HINTS "${OFFICE_SDK}/bin" REQUIRED)
find_program(UNOIDL_WRITE NAMES unoidl-write HINTS "${OFFICE_SDK}/bin" REQUIRED)
find_path(OFFICE_SDK_INCLUDE NAMES cppuhelper/implbase1.hxx HINTS "${OFFICE_SDK}/include" /usr/include/libreoffice REQUIRED)

set(office_headers "${CMAKE_BINARY_DIR}/office_types")
set(office_headers_stamp "${office_headers}/made.stamp")
add_custom_command(
    OUTPUT "${office_headers_stamp}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${office_headers}"
    COMMAND "${CMAKE_COMMAND}" -E env "LD_LIBRARY_PATH=${OFFICE_PROGRAM_DIR}" "${CPPUMAKER}" -Gc "-O${office_headers}" ${OFFICE_TYPES}
    COMMAND "${CMAKE_COMMAND}" -E touch "${office_headers_stamp}"
    DEPENDS ${OFFICE_TYPES}
    COMMENT "Making the C++ headers of LibreOffice's types (once)"
    VERBATIM)
add_custom_target(office_headers DEPENDS "${office_headers_stamp}")

add_library(office_sdk INTERFACE)
add_dependencies(office_sdk office_headers)
target_include_directories(office_sdk SYSTEM INTERFACE "${OFFICE_SDK_INCLUDE}" "${office_headers}")
if(WIN32)
    target_compile_definitions(office_sdk INTERFACE WIN32 WNT _DLL CPPU_ENV=mscx)
    target_link_directories(office_sdk INTERFACE "${OFFICE_SDK}/lib")
    target_link_libraries(office_sdk INTERFACE icppuhelper icppu isal isalhelper)
elseif(APPLE)
    target_compile_definitions(office_sdk INTERFACE UNX GCC MACOSX CPPU_ENV=gcc3)
    target_link_directories(office_sdk INTERFACE "${OFFICE_SDK}/lib")
    target_link_libraries(office_sdk INTERFACE uno_cppuhelpergcc3 uno_cppu uno_sal)
else()
    target_compile_definitions(office_sdk INTERFACE UNX GCC LINUX CPPU_ENV=gcc3)
    target_link_directories(office_sdk INTERFACE "${OFFICE_SDK}/lib" "${OFFICE_PROGRAM_DIR}")
    target_link_libraries(office_sdk INTERFACE uno_cppuhelpergcc3 uno_cppu uno_sal)
endif()
