// SPDX-License-Identifier: MPL-2.0
#include "course/form.hpp"

#include "table/danish_holidays.hpp"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace trinvis
{

namespace
{

using nlohmann::json;
using std::chrono::days;
using std::chrono::sys_days;

struct KindWord
{
    ActivityKind kind;
    std::string_view code;
    std::string_view key;
};

constexpr std::array<KindWord, 4> kinds{{{ActivityKind::guidance_day, "guidance_day", "course_kind.guidance_day"},
                                         {ActivityKind::product, "product", "course_kind.product"},
                                         {ActivityKind::dialogue, "dialogue", "course_kind.dialogue"},
                                         {ActivityKind::meeting, "meeting", "course_kind.meeting"}}};

ActivityKind kind_from(std::string_view code)
{
    for (const KindWord& word : kinds)
        if (word.code == code)
            return word.kind;
    throw std::invalid_argument("no kind of activity: " + std::string(code));
}

ProposedActivity read_activity(const json& entry)
{
    ProposedActivity activity;
    activity.number = entry.at("number").get<int>();
    activity.kind = kind_from(entry.at("kind").get<std::string>());
    activity.activity = both_languages(entry, "activity");
    activity.begins = entry.at("begins").get<double>();
    if (const auto ends = entry.find("ends"); ends != entry.end())
        activity.ends = ends->get<double>();
    activity.participants = both_languages(entry, "participants");
    activity.preparation = both_languages(entry, "preparation");
    activity.product = both_languages(entry, "product");
    activity.dialogue = both_languages(entry, "dialogue");
    activity.responsible = both_languages(entry, "responsible");
    activity.resource = entry.at("resource").get<std::string>();
    return activity;
}

Date next_meeting_day(Date date)
{
    constexpr std::chrono::day christmas{23};
    if (date.month() == std::chrono::July)
        date = date.year() / std::chrono::August / 1;
    else if (date.month() == std::chrono::December && date.day() >= christmas)
        date = (date.year() + std::chrono::years{1}) / std::chrono::January / 1;
    return next_working_day(date);
}

} // namespace

Date months_on(Date date, int months)
{
    Date later = date + std::chrono::months{months};
    if (!later.ok())
        later = later.year() / later.month() / std::chrono::last;
    return later;
}

std::string_view activity_kind_key(ActivityKind kind)
{
    return kinds[static_cast<std::size_t>(kind)].key;
}

CourseForm CourseForm::from_json(std::string_view content)
{
    const json parsed = json::parse(content, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("activities") || !parsed.contains("terms"))
        throw std::invalid_argument("the form of the course cannot be read");
    CourseForm form;
    form.status = both_languages(parsed, "status");
    form.span_months = parsed.at("span_months").get<int>();
    form.weeks_to_start = parsed.at("weeks_to_start").get<int>();
    const json& terms = parsed.at("terms");
    form.guidance_days = terms.at("guidance_days").get<int>();
    form.shortest_months = terms.at("shortest_months").get<int>();
    form.longest_months = terms.at("longest_months").get<int>();
    for (const json& entry : parsed.at("resources"))
        form.resources.emplace_back(entry.at("id").get<std::string>(), both_languages(entry, "name"));
    for (const json& entry : parsed.at("activities"))
        form.activities.push_back(read_activity(entry));
    return form;
}

Date proposed_start(const CourseForm& form, Date today)
{
    return next_meeting_day(Date{sys_days{today} + std::chrono::weeks{form.weeks_to_start}});
}

std::pair<Date, Date> proposed_dates(const CourseForm& form, const ProposedActivity& activity, Date start)
{
    const days span = sys_days{months_on(start, form.span_months)} - sys_days{start};
    const auto at = [&](double share)
    {
        const auto after = static_cast<int>(std::lround(share * static_cast<double>(span.count())));
        return next_meeting_day(Date{sys_days{start} + days{after}});
    };
    const Date first = at(activity.begins);
    return {first, activity.ends ? at(*activity.ends) : first};
}

} // namespace trinvis
