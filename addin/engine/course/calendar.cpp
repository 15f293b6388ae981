// SPDX-License-Identifier: MPL-2.0
#include "course/calendar.hpp"

#include "table/text_match.hpp"

#include <array>
#include <cstdio>
#include <map>

namespace trinvis
{

namespace
{

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t longest_line = 75; ///< octets, without the line's end

std::string compact_date(Date date)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

std::string utc_stamp(std::chrono::sys_seconds moment)
{
    const auto day = std::chrono::floor<days>(moment);
    const std::chrono::hh_mm_ss time{moment - day};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "T%02d%02d%02dZ", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return compact_date(Date{day}) + text.data();
}

/// Letters that tell an activity from any other of the municipality's.
std::string uid_of(const CalendarWish& wish, const Activity& activity, int occurrence)
{
    const std::string number = folded(activity.number);
    const std::string name = folded(activity.activity);
    std::string uid = "trinvis-course-" + (wish.municipality.empty() ? std::string("000") : wish.municipality);
    const auto add_check = [&uid](std::string_view first, std::string_view between, std::string_view second)
    {
        std::string both(first);
        both.append(between).append(second);
        uid.append("-").append(text_check(both));
    };
    // The same two texts in three ways: that all three checks of two activities agree by chance is as good as impossible.
    add_check(number, "/", name);
    add_check(name, "\\", number);
    add_check(number, "|", name);
    return uid + "-" + std::to_string(occurrence);
}

std::string description_of(const Activity& activity, const CalendarWish& wish, const Texts& texts)
{
    std::string text;
    const auto add = [&](std::string_view key, const std::string& value)
    {
        if (!value.empty())
            text += (text.empty() ? "" : "\n") + texts.get("column.course." + std::string(key)) + ": " + value;
    };
    add("kind", activity.kind_text);
    add("participants", activity.participants);
    add("preparation", activity.preparation);
    add("product", activity.product);
    add("dialogue", activity.dialogue);
    add("responsible", activity.responsible);
    add("remark", activity.remark);
    if (!wish.note.empty())
        text += (text.empty() ? "" : "\n") + wish.note;
    return text;
}

class Writing
{
public:
    void line(const std::string& content)
    {
        m_text += folded_line(content);
    }

    void text(std::string_view name, std::string_view value)
    {
        if (!value.empty())
            line(std::string(name) + ":" + escaped_text(value));
    }

    [[nodiscard]] std::string all()
    {
        return std::move(m_text);
    }

private:
    std::string m_text;
};

bool continues_a_sign(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace

CalendarFile calendar_file(const Course& course, const CalendarWish& wish, const Texts& texts)
{
    CalendarFile file;
    Writing out;
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Trinvis//Trinvis " + escaped_text(wish.version) + "//" +
             (texts.language() == Language::danish ? "DA" : "EN"));
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    std::map<std::string, int> known;
    for (const Activity& activity : course.activities)
    {
        const int occurrence = ++known[folded(activity.number) + "/" + folded(activity.activity)];
        if (!activity.date)
        {
            ++file.undated;
            continue;
        }
        ++file.events;
        out.line("BEGIN:VEVENT");
        out.line("UID:" + uid_of(wish, activity, occurrence));
        out.line("DTSTAMP:" + utc_stamp(wish.now));
        out.line("DTSTART;VALUE=DATE:" + compact_date(*activity.date));
        // The day after the last: RFC 5545, 3.6.1, the end of an event is not part of it.
        out.line("DTEND;VALUE=DATE:" + compact_date(Date{sys_days{*activity.last_day()} + days{1}}));
        out.text("SUMMARY", activity.activity.empty() ? activity.kind_text : activity.activity);
        out.text("DESCRIPTION", description_of(activity, wish, texts));
        // A product is worked on for weeks; the other days are taken.
        out.line(activity.kind == ActivityKind::product ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
        out.line("END:VEVENT");
    }
    out.line("END:VCALENDAR");
    file.text = out.all();
    return file;
}

std::string escaped_text(std::string_view text)
{
    std::string escaped;
    for (std::size_t i = 0; i < text.size(); ++i)
    {
        const char letter = text[i];
        if (letter == '\\' || letter == ';' || letter == ',')
            escaped += '\\';
        if (letter == '\n' || letter == '\r')
        {
            escaped += "\\n";
            if (letter == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
                ++i;
        }
        else if (letter == '\t' || static_cast<unsigned char>(letter) >= 0x20U)
            escaped += letter;
    }
    return escaped;
}

std::string folded_line(std::string_view line)
{
    std::string lines;
    std::size_t room = longest_line;
    while (line.size() > room)
    {
        std::size_t cut = room;
        while (cut > 1 && continues_a_sign(line[cut]))
            --cut;
        lines.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = longest_line - 1; // the blank counts
    }
    return lines.append(line).append("\r\n");
}

} // namespace trinvis
