// SPDX-License-Identifier: MPL-2.0
//
// The calendar file, held against RFC 5545: folding (3.1), text (3.3.11), all-day events (3.6.1).
#include "shipped.hpp"

#include "course/calendar.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace trinvis
{

namespace
{

using tests::day;
using tests::words;

Activity activity(const char* number, const char* name, std::optional<Date> date, std::optional<Date> end = {})
{
    Activity one;
    one.number = number;
    one.kind = ActivityKind::guidance_day;
    one.kind_text = "vejledningsdag";
    one.activity = name;
    one.date = date;
    one.end = end;
    return one;
}

CalendarFile file_of(std::vector<Activity> activities, std::string note = {},
                     std::chrono::sys_seconds now = std::chrono::sys_days{day("2026-11-22")} +
                                                    std::chrono::seconds{3600 * 9 + 65})
{
    Course course;
    course.activities = std::move(activities);
    return calendar_file(course, {.municipality = "851", .now = now, .version = "1.0", .note = std::move(note)},
                         words().danish);
}

/// The content lines, unfolded as RFC 5545, 3.1 says.
std::vector<std::string> unfolded(std::string text)
{
    for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at))
        text.erase(at, 3);
    std::vector<std::string> all;
    for (std::size_t from = 0; from < text.size();)
    {
        const std::size_t to = text.find("\r\n", from);
        all.push_back(text.substr(from, to - from));
        from = to + 2;
    }
    return all;
}

std::string value_of(const CalendarFile& file, const std::string& name, std::size_t which = 0)
{
    for (const std::string& line : unfolded(file.text))
        if (line.starts_with(name) && which-- == 0)
            return line.substr(name.size());
    return "(none)";
}

} // namespace

TEST(CalendarText, IsEscapedAsInTheStandardsExample)
{
    // RFC 5545, 3.3.11: the example's value.
    EXPECT_EQ(escaped_text("Project XYZ Final Review\nConference Room - 3B\nCome Prepared."),
              "Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.");
    EXPECT_EQ(escaped_text("a\\b; c, d: \"e\""), "a\\\\b\\; c\\, d: \"e\"");
    EXPECT_EQ(escaped_text("en\r\nto\rtre"), "en\\nto\\ntre");
    EXPECT_EQ(escaped_text(std::string("a\x01") + "b\x1f"), "ab");
}

TEST(CalendarLines, AreFoldedAt75Octets)
{
    const std::string line = "DESCRIPTION:" + std::string(200, 'x');
    const std::string folded = folded_line(line);
    EXPECT_EQ(unfolded(folded), std::vector<std::string>{line});
    std::istringstream lines(folded);
    std::size_t count = 0;
    for (std::string one; std::getline(lines, one); ++count)
    {
        EXPECT_EQ(one.back(), '\r');
        EXPECT_LE(one.size() - 1, 75U);
    }
    EXPECT_EQ(count, 3U);
    EXPECT_EQ(folded_line(std::string(75, 'x')), std::string(75, 'x') + "\r\n");
    EXPECT_EQ(folded_line(std::string(76, 'x')), std::string(75, 'x') + "\r\n x\r\n");
}

TEST(CalendarLines, AreNeverFoldedWithinASign)
{
    for (std::size_t before = 60; before < 76; ++before)
    {
        std::string line(before, 'a');
        for (int i = 0; i < 60; ++i)
            line += "å";
        const std::string folded = folded_line(line);
        EXPECT_EQ(unfolded(folded), std::vector<std::string>{line});
        for (std::size_t at = folded.find("\r\n "); at != std::string::npos; at = folded.find("\r\n ", at + 1))
            EXPECT_NE(static_cast<unsigned char>(folded[at + 3]) & 0xC0U, 0x80U) << before;
    }
}

TEST(CalendarLines, AreFoldedAlsoWhereTheBytesAreNoText)
{
    EXPECT_EQ(unfolded(folded_line(std::string(200, '\xBF'))), std::vector<std::string>{std::string(200, '\xBF')});
}

TEST(Calendar, HasAnEventWithAnExclusiveEndForEachActivity)
{
    const CalendarFile file = file_of({activity("1", "Opstart", day("2026-12-31")),
                                       activity("2", "Minianalyse", day("2027-02-22"), day("2027-02-28"))});
    EXPECT_EQ(file.events, 2U);
    EXPECT_EQ(value_of(file, "DTSTART;VALUE=DATE:"), "20261231");
    EXPECT_EQ(value_of(file, "DTEND;VALUE=DATE:"), "20270101");
    EXPECT_EQ(value_of(file, "DTEND;VALUE=DATE:", 1), "20270301");
    EXPECT_EQ(value_of(file, "SUMMARY:", 1), "Minianalyse");
    EXPECT_EQ(value_of(file, "DTSTAMP:"), "20261122T090105Z");
}

TEST(Calendar, BeginsAndEndsAsTheStandardWants)
{
    const CalendarFile file = file_of({activity("1", "Opstart", day("2026-12-31"))});
    const std::vector<std::string> lines = unfolded(file.text);
    EXPECT_EQ(lines.front(), "BEGIN:VCALENDAR");
    EXPECT_EQ(lines.back(), "END:VCALENDAR");
    EXPECT_EQ(value_of(file, "VERSION:"), "2.0");
    EXPECT_EQ(value_of(file, "PRODID:"), "-//Trinvis//Trinvis 1.0//DA");
    for (std::size_t at = file.text.find('\n'); at != std::string::npos; at = file.text.find('\n', at + 1))
        EXPECT_EQ(file.text[at - 1], '\r');
}

TEST(Calendar, KeepsTheUidOfAnActivityFromExportToExport)
{
    const CalendarFile first = file_of({activity("1", "Opstart", day("2026-12-31"))});
    // Another date, another row and another moment.
    const CalendarFile second = file_of(
        {activity("7", "Møde", day("2026-12-01")), activity("1", "Opstart", day("2027-01-11"), day("2027-01-12"))}, {},
        std::chrono::sys_days{day("2027-01-01")});
    EXPECT_EQ(value_of(first, "UID:"), value_of(second, "UID:", 1));
    EXPECT_NE(value_of(second, "UID:"), value_of(second, "UID:", 1));
}

TEST(Calendar, TellsActivitiesOfTheSameNameApart)
{
    const CalendarFile file =
        file_of({activity("1", "Møde", day("2026-12-01")), activity("2", "Møde", day("2026-12-02")),
                 activity("2", "Møde", day("2026-12-03"))});
    EXPECT_NE(value_of(file, "UID:"), value_of(file, "UID:", 1));
    EXPECT_NE(value_of(file, "UID:", 1), value_of(file, "UID:", 2));
}

TEST(Calendar, LeavesOutWhatHasNoDateAndCountsIt)
{
    const CalendarFile file = file_of({activity("1", "Opstart", {}), activity("2", "Møde", day("2026-12-01"))});
    EXPECT_EQ(file.events, 1U);
    EXPECT_EQ(file.undated, 1U);
    EXPECT_EQ(value_of(file, "SUMMARY:"), "Møde");
}

TEST(Calendar, PutsParticipantsIntoTheDescriptionAndInventsNoAddress)
{
    Activity one = activity("1", "Opstart, del 1; a\\b", day("2026-12-31"));
    one.participants = "ledelsesgruppen, konsulenten";
    one.preparation = "Læs nøgletal\nog notat";
    const CalendarFile file = file_of({one}, "Opdigtede tal");
    EXPECT_EQ(value_of(file, "SUMMARY:"), "Opstart\\, del 1\\; a\\\\b");
    EXPECT_EQ(value_of(file, "DESCRIPTION:"),
              "Type: vejledningsdag\\nDeltagere: ledelsesgruppen\\, konsulenten\\nForberedelse: Læs nøgletal\\nog "
              "notat\\nOpdigtede tal");
    EXPECT_EQ(file.text.find('@'), std::string::npos);
    EXPECT_EQ(file.text.find("ATTENDEE"), std::string::npos);
    EXPECT_EQ(file.text.find("mailto"), std::string::npos);
}

} // namespace trinvis
