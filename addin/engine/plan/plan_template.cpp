// SPDX-License-Identifier: MPL-2.0
#include "plan/plan_template.hpp"

#include "plan/plan_outline.hpp"
#include "table/near_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <map>

namespace trinvis
{

namespace
{

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";
constexpr std::string_view text_mark = "text:";
constexpr std::string_view slot_mark = "slot:";

Placeholder placeholder(std::string_view inside)
{
    Placeholder found;
    found.name = std::string(inside);
    for (const auto& [mark, kind] :
         {std::pair{text_mark, PlaceholderKind::text}, std::pair{slot_mark, PlaceholderKind::slot}})
        if (inside.starts_with(mark))
        {
            found.kind = kind;
            found.name = std::string(inside.substr(mark.size()));
        }
    return found;
}

std::string place_text(const TemplateParagraph& paragraph, const Texts& texts)
{
    const Replacements values{{"n", std::to_string(paragraph.number)}, {"style", paragraph.page_style}};
    switch (paragraph.region)
    {
    case TemplateRegion::table:
        return texts.format("template.place.table", values);
    case TemplateRegion::frame:
        return texts.format("template.place.frame", values);
    case TemplateRegion::header:
        return texts.format("template.place.header", values);
    case TemplateRegion::footer:
        return texts.format("template.place.footer", values);
    default:
        return texts.format("template.place.body", values);
    }
}

/// Every placeholder that there is, of any kind: a slip may be in the word before the colon.
std::vector<std::string> all_written(DocumentKind kind)
{
    std::vector<std::string> all;
    for (const PlaceholderKind of : {PlaceholderKind::value, PlaceholderKind::text, PlaceholderKind::slot})
        for (const std::string& name : template_names(kind, of))
            all.push_back(placeholder_text(of, name));
    return all;
}

std::string unknown_why(const Placeholder& found, DocumentKind kind, const Texts& texts)
{
    const DocumentKind other = kind == DocumentKind::plan ? DocumentKind::report : DocumentKind::plan;
    const std::vector<std::string> there = template_names(other, found.kind);
    if (std::find(there.begin(), there.end(), found.name) != there.end())
        return texts.get(kind == DocumentKind::plan ? "template.not_in_plan" : "template.not_in_report");
    std::string nearest = nearest_name(found.name, template_names(kind, found.kind));
    nearest = nearest.empty() ? nearest_name(found.written, all_written(kind)) : placeholder_text(found.kind, nearest);
    return texts.get("template.unknown") +
           (nearest.empty() ? std::string{} : " " + texts.format("template.did_you_mean", {{"name", nearest}}));
}

} // namespace

std::string placeholder_text(PlaceholderKind kind, std::string_view name)
{
    const std::string_view mark = kind == PlaceholderKind::text   ? text_mark
                                  : kind == PlaceholderKind::slot ? slot_mark
                                                                  : std::string_view{};
    return std::string(opening) + std::string(mark) + std::string(name) + std::string(closing);
}

std::vector<Placeholder> placeholders_in(const std::vector<TemplateParagraph>& paragraphs)
{
    std::vector<Placeholder> all;
    for (std::size_t i = 0; i < paragraphs.size(); ++i)
    {
        const std::string_view text = paragraphs[i].text;
        for (std::size_t at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at))
        {
            const std::size_t inside = at + opening.size();
            const std::size_t end = text.find(closing, inside);
            const bool closed = end != std::string_view::npos && text.find(opening, inside) > end;
            const std::size_t stop = closed ? end : std::min(text.find(' ', inside), text.size());
            Placeholder found = placeholder(text.substr(inside, stop - inside));
            const std::size_t after = closed ? stop + closing.size() : stop;
            found.written = std::string(text.substr(at, after - at));
            found.closed = closed;
            found.alone = trimmed(text.substr(0, at)).empty() && trimmed(text.substr(after)).empty();
            found.paragraph = i;
            all.push_back(std::move(found));
            at = after;
        }
    }
    return all;
}

std::vector<std::string> template_names(DocumentKind kind, PlaceholderKind of)
{
    switch (of)
    {
    case PlaceholderKind::value:
        return {"municipality", "date"};
    case PlaceholderKind::text:
        if (kind == DocumentKind::report)
            return {"key_figure_report.title", "key_figure_report.subtitle",
                    "key_figure_report.made",  "key_figure_report.proposal",
                    "plan.contents",           "plan.page"};
        return {"plan.title", "plan.subtitle", "plan.draft", "plan.proposal", "plan.contents", "plan.page"};
    default:
        std::vector<std::string> slots{"invented"};
        for (const PlanSection& section : plan_sections(kind))
            slots.emplace_back(section.id);
        return slots;
    }
}

std::vector<std::string> template_faults(const std::vector<TemplateParagraph>& paragraphs, DocumentKind kind,
                                         const Texts& texts)
{
    std::vector<std::string> faults;
    std::map<std::string, std::size_t, std::less<>> slots; ///< and the paragraph in which each stands first
    for (const Placeholder& found : placeholders_in(paragraphs))
    {
        const TemplateParagraph& paragraph = paragraphs[found.paragraph];
        const auto say = [&](const std::string& why)
        {
            faults.push_back(texts.format(
                "template.fault", {{"name", found.written}, {"place", place_text(paragraph, texts)}, {"why", why}}));
        };
        const std::vector<std::string> known = template_names(kind, found.kind);
        if (!found.closed)
            say(texts.get("template.not_closed"));
        else if (std::find(known.begin(), known.end(), found.name) == known.end())
            say(unknown_why(found, kind, texts));
        else if (found.kind == PlaceholderKind::slot)
        {
            const auto [first, is_new] = slots.try_emplace(found.name, found.paragraph);
            if (!is_new)
                say(texts.format("template.twice", {{"place", place_text(paragraphs[first->second], texts)}}));
            else if (paragraph.region != TemplateRegion::body)
                say(texts.get("template.only_in_body"));
            else if (!found.alone)
                say(texts.get("template.not_alone"));
        }
    }
    if (faults.empty() && slots.empty())
        faults.push_back(texts.get("template.no_slots"));
    return faults;
}

} // namespace trinvis
