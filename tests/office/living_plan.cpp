// SPDX-License-Identifier: MPL-2.0
#include "living_plan.hpp"

#include "writer/part_fingerprint.hpp"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <fstream>
#include <sstream>

namespace trinvis::testing
{

namespace
{

using namespace office;

constexpr const char* usual_body = R"(
<text:p text:style-name="Front">{{text:plan.title}}</text:p>
<text:p text:style-name="Subtitle">{{municipality}}</text:p>
<text:p text:style-name="Subtitle">{{text:plan.draft}}</text:p>
<text:table-of-content text:style-name="TocSection" text:protected="true" text:name="Indhold">
 <text:table-of-content-source text:outline-level="2"><text:index-title-template text:style-name="Contents_20_Heading"/>
  <text:table-of-content-entry-template text:outline-level="1" text:style-name="Contents_20_1"><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/></text:table-of-content-entry-template>
  <text:table-of-content-entry-template text:outline-level="2" text:style-name="Contents_20_2"><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/></text:table-of-content-entry-template>
 </text:table-of-content-source><text:index-body/>
</text:table-of-content>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Status</text:h>
<text:p text:style-name="Text_20_body">{{slot:status}}</text:p>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Tal</text:h>
<text:p text:style-name="Text_20_body">{{slot:figures}}</text:p>
<text:p text:style-name="Text_20_body">{{slot:ladder}}</text:p>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Svar</text:h>
<text:p text:style-name="Text_20_body">{{slot:survey}}</text:p>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Kilder</text:h>
<text:p text:style-name="Text_20_body">{{slot:sources}}</text:p>
)";

std::string content_of_file(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

ChartContent chart(int figure, int number)
{
    ChartContent content;
    content.name = "trinvis_" + std::to_string(figure) + "_series";
    content.title = std::to_string(figure) + " Nøgletal";
    content.subtitle = "Opdigtede tal";
    content.alt_text = "Kurven ender i " + std::to_string(number) + ".";
    content.categories = {"31-12-2024", "30-06-2025", "31-12-2025"};
    content.series = {{"Tønder", SeriesRole::own, {3.0, 4.0, static_cast<double>(number)}, 2, false},
                      {"Hele landet", SeriesRole::country, {2.0, 2.5, 2.0}, {}, false}};
    return content;
}

/// From the row of the figure in the workbook.
TracedText own_number(int figure, const std::string& value)
{
    const std::string id = std::to_string(figure);
    return {value, {"figure/" + id + "/own", "Indtastning", "C" + id}};
}

} // namespace

const Texts& danish_texts()
{
    static const Texts texts = Texts::from_json(content_of_file(std::filesystem::path(TRINVIS_TEXTS_DIR) / "da.json"));
    return texts;
}

PlanContent plan_version(int number)
{
    const std::string value = std::to_string(number) + ",0";
    PlanContent plan;
    plan.title = "Udviklingsplan – Tønder";
    plan.values = {{"municipality", "Tønder"}, {"date", "0" + std::to_string(number % 9 + 1) + "-09-2026"}};
    PlanChapter status("status");
    status.add("intro", PlanParagraph{"Tabellen viser runde " + std::to_string(number) + "."});
    PlanTable table;
    table.name = "Status";
    table.caption = "Status for nøgletallene";
    table.rows = {{"Nøgletal", "Jeres"}};
    for (const int figure : {1, 2})
        add_row(table, {std::to_string(figure) + " Nøgletal", own_number(figure, value)});
    table.widths = {30, 10};
    table.numeric = {false, true};
    status.add("table", table);
    status.add("note", PlanParagraph{"En forskel er ikke i sig selv god eller dårlig.", ParagraphLook::note});
    plan.slots["status"] = status.blocks();
    PlanChapter figures("figures");
    for (const int figure : {1, 2})
    {
        const std::string id = std::to_string(figure);
        figures.add(id + ".heading", PlanHeading{2, id + " Nøgletal", figure > 1});
        figures.add(id + ".text", traced_paragraph("Jeres værdi er " + own_number(figure, value) + "."));
        figures.add(chart(figure, number));
        figures.add(id + ".assessment", PlanParagraph{"Skriv her.", ParagraphLook::to_write});
    }
    plan.slots["figures"] = figures.blocks();
    PlanChapter sources("sources");
    sources.add("text", PlanParagraph{"Kilde: opdigtede tal."});
    plan.slots["sources"] = sources.blocks();
    plan.slots["ladder"] = {};
    plan.slots["survey"] = {};
    return plan;
}

void add_part(PlanContent& plan, const std::string& slot, const std::string& part, PlanBlock block)
{
    PlanChapter chapter(slot);
    chapter.add(part, std::move(block));
    plan.slots[slot].push_back(chapter.blocks().front());
}

void drop_part(PlanContent& plan, const std::string& slot, const std::string& part)
{
    std::erase_if(plan.slots[slot], [&](const PlanBlock& block) { return part_of(block) == part; });
}

void LivingPlanTest::SetUp()
{
    write_template(usual_body);
}

void LivingPlanTest::write_template(const std::string& body) const
{
    std::string whole = content_of_file(std::filesystem::path(TRINVIS_TEMPLATES_DIR) / "udviklingsplan.fodt");
    const std::string open = "<office:text>";
    const std::size_t from = whole.find(open) + open.size();
    whole.replace(from, whole.find("</office:text>") - from, body);
    std::filesystem::create_directories(folder() / "skabelon");
    std::ofstream(folder() / "skabelon" / "skabelon.fodt") << whole;
}

writer::PlanTarget LivingPlanTest::target() const
{
    return {.url = from_utf8(url_of("plan.odt")),
            .template_url = from_utf8(url_of("skabelon/skabelon.fodt")),
            .workbook_url = from_utf8(url_of("nøgletal.ods"))};
}

writer::MadePlan LivingPlanTest::made(const PlanContent& plan)
{
    return made(plan, target());
}

writer::MadePlan LivingPlanTest::made(const PlanContent& plan, const writer::PlanTarget& target)
{
    return writer::make_plan(running().context(), target, plan, danish_texts());
}

void LivingPlanTest::edit(const std::function<void(const TextDocument&)>& change)
{
    const Model model = running().load(url_of("plan.odt"), true);
    change(query<css::text::XTextDocument>(model));
    query<css::frame::XStorable>(model)->store();
    close(model);
}

void LivingPlanTest::look(const std::function<void(const TextDocument&)>& at)
{
    const Model model = running().load(url_of("plan.odt"), true, true);
    at(query<css::text::XTextDocument>(model));
    close(model);
}

writer::Section section_of(const TextDocument& document, const std::string& part)
{
    return writer::find_section(document, writer::section_name(part));
}

css::uno::Reference<css::text::XTextRange> paragraph_of(const TextDocument& document, const std::string& part)
{
    return query<css::text::XTextRange>(writer::content_of(section_of(document, part)).front());
}

std::string LivingPlanTest::words_of(const std::string& part)
{
    std::string words = "(none)";
    look(
        [&](const TextDocument& document)
        {
            if (const auto section = section_of(document, part); section.is())
                words = writer::read_part(section).words;
        });
    return words;
}

std::string LivingPlanTest::words_of_offer(const std::string& part)
{
    std::string words = "(none)";
    look(
        [&](const TextDocument& document)
        {
            if (const auto section = writer::find_section(document, writer::offer_name(part)); section.is())
                words = writer::read_part(section).words;
        });
    return words;
}

std::string LivingPlanTest::body()
{
    std::string text;
    look([&](const TextDocument& document) { text = to_utf8(document->getText()->getString()); });
    return text;
}

std::vector<std::string> LivingPlanTest::order()
{
    std::vector<std::string> names;
    look(
        [&](const TextDocument& document)
        {
            const auto all = query<css::container::XEnumerationAccess>(document->getText())->createEnumeration();
            while (all->hasMoreElements())
            {
                const auto section =
                    get_property<writer::Section>(query<css::uno::XInterface>(all->nextElement()), "TextSection");
                const auto named = query_if<css::container::XNamed>(section);
                const auto part = named.is() ? writer::part_of_section(to_utf8(named->getName())) : std::nullopt;
                const std::string name = part ? part->id + (part->offer ? " (ny)" : "") : std::string{};
                if (!name.empty() && (names.empty() || names.back() != name))
                    names.push_back(name);
            }
        });
    return names;
}

int LivingPlanTest::empty_paragraphs()
{
    int empty = 0;
    look(
        [&](const TextDocument& document)
        {
            const auto all = query<css::container::XEnumerationAccess>(document->getText())->createEnumeration();
            while (all->hasMoreElements())
            {
                const auto paragraph = query<css::lang::XServiceInfo>(all->nextElement());
                if (!paragraph->supportsService("com.sun.star.text.Paragraph"))
                    continue;
                const auto portions = query<css::container::XEnumerationAccess>(paragraph)->createEnumeration();
                bool anything = !query<css::text::XTextRange>(paragraph)->getString().isEmpty();
                while (!anything && portions->hasMoreElements())
                    anything = get_property<rtl::OUString>(query<css::uno::XInterface>(portions->nextElement()),
                                                           "TextPortionType") == "Frame";
                empty += anything ? 0 : 1;
            }
        });
    return empty;
}

} // namespace trinvis::testing
