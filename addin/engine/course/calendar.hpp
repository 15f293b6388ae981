// SPDX-License-Identifier: MPL-2.0
//
// The course as a calendar file (iCalendar, RFC 5545) that Outlook and others read: one all-day event an activity.
//
//     const CalendarFile file = calendar_file(course, {.municipality = "851", .now = now, .version = "1.0"}, texts);
//     file.text;                                     // "BEGIN:VCALENDAR\r\n…"
//
// Participants are functions and stand in the description as text: no address of anybody is made up.
#pragma once

#include "course/course.hpp"

#include <chrono>
#include <string>

namespace trinvis
{

struct CalendarWish
{
    std::string municipality; ///< its code; may be empty
    std::chrono::sys_seconds now{};
    std::string version; ///< of the product
    std::string note;    ///< said in each description when not empty: "opdigtede tal"
};

struct CalendarFile
{
    std::string text;
    std::size_t events = 0;
    std::size_t undated = 0; ///< activities that were left out since they have no date
};

/// The calendar of a course whose dates are no errors (course_checks.hpp). The same activity has the same UID each time:
/// it is made of municipality, number and activity, and of the how manieth such row it is.
[[nodiscard]] CalendarFile calendar_file(const Course& course, const CalendarWish& wish, const Texts& texts);

/// A value of type TEXT with \ ; , and line ends escaped; other control signs are left out. RFC 5545, 3.3.11.
[[nodiscard]] std::string escaped_text(std::string_view text);

/// A content line folded to lines of at most 75 octets and ended by CRLF, each further line beginning with a blank; no
/// UTF-8 sign is parted. RFC 5545, 3.1.
[[nodiscard]] std::string folded_line(std::string_view line);

} // namespace trinvis
