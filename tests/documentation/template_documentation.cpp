// SPDX-License-Identifier: MPL-2.0
#include "template_documentation.hpp"

#include "plan/plan_outline.hpp"
#include "plan/plan_template.hpp"

namespace trinvis::documentation
{

namespace
{

std::string heading_of(DocumentKind kind, const std::string& slot, const Texts& texts)
{
    for (const PlanSection& section : plan_sections(kind))
        if (section.id == slot)
            return texts.get(section.heading);
    return "–";
}

void add_table(std::string& page, DocumentKind kind, PlaceholderKind of, const Texts& texts)
{
    const auto word = [&](const char* key) { return texts.get(std::string("template_documentation.") + key); };
    page += "| " + word("placeholder") + " | " + word(of == PlaceholderKind::slot ? "heading" : "becomes") + " |\n" +
            "| --- | --- |\n";
    for (const std::string& name : template_names(kind, of))
    {
        page += "| `" + placeholder_text(of, name) + "` | ";
        page += of == PlaceholderKind::slot   ? heading_of(kind, name, texts)
                : of == PlaceholderKind::text ? texts.get(name)
                                              : texts.get("template_documentation.value_" + name);
        page += " |\n";
    }
    page += "\n";
}

} // namespace

std::string template_file_name(Language language)
{
    return "TEMPLATE." + std::string(language_code(language)) + ".md";
}

std::string template_documentation(const Texts& texts)
{
    const auto word = [&](const char* key) { return texts.get(std::string("template_documentation.") + key); };
    std::string page = "# " + word("title") + "\n\n";
    for (const char* key : {"introduction", "rules", "looks", "generated"})
        page += word(key) + "\n\n";
    for (const DocumentKind kind : {DocumentKind::plan, DocumentKind::report})
    {
        page += "## " + texts.get(kind == DocumentKind::plan ? "plan.title" : "key_figure_report.title") + "\n\n";
        for (const PlaceholderKind of : {PlaceholderKind::value, PlaceholderKind::text, PlaceholderKind::slot})
            add_table(page, kind, of, texts);
    }
    page.pop_back();
    return page;
}

} // namespace trinvis::documentation
