// SPDX-License-Identifier: MPL-2.0
#include "plan/plan_options.hpp"

#include "plan/plan_outline.hpp"
#include "table/near_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace trinvis
{

namespace
{

bool holds(const std::vector<std::string>& list, std::string_view id)
{
    return list.empty() || std::find(list.begin(), list.end(), id) != list.end();
}

std::string unknown(const char* key, const std::string& name, const std::vector<std::string>& known, const Texts& texts)
{
    std::string listed;
    for (const std::string& one : known)
        listed += (listed.empty() ? "" : ", ") + one;
    const std::string nearest = nearest_name(name, known);
    return texts.format(key, {{"name", name}, {"known", listed}}) +
           (nearest.empty() ? std::string{} : " " + texts.format("template.did_you_mean", {{"name", nearest}}));
}

} // namespace

std::string_view document_code(DocumentKind kind)
{
    return kind == DocumentKind::plan ? "plan" : "report";
}

bool PlanOptions::wants_section(std::string_view id) const
{
    return holds(sections, id);
}

bool PlanOptions::wants_figure(std::string_view id) const
{
    return holds(figures, id);
}

std::string options_fault(const PlanOptions& options, std::span<const Figure> figures, const Texts& texts)
{
    std::vector<std::string> known;
    for (const PlanSection& section : plan_sections(options.kind))
        known.emplace_back(section.id);
    for (const std::string& section : options.sections)
        if (std::find(known.begin(), known.end(), section) == known.end())
            return unknown("error.unknown_section", section, known, texts);
    known.clear();
    for (const Figure& figure : figures)
        known.push_back(figure.id);
    for (const std::string& figure : options.figures)
        if (std::find(known.begin(), known.end(), figure) == known.end())
            return unknown("error.unknown_figure", figure, known, texts);
    return {};
}

std::vector<Figure> chosen_figures(const PlanOptions& options, std::span<const Figure> figures)
{
    std::vector<Figure> chosen(figures.begin(), figures.end());
    std::erase_if(chosen, [&](const Figure& figure) { return !options.wants_figure(figure.id); });
    return chosen;
}

std::string options_json(const PlanOptions& options)
{
    return nlohmann::json{{"kind", document_code(options.kind)},
                          {"sections", options.sections},
                          {"figures", options.figures},
                          {"template", options.template_url}}
        .dump();
}

std::optional<PlanOptions> plan_options_from_json(std::string_view text)
{
    try
    {
        const nlohmann::json read = nlohmann::json::parse(text);
        const auto kind = read.at("kind").get<std::string>();
        if (kind != document_code(DocumentKind::plan) && kind != document_code(DocumentKind::report))
            return std::nullopt;
        PlanOptions options;
        options.kind = kind == document_code(DocumentKind::plan) ? DocumentKind::plan : DocumentKind::report;
        options.sections = read.at("sections").get<std::vector<std::string>>();
        options.figures = read.at("figures").get<std::vector<std::string>>();
        options.template_url = read.at("template").get<std::string>();
        return options;
    }
    catch (const nlohmann::json::exception&)
    {
        return std::nullopt;
    }
}

} // namespace trinvis
